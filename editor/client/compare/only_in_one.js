// The numbers of the texts of each list that the other has not, in the order in which both have the rest.
export function onlyInOne(before, after) {
  const most = 1500;  // of a longer page nothing is marked: the table of all pairs would be too large
  if (before.length > most || after.length > most) return [[], []];
  const common = Array.from({length: before.length + 1}, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; --i) {
    for (let k = after.length - 1; k >= 0; --k) {
      common[i][k] = before[i] === after[k] ? common[i + 1][k + 1] + 1 : Math.max(common[i + 1][k], common[i][k + 1]);
    }
  }
  const only = [[], []];
  let i = 0, k = 0;
  while (i < before.length || k < after.length) {
    if (i < before.length && k < after.length && before[i] === after[k]) {
      ++i;
      ++k;
    } else if (k === after.length || (i < before.length && common[i + 1][k] >= common[i][k + 1])) {
      only[0].push(i++);
    } else {
      only[1].push(k++);
    }
  }
  return only;
}
