// A file on its way to the server, in pieces: a broken network stops it, and it goes on where it was.
const piece = 512 * 1024;
const wait = (time) => new Promise((done) => setTimeout(done, time));
const csrf = () => document.querySelector("meta[name=csrf]").content;

async function ask(method, path, body) {
  const response = await fetch(path, {method, body, headers: {"X-CSRF-Token": csrf(), "Content-Type": "application/octet-stream", Accept: "application/json"}});
  return {status: response.status, answer: await response.json().catch(() => ({}))};
}

// Resolves to what the server says of the stored file; rejects with its words. `progress` is told the part from 0 to 1, or
// null while there is no network.
export async function sendFile(file, entry, progress) {
  const begun = await ask("POST", `/api/v1/uploads?name=${encodeURIComponent(file.name)}&size=${file.size}`);
  if (begun.status !== 201) throw new Error(begun.answer.message);
  const address = `/api/v1/uploads/${begun.answer.id}`;
  let received = 0;
  for (let pause = 1000; received < file.size;) {
    try {
      const {status, answer} = await ask("PUT", `${address}?offset=${received}`, file.slice(received, received + piece));
      if (status !== 200 && status !== 409) throw new Error(answer.message);
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
  if (done.status !== 201) throw new Error(done.answer.message);
  return done.answer;
}
