#!/usr/bin/env python3
"""Builds FocusPlan as a folder that runs without Python. Needs only Python 3.11 or newer and the registry.

    python3 packaging/bundle.py [OUT]      OUT is build/bundle unless it is named

The folder OUT/focusplan holds two programs, `focusplan` (a window) and `focusplan-console` (the same with its
words in a terminal, which matters on Windows only), and everything they need. On macOS OUT/FocusPlan.app
stands beside it. Two builds of one commit on one system are alike, byte for byte.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import licences
import staging
from environment import SetUpFailed, fingerprint, interpreter
from leftout import FORBIDDEN, needless

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
LISTS = ("requirements.txt", "requirements-bundle.txt")
MOST = 140_000_000
"""Bytes a bundle may have at most."""
QT_CONF = "[Paths]\nPrefix = _internal/PySide6/Qt\n"
"""Beside the program on Linux: where Qt finds its plugins and its own words."""
NEEDED = ("qtbase_es.qm", "qtbase_fr.qm", "qtbase_sv.qm", "step_1.sql", "plan_1.db.gz", "Inter-Regular.ttf",
          "locale/sv/LC_MESSAGES/SE.mo", "built.json", "parts.json", "LICENCE-STATUS")  # fmt: skip
"""Names that show that no kind of resource was forgotten."""


def main(arguments: list[str]) -> int:
    """Build; answers the exit code. Every fault is one sentence."""
    out = Path(arguments[0]).absolute() if arguments else BUILD / "bundle"
    began = time.monotonic()
    try:
        python = build_python(BUILD / "bundle-env")
        moment = commit_moment()
        work = BUILD / "bundle-work"
        shutil.rmtree(work, ignore_errors=True)
        stage(python, work / "stage", moment)
        shutil.rmtree(out / "focusplan", ignore_errors=True)
        freeze(python, work, out, moment)
        for path in needless(out / "focusplan") if sys.platform.startswith("linux") else ():
            path.unlink()
        licences.of_system(out / "focusplan")
        finish(out / "focusplan", moment)
        said = "; ".join(faults(out / "focusplan")) or runs(out / "focusplan")
    except (SetUpFailed, OSError, subprocess.CalledProcessError) as reason:
        said = str(reason)
    if said:
        print(f"The bundle is not right: {said}", file=sys.stderr)
        return 1
    size = sum(path.stat().st_size for path in files(out / "focusplan"))
    print(f"{out / 'focusplan'}: {size / 1e6:.1f} MB, {time.monotonic() - began:.0f} s")
    return 0


def build_python(folder: Path) -> Path:
    """The interpreter of an environment with the program's locked packages and PyInstaller, nothing else;
    made anew whenever a list changes. Raises SetUpFailed."""
    mark = folder / "focusplan-lists"
    lists = " ".join([*(fingerprint(ROOT, name) for name in LISTS), sys.version, str(folder)])
    if not (mark.is_file() and mark.read_text() == lists):
        shutil.rmtree(folder, ignore_errors=True)
        _call([sys.executable, "-m", "venv", str(folder)])
        asked = [word for name in LISTS for word in ("-r", str(ROOT / "packaging" / name))]
        quiet = ["--quiet", "--disable-pip-version-check", "--require-hashes", "--only-binary=:all:"]
        _call([str(interpreter(folder)), "-m", "pip", "install", *quiet, *asked])
        mark.write_text(lists)
    return interpreter(folder)


def commit_moment() -> int:
    """Seconds since 1970 that stand for this build: the commit's; without Git those of pyproject.toml."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        return int(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return int((ROOT / "pyproject.toml").stat().st_mtime)


