#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Adds FaceWitness to this user's menu, or with --remove takes it away; needs no administrator.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/facewitness.desktop
icon=$data/icons/hicolor/256x256/apps/facewitness.png
page=$data/man/man1/facewitness.1.gz
link=$HOME/.local/bin/facewitness
if [ "${1:-}" = --remove ]; then
    rm -f "$entry" "$icon" "$page" "$link"
    echo "FaceWitness is out of the menu; its folder, your settings and cases stay."
    exit 0
fi
mkdir -p "$(dirname "$entry")" "$(dirname "$icon")" "$(dirname "$page")" "$(dirname "$link")"
# A desktop entry wants quotation marks around a path with blanks, and some signs marked.
quoted=$(printf '%s' "$here/facewitness" | sed -e 's/[\\"`$]/\\\\&/g' -e 's/%/%%/g')
while IFS= read -r line; do
    case $line in
        Exec=*) printf 'Exec="%s" %%F\n' "$quoted" ;;
        TryExec=*) ;;
        *) printf '%s\n' "$line" ;;
    esac
done < "$here/share/facewitness.desktop" > "$entry"
cp "$here/share/facewitness.png" "$icon"
cp "$here/share/facewitness.1.gz" "$page"
ln -sf "$here/facewitness" "$link"
echo "FaceWitness is in the menu, and as $link."
