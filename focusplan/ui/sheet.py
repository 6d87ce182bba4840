"""The one style sheet, made from a palette and a text size.

Only simple selectors: a type, one property, one state. Lengths are written for 100 % and multiplied.
"""

from __future__ import annotations

import re
from dataclasses import asdict

from focusplan import paths
from focusplan.ui.palette import Palette

SIZES = {"title": 24, "heading": 16, "lead": 15, "body": 14, "small": 12.5, "tiny": 11.5, "huge": 44}
"""Heights of text in pixels at 100 %, by the property `letters` (`size` is a property of Qt's own)."""

_BASE = """
QToolTip { background: @card; color: @ink; border: 1px solid @track; padding: 5px 8px; }
QDialog, QMainWindow { background: @paper; }
QLabel { background: transparent; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }
QFrame[kind="card"] { background: @card; border: 1px solid @line; border-radius: 12px; }
QFrame[kind="plain"] { background: transparent; border: none; }
QFrame[kind="chosen"] { background: @card; border: 2px solid @accent; border-radius: 12px; }
QFrame[kind="pick"] { background: @card; border: 1px solid @track; border-radius: 12px; }
QFrame[kind="pick"][picked="true"] { border: 2px solid @accent; }
QFrame[kind="now"] { background: @accent_soft; border: 1px solid @accent_soft; border-radius: 10px; }
QFrame[kind="rail"] { background: @rail; border: none; border-right: 1px solid @line; }
QFrame[kind="line"] { background: @line; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="toast"] { background: @ink; border: 1px solid @ink; border-radius: 10px; }
QFrame[kind="toast"] QLabel { color: @paper; }
QFrame[kind="banner"] { background: @sun_soft; border: 1px solid @sun; border-radius: 10px; }
QFrame[kind="banner"][tone="accent"] { background: @accent_soft; border-color: @accent; }
QFrame[kind="banner"][tone="sky"] { background: @sky_soft; border-color: @sky; }
QFrame[kind="banner"][tone="clay"] { background: @clay_soft; border-color: @clay; }
"""

_TONES = """
QLabel[tone="ink"] { color: @ink; }
QLabel[tone="soft"] { color: @soft; }
QLabel[tone="faint"] { color: @faint; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="sun"] { color: @sun; }
QLabel[tone="clay"] { color: @clay; }
QLabel[tone="sky"] { color: @sky; }
QLabel[role="soft"], QLabel[role="small"], QLabel[kind="soft"] { color: @soft; }
QLabel[role="problem"] { background: @sun_soft; color: @ink; border: 1px solid @sun; border-radius: 8px;
    padding: 8px 11px; }
QLabel[kind="onrow"] { padding: 3px 0px 3px 0px; }
QLabel[strong="true"], QLabel[role="strong"], QRadioButton[strong="true"] { font-weight: 600; }
QLabel[kind="chip"] { background: @rail; color: @soft; border-radius: 5px; padding: 1px 8px;
    font-weight: 600; }
QLabel[kind="chip"][tone="neutral"] { border: 1px solid @line; padding: 0px 7px; }
QLabel[kind="chip"][tone="accent"] { background: @accent_soft; color: @accent; }
QLabel[kind="chip"][tone="solid"] { background: @accent; color: @accent_ink; }
QLabel[kind="chip"][tone="sun"] { background: @sun_soft; color: @sun; }
QLabel[kind="chip"][tone="clay"] { background: @clay_soft; color: @clay; }
QLabel[kind="chip"][tone="sky"] { background: @sky_soft; color: @sky; }
"""

