#!/usr/bin/env bash
# Makes the demo's clips, its documents, its slides and the clip's poster again. For maintainers, on Debian or Ubuntu:
#   apt-get install chromium espeak-ng ffmpeg fonts-noto-cjk libreoffice-impress-nogui libreoffice-writer-nogui poppler-utils
# Everything in them is drawn, spoken by a synthetic voice or written for this portal; nothing is copied.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

font=/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# card TEXT COLOUR BACKGROUND: six seconds, a bar that runs along the bottom so that seeking can be seen
card() {
    local number
    number=$(($(find "$work" -name 'card-*.mp4' | wc -l) + 1))
    printf '%s' "$1" > "$work/text"
    ffmpeg -v error -f lavfi -i "color=c=$3:s=640x360:r=15:d=6" -f lavfi -i "color=c=$2:s=640x10:r=15:d=6" -filter_complex \
        "[0]drawtext=fontfile=$font:textfile=$work/text:fontcolor=$2:fontsize=34:line_spacing=18:x=(w-tw)/2:y=(h-th)/2:alpha='min(1,t*2)',drawtext=fontfile=$font:text='演示':fontcolor=$2:fontsize=18:x=w-tw-20:y=18[c];[c][1]overlay=x='-w+w*t/6':y=350" \
        -c:v libx264 -preset veryslow -crf 30 -pix_fmt yuv420p "$work/card-$number.mp4"
    echo "file 'card-$number.mp4'" >> "$work/cards.txt"
}

card $'演示视频\n门户怎样陪你学习' '#FFD666' '#8F1114'
card $'可以拖动进度\n也可以调整速度' '#1F1F1F' '#FAF7F2'
card $'换一台设备\n从上次的地方接着看' '#FFD666' '#8F1114'
card $'看完了，点“标记为已学完”\n门户不统计在线时间' '#1F1F1F' '#FAF7F2'

# A quiet chord that moves every six seconds.
ffmpeg -v error -f lavfi -i "aevalsrc='0.09*sin(2*PI*(220+27.5*floor(t/6))*t)+0.06*sin(2*PI*(330+27.5*floor(t/6))*t)+0.05*sin(2*PI*(440+27.5*floor(t/6))*t)':d=24" \
    -af "afade=t=in:d=1,afade=t=out:st=22:d=2" "$work/chord.wav"
ffmpeg -v error -y -f concat -i "$work/cards.txt" -i "$work/chord.wav" -c:v copy -c:a aac -b:a 48k -map_metadata -1 -fflags +bitexact -movflags +faststart -shortest clip.mp4
ffmpeg -v error -y -ss 2 -i clip.mp4 -frames:v 1 -q:v 4 -map_metadata -1 -fflags +bitexact clip.jpg

espeak-ng -v cmn -s 150 -w "$work/voice.wav" '这是一段演示音频。您可以暂停，可以拖动进度，也可以调整速度。换一台设备，可以从上次的地方接着听。听完以后，请点标记为已学完。门户不统计您在线多长时间。'
ffmpeg -v error -y -i "$work/voice.wav" -ac 1 -ar 24000 -c:a aac -b:a 40k -map_metadata -1 -fflags +bitexact -movflags +faststart recording.m4a

chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --user-data-dir="$work/profile" --print-to-pdf="$work/handbook.pdf" "file://$PWD/handbook.html" 2>/dev/null
cp "$work/handbook.pdf" handbook.pdf
pdftotext handbook.pdf - | grep -q '支部工作常用提示' || { echo "handbook.pdf cannot be searched" >&2; exit 1; }

soffice "-env:UserInstallation=file://$work/office" --headless --convert-to pptx --outdir . slides.fodp
soffice "-env:UserInstallation=file://$work/office" --headless --convert-to 'docx:MS Word 2007 XML' --outdir . talk.html

ls -l clip.mp4 clip.jpg recording.m4a handbook.pdf slides.pptx talk.docx
