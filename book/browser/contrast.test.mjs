// Everything that is written in the book can be read: its contrast is at least 4.5 : 1.
//
// The light theme and the dark one that the book offers first are kept that way on every page, with all that opens
// open. The figures and the explorer are the course's own, so they are kept that way in all of mdBook's themes, and with
// them the links.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { chapters, darkTheme, openBook, themes } from "./book.mjs";
import { faint, measure, tooFaint } from "./contrast.mjs";

const OWN_PARTS = "figure.matrices, .explorer, main a";

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
  await goTo(page, name);
  return page;
}

/** Goes to a page where all is open, and nothing moves or fades, as the measure would meet it half-way. */
async function goTo(page, name) {
  await page.goto(book.address(name));
  await page.addStyleTag({
    content: "*, *::before, *::after { transition: none !important; animation: none !important; }",
  });
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) {
      // Of those that share a name only one can be open.
      details.removeAttribute("name");
      details.open = true;
    }
  });
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

const isIn = (page, theme) => page.evaluate((theme) => document.documentElement.classList.contains(theme), theme);

/** Runs a check of a page in a theme. */
async function inTheme(theme, name, check) {
  const context = await book.newContext();
  const faults = await check(await open(context, name, theme));
  await context.close();
  return faults;
}

/** Changes the theme, as a reader does. */
const choose = async (page, theme) => {
  await page.evaluate((theme) => document.getElementById(`mdbook-theme-${theme}`).click(), theme);
  assert.ok(await isIn(page, theme));
};

test("all text stands out in the light theme and in the dark one, and the course's own parts in all", async () => {
  const context = await book.newContext();
  const page = await context.newPage();
  const faults = [];
  for (const name of chapters()) {
    // To go to a page takes longer than to measure it.
    await goTo(page, name);
    const note = (theme, lines) => faults.push(...lines.map((line) => `${name} in ${theme}: ${line}`));
    for (const theme of ["light", dark]) {
      await choose(page, theme);
      const texts = await measure(page);
      // The sidebar and the menu alone have more than that.
      assert.ok(texts.length > 20, `only ${texts.length} texts were found in ${name}`);
      note(theme, tooFaint(texts));
    }
    for (const theme of themes.filter((theme) => !["light", dark].includes(theme))) {
      await choose(page, theme);
      note(theme, await faint(page, OWN_PARTS));
    }
  }
  await context.close();
  assert.deepEqual(faults, []);
});

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
