"""Starting FocusPlan when the owner logs in: one small entry in the place each system has for it.

Linux: a desktop file in the autostart folder; macOS: a launch agent; Windows: a value under the owner's own
Run key. What the entry holds is made by functions that touch nothing, so that all three can be tested
anywhere.
"""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from focusplan import paths

NAME = "focusplan"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


def command() -> tuple[str, ...]:
    """What starts this very program, with the word that keeps its window out of the way."""
    program = (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", "focusplan")
    return (*program, paths.AT_LOGIN)


def entry(system: str, home: Path, environment: Mapping[str, str]) -> Path | None:
    """The file of the entry; None on Windows, where it is no file. `system`: as `sys.platform` says."""
    if system == "win32":
        return None
    if system == "darwin":
        return home / "Library" / "LaunchAgents" / f"{NAME}.login.plist"
    chosen = environment.get("XDG_CONFIG_HOME", "")
    folder = Path(chosen) if os.path.isabs(chosen) else home / ".config"
    return folder / "autostart" / f"{NAME}.desktop"


def content(system: str, words: Sequence[str]) -> bytes:
    """What the entry holds: a desktop file, a property list, or the value of the Run key."""
    if system == "win32":
        return subprocess.list2cmdline(words).encode()
    if system == "darwin":
        return plistlib.dumps({"Label": f"{NAME}.login", "ProgramArguments": list(words), "RunAtLoad": True})
    lines = [
        "[Desktop Entry]", "Type=Application", "Version=1.4", "Name=FocusPlan", f"Exec={_exec(words)}",
        "Icon=focusplan", "Terminal=false", "X-GNOME-Autostart-enabled=true",
    ]  # fmt: skip
    return ("\n".join(lines) + "\n").encode()


def _exec(words: Sequence[str]) -> str:
    """Words as a desktop file quotes them: within the quotes by one rule, the whole line by another."""
    quoted = []
    for word in words:
        inside = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in word)
        quoted.append(f'"{inside}"')
    return " ".join(quoted).replace("\\", "\\\\").replace("%", "%%")


def starts_at_login() -> bool:
    """Whether there is an entry now."""
    file = entry(sys.platform, Path.home(), os.environ)
    return file.is_file() if file is not None else bool(_value())


def start_at_login(on: bool) -> None:
    """Make the entry, or take it away. OSError when the place can't be written."""
    file = entry(sys.platform, Path.home(), os.environ)
    if file is None:
        _set_value(content(sys.platform, command()).decode() if on else None)
    elif on:
        file.parent.mkdir(parents=True, exist_ok=True)
        paths.atomic_write(file, content(sys.platform, command()))
    else:
        file.unlink(missing_ok=True)


if sys.platform == "win32":  # pragma: no cover
    import winreg

    def _value() -> str:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                return str(winreg.QueryValueEx(key, NAME)[0])
        except OSError:
            return ""

    def _set_value(text: str | None) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
            if text is not None:
                winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, text)
            elif _value():
                winreg.DeleteValue(key, NAME)

else:

    def _value() -> str:
        return ""

    def _set_value(text: str | None) -> None:
        raise OSError("there is no Run key here")
