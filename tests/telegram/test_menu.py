import json

from bot.telegram.menu import publish_menu, set_menu
from db.repositories import groups
from handlers import TABLE
from tests.factories.updates import make_chat, make_said, make_user
from tests.fixtures.telegram import OWNER_ID, Call, Rig


def shown(call: Call) -> tuple[str, str, list[str]]:
    scope, commands = call.given["scope"], call.given["commands"]
    scope = json.loads(scope) if isinstance(scope, str) else scope
    commands = json.loads(commands) if isinstance(commands, str) else commands
    names = [command["command"] for command in commands]
    return scope["type"], call.given.get("language_code", ""), names


async def test_each_scope_gets_its_menu_in_each_language(rig: Rig) -> None:
    await set_menu(rig.house.speaker.bot, TABLE, rig.house.words, [-5])
    menus = [shown(call) for call in rig.request.of("setMyCommands")]
    assert [(scope, code) for scope, code, _ in menus] == [
        (scope, code)
        for scope in ("all_private_chats", "all_group_chats", "chat")
        for code in ("", "zh", "en")
    ]


async def test_operators_commands_are_in_the_operators_groups_menu_alone(rig: Rig) -> None:
    await set_menu(rig.house.speaker.bot, TABLE, rig.house.words, [-5])
    for scope, _, names in map(shown, rig.request.of("setMyCommands")):
        assert ("calendar" in names) is (scope == "chat")
        assert "help" in names


async def test_a_group_that_refuses_its_menu_does_not_stop_the_start(rig: Rig) -> None:
    await rig.feed(make_said("/bind ops", user=make_user(OWNER_ID), chat=make_chat()))
    group = await rig.db.read(groups.by_chat, make_chat()["id"])
    assert group is not None
    answer = rig.request.answers["setMyCommands"]
    rig.request.answers["setMyCommands"] = lambda given: _only_general(given, answer)
    await publish_menu(rig.house, TABLE)
    assert shown(rig.request.of("setMyCommands")[-1])[0] == "chat"


def _only_general(given, answer):
    from telegram.error import BadRequest

    if "chat_id" in json.dumps(given["scope"]):
        raise BadRequest("chat not found")
    return answer(given)
