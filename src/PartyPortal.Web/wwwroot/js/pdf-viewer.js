// Shows a PDF inside the page: <div class="pdf-pages" data-pdf="/address" data-page-label="Page {0}"> with a link to the file inside, which stays
// for readers without this script. Pages near the window are drawn, with their text above the picture: it can be read out, searched, marked and copied.
// The page that comes to the middle of the window raises "pdf-page" on the div. Page 3 has the id of the div and its number: #pdf-3 leads to it.
const lib = name => new URL(`../lib/pdfjs/${name}`, import.meta.url).href;
const pdfjs = await import(lib("pdf.min.mjs"));
pdfjs.GlobalWorkerOptions.workerSrc = lib("pdf.worker.min.mjs");

// Many a font knows a character by the number of its radical alone (⽀ for 支), which nobody types or finds. Unicode leads most of them back, not the simplified ones.
const simplified = new Map([..."⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺟母⺠民⼾户".matchAll(/(.)(.)/g)].map(([, radical, character]) => [radical, character]));
const plain = text => ({
  ...text,
  items: text.items.map(item => ({ ...item, str: item.str.replace(/[\u2E80-\u2FDF\uF900-\uFAFF]/g, radical => simplified.get(radical) ?? radical.normalize("NFKC")) })),
});

for (const frame of document.querySelectorAll("[data-pdf]")) {
  const file = await pdfjs.getDocument({
    url: frame.dataset.pdf, cMapUrl: lib("cmaps/"), standardFontDataUrl: lib("standard_fonts/"), wasmUrl: lib(""),
    useWasm: false, isEvalSupported: false, enableXfa: false,
  }).promise;
  const first = (await file.getPage(1)).getViewport({ scale: 1 });
  const widths = new Map();
  const shape = (page, { width, height }) => {
    widths.set(page, width);
    page.style.aspectRatio = `${width} / ${height}`;
    page.style.setProperty("--total-scale-factor", page.clientWidth / width);
  };

  const near = new Set();
  const draw = async page => {
    const sheet = await file.getPage(Number(page.dataset.page));
    if (!near.has(page)) return;

    shape(page, sheet.getViewport({ scale: 1 }));
    const scale = page.clientWidth / widths.get(page);
    const viewport = sheet.getViewport({ scale: scale * Math.min(devicePixelRatio, 2) });
    const canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true");
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    // The words of a page stay once they are there: somebody may be marking or looking for them.
    const isRead = page.querySelector(".pdf-words") !== null;
    if (!isRead) page.replaceChildren();
    page.prepend(canvas);
    if (isRead) return sheet.render({ canvas, viewport }).promise;

    const words = document.createElement("div");
    words.className = "pdf-words";
    page.append(words);
    const textContentSource = plain(await sheet.getTextContent());
    await Promise.all([
      sheet.render({ canvas, viewport }).promise,
      new pdfjs.TextLayer({ textContentSource, container: words, viewport: sheet.getViewport({ scale }) }).render(),
    ]);
  };
  const neighbourhood = new IntersectionObserver(seen => {
    for (const { target, isIntersecting } of seen) {
      if (isIntersecting) {
        near.add(target);
        draw(target);
      } else {
        near.delete(target);
        target.querySelector("canvas")?.remove();
      }
    }
  }, { rootMargin: "1000px" });

  const middle = new IntersectionObserver(seen => {
    for (const { target, isIntersecting } of seen) {
      if (isIntersecting) frame.dispatchEvent(new CustomEvent("pdf-page", { detail: { page: Number(target.dataset.page), pages: file.numPages } }));
    }
  }, { rootMargin: "-50% 0px" });

  for (let number = 1; number <= file.numPages; number++) {
    const page = document.createElement("div");
    page.className = "pdf-page";
    page.dataset.page = number;
    page.id = `${frame.id || "pdf"}-${number}`;
    page.setAttribute("role", "group");
    page.setAttribute("aria-label", (frame.dataset.pageLabel ?? "{0}").replace("{0}", number));
    frame.append(page);
    shape(page, first);
    neighbourhood.observe(page);
    middle.observe(page);
  }

  // Whoever pressed a link to a page before it was there.
  if (location.hash.startsWith(`#${frame.id || "pdf"}-`)) document.getElementById(location.hash.slice(1))?.scrollIntoView();

  new ResizeObserver(() => {
    for (const [page, width] of widths) page.style.setProperty("--total-scale-factor", page.clientWidth / width);
  }).observe(frame);
}
