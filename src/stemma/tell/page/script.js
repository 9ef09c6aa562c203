"use strict";
document.documentElement.classList.add("js");

for (const story of document.querySelectorAll("[data-story]")) {
  const bar = story.querySelector("[data-picked]");
  const said = story.querySelector("[data-picked-text]");
  const reports = story.querySelector(".reports");
  const wide = window.matchMedia("(min-width: 72rem)");
  let lit = [], groups = [], at = 0, from = null;

  const clear = () => {
    lit.forEach((segment) => segment.classList.remove("lit"));
    story.querySelectorAll('[aria-pressed="true"]').forEach((one) => one.setAttribute("aria-pressed", "false"));
    story.querySelectorAll(".chosen").forEach((one) => one.classList.remove("chosen"));
    lit = []; groups = []; bar.hidden = true;
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
  const step = (by) => {
    if (!groups.length) return;
    at = (at + by + groups.length) % groups.length;
    const label = groups[at][0].closest("section").querySelector("h3").textContent.trim().replace(/^\d+\s*/, "");
    said.textContent = `Passage ${at + 1} of ${groups.length}: ${label}`;
    show(groups[at][0]);
  };
  const pick = (key, report, origin) => {
    clear();
    from = origin;
    lit = [...reports.querySelectorAll(`[data-in~="${key}"]`)];
    lit.forEach((segment) => {
      segment.classList.add("lit");
      const last = groups.at(-1);
      if (last && last.at(-1).nextElementSibling === segment) last.push(segment);
      else if (last && last.at(-1).closest("p") === segment.closest("p")) last.push(segment);
      else groups.push([segment]);
    });
    story.querySelectorAll(`button[data-pick="${key}"]`).forEach((one) => one.setAttribute("aria-pressed", "true"));
    story.querySelectorAll(`.edge[data-pick="${key}"]`).forEach((one) => one.classList.add("chosen"));
    bar.hidden = false;
    if (!groups.length) { said.textContent = "Nothing in the texts to point at"; return; }
    at = 0;
    if (report) {
      const section = story.querySelector(`#${story.id}-${report}`);
      const first = groups.findIndex((group) => section.contains(group[0]));
      at = Math.max(first, 0);
    }
    step(0);
  };

  story.addEventListener("click", (event) => {
    const target = event.target.closest("[data-pick], [data-open], [data-show-more], [data-step], [data-clear], [data-back], [data-show-citations]");
    if (!target) return;
    if (target.dataset.showMore !== undefined) {
      target.closest("section").querySelectorAll(".more").forEach((one) => one.classList.add("shown"));
      target.remove();
    } else if (target.dataset.showCitations !== undefined) {
      story.querySelector(".drawing").classList.remove("calm");
      target.remove();
    } else if (target.dataset.step) step(Number(target.dataset.step));
    else if (target.dataset.clear !== undefined) clear();
    else if (target.dataset.back !== undefined) { from?.scrollIntoView({ block: "center" }); from?.focus({ preventScroll: true }); }
    else if (target.dataset.pick) {
      event.preventDefault();
      if (target.dataset.reason) {
        const why = document.getElementById(target.dataset.reason);
        why.closest("details").open = true;
      }
      if (target.getAttribute("aria-pressed") === "true") clear();
      else pick(target.dataset.pick, target.dataset.report, target);
    } else if (target.dataset.open) {
      event.preventDefault();
      show(story.querySelector(`#${story.id}-${target.dataset.open}`));
    }
  });
  story.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
    if ((event.key === "Enter" || event.key === " ") && event.target.closest(".edge")) {
      event.preventDefault();
      event.target.closest(".edge").dispatchEvent(new MouseEvent("click", { bubbles: true }));
    }
  });
}
