// Names of the boxes that most arrows join, in letters that can be read while
// the view is too small for those in the boxes.

const overview = svg("g", { id: "overview", "aria-hidden": true });
const mostNames = 40;
const smallest = 0.6;  // Below this scale the boxes' own letters are too small.

function byDegree() {
  const degrees = new Map();
  for (const arrow of data.arrows)
    for (const end of [arrow.from, arrow.to])
      degrees.set(data.boxes[end], (degrees.get(data.boxes[end]) || 0) +
        arrow.rows.length);
  return [...degrees.keys()].sort((a, b) => degrees.get(b) - degrees.get(a));
}

// Where a name would stand on the screen; widths are estimates.
function placeOf(box) {
  const x = box.x * view.scale + view.x, y = box.y * view.scale + view.y;
  const width = box.short.length * 7 + 12;
  return { left: x - width / 2, right: x + width / 2, top: y - 10,
    bottom: y + 10 };
}

const overlap = (a, b) => a.left < b.right && b.left < a.right &&
  a.top < b.bottom && b.top < a.bottom;

function showNames() {
  overview.replaceChildren();
  if (view.scale >= smallest) return;
  const size = drawing.getBoundingClientRect();
  const screen = { left: 0, top: 0, right: size.width, bottom: size.height };
  const taken = [];
  for (const box of showNames.order) {
    if (taken.length === mostNames) break;
    const place = placeOf(box);
    if (box.node.classList.contains("gone") || !overlap(place, screen) ||
        taken.some((other) => overlap(place, other))) continue;
    taken.push(place);
    const name = svg("g", {
      class: "name", transform: `translate(${box.x} ${box.y}) ` +
        `scale(${1 / view.scale})`
    }, overview);
    svg("rect", { x: place.left - (place.left + place.right) / 2, y: -10,
      width: place.right - place.left, height: 20, rx: 4 }, name);
    svg("text", {}, name).textContent = box.short;
  }
}

function startOverview() {
  showNames.order = byDegree();
  scene.append(overview);
}
