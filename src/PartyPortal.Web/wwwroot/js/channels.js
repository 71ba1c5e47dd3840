// The channel kit: counts the short text while it is written, and copies. Without it the server counts, and texts are copied by hand.
"use strict";
{
  const lengthOf = text => Array.from(text).length;

  const count = area => {
    const [error, shown, button] = ["short-error", "short-count"].map(id => document.getElementById(id)).concat(document.querySelector(`[data-copy="${area.id}"]`));
    const [used, most] = [lengthOf(area.value), Number(area.dataset.most)];
    const isTooLong = used > most;
    shown.textContent = `${used} / ${most}`;
    error.textContent = isTooLong ? area.dataset.tooLong.replace("#", used - most) : "";
    area.toggleAttribute("aria-invalid", isTooLong);
    if (isTooLong) area.setAttribute("aria-invalid", "true");
    button.disabled = isTooLong;
  };

  const copy = async (area, kind) => {
    try {
      const parts = { "text/plain": new Blob([area.value], { type: "text/plain" }) };
      if (kind) parts[kind] = new Blob([area.value], { type: kind });
      await navigator.clipboard.write([new ClipboardItem(parts)]);
    } catch {
      // No clipboard without TLS, or in the browser of a chat: the text is selected and copied as by hand.
      area.select();
      document.execCommand("copy");
    }
  };

  for (const button of document.querySelectorAll("[data-copy]")) {
    const area = document.getElementById(button.dataset.copy);
    button.hidden = false;
    button.addEventListener("click", async () => {
      await copy(area, button.dataset.copyKind);
      const words = document.createElement("span");
      words.className = "tag tag-good";
      words.setAttribute("role", "status");
      words.textContent = button.dataset.copied;
      button.parentElement.querySelector(":scope > [role=status]")?.remove();
      button.after(words);
    });
  }

  for (const area of document.querySelectorAll("[data-most]")) {
    area.addEventListener("input", () => count(area));
    document.querySelector("[data-without-script]").hidden = true;
    count(area);
  }
}
