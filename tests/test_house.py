"""The house stands as the README says: style, types, floors, sizes, and nothing that leaves the computer."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "focusplan"
MODULES = sorted(PACKAGE.rglob("*.py"))
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LONGEST_FILE = 300
LONGEST_FUNCTION = 60


def tool(*command: str) -> None:
    """Run one of the developers' tools over the whole house; its words are the test's message."""
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def trees(folder: Path) -> list[tuple[Path, ast.Module]]:
    return [(file, ast.parse(file.read_text(encoding="utf-8"))) for file in sorted(folder.rglob("*.py"))]


def test_style():
    tool("-m", "ruff", "check", "--quiet", "focusplan", "packaging", "tests")


def test_types():
    tool("-m", "mypy")


def test_floors():
    tool("-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())")


def test_no_import_goes_in_a_circle():
    """The contracts look at floors; this looks at every single module, inside the rooms too."""
    graph = grimp.build_graph("focusplan", exclude_type_checking_imports=True, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    while leaves := {module for module, known in imports.items() if not known & imports.keys()}:
        imports = {module: known for module, known in imports.items() if module not in leaves}
    assert not imports, f"in a circle or above one: {sorted(imports)}"


def test_the_domain_imports_the_standard_library_and_itself_only():
    for file, tree in trees(PACKAGE / "domain"):
        for node in ast.walk(tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{file.name}: imports are written in full"
                names = [node.module or ""]
            for name in names:
                known = name.split(".")[0] in sys.stdlib_module_names or name.startswith("focusplan.domain")
                assert known, f"{file.name} imports {name}"


def test_the_domain_has_no_words_for_people():
    for file, tree in trees(PACKAGE / "domain"):
        called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
        assert not called & {"_", "ngettext", "pgettext", "N_"}, file.name


def test_no_text_hides_inside_another_one():
    """A text inside an f-string is not collected, and so never translated."""
    for file, tree in trees(PACKAGE):
        inside = [part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)]
        called = {part.func.id for part in inside if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)}
        assert not called & {"_", "ngettext", "pgettext", "N_"}, file.name


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_files_and_functions_stay_small(file):
    text = file.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, f"{node.name} is too long"


def test_a_package_says_what_it_is_and_nothing_else():
    for file, tree in trees(PACKAGE):
        if file.name == "__init__.py":
            assert ast.get_docstring(tree), f"{file} says nothing"
            assert len(tree.body) == 1, f"{file} holds code"


def test_nothing_is_called_utils():
    assert not [file for file in MODULES if file.stem in ("utils", "util", "helpers", "common", "misc", "resources")]


NETWORK = ("QtNetwork", "QtWebSockets", "QtWebEngine", "socket", "urllib", "http", "ssl", "ftplib", "smtplib", "asyncio",
           "requests", "httpx", "webbrowser")  # fmt: skip


def test_there_is_no_network_code():
    for file, tree in trees(PACKAGE):
        for node in ast.walk(tree):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = {part for alias in node.names for part in alias.name.split(".")}
                names |= set((getattr(node, "module", None) or "").split("."))
                assert not names & set(NETWORK), f"{file.name} imports {names & set(NETWORK)}"


def test_only_folders_of_this_computer_are_opened():
    """What Qt hands to the desktop is a local folder, never an address."""
    for file in MODULES:
        text = file.read_text(encoding="utf-8")
        assert text.count("openUrl(") == text.count("openUrl(QUrl.fromLocalFile("), file.name


def test_the_entry_point_exists():
    module, _, function = SETTINGS["project"]["scripts"]["focusplan"].partition(":")
    tree = ast.parse((ROOT / (module.replace(".", "/") + ".py")).read_text(encoding="utf-8"))
    assert function in [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]


def test_qt_leaves_none_as_it_was(qapp):
    """PySide6 6.12.0 on Python 3.11 takes one reference from None at every call without a result, and the
    program ends after some thousand of them."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(5000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 1000
