"""What the form of a contest says: every field with its value, its buttons, its questions."""

from collections.abc import Sequence
from typing import Protocol

from bot.buttons import Button, Rows
from bot.contest.input.form import PRIZE_FIELDS, TOGGLES, TYPED, FormField, choices_of
from bot.contest.input.form_values import write_bands
from bot.contest.rules import Rules
from bot.contest.showing.wording import code_of, currency, listed, money, percent, price
from bot.i18n import Say


class Named(Protocol):
    """What a form needs of a contest's row."""

    id: int
    title: str


MOST_SYMBOLS = 8
PRIZES_PAGE = "prizes"
MAIN_ROWS = (
    (FormField.TITLE, FormField.MARKET),
    (FormField.FIRST, FormField.LAST, FormField.LATE),
    (FormField.CAPITAL, FormField.FILL),
    (FormField.BOARDS, FormField.UNIVERSE),
    (FormField.CAP, FormField.FLOOR, FormField.VOLUME),
    (FormField.TIERS, FormField.SUITABILITY, FormField.RANK),
)


def form_lines(contest: Named, rules: Rules) -> tuple[Say, ...]:
    """Say every field with its value."""
    fields = (field for row in MAIN_ROWS for field in row)
    return (
        Say("form-head", number=contest.id),
        *(_line(field, contest, rules) for field in fields),
        Say("form-line", label=Say("contest-field-prizes"), value=_prizes(rules)),
    )


def problem_lines(problems: Sequence[Say]) -> tuple[Say, ...]:
    """Say what keeps the rules from being played, as soon as it is typed."""
    if not problems:
        return ()
    return Say("form-problems", count=len(problems)), *problems


def form_buttons(contest: Named) -> Rows:
    """Return a button for each field, and what ends the form."""
    rows = tuple(tuple(_open(contest.id, field) for field in row) for row in MAIN_ROWS)
    prizes = Button(Say("contest-field-prizes"), f"contest:f-{contest.id}-{PRIZES_PAGE}")
    done = Button(Say("button-contest-create"), f"contest:create-{contest.id}")
    drop = Button(Say("button-contest-discard"), f"contest:ask-{contest.id}-discard")
    return (*rows, (prizes,), (done,), (drop,))


def prizes_lines(contest: Named, rules: Rules) -> tuple[Say, ...]:
    """Say the prizes one by one."""
    lines = (_line(field, contest, rules) for field in PRIZE_FIELDS)
    return (Say("form-prizes-head"), *lines, Say("form-prizes-note"))


def prizes_buttons(contest: Named) -> Rows:
    """Return a button for each prize and the way back."""
    rows = tuple((_open(contest.id, field),) for field in PRIZE_FIELDS)
    return (*rows, (_back(contest.id),))


def field_lines(field: FormField, contest: Named, rules: Rules) -> tuple[Say, ...]:
    """Say what a field holds and what it takes."""
    return _line(field, contest, rules), Say(f"form-ask-{field.value}")


def field_buttons(field: FormField, contest: Named, rules: Rules) -> Rows:
    """Return a field's choices; what is on in a field with several values is ticked."""
    choices = choices_of(field, rules)
    rows = tuple((_choice_button(field, value, contest, rules),) for value in choices)
    return (*rows, (_back(contest.id),))


def _choice_button(field: FormField, value: str, contest: Named, rules: Rules) -> Button:
    label = _choice(field, value, rules)
    ticked = value in _held(field, rules)
    shown = Say("form-choice-on" if ticked else "form-choice", label=label)
    return Button(shown, f"contest:c-{contest.id}-{field.value}-{value}")


def is_typed(field: FormField) -> bool:
    """Tell whether the next plain message is taken for the field's value."""
    return field in TYPED


def stays_open(field: FormField) -> bool:
    """Tell whether one choice leaves the field open for another."""
    return field in TOGGLES


def _open(contest_id: int, field: FormField) -> Button:
    return Button(Say(f"contest-field-{field.value}"), f"contest:f-{contest_id}-{field.value}")


def _back(contest_id: int) -> Button:
    return Button(Say("button-form-back"), f"contest:form-{contest_id}")


