"""Finding one's kind of business by typing what one is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan.domain.kinds import Kind, KindWords, matching
from focusplan.domain.plainwords import one_slip, plain_words, stem, thinned
from focusplan.i18n import LANGUAGES
from focusplan.playbooks import load_catalogue

_KINDS = load_catalogue().kinds
_WORDS = [(kind.id, name, word) for kind in _KINDS for name in LANGUAGES for word in kind.words[name].search]
_LONG = [(kind, name, word) for kind, name, word in _WORDS if len("".join(plain_words(word))) >= 5]


def found(typed: str, language: str) -> list[str]:
    """The ids of the kinds found, best first."""
    return [kind.id for kind in matching(_KINDS, typed, language)]


@given(st.sampled_from(_WORDS), st.sampled_from([str.upper, str.lower, str.title, " {} ".format]))
def test_every_word_finds_its_kind_first_in_its_language(word, written):
    kind, language, typed = word
    assert found(written(typed), language)[0] == kind


@given(st.sampled_from(_WORDS))
def test_accents_do_not_matter(word):
    kind, language, typed = word
    assert found(" ".join(plain_words(typed)), language)[0] == kind


@given(st.sampled_from(_LONG), st.data())
def test_a_slip_in_a_long_word_still_finds_something(word, data):
    _, language, typed = word
    letters = "".join(plain_words(typed))
    place = data.draw(st.integers(0, len(letters) - 2))
    swapped = letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
    slip = st.sampled_from([letters[:place] + letters[place + 1 :], letters[:place] + "w" + letters[place:], swapped])
    assert len(plain_words(typed)) > 1 or found(data.draw(slip), language)


@given(st.text(max_size=60), st.sampled_from([*LANGUAGES, "de"]))
def test_whatever_is_typed_is_answered_in_the_same_order_again(typed, language):
    first = found(typed, language)
    assert first == found(typed, language)
    assert len(set(first)) == len(first)


@pytest.mark.parametrize(
    ("typed", "language", "kind"),
    [
        ("we run a small bakery", "en", "restaurant"), ("bakrey", "en", "restaurant"),
        ("we sell old books and run a small bakrey", "en", "restaurant"), ("plumbing", "en", "trades"),
        ("it is a bakery", "en", "restaurant"), ("I do IT", "en", "b2b_services"), ("coffeeshop", "en", "restaurant"),
        ("hotel with a bar", "en", "tourism"), ("an online shop for wool", "en", "crafts_shop"),
        ("my husband paints houses", "en", "trades"), ("coffe shop", "en", "restaurant"),
        ("my bicycle café", "es", "restaurant"), ("soy fontanero", "es", "trades"), ("panaderia", "es", "restaurant"),
        ("panaderya", "es", "restaurant"), ("clínica veterinaria", "es", "professional"),
        ("tengo una tienda de muebles", "es", "retail"), ("agencia de viajes", "es", "tourism"),
        ("damos talleres", "es", "culture_courses"), ("un taller", "es", "trades"),
        ("j’ai un salon de coiffure", "fr", "beauty_health"), ("j'ai un salon de coiffure", "fr", "beauty_health"),
        ("boulangrie", "fr", "restaurant"), ("chambres d'hotes", "fr", "tourism"), ("avocates", "fr", "professional"),
        ("cabinet d’ostéopathie", "fr", "beauty_health"), ("œnotourisme", "fr", "tourism"),
        ("vi har en bilverkstad", "sv", "trades"), ("surdegsbageri", "sv", "restaurant"),
        ("surdegsbagerierna", "sv", "restaurant"), ("hotellrestaurang", "sv", "restaurant"),
        ("jag kör taxi", "sv", "trades"), ("vi är en kör", "sv", "culture_courses"), ("bagerri", "sv", "restaurant"),
        ("trädgårdsfirma", "sv", "trades"), ("fontanero", "sv", "trades"), ("chimney sweep", "fr", "trades"),
        ("surdegsbageri", "en", "restaurant"), ("we take nice photogr", "en", "culture_courses"),
    ],
)  # fmt: skip
def test_what_owners_type_is_understood(typed, language, kind):
    assert found(typed, language)[:1] == [kind]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["qqqq", "asdf ghjkl", "12345", "???", "xyzzy", "hello world", "!!"])
def test_nonsense_finds_nothing(typed, language):
    assert found(typed, language) == []


@pytest.mark.parametrize("typed", ["barnyard", "exhibits", "sparkle", "gymkhana", "itinerary", "publicly"])
def test_short_words_are_not_found_inside_other_words(typed):
    assert found(typed, "en") == []


@pytest.mark.parametrize("typed", ["människor", "bara", "installera", "jag vet inte"])
def test_everyday_words_are_no_businesses(typed):
    assert found(typed, "sv") == []


def test_in_a_sentence_a_slip_is_not_seen_in_every_word():
    assert found("we like money", "en") == []
    assert found("noney", "en") == ["crafts_shop"]


def test_what_is_named_first_comes_first():
    assert found("a café with a gallery", "en")[:2] == ["restaurant", "culture_courses"]
    assert found("a gallery with a café", "en")[:2] == ["culture_courses", "restaurant"]


def test_ties_keep_the_order_of_the_kinds_and_own_words_come_before_others():
    def kind(name: str, **words: str) -> Kind:
        return Kind(name, "order", {lang: KindWords(name, name, (word,)) for lang, word in words.items()})

    one, two = kind("one", en="paper", sv="spade"), kind("two", en="spade", sv="papper")
    three, four = kind("three", en="paper mill"), kind("four", en="paper shop")
    assert matching((one, two), "spade", "en") == (two, one)
    assert matching((one, two), "spade", "sv") == (one, two)
    assert matching((four, three), "paper", "en") == (four, three)
    assert matching((one, two), "spade", "de") == (two, one)
    assert matching((), "spade", "en") == ()


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ("bakery", "bakeries")), ("en", ("church", "churches")), ("en", ("gardener", "gardening")),
        ("es", ("taller", "talleres")), ("es", ("coche", "coches")), ("fr", ("avocat", "avocate", "avocates")),
        ("fr", ("bureau", "bureaux")), ("sv", ("butik", "butiken", "butiker", "butikerna")),
        ("sv", ("snickare", "snickaren", "snickarna")), ("sv", ("museum", "museet", "museer")),
    ],
)  # fmt: skip
def test_the_forms_of_a_word_share_a_stem(language, forms):
    assert len({stem(form, language) for form in forms}) == 1


@given(st.text("abcde", min_size=5, max_size=8), st.integers(0, 4), st.sampled_from("abcde"))
def test_one_slip_is_one_letter_too_many_missing_or_wrong(word, place, letter):
    for other in (word[:place] + word[place + 1 :], word[:place] + letter + word[place:]):
        assert set(thinned(word)) & set(thinned(other)) and one_slip(word, other)
    wrong = word[:place] + letter + word[place + 1 :]
    assert set(thinned(word)) & set(thinned(wrong)) and one_slip(word, wrong)


def test_two_slips_are_two():
    assert not one_slip("cabin", "abino")
    assert found("bbkkrey", "en") == []