def stage(python: Path, folder: Path, moment: int) -> None:
    """What the bundle takes besides code: resources with the build's date and the licences, and pictures."""
    day = datetime.fromtimestamp(moment, UTC).date()
    staging.resources(ROOT, folder / "resources", day)
    here = ROOT / "packaging"
    _call([str(python), "-I", str(here / "licences.py"), str(folder / "resources" / "licences")])
    _call([str(python), "-I", str(here / "pictures.py"), str(folder)], QT_QPA_PLATFORM="offscreen")
    if sys.platform == "win32":
        staging.windows_version(
            folder / "version.txt", staging.version(ROOT), day, staging.publisher(ROOT)[0]
        )


def freeze(python: Path, work: Path, out: Path, moment: int) -> None:
    """PyInstaller, with nothing in its environment that could make two builds differ."""
    config, spec = work / "config", ROOT / "packaging" / "focusplan.spec"
    command = [str(python), "-P", "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN"]
    command += ["--distpath", str(out), "--workpath", str(work / "made"), str(spec)]
    _call(
        command,
        FOCUSPLAN_STAGE=str(work / "stage"),
        SOURCE_DATE_EPOCH=str(moment),
        PYTHONHASHSEED="1",
        PYINSTALLER_CONFIG_DIR=str(config),
        LC_ALL="C.UTF-8",
        TZ="UTC",
    )


def finish(folder: Path, moment: int) -> None:
    """A second name where one program serves for both; plain rights and one date for everything, so that a
    packed folder is alike, too. Links that lead nowhere, since what they named was left out, go; so do empty
    folders."""
    if os.name == "posix":
        (folder / "focusplan-console").symlink_to("focusplan")
    if sys.platform.startswith("linux"):
        (folder / "qt.conf").write_text(QT_CONF, encoding="ascii")
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_symlink():
            if not path.exists():
                path.unlink()
        elif path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
            else:
                path.chmod(0o755)
        else:
            path.chmod(0o755 if path.parent == folder and path.name != "qt.conf" else 0o644)
    for path in [*folder.rglob("*"), folder]:
        os.utime(path, (moment, moment), follow_symlinks=False)


def files(folder: Path) -> Iterator[Path]:
    """The real files below a folder, by name."""
    return iter(sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()))


def faults(folder: Path) -> list[str]:
    """What may not be in a bundle, or not be missing, as sentences."""
    found = list(files(folder))
    names = [path.relative_to(folder).as_posix() for path in found]
    said = [f"{name} may not be in it" for name in names if FORBIDDEN.search(name)]
    sqlite = [name for name in names if re.search(r"libsqlite3[^/]*(so|dylib)|sqlite3\.dll", name)]
    if len(sqlite) > 1:
        said.append(f"SQLite is in it more than once: {', '.join(sqlite)}")
    size = sum(path.stat().st_size for path in found)
    if size > MOST:
        said.append(f"it has {size / 1e6:.0f} MB, more than {MOST / 1e6:.0f}")
    for wanted in NEEDED:
        if not any(name.endswith(f"/{wanted}") for name in names):
            said.append(f"{wanted} is missing")
    here = str(ROOT).encode()
    said += [f"{name} names this machine's folder" for name, path in zip(names, found, strict=True)
             if here in path.read_bytes()]  # fmt: skip
    return said


def runs(folder: Path) -> str:
    """What the bundle's own self-test found not right; empty where all is right."""
    program = folder / ("focusplan-console.exe" if sys.platform == "win32" else "focusplan-console")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [str(program), "self-test"], capture_output=True, text=True, env=environment, check=False
    )
    return "" if done.returncode == 0 else f"its self-test says: {done.stdout}{done.stderr}"


def _call(command: list[str], **more: str) -> None:
    """One step of the build. Raises SetUpFailed."""
    foreign = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")
    environment = {name: value for name, value in os.environ.items() if name not in foreign} | more
    try:
        subprocess.run(command, stdout=sys.stderr, env=environment, cwd=ROOT, check=True)
    except (OSError, subprocess.CalledProcessError) as reason:
        raise SetUpFailed(f"this step did not end well: {' '.join(command[:4])} ...") from reason


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
