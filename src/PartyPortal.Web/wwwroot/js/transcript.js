// The lines beside a film or recording: the search field shows those that have its words, and the line being said is marked and kept in sight.
// Without this script all lines stand there, and each time leads to the file.
"use strict";
for (const transcript of document.querySelectorAll("[data-transcript]")) {
  const box = transcript.querySelector("section");
  const lines = [...box.querySelectorAll("li")];
  const search = transcript.querySelector("[type=search]");
  const status = transcript.querySelector("[role=status]");
  search.closest("[hidden]").hidden = false;

  search.addEventListener("input", () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
    for (const line of lines) {
      const said = line.querySelector("span").textContent.toLowerCase();
      line.hidden = !words.every(word => said.includes(word));
    }
    status.textContent = words.length ? transcript.dataset.found.replace("{0}", lines.filter(line => !line.hidden).length) : "";
  });

  const media = document.querySelector("[data-player]");
  const timed = lines.filter(line => line.dataset.from).reverse();
  const isInSight = line => line.offsetTop >= box.scrollTop && line.offsetTop + line.offsetHeight <= box.scrollTop + box.clientHeight;
  let said = null;
  media.addEventListener("timeupdate", () => {
    const now = timed.find(line => Number(line.dataset.from) <= media.currentTime) ?? null;
    if (now === said) return;
    // Who has scrolled elsewhere stays there.
    const isFollowed = !said || said.hidden || isInSight(said);
    said?.removeAttribute("aria-current");
    now?.setAttribute("aria-current", "true");
    if (now && !now.hidden && isFollowed && !isInSight(now)) box.scrollTop = now.offsetTop - box.clientHeight / 3;
    said = now;
  });
}
