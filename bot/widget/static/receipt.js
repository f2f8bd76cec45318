// The receipt: reference and secret, to copy, print or download, as words or as a code. It is shown once, in the window
// that sent the concern.

import { inAnotherForm } from "./api.js";
import { fill, make, words } from "./dom.js";

export const MASK = "•••";

export function receipt(message) {
  const shown = message.secret && message.secret !== MASK;
  const told = make("span", { class: "told", role: "status" });
  const list = make(
    "dl",
    {},
    make("dt", {}, words.reference),
    make("dd", { class: "reference" }, message.reference ?? ""),
    make("dt", {}, words.secret),
    make("dd", { class: shown ? "secret" : "hidden" }, shown ? message.secret : words.secret_hidden),
  );
  const buttons = make(
    "p",
    { class: "actions" },
    make("button", { type: "button", onclick: () => copy(message, told) }, words.copy),
    make("button", { type: "button", onclick: () => print(message) }, words.print),
    make("button", { type: "button", onclick: () => download(message) }, words.download),
    otherForm(message, list, told),
    told,
  );
  return make("div", { class: "receipt" }, list, ...(shown ? [buttons] : []));
}

/** The person's choice: the same receipt with a code in place of words, or the other way round. */
function otherForm(message, list, told) {
  let form = "words";
  const change = async () => {
    const wanted = form === "words" ? "code" : "words";
    const secret = await inAnotherForm(message.reference, wanted);
    if (!secret) {
      told.textContent = words.other_form_failed;
      return;
    }
    form = wanted;
    message.secret = secret;
    list.querySelector(".secret").textContent = secret;
    button.textContent = form === "words" ? words.as_code : words.as_words;
    told.textContent = words.other_form_given;
  };
  const button = make("button", { type: "button", onclick: change }, words.as_code);
  return button;
}

function download(given) {
  const file = URL.createObjectURL(new Blob([asText(given)], { type: "text/plain" }));
  make("a", { href: file, download: `${given.reference}.txt` }).click();
  setTimeout(() => URL.revokeObjectURL(file), 1000);
}

function asText(message) {
  return fill(words.receipt_text, { reference: message.reference, secret: message.secret });
}

export async function copy(message, told) {
  try {
    await navigator.clipboard.writeText(asText(message));
    told.textContent = words.copied;
  } catch {
    told.textContent = words.copy_failed;
  }
}

/** Print the receipt alone: the page around it may say things that should not lie on a printer. */
export function print(message) {
  const sheet = make("have-your-say-receipt", {}, asText(message));
  const rules = new CSSStyleSheet();
  rules.replaceSync(
    "have-your-say-receipt { display: none; white-space: pre-wrap; font: 16pt/1.5 sans-serif }" +
      "@media print { body > * { display: none !important } have-your-say-receipt { display: block !important } }",
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
  document.body.append(sheet);
  const done = () => {
    sheet.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((kept) => kept !== rules);
  };
  addEventListener("afterprint", done, { once: true });
  window.print();
}
