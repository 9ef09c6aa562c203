/* Where in the story the reader is; and findings of one kind alone. */
for (const contents of document.querySelectorAll(".contents")) {
  const links = [...contents.querySelectorAll("a")];
  const parts = new Map(links.map((link) => [document.getElementById(link.hash.slice(1))?.closest("section, aside"), link]));
  parts.delete(undefined);
  const seen = new Set();
  const watcher = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) seen[isIntersecting ? "add" : "delete"](target);
    const here = [...parts.keys()].find((part) => seen.has(part));
    for (const [part, link] of parts) {
      if (part !== here) { link.removeAttribute("aria-current"); continue; }
      link.setAttribute("aria-current", "location");
      contents.scrollLeft = Math.max(0, link.offsetLeft - contents.clientWidth / 2);
    }
  }, { rootMargin: "-25% 0px -70% 0px" });
  for (const part of parts.keys()) watcher.observe(part);
}

for (const kinds of document.querySelectorAll(".kinds")) {
  const section = kinds.closest("section");
  const buttons = [...kinds.querySelectorAll("button")];
  kinds.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    const kind = button.getAttribute("aria-pressed") === "true" ? "" : button.dataset.kind;
    for (const one of buttons) one.setAttribute("aria-pressed", String(one.dataset.kind === kind));
    section.classList.toggle("sifted", Boolean(kind));
    for (const finding of section.querySelectorAll(".finding")) finding.classList.toggle("sought", finding.classList.contains(kind || "finding"));
  });
}

