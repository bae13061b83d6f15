"use strict";

// What mdBook leaves to do for those who read with a keyboard or hear the page.
//
// mdBook turns the page at an arrow key. Where a reader scrolls code or a table sideways, the keys are for that: such a
// part takes the focus when it is clicked or tabbed to, and keeps the keys while it has it.

(() => {
  // A label that says of itself that it is expanded is a button, and the bar that it is in a landmark.
  document.getElementById("mdbook-sidebar-toggle")?.setAttribute("role", "button");
  document.getElementById("mdbook-menu-bar")?.setAttribute("role", "banner");

  const WIDE = "main pre > code, main .table-wrapper, main .formula";

  function markWide() {
    for (const part of document.querySelectorAll(WIDE)) {
      if (part.scrollWidth > part.clientWidth) {
        part.tabIndex = 0;
      } else if (part.hasAttribute("tabindex")) {
        part.removeAttribute("tabindex");
      }
    }
  }

  document.addEventListener("keydown", (event) => {
    const scrolls = event.target.closest?.(WIDE)?.hasAttribute("tabindex");
    if (scrolls && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      event.stopPropagation();
    }
  }, { capture: true });

  window.addEventListener("load", markWide);
  window.addEventListener("resize", markWide);
  // What was closed has no width until it is opened.
  document.addEventListener("toggle", markWide, { capture: true });
})();
