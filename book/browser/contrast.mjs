// How well text stands out from what lies behind it: the contrast of WCAG 2, from 1 (none) to 21 (black on white).

import assert from "node:assert/strict";

/** What text of any size needs here. WCAG asks for less of large text; one rule for all is simpler, and stricter. */
export const ENOUGH = 4.5;

/**
 * The texts in a page that stand out too little, as lines that say which and how much. `within` limits it to the
 * parts that this selector finds.
 */
export async function faint(page, within = "body") {
  return tooFaint(await measure(page, within));
}

/** Those of measured texts that stand out too little, as such lines. */
export function tooFaint(texts) {
  const lines = texts
    .filter(({ ratio }) => !(ratio >= ENOUGH))
    // Cut off, not rounded: 4.496 is not 4.5.
    .map(({ where, text, colour, behind, ratio }) => {
      const shown = Math.floor(ratio * 100) / 100;
      return `${shown} : 1 for ${where}, ${colour} on ${behind}, “${text}”`;
    });
  // One line is enough for all the texts that fail in the same way.
  const seen = new Map(lines.map((line) => [line.split("“")[0], line]));
  return [...seen.values()];
}

/** All visible texts in the parts that the selector finds, each with its contrast. */
export function measure(page, within = "body") {
  return page.evaluate(inPage, within);
}

