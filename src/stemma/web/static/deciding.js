"use strict";
{
/* What is decided about something is decided on a board above the page where it stands. */
const editor = "editor" in document.body.dataset;
const board = document.createElement("dialog");
board.className = "board";
board.setAttribute("aria-label", "Decide");
board.innerHTML = '<form method="dialog" class="close"><span>Esc closes</span><button type="submit">Close</button></form><div class="inside"></div>';
document.body.append(board);
const inside = board.querySelector(".inside");

const lay = async (address, part) => {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) { location.assign(address); return; }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const sheet = page.querySelector("[data-deciding]");
  if (!sheet) { location.assign(address); return; }
  inside.replaceChildren(sheet);
  if (window.htmx) htmx.process(sheet);
  prepare(sheet);
  if (!board.open) board.showModal();
  inside.scrollTop = 0;
  const start = part ? sheet.querySelector(part) : sheet.querySelector("h1");
  start?.setAttribute("tabindex", "-1");
  start?.focus();
  if (part) start?.scrollIntoView({ block: "start" });
};

/* Who decides, and why, is asked once for all cards, and goes with whichever form is sent. */
const signOnce = (sheet) => {
  const places = () => [...sheet.querySelectorAll(".card > form .signed")];
  if (places().length < 2) return;
  const once = document.createElement("section");
  once.className = "card once";
  once.setAttribute("aria-label", "Who decides, and why");
  once.append(places()[0].cloneNode(true));
  const fields = [...once.querySelectorAll("input")];
  const copy = () => {
    for (const place of places()) {
      place.hidden = true;
      for (const field of fields) Object.assign(place.querySelector(`[name="${field.name}"]`), { value: field.value, required: false });
    }
  };
  once.addEventListener("input", copy);
  sheet.addEventListener("htmx:afterSettle", copy);
  sheet.addEventListener("submit", (event) => {
    if (!event.target.querySelector(".signed[hidden]")) return;
    const missing = fields.find((field) => !field.checkValidity());
    if (!missing) return;
    event.preventDefault();
    once.querySelector("details")?.setAttribute("open", "");
    missing.reportValidity();
  });
  sheet.querySelector(".card").before(once);
  copy();
};

/* "Choose two" holds its button back until two are chosen. */
const prepare = (root) => {
  for (const sheet of root.matches?.("[data-deciding]") ? [root] : root.querySelectorAll("[data-deciding]")) signOnce(sheet);
  for (const form of root.querySelectorAll("form[data-two]")) {
    const boxes = [...form.querySelectorAll('input[type="checkbox"]')];
    const button = form.querySelector('button[type="submit"]');
    const update = () => {
      const chosen = boxes.filter((box) => box.checked).length;
      for (const box of boxes) box.disabled = !box.checked && chosen >= 2;
      button.disabled = chosen !== 2;
    };
    form.addEventListener("change", update);
    update();
  }
};
prepare(document);

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-decide]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  lay(link.href);
});
document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-decide]");
  if (form) {
    event.preventDefault();
    lay(`${form.action}?${new URLSearchParams(new FormData(form))}`);
  } else if (event.target.closest(".board form[data-stay]")) event.preventDefault();
});

/* Claims and findings have their own way to it, beside their link. */
if (editor) {
  for (const link of document.querySelectorAll("[data-story] .permalink[data-link]:is([data-link^=claim], [data-link^=finding])")) {
    const [kind, digest] = link.dataset.link.split("-");
    const way = document.createElement("a");
    way.className = "decide-link";
    way.href = `/decide?about=${kind}:${digest}`;
    way.dataset.decide = "";
    way.textContent = "decide";
    way.setAttribute("aria-label", `Decide about this ${kind}`);
    link.after(way);
  }
}

/* What was just decided: told once, and no part of the address. */
const outcome = document.querySelector("[data-outcome]");
if (outcome) {
  const address = new URL(location.href);
  address.searchParams.delete("decided");
  history.replaceState(history.state, "", address);
  const told = outcome.querySelector('[role="status"]');
  const words = [...told.childNodes];
  told.replaceChildren();
  setTimeout(() => told.append(...words), 150);
  const close = outcome.querySelector("[data-dismiss]");
  if (close) {
    close.hidden = false;
    close.addEventListener("click", () => outcome.remove());
  }
}

/* Keys. They never fire while somebody writes, nor with Ctrl, Alt or Cmd. */
const keys = document.getElementById("keys");
const choice = keys.querySelector("[data-keys-on]");
const NAME = "stemma-keys";
choice.checked = localStorage.getItem(NAME) !== "off";
choice.addEventListener("change", () => localStorage.setItem(NAME, choice.checked ? "on" : "off"));
const shown = document.querySelector("[data-keys]");
if (shown) {
  shown.hidden = false;
  shown.querySelector("button").addEventListener("click", () => keys.showModal());
}

const ENTRIES = ".stories h2 a, .finding .message button, .matrix tbody th button, .lone li > button, .said button, .alerts .told a, .hits .snippet a, .differences button, .options input";
const step = (by) => {
  const root = board.open ? board : document;
  const entries = [...root.querySelectorAll(ENTRIES)].filter((one) => one.checkVisibility() && !one.disabled);
  if (!entries.length) return;
  const here = document.activeElement;
  let at = entries.indexOf(here);
  if (at < 0) {
    const found = entries.findIndex((one) => here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    const behind = found < 0 ? entries.length : found;
    at = here === document.body ? (by > 0 ? -1 : 0) : by > 0 ? behind - 1 : behind;
  }
  const next = entries[Math.min(entries.length - 1, Math.max(0, at + by))];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
};

const THING = '[data-about], [id^="claim-"], [id^="finding-"], section.report[data-digest]';
const nameOf = (thing) => {
  if (thing.dataset.about) return thing.dataset.about;
  if (thing.dataset.digest) return `report:${thing.dataset.digest}`;
  return thing.id.replace("-", ":");
};
const subject = () => {
  const picked = document.querySelector('[data-story] [data-pick][aria-pressed="true"]');
  const page = document.querySelector("[data-page-about]")?.dataset.pageAbout || document.querySelector("[data-live^='story:']")?.dataset.live;
  for (const start of [document.activeElement, picked]) {
    const thing = start?.closest(THING);
    if (thing) return nameOf(thing);
  }
  return page;
};
const decide = (part) => {
  const about = subject();
  if (about) lay(`/decide?about=${encodeURIComponent(about)}`, part);
};
const search = () => {
  const field = (board.open ? board : document).querySelector('input[type="search"]');
  if (field) field.focus(); else location.assign("/search");
};

const rooms = { s: "/stories", a: "/alerts", v: "/verdicts" };
let going = 0;
const acts = {
  "?": () => keys.open || keys.showModal(),
  "/": search,
  j: () => step(1),
  k: () => step(-1),
  d: () => editor && decide(),
  h: () => decide("#decided"),
  u: () => document.querySelector("[data-undo]")?.requestSubmit(),
  g: () => { going = performance.now(); },
};
const WRITING = "input:not([type=radio]):not([type=checkbox]):not([type=button]):not([type=submit]), textarea, select, [contenteditable]";
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest?.(WRITING)) return;
  if (!choice.checked && event.key !== "?") return;
  if (going && performance.now() - going < 1500 && event.key in rooms) { location.assign(rooms[event.key]); return; }
  going = 0;
  const act = acts[event.key];
  if (!act || (keys.open && event.key !== "?")) return;
  event.preventDefault();
  act();
});
}
