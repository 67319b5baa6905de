// Never lose a word: what is typed goes into the browser's storage at once and to the server one second after the last key.
// While the server has not said that it has it, the screen says so; the copy in the browser goes only when it has.
import {csrf, send, valuesOf} from "./values.js";

const delay = 1000;

export class Autosave {
  constructor(form, words, setText) {
    this.form = form;
    this.words = words;
    this.setText = setText;
    this.version = Number(form.dataset.version);
    this.key = `mektep:${form.dataset.account}:${form.dataset.writing}`;
    this.saved = JSON.stringify(valuesOf(form));
    this.wait = 0;
    this.timer = null;
    this.state = form.querySelector("[data-save-state]");
    form.addEventListener("input", () => this.changed());
    window.addEventListener("online", () => this.soon(0));
    window.addEventListener("focus", () => { if (this.isOpen()) this.soon(0); });
    document.addEventListener("visibilitychange", () => { if (document.hidden && this.isOpen()) this.save(); });
    window.addEventListener("beforeunload", (event) => { if (this.isOpen() && !this.leaving) event.preventDefault(); });
    this.recover();
  }

  now() {
    return JSON.stringify(valuesOf(this.form));
  }

  isOpen() {
    return this.now() !== this.saved;
  }

  hasTyped() {
    return this.isOpen() || this.version > 0;
  }

  tell(state, detail = "") {
    if (this.state.dataset.saveState !== state) this.state.dataset.saveState = state;
    const text = this.words[`state_${state}`] + detail;
    if (this.state.firstElementChild.textContent !== text) this.state.firstElementChild.textContent = text;
    this.state.querySelector("a").hidden = state !== "expired";
  }

  changed() {
    if (!this.isOpen()) return;
    this.keep();
    if (!["offline", "expired"].includes(this.state.dataset.saveState)) this.tell("unsaved");
    this.wait = 0;
    this.soon(delay);
  }

  // Into the browser's storage, at once. A full storage is no reason to stop writing.
  keep() {
    try {
      localStorage.setItem(this.key, JSON.stringify({time: Date.now(), base: this.form.dataset.base, values: valuesOf(this.form)}));
    } catch (fault) {
      this.tell("unsaved");
    }
  }

  soon(time) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), time);
  }

  async save() {
    if (this.leaving) return;
    if (this.saving) {
      this.again = true;
      return;
    }
    const text = this.now();
    if (text === this.saved) return;
    this.saving = this.put(text);
    try {
      await this.saving;
    } finally {
      this.saving = null;
    }
    if (this.again) {
      this.again = false;
      this.soon(this.wait || delay);
    }
  }

  async put(text) {
    let answer;
    try {
      answer = await send("PUT", `/api/v1/writing/${this.form.dataset.writing}`, {base: this.form.dataset.base, version: this.version, values: JSON.parse(text)});
    } catch (fault) {
      this.tell("offline");
      this.later();
      return;
    }
    if (answer.ok) {
      const {version} = await answer.json();
      this.version = this.form.elements.version.value = version;
      this.saved = text;
      this.wait = 0;
      if (this.now() === text) {
        localStorage.removeItem(this.key);
        const time = new Intl.DateTimeFormat(document.documentElement.lang, {hour: "2-digit", minute: "2-digit"}).format(new Date());
        this.tell("saved", ` · ${time}`);
      }
      return;
    }
    if (answer.status === 401 || answer.status === 403) {
      if (await this.renew()) return this.put(text);
      this.tell("expired");
      return;
    }
    this.tell("failed");
    this.later();
  }

  // Somebody who has logged in again, in another tab, has another token for forms.
  async renew() {
    if (this.renewed && Date.now() - this.renewed < 2000) return false;
    this.renewed = Date.now();
    const answer = await fetch(location.href, {redirect: "follow"}).catch(() => null);
    if (!answer || !answer.ok || new URL(answer.url).pathname !== location.pathname) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const form = page.querySelector("form[data-writing]");
    if (!form || form.dataset.account !== this.form.dataset.account) return false;
    document.querySelector("meta[name=csrf]").content = page.querySelector("meta[name=csrf]").content;
    for (const field of document.querySelectorAll("input[name=csrf]")) field.value = csrf();
    return true;
  }

  later() {
    if (this.leaving) return;
    this.wait = Math.min(Math.max(this.wait * 2, 2000), 10000);
    this.soon(this.wait);
  }

  // What this browser kept and the server never got: after a crash, an expired session, a lost network.
  recover() {
    const kept = JSON.parse(localStorage.getItem(this.key) || "null");
    if (!kept) return;
    if (JSON.stringify(kept.values) === this.saved || /[?&]done=writing_/.test(location.search)) {
      localStorage.removeItem(this.key);
      return;
    }
    const offer = this.form.querySelector("[data-recover]");
    offer.hidden = false;
    offer.querySelector("time").textContent = new Date(kept.time).toLocaleString(document.documentElement.lang);
    offer.querySelector("[data-take]").onclick = () => {
      this.fill(kept.values);
      offer.hidden = true;
      this.form.querySelector("input:not([type=hidden]), textarea").focus();
    };
    offer.querySelector("[data-drop]").onclick = () => {
      localStorage.removeItem(this.key);
      offer.hidden = true;
    };
  }

  fill(values) {
    const boxes = new Map();  // the boxes of one name are told apart by their place
    for (const [name, value] of values) {
      const found = this.form.elements[name];
      const all = found instanceof RadioNodeList ? [...found].filter((field) => field.type !== "hidden") : [found];
      const place = boxes.get(name) || 0;
      boxes.set(name, place + 1);
      const field = all[place];
      if (!field) continue;
      if (field.type === "checkbox") field.checked = value !== "";
      else if (field.dataset.body) this.setText(field.dataset.body, value);
      else field.value = value;
    }
    this.changed();
  }

  // The form is being sent: what it holds is on its way. A draft that is still travelling must not come after it: then this
  // returns the promise of its arrival.
  leave() {
    this.leaving = true;
    clearTimeout(this.timer);
    this.keep();
    return this.saving;
  }
}
