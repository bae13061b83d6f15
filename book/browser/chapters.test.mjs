// Each chapter, opened once, since that takes longer than to look at what it shows: it opens without a fault, its links
// lead somewhere, axe-core finds nothing that keeps readers out, and all that is written stands out in every theme.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { chapters, darkTheme, openBook, themes, watch } from "./book.mjs";
import { choose, faint, measure, tooFaint, unfold } from "./contrast.mjs";
import { broken, read } from "./links.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// mdBook opens the sidebar by a label, which may be no button, but says of itself what only a button may say. Its template
// alone could mend that; `access.js` makes it one.
const MDBOOK = ["aria-allowed-role: #mdbook-sidebar-toggle"];

// The figures and the explorer are the course's own, so they are kept readable in all of mdBook's themes, and with them
// the links. The light theme and the dark one that the book offers first are kept so on the whole.
const OWN_PARTS = "figure.matrices, .explorer, main a";

let book, page, faults, dark;

before(async () => {
  book = await openBook();
  page = await (await book.newContext()).newPage();
  faults = watch(page, book.origin);
  await page.goto(book.address("index.html"), { waitUntil: "networkidle" });
  dark = await darkTheme(page);
});

after(() => book?.close());

/** What axe finds wrong, as `rule: where`. */
async function violations() {
  await page.evaluate(axe);
  // What it says at length of all that is right takes as long as finding what is not.
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  const all = found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
  return all.filter((violation) => !MDBOOK.includes(violation));
}

/** What stands out too little, with the theme. */
async function faintInThemes() {
  const found = [];
  const note = (theme, lines) => found.push(...lines.map((line) => `in ${theme}: ${line}`));
  for (const theme of ["light", dark]) {
    await choose(page, theme);
    const texts = await measure(page);
    // The sidebar and the menu alone have more than that.
    assert.ok(texts.length > 20, `only ${texts.length} texts were found`);
    note(theme, tooFaint(texts));
  }
  for (const theme of themes.filter((theme) => !["light", dark].includes(theme))) {
    await choose(page, theme);
    note(theme, await faint(page, OWN_PARTS));
  }
  return found;
}

const found = [];

for (const name of chapters()) {
  test(`${name} opens, can be used and can be read`, async () => {
    await page.goto(book.address(name), { waitUntil: "load" });
    found.push(await read(page, name));
    await unfold(page);
    assert.deepEqual(await faintInThemes(), []);
    await choose(page, "light");
    assert.deepEqual(await violations(), []);
    assert.deepEqual(faults.splice(0), []);
  });
}

test("every link inside the book leads somewhere", async () => {
  // The table of contents that stands in for the sidebar where there are no scripts is a page too.
  for (const name of ["print.html", "toc.html"]) {
    await page.goto(book.address(name), { waitUntil: "load" });
    found.push(await read(page, name));
  }
  const links = found.reduce((sum, { links }) => sum + links.size, 0);
  assert.ok(links > 100, `only ${links} links were found`);
  assert.deepEqual(await broken(book, found), []);
});

test("a link that leads nowhere would be found", async () => {
  const html = `
    <h1 id="here">x</h1> <a href="#here">x</a> <a href="index.html">x</a> <a href="https://example.invalid/">x</a>
    <a href="#nowhere">x</a> <a href="index.html#nowhere">x</a> <a href="nowhere.html">x</a> <img src="nowhere.png">
    <script src="nowhere.js"></script> <link rel="stylesheet" href="nowhere.css">
    <svg><a href="#nowhere-in-svg"><text>x</text></a></svg>`;
  await page.route("**/bad.html", (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.goto(book.address("bad.html"));
  const index = found.find(({ name }) => name === "index.html");
  assert.deepEqual((await broken(book, [index, await read(page, "bad.html")])).sort(), [
    "bad.html: /bad.html#nowhere",
    "bad.html: /bad.html#nowhere-in-svg",
    "bad.html: /index.html#nowhere",
    "bad.html: /nowhere.css",
    "bad.html: /nowhere.html",
    "bad.html: /nowhere.js",
    "bad.html: /nowhere.png",
  ]);
});

test("axe would find something wrong", async () => {
  await page.setContent("<html lang='en'><title>x</title><main><h1>x</h1><img src='x.png'></main></html>");
  assert.deepEqual(await violations(), ["image-alt: img"]);
});
