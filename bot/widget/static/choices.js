// Quick replies: native buttons in a group with a name. Choosing one leaves the others readable, but out of use.

import { make, words } from "./dom.js";

export class Choices {
  constructor(onChoose) {
    this.onChoose = onChoose;
    this.element = make("div", { class: "choices" });
  }

  /** Offer the choices of a message. */
  offer(message) {
    this.clear();
    if (!message.choices?.length) return;
    const group = make("div", { role: "group", "aria-label": words.choices });
    for (const choice of message.choices) {
      const button = make("button", { type: "button", class: "choice" }, choice.label);
      button.addEventListener("click", () => this.chosen(group, button, choice));
      group.append(button);
    }
    this.element.append(group);
  }

  /** The question is answered or gone. Nothing that has the focus is taken away under somebody's finger. */
  close() {
    for (const button of this.element.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
  }

  clear() {
    this.close();
    for (const group of [...this.element.children]) {
      if (group.matches(":focus-within")) group.addEventListener("focusout", () => group.remove(), { once: true });
      else group.remove();
    }
  }

  chosen(group, button, choice) {
    if (button.getAttribute("aria-disabled") === "true") return;
    this.close();
    button.classList.add("taken");
    button.setAttribute("aria-pressed", "true");
    this.onChoose(choice);
  }

  /** The choice did not get through and was taken back. */
  reopen() {
    for (const button of this.element.querySelectorAll("button")) {
      button.removeAttribute("aria-disabled");
      button.removeAttribute("aria-pressed");
      button.classList.remove("taken");
    }
  }
}
