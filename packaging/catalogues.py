#!/usr/bin/env python3
"""Keeps the translations in step with the code. For developers; needs the test packages (Babel).

    .venv/bin/python packaging/catalogues.py             collect new texts, drop old ones, compile
    .venv/bin/python packaging/catalogues.py --check     say what is not fresh; exit 1 if anything isn't
    .venv/bin/python packaging/catalogues.py --missing   list what has no translation yet

Entries are kept in order of their English text, without line numbers and dates, so that two people who
translate at the same time rarely meet on one line. English needs no catalogue: its texts are in the code.
"""

from __future__ import annotations

import io
import struct
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
PLURALS = {
    "es": "nplurals=2; plural=(n != 1);",
    "fr": "nplurals=2; plural=(n > 1);",
    "sv": "nplurals=2; plural=(n != 1);",
}
"""How each language counts. French says "0 minute" and "1 minute", the others only one is singular."""
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


class Key(NamedTuple):
    """What tells one text from another: its context ("" for none), English text and plural ("" for none)."""

    singular: str
    plural: str
    context: str


Texts = dict[Key, tuple[str, ...]]
"""A catalogue: the translations of each text, one or two; empty strings where there is none yet."""


def main(arguments: Sequence[str]) -> int:
    """Do what the module says; the answer is the exit code."""
    known = {"--check": check, "--missing": missing}
    if len(arguments) > 1 or not set(arguments) <= set(known):
        print(__doc__, file=sys.stderr)
        return 2
    findings = known[arguments[0]]() if arguments else update()
    print("\n".join(findings))
    return 1 if arguments and findings else 0


def collect(folder: Path = ROOT / "focusplan") -> dict[Key, set[str]]:
    """Every text marked in the code under `folder`, with the files it stands in."""
    found: dict[Key, set[str]] = {}
    for file, _line, message, _comments, context in extract_from_dir(folder, keywords=KEYWORDS):
        singular, plural = message if isinstance(message, tuple) else (message, "")
        files = found.setdefault(Key(singular, plural, context or ""), set())
        files.add(f"focusplan/{Path(file).as_posix()}")
    return found


def read(language: str) -> Texts:
    """The translations of `language` as they are kept; empty when there is no file yet."""
    file = po_file(language)
    if not file.is_file():
        return {}
    catalogue = read_po(io.BytesIO(file.read_bytes()), locale=language)
    return {_key(message): _strings(message) for message in _messages(catalogue)}


def update() -> list[str]:
    """Bring every .po in step with the code and compile it; what was done, in sentences."""
    sources = collect()
    done = []
    for language in PLURALS:
        kept = read(language)
        texts = {key: kept.get(key, ("",) * (2 if key.plural else 1)) for key in sources}
        po_file(language).parent.mkdir(parents=True, exist_ok=True)
        po_file(language).write_bytes(po_text(language, texts, sources).encode("utf-8"))
        mo_file(language).write_bytes(compiled(language, texts))
        empty = sum(not all(strings) for strings in texts.values())
        done.append(f"{language}: {len(texts)} texts, {empty} without a translation")
    return done


def check() -> list[str]:
    """Where code, .po and .mo differ, one sentence each."""
    sources = collect()
    findings = []
    for language in PLURALS:
        kept = read(language)
        for said, keys in (("new in", set(sources) - set(kept)), ("gone from", set(kept) - set(sources))):
            findings += [f"{language}: {said} the code: {key.singular!r}" for key in sorted(keys)]
        if not findings and po_file(language).read_text("utf-8") != po_text(language, kept, sources):
            findings.append(f"{language}: the .po is not set as this tool sets it; please run it")
        mo = mo_file(language)
        if not mo.is_file() or mo.read_bytes() != compiled(language, kept):
            findings.append(f"{language}: the compiled file is not the one the .po makes")
    return findings


def missing() -> list[str]:
    """Every text that some language has no translation for."""
    return [
        f"{language}: {key.singular!r} {key.context}".rstrip()
        for language in PLURALS
        for key, strings in read(language).items()
        if not all(strings)
    ]


def po_text(language: str, texts: Texts, sources: dict[Key, set[str]]) -> str:
    """A whole .po file, always the same for the same texts."""
    blocks = ['msgid ""\nmsgstr ""\n' + "".join(f"{_quoted(line)}\n" for line in _header(language))]
    for key in sorted(texts):
        lines = [f"#: {file}" for file in sorted(sources.get(key, ()))]
        if "{" in key.singular + key.plural:
            lines.append("#, python-brace-format")
        if key.context:
            lines.append(f"msgctxt {_quoted(key.context)}")
        lines.append(f"msgid {_quoted(key.singular)}")
        if key.plural:
            lines.append(f"msgid_plural {_quoted(key.plural)}")
            lines += [f"msgstr[{n}] {_quoted(string)}" for n, string in enumerate(texts[key])]
        else:
            lines.append(f"msgstr {_quoted(texts[key][0])}")
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def compiled(language: str, texts: Texts) -> bytes:
    """The .mo file that gettext reads: tables of lengths and offsets, then the texts, each ended by NUL."""
    entries = {b"": "".join(_header(language)).encode()}
    for key, forms in texts.items():
        if all(forms):
            name = f"{key.context}\x04{key.singular}" if key.context else key.singular
            name += f"\0{key.plural}" if key.plural else ""
            entries[name.encode()] = "\0".join(forms).encode()
    names = sorted(entries)
    start = 28 + 16 * len(names)
    ids = b"".join(name + b"\0" for name in names)
    strings = b"".join(entries[name] + b"\0" for name in names)
    head = struct.pack("<7I", 0x950412DE, 0, len(names), 28, 28 + 8 * len(names), 0, start)
    id_table = _table([len(name) for name in names], start)
    string_table = _table([len(entries[name]) for name in names], start + len(ids))
    return head + id_table + string_table + ids + strings


def po_file(language: str) -> Path:
    """Where the translations of `language` are written by people."""
    return FOLDER / language / "LC_MESSAGES" / "focusplan.po"


def mo_file(language: str) -> Path:
    """Where the program reads the translations of `language`."""
    return po_file(language).with_suffix(".mo")


def _table(lengths: list[int], offset: int) -> bytes:
    table = b""
    for length in lengths:
        table += struct.pack("<2I", length, offset)
        offset += length + 1
    return table


def _header(language: str) -> list[str]:
    return ["Project-Id-Version: FocusPlan\n", f"Language: {language}\n", "MIME-Version: 1.0\n",
            "Content-Type: text/plain; charset=UTF-8\n", "Content-Transfer-Encoding: 8bit\n",
            f"Plural-Forms: {PLURALS[language]}\n"]  # fmt: skip


def _quoted(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(plain, escaped)
    return f'"{text}"'


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _key(message: Message) -> Key:
    singular, plural = message.id if isinstance(message.id, tuple | list) else (message.id, "")
    return Key(str(singular), str(plural), message.context or "")


def _strings(message: Message) -> tuple[str, ...]:
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return tuple(str(string) for string in strings)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
