// The search finds what a reader means by a word: first the section that is about it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBook } from "./book.mjs";

let book;

before(async () => {
  book = await openBook();
});

after(() => book?.close());

for (const [words, place] of [
  ["leak", "step_02.html#leak"],
  ["dead row", "step_02.html#leak"],
  ["G5", "step_02_mistakes_pattern_of_the_mask.html#G5"],
  // Step 01 says what one is, and step 02 how to mask it.
  ["cache", "step_01.html#task-6"],
]) {
  test(`"${words}" finds its section first`, async () => {
    const context = await book.newContext();
    const page = await context.newPage();
    await page.goto(book.address("index.html"));
    await page.locator("#mdbook-search-toggle").click();
    await page.locator("#mdbook-searchbar").pressSequentially(words);
    const first = page.locator("#mdbook-searchresults a").first();
    await first.waitFor();
    const address = new URL(await first.evaluate((link) => link.href));
    assert.equal(address.pathname.slice(1) + address.hash, place);
    await context.close();
  });
}
