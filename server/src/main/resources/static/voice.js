// Records a voice message into the form's own file field; where the browser cannot, the field itself stays.
(function () {
  const box = document.querySelector("[data-recorder]");
  const able = window.MediaRecorder && window.DataTransfer && navigator.mediaDevices && navigator.mediaDevices.getUserMedia;
  if (!box || !able) return;
  const longest = 60;
  const input = document.getElementById("voice");
  const record = box.querySelector("[data-record]");
  const stop = box.querySelector("[data-stop]");
  const told = box.querySelector("[data-time]");
  let recorder = null;
  let ticking = 0;

  box.hidden = false;
  document.querySelector("[data-voice-file]").hidden = true;

  function tell(seconds) {
    told.textContent = told.dataset.running.replace("#", String(longest - seconds));
  }

  function began(stream) {
    const parts = [];
    let seconds = 0;
    recorder = new MediaRecorder(stream, { audioBitsPerSecond: 32000 });
    recorder.ondataavailable = function (event) { parts.push(event.data); };
    recorder.onstop = function () {
      stream.getTracks().forEach(function (track) { track.stop(); });
      taken(new File(parts, "voice", { type: recorder.mimeType }));
    };
    recorder.start();
    record.hidden = true;
    stop.hidden = false;
    stop.focus();
    tell(0);
    ticking = setInterval(function () {
      seconds += 1;
      tell(seconds);
      if (seconds >= longest) finish();
    }, 1000);
  }

  function finish() {
    clearInterval(ticking);
    if (recorder && recorder.state !== "inactive") recorder.stop();
  }

  // As if the file had been chosen by hand: it is sent, and the page shows it to listen to or to throw away.
  function taken(file) {
    const chosen = new DataTransfer();
    chosen.items.add(file);
    input.files = chosen.files;
    input.form.requestSubmit(input.form.querySelector("[data-add]"));
  }

  record.addEventListener("click", function () {
    navigator.mediaDevices.getUserMedia({ audio: true }).then(began, function () {
      told.textContent = told.dataset.refused;
      document.querySelector("[data-voice-file]").hidden = false;
    });
  });
  stop.addEventListener("click", finish);
})();
