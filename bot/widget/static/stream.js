// Messages as they come, over server-sent events. Read with fetch, so that a new connection can say in a header which
// message it saw last, and a refusal can be told from a broken line.

import { after } from "./dom.js";

const FIRST_PAUSE = 1000; // milliseconds; doubled after each failure
const LONGEST_PAUSE = 30000;
const SILENCE = 40000; // the door says something every 15 seconds; after this the line is dead

export class Stream {
  /** `on` has lastSeen(), message(message) and left(). */
  constructor(address, on) {
    this.address = address;
    this.on = on;
    this.running = false;
  }

  /** Follow the conversation until it is left; a second call does nothing. */
  async follow() {
    if (this.running) return;
    this.running = true;
    this.pause = FIRST_PAUSE;
    while (this.running) {
      await this.connect().catch(() => {});
      if (!this.running) return;
      await after(this.pause * (0.8 + 0.4 * Math.random()));
      this.pause = Math.min(LONGEST_PAUSE, this.pause * 2);
    }
  }

  stop() {
    this.running = false;
    this.line?.abort();
  }

  async connect() {
    this.line = new AbortController();
    const headers = { "Last-Event-ID": String(this.on.lastSeen()) };
    const answer = await fetch(this.address, { headers, signal: this.line.signal });
    if (answer.status === 401) this.left();
    if (!answer.ok) return;
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
    if (lines.includes("event: left")) this.left();
    const data = lines.find((line) => line.startsWith("data: "));
    if (data && lines.includes("event: message")) this.on.message(JSON.parse(data.slice(6)));
  }

  left() {
    this.stop();
    this.on.left();
  }
}
