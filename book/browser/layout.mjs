// Where text lies and how large it is: what a narrow screen cuts off, and what is too small to read.

/**
 * The texts that cannot be seen in full, however one scrolls, in the parts that the selector finds. mdBook clips what
 * is too wide for the page, so its width alone does not tell.
 */
export function cutTexts(page, within = "body") {
  return page.evaluate(inPage, { within, what: "cut" });
}

/** The texts that are shown smaller than `prose` pixels, or in a picture or formula than `picture` pixels. */
export function smallTexts(page, { within = "body", prose = 14, picture = 10 } = {}) {
  return page.evaluate(inPage, { within, what: "small", prose, picture });
}

/** Runs in the page, where nothing of this module is known. */
function inPage({ within, what, prose, picture }) {
  const root = document.documentElement;

  /** Whether the box is cut off by something around the element that hides what does not fit and does not scroll. */
  function isCut(element, box) {
    let { left, right, top, bottom } = box;
    for (let at = element; at && at !== root; at = at.parentElement) {
      const around = at.getBoundingClientRect();
      const { overflowX, overflowY } = getComputedStyle(at);
      const hides = (overflow) => ["hidden", "clip"].includes(overflow);
      const scrolls = (overflow) => ["auto", "scroll"].includes(overflow);
      // A pixel more or less is nobody's letter.
      if (hides(overflowX) && (left < around.left - 1 || right > around.right + 1)) {
        return true;
      }
      if (hides(overflowY) && at !== document.body && (top < around.top - 1 || bottom > around.bottom + 1)) {
        return true;
      }
      if (scrolls(overflowX)) {
        ({ left, right } = around);
      }
      if (scrolls(overflowY)) {
        ({ top, bottom } = around);
      }
    }
    return left < -1 || right > root.clientWidth + 1;
  }

  /** Texts for screen readers alone lie in boxes of one pixel. */
  function isShown(element) {
    for (let at = element; at; at = at.parentElement) {
      const { width, height } = at.getBoundingClientRect();
      if (width <= 1 && height <= 1) {
        return false;
      }
    }
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  }

  /** How large a text is on the screen. A picture may be scaled. */
  function shownSize(element) {
    const size = parseFloat(getComputedStyle(element).fontSize);
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
    return matrix ? size * Math.hypot(matrix.c, matrix.d) : size;
  }

  function isSmall(element) {
    // Indices, in formulas or beside them, are small everywhere.
    return shownSize(element) < (element.closest("svg, math, sub, sup") ? picture : prose);
  }

  const faults = new Set();
  const parts = [...document.querySelectorAll(within)];
  for (const element of new Set(parts.flatMap((part) => [part, ...part.querySelectorAll("*")]))) {
    if (element.closest("script, style, noscript, title, desc, defs, option")) {
      continue;
    }
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || node.textContent.trim() === "" || !isShown(element)) {
        continue;
      }
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
      if (what === "cut" ? boxes.some((box) => isCut(element, box)) : isSmall(element)) {
        const size = Math.floor(shownSize(element) * 10) / 10;
        const text = node.textContent.replace(/\s+/g, " ").trim().slice(0, 40).trim();
        faults.add(`${element.localName}${what === "small" ? ` of ${size} px` : ""}: ${text}`);
      }
    }
  }
  return [...faults];
}
