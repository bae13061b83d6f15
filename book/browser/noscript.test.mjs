// Who does not run scripts can read the book all the same: the text, the figures, the hints, and the way to each page.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { chapters, openBook, watch } from "./book.mjs";
import { faint } from "./contrast.mjs";

let book, context, page, faults;

before(async () => {
  book = await openBook();
  context = await book.newContext({ javaScriptEnabled: false });
  page = await context.newPage();
  faults = watch(page, book.origin);
});

after(() => book?.close());

/** What the page has to say and does not show. */
function unseen() {
  return page.evaluate(() => {
    const parts = ["h1", "h2", "h3", "p", "li", "pre", "table", "summary", "figure.matrices svg"];
    return [...document.querySelectorAll(parts.map((part) => `main ${part}`).join(", "))]
      // What waits in a hint is shown when the reader opens it.
      .filter((part) => part.textContent.trim() !== "" && !part.closest("details:not([open]) > :not(summary)"))
      .filter((part) => !part.checkVisibility({ visibilityProperty: true }) || part.getBoundingClientRect().height < 10)
      .map((part) => part.textContent.trim().slice(0, 40));
  });
}

// Where each page leads to when one is through with it.
const next = new Map();

for (const name of chapters()) {
  test(`${name} can be read without scripts`, async () => {
    await page.goto(book.address(name), { waitUntil: "load" });
    assert.equal(await page.evaluate(() => document.documentElement.classList.contains("js")), false);
    assert.ok(await page.locator("main h1").first().isVisible());
    assert.deepEqual(await unseen(), []);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await faint(page, "figure.matrices"), [], colorScheme);
    }
    const [link] = await page.locator("a[rel~=next]:visible").evaluateAll((links) => links.map((link) => link.href));
    next.set(book.address(name), link);
    assert.deepEqual(faults.splice(0), []);
  });
}

test("the sidebar leads to every page without scripts", async () => {
  const names = chapters().filter((name) => name !== "index.html");
  const links = page.frameLocator("iframe.sidebar-iframe-outer").locator("a[href]");
  await page.goto(book.address("index.html"));
  await page.locator("#mdbook-sidebar-toggle").click();
  await links.first().waitFor();
  const listed = await links.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.deepEqual(names.filter((name) => !listed.includes(name)), []);
  // A link does what it says, so a few of them will do.
  for (const name of names.filter((_, place) => place % 12 === 0)) {
    await page.goto(book.address("index.html"));
    await page.locator("#mdbook-sidebar-toggle").click();
    await links.and(page.frameLocator("iframe.sidebar-iframe-outer").locator(`[href="${name}"]`)).first().click();
    await page.waitForURL(book.address(name));
  }
});

test("each page leads to the next without scripts", async () => {
  const seen = new Set();
  for (let address = book.address("index.html"); address !== undefined; address = next.get(address)) {
    assert.ok(!seen.has(address), `in a circle: ${address}`);
    seen.add(address);
  }
  // `index.html` is the first page under another name.
  assert.equal(seen.size, chapters().length - 1, [...seen].join("\n"));
  // A link does what it says, so one will do.
  await page.goto(book.address("index.html"));
  await page.locator("a[rel~=next]:visible").first().click();
  await page.waitForURL(next.get(book.address("index.html")));
});

test("hints open without scripts", async () => {
  await page.goto(book.address("step_02.html"));
  const hint = page.locator("details").first();
  await hint.locator("summary").click();
  assert.ok(await hint.evaluate((details) => details.open));
  assert.ok(await hint.locator(":not(summary)").first().isVisible());
});
