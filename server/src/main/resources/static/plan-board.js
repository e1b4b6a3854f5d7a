// The plan board while it is open: filters without asking the server again, keeps what is ticked, typed and folded out
// when the lines come anew (live-board.js), and keeps the address true, so that a reload or a form comes back here.
// Without this script the filter is a form.
(() => {
  'use strict';

  const board = document.getElementById('board');
  const FIELDS = ['day', 'project', 'village', 'only', 'name'];
  const ticked = new Set();
  const opened = new Set();
  let wanted = fromAddress();
  let focus = null;

  function fromAddress() {
    const address = new URLSearchParams(location.search);
    return Object.fromEntries(FIELDS.map(field => [field, address.get(field) || '']));
  }

  const filter = () => board.querySelector('[data-filter]');
  const rows = () => [...board.querySelectorAll('table.plan tbody tr')];
  // What has neither a name nor an address is known by its turn.
  const folds = () => [...board.querySelectorAll('summary, .scroll')];
  const boxes = () => [...board.querySelectorAll('input[name=line]')];

  function matches(row) {
    const words = wanted.name.trim().toLowerCase();
    return (!wanted.day || row.closest('table').dataset.day === wanted.day)
      && (!wanted.project || row.dataset.project === wanted.project)
      && (!wanted.village || row.dataset.village === wanted.village)
      && (!wanted.only || row.dataset.open === 'true')
      && (!words || row.dataset.found.includes(words));
  }

  function say(place, ...numbers) {
    if (place) place.textContent = numbers.reduce((words, n, i) => words.replace('%' + (i + 1), n), place.dataset.words);
  }

  function apply() {
    if (!filter()) return;
    const all = rows();
    all.forEach(row => { row.hidden = !matches(row); });
    for (const day of board.querySelectorAll('table.plan')) {
      day.hidden = ![...day.tBodies[0].rows].some(row => !row.hidden);
    }
    say(board.querySelector('[data-shown]'), all.filter(row => !row.hidden).length, all.length);
    count();
  }

  function count() {
    const place = board.querySelector('[data-ticked]');
    if (place) say(place, boxes().filter(box => box.checked).length);
  }

  // What was chosen goes into the address and into the form that sends lines, so that both lead back to it.
  function keep() {
    const address = new URLSearchParams(location.search);
    const lines = board.querySelector('#lines');
    for (const field of FIELDS) {
      if (wanted[field]) address.set(field, wanted[field]); else address.delete(field);
      if (!lines) continue;
      let hidden = lines.querySelector(`input[type=hidden][name=${field}]`);
      if (!hidden && wanted[field]) {
        hidden = lines.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name: field }));
      }
      if (hidden) {
        if (wanted[field]) hidden.value = wanted[field]; else hidden.remove();
      }
    }
    history.replaceState(null, '', location.pathname + '?' + address + location.hash);
  }

  function fill() {
    const form = filter();
    if (!form) return;
    form.querySelector('[data-filter-button]').hidden = true;
    const all = board.querySelector('[data-tick-shown]');
    if (all) all.hidden = false;
    for (const field of FIELDS) {
      const input = form.elements[field];
      if (!input || input.type === 'hidden') continue;
      if (input.type === 'checkbox') input.checked = Boolean(wanted[field]);
      else if (input.value !== wanted[field]) input.value = wanted[field];
    }
    boxes().forEach(box => { box.checked = ticked.has(box.value); });
    board.querySelectorAll('details').forEach((one, i) => { if (opened.has(i)) one.open = true; });
    keep();
    apply();
  }

  function read() {
    const form = filter();
    for (const field of FIELDS) {
      const input = form.elements[field];
      if (!input || input.type === 'hidden') continue;
      wanted[field] = input.type === 'checkbox' ? (input.checked ? 'true' : '') : input.value;
    }
    keep();
    apply();
  }

  board.addEventListener('input', event => { if (event.target.closest('[data-filter]')) read(); });
  board.addEventListener('submit', event => {
    if (event.target.closest('[data-filter]')) {
      event.preventDefault();
      read();
    }
  });

  // The lines stay as they are while a plan is made: only how far it is comes to stand above them. A refusal is the
  // form's own page.
  board.addEventListener('submit', async event => {
    const form = event.target;
    const place = board.querySelector('[data-progress]');
    if (!form.hasAttribute('data-make') || !place) return;
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    try {
      const body = new URLSearchParams(new FormData(form));
      const pressed = await fetch(form.action, { method: 'POST', body, redirect: 'manual', credentials: 'same-origin' });
      if (pressed.type !== 'opaqueredirect') throw new Error('refused');
      const far = await fetch(place.dataset.progress, { credentials: 'same-origin' });
      if (far.redirected) location.reload();
      else if (far.ok) place.innerHTML = (await far.text()).trim();
    } catch {
      button.disabled = false;
      form.submit();
    }
  });
  board.addEventListener('change', event => {
    if (event.target.name !== 'line') return;
    if (event.target.checked) ticked.add(event.target.value); else ticked.delete(event.target.value);
    count();
  });
  board.addEventListener('click', event => {
    if (!event.target.closest('[data-tick-shown]')) return;
    boxes().filter(box => !box.closest('tr').hidden).forEach(box => {
      box.checked = true;
      ticked.add(box.value);
    });
    count();
  });
  board.addEventListener('toggle', () => {
    opened.clear();
    board.querySelectorAll('details').forEach((one, i) => { if (one.open) opened.add(i); });
  }, true);

  // Whoever is at a control stays at it, with what is typed.
  document.addEventListener('focusin', event => {
    const at = event.target;
    focus = board.contains(at)
      ? { id: at.id, name: at.name, value: at.value, to: at.getAttribute('formaction'), turn: folds().indexOf(at) }
      : null;
  });

  function refocus() {
    if (!focus || document.activeElement !== document.body) return;
    const at = focus.id ? document.getElementById(focus.id)
      : focus.to ? board.querySelector(`[formaction="${focus.to}"]`)
      : focus.turn >= 0 ? folds()[focus.turn]
      : boxes().find(box => box.value === focus.value);
    if (!at) return;
    at.focus({ preventScroll: true });
    if (at.type === 'search') at.setSelectionRange(at.value.length, at.value.length);
  }

  new MutationObserver(() => {
    fill();
    refocus();
  }).observe(board, { childList: true });
  fill();
})();
