// Draws <figure class="map-of"> (templates/dispatch/parts/map.html): the list in it is what is drawn, and what there is
// without this script. A point whose lines are all hidden goes; lines that come or change are drawn anew.
{
  const NEAR = 12;
  const CLOSEST = 15;
  const WIDEST = 8;
  const AROUND = { padding: [36, 36], maxZoom: 13 };

  const point = (text) => text.split(",").map(Number);
  const segments = (text) => (text ? text.split(";").map((line) => line.split(" ").map(point)) : []);
  const element = (tag, name, words) => {
    const made = document.createElement(tag);
    made.className = name;
    if (words) made.textContent = words;
    return made;
  };

  const marker = (at, shape, size, options, name = "") =>
    L.marker(point(at), { icon: L.divIcon({ className: name, html: shape, iconSize: [size, size] }), ...options });

  // For map-labels.js: where things lie on the screen is another than before.
  const drawn = (div) => div.dispatchEvent(new Event("drawn"));

  // What lies on one spot is one point: places are coarse, and neighbours often share theirs.
  const spots = (figure) => {
    const found = new Map();
    for (const line of figure.querySelectorAll(".places > li[data-at]")) {
      if (line.closest("[hidden]")) continue;
      found.set(line.dataset.at, [...(found.get(line.dataset.at) ?? []), line]);
    }
    return found;
  };

  const words = (lines) => {
    const list = element("ul", "plain");
    for (const line of lines) {
      const item = list.appendChild(document.createElement("li"));
      item.append(...[...line.childNodes].map((node) => node.cloneNode(true)));
    }
    return list;
  };

  // The order among people is what one looks for.
  const RANK = ["gap", "order", "chosen", "person"];
  const first = (lines) => RANK.find((kind) => lines.some((line) => line.dataset.kind === kind));

  const spot = (div, at, lines) => {
    const kind = first(lines);
    const marks = [...lines].sort((a, b) => RANK.indexOf(a.dataset.kind) - RANK.indexOf(b.dataset.kind)).flatMap((line) => line.dataset.mark ?? []);
    const many = marks.length > 3 ? `${marks[0]} +${marks.length - 1}` : marks.join(" ");
    const name = lines.length > 1 ? div.dataset.more.replace("{0}", lines.length) : lines[0].textContent.replace(/\s+/g, " ").trim();
    const shape = element("span", `place ${kind}`, many);
    const made = marker(at, shape, 44, { title: name, zIndexOffset: -1000 * RANK.indexOf(kind) });
    made.on("add", () => made.getElement().setAttribute("aria-label", name));
    return made.bindPopup(() => words(lines), { minWidth: 160, maxWidth: 280 });
  };

  const houses = (figure, ground) => {
    for (const house of figure.querySelectorAll(".houses > li")) {
      const tier = house.dataset.tier.toLowerCase();
      const shape = element("span", `house ${tier}`);
      shape.append(element("i", ""), element("b", "", house.textContent));
      marker(house.dataset.at, shape, 0, { interactive: false, keyboard: false, zIndexOffset: -9000 }, "at-house").addTo(ground);
    }
  };

  const schematic = (figure, div, map) => {
    const ground = L.layerGroup().addTo(map);
    for (const line of segments(div.dataset.borders)) L.polyline(line, { className: "border", interactive: false }).addTo(ground);
    houses(figure, ground);
    map.attributionControl.addAttribution(div.dataset.schematic);
    drawn(div);
  };

  // A server of tiles that does not answer leaves the schematic.
  const ground = (figure, div, map) => {
    if (!div.dataset.tiles) return schematic(figure, div, map);
    const credit = document.createElement("span");
    credit.textContent = div.dataset.credit;
    const options = { attribution: credit.innerHTML, maxZoom: CLOSEST, subdomains: div.dataset.subdomains.split(",") };
    const tiles = L.tileLayer(div.dataset.tiles, options).addTo(map);
    tiles.once("tileerror", () => {
      tiles.remove();
      schematic(figure, div, map);
    });
  };

  const start = (div) => {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const map = L.map(div, {
      zoomControl: false, attributionControl: false, minZoom: WIDEST, maxZoom: CLOSEST, zoomSnap: 0.5,
      // One finger scrolls the page and two move the map; the wheel is the page's until one has gone into the map.
      dragging: !L.Browser.mobile, scrollWheelZoom: false,
      zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still,
    });
    L.control.attribution({ prefix: false }).addTo(map);
    L.control.zoom({ zoomInTitle: div.dataset.nearer, zoomOutTitle: div.dataset.farther }).addTo(map);
    map.on("focus", () => map.scrollWheelZoom.enable());
    map.on("blur", () => map.scrollWheelZoom.disable());
    map.on("zoomend", () => {
      div.classList.toggle("near", map.getZoom() >= NEAR);
      drawn(div);
    });
    map.on("popupopen", ({ popup }) => popup.getElement().querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", div.dataset.close));
    return map;
  };

  const places = (figure, div, map, layer) => {
    layer.clearLayers();
    for (const line of segments(div.dataset.ties)) L.polyline(line, { className: "tie", interactive: false }).addTo(layer);
    for (const [at, lines] of spots(figure)) spot(div, at, lines).addTo(layer);
  };

  const lookAround = (figure, map) => {
    const found = [...spots(figure).keys()];
    const shown = found.length ? found : [...figure.querySelectorAll(".houses > li")].map((house) => house.dataset.at);
    if (shown.length) map.fitBounds(shown.map(point), AROUND);
  };

  // The list changes while one filters; many changes at once are drawn once.
  const follow = (figure, draw) => {
    let waiting = false;
    const soon = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        draw();
      });
    };
    const list = figure.querySelector(".places");
    new MutationObserver(soon).observe(list, { childList: true, subtree: true, attributeFilter: ["hidden", "data-at", "data-kind"] });
  };

  // A piece of the page that comes anew brings its map anew: whoever had gone nearer stays there, and so does the focus.
  const looked = new Map();
  let focused = null;
  document.addEventListener("focusin", ({ target }) => {
    focused = target.closest(".map-of .map") ? target.getAttribute("aria-label") : null;
  });

  const look = (figure, div, map) => {
    const before = looked.get(div.getAttribute("aria-label"));
    if (before) map.setView(before.center, before.zoom);
    else lookAround(figure, map);
    map.on("moveend", () => looked.set(div.getAttribute("aria-label"), { center: map.getCenter(), zoom: map.getZoom() }));
  };

  const refocus = (figure) => {
    if (!focused || document.activeElement !== document.body) return;
    [...figure.querySelectorAll(".map, .map [aria-label]")].find((one) => one.getAttribute("aria-label") === focused)?.focus({ preventScroll: true });
  };

  const draw = (figure) => {
    const div = figure.querySelector(".map");
    if (div.classList.contains("on")) return;
    div.classList.add("on");
    figure.querySelector("details").open = false;
    const map = start(div);
    const layer = L.layerGroup();
    let seen = false;
    // A map in a part of the page that is not shown has no size yet.
    new ResizeObserver(() => {
      if (!div.clientWidth) return;
      map.invalidateSize({ animate: false });
      if (seen) return;
      seen = true;
      look(figure, div, map);
      ground(figure, div, map);
      layer.addTo(map);
      places(figure, div, map, layer);
      refocus(figure);
    }).observe(div);
    follow(figure, () => seen && places(figure, div, map, layer));
  };

  const drawAll = (within) => {
    if (within.matches?.(".map-of")) draw(within);
    within.querySelectorAll?.(".map-of").forEach(draw);
  };
  drawAll(document);
  // A piece of the page that came later may bring a map.
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach(drawAll);
  }).observe(document.body, { childList: true, subtree: true });
}
