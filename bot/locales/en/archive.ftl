# The archive: how it stands, coverage, terms, legal holds.

help-archive = The archive: coverage, verification, export
help-hold = Legal holds: place, list, release

## Terms

retention-talk = what you write in groups
retention-publication = what the bot publishes
retention-operations = what operators do
retention-suitability = suitability questionnaire
retention-points = points ledger
retention-contest = simulated contests
retention-why-talk = the firm's own record-keeping rule
retention-why-publication = Securities Law, article 153
retention-why-operations = Securities Law, article 153
retention-why-suitability = Investor Suitability Measures, article 32
retention-why-points = the books must add up
retention-why-contest = results must be open to recomputation

## /archive

archive-head = <b>Archive</b> · last 30 days
archive-group = { $title }: { $percent }% · { $records } records{ $lost }
archive-lost = , { $time } missing ({ $cause })
archive-lost-none = {""}
archive-no-groups = No group is bound yet, so there is nothing to keep.
archive-hours = { $hours } h { $minutes } min
archive-minutes = { $minutes } min
archive-gap-removed = the bot is not in the group
archive-gap-not-reading = not an administrator and privacy mode is on: it cannot read
archive-gap-unbound = not bound
archive-gap-downtime = down for more than 24 hours
archive-updates = Update numbers: { $seen } received, { $missing } missing (since { $since }; which group is unknown)
archive-delays = Down { $times } times, { $time } in all; the messages were received later
archive-chain = Chain: { $sealed } sealed, { $waiting } waiting, { $erased } erased by rule; head { $head }
archive-check-whole = Checked whole: { $at }, { $result }
archive-check-part = Checked in part: { $at }, { $records } records, { $result }
archive-check-none = Not checked yet: daily at 05:20 whole, at 12:50 in part.
archive-check-held = it holds
archive-check-broken = ⚠️ record { $position } is wrong ({ $problem })
archive-holds = Legal holds: { $count }, see /hold
archive-blind = Coverage is a share of time, not of messages. A bot sees neither what members delete nor what other bots write.
archive-card-title = Archive coverage: at least { $percent }%
archive-card-kicker = Last 30 days, share of time
archive-card-note = { $time } missing: { $cause }
archive-card-foot = Deletions by members and messages of other bots are not seen

archive-export-usage = Write: /archive export 2026-11-01 2026-11-30 [group id]
archive-export-large = { $count } records are more than a chat can carry. Please run on the server:
archive-export-command = <code>{ $command }</code>
archive-export-caption = Archive { $first } to { $last }, { $count } records. To check it: unpack, then bell archive check FOLDER
error-archive-private = An export holds what members said, so it is given in private only.
error-archive-day-unreadable = “{ $received }” is no date. Write both days like 2026-11-20, e.g. /archive export 2026-11-01 2026-11-30
error-archive-group-unknown = No group has the id { $received }. /archive shows those that there are.

## /hold

hold-usage =
    Write: /hold add WHO [FROM..TO] REASON
    WHO: @username, a member's id, a group's id (negative) or all
    For example: /hold add @lin 2026-01-01..2026-06-30 regulator's inquiry 12
    See them: /hold list   Release: /hold release NUMBER
hold-placed = Legal hold { $number } is placed and counts from now on.
hold-line = { $number } · { $scope } · { $period }: { $reason } (placed { $at })
hold-list = <b>Legal holds</b>
hold-none = No legal hold is in force.
hold-scope-all = everything
hold-scope-group = group { $title }
hold-scope-member = member { $name } ({ $id })
hold-period-all = any time
hold-period = { $first } to { $last }
hold-open-end = now
hold-open-start = the beginning
hold-release-asked = The release of legal hold { $number } is asked for; another person from compliance, or an owner, has to confirm it.
hold-released = Legal hold { $number } is released. What is over its time goes at the next purge.
hold-stays = Legal hold { $number } stays in force.
alert-hold-release =
    The release of legal hold { $number } is asked for by { $who }:
    { $hold }
button-hold-confirm = Confirm release of { $number }
button-hold-keep = Keep it
error-hold-unreadable = It is not clear what to hold. Write /hold add WHO [FROM..TO] REASON, where WHO is @username, an id or all, and days look like 2026-11-20.
error-hold-reason-missing = A legal hold needs a reason, for example: /hold add @lin regulator's inquiry 12.
error-hold-period-reversed = The period is reversed: received { $first } to { $last }; the last day must not come before the first.
error-hold-unknown = No legal hold { $received } is in force. See /hold list.
error-hold-alone = Releasing legal hold { $hold } takes two people: one asks with /hold release, another confirms.
