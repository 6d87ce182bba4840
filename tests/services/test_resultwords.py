"""The word for a result, in the singular and the plural."""

from __future__ import annotations

from dataclasses import replace

import pytest

from focusplan.playbooks import load_catalogue
from focusplan.services.results.resultwords import result_words
from tests.services.conftest import make_profile


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ("order", ("order", "orders")),
        ("Pedido", ("Pedido", "pedidos")),
        ("visit to the mill", ("visit to the mill", "visit to the mill")),
    ],
)
def test_an_own_word_takes_a_plural_the_catalogue_knows(own: str, words: tuple[str, str]) -> None:
    business = replace(make_profile().business, result_word=own)
    assert result_words(load_catalogue(), business) == words


def test_without_an_own_word_the_kind_of_business_gives_it() -> None:
    one, many = result_words(load_catalogue(), make_profile().business)
    assert one and many and one != many
