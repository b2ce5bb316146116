// Filters, search, mouse and keyboard; then draws.

const filters = ["relation", "actor", "source", "factuality", "since", "until",
  "count", "asserted"].reduce(
  (all, name) => ({ ...all, [name]: byId("filter-" + name) }), {});

function offer(select, values) {
  select.replaceChildren();
  element("option", "all", select).value = "";
  for (const value of [...new Set(values)].filter((v) => v).sort())
    element("option", value, select).value = value;
}

function sourcesOf(row) {
  const article = data.articles[row.article];
  return row.claimers.map((claimer) => claimer.name)
    .concat((article && article.publisher) || []);
}

// A box of a timeline is an act of actors; others are one or none.
const actorsOf = (box) => box.actors.length > 0 ? box.actors : [box.label];

function offerAll() {
  offer(filters.relation, [...data.arrows.map((arrow) => arrow.label),
    ...data.boxes.map((box) => box.relation)]);
  offer(filters.actor, data.boxes.flatMap(actorsOf));
  offer(filters.source, data.rows.flatMap(sourcesOf));
  offer(filters.factuality, data.rows.map((row) => row.how || "certain"));
}

// A date may be given by its beginning: "2023-01" takes the whole month.
function isBetween(date) {
  const since = filters.since.value.trim(), until = filters.until.value.trim();
  return (!since || date.slice(0, since.length) >= since) &&
    (!until || date.slice(0, until.length) <= until) &&
    (date || (!since && !until));
}

const isWanted = (select, values) =>
  !select.value || values.includes(select.value);

const isShownRow = (row) => isWanted(filters.source, sourcesOf(row)) &&
  isWanted(filters.factuality, [row.how || "certain"]) && isBetween(row.date);

function isShownArrow(arrow) {
  const ends = [data.boxes[arrow.from].label, data.boxes[arrow.to].label];
  return isWanted(filters.relation, [arrow.label]) &&
    isWanted(filters.actor, ends) &&
    (arrow.asserted || !filters.asserted.checked) &&
    arrow.shownRows.length >= Math.max(1, Number(filters.count.value));
}

function isShownBox(box, joined) {
  if (joined.has(box)) return true;
  const count = box.rows.filter((row) => isShownRow(data.rows[row])).length;
  return count > 0 && count >= Number(filters.count.value) &&
    isWanted(filters.actor, actorsOf(box)) &&
    isWanted(filters.relation, [box.relation]) &&
    (!box.claimed || !filters.asserted.checked);
}

function applyFilters() {
  const joined = new Set();
  let count = 0;
  for (const arrow of data.arrows) {
    arrow.shownRows = arrow.rows.map((row) => data.rows[row])
      .filter(isShownRow);
    const isShown = isShownArrow(arrow);
    if (!isShown) arrow.shownRows = [];
    arrow.node.classList.toggle("gone", !isShown);
    arrow.sign.classList.toggle("gone", !isShown);
    if (!isShown) continue;
    ++count;
    describeArrow(arrow, arrow.shownRows.length);
    joined.add(data.boxes[arrow.from]).add(data.boxes[arrow.to]);
  }
  let boxes = 0;
  for (const box of data.boxes) {
    const isShown = isShownBox(box, joined);
    box.node.classList.toggle("gone", !isShown);
    if (isShown) ++boxes;
  }
  showNames();
  byId("shown").textContent = `${boxes} of ${data.boxes.length} boxes, ` +
    `${count} of ${data.arrows.length} arrows`;
}

function textOf(row) {
  return row.before + row.words + row.after + sourcesOf(row).join(" ");
}

function search() {
  const wanted = byId("search").value.trim().toLowerCase();
  const has = (...texts) =>
    texts.some((text) => text.toLowerCase().includes(wanted));
  const matches = [];
  drawing.classList.toggle("searching", wanted !== "");
  for (const box of data.boxes) {
    const isMatch = wanted !== "" && !box.node.classList.contains("gone") &&
      has(box.label, box.type, ...box.rows.map((row) => textOf(data.rows[row])));
    box.node.classList.toggle("match", isMatch);
    if (isMatch) matches.push(box);
  }
  for (const arrow of data.arrows) {
    const isMatch = wanted !== "" && arrow.shownRows.length > 0 &&
      has(arrow.title.textContent, ...arrow.shownRows.map(textOf));
    for (const node of [arrow.node, arrow.sign])
      node.classList.toggle("match", isMatch);
    if (isMatch) matches.push(arrow);
  }
  byId("found").textContent = wanted ? `${matches.length} found` : "";
  return matches;
}

let nextMatch = 0;
function showMatch() {
  const matches = search();
  if (matches.length === 0) return;
  const match = matches[nextMatch++ % matches.length];
  centre(match);
  if (match.sign) openArrow(match);
  else openBox(match);
}

function switchTheme() {
  const root = document.documentElement;
  const isDark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = isDark ? "light" : "dark";
}

const keys = {
  ArrowLeft: () => pan(60, 0), ArrowRight: () => pan(-60, 0),
  ArrowUp: () => pan(0, 60), ArrowDown: () => pan(0, -60),
  "+": () => zoomMiddle(1.25), "=": () => zoomMiddle(1.25),
  "-": () => zoomMiddle(0.8), "0": fit, t: switchTheme,
  "/": () => byId("search").focus()
};

function onKey(event) {
  if (event.key === "Escape") return close();
  if (/^(INPUT|SELECT|BUTTON)$/.test(event.target.tagName) ||
      event.ctrlKey || event.metaKey || event.altKey) return;
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

let dragged = 0;  // Pixels since the button was pressed.

function onActivate(node, act) {
  node.addEventListener("click", () => { if (dragged < 5) act(); });
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  });
}

function followPointer() {
  let last = null;
  drawing.addEventListener("pointerdown", (event) => {
    last = event;
    dragged = 0;
    drawing.classList.add("moving");
  });
  addEventListener("pointermove", (event) => {
    if (!last || event.buttons === 0) return;
    const x = event.clientX - last.clientX, y = event.clientY - last.clientY;
    pan(x, y);
    dragged += Math.abs(x) + Math.abs(y);
    last = event;
  });
  addEventListener("pointerup", () => {
    last = null;
    drawing.classList.remove("moving");
  });
  drawing.addEventListener("wheel", (event) => {
    event.preventDefault();
    const place = drawing.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY / 500), event.clientX - place.left,
      event.clientY - place.top);
  }, { passive: false });
}

function listen() {
  for (const box of data.boxes) onActivate(box.node, () => openBox(box));
  for (const arrow of data.arrows)
    for (const node of [arrow.node, arrow.sign])
      onActivate(node, () => openArrow(arrow));
  byId("filters").addEventListener("input", applyFilters);
  byId("filters").addEventListener("submit", (e) => e.preventDefault());
  byId("filters").addEventListener("reset", () => setTimeout(applyFilters));
  byId("search").addEventListener("input", () => { nextMatch = 0; search(); });
  byId("search").addEventListener("keydown", (event) => {
    if (event.key === "Enter") showMatch();
  });
  byId("zoom-in").addEventListener("click", () => zoomMiddle(1.25));
  byId("zoom-out").addEventListener("click", () => zoomMiddle(0.8));
  byId("fit").addEventListener("click", fit);
  byId("theme").addEventListener("click", switchTheme);
  byId("close").addEventListener("click", close);
  addEventListener("keydown", onKey);
  addEventListener("resize", fit);
  followPointer();
}

draw();
startOverview();
offerAll();
applyFilters();
listen();
fit();
