// Forms made from the schema work without this script; with it rows are added and moved in place, fields are
// checked while one types, and what was not saved survives a closed window.

import { uploadHere } from './forms/files.js';

const form = document.querySelector('form.entry-form');
if (form) start(form);

function start(form) {
  const state = form.querySelector('.state');
  const key = `form:${location.pathname}${location.search.replace(/[?&]done=[^&]*/, '')}`;
  let dirty = form.dataset.saved !== 'yes', made = 0, timer = 0, asked = 0;

  const say = (text) => { if (state) state.textContent = text; };

  // --- rows -------------------------------------------------------------------------------------------------
  function number(rows) {
    [...rows.children].forEach((row, i) => {
      row.querySelector(':scope > legend .number').textContent = i + 1;
      for (const button of row.querySelectorAll(':scope > .steps button')) {
        button.setAttribute('aria-label', button.getAttribute('aria-label').replace(/\d+$/, i + 1));
      }
    });
  }
  function add(list) {
    const fresh = list.querySelector(':scope > template').content.cloneNode(true);
    const row = fresh.firstElementChild;
    const name = `s${++made}`;
    const rename = (text) => text.replace('__row__', name);
    for (const element of [row, ...row.querySelectorAll('*')]) {
      for (const { name: attribute, value } of [...element.attributes]) {
        if (value.includes('__row__')) element.setAttribute(attribute, rename(value));
      }
      if (element.tagName === 'TEMPLATE') {  // rows within rows
        element.innerHTML = element.innerHTML.replace('[__row__]', `[${name}]`).replaceAll(/\[__row__\]\.(?=[^"]*\[__row__\])/g, `[${name}].`);
      }
    }
    list.querySelector(':scope > .rows').append(row);
    number(list.querySelector(':scope > .rows'));
    row.querySelector('input:not([type=hidden]), select, textarea')?.focus();
  }
  function move(row, by, focus) {
    const rows = row.parentElement;
    const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    by < 0 ? other.before(row) : other.after(row);
    number(rows);
    (focus ?? row.querySelector('button')).focus();
    say(state.dataset.moved.replace('{n}', [...rows.children].indexOf(row) + 1));
  }
  form.addEventListener('click', (event) => {
    const button = event.target.closest('button[name=do]');
    const verb = button?.value.split(' ')[0];
    if (!['add', 'remove', 'up', 'down'].includes(verb)) return;
    event.preventDefault();
    const row = button.closest('.row');
    if (verb === 'add') add(button.closest('.list'));
    if (verb === 'up') move(row, -1, button);
    if (verb === 'down') move(row, 1, button);
    if (verb === 'remove') {
      const rows = row.parentElement;
      const next = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      number(rows);
      (next?.querySelector('input:not([type=hidden]), select, textarea') ?? rows.parentElement.querySelector('.add')).focus();
    }
    changed();
  });
  form.addEventListener('keydown', (event) => {
    const row = event.target.closest('.row');
    if (!event.altKey || !row || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    move(row, event.key === 'ArrowUp' ? -1 : 1, event.target);
    changed();
  });

  // --- checks while one types -------------------------------------------------------------------------------
  const owner = (element) => element.parentElement?.closest('[data-key], [data-row], form');
  const child = (from, test) => [...from.querySelectorAll('[data-key], [data-row]')].find((e) => test(e) && nearest(e, from));
  // Wrappers without a key of their own (the top of the form) are no steps of a path.
  const nearest = (element, from) => {
    for (let up = owner(element); up; up = owner(up)) {
      if (up === from) return true;
      if (up.dataset.key !== '' || up.dataset.row) return false;
    }
    return false;
  };
  function place(path) {
    let at = form;
    for (const [step] of path.matchAll(/[^.[\]]+/g)) {
      const index = /^\d+$/.test(step) && at.querySelector(':scope > .list > .rows, :scope .when-given > .list > .rows');
      const next = index ? index.children[Number(step)] : child(at, (e) => e.dataset.key === step);
      if (!next) break;
      at = next;
    }
    while (at !== form && !at.classList.contains('field')) at = at.parentElement;
    return at;
  }
  async function check() {
    const turn = ++asked;
    const body = new URLSearchParams(new FormData(form));
    let answer;
    try {
      const response = await fetch(form.dataset.validate, { method: 'POST', body, headers: { 'X-CSRF-Token': body.get('csrf') } });
      if (!response.ok) return;
      answer = await response.json();
    } catch {
      return;  // without a network there is nothing to say; the text is kept here
    }
    if (turn !== asked) return;
    for (const box of form.querySelectorAll('.problems')) box.replaceChildren();
    for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
    for (const finding of answer.findings) {
      const field = place(finding.field);
      const boxes = field === form ? [] : field.querySelectorAll('.problems');
      const box = boxes[boxes.length - 1];
      if (!box) continue;
      const line = document.createElement('p');
      line.className = finding.blocks ? 'fault' : 'doubt';
      line.textContent = `${finding.message}. ${finding.hint}`;
      box.append(line);
      const controls = field.querySelectorAll('input:not([type=hidden]), select, textarea');
      if (controls.length <= 2) for (const control of controls) control.setAttribute('aria-invalid', 'true');
    }
    const faults = answer.findings.filter((finding) => finding.blocks).length;
    say(`${state.dataset.unsaved}. ${faults ? state.dataset.problems.replace('{n}', faults) : ''}`);
  }

  // --- nothing typed is lost --------------------------------------------------------------------------------
  function changed() {
    if (!dirty) say(state.dataset.unsaved);
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(() => { keep(); check(); }, 400);
  }
  function keep() {
    const fields = new URLSearchParams(new FormData(form));
    fields.delete('csrf');
    try { localStorage.setItem(key, fields); } catch { /* full or forbidden: the warning on leaving remains */ }
  }
  form.addEventListener('input', changed);
  uploadHere(form);
  form.addEventListener('submit', (event) => {
    dirty = false;
    if (['save', 'send'].includes(event.submitter?.value)) keep();
  });
  addEventListener('beforeunload', (event) => { if (dirty) event.preventDefault(); });

  // What was typed, wherever it stands: rows have other names once they are saved.
  const typed = (fields) => JSON.stringify([...fields].filter(([name, value]) => value !== '' && !/^(csrf|base|do)$|\[\]$/.test(name)).map(([, value]) => value).sort());
  let kept = localStorage.getItem(key);
  if (kept && typed(new URLSearchParams(kept)) === typed(new FormData(form))) {
    localStorage.removeItem(key);  // it was saved on the way to another screen
    kept = null;
  }
  const saved = new URLSearchParams(location.search).get('done')?.startsWith('entry_');
  if (saved) {
    localStorage.removeItem(key);
  } else if (kept && form.dataset.saved === 'yes' && state) {
    const question = document.createElement('p');
    question.className = 'notice';
    question.setAttribute('role', 'status');
    const button = (text, act) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.textContent = text;
      made.addEventListener('click', act);
      return made;
    };
    question.append(state.dataset.kept, ' ', button(state.dataset.restore, () => {
      const sheet = document.createElement('form');
      sheet.method = 'post';
      for (const [name, value] of [...new URLSearchParams(kept), ['csrf', form.elements.csrf.value], ['do', 'show']]) {
        if (name === 'do') continue;
        const field = document.createElement('input');
        field.type = 'hidden';
        field.name = name;
        field.value = value;
        sheet.append(field);
      }
      document.body.append(sheet);
      dirty = false;
      sheet.submit();
    }), ' ', button(state.dataset.forget, () => { localStorage.removeItem(key); question.remove(); }));
    form.before(question);
  }
}
