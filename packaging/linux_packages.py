#!/usr/bin/env python3
"""Packs a finished bundle for Linux: a .deb for Debian and a tar.xz with an installer for one person.

    python3 packaging/linux_packages.py [OUT]      OUT is build/packages; the bundle is build/bundle/focusplan

Needs dpkg-deb. With FOCUSPLAN_QUICK=1 the packages are bigger and made sooner. Two runs over the same bundle
give the same files, byte for byte.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import lzma
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import textwrap
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

import staging
from bundle import BUILD, ROOT, commit_moment
from environment import interpreter

LINUX = ROOT / "packaging" / "linux"
ICONS = (16, 22, 24, 32, 48, 64, 128, 256, 512)
DEPENDS = (
    "libc6 (>= 2.36)", "libdbus-1-3", "libegl1", "libfontconfig1", "libfreetype6", "libgcc-s1", "libgl1",
    "libglib2.0-0t64 | libglib2.0-0", "libstdc++6 (>= 12)", "libx11-6", "libx11-xcb1", "libxcb1",
    "hicolor-icon-theme",
)  # fmt: skip
"""Libraries of the system that the bundle was told to leave out (leftout.py), as Debian names them."""
LEVEL = 1 if os.environ.get("FOCUSPLAN_QUICK") else 6
"""How hard xz presses: packages that are only tried need not be small."""
RECOMMENDS = ("libcups2t64 | libcups2", "libwayland-client0", "libwayland-cursor0", "xdg-utils")


def main(arguments: list[str]) -> int:
    """Pack both; answers the exit code."""
    out = Path(arguments[0]).absolute() if arguments else BUILD / "packages"
    bundle = BUILD / "bundle" / "focusplan"
    if not (bundle / "focusplan").is_file():
        print("There is no bundle yet: python3 packaging/bundle.py", file=sys.stderr)
        return 1
    moment = commit_moment()
    out.mkdir(parents=True, exist_ok=True)
    shared = BUILD / "package-work" / "share"
    share(shared, moment)
    for made in (debian(bundle, shared, out, moment), archive(bundle, shared, out, moment)):
        print(f"{made}: {made.stat().st_size / 1e6:.1f} MB")
    if undecided := staging.unnamed(ROOT):
        print(undecided)
    return 0


def share(target: Path, moment: int) -> None:
    """What a desktop wants to know of a program, as it lies under `share`: menu entry, icons, the type of a
    copy, the shop's description, the man page."""
    shutil.rmtree(target, ignore_errors=True)
    day = datetime.fromtimestamp(moment, UTC).date().isoformat()
    pictures = BUILD / "bundle-work" / "stage"
    _put(target / "applications/focusplan.desktop", (LINUX / "focusplan.desktop").read_bytes())
    _put(target / "mime/packages/focusplan.xml", (LINUX / "focusplan-mime.xml").read_bytes())
    _put(target / "icons/hicolor/scalable/apps/focusplan.svg", (pictures / "focusplan.svg").read_bytes())
    for size in ICONS:
        picture = (pictures / f"focusplan-{size}.png").read_bytes()
        _put(target / f"icons/hicolor/{size}x{size}/apps/focusplan.png", picture)
    known = {"@VERSION@": staging.version(ROOT), "@DATE@": day, "@LICENCE@": _licence_id()}
    known["@PUBLISHER@"] = staging.publisher(ROOT)[0]
    text = (LINUX / "app.focusplan.FocusPlan.metainfo.xml").read_text(encoding="utf-8")
    for mark, value in known.items():
        text = text.replace(mark, escape(value))
    _put(target / "metainfo/app.focusplan.focusplan.metainfo.xml", text.encode())
    ask = [str(interpreter(BUILD / "bundle-env")), "-I", str(ROOT / "packaging" / "manpage.py"), day]
    page = subprocess.run(ask, capture_output=True, check=True, env={"LC_ALL": "C.UTF-8"}).stdout
    _put(target / "man/man1/focusplan.1.gz", gzip.compress(page, 9, mtime=0))
    _put(target / "man/man1/focusplan-console.1.gz", gzip.compress(b".so man1/focusplan.1\n", 9, mtime=0))


def _licence_id() -> str:
    name, _sentence = staging.licence(ROOT)
    return "LicenseRef-proprietary" if name.startswith("none") else name


def debian(bundle: Path, shared: Path, out: Path, moment: int) -> Path:
    """The .deb. The program lies whole in /usr/lib/focusplan; nothing runs at installation, nothing of a
    person's data is known to it."""
    root = BUILD / "package-work" / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(bundle, root / "usr/lib/focusplan", symlinks=True)
    shutil.copytree(shared, root / "usr/share")
    for name in ("focusplan", "focusplan-console"):
        (root / "usr/bin").mkdir(exist_ok=True)
        (root / "usr/bin" / name).symlink_to(f"../lib/focusplan/{name}")
    documents = root / "usr/share/doc/focusplan"
    _put(documents / "copyright", _copyright(bundle, moment).encode())
    _put(documents / "changelog.gz", gzip.compress(_changelog(moment).encode(), 9, mtime=0))
    for text in sorted((ROOT / "resources" / "moving").glob("*.md")):
        _put(documents / f"moving.{text.stem}.md", text.read_bytes())
    _put(root / "usr/share/lintian/overrides/focusplan", (LINUX / "lintian-overrides").read_bytes())
    architecture = _ask("dpkg", "--print-architecture")
    _put(root / "DEBIAN/control", _control(root, architecture).encode())
    _put(root / "DEBIAN/md5sums", _sums(root).encode())
    _plain(root, moment)
    made = out / f"focusplan_{staging.version(ROOT)}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", f"-z{LEVEL}", "--build", str(root), str(made)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(moment)}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return made


