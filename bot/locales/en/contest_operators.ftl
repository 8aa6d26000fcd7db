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
error-contest-rules-agreed = { $count } people have entered '{ $title }' by its present rules, so only the name can change now. If the rules must change, cancel it with /contest cancel and make a copy with /contest duplicate.
error-contest-title-length = A name has { $least } to { $most } characters; this one has { $length }.
error-contest-not-over = The last trading day of '{ $title }' is { $last }; it can finish after that close. To end it early, two operators can cancel it with /contest cancel.
error-contest-too-late = The last day of '{ $title }', { $last }, has passed, so it cannot start any more. Change its dates, or duplicate it.
error-contest-reason-needed = A reason has { $least } to { $most } characters; this one has { $length }. Please write it out and send it again.
error-contest-decision-unknown = Nothing of this kind is waiting. Please ask for it again.
error-contest-order-gone = There is no simulated order { $received }. The numbers are in /orders and with the fills.
error-contest-already-voided = Order { NUMBER($order, useGrouping: 0) } was undone before; nothing has changed.
error-contest-nothing-to-void = Order { NUMBER($order, useGrouping: 0) } was not filled and is not waiting, so there is nothing to undo.
error-contest-void-impossible =
    { $side ->
        [buy] Order { NUMBER($order, useGrouping: 0) } cannot be undone: the simulated shares that { $name } bought are sold or on sale by now. Reject this and put the cash right with /contest correct instead.
       *[sell] Order { NUMBER($order, useGrouping: 0) } cannot be undone: the simulated money of { $name }'s sale is spent by now. Reject this and put the cash right with /contest correct instead.
    }
error-contest-void-after-ex-day = Order { NUMBER($order, useGrouping: 0) } cannot be undone: { $share } has gone ex since it was filled ({ $day }), so its shares and cost are no longer what they were. Correct the cash with /contest correct instead.
error-contest-correction-overdrawn = That is too much to take: { $name } has { $available } of simulated money free. Reject this and ask again for an amount within it.
error-contest-correction-amount = '{ $received }' is no amount for a correction. Write a sign and two decimals at most, such as +100.00 or -50; the limit is { $most }.
error-contest-not-in = { $name } takes no part in '{ $title }'.
error-contest-not-awardable = '{ $title }' is not over yet; prizes are given at the end.
error-contest-nothing-to-award = '{ $title }' has no prizes to give: all are given, or nobody met the conditions.
error-contest-award-waits = The prizes of '{ $title }' are waiting for a second operator in the operators' group.
error-contest-usage =
    { $command ->
        [correct] Before the start: /contest correct 3. Afterwards, to correct cash: /contest correct 3 @name +100.00 reason
        [void] Like this: /contest void ORDER reason
        [cancel] Like this: /contest cancel 3 reason
        [action] Like this: /contest action 600519 2026-12-01 cash=0.5 ratio=0.3 pay=2026-12-05
        [release] Like this: /contest release 3 600519, with a reference price after it if you like; for a dividend or split add cash=0.5 ratio=0.3 pay=2026-12-05
       *[other] Like this: /contest { $command } 3. The number is the contest's, as /contest shows it.
    }
error-contest-action-unreadable = '{ $received }' cannot be read. Write it like this: /contest action 600519 2026-12-01 cash=0.5 ratio=0.3 pay=2026-12-05. cash is money for each share, ratio is new shares for each held.
error-contest-share-unknown = '{ $received }' is no code of a share. Write it like 600519, 00700.HK or AAPL.
error-contest-action-gone = This cannot be taken back: its ex-date has come, it has been applied, or nobody entered it by hand.

error-form-day = '{ $received }' is no day. Write it like 2026-12-01, 12月1日, tomorrow or 下周一.
error-form-day-impossible = No calendar has the day '{ $received }'. Choose another one, such as 2026-12-01.
error-form-amount = '{ $received }' is no amount. Write it like 1000000, 1,000,000 or 100万, with { $places } decimals at most.
error-form-percent = '{ $received }' is no percentage. Write it like 30 or 30%.
error-form-symbols = { $count ->
        [one] This is no share of the market: { $received }.
       *[other] These { $count } are no shares of the market: { $received }.
    } Write codes with spaces between them, such as 600519 000001, or 'none' for no restriction.
error-form-bands = '{ $received }' cannot be read. Write it like 1-3 50, 4-10 20: ranks first, then points. Write 'none' for no rank prizes.

