import io
import zipfile
from datetime import timedelta
from pathlib import Path

from sqlmodel import Session

from bot.archive import service
from bot.archive.export_check import check_export
from bot.members.roles import Role
from bot.members.tiers import Binding
from db.repositories import groups, holds, members
from jobs import archive as jobs
from tests.factories.updates import GROUP, make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import NOW, OWNER_ID, Rig

OPS = -1009
OWNER = make_user(OWNER_ID, "老板")
CHECKER = make_user(50, "何合规")


async def _open(rig: Rig) -> None:
    def bind(session: Session) -> None:
        groups.ensure(session, GROUP, "新手一群", NOW).binding = Binding.NEWBIE
        groups.ensure(session, OPS, "运营群", NOW).binding = Binding.OPERATORS

    await rig.db.run(bind)
    await rig.feed(make_said("你好", chat=make_chat()), make_said("在", user=CHECKER))
    await rig.db.run(members.grant_role, 50, Role.COMPLIANCE, OWNER_ID, NOW)


async def test_the_card_shows_chain_coverage_and_what_cannot_be_seen(rig: Rig) -> None:
    await _open(rig)
    rig.request.reads_all = True
    await jobs.watch(rig.house, NOW)
    rig.clock.advance(hours=2)
    await rig.db.run(service.seal_waiting)
    await jobs.verify_whole(rig.house, rig.clock.now())
    await jobs.verify_part(rig.house, rig.clock.now())
    await rig.feed(make_said("/archive", user=OWNER))
    card = rig.request.of("sendPhoto")[-1].text
    assert "新手一群：100.0% · 1 条" in card
    assert "已封 1 条，待封 0 条，期满清除 0 条" in card
    assert "全量校验：11月20日（周五）11:00，完好" in card
    assert "抽样校验" in card
    assert "机器人看不到" in card


async def test_a_group_that_cannot_be_read_shows_how_long_and_why(rig: Rig) -> None:
    await _open(rig)
    await jobs.watch(rig.house, NOW)
    rig.request.member_of = {"status": "member"}
    for minutes in (5, 10):
        await jobs.watch(rig.house, NOW + timedelta(minutes=minutes))
    rig.clock.advance(minutes=100)
    await rig.feed(make_said("/archive", user=OWNER))
    assert "缺 1 小时 40 分（不是管理员且隐私模式开着，读不到）" in rig.request.said[-1]


async def test_members_and_members_groups_see_nothing_of_it(rig: Rig) -> None:
    await _open(rig)
    await rig.feed(make_said("/archive"), make_said("/hold list"))
    assert all("只有获得授权的人能用" in said for said in rig.request.said[-2:])
    await rig.feed(make_said("/archive", user=OWNER, chat=make_chat()))
    assert "只有获得授权的人能用" in rig.request.said[-1]


async def test_a_hold_is_placed_listed_and_released_by_two(rig: Rig) -> None:
    await _open(rig)
    await rig.feed(
        make_said(f"/hold add {GROUP} ２０２６-01-01..2026-06-30 监管问询 12 号", user=CHECKER)
    )
    assert "已登记法定保留 1" in rig.request.said[-1]
    assert "群 新手一群 · 2026-01-01 至 2026-06-30：监管问询 12 号" in rig.request.said[-1]
    await rig.feed(make_said("/hold", user=OWNER))
    assert "监管问询 12 号" in rig.request.said[-1]
    await rig.feed(make_said("/hold release 1", user=CHECKER))
    assert "须由另一位" in rig.request.said[-1]
    [alert] = await rig.queued()
    assert alert.chat_id == OPS
    assert [row[0]["data"] for row in alert.buttons] == ["hold:confirm-1", "hold:keep-1"]
    ops = make_chat(OPS, "运营群")
    await rig.feed(make_press("hold:confirm-1", user=CHECKER, chat=ops))
    assert "须由两个人完成" in rig.request.notes[-1]
    await rig.feed(make_press("hold:confirm-1", user=OWNER, chat=ops))
    assert "已解除法定保留 1" in rig.request.said[-1]
    assert await rig.db.read(holds.in_force) == []


