"""Which subjects a change touched; told once, after the commit."""

from __future__ import annotations

from enum import Flag, auto


class Topic(Flag):
    """What a page may show. A page asks its question again when one of its topics was touched."""

    WEEK = auto()
    NETWORKS = auto()
    NUMBERS = auto()
    REVIEW = auto()
    BUSINESS = auto()
    COPIES = auto()
    LANGUAGE = auto()
    ALL = WEEK | NETWORKS | NUMBERS | REVIEW | BUSINESS | COPIES | LANGUAGE