## Notes to the tier groups

contest-note-open =
    <b>The simulated contest '{ $title }' is open for entry</b>
    From { $first } to { $last }; you can join until { $late }
    It is played with simulated money. For rules and entry send /contest in private
contest-note-paused =
    <b>The simulated contest '{ $title }' is paused</b>
    Because of an incident no simulated orders are taken; those that wait do not fill. We will say here when it goes on.
contest-note-resumed = The simulated contest '{ $title }' goes on, and simulated orders are taken again. Auctions within the pause are not made up for; the day's orders are valid until its close.
contest-note-cancelled =
    <b>The simulated contest '{ $title }' is cancelled</b>
    Reason: { $reason }
    It has no ranks and no prizes. Simulated money has nothing to do with real accounts.
contest-note-cancelled-bare =
    <b>The simulated contest '{ $title }' is cancelled</b>
    It has no ranks and no prizes. Simulated money has nothing to do with real accounts.

## The operators' list, status and help

staff-contests-none = There is no contest yet. Make one with /contest new.
staff-contests-help = Simulated money throughout. Operators' commands: /contest help
staff-contest-row = No. { NUMBER($number, useGrouping: 0) } { $state }{ $title } · { $first } to { $last } · { $count ->
        [one] 1 person
       *[other] { $count } people
    }
staff-status-head = <b>{ $title }</b> (no. { NUMBER($number, useGrouping: 0) }) { $state }
staff-status-unopened = No trading day yet; the first is { $first }
staff-status-closed = Trading day { $number } ({ $day }) is closed
staff-status-open =
    { $auctions ->
        [both] Trading day { $number } ({ $day }): both auctions have been held
        [opening] Trading day { $number } ({ $day }): the opening auction has been held
       *[none] Trading day { $number } ({ $day }): open, no auction held yet
    }
staff-status-people = { $count } taking part, { $orders } simulated orders waiting
staff-status-frozen = ⚠️ { $code } is frozen: expected { $expected }, feed { $received }. After a check: /contest release { $number } { $code }
staff-status-more-frozen = { $count } more frozen
staff-status-waits = Waiting for a second operator: { $decisions }; disputes without an answer: { $disputes }
staff-status-award = The list, and giving the prizes: /contest award { NUMBER($number, useGrouping: 0) }
staff-status-sealed = Check code of { $day }: <code>{ $head }</code>
button-staff-card = Rules card
button-staff-form = Open the form
button-staff-start = Start now…
button-staff-pause = Pause…
button-staff-resume = Resume…
staff-unknown = There is no subcommand '{ $received }'.
staff-help =
    <b>Simulated contests · operators' commands</b> (3 stands for the number in /contest)
    /contest new: a new one by a form; /contest duplicate 3: a copy
    /contest status 3: how it stands and what waits
    /contest correct 3: change the form, before the start
    /contest start 3: start now; it starts by itself before the first day's opening
    /contest pause 3, /contest resume 3: stop and go on; its groups are told
    /contest cancel 3 reason: cancel it; by two once it has begun
    /contest finish 3: finish; it does so by itself after the last close
    /contest award 3: see the list and give the prizes; by two beyond a day's cap
    /contest correct 3 @name +100.00 reason: correct simulated cash, by two
    /contest void ORDER reason: undo an order, by two
    /contest action 600519 2026-12-01 cash=0.5 ratio=0.3 pay=2026-12-05: enter a corporate action
    /contest release 3 600519: release a frozen share, with a price or cash=0.5 ratio=0.3 pay=2026-12-05

## The form of a new contest

form-title = Simulated contest from { $day }
form-head = <b>New simulated contest { NUMBER($number, useGrouping: 0) }</b> (a draft, kept over restarts)
form-problems-short = { $count ->
    [one] 1 thing
   *[other] { $count } things
    } to change before it can be announced: see below the form.
form-problems =
    ⚠️ { $count ->
        [one] 1 thing
       *[other] { $count } things
    } to change before it can be announced:
form-line = { $label }: { $value }
form-day = { $day }
form-money = { $amount } { $currency } (simulated)
form-round-money = { $amount } { $currency }
form-points = { $points ->
        [one] 1 point
       *[other] { $points } points
    }
form-notes = on { $days ->
        [one] 1 day
       *[other] { $days } days
    } at least
