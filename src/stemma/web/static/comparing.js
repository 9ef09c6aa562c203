"use strict";
{
/* Texts side by side: what belongs together is joined by bands, and lights up together. */
for (const compared of document.querySelectorAll("[data-compare]")) {
  const bands = compared.querySelector(".bands");
  const columns = compared.querySelector(".columns");
  const sections = [...columns.querySelectorAll("section")];
  const spans = [...compared.querySelectorAll("[data-in]")];
  const buttons = [...compared.querySelectorAll("[data-mark]")];
  const byKey = new Map();
  for (const span of spans) {
    for (const key of span.dataset.in.split(" ")) {
      if (!byKey.has(key)) byKey.set(key, []);
      byKey.get(key).push(span);
    }
  }
  const pressed = new Set();
  const light = (key, lit) => {
    for (const span of byKey.get(key) || []) span.classList.toggle("lit", lit);
    for (const path of bands.querySelectorAll("path")) if (path.dataset.key === key) path.classList.toggle("lit", lit);
    for (const button of buttons) if (button.dataset.mark === key) button.classList.toggle("near", lit);
  };
  /* "p1-4" joins the second column with the third; changes ("c7") join the first two. */
  const draw = () => {
    bands.replaceChildren();
    const frame = columns.getBoundingClientRect();
    bands.setAttribute("width", frame.width);
    bands.setAttribute("height", frame.height);
    if (sections.length < 2 || Math.abs(sections[0].getBoundingClientRect().top - sections[1].getBoundingClientRect().top) > 2) return;
    for (const [key, found] of byKey) {
      if (!/^[pc]/.test(key)) continue;
      const at = key.startsWith("p") ? Number(key.slice(1).split("-")[0]) : 0;
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
      if (key.startsWith("c")) path.classList.add("change");
      path.setAttribute("d", `M${left} ${boxes[0].top}C${middle} ${boxes[0].top} ${middle} ${boxes[1].top} ${right} ${boxes[1].top}V${boxes[1].bottom}C${middle} ${boxes[1].bottom} ${middle} ${boxes[0].bottom} ${left} ${boxes[0].bottom}Z`);
      if (pressed.has(key)) path.classList.add("lit");
      bands.append(path);
    }
  };
  for (const span of spans) {
    const own = span.dataset.in.split(" ");
    span.addEventListener("mouseenter", () => own.forEach((key) => light(key, true)));
    span.addEventListener("mouseleave", () => own.forEach((key) => pressed.has(key) || light(key, false)));
  }
  for (const button of buttons) {
    const key = button.dataset.mark;
    button.addEventListener("click", () => {
      const on = !pressed.has(key);
      for (const other of [...pressed]) {
        pressed.delete(other);
        light(other, false);
        buttons.filter((one) => one.dataset.mark === other).forEach((one) => one.setAttribute("aria-pressed", "false"));
      }
      if (!on) return;
      pressed.add(key);
      button.setAttribute("aria-pressed", "true");
      light(key, true);
      const first = (byKey.get(key) || [])[0];
      if (first) first.scrollIntoView({ block: "center" });
    });
  }
  compared.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !pressed.size) return;
    const button = buttons.find((one) => pressed.has(one.dataset.mark));
    button.click();
    button.focus();
  });
  new ResizeObserver(draw).observe(columns);
}

/* A report by itself: what is said lights up with who says it. */
for (const reading of document.querySelectorAll("[data-reading]")) {
  const spans = [...reading.querySelectorAll("[data-in]")];
  const buttons = new Map([...reading.querySelectorAll("[data-says]")].map((one) => [one.dataset.says, one]));
  const list = reading.querySelector("[data-sayings]");
  let held = null;
  const light = (key, lit) => {
    for (const span of spans) if (span.dataset.in.split(" ").includes(key)) span.classList.toggle("lit", lit);
    buttons.get(key)?.closest("li").classList.toggle("near", lit);
  };
  const bring = (button) => {
    const entry = button.closest("li");
    const box = entry.getBoundingClientRect(), frame = list.getBoundingClientRect();
    if (list.scrollHeight > list.clientHeight && (box.top < frame.top || box.bottom > frame.bottom)) list.scrollTop += box.top - frame.top - 40;
  };
  const hold = (key, { scroll }) => {
    if (held) {
      light(held, false);
      buttons.get(held).setAttribute("aria-pressed", "false");
    }
    held = held === key ? null : key;
    if (!held) return;
    light(held, true);
    buttons.get(held).setAttribute("aria-pressed", "true");
    bring(buttons.get(held));
    if (scroll) spans.find((span) => span.dataset.in.split(" ").includes(held))?.scrollIntoView({ block: "center" });
  };
  for (const [key, button] of buttons) button.addEventListener("click", () => hold(key, { scroll: true }));
  for (const span of spans) {
    const key = span.dataset.in.split(" ").at(-1);
    span.addEventListener("mouseenter", () => { light(key, true); bring(buttons.get(key)); });
    span.addEventListener("mouseleave", () => { if (key !== held) light(key, false); });
    span.addEventListener("click", () => { if (getSelection().isCollapsed) hold(key, { scroll: false }); });
  }
  reading.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && held) hold(held, { scroll: false });
  });
}
}
