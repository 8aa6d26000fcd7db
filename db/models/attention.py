"""What members said about the kinds of unasked messages that they want in private."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.delivery.lanes import Lane
from db.models.base import choice, instant, telegram_id


class LaneChoice(SQLModel, table=True):
    """Somebody's own word on one lane: wanted, or not; without a row nothing was said."""

    __tablename__ = "lane_choice"

    member_id: int = telegram_id(primary_key=True)
    lane: Lane = choice(Lane, primary_key=True)
    wanted: bool = Field()
    since: datetime = instant()
