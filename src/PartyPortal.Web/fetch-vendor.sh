#!/usr/bin/env bash
# Fetches the browser parts from npm into wwwroot/lib and writes wwwroot/lib/vendor.json.
# For maintainers only: the results are committed, so that building needs nothing but the .NET SDK.
# Usage: bash src/PartyPortal.Web/fetch-vendor.sh     (needs npm and node; icons are chosen in icons.txt)
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD lib=$PWD/wwwroot/lib temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
rm -rf "$lib"; mkdir -p "$lib"

# part FOLDER PACKAGE VERSION FILE…: FILE is a path in the package, or FROM:TO; a folder comes whole.
part() {
  local folder=$1 package=$2 version=$3; shift 3
  local from=$temp/$folder to=$lib/$folder
  mkdir -p "$from" "$to"
  (cd "$temp" && tar xzf "$(npm pack --silent "$package@$version")" -C "$from" --strip-components=1)
  for file in "$@"; do
    local target=${file#*:}; [[ $file == *:* ]] || target=$(basename "$file")
    cp -r "$from/${file%%:*}" "$to/$target"
  done
  echo "$folder" >> "$temp/parts"
}

part bootstrap bootstrap 5.3.8 dist/css/bootstrap.min.css LICENSE
part aspnet-client-validation aspnet-client-validation 0.11.1 dist/aspnet-validation.min.js LICENSE
part wangeditor @wangeditor-next/editor 5.7.2 dist/index.js:editor.js dist/css/style.css:editor.css LICENSE
part plyr plyr 3.8.4 dist/plyr.css dist/plyr.min.js dist/plyr.svg LICENSE.md:LICENSE
# The "legacy" build runs in the older browser inside WeChat. Pictures are decoded by the plain script instead of
# WebAssembly, which the content security policy would have to allow.
part pdfjs pdfjs-dist 6.5.438 legacy/build/pdf.min.mjs legacy/build/pdf.worker.min.mjs LICENSE cmaps standard_fonts \
  wasm/jbig2_nowasm_fallback.js wasm/openjpeg_nowasm_fallback.js \
  wasm/LICENSE_JBIG2 wasm/LICENSE_OPENJPEG wasm/LICENSE_PDFJS_JBIG2 wasm/LICENSE_PDFJS_OPENJPEG
part tus tus-js-client 4.3.1 dist/tus.min.js LICENSE
part sortablejs sortablejs 1.15.7 Sortable.min.js LICENSE
part bootstrap-icons bootstrap-icons 1.13.2 LICENSE

node - "$here/icons.txt" "$temp/bootstrap-icons/icons" > "$lib/bootstrap-icons/icons.svg" <<'JS'
const fs = require("fs"), [list, folder] = process.argv.slice(2);
console.log('<svg xmlns="http://www.w3.org/2000/svg">');
for (const name of fs.readFileSync(list, "utf8").split("\n").filter(Boolean)) {
  const body = fs.readFileSync(`${folder}/${name}.svg`, "utf8").replace(/^[^]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
  console.log(`<symbol id="${name}" viewBox="0 0 16 16">${body.replace(/\s*\n\s*/g, "")}</symbol>`);
}
console.log("</svg>");
JS

node - "$lib" "$temp" > "$temp/vendor.json" <<'JS'
const fs = require("fs"), path = require("path"), crypto = require("crypto"), [lib, temp] = process.argv.slice(2);
const files = folder => fs.readdirSync(folder, { withFileTypes: true })
  .flatMap(e => e.isDirectory() ? files(path.join(folder, e.name)) : [path.join(folder, e.name)]).sort();
const parts = fs.readFileSync(`${temp}/parts`, "utf8").trim().split("\n").map(folder => {
  const about = JSON.parse(fs.readFileSync(`${temp}/${folder}/package.json`, "utf8"));
  return {
    folder, package: about.name, version: about.version, licence: about.license,
    files: Object.fromEntries(files(`${lib}/${folder}`).map(f =>
      [path.relative(`${lib}/${folder}`, f), crypto.createHash("sha256").update(fs.readFileSync(f)).digest("hex")])),
  };
});
console.log(JSON.stringify(parts, null, 2));
JS
mv "$temp/vendor.json" "$lib/vendor.json"
chmod -R u=rwX,go=rX "$lib"; chmod 644 "$lib/vendor.json"
