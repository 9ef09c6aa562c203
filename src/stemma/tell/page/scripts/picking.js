/* Picking an answer lights up the words that it rests on, passage by passage. */
const pickers = new Map();

for (const story of document.querySelectorAll("[data-story]")) {
  const bar = story.querySelector("[data-picked]");
  const told = story.querySelector("[data-picked-text]");
  const link = story.querySelector("[data-passage-link]");
  const reports = story.querySelector(".reports");
  const sections = new Map([...reports.querySelectorAll("[data-number]")].map((one, place) => [Number(one.dataset.number), { section: one, place }]));
  const wide = window.matchMedia("(min-width: 72rem)");
  let passages = [], at = 0, from = null;

  const clear = () => {
    putOut(passages.flatMap((one) => one.lit));
    story.querySelectorAll('[data-pick][aria-pressed="true"]').forEach((one) => one.setAttribute("aria-pressed", "false"));
    passages = [];
    bar.hidden = true;
    story.dispatchEvent(new CustomEvent("unpicked"));
  };
  if (!wide.matches) reports.querySelectorAll("details.body").forEach((one) => { one.open = false; });
  window.addEventListener("beforeprint", () => reports.querySelectorAll("details.body").forEach((one) => { one.open = true; }));

  const show = (element) => {
    const folded = element.closest("details.body") || element.querySelector("details.body");
    if (folded) folded.open = true;
    if (wide.matches) {
      const offset = element.getBoundingClientRect().top - reports.getBoundingClientRect().top;
      reports.scrollTo({ top: reports.scrollTop + offset - 90, behavior: "auto" });
      if (reports.getBoundingClientRect().top > window.innerHeight * 0.6) reports.scrollIntoView({ block: "nearest" });
    } else {
      element.scrollIntoView({ block: "center", behavior: "auto" });
    }
  };
  const step = (by, quiet) => {
    if (!passages.length) return;
    at = (at + by + passages.length) % passages.length;
    const { report, start, end, lit } = passages[at];
    const { section } = sections.get(report);
    passages.forEach((one, place) => one.lit.forEach((piece) => piece.classList.toggle("here", place === at && passages.length > 1)));
    told.textContent = `Passage ${at + 1} of ${passages.length}: ${section.querySelector("[data-label]").textContent}`;
    link.href = story.dataset.spans ? `${story.dataset.spans}${section.dataset.digest}/${start}-${end}` : `#span-${section.dataset.digest}-${start}-${end}`;
    link.dataset.link = `span-${section.dataset.digest}-${start}-${end}`;
    if (!quiet && lit.length) show(lit[0]);
  };
  const pickWords = (words, { start, quiet } = {}) => {
    const order = (report) => sections.get(report).place;
    passages = joinWords(readWords(words).filter((one) => sections.has(one.report)), order);
    for (const one of passages) one.lit = lightWords(sections.get(one.report).section, one);
    passages = passages.filter((one) => one.lit.length);
    bar.hidden = false;
    link.hidden = !passages.length;
    if (!passages.length) { told.textContent = "Nothing in the texts to point at"; return; }
    const [first] = readWords(start);
    at = first ? Math.max(0, passages.findIndex((one) => one.report === first.report && one.start <= first.start && first.start < one.end)) : 0;
    step(0, quiet);
  };
  const pick = (key, options = {}) => {
    clear();
    from = options.origin || null;
    const holder = story.querySelector(`[data-words][data-pick="${key}"], [data-words-of="${key}"]`);
    pickWords(holder?.dataset.words, options);
    story.querySelectorAll(`button[data-pick="${key}"]`).forEach((one) => {
      if (!one.dataset.at) one.setAttribute("aria-pressed", "true");
    });
    story.dispatchEvent(new CustomEvent("picked", { detail: { key, holder } }));
  };
  pickers.set(story, { pick, pickWords, clear, show, sections });

  story.addEventListener("click", (event) => {
    const target = event.target.closest("[data-pick], [data-open], [data-show-more], [data-step], [data-clear], [data-back]");
    if (!target) return;
    if (target.dataset.showMore !== undefined) {
      const whole = target.closest(".speaker, section");
      for (const one of whole.querySelectorAll(".more")) if (one.parentElement.closest(".speaker, section") === whole) one.classList.add("shown");
      target.remove();
    } else if (target.dataset.step) step(Number(target.dataset.step));
    else if (target.dataset.clear !== undefined) clear();
    else if (target.dataset.back !== undefined) { from?.scrollIntoView({ block: "center" }); from?.focus({ preventScroll: true }); }
    else if (target.dataset.pick) {
      event.preventDefault();
      const opensBelow = !wide.matches && target.matches("[data-matrix] button, .edge");
      if (target.getAttribute("aria-pressed") === "true") clear();
      else pick(target.dataset.pick, { start: target.dataset.at, origin: target, quiet: opensBelow });
    } else if (target.dataset.open) {
      event.preventDefault();
      const { section } = sections.get(Number(target.dataset.open));
      target.closest("details.index")?.removeAttribute("open");
      show(section);
      section.focus({ preventScroll: true });
    }
  });
  story.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });
}
