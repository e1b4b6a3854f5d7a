// A piece of a page that stays true while it is open: <div data-live="/stream" data-from="/piece">. It comes anew when
// the stream says that something changed, and each minute, since time passes without anybody doing anything. Without
// this script the page is as true as its last load.
for (const board of document.querySelectorAll("[data-live][data-from]")) {
  const EACH = 60_000;
  const AT_MOST = 1_000;
  let last = 0;
  let waiting = null;

  // Whoever is on a link stays on it, where it is still there.
  const place = () => (board.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null);

  const refresh = async () => {
    waiting = null;
    last = Date.now();
    try {
      const answer = await fetch(board.dataset.from, { credentials: "same-origin", headers: { Accept: "text/html", "X-By-Itself": "true" } });
      if (answer.redirected || answer.status === 401) {
        location.reload();
      } else if (answer.ok) {
        const words = await answer.text();
        const href = place();
        board.innerHTML = words;
        if (href) [...board.querySelectorAll("a")].find((link) => link.getAttribute("href") === href)?.focus();
      }
    } catch {
      // No network: the next look comes by itself, and the page says as of when it is.
    }
  };

  // Ten changes within a second are one look.
  const soon = () => {
    waiting ??= setTimeout(refresh, Math.max(0, last + AT_MOST - Date.now()));
  };

  const stream = new EventSource(board.dataset.live);
  stream.addEventListener("changed", soon);
  // What was missed while the line was down.
  stream.addEventListener("open", soon);
  setInterval(soon, EACH);
  addEventListener("visibilitychange", () => document.hidden || soon());
}
