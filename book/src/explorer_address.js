"use strict";

// The state of the mask explorer and how the address of the page names it, as in
// `?length=4&cached=2&alignment=lower&dtype=bf16&fill=-1e9&mistake=G2#explorer`.

(() => {
  const table = window.maskExplorer;
  if (!table) {
    return;
  }

  const mistakes = table.families.flatMap((family) => family.mistakes);

  /** What a misconception shows best, or what is shown first. */
  function stateOf(mistake = null) {
    const [alignment, length, cached] = mistake ? mistake.at : table.start;
    return { alignment, length, cached, dtype: table.dtypes.indexOf("f32"), fill: 0, mistake };
  }

  /** The state that the address names. What it does not name, or names wrongly, is as at the start. */
  function readAddress() {
    const parameters = new URLSearchParams(location.search);
    const state = stateOf(mistakes.find((mistake) => mistake.id === parameters.get("mistake")));
    const choose = (name, offered, found) => {
      const index = offered.findIndex((item) => String(item) === parameters.get(name));
      if (index >= 0) {
        found(index);
      }
    };
    choose("length", table.lengths, (index) => (state.length = table.lengths[index]));
    choose("cached", table.cached, (index) => (state.cached = table.cached[index]));
    choose("alignment", table.alignments.map((alignment) => alignment.id), (index) => (state.alignment = index));
    choose("dtype", table.dtypes, (index) => (state.dtype = index));
    choose("fill", table.fills.map((fill) => fill.id), (index) => (state.fill = index));
    return state;
  }

  const NAMES = ["length", "cached", "alignment", "dtype", "fill", "mistake"];

  /** Puts the state into the address, or takes it out where there is none. Other parameters stay as they are. */
  function writeAddress(state) {
    const parameters = new URLSearchParams(location.search);
    for (const name of NAMES) {
      parameters.delete(name);
    }
    if (state) {
      parameters.set("length", state.length);
      parameters.set("cached", state.cached);
      parameters.set("alignment", table.alignments[state.alignment].id);
      parameters.set("dtype", table.dtypes[state.dtype]);
      parameters.set("fill", table.fills[state.fill].id);
      if (state.mistake) {
        parameters.set("mistake", state.mistake.id);
      }
    }
    const query = parameters.toString();
    try {
      history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}#explorer`);
    } catch {
      // A browser may refuse it for a file, or when a slider moves too often. The explorer works all the same.
    }
  }

  Object.assign(table, { mistakes, stateOf, readAddress, writeAddress });
})();
