// The page of an open case: it stays open while somebody writes, and says before it closes that it will.

import { door } from "./api.js";
import { Warning } from "./cover.js";
import { words } from "./dom.js";
import { Idle } from "./idle.js";

const MINUTE = 60 * 1000; // milliseconds
const UNTOLD = 1; // minutes that the door may not have heard of somebody who is there: Idle tells it once a minute

export class CasePage {
  /** `place` names the minutes for which the door keeps the page open; the warning stands in it. */
  constructor(place) {
    this.warning = new Warning();
    place.append(this.warning.element);
    const on = {
      warn: () => this.warning.show(words.case_soon),
      stay: () => this.warning.off(),
      here: () => this.here(),
      hide: () => this.over(),
    };
    this.idle = new Idle(on, (Number(place.dataset.haveYourSayVisit) - UNTOLD) * MINUTE);
    this.idle.start();
  }

  /** Whether the door heard it does not matter here: what is sent too late is kept. That it has closed does. */
  async here() {
    const answer = await fetch(door("status/case/stay"), { method: "POST" }).catch(() => null);
    if (answer?.status === 410) this.over();
  }

  over() {
    this.idle.stop();
    this.warning.stay.hidden = true;
    this.warning.show(words.case_over);
  }
}
