"""Add the words that members asked for and the glossary does not know."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_0015"
down_revision = "2026_11_22_0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "term_wish",
        sa.Column("word", sa.String(length=20), nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_term_wish_member_id_member")
        ),
        sa.PrimaryKeyConstraint("word", "member_id", name=op.f("pk_term_wish")),
    )
    with op.batch_alter_table("term_wish", schema=None) as batch_op:
        batch_op.create_index("ix_term_wish_member_id", ["member_id"], unique=False)


def downgrade() -> None:
    op.drop_table("term_wish")
