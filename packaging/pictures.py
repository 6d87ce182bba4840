#!/usr/bin/env python3
"""The program's picture in the forms that systems want, painted from resources/icons/logo.svg.

    python packaging/pictures.py FOLDER

writes focusplan.svg, focusplan-SIZE.png, focusplan.ico (Windows) and focusplan.icns (macOS). Needs Qt.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512, 1024)
_ICO = (16, 24, 32, 48, 64, 256)
_ICNS = {"icp4": 16, "icp5": 32, "icp6": 64, "ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024}


def main(folder: Path) -> None:
    """Paint everything into `folder`."""
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication.instance() or QGuiApplication(["pictures", "-platform", "offscreen"])
    logo = Path(__file__).resolve().parent.parent / "resources" / "icons" / "logo.svg"
    folder.mkdir(parents=True, exist_ok=True)
    painted = {size: painting(logo, size) for size in SIZES}
    for size, content in painted.items():
        (folder / f"focusplan-{size}.png").write_bytes(content)
    (folder / "focusplan.svg").write_bytes(logo.read_bytes())
    (folder / "focusplan.ico").write_bytes(ico({size: painted[size] for size in _ICO}))
    (folder / "focusplan.icns").write_bytes(icns({kind: painted[size] for kind, size in _ICNS.items()}))
    del app


def painting(svg: Path, size: int) -> bytes:
    """The picture as PNG, `size` pixels wide and high, on nothing."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon out of PNG pictures by size; 256 is written as 0, as that form has it."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries = b""
    for size, content in pictures.items():
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(content), offset)
        offset += len(content)
    return head + entries + b"".join(pictures.values())


def icns(pictures: dict[str, bytes]) -> bytes:
    """A macOS icon out of PNG pictures by Apple's name of their size."""
    body = b"".join(
        kind.encode() + struct.pack(">I", 8 + len(content)) + content for kind, content in pictures.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


if __name__ == "__main__":
    main(Path(sys.argv[1]))
