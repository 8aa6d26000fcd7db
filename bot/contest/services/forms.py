"""A contest's form between its questions: the draft is the contest's own row."""

from datetime import date

from sqlmodel import Session

from bot.calendar.service import calendar_for
from bot.contest.engine import codec
from bot.contest.input import form
from bot.contest.input.form import FormField
from bot.contest.instrument import Market
from bot.contest.rules import Rules
from bot.contest.services import lifecycle
from bot.i18n import Language, Say, Words
from bot.markup import plain
from bot.members import prompts
from bot.members.deed import Deed
from db.models.contest import Contest

NOUN = "contest-field"


def begin(session: Session, words: Words, language: Language, deed: Deed) -> Contest:
    """Keep a draft with the usual rules, named after its first day."""
    market = Market.MAINLAND
    rules = form.default_rules(market, calendar_for(session, market.calendar), deed.day)
    title = plain(words.say(language, Say("form-title", day=rules.first_day)))
    return lifecycle.create(session, title, rules, deed)


def copy(
    session: Session, contest_id: int, words: Words, language: Language, deed: Deed
) -> Contest:
    """Keep a draft with another contest's rules, moved to the next weeks."""
    rules = codec.rules_from_json(lifecycle.held(session, contest_id).rules)
    calendar = calendar_for(session, rules.market.calendar)
    moved = form.duplicated(rules, calendar, deed.day)
    title = plain(words.say(language, Say("form-title", day=moved.first_day)))
    return lifecycle.duplicate(session, contest_id, moved, title, deed)


def await_value(session: Session, contest_id: int, field: FormField, deed: Deed) -> None:
    """Take the next plain private message for the value of a field."""
    about = {"contest": contest_id, "field": field.value}
    prompts.await_answer(session, deed.actor_id, NOUN, about, deed.now)


def type_in(session: Session, contest_id: int, field: FormField, text: str, deed: Deed) -> Contest:
    """Put what was typed into a field.

    What cannot be read leaves the question standing, and so does what breaks a rule that was
    kept before: whoever sees that types again at once.
    """
    contest = lifecycle.held(session, contest_id)
    rules = codec.rules_from_json(contest.rules)
    if field is FormField.TITLE:
        changed = lifecycle.change(session, contest_id, rules, text, deed)
    else:
        new = form.with_typed(rules, field, text, _today(session, rules, deed))
        changed = lifecycle.change(session, contest_id, new, contest.title, deed)
        known = lifecycle.problems(session, rules, deed.now)
        if any(one not in known for one in lifecycle.problems(session, new, deed.now)):
            return changed
    prompts.settle(session, deed.actor_id)
    return changed


def choose(session: Session, contest_id: int, field: FormField, value: str, deed: Deed) -> Contest:
    """Put what a button stands for into a field; raise ValueError for a forged one."""
    contest = lifecycle.held(session, contest_id)
    rules = codec.rules_from_json(contest.rules)
    new = form.with_choice(rules, field, value, _today(session, rules, deed))
    if field is FormField.MARKET:
        new = _fitted(session, new, deed)
    prompts.settle(session, deed.actor_id)
    return lifecycle.change(session, contest_id, new, contest.title, deed)


def _fitted(session: Session, rules: Rules, deed: Deed) -> Rules:
    """Move the days to those on which another market trades."""
    calendar = calendar_for(session, rules.market.calendar)
    return form.duplicated(rules, calendar, _today(session, rules, deed))


def _today(session: Session, rules: Rules, deed: Deed) -> date:
    return calendar_for(session, rules.market.calendar).local_day(deed.now)
