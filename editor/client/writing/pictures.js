// Pictures of a text: chosen, dropped, pasted or taken with the telephone, sent in pieces, then described: what is on them,
// in both languages, and who. A picture that nobody has described yet stands in the text all the same; the site waits.
import {sendFile, unfinished} from "../upload/send.js";
import {csrf} from "./values.js";

const voucher = "mektep:voucher";  // who said last who is on a picture

export class Pictures {
  // `put(language, picture)` puts a picture into the text of the other language too.
  constructor(form, words, places, put) {
    Object.assign(this, {form, words, places, put});
    this.state = form.querySelector("[data-upload-state]");
    const names = unfinished(form.dataset.writing);
    if (names.length) this.state.textContent = words.upload_broken.replace("{names}", names.join(", "));
  }

  // → the pictures that shall stand in the text, [{src, alt}]; one after another, so that each question is asked by itself.
  async take(files, language) {
    const made = [];
    for (const file of files) {
      const sent = await this.send(file);
      if (!sent) continue;
      this.offer(sent.name);
      const told = await this.describe(sent, language);
      made.push({src: sent.name, alt: told[language] || ""});
    }
    return made;
  }

  async send(file) {
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    const text = document.createElement("span");
    text.textContent = `${this.words.uploading} ${file.name}`;
    this.state.replaceChildren(text, bar);
    try {
      const sent = await sendFile(file, this.form.dataset.writing, (part) => {
        if (part !== null) bar.value = part;
        text.textContent = part === null ? this.words.upload_waits : `${this.words.uploading} ${file.name}`;
      });
      this.state.replaceChildren();
      return sent;
    } catch (fault) {
      this.state.textContent = `${this.words.upload_failed} ${fault.message || ""}`;
      return null;
    }
  }

  // The choice of the picture that stands above the text knows the new one.
  offer(name) {
    const choice = this.form.elements["ky.image"];
    if (choice && choice.localName === "select" && ![...choice.options].some(({value}) => value === name)) choice.append(new Option(name, name));
  }

  // → the descriptions by language, empty when it was put off.
  async describe(sent, language) {
    const {words} = this;
    const known = await this.places();
    const dialog = document.createElement("dialog");
    dialog.className = "dialog picture-dialog";
    dialog.setAttribute("aria-label", words.picture_about);
    const sheet = document.createElement("form");
    sheet.method = "dialog";
    sheet.append(element("h2", {textContent: words.picture_about}), element("img", {src: sent.item.replace("/item/", "/thumbnail/"), alt: ""}));
    sheet.append(element("p", {className: "help", textContent: words.picture_alt_help}));
    for (const code of ["ky", "ru"]) {
      const label = element("label", {textContent: words[`picture_alt_${code}`]});
      label.append(element("input", {name: `alt.${code}`, lang: code, spellcheck: true, autocomplete: "off"}));
      sheet.append(label);
    }
    sheet.append(this.people(known));
    const other = language === "ky" ? "ru" : "ky";
    const both = element("label", {className: "choice"});
    both.append(element("input", {type: "checkbox", name: "both", checked: true}), ` ${words[`picture_also_${other}`]}`);
    const row = element("div", {className: "row"});
    row.append(element("button", {value: "done", textContent: words.done}), element("button", {type: "button", className: "quiet", textContent: words.picture_later, onclick: () => dialog.close("")}));
    sheet.append(both, row);
    dialog.append(sheet);
    document.body.append(dialog);
    const answers = await new Promise((resolve) => {
      dialog.onclose = () => resolve(new FormData(sheet));
      dialog.showModal();
    });
    dialog.remove();
    const told = {ky: String(answers.get("alt.ky")).trim(), ru: String(answers.get("alt.ru")).trim()};
    if (answers.get("both")) this.put(other, {src: sent.name, alt: told[other]});
    if (dialog.returnValue === "done") await this.keep(sent, answers);
    return told;
  }

  people(known) {
    const {words} = this;
    const group = element("fieldset", {});
    group.append(element("legend", {textContent: words.picture_people}), element("p", {className: "help", textContent: words.picture_people_help}));
    const more = element("div", {className: "consents", hidden: true});
    const vouch = element("div", {hidden: true});
    for (const choice of ["nobody", "listed", ""]) {
      const label = element("label", {className: "choice"});
      const radio = element("input", {type: "radio", name: "people?", value: choice, checked: choice === ""});
      radio.onchange = () => {
        more.hidden = choice !== "listed";
        vouch.hidden = choice === "";
        person.required = choice !== "";
      };
      label.append(radio, ` ${words[`picture_people_${choice || "unknown"}`]}`);
      group.append(label);
      if (choice === "listed") group.append(more);
    }
    for (const {value, label} of known.consents || []) {
      const line = element("label", {className: "choice"});
      line.append(element("input", {type: "checkbox", name: "consents", value}), ` ${label}`);
      more.append(line);
    }
    const person = element("select", {name: "stated_by"});
    person.append(new Option("", ""), ...(known.people || []).map(({value, label}) => new Option(label, value)));
    person.value = localStorage.getItem(voucher) || "";
    const asked = element("label", {textContent: words.picture_stated_by});
    asked.append(person);
    vouch.append(asked);
    group.append(vouch);
    return group;
  }

  async keep(sent, answers) {
    answers.delete("both");
    if (answers.get("stated_by")) localStorage.setItem(voucher, answers.get("stated_by"));
    const body = new URLSearchParams([...answers, ["csrf", csrf()]]);
    const answer = await fetch(sent.item, {method: "POST", body, headers: {"X-CSRF-Token": csrf()}}).catch(() => null);
    if (!answer || !answer.ok) this.state.textContent = this.words.picture_not_kept;
  }
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
