"""The guide: a short text in each language, kept as a file, shown as plain paragraphs.

A line that begins with `# ` opens a chapter; lines that follow one another are one paragraph; a line that
begins with `- ` is a point of a list. Nothing else has a meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from focusplan import paths


@dataclass(frozen=True, slots=True)
class Chapter:
    """A title and its paragraphs; those of a list begin with a bullet."""

    title: str
    paragraphs: tuple[str, ...]


def file(language: str) -> Path:
    """Where the guide of a language lies."""
    return paths.resources() / "guide" / f"{language}.md"


def read(language: str) -> tuple[Chapter, ...]:
    """The guide in this language, else in English."""
    found = file(language)
    return chapters((found if found.is_file() else file("en")).read_text("utf-8"))


def chapters(text: str) -> tuple[Chapter, ...]:
    """The chapters of a text."""
    made: list[tuple[str, list[str]]] = []
    for block in text.split("\n\n"):
        lines = [line.strip() for line in block.strip().splitlines()]
        if lines and lines[0].startswith("# "):
            made.append((lines.pop(0)[2:].strip(), []))
        if lines and made:
            made[-1][1].extend(_paragraphs(lines))
    return tuple(Chapter(title, tuple(paragraphs)) for title, paragraphs in made)


def _paragraphs(lines: list[str]) -> list[str]:
    found: list[str] = []
    for line in lines:
        if line.startswith("- "):
            found.append(f"•\u00a0{line[2:]}")
        elif found:
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found
