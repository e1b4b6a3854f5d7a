// Keeps what is typed into an order while it is typed, so that a reload, larger type or another language loses nothing;
// and shows what the words sound like. Without this script everything is kept with each step.
(function () {
  const form = document.querySelector("form[data-keep]");
  if (!form) return;
  const heard = document.querySelector("[data-heard]");
  const pause = 400;
  let changed = false;
  let timer = 0;
  let running = Promise.resolve();

  function words() {
    const said = new FormData(form);
    said.delete("photo");
    said.delete("voice");
    return said;
  }

  function show(html) {
    if (heard && !heard.contains(document.activeElement)) heard.innerHTML = html;
  }

  function answered(response) {
    if (response.status === 409 || response.status === 404) document.querySelector("[data-elsewhere]").hidden = false;
    return response.status === 200 ? response.text().then(show) : null;
  }

  function send() {
    // So marked, a lost session is told as such and not by a whole page.
    return fetch(form.dataset.keep, { method: "POST", body: words(), keepalive: true, headers: { "HX-Request": "true" } })
      .then(answered)
      .catch(function () { changed = true; });
  }

  function keep() {
    clearTimeout(timer);
    if (changed) {
      changed = false;
      running = running.then(send);
    }
    return running;
  }

  function later() {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(keep, pause);
  }

  form.addEventListener("input", later);
  // Somebody may have typed before this script was there.
  if (Array.from(form.elements).some(function (field) {
    return /^(text|tel|textarea)$/.test(field.type) && field.value !== field.defaultValue;
  })) later();
  // A photo is sent as soon as it is chosen.
  const add = form.querySelector("[data-add]");
  if (add) add.hidden = true;
  form.addEventListener("change", function (event) {
    if (event.target.type === "file" && event.target.files.length > 0) form.requestSubmit(add);
  });

  // Other forms of the page (larger type, language, sign out) wait until what was typed is kept.
  document.addEventListener("submit", function (event) {
    if (event.target === form) {
      clearTimeout(timer);
      changed = false;
    } else if (changed) {
      event.preventDefault();
      const button = event.submitter;
      keep().then(function () {
        changed = false;
        event.target.requestSubmit(button);
      });
    }
  });
  window.addEventListener("pagehide", function () {
    if (changed) {
      changed = false;
      send();
    }
  });
})();
