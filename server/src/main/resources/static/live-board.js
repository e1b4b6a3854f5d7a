// A piece of a page that stays true while it is open: <div data-live="/stream" data-from="/piece">. It comes anew when
// the stream says that something changed, and each minute, since time passes without anybody doing anything. While
// something in it is being made, what stands in <div data-progress="/how-far"> alone comes anew; once nothing is told of
// it any more it is made, and all comes at once. Without this script the page is as true as its last load.
for (const board of document.querySelectorAll("[data-live][data-from]")) {
  const EACH = 60_000;
  const AT_MOST = 1_000;
  const PATIENCE = 30_000;
  // While something is made: each change at once, and a look of its own now and then.
  const MAKING_EACH = 2_000;
  const MAKING_AT_MOST = 100;
  let last = 0;
  let waiting = null;
  let looking = false;
  let again = false;

  const ask = async (from) => {
    const answer = await fetch(from, {
      credentials: "same-origin",
      headers: { Accept: "text/html", "X-By-Itself": "true" },
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.redirected || answer.status === 401) {
      location.reload();
      return null;
    }
    return answer.ok ? answer.text() : null;
  };

  // Whoever is on a link stays on it, where it is still there.
  const place = () => (board.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null);

  const whole = async () => {
    const words = await ask(board.dataset.from);
    if (words === null) return;
    const href = place();
    board.innerHTML = words;
    if (href) [...board.querySelectorAll("a")].find((link) => link.getAttribute("href") === href)?.focus();
  };

  const making = () => board.querySelector("[data-progress]:not(:empty)");

  // Whether it is still being made. Whoever is at its button stays there.
  const goesOn = async (part) => {
    const words = (await ask(part.dataset.progress))?.trim();
    if (words) {
      const inside = part.contains(document.activeElement);
      part.innerHTML = words;
      if (inside) part.querySelector("button:enabled, a")?.focus();
    }
    return Boolean(words);
  };

  const refresh = async () => {
    waiting = null;
    looking = true;
    last = Date.now();
    try {
      if (!making() || !(await goesOn(making()))) await whole();
    } catch {
      // No network: the next look comes by itself, and the page says as of when it is.
    }
    looking = false;
    if (again) soon();
  };

  // Ten changes within a second are one look; what changes during a look is seen by the next.
  const soon = () => {
    again = looking;
    if (looking) return;
    waiting ??= setTimeout(refresh, Math.max(0, last + (making() ? MAKING_AT_MOST : AT_MOST) - Date.now()));
  };

  const stream = new EventSource(board.dataset.live);
  stream.addEventListener("changed", soon);
  // What was missed while the line was down.
  stream.addEventListener("open", soon);
  setInterval(soon, EACH);
  setInterval(() => making() && soon(), MAKING_EACH);
  addEventListener("visibilitychange", () => document.hidden || soon());
}
