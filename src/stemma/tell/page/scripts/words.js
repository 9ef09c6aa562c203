/* Words by their place: "3.120-180" are the code points 120 to 180 of the report numbered 3. */
document.documentElement.classList.add("js");

const readWords = (words) => (words || "").split(" ").filter(Boolean).map((one) => {
  const [report, start, end] = one.split(/[.-]/).map(Number);
  return { report, start, end };
});

/* Browsers count in UTF-16, where a code point may be two. */
const unitsBefore = (text, points) => {
  let units = 0;
  for (const letter of text) {
    if (points-- <= 0) break;
    units += letter.length;
  }
  return units;
};

const linesOf = (report, { start, end }) => [...report.querySelectorAll("[data-start]")].flatMap((line) => {
  const first = Number(line.dataset.start);
  if (first >= end) return [];
  const text = line.textContent;
  if (first + text.length <= start) return [];
  const left = unitsBefore(text, start - first), right = unitsBefore(text, end - first);
  return left < right ? [{ line, left, right, text: text.slice(left, right) }] : [];
});

const quoteWords = (report, span) => linesOf(report, span).map((one) => one.text).join(" ");

/* Words are lit by an element of their own, which is taken away when they go out. */
const lightWords = (report, span) => linesOf(report, span).flatMap(({ line, left, right }) => {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const pieces = [];
  for (let node = walker.nextNode(), at = 0; node; at += node.data.length, node = walker.nextNode()) {
    const from = Math.max(left - at, 0), to = Math.min(right - at, node.data.length);
    if (from < to) pieces.push([node, from, to]);
  }
  return pieces.map(([node, from, to]) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const lit = document.createElement("span");
    lit.className = "lit";
    range.surroundContents(lit);
    return lit;
  });
});

const putOut = (lit) => {
  for (const one of lit) {
    const line = one.parentNode;
    one.replaceWith(...one.childNodes);
    line.normalize();
  }
};

/* Spans of one report that overlap are one passage; passages are in the order of the texts. */
const joinWords = (spans, order) => {
  const passages = [];
  for (const span of [...spans].sort((a, b) => order(a.report) - order(b.report) || a.start - b.start || b.end - a.end)) {
    const last = passages.at(-1);
    if (last && last.report === span.report && span.start < last.end) last.end = Math.max(last.end, span.end);
    else passages.push({ ...span });
  }
  return passages;
};
