"""`/archive`, `/hold`: how the archive stands, a small export, what may not be erased."""

import asyncio
import io
import tempfile
import zipfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from sqlmodel import Session

from bot.archive import export, hold_words, holds
from bot.archive.coverage import Coverage, GroupCoverage
from bot.archive.errors import (
    ArchiveDayUnreadableError,
    ArchiveGroupUnknownError,
    ArchivePrivateError,
    HoldPeriodReversedError,
    HoldUnknownError,
    HoldUnreadableError,
)
from bot.archive.hold_words import HoldWish
from bot.archive.holds import HoldLine, Scope
from bot.archive.status import Status, status_of
from bot.buttons import Button
from bot.charts.coverage_card import CoverageCard, CoverageRow, draw_coverage_card
from bot.i18n import Say
from bot.members import service
from bot.members.deed import Deed
from bot.members.roles import Right
from bot.members.tiers import Binding
from bot.telegram.house import House
from bot.telegram.router import NotAllowedError
from bot.telegram.turn import Turn
from db.models.archive import ArchiveCheck
from db.repositories import archive as archive_rows
from handlers.common import deed_of, require, show

SMALL = 5_000
"""An export of at most so many records is sent as a document."""
HEAD_DIGITS = 12


async def archive(turn: Turn, arguments: str) -> None:
    """Show the chain, its verifications and the coverage of every group; or export."""
    await _among_staff(turn, "archive")
    word, _, rest = arguments.partition(" ")
    if word in {"export", "导出", "匯出"}:
        await _export(turn, rest)
        return
    status = await turn.ask(status_of, turn.clock.now())
    lines = _lines(status)
    rows = [line for line in status.coverage.groups if line.percent is not None]
    picture = await asyncio.to_thread(_picture, turn, rows) if rows else None
    await turn.reply(*lines, picture=picture)


async def hold(turn: Turn, arguments: str) -> None:
    """Place, list or ask to release a legal hold."""
    await _among_staff(turn, "hold")
    word, _, rest = arguments.strip().partition(" ")
    if word in {"", "list", "查看"}:
        await turn.notice()
        lines = await turn.db.read(holds.listed)
        body = tuple(_hold(line) for line in lines) or (Say("hold-none"),)
        usage = () if lines and word else (Say("hold-usage"),)
        await turn.reply(*((Say("hold-list"),) if lines else ()), *body, *usage)
    elif word in {"add", "登记", "登記"}:
        wish = hold_words.read_hold(rest)
        line = await turn.act(_place, wish, deed_of(turn))
        await turn.reply(Say("hold-placed", number=str(line.hold.id)), _hold(line))
    elif word in {"release", "解除"}:
        number = hold_words.read_number(rest)
        if number is None or number < 0:
            raise HoldUnknownError(received=rest[:40])
        line = await turn.act(_ask_release, turn.house, number, turn.me.first_name, deed_of(turn))
        await turn.reply(Say("hold-release-asked", number=str(line.hold.id)))
    else:
        await turn.notice()
        await turn.reply(Say("hold-usage"))


async def press(turn: Turn, rest: str) -> None:
    """Confirm a release as a second person, or keep the hold."""
    await require(turn, Right.LEGAL_HOLD, "hold")
    await _among_staff(turn, "hold")
    what, _, typed = rest.partition("-")
    number = hold_words.read_number(typed)
    if what not in {"confirm", "keep"} or number is None:
        await turn.answer(Say("button-gone"))
        return
    confirm = what == "confirm"
    decide = holds.confirm_release if confirm else holds.keep_on
    line = await turn.act(decide, number, deed_of(turn))
    said = "hold-released" if confirm else "hold-stays"
    await show(turn, Say(said, number=str(number)), _hold(line))


async def _among_staff(turn: Turn, command: str) -> None:
    """Refuse where members would read along."""
    await turn.notice()
    if not (turn.private or turn.seen.binding is Binding.OPERATORS):
        raise NotAllowedError(command=command)


