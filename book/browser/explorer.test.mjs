// The mask explorer on the page of step 02: it shows the masks that `solutions` makes, it can be used with the keyboard
// alone, its address restores it, and it has something to show without scripts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBook } from "./book.mjs";
import { cell, cells, chosen, explanation, explorer, solutions, summary } from "./explorer.mjs";

let book, masks;

before(async () => {
  book = await openBook();
  masks = solutions().filter(({ fill, scores }) => fill === "-inf" && scores === "example");
});

after(() => book?.close());

/** Moves the controls that are not yet where they should be. */
async function choose(page, state, before = {}) {
  const set = {
    length: (control) => control.fill(String(state.length)),
    cached: (control) => control.fill(String(state.cached)),
    alignment: (control) => control.selectOption({ index: ["upper", "lower"].indexOf(state.alignment) }),
    dtype: (control) => control.selectOption({ label: state.dtype }),
  };
  for (const name of Object.keys(set).filter((name) => state[name] !== before[name])) {
    await set[name](page.locator(`#explorer-${name}`));
  }
}

test("it shows the masks of the solutions, in every size, alignment and dtype", async () => {
  assert.equal(masks.length, 6 * 5 * 2 * 4);
  await explorer(book, "", async (page) => {
    let before;
    for (const { mask, sums, weights, ...state } of masks) {
      await choose(page, state, before);
      assert.deepEqual(await cells(page), mask, JSON.stringify(state));
      before = state;
    }
  });
});

test("the address says which mask it shows", async () => {
  // Every size would take long; the numbers of these differ everywhere.
  for (const { mask, length, cached, alignment, dtype } of masks.filter((_, index) => index % 29 === 0)) {
    await explorer(book, `?length=${length}&cached=${cached}&alignment=${alignment}&dtype=${dtype}`, async (page) => {
      assert.deepEqual(await cells(page), mask);
    });
  }
});

// A page that is turned under the test may leave it waiting for ever.
test("it can be used with the keyboard alone", { timeout: 60_000 }, async () => {
  await explorer(book, "", async (page) => {
    const press = async (...keys) => {
      for (const key of keys) {
        await page.keyboard.press(key);
      }
      assert.equal(new URL(page.url()).pathname, "/step_02.html", `${keys} turned the page`);
    };
    const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.dataset.place);
    const state = () => Object.fromEntries(new URL(page.url()).searchParams);

    // The link of the heading comes first.
    for (let tabs = 0; tabs < 3 && (await focused()) !== "explorer-length"; tabs += 1) {
      await press("Tab");
    }
    assert.equal(await focused(), "explorer-length");
    await press("ArrowLeft");
    assert.equal((await cells(page)).length, 3);
    await press("End", "ArrowRight", "ArrowLeft");
    assert.equal((await cells(page)).length, 5);

    await press("Tab", "ArrowRight", "ArrowRight");
    assert.equal((await cells(page))[0].length, 7);
    await press("Tab", "ArrowDown", "Tab", "b", "Tab", "ArrowDown", "Tab", "ArrowDown", "ArrowUp", "Tab");
    assert.equal(await focused(), "explorer-mistake");
    // `s` opens the search of the book elsewhere.
    await page.keyboard.type("S2");
    assert.match(await summary(page), /shape \(7, 5\)/);
    assert.ok(await page.locator("#mdbook-searchbar").isHidden(), "the search has opened");
    // What is typed within a second belongs together.
    await page.waitForTimeout(1100);
    await page.keyboard.type("G2");
    const expected = { length: "5", cached: "2", alignment: "lower", dtype: "bf16", fill: "min", scores: "example", mistake: "G2" };
    assert.deepEqual(state(), expected);
    assert.equal(new URL(page.url()).hash, "#explorer");

    // Over the button and the link into the first matrix.
    await press("Tab", "Tab", "Tab");
    assert.equal(await focused(), "0,0");
    assert.match(await explanation(page), /^Query 0 ‘sat’ may see key 0 ‘The’\./);
    await press("ArrowDown", "ArrowRight");
    assert.equal(await focused(), "1,1");
    await press("End");
    assert.equal(await focused(), "1,6");
    assert.match(await explanation(page), /^Query 1 ‘down’ may not see key 6 ‘the’\./);
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.equal(outline, "solid");
    // Beyond the edge there is nothing, not even the next page.
    await press("ArrowRight", "Home", "ArrowLeft", "ArrowUp", "ArrowUp");
    assert.equal(await focused(), "0,0");
    // The other matrices have one stop each.
    await press("ArrowRight", "Tab", "Tab", "Tab");
    const part = await page.evaluate(() => document.activeElement.closest("table").dataset.part);
    assert.deepEqual([part, await focused()], ["weight", "0,1"]);

    const [before, shown] = [await chosen(page), await cells(page)];
    await page.reload();
    assert.deepEqual(await chosen(page), before);
    assert.deepEqual(await cells(page), shown);
  });
});

