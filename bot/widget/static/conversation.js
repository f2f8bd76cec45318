// The conversation: what waits to be sent, in order, and what came back. The browser keeps it in this page's memory
// only; the server has the rest.

import { uuid } from "./dom.js";
import { MASK } from "./receipt.js";
import { Stream } from "./stream.js";

const FIRST_IN_SIGHT = ["safety", "receipt"]; // kinds of messages, wherever they stand among others

export class Conversation {
  constructor(api, log, choices) {
    this.api = api;
    this.log = log;
    this.choices = choices;
    this.queue = []; // what is not sent yet: { body, item, label }
    this.held = []; // what came over the stream while an answer is on its way
    this.sending = false;
    this.asked = null; // what the last question asks
    this.receipts = []; // with their secrets, which nobody gives again
    this.isAway = false; // hidden on a screen that others use
    this.unread = false; // an officer said something that may not have been looked at
    this.stream = new Stream({
      lastSeen: () => log.last,
      message: (message) => this.came(message),
      left: () => this.left(),
      hidden: () => this.screen.away(),
      line: (there) => this.panel.line(there),
    });
  }

  /** What was said before this page was opened. When the door cannot say, that is told, and it is asked again. */
  async restore() {
    const told = await this.api.soFar();
    if (told?.hidden) {
      this.screen.away();
      return;
    }
    if (told?.shared) this.screen.known();
    if (!told) this.panel.line(false);
    if (told && !told.messages.length) return;
    this.log.restore(told?.messages ?? []);
    this.offer(told?.messages ?? []);
    this.spoken(told?.messages ?? []);
    this.stream.follow();
  }

  /** Hidden on a screen that others use: nothing that was said stays on this page, but what is not sent yet waits. */
  putAway() {
    this.isAway = true;
    this.stream.stop();
    this.held = [];
    this.choices.clear();
    this.log.clear();
  }

  /** Shown again: as it was, with the receipt's secret that only this page has. */
  async takeOut() {
    this.isAway = false;
    await this.restore();
    this.log.restore(this.receipts);
    for (const first of this.queue) first.item = this.log.echo(first.shown);
    this.run();
  }

  say(text) {
    const count = text.trim().split(/[\s,.;_-]+/).length;
    const hidden = this.asked === "secret" && (/\d/.test(text) || (count > 3 && count < 7));
    this.put({ text }, hidden ? MASK : text);
  }

  choose(choice) {
    this.put({ choice: choice.value }, choice.label);
  }

  put(body, shown) {
    this.choices.close();
    this.queue.push({ body: { id: uuid(), ...body }, shown, item: this.log.echo(shown) });
    this.panel.toEnd();
    this.run();
  }

  /** Send what waits, one at a time, from the oldest on. A failure stops the line; nothing overtakes. */
  async run() {
    if (this.sending) return;
    this.sending = true;
    this.panel.waiting(true);
    while (this.queue.length && !this.isAway && (await this.sendFirst()));
    this.sending = false;
    this.panel.waiting(false);
    this.came(...this.held.splice(0));
  }

  async sendFirst() {
    const [first] = this.queue;
    this.log.clearProblem(first.item);
    const answer = await this.api.send(first.body);
    if (answer.hidden && !this.isAway) this.screen.away();
    if (answer.hidden) return false;
    const failed = answer.messages?.find((message) => message.kind === "error");
    const fresh = answer.messages ? this.heard(first, answer, failed) : [];
    if (failed || answer.problem) {
      this.failed(first, failed?.text ?? answer.problem, failed || answer.again);
      if (fresh.length) this.inSight(fresh);
      return !(failed || answer.again);
    }
    this.inSight(fresh);
    this.queue.shift();
    this.screen.spoken();
    if (!this.isAway) this.stream.follow();
    return true;
  }

  heard(first, answer, failed) {
    this.receipts.push(...answer.messages.filter((message) => message.kind === "receipt" && message.secret !== MASK));
    if (this.isAway) return []; // it is given again with the rest
    if (!failed) this.log.confirm(first.item, answer.you);
    const fresh = this.log.show(answer.messages.filter((message) => message.kind !== "error"));
    this.panel.noteUnread(fresh.length);
    if (!failed) this.offer([{ from: "you" }, ...answer.messages]);
    return fresh;
  }

  /** Said beside the message, and in sight: a question with many choices may stand below it. */
  failed(first, sentence, again) {
    const problem = this.log.fail(first.item, sentence, again ? () => this.again() : null);
    this.panel.toBeginningOf(problem);
    if (!again) {
      this.queue.shift();
      this.giveBack(first.body);
    }
  }

  /** What can never get through is put back into the box, to be changed. */
  giveBack(body) {
    if (!body.text) return;
    this.choices.reopen();
    if (!this.panel.input.value) this.panel.input.value = body.text;
  }

  again() {
    this.panel.input.focus();
    this.run();
  }

  /** Messages over the stream. While an answer is on its way they wait: it may hold the same ones, and a secret. */
  came(...messages) {
    if (this.isAway) return;
    if (this.sending) {
      this.held.push(...messages);
      return;
    }
    const fresh = this.log.show(messages);
    if (!fresh.length) return;
    this.offer(fresh);
    this.panel.noteUnread(fresh.filter((message) => message.from !== "you").length);
    this.inSight(fresh);
    this.spoken(fresh);
  }

  /** An officer among these has spoken, and is told when the person looks at it. */
  spoken(messages) {
    this.unread ||= messages.some((message) => message.from === "officer");
    this.seen();
  }

  /** The person looks at the conversation. */
  seen() {
    if (!this.unread || this.isAway || !this.panel.isOpen || this.panel.covered || document.hidden) return;
    this.unread = false;
    this.api.read();
  }

  /** Scroll to what is new, from its beginning on; numbers to call and a receipt come before anything around them. */
  inSight(fresh) {
    const first = fresh.find((message) => FIRST_IN_SIGHT.includes(message.kind)) ?? fresh[0];
    const item = first && this.log.itemOf(first);
    if (item) this.panel.toBeginningOf(item);
    else this.panel.toEnd();
  }

  /** The chat was left, perhaps in another tab: nothing of it stays on this screen. */
  left() {
    this.asked = null;
    this.queue = [];
    this.held = [];
    this.receipts = [];
    this.isAway = false;
    this.choices.clear();
    this.log.clear();
    this.screen.gone();
  }

  /** The choices of the latest question; none once the person has spoken after it. */
  offer(messages) {
    const spoke = messages.map((message) => message.from).lastIndexOf("you");
    if (spoke >= 0) {
      this.asked = null;
      this.choices.clear();
    }
    for (const message of messages.slice(spoke + 1)) {
      if (message.asks) this.asked = message.asks;
      if (message.choices?.length) this.choices.offer(message);
    }
  }
}
