// The page as the site will show it, beside the text. It lies on an origin of its own; it is only told to look again.
import {send, valuesOf} from "./values.js";

const delay = 120;

export class PreviewPane {
  constructor(form, words) {
    this.form = form;
    this.words = words;
    this.pane = form.querySelector("[data-preview]");
    this.button = form.querySelector("[data-preview-button]");
    if (!this.pane || !this.button) return;
    this.frame = this.pane.querySelector("iframe");
    this.button.hidden = false;
    this.button.onclick = () => this.toggle();
    this.language = "ky";
    for (const choice of this.pane.querySelectorAll("[data-width], [data-locale]")) choice.onclick = () => this.choose(choice);
  }

  isShown() {
    return this.pane && !this.pane.hidden;
  }

  toggle() {
    this.pane.hidden = !this.pane.hidden;
    this.button.setAttribute("aria-expanded", String(!this.pane.hidden));
    this.form.classList.toggle("has-preview", !this.pane.hidden);
    if (this.isShown()) this.look();
  }

  choose(choice) {
    const group = choice.dataset.width ? "data-width" : "data-locale";
    for (const other of this.pane.querySelectorAll(`[${group}]`)) other.setAttribute("aria-pressed", String(other === choice));
    if (choice.dataset.width) this.frame.className = choice.dataset.width;
    else {
      this.language = choice.dataset.locale;
      this.go();
    }
  }

  later() {
    if (!this.isShown()) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), delay);
  }

  async look() {
    if (this.looking) {
      this.again = true;
      return;
    }
    this.looking = true;
    try {
      const answer = await send("POST", `/api/v1/preview/${this.form.dataset.writing}`, {base: this.form.dataset.base, link: this.link || "", values: valuesOf(this.form)});
      if (answer.ok) {
        const made = await answer.json();
        const first = made.link !== this.link;
        [this.link, this.made] = [made.link, made];
        if (first) this.go();
        else this.frame.contentWindow.postMessage("mektep:look", new URL(made.origin).origin);
      }
      this.pane.dataset.state = answer.ok ? "" : "failed";
    } catch (fault) {
      this.pane.dataset.state = "failed";
    } finally {
      this.looking = false;
    }
    if (this.again) {
      this.again = false;
      this.look();
    }
  }

  go() {
    if (!this.made) return;
    const page = this.made.pages[this.language] || this.made.pages.ky || "/";
    const address = `${this.made.origin}/${this.made.link}${page}`;
    if (this.frame.src !== address) this.frame.src = address;
  }
}
