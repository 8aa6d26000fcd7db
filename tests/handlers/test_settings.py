from bot.i18n import Language
from bot.members.roles import Role
from db.repositories import groups, members
from tests.factories.updates import GROUP, make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import NOW, OWNER_ID, Rig

OWNER = make_user(OWNER_ID, "老板")


async def test_a_person_chooses_a_language_and_is_answered_in_it_everywhere_private(
    rig: Rig,
) -> None:
    await rig.feed(make_said("/settings"), make_press("settings:language-zh-Hant"))
    assert "我的設定" in rig.request.said[-1]
    await rig.feed(make_said("/nonsense_"))
    assert "沒有" in rig.request.said[-1]


async def test_a_person_leaves_the_boards_and_comes_back(rig: Rig) -> None:
    await rig.feed(make_said("/settings"), make_press("settings:hidden-yes"))
    member = await rig.db.read(members.by_id, 7)
    assert member is not None
    assert member.hidden
    assert rig.request.calls[-1].data[-1] == "settings:hidden-no"
    await rig.feed(make_press("settings:hidden-no"))
    member = await rig.db.read(members.by_id, 7)
    assert member is not None
    assert not member.hidden


async def test_a_group_speaks_the_language_that_an_owner_chose(rig: Rig) -> None:
    chat = make_chat()
    await rig.feed(
        make_said("/settings", user=OWNER, chat=chat),
        make_press("settings:group-en", user=OWNER, chat=chat),
    )
    group = await rig.db.read(groups.by_chat, GROUP)
    assert group is not None
    assert group.language is Language.ENGLISH
    await rig.feed(make_said("/help", chat=chat))
    assert "check in" in rig.request.said[-1]


async def test_an_operator_may_choose_the_groups_language_too(rig: Rig) -> None:
    chat = make_chat()
    await rig.feed(make_said("你好", chat=chat))
    await rig.db.run(members.grant_role, 7, Role.OPERATOR, OWNER_ID, NOW)
    [call] = await rig.feed(make_said("/settings", chat=chat))
    assert call.data == ["settings:group-zh-Hant", "settings:group-en"]


async def test_a_members_settings_in_a_group_lead_to_private(rig: Rig) -> None:
    [call] = await rig.feed(make_said("/settings", chat=make_chat()))
    assert call.buttons[0]["url"].endswith("?start=settings")


async def test_a_member_cannot_press_the_groups_language(rig: Rig) -> None:
    await rig.feed(make_press("settings:group-en", chat=make_chat()))
    group = await rig.db.read(groups.by_chat, GROUP)
    assert group is not None
    assert group.language is None
    assert "只有获得授权的人能用" in rig.request.notes[-1]
