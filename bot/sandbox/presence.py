"""Who comes, goes and gets what rank, and what becomes of groups themselves."""

from collections.abc import Iterable
from typing import Any

from bot.sandbox import cast
from bot.sandbox.chats import Chat
from bot.sandbox.membership import ADMINISTRATOR_RIGHTS, PERMISSIONS, Membership, Status
from bot.sandbox.people import Person
from bot.sandbox.refusals import HallError
from bot.sandbox.world import Event, World

JsonObject = dict[str, Any]


class Presence(World):
    """Actions on members and groups. People and chats are named by id."""

    def join(self, user: int, chat: int, *, invited_by: int | None = None) -> None:
        """Come into a group, by oneself or added by somebody."""
        place, person = self._group(chat), self.person(user)
        actor = self.person(invited_by) if invited_by is not None else person
        older = place.membership(user)
        if older is not None and older.status is Status.BANNED and actor is person:
            raise HallError("banned")
        self.set_status(place, person, Status.MEMBER, actor)
        self.post_service(place, actor, {"new_chat_members": [person.as_user()]})

    def leave(self, user: int, chat: int) -> None:
        """Go out of a group."""
        place, person = self._group(chat), self.person(user)
        self.post_service(place, person, {"left_chat_member": person.as_user()})
        self.set_status(place, person, Status.LEFT, person)

    def ban(self, user: int, chat: int, *, by: int = cast.OWNER) -> None:
        """Throw somebody out for good."""
        place, person = self._group(chat), self.person(user)
        self.post_service(place, self.person(by), {"left_chat_member": person.as_user()})
        self.set_status(place, person, Status.BANNED, self.person(by))

    def mute(self, user: int, chat: int, *, by: int = cast.OWNER, until: int = 0) -> None:
        """Take away the right to write, until Unix time `until` (0: for good)."""
        place = self._group(chat)
        rights = dict.fromkeys(PERMISSIONS, False)
        self.set_status(
            place, self.person(user), Status.RESTRICTED, self.person(by), rights=rights, until=until
        )

    def unmute(self, user: int, chat: int, *, by: int = cast.OWNER) -> None:
        """Give back the right to write."""
        self.set_status(self._group(chat), self.person(user), Status.MEMBER, self.person(by))

    def promote(self, user: int, chat: int, *, by: int = cast.OWNER) -> None:
        """Make somebody an administrator of a group."""
        rights = dict(ADMINISTRATOR_RIGHTS)
        self.set_status(
            self._group(chat),
            self.person(user),
            Status.ADMINISTRATOR,
            self.person(by),
            rights=rights,
        )

    def demote(self, user: int, chat: int, *, by: int = cast.OWNER) -> None:
        """Make an administrator an ordinary member again."""
        self.set_status(self._group(chat), self.person(user), Status.MEMBER, self.person(by))

    def add_bot(self, chat: int, *, by: int = cast.OWNER) -> None:
        """Put the bot into a group as an ordinary member."""
        self.join(cast.BOT_ID, chat, invited_by=by)

    def remove_bot(self, chat: int, *, by: int = cast.OWNER) -> None:
        """Throw the bot out of a group."""
        self.ban(cast.BOT_ID, chat, by=by)

    def promote_bot(self, chat: int, *, by: int = cast.OWNER) -> None:
        """Make the bot an administrator."""
        self.promote(cast.BOT_ID, chat, by=by)

    def demote_bot(self, chat: int, *, by: int = cast.OWNER) -> None:
        """Make the bot an ordinary member."""
        self.demote(cast.BOT_ID, chat, by=by)

    def block_bot(self, user: int) -> None:
        """Stop the bot in one's private chat."""
        self._switch_private(self.person(user), blocked=True)

    def unblock_bot(self, user: int) -> None:
        """Let the bot write in one's private chat again."""
        self._switch_private(self.person(user), blocked=False)

    def create_group(self, title: str, members: Iterable[int] = (cast.OWNER,)) -> int:
        """Open a basic group without the bot and return its id."""
        chat = Chat(-(4_000_000_000 + next(self.group_numbers)), "group", title)
        return self.open_chat(chat, members).id

    def migrate(self, chat: int, *, by: int = cast.OWNER) -> int:
        """Turn a group into a supergroup and return its new id.

        Telegram does this to basic groups only; the hall lets any group be tried.
        """
        old, actor = self._group(chat), self.person(by)
        new_id = -(1_001_000_000_100 + next(self.group_numbers))
        new = Chat(new_id, "supergroup", old.title, is_forum=old.is_forum)
        new.members = old.members
        self.open_chat(new)
        for topic in old.topics.values():
            self.add_topic(new, actor, topic.name)
        self.post_service(old, actor, {"migrate_to_chat_id": new.id})
        old.migrated_to = new.id
        self.post_service(new, actor, {"migrate_from_chat_id": old.id})
        self.tell(Event("chat", old.id))
        return new.id

    def rename(self, chat: int, title: str, *, by: int = cast.OWNER) -> None:
        """Give a group another title."""
        place = self._group(chat)
        place.title = title
        self.post_service(place, self.person(by), {"new_chat_title": title})
        self.tell(Event("chat", chat))

    def set_status(
        self,
        place: Chat,
        person: Person,
        status: Status,
        actor: Person,
        *,
        rights: dict[str, bool] | None = None,
        until: int = 0,
    ) -> None:
        """Change what somebody is in a group and tell the bot as Telegram would."""
        older = place.members.get(person.id) or Membership(person, Status.LEFT)
        newer = Membership(person, status, rights or {}, until)
        place.members[person.id] = newer
        change = self._change(place.as_json(), actor, older.as_json(), newer.as_json())
        if person.id == cast.BOT_ID:
            self.updates.add("my_chat_member", change)
        elif place.bot_hears and place.bot_membership in place.administrators():
            self.updates.add("chat_member", change)
        self.tell(Event("chat", place.id))

    def _change(
        self, chat: JsonObject, actor: Person, older: JsonObject, newer: JsonObject
    ) -> JsonObject:
        return {
            "chat": chat,
            "from": actor.as_user(),
            "date": self.date(),
            "old_chat_member": older,
            "new_chat_member": newer,
        }

    def _switch_private(self, person: Person, *, blocked: bool) -> None:
        if person.blocked == blocked:
            return
        person.blocked = blocked
        inside = Membership(self.bot, Status.MEMBER).as_json()
        outside = Membership(self.bot, Status.BANNED).as_json()
        older, newer = (inside, outside) if blocked else (outside, inside)
        change = self._change(person.as_chat(), person, older, newer)
        self.updates.add("my_chat_member", change)
        self.tell(Event("chat", person.id))

    def _group(self, chat: int) -> Chat:
        place = self.chat(chat)
        if place.is_private:
            raise HallError("not-a-group")
        if place.migrated_to is not None:
            raise HallError("migrated", to=place.migrated_to)
        return place