/** Opens all that opens in a page, and has nothing move or fade, as the measure would meet it half-way. */
export async function unfold(page) {
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

/** Whether a page is in a theme. */
export const isIn = (page, theme) =>
  page.evaluate((theme) => document.documentElement.classList.contains(theme), theme);

/** Changes the theme, as a reader does. */
export async function choose(page, theme) {
  await page.evaluate((theme) => document.getElementById(`mdbook-theme-${theme}`).click(), theme);
  assert.ok(await isIn(page, theme));
}

/** Runs in the page, where nothing of this module is known. */
function inPage(within) {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

  /** A pattern, a gradient or an image. Who puts text in front of one has to teach this measure how to see it. */
  const UNKNOWN = [NaN, NaN, NaN, 1];

  /** A colour as CSS computes it, as [red, green, blue, alpha], the first three up to 255. */
  function parse(css) {
    const plain = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(css);
    if (plain) {
      return [+plain[1], +plain[2], +plain[3], +(plain[4] ?? 1)];
    }
    // Another notation, such as `color(srgb …)`: what the browser paints tells.
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  }

  /** What one sees of a colour in front of another. */
  function over([r, g, b, a], [r2, g2, b2, a2]) {
    if (a === 1) {
      // Whatever is behind it, even the unknown.
      return [r, g, b, a];
    }
    const alpha = a + a2 * (1 - a);
    const mix = (x, y) => (alpha === 0 ? 0 : (x * a + y * a2 * (1 - a)) / alpha);
    return [mix(r, r2), mix(g, g2), mix(b, b2), alpha];
  }

  const fade = ([r, g, b, a], opacity) => [r, g, b, a * opacity];

  function luminance(colour) {
    const [red, green, blue] = colour.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(one, other) {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  /** The opacity of what is drawn in an SVG: its own and that of the groups around it. */
  function opacityIn(svg, element) {
    let opacity = 1;
    for (let at = element; at !== svg; at = at.parentElement) {
      opacity *= getComputedStyle(at).opacity;
    }
    return opacity;
  }

  function fillOf(svg, element) {
    const style = getComputedStyle(element);
    if (style.fill.startsWith("url(")) {
      return UNKNOWN;
    }
    return style.fill === "none" ? [0, 0, 0, 0] : fade(parse(style.fill), style.fillOpacity * opacityIn(svg, element));
  }

  /** The fills behind a text in an SVG, topmost first: of each `rect` that is drawn before it and around its centre. */
  function rectsBehind(svg, element, box) {
    const x = (box.left + box.right) / 2;
    const y = (box.top + box.bottom) / 2;
    return rectsIn(svg)
      .filter(({ box }) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom)
      .filter(({ rect }) => rect.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
      .map(({ rect }) => fillOf(svg, rect))
      .reverse();
  }

  /** The rectangles of an SVG, with where they are. */
  const rects = new Map();
  function rectsIn(svg) {
    if (!rects.has(svg)) {
      const all = [...svg.querySelectorAll("rect")];
      rects.set(svg, all.map((rect) => ({ rect, box: rect.getBoundingClientRect() })));
    }
    return rects.get(svg);
  }

  /** What an element puts behind its texts. Many texts have the same ones around them. */
  const layers = new Map();
  function layer(element) {
    if (!layers.has(element)) {
      const { backgroundImage, backgroundColor, opacity } = getComputedStyle(element);
      layers.set(element, { image: backgroundImage !== "none", back: parse(backgroundColor), opacity });
    }
    return layers.get(element);
  }

  /**
   * The colour of a text as one sees it, and of what lies behind it. Both start at the text and go outwards: what is
   * further back is seen through what is in front of it, and an element's opacity fades all that is inside.
   */
  function seen(element, colour, box) {
    let text = colour;
    let behind = [0, 0, 0, 0];
    const put = (back) => {
      text = over(text, back);
      behind = over(behind, back);
    };
    const svg = element.closest("svg");
    if (svg) {
      rectsBehind(svg, element, box).forEach(put);
    }
    for (let at = svg ?? element; at; at = at.parentElement) {
      const { image, back, opacity } = layer(at);
      if (image) {
        put(UNKNOWN);
      }
      put(back);
      text = fade(text, opacity);
      behind = fade(behind, opacity);
    }
    // A page that paints no background is white.
    put([255, 255, 255, 1]);
    return { text, behind };
  }

  function hex([red, green, blue]) {
    const digits = (value) => Math.round(value).toString(16).padStart(2, "0");
    return Number.isNaN(red) ? "something unknown" : `#${digits(red)}${digits(green)}${digits(blue)}`;
  }

  const name = (element) => [element.localName, ...element.classList].join(".");
  const found = [];

  function add(element, colour, box, text, part = "") {
    const shown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    // Texts for screen readers alone lie in boxes of one pixel.
    if (!shown || box.width <= 1 || box.height <= 1) {
      return;
    }
    const both = seen(element, colour, box);
    found.push({
      where: `${[element.parentElement, element].filter(Boolean).map(name).join(" > ")}${part}`,
      text: text.trim().replace(/\s+/g, " ").slice(0, 40),
      colour: hex(both.text),
      behind: hex(both.behind),
      ratio: contrast(both.text, both.behind),
    });
  }

  function addTextsOf(element) {
    const style = getComputedStyle(element);
    const svg = element instanceof SVGElement && element.closest("svg");
    const colour = svg ? fillOf(svg, element) : parse(style.webkitTextFillColor);
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== "") {
        const range = document.createRange();
        range.selectNodeContents(node);
        add(element, colour, range.getBoundingClientRect(), node.textContent);
      }
    }
  }

  function addGeneratedTextsOf(element) {
    for (const part of ["::before", "::after"]) {
      const { content, color, display } = getComputedStyle(element, part);
      if (/^".*\S.*"/.test(content) && display !== "none") {
        add(element, parse(color), element.getBoundingClientRect(), content, part);
      }
    }
  }

  function addFieldTextOf(field) {
    const box = field.getBoundingClientRect();
    if (field.value) {
      add(field, parse(getComputedStyle(field).color), box, field.value);
    } else if (field.placeholder) {
      const { color, opacity } = getComputedStyle(field, "::placeholder");
      add(field, fade(parse(color), opacity), box, field.placeholder, "::placeholder");
    }
  }

  const withoutText = "script, style, noscript, title, desc, defs, option, head";
  const withoutValue = ["checkbox", "radio", "range", "color", "hidden", "image", "file"];
  const parts = [...document.querySelectorAll(within)];
  for (const element of new Set(parts.flatMap((part) => [part, ...part.querySelectorAll("*")]))) {
    if (element.closest(withoutText)) {
      continue;
    }
    addTextsOf(element);
    addGeneratedTextsOf(element);
    if (element.matches("input, select, textarea") && !withoutValue.includes(element.type)) {
      addFieldTextOf(element);
    }
  }
  return found;
}
