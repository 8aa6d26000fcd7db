"""Read `ladder.toml`, strictly: a mistake in it is named, nothing is guessed."""

from functools import cache
from pathlib import Path

from bot.compliance.verdict import Severity
from bot.moderation.ladder import HUNDRED, FloodLimits, Ladder, Quiet, Step, Treatment
from bot.moderation.measures import Measure
from bot.strict_toml import Fields, read_table

LADDER = Path(__file__).with_name("ladder.toml")


@cache
def default_ladder() -> Ladder:
    """Return the ladder that ships with the product, read once."""
    return load_ladder()


def load_ladder(path: Path = LADDER) -> Ladder:
    """Read a ladder; InvalidData names the first mistake in it."""
    whole = read_table(path)
    newcomer, history = whole.table("newcomer"), whole.table("history")
    trusted, second = whole.table("trusted"), whole.table("second_person")
    cases = whole.table("cases")
    links, words = whole.table("links"), whole.table("staff_words")
    ladder = Ladder(
        version=whole.integer("version", 1, 9_999),
        newcomer_hours=newcomer.integer("hours", 0, 720),
        newcomer_messages=newcomer.integer("messages", 0, 100),
        trusted_level=trusted.integer("level", 1, 100),
        history_days=history.integer("days", 1, 365),
        weights=tuple(_weight(fields) for fields in history.tables("weight")),
        steps=_steps(whole),
        severities=_severities(whole),
        treatments=_treatments(whole),
        flood=_flood(whole.table("flood")),
        quiet=_quiet(whole.table("quiet")),
        case_strikes=cases.integer("strikes", 0, 100),
        second_points=second.integer("points", 0, 10**9),
        second_mute_days=second.integer("mute_days", 1, 365),
        hosts=links.texts("hosts"),
        role_words=words.texts("roles", least=1),
        house_words=words.texts("house", least=1),
    )
    for fields in (cases, newcomer, history, trusted, second, links, words, whole):
        fields.finish()
    return ladder


def _weight(fields: Fields) -> tuple[int, int]:
    weight = fields.integer("days", 1, 365), fields.integer("percent", 0, HUNDRED)
    fields.finish()
    return weight


def _steps(whole: Fields) -> tuple[Step, ...]:
    steps: list[Step] = []
    for fields in whole.tables("step"):
        least = steps[-1].strikes + 1 if steps else 1
        measure = Measure(fields.choice("measure", (Measure.MUTE, Measure.BAN)))
        step = Step(
            fields.integer("strikes", least, 1000), measure, fields.integer("minutes", 0, 525_600)
        )
        fields.finish()
        steps.append(step)
    return tuple(steps)


def _severities(whole: Fields) -> dict[Severity, Treatment]:
    found: dict[Severity, Treatment] = {}
    for fields in whole.tables("severity"):
        name = Severity(fields.choice("name", tuple(Severity)))
        found[name] = _treatment(fields, name)
    for severity in Severity:
        if severity not in found:
            raise whole.refuse("severity", sorted(found), f"one table for {severity.value}")
    return found


def _treatments(whole: Fields) -> dict[str, Treatment]:
    found: dict[str, Treatment] = {}
    for fields in whole.tables("treatment"):
        kinds = fields.texts("kinds", least=1)
        begins = Severity(fields.choice("from", tuple(Severity)))
        treatment = _treatment(fields, begins)
        for kind in kinds:
            if kind in found:
                raise fields.refuse("kinds", kind, "a kind that no other treatment has")
            found[kind] = treatment
    return found


def _treatment(fields: Fields, begins: Severity) -> Treatment:
    timed = "minutes" in fields.names()
    measures = tuple(Measure)
    cases = fields.choices("cases", ("member", "newcomer"))
    treatment = Treatment(
        member=Measure(fields.choice("member", measures)),
        newcomer=Measure(fields.choice("newcomer", measures)),
        strikes=fields.integer("strikes", 0, 100),
        minutes=fields.integer("minutes", 1, 525_600) if timed else 0,
        case_member="member" in cases,
        case_newcomer="newcomer" in cases,
        tell=bool(fields.choices("tells", ("operators",))),
        begins=begins,
    )
    fields.finish()
    return treatment


def _flood(fields: Fields) -> FloodLimits:
    limits = FloodLimits(
        window_seconds=fields.integer("window_seconds", 1, 3600),
        messages=fields.integer("messages", 2, 1000),
        night_messages=fields.integer("night_messages", 1, 1000),
        repeat_seconds=fields.integer("repeat_seconds", 1, 86_400),
        repeats=fields.integer("repeats", 2, 1000),
        repeat_letters=fields.integer("repeat_letters", 1, 1000),
        mentions=fields.integer("mentions", 2, 100),
    )
    fields.finish()
    return limits


def _quiet(fields: Fields) -> Quiet:
    quiet = Quiet(
        reply_seconds=fields.integer("reply_seconds", 10, 86_400),
        group_seconds=fields.integer("group_seconds", 1, 86_400),
        person_seconds=fields.integer("person_seconds", 1, 86_400),
    )
    fields.finish()
    return quiet
