// Names on the map of map.js that would lie on one another: the more important one stays, the others come when one has
// gone nearer, points at their village, or has a point of theirs in focus. The page's list names every place anyway.
{
  // What stands first is named first.
  const RANK = ["center", "institute", "station", "point"];
  const rank = (at) => RANK.findIndex((tier) => at.firstElementChild.classList.contains(tier));
  // Two names need a little air between them.
  const AIR = 2;
  // So far from a village lies what lies in it: positions are coarse, and a point is as large as a finger.
  const BESIDE = 24;

  const meet = (one, other) =>
    one.left < other.right + AIR && other.left < one.right + AIR && one.top < other.bottom + AIR && other.top < one.bottom + AIR;

  const houses = (map) => [...map.querySelectorAll(".at-house")];

  const thin = (map) => {
    const all = houses(map).sort((a, b) => rank(a) - rank(b));
    // All is measured before anything changes, or the page would be laid out once for each name.
    const boxes = all.map((at) => at.querySelector("b").getBoundingClientRect());
    const kept = [];
    all.forEach((at, i) => {
      const crowded = boxes[i].width > 0 && kept.some((other) => meet(boxes[i], other));
      if (!crowded && boxes[i].width > 0) kept.push(boxes[i]);
      at.classList.toggle("crowded", crowded);
    });
  };

  const middle = (at) => {
    const { left, top, width, height } = at.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };

  // The village of the point that is in focus; none where nothing is.
  const name = (map, at) => {
    const [x, y] = at ? middle(at) : [];
    const far = (house) => Math.hypot(middle(house)[0] - x, middle(house)[1] - y);
    const near = at ? houses(map).filter((house) => far(house) <= BESIDE).sort((a, b) => far(a) - far(b))[0] : null;
    for (const house of houses(map)) house.classList.toggle("named", house === near);
  };

  const mapOf = (event) => event.target.closest?.(".map-of .map");

  document.addEventListener("drawn", ({ target }) => thin(target), true);
  document.addEventListener("focusin", (event) => mapOf(event) && name(mapOf(event), event.target.closest(".leaflet-marker-icon")));
  document.addEventListener("focusout", (event) => mapOf(event) && name(mapOf(event), null));
}
