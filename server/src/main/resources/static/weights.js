// The page of weights: a slider beside each number, and the example that explains it as the number changes. And a trial
// that is under way: its progress comes anew until it is over. Without this script there are numbers to type, examples
// of what holds now, and a link to look again.
for (const form of document.querySelectorAll("form[data-weights]")) {
  const number = (name) => Number(form.elements[name].value);
  const said = (value) => (value < 10 ? value.toFixed(1) : String(Math.round(value)));

  const explain = (example) => {
    const way = number("way");
    const value = example.dataset.of === "way" ? way / number("recent") : (number(example.dataset.of) * example.dataset.times) / way;
    example.textContent = Number.isFinite(value) ? example.dataset.words.replace("#", said(value)) : example.dataset.none;
  };
  const explainAll = () => form.querySelectorAll("[data-words]").forEach(explain);

  for (const field of form.querySelectorAll("input[type=number]")) {
    const slider = document.createElement("input");
    slider.type = "range";
    slider.min = field.min;
    slider.max = field.max;
    slider.step = field.dataset.step;
    slider.value = field.value;
    slider.setAttribute("aria-labelledby", `${field.id}-label`);
    slider.addEventListener("input", () => {
      field.value = slider.value;
      explainAll();
    });
    field.addEventListener("input", () => {
      slider.value = field.value;
      explainAll();
    });
    field.after(slider);
  }
  explainAll();
}

for (const trial of document.querySelectorAll("[data-trial]")) {
  const EACH = 400;
  const look = async () => {
    try {
      const answer = await fetch(trial.dataset.trial, { credentials: "same-origin", headers: { Accept: "text/html", "X-By-Itself": "true" } });
      if (answer.redirected || !answer.ok) return location.reload();
      trial.innerHTML = await answer.text();
      if (trial.querySelector("[data-over=true]")) return location.reload();
    } catch {
      // No network: the next look comes by itself.
    }
    setTimeout(look, EACH);
  };
  setTimeout(look, EACH);
}
