// Letters that only look right: Latin ones in Cyrillic words, у о н for ү ө ң. The server's judgement, shown below each text
// with the repair as a button.
import {send} from "./values.js";

const delay = 700;

export function watchLetters(form, words, editors) {
  for (const panel of form.querySelectorAll("[data-language]")) {
    const list = panel.querySelector("[data-letters]");
    const fields = [...panel.querySelectorAll("input[type=text], textarea")];
    let timer = null, asked = "";
    const look = async () => {
      const texts = fields.map((field) => field.value);
      const key = JSON.stringify(texts);
      if (key === asked) return;
      asked = key;
      const answer = await send("POST", "/api/v1/letters", {language: panel.dataset.language, texts}).catch(() => null);
      if (answer && answer.ok) show((await answer.json()).words);
    };
    const repair = (found) => {
      const editor = editors.get(panel.dataset.language);
      for (const field of fields) {
        if (!field.value.includes(found.word)) continue;
        if (editor && field.dataset.body) {
          editor.replaceWord(found.word, found.repaired);
        } else {
          field.value = field.value.split(found.word).join(found.repaired);
          field.dispatchEvent(new Event("input", {bubbles: true}));
        }
      }
    };
    const show = (all) => {
      list.hidden = all.length === 0;
      const items = list.querySelector("ul");
      items.replaceChildren(...all.map((found) => {
        const item = document.createElement("li");
        const text = document.createElement("span");
        text.append(...marked(found));
        item.append(text);
        if (found.repaired) {
          const button = document.createElement("button");
          button.type = "button";
          button.className = "quiet";
          button.textContent = `→ ${found.repaired}`;
          button.setAttribute("aria-label", `${words.repair}: ${found.word} → ${found.repaired}`);
          button.onclick = () => repair(found);
          item.append(" ", button);
        }
        const why = document.createElement("small");
        why.textContent = ` ${words[`letters_${found.kind}`]}`;
        item.append(why);
        return item;
      }));
      const every = list.querySelector("[data-repair-all]");
      const mendable = all.filter((found) => found.repaired);
      every.hidden = mendable.length < 2;
      every.onclick = () => mendable.forEach(repair);
    };
    panel.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(look, delay);
    });
    look();
  }
}

// The word with its wrong letter marked.
function marked({word, letter}) {
  const wrong = document.createElement("mark");
  const one = [...word.slice(letter)][0] || "";
  wrong.textContent = one;
  return [word.slice(0, letter), wrong, word.slice(letter + one.length)];
}