form-none = none
form-unlimited = no limit
form-universe-all = everything on the chosen boards
form-universe = { $count ->
        [one] 1 share
       *[other] { $count } shares
    }: { $codes }
form-prize = { $label } { $value }
form-and = { $first } · { $then }
form-fill-next-auction = next call auction
form-fill-live = live
form-rank-composite = composite score
form-rank-return = return
form-suitability-yes = suitability questions first
form-suitability-no = not asked
form-choice = { $label }
form-choice-on = ✓ { $label }
contest-field-title = Name
contest-field-first = First day
contest-field-last = Last day
contest-field-late = Entry until
contest-field-market = Market
contest-field-capital = Simulated capital
contest-field-boards = Boards
contest-field-universe = Shares
contest-field-fill = Fills
contest-field-cap = Single-name cap
contest-field-floor = Lowest price
contest-field-volume = Share of volume
contest-field-tiers = Tiers
contest-field-suitability = Suitability
contest-field-rank = Ranked by
contest-field-prizes = Prizes
contest-field-finishing = Finishing
contest-field-journal = Journal
contest-field-notes = Journal days
contest-field-spread = Diversification
contest-field-bands = Ranks
form-prizes-head = <b>Prizes (points, given at the end)</b>
form-prizes-note = Rank prizes go only to those who also finished and kept a journal, and the best one may not exceed the other three together. Staff get none.
form-ask-title = Send the name as a message, 2 to 40 characters.
form-ask-first = Send the first day as a message, such as 2026-12-01, 12月1日 or tomorrow.
form-ask-last = Send the last day as a message, such as 2026-12-25.
form-ask-late = Send the day as a message until which people may still join after the start.
form-ask-market = Choose a market. Another market brings its own boards and trading days; the list of shares is emptied.
form-ask-capital = Choose one, or send an amount as a message, such as 500,000. It can be 10,000 to 100,000,000.
form-ask-boards = Tap to choose a board, tap again to drop it.
form-ask-universe = Send codes as a message with spaces between them, such as 600519 000001; for no restriction use the button below.
form-ask-fill = 'Next call auction' fills an order in the first opening or closing auction after it, which keeps delayed quotes fair for everybody. 'Live' fills it at the first quote after it that reaches its price.
form-ask-cap = How much of the whole may a single name be after a purchase? Choose one, or send 5% to 100% as a message.
form-ask-floor = Shares whose previous close is lower cannot be bought. Choose one, or send a price as a message, such as 2.5.
form-ask-volume = How much of the volume between two quotes may one account take? For live fills only. Choose one, or send a percentage as a message, such as 15.
form-ask-tiers = Tap to choose a tier, tap again to drop it. Only members of those groups may take part.
form-ask-suitability = Do people have to answer the suitability questions first?
form-ask-rank = 'Composite score' takes where the return stands among all, less drawdown and concentration, every term shown. 'Return' looks at the return alone.
form-ask-finishing = How many points for everyone who stays until the last close? Send a number, or 'none'.
form-ask-journal = How many points for everyone who kept a journal? Send a number, or 'none'.
form-ask-notes = On how many different days does a kept journal have notes? Send a number.
form-ask-spread = How many points for everyone who stayed diversified? Send a number, or 'none'.
form-ask-bands = Send ranks and points as a message, such as 1-3 50, 4-10 20, or 'none' for no rank prizes.
form-created = ✅ Simulated contest { NUMBER($number, useGrouping: 0) } is ready; members will see this rules card. They can enter once you open it, and you can change it until it starts.
button-form-back = Back to the form
button-form-more = Change more
button-contest-create = Create
button-contest-announce = Open for entry
button-contest-discard = Discard this contest
contest-announced = ✅ '{ $title }' is open for entry, and the groups of its tiers will be told. It starts by itself before the open of { $first }; its number is { NUMBER($number, useGrouping: 0) }.

## Starting, pausing, resuming, finishing, cancelling

