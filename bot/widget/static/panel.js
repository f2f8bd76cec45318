// The panel: launcher, heading, safety bar, log, choices and the box to write in. It knows nothing of the server.

import { fill, linked, make, unseen, words } from "./dom.js";

const TYPING_AFTER = 1200; // milliseconds; quicker answers need no announcement that they are coming

export class Panel {
  /** `on` has send(text) and exit(). */
  constructor(log, choices, on) {
    this.log = log;
    this.on = on;
    this.unread = 0;
    this.launcherText = make("span", {}, words.launcher);
    this.launcher = make(
      "button",
      { type: "button", class: "launcher", "aria-expanded": "false", "aria-controls": "panel", onclick: () => this.toggle() },
      this.launcherText,
    );
    this.status = make("div", { role: "status", class: "unseen" });
    this.typing = make("div", { role: "status", class: "typing" });
    this.scroller = this.talk(choices);
    this.composer = this.box();
    this.element = this.frame();
  }

  get isOpen() {
    return !this.element.hidden;
  }

  frame() {
    const close = make("button", { type: "button", class: "close", onclick: () => this.close() }, words.close);
    return make(
      "section",
      { id: "panel", class: "panel", role: "dialog", "aria-labelledby": "title", hidden: true, onkeydown: (e) => this.key(e) },
      make("div", { class: "head" }, make("h2", { id: "title" }, words.title), close),
      this.safetyBar(),
      this.scroller,
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
    before.append(make("p", {}, words.hello), make("p", { id: "who-reads" }, words.who_reads), make("p", {}, words.exit_how));
    return make(
      "div",
      { class: "talk", role: "region", tabindex: "0", "aria-label": words.talk },
      before,
      this.log.element,
      choices.element,
      this.typing,
    );
  }

  box() {
    this.input = make("textarea", { id: "box", rows: "2", maxlength: "5000", onkeydown: (e) => this.boxKey(e) });
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
    this.unread = 0;
    this.launcherText.textContent = words.launcher;
    this.status.textContent = "";
    this.input.focus();
    this.toEnd();
  }

  close() {
    this.element.hidden = true;
    this.launcher.setAttribute("aria-expanded", "false");
    this.launcher.focus();
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
    if (this.isOpen || !count) return;
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
}
