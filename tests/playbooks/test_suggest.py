"""Which network first: sensible for owners of every kind, explained, and always the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusplan import i18n
from focusplan.domain.business import AIMS, AUDIENCES, CUSTOMERS, KINDS, SPEAKERS, Business
from focusplan.domain.playbook import NETWORKS
from focusplan.playbooks import load_catalogue
from focusplan.services.roads.suggesting import suggest

CATALOGUE = load_catalogue()


def ranked(
    kind, customers="local", audience="consumers", aim="enquiries", speaker="owner", budget=120, already=(), country="GB",
    settled=(),
):  # fmt: skip
    business = Business(
        name="x", kind=kind, customers=customers, audience=audience, aim=aim, language="en", country=country,
        currency="GBP", speaker=speaker,
    )  # fmt: skip
    return suggest(CATALOGUE, business, budget - max(5, -(-budget // 10)), already, settled)


def first(*answers, **more):
    return ranked(*answers, **more)[0].network


PROFILES = [
    ("bakery", "google_business", ("restaurant",), {}),
    ("village shop", "google_business", ("retail",), {}),
    ("plumber", "google_business", ("trades",), {"aim": "found_locally"}),
    ("hairdresser", "google_business", ("beauty_health",), {"aim": "loyalty"}),
    ("IT consultant", "linkedin", ("b2b_services", "national", "businesses"), {}),
    ("lawyer for firms", "linkedin", ("professional", "regional", "businesses"), {}),
    ("family lawyer", "google_business", ("professional",), {}),
    ("potter with a web shop", "instagram", ("crafts_shop", "international"), {"aim": "online_sales"}),
    ("dressmaker nearby", "instagram", ("crafts_shop",), {}),
    ("fashion label", "instagram", ("retail", "national"), {"aim": "online_sales"}),
    ("guest house", "google_business", ("tourism", "local"), {}),
    ("theatre", "facebook", ("culture_courses",), {}),
    ("allotment club", "facebook", ("association",), {}),
    ("machine builder", "linkedin", ("manufacturing", "international", "businesses"), {"aim": "hiring"}),
    ("gardener found by neighbours", "google_business", ("trades",), {"aim": "found_locally", "budget": 60}),
    ("café already on Google", "instagram", ("restaurant",), {"already": ("google_business",)}),
    ("painter already on Google", "nextdoor", ("trades",), {"already": ("google_business",), "aim": "found_locally"}),
    ("potter already on Instagram", "pinterest", ("crafts_shop", "international"), {"aim": "online_sales", "already": ("instagram",)}),
    ("open-source foundation", "mastodon", ("association", "international"), {"already": ("facebook",)}),
    ("hotel with guests from abroad", "google_business", ("tourism", "international"), {}),
    ("trade with an hour a week and Google", "nextdoor", ("trades",), {"budget": 70, "already": ("google_business",)}),
    ("workshop looking for apprentices", "linkedin", ("manufacturing", "regional", "consumers"), {"aim": "hiring"}),
    ("workshop on LinkedIn looking for apprentices", "linkedin", ("manufacturing", "regional"), {"aim": "hiring", "already": ("linkedin",)}),
    ("law firm for families, already on Google", "linkedin", ("professional",), {"already": ("google_business",)}),
    ("plumber in a country without Nextdoor", "whatsapp", ("trades",), {"already": ("google_business",), "aim": "found_locally", "country": "AT"}),
    ("consultant with a half-hearted Page on LinkedIn", "linkedin", ("b2b_services", "national", "businesses"), {"already": ("linkedin",)}),
    ("salon run by an agency", "instagram", ("beauty_health", "regional"), {"already": ("google_business",), "speaker": "agency"}),
]  # fmt: skip


@pytest.mark.parametrize(("who", "network", "answers", "more"), PROFILES, ids=[one[0] for one in PROFILES])
def test_the_suggestion_suits_the_owner(who, network, answers, more):
    assert first(*answers, **more) == network


@given(
    st.sampled_from(KINDS), st.sampled_from(CUSTOMERS), st.sampled_from(AUDIENCES), st.sampled_from(AIMS),
    st.sampled_from(SPEAKERS), st.integers(1, 2400), st.sets(st.sampled_from(NETWORKS)),
)  # fmt: skip
def test_every_network_once_fit_first_and_the_newsletter_never_leads(kind, customers, audience, aim, speaker, budget, already):
    found = ranked(kind, customers, audience, aim, speaker, budget, already)
    assert sorted(one.network for one in found) == sorted(NETWORKS)
    assert found == ranked(kind, customers, audience, aim, speaker, budget, sorted(already))
    assert found[0].network != "newsletter"
    for one in found:
        assert one.fit == CATALOGUE.get(one.network).fit[kind]
        assert 1 <= len(one.reasons) <= 2 and all(one.reasons)
    able = [place for place, one in enumerate(found) if not one.ruled_out and one.network not in {*already, "newsletter"}]
    others = [place for place, one in enumerate(found) if one.ruled_out]
    assert all(found[place].fit >= 2 for place in able)
    assert not able or not others or max(able) < min(others)
    assert all(one.ruled_out or one.fit >= 2 or one.network in {*already, "newsletter"} for one in found)


def test_reasons_name_what_counted():
    by_network = {one.network: one for one in ranked("restaurant", budget=50, already=("facebook",), aim="loyalty")}
    assert by_network["google_business"].codes == ("fit", "local", "usual")
    assert by_network["facebook"].codes == ("fit", "already", "local", "loyalty")
    assert by_network["instagram"].codes == ("fit", "time", "loyalty", "usual")
    assert by_network["instagram"].ruled_out == "time"
    assert "75" in by_network["instagram"].asks and "15" in by_network["instagram"].asks
    assert by_network["linkedin"].ruled_out == "seldom" and by_network["threads"].ruled_out == "others"
    assert "75" in by_network["instagram"].reasons[1]
    assert by_network["newsletter"].codes == ("fit", "beside")
    assert by_network["linkedin"].fit == 0


def test_reasons_come_in_the_language_of_the_run():
    said = set()
    for language in i18n.LANGUAGES:
        i18n.use(language)
        said.add(ranked("restaurant")[0].reasons[0])
    assert len(said) == len(i18n.LANGUAGES)


def test_what_runs_well_or_was_closed_is_not_suggested_again():
    found = ranked("restaurant", settled=("google_business", "instagram"))
    assert found[0].network not in ("google_business", "instagram")
    assert "already" not in next(one for one in found if one.network == "instagram").codes
