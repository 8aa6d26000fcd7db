"""Add the points of the week and season to balances."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_0002"
down_revision = "2026_11_22_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("balance", schema=None) as batch_op:
        batch_op.add_column(sa.Column("season_from", sa.Date(), nullable=True))
        batch_op.add_column(
            sa.Column("season_points", sa.Integer(), nullable=False, server_default="0")
        )
        batch_op.add_column(sa.Column("week_from", sa.Date(), nullable=True))
        batch_op.add_column(
            sa.Column("week_points", sa.Integer(), nullable=False, server_default="0")
        )
    with op.batch_alter_table("balance", schema=None) as batch_op:
        batch_op.alter_column("season_points", server_default=None)
        batch_op.alter_column("week_points", server_default=None)
        batch_op.create_index(
            batch_op.f("ix_balance_season_from_season_points"),
            ["season_from", "season_points"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_balance_week_from_week_points"),
            ["week_from", "week_points"],
            unique=False,
        )


def downgrade() -> None:
    with op.batch_alter_table("balance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_balance_week_from_week_points"))
        batch_op.drop_index(batch_op.f("ix_balance_season_from_season_points"))
        batch_op.drop_column("week_points")
        batch_op.drop_column("week_from")
        batch_op.drop_column("season_points")
        batch_op.drop_column("season_from")
