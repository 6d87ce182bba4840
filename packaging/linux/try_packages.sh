#!/bin/sh
# Installs, runs, upgrades and purges the .deb in a bare Debian 12 made for that, and the tar.xz for one person in it.
# Needs root and mmdebstrap; reaches Debian's packages, nothing else.
#   packaging/linux/try_packages.sh [PACKAGES [BEFORE.deb]]
# BEFORE is the .deb of an earlier version: it makes a plan of two years, which the upgrade must take over whole.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
before=${2:+$(realpath "$2")}
packages=$(CDPATH= cd -- "${1:-build/packages}" && pwd)
work=$(mktemp -d)
root=$work/root
trap 'umount -q "$root/proc" 2>/dev/null || :; rm -rf "$work"' EXIT
say() { printf '== %s\n' "$*"; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }
owner() { inside setpriv --reuid 1000 --regid 1000 --clear-groups env HOME=/home/owner QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 "$@"; }

say "a bare Debian 12"
mmdebstrap --quiet --variant=minbase bookworm "$root"
mount -t proc proc "$root/proc"
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || :
cp -R /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/" 2>/dev/null || :
inside useradd --create-home --uid 1000 owner
deb=$(ls -t "$packages"/focusplan_*.deb | head -n 1)
cp "$deb" "$root/root/one.deb"

say "install"
inside apt-get update -q >"$work/apt.log" 2>&1 || { cat "$work/apt.log"; exit 1; }
inside apt-get install -y -q --no-install-recommends /root/one.deb >"$work/apt.log" 2>&1 || { cat "$work/apt.log"; exit 1; }
owner focusplan self-test
owner focusplan demo --weeks 12 >/dev/null
plan=/home/owner/.local/share/FocusPlan/practice
owner focusplan --data $plan backup "/home/owner/FocusPlan 1.focusplan"
owner focusplan --data $plan export --to-json /home/owner/before.json >/dev/null

if [ -n "$before" ]; then
    say "from the version before, with two years in its plan"
    old=/home/owner/.local/share/FocusPlan/practice-before
    inside dpkg --purge focusplan >/dev/null
    cp "$before" "$root/root/before.deb"
    inside dpkg -i --force-depends /root/before.deb >/dev/null
    owner focusplan --version
    owner focusplan --data $old demo --weeks 104 >/dev/null
    cp "$root$old/plan.db" "$work/before.db"
    inside apt-get install -y -q --no-install-recommends /root/one.deb >"$work/apt.log" 2>&1 || { cat "$work/apt.log"; exit 1; }
    owner focusplan --version
    owner focusplan --data $old check
    owner focusplan --data $old status
    "$here/same_plan.py" "$work/before.db" "$root$old/plan.db"
    owner focusplan --data $old backups
fi

say "upgrade to the next version"
dpkg-deb -R "$deb" "$work/next"
sed -i 's/^Version: .*/&+next/' "$work/next/DEBIAN/control"
dpkg-deb --root-owner-group -Znone --build "$work/next" "$root/root/next.deb" >/dev/null
inside dpkg -i /root/next.deb >/dev/null
owner focusplan --data $plan check
owner focusplan --data $plan export --to-json /home/owner/after.json >/dev/null
cmp "$root/home/owner/before.json" "$root/home/owner/after.json"

say "purge"
inside dpkg --purge focusplan >/dev/null
left=$(cd "$root" && find usr etc var/lib -name '*focusplan*' -not -path '*/dpkg/*' -not -path '*/apt/*')
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
[ -f "$root/home/owner/.local/share/FocusPlan/practice/plan.db" ] || { echo "the plan is gone"; exit 1; }
echo "the program is gone, the plan is there"

say "the archive, for one person"
mkdir "$root/home/owner/unpacked"
tar -xJf "$(ls -t "$packages"/focusplan-*-linux-*.tar.xz | head -n 1)" -C "$root/home/owner/unpacked" --strip-components=1
chown -R 1000:1000 "$root/home/owner"
owner sh /home/owner/unpacked/install.sh
owner /home/owner/.local/bin/focusplan --data $plan status
owner sh /home/owner/unpacked/install.sh >/dev/null
owner sh /home/owner/unpacked/install.sh --remove
left=$(cd "$root/home/owner/.local" && find . -iname '*focusplan*' -not -path './share/FocusPlan*')
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
[ -f "$root/home/owner/.local/share/FocusPlan/practice/plan.db" ] || { echo "the plan is gone"; exit 1; }
say "all is right"
