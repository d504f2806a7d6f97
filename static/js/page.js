// Says when a change did not reach the server. htmx swaps 422 and 409 itself: those explain
// themselves in the page; what is left is a server in trouble or no connection.
const line = document.getElementById("trouble");

function say(text) {
  line.textContent = text;
}

for (const event of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.body.addEventListener(event, () => say("Could not save. Try again."));
}

document.body.addEventListener("htmx:beforeRequest", () => say(""));
