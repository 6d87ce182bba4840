"""Every text is translated, fresh, kind, and set as each language sets it."""

import gettext
import io
import re
import string

import catalogues
import pytest
from catalogues import Key

LANGUAGES = tuple(catalogues.PLURALS)

UNKIND = {
    "en": r"streaks?|fail(s|ed|ing|ure)?|lost|broken|behind|lazy|laziness",
    "es": r"rachas?|fracas\w*|fall(aste|ado|ada|ido|ida)|perdid[oa]s?|perdiste|rot[oa]s?|atrasad\w*|retrasad\w*|perezos\w*|vag[oa]s?",
    "fr": r"séries?|échou\w*|échecs?|raté\w*|perdu\w*|cassé\w*|brisé\w*|retard\w*|paresseu\w*|fainéant\w*",
    "sv": r"svit\w*|misslyck\w*|förlora\w*|tappa(t|de|ts)|trasig\w*|bruten|brutet|brutna|efterkälken|ligger efter|lat|lata|latmask\w*",
}
"""What no text says in any language: nothing here shames an owner. Whole words, small or capital."""


def texts(language: str) -> list[tuple[Key, str]]:
    """Every translated text with its key, one for each plural form."""
    return [(key, form) for key, forms in catalogues.read(language).items() for form in forms if form]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_code_po_and_mo_are_in_step():
    assert catalogues.check() == []


def test_nothing_waits_for_a_translation():
    assert catalogues.missing() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_name_the_same_things(language):
    wrong = [
        (key.singular, form)
        for key, form in texts(language)
        if fields(form) != fields(key.plural or key.singular) and fields(form) != fields(key.singular)
    ]
    assert not wrong


def test_every_field_has_a_name():
    assert not [key for key in catalogues.collect() if any(not f.isidentifier() for f in fields(key.singular + key.plural))]


def test_english_is_kind():
    unkind = re.compile(rf"\b({UNKIND['en']})\b", re.IGNORECASE)
    assert not [key.singular for key in catalogues.collect() if unkind.search(f"{key.singular} {key.plural}")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_are_kind(language):
    unkind = re.compile(rf"\b({UNKIND[language]})\b", re.IGNORECASE)
    assert not [form for _, form in texts(language) if unkind.search(form)]


def test_french_marks_stand_behind_spaces_that_never_break():
    """A narrow one before ; ! ? and inside « », a no-break space before a colon that ends a phrase."""
    wrong = re.compile(r"(?<![\u202f\s(…?!])[;!?]| [;!?:»]|« |«[^\u202f\u00a0]|[^\u202f\u00a0]»|[^\u202f\u00a0\d}]:(?=\s|$)")
    found = [form for _, form in texts("fr") if wrong.search(re.sub(r"https?://\S+|\[W48:\]|W\d\d:", "", form))]
    assert not found


def test_french_and_spanish_use_their_own_quotation_marks():
    """What is written in a file for the program, such as `id = "x"`, keeps the marks that file needs."""
    code = re.compile(r'= "[^"]*"|\["[^\]]*\]')
    for language, wrong in (("es", "[“”\"]"), ("fr", "[“”\"]"), ("sv", "[“\"«»]")):
        assert not [form for _, form in texts(language) if re.search(wrong, code.sub("", form))]


def test_spanish_questions_and_cries_are_opened():
    for _, form in texts("es"):
        assert form.count("?") == form.count("¿"), form
        assert form.count("!") == form.count("¡"), form


@pytest.mark.parametrize("language", LANGUAGES)
def test_ends_and_line_breaks_are_kept(language):
    """A sentence stays a sentence, a label a label, and lines that stand apart stay apart."""
    for key, form in texts(language):
        assert form == form.strip(), form
        assert form.count("\n") == key.singular.count("\n"), form
        assert form.endswith("…") == key.singular.endswith("…"), form


@pytest.mark.parametrize("language", LANGUAGES)
def test_gettext_reads_what_is_compiled(language):
    texts = {
        Key("One", "", ""): ("Uno «{x}» å\n\"'\\",),
        Key("One", "", "other"): ("Otro",),
        Key("{n} day", "{n} days", ""): ("{n} a", "{n} b"),
        Key("Waiting", "", ""): ("",),
        Key("Half", "Halves", ""): ("x", ""),
    }
    known = gettext.GNUTranslations(io.BytesIO(catalogues.compiled(language, texts)))
    assert known.gettext("One") == "Uno «{x}» å\n\"'\\"
    assert known.pgettext("other", "One") == "Otro"
    assert known.gettext("Waiting") == "Waiting"
    zero = "{n} a" if language == "fr" else "{n} b"
    assert [known.ngettext("{n} day", "{n} days", n) for n in (0, 1, 2)] == [zero, "{n} a", "{n} b"]
    assert known.ngettext("Half", "Halves", 2) == "Halves"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A small program with a catalogue of its own."""
    (tmp_path / "focusplan").mkdir()
    (tmp_path / "focusplan" / "a.py").write_text(
        'x = _("Hello {name}")\ny = pgettext("tone", "Flat")\nz = ngettext("{n} cat", "{n} cats", 2)\nN_("To " "come")\n'
    )
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path / "i18n")
    monkeypatch.setattr(catalogues.collect, "__defaults__", (tmp_path / "focusplan",))
    return tmp_path


def test_texts_are_collected_updated_and_kept(project, capsys):
    assert set(catalogues.collect()) == {
        Key("Hello {name}", "", ""), Key("Flat", "", "tone"), Key("{n} cat", "{n} cats", ""), Key("To come", "", ""),
    }  # fmt: skip
    assert catalogues.main(["--check"]) == 1
    assert catalogues.main([]) == 0
    assert catalogues.main(["--check"]) == 0
    assert catalogues.main(["--missing"]) == 1
    file = catalogues.po_file("sv")
    file.write_text(file.read_text().replace('msgid "Hello {name}"\nmsgstr ""', 'msgid "Hello {name}"\nmsgstr "Hej {name}"'))
    assert catalogues.main(["--check"]) == 1
    (project / "focusplan" / "a.py").write_text('x = _("Hello {name}")\n_("New \\"one\\"\\n")\n')
    catalogues.main([])
    assert catalogues.read("sv") == {Key("Hello {name}", "", ""): ("Hej {name}",), Key('New "one"\n', "", ""): ("",)}
    assert catalogues.main(["--check"]) == 0
    catalogues.po_file("fr").write_text(catalogues.po_file("fr").read_text() + "\n")
    assert catalogues.main(["--check"]) == 1
    assert catalogues.main(["--wrong"]) == 2
    capsys.readouterr()
