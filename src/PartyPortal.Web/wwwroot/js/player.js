// Video and audio: <video data-player data-icons="…/plyr.svg" data-words="{…}">. Without this script the browser's own controls remain.
"use strict";
for (const media of document.querySelectorAll("[data-player]")) {
  new Plyr(media, {
    iconUrl: media.dataset.icons,
    blankVideo: "",
    i18n: JSON.parse(media.dataset.words),
    controls: ["play-large", "play", "rewind", "progress", "current-time", "duration", "mute", "settings", "fullscreen"],
    settings: ["speed"],
    speed: { selected: 1, options: [0.5, 0.75, 1, 1.25, 1.5, 2] },
    // Nothing about what was watched stays in the browser.
    storage: { enabled: false },
    keyboard: { focused: true, global: false },
  });
}
