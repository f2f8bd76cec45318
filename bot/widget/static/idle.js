// How long nobody has done anything on this page. Counted by the clock and not by a timer alone: timers stand still
// while a laptop sleeps or a phone shows something else.

const HIDE_AFTER = 5 * 60 * 1000; // milliseconds
const WARN_BEFORE = 2 * 60 * 1000;
const TELL_EVERY = 60 * 1000;
const SIGNS = ["keydown", "input", "wheel", "pointerup", "pointercancel"]; // the last one is scrolling by touch

export class Idle {
  /** `on` has warn(), stay(), hide() and here(): the last one tells the door, at most once a minute. */
  constructor(on, hideAfter = HIDE_AFTER) {
    this.on = on;
    this.hideAfter = hideAfter;
    this.watching = false;
    for (const sign of SIGNS) document.addEventListener(sign, () => this.active(), { capture: true, passive: true });
    document.addEventListener("visibilitychange", () => this.look());
  }

  start() {
    this.watching = true;
    this.warned = false;
    this.last = this.told = Date.now();
    this.look();
  }

  stop() {
    this.watching = false;
    clearTimeout(this.timer);
  }

  /** Somebody is there. What comes too late does not count: it is looked at first whether time was up. */
  active() {
    if (!this.watching || !this.look()) return;
    this.last = Date.now();
    if (this.warned) this.on.stay();
    this.warned = false;
    if (this.last - this.told >= TELL_EVERY) {
      this.told = this.last;
      this.on.here();
    }
    this.look();
  }

  /** Warn or hide if it is time, and look again when the next is due. False when time was up. */
  look() {
    if (!this.watching) return false;
    clearTimeout(this.timer);
    const left = this.last + this.hideAfter - Date.now();
    if (left <= 0) {
      this.stop();
      this.on.hide();
      return false;
    }
    if (left <= WARN_BEFORE && !this.warned) {
      this.warned = true;
      this.on.warn();
    }
    this.timer = setTimeout(() => this.look(), left > WARN_BEFORE ? left - WARN_BEFORE : left);
    return true;
  }
}
