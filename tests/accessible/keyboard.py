"""Keys as a keyboard sends them, through X's own test extension; they go to the window that lies on top, which a
window manager would see to on a real desktop."""

from __future__ import annotations

import ctypes as c

KEYSYMS = {
    "Tab": 0xFF09,
    "Return": 0xFF0D,
    "Escape": 0xFF1B,
    "Down": 0xFF54,
    "Space": 0x20,
    "Control": 0xFFE3,
}
_VIEWABLE, _TO_PARENT = 2, 2


class _Attributes(c.Structure):
    _fields_ = [
        *((name, c.c_int) for name in ("x", "y", "width", "height", "border", "depth")),
        ("visual", c.c_void_p),
        ("root", c.c_ulong),
        *((name, c.c_int) for name in ("kind", "bits", "gravity", "store")),
        *((name, c.c_ulong) for name in ("planes", "pixel")),
        ("under", c.c_int),
        ("colours", c.c_ulong),
        *((name, c.c_int) for name in ("installed", "map_state")),
        *((name, c.c_long) for name in ("all_events", "events", "kept_events")),
        ("unmanaged", c.c_int),
        ("screen", c.c_void_p),
    ]


_HANDLER = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p)
_ignore = _HANDLER(lambda _display, _error: 0)
"""A window that goes away while it is asked is no reason to end the test."""


class Keyboard:
    """A keyboard at the screen `display`, such as ":7"."""

    def __init__(self, display: str) -> None:
        self._x, self._test = c.CDLL("libX11.so.6"), c.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = c.c_void_p
        self._x.XDefaultRootWindow.restype = c.c_ulong
        self._x.XSetErrorHandler.restype = c.c_void_p
        self._x.XSetErrorHandler(_ignore)
        self._display = c.c_void_p(self._x.XOpenDisplay(display.encode()))
        assert self._display.value, f"no screen {display}"
        self._root = c.c_ulong(self._x.XDefaultRootWindow(self._display))

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)

    def press(self, *names: str) -> None:
        """Press these keys one after the other and let them go backwards: Control and z, say."""
        self.attend()
        codes = [self._x.XKeysymToKeycode(self._display, c.c_ulong(KEYSYMS.get(n) or ord(n))) for n in names]
        for down, order in ((True, codes), (False, codes[::-1])):
            for code in order:
                self._test.XTestFakeKeyEvent(self._display, code, down, c.c_ulong(0))
        self._x.XSync(self._display, False)

    def attend(self) -> None:
        """Let the window on top hear the keyboard."""
        on_top = self._on_top()
        if on_top:
            self._x.XSetInputFocus(self._display, c.c_ulong(on_top), _TO_PARENT, c.c_ulong(0))
            self._x.XSync(self._display, False)

    def _on_top(self) -> int:
        root, parent, windows, count = c.c_ulong(), c.c_ulong(), c.POINTER(c.c_ulong)(), c.c_uint()
        asked = c.byref(root), c.byref(parent), c.byref(windows), c.byref(count)
        self._x.XQueryTree(self._display, self._root, *asked)
        found = 0
        for place in range(count.value):
            about = _Attributes()
            self._x.XGetWindowAttributes(self._display, c.c_ulong(windows[place]), c.byref(about))
            if about.map_state == _VIEWABLE and not about.unmanaged and about.width > 1:
                found = windows[place]
        if windows:
            self._x.XFree(windows)
        return found
