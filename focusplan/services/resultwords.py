"""What the owner calls a result: their own word, else that of their kind of business."""

from __future__ import annotations

from focusplan.domain.business import Business
from focusplan.i18n import language
from focusplan.playbooks import Catalogue


def result_words(catalogue: Catalogue, business: Business) -> tuple[str, str]:
    """The word for one result and for many. An own word has one form only: it is never bent by a rule of
    one language."""
    if business.result_word.strip():
        return business.result_word, business.result_word
    word = catalogue.result(catalogue.kind(business.kind).result, language())
    return word.one, word.many
