// The panel beside the drawing: the sentences behind a box or an arrow, with
// the words marked, and the chain of those who say so.

const chosen = { nodes: [], from: null };

function unchoose() {
  for (const node of chosen.nodes) node.classList.remove("chosen", "near");
  chosen.nodes = [];
}

function choose(nodes, className) {
  for (const node of nodes) {
    node.classList.add(className);
    chosen.nodes.push(node);
  }
}

// "the article → Norland (accused) → Estia: possibly"
function chain(row) {
  const article = data.articles[row.article];
  const names = [(article && article.publisher) || "the article"];
  for (const claimer of row.claimers)
    names.push(claimer.name + (claimer.cue ? ` (“${claimer.cue}”)` : "") +
      (claimer.how ? ": " + claimer.how : ""));
  if (row.claimers.length === 0 && row.how) names[0] += ": " + row.how;
  return names.join(" → ");
}

function addSource(row, parent) {
  const article = data.articles[row.article];
  if (!article) return;
  const line = element("p", "", parent);
  const name = article.title || article.iri;
  // Only addresses of the web become links: an IRI may be a script, or a
  // name that we gave to a text without one.
  if (/^https?:\/\/(?!w3id\.org\/demarche\/)/.test(article.iri)) {
    const link = element("a", name, line);
    link.href = article.iri;
    link.rel = "noreferrer noopener";
  } else {
    element("span", name, line);
  }
  element("span", [" ", article.publisher, article.published]
    .filter((part) => part).join(" "), line);
}

function addRow(row, parent) {
  const node = element("div", undefined, parent, "row");
  if (row.words) {
    const quote = element("blockquote", row.before, node);
    element("mark", row.words, quote);
    quote.append(row.after);
  }
  element("p", "Says so: " + chain(row) + (row.date ? ", " + row.date : ""),
    node, "chain");
  addSource(row, node);
}

function addArrow(arrow, parent) {
  element("h3", arrow.title.textContent, parent);
  for (const row of arrow.shownRows) addRow(row, parent);
}

function open(title, type, origin) {
  byId("details-title").textContent = title;
  byId("details-type").textContent = type;
  byId("details-rows").replaceChildren();
  byId("details").hidden = false;
  byId("details").scrollTop = 0;
  chosen.from = origin;
  return byId("details-rows");
}

function openArrow(arrow) {
  unchoose();
  choose([arrow.node, arrow.sign], "chosen");
  const parent = open(arrow.title.textContent, "", arrow.sign);
  for (const row of arrow.shownRows) addRow(row, parent);
  reveal(arrow);
}

function openBox(box) {
  unchoose();
  choose([box.node], "chosen");
  const arrows = data.arrows.filter((arrow) => arrow.shownRows.length > 0 &&
    (data.boxes[arrow.from] === box || data.boxes[arrow.to] === box));
  choose(arrows.map((arrow) => arrow.sign), "near");
  const parent = open(box.label, box.type, box.node);
  for (const row of box.rows) addRow(data.rows[row], parent);
  for (const arrow of arrows) addArrow(arrow, parent);
  reveal(box);
}

function close() {
  unchoose();
  byId("details").hidden = true;
  if (chosen.from) chosen.from.focus();
  chosen.from = null;
}
