// Finds pages: words of the title count for more than those of the text, rare words for more than common ones, pages with
// all words come first, recent news before old.
import {respell} from "./respell.js";
import {synonyms} from "./synonyms.js";
import {fleeting, meanings} from "./terms.js";
import {stemmer, words} from "./words.js";

const LEVELS = [1, 1.4, 1.8, 5];
const CANDIDATES = 60, FEW = 8;

// What a query means in one part of the index: a list of words with the stems that they may stand for, and
// which of these are the same.
export function understand(index, query) {
  const own = index.stem || (index.stem = stemmer(index.locale, index.endings));
  if (!index.others) index.others = synonyms(index.locale, own, words);
  // A Russian word on a Kyrgyz page, a Kyrgyz name on a Russian one.
  const russian = index.russian || (index.russian = stemmer("ru", []));
  return words(query).slice(0, 12).map(({word}, at, all) => {
    const stems = [[own(word), 1]];
    if (index.locale !== "ru" && russian(word).length >= 4) stems.push([russian(word), 0.7]);
    if (at === all.length - 1 || index.locale === "ky") stems.push([word, 0.9]);
    const others = (index.others.get(own(word)) || []).map((stem) => [stem, 0.6]);
    if (index.locale === "ru") others.push(...fleeting(own(word)).map((stem) => [stem, 0.95]));
    const terms = meanings(index, word, stems, others), same = new Set();
    for (const [term, weight] of terms) if (weight >= 0.9) same.add(index.terms[term]);
    return {word, terms, same};
  }).filter(({word}) => word.length > 1 || /[0-9]/.test(word));
}

function add(index, terms, scores) {
  const pages = index.kinds.length, own = new Float32Array(pages);
  const rarity = (term) => Math.log(1 + pages / (index.ends[term] - index.begins[term]));
  let rarest = 0, best = 0;
  for (const [term, weight] of terms) {
    if (weight === 1) rarest = rarity(term);
    best = Math.max(best, weight * rarity(term));
  }
  if (rarest) best = rarest;
  for (const [term, share] of terms) {
    const begin = index.begins[term], end = index.ends[term];
    const value = share * (rarest ? Math.min(rarest, rarity(term)) : rarity(term));
    for (let at = begin; at < end; ++at) {
      const page = index.postings[at], level = index.levels[at];
      // A word of a long text says less, the post of a person much.
      const weight = level === 3 ? 1 : index.kinds[page] === "p" ? 2.5 : Math.max(0.5, 1.35 - 0.06 * index.sizes[page]);
      const points = value * LEVELS[level] * weight;
      own[page] = own[page] === 0 ? points : Math.max(own[page], points) + 0.1 * Math.min(own[page], points);
    }
  }
  for (let page = 0; page < pages; ++page) {
    if (own[page] === 0) continue;
    scores.sum[page] += own[page];
    ++scores.matched[page];
    if (own[page] >= 5 * 0.6 * best) ++scores.titled[page];
  }
}

// Recent before old: half as much more for what is of today's date in the index, next to nothing after some years.
function recency(index, page) {
  if (index.newest === undefined) index.newest = Math.max(...index.days, 1);
  if (index.kinds[page] !== "n") return 1.25;
  return 1 + 0.35 * Math.exp((index.days[page] - index.newest) / 500);
}

// How much of the title the query is.
function titleShare(index, page, asked) {
  const title = words(index.titles[page]);
  if (title.length === 0) return 0;
  let hits = 0;
  for (const {word} of title) {
    const stem = index.stem(word);
    if (asked.some(({same, word: own}) => own === word || same.has(stem))) ++hits;
  }
  return hits / title.length;
}

// What a query finds: `results`, pages by falling score, {index, page, asked, score}; `counts` of each kind; `query`, what was searched for
// when hardly anything has the words as they were typed.
export function find(indices, query) {
  const found = search(indices, query);
  for (const other of indices.length ? respell(query, indices[0].locale) : []) {
    const better = search(indices, other);
    // An address of e-mail may hold the word as it was typed.
    if (better.results.length > 2 * found.results.length) return {...better, query: other};
  }
  return found;
}

function search(indices, query) {
  const results = [], counts = {"": 0, n: 0, d: 0, p: 0, s: 0};
  for (const index of indices) {
    const asked = understand(index, query), pages = index.kinds.length;
    if (asked.length === 0) continue;
    const scores = {sum: new Float32Array(pages), matched: new Uint8Array(pages), titled: new Uint8Array(pages)};
    for (const {terms} of asked) add(index, terms, scores);
    const reached = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (const matched of scores.matched) ++reached[matched];
    let most = asked.length;
    while (most > 0 && reached[most] === 0) --most;
    // One word may be missing where few pages have all, or where the others stand in the title.
    const found = [];
    for (let page = 0; page < pages; ++page) {
      const matched = scores.matched[page];
      if (matched === 0 || matched < most - 1 || matched < most && reached[most] >= FEW && scores.titled[page] < matched) continue;
      found.push({index, page, asked, score: scores.sum[page] * (scores.matched[page] / asked.length) ** 2 * recency(index, page)});
      ++counts[""];
      ++counts[index.kinds[page]];
    }
    found.sort((a, b) => b.score - a.score || a.page - b.page);
    for (const one of found.slice(0, CANDIDATES)) one.score *= 1 + titleShare(index, one.page, asked);
    results.push(...found);
  }
  results.sort((a, b) => b.score - a.score || a.page - b.page);
  return {results, counts, query};
}

// Places of the words of `asked` in a text: [{at, end, which}].
export function marks(index, text, asked) {
  const wanted = new Map();
  asked.forEach(({terms}, which) => terms.forEach((weight, term) => wanted.set(index.terms[term], which)));
  const found = [];
  for (const {word, at, end} of words(text)) {
    const which = wanted.get(index.stem(word));
    if (which !== undefined) found.push({at, end, which});
  }
  return found;
}

// The piece of a text that shows most of the words, and where: {from, to, marks}.
export function snippet(index, text, asked, length = 170) {
  const all = marks(index, text.slice(0, 60000), asked);
  let best = 0, most = 0;
  for (let i = 0; i < all.length; ++i) {
    const seen = new Set();
    let points = 0;
    for (let j = i; j < all.length && all[j].end <= all[i].at + length; ++j) {
      points += seen.has(all[j].which) ? 0.1 : 1;
      seen.add(all[j].which);
    }
    if (points > most) [best, most] = [i, points];
  }
  let from = all.length ? Math.max(0, all[best].at - 40) : 0;
  if (from > 0) from = text.indexOf(" ", from) + 1;
  let to = Math.min(text.length, from + length);
  if (to < text.length && text.lastIndexOf(" ", to) > from) to = text.lastIndexOf(" ", to);
  return {from, to, marks: all.filter(({at, end}) => at >= from && end <= to)};
}
