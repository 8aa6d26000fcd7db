# The operators' side of contests: checking rules, start to finish, voids and corrections, prizes.

## Problems in the rules

contest-problem-starts-in-past = The first day, { $day }, has passed. Today is { $today }: that is the earliest possible.
contest-problem-ends-before-start = The last day, { $day }, is before the first, { $first }. It can be { $first } or later.
contest-problem-too-long = The contest lasts { $days } days, which is too long. It can last { $most } days at most.
contest-problem-late-entry = Entry closes on { $day }, which is outside the contest. It can be any day from { $first } to { $last }.
contest-problem-uncovered = The trading calendar does not know { $day }: it ends on { $until }. Choose another day, or enter the next year's holidays with /calendar first.
contest-problem-no-trading = The market is closed on { $day }. The nearest trading days are { $before } and { $after }.
contest-problem-capital = The simulated capital is { $received }. It can be { $least } to { $most }, with two decimals at most.
contest-problem-cap = The cap for a single name is { $received }%. It can be { $least }% to { $most }%.
contest-problem-floor = The lowest share price is { $received }. It can be 0 to { $most }; 0 means no floor.
contest-problem-volume-share = The share of the volume is { $received }%. It can be { $least }% to { $most }%.
contest-problem-volume-needs-live = A share of the volume works with live fills only. Choose live fills, or leave the share unlimited.
contest-problem-board = The board '{ $board }' is not part of this market. Please unselect it.
contest-problem-no-board = No board is chosen yet; there has to be at least one.
contest-problem-symbol = '{ $symbol }' is no share that can be traded in a simulated contest. Write it like sh600519, 00700.HK or AAPL.
contest-problem-symbol-board = '{ $symbol }' is not on any of the chosen boards. Remove it, or add its board.
contest-problem-too-many-symbols = There are { $count } symbols; { $most } are possible at most. Leave the list empty to allow every share of the boards.
contest-problem-no-tier = No tier may take part yet; there has to be at least one.

## Refusals

error-contest-state =
    { $state ->
        [draft] '{ $title }' is still a draft, so this cannot be done yet. Open it for entry first.
        [open] '{ $title }' is open for entry and has not started, so this cannot be done now.
        [running] '{ $title }' is running, so this cannot be done now.
        [paused] '{ $title }' is paused, so this cannot be done now. Resume it first.
        [finished] '{ $title }' is over, so this cannot be done any more.
       *[cancelled] '{ $title }' was cancelled, so this cannot be done any more.
    }
error-contest-rules =
    A few things in the rules need to change:
    { $problems }
error-contest-rules-fixed = The rules of '{ $title }' have been fixed since its start; only the name can change. A wrong account can be put right with /contest correct.
error-contest-title-length = A name has { $least } to { $most } characters; this one has { $length }.
error-contest-not-over = The last trading day of '{ $title }' is { $last }; it can finish after that close. To end it early, two operators can cancel it with /contest cancel.
error-contest-too-late = The last day of '{ $title }', { $last }, has passed, so it cannot start any more. Change its dates, or duplicate it.
