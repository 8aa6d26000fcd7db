"""Let deliveries answer a message, and remember which are about a question."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_0018"
down_revision = "2026_11_22_0017"
branch_labels = None
depends_on = None

SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("delivery") as table:
        table.add_column(sa.Column("reply_to", sa.BigInteger(), nullable=True))
    op.create_table(
        "question_delivery",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("case_id", SERIAL, nullable=False),
        sa.Column("send_key", sa.String(length=160), nullable=False),
        sa.Column("sent_as", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["question_case.id"],
            name=op.f("fk_question_delivery_case_id_question_case"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_delivery")),
        sa.UniqueConstraint("send_key", name=op.f("uq_question_delivery_send_key")),
    )
    op.create_index(op.f("ix_question_delivery_case_id"), "question_delivery", ["case_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_question_delivery_case_id"), table_name="question_delivery")
    op.drop_table("question_delivery")
    with op.batch_alter_table("delivery") as table:
        table.drop_column("reply_to")
