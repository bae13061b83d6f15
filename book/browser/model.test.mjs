// The model of the mask explorer, without a browser: what it computes is what Rust computes, in every dtype.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { site } from "./book.mjs";
import { solutions } from "./explorer.mjs";

/** How far a weight may be off: the exponentials of two languages differ in the last digit. */
const SLACK = { f16: 2 ** -11, bf16: 2 ** -8, f32: 1e-6, f64: 1e-14 };

let model, lines;

before(() => {
  const script = readFileSync(fileURLToPath(new URL("../src/explorer_model.js", import.meta.url)), "utf8");
  const page = readFileSync(join(site, "step_02.html"), "utf8");
  const table = /<script type="application\/json" id="explorer-table">(.*?)<\/script>/s.exec(page)[1];
  model = new Function(`${script}; return maskExplorer;`)()(JSON.parse(table));
  lines = solutions();
});

const NAMES = { inf: Infinity, "-inf": -Infinity };

/** A number as Rust prints it: with as many digits as tell it from its neighbours in the dtype. */
function number(text, dtype) {
  const read = NAMES[text] ?? Number(text);
  return dtype === "f64" ? read : Math.fround(read);
}

test("masks, sums and weights are those of Rust, whatever a reader chooses", () => {
  assert.equal(lines.length, 6 * 5 * 2 * 4 * 5 * 4);
  for (const { mask, sums, weights, ...state } of lines) {
    const cells = model.cellsOf({ ...state, mistake: null });
    const what = JSON.stringify(state);
    const part = (name) => cells.map((row) => row.map((cell) => cell[name] + 0));
    const numbers = (rows) => rows.map((row) => row.map((entry) => number(entry, state.dtype) + 0));
    assert.deepEqual(part("value"), numbers(mask), what);
    assert.deepEqual(part("sum"), numbers(sums), what);
    for (const [i, row] of numbers(weights).entries()) {
      for (const [j, weight] of row.entries()) {
        const found = cells[i][j].weight;
        const same = Object.is(found, weight) || Math.abs(found - weight) <= SLACK[state.dtype];
        assert.ok(same && (found === 0) === (weight === 0), `${what} at ${i}, ${j}: ${found}, not ${weight}`);
      }
    }
  }
});

test("numbers are short in cells and longer in sentences", () => {
  const said = (value) => model.explanation({ i: 0, j: 0, value }, {}).slice("Row 0, column 0 of the mask is ".length, -1);
  for (const [value, cell, sentence] of [
    [0, "0", "0"],
    [-0, "0", "0"],
    [2.5, "2.5", "2.5"],
    [-Infinity, "-inf", "-inf"],
    [NaN, "NaN", "NaN"],
    [-9997.5, "-9997.5", "-9997.5"],
    [-999999997.5, "-1e9", "-999999997.5"],
    [Math.fround(-3.4028235e38), "-3.4e38", "-3.4028e38"],
    [Math.fround(1e-9), "1e-9", "1e-9"],
    [2.500000001, "2.50", "2.500000001"],
    [1 / 3, "0.33", "0.333333"],
  ]) {
    assert.deepEqual([model.text.value(value), said(value)], [cell, sentence]);
  }
  for (const [score, text] of [[1, "1.0"], [2.5, "2.5"], [-1e9, "-1e9"], [2.75, "2.75"]]) {
    assert.equal(model.text.score(score), text);
  }
  for (const [weight, text] of [[0, "0"], [1e-9, "0.00"], [0.999, "1.00"], [1, "1"], [NaN, "NaN"]]) {
    assert.equal(model.text.weight(weight), text);
  }
});

test("what is promised of dtypes and fills shows with the scores that are offered", () => {
  const effects = (id, change) => {
    const mistake = model.mistakes.find((mistake) => mistake.id === id) ?? null;
    const cells = model.cellsOf({ ...model.stateOf(mistake), ...change });
    return [...new Set(cells.flat().map(({ effect }) => effect))].filter(Boolean);
  };
  // A leak, if scores are low: so the catalogue says of these.
  for (const id of ["V4", "V5", "V6", "V7", "V15", "V19"]) {
    assert.deepEqual(effects(id, {}), [], id);
    const shows = ["low", "padded", "twice"].filter((scores) => effects(id, { scores }).includes("leak"));
    assert.notDeepEqual(shows, [], id);
  }
  assert.deepEqual(effects("", { fill: "-1e4", scores: "low" }).sort(), ["blind", "leak"]);
  assert.deepEqual(effects("", { fill: "-inf", scores: "low" }), []);
  assert.deepEqual(effects("", { fill: "-1e9", scores: "padded" }), ["leak"]);
  assert.deepEqual(effects("", { fill: "-inf", scores: "padded" }), ["dead"]);
});
