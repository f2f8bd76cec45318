// The element <have-your-say>: joins the parts in an open shadow root. A page that has none gets one at its end.

import { Api } from "./api.js";
import { CasePage } from "./case_page.js";
import { Choices } from "./choices.js";
import { Conversation } from "./conversation.js";
import { make } from "./dom.js";
import { leaveFast, ShiftKeys } from "./exit.js";
import { Log } from "./log.js";
import { Panel } from "./panel.js";
import { withButtons } from "./receipt_page.js";
import { SharedScreen } from "./shared.js";

const OPENERS = "[data-have-your-say-open]";
const EXITS = "[data-have-your-say-exit]";
const RECEIPTS = "[data-have-your-say-receipt]";
const VISITS = "[data-have-your-say-visit]";

class HaveYourSay extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    dress(root);
    this.api = new Api();
    const log = new Log();
    const choices = new Choices((choice) => {
      panel.input.focus();
      conversation.choose(choice);
    });
    const conversation = new Conversation(this.api, log, choices);
    const screen = new SharedScreen(this.api, conversation);
    const panel = new Panel(log, choices, {
      send: (text) => conversation.say(text),
      exit: () => leaveFast(this.api),
      opened: () => {
        screen.opened();
        conversation.seen();
      },
      closed: () => screen.closed(),
      share: (word) => screen.share(word),
      hide: () => screen.hide(),
      lift: () => screen.lift(),
      show: (word) => screen.show(word),
      anew: () => screen.anew(),
    });
    Object.assign(conversation, { panel, screen });
    screen.panel = panel;
    root.append(panel.launcher, panel.element, panel.status);
    this.panel = panel;
    this.aroundIt();
    conversation.restore();
    document.addEventListener("visibilitychange", () => conversation.seen());
  }

  /** The page's own buttons, and the keys that work everywhere on it. */
  aroundIt() {
    const leave = () => leaveFast(this.api);
    new ShiftKeys(leave, (sentence) => this.panel.announce(sentence)).listen();
    for (const opener of document.querySelectorAll(OPENERS)) {
      opener.hidden = false;
      opener.addEventListener("click", () => this.panel.open());
    }
    for (const visit of document.querySelectorAll(VISITS)) new CasePage(visit);
    for (const place of document.querySelectorAll(RECEIPTS)) withButtons(place);
    for (const form of document.querySelectorAll(EXITS)) {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        leave();
      });
    }
  }
}

/** Constructed sheets need no permission from a page's content policy; browsers without them get an element. */
function dress(root) {
  if (!("adoptedStyleSheets" in root)) {
    root.append(make("style", {}, given.css));
    return;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(given.css);
  root.adoptedStyleSheets = [sheet];
}

customElements.define("have-your-say", HaveYourSay);
if (!document.querySelector("have-your-say")) document.body.append(document.createElement("have-your-say"));
