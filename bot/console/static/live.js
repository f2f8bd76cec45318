// Keeps the queue and a conversation up to date, and warns before the session ends. Without it, reloading does the same.
"use strict";

const html = window.trustedTypes
  ? trustedTypes.createPolicy("console", { createHTML: (text) => text })
  : { createHTML: (text) => text };

async function read(address) {
  const answer = await fetch(address, { credentials: "same-origin", redirect: "error", cache: "no-store" });
  if (answer.status === 401 || answer.status === 404) ended();
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
}

// Signed out, or no longer ours to see. What somebody is typing is not thrown away by loading the page again.
function ended() {
  const typing = [...document.querySelectorAll("textarea")].some((box) => box.value !== box.defaultValue);
  if (!typing) return location.reload();
  document.querySelector("[data-ended]").hidden = false;
}

function every(seconds, work) {
  const turn = async () => {
    if (!document.hidden) {
      try { await work(); } catch { /* the next turn tries again */ }
    }
    setTimeout(turn, seconds * 1000);
  };
  setTimeout(turn, seconds * 1000);
}

// The server says that something changed; what it is, the page then asks for. Once a minute it asks anyway, because time
// alone makes things late, and every few seconds while nothing is heard from the server.
function keepQueue(place) {
  const shown = {};
  let asking = Promise.resolve();
  const show = () => { asking = asking.then(() => refresh(place, shown)).catch(() => {}); };
  const stream = new EventSource(place.dataset.events);
  stream.addEventListener("changed", show);
  stream.addEventListener("ended", () => { stream.close(); ended(); });
  setInterval(show, 60_000);
  setInterval(() => { if (stream.readyState !== EventSource.OPEN) show(); }, 5_000);
}

async function refresh(place, shown) {
  const sent = document.createElement("template");
  sent.innerHTML = html.createHTML(await read(place.dataset.live));
  const focused = place.contains(document.activeElement) ? document.activeElement.id : "";
  for (const part of sent.content.querySelectorAll("[data-part]")) {
    const name = part.dataset.part;
    if (part.innerHTML === shown[name]) continue;
    shown[name] = part.innerHTML;
    place.querySelector(`[data-part="${name}"]`).replaceChildren(...part.childNodes);
  }
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({ preventScroll: true });
  const told = place.querySelector("[data-said]").dataset;
  document.title = document.title.replace(/^(\(\d+\) )?Queue/, told.title);
  const announce = document.querySelector("[data-announce]");
  if (announce.textContent !== told.said) announce.textContent = told.said;
}

function keepTalk(list) {
  every(Number(list.dataset.every), async () => {
    const text = await read(`${list.dataset.liveAppend}?after=${list.dataset.after}`);
    if (!text.includes("data-seq")) return;
    list.insertAdjacentHTML("beforeend", html.createHTML(text));
    list.dataset.after = list.lastElementChild.dataset.seq;
  });
}

// A small part of a page that is exchanged when it changes; nothing in it is typed into.
function keepPart(place) {
  let shown = null;
  every(Number(place.dataset.every), async () => {
    const text = await read(place.dataset.livePart);
    if (text === shown) return;
    if (!place.contains(document.activeElement)) place.innerHTML = html.createHTML(text);
    shown = text;
  });
}

function warnBeforeTheEnd(form) {
  let timer = 0;
  const start = (seconds) => {
    clearTimeout(timer);
    timer = setTimeout(() => { form.hidden = false; }, Math.max(0, seconds - 120) * 1000);
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok) return ended();
    form.hidden = true;
    start(Number(document.body.dataset.endsIn));
  });
  start(Number(document.body.dataset.endsIn));
}

document.querySelectorAll("[data-live]").forEach(keepQueue);
document.querySelectorAll("[data-live-part]").forEach(keepPart);
document.querySelectorAll("[data-live-append]").forEach(keepTalk);
document.querySelectorAll("[data-stay]").forEach(warnBeforeTheEnd);
document.getElementById("summary")?.focus();
