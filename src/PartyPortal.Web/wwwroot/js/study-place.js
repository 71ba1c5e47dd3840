// Keeps the learner's place: <video data-place="754" data-keep-place="/study/5/position">, likewise audio, or the frame of a PDF.
// Only the place is sent, never a time: on a pause, on leaving, and every quarter of a minute while it changes.
"use strict";
(() => {
  const token = document.querySelector("[name=__RequestVerificationToken]")?.value;
  const every = 15000;

  for (const element of document.querySelectorAll("[data-keep-place]:not([data-keep-place=''])")) {
    let place = Number(element.dataset.place);
    let kept = place;

    const send = () => {
      if (place === kept) return;
      kept = place;
      fetch(element.dataset.keepPlace, { method: "PUT", headers: { "X-Antiforgery": token }, body: new URLSearchParams({ at: place }), keepalive: true })
        .then(answer => { if (!answer.ok) kept = -1; }, () => { kept = -1; });
    };

    // The first seconds, and what has been played to its end, begin anew.
    const at = () => { place = element.ended || element.currentTime < 5 ? 0 : Math.floor(element.currentTime); };
    element.addEventListener("timeupdate", at);
    element.addEventListener("pause", () => { at(); send(); });
    element.addEventListener("pdf-page", event => { place = event.detail.page > 1 ? event.detail.page : 0; });
    setInterval(send, every);
    addEventListener("pagehide", send);
    document.addEventListener("visibilitychange", () => { if (document.hidden) send(); });
  }
})();