async def test_a_hold_that_is_not_clear_is_refused_with_the_way_to_write_it(rig: Rig) -> None:
    await _open(rig)
    for typed, sentence in (
        ("/hold add", "没看懂要保留什么"),
        ("/hold add 7 2026-13-01..2026-02-01 因", "没看懂要保留什么"),
        ("/hold add 7", "要写明原因"),
        ("/hold add 7 2026-06-30..2026-01-01 因", "时间写反了"),
        ("/hold add -77 因", "没有编号为 -77 的群"),
        ("/hold add 777 因", "777"),
        ("/hold release 9", "没有生效中的法定保留 9"),
        ("/hold what", "写法：/hold add"),
    ):
        await rig.feed(make_said(typed, user=CHECKER))
        assert sentence in rig.request.said[-1], typed


async def test_a_small_export_comes_as_a_document_in_private_and_checks(
    rig: Rig, tmp_path: Path
) -> None:
    await _open(rig)
    await rig.db.run(service.seal_waiting)
    files: list[bytes] = []
    send = rig.house.speaker.document

    async def record(chat: int, content: bytes, filename: str, caption: object) -> object:
        files.append(content)
        return await send(chat, content, filename, caption)  # type: ignore[arg-type]

    rig.house.speaker.document = record  # type: ignore[method-assign,assignment]
    rig.request.answers["sendDocument"] = rig.request._message
    await rig.feed(make_said("/archive export 2026-11-20 2026-11-20", user=CHECKER))
    zipfile.ZipFile(io.BytesIO(files[0])).extractall(tmp_path)
    found = check_export(tmp_path / "archive-2026-11-20-2026-11-20")
    assert (found.problems, found.records) == ((), 1)


async def test_an_export_is_refused_in_the_group_and_to_operators(rig: Rig) -> None:
    await _open(rig)
    await rig.db.run(members.grant_role, 7, Role.OPERATOR, OWNER_ID, NOW)
    typed = "/archive export 2026-11-20 2026-11-20"
    await rig.feed(make_said(typed))
    assert "只有获得授权的人能用" in rig.request.said[-1]
    await rig.feed(make_said(typed, user=OWNER, chat=make_chat(OPS, "运营群")))
    assert "只在私聊里给" in rig.request.said[-1]
    await rig.feed(make_said("/archive export 2026-11-21 2026-11-20", user=OWNER))
    assert "时间写反了" in rig.request.said[-1]
    await rig.feed(make_said("/archive export 2026-11-21 2026-11-21 -5", user=OWNER))
    assert "没有编号为 -5 的群" in rig.request.said[-1]
    await rig.feed(make_said("/archive export", user=OWNER))
    assert "写法：/archive export" in rig.request.said[-1]


async def test_a_large_export_names_the_command_instead(rig: Rig, monkeypatch: object) -> None:
    from handlers import archive

    await _open(rig)
    await rig.db.run(service.seal_waiting)
    before, archive.SMALL = archive.SMALL, 0
    try:
        await rig.feed(make_said(f"/archive export 2026-11-20 2026-11-20 {GROUP}", user=OWNER))
    finally:
        archive.SMALL = before
    command = f"bell archive export --from 2026-11-20 --to 2026-11-20 --group {GROUP}"
    assert command in rig.request.said[-1]


async def test_a_broken_chain_is_told_and_kept(rig: Rig) -> None:
    from sqlalchemy import text

    await _open(rig)
    await rig.db.run(service.seal_waiting)
    forge = text("UPDATE archive_record SET text = 'x' WHERE position = 1")
    await rig.db.run(lambda session: session.execute(forge) and None)
    await jobs.verify_part(rig.house, NOW)
    [alert] = await rig.queued()
    assert "校验链在第 1 条断开" in alert.markup
    await rig.feed(make_said("/archive", user=OWNER))
    assert "第 1 条有问题（altered）" in rig.request.said[-1]


async def test_an_export_of_days_that_are_none_names_the_day_and_its_shape(rig: Rig) -> None:
    await _open(rig)
    await rig.feed(make_said("/archive export 2026-11-01 2026-13-40", user=CHECKER))
    assert "「2026-13-40」不是日期" in rig.request.said[-1]
    assert "/hold" not in rig.request.said[-1]
