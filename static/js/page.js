// Says when a change did not reach the server. htmx swaps 422 and 409 itself: those explain
// themselves in the page; what is left is a page out of date, a server in trouble, no connection.
const line = document.getElementById("trouble");

// Sent again, these would be refused again.
const OUT_OF_DATE = {
  403: "Not saved: this page has expired. Load it again.",
  404: "Not saved: what this belongs to is gone. Load the page again.",
};

function say(text) {
  line.textContent = text;
}

for (const event of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.body.addEventListener(event, ({ detail }) =>
    say(OUT_OF_DATE[detail.xhr?.status] ?? "Could not save. Try again."),
  );
}

document.body.addEventListener("htmx:beforeRequest", () => say(""));

// Where the focused button went with the part it stood in, the part that came instead takes over:
// otherwise the keyboard and the screen reader would start again at the top of the page.
document.body.addEventListener("htmx:afterSettle", ({ detail }) => {
  const part = document.getElementById(detail.target.id);
  if (!part || document.activeElement !== document.body) return;
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
});

// A panel whose head is named a button says, as a button would, whether it is open.
function tellWhetherOpen(panel) {
  panel.querySelector('summary[role="button"]')?.setAttribute("aria-expanded", panel.open);
}

document.addEventListener("toggle", ({ target }) => tellWhetherOpen(target), true);

document.addEventListener("htmx:load", ({ target }) => {
  target.querySelectorAll("details").forEach(tellWhetherOpen);
});

// A form sent twice by a double tap would be answered for the second time. htmx has its own way.
const ONE_TAP = 1000;
const sent = new WeakSet();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (sent.has(form)) event.preventDefault();
  sent.add(form);
  setTimeout(() => sent.delete(form), ONE_TAP);
});
