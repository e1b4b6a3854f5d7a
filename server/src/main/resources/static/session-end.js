// Staff are told before their sign-in ends, and what they typed is not lost where it has: the form waits on the page
// until they have signed in beside it. Without this script the next step leads to the sign-in page.
(() => {
  "use strict";
  const place = document.getElementById("session-ends");
  if (!place) return;
  const SOON = 5 * 60_000;
  const EACH = 10_000;
  let idleEnds = 0;
  let longestEnds = 0;
  let over = false;

  const from = (idle, longest) => {
    idleEnds = Date.now() + idle * 1000;
    longestEnds = Date.now() + longest * 1000;
  };

  const show = (part) => {
    for (const each of place.querySelectorAll("[data-part]")) each.hidden = each.dataset.part !== part;
    place.hidden = part === null;
  };

  // A new sign-in has a new token: the forms on this page take it over.
  const takeOver = (now) => {
    for (const field of document.querySelectorAll(`input[name="${now.parameter}"]`)) field.value = now.token;
    over = false;
    from(now.idle, now.longest);
  };

  // Marked so, the question itself is no sign of life; and a lost session is told as such and not by a whole page.
  const ask = async (alive) => {
    const headers = { "HX-Request": "true", Accept: "application/json" };
    if (!alive) headers["X-By-Itself"] = "true";
    try {
      const answer = await fetch(place.dataset.ask, { headers, cache: "no-store", redirect: "manual" });
      if (answer.ok) takeOver(await answer.json());
      else if (answer.status === 401) over = true;
    } catch {
      // No network: asked again with the next look.
    }
  };

  const look = async (alive) => {
    if (alive || over || Math.min(idleEnds, longestEnds) - Date.now() <= SOON) await ask(alive);
    const left = Math.min(idleEnds, longestEnds) - Date.now();
    if (over || left <= 0) {
      over = true;
      show("over");
    } else {
      show(left > SOON ? null : idleEnds <= longestEnds ? "idle" : "longest");
    }
  };

  // Whatever would be sent now would be lost on the way to the sign-in page.
  const hold = (event) => {
    if (!over && Math.min(idleEnds, longestEnds) > Date.now()) return;
    event.preventDefault();
    event.stopPropagation();
    over = true;
    show("over");
    place.querySelector('[data-part="over"] a').focus();
  };

  from(Number(place.dataset.idle), Number(place.dataset.longest));
  place.querySelector("[data-stay]").addEventListener("click", () => look(true));
  addEventListener("submit", hold, true);
  addEventListener("visibilitychange", () => document.hidden || look(false));
  addEventListener("focus", () => look(false));
  setInterval(() => look(false), EACH);
  look(false);
})();
