"""What is said of a question, and the buttons under it; at most six lines in a group."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from zoneinfo import ZoneInfo

from bot.buttons import Button, Rows
from bot.compliance.disclosure import short_disclosures
from bot.i18n import Language, Say
from bot.members.tiers import Tier
from bot.questions.excerpt import in_group, label
from bot.questions.limits import LIMITS, LONGEST_TEXT, Deed
from bot.questions.promise import Promise
from bot.questions.question import Kind, Told
from bot.questions.shelf import Entry, words_in
from bot.review.masking import PAINT
from db.models.question import QuestionCase, QuestionOffer

Lines = tuple[Say, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads it where; `bot` is the bot's username, for links into the private chat."""

    language: Language
    in_public: bool
    bot: str
    zone: ZoneInfo
    now: datetime


@dataclass(frozen=True, slots=True)
class Message:
    """Lines and buttons, in no language yet."""

    lines: Lines
    buttons: Rows = ()


def tell(told: Told, entries: Mapping[str, Entry], reader: Reader) -> Message | None:
    """Return what to say, or nothing where silence is right."""
    match told.kind:
        case Kind.QUIET:
            return None
        case Kind.ANSWER | Kind.CHOICE | Kind.UNSURE:
            return _found(told, entries, reader)
        case Kind.GO_PRIVATE:
            return _go_private(told, reader)
        case Kind.PROMISED:
            return _promised(told, reader)
        case Kind.OVER_LIMIT:
            return _over_limit(told, reader)
        case _:
            return _standing(told, reader)


def phrased(told: Told, text: str, cited: tuple[Entry, ...], reader: Reader) -> Message:
    """Return an answer that the language model worded from entries, named as what it is."""
    offer = told.offers[0]
    shown, cut = in_group(text) if reader.in_public else (text, False)
    titles = " · ".join(
        f"[{number}] {label(words_in(one.question, reader.language))}"
        for number, one in enumerate(cited, start=1)
    )
    source = Say("ask-sources", titles=titles)
    lines = (Say("ask-automatic"), Say("ask-body", text=shown), source, *_risks(text))
    return Message((*lines, Say("ask-was-it")), _verdict(told, offer, reader, cut=cut))


def _found(told: Told, entries: Mapping[str, Entry], reader: Reader) -> Message:
    shown = [(one, entries[one.entry_key]) for one in told.offers if one.entry_key in entries]
    if told.kind is Kind.ANSWER and shown:
        return _answer(told, *shown[0], reader)
    if told.kind is Kind.CHOICE and shown:
        titles = [(one, label(words_in(entry.question, reader.language))) for one, entry in shown]
        picks = tuple(
            (Button(Say("ask-button-title", title=title), f"ask:pick:{one.id}"),)
            for one, title in titles
        )
        none = Button(Say("ask-button-none"), f"ask:none:{_case(told).id}")
        return Message((Say("ask-choice", count=len(picks)),), (*picks, (none,)))
    human = Button(Say("ask-button-human"), f"ask:human:{_case(told).id}")
    return Message((Say("ask-unsure"), Say("ask-unsure-how")), ((human, _close(told)),))


def _answer(told: Told, offer: QuestionOffer, entry: Entry, reader: Reader) -> Message:
    title, answer = (
        words_in(entry.question, reader.language),
        words_in(entry.answer, reader.language),
    )
    text, cut = in_group(answer) if reader.in_public else (answer, False)
    lines = (
        Say("ask-title", title=label(title, 80)),
        Say("ask-body", text=text),
        *_source(entry),
        *_risks(f"{title}\n{answer}"),
        Say("ask-was-it"),
    )
    return Message(lines, _verdict(told, offer, reader, cut=cut))


def _verdict(told: Told, offer: QuestionOffer, reader: Reader, *, cut: bool) -> Rows:
    first = (
        Button(Say("ask-button-yes"), f"ask:yes:{offer.id}"),
        Button(Say("ask-button-no"), f"ask:no:{offer.id}"),
    )
    human = Button(Say("ask-button-human"), f"ask:human:{_case(told).id}")
    if not cut:
        return (first, (human,))
    return (first, (_link(reader, f"answer_{offer.id}", Say("ask-button-whole")), human))


def _source(entry: Entry) -> Lines:
    if entry.source and entry.as_of:
        return (Say("ask-source-as-of", source=entry.source, day=entry.as_of.isoformat()),)
    if entry.source:
        return (Say("ask-source", source=entry.source),)
    return (Say("ask-as-of", day=entry.as_of.isoformat()),) if entry.as_of else ()


