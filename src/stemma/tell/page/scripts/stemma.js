/* The drawing of the stemma: drag, zoom, keys, and the evidence for what is picked. */
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const between = (least, value, most) => Math.min(Math.max(value, least), most);

for (const drawing of document.querySelectorAll("[data-stemma]")) {
  const story = drawing.closest("[data-story]");
  const section = drawing.closest("section");
  const picker = pickers.get(story);
  const svg = drawing.querySelector("svg");
  const reasons = section.querySelector("[data-reasons]");
  const chosen = section.querySelector("[data-chosen]");
  const putBack = section.querySelector("[data-put-back]");
  const [boxWidth, boxHeight] = drawing.dataset.box.split(" ").map(Number);
  const whole = { width: Number(svg.getAttribute("width")), height: Number(svg.getAttribute("height")) };
  const sizes = [{ ...whole }, null];
  const folding = section.querySelector("[data-folding]");
  let folded = false;
  /* Where a node stands, copies unfolded and folded; one that is away has no place. */
  const nodes = [...svg.querySelectorAll("[data-node]")].map((element) => {
    const [left, top] = element.getAttribute("transform").match(/[\d.]+/g).map(Number);
    const spot = element.dataset.folded ? element.dataset.folded.split(" ").map(Number) : null;
    return { element, left, top, homes: ["fold" in element.dataset ? null : [left, top], spot] };
  });
  const home = (node) => node.homes[Number(folded)];
  const lines = [...svg.querySelectorAll(".edge")].map((element) => ({ element, ends: element.dataset.ends.split(" ").map(Number) }));
  const view = { left: 0, top: 0, scale: 1 };
  const frame = { width: 0, height: 0 };
  let gliding = 0;

  const apply = () => {
    const width = frame.width / view.scale, height = frame.height / view.scale;
    view.left = between(Math.min(0, whole.width - width) - width / 3, view.left, Math.max(0, whole.width - width) + width / 3);
    view.top = between(Math.min(0, whole.height - height) - height / 3, view.top, Math.max(0, whole.height - height) + height / 3);
    svg.setAttribute("viewBox", `${view.left} ${view.top} ${width} ${height}`);
    const hidden = { above: view.top, left: view.left, below: whole.height - view.top - height, right: whole.width - view.left - width };
    for (const [side, length] of Object.entries(hidden)) drawing.classList.toggle(`more-${side}`, length > 16);
  };
  const fit = () => between(0.15, Math.min(frame.width / whole.width, frame.height / whole.height), 1);
  const measure = () => {
    frame.width = drawing.clientWidth;
    const readable = between(0.7, frame.width / whole.width, 1);
    frame.height = between(150, whole.height * readable, Math.max(300, window.innerHeight * 0.7));
    svg.setAttribute("width", frame.width);
    svg.setAttribute("height", frame.height);
    return readable;
  };
  const glide = (goal) => {
    cancelAnimationFrame(gliding);
    if (calm.matches) { Object.assign(view, goal); apply(); return; }
    const start = { ...view }, began = performance.now();
    const move = (now) => {
      const share = between(0, (now - began) / 160, 1), eased = 1 - (1 - share) ** 3;
      for (const key of Object.keys(goal)) view[key] = start[key] + (goal[key] - start[key]) * eased;
      apply();
      if (share < 1) gliding = requestAnimationFrame(move);
    };
    gliding = requestAnimationFrame(move);
  };
  /* What stands at (x, y), pixels of the frame, stays there. */
  const zoomed = (factor, x = frame.width / 2, y = frame.height / 2) => {
    const scale = between(0.15, view.scale * factor, 3);
    return { scale, left: view.left + x / view.scale - x / scale, top: view.top + y / view.scale - y / scale };
  };
  const zoom = (direction) => {
    if (direction) { glide(zoomed(direction > 0 ? 1.3 : 1 / 1.3)); return; }
    const scale = fit();
    glide({ scale, left: Math.min(0, (whole.width - frame.width / scale) / 2), top: Math.min(0, (whole.height - frame.height / scale) / 2) });
  };
  const pan = (x, y) => { view.left += x / view.scale; view.top += y / view.scale; apply(); };

  /* The same lines as those drawn in the first place, for boxes that have moved. */
  const path = (source, target) => {
    const right = source.left + boxWidth, middle = source.top + boxHeight / 2, goal = target.top + boxHeight / 2;
    if (target.left > source.left) {
      const half = (target.left - right) / 2;
      return `M${right} ${middle} C${right + half} ${middle} ${target.left - half} ${goal} ${target.left} ${goal}`;
    }
    const outer = Math.max(source.left, target.left) + boxWidth + 60;
    return `M${right} ${middle} Q${outer} ${(middle + goal) / 2} ${target.left + boxWidth} ${goal}`;
  };
  const place = (number, left, top) => {
    const node = nodes[number];
    Object.assign(node, { left, top });
    node.element.setAttribute("transform", `translate(${left} ${top})`);
    for (const { element, ends } of lines) {
      if (ends.includes(number)) element.querySelectorAll("path").forEach((one) => one.setAttribute("d", path(nodes[ends[0]], nodes[ends[1]])));
    }
    putBack.hidden = false;
  };

  const fold = (wanted) => {
    folded = wanted;
    nodes.forEach((node, number) => {
      node.element.classList.toggle("away", !home(node));
      if (home(node)) place(number, ...home(node));
    });
    for (const { element, ends } of lines) element.classList.toggle("away", ends.some((end) => !home(nodes[end])));
    Object.assign(whole, sizes[Number(folded)]);
    putBack.hidden = true;
    folding.textContent = folded ? "All copies" : "Fold copies";
    if (!home(nodes[current])) attend(nodes.findIndex(home));
  };
  const refit = () => {
    view.scale = measure();
    Object.assign(view, { left: Math.min(0, (whole.width - frame.width / view.scale) / 2), top: 0 });
    apply();
  };
  const unfoldAt = (number) => {
    const parent = lines.find(({ element, ends }) => element.matches(".fold") && ends[1] === number).ends[0];
    fold(false);
    refit();
    attend(parent);
    bringIntoView(nodes[parent]);
    nodes[parent].element.focus();
  };

  const forget = () => {
    section.classList.remove("has-chosen");
    section.querySelectorAll(".chosen").forEach((one) => one.classList.remove("chosen"));
    if (chosen) chosen.hidden = true;
  };
  const choose = (test, words, opens) => {
    forget();
    section.classList.add("has-chosen");
    for (const { element, ends } of lines) {
      if (!test(element.dataset.pick, ends)) continue;
      element.classList.add("chosen");
      ends.forEach((end) => nodes[end].element.classList.add("chosen"));
      document.getElementById(`${element.dataset.pick}-why`)?.classList.add("chosen");
    }
    if (!reasons) return;
    reasons.open = true;
    chosen.hidden = false;
    chosen.querySelector("[data-chosen-text]").textContent = words;
    const link = chosen.querySelector("[data-open]");
    link.hidden = !opens;
    if (opens) { link.dataset.open = opens; link.href = `#${story.id}-${opens}`; }
  };
  const chooseNode = (number) => {
    const { element } = nodes[number];
    if ("fold" in element.dataset) { unfoldAt(number); return; }
    const count = lines.filter(({ element: line, ends }) => line.dataset.pick && ends.includes(number)).length;
    picker.clear();
    choose((_, ends) => ends.includes(number), `${element.dataset.name}: ${count ? `${count} ${count === 1 ? "line" : "lines"}` : "no line leads to it or from it"}`, element.dataset.report);
    element.classList.add("chosen");
    if (element.dataset.report && window.matchMedia("(min-width: 72rem)").matches) picker.show(picker.sections.get(Number(element.dataset.report)).section);
  };
  story.addEventListener("unpicked", forget);
  story.addEventListener("picked", ({ detail: { key } }) => {
    const line = lines.find(({ element }) => element.dataset.pick === key);
    if (line && line.ends.some((end) => !home(nodes[end]))) { fold(false); refit(); }
    if (line) choose((name) => name === key, line.element.getAttribute("aria-label"));
  });

  /* Of the nodes one is in the order of the Tab key; arrows lead from it to its neighbours. */
  let current = 0;
  const attend = (number) => {
    nodes[current].element.setAttribute("tabindex", "-1");
    current = number;
    nodes[current].element.setAttribute("tabindex", "0");
  };
  const bringIntoView = ({ left, top }) => {
    const width = frame.width / view.scale, height = frame.height / view.scale, edge = 10;
    view.left = between(left + boxWidth + edge - width, view.left, left - edge);
    view.top = between(top + boxHeight + edge - height, view.top, top - edge);
    apply();
  };
  const neighbour = (number, x, y) => {
    const from = nodes[number];
    let best = number, least = Infinity;
    nodes.forEach((node, other) => {
      const across = node.left - from.left, down = node.top - from.top;
      const along = across * x + down * y, aside = Math.abs(across * y) + Math.abs(down * x);
      if (home(node) && along > 1 && along + 2 * aside < least) { best = other; least = along + 2 * aside; }
    });
    return best;
  };
  nodes.forEach(({ element }, number) => {
    element.setAttribute("tabindex", number ? "-1" : "0");
    element.addEventListener("focus", () => { attend(number); if (element.matches(":focus-visible")) bringIntoView(nodes[number]); });
  });

  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const zooms = { "+": 1, "=": 1, "-": -1, _: -1, 0: 0 };
  drawing.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const node = event.target.closest("[data-node]");
    const number = node && Number(node.dataset.node);
    if (event.key in zooms) zoom(zooms[event.key]);
    else if (event.key in arrows) {
      const [x, y] = arrows[event.key];
      if (!node) pan(60 * x, 60 * y);
      else if (event.shiftKey) place(number, nodes[number].left + 12 * x, nodes[number].top + 12 * y);
      else nodes[neighbour(number, x, y)].element.focus();
    } else if (node && event.key === "Home") nodes.find(home).element.focus();
    else if (node && event.key === "End") nodes.findLast(home).element.focus();
    else if ((event.key === "Enter" || event.key === " ") && event.target !== drawing) {
      event.target.closest("[data-node], .edge").dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    } else return;
    event.preventDefault();
  });

  /* One pointer drags a node or the ground; two zoom. */
  const pointers = new Map();
  let held = null, moved = false;
  const spread = () => {
    const [one, other] = [...pointers.values()];
    return { apart: Math.hypot(one.x - other.x, one.y - other.y) || 1, x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
  };
  drawing.addEventListener("dragstart", (event) => event.preventDefault());
  drawing.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (pointers.size === 1) {
      const node = event.target.closest("[data-node]");
      held = { node: node && Number(node.dataset.node), x: event.clientX, y: event.clientY };
      moved = false;
    }
  });
  drawing.addEventListener("pointermove", (event) => {
    const last = pointers.get(event.pointerId);
    if (!last || !held) return;
    const x = event.clientX - last.x, y = event.clientY - last.y;
    if (!moved && pointers.size === 1 && Math.hypot(event.clientX - held.x, event.clientY - held.y) < 4) return;
    if (!moved) { moved = true; drawing.setPointerCapture(event.pointerId); drawing.classList.add("dragging"); }
    const before = pointers.size === 2 && spread();
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (before) {
      const now = spread(), corner = drawing.getBoundingClientRect();
      Object.assign(view, zoomed(now.apart / before.apart, before.x - corner.left, before.y - corner.top));
      pan(before.x - now.x, before.y - now.y);
    } else if (held.node === null) pan(-x, -y);
    else place(held.node, nodes[held.node].left + x / view.scale, nodes[held.node].top + y / view.scale);
  });
  const release = (event) => {
    pointers.delete(event.pointerId);
    if (pointers.size) return;
    held = null;
    drawing.classList.remove("dragging");
  };
  drawing.addEventListener("pointerup", release);
  drawing.addEventListener("pointercancel", release);
  drawing.addEventListener("click", (event) => {
    const node = event.target.closest("[data-node]");
    if (!moved && !node) return;
    event.preventDefault();
    if (moved) event.stopPropagation();
    else chooseNode(Number(node.dataset.node));
    moved = false;
  }, true);
  drawing.addEventListener("wheel", (event) => {
    const corner = drawing.getBoundingClientRect();
    if (event.ctrlKey) Object.assign(view, zoomed(Math.exp(-between(-60, event.deltaY, 60) * 0.006), event.clientX - corner.left, event.clientY - corner.top));
    else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) view.left += event.deltaX / view.scale;
    else return;
    event.preventDefault();
    apply();
  }, { passive: false });

  section.addEventListener("click", (event) => {
    const target = event.target.closest("[data-zoom], [data-folding], [data-put-back], [data-all-lines], [data-show-citations]");
    if (!target) return;
    if (target.dataset.zoom) zoom(Number(target.dataset.zoom));
    else if (target === folding) { fold(!folded); refit(); }
    else if (target.dataset.putBack !== undefined) {
      nodes.forEach((node, number) => home(node) && place(number, ...home(node)));
      putBack.hidden = true;
    } else if (target.dataset.allLines !== undefined) picker.clear();
    else { drawing.classList.remove("calm"); target.remove(); }
  });

  drawing.classList.add("live");
  section.querySelector("[data-zoom-tools]").hidden = false;
  if (reasons && getComputedStyle(reasons.parentElement).display === "grid") reasons.open = true;
  if (folding) {
    const [width, height] = drawing.dataset.foldedSize.split(" ").map(Number);
    sizes[1] = { width, height };
    fold(true);
  }
  refit();
  new ResizeObserver(() => {
    if (drawing.clientWidth === frame.width || !drawing.clientWidth) return;
    measure();
    apply();
  }).observe(drawing);
  let refold = false;
  window.addEventListener("beforeprint", () => {
    refold = folded;
    if (refold) fold(false);
    svg.setAttribute("viewBox", `0 0 ${whole.width} ${whole.height}`);
    svg.setAttribute("width", whole.width);
    svg.setAttribute("height", whole.height);
  });
  window.addEventListener("afterprint", () => { if (refold) fold(true); measure(); apply(); });
}
