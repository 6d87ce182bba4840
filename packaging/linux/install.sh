#!/bin/sh
# Installs FocusPlan for the person who runs this, without asking for rights; `./install.sh --remove` takes it away.
# The plan, its copies and the settings are never touched, neither now nor when it is removed.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
app=$HOME/.local/lib/focusplan
bin=$HOME/.local/bin
# The plan lies in "$share/FocusPlan"; nothing below names that folder.

refresh() {
    if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$share/mime" >/dev/null 2>&1 || :; fi
    if command -v update-desktop-database >/dev/null 2>&1; then
        update-desktop-database "$share/applications" >/dev/null 2>&1 || :
    fi
    if command -v gtk-update-icon-cache >/dev/null 2>&1; then
        gtk-update-icon-cache -q -t "$share/icons/hicolor" >/dev/null 2>&1 || :
    fi
}

remove() {
    rm -rf "$app" "$app.new" "$app.old"
    for name in focusplan focusplan-console; do
        if [ -L "$bin/$name" ]; then rm -f "$bin/$name"; fi
    done
    rm -f "$share/applications/focusplan.desktop" "$share/mime/packages/focusplan.xml"
    rm -f "$share/metainfo/app.focusplan.focusplan.metainfo.xml" "$share/man/man1/focusplan.1.gz"
    rm -f "${XDG_CONFIG_HOME:-$HOME/.config}/autostart/focusplan.desktop" # the start at log-in, where chosen
    rm -f "$share/man/man1/focusplan-console.1.gz"
    rm -f "$share"/icons/hicolor/*/apps/focusplan.png "$share/icons/hicolor/scalable/apps/focusplan.svg"
}

case ${1:-} in
    --remove)
        remove
        refresh
        echo "FocusPlan is removed. Your plan is still in $share/FocusPlan."
        exit 0 ;;
    "") ;;
    *)
        echo "usage: install.sh [--remove]" >&2
        exit 2 ;;
esac

mkdir -p "$bin" "$(dirname -- "$app")" "$share"
rm -rf "$app.new" "$app.old"
cp -R "$here/focusplan" "$app.new"
QT_QPA_PLATFORM=offscreen "$app.new/focusplan" self-test >/dev/null || {
    QT_QPA_PLATFORM=offscreen "$app.new/focusplan" self-test || :
    rm -rf "$app.new"
    echo "FocusPlan does not run on this computer; nothing was changed. It needs the libraries named in README." >&2
    exit 1
}
if [ -d "$app" ]; then mv "$app" "$app.old"; fi
mv "$app.new" "$app"
rm -rf "$app.old"
ln -sfn "$app/focusplan" "$bin/focusplan"
ln -sfn "$app/focusplan-console" "$bin/focusplan-console"
cp -R "$here/share/." "$share/"
sed -i "s|^Exec=focusplan|Exec=\"$app/focusplan\"|" "$share/applications/focusplan.desktop"
refresh
echo "FocusPlan is installed. It is in your menu; in a terminal it is $bin/focusplan."
