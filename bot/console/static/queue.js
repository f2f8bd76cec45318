// Keys of the queue, for those who work through it without a mouse. They can be turned off, and are then forgotten here.
"use strict";

const KEPT = "queue-keys";
const list = document.getElementById("keys");
const switched = document.getElementById("use-keys");

function rows() {
  return [...document.querySelectorAll("[data-live] .row h3 a, [data-live] .row h4 a")];
}

function go(by) {
  const all = rows();
  const at = all.indexOf(document.activeElement);
  all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
}

function first(kind) {
  document.querySelector(`[data-live] a[id^="${kind}-"]`)?.focus();
}

function toList() {
  list.open = true;
  list.querySelector("summary").focus();
}

function toFilters() {
  const summary = document.getElementById("filters");
  summary.parentElement.open = true;
  summary.parentElement.querySelector("select").focus();
}

const KEYS = {
  j: () => go(1),
  k: () => go(-1),
  a: () => first("alert"),
  c: () => first("case"),
  f: toFilters,
  "/": () => document.getElementById("words")?.focus(),
  "?": toList,
};

document.addEventListener("keydown", (event) => {
  const busy = event.target.closest("input, textarea, select, [contenteditable]");
  if (busy || !switched.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

switched.checked = localStorage.getItem(KEPT) !== "off";
switched.addEventListener("change", () => {
  if (switched.checked) localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, "off");
});
list.hidden = false;
