"""What every turn needs of the running bot, in one place; `bot/app.py` fills it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bot.ama.desk import AmaDesk
from bot.briefs.desk.agenda import occasions_on
from bot.briefs.newsroom import Newsroom, timetable
from bot.briefs.slots import Slot
from bot.briefs.writer.client import Writer
from bot.broadcast.desk import Desk as BroadcastDesk
from bot.calendar.business_time import DeskHours, read_spans
from bot.calendar.service import Community
from bot.calendar.shelf import CalendarShelf
from bot.checkin.question import QuestionSource
from bot.clock import Chance, Clock
from bot.compliance.gate import Gate
from bot.config import Settings
from bot.contest.services.desk import ContestWatch, Desk
from bot.contest.services.staff_desk import StaffDesk
from bot.delivery.alerts import Alerts
from bot.i18n import Language, Words
from bot.knowledge.desk import KnowledgeDesk
from bot.market.desk import QuoteDesk
from bot.market.directory import Directory, load_directory
from bot.market.http import GuardedHttp
from bot.market.news import NewsFeeds
from bot.market.overview import NoOverview, OverviewSource
from bot.market.quote_board import QuoteBoard
from bot.moderation.case_acts import ModerationActs
from bot.moderation.desk import ModerationDesk
from bot.moderation.guard import Guard
from bot.moderation.standard import default_guard, default_kinds
from bot.points.economy import Economy
from bot.questions.desk.desk import EmptyShelf, ExpertDesk
from bot.questions.desk.desk import Shelf as DeskShelf
from bot.questions.desk.sla import Terms
from bot.questions.promise import HumanDesk, NoHumanDesk
from bot.questions.quiet import Quiet
from bot.questions.shelf import Shelves
from bot.quiz.bank_file import shipped_items
from bot.quiz.item import Item
from bot.quiz.ladder import Ladder, default_ladder
from bot.quiz.means import QuizMeans
from bot.review.desk import ReviewDesk
from bot.setting_types import BriefPolicy, read_promises
from bot.telegram.api import Speaker
from bot.telegram.render import CAPTION_LIMIT, TEXT_LIMIT
from db.session import Database


def _no_http() -> GuardedHttp:
    return GuardedHttp(())


def _no_quotes() -> QuoteDesk:
    return QuoteDesk(())


def _no_news() -> NewsFeeds:
    return NewsFeeds((), _no_http())


@dataclass(slots=True)
class House:
    """The running bot's parts, as handlers see them."""

    settings: Settings
    db: Database
    words: Words
    clock: Clock
    chance: Chance
    speaker: Speaker
    community: Community
    gate: Gate
    alerts: Alerts
    economy: Economy
    questions: QuestionSource
    name: str
    bot_id: int = 0
    bot_username: str = ""
    calendars: CalendarShelf = field(default_factory=CalendarShelf)
    http: GuardedHttp = field(default_factory=_no_http)
    quotes: QuoteDesk = field(default_factory=_no_quotes)
    news: NewsFeeds = field(default_factory=_no_news)
    directory: Directory = field(default_factory=load_directory)
    quote_board: QuoteBoard = field(default_factory=QuoteBoard)
    contest_watch: ContestWatch = field(default_factory=ContestWatch)
    guard: Guard = field(default_factory=default_guard)
    overview: OverviewSource = field(default_factory=NoOverview)
    writer: Writer | None = None
    quiz_items: Sequence[Item] = field(default_factory=shipped_items)
    ladder: Ladder = field(default_factory=default_ladder)
    answerer: Writer | None = None
    shelves: Shelves = field(default_factory=Shelves)
    desk_shelf: DeskShelf = field(default_factory=EmptyShelf)
    human_desk: HumanDesk = field(default_factory=NoHumanDesk)
    asked_lately: Quiet = field(default_factory=Quiet)

    @property
    def owners(self) -> tuple[int, ...]:
        """Return the owners' ids."""
        return self.settings.owner_ids

    @property
    def default_language(self) -> Language:
        """Return the language until somebody chooses."""
        return Language(self.settings.default_language)

    async def close(self) -> None:
        """Close the connections that this holds itself; the database belongs to who opened it."""
        await self.http.aclose()
        for writer in (self.writer, self.answerer):
            if writer is not None:
                await writer.aclose()
        # Not left to the bot: it closes nothing where Telegram never told it who it is.
        await self.speaker.bot.request.shutdown()

    @property
    def contest_desk(self) -> Desk:
        """Return what the market day of contests needs of all this."""
        return Desk(
            quotes=self.quotes,
            directory=self.directory,
            board=self.quote_board,
            watch=self.contest_watch,
            calendars=self.calendars,
            words=self.words,
            gate=self.gate,
            alerts=self.alerts,
            language=self.default_language,
            bot_id=self.bot_id,
        )

    @property
    def moderation_desk(self) -> ModerationDesk:
        """Return what moderation needs of all this."""
        return ModerationDesk(
            words=self.words,
            gate=self.gate,
            alerts=self.alerts,
            language=self.default_language,
            economy=self.economy,
            owners=self.owners,
            guard=self.guard,
            zone=self.community.zone,
            bot_id=self.bot_id,
            bot_username=self.bot_username,
            kinds=default_kinds(),
        )

    @property
    def staff_desk(self) -> StaffDesk:
        """Return what running contests needs of all this."""
        return StaffDesk(
            words=self.words,
            gate=self.gate,
            alerts=self.alerts,
            language=self.default_language,
            economy=self.economy,
            cap=self.settings.grant_cap,
            owners=self.owners,
        )

    @property
    def broadcast_desk(self) -> BroadcastDesk:
        """Return what broadcasts need of all this."""
        hosts = {urlsplit(feed).hostname or "" for feed in self.settings.news_feeds}
        return BroadcastDesk(
            words=self.words,
            gate=self.gate,
            alerts=self.alerts,
            language=self.default_language,
            economy=self.economy,
            owners=self.owners,
            community=self.community,
            rate=self.settings.send_rate,
            listed=frozenset(hosts),
            text_limit=TEXT_LIMIT,
            caption_limit=CAPTION_LIMIT,
        )

    @property
    def review_desk(self) -> ReviewDesk:
        """Return what the review queue needs of all this."""
        return ReviewDesk(
            words=self.words,
            gate=self.gate,
            alerts=self.alerts,
            language=self.default_language,
            acts=ModerationActs(self.moderation_desk),
            owners=self.owners,
        )

    @property
    def knowledge_desk(self) -> KnowledgeDesk:
        """Return what the knowledge base needs of all this."""
        return KnowledgeDesk(self.gate, self.alerts, self.owners, self.community.zone)

    @property
    def ama_desk(self) -> AmaDesk:
        """Return what AMAs need of all this."""
        return AmaDesk(
            words=self.words,
            gate=self.gate,
            alerts=self.alerts,
            language=self.default_language,
            owners=self.owners,
            community=self.community,
            bot_id=self.bot_id,
            bot_username=self.bot_username,
            text_limit=TEXT_LIMIT,
            caption_limit=CAPTION_LIMIT,
        )

    @property
    def quiz_means(self) -> QuizMeans:
        """Return what the quiz needs of all this."""
        return QuizMeans(
            items=self.quiz_items,
            ladder=self.ladder,
            community=self.community,
            economy=self.economy,
            words=self.words,
            gate=self.gate,
            alerts=self.alerts,
            language=self.default_language,
            bot_id=self.bot_id,
            owners=self.owners,
        )

    @property
    def expert_desk(self) -> ExpertDesk:
        """Return what the expert desk needs of all this."""
        settings, zone = self.settings, self.community.zone
        hours = DeskHours(read_spans(settings.desk_hours), zone)
        return ExpertDesk(
            words=self.words,
            gate=self.gate,
            alerts=self.alerts,
            language=self.default_language,
            economy=self.economy,
            community=self.community,
            terms=Terms(hours, read_promises(settings.desk_promises)),
            bot_id=self.bot_id,
            owners=self.owners,
            shelf=self.desk_shelf,
        )

    @property
    def newsroom(self) -> Newsroom:
        """Return what the briefs need of all this."""
        settings = self.settings
        return Newsroom(
            quotes=self.quotes,
            news=self.news,
            calendars=self.calendars,
            words=self.words,
            gate=self.gate,
            alerts=self.alerts,
            language=self.default_language,
            zone=self.community.zone,
            exchange=self.community.exchange,
            times=timetable(settings.brief_morning, settings.brief_noon, settings.brief_evening),
            reviewed=reviewed_slots(settings),
            owners=self.owners,
            overview=self.overview,
            questions=self.questions,
            bot_username=self.bot_username,
            writer=self.writer,
            events=occasions_on,
        )


def reviewed_slots(settings: Settings) -> frozenset[Slot]:
    """Return the slots under review: each by its own policy, else by the common one."""
    policies = {
        Slot.MORNING: settings.brief_policy_morning,
        Slot.NOON: settings.brief_policy_noon,
        Slot.EVENING: settings.brief_policy_evening,
    }
    chosen = {slot: own or settings.brief_policy for slot, own in policies.items()}
    return frozenset(slot for slot, policy in chosen.items() if policy is BriefPolicy.REVIEW)
