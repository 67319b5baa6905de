// A file on its way to the server, in pieces: a broken network stops it, and it goes on where it was. So does a closed window:
// the browser remembers which upload was that of the file, and whoever chooses the file again goes on.
const piece = 512 * 1024;
const day = 24 * 3600 * 1000;  // for which the server keeps what nobody finished
const prefix = "mektep:upload:";
const wait = (time) => new Promise((done) => setTimeout(done, time));
const csrf = () => document.querySelector("meta[name=csrf]").content;

async function ask(method, path, body) {
  const response = await fetch(path, {method, body, headers: {"X-CSRF-Token": csrf(), "Content-Type": "application/octet-stream", Accept: "application/json"}});
  return {status: response.status, answer: await response.json().catch(() => ({}))};
}

const keyOf = (file, entry) => `${prefix}${entry}:${file.name}:${file.size}:${file.lastModified}`;

function remember(key, value) {
  try {
    if (value) localStorage.setItem(key, JSON.stringify(value));
    else localStorage.removeItem(key);
  } catch (fault) { /* a full storage: then it begins anew after a reload */ }
}

function remembered(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key) || "null");
    if (kept && Date.now() - kept.time < day) return kept;
  } catch (fault) { /* not ours */ }
  remember(key, null);
  return null;
}

// The names of files whose way to `entry` (any entry when it is empty) was cut off, so that they can be chosen again.
export function unfinished(entry = "") {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}${entry ? `${entry}:` : ""}`));
  return [...new Set(keys.map(remembered).filter(Boolean).map(({name}) => name))];
}

// The upload of this file that a closed window left, else a new one.
async function begin(file, key) {
  const kept = remembered(key);
  const known = kept && await ask("GET", `/api/v1/uploads/${kept.id}`).catch(() => null);
  if (known && known.status === 200) return {address: `/api/v1/uploads/${kept.id}`, received: known.answer.received};
  const begun = await ask("POST", `/api/v1/uploads?name=${encodeURIComponent(file.name)}&size=${file.size}`);
  if (begun.status !== 201) throw new Error(begun.answer.message);
  remember(key, {id: begun.answer.id, name: file.name, time: Date.now()});
  return {address: `/api/v1/uploads/${begun.answer.id}`, received: 0};
}

// Resolves to what the server says of the stored file; rejects with its words. `progress` is told the part from 0 to 1, or
// null while there is no network.
export async function sendFile(file, entry, progress) {
  const key = keyOf(file, entry);
  let {address, received} = await begin(file, key);
  if (received) progress(received / file.size);
  for (let pause = 1000; received < file.size;) {
    try {
      const {status, answer} = await ask("PUT", `${address}?offset=${received}`, file.slice(received, received + piece));
      if (status !== 200 && status !== 409) {
        remember(key, null);
        throw new Error(answer.message);
      }
      received = answer.received;
      progress(received / file.size);
      pause = 1000;
    } catch (fault) {
      if (!(fault instanceof TypeError)) throw fault;  // a TypeError is the network
      progress(null);
      await wait(pause);
      pause = Math.min(pause * 2, 30000);
      const known = await ask("GET", address).catch(() => null);
      if (known && known.status === 200) received = known.answer.received;
    }
  }
  const done = await ask("POST", `${address}?entry=${encodeURIComponent(entry)}`);
  remember(key, null);
  if (done.status !== 201) throw new Error(done.answer.message);
  return done.answer;
}
