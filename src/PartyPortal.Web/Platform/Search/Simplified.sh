#!/usr/bin/env bash
# Derives Simplified.txt: a line for each character of traditional writing, itself and its simplified form.
# For maintainers; needs python3 and uconv (Debian: icu-devtools). The source and its licence: Simplified.LICENSE.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

han() { python3 -c 'print("\n".join(chr(c) for r in ((0x3400, 0x4dc0), (0x4e00, 0xa000), (0xf900, 0xfb00)) for c in range(*r)))'; }
paste -d '' <(han) <(han | uconv -f utf-8 -t utf-8 -x Traditional-Simplified) | python3 -c '
import sys
for line in sys.stdin:
    pair = line.rstrip("\n")
    if len(pair) == 2 and pair[0] != pair[1]: print(pair)
' > Simplified.txt

wc -l Simplified.txt
