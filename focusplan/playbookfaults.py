"""What can be wrong in a playbook's folder, as sentences that say what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from focusplan.domain.errors import BadFile
from focusplan.i18n import N_, _

LONGEST_VALUE = 80
"""Letters of a text from the file that are repeated in a sentence."""

_TEXTS: Mapping[str, str] = {
    # the folder and its files
    "no_folder": N_("There is no such folder. Look whether its name is written right."),
    "folder_unreadable": N_("The folder can’t be opened. Look whether it is a real one that you may read."),
    "not_a_folder": N_(
        "This is a file, and a playbook is a folder with five files in it. If it is packed, unpack it;"
        " if it is something else, put it elsewhere."
    ),
    "bad_name": N_(
        "A playbook’s name begins with a letter and has only small letters a to z, digits and underscores,"
        " at most {most}. Rename the folder, and the ids in it."
    ),
    "taken_name": N_("FocusPlan uses the name “{folder}” itself. Rename the folder, and the ids in it."),
    "too_many": N_("Only the first {most} playbooks are used. Take out some that you don’t need."),
    "no_file": N_("The file is missing. Add it to the folder."),
    "unreadable": N_("The file can’t be opened. Look whether it is an ordinary file that you may read."),
    "too_large": N_("The file is far larger than a playbook can be. Take out what does not belong there."),
    "encoding": N_("Line {line} holds letters that are not in UTF-8. Save the file as UTF-8."),
    "syntax": N_(
        "Line {line} is not valid TOML. Look there and just above for a missing quotation mark, bracket or"
        " equals sign."
    ),
    "twice": N_("Line {line}: this key or section is in the file already. Keep one of the two."),
    "nested": N_("The file has too many brackets inside one another. Write it more simply."),
    # keys and values
    "missing": N_("The key is missing. Add it."),
    "unknown": N_("This key is not known here. Look at its spelling, or take it out."),
    "type": N_("Another kind of value belongs here: {wanted}."),
    "choice": N_("Write one of these here: {choices}."),
    "other_id": N_("The id has to be the name of the folder. Write id = \"{folder}\"."),
    "unknown_kind": N_(
        "“{kind}” is no kind of business the program knows. Look at its spelling, or take it out."
    ),
    "unknown_stage": N_(
        "“{stage}” is no part of the road. Write prepare, set_up, listen, publish, converse, measure or"
        " deepen."
    ),
    "out_of_range": N_("{value} can’t stand here. Write a number from {least} to {most}."),
    "duplicate_step": N_("Two steps have this id. Give one of them another."),
    "duplicate_limit": N_("Two limits have this id. Give one of them another."),
    "foreign_step": N_("The id has to begin with “{start}”. Put that before it."),
    "step_name": N_("An id has only small letters a to z, digits, hyphens and underscores. Write it so."),
    "weekly_step": N_("This id belongs to a weekly job. Give the step another."),
    "stage_count": N_(
        "This part has {count} steps, and {least} to {most} are wanted. Add some, or take some out."
    ),
    "none_required": N_("No step of this part is required. Write required = true for one of them."),
    "not_covered": N_("No step covers “{cover}”. Give one step the line covers = \"{cover}\"."),
    "must_be_required": N_("The step that covers “{cover}” has to be done. Write required = true for it."),
    "countries": N_("A country is written with two capital letters. Write a list such as [\"GB\", \"SE\"]."),
    "unwanted": N_("This goal takes no such number. Take it out."),
    "start_too_small": N_("{value} minutes are too few to begin. Write at least {least}."),
    # words
    "no_words": N_("The words for this are missing. Add them to this file."),
    "unknown_words": N_(
        "These words are for something the road does not have. Look at the spelling, or take them out."
    ),
    "empty": N_("The text is empty. Write something here."),
    "control": N_("The text holds a line break or a sign that is no letter. Write it on one line."),
    "too_long": N_("The text has {count} characters, and {most} fit. Shorten it."),
    "too_many_words": N_("The step has {count} words, and {most} fit on paper. Shorten it."),
    "how_lines": N_("There are {count} lines on how to do it. Write {least} to {most}."),
    "not_shared": N_(
        "There are no shared words called “{name}”. Look at the spelling, or take out the line shared = … and"
        " write the words here."
    ),
    "words_twice": N_(
        "This step takes shared words, and has words here as well. Take these out, or the line shared = …"
        " in playbook.toml."
    ),
}  # fmt: skip
_TYPES: Mapping[str, str] = {
    "text": N_("a text in quotation marks"),
    "whole number": N_("a whole number"),
    "true or false": N_("true or false"),
    "date": N_("a date such as 2026-11-22, without quotation marks"),
    "table": N_("a section of its own"),
    "list": N_("a list in square brackets"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a playbook's folder. `file` is empty where it is the folder itself, `key` where it
    is the whole file. `text()` says it in the language of the run."""

    file: str
    key: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def line(self) -> int | None:
        """The line, where the file's form itself is wrong."""
        found = self.values.get("line")
        return found if isinstance(found, int) else None

    def text(self) -> str:
        """What is wrong and what to do, without file and key."""
        values = {name: _short(value) for name, value in self.values.items()}
        if self.code == "type":
            values["wanted"] = _(_TYPES[str(values["wanted"])])
        return _(_TEXTS[self.code]).format(**values)

    def place(self) -> str:
        """File and key as they are named before the sentence; empty where it is the folder itself."""
        return ", ".join(filter(None, (self.file, self.key)))

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.place(), self.text())))


class PlaybookFault(BadFile):
    """A playbook can't be used (exit 8); `fault` is the first thing found wrong in it."""

    def __init__(self, fault: Fault) -> None:
        super().__init__("playbook", file=fault.file, key=fault.key, text=fault.text(), place=fault.place())
        self.fault = fault

    def __str__(self) -> str:
        return str(self.fault)


def stop_at(faults: list[Fault]) -> None:
    """PlaybookFault for the first of these, if there is one."""
    if faults:
        raise PlaybookFault(faults[0])


def _short(value: object) -> object:
    if isinstance(value, str) and len(value) > LONGEST_VALUE:
        return value[: LONGEST_VALUE - 1] + "…"
    return value
