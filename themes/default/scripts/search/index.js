// Reads a part of the index; its format is told in generator/search/index.h.

// A function that reads one number after the other.
function numbers(text) {
  let at = 0;
  const symbol = () => {
    const code = text.charCodeAt(at++);
    return code < 92 ? code - 35 : code - 36;
  };
  return () => {
    let value = 0;
    for (let unit = 1; ; unit *= 27) {
      const digit = symbol();
      value += digit * unit;
      if (!(digit >= 64)) return value;
    }
  };
}

export function readIndex(data) {
  if (data.version !== 1) throw new Error(`search index of version ${data.version}`);
  const pages = data.kinds.length, day = numbers(data.days), size = numbers(data.sizes);
  const paths = data.paths.split("\n"), titles = data.titles.split("\n");
  const days = new Uint16Array(pages), sizes = new Uint8Array(pages);
  for (let page = 0; page < pages; ++page) {
    days[page] = day();
    sizes[page] = size();
  }

  const terms = [], shared = [];
  let before = "";
  data.terms.replace(/([A-Z])([^A-Z]*)/g, (whole, letter, rest) => {
    const same = letter.charCodeAt(0) - 65;
    shared.push(same);
    terms.push(before = before.slice(0, same) + rest);
  });

  // Postings of term t stand from begins[t] to ends[t].
  const count = numbers(data.counts), counts = terms.map(count), order = terms.map((term, at) => at);
  order.sort((a, b) => counts[b] - counts[a] || a - b);
  const all = counts.reduce((sum, each) => sum + each, 0), gap = numbers(data.gaps), triple = numbers(data.levels);
  const postings = new Uint16Array(all), levels = new Uint8Array(all), begins = new Uint32Array(terms.length), ends = new Uint32Array(terms.length);
  let at = 0, pack = 0;
  for (const term of order) {
    begins[term] = at;
    ends[term] = at + counts[term];
    for (let page = -1; at < ends[term]; ++at, pack >>= 2) {
      postings[at] = page += gap() + 1;
      if (at % 3 === 0) pack = triple();
      levels[at] = pack & 3;
    }
  }
  return {locale: data.locale, parts: data.parts, texts: data.texts, endings: data.endings, kinds: data.kinds, days, sizes, paths, titles,
    terms, shared, begins, ends, postings, levels};
}

// In which of `count` files the text of a page stands.
export function textFile(path, count) {
  let hash = 2166136261;
  for (const byte of new TextEncoder().encode(path)) hash = Math.imul(hash ^ byte, 16777619);
  return ((hash ^ (hash >>> 15)) & (count - 1)) >>> 0;
}
