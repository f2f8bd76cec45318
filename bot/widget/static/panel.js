// The panel: launcher, heading, safety bar, log, choices and the box to write in. It knows nothing of the server.

import { Cover, Offer, Warning } from "./cover.js";
import { fill, linked, make, unseen, words } from "./dom.js";
import { otherWays } from "./other_ways.js";

const FILLS_THE_SCREEN = "(max-width: 30rem), (max-height: 34rem)"; // as in the style sheet
const ABOVE = 8; // pixels that are left free above a message that is scrolled to
const TYPING_AFTER = 1200; // milliseconds; quicker answers need no announcement that they are coming

export class Panel {
  /** `on` has send(text), exit(), opened(), closed(), and for a shared screen share, hide, lift, show and anew. */
  constructor(log, choices, on) {
    this.log = log;
    this.on = on;
    this.unread = 0;
    this.draft = ""; // what somebody was writing when their words were hidden
    this.launcherText = make("span", {}, words.launcher);
    this.launcher = make(
      "button",
      { type: "button", class: "launcher", "aria-expanded": "false", "aria-controls": "panel", onclick: () => this.toggle() },
      this.launcherText,
    );
    this.status = make("div", { role: "status", class: "unseen" });
    this.typing = make("div", { role: "status", class: "typing" });
    this.lineText = make("div", { role: "status", class: "line" });
    this.offer = new Offer((word) => on.share(word), () => on.hide());
    this.shield = new Cover({ lift: () => on.lift(), show: (word) => on.show(word), anew: () => on.anew() });
    this.warning = new Warning();
    this.scroller = this.talk(choices);
    this.composer = this.box();
    this.element = this.frame();
    this.small = matchMedia(FILLS_THE_SCREEN);
    this.small.addEventListener("change", () => this.alone());
  }

  get isOpen() {
    return !this.element.hidden;
  }

  get covered() {
    return !this.shield.element.hidden;
  }

  frame() {
    const close = make("button", { type: "button", class: "close", onclick: () => this.close() }, words.close);
    return make(
      "section",
      { id: "panel", class: "panel", role: "dialog", "aria-labelledby": "title", hidden: true, onkeydown: (e) => this.key(e) },
      make("div", { class: "head" }, make("h2", { id: "title" }, words.title), close),
      this.safetyBar(),
      this.shield.element,
      this.scroller,
      this.warning.element,
      this.composer,
    );
  }

  safetyBar() {
    const help = make(
      "button",
      { type: "button", class: "help", "aria-expanded": "false", "aria-controls": "help", onclick: () => this.showHelp() },
      words.help_now,
    );
    const exit = make("button", { type: "button", class: "exit", onclick: () => this.on.exit() }, words.exit);
    this.helpButton = help;
    this.help = make("div", { id: "help", class: "numbers", hidden: true });
    for (const line of given.numbers) this.help.append(make("p", {}, linked(line)));
    const tell = make("button", { type: "button", class: "tell", onclick: () => this.callForHelp() }, words.tell_help);
    this.help.append(make("p", {}, words.help_tells_nobody), tell);
    return make("div", { class: "bar" }, help, exit, this.help);
  }

  talk(choices) {
    const before = make("div", { class: "before" });
    if (given.demonstration) before.append(make("p", { class: "demonstration" }, linked(given.demonstration)));
    before.append(make("p", {}, words.hello), make("p", { id: "who-reads" }, words.who_reads));
    before.append(make("p", {}, words.left_unsent), make("p", {}, words.exit_how));
    before.append(this.offer.element);
    return make(
      "div",
      { class: "talk", role: "region", tabindex: "0", "aria-label": words.talk },
      before,
      this.log.element,
      choices.element,
      this.typing,
      this.lineText,
    );
  }

  box() {
    this.input = make("textarea", { id: "box", rows: "2", onkeydown: (e) => this.boxKey(e) });
    const send = make("button", { type: "submit", class: "send" }, words.send);
    const form = make("form", { class: "composer" }, make("label", { for: "box" }, words.box), this.input, send);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    return form;
  }

