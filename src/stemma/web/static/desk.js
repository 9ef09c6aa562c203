"use strict";

/* New stories and changes appear without a reload. */
const live = document.querySelector("[data-live]");
if (live && "EventSource" in window) {
  const here = live.dataset.live;
  const events = new EventSource("/live");
  events.addEventListener("change", (event) => {
    const changed = JSON.parse(event.data).stories;
    if (here === "list") htmx.trigger(document.querySelector("form.filter"), "submit");
    else if (changed.includes(here)) live.hidden = false;
  });
  window.addEventListener("pagehide", () => events.close());
}
for (const button of document.querySelectorAll("[data-reload]")) {
  button.addEventListener("click", () => location.reload());
}

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

/* Passages that neighbours share, joined by bands. */
const compared = document.querySelector("[data-compare]");
if (compared) {
  const bands = compared.querySelector(".bands");
  const columns = compared.querySelector(".columns");
  const spans = [...compared.querySelectorAll("[data-in]")];
  const byKey = new Map();
  for (const span of spans) {
    for (const key of span.dataset.in.split(" ")) {
      if (!byKey.has(key)) byKey.set(key, []);
      byKey.get(key).push(span);
    }
  }
  const light = (key, lit) => {
    for (const span of byKey.get(key) || []) span.classList.toggle("lit", lit);
    for (const path of bands.querySelectorAll("path")) if (path.dataset.key === key) path.classList.toggle("lit", lit);
  };
  const draw = () => {
    bands.replaceChildren();
    const frame = columns.getBoundingClientRect();
    bands.setAttribute("width", frame.width);
    bands.setAttribute("height", frame.height);
    const sections = [...columns.querySelectorAll("section")];
    if (sections.length < 2 || sections[0].getBoundingClientRect().top !== sections[1].getBoundingClientRect().top) return;
    for (const [key, found] of byKey) {
      if (!key.startsWith("p")) continue;
      const at = Number(key.slice(1).split("-")[0]);
      const boxes = [at, at + 1].map((place) => {
        const inside = found.filter((span) => sections[place].contains(span)).map((span) => span.getBoundingClientRect());
        return inside.length && {
          top: Math.min(...inside.map((box) => box.top)) - frame.top,
          bottom: Math.max(...inside.map((box) => box.bottom)) - frame.top,
        };
      });
      if (!boxes[0] || !boxes[1]) continue;
      const left = sections[at].getBoundingClientRect().right - frame.left;
      const right = sections[at + 1].getBoundingClientRect().left - frame.left;
      const middle = (left + right) / 2;
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.dataset.key = key;
      path.setAttribute("d", `M${left} ${boxes[0].top}C${middle} ${boxes[0].top} ${middle} ${boxes[1].top} ${right} ${boxes[1].top}V${boxes[1].bottom}C${middle} ${boxes[1].bottom} ${middle} ${boxes[0].bottom} ${left} ${boxes[0].bottom}Z`);
      bands.append(path);
    }
  };
  for (const span of spans) {
    const keys = span.dataset.in.split(" ");
    span.addEventListener("mouseenter", () => keys.forEach((key) => light(key, true)));
    span.addEventListener("mouseleave", () => keys.forEach((key) => light(key, false)));
  }
  for (const button of compared.querySelectorAll("[data-mark]")) {
    button.addEventListener("click", () => {
      const pressed = button.getAttribute("aria-pressed") === "true";
      button.setAttribute("aria-pressed", String(!pressed));
      light(button.dataset.mark, !pressed);
      const first = (byKey.get(button.dataset.mark) || [])[0];
      if (!pressed && first) first.scrollIntoView({ block: "center" });
    });
  }
  window.addEventListener("resize", draw);
  draw();
}
