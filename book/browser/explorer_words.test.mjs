// What the mask explorer says: of a cell, of the whole mask, and of each misconception.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBook } from "./book.mjs";
import { START, cell, cells, chosen, explanation, explorer, summary } from "./explorer.mjs";

let book;

before(async () => {
  book = await openBook();
});

after(() => book?.close());

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
    await explorer(book, `${START}&mistake=${mistake}`, async (page) => {
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
  await explorer(book, "?mistake=G0", async (page) => {
    const [length, cached, alignment] = await chosen(page);
    assert.deepEqual([length, cached, alignment], ["4", "2", "lower-right: cached_causal_mask, task 8"]);
    assert.match(await summary(page), /blind: [1-9]/);
    await page.locator("#explorer-cached").fill("0");
    assert.match(await summary(page), /^G0 makes no difference here/);
    await page.getByRole("button", { name: "Show it where it does" }).press("Enter");
    assert.match(await summary(page), /blind: [1-9]/);
    // Where the focus falls out of the explorer, an arrow key turns the page.
    assert.equal(await page.evaluate(() => document.activeElement.id), "explorer-mistake");
    await page.getByRole("button", { name: "Reset" }).click();
    assert.deepEqual((await chosen(page)).slice(0, 2), ["4", "0"]);
    assert.equal(new URL(page.url()).search, "");
  });
});

test("a mask of another shape stands alone, and a value of its own takes the fill away", async () => {
  await explorer(book, "?mistake=E5", async (page) => {
    assert.deepEqual(await cells(page), [["0"]]);
    assert.equal(await page.locator(".explorer table").count(), 1);
    assert.match(await summary(page), /shape \(1, 1\).*shape \(4, 4\)/);
  });
  await explorer(book, "?mistake=V6&dtype=f16", async (page) => {
    assert.ok(await page.locator("#explorer-fill").isDisabled());
    assert.equal(await page.locator("#explorer-fill-note").textContent(), "V6 has a value of its own");
    assert.equal((await cells(page))[0][1], "-65504");
  });
});

test("every misconception can be chosen and shows somewhere", async () => {
  await explorer(book, "", async (page) => {
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

test("with keys beside the sequence, the mask of task 7 says what it would do to a cache", async () => {
  for (const [query, said] of [
    ["?length=2&cached=3&alignment=upper", "Were the first 3 keys in a cache, it would be blind in 6 places."],
    ["?length=1&cached=1&alignment=upper", "Were the first key in a cache, it would be blind in 1 place."],
    ["?length=2&cached=3&alignment=lower", ""],
    ["?length=4&cached=0&alignment=upper", ""],
  ]) {
    await explorer(book, query, async (page) => {
      const [, more] = (await summary(page)).split("dead rows: none.");
      assert.equal(more, said && ` Task 7 asks for this mask. ${said}`, query);
    });
  }
});

test("a misconception that a dtype makes right is said to make no difference", async () => {
  for (const [dtype, said] of [
    ["f16", /^V4 makes no difference here/],
    ["f32", /With these scores the weights are right all the same\.$/],
  ]) {
    await explorer(book, `?mistake=V4&dtype=${dtype}`, async (page) => assert.match(await summary(page), said));
  }
});

test("rows are named by the tokens that they are", async () => {
  for (const [query, names] of [
    ["?length=2&cached=3&alignment=upper", ["0 The", "1 cat"]],
    ["?length=2&cached=3&alignment=lower", ["0 down", "1 again"]],
  ]) {
    await explorer(book, query, async (page) => {
      const heads = page.locator(".explorer table[data-part=weight] th[scope=row]");
      assert.deepEqual((await heads.allTextContents()).map((text) => text.trim()), names);
    });
  }
});

test("a misconception has a link to what is said of it", async () => {
  await explorer(book, "?mistake=G2", async (page) => {
    const link = page.getByRole("link", { name: "What is said of G2" });
    assert.match(await link.getAttribute("href"), /^step_02_mistakes_pattern_of_the_mask\.html#G2$/);
    await page.locator("#explorer-mistake").selectOption("");
    assert.ok(await page.locator(".explorer .effects a").isHidden());
  });
});

test("the explanation is in sight while the weights are used", async () => {
  const options = { viewport: { width: 800, height: 500 } };
  const use = async (page) => {
    await cell(page, 5, 9, "weight").hover();
    const inSight = await page.locator(".explorer .explanation").evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight + 1;
    });
    assert.ok(inSight);
    assert.match(await explanation(page), /key 9 ‘warm’/);
  };
  await explorer(book, "?length=6&cached=4&alignment=lower", use, options);
});