_BUTTONS = """
QPushButton, QToolButton { background: @card; color: @ink; border: 1px solid @track; border-radius: 8px;
    padding: 8px 14px; font-weight: 600; min-height: 20px; }
QToolButton { padding: 6px 8px; }
QPushButton:hover, QToolButton:hover { background: @rail; }
QPushButton:pressed, QToolButton:pressed { background: @accent_soft; }
QPushButton:focus, QToolButton:focus { border: 2px solid @focus; padding: 7px 13px; }
QToolButton:focus { padding: 5px 7px; }
QPushButton:disabled, QToolButton:disabled { color: @faint; border-color: @line; border-style: dashed; }
QPushButton:checked { background: @accent_soft; border-color: @accent; color: @ink; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: url("#chevron_down_grey#"); width: 12px;
    height: 12px; subcontrol-position: right center; subcontrol-origin: padding; right: 6px; }
QPushButton[menu="true"] { padding-right: 28px; }
QToolButton[popupMode="2"] { padding-right: 24px; }
QPushButton[kind="primary"] { background: @accent; color: @accent_ink; border-color: @accent; }
QPushButton[kind="primary"]:hover { background: @accent; border-color: @focus; }
QPushButton[kind="primary"]:disabled { background: @rail; color: @faint; border: 1px dashed @line; }
QPushButton[kind="primary"]:focus { border-color: @focus; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent; color: @soft;
    border: 1px solid transparent; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { color: @ink; border-color: @track; }
QPushButton[kind="quiet"]:disabled, QToolButton[kind="quiet"]:disabled { color: @faint;
    border-style: solid; }
*[kind="rail"] QPushButton[kind="quiet"] { text-align: left; padding-left: 10px; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { color: @ink; border: 2px solid @focus; }
QPushButton[kind="icon"] { background: transparent; border: 2px solid transparent; border-radius: 6px;
    padding: 2px; min-height: 20px; min-width: 20px; }
QPushButton[kind="icon"]:hover { border: 1px solid @track; padding: 3px; }
QPushButton[kind="icon"]:focus { border: 2px solid @focus; padding: 2px; }
QPushButton[kind="danger"] { color: @clay; border-color: @clay; }
QPushButton[kind="danger"]:focus { border-color: @focus; }
QPushButton[kind="link"] { background: transparent; color: @soft; border: 2px solid transparent;
    text-align: left; border-radius: 4px; padding: 1px 0px; font-weight: 400;
    text-decoration: underline; min-height: 18px; }
QPushButton[kind="link"]::menu-indicator { image: none; width: 0px; }
QPushButton[kind="link"][menu="true"] { padding-right: 2px; }
QPushButton[kind="link"]:hover { color: @ink; }
QPushButton[kind="link"]:focus { color: @ink; border: 2px solid @focus; padding: 1px 0px; }
QPushButton[kind="title"] { background: transparent; border: 2px solid transparent; border-radius: 6px;
    text-align: left; font-weight: 400; padding: 2px 4px; min-height: 18px; }
QPushButton[kind="title"][tone="soft"] { color: @soft; }
QPushButton[kind="title"]:checked { font-weight: 600; }
QPushButton[kind="title"]:hover { text-decoration: underline; }
QPushButton[kind="title"]:focus { border: 2px solid @focus; padding: 2px 4px; }
QPushButton[kind="pill"] { border-radius: 13px; padding: 3px 10px; min-height: 20px; }
QPushButton[kind="pill"]:focus { padding: 2px 9px; }
QPushButton[kind="pill"][letters="small"] { padding: 3px 7px; }
QPushButton[kind="pill"][letters="small"]:focus { padding: 2px 6px; }
QPushButton[kind="pill"]:checked { background: @accent; color: @accent_ink; border-color: @accent; }
QPushButton[kind="pill"]:checked:focus { border-color: @focus; }
QPushButton[kind="place"] { background: transparent; color: @soft; border: 1px solid transparent;
    text-align: left; padding: 8px 10px; }
QPushButton[kind="place"]:hover { color: @ink; border-color: @line; }
QPushButton[kind="place"]:checked { background: @card; color: @ink; border-color: @line; }
QPushButton[kind="place"]:focus { color: @ink; border: 2px solid @focus; padding: 7px 9px; }
QPushButton[kind="stop"], QPushButton[kind="stop"]:hover { background: transparent; border: none;
    padding: 0px; }
QFrame[kind="toast"] QPushButton { background: transparent; color: @paper; border: 1px solid @paper; }
QFrame[kind="toast"] QPushButton:focus { border: 2px solid @paper; }
"""

_BOXES = """
QCheckBox, QRadioButton { color: @ink; spacing: 10px; border: 2px solid transparent; border-radius: 6px;
    padding: 2px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { border-color: @focus; }
QCheckBox:disabled, QRadioButton:disabled { color: @faint; }
QCheckBox::indicator { width: 18px; height: 18px; border: 1px solid @track; border-radius: 5px;
    background: @card; }
QCheckBox::indicator:hover { border-color: @ink; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url("#check#"); }
QCheckBox::indicator:disabled { background: @rail; border-color: @track; }
QCheckBox::indicator:checked:disabled { background: @soft; border-color: @soft; image: url("#check#"); }
QCheckBox[kind="bare"], QRadioButton[kind="bare"] { spacing: 0px; }
QRadioButton[kind="pill"] { spacing: 0px; border: 1px solid @track; border-radius: 8px; padding: 6px 12px;
    font-weight: 600; background: @card; }
QRadioButton[kind="pill"]:hover { border-color: @ink; }
QRadioButton[kind="pill"]:checked { background: @accent; color: @accent_ink; border-color: @accent; }
QRadioButton[kind="pill"]:focus { border: 2px solid @focus; padding: 5px 11px; }
"""

