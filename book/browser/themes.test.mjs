// The reader's theme: what the system asks for at first, then what they choose, on every page and the next time too.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { darkTheme, openBook, themes } from "./book.mjs";

let book;

before(async () => {
  book = await openBook();
});

after(() => book?.close());

/** The theme that a page is in: one of the classes of its root. */
async function themeOf(page) {
  const classes = await page.evaluate(() => [...document.documentElement.classList]);
  return classes.filter((name) => themes.includes(name)).join(" ");
}

test("the system decides at first", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const context = await book.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto(book.address("index.html"));
    assert.equal(await themeOf(page), colorScheme === "dark" ? await darkTheme(page) : "light");
    await context.close();
  }
});

test("a chosen theme is kept, on other pages and in a file too", async () => {
  for (const address of [book.address, book.fileAddress]) {
    const context = await book.newContext();
    const page = await context.newPage();
    await page.goto(address("index.html"));
    // The list stays open, so that one can try them all.
    await page.locator("#mdbook-theme-toggle").click();
    for (const theme of themes) {
      await page.locator(`#mdbook-theme-${theme}`).click();
      assert.equal(await themeOf(page), theme);
    }
    const chosen = themes.at(-1);
    await page.reload();
    assert.equal(await themeOf(page), chosen);
    const later = await context.newPage();
    await later.goto(address("step_02.html"));
    assert.equal(await themeOf(later), chosen);
    await context.close();
  }
});

test("the arrow keys turn the pages", async () => {
  const context = await book.newContext();
  const page = await context.newPage();
  await page.goto(book.address("introduction.html"));
  const next = await page.locator("a[rel~=next]").first().evaluate((link) => link.href);
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(next);
  await page.keyboard.press("ArrowLeft");
  await page.waitForURL(book.address("introduction.html"));
  await context.close();
});

test("the arrow keys scroll code that has the focus, and turn no page then", async () => {
  const context = await book.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(book.address("step_02.html"), { waitUntil: "load" });
  const code = page.locator("main pre > code[tabindex]").first();
  await code.click();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.activeElement.scrollLeft > 0);
  await page.keyboard.press("ArrowLeft");
  assert.equal(page.url(), book.address("step_02.html"));
  await context.close();
});
