// Forms: one send per click, a draft that outlives a closed session, and the eye led to what is wrong.
"use strict";
(() => {
  document.querySelector("[data-focus]")?.focus();

  const busy = form => {
    for (const button of form.querySelectorAll("button:not([type=button])")) button.setAttribute("aria-busy", "true");
    form.dataset.sent = "yes";
  };
  const ready = form => {
    for (const button of form.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
    delete form.dataset.sent;
  };

  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.dataset.sent) return event.preventDefault();
    // Others may still stop this sending; what is a download never leaves the page.
    setTimeout(() => { if (!event.defaultPrevented && form.method === "post" && !form.hasAttribute("data-download")) busy(form); }, 0);
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(ready));

  for (const field of document.querySelectorAll("input[type=password][data-show]")) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "btn btn-link", textContent: field.dataset.show });
    button.setAttribute("aria-controls", field.id);
    button.addEventListener("click", () => {
      const hidden = field.type === "password";
      field.type = hidden ? "text" : "password";
      button.textContent = hidden ? field.dataset.hide : field.dataset.show;
    });
    field.after(button);
    // What is sent is a password again, so that no browser remembers it as a text.
    field.form?.addEventListener("submit", () => { field.type = "password"; });
  }

  for (const field of document.querySelectorAll("input[data-filter]")) {
    const boxes = [...field.parentElement.querySelectorAll("label.check")];
    field.hidden = false;
    field.addEventListener("input", () => {
      const words = field.value.trim().toLowerCase();
      // What is ticked stays in sight: it is sent too.
      for (const box of boxes) box.hidden = !box.textContent.toLowerCase().includes(words) && !box.querySelector("input").checked;
    });
    field.addEventListener("keydown", event => { if (event.key === "Enter") event.preventDefault(); });
  }

  // Several tags in one field: each suggestion goes on with what stands there already.
  for (const field of document.querySelectorAll("input[list][data-several]")) {
    const options = [...field.list.options].map(option => [option, option.value]);
    field.addEventListener("input", () => {
      const before = field.value.slice(0, Math.max(...[...",，、;；"].map(mark => field.value.lastIndexOf(mark))) + 1);
      for (const [option, tag] of options) option.value = before + tag;
    });
  }

  // A draft is done with when the page after its form says what was saved, or is simply another page.
  const sent = sessionStorage.getItem("draft:sent");
  if (sent && !document.querySelector(".error-summary") && !location.pathname.includes("/sign-in")) {
    sessionStorage.removeItem("draft:sent");
    if (document.querySelector(".flash-good") || sent.split(":")[1] !== location.pathname) sessionStorage.removeItem(sent);
  }

  const skipped = control => !control.name || control.name.startsWith("__") || control.hasAttribute("data-no-draft") || ["password", "file", "hidden", "submit", "button"].includes(control.type);
  const isTyped = control => control.type === "radio" ? [...document.getElementsByName(control.name)].some(other => other.checked !== other.defaultChecked)
    : control.options ? control.selectedIndex !== Math.max([...control.options].findIndex(option => option.defaultSelected), 0)
    : control.checked !== control.defaultChecked || control.value !== control.defaultValue.replace(/\r\n?/g, "\n");
  for (const [number, form] of document.querySelectorAll("form[data-draft]").entries()) {
    const key = `draft:${location.pathname}:${number}`;
    const controls = () => [...form.elements].filter(control => !skipped(control));
    const isRefused = form.querySelector(".field-error:not(:empty)") || document.querySelector(".error-summary");

    // What the server sends back after a refusal is newer than the draft, and so is what was typed before this script was there.
    const draft = isRefused ? null : JSON.parse(sessionStorage.getItem(key) ?? "null");
    if (draft) {
      for (const control of controls().filter(control => !isTyped(control))) {
        const kept = draft[`${control.name}=${control.type === "checkbox" || control.type === "radio" ? control.value : ""}`];
        if (typeof kept === "boolean") control.checked = kept;
        else if (typeof kept === "string") control.value = kept;
      }
      form.dispatchEvent(new CustomEvent("draft", { bubbles: true }));
    }

    const keep = () => {
      const values = controls().map(control => control.type === "checkbox" || control.type === "radio"
        ? [`${control.name}=${control.value}`, control.checked] : [`${control.name}=`, control.value]);
      sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(values)));
    };
    form.addEventListener("input", keep);
    form.addEventListener("change", keep);
    form.addEventListener("submit", () => sessionStorage.setItem("draft:sent", key));
  }
})();
