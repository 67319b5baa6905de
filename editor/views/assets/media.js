// Uploads that go on after a broken network, with their progress; the focal point by a click. Without this script the
// same forms are sent as they are.

const piece = 512 * 1024;
const csrf = () => document.querySelector('meta[name=csrf]').content;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

async function ask(method, path, body) {
  const response = await fetch(path, { method, body, headers: { 'X-CSRF-Token': csrf(), 'Content-Type': 'application/octet-stream' } });
  return { status: response.status, answer: await response.json().catch(() => ({})) };
}

async function send(file, entry, progress) {
  const begun = await ask('POST', `/api/v1/uploads?name=${encodeURIComponent(file.name)}&size=${file.size}`);
  if (begun.status !== 201) throw new Error(begun.answer.message);
  const { id } = begun.answer;
  let received = 0;
  for (let pause = 1000; received < file.size;) {
    try {
      const { status, answer } = await ask('PUT', `/api/v1/uploads/${id}?offset=${received}`, file.slice(received, received + piece));
      if (status !== 200 && status !== 409) throw new Error(answer.message);
      received = answer.received;
      progress(received / file.size);
      pause = 1000;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;  // a TypeError is the network
      progress(null);
      await wait(pause);
      pause = Math.min(pause * 2, 30000);
      const known = await ask('GET', `/api/v1/uploads/${id}`).catch(() => null);
      if (known?.status === 200) received = known.answer.received;
    }
  }
  const done = await ask('POST', `/api/v1/uploads/${id}?entry=${encodeURIComponent(entry)}`);
  if (done.status !== 201) throw new Error(done.answer.message);
  return done.answer;
}

const form = document.querySelector('.upload-form');
form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const list = form.querySelector('.sent'), button = form.querySelector('button');
  button.disabled = true;
  for (const file of form.elements.file.files) {
    const line = document.createElement('li');
    const bar = document.createElement('progress');
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    const text = document.createElement('span');
    line.append(`${file.name} `, bar, ' ', text);
    list.append(line);
    try {
      const done = await send(file, form.elements.entry.value, (part) => {
        if (part !== null) bar.value = part;
        text.textContent = part === null ? form.dataset.waiting : form.dataset.sending.replace('{n}', Math.round(part * 100));
      });
      const link = document.createElement('a');
      link.href = done.item;
      link.textContent = `${done.name}: ${form.dataset.done}`;
      line.replaceChildren(link);
    } catch (error) {
      text.textContent = error.message;
      text.className = 'fault';
      bar.remove();
    }
  }
  form.elements.file.value = '';
  button.disabled = false;
});

// The point that stays visible where the picture is cropped: numbers in the form, or a click on the picture.
const picture = document.querySelector('[data-focal]');
const x = document.getElementById('in:focal.x'), y = document.getElementById('in:focal.y');
if (picture && x && y) {
  const point = document.createElement('span');
  point.className = 'focal';
  picture.append(point);
  const show = () => {
    point.hidden = x.value === '' || y.value === '';
    point.style.left = `${x.value}%`;
    point.style.top = `${y.value}%`;
  };
  picture.addEventListener('click', (event) => {
    const box = picture.querySelector('img').getBoundingClientRect();
    x.value = Math.round((event.clientX - box.left) / box.width * 100);
    y.value = Math.round((event.clientY - box.top) / box.height * 100);
    show();
  });
  x.addEventListener('input', show);
  y.addEventListener('input', show);
  show();
}
