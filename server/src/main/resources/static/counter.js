// A counter above the village: what is confidential is decided in the village, so where such a service is chosen only
// writing it down is offered, and a word says why. Without this script the word stands there always, and whoever presses
// the wrong button is told.
(() => {
  'use strict';

  const form = document.getElementById('counter');
  const word = document.getElementById('left-to-others');
  if (!form || !word) return;

  const decides = () => [...form.querySelectorAll('button[name=step]:not([value=PLACE])')];
  const project = () =>
    [...form.querySelectorAll('input[name=suggested]:checked')].find(one => one.value) || form.elements.project.selectedOptions[0];
  const station = () => form.elements.station.selectedOptions ? form.elements.station.selectedOptions[0] : form.elements.station;

  // While no village is chosen nobody knows whose it is.
  const isLeftToOthers = () =>
    project().dataset.confidential === 'true' && Boolean(station().value) && station().dataset.own !== 'true';

  function look() {
    const left = isLeftToOthers();
    word.hidden = !left;
    for (const button of decides()) {
      button.disabled = left;
      if (left) button.setAttribute('aria-describedby', word.id); else button.removeAttribute('aria-describedby');
    }
  }

  form.addEventListener('change', look);
  // What the words may mean comes anew while one types.
  document.addEventListener('htmx:afterSettle', look);
  // A page that is gone back to has its choices, and no event tells of them.
  addEventListener('pageshow', look);
  look();
})();
