"use strict";

// What the mask explorer knows and says. `generated/step_02_explorer.js` has computed everything; its head tells what
// the parts of the table mean. This script looks things up in there, counts them and puts them into words. It computes
// nothing else.
//
// A state is what a reader chose: `length` and `cached`, the numbers of the `alignment`, `dtype` and `fill`, and a
// `mistake`, which may be null.

(() => {
  const table = window.maskExplorer;
  if (!table) {
    return;
  }

  /** What marks a cell with an effect, beside its outline. */
  const SIGNS = { leak: "▲", blind: "▽", dead: "✕" };

  /** The rows of one mask from the lists of an alignment or a misconception. */
  function maskOf(masks, state) {
    const number = masks[table.lengths.indexOf(state.length)][table.cached.indexOf(state.cached)];
    return table.masks[number].map((row) => {
      const [values, position, ...weights] = table.rows[row].split(" ");
      return { values: [...values].map((digit) => parseInt(digit, 36)), position, weights };
    });
  }

  function rightMask(state) {
    return maskOf(table.alignments[state.alignment].masks, state);
  }

  /** The mask as it is made: with the misconception, where one is chosen and makes a difference to this alignment. */
  function madeMask(state) {
    const masks = state.mistake?.masks[state.alignment];
    return masks ? maskOf(masks, state) : rightMask(state);
  }

  /** Whether the fill stands for the blocked entries, or the misconception has a value of its own. */
  function isFilled(state) {
    return !state.mistake?.masks[state.alignment] || state.mistake.filled;
  }

  /** A printed number: in a cell and in a sentence. */
  function text(number) {
    const [cell, sentence] = table.texts[number];
    return { cell, sentence };
  }

  function fillText(state) {
    return text(table.values[table.fills[state.fill].value][state.dtype]);
  }

  /** The matrix of cells, with all that is known about each; without scores where the mask does not fit them. */
  function cellsOf(state) {
    const right = rightMask(state);
    const filled = isFilled(state);
    return madeMask(state).map((row, i) => {
      const scores = table.scores[row.position];
      const perFill = row.weights[state.fill] ?? row.weights[0] ?? "";
      const perDtype = perFill.split(",");
      const weights = (table.weights[perDtype[state.dtype] ?? perDtype[0]] ?? "").split(" ");
      return row.values.map((written, j) => {
        const value = filled && written === 1 ? table.fills[state.fill].value : written;
        const cell = { i, j, value: text(table.values[value][state.dtype]) };
        if (!scores) {
          return cell;
        }
        const weight = weights[j] || "0";
        const allowed = right[i].values[j];
        const effects = table.effects[allowed];
        return {
          ...cell,
          query: table.tokens[row.position],
          key: table.tokens[j],
          allowed: allowed === 0,
          score: text(table.levels[scores[j]]),
          sum: text(table.sums[value][state.dtype][scores[j]]),
          weight: { cell: weight, sentence: weight },
          effect: effects[weight] ?? effects.other,
        };
      });
    });
  }

  /** One cell in words. */
  function explanation(cell) {
    if (!cell.score) {
      return `Row ${cell.i}, column ${cell.j} of the mask is ${cell.value.sentence}.`;
    }
    const query = `Query ${cell.i} ‘${cell.query}’`;
    const key = `key ${cell.j} ‘${cell.key}’`;
    const what = {
      leak: `${query} sees ${key}, which it must not: a leak.`,
      blind: `${query} does not see ${key}, which it may: it is blind there.`,
      dead: `${query} has a dead row: softmax makes NaN of all its weights, also of that for ${key}.`,
      "": `${query} ${cell.allowed ? "may" : "may not"} see ${key}.`,
    }[cell.effect];
    const { value, score, sum, weight } = cell;
    const added = `${value.sentence} is added to the score ${score.sentence}`;
    return `${what} ${added}, the sum is ${sum.sentence}, and the weight is ${weight.sentence}.`;
  }

  function counted(count, one, many) {
    return count === 0 ? "none" : `${count} ${count === 1 ? one : many}`;
  }

  /** What the upper-left mask would do to a cache, against the mask that a cache needs. */
  function blindInCache(state) {
    const made = rightMask(state);
    const needed = maskOf(table.alignments.find(({ id }) => id === "lower").masks, state);
    const hidden = needed.flatMap((row, i) => row.values.filter((value, j) => value !== made[i].values[j]));
    if (state.mistake || hidden.length === 0) {
      return "";
    }
    const places = counted(hidden.length, "place", "places");
    const keys = state.cached === 1 ? "first key" : `first ${state.cached} keys`;
    return ` Task 7 asks for this mask. Were the ${keys} in a cache, it would be blind in ${places}.`;
  }

  /** What the mask does to attention, in one line; and whether the misconception shows at all. */
  function summary(state, cells) {
    const right = rightMask(state);
    const shape = (rows) => `(${rows.length}, ${rows[0].length})`;
    if (!cells.flat().some((cell) => cell.score)) {
      const scores = shape(right.map((row) => row.values));
      const text = `The mask has the shape ${shape(cells)}, and the scores have the shape ${scores}`;
      return { shows: true, text: `${text}: it does not fit them.` };
    }
    // What is stored counts: in f16, -1e9 is -inf.
    const stored = (rows) => rows.map((row) => row.values.map((value) => table.values[value][state.dtype])).join();
    const same = stored(madeMask(state)) === stored(right);
    if (state.mistake && same) {
      return { shows: false, text: `${state.mistake.id} makes no difference here: the mask is the right one.` };
    }
    const places = (effect) => cells.flat().filter((cell) => cell.effect === effect);
    const dead = new Set(places("dead").map((cell) => cell.i)).size;
    const line = [
      `${SIGNS.leak} leak: ${counted(places("leak").length, "place", "places")}`,
      `${SIGNS.blind} blind: ${counted(places("blind").length, "place", "places")}`,
      `${SIGNS.dead} dead rows: ${dead === 0 ? "none" : dead}`,
    ].join("; ");
    const harmless = state.mistake && cells.flat().every((cell) => cell.effect === "");
    const more = harmless ? " With these scores the weights are right all the same." : "";
    return { shows: true, text: `${line}.${more}${blindInCache(state)}` };
  }

  Object.assign(table, { SIGNS, cellsOf, explanation, fillText, isFilled, summary });
})();
