// axe-core looks for what keeps readers out: names that are missing, roles that lie, contrast that is too low.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { chapters, openBook } from "./book.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let book, context, page;

before(async () => {
  book = await openBook();
  context = await book.newContext();
  page = await context.newPage();
});

after(() => book?.close());

// mdBook opens the sidebar by a label, which may be no button, but says of itself what only a button may say. Its template
// alone could mend that; `access.js` makes it one.
const MDBOOK = ["aria-allowed-role: #mdbook-sidebar-toggle"];

/** What axe finds wrong, as `rule: where`. */
async function violations() {
  await page.evaluate(axe);
  // What it says at length of all that is right takes as long as finding what is not.
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  const all = found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
  return all.filter((violation) => !MDBOOK.includes(violation));
}

for (const name of chapters()) {
  test(`axe finds nothing wrong in ${name}`, async () => {
    await page.goto(book.address(name));
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    assert.deepEqual(await violations(), []);
  });
}

test("axe would find something wrong", async () => {
  await page.setContent("<html lang='en'><title>x</title><main><h1>x</h1><img src='x.png'></main></html>");
  assert.deepEqual(await violations(), ["image-alt: img"]);
});