def _risks(text: str) -> Lines:
    """Return the disclosures that a text calls for, all of them in one line."""
    sentences = short_disclosures(text)
    return (
        (reduce(lambda one, two: Say("ask-risks", one=one, two=two), sentences),)
        if sentences
        else ()
    )


def _go_private(told: Told, reader: Reader) -> Message:
    case = _case(told)
    link = _link(reader, f"ask_{case.id}", Say("ask-button-private"))
    masked = PAINT in case.text
    removed = (Say("ask-removed"),) if told.removed else ()
    first = Say("ask-go-private" if masked else "ask-go-private-own")
    return Message((first, *removed), ((link,),))


def _promised(told: Told, reader: Reader) -> Message:
    case = _case(told)
    promise = told.promise or Promise(None)
    if promise.unlicensed:
        noted = Say("ask-promise-unlicensed", case=str(case.id))
        return Message((Say("ask-why-unlicensed"), noted, Say("ask-may-add")), ((_close(told),),))
    why = Say(f"ask-why-{told.why.value}", case=str(case.id))
    lines = (why, _promise(promise, reader), Say("ask-may-add"))
    return Message(lines, ((_close(told),),))


def _promise(promise: Promise, reader: Reader) -> Say:
    if promise.stopped:
        return Say("ask-promise-stopped")
    if promise.answer_by is None:
        return Say("ask-promise-none")
    if promise.answer_by < reader.now:
        return Say("ask-promise-late", at=promise.answer_by)
    local = promise.answer_by.astimezone(reader.zone)
    if local.date() == reader.now.astimezone(reader.zone).date():
        return Say("ask-promise-today", at=local.time())
    return Say("ask-promise-day", at=promise.answer_by)


def _over_limit(told: Told, reader: Reader) -> Message:
    assert told.deed is not None  # noqa: S101 - a limit has its deed
    assert told.free_at is not None  # noqa: S101 - and its end
    if told.deed is Deed.BURST:
        return Message((Say("ask-limit-burst"),))
    if told.deed is Deed.ADD:
        return Message((Say("ask-limit-add", most=LIMITS[Deed.ADD].most),))
    return Message(
        (Say(f"ask-limit-{told.deed.value}", most=LIMITS[told.deed].most, at=told.free_at),)
    )


def _standing(told: Told, reader: Reader) -> Message:
    case = _case(told)
    reopen = Button(Say("ask-button-reopen"), f"ask:reopen:{case.id}")
    vip = case.tier is Tier.VIP
    match told.kind:
        case Kind.SOLVED:
            return Message((Say("ask-solved"),), ((reopen,),))
        case Kind.CLOSED:
            return Message((Say("ask-closed", case=str(case.id)),), ((reopen,),))
        case Kind.TOO_LATE:
            return Message((Say("ask-too-late"),))
        case Kind.ADDED:
            removed = (Say("ask-removed"),) if told.removed else ()
            return Message((Say("ask-added", case=str(case.id)), *removed))
        case Kind.WITH_HUMAN:
            return Message((Say("ask-with-human", case=str(case.id)),), ((_close(told),),))
        case _:
            return _open(told, vip=vip)


def _open(told: Told, *, vip: bool) -> Message:
    case = _case(told)
    removed = (Say("ask-removed"),) if told.removed else ()
    excerpt = label(case.text, 60)
    lines = (Say("ask-open", case=str(case.id), text=excerpt, vip="yes" if vip else "no"), *removed)
    if told.held is None:
        return Message(lines, ((_close(told),),))
    add = Button(Say("ask-button-add"), f"ask:add:{told.held}")
    anew = Button(Say("ask-button-anew"), f"ask:anew:{told.held}")
    return Message(lines, ((add,), (anew,)))


def too_long(length: int) -> Say:
    """Return the sentence for a text over the limit."""
    return Say("ask-too-long", length=length, most=LONGEST_TEXT)


def _case(told: Told) -> QuestionCase:
    assert told.case is not None  # noqa: S101 - what is told of has a case
    return told.case


def _close(told: Told) -> Button:
    return Button(Say("ask-button-close"), f"ask:close:{_case(told).id}")


def _link(reader: Reader, payload: str, text: Say) -> Button:
    return Button(text, url=f"https://t.me/{reader.bot}?start={payload}")
