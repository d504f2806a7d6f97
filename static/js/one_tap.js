// A tap that follows this soon, in milliseconds, is the second half of a double tap. It would log
// the set once more, or delete the row that has moved under the thumb.
const ONE_TAP = 600;

const GUARDED = "#log-set, .set-row button";

let resting;

function mark() {
  for (const button of document.querySelectorAll(GUARDED)) {
    if (resting) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
}

function rest() {
  clearTimeout(resting);
  resting = setTimeout(() => {
    resting = undefined;
    mark();
  }, ONE_TAP);
  mark();
}

document.addEventListener("htmx:afterSwap", rest);

document.addEventListener("click", (event) => {
  if (!event.target.closest(GUARDED)) return;
  if (resting) {
    event.preventDefault();
    event.stopPropagation();
  } else {
    rest();
  }
}, true);
