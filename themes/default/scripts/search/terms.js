// Which stems of the index a word of the query may mean: the same, a longer one, one with a typing error.

function lowerBound(terms, word) {
  let low = 0, high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (terms[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Stems within `most` errors (a letter wrong, missing, too much, two exchanged); letters that follow are no errors, and the last
// `rest` letters of the word may be an ending with an error in it. The stems are sorted, so the rows of the table for their common
// beginnings are made once and a hopeless beginning is left at once. Of a row only what lies within `most` of the diagonal can
// count: the rest stays `big`.
function near(index, word, most, rest, found) {
  const {terms, shared} = index, length = word.length, big = most + 1, codes = Array.from(word, (letter) => letter.charCodeAt(0));
  const rows = [Uint8Array.from({length: length + 1}, (_, i) => Math.min(i, big))], best = [Math.min(length, big)];
  let hopeless = Infinity, reached = big;
  for (let term = 0; term < terms.length; ++term) {
    if (shared[term] >= hopeless && reached > most) continue;
    const text = terms[term];
    if (shared[term] < hopeless) {
      hopeless = Infinity;
      for (let depth = shared[term]; depth < text.length; ++depth) {
        const above = rows[depth], row = rows[depth + 1] || (rows[depth + 1] = new Uint8Array(length + 1).fill(big));
        const code = text.charCodeAt(depth), to = Math.min(length, depth + big);
        let least = row[0] = Math.min(depth + 1, big);
        for (let i = Math.max(1, depth + 1 - most); i <= to; ++i) {
          let value = above[i - 1] + (code === codes[i - 1] ? 0 : 1);
          if (above[i] + 1 < value) value = above[i] + 1;
          if (row[i - 1] + 1 < value) value = row[i - 1] + 1;
          if (i > 1 && depth > 0 && code === codes[i - 2] && text.charCodeAt(depth - 1) === codes[i - 1]) {
            value = Math.min(value, rows[depth - 1][i - 2] + 1);
          }
          row[i] = Math.min(value, big);
          if (value < least) least = value;
        }
        best[depth + 1] = Math.min(best[depth], row[length]);
        if (least > most) {
          hopeless = depth + 1;
          reached = best[depth + 1];
          break;
        }
      }
      if (hopeless === Infinity) {
        reached = best[text.length];
        for (let i = Math.max(4, length - rest); i < length; ++i) reached = Math.min(reached, rows[text.length][i]);
      }
    }
    if (reached > most) continue;
    const extra = Math.max(0, text.length - length);
    if (extra > 4) continue;
    found.set(term, Math.max(found.get(term) || 0, (reached === 1 ? 0.5 : 0.3) * (1 - 0.12 * extra)));
  }
}

// Stems of the same Russian word without its fleeting vowel, and with it: звонок, звонк(а).
export function fleeting(stem) {
  const match = /^(.+[^аеиоуыэюя])([ое]?)([кцн])$/.exec(stem);
  if (!match) return [];
  return match[2] ? [match[1] + match[3]] : [`${match[1]}о${match[3]}`, `${match[1]}е${match[3]}`];
}

// Map of stems to weights, 1 for the same one. `stems` are pairs of a stem and its weight, that of the word itself first; longer
// ones count too, except for those in `others`.
export function meanings(index, word, stems, others) {
  const found = new Map(), {terms} = index;
  let exact = false;
  for (const [stem, weight] of stems) {
    for (let term = lowerBound(terms, stem); term < terms.length && terms[term].startsWith(stem); ++term) {
      const extra = terms[term].length - stem.length;
      if (extra === 0 && weight === 1) exact = true;
      // A beginning of one or two letters means too many words.
      if (extra > 0 && (stem.length < 2 || extra > 12)) continue;
      const value = extra === 0 ? weight : weight * 0.75 * (stem.length / (stem.length + extra));
      if (value > (found.get(term) || 0)) found.set(term, value);
    }
  }
  for (const [stem, weight] of others) {
    const term = lowerBound(terms, stem);
    if (terms[term] === stem && weight > (found.get(term) || 0)) found.set(term, weight);
  }
  const [stem] = stems[0];
  if (!exact && word.length >= 4 && /[^0-9]/.test(word)) {
    const errors = word.length >= 8 ? 2 : 1;
    const tried = new Set();
    for (const [text, most, rest] of [[stem, 1, 0], [word, 1, 0], [stem, errors, 0], [word, errors, 0], [word, 1, 3]]) {
      if (tried.size > 0 && found.size > 0 || tried.has(text + most + rest)) continue;
      tried.add(text + most + rest);
      near(index, text, most, rest, found);
    }
  }
  return found;
}
