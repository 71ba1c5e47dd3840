// Files chosen in <div data-upload> are sent ahead, in pieces that may be paused and gone on with; the form then posts their ids.
// Without this script the input itself sends them with the form.
"use strict";
(() => {
  const piece = 8 * 1024 * 1024;
  const megabytes = bytes => (bytes / 1024 / 1024).toFixed(bytes < 10485760 ? 1 : 0);

  for (const field of document.querySelectorAll("[data-upload]")) {
    const words = field.dataset;
    const input = field.querySelector("input[type=file]");
    const list = field.querySelector(".sent-files");
    const error = field.querySelector(".field-error");
    const going = new Set();
    const headers = { "X-Antiforgery": field.closest("form").querySelector("[name=__RequestVerificationToken]").value };
    const button = (text, act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "btn btn-sm btn-outline-secondary";
      made.textContent = text;
      made.addEventListener("click", act);
      return made;
    };

    // What the server would refuse anyway is said before a byte is sent.
    const refusal = file => {
      const extension = (file.name.match(/\.[A-Za-z0-9]{1,8}$/) ?? [""])[0].toLowerCase();
      if (!words.extensions.split(", ").includes(extension)) return words.wrongKind.replace("{0}", file.name);
      return file.size > Number(words.mostBytes) ? words.tooLarge.replace("{0}", file.name) : null;
    };

    const send = file => {
      const why = refusal(file);
      const row = document.createElement("li");
      const name = document.createElement("strong");
      const bar = document.createElement("progress");
      const state = document.createElement("span");
      name.textContent = file.name;
      bar.max = file.size || 1;
      bar.value = 0;
      bar.setAttribute("aria-label", file.name);
      const say = text => { state.textContent = text; };

      const upload = new tus.Upload(file, {
        endpoint: words.upload, chunkSize: piece, headers, metadata: { filename: file.name, use: words.use },
        retryDelays: [0, 1000, 3000, 5000, 10000], removeFingerprintOnSuccess: true,
        onShouldRetry: failure => { const status = failure.originalResponse?.getStatus() ?? 0; return status === 0 || status === 409 || status === 423 || (status >= 500 && status !== 507); },
        onProgress: sent => { bar.value = sent; say(sent < file.size ? words.sending.replace("{0}", megabytes(sent)).replace("{1}", megabytes(file.size)) : words.checking); },
        onError: failure => {
          const answer = failure.originalResponse;
          const isRefused = answer && answer.getHeader("Content-Type")?.startsWith("text/plain");
          going.delete(row);
          say(isRefused ? answer.getBody() : words.broken);
          row.classList.add("is-bad");
          if (isRefused) pause.remove();
          else pause.textContent = words.goOn;
        },
        onSuccess: () => {
          const id = document.createElement("input");
          id.type = "hidden";
          id.name = words.name;
          id.value = upload.url.split("/").pop();
          going.delete(row);
          pause.remove();
          bar.remove();
          row.append(id);
          say(words.arrived);
        },
      });
      const start = () => { going.add(row); row.classList.remove("is-bad"); pause.textContent = words.pause; upload.start(); };
      const pause = button(words.pause, () => {
        if (!going.has(row)) return start();
        upload.abort();
        going.delete(row);
        pause.textContent = words.goOn;
        say(words.paused);
      });
      const remove = button(words.remove, () => {
        going.delete(row);
        upload.abort(true).catch(() => { });
        row.remove();
        input.focus();
      });

      row.append(name, bar, state, pause, remove);
      list.append(row);
      if (why) {
        bar.remove();
        pause.remove();
        row.classList.add("is-bad");
        say(why);
        return;
      }

      // The same file chosen once more, perhaps after the page was closed, goes on where it broke off.
      upload.findPreviousUploads().then(known => { if (known[0]) upload.resumeFromPreviousUpload(known[0]); start(); });
    };

    input.addEventListener("change", () => {
      error.textContent = "";
      for (const file of input.files) {
        if (list.children.length < Number(words.most)) send(file);
        else error.textContent = words.tooMany;
      }
      input.value = "";
    });
    field.closest("form").addEventListener("submit", event => {
      if (!going.size) return;
      event.preventDefault();
      error.textContent = words.wait;
      input.focus();
    });
  }
})();
