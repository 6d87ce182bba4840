"""The checkout's own environment: made once, repaired when half made, left alone when whole."""

import json
import shutil
from pathlib import Path

import environment
import pytest


@pytest.fixture
def root(tmp_path) -> Path:
    (tmp_path / "packaging").mkdir()
    for name in environment.LISTS:
        (tmp_path / "packaging" / name).write_text(f"# {name}\n")
    return tmp_path


@pytest.fixture
def steps(monkeypatch) -> list[str]:
    """The steps of the set-up, noted; the environment itself is made without its packages' files."""
    noted = []
    real = environment._call

    def note(command: list[str], failure: str) -> None:
        if "install" in command:
            noted.append(Path(command[-1]).name)
        else:
            noted.append("venv")
            real([*command, "--without-pip"], failure)
            library = next(Path(command[-1]).glob("[Ll]ib/**/site-packages"))
            (library / "pip.py").touch()

    monkeypatch.setattr(environment, "_call", note)
    return noted


def test_it_is_made_once_and_then_left_alone(root, steps):
    python = environment.ready_python(root, "requirements.txt")
    assert python.exists()
    assert environment.ready_python(root, "requirements.txt") == python
    assert steps == ["venv", "requirements.txt"]


def test_the_tests_list_serves_the_program_too(root, steps):
    environment.ready_python(root, "requirements.txt")
    environment.ready_python(root, "requirements-test.txt")
    environment.ready_python(root, "requirements.txt")
    assert steps == ["venv", "requirements.txt", "requirements-test.txt"]


def test_a_changed_list_is_installed_again(root, steps):
    environment.ready_python(root, "requirements.txt")
    (root / "packaging" / "requirements.txt").write_text("# another\n")
    environment.ready_python(root, "requirements.txt")
    assert steps == ["venv", "requirements.txt", "requirements.txt"]


def test_other_line_ends_are_no_change(root, steps):
    environment.ready_python(root, "requirements.txt")
    (root / "packaging" / "requirements.txt").write_bytes(b"# requirements.txt\r\n")
    environment.ready_python(root, "requirements.txt")
    assert steps == ["venv", "requirements.txt"]


@pytest.mark.parametrize("step", ["venv", "install"])
def test_an_interrupted_set_up_is_repaired_by_the_next_call(root, steps, monkeypatch, step):
    noting = environment._call

    def stop(command: list[str], failure: str) -> None:
        noting(command, failure)
        if ("install" in command) == (step == "install"):
            raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(environment, "_call", stop)
        environment.ready_python(root, "requirements.txt")
    steps.clear()
    environment.ready_python(root, "requirements.txt")
    assert steps == ["venv", "requirements.txt"]


def damage_interpreter(folder: Path) -> None:
    environment.interpreter(folder).unlink()


def damage_settings(folder: Path) -> None:
    (folder / "pyvenv.cfg").unlink()


def damage_pip(folder: Path) -> None:
    next(folder.glob("[Ll]ib/**/pip.py")).unlink()


@pytest.mark.parametrize("damage", [damage_interpreter, damage_settings, damage_pip])
def test_a_damaged_environment_is_made_anew(root, steps, damage):
    environment.ready_python(root, "requirements.txt")
    damage(root / ".venv")
    steps.clear()
    environment.ready_python(root, "requirements.txt")
    assert steps == ["venv", "requirements.txt"]


def test_a_moved_checkout_gets_its_own(root, steps, tmp_path_factory):
    environment.ready_python(root, "requirements.txt")
    moved = tmp_path_factory.mktemp("moved") / "checkout"
    shutil.move(root, moved)
    steps.clear()
    environment.ready_python(moved, "requirements.txt")
    assert steps == ["venv", "requirements.txt"]


def test_an_environment_of_another_python_is_made_anew(root, steps, monkeypatch):
    environment.ready_python(root, "requirements.txt")
    steps.clear()
    monkeypatch.setattr(environment.sys, "version_info", (3, 99, 0))
    environment.ready_python(root, "requirements.txt")
    assert steps[0] == "venv"


@pytest.mark.parametrize("mark", ["", "[]", "null", '{"list": 3}', json.dumps({"list": "other.txt"})])
def test_a_mark_that_cannot_be_read_means_install_again(root, steps, mark):
    environment.ready_python(root, "requirements.txt")
    (root / ".venv" / environment.READY).write_text(mark)
    environment.ready_python(root, "requirements.txt")
    assert steps == ["venv", "requirements.txt", "requirements.txt"]


def test_a_step_that_cannot_be_done_is_one_sentence(tmp_path):
    with pytest.raises(environment.SetUpFailed, match="Please look"):
        environment._call([str(tmp_path / "nothing")], "Please look.")


def test_a_checkout_that_cannot_be_written_serves_when_it_is_ready(root, steps, monkeypatch):
    environment.ready_python(root, "requirements.txt")

    def refuse(self: Path, *args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    real = Path.open
    monkeypatch.setattr(
        environment.Path, "open", lambda self, *args, **kw: (refuse if self.suffix == ".lock" else real)(self, *args, **kw)
    )
    assert environment.ready_python(root, "requirements.txt").exists()
    monkeypatch.setattr(environment.Path, "mkdir", refuse)
    shutil.rmtree(root / ".venv")
    with pytest.raises(environment.SetUpFailed, match="Permission denied"):
        environment.ready_python(root, "requirements.txt")
