// A page about work under way looks again by itself until the work is done.
"use strict";
if (document.querySelector("[data-watch]")) setTimeout(() => location.reload(), 2000);
