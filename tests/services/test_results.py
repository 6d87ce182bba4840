"""What the weeks brought, on a real file: unknown is never zero, reach is never added up."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from focusplan.domain.errors import Refused, WrongUse
from focusplan.domain.suggestions import Suggestion
from focusplan.domain.weeks import Week
from focusplan.services import resultspage

WEEK = Week.of(date(2026, 11, 23))
MON = WEEK.monday
GBP, MAIL = "google_business", "newsletter"


@pytest.fixture
def three(workspace):
    """Three ended weeks with figures on one network, a newsletter beside it, and one network on the side."""
    reach, results = (100, 900, 300), (2, None, 4)
    for number in range(3):
        week = WEEK + number
        workspace.travel(week.monday + timedelta(days=2))
        at = datetime.combine(week.monday + timedelta(days=2), datetime.min.time()).astimezone().replace(hour=10)
        workspace.week.log_time(GBP, 60, at)
        workspace.week.log_time(MAIL, 30, at)
        figures = {"reach": reach[number], "enquiries": results[number], "audience": 10 + number}
        workspace.week.record(GBP, week, {key: value for key, value in figures.items() if value is not None})
        workspace.week.record(MAIL, week, {"enquiries": 5, "sales": 1000})
    workspace.travel((WEEK + 3).monday)
    return workspace


def network(found, name):
    return next(row for row in found["networks"] if row["network"] == name)


def test_sums_medians_and_what_is_not_known(three):
    found = three.review.results()
    assert found["totals"]["minutes"] == 270
    assert found["totals"]["enquiries"] == 21
    assert (found["totals"]["reach"], found["totals"]["audience"]) == (None, None)
    mine = network(found, GBP)
    assert (mine["minutes"], mine["enquiries"], mine["customers"]) == (180, 6, None)
    assert (mine["reach_usual_week"], mine["audience"]) == (300, 12)
    assert (mine["weeks_known"], mine["weeks_unknown"]) == (2, 1)
    assert (mine["minutes_counted"], mine["results_an_hour"]["single"]) == (120, 3), "unknown is not nothing"
    assert mine["per_result"] == "15.00"
    assert mine["per_result_range"] == ["6.89", "40.87"]


def test_costs_are_those_of_the_networks_and_the_newsletter_stands_beside(three):
    three.results.set_cost("ads", Decimal("52.00"), WEEK)
    three.results.set_cost("tools", Decimal("26"), WEEK + 1)
    three.results.set_cost("email", Decimal("13"), WEEK)
    costs = three.review.results(WEEK, WEEK + 2)["costs"]
    assert (costs["minutes"], costs["hours"]) == (180, "90.00")
    assert (costs["ads"], costs["tools"]) == ("36.00", "12.00")
    assert (costs["total"], costs["results"], costs["per_result"]) == ("138.00", 6, "23.00")
    assert (costs["minutes_per_result"], costs["minutes_per_result_range"]) == (30, [13, 82])
    mail = network(three.review.results(WEEK, WEEK + 2), MAIL)
    assert (mail["cost"], mail["per_result"]) == ("54.00", "3.60")
    assert mail["results_an_hour"]["single"] == 10
    assert three.results.view("all").newsletter == (
        "An hour brought 5.6 to 16.5 orders by e-mail and 1.1 to 6.5 orders on networks. "
        "Work whose results are not known is left out."
    )


def test_ads_of_one_network_are_its_own_and_part_of_the_whole(three):
    three.results.set_cost("ads", Decimal("52"), WEEK)
    three.results.set_cost("ads", Decimal("26"), WEEK, GBP)
    three.results.set_cost("tools", Decimal("13"), WEEK + 1, "facebook")
    three.results.set_cost("email", Decimal("13"), WEEK)
    found = three.review.results(WEEK, WEEK + 2)
    assert (found["costs"]["ads"], found["costs"]["tools"], found["costs"]["total"]) == ("54.00", "6.00", "150.00")
    assert found["costs"]["a_month"] == {"ads": "78.00", "tools": "13.00", "email": "13.00"}
    mine = network(found, GBP)
    assert (mine["money"], mine["cost"], mine["per_result"]) == ("18.00", "108.00", "18.00")
    assert network(found, MAIL)["money"] == "9.00"
    view = three.results.view(first=WEEK, last=WEEK + 2)
    assert [one.text for one in view.form.own] == [
        "Ads, Google Business Profile: £26.00 a month", "Tools, Facebook Page: £13.00 a month",
    ]  # fmt: skip
    assert dict(view.costs.rows)["Google Business Profile, per order"] == "£18.00 each, between £8.27 and £49.05"
    assert view.form.networks[0] == (GBP, "Google Business Profile")
    three.results.set_cost("ads", None, network=GBP)
    assert [one.network for one in three.results.view("all").form.own] == ["facebook"]
    assert three.review.results(WEEK, WEEK + 2)["costs"]["ads"] == "54.00", "what was spent was spent"
    for kind, name in (("email", GBP), ("ads", MAIL), ("ads", "myspace")):
        with pytest.raises(WrongUse):
            three.results.set_cost(kind, Decimal(1), network=name)


def test_an_emptied_amount_ends_from_this_week_on(three):
    three.results.set_cost("ads", Decimal("52"), WEEK)
    three.results.set_cost("ads", None)
    assert three.results.view("all").form.ads == 0
    assert three.review.results(WEEK, WEEK + 2)["costs"]["ads"] == "36.00"


def test_under_five_there_is_a_range_and_no_number(workspace):
    workspace.week.log_time(GBP, 60)
    workspace.week.record(GBP, WEEK, {"enquiries": 4, "customers": 0})
    costs = workspace.review.results()["costs"]
    assert costs["per_result"] is None
    assert costs["per_result_range"] == ["2.93", "27.53"]
    assert costs["per_customer"] is None
    assert costs["per_customer_range"] == ["8.13", None]
    tiles = {tile.id: tile for tile in workspace.results.view().tiles}
    assert tiles["results"].line == "between 5 min and 56 min of your time each"
    assert tiles["customers"].line == "£8.13 or more for one"


def test_what_nobody_counted_is_a_dash_and_never_nothing(workspace):
    workspace.week.log_time(GBP, 60)
    view = workspace.results.view()
    assert [tile.figure for tile in view.tiles] == ["1 h", "–", "–"]
    assert [bar.value for bar in view.charts[1].bars] == [None]
    assert view.months == ("In November social media took 1 h of my time, worth £30.00, and brought something nobody counted.",)
    assert dict(row[:2] for row in view.costs.rows)["Ads"] == "–"
    assert "not known" in view.costs.note


def test_a_month_as_it_can_be_said_to_a_friend(three):
    (sentence,) = three.results.view("all").months[-1:]
    assert sentence == (
        "In November social media took 1 h of my time, worth £30.00, and brought 2 orders; "
        "e-mail took 30 min and brought 5 orders and £10.00 in sales."
    )


def test_the_share_from_nobody_knows_where(three):
    assert three.review.results()["unknown_source"]["share_percent"] is None
    three.results.set_unsourced("enquiries", 7, WEEK + 1)
    assert three.review.results()["unknown_source"] == {"enquiries": 7, "customers": None, "share_percent": 25}
    assert "Of 28 orders, 7" in three.results.view("all").unknown
    assert three.review.results(WEEK, WEEK)["unknown_source"]["enquiries"] is None
    three.results.set_unsourced("enquiries", None, WEEK + 1)
    assert three.review.results()["unknown_source"]["enquiries"] is None
    for figure, count in (("posts", 1), ("enquiries", -1)):
        with pytest.raises(WrongUse):
            three.results.set_unsourced(figure, count)


def test_amounts_are_kept_from_a_week_on(workspace):
    for kind, amount in (("rent", Decimal(1)), ("ads", Decimal(-1)), ("ads", Decimal(10**8))):
        with pytest.raises(WrongUse):
            workspace.results.set_cost(kind, amount)
    workspace.results.set_cost("ads", Decimal("9.5"))
    assert workspace.results.view().form.ads == Decimal("9.50")
    assert workspace.undoing.undo() == "a monthly cost"
    assert workspace.results.view().form.ads is None
    workspace.results.set_cost("ads", Decimal("9.5"))
    workspace.results.set_cost("ads", None)
    assert workspace.results.view().form.ads is None


def test_balance(workspace):
    saturday = datetime.combine(MON - timedelta(days=2), datetime.min.time()).astimezone().replace(hour=20)
    workspace.travel(MON + timedelta(days=1))
    workspace.week.log_time(GBP, 25, saturday)
    found = workspace.review.results(WEEK - 1, WEEK)["balance"]
    assert found == {"outside": 25, "weekend": 25, "phone": None, "minutes": 25}
    workspace.week.paper("1:00")
    workspace.travel(MON + timedelta(days=8))
    workspace.week.paper("W48: 2:00")
    found = workspace.review.results(WEEK - 1, WEEK)["balance"]
    assert (found["weekend"], found["minutes"]) == (25, 145)


def test_the_four_ways_wait_for_four_weeks(three):
    three.business.change({"outsourcing_quote": "90.00"})
    assert three.results.view("all").ways == ()
    assert "After four weeks" in three.results.view("all").break_even
    three.travel((WEEK + 5).monday)
    view = three.results.view("4")
    assert [way.id for way in view.ways] == ["do", "learn", "hand_over", "minimal"]
    assert "Handing it over for £90.00 a month" in view.break_even
    assert len(three.review.results()["costs"]["ways"]) == 4
    three.business.change({"hour_value": ""})
    assert "worth" in three.results.view("all").break_even


def test_periods(three):
    assert (three.results.view("4").first, three.results.view("4").last) == (WEEK, WEEK + 3)
    own = three.results.view(first=WEEK + 1, last=WEEK + 2)
    assert (own.period, len(own.charts[0].bars)) == ("own", 2)
    assert [bar.state for bar in three.results.view("all").charts[0].bars] == ["", "", "", "running"]
    with pytest.raises(WrongUse, match="weeks_order"):
        three.results.view(first=WEEK + 2, last=WEEK)
    three.travel((WEEK + 60).monday)
    year = three.results.view("52")
    assert len(year.charts[0].bars) == 13
    assert year.empty
    for weeks, bars, first in ((150, 13, "Q4 26"), (400, 9, "2026")):
        three.travel((WEEK + weeks).monday)
        shown = three.results.view("all").charts[0].bars
        assert (len(shown), shown[0].label, shown[0].value) == (bars, first, 180)


def test_a_paused_week_is_a_dashed_bar(three):
    three.networks.pause(WEEK + 4, WEEK + 4, "")
    three.travel((WEEK + 5).monday)
    bars = three.results.view("all").charts[0].bars
    assert [bar.state for bar in bars][-2:] == ["paused", "running"]
    assert bars[-2].value is None


def test_a_suggestion_is_put_away_with_a_reason(workspace, monkeypatch):
    one = Suggestion("close", GBP, "", {"weeks": 13, "minutes": 500})
    from focusplan.services.results import resultlooks, resultsuggest

    monkeypatch.setattr(resultsuggest, "suggestions", lambda _picture: (one,))
    assert [line.id for line in workspace.results.view().suggestions] == [one.id]
    assert workspace.review.results()["suggestions"][0]["figures"] == {"weeks": 13, "minutes": 500}
    workspace.results.put_away("close:nothing")
    workspace.results.put_away(one.id, "  It is summer ")
    assert workspace.results.view().suggestions == ()
    with workspace._context.read() as work:
        (away,) = resultlooks.put_away(work.all(resultspage.Note)).values()
    assert (away.reason, away.on) == ("It is summer", MON)
    workspace.travel(MON + timedelta(days=91))
    assert [line.id for line in workspace.results.view().suggestions] == [one.id]


def test_the_question_after_thirteen_weeks(workspace):
    workspace.travel((WEEK + 12).monday)
    assert workspace.results.view().question is None
    workspace.travel((WEEK + 13).monday)
    asked = workspace.results.view().question
    assert (asked.network, asked.number) == (GBP, 1)
    workspace.results.answer_question()
    workspace.results.answer_question()
    assert workspace.results.view().question is None
    assert workspace.networks.view().active.network == GBP
    workspace.travel((WEEK + 26).monday)
    assert workspace.results.view().question.number == 2


def test_a_page_for_somebody_else_has_ticked_lines_only(three):
    view = three.results.partner()
    assert (view.month, view.title, any(one.ticked for one in view.fields)) == ("2026-12", "December 2026", False)
    three.results.tick_partner(["results", "time", "nonsense"])
    view = three.results.partner("2026-11")
    assert (view.title, view.dates) == ("November 2026", "2–29 November 2026")
    assert [(one.name, one.text) for one in view.fields if one.ticked] == [("Time on networks", "1 h"), ("Orders", "2")]
    assert {one.id: one.text for one in view.fields}["email"] == "30 min: 5 orders and £10.00 in sales"


def test_trying_one_thing_for_four_weeks(three):
    with pytest.raises(WrongUse, match="title_empty"):
        three.trying.try_it(GBP, " ", "enquiries", WEEK + 3)
    with pytest.raises(WrongUse, match="not_choice"):
        three.trying.try_it(GBP, "Pictures", "likes", WEEK + 3)
    with pytest.raises(Refused, match="trial_week"):
        three.trying.try_it(GBP, "Pictures", "enquiries", WEEK + 2)
    made = three.trying.try_it(GBP, "Pictures", "enquiries", WEEK + 3)
    with pytest.raises(Refused, match="trial_runs"):
        three.trying.try_it(GBP, "Something else", "enquiries", WEEK + 3)
    (line,) = three.trying.view().trials
    assert (line.state, line.measure) == ("running", "orders")
    assert three.results.view().tried == (f"Pictures: {line.line}",)
    for number in range(4):
        three.travel((WEEK + 3 + number).monday)
        three.week.record(GBP, WEEK + 3 + number, {"enquiries": 12})
    assert three.trying.view().trials[0].state == "running"
    three.travel((WEEK + 7).monday)
    (line,) = three.trying.view().trials
    assert line.state == "ended"
    assert line.line == "More: 6 in 2 weeks before, 48 in 4 weeks of trying. More than chance would bring."
    (told,) = three.review.results()["trials"]
    assert (told["verdict"], told["before"], told["during"], told["last"]) == ("more", 6, 48, str(WEEK + 6))
    assert told["decided"] is None
    with pytest.raises(WrongUse, match="decide_unknown"):
        three.trying.decide(made.id, "maybe")
    three.trying.decide(made.id, "keep")
    assert three.trying.view().trials[0].state == "decided"
    assert three.results.view().tried == ()
    three.trying.try_it(GBP, "Something else", "enquiries", WEEK + 7)


def test_two_versions_wait_for_their_planned_end(three):
    said = three.trying.forecast(GBP, 20, 40)
    assert "1,141" in said
    assert "too long" not in said
    assert "too long" in three.trying.forecast(GBP, 20, 22)
    assert "not known" in three.trying.forecast("tiktok", 20, 40)
    with pytest.raises(WrongUse, match="comparison_same"):
        three.trying.compare(GBP, "Photo", "Video", "clicks", 20, 20)
    with pytest.raises(WrongUse, match="number_range"):
        three.trying.forecast(GBP, 0, 20)
    made = three.trying.compare(GBP, "Photo", "Video", "clicks", 20, 40)
    three.trying.count(made.id, {"first_seen": 310, "first_hits": 14, "other_seen": 295, "other_hits": 90})
    (line,) = three.trying.view().comparisons
    assert line.open
    assert line.line.startswith("846 more of each")
    (told,) = three.review.results()["comparisons"]
    assert (told["verdict"], told["chance"], told["need"]) == ("waiting", None, 1141), "nobody is ahead early"
    with pytest.raises(WrongUse, match="more_than_seen"):
        three.trying.count(made.id, {"first_hits": 311})
    with pytest.raises(WrongUse, match="figure_range"):
        three.trying.count(made.id, {"first_hits": -1})
    three.trying.count(made.id, {"first_seen": 1200, "first_hits": 20, "other_seen": 1200, "other_hits": 60})
    (line,) = three.trying.view().comparisons
    assert line.line.startswith("“Video” did better: 20 of 1,200 against 60 of 1,200")
    assert line.line.endswith("(p < 0.001).")
    (told,) = three.review.results()["comparisons"]
    assert told["verdict"] == "other" and 0 <= told["chance"] < 0.001
    second = three.trying.compare(GBP, "Red", "Blue", "clicks", 20, 40)
    three.trying.end(second.id)
    assert three.trying.view().comparisons[1].line.startswith("Cannot tell: it was stopped")
    three.trying.count(second.id, {"first_seen": 5})
    assert three.trying.view().comparisons[1].counts == (0, 0, 0, 0)


def test_notes_that_are_none_are_passed_over(workspace):
    with workspace._context.begin() as work:
        for key in ("cost.ads.2026-W48", "cost.ads.x", "suggestion.close:x", "trial.x", "trial.1", "comparison.1"):
            work.put(resultspage.Note(key, "nonsense"))
    view = workspace.results.view()
    assert view.form.ads is None
    assert workspace.trying.view().trials == workspace.trying.view().comparisons == ()


def test_what_was_written_when_weeks_were_closed_is_shown_with_its_week(workspace):
    said = {0: ("keep", "", {"worked": "The <b>oven</b>, early"}), 1: ("keep", "", {}),
            2: ("change", "Mondays only", {"put_off": "The accounts", "worked": ""})}  # fmt: skip
    for number, (decide, text, drafts) in said.items():
        workspace.travel((WEEK + number).sunday)
        for key, draft in drafts.items():
            workspace.review.save_draft(key, draft)
        workspace.review.close(WEEK + number, decide, text)
    shown = workspace.results.view("all").closed
    assert [(one.week, one.lines) for one in shown] == [
        (WEEK + 2, ("Put off for it: The accounts", "You changed: Mondays only")),
        (WEEK, ("What worked: The <b>oven</b>, early",)),
    ]
    assert [one.week for one in workspace.results.view(first=WEEK, last=WEEK + 1).closed] == [WEEK]
    rows = workspace.review.results(WEEK, WEEK + 2)["reviews"]
    assert rows == [
        {"week": str(WEEK), "decide": "keep", "text": None, "worked": "The <b>oven</b>, early", "put_off": None},
        {"week": str(WEEK + 1), "decide": "keep", "text": None, "worked": None, "put_off": None},
        {"week": str(WEEK + 2), "decide": "change", "text": "Mondays only", "worked": None, "put_off": "The accounts"},
    ]
