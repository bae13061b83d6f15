// The book can be read on a phone: nothing is cut off, nothing is tiny, and only what is wide by nature scrolls
// sideways, inside itself.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { chapters, openBook } from "./book.mjs";
import { cutTexts, smallTexts } from "./layout.mjs";

// What stands on a page, without the sidebar, which waits outside the screen.
const PAGE = "#mdbook-page-wrapper";

let book, context, page;

before(async () => {
  book = await openBook();
  context = await book.newContext({ viewport: { width: 360, height: 740 } });
  page = await context.newPage();
});

after(() => book?.close());

const openDetails = () => page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));

/**
 * What scrolls sideways as a whole: the page, or a part of it that holds all the text. mdBook lets the part scroll, so
 * that the page itself would never seem too wide.
 */
function tooWide() {
  return page.evaluate(() => {
    const wide = [];
    for (let at = document.querySelector("main"); at; at = at.parentElement) {
      if (at.scrollWidth > at.clientWidth) {
        wide.push(`${at.localName}.${at.className}: ${at.scrollWidth} px in ${at.clientWidth}`);
      }
    }
    return wide;
  });
}

for (const name of chapters()) {
  test(`${name} fits a phone`, async () => {
    await page.goto(book.address(name));
    await openDetails();
    assert.deepEqual(await tooWide(), []);
    assert.deepEqual(await cutTexts(page, PAGE), []);
    assert.deepEqual(await smallTexts(page, { within: PAGE }), []);
  });
}

test("what is wide by nature scrolls inside itself", async () => {
  await page.goto(book.address("step_02.html"));
  await openDetails();
  const scrolled = await page.evaluate(() => {
    const wide = [...document.querySelectorAll("main pre code, main .table-wrapper")]
      .filter((element) => element.scrollWidth > element.clientWidth);
    for (const element of wide) {
      element.scrollLeft = element.scrollWidth;
    }
    return wide.map((element) => element.scrollLeft > 0);
  });
  assert.ok(scrolled.length > 0, "nothing is wide");
  assert.ok(scrolled.every(Boolean), "something wide does not scroll");
});

test("the sidebar and the search can be used on a phone", async () => {
  await page.goto(book.address("index.html"));
  await page.locator("#mdbook-sidebar-toggle").click();
  const link = page.locator("#mdbook-sidebar a").last();
  const address = await link.evaluate((link) => link.href);
  await link.click();
  await page.waitForURL(address);
  await page.locator("#mdbook-search-toggle").click();
  await page.locator("#mdbook-searchbar").pressSequentially("mask");
  await page.locator("#mdbook-searchresults a").first().waitFor();
  assert.deepEqual(await cutTexts(page, "#mdbook-search-wrapper"), []);
});

test("what is cut or tiny would be found", async () => {
  const svg = (text) => `<svg width="100" height="20" viewBox="0 0 200 40" style="font-size: 18px">${text}</svg>`;
  await page.setContent(`
    <body style="overflow-x: hidden; margin: 0; font: 16px monospace">
      <p>fits</p> <p style="width: 400px; white-space: nowrap">${"too wide ".repeat(9)}</p>
      <div style="overflow-x: auto"><p style="white-space: nowrap">${"scrolls ".repeat(20)}</p></div>
      <div style="overflow: hidden; width: 50px; white-space: nowrap">hidden in part</div>
      <p style="margin-left: -20px">too far left</p>
      ${svg("<text y='30' style='font-size: 24px'>fits</text>")}
      ${svg("<text x='190' y='30' style='font-size: 24px'>outside</text>")}
      ${svg("<text y='30'>scaled</text>")}
      <p style="font-size: 13px">small</p> <p>x<sup>2</sup> <math><msub><mi>x</mi><mi>i</mi></msub></math></p>
      <span style="position: absolute; width: 1px; height: 1px; overflow: hidden">for screen readers</span>
    </body>`);
  assert.deepEqual(await cutTexts(page), [
    "p: too wide too wide too wide too wide too",
    "div: hidden in part",
    "p: too far left",
    "text: outside",
  ]);
  assert.deepEqual(await smallTexts(page), ["text of 9 px: scaled", "p of 13 px: small"]);
});
