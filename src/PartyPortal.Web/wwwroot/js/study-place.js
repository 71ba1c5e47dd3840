// Keeps the learner's place: <video data-place="754" data-keep-place="/study/5/position">, likewise audio, or the frame of a PDF.
// Only the place is sent, never a time: on a pause, on leaving, and every quarter of a minute while it changes.
"use strict";
(() => {
  const token = document.querySelector("[name=__RequestVerificationToken]")?.value;
  const every = 15000;
  let hasMoved = false;
  for (const by of ["wheel", "touchmove", "keydown", "pointerdown"]) addEventListener(by, () => { hasMoved = true; }, { once: true, passive: true, capture: true });

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
    // A document opens at its top, wherever the reader was: what lies there is no place until the reader has moved, and page 1 none until they come back to it.
    let hasTurned = false;
    element.addEventListener("pdf-page", ({ detail: { page } }) => {
      if (!hasMoved) return;
      hasTurned ||= page > 1;
      if (hasTurned) place = page > 1 ? page : 0;
    });
    setInterval(send, every);
    addEventListener("pagehide", send);
    document.addEventListener("visibilitychange", () => { if (document.hidden) send(); });
  }
})();
