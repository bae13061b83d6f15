"use strict";

// What the mask explorer knows: computes what becomes of scores under a mask, and puts it into words. It touches no page.
//
// The masks are in a table that `book/figures/step_02/explorer/table.rs` makes of the course's own functions, and
// describes. Sums and weights are computed here as each dtype computes them; tests compare them with those of Rust.
//
// A state is what a reader chose: the numbers `length` and `cached`, the names of `alignment`, `dtype`, `fill` and
// `scores`, and a `mistake`, an object of the table or null.

function maskExplorer(table) {
  const single = Math.fround;

  /** The nearest number with so many binary digits behind the first one; beyond the largest, infinity. */
  function nearest(number, digits, lowest, largest) {
    if (number === 0 || !Number.isFinite(number)) {
      return number;
    }
    const exponent = ((new Uint32Array(new Float32Array([number]).buffer)[0] >> 23) & 255) - 127;
    const unit = 2 ** (Math.max(exponent, lowest) - digits);
    const [units, below] = [number / unit, Math.floor(number / unit)];
    const up = units - below > 0.5 || (units - below === 0.5 && below % 2 !== 0);
    const rounded = (below + (up ? 1 : 0)) * unit;
    return Math.abs(rounded) > largest ? Math.sign(number) * Infinity : rounded;
  }

  /** The number that a dtype stores. Both halves compute in `f32` and round what comes out. */
  const STORED = {
    f16: (number) => nearest(single(number), 10, -14, 65504),
    bf16: (number) => nearest(single(number), 7, -126, 3.3895313892515355e38),
    f32: single,
    f64: (number) => number,
  };

  function softmax(row, stored) {
    const largest = row.reduce((best, score) => (score > best ? score : best), -Infinity);
    const shares = row.map((score) => stored(Math.exp(stored(score - largest))));
    const sum = shares.reduce((sum, share) => stored(sum + share), 0);
    return shares.map((share) => stored(share / sum));
  }

  const ALIGNMENTS = ["upper", "lower"];

  /** How much lower the scores are of all keys that may be seen: lower than a floor that somebody thought low enough. */
  const LOWER = { f16: 3e4, bf16: 2e9, f32: 2e9, f64: 2e9 };

  function maskOf(masks, state) {
    const place = table.lengths.indexOf(state.length) * table.cached.length + table.cached.indexOf(state.cached);
    const rows = table.masks[masks[place]].match(/../g).map((row) => table.rows[parseInt(row, 36)]);
    return rows.map((row) => [...row].map((digit) => parseInt(digit, 36)));
  }

  const rightMask = (state) => maskOf(table.right[ALIGNMENTS.indexOf(state.alignment)], state);

  /** The masks of the misconception, where one is chosen and makes a difference to this alignment. */
  const masksOf = (state) => state.mistake?.masks[ALIGNMENTS.indexOf(state.alignment)];

  /** Whether the fill stands for the blocked entries, or the misconception has a value of its own. */
  const isFilled = (state) => !masksOf(state) || state.mistake.filled;

  function fillOf(state) {
    return Number(table.fills.find(({ id }) => id === state.fill).value[table.dtypes.indexOf(state.dtype)]);
  }

  /** The entries of the mask as the dtype stores them. */
  function entries(state) {
    const dtype = table.dtypes.indexOf(state.dtype);
    const entry = (value) => Number(table.values[value][dtype]);
    const filled = isFilled(state);
    return maskOf(masksOf(state) ?? table.right[ALIGNMENTS.indexOf(state.alignment)], state).map((row) =>
      row.map((value) => (filled && value === 1 ? fillOf(state) : entry(value))),
    );
  }

  /** The matrix of cells, with all that is known about each; without scores where the mask does not fit them. */
  function cellsOf(state) {
    const right = rightMask(state);
    const mask = entries(state);
    const stored = STORED[state.dtype];
    if (mask.length !== right.length || mask[0].length !== right[0].length) {
      return mask.map((row, i) => row.map((value, j) => ({ i, j, value })));
    }
    // What stands for "blocked" in the padding mask, which hides key 0 from everybody.
    const padding = isFilled(state) ? fillOf(state) : Math.min(...mask.flat().filter((value) => !Number.isNaN(value)));
    return mask.map((row, i) => {
      // The first of its rows is the first token, or the one after those in the cache.
      const position = state.alignment === "upper" ? i : state.cached + i;
      const low = state.scores === "low" ? LOWER[state.dtype] : 0;
      const cells = row.map((value, j) => {
        const padded = state.scores === "padded" && j === 0;
        const score = stored(table.scores[position][j] - (right[i][j] === 0 ? low : 0));
        let sum = stored(score + value);
        sum = state.scores === "twice" ? stored(sum + value) : sum;
        sum = padded ? stored(sum + padding) : sum;
        const allowed = right[i][j] === 0 && !padded;
        return { i, j, query: table.tokens[position], key: table.tokens[j], value, score, sum, padded, padding, allowed };
      });
      const weights = softmax(cells.map((cell) => cell.sum), stored);
      return cells.map((cell, j) => ({ ...cell, weight: weights[j], effect: effect(cell.allowed, weights[j]) }));
    });
  }

  function effect(allowed, weight) {
    if (Number.isNaN(weight)) {
      return "dead";
    }
    return allowed === (weight !== 0) ? "" : allowed ? "blind" : "leak";
  }

  // Numbers as they are printed

  const NAMES = { Infinity: "inf", "-Infinity": "-inf", NaN: "NaN", 0: "0" };

  function printed(number, limit, width, decimals, digits) {
    const size = Math.abs(number);
    if (NAMES[number]) {
      return NAMES[number];
    }
    if (size < 1e-3 || size >= limit) {
      const [mantissa, exponent] = number.toExponential(digits).split("e");
      return `${Number(mantissa)}e${Number(exponent)}`;
    }
    // Decimals that are cut off leave a trace: 2.500000001 is 2.50, and 2.5 is 2.5.
    const text = String(number);
    return text.length <= width ? text : number.toFixed(decimals);
  }

  const inCell = (number) => printed(number, 1e5, 7, 2, 1);
  const inSentence = (number) => printed(number, 1e12, 13, 6, 4);
  /** A score has one decimal, as in the other figures, where that is all of it. */
  const inScore = (number) =>
    Math.abs(number) < 1e3 && Number.isInteger(10 * number) ? number.toFixed(1) : inCell(number);
  /** A weight has two decimals; only one that is exactly 0 or 1 has none. */
  const share = (weight) => NAMES[weight] ?? (weight === 1 ? "1" : weight.toFixed(2));

  const text = { value: inCell, score: inScore, sum: inScore, weight: share };

  // Words

  /** What marks a cell with an effect, beside its outline. */
  const SIGNS = { leak: "▲", blind: "▽", dead: "✕" };

  /** One cell in words. */
  function explanation(cell, state) {
    if (cell.score === undefined) {
      return `Row ${cell.i}, column ${cell.j} of the mask is ${inSentence(cell.value)}.`;
    }
    const query = `Query ${cell.i} ‘${cell.query}’`;
    const key = `key ${cell.j} ‘${cell.key}’`;
    const what = {
      leak: `${query} sees ${key}, which it must not: a leak.`,
      blind: `${query} does not see ${key}, which it may: it is blind there.`,
      dead: `${query} has a dead row: softmax makes NaN of all its weights, also of that for ${key}.`,
      "": `${query} ${cell.allowed ? "may" : "may not"} see ${key}.`,
    }[cell.effect];
    const twice = state.scores === "twice" ? " twice" : "";
    const padding = cell.padded ? `, and ${inSentence(cell.padding)} as it is padding` : "";
    const added = `${inSentence(cell.value)} is added${twice} to the score ${inSentence(cell.score)}${padding}`;
    return `${what} ${added}, the sum is ${inSentence(cell.sum)}, and the weight is ${share(cell.weight)}.`;
  }

  const counted = (count, one, many) => (count === 0 ? "none" : `${count} ${count === 1 ? one : many}`);

  /** What the upper-left mask would do to a cache, against the mask that a cache needs. */
  function blindInCache(state) {
    const made = rightMask(state);
    const needed = rightMask({ ...state, alignment: "lower" });
    const hidden = needed.flatMap((row, i) => row.filter((value, j) => value !== made[i][j])).length;
    if (state.mistake || hidden === 0) {
      return "";
    }
    const keys = state.cached === 1 ? "first key" : `first ${state.cached} keys`;
    const places = counted(hidden, "place", "places");
    return ` Task 7 asks for this mask. Were the ${keys} in a cache, it would be blind in ${places}.`;
  }

  /** What the mask does to attention, in one line; and whether the misconception shows at all. */
  function summary(state, cells) {
    const shape = (rows) => `(${rows.length}, ${rows[0].length})`;
    if (cells[0][0]?.score === undefined) {
      const scores = `the scores have the shape ${shape(rightMask(state))}`;
      return { shows: true, text: `The mask has the shape ${shape(cells)}, and ${scores}: it does not fit them.` };
    }
    // What is stored counts: in f16, -1e9 is -inf.
    if (state.mistake && String(entries(state)) === String(entries({ ...state, mistake: null }))) {
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

  const mistakes = table.families.flatMap((family) =>
    family.mistakes.map((mistake) => Object.assign(mistake, { page: family.page })),
  );

  /** What a misconception shows best, or what is shown first. */
  function stateOf(mistake = null) {
    const [alignment, length, cached] = mistake ? mistake.at : table.first;
    const rest = { dtype: "f32", fill: table.fills[0].id, scores: "example", mistake };
    return { alignment: ALIGNMENTS[alignment], length, cached, ...rest };
  }

  const fillText = (state) => inSentence(fillOf(state));
  return { table, mistakes, SIGNS, text, cellsOf, explanation, fillText, isFilled, stateOf, summary };
}
