"""The words of bringing in files: what a file is, what is left out and why, and what is asked."""

from __future__ import annotations

from datetime import date

from focusplan import i18n
from focusplan.domain.readings import Reading, WeekChange
from focusplan.i18n import _, ngettext
from focusplan.importanswers import Choice, QuestionView
from focusplan.imports.questions import Question
from focusplan.imports.sources import LeftOut
from focusplan.playbooks import Catalogue

_NAMES, _NAME = 8, 40
"""Names of unknown columns that are shown, and letters of each."""


def title(form: str, network: str) -> str:
    """What kind of file it is."""
    kinds = {
        "google_performance": _("Google Business Profile, performance report"),
        "facebook_content": _("Facebook, posts"),
        "facebook_legacy": _("Facebook, posts (older form)"),
        "instagram_content": _("Instagram, posts"),
        "linkedin_metrics": _("LinkedIn, days"),
        "linkedin_posts": _("LinkedIn, posts"),
        "linkedin_post": _("LinkedIn, one post"),
        "linkedin_followers": _("LinkedIn, new followers"),
        "linkedin_visitors": _("LinkedIn, visitors"),
        "x_content": _("X, posts"),
        "x_overview": _("X, days"),
        "x_video": _("X, videos"),
        "tiktok_overview": _("TikTok, days"),
        "tiktok_followers": _("TikTok, followers"),
        "tiktok_viewers": _("TikTok, viewers"),
        "tiktok_content": _("TikTok, videos"),
        "youtube_videos": _("YouTube, videos"),
        "mailchimp_campaigns": _("Newsletter, list of issues"),
        "klaviyo_campaigns": _("Newsletter, list of issues"),
        "mailerlite_campaigns": _("Newsletter, list of issues"),
        "newsletter_report": _("Newsletter, report of an issue"),
        "template": _("FocusPlan’s own table"),
    }
    if form == "daily_metric":
        return _("{network}, one figure a day").format(network=network) if network else _("One figure a day")
    return kinds.get(form, form)


def metric(name: str) -> str:
    """A figure of a file, as people call it."""
    return {
        "posts": _("posts"), "views": _("views"), "video_views": _("video views"),
        "reach": _("people who saw it"), "interactions": _("interactions"), "comments": _("comments"),
        "shares": _("shares"), "saves": _("saved"), "link_clicks": _("clicks on the link"),
        "clicks": _("clicks"), "profile_visits": _("visits to the profile"), "calls": _("calls"),
        "directions": _("asked for the way"), "messages": _("messages"), "bookings": _("bookings"),
        "food_orders": _("food orders"), "menu_clicks": _("clicks on the menu"),
        "hotel_bookings": _("hotel bookings"), "new_followers": _("new followers"),
        "followers_total": _("followers"), "audience": _("followers"), "watch_hours": _("hours watched"),
        "recipients": _("recipients"), "opens": _("opens"), "unique_opens": _("people who opened it"),
        "unique_clicks": _("people who clicked"), "unsubscribes": _("unsubscribed"),
        "received": _("received"), "answered_in_time": _("answered in time"), "enquiries": _("results"),
        "customers": _("customers"), "sales": _("sales"),
    }.get(name, name)  # fmt: skip


def reading(one: Reading) -> str:
    """A figure with its period: "views, 21–27 September: 1,250"."""
    week = one.week
    span = i18n.week_range(week.monday) if week else days(one.first, one.last)
    return _("{metric}, {days}: {value}").format(metric=metric(one.metric), days=span, value=figure(one))


def figure(one: Reading) -> str:
    """The figure as the place writes it; money with its decimals."""
    if one.metric == "sales":
        return i18n.number(one.value / 100, 2)
    return i18n.number(one.value, 0 if float(one.value).is_integer() else 1)


def days(first: date, last: date) -> str:
    """A span of days with their years."""
    if first == last:
        return i18n.day_with_year(first)
    return f"{i18n.day_with_year(first)} – {i18n.day_with_year(last)}"


