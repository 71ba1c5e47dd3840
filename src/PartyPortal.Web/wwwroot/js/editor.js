// Rich text over <textarea data-editor>. Without this script the textarea itself is the editor.
"use strict";
(() => {
  const { createEditor, createToolbar, i18nChangeLanguage } = window.wangEditor;
  const isEnglish = document.documentElement.lang.startsWith("en");
  i18nChangeLanguage(isEnglish ? "en" : "zh-CN");

  // The portal keeps classes, the editor knows styles.
  const styles = { "align-center": "text-align: center", "align-right": "text-align: right", "align-justify": "text-align: justify", "indent-2": "text-indent: 2em",
    "text-underline": "text-decoration: underline", "text-strike": "text-decoration: line-through", "text-red": "color: red", "text-small": "font-size: 12px", "text-large": "font-size: 24px" };
  const withStyles = html => {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const element of page.querySelectorAll("[class]")) element.setAttribute("style", [...element.classList].map(name => styles[name]).filter(Boolean).join("; "));
    return page.body.innerHTML;
  };

  for (const textarea of document.querySelectorAll("textarea[data-editor]")) {
    const label = document.querySelector(`label[for="${textarea.id}"]`);
    const frame = document.createElement("div");
    const bar = document.createElement("div");
    const page = document.createElement("div");
    frame.className = "editor";
    bar.className = "editor-bar";
    page.className = "editor-page";
    frame.append(bar, page);
    textarea.after(frame);

    const note = document.createElement("p");
    note.className = "hint";
    note.setAttribute("role", "status");
    frame.after(note);

    let isSetting = false;
    const editor = createEditor({
      selector: page,
      html: withStyles(textarea.value) || "<p><br></p>",
      mode: "default",
      config: {
        placeholder: textarea.placeholder,
        autoFocus: false,
        scroll: true,
        customPaste: (_, event) => {
          const pasted = event.clipboardData;
          const isPicture = [...pasted?.files ?? []].some(file => file.type.startsWith("image/"));
          note.textContent = isPicture || /<img\b/i.test(pasted?.getData("text/html") ?? "") ? textarea.dataset.noPictures ?? "" : "";
          if (!isPicture || pasted.getData("text/plain")) return true;
          event.preventDefault();
          return false;
        },
        onChange: changed => {
          if (isSetting) return;
          textarea.value = changed.isEmpty() ? "" : changed.getHtml();
          textarea.dispatchEvent(new Event("input", { bubbles: true }));
        },
      },
    });
    createToolbar({
      editor, selector: bar, mode: "simple",
      config: { toolbarKeys: ["headerSelect", "bold", "italic", "underline", "|", "bulletedList", "numberedList", "blockquote", "|",
        "justifyLeft", "justifyCenter", "justifyRight", "|", "insertLink", "insertTable", "divider", "|", "clearStyle", "undo", "redo"] },
    });

    // The toolbar's buttons are pictures; their tooltips are their names, also of those that unfold later.
    const name = () => frame.querySelectorAll("button[data-tooltip]:not([aria-label], .select-button)")
      .forEach(button => button.setAttribute("aria-label", button.dataset.tooltip.replace("\n", " ")));
    name();
    new MutationObserver(name).observe(frame, { childList: true, subtree: true });

    const area = page.querySelector("[contenteditable]");
    area?.setAttribute("aria-label", label?.firstChild?.textContent?.trim() ?? "");
    area?.setAttribute("aria-describedby", textarea.getAttribute("aria-describedby") ?? "");
    area?.setAttribute("role", "textbox");
    area?.setAttribute("aria-multiline", "true");
    // It is in the order of tabs by itself; said, so that a long text which scrolls is known to be reached by the keyboard.
    area?.setAttribute("tabindex", "0");
    label?.addEventListener("click", () => editor.focus());
    textarea.hidden = true;
    textarea.form?.addEventListener("draft", () => { isSetting = true; editor.setHtml(withStyles(textarea.value)); isSetting = false; });
  }
})();
