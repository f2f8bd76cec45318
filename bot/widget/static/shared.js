// Words are hidden after five idle minutes. On a screen that others use, they are hidden on closing too, they leave
// this page's memory, and the door gives them again only for the unlock word or a secret.

import { Idle } from "./idle.js";

export class SharedScreen {
  constructor(api, conversation) {
    this.api = api;
    this.conversation = conversation;
    this.shared = false;
    this.waiting = null; // an unlock word that was chosen before the first message: there is nothing to hide yet
    this.idle = new Idle({
      warn: () => this.panel.warn(true),
      stay: () => this.panel.warn(false),
      here: () => this.shared && this.api.screen("here"),
      hide: () => this.hide(),
    });
    addEventListener("pagehide", () => this.shared && this.hide());
  }

  /** Others use this screen. Gives a sentence when the word will not do. */
  async share(word) {
    const answer = await this.api.screen("", { word });
    if (answer.problem && answer.code !== "no_conversation") return answer.problem;
    this.waiting = answer.problem ? word : null;
    this.known();
    return null;
  }

  /** The first message has got through. */
  async spoken() {
    if (!this.waiting) return;
    const answer = await this.api.screen("", { word: this.waiting });
    if (!answer.problem) this.waiting = null;
  }

  known() {
    this.shared = true;
    this.panel.offer.taken();
  }

  /** The panel was opened or closed. */
  opened() {
    if (!this.panel.covered) this.idle.start();
  }

  closed() {
    this.idle.stop();
    if (this.shared) this.hide();
  }

  hide() {
    if (this.panel.covered) return;
    if (this.shared && !this.waiting) {
      this.api.screen("hide");
      this.away();
    } else this.panel.cover(false);
  }

  /** The words are hidden on the server, by this tab or another: nothing of them stays on this page. */
  away() {
    this.shared = true;
    this.idle.stop();
    this.conversation.putAway();
    this.panel.cover(true);
  }

  /** Show the words again. Gives a sentence when this is not the word. */
  async show(word) {
    const answer = await this.api.screen("show", { word });
    if (answer.problem) return answer.problem;
    this.known();
    await this.conversation.takeOut();
    this.lift();
    return null;
  }

  lift() {
    this.panel.uncover();
    this.idle.start();
  }

  /** The word is forgotten: what was said stays hidden, and a new conversation may begin. */
  async anew() {
    await this.api.leave().catch(() => {});
    this.conversation.left();
    this.lift();
  }

  /** The conversation was left: the next one begins without a word, and without what somebody had not finished. */
  gone() {
    this.shared = false;
    this.waiting = null;
    this.panel.draft = "";
    this.panel.offer.reset();
    if (this.panel.covered) this.panel.uncover();
  }
}
