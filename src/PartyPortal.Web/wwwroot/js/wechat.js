// Inside WeChat a page can neither print nor save a file, and often cannot choose one: where there is such a thing, a sentence says how it is done.
"use strict";
if (navigator.userAgent.includes("MicroMessenger")) {
  const hint = document.getElementById("wechat-hint");
  if (hint && document.querySelector("main a[download], main a use[href$='#download'], main .file-link, main input[type=file], main [data-print]")) hint.hidden = false;
}
