// Every link inside the book leads to a page, and to a place that is on it; every script, style and image is there.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBook, pages } from "./book.mjs";

let book, context, page;

before(async () => {
  book = await openBook();
  context = await book.newContext();
  page = await context.newPage();
});

after(() => book?.close());

/** What a page refers to and what can be referred to in it, when its scripts have run. */
async function read(name) {
  const answer = await page.goto(book.address(name), { waitUntil: "load" });
  assert.ok(answer.ok(), `${name}: status ${answer.status()}`);
  const { ids, links } = await page.evaluate(() => ({
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
    links: [...document.querySelectorAll("[href], [src]")]
      // What lies in an SVG has no `href` of its own that is text, so the attributes are read.
      .map((element) => element.getAttribute("href") ?? element.getAttribute("src"))
      .map((link) => new URL(link, document.baseURI).href),
  }));
  return { name, ids: new Set(ids), links: new Set(links) };
}

/** The links of these pages that lead nowhere, as `page: link`. */
async function broken(found) {
  const targets = new Map(found.map(({ name, ids }) => [book.address(name), ids]));
  const exists = new Map([...targets.keys()].map((address) => [address, true]));
  const faults = [];
  for (const { name, links } of found) {
    for (const link of links) {
      const { origin, pathname, hash } = new URL(link);
      if (origin !== book.origin) {
        continue;
      }
      const address = origin + (pathname.endsWith("/") ? `${pathname}index.html` : pathname);
      if (!exists.has(address)) {
        exists.set(address, (await fetch(address)).ok);
      }
      const place = decodeURIComponent(hash.slice(1));
      if (!exists.get(address) || (place !== "" && !targets.get(address)?.has(place))) {
        faults.push(`${name}: ${link.slice(book.origin.length)}`);
      }
    }
  }
  return faults;
}

test("every link inside the book leads somewhere", async () => {
  const found = [];
  // The table of contents that stands in for the sidebar where there are no scripts is a page too.
  for (const name of [...pages(), "toc.html"]) {
    found.push(await read(name));
  }
  const links = found.reduce((sum, { links }) => sum + links.size, 0);
  assert.ok(links > 100, `only ${links} links were found`);
  assert.deepEqual(await broken(found), []);
});

test("a link that leads nowhere would be found", async () => {
  const html = `
    <h1 id="here">x</h1> <a href="#here">x</a> <a href="index.html">x</a> <a href="https://example.invalid/">x</a>
    <a href="#nowhere">x</a> <a href="index.html#nowhere">x</a> <a href="nowhere.html">x</a> <img src="nowhere.png">
    <script src="nowhere.js"></script> <link rel="stylesheet" href="nowhere.css">
    <svg><a href="#nowhere-in-svg"><text>x</text></a></svg>`;
  await page.route("**/bad.html", (route) => route.fulfill({ contentType: "text/html", body: html }));
  const found = [await read("index.html"), await read("bad.html")];
  assert.deepEqual((await broken(found)).sort(), [
    "bad.html: /bad.html#nowhere",
    "bad.html: /bad.html#nowhere-in-svg",
    "bad.html: /index.html#nowhere",
    "bad.html: /nowhere.css",
    "bad.html: /nowhere.html",
    "bad.html: /nowhere.js",
    "bad.html: /nowhere.png",
  ]);
});
