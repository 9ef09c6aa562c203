/* What an address names is unfolded, shown and lit; a link that is clicked is copied. */
const showWords = (digest, start, end) => {
  const section = document.querySelector(`[data-digest="${digest}"]`);
  const picker = pickers.get(section?.closest("[data-story]"));
  if (picker) picker.clear();
  if (picker) picker.pickWords(`${section.dataset.number}.${start}-${end}`);
  else if (section) lightWords(section, { start, end })[0]?.scrollIntoView({ block: "center" });
  return section;
};
const showAnswer = (name) => {
  const answer = document.getElementById(name);
  const story = answer?.closest("[data-story]");
  if (!story) return null;
  if (answer.classList.contains("more")) answer.classList.add("shown");
  pickers.get(story).pick(answer.querySelector("[data-pick]").dataset.pick, { origin: answer, quiet: !window.matchMedia("(min-width: 72rem)").matches });
  answer.scrollIntoView({ block: "center" });
  return answer;
};
const showAddressed = () => {
  const [, kind, digest, start, end] = /^#(claim|finding|span)-([0-9a-f]+)(?:-(\d+)-(\d+))?$/.exec(location.hash) || [];
  if (!kind) return;
  const found = kind === "span" ? showWords(digest, Number(start), Number(end)) : showAnswer(`${kind}-${digest}`);
  const gone = document.querySelector("[data-gone]");
  if (!gone) return;
  gone.hidden = Boolean(found);
  if (!found) gone.textContent = `The ${kind === "span" ? "report" : kind} that this link names is not told here any more: reports that came later can put claims and findings together anew.`;
};
window.addEventListener("hashchange", showAddressed);
showAddressed();

const copied = element("p", "", { role: "status", class: "copied" });
document.body.append(copied);
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-link]");
  if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.replaceState(null, "", `#${link.dataset.link}`);
  navigator.clipboard.writeText(link.href).then(
    () => {
      copied.textContent = "Link copied";
      setTimeout(() => { copied.textContent = ""; }, 2000);
    },
    () => location.assign(link.href),
  );
});
