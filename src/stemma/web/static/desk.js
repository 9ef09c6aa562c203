"use strict";

/* A link to something folded unfolds it. */
const unfold = () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) target.open = true;
};
window.addEventListener("hashchange", unfold);
unfold();

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
