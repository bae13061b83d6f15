// The book on paper: white in every theme, with text that stands out, and with what belongs together on one page.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBook, themes } from "./book.mjs";
import { faint } from "./contrast.mjs";

let book;

before(async () => {
  book = await openBook();
});

after(() => book?.close());

for (const theme of themes) {
  test(`in the ${theme} theme it is printed black on white`, async () => {
    const context = await book.newContext();
    const page = await context.newPage();
    await page.addInitScript((theme) => localStorage.setItem("mdbook-theme", theme), theme);
    await page.goto(book.address("step_02.html"));
    await page.emulateMedia({ media: "print" });
    await page.addStyleTag({ content: "* { transition: none !important; }" });
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    assert.equal(paper, "rgb(255, 255, 255)");
    assert.deepEqual(await faint(page, "main"), []);
    await context.close();
  });
}

test("a caption stays with its picture", async () => {
  const context = await book.newContext();
  const page = await context.newPage();
  await page.goto(book.address("step_02.html"));
  await page.emulateMedia({ media: "print" });
  const kept = await page.evaluate(() => getComputedStyle(document.querySelector(".matrix")).breakInside);
  assert.equal(kept, "avoid");
  await context.close();
});

test("mistakes come last in the printed book", async () => {
  const context = await book.newContext();
  const page = await context.newPage();
  await page.goto(book.address("print.html"));
  const titles = await page.locator("main h1").allTextContents();
  const first = titles.findIndex((title) => title.startsWith("Mistakes in step"));
  assert.ok(titles.indexOf("Adding a step") < first, `${titles}`);
  await context.close();
});
