// Video and audio: <video data-player data-icons="…/plyr.svg" data-words="{…}">. Without this script the browser's own controls remain.
"use strict";
for (const media of document.querySelectorAll("[data-player]")) {
  const captions = media.querySelector("track");
  const player = new Plyr(media, {
    iconUrl: media.dataset.icons,
    blankVideo: "",
    i18n: JSON.parse(media.dataset.words),
    controls: ["play-large", "play", "rewind", "progress", "current-time", "duration", "mute", ...(captions ? ["captions"] : []), "settings", "fullscreen"],
    settings: ["speed"],
    captions: { active: true, language: captions?.srclang },
    speed: { selected: 1, options: [0.5, 0.75, 1, 1.25, 1.5, 2] },
    // Nothing about what was watched stays in the browser.
    storage: { enabled: false },
    keyboard: { focused: true, global: false },
  });

  // Links to chapters; without this script they open the file by itself at that second.
  for (const link of document.querySelectorAll("a[data-seek]")) {
    link.addEventListener("click", event => {
      event.preventDefault();
      player.currentTime = Number(link.dataset.seek);
      player.play();
    });
  }
}
