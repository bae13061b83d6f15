// What a page refers to, and what of that leads nowhere.

/** What an open page refers to and what can be referred to in it, when its scripts have run. */
export async function read(page, name) {
  const { ids, links } = await page.evaluate(() => ({
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
    links: [...document.querySelectorAll("[href], [src]")]
      // What lies in an SVG has no `href` of its own that is text, so the attributes are read.
      .map((element) => element.getAttribute("href") ?? element.getAttribute("src"))
      .map((link) => new URL(link, document.baseURI).href),
  }));
  return { name, ids: new Set(ids), links: new Set(links) };
}

/** The links of these pages of a book that lead nowhere, as `page: link`. */
export async function broken(book, found) {
  const targets = new Map(found.map(({ name, ids }) => [book.address(name), ids]));
  const exists = new Map([...targets.keys()].map((address) => [address, true]));
  const faults = [];
  for (const { name, links } of found) {
    for (const link of links) {
      const { origin, pathname, hash } = new URL(link);
      if (origin !== book.origin) {
        continue;
      }
      const address = origin + (pathname.endsWith("/") ? `${pathname}index.html` : pathname);
      if (!exists.has(address)) {
        exists.set(address, (await fetch(address)).ok);
      }
      const place = decodeURIComponent(hash.slice(1));
      if (!exists.get(address) || (place !== "" && !targets.get(address)?.has(place))) {
        faults.push(`${name}: ${link.slice(book.origin.length)}`);
      }
    }
  }
  return faults;
}
