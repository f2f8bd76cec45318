// Small helpers for making elements. Nothing here, or anywhere in the widget, makes elements out of text.

export const words = given.words;

const TELEPHONE = /\b(?:999|111|116 123|0\d{2,4} \d{3,4}(?: \d{3,4})?)\b/g;

/** An element with attributes and children; `on…` attributes are listeners. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** A sentence with its braces filled in. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** A text whose telephone numbers can be called by a tap. */
export function linked(text) {
  const parts = document.createDocumentFragment();
  let end = 0;
  for (const found of text.matchAll(TELEPHONE)) {
    const link = make("a", { href: `tel:${found[0].replaceAll(" ", "")}` }, found[0]);
    parts.append(text.slice(end, found.index), link);
    end = found.index + found[0].length;
  }
  parts.append(text.slice(end));
  return parts;
}

/** Words for screen readers only. */
export function unseen(text) {
  return make("span", { class: "unseen" }, text);
}

/** A random id of the kind that the door asks for; also where `randomUUID` is missing (plain http, older phones). */
export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export function after(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
