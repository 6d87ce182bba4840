"""What stays out of the bundle, and what may never be in it.

PyInstaller gathers whatever Qt could need; FocusPlan needs a window, pictures and paper. No file of Qt's
network library and no second SQLite may come along: two copies of SQLite in one process can spoil a plan, and
a program without a network library can't use one.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

MODULES = (
    "PySide6.QtNetwork", "PySide6.QtSql", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets",
    "PySide6.QtQuickControls2", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtDesigner",
    "PySide6.QtUiTools", "PySide6.QtTest", "PySide6.QtHelp", "PySide6.QtXml", "PySide6.QtConcurrent",
    "PySide6.QtSvgWidgets", "PySide6.QtExampleIcons",
    "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle", "sqlalchemy.dialects.postgresql",
    "sqlalchemy.dialects.mssql", "sqlalchemy.testing", "sqlalchemy.ext.mypy", "sqlalchemy.ext.asyncio",
    "pydantic.mypy", "holidays.financial",
    "tkinter", "unittest", "pydoc", "doctest", "pdb", "lib2to3", "ensurepip", "venv", "idlelib", "turtle",
    "distutils", "setuptools", "pip", "pkg_resources", "test", "xmlrpc", "ftplib", "smtplib", "imaplib",
    "poplib", "telnetlib", "nntplib", "http.server", "urllib.request", "ssl", "_ssl", "_hashlib",
    "multiprocessing", "curses", "readline", "greenlet", "numpy", "email_validator",
)  # fmt: skip
"""Python modules that are never imported by the program; PyInstaller is told not to follow them."""

_OF_THE_SYSTEM = (
    "stdc++", "gcc_s", "fontconfig", "freetype", "expat", "X11", "X11-xcb", "Xau", "Xdmcp", "Xext", "Xrender",
    "xcb", "dbus-1", "systemd", "glib-2.0", "gobject-2.0", "gio-2.0", "gmodule-2.0", "gthread-2.0", "cups",
    "wayland-client", "wayland-cursor", "wayland-egl",
)  # fmt: skip
"""Libraries every Linux desktop has and keeps safe and in tune with itself; see `Depends` of the .deb."""

_PLUGINS = (
    "sqldrivers", "tls", "networkinformation", "networkaccess", "qmltooling", "qmllint", "qmlls", "designer",
    "egldeviceintegrations", "generic", "wayland-graphics-integration-server", "scenegraph", "renderers",
    "webview", "position", "sensors",
)  # fmt: skip
_QT_FILES = (
    r"(lib)?Qt6?(Network|Sql|Qml|Quick|Labs|Test|Help|Designer|UiTools|ShaderTools|Concurrent|Xml\b|Core5)",
    r"libqgtk3|qgtk3", r"libqvnc|qvnc", r"libqeglfs|libqlinuxfb|libqvkkhrdisplay|libqminimalegl",
    r"libq(gif|icns|ico|tga|tiff|wbmp|webp)\b|q(gif|icns|ico|tga|tiff|wbmp|webp)\.(dll|dylib)",
    r"libqtvirtualkeyboard|qtvirtualkeyboard", r"opengl32sw|d3dcompiler", r"libgtk-|libgdk-",
)  # fmt: skip
_OUT = re.compile(
    r"PySide6/(Qt/)?qml/"
    r"|PySide6/(Qt/)?plugins/(" + "|".join(_PLUGINS) + r")/"
    r"|(^|/)(" + "|".join(_QT_FILES) + r")"
    r"|PySide6/(Qt/)?translations/(?!qtbase_(es|fr|sv)\.qm$)"
    r"|(^|/)(greenlet|_sysconfigdata)[^/]*"
    r"|\.(pyi|pyx|pxd|hpp|h)$|(^|/)py\.typed$|/__pycache__/"
    r"|dist-info/(?!METADATA$|licen[cs]es?/|LICEN[CS]E)"
)
_SYSTEM = re.compile(r"^lib(" + "|".join(map(re.escape, _OF_THE_SYSTEM)) + r")\.so")
FORBIDDEN = re.compile(
    r"(^|/)(lib|_)?(Qt6?|q)?(network|ssl)[^/]*\.(so|pyd|dll|dylib)|Qt6?(Network|Sql|WebSockets)|qsqlite", re.I
)
"""A file of the finished bundle with such a name is a fault."""


def wanted(name: str) -> bool:
    """Whether the file with this name (its path inside the bundle) comes along."""
    plain = name.replace("\\", "/")
    return not _OUT.search(plain) and not _SYSTEM.match(plain.rpartition("/")[2])


def needless(bundle: Path) -> list[Path]:
    """Libraries in a Linux bundle that only something left out had asked for. Needs objdump."""
    libraries = {path.name: path for path in bundle.rglob("lib*.so*") if _is_candidate(path)}
    others = [path for path in bundle.rglob("*.so*") if path.is_file() and not _is_candidate(path)]
    asked = _asked_for([bundle / "focusplan", *others])
    reached: set[str] = set()
    while new := {name for name in asked if name in libraries} - reached:
        reached |= new
        asked = _asked_for([libraries[name] for name in sorted(new)])
    return [path for name, path in sorted(libraries.items()) if name not in reached]


def _is_candidate(path: Path) -> bool:
    """A library beside the modules or one of Qt's own: neither a plugin nor a module, nor Python itself,
    which is loaded by its name."""
    inside = path.parent.name == "_internal" or path.parent.name == "lib"
    return inside and not path.is_symlink() and not path.name.startswith("libpython")


def _asked_for(files: list[Path]) -> set[str]:
    ask = ["objdump", "-p", *map(str, files)]
    told = subprocess.run(ask, capture_output=True, text=True, check=False).stdout
    return set(re.findall(r"^  NEEDED +(\S+)", told, re.MULTILINE))
