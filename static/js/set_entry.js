// The entry form of a set: steppers, the method in one line, what belongs to the method chosen.
// Everything it does can be typed instead; the server knows nothing of it.

const number = (text) => Number(text.trim().replace(",", "."));

const plain = (value) => String(Math.round(value * 100) / 100);

// The loads that can be built with an implement, ascending, as the server listed them.
function buildable(input, implement) {
  const listed = input.getAttribute(`data-steps-${implement}`);
  return listed ? listed.split(" ").map(Number) : [];
}

// Where nobody said what can be built.
const ANY_STEP = 2.5;

// The next load that can be built in a direction; at the end of the list the load stays.
function nextLoad(input, implement, direction) {
  const now = number(input.value) || 0;
  const loads = buildable(input, implement);
  if (!loads.length) return Math.max(0, now + direction * ANY_STEP);
  const found =
    direction > 0 ? loads.find((load) => load > now) : loads.findLast((load) => load < now);
  return found ?? now;
}

const chosen = (form, name) => form.querySelector(`[name="${name}"]:checked`);

const wordsOf = (input) => input?.closest("label").textContent.trim() ?? "";

const lower = (text) => text.charAt(0).toLowerCase() + text.slice(1);

function step(button) {
  const input = button.parentElement.querySelector("input");
  const direction = Number(button.dataset.step);
  if (input.name === "load") {
    const implement = chosen(input.form, "implement")?.value;
    input.value = plain(nextLoad(input, implement, direction));
  } else {
    input.value = Math.min(999, Math.max(1, (number(input.value) || 0) + direction));
  }
}

const tempoParts = (form) => form.elements.tempo.value.split("-");

// The chips for squeeze and way down write into the tempo, and show what is typed there.
function chipsToTempo(form, fieldset) {
  const parts = tempoParts(form);
  const picked = fieldset.querySelector(":checked");
  if (parts.length !== 4 || !picked) return;
  parts[Number(fieldset.dataset.tempoPart)] = picked.value;
  form.elements.tempo.value = parts.join("-");
}

function tempoToChips(form) {
  const parts = tempoParts(form);
  for (const fieldset of form.querySelectorAll("[data-tempo-part]")) {
    for (const input of fieldset.querySelectorAll("input")) {
      input.checked = input.value === parts[Number(fieldset.dataset.tempoPart)];
    }
  }
}

function methodWords(form) {
  const tempo = [...form.querySelectorAll("[data-tempo-part] :checked")]
    .filter((input) => !input.closest("label").previousElementSibling?.matches("legend"))
    .map(wordsOf);
  const bands = ["knees", "hips"]
    .map((where) => [form.elements[`band_${where}`]?.value, where])
    .filter(([name]) => name)
    .map(([name, where]) => `${/band$/i.test(name) ? name : `${name} band`} at ${where}`);
  const words = [
    wordsOf(chosen(form, "implement")),
    lower(wordsOf(chosen(form, "side"))),
    ...tempo,
    ...bands,
  ];
  return words.filter(Boolean).join(" · ");
}

// Shows what belongs to the chosen method only: a load, rotated hips, a pause to cut short.
function follow(form) {
  const bodyWeight = chosen(form, "implement")?.value === "bodyweight";
  form.querySelector("[data-loaded]").hidden = bodyWeight;
  form.elements.load.disabled = bodyWeight;
  form.querySelector(".one-leg").hidden = chosen(form, "side")?.value === "both";
  const pause = form.querySelector(".with-pause");
  if (pause) pause.hidden = !(Number(tempoParts(form)[3]) > 0);
  tempoToChips(form);
  const summary = form.querySelector(".method > summary");
  const words = methodWords(form);
  summary.querySelector("[data-method-words]").textContent = words;
  summary.setAttribute("aria-label", `Change method: ${words}`);
}

const entry = () => document.getElementById("set-entry");

document.addEventListener("click", (event) => {
  const button = event.target.closest("#set-entry .stepper > button");
  if (button) step(button);
});

document.addEventListener("change", (event) => {
  const form = event.target.closest("#set-entry");
  if (!form) return;
  const fieldset = event.target.closest("[data-tempo-part]");
  if (fieldset) chipsToTempo(form, fieldset);
  follow(form);
});

// Enter in a box of the entry form logs the set only by its button, not by the first stepper.
document.addEventListener("toggle", (event) => {
  event.target.querySelector("summary")?.setAttribute("aria-expanded", event.target.open);
}, true);

document.addEventListener("htmx:load", () => entry() && follow(entry()));
if (entry()) follow(entry());
