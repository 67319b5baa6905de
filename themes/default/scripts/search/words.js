// Words and stems, exactly as the index was made (generator/search/words.h, stemmer.h).
import {stemmer as russian} from "@orama/stemmers/russian";

const LETTERS = {ү: "у", ө: "о", ң: "н", ё: "е"};
const WORD = /[0-9a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0400-\u0481\u048a-\u052f\u1e00-\u1eff]+/g;
const VOWEL = /[аеиоуыэюя]/;
const LONGEST = 24;

// As long as the text itself, so that a place in the one is a place in the other.
export function fold(text) {
  // The one letter that would become two.
  return text.replace(/İ/g, "i").toLowerCase().replace(/[үөңё]/g, (letter) => LETTERS[letter]);
}

// The words of a text: {word, at, end}, `word` folded.
export function words(text) {
  const found = [], folded = fold(text);
  WORD.lastIndex = 0;
  for (let match; (match = WORD.exec(folded));) {
    found.push({word: match[0].slice(0, LONGEST), at: match.index, end: match.index + match[0].length});
  }
  return found;
}

function kyrgyzStem(word, slots) {
  for (let changed = true; changed;) {
    changed = false;
    for (const endings of slots) {
      const ending = endings.find((each) => word.length >= each.length + (each.length === 1 ? 4 : 3) && word.endsWith(each) &&
        VOWEL.test(word.slice(0, -each.length)));
      if (!ending) continue;
      word = word.slice(0, -ending.length);
      changed = true;
    }
  }
  return word.replace(/б$/, "п").replace(/г$/, "к");
}

// A function that stems words of `locale`; `endings` come with the index.
export function stemmer(locale, endings) {
  const slots = endings.map((slot) => slot.split(" ")), known = new Map();
  return (word) => {
    let stem = known.get(word);
    if (stem === undefined) known.set(word, stem = locale === "ru" ? russian(word) : kyrgyzStem(word, slots));
    return stem;
  };
}
