"""From drafts to what may go out: screened, with its picture, or replaced by bare figures."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from bot.briefs.compose import Draft, compose
from bot.briefs.material import Material
from bot.briefs.newsroom import Newsroom
from bot.briefs.picture import Pictured, picture_of
from bot.briefs.slots import EditionState, SkipReason
from bot.compliance.errors import Blocked
from bot.compliance.gate import Screened
from bot.compliance.verdict import Verdict
from bot.i18n import Language, Say
from bot.markup import plain
from bot.members.tiers import Tier

Pair = tuple[Tier, Language]


@dataclass(frozen=True)
class Ready:
    """An edition as it goes out, or with `text` empty the reason why it does not.

    `refused` is the draft that the gate held back, with its verdict; `draft` then is the
    data-only one that stands in for it.
    """

    draft: Draft
    text: Screened | None = None
    picture: bytes | None = None
    pictured: Pictured | None = None
    why: SkipReason | None = None
    refused: Markup | None = None
    verdict: Verdict | None = None

    @property
    def state(self) -> EditionState:
        """Return what becomes of the edition when it is published."""
        if self.text is None:
            return EditionState.SKIPPED
        return EditionState.DATA_ONLY if self.draft.data_only else EditionState.QUEUED


def write_all(room: Newsroom, material: Material, pairs: Iterable[Pair]) -> list[Ready]:
    """Write, screen and illustrate the editions of `pairs`; takes long, so in a thread."""
    pictures: dict[str, bytes] = {}
    written = []
    for tier, language in pairs:
        ready = write(room, material, tier, language)
        if ready.pictured is not None:
            key = repr(ready.pictured.card)  # one card serves every tier of a language
            if key not in pictures:
                pictures[key] = ready.pictured.png()
            ready = replace(ready, picture=pictures[key])
        written.append(ready)
    return written


def write(room: Newsroom, material: Material, tier: Tier, language: Language) -> Ready:
    """Write and screen one edition; where the gate refuses it, its figures alone."""
    draft = compose(material, tier, language, room.words)
    if draft.empty:
        return Ready(draft, why=SkipReason.NO_DATA)
    pictured = picture_of(material, draft, room.words)
    try:
        return Ready(draft, admit(room, draft, pictured), pictured=pictured)
    except Blocked as blocked:
        verdict, refused = blocked.verdict, draft.markup
    bare = compose(material, tier, language, room.words, data_only=True)
    pictured = picture_of(material, bare, room.words)
    try:
        text = admit(room, bare, pictured)
    except Blocked as blocked:
        return Ready(bare, None, None, None, SkipReason.BLOCKED, refused, blocked.verdict)
    return Ready(bare, text, None, pictured, None, refused, verdict)


def admit(room: Newsroom, draft: Draft, pictured: Pictured | None) -> Screened:
    """Screen everything that a reader sees of an edition: text, button and picture."""
    label = plain(room.words.say(draft.language, Say("button-sources")))
    return room.gate.admit(draft.markup, also=(label, *(pictured.texts if pictured else ())))
