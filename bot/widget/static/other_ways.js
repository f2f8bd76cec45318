// What can be done when the chat does not get through: the plain pages, and the council's telephone.

import { door } from "./api.js";
import { linked, make, words } from "./dom.js";

export function otherWays() {
  const form = make("p", { class: "other-way" }, make("a", { href: door("say") }, words.other_form));
  return [form, ...given.council.map((line) => make("p", { class: "other-way" }, linked(line)))];
}
