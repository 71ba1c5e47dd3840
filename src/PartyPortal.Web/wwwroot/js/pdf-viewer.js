// Shows a PDF inside the page: <div class="pdf-pages" data-pdf="/address" data-page-label="Page {0}"> with a link to the file inside, which stays
// for readers without this script. Pages are drawn when they come near; the one that comes to the middle of the window raises "pdf-page" on the div.
// Page 3 has the id of the div and its number: #pdf-3 leads to it.
const lib = name => new URL(`../lib/pdfjs/${name}`, import.meta.url).href;
const pdfjs = await import(lib("pdf.min.mjs"));
pdfjs.GlobalWorkerOptions.workerSrc = lib("pdf.worker.min.mjs");

for (const frame of document.querySelectorAll("[data-pdf]")) {
  const file = await pdfjs.getDocument({
    url: frame.dataset.pdf, cMapUrl: lib("cmaps/"), standardFontDataUrl: lib("standard_fonts/"), wasmUrl: lib(""),
    useWasm: false, isEvalSupported: false, enableXfa: false,
  }).promise;
  const first = (await file.getPage(1)).getViewport({ scale: 1 });

  const draw = async canvas => {
    const page = await file.getPage(Number(canvas.dataset.page));
    const width = canvas.clientWidth * Math.min(devicePixelRatio, 2);
    const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    await page.render({ canvas, viewport }).promise;
    const text = await page.getTextContent();
    canvas.textContent = text.items.map(item => item.str + (item.hasEOL ? " " : "")).join("").normalize("NFKC");
  };
  const near = new IntersectionObserver(seen => {
    for (const { target, isIntersecting } of seen) if (isIntersecting) { near.unobserve(target); draw(target); }
  }, { rootMargin: "600px" });

  const middle = new IntersectionObserver(seen => {
    for (const { target, isIntersecting } of seen) {
      if (isIntersecting) frame.dispatchEvent(new CustomEvent("pdf-page", { detail: { page: Number(target.dataset.page), pages: file.numPages } }));
    }
  }, { rootMargin: "-50% 0px" });

  for (let number = 1; number <= file.numPages; number++) {
    const canvas = document.createElement("canvas");
    canvas.dataset.page = number;
    canvas.id = `${frame.id || "pdf"}-${number}`;
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", (frame.dataset.pageLabel ?? "{0}").replace("{0}", number));
    canvas.width = first.width;
    canvas.height = first.height;
    frame.append(canvas);
    near.observe(canvas);
    middle.observe(canvas);
  }
}
