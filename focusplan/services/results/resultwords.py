"""What the owner calls a result: their own word, else that of their kind of business."""

from __future__ import annotations

from focusplan.domain.business import Business
from focusplan.i18n import language
from focusplan.playbooks import Catalogue


def result_words(catalogue: Catalogue, business: Business) -> tuple[str, str]:
    """The word for one result and for many. An own word that the catalogue knows takes its plural from
    there; any other has one form only: it is never bent by a rule of one language."""
    own = business.result_word
    if not own.strip():
        word = catalogue.result(catalogue.kind(business.kind).result, language())
        return word.one, word.many
    for by_language in catalogue.results.values():
        for word in by_language.values():
            if own.strip().casefold() == word.one.casefold():
                return own, word.many
    return own, own
