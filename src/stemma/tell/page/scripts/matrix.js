/* A table of claims by report that has no room becomes a list: under each claim who has it. */
for (const matrix of document.querySelectorAll("[data-matrix]")) {
  const section = matrix.closest("section");
  const change = section.querySelector("[data-matrix-form]");
  let width = 0, wished = null;
  const lay = () => {
    matrix.classList.remove("listed", "whole");
    const fits = matrix.offsetWidth <= section.clientWidth;
    const listed = wished ? wished === "list" : !fits;
    matrix.classList.toggle("listed", listed);
    matrix.classList.toggle("whole", fits && !listed);
    matrix.parentElement.tabIndex = fits || listed ? -1 : 0;
    change.hidden = false;
    change.textContent = listed ? "Show as a table" : "Show as a list";
  };
  change.addEventListener("click", () => {
    wished = matrix.classList.contains("listed") ? "table" : "list";
    lay();
  });
  new ResizeObserver(() => {
    if (section.clientWidth === width) return;
    width = section.clientWidth;
    lay();
  }).observe(section);
  lay();
}

