// What hides at first stands out too, and what a search marks, and outlines. All that a chapter shows is measured where
// each is opened, in `chapters.test.mjs`.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { darkTheme, openBook, themes } from "./book.mjs";
import { choose, faint, isIn, measure, unfold } from "./contrast.mjs";

let book, dark;

before(async () => {
  book = await openBook();
  const context = await book.newContext();
  const page = await context.newPage();
  await page.goto(book.address("index.html"));
  dark = await darkTheme(page);
  await context.close();
});

after(() => book?.close());

/** A page in a theme. */
async function open(context, name, theme) {
  const page = await context.newPage();
  await page.addInitScript((theme) => localStorage.setItem("mdbook-theme", theme), theme);
  await page.goto(book.address(name));
  await unfold(page);
  return page;
}

/**
 * Opens what hides at first: the results of a search, the list of themes, the help for the keyboard.
 * Returns what was too faint in between.
 */
async function openAll(page) {
  await page.locator("#mdbook-search-toggle").click();
  // The hint in the empty field is gone as soon as one types.
  const hint = await faint(page, "#mdbook-search-wrapper");
  await page.locator("#mdbook-searchbar").pressSequentially("mask");
  await page.locator("#mdbook-searchresults a").first().waitFor();
  // The first result is chosen, and has another background than the rest.
  await page.keyboard.press("ArrowDown");
  await page.locator("#mdbook-searchresults .focus a").waitFor();
  await page.locator("#mdbook-theme-toggle").click();
  await page.locator("#mdbook-theme-list").waitFor();
  await page.evaluate(() => document.getElementById("mdbook-help-container").style.setProperty("display", "flex"));
  return hint;
}

/** Runs a check of a page in a theme. */
async function inTheme(theme, name, check) {
  const context = await book.newContext();
  const faults = await check(await open(context, name, theme));
  await context.close();
  return faults;
}

for (const kind of ["light", "dark"]) {
  test(`what hides at first stands out in the ${kind} theme`, async () => {
    const theme = kind === "dark" ? dark : kind;
    const faults = await inTheme(theme, "index.html", async (page) => {
      assert.ok(await isIn(page, theme));
      return [...(await openAll(page)), ...(await faint(page))];
    });
    assert.deepEqual(faults, []);
  });

  test(`what a search leads to stands out in the ${kind} theme`, async () => {
    const theme = kind === "dark" ? dark : kind;
    const faults = await inTheme(theme, "step_02.html?highlight=mask", async (page) => {
      await page.locator("main mark").first().waitFor();
      return faint(page);
    });
    assert.deepEqual(faults, []);
  });
}

test("outlines stand out from what is beside them in every theme", async () => {
  const context = await book.newContext();
  const page = await open(context, "step_02.html", "light");
  // A letter in the colour of an outline, on the colour that surrounds it, is measured as any text is.
  await page.evaluate(() => {
    const probe = document.createElement("div");
    probe.id = "probe";
    probe.innerHTML = ["mark", "frame"]
      .map((name) => `<p style="color: var(--${name}); background: var(--cell-plain)">${name}</p>`)
      .join("");
    document.querySelector("main").prepend(probe);
  });
  for (const theme of themes) {
    await choose(page, theme);
    const ratios = await measure(page, "#probe");
    assert.equal(ratios.length, 2);
    // What WCAG asks for parts of a picture.
    assert.ok(ratios.every(({ ratio }) => ratio >= 3), `${theme}: ${JSON.stringify(ratios)}`);
  }
  await context.close();
});
