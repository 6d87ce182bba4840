#!/bin/sh
# Makes the disk image on a Mac: bundle, signature, image, notarisation. Prepared, not tried: see RELEASE.md.
#   FOCUSPLAN_SIGN      name of the "Developer ID Application" certificate; without it nothing is signed
#   FOCUSPLAN_NOTARY    name of the profile kept by `xcrun notarytool store-credentials`; without it no notarisation
#   FOCUSPLAN_ARCH      arm64 or x86_64; without it that of the Python that runs
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
cd "$root"
version=$(sed -n 's/^VERSION = "\([0-9.]*\)"$/\1/p' focusplan/paths.py)
app=build/bundle/FocusPlan.app
arch=${FOCUSPLAN_ARCH:-$(python3 -c "import platform; print(platform.machine())")}
image=build/packages/FocusPlan-$version-$arch.dmg
folder=build/package-work/dmg

python3 packaging/bundle.py
if [ -n "${FOCUSPLAN_SIGN:-}" ]; then
    # From the inside out; --deep would sign the parts without their own rights.
    # By what they are and not by their names: Qt's and Python's own libraries have no ending.
    find "$app/Contents" -type f -not -path "$app/Contents/MacOS/*" -print | while IFS= read -r file; do
        case $(file -b "$file") in
            Mach-O*) codesign --force --options runtime --timestamp --sign "$FOCUSPLAN_SIGN" "$file" ;;
        esac
    done
    codesign --force --options runtime --timestamp --entitlements packaging/macos/entitlements.plist \
        --sign "$FOCUSPLAN_SIGN" "$app"
    codesign --verify --strict --deep --verbose=2 "$app"
fi
QT_QPA_PLATFORM=offscreen "$app/Contents/MacOS/focusplan" self-test

mkdir -p build/packages
rm -rf "$folder" "$image"
mkdir -p "$folder"
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -volname FocusPlan -srcfolder "$folder" -format UDZO -ov "$image"
if [ -n "${FOCUSPLAN_SIGN:-}" ]; then
    codesign --force --timestamp --sign "$FOCUSPLAN_SIGN" "$image"
fi
if [ -n "${FOCUSPLAN_NOTARY:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$FOCUSPLAN_NOTARY" --wait
    xcrun stapler staple "$image"
    spctl --assess --type open --context context:primary-signature --verbose "$image"
fi
echo "$image"
