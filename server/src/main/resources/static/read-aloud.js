// Reads the page's main part: headings, sentences and the words on buttons, in their order. Where the browser has no
// voice the button stays hidden.
(() => {
  const button = document.getElementById('read-aloud');
  const voice = window.speechSynthesis;
  if (!button || !voice || !window.SpeechSynthesisUtterance) return;

  const words = button.querySelector('span');
  const start = words.textContent;
  const language = document.documentElement.lang === 'en' ? 'en' : 'zh-CN';
  const LINES = 'h1, h2, h3, h4, p, li, dt, dd, label, legend, summary, button, a, th, td';
  const SILENT = 'script, style, svg, template, [hidden], [aria-hidden="true"], .unseen';
  // Where a sentence ends the voice takes breath; long utterances break off in some browsers.
  const SENTENCE = /[^。！？!?；;\n]+[。！？!?；;]?/g;
  let round = 0;

  const isShown = element => element.checkVisibility ? element.checkVisibility() : element.getClientRects().length > 0;

  // The words of each text on the page, those of one line together.
  const texts = main => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const lines = [];
    let last = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent.replace(/\s+/g, ' ').trim();
      const home = node.parentElement;
      if (!text || home.closest(SILENT) || !isShown(home)) continue;
      const line = home.closest(LINES) || home;
      if (line === last) lines[lines.length - 1] += ' ' + text;
      else lines.push(text);
      last = line;
    }
    return lines.flatMap(line => line.match(SENTENCE) || []).map(line => line.trim()).filter(Boolean);
  };

  const spoken = () => voice.getVoices().find(one => one.lang.replace('_', '-').startsWith(language));

  const show = reading => {
    button.setAttribute('aria-pressed', String(reading));
    words.textContent = reading ? button.dataset.stop : start;
  };

  const stop = () => {
    round++;
    voice.cancel();
    show(false);
  };

  const read = () => {
    const main = document.getElementById('main');
    const lines = main ? texts(main) : [];
    const mine = ++round;
    voice.cancel();
    show(true);
    const next = at => {
      if (mine !== round) return;
      if (at === lines.length) return stop();
      const utterance = new SpeechSynthesisUtterance(lines[at]);
      const known = spoken();
      utterance.lang = language;
      utterance.rate = document.documentElement.dataset.elder ? 0.85 : 1;
      if (known) utterance.voice = known;
      utterance.onend = () => next(at + 1);
      // A voice that fails says nothing for ever: let the button go back.
      utterance.onerror = () => mine === round && stop();
      voice.speak(utterance);
    };
    next(0);
  };

  button.addEventListener('click', () => button.getAttribute('aria-pressed') === 'true' ? stop() : read());
  window.addEventListener('pagehide', stop);
  button.hidden = false;
})();
