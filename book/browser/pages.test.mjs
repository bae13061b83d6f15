// Every page opens without a fault as a file too, and asks nobody else for anything; see `chapters.test.mjs` for what a
// server sends.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { chapters, openBook, pages, watch } from "./book.mjs";

let book, context;

before(async () => {
  book = await openBook();
  context = await book.newContext();
});

after(() => book?.close());

/** Opens a page, lets the reader do something in it, and returns what went wrong. */
async function faultsOf(address, home, read = async () => {}) {
  const page = await context.newPage();
  try {
    const faults = watch(page, home);
    await page.goto(address, { waitUntil: "networkidle" });
    await read(page);
    return faults;
  } finally {
    await page.close();
  }
}

/** Looks for a word that the course cannot do without, and waits for what the search finds. */
async function search(page) {
  await page.locator("#mdbook-search-toggle").click();
  await page.locator("#mdbook-searchbar").pressSequentially("mask");
  await page.locator("#mdbook-searchresults a").first().waitFor();
}

// Most of the time is spent on waiting for requests that do not come, so some readers wait together.
const READERS = 4;

describe("every page opens as a file", { concurrency: READERS }, () => {
  for (let reader = 0; reader < READERS; reader += 1) {
    test(`for reader ${reader + 1} of ${READERS}`, async (t) => {
      const page = await context.newPage();
      const faults = watch(page, "file://");
      for (const name of pages().filter((_, place) => place % READERS === reader)) {
        await t.test(name, async () => {
          await page.goto(book.fileAddress(name), { waitUntil: "networkidle" });
          assert.deepEqual(faults.splice(0), []);
        });
      }
    });
  }
});

test("what is printed opens from a server too", async () => {
  assert.deepEqual(await faultsOf(book.address("print.html"), book.origin), []);
});

test("the search finds something, from a server and as a file", async () => {
  assert.deepEqual(await faultsOf(book.address("index.html"), book.origin, search), []);
  assert.deepEqual(await faultsOf(book.fileAddress("index.html"), "file://", search), []);
});

test("the sidebar names every page", async () => {
  const page = await context.newPage();
  await page.goto(book.address("index.html"));
  const links = await page.locator("#mdbook-sidebar .chapter a").evaluateAll((all) => all.map((link) => link.href));
  await page.close();
  const named = new Set(links.map((link) => link.split("#")[0]));
  // The first page of the book is also its `index.html`.
  const missing = chapters().filter((name) => name !== "index.html" && !named.has(book.address(name)));
  assert.deepEqual(missing, []);
});

test("what a page does wrong would be seen", async () => {
  const wrong = async (page) => {
    await page.evaluate(async () => {
      console.error("a complaint");
      setTimeout(() => {
        throw new Error("a mistake");
      });
      await fetch("nothing.json");
      await fetch("http://example.invalid/").catch(() => {});
    });
    await page.waitForTimeout(100);
  };
  const faults = (await faultsOf(book.address("index.html"), book.origin, wrong)).join("\n");
  for (const expected of [
    "console error: a complaint",
    "exception: a mistake",
    `status 404: ${book.address("nothing.json")}`,
    "leaves the book: http://example.invalid/",
    "failed: http://example.invalid/",
  ]) {
    assert.ok(faults.includes(expected), `${expected} is not among\n${faults}`);
  }
});
