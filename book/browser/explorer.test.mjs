// The mask explorer on the page of step 02: it shows the masks that `solutions` makes, it can be used with the keyboard
// alone, its address restores it, and it has something to show without scripts.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { openBook, watch } from "./book.mjs";

let book, masks;

before(async () => {
  book = await openBook();
  // What the page must show, computed without the table from which it shows it.
  const lines = execFileSync("cargo", ["run", "--quiet", "--package", "book", "--example", "masks"], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    encoding: "utf8",
  });
  masks = lines.trim().split("\n").map((line) => JSON.parse(line));
});

after(() => book?.close());

const START = "?length=4&cached=0&alignment=upper&dtype=f32&fill=-inf";

/** Opens the explorer at this query, lets `use` do something with it, and fails where the page does anything wrong. */
async function explorer(query, use, { address, home, ...options } = {}) {
  const context = await book.newContext(options);
  try {
    const page = await context.newPage();
    const faults = watch(page, home ?? book.origin);
    await page.goto(`${address ?? book.address("step_02.html")}${query}#explorer`);
    await use(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/** The texts in the cells of one of the matrices. */
function cells(page, part = "value") {
  return page
    .locator(`.explorer table[data-part=${part}] tbody tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll(".value")].map((value) => value.textContent)));
}

function cell(page, i, j, part = "value") {
  return page.locator(`.explorer table[data-part=${part}] td[data-place="${i},${j}"]`);
}

const explanation = (page) => page.locator(".explorer .explanation").textContent();
const summary = (page) => page.locator(".explorer .summary").textContent();

/** What is chosen in each control. */
function chosen(page) {
  return page.locator(".explorer :is(input, select)").evaluateAll((controls) =>
    controls.map((control) => (control.type === "range" ? control.value : control.selectedOptions[0].textContent)),
  );
}

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
  await explorer("", async (page) => {
    let before;
    for (const { mask, ...state } of masks) {
      await choose(page, state, before);
      assert.deepEqual(await cells(page), mask, JSON.stringify(state));
      before = state;
    }
  });
});

test("the address says which mask it shows", async () => {
  // Every size would take long; the numbers of these differ everywhere.
  for (const { mask, length, cached, alignment, dtype } of masks.filter((_, index) => index % 29 === 0)) {
    await explorer(`?length=${length}&cached=${cached}&alignment=${alignment}&dtype=${dtype}`, async (page) => {
      assert.deepEqual(await cells(page), mask);
    });
  }
});

// A page that is turned under the test may leave it waiting for ever.
test("it can be used with the keyboard alone", { timeout: 60_000 }, async () => {
  await explorer("", async (page) => {
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
    await press("Tab", "ArrowDown", "Tab", "b", "Tab", "ArrowDown", "Tab");
    assert.equal(await focused(), "explorer-mistake");
    // `s` opens the search of the book elsewhere.
    await page.keyboard.type("S2");
    assert.match(await summary(page), /shape \(7, 5\)/);
    assert.ok(await page.locator("#mdbook-searchbar").isHidden(), "the search has opened");
    // What is typed within a second belongs together.
    await page.waitForTimeout(1100);
    await page.keyboard.type("G2");
    const expected = { length: "5", cached: "2", alignment: "lower", dtype: "bf16", fill: "min", mistake: "G2" };
    assert.deepEqual(state(), expected);
    assert.equal(new URL(page.url()).hash, "#explorer");

    // Over the button into the first matrix.
    await press("Tab", "Tab");
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

test("pointing at a cell explains it, and effects are marked", async () => {
  const added = (value, score, sum, weight) =>
    `${value} is added to the score ${score}, the sum is ${sum}, and the weight is ${weight}.`;
  const dead = "Query 0 ‘The’ has a dead row: softmax makes NaN of all its weights, also of that for key 1 ‘cat’.";
  const none = "▲ leak: none; ▽ blind: none; ✕ dead rows: none.";
  for (const { mistake, at, words, effects, marks = {} } of [
    {
      mistake: "",
      at: [2, 3],
      words: `Query 2 ‘sat’ may not see key 3 ‘down’. ${added("-inf", "2.5", "-inf", "0")}`,
      effects: none,
    },
    {
      mistake: "G3",
      at: [2, 3],
      words: `Query 2 ‘sat’ sees key 3 ‘down’, which it must not: a leak. ${added("0", "2.5", "2.5", "0.52")}`,
      effects: "▲ leak: 3 places; ▽ blind: none; ✕ dead rows: none.",
      marks: { leak: 3 },
    },
    {
      mistake: "G2",
      at: [1, 1],
      words: `Query 1 ‘cat’ does not see key 1 ‘cat’, which it may: it is blind there. ${added("-inf", "1", "-inf", "0")}`,
      effects: "▲ leak: none; ▽ blind: 3 places; ✕ dead rows: 1.",
      marks: { blind: 3, dead: 4 },
    },
    {
      mistake: "G2",
      at: [0, 1],
      words: `${dead} ${added("-inf", "2", "-inf", "NaN")}`,
      effects: "▲ leak: none; ▽ blind: 3 places; ✕ dead rows: 1.",
      marks: { blind: 3, dead: 4 },
    },
    {
      mistake: "V4",
      at: [0, 3],
      words: `Query 0 ‘The’ may not see key 3 ‘down’. ${added("-1000000000", "0", "-1000000000", "0")}`,
      effects: `${none} With these scores the weights are right all the same.`,
    },
  ]) {
    await explorer(`${START}&mistake=${mistake}`, async (page) => {
      assert.match(await explanation(page), /^Point at a cell/);
      await cell(page, ...at, "score").hover();
      assert.equal(await explanation(page), words);
      assert.equal(await summary(page), effects);
      for (const part of ["value", "weight"]) {
        for (const effect of ["leak", "blind", "dead"]) {
          const marked = page.locator(`table[data-part=${part}] td.${effect} [aria-label=${effect}]`);
          assert.equal(await marked.count(), marks[effect] ?? 0, `${effect} of ${mistake}`);
        }
      }
    });
  }
});

test("a misconception in the address is shown where it makes a difference", async () => {
  await explorer("?mistake=G0", async (page) => {
    const [length, cached, alignment] = await chosen(page);
    assert.deepEqual([length, cached, alignment], ["4", "2", "lower-right: cached_causal_mask, task 8"]);
    assert.match(await summary(page), /blind: [1-9]/);
    await page.locator("#explorer-cached").fill("0");
    assert.match(await summary(page), /^G0 makes no difference here/);
    await page.getByRole("button", { name: "Show it where it does" }).click();
    assert.match(await summary(page), /blind: [1-9]/);
    await page.getByRole("button", { name: "Reset" }).click();
    assert.deepEqual((await chosen(page)).slice(0, 2), ["4", "0"]);
    assert.equal(new URL(page.url()).search, "");
  });
});

test("a mask of another shape stands alone, and a value of its own takes the fill away", async () => {
  await explorer("?mistake=E5", async (page) => {
    assert.deepEqual(await cells(page), [["0"]]);
    assert.equal(await page.locator(".explorer table").count(), 1);
    assert.match(await summary(page), /shape \(1, 1\).*shape \(4, 4\)/);
  });
  await explorer("?mistake=V6&dtype=f16", async (page) => {
    assert.ok(await page.locator("#explorer-fill").isDisabled());
    assert.equal(await page.locator("#explorer-fill-note").textContent(), "V6 has a value of its own");
    assert.equal((await cells(page))[0][1], "-65504");
  });
});

test("every misconception can be chosen and shows somewhere", async () => {
  await explorer("", async (page) => {
    const ids = await page.locator("#explorer-mistake option").evaluateAll((all) => all.map((it) => it.value));
    assert.ok(ids.length > 60, `${ids}`);
    const elsewhere = page.getByRole("button", { name: "Show it where it does" });
    for (const id of ids.slice(1)) {
      await page.locator("#explorer-mistake").selectOption(id);
      if (/makes no difference/.test(await summary(page))) {
        await elsewhere.click();
      }
      assert.doesNotMatch(await summary(page), /makes no difference/, id);
      assert.ok(await elsewhere.isHidden(), id);
    }
  });
});

test("an address that is wrong shows what stands there at first", async () => {
  for (const query of [
    "?length=99&cached=-1&alignment=middle&dtype=f8&fill=nan&mistake=G99",
    "?length=&cached=&alignment=&dtype=&fill=&mistake=",
    "?length=4.5&cached=1e0&mistake=%E0%A4%A&&&=",
  ]) {
    await explorer(query, async (page) => {
      const first = ["4", "0", "upper-left: causal_mask, task 7", "f32", "T::neg_infinity()", "none"];
      assert.deepEqual(await chosen(page), first, query);
    });
  }
});

test("other parameters of the address are kept", async () => {
  await explorer("?highlight=mask", async (page) => {
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
  await explorer("?length=3&mistake=G3", use, { address, home: "file://" });
});

test("in the printed book it shows what stands there at first, once", async () => {
  const use = async (page) => {
    await page.emulateMedia({ media: "print" });
    const parts = await page.locator(".explorer table").evaluateAll((all) => all.map((table) => table.dataset.part));
    assert.deepEqual(parts, ["value", "score", "sum", "weight"]);
    assert.equal((await cells(page)).length, 4);
    assert.ok(await page.locator(".explorer .explanation").isHidden());
  };
  await explorer("", use, { address: book.address("print.html") });
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
  await explorer(wide, use, { viewport: { width: 360, height: 740 } });
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
  await explorer("", use, { javaScriptEnabled: false });
});
