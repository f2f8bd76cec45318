// The door's chat API, as this widget uses it.

import { words } from "./dom.js";

const LONGEST_TURN = 45000; // milliseconds
const HIDDEN = 423; // the status of words that are hidden on a shared screen
const JSON_BODY = { "Content-Type": "application/json" };

/** A request to the door, which may be another host of the council's: its cookie goes with it. */
export function ask(path, options = {}) {
  return fetch(door(`api/chat${path}`), { credentials: "include", ...options });
}

/** An address at the door. */
export function door(path) {
  return new URL(`../${path}`, import.meta.url).href;
}

/** The secret of a new receipt in another form ("words" or "code"); null when the door does not give it any more. */
export async function inAnotherForm(reference, form) {
  try {
    const body = JSON.stringify({ reference, form });
    const answer = await ask("/receipt", { method: "POST", headers: JSON_BODY, body });
    return answer.ok ? (await answer.json()).secret : null;
  } catch {
    return null;
  }
}

export class Api {
  /** Send one message. Never throws: what went wrong comes back as a sentence, and whether to try again. */
  async send(body) {
    try {
      const answer = await ask("/messages", {
        method: "POST",
        headers: JSON_BODY,
        body: JSON.stringify(body),
        signal: AbortSignal.timeout?.(LONGEST_TURN),
      });
      const told = await answer.json();
      if (answer.ok) return { messages: told.messages, you: told.you };
      const hidden = told.error === "hidden";
      return { problem: told.message, again: answer.status >= 500 || answer.status === 429 || hidden, hidden };
    } catch {
      return { problem: words.not_sent, again: true };
    }
  }

  /** The conversation so far, and whether others use this screen; `hidden` instead, or null when the door cannot say. */
  async soFar() {
    try {
      const answer = await ask("/messages");
      if (answer.status === HIDDEN) return { hidden: true };
      return answer.ok ? await answer.json() : null;
    } catch {
      return null;
    }
  }

  /** Something about a shared screen. Never throws: what went wrong comes back as a sentence and a code. */
  async screen(what, told) {
    const sent = told && { headers: JSON_BODY, body: JSON.stringify(told) };
    try {
      const answer = await ask(what ? `/screen/${what}` : "/screen", { method: "POST", keepalive: true, ...sent });
      if (answer.ok) return {};
      const { error, message } = await answer.json();
      return { problem: message, code: error };
    } catch {
      return { problem: words.not_reached };
    }
  }

  /** An officer's words stand before the person. Nothing is said when this fails: the next words tell it again. */
  async read() {
    try {
      await ask("/read", { method: "POST" });
    } catch {
      // the door is away
    }
  }

  leave() {
    return ask("", { method: "DELETE", keepalive: true });
  }
}
