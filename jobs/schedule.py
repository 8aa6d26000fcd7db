"""The whole timetable, in community time."""

from datetime import time, timedelta

from jobs import (
    ama,
    archive,
    briefs,
    broadcast,
    compliance_report,
    contest_journal,
    contests,
    corrections,
    knowledge,
    maintenance,
    moderation,
    privacy,
    questions,
    quiz,
    review,
    shadow,
    watch_briefs,
)
from jobs.runner import Job

TIMETABLE: tuple[Job, ...] = (
    Job("seal-archive", maintenance.seal_archive, every=timedelta(minutes=1)),
    Job("briefs", briefs.brief_tick, every=timedelta(minutes=1), at_start=True),
    Job("corrections", corrections.correction_tick, every=timedelta(minutes=1), at_start=True),
    Job("watch-briefs", watch_briefs.watch_brief_tick, every=timedelta(minutes=1)),
    Job("record-quotes", briefs.record_quotes, every=timedelta(minutes=5)),
    Job("contests", contests.contest_tick, every=timedelta(seconds=5), leased=True),
    Job("group-quiz", quiz.group_quiz_tick, every=timedelta(minutes=1), leased=True),
    Job("broadcasts", broadcast.broadcast_tick, every=timedelta(seconds=5), leased=True),
    Job("amas", ama.ama_tick, every=timedelta(seconds=20), leased=True),
    Job("share-events", contests.fetch_share_events, at=time(4, 40)),
    Job("contest-journal", contest_journal.weekly, at=time(20)),
    Job("shadow-screening", shadow.try_screening, at=time(4, 50)),
    Job("sweep-notes", moderation.sweep_notes, every=timedelta(minutes=1)),
    Job("review", review.review_tick, every=timedelta(minutes=1), leased=True),
    Job("knowledge-waiting", knowledge.ask_waiting, every=timedelta(minutes=1), leased=True),
    Job("knowledge-expired", knowledge.tell_expired, at=time(9, 40)),
    Job("questions", questions.question_tick, every=timedelta(seconds=15), leased=True),
    Job("compliance-report", compliance_report.monthly, at=time(9)),
    Job("quiz-items", quiz.weekly_items, every=timedelta(minutes=30), leased=True),
    Job("audit-points", maintenance.audit_points, at=time(5, 10)),
    Job("verify-archive", archive.verify_whole, at=time(5, 20)),
    Job("verify-archive-part", archive.verify_part, at=time(12, 50)),
    Job("purge-archive", archive.purge, at=time(4, 30)),
    Job("watch-archive", archive.watch, every=timedelta(minutes=5), at_start=True),
    Job("forget-members", privacy.carry_out_forgets, every=timedelta(minutes=30)),
    Job("forget-finished", maintenance.forget_finished, at=time(5, 30)),
)
