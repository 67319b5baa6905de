// The writing screen: what is here works on the text areas at once; the rich editor comes later and by itself.
import {Autosave} from "./writing/autosave.js";
import {keyRow} from "./writing/keys.js";
import {watchLetters} from "./writing/letters.js";
import {PreviewPane} from "./writing/preview.js";
import {makeTabs} from "./writing/tabs.js";
import {watchTranslation} from "./writing/translation.js";

const form = document.querySelector("form[data-writing]");
if (form) start(form);

function start(form) {
  const words = JSON.parse(document.getElementById("words").textContent);
  const editors = new Map();  // by language, once they are there

  makeTabs(form);
  keyRow(form, editors);
  const preview = new PreviewPane(form, words);
  const setText = (language, text) => {
    const editor = editors.get(language);
    if (editor) return editor.setText(text);
    const area = form.elements[`${language}.body`];
    area.value = text;
    area.dispatchEvent(new Event("input", {bubbles: true}));
  };
  const autosave = new Autosave(form, words, setText);
  watchLetters(form, words, editors);
  watchTranslation(form, words, setText);
  form.addEventListener("input", () => preview.later());
  form.addEventListener("submit", () => autosave.leave());

  let known = null;
  const places = () => {
    known = known || fetch(`/api/v1/places/${form.dataset.writing}`).then((answer) => answer.json()).catch(() => ({}));
    return known;
  };
  async function makeRich() {
    const {mountRich} = await import(form.dataset.rich);
    for (const area of form.querySelectorAll("textarea[data-body]")) {
      const language = area.dataset.body;
      const focused = document.activeElement === area;
      const editor = mountRich(area, {
        words, places, lang: language, label: area.labels[0].textContent,
        asset: (src) => (/^(https?:)?\/\//.test(src) ? "" : `/files/${src.startsWith("/") ? src.slice(1) : `${form.dataset.writing}/${src}`}`),
        upload: (file) => upload(form, file, words),
      });
      editors.set(language, editor);
      if (focused) editor.focus();
    }
    form.dataset.ready = "rich";
  }
  // After the screen can be used: a slow line brings the text area first.
  const idle = window.requestIdleCallback || ((act) => setTimeout(act, 50));
  idle(() => makeRich().catch(() => { form.dataset.ready = "plain"; }));
}

async function upload(form, file, words) {
  const state = form.querySelector("[data-upload-state]");
  if (!form.dataset.upload) {
    state.textContent = words.no_upload;
    return null;
  }
  state.textContent = words.uploading;
  const data = new FormData();
  data.append("file", file);
  const csrf = document.querySelector("meta[name=csrf]").content;
  const answer = await fetch(form.dataset.upload, {method: "POST", headers: {"X-CSRF-Token": csrf}, body: data}).catch(() => null);
  const made = answer && answer.ok ? await answer.json() : null;
  state.textContent = made ? "" : words.upload_failed;
  return made && {src: made.name, alt: made.alt || ""};
}
