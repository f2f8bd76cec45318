// What is seen of a shared screen: the offer to choose an unlock word, the warning before words are hidden, and the
// cover in their place.

import { make, words } from "./dom.js";

/** A field for a word. Nothing is kept of it by the browser, as others use it; pasting works as anywhere. */
function entry(id, label, button, given) {
  const field = make("input", {
    id, type: "text", maxlength: "200", autocomplete: "off", autocapitalize: "none", spellcheck: "false",
  });
  const fault = make("p", { class: "problem", role: "alert" });
  const form = make("form", { class: "entry" }, make("label", { for: id }, label), field, fault);
  form.append(make("button", { type: "submit" }, button));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    fault.textContent = "";
    fault.textContent = (await given(field.value)) ?? "";
    if (fault.textContent) field.focus();
    else field.value = "";
  });
  return form;
}

export class Offer {
  /** `share(word)` gives a sentence when the word will not do. */
  constructor(share, hide) {
    this.button = make(
      "button",
      { type: "button", "aria-expanded": "false", "aria-controls": "shared", onclick: () => this.toggle() },
      words.shared_ask,
    );
    this.form = entry("unlock-word", words.shared_word, words.shared_save, share);
    this.body = make("div", { id: "shared", hidden: true }, make("p", {}, words.shared_how), this.form);
    this.on = make("div", { class: "shared-on", hidden: true }, make("p", { role: "status" }, ""));
    this.on.append(make("button", { type: "button", onclick: hide }, words.shared_hide_now));
    this.element = make("div", { class: "shared" }, this.button, this.body, this.on);
  }

  toggle() {
    this.body.hidden = !this.body.hidden;
    this.button.setAttribute("aria-expanded", String(!this.body.hidden));
    if (!this.body.hidden) this.form.querySelector("input").focus();
  }

  /** Others use this screen: say what happens from now on. Whoever chose the word stands on the next button then. */
  taken() {
    const chose = this.body.contains(this.element.getRootNode().activeElement);
    this.button.hidden = this.body.hidden = true;
    this.on.hidden = false;
    this.on.firstChild.textContent = words.shared_on;
    if (chose) this.on.lastChild.focus();
  }

  reset() {
    this.on.hidden = this.body.hidden = true;
    this.button.hidden = false;
    this.button.setAttribute("aria-expanded", "false");
  }
}

export class Cover {
  /** `on` has lift(), show(word) and anew(). */
  constructor(on) {
    this.lift = make("button", { type: "button", onclick: on.lift }, words.hidden_show);
    this.form = entry("show-word", words.hidden_word, words.hidden_show, on.show);
    const anew = make("button", { type: "button", onclick: on.anew }, words.hidden_new);
    this.open = make("div", {}, make("p", {}, words.hidden_idle), this.lift);
    this.locked = make("div", {}, make("p", {}, words.hidden_how), this.form, anew);
    this.element = make("div", { class: "cover", hidden: true }, make("h3", {}, words.hidden_title), this.open, this.locked);
  }

  /** Show the cover: one that anybody can lift, or one that asks for the word. */
  put(asks) {
    this.open.hidden = asks;
    this.locked.hidden = !asks;
    this.element.hidden = false;
  }

  off() {
    this.element.hidden = true;
  }

  focus() {
    (this.locked.hidden ? this.lift : this.form.querySelector("input")).focus();
  }
}

export class Warning {
  constructor() {
    this.text = make("p", { role: "status" });
    this.stay = make("button", { type: "button" }, words.stay); // pressing anything at all is a sign of life
    this.element = make("div", { class: "warning", hidden: true }, this.text, this.stay);
  }

  show(text = words.hide_soon) {
    this.element.hidden = false;
    this.text.textContent = text;
  }

  off() {
    this.element.hidden = true;
    this.text.textContent = "";
  }
}
