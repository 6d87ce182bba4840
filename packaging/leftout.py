"""What stays out of the bundle, and what may never be in it.

PyInstaller gathers whatever Qt could need; FocusPlan needs a window, pictures, paper and nothing else. No file
of Qt's network library and no second SQLite may come along: two copies of SQLite in one process can spoil a
plan, and a program without a network library can't use one.
"""

from __future__ import annotations

import re

MODULES = (
    "PySide6.QtNetwork", "PySide6.QtSql", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets",
    "PySide6.QtQuickControls2", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtDesigner",
    "PySide6.QtUiTools", "PySide6.QtTest", "PySide6.QtHelp", "PySide6.QtXml", "PySide6.QtConcurrent",
    "PySide6.QtSvgWidgets", "PySide6.QtExampleIcons",
    "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle", "sqlalchemy.dialects.postgresql",
    "sqlalchemy.dialects.mssql", "sqlalchemy.testing", "sqlalchemy.ext.mypy", "sqlalchemy.ext.asyncio",
    "pydantic.v1", "pydantic.mypy", "holidays.financial",
    "tkinter", "unittest", "pydoc", "doctest", "pdb", "lib2to3", "ensurepip", "venv", "idlelib", "turtle",
    "distutils", "setuptools", "pip", "pkg_resources", "test", "xmlrpc", "ftplib", "smtplib", "imaplib",
    "poplib", "telnetlib", "nntplib", "http.server", "curses", "readline", "greenlet", "numpy", "email_validator",
)  # fmt: skip
"""Python modules that are never imported by the program; PyInstaller is told not to follow them."""

_PLUGINS = (
    "sqldrivers", "tls", "networkinformation", "networkaccess", "qmltooling", "designer", "egldeviceintegrations",
    "generic", "qmllint", "qmlls", "scenegraph", "renderers", "webview", "position", "sensors",
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
FORBIDDEN = re.compile(r"network|(lib)?Qt6?Sql|qsqlite|libsqlite3.*libsqlite3|websocket", re.IGNORECASE)
"""A file of the finished bundle with such a name is a fault."""


def wanted(name: str) -> bool:
    """Whether the file with this name (its path inside the bundle) comes along."""
    return not _OUT.search(name.replace("\\", "/"))
