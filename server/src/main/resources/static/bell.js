// The bell's number in an open page. A push says only that something changed; the bell then asks for itself anew.
// Without this script the number is that of the last page load.
(() => {
  'use strict';
  const bell = () => document.querySelector('a.bell[data-live]');
  if (!bell() || !window.EventSource) return;

  let stream = null;
  let wait = 0;

  const anew = async () => {
    try {
      // A session that is over would redirect to the sign-in page: then the bell stays as it is.
      const answer = await fetch(bell().dataset.anew, { redirect: 'manual', cache: 'no-store', headers: { 'X-By-Itself': 'true' } });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('a.bell');
      const here = bell();
      if (!fresh || here.innerHTML === fresh.innerHTML) return;
      // In place, so that whoever stands on it with the keyboard stays there.
      here.replaceChildren(...fresh.childNodes);
      here.setAttribute('aria-label', fresh.getAttribute('aria-label'));
    } catch {
      // No network: the stream connects again, and then the bell asks again.
    }
  };

  const close = () => {
    if (stream) stream.close();
    stream = null;
  };

  const open = () => {
    if (stream || document.hidden || !bell()) return;
    stream = new EventSource(bell().dataset.live);
    stream.addEventListener('open', () => { wait = 0; anew(); });
    stream.addEventListener('changed', anew);
    stream.addEventListener('error', () => {
      // The browser connects again by itself unless the server said no; then later, and ever more seldom.
      if (stream && stream.readyState === EventSource.CLOSED) {
        close();
        wait = Math.min(wait ? wait * 2 : 5000, 300000);
        setTimeout(open, wait);
      }
    });
  };

  // A browser grants one server few connections: only the page in front keeps one.
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', open);
  open();
})();
