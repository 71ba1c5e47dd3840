// Two minutes before the session ends: a word, and one click to stay.
"use strict";
(() => {
  const bar = document.querySelector("[data-session-warning]");
  if (!bar) return;
  const stay = bar.querySelector("[data-stay]");
  let timer;
  const wait = () => {
    clearTimeout(timer);
    bar.hidden = true;
    timer = setTimeout(() => { bar.hidden = false; stay.focus(); }, bar.dataset.seconds * 1000);
  };
  stay.addEventListener("click", async () => {
    const answer = await fetch(bar.dataset.keep, { headers: { "X-Requested-With": "fetch" }, redirect: "manual" });
    if (answer.ok) wait();
    else location.reload();
  });
  wait();
})();
