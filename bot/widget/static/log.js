// The log: what was said, oldest first. A message is in it once, however often and whichever way it comes.

import { fill, linked, make, unseen, words } from "./dom.js";
import { otherWays } from "./other_ways.js";
import { MASK, receipt } from "./receipt.js";

const WHO = { bot: "who_bot", officer: "who_officer", you: "who_you" };

export class Log {
  constructor() {
    this.element = make("div", {
      role: "log",
      class: "log",
      "aria-live": "polite",
      "aria-relevant": "additions",
      "aria-label": words.log,
    });
    this.shown = new Map(); // seq -> element
    this.items = new WeakMap(); // message -> element, also of what the door says itself and nobody numbered
    this.last = 0;
  }

  /** Show new messages, in one go so that they are announced in one go. */
  show(messages) {
    const fresh = messages.filter((message) => this.isNew(message));
    for (const message of fresh) this.place(message);
    return fresh;
  }

  /** Show what was said before, which nobody wants to hear again. */
  restore(messages) {
    this.quietly(() => this.show(messages));
  }

  /** Show the person's own words before the door has them. */
  echo(text) {
    const item = this.item({ from: "you", kind: "text", text });
    item.classList.add("sending");
    this.quietly(() => this.element.append(item));
    return item;
  }

  /** The door has them: from now on they are shown as they were kept, with any secret taken out. */
  confirm(item, message) {
    item.classList.remove("sending");
    if (!message) return;
    if (this.shown.has(message.seq)) {
      item.remove();
      return;
    }
    item.querySelector(".text").replaceChildren(linked(message.text));
    item.dataset.seq = message.seq;
    this.remember(message, item);
  }

  /** A sentence of the widget's own beside a message that did not get through; what has to be seen of it. */
  fail(item, sentence, again) {
    item.querySelector(".problem")?.remove();
    const problem = make("p", { class: "problem" }, make("span", {}, sentence));
    if (again) problem.append(make("button", { type: "button", class: "again", onclick: again }, words.try_again), ...otherWays());
    item.append(problem);
    return problem;
  }

  clearProblem(item) {
    item.querySelector(".problem")?.remove();
  }

  clear() {
    this.shown.clear();
    this.last = 0;
    this.element.replaceChildren();
  }

  isNew(message) {
    if (!message.seq) return true;
    const known = this.shown.get(message.seq);
    if (known && message.kind === "receipt" && message.secret !== MASK) {
      known.remove();
      return true;
    }
    return !known;
  }

  place(message) {
    const item = this.item(message);
    const later = message.seq && [...this.element.children].find((other) => Number(other.dataset.seq) > message.seq);
    this.element.insertBefore(item, later || null);
    this.items.set(message, item);
    this.remember(message, item);
  }

  itemOf(message) {
    return this.items.get(message);
  }

  remember(message, item) {
    if (!message.seq) return;
    this.shown.set(message.seq, item);
    this.last = Math.max(this.last, message.seq);
  }

  item(message) {
    const text = make("p", { class: "text", dir: "auto", ...(message.lang && { lang: message.lang }) }, linked(message.text));
    const item = make("div", { class: `message ${message.from} kind-${message.kind}` });
    if (message.seq) item.dataset.seq = message.seq;
    item.append(make("p", { class: "who" }, words[WHO[message.from]]), text);
    if (message.kind === "receipt") item.append(receipt(message));
    const count = message.choices?.length;
    if (count) item.append(unseen(fill(words.choices_below, { count })));
    return item;
  }

  quietly(change) {
    this.element.setAttribute("aria-live", "off");
    change();
    // Two frames, so that the browser has told the screen reader of the change before it is listened to again.
    requestAnimationFrame(() => requestAnimationFrame(() => this.element.setAttribute("aria-live", "polite")));
  }
}
