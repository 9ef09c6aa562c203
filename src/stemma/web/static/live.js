"use strict";
{
/* New stories, changes and alerts appear without a reload; nothing moves under somebody's hands. */
const live = document.querySelector("[data-live]");
const here = live?.dataset.live;
const status = document.querySelector("[data-status]");
const say = (words) => { if (status) status.textContent = words; };
const number = (count, one, several) => `${count} ${count === 1 ? one : several}`;

const news = document.querySelector("[data-news]");
const waiting = new Set();
const isBusy = () => window.scrollY > 240 || document.getElementById("found")?.contains(document.activeElement);

/* Fetches the list as it is now, and lets what is new in it arrive on top. What nobody asked for says so. */
const renew = async (changed, asked) => {
  const found = document.getElementById("found");
  const known = new Set([...found.querySelectorAll("[data-entry]")].map((one) => one.dataset.entry));
  const answer = await fetch(location.href, { credentials: "same-origin", headers: asked ? {} : { "Stemma-Unasked": "1" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("found");
  if (!fresh) return;
  const entries = [...fresh.querySelectorAll("[data-entry]")];
  const arrived = entries.filter((one) => !known.has(one.dataset.entry));
  const moved = entries.filter((one) => known.has(one.dataset.entry) && changed?.has(one.dataset.about));
  for (const one of [...arrived, ...moved]) one.classList.add("fresh");
  found.replaceWith(fresh);
  if (window.htmx) htmx.process(fresh);
  const noun = here === "alerts" ? ["alert", "alerts"] : ["story", "stories"];
  const told = [
    arrived.length && `${number(arrived.length, ...noun)} new`,
    here === "list" && moved.length && `${number(moved.length, ...noun)} changed`,
  ].filter(Boolean);
  if (told.length) say(told.join(", "));
};
const show = (asked) => {
  const changed = new Set(waiting);
  waiting.clear();
  if (news) news.hidden = true;
  renew(changed, asked);
};
const hear = (names) => {
  names.forEach((name) => waiting.add(name));
  if (!isBusy() || !news) { show(false); return; }
  const words = here === "alerts"
    ? `${number(waiting.size, "alert is", "alerts are")} new.`
    : `${number(waiting.size, "story is", "stories are")} new or changed.`;
  news.querySelector("[data-news-text]").textContent = words;
  news.hidden = false;
  say(words);
};
news?.querySelector("[data-show-news]").addEventListener("click", () => { window.scrollTo({ top: 0 }); show(true); });

if (live && "EventSource" in window) {
  const events = new EventSource("/live");
  events.addEventListener("change", (event) => {
    const { stories } = JSON.parse(event.data);
    if (here === "list") hear(stories);
    else if (stories.includes(here)) live.hidden = false;
  });
  let unread = 0;
  events.addEventListener("alert", (event) => {
    if (here === "alerts") { hear([JSON.parse(event.data).id]); return; }
    const link = document.querySelector("[data-alerts]");
    if (!link) return;
    unread += 1;
    let badge = link.querySelector(".badge");
    if (!badge) { badge = document.createElement("span"); badge.className = "badge"; link.append(" ", badge); }
    badge.textContent = `${unread} new`;
  });
  window.addEventListener("pagehide", () => events.close());
}
for (const button of document.querySelectorAll("[data-reload]")) {
  button.addEventListener("click", () => location.reload());
}

/* What a filter leaves is told in a few words, not read out as a whole. */
document.addEventListener("htmx:afterSwap", () => {
  const tally = document.querySelector("#found [data-tally]");
  if (tally) say(tally.textContent);
});
}
