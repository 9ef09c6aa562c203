"use strict";

/* A link to something folded unfolds it. */
const unfold = () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) target.open = true;
};
window.addEventListener("hashchange", unfold);
unfold();

/* A menu closes with Escape, and when somebody turns elsewhere. */
for (const menu of document.querySelectorAll("details.menu")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
  });
  document.addEventListener("click", ({ target }) => {
    if (!menu.contains(target)) menu.open = false;
  });
}

/* Choosing reports of a story to compare. */
const chooser = document.querySelector("[data-chooser]");
if (chooser) {
  const boxes = [...chooser.querySelectorAll('input[type="checkbox"]')];
  const update = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    for (const box of boxes) box.disabled = !box.checked && chosen >= 4;
    chooser.querySelector("button").disabled = chosen < 2;
  };
  chooser.addEventListener("change", update);
  update();
}
