// A list put in order by dragging: <ol data-sortable> whose rows have a [data-handle] and a <form data-move> that sends a place.
// Without this script, and by the keyboard, the arrows in each row do it.
"use strict";
for (const list of document.querySelectorAll("[data-sortable]")) {
  for (const handle of list.querySelectorAll("[data-handle]")) handle.hidden = false;
  new Sortable(list, {
    handle: "[data-handle]",
    animation: 150,
    onEnd: ({ item, oldIndex, newIndex }) => {
      if (oldIndex === newIndex) return;
      const form = item.querySelector("form[data-move]");
      const address = new URL(form.action);
      address.searchParams.set("to", newIndex + 1);
      form.action = address;
      form.submit();
    },
  });
}
