// Shows what the learner marked in the text, and takes a chosen passage over into a new note.
"use strict";
(() => {
  const article = document.querySelector("[data-noted] .article");
  if (article) {
    mark([...document.querySelectorAll("[data-highlight]")].map(quote => quote.textContent));
    const form = document.querySelector("#note");
    const take = form?.querySelector("[data-take-passage]");
    if (take) {
      take.hidden = false;
      let chosen = "";
      const read = () => {
        const selection = document.getSelection();
        if (!selection.isCollapsed && article.contains(selection.anchorNode) && article.contains(selection.focusNode)) chosen = selection.toString().trim();
      };
      document.addEventListener("selectionchange", read);
      take.addEventListener("click", () => {
        read();
        if (chosen) form.querySelector("[name=Quote]").value = chosen;
        form.querySelector(chosen ? "[name=Text]" : "[name=Quote]").focus();
      });
    }
  }

  // Passages may run over several elements, lie over each other, and differ in white space: texts are compared without any, and each run of marked letters is drawn once.
  function mark(quotes) {
    const places = [];
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.data.length; at++) {
        if (!/\s/.test(node.data[at])) places.push({ node, at });
      }
    }

    const text = places.map(place => place.node.data[place.at]).join("");
    for (const quote of quotes) {
      const wanted = quote.replace(/\s+/g, "");
      const from = wanted ? text.indexOf(wanted) : -1;
      if (from >= 0) places.slice(from, from + wanted.length).forEach(place => { place.isMarked = true; });
    }

    const runs = [];
    let run = null;
    for (const { node, at, isMarked } of places) {
      if (!isMarked) run = null;
      else if (run?.node === node) run.until = at + 1;
      else runs.push(run = { node, from: at, until: at + 1 });
    }

    // From the last on: drawing one splits its text, and what lies before it stays where it is.
    for (const { node, from, until } of runs.reverse()) {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, until);
      range.surroundContents(document.createElement("mark"));
    }
  }
})();
