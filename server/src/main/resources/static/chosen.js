// Says beside the button of a long list how many are ticked in it. Whoever stands in it twice, asked for by the resident
// and among the best, counts once. Without this script the ticks themselves say it.
for (const form of document.querySelectorAll("form[data-chosen]")) {
  const place = form.querySelector("[data-how-many]");
  if (!place) continue;

  const count = () => {
    const ticked = new Set([...form.querySelectorAll("input[type=checkbox]:checked")].map((box) => box.value)).size;
    const words = ticked ? place.dataset.words.replace("%1", ticked) : place.dataset.none;
    // Said anew only when it is another number.
    if (place.textContent !== words) place.textContent = words;
  };

  form.addEventListener("change", count);
  // A page that is gone back to has its ticks, and no event tells of them.
  addEventListener("pageshow", count);
  count();
}