contest-sure-start = Start '{ $title }' now? From the start its rules are fixed, with a checksum that everybody sees; only the name can change. Taking part: { $count }.
contest-sure-pause = Pause '{ $title }'? Simulated orders and clocks stop, and the groups of its tiers are told. Taking part: { $count }.
contest-sure-resume = Resume '{ $title }'? Simulated orders and clocks go on, and the groups of its tiers are told. Taking part: { $count }.
contest-sure-finish = Finish '{ $title }'? Ranks become final, nobody can trade in it any more, and prizes can be given. This cannot be undone. Taking part: { $count }.
contest-sure-discard = Discard '{ $title }'? If it is open, the groups of its tiers are told and whoever entered is out. This cannot be undone. Taking part: { $count }.
contest-discard-reason = The operators decided not to hold it
button-sure-start = Start and fix the rules
button-sure-pause = Pause
button-sure-resume = Resume
button-sure-finish = Finish, ranks final
button-sure-discard = Discard
contest-done-start = ✅ '{ $title }' has started and its rules are fixed. Checksum { $hash }…, number { NUMBER($number, useGrouping: 0) }.
contest-done-pause = '{ $title }' is paused and the groups of its tiers are told. To go on: /contest resume { NUMBER($number, useGrouping: 0) }.
contest-done-resume = ✅ '{ $title }' goes on and the groups of its tiers are told. Number { NUMBER($number, useGrouping: 0) }.
contest-done-finish = ✅ '{ $title }' is over and its ranks are final. To give its prizes: /contest award { NUMBER($number, useGrouping: 0) }.
contest-done-discard = '{ $title }' is discarded. Number { NUMBER($number, useGrouping: 0) }.
contest-stays = Nothing has changed.
contest-cancelled-draft = The draft '{ $title }' is cancelled. It was never announced, and nobody has been told.
contest-sure-cancel = Cancel “{ $title }”? { $count ->
        [one] 1 person who has entered takes
       *[other] { $count } people who have entered take
    } part no more, the tier groups are told with the reason, and it cannot be undone.
button-sure-cancel = Cancel this simulated contest
contest-cancelled = '{ $title }' is cancelled and the groups of its tiers are told. { $count } entered and take part no longer.

## By two operators

contest-lines = { $lines }
decision-void = <b>Needs a second operator: undo a simulated order</b> ('{ $title }', number { NUMBER($id, useGrouping: 0) })
decision-correct = <b>Needs a second operator: correct simulated money</b> ('{ $title }', number { NUMBER($id, useGrouping: 0) })
decision-cancel = <b>Needs a second operator: end '{ $title }' early</b> (number { NUMBER($id, useGrouping: 0) }). It will have no ranks and no prizes, and the groups of its tiers are told. This cannot be undone.
decision-award = <b>Needs a second operator: give the prizes of '{ $title }'</b> (number { NUMBER($id, useGrouping: 0) }): { $count ->
        [one] 1 member
       *[other] { $count } members
    }, { $points } points in all
decision-member = Member: { $name } ({ $id })
decision-order-limit =
    { $side ->
        [buy] Order { $order }: simulated purchase of { $quantity } { $name } { $symbol }, limit { $limit }, { $filled } filled, placed { $at }
       *[sell] Order { $order }: simulated sale of { $quantity } { $name } { $symbol }, limit { $limit }, { $filled } filled, placed { $at }
    }
decision-order-market =
    { $side ->
        [buy] Order { $order }: simulated purchase of { $quantity } { $name } { $symbol } at the market, { $filled } filled, placed { $at }
       *[sell] Order { $order }: simulated sale of { $quantity } { $name } { $symbol } at the market, { $filled } filled, placed { $at }
    }
decision-fill =
    Fill { $fill }: { $quantity } shares at { $price }, { $at }
    Quote used: { $source }, { $quoted }, { $delay ->
        [one] 1 minute
       *[other] { $delay } minutes
    } delayed
decision-more-fills = { $count ->
        [one] 1 more fill
       *[other] { $count } more fills
    }
decision-correction =
    { $sign ->
        [plus] Add { $amount } { $currency } of simulated money for { $name } ({ $member })
       *[minus] Take { $amount } { $currency } of simulated money from { $name } ({ $member })
    }
decision-reason = Reason: { $reason }
decision-waits = Asked for by { $asker }. It lapses after { $hours ->
        [one] 1 hour
       *[other] { $hours } hours
    }. Neither who asked nor whose account it is can confirm it.
decision-asked = Another operator has been asked to confirm it in the operators' group, within { $hours ->
        [one] 1 hour
       *[other] { $hours } hours
    }.
