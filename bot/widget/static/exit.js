// Leaving fast: the page goes blank at once, the session ends on the server, and another page takes this one's place.

import { after, fill, words } from "./dom.js";

const PRESSES = 3;
const WITHIN = 5000; // milliseconds for the three presses
const LONGEST_GOODBYE = 500; // milliseconds that leaving waits for the server

export async function leaveFast(api) {
  document.documentElement.replaceChildren();
  await Promise.race([api.leave().catch(() => {}), after(LONGEST_GOODBYE)]);
  location.replace(given.exitTo);
}

/** Shift three times within five seconds leaves. Any other key in between is typing, and starts the count again. */
export class ShiftKeys {
  constructor(leave, announce) {
    this.leave = leave;
    this.announce = announce;
    this.times = [];
    this.onKey = (event) => this.pressed(event);
  }

  listen() {
    document.addEventListener("keydown", this.onKey);
  }

  stop() {
    document.removeEventListener("keydown", this.onKey);
  }

  pressed(event) {
    if (event.key !== "Shift") {
      this.times = [];
      return;
    }
    if (event.repeat) return;
    const now = performance.now();
    this.times = [...this.times.filter((time) => now - time < WITHIN), now];
    const left = PRESSES - this.times.length;
    if (left <= 0) this.leave();
    else if (left < PRESSES - 1) this.announce(fill(words.exit_presses, { count: left }));
  }
}
