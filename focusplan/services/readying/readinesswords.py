"""Readiness in words: the questions, the answers, the reasons for a way and what would change it."""

from __future__ import annotations

from decimal import Decimal

from focusplan.domain.readiness import Answers
from focusplan.domain.readinessadvice import Reason
from focusplan.i18n import _, duration, join, money, ngettext, number
from focusplan.services.readying.waywords import way_name


def question_title(question: str) -> str:
    """A question as a heading of its answer."""
    return {
        "say": _("What you can say"),
        "hearers": _("Who will hear you"),
        "speaker": _("Who speaks, and how long"),
        "never": _("What is never said"),
        "worthwhile": _("What makes it worthwhile"),
        "known": _("Who has done it before"),
        "pay": _("Whether somebody could be paid"),
    }.get(question, question)


def answer_words(question: str, answers: Answers, currency: str) -> str:
    """What was answered, in one or two lines; empty where nothing was."""
    if question in answers.unknown:
        return _("not known yet")
    if question in ("hearers", "never"):
        return str(getattr(answers, question) or "")
    maker = {"say": _says, "speaker": _speaker, "worthwhile": _worthwhile, "known": _known}.get(question)
    return maker(answers) if maker else _pay(answers, currency)


def _says(answers: Answers) -> str:
    return "\n".join(one.text for one in answers.say)


def _speaker(answers: Answers) -> str:
    if not answers.speaker:
        return ""
    if answers.minutes is None:
        return answers.speaker
    return _("{name}, {time} a week").format(name=answers.speaker, time=duration(answers.minutes))


def _worthwhile(answers: Answers) -> str:
    if not answers.worthwhile:
        return ""
    if answers.a_month is None:
        return answers.worthwhile
    many = number(answers.a_month)
    return _("{result}, {count} a month").format(result=answers.worthwhile, count=many)


def _known(answers: Answers) -> str:
    return {
        "done": _("Somebody here has done it before."),
        "learn": _("Nobody yet, but somebody wants to learn it."),
        "neither": _("Nobody, and nobody wants to."),
    }.get(answers.known or "", "")


def _pay(answers: Answers, currency: str) -> str:
    if answers.pay is None:
        return ""
    said = _("Paying somebody is possible.") if answers.pay else _("Paying nobody for now.")
    if answers.quote is None:
        return said
    return said + " " + _("Quote: {amount} a month.").format(amount=money(answers.quote, currency))


def reason_words(reason: Reason, currency: str) -> str:
    """One reason as a sentence."""
    counted = _COUNTED.get(reason.code)
    if counted is not None:
        return counted(reason)
    if reason.code in ("dearer", "quote"):
        return _of_money(reason, currency)
    return _plain(reason.code)


def _of_money(reason: Reason, currency: str) -> str:
    amounts = {key: money(Decimal(value), currency) for key, value in reason.values.items()}
    if reason.code == "quote":
        return _("Somebody can be paid: the quote is {quote} a month.").format(**amounts)
    return _("Your own hours would cost about {own} a month, and the quote is {quote}.").format(**amounts)


def _plain(code: str) -> str:
    return {
        "not_asked": _("Nothing has been asked yet, so nothing speaks against starting."),
        "nobody": _("Nobody here has done it, and nobody wants to learn it."),
        "never_done": _("Nobody here has done it yet, but somebody wants to learn it."),
        "can_pay": _("Paying somebody is possible."),
        "no_pay": _("Paying somebody is not possible now."),
        "pay_open": _("Whether somebody could be paid is still open."),
        "hearers_missing": _("It is not clear yet who will hear you."),
        "speaker_missing": _("It is not clear yet who speaks."),
        "worthwhile_missing": _("It is not clear yet which result would make it worthwhile."),
        "hearers": _("You know who will hear you."),
        "result": _("You know which result makes it worthwhile."),
        "done": _("Somebody here has done it before."),
        "small_steps": _("Nobody here has done it yet; the road takes it in small steps."),
    }.get(code, code)


def _say_missing(reason: Reason) -> str:
    good = int(reason.values["good"])
    text = ngettext(
        "{good} thing you can say is valuable and specific; it takes {wanted}.",
        "{good} things you can say are valuable and specific; it takes {wanted}.",
        good,
    )
    return text.format(good=number(good), wanted=number(int(reason.values["wanted"])))


def _say(reason: Reason) -> str:
    good = int(reason.values["good"])
    text = ngettext(
        "{good} thing you can say is valuable and specific.",
        "{good} things you can say are valuable and specific.",
        good,
    )
    return text.format(good=number(good))


def _worth(reason: Reason) -> str:
    count = int(reason.values["count"])
    text = ngettext(
        "You know what makes it worthwhile: {count} result a month.",
        "You know what makes it worthwhile: {count} results a month.",
        count,
    )
    return text.format(count=number(count))


def _left(reason: Reason) -> str:
    count = int(reason.values["count"])
    text = ngettext("{count} question is still open.", "{count} questions are still open.", count)
    return text.format(count=number(count))


def _time(reason: Reason) -> str:
    return _("There are {time} a week for it.").format(time=duration(int(reason.values["minutes"])))


def _time_small(reason: Reason) -> str:
    text = _("There are {time} a week; a network takes {least} at least.")
    return text.format(
        time=duration(int(reason.values["minutes"])), least=duration(int(reason.values["least"]))
    )


def _time_network(reason: Reason) -> str:
    text = _("{time} a week can be planned, and the network that asks least takes {needed}.")
    return text.format(
        time=duration(int(reason.values["minutes"])), needed=duration(int(reason.values["needed"]))
    )


_COUNTED = {
    "say_missing": _say_missing, "say": _say, "worthwhile": _worth, "open": _left, "time": _time,
    "time_small": _time_small, "time_network": _time_network,
}  # fmt: skip


def turn_words(code: str, way: str) -> str:
    """What would change the advice, and to what."""
    cause = {
        "ready": _("Once what is missing is there"),
        "time": _("With more time a week"),
        "somebody": _("With somebody who can do it"),
        "all": _("With time, somebody to do it and all answers"),
        "less_time": _("With less than 45 minutes a week"),
        "nothing_to_say": _("Without enough to say"),
        "pay": _("If nobody here wanted to, and somebody could be paid"),
    }[code]
    return _("{cause}: {way}").format(cause=cause, way=way_name(way))


def gap_words(gaps: tuple[str, ...]) -> str:
    """What is missing before the first post, in one sentence."""
    if not gaps:
        return ""
    return _("Still missing: {what}.").format(what=join([_gap(code) for code in gaps]))


def _gap(code: str) -> str:
    return {
        "say": _("things to say that are valuable and specific"),
        "hearers": _("who will hear you"),
        "speaker": _("who speaks"),
        "worthwhile": _("what makes it worthwhile"),
    }.get(code, code)
