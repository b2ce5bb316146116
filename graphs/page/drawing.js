// Draws boxes, arrows and labels where demarche has placed them, and moves the
// view.  Every text of an article reaches the page through textContent only.

const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const drawing = byId("drawing");
const scene = byId("scene");

function svg(name, attributes, parent) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes))
    node.setAttribute(key, value);
  if (parent) parent.append(node);
  return node;
}

function element(name, text, parent, className) {
  const node = document.createElement(name);
  if (text !== undefined) node.textContent = text;
  if (className) node.className = className;
  if (parent) parent.append(node);
  return node;
}

const tone = (score) =>
  score < 0 ? " conflict" : score > 0 ? " cooperation" : "";

function makeHeads() {
  for (const name of ["", "conflict", "cooperation"]) {
    const marker = svg("marker", {
      id: "head-" + (name || "neither"), viewBox: "0 0 10 10", refX: 9,
      refY: 5, markerWidth: 9, markerHeight: 9, orient: "auto",
      markerUnits: "userSpaceOnUse"
    }, drawing.querySelector("defs"));
    svg("path", { d: "M0 1L10 5L0 9z", class: "head " + name }, marker);
  }
}

// Where the line from `point` to the middle of `box` meets its border.
function border(box, point) {
  const x = point.x - box.x, y = point.y - box.y;
  const part = Math.min(box.width / 2 / (Math.abs(x) || 1e-9),
                        box.height / 2 / (Math.abs(y) || 1e-9), 1);
  return { x: box.x + x * part, y: box.y + y * part };
}

// A curve from box to box through the middle of the arrow's label.
function curve(arrow) {
  const from = data.boxes[arrow.from], to = data.boxes[arrow.to];
  const bend = {
    x: 2 * arrow.x - (from.x + to.x) / 2, y: 2 * arrow.y - (from.y + to.y) / 2
  };
  const begin = border(from, bend), end = border(to, bend);
  return `M${begin.x} ${begin.y}Q${bend.x} ${bend.y} ${end.x} ${end.y}`;
}

function drawGroups() {
  for (const group of data.groups) {
    const node = svg("g", { class: "frame" }, byId("groups"));
    const top = group.y - group.height / 2;
    if (!data.columns)
      svg("rect", {
        x: group.x - group.width / 2, y: top, rx: 6, width: group.width,
        height: group.height
      }, node);
    svg("text", { x: group.x, y: data.columns ? group.y : top + 16 }, node)
      .textContent = group.label;
  }
}

function drawBox(box) {
  box.node = svg("g", {
    class: `box ${box.shape}${tone(box.score)}${box.claimed ? " claimed" : ""}`,
    tabindex: 0, role: "button"
  }, byId("boxes"));
  svg("title", {}, box.node).textContent =
    box.label + (box.type ? " (" + box.type + ")" : "");
  svg("rect", {
    x: box.x - box.width / 2, y: box.y - box.height / 2, width: box.width,
    height: box.height, rx: box.shape === "event" ? box.height / 2 : 5
  }, box.node);
  svg("text", { x: box.x, y: box.y }, box.node).textContent = box.short;
}

function drawArrow(arrow) {
  const name = tone(arrow.score);
  arrow.node = svg("g", { class: "link" }, byId("arrows"));
  const path = curve(arrow);
  arrow.line = svg("path", {
    d: path, "marker-end": `url(#head-${name.trim() || "neither"})`,
    class: `arrow${name}${arrow.asserted ? "" : " claimed"}`
  }, arrow.node);
  svg("path", { d: path, class: "reach" }, arrow.node);
  arrow.sign = svg("g", {
    class: "label" + name, tabindex: 0, role: "button"
  }, byId("labels"));
  arrow.title = svg("title", {}, arrow.sign);
  svg("rect", {
    x: arrow.x - arrow.width / 2 + 3, y: arrow.y - arrow.height / 2 + 2,
    width: arrow.width - 6, height: arrow.height - 4
  }, arrow.sign);
  arrow.text = svg("text", { x: arrow.x, y: arrow.y }, arrow.sign);
}

// What an arrow says of the evidence that is shown, and how strongly.
function describeArrow(arrow, count) {
  const by = arrow.asserted || !arrow.claimer ? "" : ` [${arrow.claimer}]`;
  const what = arrow.label + (count > 1 ? " ×" + count : "");
  const text = what + by;
  arrow.text.textContent =
    text.length > data.longest ? text.slice(0, data.longest - 1) + "…" : text;
  arrow.title.textContent =
    `${data.boxes[arrow.from].label} ${what} ${data.boxes[arrow.to].label}${by}`;
  arrow.line.classList.toggle("many", count > 1);
}

function draw() {
  makeHeads();
  drawGroups();
  data.boxes.forEach(drawBox);
  data.arrows.forEach(drawArrow);
  document.title = data.title;
  byId("title").textContent = data.title;
}

// The view: scene coordinates times `scale` plus `x`, `y` are pixels.
const view = { x: 0, y: 0, scale: 1 };
const mostLabels = 150;  // More than these show only when near or zoomed in.

function showView() {
  scene.setAttribute(
    "transform", `translate(${view.x} ${view.y}) scale(${view.scale})`);
  const isCrowded = view.scale < 0.45 ||
    (data.arrows.length > mostLabels && view.scale < 1.1);
  drawing.classList.toggle("crowded", isCrowded);
  showNames();
}

function fit() {
  const size = drawing.getBoundingClientRect();
  view.scale = Math.min(size.width / (data.width || 1),
                        size.height / (data.height || 1), 1.6);
  view.x = (size.width - data.width * view.scale) / 2;
  view.y = (size.height - data.height * view.scale) / 2;
  showView();
}

function zoom(factor, x, y) {
  const scale = Math.min(Math.max(view.scale * factor, 0.02), 8);
  view.x = x - (x - view.x) * scale / view.scale;
  view.y = y - (y - view.y) * scale / view.scale;
  view.scale = scale;
  showView();
}

function zoomMiddle(factor) {
  const size = drawing.getBoundingClientRect();
  zoom(factor, size.width / 2, size.height / 2);
}

function pan(x, y) {
  view.x += x;
  view.y += y;
  showView();
}

function centre(point) {
  const size = drawing.getBoundingClientRect();
  view.scale = Math.max(view.scale, 0.8);
  view.x = size.width / 2 - point.x * view.scale;
  view.y = size.height / 2 - point.y * view.scale;
  showView();
}

// Moves the view if the panel hides what was opened.
function reveal(point) {
  const size = drawing.getBoundingClientRect();
  const x = point.x * view.scale + view.x, y = point.y * view.scale + view.y;
  if (x < 40 || y < 20 || x > size.width - 40 || y > size.height - 20)
    centre(point);
}