_FIELDS = """
QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox { background: @field; color: @ink;
    border: 1px solid @track; border-radius: 8px; padding: 8px 11px; selection-background-color: @accent;
    selection-color: @accent_ink; }
QLineEdit, QTextEdit, QPlainTextEdit { placeholder-text-color: @soft; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 2px solid @accent; padding: 7px 10px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: @faint; border-color: @line; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border: 2px solid @sun; padding: 7px 10px; }
QLineEdit[letters="huge"] { font-size: 44px; font-weight: 700; border-radius: 12px; padding: 6px 12px;
    background: @card; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit, QComboBox QLineEdit:focus {
    border: none; padding: 0px 0px 0px 4px; background: transparent; }
QComboBox { padding-right: 30px; }
QComboBox:focus { padding-right: 29px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 28px; subcontrol-position: right center;
    subcontrol-origin: padding; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("#chevron_down_grey#"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @card; color: @ink; border: 1px solid @track; outline: none;
    selection-background-color: @accent; selection-color: @accent_ink; padding: 4px; }
"""

_REST = """
QMenu { background: @card; color: @ink; border: 1px solid @track; padding: 6px; }
QMenu::item { padding: 7px 22px 7px 12px; border-radius: 6px; }
QMenu::item:selected { background: @accent; color: @accent_ink; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }
QListView, QTableView, QTreeView { background: @card; color: @ink; border: 1px solid @track;
    border-radius: 8px; selection-background-color: @accent; selection-color: @accent_ink;
    gridline-color: @line; }
QListView:focus, QTableView:focus { border: 2px solid @focus; }
QHeaderView::section { background: @rail; color: @soft; border: none; border-bottom: 1px solid @track;
    padding: 5px 8px; font-weight: 600; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @track; border-radius: 3px; margin: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: @soft; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: @card; border: 1px solid @track; border-radius: 5px; text-align: center;
    color: @ink; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }
"""


def sheet(palette: Palette, percent: int) -> str:
    """The style sheet of the application. Borders keep their width; every other length follows `percent`."""
    text = _BASE + _TONES + _sizes() + _BUTTONS + _BOXES + _FIELDS + _REST
    text = re.sub(r"(?<![\w@#.])(\d+(?:\.\d+)?)px(?! solid)", lambda found: _scaled(found, percent), text)
    text += _radio(percent)
    colours = asdict(palette)
    text = re.sub(r"@(\w+)", lambda found: str(colours[found.group(1)]), text)
    icons = paths.resources() / "icons"
    check = "check_white" if palette.accent_ink == "#FFFFFF" else "check_black"
    text = text.replace("#check#", (icons / f"{check}.svg").as_posix())
    return re.sub(r"#(\w+_grey)#", lambda found: (icons / f"{found.group(1)}.svg").as_posix(), text)


def _radio(percent: int) -> str:
    """Round at every size: Qt draws a corner square whose radius is more than half of the side."""
    half, ring = round(9 * percent / 100), round(5 * percent / 100)
    rule = "QRadioButton::indicator"
    round_all = f"border-radius: {half}px; background: @card;"
    return (
        f"{rule} {{ {_side(2 * half - 2)} border: 1px solid @track; {round_all} }}\n"
        f"{rule}:hover {{ border-color: @ink; }}\n"
        f"{rule}:checked {{ {_side(2 * half - 2 * ring)} border: {ring}px solid @accent; {round_all} }}\n"
        'QRadioButton[kind="pill"]::indicator { width: 0px; height: 0px; border: none; }\n'
    )


def _side(length: int) -> str:
    return f"width: {length}px; height: {length}px;"


def _sizes() -> str:
    """Rules for labels by their property `letters`; the title is the only bold one."""
    weight = {"title": 700, "huge": 700, "heading": 600}
    rules = []
    for size, pixels in SIZES.items():
        bold = f" font-weight: {weight[size]};" if size in weight else ""
        rules.append(f'QLabel[letters="{size}"], QLabel[role="{size}"] {{ font-size: {pixels}px;{bold} }}\n')
    rules.append('QLabel[kind="brand"] { font-size: 18px; font-weight: 700; }\n')
    rules.append('QPushButton[letters="small"] { font-size: 12.5px; }\n')
    return "".join(rules)


def _scaled(found: re.Match[str], percent: int) -> str:
    length = float(found.group(1)) * percent / 100
    return f"{max(1, round(length)) if length else 0}px"
