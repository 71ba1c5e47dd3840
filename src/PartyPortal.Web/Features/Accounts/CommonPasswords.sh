#!/usr/bin/env bash
# Derives CommonPasswords.txt: the 10,000 commonest passwords, the commonest first, lower case, one a line.
# For maintainers; needs node and npm. The source and its licence: CommonPasswords.LICENSE.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

package=@zxcvbn-ts/language-common@4.1.3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

(cd "$work" && npm pack --silent "$package" >/dev/null && tar xzf ./*.tgz)
node -e '
  const ranked = require(process.argv[1]).map(word => String(word).toLowerCase());
  process.stdout.write([...new Set(ranked)].slice(0, 10000).join("\n") + "\n");
' "$work/package/src/passwords.json" > CommonPasswords.txt

wc -l CommonPasswords.txt
