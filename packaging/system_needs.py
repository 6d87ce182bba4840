"""System libraries and tools that no Python package brings along, and how to get them on Debian's family.

What is missing is found by loading it, not by asking for a package's name: names differ from release to
release, the libraries' own names don't.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from environment import SetUpFailed

PYTHON = f"python{sys.version_info[0]}.{sys.version_info[1]}"


@dataclass(frozen=True)
class Need:
    """One thing from the system. `packages` are Debian's names for it, the likeliest first."""

    name: str
    packages: tuple[str, ...]
    present: Callable[[], bool]


def library(soname: str, *packages: str) -> Need:
    """A shared library, present when it can be loaded."""
    return Need(soname, packages, lambda: _loads(soname))


def tool(name: str, *packages: str) -> Need:
    """A program on the search path."""
    return Need(name, packages, lambda: shutil.which(name) is not None)


def program(name: str, *packages: str) -> Need:
    """A program that other programs start, beside the search path."""
    return Need(name, packages, lambda: any(os.path.exists(f"{place}/{name}") for place in HELPERS))


HELPERS = ("/usr/libexec", "/usr/lib/at-spi2-core")
"""Where Debian's family keeps such programs."""

ENVIRONMENT = Need(
    "Python's venv module",
    (f"{PYTHON}-venv", "python3-venv"),
    lambda: all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")),
)
PAINTING = (
    library("libglib-2.0.so.0", "libglib2.0-0t64", "libglib2.0-0"),
    library("libdbus-1.so.3", "libdbus-1-3"),
    library("libfontconfig.so.1", "libfontconfig1"),
    library("libxkbcommon.so.0", "libxkbcommon0"),
    library("libGL.so.1", "libgl1"),
    library("libEGL.so.1", "libegl1"),
)
"""What Qt needs to paint at all, also without a screen."""
WINDOW = (
    *PAINTING,
    library("libxcb-cursor.so.0", "libxcb-cursor0"),
    library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    library("libxcb-icccm.so.4", "libxcb-icccm4"),
    library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    library("libxcb-shape.so.0", "libxcb-shape0"),
)
"""What Qt needs to open a window on a Linux desktop."""
SCREEN_READING = (
    *WINDOW,
    tool("Xvfb", "xvfb"),
    tool("dbus-daemon", "dbus-daemon", "dbus"),
    program("at-spi-bus-launcher", "at-spi2-core"),
    library("libX11.so.6", "libx11-6"),
    library("libXtst.so.6", "libxtst6"),
)
"""A desktop without a screen on which a window can be met the way a screen reader meets it."""
PACKING = (
    tool("makensis", "nsis"),
    tool("desktop-file-validate", "desktop-file-utils"),
    tool("appstreamcli", "appstream"),
)
"""What looks at the packages' own files: the installer for Windows is compiled around a stand-in."""
TESTS = (*SCREEN_READING, tool("pdftotext", "poppler-utils"), *PACKING)


def ensure_system(needs: Sequence[Need]) -> None:
    """Have `needs` and the venv module on this machine, or raise SetUpFailed with the command to type.

    Only Linux has such needs: on Windows and macOS the packages bring everything.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = [need for need in (ENVIRONMENT, *needs) if not need.present()]
    if not missing:
        return
    if shutil.which("apt-get") is None:
        names = ", ".join(need.name for need in missing)
        raise SetUpFailed(f"This system lacks {names}; please install what brings them and call again.")
    if os.geteuid() != 0:
        packages = " ".join(_known_name(need) for need in missing)
        raise SetUpFailed(f"Some system packages are missing; please run: sudo apt-get install {packages}")
    _install(missing)
    importlib.invalidate_caches()
    still = [need.name for need in missing if not need.present()]
    if still:
        raise SetUpFailed(f"After the installation these are still missing: {', '.join(still)}.")


def _install(missing: Sequence[Need]) -> None:
    print("Installing missing system packages ...", file=sys.stderr, flush=True)
    packages: list[str] = []
    try:
        _apt("update")
        packages = [_known_name(need) for need in missing]
        _apt("install", "--no-install-recommends", *packages)
    except (OSError, subprocess.CalledProcessError) as reason:
        wanted = " ".join(packages or [need.packages[-1] for need in missing])
        sentence = f"The system packages could not be installed; please try: apt-get install {wanted}"
        raise SetUpFailed(sentence) from reason


def _apt(*arguments: str) -> None:
    """apt-get without questions, its talk on standard error. Raises CalledProcessError."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-q", "-y", *arguments], stdout=sys.stderr, env=environment, check=True)


def _known_name(need: Need) -> str:
    """The first of the need's package names that this release knows; the plainest when it can't say."""
    for package in need.packages:
        asked = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
        if asked.returncode == 0 and asked.stdout:
            return package
    return need.packages[-1]


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True
