/* In which words each report has a claim: a row below it, the report that has it first at the top. */
const element = (name, text, attributes = {}) => {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

for (const matrix of document.querySelectorAll("[data-matrix]")) {
  const story = matrix.closest("[data-story]");
  const { sections } = pickers.get(story);
  const close = () => matrix.querySelector(".wordings")?.remove();

  story.addEventListener("unpicked", close);
  story.addEventListener("picked", ({ detail: { key, holder } }) => {
    if (!holder || !matrix.contains(holder)) return;
    const row = holder.closest("tr");
    const byReport = new Map();
    for (const span of readWords(holder.dataset.words)) {
      byReport.set(span.report, [...(byReport.get(span.report) || []), span]);
    }
    const list = element("ol");
    for (const [report, spans] of byReport) {
      const { section } = sections.get(report);
      const line = element("li");
      line.append(
        element("a", section.querySelector("[data-label]").textContent, {
          href: `#${section.id}`, "data-pick": key, "data-at": `${report}.${spans[0].start}-${spans[0].end}`,
        }),
        " ",
        element("span", list.children.length ? section.dataset.moment : `${section.dataset.moment}, first`, { class: "quiet" }),
        element("q", spans.map((span) => quoteWords(section, span)).join(" … ")),
      );
      list.append(line);
    }
    const cell = element("td", "", { colspan: row.children.length });
    const frame = element("div");
    frame.append(list);
    cell.append(frame);
    const below = element("tr", "", { class: "wordings" });
    below.append(cell);
    row.after(below);
  });
}
