// The receipt: reference and secret, to copy or print. It is shown once, in the window that sent the concern.

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
    told,
  );
  return make("div", { class: "receipt" }, list, ...(shown ? [buttons] : []));
}

function asText(message) {
  return fill(words.receipt_text, { reference: message.reference, secret: message.secret });
}

async function copy(message, told) {
  try {
    await navigator.clipboard.writeText(asText(message));
    told.textContent = words.copied;
  } catch {
    told.textContent = words.copy_failed;
  }
}

/** Print the receipt alone: the page around it may say things that should not lie on a printer. */
function print(message) {
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
