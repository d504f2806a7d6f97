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

// The load that can be built nearest to another one, the lighter of two as near.
function nearestLoad(input, implement) {
  const now = number(input.value) || 0;
  const loads = buildable(input, implement);
  const nearer = (best, load) => (Math.abs(load - now) < Math.abs(best - now) ? load : best);
  return loads.length ? plain(loads.reduce(nearer)) : input.value;
}

// What stood in the box for each implement, to be there again when the lifter comes back to it.
const loadsTyped = new Map();

// The implement that the form shows; a change event tells only the new one.
let implementShown;

function changeImplement(form, implement) {
  const { load } = form.elements;
  loadsTyped.set(implementShown, load.value);
  load.value = loadsTyped.get(implement) || nearestLoad(load, implement);
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

// What differs from the plain rep, in the words that the server has for it.
function tempoWords(parts) {
  const [down, bottom, up, top] = parts.map((part) => part.trim().toUpperCase());
  if (parts.length !== 4) return [];
  const said = [
    [down, "2", `${down} s down`],
    [bottom, "0", `${bottom} s at the bottom`],
    [up, "1", up === "X" ? "fast up" : `${up} s up`],
    [top, "0", `${top} s squeeze`],
  ];
  return said.filter(([seconds, plainly]) => seconds !== plainly).map(([, , words]) => words);
}

function methodWords(form) {
  const bands = ["knees", "hips"]
    .map((where) => [form.elements[`band_${where}`]?.value, where])
    .filter(([name]) => name)
    .map(([name, where]) => `${/band$/i.test(name) ? name : `${name} band`} at ${where}`);
  const words = [
    wordsOf(chosen(form, "implement")),
    lower(wordsOf(chosen(form, "side"))),
    ...tempoWords(tempoParts(form)),
    ...bands,
  ];
  return words.filter(Boolean).join(" · ");
}

// Shows a chip or hides it; a hidden one cannot stay chosen.
function offer(chip, fits) {
  chip.hidden = !fits;
  if (!fits) chip.querySelector("input").checked = false;
}

// Shows what belongs to the chosen method only: a load, rotated hips, a pause to cut short.
function follow(form) {
  implementShown = chosen(form, "implement")?.value;
  const bodyWeight = implementShown === "bodyweight";
  form.querySelector("[data-loaded]").hidden = bodyWeight;
  form.elements.load.disabled = bodyWeight;
  offer(form.querySelector(".one-leg"), chosen(form, "side")?.value !== "both");
  offer(form.querySelector(".with-pause"), Number(tempoParts(form)[3]) > 0);
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
  if (event.target.name === "implement") changeImplement(form, event.target.value);
  follow(form);
});

document.addEventListener("htmx:load", () => entry() && follow(entry()));

// The panel of the method closes with the set logged, and takes the page's length with it.
document.addEventListener("htmx:afterSwap", ({ detail }) => {
  if (detail.target.id === "set-entry") entry().scrollIntoView({ block: "nearest" });
});

if (entry()) follow(entry());
