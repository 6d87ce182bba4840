#!/usr/bin/env python3
"""Makes the Windows installer with NSIS, on any system that has makensis.

    python3 packaging/windows_installer.py [BUNDLE]     BUNDLE is build/bundle/focusplan, made on Windows
    python3 packaging/windows_installer.py --stand-in   only proves that the script compiles; followed by a
                                                        file's name: for windows/try_installer.sh to try

On Windows the programs and the installer are signed when FOCUSPLAN_SIGNTOOL holds the command for it, such as
`signtool sign /fd SHA256 /tr URL /td SHA256 /n NAME`; the file's name is added to it.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import staging

ROOT = Path(__file__).resolve().parent.parent
_DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d4944415478da63fcffff3f030005fe02fea7356e1b0000000049454e44ae426082"
)
"""The smallest picture there is: one pixel."""


def main(arguments: list[str]) -> int:
    """Compile; answers makensis's exit code."""
    with tempfile.TemporaryDirectory() as folder:
        only_tried = arguments[:1] == ["--stand-in"]
        if only_tried:
            payload, pictures = stand_in(Path(folder))
            out = Path(arguments[1]).absolute() if arguments[1:] else Path(folder) / "stand-in.exe"
        else:
            payload = Path(arguments[0]).absolute() if arguments else ROOT / "build/bundle/focusplan"
            pictures = ROOT / "build/bundle-work/stage"
            out = ROOT / "build/packages" / f"FocusPlan-{staging.version(ROOT)}-setup.exe"
            out.parent.mkdir(parents=True, exist_ok=True)
            for program in sorted(payload.glob("*.exe")):
                _sign(program)
        code = compile_script(payload, pictures, out, "amd64-unicode" if only_tried and arguments[1:] else "")
        if code == 0 and not only_tried:
            _sign(out)
        if code == 0:
            print(f"{out.name}: {out.stat().st_size / 1e6:.1f} MB")
            if undecided := staging.unnamed(ROOT):
                print(undecided)
        return code


def compile_script(payload: Path, pictures: Path, out: Path, target: str = "") -> int:
    """Run makensis; a warning is a fault. `target` names another kind of installer than the usual one, which
    runs on all processors."""
    known = {"VERSION": staging.version(ROOT), "PAYLOAD": payload, "PICTURES": pictures, "OUTFILE": out}
    known["PUBLISHER"] = staging.publisher(ROOT)[0]
    defines = [f"-D{name}={value}" for name, value in known.items()]
    script = ROOT / "packaging" / "windows" / "focusplan.nsi"
    kind = [f"-XTarget {target}"] if target else []
    command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *kind, *defines, str(script)]
    return subprocess.run(command, check=False).returncode


def stand_in(folder: Path) -> tuple[Path, Path]:
    """Something to compile around where there is no bundle: folders of a payload and of its icon."""
    from pictures import ico

    payload = folder / "payload"
    (payload / "_internal").mkdir(parents=True)
    for name in ("focusplan.exe", "focusplan-console.exe", "_internal/anything.dll"):
        (payload / name).write_bytes(b"MZ stands in for a program")
    (folder / "focusplan.ico").write_bytes(ico({1: _DOT}))
    return payload, folder


def _sign(file: Path) -> None:
    """Sign where a command to sign with is given. CalledProcessError when it does not go well."""
    if command := os.environ.get("FOCUSPLAN_SIGNTOOL"):
        subprocess.run([*shlex.split(command, posix=os.name == "posix"), str(file)], check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