def _place(session: Session, wish: HoldWish, deed: Deed) -> HoldLine:
    member = service.find_member(session, wish.handle).id if wish.handle else None
    group = None
    if wish.chat_id is not None:
        try:
            group = export.find_groups(session, wish.chat_id)[0].id
        except export.ExportError:
            raise ArchiveGroupUnknownError(received=str(wish.chat_id)) from None
    return holds.place(session, Scope(group, member, wish.first, wish.last), wish.reason, deed)


def _ask_release(session: Session, house: House, number: int, who: str, deed: Deed) -> HoldLine:
    line = holds.ask_release(session, number, deed)
    say = Say("alert-hold-release", number=str(number), who=who, hold=_hold(line))
    yes = Button(Say("button-hold-confirm", number=str(number)), f"hold:confirm-{number}")
    keep = Button(Say("button-hold-keep"), f"hold:keep-{number}")
    key = f"hold-release:{number}:{line.hold.release_asked_at}"
    house.alerts.raise_in(session, key, say, deed.now, ((yes,), (keep,)))
    return line


def _hold(line: HoldLine) -> Say:
    one = line.hold
    if one.group_id is not None:
        scope = Say("hold-scope-group", title=line.group or str(one.group_id))
    elif one.member_id is not None:
        scope = Say("hold-scope-member", name=line.member or "-", id=str(one.member_id))
    else:
        scope = Say("hold-scope-all")
    period = Say("hold-period-all")
    if one.from_day or one.to_day:
        first = one.from_day.isoformat() if one.from_day else Say("hold-open-start")
        last = one.to_day.isoformat() if one.to_day else Say("hold-open-end")
        period = Say("hold-period", first=first, last=last)
    return Say(
        "hold-line",
        number=str(one.id),
        scope=scope,
        period=period,
        reason=one.reason,
        at=one.placed_at,
    )


def _lines(status: Status) -> tuple[Say, ...]:
    found = status.coverage
    groups = tuple(_group(line) for line in found.groups) or (Say("archive-no-groups"),)
    chain = Say(
        "archive-chain",
        sealed=status.sealed,
        waiting=status.waiting,
        erased=status.erased,
        head=status.head[:HEAD_DIGITS],
    )
    held = (Say("archive-holds", count=status.holds),) if status.holds else ()
    return (
        Say("archive-head"),
        *groups,
        *_updates(found),
        chain,
        *_checks(status),
        *held,
        Say("archive-blind"),
    )


def _updates(found: Coverage) -> tuple[Say, ...]:
    lines: tuple[Say, ...] = ()
    if found.counted_since is not None:
        counts = {"seen": found.seen, "missing": found.missing}
        lines = (Say("archive-updates", since=found.counted_since, **counts),)
    if found.delays:
        late = Say("archive-delays", times=found.delays, time=_duration(found.delayed))
        lines = (*lines, late)
    return lines


def _checks(status: Status) -> tuple[Say, ...]:
    lines = []
    if status.whole is not None:
        result = _result(status.whole)
        lines.append(Say("archive-check-whole", at=status.whole.at, result=result))
    if status.part is not None:
        part, result = status.part, _result(status.part)
        lines.append(Say("archive-check-part", at=part.at, records=part.records, result=result))
    return tuple(lines) or (Say("archive-check-none"),)


def _result(check: ArchiveCheck) -> Say:
    if check.problem is None:
        return Say("archive-check-held")
    where = str(check.problem_position)
    return Say("archive-check-broken", position=where, problem=check.problem)


def _group(line: GroupCoverage) -> Say:
    percent = f"{line.percent:.1f}" if line.percent is not None else "–"
    lost = _lost(line) or Say("archive-lost-none")
    return Say("archive-group", title=line.title, percent=percent, records=line.records, lost=lost)


