// Messages as they come, over server-sent events. Read with fetch, so that a new connection can say in a header which
// message it saw last, and a refusal can be told from a broken line.

import { ask } from "./api.js";
import { after } from "./dom.js";

const FIRST_PAUSE = 1000; // milliseconds; doubled after each failure
const LONGEST_PAUSE = 30000;
const SILENCE = 40000; // the door says something every 15 seconds; after this the line is dead

export class Stream {
  /** `on` has lastSeen(), message(message), left(), hidden() and line(whether there is one). */
  constructor(on) {
    this.on = on;
    this.running = null; // the run that follows, so that one that was stopped does not wake up beside the next
  }

  /** Follow the conversation until it is left or hidden; a second call does nothing. */
  async follow() {
    if (this.running) return;
    const run = (this.running = {});
    this.pause = FIRST_PAUSE;
    while (this.running === run) {
      await this.connect().catch(() => {});
      if (this.running !== run) return;
      if (this.pause > FIRST_PAUSE) this.on.line(false); // one break mends itself before anybody would notice
      await after(this.pause * (0.8 + 0.4 * Math.random()));
      this.pause = Math.min(LONGEST_PAUSE, this.pause * 2);
    }
  }

  stop() {
    this.running = null;
    this.line?.abort();
  }

  async connect() {
    this.line = new AbortController();
    const headers = { "Last-Event-ID": String(this.on.lastSeen()) };
    const answer = await ask("/events", { headers, signal: this.line.signal });
    if (answer.status === 401) this.ended(this.on.left);
    if (answer.status === 423) this.ended(this.on.hidden);
    if (!answer.ok) return;
    this.on.line(true);
    await this.read(answer.body.pipeThrough(new TextDecoderStream()).getReader());
  }

  async read(reader) {
    let kept = "";
    for (;;) {
      const silence = setTimeout(() => this.line.abort(), SILENCE);
      const { done, value } = await reader.read().finally(() => clearTimeout(silence));
      if (done) return;
      this.pause = FIRST_PAUSE;
      const events = (kept + value).split("\n\n");
      kept = events.pop();
      events.forEach((event) => this.heard(event));
    }
  }

  heard(event) {
    const lines = event.split("\n");
    if (lines.includes("event: left")) this.ended(this.on.left);
    if (lines.includes("event: hidden")) this.ended(this.on.hidden);
    const data = lines.find((line) => line.startsWith("data: "));
    if (data && lines.includes("event: message")) this.on.message(JSON.parse(data.slice(6)));
  }

  ended(why) {
    this.stop();
    why();
  }
}
