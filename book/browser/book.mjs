// What every browser test starts from: the built book, a server for it, Chromium, and a watch on what a page does.
//
// To run them all, with node 20 or newer:
//
//     cargo book && npm ci --prefix book/browser && npm test --prefix book/browser
//
// Each `*.test.mjs` tests one matter, by itself too (`node --test book/browser/print.test.mjs`), and starts like this:
//
//     const book = await openBook();
//     const context = await book.newContext({ viewport: { width: 360, height: 740 } });
//     const page = await context.newPage();
//     const faults = watch(page, book.origin);
//     await page.goto(book.address("step_02.html"));
//     …
//     await context.close();
//     await book.close();
//
// The book is the folder that the environment variable BOOK names in full, or `target/book`, where `cargo book` builds
// it. The browser is the one that CHROMIUM names, or the first that is found.

import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

import { serve } from "./server.mjs";

/** The folder of the built book. */
export const site = resolve(process.env.BOOK ?? fileURLToPath(new URL("../../target/book", import.meta.url)));

/** The five themes that mdBook has. */
export const themes = ["light", "rust", "coal", "navy", "ayu"];

/** The theme that a reader with a dark system sees first; every page of mdBook names it. */
export function darkTheme(page) {
  return page.evaluate(() => default_dark_theme);
}

/**
 * The pages that a reader opens, as addresses inside the book.
 *
 * `404.html` is not among them: a server shows it for any address, so its links start at the server's root. Neither
 * is `toc.html`, which is a frame in the sidebar of the others where there are no scripts, nor `open.html`, with which
 * `cargo book --open` leads to a section.
 */
export function pages() {
  if (!existsSync(join(site, "index.html"))) {
    throw new Error(`there is no book in ${site}: build it with \`cargo book\``);
  }
  return readdirSync(site, { recursive: true })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".html") && !["404.html", "toc.html", "open.html"].includes(path))
    .sort();
}

/** The pages without `print.html`, which shows all of them once more, one below the other. */
export function chapters() {
  return pages().filter((name) => name !== "print.html");
}

/** Serves the book and starts a browser. Whoever calls it closes both with `close`. */
export async function openBook() {
  const browser = await launch();
  const server = await serve(site);
  return {
    browser,
    origin: server.origin,
    address: (name) => `${server.origin}/${name}`,
    fileAddress: (name) => pathToFileURL(join(site, name)).href,
    newContext: (options) => newContext(browser, options),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** A reader of their own, with nothing remembered. The options are Playwright's for `browser.newContext`. */
async function newContext(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  // Where something hangs, the test should say so soon. Pages are small and near.
  context.setDefaultTimeout(10_000);
  // `print.html` opens the print dialog by itself.
  await context.addInitScript(() => {
    window.print = () => {};
  });
  return context;
}

/** Starts Chromium. It is told to do nothing in the network on its own account. */
export function launch() {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

function chromiumPath() {
  if (process.env.CHROMIUM) {
    return process.env.CHROMIUM;
  }
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here; the next folder may have it.
      }
    }
  }
  throw new Error("there is no Chromium: install one, or name it in the environment variable CHROMIUM");
}

/**
 * Collects, from now on, whatever a reader's page must not do: errors and warnings on the console, exceptions,
 * requests that fail, and requests to anything but its home. That is `book.origin`, or `file://` for a page that is
 * opened as a file: then it must find everything among files, as there may be no network at all.
 *
 * Returns the list that they are put into.
 */
export function watch(page, home) {
  const faults = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      faults.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => faults.push(`exception: ${error.message}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // The browser asks for the icon by itself, and no more once one goes on to another page.
    if (why !== "net::ERR_ABORTED" || !/\/favicon[^/]*$/.test(request.url())) {
      faults.push(`failed: ${request.url()} ${why}`);
    }
  });
  page.on("response", (response) => {
    if (response.status() >= 400) {
      faults.push(`status ${response.status()}: ${response.url()}`);
    }
  });
  page.on("request", (request) => {
    const url = request.url();
    // What is written into the page itself is no request at all.
    if (!url.startsWith(home) && !url.startsWith("data:")) {
      faults.push(`leaves the book: ${url}`);
    }
  });
  return faults;
}