def _maintainer() -> str:
    return "{} <{}>".format(*staging.publisher(ROOT))


def _control(root: Path, architecture: str) -> str:
    size = sum(-(-path.lstat().st_size // 1024) for path in root.rglob("*") if not path.is_dir())
    return f"""\
Package: focusplan
Version: {staging.version(ROOT)}
Architecture: {architecture}
Maintainer: {_maintainer()}
Installed-Size: {size}
Depends: {", ".join(DEPENDS)}
Recommends: {", ".join(RECOMMENDS)}
Section: {"misc" if _licence_id() != "LicenseRef-proprietary" else "non-free/misc"}
Priority: optional
Description: plans one social network at a time for a small business
 FocusPlan turns each social network into a road of small jobs and keeps the
 next network closed until the present one holds its goals. It prints the week
 on one sheet of paper and shows what the hours brought.
 .
 It speaks English, Spanish, French and Swedish. Everything stays on the
 computer: there is no account, no network traffic and no telemetry.
"""


def _copyright(bundle: Path, moment: int) -> str:
    year = datetime.fromtimestamp(moment, UTC).year
    name, sentence = staging.licence(ROOT)
    folder = bundle / "_internal/focusplan/resources/licences"
    parts = "\n".join(f" {path.name}" for path in sorted(folder.glob("*.txt")))
    told = "\n".join(f" {line}" if line else " ." for line in sentence.splitlines())
    return f"""\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: FocusPlan
Upstream-Contact: {_maintainer()}

Files: *
Copyright: {year} the owner of FocusPlan
License: {name.replace(" ", "-")}
{told}
 .
 Parts of others and their licences, as texts in
 /usr/lib/focusplan/_internal/focusplan/resources/licences:
{parts}
"""


def _changelog(moment: int) -> str:
    number = staging.version(ROOT)
    text = (ROOT / "resources/news/en.md").read_text(encoding="utf-8")
    news = next(part for part in text.split("# ") if part.startswith(number))
    lines = [" ".join(point.split()) for point in news.split("\n- ")[1:]]
    wrapped = (textwrap.wrap(line, 74, initial_indent="  * ", subsequent_indent="    ") for line in lines)
    points = "\n".join(line for lines in wrapped for line in lines)
    day = format_datetime(datetime.fromtimestamp(moment, UTC))
    return f"focusplan ({number}) unstable; urgency=low\n\n{points}\n\n -- {_maintainer()}  {day}\n"


def _sums(root: Path) -> str:
    found = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    lines = [(hashlib.md5(path.read_bytes()).hexdigest(), path.relative_to(root)) for path in found]
    return "".join(f"{number}  {name}\n" for number, name in lines if name.parts[0] != "DEBIAN")


def _plain(root: Path, moment: int) -> None:
    """Plain rights and one date; only the programs may be run."""
    for path in [root, *sorted(root.rglob("*"))]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == root / "usr/lib/focusplan/focusplan" else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)


def archive(bundle: Path, shared: Path, out: Path, moment: int) -> Path:
    """The tar.xz: bundle, what the desktop wants to know, installer, a page to read first."""
    number = staging.version(ROOT)
    top = f"focusplan-{number}"
    made = out / f"{top}-linux-{platform.machine()}.tar.xz"
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for source, place in (
            (bundle, f"{top}/focusplan"), (shared, f"{top}/share"), (LINUX / "README.txt", f"{top}/README"),
            (LINUX / "install.sh", f"{top}/install.sh"),
            (ROOT / "resources" / staging.LICENCE, f"{top}/LICENCE"),
        ):  # fmt: skip
            _add(tar, source, place, moment)
    made.write_bytes(lzma.compress(held.getvalue(), preset=LEVEL))
    return made


def _add(tar: tarfile.TarFile, source: Path, place: str, moment: int) -> None:
    entry = tar.gettarinfo(source, place)
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = moment
    runs = entry.isdir() or entry.issym() or source.name in ("install.sh", "focusplan")
    entry.mode = 0o755 if runs else 0o644
    if entry.isreg():
        with source.open("rb") as file:
            tar.addfile(entry, file)
        return
    tar.addfile(entry)
    if entry.isdir():
        for inside in sorted(source.iterdir()):
            _add(tar, inside, f"{place}/{inside.name}", moment)


def _put(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)


def _ask(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
