// The mask explorer as the tests see it: opens it, and reads what it shows.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { watch } from "./book.mjs";

/** The state that stands there at first. */
export const START = "?length=4&cached=0&alignment=upper&dtype=f32&fill=-inf&scores=example";

/** What the explorer must show, computed in Rust without the table from which it shows it. */
export function solutions() {
  const lines = execFileSync("cargo", ["run", "--quiet", "--package", "book", "--example", "masks"], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return lines.trim().split("\n").map((line) => JSON.parse(line));
}

/** Opens the explorer at this query, lets `use` do something with it, and fails where the page does anything wrong. */
export async function explorer(book, query, use, { address, home, ...options } = {}) {
  const context = await book.newContext(options);
  try {
    const page = await context.newPage();
    const faults = watch(page, home ?? book.origin);
    await page.goto(`${address ?? book.address("step_02.html")}${query}#explorer`);
    await use(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/** The texts in the cells of one of the matrices. */
export function cells(page, part = "value") {
  return page
    .locator(`.explorer table[data-part=${part}] tbody tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll(".value")].map((value) => value.textContent)));
}

export function cell(page, i, j, part = "value") {
  return page.locator(`.explorer table[data-part=${part}] td[data-place="${i},${j}"]`);
}

/** What is said of the cell that is pointed at. */
export const explanation = (page) => page.locator(".explorer .explanation").textContent();
/** What is said of the whole mask. */
export const summary = (page) => page.locator(".explorer .summary").textContent();

/** What is chosen in each control. */
export function chosen(page) {
  return page.locator(".explorer :is(input, select)").evaluateAll((controls) =>
    controls.map((control) => (control.type === "range" ? control.value : control.selectedOptions[0].textContent)),
  );
}
