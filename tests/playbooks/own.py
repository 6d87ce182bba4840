"""A sound playbook of an owner's own, made from one of ours under another name."""

from __future__ import annotations

from pathlib import Path

from focusplan import paths
from focusplan.domain.business import KINDS
from focusplan.i18n import LANGUAGES

SHIPPED = paths.resources() / "playbooks"
OWN = "guild_hall"


def make_own(root: Path, network: str = OWN, name: str = "Guild <b>Hall</b>") -> Path:
    """Puts the folder `network` into the folder of playbooks `root`; its name looks like markup."""
    folder = root / network
    folder.mkdir(parents=True)
    for file in (SHIPPED / "instagram").iterdir():
        text = file.read_text("utf-8").replace("instagram-", f"{network}-")
        text = text.replace('id = "instagram"', f'id = "{network}"').replace("Instagram", name)
        (folder / file.name).write_text(text, "utf-8")
    return folder


def make_card(root: Path, network: str = "signal_box") -> Path:
    """Puts a network into `root` of which only name and fit are known; its road is not written."""
    folder = root / network
    folder.mkdir(parents=True)
    fit = "\n".join(f"{kind} = 2" for kind in KINDS)
    top = f'id = "{network}"\nname = "Signal Box"\nversion = 0\nwritten = false\nstart_minutes = 60\n'
    (folder / "playbook.toml").write_text(f"{top}upkeep_minutes = 20\nweeks = 12\n[fit]\n{fit}\n", "utf-8")
    for language in LANGUAGES:
        words = 'name = "Signal Box"\nname_short = "Signal Box"\nsuits = "x"\nstrength = "y"\n'
        (folder / f"{language}.toml").write_text(words, "utf-8")
    return folder


def change(file: Path, old: str, new: str) -> None:
    """Replaces the first `old` in the file, which has to be there."""
    text = file.read_text("utf-8")
    assert old in text, f"{file.name} has no {old}"
    file.write_text(text.replace(old, new, 1), "utf-8")
