// Takes the flaws back once a set is called clean after all.
document.addEventListener("change", ({ target }) => {
  if (target.name !== "form_answer" || target.value !== "clean") return;
  for (const flaw of target.closest(".form-answer").querySelectorAll(".flaws input")) {
    flaw.checked = false;
  }
});