test("an address that is wrong shows what stands there at first", async () => {
  for (const query of [
    "?length=99&cached=-1&alignment=middle&dtype=f8&fill=nan&mistake=G99",
    "?length=&cached=&alignment=&dtype=&fill=&mistake=",
    "?length=4.5&cached=1e0&mistake=%E0%A4%A&&&=",
  ]) {
    await explorer(book, query, async (page) => {
      const first = ["4", "0", "upper-left: causal_mask, task 7", "f32", "T::neg_infinity()", "those of the example", "none"];
      assert.deepEqual(await chosen(page), first, query);
    });
  }
});

test("other parameters of the address are kept", async () => {
  await explorer(book, "?highlight=mask", async (page) => {
    await page.locator("#explorer-length").fill("2");
    const parameters = new URL(page.url()).searchParams;
    assert.deepEqual([parameters.get("highlight"), parameters.get("length")], ["mask", "2"]);
  });
});

test("it works in a file", async () => {
  const address = book.fileAddress("step_02.html");
  const use = async (page) => {
    assert.deepEqual((await chosen(page)).slice(0, 2), ["3", "0"]);
    await page.locator("#explorer-length").fill("5");
    assert.equal((await cells(page)).length, 5);
    // What is still on its way would count as failed.
    await page.waitForLoadState("networkidle");
    await page.reload();
    assert.equal((await cells(page)).length, 5);
  };
  await explorer(book, "?length=3&mistake=G3", use, { address, home: "file://" });
});

test("in the printed book it shows what stands there at first, once", async () => {
  const use = async (page) => {
    await page.emulateMedia({ media: "print" });
    const parts = await page.locator(".explorer table").evaluateAll((all) => all.map((table) => table.dataset.part));
    assert.deepEqual(parts, ["value", "score", "sum", "weight"]);
    assert.equal((await cells(page)).length, 4);
    assert.ok(await page.locator(".explorer .explanation").isHidden());
  };
  await explorer(book, "", use, { address: book.address("print.html") });
});

test("on a phone only the matrices move sideways", async () => {
  const use = async (page) => {
    const [page_, explorer_, matrix] = await page.evaluate(() =>
      [document.documentElement, document.querySelector(".explorer"), document.querySelector(".explorer-matrix")].map(
        (element) => element.scrollWidth - element.clientWidth,
      ),
    );
    assert.deepEqual([page_, explorer_], [0, 0]);
    assert.ok(matrix > 0, "a matrix with ten columns does not fit");
    await cell(page, 0, 9, "weight").focus();
    assert.match(await explanation(page), /key 9 ‘warm’/);
  };
  const wide = "?length=6&cached=4&alignment=lower&fill=-1e4";
  await explorer(book, wide, use, { viewport: { width: 360, height: 740 } });
});

test("without scripts there is a table of the right masks", async () => {
  const use = async (page) => {
    assert.equal(await page.locator(".explorer :is(input, select)").count(), 0);
    const rows = await page.locator(".explorer tbody tr").evaluateAll((all) =>
      all.map((row) => {
        const [size, ...both] = [...row.children].map((child) => child.innerText);
        const entries = (text) => text.split("\n").map((line) => line.trim().split(/\s+/));
        return { size: size.split(", ").map(Number), both: both.map(entries) };
      }),
    );
    assert.ok(rows.length > 2);
    for (const { size, both } of rows) {
      const same = ({ length, cached, dtype }) => length === size[0] && cached === size[1] && dtype === "f32";
      assert.deepEqual(both, masks.filter(same).map(({ mask }) => mask), `${size}`);
    }
  };
  await explorer(book, "", use, { javaScriptEnabled: false });
});
