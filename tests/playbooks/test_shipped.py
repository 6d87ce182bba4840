"""The playbooks as they are shipped, read as an owner would read them in each language."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date

import pytest

from focusplan import paths
from focusplan.domain.business import KINDS
from focusplan.domain.kinds import RESULTS
from focusplan.domain.plainwords import plain_words
from focusplan.domain.playbook import COVERS, GOAL_KINDS, NETWORKS, STAGES, YARDSTICK, Playbook, Words
from focusplan.domain.roadrules import ROUTINE_WORDS, TITLE_LENGTH, word_count
from focusplan.i18n import LANGUAGES
from focusplan.playbooks import check_folder, load_catalogue

ROOT = paths.resources() / "playbooks"
CATALOGUE = load_catalogue()
WRITTEN = [one for one in CATALOGUE if one.written]
OTHERS = [language for language in LANGUAGES if language != "en"]

SAME_IN_EVERY_LANGUAGE = {*(one.name for one in CATALOGUE), "Google", "Facebook", "LinkedIn", "WhatsApp", "Logo, pixels"}
SHAMING = {
    "en": r"streaks?|fail(ed|ure)?|lost|broken|behind|lazy",
    "es": r"rachas?|fracas\w*|perdid[oa]s?|rot[oa]s?|atrasad[oa]s?|pereza|perezos\w*|vag[oa]s",
    "fr": r"séries? de jours|échec|échoué\w*|perdue?s?|cassée?s?|en retard|paresse\w*|fainéant\w*",
    "sv": r"svit|misslyckad\w*|misslyckats|förlorad\w*|trasig\w*|efter (med|i arbetet)|lat\b|lata",
}


def texts(playbook: Playbook, language: str) -> Iterator[tuple[str, str]]:
    """Every sentence of a playbook in a language, with its place."""
    yield from playbook.texts[language].items()
    for key, words in playbook.words[language].items():
        for part, text in sentences(words):
            yield f"{key}.{part}", text


def sentences(words: Words) -> Iterator[tuple[str, str]]:
    yield from (("title", words.title), ("why", words.why), ("done_when", words.done_when))
    yield from ((f"how.{number}", line) for number, line in enumerate(words.how))


@pytest.mark.parametrize("network", NETWORKS)
def test_every_folder_is_sound(network):
    assert [(one.file, one.key, one.text()) for one in check_folder(ROOT / network)] == []


def test_the_catalogue_holds_every_network_in_order():
    assert tuple(one.id for one in CATALOGUE) == NETWORKS


def test_step_ids_are_unique_over_all_networks():
    ids = [step.id for one in CATALOGUE for step in one.steps]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("playbook", WRITTEN, ids=lambda one: one.id)
def test_a_road_is_complete(playbook):
    for stage in STAGES:
        steps = playbook.steps_of(stage)
        assert 4 <= len(steps) <= 7
        assert 3 <= sum(step.required for step in steps) <= 5, stage
    assert all(5 <= step.minutes <= 60 for step in playbook.steps)
    assert 3 <= len(playbook.steps_of("deepen")) <= 5
    assert not any(step.required for step in playbook.steps_of("deepen"))
    wind_down = playbook.steps_of("wind_down")
    assert [step.id.split("-")[1] for step in wind_down] == ["wind_tell", "wind_secure", "wind_quiet"]
    assert all(step.required for step in wind_down)
    assert {goal.id: goal.kind for goal in playbook.goals} == GOAL_KINDS
    assert isinstance(playbook.checked_on, date)


@pytest.mark.parametrize("playbook", WRITTEN, ids=lambda one: one.id)
def test_the_required_steps_of_a_road_take_a_few_hours(playbook):
    required = [step for stage in STAGES for step in playbook.steps_of(stage) if step.required]
    assert 240 <= sum(step.minutes for step in required) <= 400
    assert 18 <= len(required) <= 22


@pytest.mark.parametrize("playbook", WRITTEN, ids=lambda one: one.id)
def test_access_is_safe_and_evenings_are_calm(playbook):
    covered = {step.covers: step for step in playbook.steps if step.covers}
    assert set(covered) == set(COVERS)
    assert covered["two_step"].required and covered["recovery"].required


def test_what_reads_the_same_on_two_networks_is_written_once():
    first: dict[str, str] = {}
    for playbook in WRITTEN:
        data = tomllib.loads((ROOT / playbook.id / "en.toml").read_text("utf-8"))
        for step, words in data["steps"].items():
            text = " ".join(words["how"])
            assert first.setdefault(text, step) == step, (text, first[text], step)


@pytest.mark.parametrize("playbook", WRITTEN, ids=lambda one: one.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_steps_can_be_read_by_a_tired_person(playbook, language):
    words = playbook.words[language]
    assert set(words) == {*(step.id for step in playbook.steps), *ROUTINE_WORDS}
    for key, one in words.items():
        assert word_count(one) < 80, key
        assert len(one.title) <= TITLE_LENGTH, key
        assert one.title[0].isupper() or one.title[0] in "¿¡", key
        assert not one.title.endswith("."), key
        assert one.done_when and not one.done_when.endswith("."), key  # it follows "Done when:"
        assert one.why.endswith((".", "?", "!")), key
        assert all(line.endswith((".", "?", "!", ".”", "».", "”.", ".\u00a0»")) for line in one.how), key


@pytest.mark.parametrize("playbook", CATALOGUE.playbooks, ids=lambda one: one.id)
@pytest.mark.parametrize("language", OTHERS)
def test_every_language_says_the_same_things(playbook, language):
    english = dict(texts(playbook, "en"))
    other = dict(texts(playbook, language))
    assert set(playbook.texts[language]) == set(playbook.texts["en"])
    assert set(playbook.words[language]) == set(playbook.words["en"])
    for key, one in playbook.words["en"].items():
        assert len(one.how) == len(playbook.words[language][key].how), key
    left_over = {k: t for k, t in other.items() if t == english[k] and t and t not in SAME_IN_EVERY_LANGUAGE}
    assert left_over == {}


@pytest.mark.parametrize("playbook", CATALOGUE.playbooks, ids=lambda one: one.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_holds_an_open_placeholder(playbook, language):
    for key, text in texts(playbook, language):
        assert text.strip() == text and text, key
        assert "{" not in text and "}" not in text, key
        assert "  " not in text, key


@pytest.mark.parametrize("playbook", CATALOGUE.playbooks, ids=lambda one: one.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_shames(playbook, language):
    pattern = re.compile(rf"\b({SHAMING[language]})\b", re.IGNORECASE)
    found = [(key, text) for key, text in texts(playbook, language) if pattern.search(text)]
    assert found == []


@pytest.mark.parametrize("playbook", CATALOGUE.playbooks, ids=lambda one: one.id)
def test_french_is_set_as_french(playbook):
    for key, text in texts(playbook, "fr"):
        plain = re.sub(r"\S*\?utm_\S*", "", text)
        assert not re.search(r"[^\u202f][;!?]", plain), (key, text)
        assert not re.search(r"[^\u00a0\d/]:(?!//)", plain), (key, text)
        assert not re.search(r"«[^\u00a0]|[^\u00a0]»|\"", plain), (key, text)
        assert "'" not in plain, (key, text)


@pytest.mark.parametrize("playbook", CATALOGUE.playbooks, ids=lambda one: one.id)
def test_spanish_questions_are_opened(playbook):
    for key, text in texts(playbook, "es"):
        plain = re.sub(r"\S*\?utm_\S*", "", text)
        assert plain.count("?") == plain.count("¿"), (key, text)
        assert plain.count("!") == plain.count("¡"), (key, text)


@pytest.mark.parametrize("playbook", CATALOGUE.playbooks, ids=lambda one: one.id)
def test_every_fitting_network_can_open_second_at_two_hours_beside_an_upkeep_of_15(playbook):
    if playbook.id == YARDSTICK or max(playbook.fit.values()) < 2:
        return
    left = 120 - 12 - 15
    assert 40 <= playbook.start_minutes <= left


@pytest.mark.parametrize("playbook", WRITTEN, ids=lambda one: one.id)
def test_the_smallest_start_holds_a_whole_small_week(playbook):
    routine = playbook.routine
    assert routine is not None
    assert playbook.start_minutes >= 10 + routine.answer_minutes + routine.post_minutes + 10


def test_every_kind_has_a_word_and_a_way_to_be_found_in_every_language():
    assert tuple(kind.id for kind in CATALOGUE.kinds) == KINDS
    for kind in CATALOGUE.kinds:
        assert kind.result in RESULTS
        for language in LANGUAGES:
            words = kind.words[language]
            assert words.name and words.many
            assert 30 <= len(words.search) <= 90, (kind.id, language)
    for result in RESULTS:
        for language in LANGUAGES:
            word = CATALOGUE.result(result, language)
            assert word.one and word.many and word.a


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_leads_to_two_kinds(language):
    plain = ["".join(plain_words(word)) for kind in CATALOGUE.kinds for word in kind.words[language].search]
    assert sorted(set(plain)) == sorted(plain)


@pytest.mark.parametrize(
    ("typed", "language", "kind"),
    [
        ("bakery", "en", "restaurant"), ("garage", "en", "trades"), ("FLORIST", "en", "retail"),
        ("panadería", "es", "restaurant"), ("panaderia", "es", "restaurant"), ("taller", "es", "trades"),
        ("boulangerie", "fr", "restaurant"), ("fleuriste", "fr", "retail"), ("hotel", "fr", "tourism"),
        ("bageri", "sv", "restaurant"), ("bilverkstad", "sv", "trades"), ("frisor", "sv", "beauty_health"),
        ("bakery", "sv", "restaurant"), ("lawyer", "fr", "professional"), ("metal workshop", "en", "trades"),
    ],
)  # fmt: skip
def test_a_kind_is_found_by_typing_what_one_is(typed, language, kind):
    assert CATALOGUE.find_kinds(typed, language)[0].id == kind


def test_typing_nothing_offers_everything_and_nonsense_nothing():
    assert CATALOGUE.find_kinds("  ", "en") == CATALOGUE.kinds
    assert CATALOGUE.find_kinds("qqqq", "en") == ()


def test_what_the_catalogue_does_not_have_is_a_key_error():
    for ask in (CATALOGUE.get, CATALOGUE.kind):
        with pytest.raises(KeyError):
            ask("myspace")


def test_words_fall_back_to_english_and_then_to_the_bare_key():
    playbook = CATALOGUE.get("instagram")
    assert playbook.words_of("instagram-subject", "de") == playbook.words["en"]["instagram-subject"]
    assert playbook.words_of("instagram-moon", "sv") == Words("instagram-moon")
    assert playbook.text("suits", "de") == playbook.texts["en"]["suits"]
    assert playbook.text("moon", "sv") == ""
    assert playbook.goal("moon") is None
    assert CATALOGUE.kind("retail").words_in("de") == CATALOGUE.kind("retail").words["en"]
    assert CATALOGUE.result("order", "de") == CATALOGUE.result("order", "en")


def test_limits_carry_the_day_they_were_checked():
    for playbook in WRITTEN:
        assert playbook.limits
        for limit in playbook.limits:
            assert limit.checked_on.year >= 2026
            assert limit.most > 0 or (limit.width > 0 and limit.height > 0)
    assert next(one for one in CATALOGUE.get("google_business").limits if one.id == "description").most == 750
