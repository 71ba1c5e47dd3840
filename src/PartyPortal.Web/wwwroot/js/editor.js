// Rich text over <textarea data-editor>. Without this script the textarea itself is the editor.
"use strict";
(() => {
  const { createEditor, createToolbar, i18nChangeLanguage } = window.wangEditor;
  const isEnglish = document.documentElement.lang.startsWith("en");
  i18nChangeLanguage(isEnglish ? "en" : "zh-CN");

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

    let isSetting = false;
    const editor = createEditor({
      selector: page,
      html: textarea.value || "<p><br></p>",
      mode: "default",
      config: {
        placeholder: textarea.placeholder,
        autoFocus: false,
        scroll: true,
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
    label?.addEventListener("click", () => editor.focus());
    textarea.hidden = true;
    textarea.form?.addEventListener("draft", () => { isSetting = true; editor.setHtml(textarea.value); isSetting = false; });
  }
})();