decision-confirmed = ✅ Confirmed by { $who } at { $at } and carried out.
decision-rejected = Rejected by { $who } at { $at }; nothing has changed.
button-decision-void-order = Undo this order
button-decision-correct-cash = Correct the simulated money
button-decision-cancel-contest = End it without ranks
button-decision-award-prizes = Give the prizes
button-decision-reject = Reject
receipt-void =
    { $sign ->
        [plus] Simulated contest '{ $title }': two operators undid your order { $order } ({ $name }); { $amount } { $currency } of simulated money came back. Reason: { $reason }
       *[minus] Simulated contest '{ $title }': two operators undid your order { $order } ({ $name }); { $amount } { $currency } of simulated money was taken back and the shares are in your simulated portfolio again. Reason: { $reason }
    }
receipt-void-bare =
    { $sign ->
        [plus] Simulated contest '{ $title }': two operators undid your order { $order } ({ $name }); { $amount } { $currency } of simulated money came back. Please ask the operators if anything is unclear.
       *[minus] Simulated contest '{ $title }': two operators undid your order { $order } ({ $name }); { $amount } { $currency } of simulated money was taken back and the shares are in your simulated portfolio again. Please ask the operators if anything is unclear.
    }
receipt-correct =
    { $sign ->
        [plus] Simulated contest '{ $title }': two operators added { $amount } { $currency } of simulated money for you. Reason: { $reason }
       *[minus] Simulated contest '{ $title }': two operators took { $amount } { $currency } of simulated money that was booked too much. Reason: { $reason }
    }
receipt-correct-bare =
    { $sign ->
        [plus] Simulated contest '{ $title }': two operators added { $amount } { $currency } of simulated money for you. Please ask the operators if anything is unclear.
       *[minus] Simulated contest '{ $title }': two operators took { $amount } { $currency } of simulated money that was booked too much. Please ask the operators if anything is unclear.
    }

## Corporate actions and frozen shares

action-preview = <b>Corporate action: { $code }, ex-date { $day }</b>
action-entered = ✅ Entered: { $code }, ex-date { $day }. It can be taken back until then.
action-entered-late = Entered: { $code }, ex day { $day }.
action-when = Every running contest goes by it when the ex day opens; until then it can be taken back.
action-late = ⚠️ The ex day is here: contests that have opened today will not catch up, and this cannot be taken back. For a frozen share use /contest release with the cash and the ratio.
action-cash = { $cash } in cash for each share
action-pay = Paid on { $day }
action-ratio = { $ratio } new shares for each held
action-withdrawn = The corporate action of { $code } on { $day } is taken back.
button-action-enter = Enter it
button-action-undo = Take it back
release-preview = <b>Release { $code }</b> ('{ $title }'): we expected { $expected }, the feed says { $received }
release-action = As a corporate action: { $code }, ex day { $day }
release-holders = Held by { $count } people now: whoever held it the day before the ex day gets the cash and the new shares; all open simulated orders in it end
release-plain = As a plain change of price, no cash and no new shares; { $count } people hold it now
release-from = It goes on from { $price }, and the day's price limits follow. This cannot be undone.
release-misfit = ⚠️ By this cash and ratio it should be { $expected }, which does not fit the price: check the announcement first
button-release = Confirm trading from { $price }
release-done = ✅ { $code } is released, from { $price }.
release-done-action = ✅ { $code } is released, from { $price }; cash and new shares are booked.

## Prizes

contest-award-head = <b>Prizes of '{ $title }'</b>
contest-award-row = { $name }: { $points } points ({ $parts })
contest-award-row-given = { $name }: { $points } points ({ $parts }) · given
contest-award-more = { $count } more
contest-award-total = To be given: { $points } points for { $count ->
        [one] 1 member
       *[other] { $count } members
    }. Staff are not among them.
contest-award-all-given = All of it has been given.
contest-award-nobody = Nobody met the conditions for a prize in '{ $title }'.
contest-award-reason = Prizes as promised on the rules card
contest-award-done = ✅ The prizes of '{ $title }' are given: { $points } points for { $count ->
        [one] 1 member
       *[other] { $count } members
    }, each told in private.
contest-award-waits = The prizes of '{ $title }' are { $points } points, beyond one operator's cap for a day ({ $cap }, { $used } used today). Another operator has been asked to confirm in the operators' group.
button-contest-award = Give { $points } points to { $count }
receipt-prize = <b>Your prize of the simulated contest '{ $title }': +{ $points } points</b>, balance { $balance }, details in /points
prize-finishing = Finishing +{ $points }
prize-journal = Journal +{ $points }
prize-diversification = Diversification +{ $points }
prize-band = Rank +{ $points }
