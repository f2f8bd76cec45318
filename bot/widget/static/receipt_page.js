// The page that is shown after sending works without any of this; a script adds what only a script can do.

import { make, words } from "./dom.js";
import { copy, print } from "./receipt.js";

/** `place` stands after the receipt: here the buttons come that copy it, and print it alone. */
export function withButtons(place) {
  const shown = (name) => document.querySelector(`.receipt .${name}`).textContent.trim();
  const given = { reference: shown("reference"), secret: shown("secret") };
  const told = make("span", { role: "status" });
  place.append(
    make("button", { type: "button", class: "other", onclick: () => copy(given, told) }, words.copy),
    make("button", { type: "button", class: "other", onclick: () => print(given) }, words.print),
    told,
  );
}
