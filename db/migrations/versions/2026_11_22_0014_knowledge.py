"""Add the knowledge base: entries, their versions, files to import."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_0014"
down_revision = "2026_11_22_0013"
branch_labels = None
depends_on = None

SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "knowledge_entry",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("origin", sa.String(length=32), nullable=False),
        sa.Column("origin_ref", sa.String(length=128), nullable=False),
        sa.Column("owner_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("served", sa.Integer(), nullable=True),
        sa.Column("latest", sa.Integer(), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("shipped", sa.String(length=64), nullable=True),
        sa.Column("told", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_knowledge_entry")),
        sa.UniqueConstraint("key", name=op.f("uq_knowledge_entry_key")),
        sa.UniqueConstraint(
            "origin", "origin_ref", name=op.f("uq_knowledge_entry_origin_origin_ref")
        ),
    )
    op.create_index(
        op.f("ix_knowledge_entry_retired_at_expires_at"),
        "knowledge_entry",
        ["retired_at", "expires_at"],
    )
    op.create_table(
        "knowledge_import",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=96), nullable=False),
        sa.Column("author_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_knowledge_import")),
        sa.UniqueConstraint("key", name=op.f("uq_knowledge_import_key")),
    )
    _create_versions()


def _create_versions() -> None:
    op.create_table(
        "knowledge_version",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("entry_id", SERIAL, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=160), nullable=False),
        sa.Column("change", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("authors", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("import_id", SERIAL, nullable=True),
        sa.Column("asked", sa.Boolean(), nullable=False),
        sa.Column("decided_by", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["knowledge_entry.id"],
            name=op.f("fk_knowledge_version_entry_id_knowledge_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["knowledge_import.id"],
            name=op.f("fk_knowledge_version_import_id_knowledge_import"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_knowledge_version")),
        sa.UniqueConstraint(
            "entry_id", "number", name=op.f("uq_knowledge_version_entry_id_number")
        ),
        sa.UniqueConstraint("key", name=op.f("uq_knowledge_version_key")),
    )
    op.create_index(op.f("ix_knowledge_version_state"), "knowledge_version", ["state"])
    op.create_index(op.f("ix_knowledge_version_import_id"), "knowledge_version", ["import_id"])


def downgrade() -> None:
    op.drop_table("knowledge_version")
    op.drop_table("knowledge_import")
    op.drop_table("knowledge_entry")