def _lost(line: GroupCoverage) -> Say | None:
    if not line.lost:
        return None
    cause, time = line.lost[0]
    return Say("archive-lost", time=_duration(time), cause=Say(f"archive-gap-{cause.value}"))


def _duration(time: timedelta) -> Say:
    minutes = max(int(time.total_seconds()) // 60, 1)
    if minutes < 60:
        return Say("archive-minutes", minutes=minutes)
    return Say("archive-hours", hours=minutes // 60, minutes=minutes % 60)


def _picture(turn: Turn, groups: list[GroupCoverage]) -> bytes:
    lowest = min((one.percent for one in groups if one.percent is not None), default=Decimal(0))
    rows = tuple(
        CoverageRow(one.title, one.percent or Decimal(0), _note(turn, one)) for one in groups
    )
    card = CoverageCard(
        title=turn.say(Say("archive-card-title", percent=f"{lowest:.1f}")),
        rows=rows,
        foot=(turn.say(Say("archive-card-foot")),),
        kicker=turn.say(Say("archive-card-kicker")),
    )
    return draw_coverage_card(card)


def _note(turn: Turn, line: GroupCoverage) -> str:
    if not line.lost:
        return ""
    cause, time = line.lost[0]
    why = Say(f"archive-gap-{cause.value}")
    return turn.say(Say("archive-card-note", time=_duration(time), cause=why))


async def _export(turn: Turn, typed: str) -> None:
    await require(turn, Right.EXPORT_ARCHIVE, "archive")
    if not turn.private:
        raise ArchivePrivateError
    words = typed.split()
    if len(words) not in {2, 3}:
        await turn.reply(Say("archive-export-usage"))
        return
    first, last = (_day(word) for word in words[:2])
    if last < first:
        raise HoldPeriodReversedError(first=str(first), last=str(last))
    chat = hold_words.read_number(words[2]) if len(words) == 3 else None
    if len(words) == 3 and chat is None:
        raise ArchiveGroupUnknownError(received=words[2][:40])
    await _send(turn, export.Period(first, last, turn.house.community.zone), chat)


def _day(typed: str) -> date:
    try:
        day = hold_words.read_day(typed)
    except HoldUnreadableError:
        day = None
    if day is None:
        raise ArchiveDayUnreadableError(received=typed[:40])
    return day


async def _send(turn: Turn, period: export.Period, chat: int | None) -> None:
    counted = await turn.act(_count, period, chat, deed_of(turn))
    if counted > SMALL:
        command = f"bell archive export --from {period.first} --to {period.last}"
        group = f" --group {chat}" if chat is not None else ""
        await turn.reply(
            Say("archive-export-large", count=counted),
            Say("archive-export-command", command=command + group),
        )
        return
    name = f"archive-{period.first}-{period.last}"
    content = await turn.db.read(_pack, period, chat, name, turn)
    caption = Say(
        "archive-export-caption", first=str(period.first), last=str(period.last), count=counted
    )
    text = turn.words.say(turn.language, caption)
    await turn.house.speaker.document(turn.here.id, content, f"{name}.zip", text)


def _count(session: Session, period: export.Period, chat: int | None, deed: Deed) -> int:
    try:
        chats = export.chats_in(session, export.find_groups(session, chat), chat is None)
    except export.ExportError:
        raise ArchiveGroupUnknownError(received=str(chat)) from None
    counted = archive_rows.count_between(session, chats, *period.span)
    target = f"archive:{chat if chat is not None else 'all'}"
    after = {"from": str(period.first), "to": str(period.last), "records": counted}
    deed.log(session, "archive-export", target, {}, after)
    return counted


def _pack(
    session: Session, period: export.Period, chat: int | None, name: str, turn: Turn
) -> bytes:
    packed = io.BytesIO()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / name
        export.export(session, period, chat, folder, "", turn.clock.now())
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive_file:
            for path in sorted(folder.iterdir()):
                archive_file.write(path, f"{name}/{path.name}")
    return packed.getvalue()
