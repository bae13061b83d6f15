"use strict";

// The mask explorer on the page: its controls, its four matrices, and its state in the address, as in
// `?length=4&cached=2&alignment=lower&dtype=bf16&fill=-1e9&scores=low&mistake=G2#explorer`. What it shows and says comes
// from `explorer_model.js`.

(() => {
  const root = document.querySelector(".explorer");
  const source = document.getElementById("explorer-table");
  // `print.html` may run this twice.
  if (!root || !source || root.dataset.ready) {
    return;
  }
  root.dataset.ready = "yes";
  const model = maskExplorer(JSON.parse(source.textContent));
  const { table } = model;

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

  /** Without the marks of code, which no option can show. */
  const plain = (title) => title.replaceAll("`", "");
  const code = (text) => element("code", {}, text);

  function slider(name, values) {
    const attributes = { type: "range", id: `explorer-${name}`, min: values[0], max: values.at(-1), step: 1 };
    return Object.assign(element("input", attributes), { offered: values.map(String) });
  }

  function select(name, options) {
    const items = options.map(([value, text]) => new Option(text, value));
    return Object.assign(element("select", { id: `explorer-${name}` }, ...items), {
      offered: options.map(([value]) => value),
    });
  }

  function mistakeSelect() {
    const made = select("mistake", [["", "none"]]);
    for (const family of table.families) {
      const items = family.mistakes.map(({ id, title }) => new Option(`${id}: ${plain(title)}`, id));
      made.append(element("optgroup", { label: plain(family.title) }, ...items));
    }
    return Object.assign(made, { offered: model.mistakes.map(({ id }) => id) });
  }

  const controls = {
    length: slider("length", table.lengths),
    cached: slider("cached", table.cached),
    alignment: select("alignment", [
      ["upper", "upper-left: causal_mask, task 7"],
      ["lower", "lower-right: cached_causal_mask, task 8"],
    ]),
    dtype: select("dtype", table.dtypes.map((name) => [name, name])),
    fill: select("fill", table.fills.map(({ id, name }) => [id, name])),
    scores: select("scores", [
      ["example", "those of the example"],
      ["low", "very low where a key may be seen"],
      ["padded", "key 0 is padding, and hidden too"],
      ["twice", "the mask is added twice"],
    ]),
    mistake: mistakeSelect(),
  };
  const fillNote = element("span", { class: "note", id: "explorer-fill-note" });
  controls.fill.setAttribute("aria-describedby", fillNote.id);
  // The slider itself says its value.
  const output = (control) => element("output", { for: control.id, "aria-live": "off" });
  const outputs = { length: output(controls.length), cached: output(controls.cached) };

  function field(control, label, ...more) {
    return element("div", { class: "field" }, element("label", { for: control.id }, label), control, ...more);
  }

  const reset = element("button", { type: "button" }, "Reset");
  const elsewhere = element("button", { type: "button" }, "Show it where it does");
  const section = element("a", {});
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
      field(controls.scores, "scores"),
      field(controls.mistake, "misconception"),
      reset,
    ),
    element("p", { class: "effects" }, summary, " ", section, " ", elsewhere),
    matrices,
    explanation,
  );

  /** Shows the state in the controls. */
  function setControls() {
    for (const [name, control] of Object.entries(controls)) {
      control.value = name === "mistake" ? (state.mistake?.id ?? "") : state[name];
    }
    outputs.length.value = state.length;
    outputs.cached.value = state.cached;
    const filled = model.isFilled(state);
    controls.fill.disabled = !filled;
    fillNote.textContent = filled
      ? `${state.dtype} stores ${model.fillText(state)}`
      : `${state.mistake.id} has a value of its own`;
  }

  /** A state from the texts that `read` finds by name. What is not offered is as in the state before. */
  function stateFrom(read, before) {
    const next = { ...before };
    for (const [name, control] of Object.entries(controls)) {
      const value = read(name);
      if (name !== "mistake" && control.offered.includes(value)) {
        next[name] = typeof next[name] === "number" ? Number(value) : value;
      }
    }
    return next;
  }

  const mistakeOf = (id) => model.mistakes.find((mistake) => mistake.id === id) ?? null;

  function readAddress() {
    const parameters = new URLSearchParams(location.search);
    return stateFrom((name) => parameters.get(name), model.stateOf(mistakeOf(parameters.get("mistake"))));
  }

  /** Puts the state into the address, or takes it out. Other parameters stay as they are. */
  function writeAddress(written) {
    const parameters = new URLSearchParams(location.search);
    for (const [name, control] of Object.entries(controls)) {
      parameters.delete(name);
      if (written && control.value !== "") {
        parameters.set(name, control.value);
      }
    }
    const query = parameters.toString();
    try {
      history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}#explorer`);
    } catch {
      // A browser may refuse it for a file, or when a slider moves too often. The explorer works all the same.
    }
  }

  // The matrices

  /** How an entry of the mask looks, and what was added to a score. */
  const LOOKS = { 0: "seen", "-Infinity": "blocked" };
  const ADDED = { 0: "", "-Infinity": "blocked" };

  /** The matrices: what a cell shows, how it looks, whether it bears the marks. */
  const PARTS = [
    { name: "mask", part: "value", look: ({ value }) => LOOKS[value] ?? "other", marked: true },
    { name: "scores", part: "score", look: () => "" },
    { name: "scores + mask", part: "sum", look: ({ value }) => ADDED[value] ?? "other" },
    { name: "weights", part: "weight", look: ({ weight }) => (Number.isNaN(weight) ? "other" : "weight"), marked: true },
  ];

  function matrix({ name, part, look, marked }) {
    const called = state.alignment === "upper" ? "causal_mask" : "cached_causal_mask";
    const made = ` ${called}::<${state.dtype}>(${state.length}, ${state.cached})`;
    const caption = element("caption", {}, name, ...(part === "value" ? [code(made)] : []));
    const label = (number, token = "") => [`${number} `, element("span", { class: "token" }, token)];
    const head = element("tr", {}, element("td"));
    head.append(...cells[0].map((cell) => element("th", { scope: "col" }, ...label(cell.j, cell.key))));
    const row = (cells, i) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, ...label(i, cells[0]?.query)),
        ...cells.map((cell) => drawCell(cell, model.text[part](cell[part]), look(cell), marked)),
      );
    const grid = element("table", { role: "grid", "data-part": part }, caption, element("thead", {}, head));
    grid.append(element("tbody", {}, ...cells.map(row)));
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
      drawn.append(element("sup", { class: "sign", role: "img", "aria-label": effect }, model.SIGNS[effect]));
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
    explanation.textContent = explained && cell ? model.explanation(cell, state) : HINT;
  }

  const HINT = "Point at a cell, or go there with Tab and the arrow keys, and it is explained here.";

  const placeOf = (target) => target.closest("td[data-place]")?.dataset.place.split(",").map(Number);

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
    const to = {
      ArrowUp: [i - 1, j],
      ArrowDown: [i + 1, j],
      ArrowLeft: [i, j - 1],
      ArrowRight: [i, j + 1],
      Home: [i, 0],
      End: [i, cells[i].length - 1],
    }[event.key];
    if (to) {
      event.preventDefault();
      event.target.closest("table").querySelector(`[data-place="${to}"]`)?.focus();
    }
  });

  // mdBook turns the page at an arrow key, and opens things at letters.
  root.addEventListener("keydown", (event) => event.stopPropagation());

  // All of it together

  let state = readAddress();
  let cells = [];
  let place = [0, 0];
  // Nothing is explained before a reader asks for it.
  let explained = false;

  function show(next) {
    state = next;
    setControls();
    cells = model.cellsOf(state);
    const fits = cells[0][0]?.score !== undefined;
    matrices.replaceChildren(...(fits ? PARTS : PARTS.slice(0, 1)).map(matrix));
    const { text, shows } = model.summary(state, cells);
    summary.textContent = text;
    elsewhere.hidden = shows;
    section.hidden = !state.mistake;
    section.textContent = `What is said of ${state.mistake?.id}`;
    section.href = state.mistake ? `${state.mistake.page}.html#${state.mistake.id}` : "#explorer";
    explain(...(cells[place[0]]?.[place[1]] ? place : [0, 0]));
  }

  function change(next) {
    show(next);
    writeAddress(true);
  }

  for (const control of Object.values(controls)) {
    const chosen = (name) => controls[name].value;
    control.addEventListener("input", () =>
      change({ ...stateFrom(chosen, state), mistake: mistakeOf(controls.mistake.value) }),
    );
  }
  elsewhere.addEventListener("click", () => {
    const { dtype, fill, scores, mistake } = state;
    change({ ...model.stateOf(mistake), dtype, fill, scores });
    // The button is gone now, and the keyboard must not fall out of the explorer.
    controls.mistake.focus();
  });
  reset.addEventListener("click", () => {
    show(model.stateOf());
    writeAddress(false);
  });
  show(state);
})();
