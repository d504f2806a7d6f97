// Tells the server where the lifter lives: fills hidden fields, and offers itself beside a list.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

for (const field of document.querySelectorAll("input[data-time-zone]")) {
  field.value = zone ?? "";
}

for (const offer of document.querySelectorAll("button[data-time-zone-for]")) {
  const list = document.getElementById(offer.dataset.timeZoneFor);
  const known = [...list.options].some((option) => option.value === zone);
  offer.textContent = `Use ${zone}, as this device does`;
  offer.hidden = !known || list.value === zone;
  offer.addEventListener("click", () => {
    list.value = zone;
    list.focus();
    offer.hidden = true;
  });
}
