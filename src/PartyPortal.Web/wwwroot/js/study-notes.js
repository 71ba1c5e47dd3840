// Shows what the learner marked in the text, and takes a chosen passage over into a new note.
"use strict";
(() => {
  const article = document.querySelector("[data-noted] .article");
  if (article) {
    for (const quote of document.querySelectorAll("[data-highlight]")) mark(quote.textContent);
    const form = document.querySelector("#note");
    const take = form?.querySelector("[data-take-passage]");
    if (take) {
      take.hidden = false;
      let chosen = "";
      document.addEventListener("selectionchange", () => {
        const selection = document.getSelection();
        if (!selection.isCollapsed && article.contains(selection.anchorNode) && article.contains(selection.focusNode)) chosen = selection.toString().trim();
      });
      take.addEventListener("click", () => {
        if (chosen) form.querySelector("[name=Quote]").value = chosen;
        form.querySelector(chosen ? "[name=Text]" : "[name=Quote]").focus();
      });
    }
  }

  // A passage may run over several elements, and its white space may differ: both are compared without any.
  function mark(quote) {
    const wanted = quote.replace(/\s+/g, "");
    if (!wanted) return;
    const places = [];
    let text = "";
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.data.length; at++) {
        if (/\s/.test(node.data[at])) continue;
        places.push([node, at]);
        text += node.data[at];
      }
    }

    const from = text.indexOf(wanted);
    if (from < 0) return;
    const parts = new Map();
    for (const [node, at] of places.slice(from, from + wanted.length)) {
      const part = parts.get(node);
      if (part) part.until = at + 1;
      else parts.set(node, { from: at, until: at + 1 });
    }

    for (const [node, part] of parts) {
      const range = document.createRange();
      range.setStart(node, part.from);
      range.setEnd(node, part.until);
      range.surroundContents(document.createElement("mark"));
    }
  }
})();
