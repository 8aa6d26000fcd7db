"""What someone is in a group, in the six forms that Telegram's `ChatMember` takes."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bot.sandbox.people import Person

JsonObject = dict[str, Any]


class Status(StrEnum):
    """Telegram's member states."""

    OWNER = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    RESTRICTED = "restricted"
    LEFT = "left"
    BANNED = "kicked"


ADMINISTRATOR_RIGHTS: dict[str, bool] = {
    "can_be_edited": False,
    "can_manage_chat": True,
    "can_change_info": True,
    "can_delete_messages": True,
    "can_invite_users": True,
    "can_restrict_members": True,
    "can_pin_messages": True,
    "can_manage_topics": True,
    "can_promote_members": False,
    "can_manage_video_chats": True,
    "can_post_stories": False,
    "can_edit_stories": False,
    "can_delete_stories": False,
    "can_send_welcome_messages": False,
    "is_anonymous": False,
}

PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)


@dataclass(slots=True)
class Membership:
    """One account in one group. `rights` are administrator rights or permissions."""

    person: Person
    status: Status = Status.MEMBER
    rights: dict[str, bool] = field(default_factory=dict)
    until: int = 0

    @property
    def present(self) -> bool:
        """Say whether the account is in the group."""
        return self.status not in (Status.LEFT, Status.BANNED)

    def may_write(self, date: int) -> bool:
        """Say whether the account may send text at Unix time `date`."""
        if self.status is Status.RESTRICTED and (self.until == 0 or date < self.until):
            return self.rights.get("can_send_messages", False)
        return self.present

    def has_right(self, name: str) -> bool:
        """Say whether the account may do what administrator right `name` allows."""
        if self.status is Status.OWNER:
            return True
        return self.status is Status.ADMINISTRATOR and self.rights.get(name, False)

    def as_json(self) -> JsonObject:
        """Return Telegram's `ChatMember`."""
        member: JsonObject = {"user": self.person.as_user(), "status": self.status.value}
        if self.status is Status.OWNER:
            member["is_anonymous"] = False
        elif self.status is Status.ADMINISTRATOR:
            member |= ADMINISTRATOR_RIGHTS | self.rights
        elif self.status is Status.RESTRICTED:
            member |= {"is_member": True, "until_date": self.until}
            member |= {name: self.rights.get(name, False) for name in PERMISSIONS}
        elif self.status is Status.BANNED:
            member["until_date"] = self.until
        return member
