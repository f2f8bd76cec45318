// The door's chat API, as this widget uses it.

import { words } from "./dom.js";

const LONGEST_TURN = 45000; // milliseconds

/** The secret of a new receipt in another form ("words" or "code"); null when the door does not give it any more. */
export async function inAnotherForm(reference, form) {
  try {
    const answer = await fetch(new URL("../api/chat/receipt", import.meta.url).href, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ reference, form }),
    });
    return answer.ok ? (await answer.json()).secret : null;
  } catch {
    return null;
  }
}

export class Api {
  constructor() {
    this.base = new URL("../api/chat", import.meta.url).href;
  }

  /** Send one message. Never throws: what went wrong comes back as a sentence, and whether to try again. */
  async send(body) {
    try {
      const answer = await fetch(`${this.base}/messages`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout?.(LONGEST_TURN),
      });
      const told = await answer.json();
      if (answer.ok) return { messages: told.messages, you: told.you };
      return { problem: told.message, again: answer.status >= 500 || answer.status === 429 };
    } catch {
      return { problem: words.not_sent, again: true };
    }
  }

  /** The conversation so far; null when the door cannot say. */
  async soFar() {
    try {
      const answer = await fetch(`${this.base}/messages`);
      return answer.ok ? (await answer.json()).messages : null;
    } catch {
      return null;
    }
  }

  leave() {
    return fetch(this.base, { method: "DELETE", keepalive: true });
  }
}
