// The measure of contrast itself: what it finds where the answer is known.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "./book.mjs";
import { faint, measure } from "./contrast.mjs";

let browser, page;

before(async () => {
  browser = await launch();
  page = await browser.newPage();
});

after(() => browser?.close());

const GREY = "color: #777"; // 4.478 : 1 on white
const FIELD = `background: #fff; ${GREY}`;
const svg = (inside) => `<svg width="90" height="40" viewBox="0 0 90 40">${inside}</svg>`;

for (const [what, html, expected] of [
  ["black on white", "<p style='color: #000; background: #fff'>x</p>", 21],
  ["grey on white", `<p style='${GREY}; background: #fff'>x</p>`, 4.478],
  ["a page without a background", `<p style='${GREY}'>x</p>`, 4.478],
  ["a background further out", `<div style='background: #000'><p style='color: #fff'>x</p></div>`, 21],
  ["the nearest background", `<div style='background: #000'><p style='${FIELD}'>x</p></div>`, 4.478],
  ["text that is half transparent", "<p style='color: rgb(0 0 0 / 50%)'>x</p>", 3.978],
  ["a background that is half transparent", "<p style='color: #000; background: rgb(0 0 0 / 50%)'>x</p>", 5.28],
  ["opacity", "<div style='opacity: 0.5'><p style='color: #000'>x</p></div>", 3.978],
  ["another notation", "<p style='color: color(srgb 0.4667 0.4667 0.4667)'>x</p>", 4.478],
  ["generated text", `<style>b::before { content: 'x'; ${GREY} }</style><b></b>y`, 4.478],
  ["a placeholder", `<style>::placeholder { ${GREY} }</style><input placeholder='x' style='${FIELD}'>`, 4.478],
  ["a value", `<input value='x' style='${FIELD}'>`, 4.478],
  ["a choice", `<select style='${FIELD}'><option>x</option></select>`, 4.478],
  ["a disabled button", `<button disabled style='${FIELD}'>x</button>`, 4.478],
  ["text in an SVG", svg("<text y='20' fill='#777'>x</text>"), 4.478],
  ["a part of a text in an SVG", svg("<text y='20'><tspan fill='#777'>x</tspan></text>"), 4.478],
  ["a rect behind it", svg("<rect width='90' height='40' fill='#000'/><text y='20' fill='#fff'>x</text>"), 21],
  ["a rect elsewhere", svg("<rect x='50' width='40' height='40'/><text y='20' fill='#777'>x</text>"), 4.478],
  ["a frame", svg("<rect width='90' height='40' fill='none'/><text y='20' fill='#777'>x</text>"), 4.478],
  ["a half transparent rect", svg("<rect width='90' height='40' fill-opacity='0.5'/><text y='20'>x</text>"), 5.28],
]) {
  test(`the contrast of ${what}`, async () => {
    await page.setContent(html);
    const texts = await measure(page);
    const { ratio } = texts.find(({ text }) => text.includes("x"));
    assert.ok(Math.abs(ratio - expected) < 0.02, `${ratio}`);
    assert.equal((await faint(page)).length, expected < 4.5 ? 1 : 0);
  });
}

for (const [what, html] of [
  ["is not displayed", "<p style='display: none'>x</p>"],
  ["is not opaque at all", "<div style='opacity: 0'><p>x</p></div>"],
  ["is not visible", "<p style='visibility: hidden'>x</p>"],
  ["lies in closed details", "<details><summary></summary><p>x</p></details>"],
  ["describes an SVG", svg("<title>x</title>")],
  ["is blank", "<p> \n </p>"],
]) {
  test(`no text is measured that ${what}`, async () => {
    await page.setContent(html);
    assert.deepEqual(await measure(page), []);
  });
}

test("what cannot be measured is no success", async () => {
  const gradient = "<p style='background: linear-gradient(#fff, #eee)'>x</p>";
  const pattern = svg("<pattern id='p'></pattern><rect width='90' height='40' fill='url(#p)'/><text y='20'>x</text>");
  for (const html of [gradient, pattern]) {
    await page.setContent(html);
    assert.match((await faint(page)).join(), /something unknown/);
  }
});
