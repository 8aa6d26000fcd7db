"""What the expert desk sent about a case: its cards, and what the asker was told."""

from sqlalchemy import Column, ForeignKey, String
from sqlmodel import Field, SQLModel

from bot.questions.desk.sent import Sent
from db.models.base import choice, serial
from db.types import BigId


class QuestionDelivery(SQLModel, table=True):
    """A message of the outbox that is about a case; `send_key` is the outbox's own.

    A card that replaces a deleted one stands under the key of the post that takes its place.
    """

    __tablename__ = "question_delivery"

    id: int = serial()
    case_id: int = Field(
        sa_column=Column(BigId, ForeignKey("question_case.id"), nullable=False, index=True)
    )
    send_key: str = Field(sa_column=Column(String(160), nullable=False, unique=True))
    sent_as: Sent = choice(Sent)
