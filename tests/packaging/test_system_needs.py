"""What the system lacks is found by loading it, and said or installed."""

import subprocess
import sys

import pytest
import system_needs
from environment import SetUpFailed
from system_needs import Need


class Machine:
    """A Linux machine that has what is in `has`; apt knows `known` and brings what it is asked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, user: int, apt: bool = True) -> None:
        self.has: set[str] = set()
        self.known = {"libone1t64", "libtwo"}
        self.calls: list[list[str]] = []
        self.fails = False
        monkeypatch.setattr(system_needs.sys, "platform", "linux")
        monkeypatch.setattr(system_needs.os, "geteuid", lambda: user, raising=False)
        monkeypatch.setattr(system_needs.shutil, "which", lambda name: "/usr/bin/apt-get" if apt else None)
        monkeypatch.setattr(system_needs.subprocess, "run", self.run)
        monkeypatch.setattr(system_needs, "ENVIRONMENT", self.need("venv", "python3-venv"))
        self.has.add("python3-venv")

    def need(self, name: str, *packages: str) -> Need:
        return Need(name, packages, lambda: bool(self.has & set(packages)))

    def run(self, command: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
        if command[0] == "apt-cache":
            return subprocess.CompletedProcess(command, 0, stdout=b"yes" if command[-1] in self.known else b"")
        self.calls.append(command)
        if self.fails:
            raise subprocess.CalledProcessError(100, command)
        if "install" in command:
            self.has |= set(command)
        return subprocess.CompletedProcess(command, 0)


def needs(machine: Machine) -> list[Need]:
    return [machine.need("libone.so", "libone1t64", "libone1"), machine.need("libtwo.so", "libtwo")]


def test_nothing_is_asked_of_a_machine_that_has_everything(monkeypatch):
    machine = Machine(monkeypatch, user=0)
    machine.has |= {"libone1", "libtwo"}
    system_needs.ensure_system(needs(machine))
    assert machine.calls == []


def test_as_root_only_what_is_missing_is_installed_after_one_update(monkeypatch):
    machine = Machine(monkeypatch, user=0)
    machine.has.add("libtwo")
    system_needs.ensure_system(needs(machine))
    assert [call[3] for call in machine.calls] == ["update", "install"]
    assert machine.calls[1][-1] == "libone1t64"
    assert "libtwo" not in machine.calls[1]


def test_an_older_release_gets_the_older_name(monkeypatch):
    machine = Machine(monkeypatch, user=0)
    machine.known = {"libone1", "libtwo"}
    system_needs.ensure_system(needs(machine))
    assert machine.calls[1][-2:] == ["libone1", "libtwo"]


def test_not_as_root_one_sentence_names_the_command(monkeypatch):
    machine = Machine(monkeypatch, user=1000)
    machine.has.clear()
    with pytest.raises(SetUpFailed) as caught:
        system_needs.ensure_system(needs(machine))
    assert str(caught.value).endswith("sudo apt-get install python3-venv libone1t64 libtwo")
    assert machine.calls == []


def test_without_apt_what_is_missing_is_named(monkeypatch):
    machine = Machine(monkeypatch, user=0, apt=False)
    with pytest.raises(SetUpFailed, match="libone.so, libtwo.so"):
        system_needs.ensure_system(needs(machine))


def test_an_installation_that_cannot_be_done_says_what_to_try(monkeypatch):
    machine = Machine(monkeypatch, user=0)
    machine.fails = True
    with pytest.raises(SetUpFailed, match="apt-get install libone1 libtwo"):
        system_needs.ensure_system(needs(machine))


def test_what_is_still_missing_afterwards_is_named(monkeypatch):
    Machine(monkeypatch, user=0)
    strange = Need("libthree.so", ("libtwo",), lambda: False)
    with pytest.raises(SetUpFailed, match=r"still missing: libthree\.so"):
        system_needs.ensure_system([strange])


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_only_python_is_needed_elsewhere(monkeypatch, platform):
    machine = Machine(monkeypatch, user=0)
    machine.has.clear()
    monkeypatch.setattr(system_needs.sys, "platform", platform)
    system_needs.ensure_system(needs(machine))
    assert machine.calls == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux libraries")
def test_a_library_is_known_by_loading_it():
    assert system_needs.library("libc.so.6", "libc6").present()
    assert not system_needs.library("libnowhere.so.99", "libnowhere").present()
    assert system_needs.tool("sh", "dash").present()
    assert not system_needs.tool("no-such-tool", "nothing").present()
