// Single keys for the desk: they press the links and buttons that are there anyway (data-key says which), so that every
// one of them works without. They never fire in a field, nor while a Chinese word is being composed, and whoever is in
// their way turns them off (WCAG 2.1.4). Keys that come faster than the answers wait their turn.
(() => {
  'use strict';

  const STORE = 'feiyan.desk-keys';
  const WRITING = 'textarea, select, input:not([type=checkbox]):not([type=radio]), [contenteditable]';
  const marked = new Set();
  const waiting = [];
  let busy = false;
  let on = read() !== 'off';

  function read() {
    try { return localStorage.getItem(STORE); } catch (none) { return null; }
  }

  function write(value) {
    try { localStorage.setItem(STORE, value); } catch (none) { /* it holds for this page then */ }
  }

  const find = selector => document.querySelector(selector);
  const rows = () => [...document.querySelectorAll('#desk .list > li')];
  const current = () => rows().find(row => row.hasAttribute('aria-current'));

  function step(by) {
    const all = rows();
    const to = all[all.indexOf(current()) + by];
    if (to) to.querySelector('.pick').click();
  }

  function open() {
    const row = current();
    if (row) row.querySelector('.what').click();
  }

  function mark() {
    const box = current() && current().querySelector('input[form=together]');
    if (box) box.click();
  }

  function toggle(details) {
    if (!details) return;
    details.open = !details.open;
    if (details.open) {
      details.scrollIntoView({ block: 'nearest' });
      details.querySelector('summary').focus();
    }
  }

  function search() {
    const box = find('main input[type=search]');
    const way = find('main a[href$="/search"]');
    if (box) box.focus(); else if (way) way.click();
  }

  /** Presses a link or button; a form that wants words or a choice opens instead, with the caret in it. */
  function press(key) {
    const found = find(`main [data-key~="${key}"]`);
    if (!found) return;
    if (!found.matches('form')) { found.click(); return; }
    const wanted = found.querySelector('.phrases button, textarea, select');
    if (!wanted) { found.requestSubmit(); return; }
    const fold = found.closest('details');
    if (fold) fold.open = true;
    (found.querySelector('textarea') || wanted).focus();
  }

  const COMMANDS = {
    j: () => step(1), arrowdown: () => step(1), k: () => step(-1), arrowup: () => step(-1),
    o: open, enter: open, m: mark, '/': search, '?': () => toggle(find('#keys')),
  };

  function command(key) {
    if (COMMANDS[key]) COMMANDS[key](); else press(key);
  }

  function isCommand(key) {
    return Boolean(COMMANDS[key]) || (/^[a-z]$/.test(key) && Boolean(find(`main [data-key~="${key}"]`)));
  }

  /** Within a form: Alt and a number says a phrase, Ctrl and Enter sends, Escape folds it again. */
  function within(event, form) {
    if (event.altKey && /^Digit[1-9]$/.test(event.code)) {
      const phrase = form.querySelectorAll('.phrases button')[Number(event.code.slice(5)) - 1];
      if (phrase) { event.preventDefault(); phrase.click(); }
    } else if (event.ctrlKey && event.key === 'Enter') {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === 'Escape') {
      const fold = form.closest('details');
      if (fold) fold.open = false;
      const heading = find('#at');
      if (heading) heading.focus();
    }
  }

  document.addEventListener('keydown', event => {
    if (event.isComposing || event.key === 'Process') return;
    const form = event.target.closest && event.target.closest('main form');
    if (form) within(event, form);
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !on) return;
    if (event.target.closest && event.target.closest(WRITING)) return;
    const key = event.key.toLowerCase();
    if (key === 'enter' && event.target.closest && event.target.closest('a, button, summary')) return;
    if (key.startsWith('arrow') && event.target.closest && event.target.closest('input, .menu')) return;
    if (!isCommand(key) && !(busy && /^[a-z]$/.test(key))) return;
    event.preventDefault();
    if (busy) waiting.push(key); else command(key);
  });

  document.addEventListener('change', event => {
    const box = event.target;
    if (!box.matches || !box.matches('input[form=together]')) return;
    if (box.checked) marked.add(box.value); else marked.delete(box.value);
  });

  document.addEventListener('htmx:beforeRequest', () => { busy = true; });
  document.addEventListener('htmx:afterRequest', event => {
    if (event.detail.successful) return;
    waiting.length = 0;
    busy = false;
    const way = find('#faster-next');
    if (event.detail.xhr.status === 409 && way && find('#desk')) {
      window.htmx.ajax('GET', way.getAttribute('href'), { target: '#desk', select: '#desk', swap: 'outerHTML show:none' });
    }
  });
  document.addEventListener('htmx:afterSettle', event => {
    if (event.target.id !== 'desk' && !(event.detail.target && event.detail.target.id === 'desk')) return;
    settle();
    busy = false;
    const next = waiting.shift();
    if (next) command(next);
  });
  document.addEventListener('htmx:afterSettle', event => {
    if (!find('#desk')) busy = false;
  });

  /** After each swap the marks are set again, and whoever listens hears which order is next. */
  function settle() {
    ready();
    rows().forEach(row => {
      const box = row.querySelector('input[form=together]');
      if (box) box.checked = marked.has(box.value);
    });
    const heading = find('#at');
    if (heading) heading.focus({ preventScroll: true });
    const row = current();
    if (row) row.scrollIntoView({ block: 'nearest' });
  }

  /** From now on a key is pressed at once and not kept waiting. */
  function ready() {
    const desk = find('#desk');
    if (desk) desk.dataset.ready = 'on';
  }

  function show() {
    const html = document.documentElement;
    if (on) html.dataset.keys = 'on'; else delete html.dataset.keys;
    const button = find('#keys-switch');
    if (button) button.setAttribute('aria-pressed', String(on));
  }

  /** At the counter Enter in the first field looks, and does not send what is not yet written. */
  const who = find('#counter #find');
  if (who) {
    who.addEventListener('keydown', event => {
      if (event.key === 'Enter' && !event.isComposing && !event.ctrlKey) {
        event.preventDefault();
        who.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
  }

  /** Whoever was found is chosen with the next key, unless the caret has gone on meanwhile. */
  document.addEventListener('htmx:afterSettle', () => {
    const first = find('#people input');
    const at = document.activeElement;
    if (first && first.value && (at === who || at === document.body)) first.focus();
  });

  /** What somebody has begun to write since is worth more than the address of the last time. */
  document.addEventListener('htmx:beforeSwap', event => {
    const home = event.detail.target;
    if (home.id !== 'home') return;
    const begun = [...home.querySelectorAll('input')].some(input => input.value !== input.defaultValue);
    if (begun) event.detail.shouldSwap = false;
  });

  const help = find('#keys');
  if (help) help.hidden = false;
  const button = find('#keys-switch');
  if (button) button.addEventListener('click', () => { on = !on; write(on ? 'on' : 'off'); show(); });
  show();
  ready();
})();