def left_out(one: LeftOut) -> str:
    """Why something of a file is not taken, in one sentence."""
    count = one.values.get("count", 1)
    n = count if isinstance(count, int) else 1
    said = _rows_left(one.code, n) or {
        "people": _("People who saw it are left out: they are partly the same from day to day and from post"
                    " to post, so they can’t be added up."),
        "likes": _("Likes are left out; they are nice to have, and no goal depends on them."),
        "personal": _("Names, addresses and texts stay in the file."),
        "money": _("Orders and money are left out: the sender’s program credits them to the newsletter by its"
                   " own rule. Type what you know it brought."),
        "california": _("The file gives the hours of California; they were turned into your days."),
        "comments": _("Comments alone don’t say how many people asked for an answer, so that number stays"
                      " yours to type."),
        "new_followers": _("The file holds new followers only, not how many there are in all."),
        "long_period": _("Totals of a longer time are shown and kept, but never split into weeks."),
        "issues": _("Two issues in one week: people who clicked can’t be added up."),
        "unknown_table": _("{file} holds none of the figures that are kept here."),
        "no_table": _("{file} is no table, or empty."),
        "no_rows": _("{file} holds no rows yet."),
        "daily": _("{file} gives every post once a day; the list with one row for each post is what counts."),
        "columns": _("Columns that are not known here are left out: {names}."),
    }.get(one.code, "")  # fmt: skip
    values = {name: str(value) for name, value in one.values.items()}
    if one.code == "columns":
        values["names"] = _columns(one.values["names"])
    return said.format(**{**values, "count": i18n.number(n)})


def _columns(names: object) -> str:
    """The first of these names, in quotes."""
    found = [str(one).strip() for one in names] if isinstance(names, tuple) else []
    shown = [i18n.quote(one if len(one) <= _NAME else one[:_NAME] + "…") for one in found[:_NAMES]]
    return ", ".join(shown) + (" …" if len(found) > _NAMES else "")


def _rows_left(code: str, n: int) -> str:
    return {
        "future": ngettext("{count} row lies in the future and is left out.",
                           "{count} rows lie in the future and are left out.", n),
        "total": ngettext("{count} row of totals is left out.", "{count} rows of totals are left out.", n),
        "description": ngettext("{count} row that explains the columns is left out.",
                                "{count} rows that explain the columns are left out.", n),
        "no_id": ngettext("{count} row without a number of its own is left out.",
                          "{count} rows without a number of their own are left out.", n),
        "no_day": ngettext("{count} row without a day is left out.",
                           "{count} rows without a day are left out.", n),
        "empty": ngettext("{count} row without a figure is left out.",
                          "{count} rows without a figure are left out.", n),
        "twice": ngettext("{count} post is in the file twice and counts once.",
                          "{count} posts are in the file twice and count once.", n),
        "stories": ngettext("{count} story is not counted as a post.",
                            "{count} stories are not counted as posts.", n),
        "replies": ngettext("{count} reply of yours is not counted as a post.",
                            "{count} replies of yours are not counted as posts.", n),
        "running": _("A week or month that has not ended is left out."),
    }.get(code, "")  # fmt: skip


def week_note(change: WeekChange) -> str:
    """What is worth knowing of a change, in a few words."""
    if not change.taken:
        return _("stays as it is: the file holds only a part of this week")
    if change.late:
        return _("this week is closed: kept and shown, but it does not count")
    if change.new is None:
        return _("the file puts this on another day")
    if change.ticked:
        return _("was ticked")
    return _("the file holds only a part of this week") if change.part else ""


def question(asked: Question, catalogue: Catalogue) -> QuestionView:
    """A question with its choices in words."""
    number = int(asked.id.partition(".")[0])
    texts = {
        "date": _("Which day is {sample} in {file}?"),
        "numbers": _("Which figure is {sample} in {file}?"),
        "year": _("Of which year is the last day in {file}?"),
        "network": _("Which network is {file} from?"),
        "period": _("From which day to which day does {file} reach? Write it like 2026-09-01/2026-09-30."),
    }
    text = texts[asked.code].format(sample=i18n.quote(asked.sample), file=asked.file)
    readings = asked.readings or asked.choices
    pairs = zip(asked.choices, readings, strict=True)
    choices = tuple(Choice(value, _choice(asked.code, means, catalogue)) for value, means in pairs)
    return QuestionView(asked.id, asked.code, number, asked.file, text, choices)


def _choice(code: str, means: str, catalogue: Catalogue) -> str:
    if code in ("date", "year"):
        return i18n.day_with_year(date.fromisoformat(means))
    if code == "numbers":
        value = float(means)
        return i18n.number(value, 0 if value.is_integer() else len(means.partition(".")[2]))
    return catalogue.name(means)
