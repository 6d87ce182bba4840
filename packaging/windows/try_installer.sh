#!/bin/sh
# Installs, updates and removes FocusPlan with the installer for Windows under Wine, around a stand-in for the program.
# Needs wine (64 bits), NSIS as Debian has it, and no rights. `packaging/windows/try_installer.sh`
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
work=$(mktemp -d)
export WINEPREFIX="$work/wine" WINEARCH=win64 WINEDEBUG=-all
trap 'wineserver -k 2>/dev/null || :; rm -rf "$work"' EXIT
wrong() { printf 'NOT RIGHT  %s\n' "$*"; exit 1; }
key() { wine reg query "HKCU\\Software\\$1" 2>/dev/null | tr -d '\r' | grep -v '^reg: ' || :; }

python3 "$root/packaging/windows_installer.py" --stand-in "$work/FocusPlan-trial.exe"
wineboot -i >/dev/null 2>&1
local=$(wine cmd /c echo %LOCALAPPDATA% | tr -d '\r')
local=$(winepath -u "$local")
app=$local/Programs/FocusPlan
mkdir -p "$local/FocusPlan"
echo "a plan" >"$local/FocusPlan/plan.db"

for time in first again; do
    echo "== install, $time"
    wine "$work/FocusPlan-trial.exe" /S
    for name in focusplan.exe focusplan-console.exe _internal/anything.dll uninstall.exe focusplan.ico; do
        [ -f "$app/$name" ] || wrong "$name is missing"
    done
    [ ! -e "$app/_internal/left-from-before.dll" ] || wrong "the version before is mixed with this one"
    find "$WINEPREFIX/drive_c/users" -name FocusPlan.lnk | grep -q . || wrong "nothing in the menu"
    key 'Microsoft\Windows\CurrentVersion\Uninstall\FocusPlan' | grep -q DisplayVersion || wrong "not in the list of programs"
    key 'Classes\FocusPlan.Copy\shell\open\command' | grep -q '"%1"' || wrong "copies are not opened with it"
    touch "$app/_internal/left-from-before.dll"
done
wine reg add 'HKCU\Software\Microsoft\Windows\CurrentVersion\Run' /v FocusPlan /d x /f >/dev/null

echo "== remove"
cp "$app/uninstall.exe" "$work/uninstall.exe"
wine "$work/uninstall.exe" /S "_?=$(winepath -w "$app")"
[ -z "$(find "$app" -type f ! -name uninstall.exe 2>/dev/null)" ] || wrong "files are left"
[ -z "$(find "$WINEPREFIX/drive_c/users" -name FocusPlan.lnk)" ] || wrong "the menu still has it"
for name in 'Microsoft\Windows\CurrentVersion\Uninstall\FocusPlan' 'Classes\FocusPlan.Copy' 'Classes\.focusplan'; do
    [ -z "$(key "$name")" ] || wrong "$name is left"
done
key 'Microsoft\Windows\CurrentVersion\Run' | grep -q FocusPlan && wrong "it still starts at log-in"
[ "$(cat "$local/FocusPlan/plan.db")" = "a plan" ] || wrong "the plan is gone"
echo "== all is right"
