"use strict";

// The mask explorer: its controls and its four matrices. What stands in them comes from `explorer_table.js`, and the
// state at first from `explorer_address.js`.

(() => {
  const table = window.maskExplorer;
  const root = document.querySelector(".explorer");
  // Without the table there is no explorer, and `print.html` may run this twice.
  if (!table?.cellsOf || !table.readAddress || !root || root.dataset.ready) {
    return;
  }
  root.dataset.ready = "yes";

  /** An element with these attributes and children. */
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  }

  // The controls

  const controls = {
    length: slider("explorer-length", table.lengths),
    cached: slider("explorer-cached", table.cached),
    alignment: select("explorer-alignment", options(table.alignments.map(alignmentName))),
    dtype: select("explorer-dtype", options(table.dtypes)),
    fill: select("explorer-fill", options(table.fills.map((fill) => fill.name))),
    mistake: select("explorer-mistake", [new Option("none", ""), ...table.families.map(familyGroup)]),
  };
  const fillNote = element("span", { class: "note", id: "explorer-fill-note" });
  controls.fill.setAttribute("aria-describedby", fillNote.id);

  function slider(id, [min, ...others]) {
    return element("input", { type: "range", id, min, max: others.at(-1), step: 1 });
  }

  function select(id, items) {
    return element("select", { id }, ...items);
  }

  function options(names) {
    return names.map((name, index) => new Option(name, index));
  }

  function alignmentName({ name, function: called, task }) {
    return `${name}: ${called}, task ${task}`;
  }

  function familyGroup(family) {
    const items = family.mistakes.map(({ id, title }) => new Option(`${id}: ${plain(title)}`, id));
    return element("optgroup", { label: plain(family.title) }, ...items);
  }

  /** Without the marks of code, which no option can show. */
  function plain(title) {
    return title.replaceAll("`", "");
  }

  function field(control, label, ...more) {
    return element("div", { class: "field" }, element("label", { for: control.id }, label), control, ...more);
  }

  const outputs = {
    // The slider itself says its value.
    length: element("output", { for: controls.length.id, "aria-live": "off" }),
    cached: element("output", { for: controls.cached.id, "aria-live": "off" }),
  };

  const reset = element("button", { type: "button" }, "Reset");
  const elsewhere = element("button", { type: "button" }, "Show it where it does");
  const summary = element("span", { class: "summary", role: "status" });
  const explanation = element("p", { class: "explanation" });
  const matrices = element("div", { class: "explorer-matrices" });

  root.replaceChildren(
    element(
      "div",
      { class: "controls" },
      field(controls.length, code("sequence_length"), outputs.length),
      field(controls.cached, code("num_tokens"), outputs.cached),
      field(controls.alignment, "alignment"),
      field(controls.dtype, "dtype"),
      field(controls.fill, "blocked entries", fillNote),
      field(controls.mistake, "misconception"),
      reset,
    ),
    element("p", { class: "effects" }, summary, " ", elsewhere),
    explanation,
    matrices,
  );

  function code(text) {
    return element("code", {}, text);
  }

  /** Shows the state in the controls. */
  function setControls() {
    for (const name of ["length", "cached"]) {
      controls[name].value = state[name];
      outputs[name].value = state[name];
    }
    for (const name of ["alignment", "dtype", "fill"]) {
      controls[name].value = state[name];
    }
    controls.mistake.value = state.mistake?.id ?? "";
    const filled = table.isFilled(state);
    controls.fill.disabled = !filled;
    fillNote.textContent = filled
      ? `${table.dtypes[state.dtype]} stores ${table.fillText(state).sentence}`
      : `${state.mistake.id} has a value of its own`;
  }

  function readControls() {
    return {
      length: Number(controls.length.value),
      cached: Number(controls.cached.value),
      alignment: Number(controls.alignment.value),
      dtype: Number(controls.dtype.value),
      fill: Number(controls.fill.value),
      mistake: table.mistakes.find((mistake) => mistake.id === controls.mistake.value) ?? null,
    };
  }

  // The matrices

  /** How an entry of the mask looks, and what was added to a score. */
  const LOOKS = { 0: "seen", "-inf": "blocked" };
  const ADDED = { 0: "", "-inf": "blocked" };
  const WEIGHTS = { NaN: "other" };

  /** The matrices: what a cell shows, how it looks, whether it bears the marks. */
  const PARTS = [
    { name: "mask", part: "value", look: ({ value }) => LOOKS[value.cell] ?? "other", marked: true },
    { name: "scores", part: "score", look: () => "" },
    { name: "scores + mask", part: "sum", look: ({ value }) => ADDED[value.cell] ?? "other" },
    { name: "weights", part: "weight", look: ({ weight }) => WEIGHTS[weight.cell] ?? "weight", marked: true },
  ];

  function draw(cells) {
    const fits = cells.flat().some((cell) => cell.score);
    const shown = fits ? PARTS : PARTS.slice(0, 1);
    matrices.replaceChildren(...shown.map((part) => matrix(part, cells)));
  }

  function matrix({ name, part, look, marked }, cells) {
    const { function: called } = table.alignments[state.alignment];
    const made = `${called}::<${table.dtypes[state.dtype]}>(${state.length}, ${state.cached})`;
    const caption = element("caption", {}, name, ...(part === "value" ? [" ", code(made)] : []));
    const label = (number, token = "") => [`${number} `, element("span", { class: "token" }, token)];
    const head = element("tr", {}, element("td"));
    head.append(...cells[0].map((cell) => element("th", { scope: "col" }, ...label(cell.j, cell.key))));
    const rows = cells.map((row, i) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, ...label(i, row[0]?.query)),
        ...row.map((cell) => drawCell(cell, cell[part].cell, look(cell), marked)),
      ),
    );
    const grid = element("table", { role: "grid", "data-part": part }, caption, element("thead", {}, head));
    grid.append(element("tbody", {}, ...rows));
    return element("div", { class: "explorer-matrix" }, grid);
  }

  function drawCell(cell, text, look, marked) {
    const effect = marked && cell.effect ? cell.effect : "";
    const attributes = { class: `${look} ${effect}`, tabindex: -1, "data-place": `${cell.i},${cell.j}` };
    if (look === "weight") {
      attributes.style = `--share: ${text}`;
    }
    const drawn = element("td", attributes, element("span", { class: "value" }, text));
    if (effect) {
      drawn.append(element("sup", { class: "sign", role: "img", "aria-label": effect }, table.SIGNS[effect]));
    }
    return drawn;
  }

  // The place that is explained

  /** Explains a cell and shows where it is in every matrix. Each matrix has one tab stop, and it is there. */
  function explain(i, j) {
    place = [i, j];
    const cell = cells[i]?.[j];
    for (const drawn of matrices.querySelectorAll("td[data-place]")) {
      const here = drawn.dataset.place === `${i},${j}`;
      drawn.tabIndex = here ? 0 : -1;
      drawn.classList.toggle("here", here && explained);
    }
    // While a control is used, the summary is what is said.
    explanation.setAttribute("aria-live", matrices.contains(document.activeElement) ? "polite" : "off");
    explanation.textContent = explained && cell ? table.explanation(cell) : HINT;
  }

  const HINT = "Point at a cell, or go there with Tab and the arrow keys, and it is explained here.";

  function placeOf(target) {
    const drawn = target.closest("td[data-place]");
    return drawn && drawn.dataset.place.split(",").map(Number);
  }

  for (const event of ["mouseover", "focusin"]) {
    matrices.addEventListener(event, ({ target }) => {
      const found = placeOf(target);
      if (found) {
        explained = true;
        explain(...found);
      }
    });
  }

  matrices.addEventListener("keydown", (event) => {
    const found = placeOf(event.target);
    if (!found || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const [i, j] = found;
    const row = event.target.parentElement.querySelectorAll("td");
    const to = {
      ArrowUp: [i - 1, j],
      ArrowDown: [i + 1, j],
      ArrowLeft: [i, j - 1],
      ArrowRight: [i, j + 1],
      Home: [i, 0],
      End: [i, row.length - 1],
    }[event.key];
    if (to) {
      event.preventDefault();
      event.target.closest("table").querySelector(`[data-place="${to}"]`)?.focus();
    }
  });

  // mdBook turns the page at an arrow key, and opens things at letters.
  root.addEventListener("keydown", (event) => event.stopPropagation());

  // All of it together

  let state = table.readAddress();
  let cells = [];
  let place = [0, 0];
  // Nothing is explained before a reader asks for it.
  let explained = false;

  function show() {
    setControls();
    cells = table.cellsOf(state);
    draw(cells);
    const { text, shows } = table.summary(state, cells);
    summary.textContent = text;
    elsewhere.hidden = shows;
    const [i, j] = place;
    explain(...(cells[i]?.[j] ? place : [0, 0]));
  }

  function change(next) {
    state = next;
    show();
    table.writeAddress(state);
  }

  for (const control of Object.values(controls)) {
    control.addEventListener("input", () => change(readControls()));
  }
  elsewhere.addEventListener("click", () => {
    const { dtype, fill, mistake } = state;
    change({ ...table.stateOf(mistake), dtype, fill });
    // The button is gone now, and the keyboard must not fall out of the explorer.
    controls.mistake.focus();
  });
  reset.addEventListener("click", () => {
    state = table.stateOf();
    show();
    table.writeAddress(null);
  });
  show();
})();