def _line(field: FormField, contest: Named, rules: Rules) -> Say:
    label = Say(f"contest-field-{field.value}")
    return Say("form-line", label=label, value=value_of(field, contest, rules))


def value_of(field: FormField, contest: Named, rules: Rules) -> Say:
    """Say what a field holds."""
    days = {
        FormField.FIRST: rules.first_day,
        FormField.LAST: rules.last_day,
        FormField.LATE: rules.late_entry_until,
    }
    if field in days:
        return Say("form-day", day=days[field])
    if field is FormField.TITLE:
        return Say("just", text=contest.title)
    return _prize_value(field, rules) if field in PRIZE_FIELDS else _rule_value(field, rules)


def _rule_value(field: FormField, rules: Rules) -> Say:
    unlimited = Say("form-unlimited")
    match field:
        case FormField.CAPITAL:
            unit = currency(rules.market)
            return Say("form-money", amount=money(rules.capital), currency=unit)
        case FormField.CAP:
            return percent(rules.single_name_cap)
        case FormField.FLOOR:
            return price(rules.price_floor) if rules.price_floor else unlimited
        case FormField.VOLUME:
            return unlimited if rules.volume_share is None else percent(rules.volume_share)
        case FormField.UNIVERSE:
            return _universe(rules)
        case FormField.BOARDS | FormField.TIERS:
            held = [_choice(field, value, rules) for value in _held(field, rules)]
            return listed(held, "list-pause") if held else Say("form-none")
        case _:
            return _choice(field, next(iter(_held(field, rules))), rules)


def _prize_value(field: FormField, rules: Rules) -> Say:
    prizes = rules.prizes
    if field is FormField.BANDS:
        return Say("just", text=write_bands(prizes.bands)) if prizes.bands else Say("form-none")
    if field is FormField.NOTES:
        return Say("form-notes", days=prizes.journal_notes)
    points = {
        FormField.FINISHING: prizes.finishing,
        FormField.JOURNAL: prizes.journal,
        FormField.SPREAD: prizes.diversification,
    }[field]
    return Say("form-points", points=points) if points else Say("form-none")


def _prizes(rules: Rules) -> Say:
    fields = [field for field in PRIZE_FIELDS if field is not FormField.NOTES]
    parts = [(Say(f"contest-field-{f.value}"), _prize_value(f, rules)) for f in fields]
    told = [Say("form-prize", label=label, value=value) for label, value in parts]
    return listed(told, "form-and")


def _universe(rules: Rules) -> Say:
    if not rules.universe:
        return Say("form-universe-all")
    codes = ", ".join(code_of(symbol) for symbol in rules.universe[:MOST_SYMBOLS])
    more = len(rules.universe) > MOST_SYMBOLS
    return Say("form-universe", codes=codes + (" …" if more else ""), count=len(rules.universe))


def _held(field: FormField, rules: Rules) -> tuple[str, ...]:
    match field:
        case FormField.MARKET:
            return (rules.market.value,)
        case FormField.FILL:
            return (rules.fill_model.value,)
        case FormField.RANK:
            return (rules.rank_by.value,)
        case FormField.SUITABILITY:
            return ("yes" if rules.suitability else "no",)
        case FormField.TIERS:
            return tuple(tier.value for tier in rules.tiers)
        case FormField.BOARDS:
            return tuple(board.value for board in rules.boards)
        case _:
            return ()


def _choice(field: FormField, value: str, rules: Rules) -> Say:
    """Say one value of a field."""
    if value == "none":
        return Say("form-universe-all" if field is FormField.UNIVERSE else "form-unlimited")
    match field:
        case FormField.MARKET:
            return Say(f"contest-market-{value}")
        case FormField.TIERS:
            return Say(f"tier-{value}")
        case FormField.BOARDS:
            return Say(f"listing-board-{value}")
        case FormField.CAPITAL:
            return Say("form-round-money", amount=int(value), currency=currency(rules.market))
        case FormField.CAP | FormField.VOLUME:
            return Say("just", text=f"{value}%")
        case FormField.FLOOR:
            return Say("just", text=value)
        case _:
            return Say(f"form-{field.value}-{value}")
