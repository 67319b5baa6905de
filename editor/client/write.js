// The writing screen: what is here works on the text areas at once; the rich editor comes later and by itself.
import {Autosave} from "./writing/autosave.js";
import {keyRow} from "./writing/keys.js";
import {watchLetters} from "./writing/letters.js";
import {Pictures} from "./writing/pictures.js";
import {watchPresence} from "./writing/presence.js";
import {PreviewPane} from "./writing/preview.js";
import {makeTabs} from "./writing/tabs.js";
import {watchTranslation} from "./writing/translation.js";

const form = document.querySelector("form[data-writing]");
if (form) start(form);

function start(form) {
  const words = JSON.parse(document.getElementById("words").textContent);
  const editors = new Map();  // by language, once they are there

  makeTabs(form);
  if (form.dataset.readOnly !== undefined) {  // the page itself is what readers want to see
    new PreviewPane(form, words).toggle();
    return;
  }
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
  watchPresence(form, words, autosave);
  form.addEventListener("input", () => preview.later());
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) return event.preventDefault();  // the second of two clicks
    sent = true;
    const travelling = autosave.leave();
    if (!travelling) return;
    event.preventDefault();
    const deed = document.createElement("input");
    Object.assign(deed, {type: "hidden", name: "do", value: event.submitter ? event.submitter.value : "save"});
    form.append(deed);
    travelling.catch(() => {}).then(() => form.submit());
  });
  window.addEventListener("pageshow", () => { sent = autosave.leaving = false; });  // back from the next page

  let known = null;
  const places = () => {
    known = known || fetch(`/api/v1/places/${form.dataset.writing}`).then((answer) => answer.json()).catch(() => ({}));
    return known;
  };
  const pictures = new Pictures(form, words, places, (language, picture) => {
    const mark = `![${picture.alt}](${picture.src})`;
    const text = form.elements[`${language}.body`].value;
    if (!text.includes(`](${picture.src})`)) setText(language, text.trim() === "" ? mark : `${text.replace(/\n+$/, "")}\n\n${mark}\n`);
  });
  async function makeRich(again = "") {
    const {mountRich} = await import(form.dataset.rich + again);  // a browser remembers that an address failed
    for (const area of form.querySelectorAll("textarea[data-body]")) {
      const language = area.dataset.body;
      if (editors.has(language)) continue;
      const focused = document.activeElement === area;
      const editor = mountRich(area, {
        words, places, lang: language, label: area.labels[0].textContent,
        asset: (src) => (/^(https?:)?\/\//.test(src) ? "" : `/files/${src.startsWith("/") ? src.slice(1) : `${form.dataset.writing}/${src}`}`),
        pictures: (files) => pictures.take(files, language),
      });
      editors.set(language, editor);
      if (focused) editor.focus();
    }
    form.dataset.ready = "rich";
  }
  // After the screen can be used: a slow line brings the text area first. A browser that is never idle, or does not paint, must not
  // wait for ever.
  const idle = window.requestIdleCallback || ((act) => setTimeout(act, 50));
  idle(() => makeRich().catch(() => makeRich("?again")).catch(() => { form.dataset.ready = "plain"; }), {timeout: 1000});
}