  send() {
    const text = this.input.value.trim();
    this.input.focus();
    if (!text) return;
    this.input.value = "";
    this.on.send(text);
  }

  boxKey(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  key(event) {
    if (event.key === "Escape") this.close();
  }

  toggle() {
    if (this.isOpen) this.close();
    else this.open();
  }

  open() {
    this.element.hidden = false;
    this.launcher.setAttribute("aria-expanded", "true");
    this.alone();
    this.unread = 0;
    this.launcherText.textContent = words.launcher;
    this.status.textContent = "";
    if (this.covered) this.shield.focus();
    else this.input.focus();
    if (this.log.element.childElementCount) this.toEnd();
    this.on.opened();
  }

  close() {
    this.element.hidden = true;
    this.launcher.setAttribute("aria-expanded", "false");
    this.alone();
    this.launcher.focus();
    this.on.closed();
  }

  /** Where the panel fills the screen, nothing of the page behind it can have the focus, as nobody would see it. */
  alone() {
    const only = this.isOpen && this.small.matches;
    for (let at = this.element.getRootNode().host; at && at !== document.body; at = at.parentElement) {
      for (const beside of at.parentElement?.children ?? []) if (beside !== at) beside.inert = only;
    }
  }

  /** Put a cover in place of the words; one that asks for the unlock word, or one that anybody can lift. */
  cover(asks) {
    const hadFocus = this.scroller.matches(":focus-within") || this.composer.matches(":focus-within");
    this.warn(false);
    if (asks) [this.draft, this.input.value] = [this.draft || this.input.value, ""];
    this.shield.put(asks);
    this.scroller.hidden = this.composer.hidden = true;
    if (hadFocus && this.isOpen) this.shield.focus();
    this.announce(words.hidden_title);
  }

  uncover() {
    this.shield.off();
    if (this.draft) [this.input.value, this.draft] = [this.draft, ""];
    this.scroller.hidden = this.composer.hidden = false;
    if (this.isOpen) this.input.focus();
    this.toEnd();
  }

  /** Say that the words are about to be hidden, or that somebody is there after all. */
  warn(is) {
    if (is) this.warning.show();
    else this.warning.off();
  }

  /** Say that there is no line to the door, and what can be done meanwhile. */
  line(there) {
    if (there) this.lineText.replaceChildren();
    else if (!this.lineText.firstChild) this.lineText.append(make("p", {}, words.line_lost), ...otherWays());
  }

  /** Said like any other message, so that it is an alert and in the record of what was said. */
  callForHelp() {
    this.input.focus();
    this.showHelp();
    this.on.send(words.help_now);
  }

  showHelp() {
    this.help.hidden = !this.help.hidden;
    this.helpButton.setAttribute("aria-expanded", String(!this.help.hidden));
    if (!this.help.hidden) this.announce(given.numbers.join(" "));
  }

  /** Something came while the panel was closed: said once, and shown on the launcher. */
  noteUnread(count) {
    if ((this.isOpen && !this.covered) || !count) return;
    this.unread += count;
    this.launcherText.textContent = fill(words.launcher_unread, { count: this.unread });
    this.announce(words.new_message);
  }

  announce(sentence) {
    this.status.textContent = "";
    requestAnimationFrame(() => {
      this.status.textContent = sentence;
    });
  }

  /** Say that an answer is on its way, when it takes long enough to wonder. */
  waiting(is) {
    clearTimeout(this.typingTimer);
    if (!is) this.typing.replaceChildren();
    else this.typingTimer = setTimeout(() => this.showTyping(), TYPING_AFTER);
  }

  showTyping() {
    const dots = make("span", { class: "dots", "aria-hidden": "true" }, make("i"), make("i"), make("i"));
    this.typing.replaceChildren(dots, unseen(words.typing));
    this.toEnd();
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  /** To the end, but never past where this message begins: numbers to call and a receipt are what must be seen. */
  toBeginningOf(item) {
    this.toEnd();
    const past = this.scroller.getBoundingClientRect().top - item.getBoundingClientRect().top;
    if (past > 0) this.scroller.scrollTop -= past + ABOVE;
  }
}
