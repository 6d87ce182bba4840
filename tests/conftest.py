"""What every test stands on: no screen, no network, English, no window left over."""

from __future__ import annotations

import io
import os
import socket
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_ACCESSIBILITY", "0")

import pytest
from hypothesis import HealthCheck, settings

_CHECKS = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)
settings.register_profile(
    "quick",
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=True,
    suppress_health_check=_CHECKS,
)
settings.register_profile(
    "long", max_examples=2000, deadline=None, print_blob=True, suppress_health_check=_CHECKS
)

LONG = os.environ.get("FOCUSPLAN_LONG", "") == "1"
"""True when the full counts are wanted; long tests sample otherwise."""

settings.load_profile("long" if LONG else "quick")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """The rules are covered whole, branch by branch; the rest of the program by the share in pyproject.toml."""
    measured = session.config.pluginmanager.getplugin("_cov")
    controller = getattr(measured, "cov_controller", None)
    one_of_many = hasattr(session.config, "workerinput")
    if controller is None or one_of_many or session.config.option.collectonly or session.exitstatus:
        return
    words = io.StringIO()
    share = controller.cov.report(include=["*/focusplan/domain/*"], file=words, skip_covered=True)
    if share < 100:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter = session.config.pluginmanager.getplugin("terminalreporter")
        reporter.ensure_newline()
        reporter.section("the rules are not covered whole", sep="=", red=True)
        reporter.write_line(words.getvalue())


@pytest.fixture(scope="session")
def long_run() -> bool:
    """Whether the long tests run with their full counts."""
    return LONG


class _NoNetwork(socket.socket):
    """Refuses every address that could leave this machine; local sockets of the system stay."""

    def __init__(self, family: int = -1, *args: object, **kwargs: object) -> None:
        if family in (-1, socket.AF_INET, socket.AF_INET6):
            raise AssertionError("FocusPlan has no network code, and a test opened a socket")
        super().__init__(family, *args, **kwargs)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", _NoNetwork)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch):
    """Every test begins and leaves in English as spoken in Britain, whatever the machine speaks."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    from focusplan import i18n

    i18n.use("en", "GB")
    yield
    i18n.use("en", "GB")


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test touches the data of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("LOCALAPPDATA", str(home / "local"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))


@pytest.fixture(autouse=True)
def no_window_left(english: None):
    """After each test the screen is empty; what pytest-qt was given is closed before this looks."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    left = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    names = [f"{type(window).__name__} {window.objectName()!r}" for window in left]
    for window in left:
        window.close()
    assert not names, f"windows left open: {names}"
