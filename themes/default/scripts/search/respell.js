// What was meant by a query in Latin letters: the keyboard was left in English, or the word was written by its sound.
const KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`", LETTERS = "йцукенгшщзхъфывапролджэячсмитьбюё";
const SOUNDS = [["shch", "щ"], ["sh", "ш"], ["ch", "ч"], ["zh", "ж"], ["kh", "х"], ["ts", "ц"], ["ya", "я"], ["yu", "ю"], ["yo", "е"], ["ia", "ия"]];
const SINGLE = {a: "а", b: "б", c: "к", d: "д", e: "е", f: "ф", g: "г", h: "х", i: "и", j: "ж", k: "к", l: "л", m: "м", n: "н", o: "о", p: "п", q: "к",
  r: "р", s: "с", t: "т", u: "у", v: "в", w: "в", x: "х", y: "ы", z: "з", "'": "ь"};

export function respell(query, locale) {
  const text = query.toLowerCase();
  if (!/[a-z]/.test(text) || /[а-яё]/.test(text)) return [];
  const keys = [...text].map((key) => LETTERS[KEYS.indexOf(key)] || key).join("");
  let sounds = text;
  for (const [from, to] of SOUNDS) sounds = sounds.split(from).join(to);
  sounds = sounds.replace(/ng/g, locale === "ky" ? "н" : "нг").replace(/(^|[аеиоуыэюяaeiou])y(?![аеиоуыэюяaeiou])/g, "$1й").replace(/[a-z']/g, (letter) => SINGLE[letter]);
  return [keys, sounds];
}
