# Points, levels, boards, and what operators give and take.

help-me = My card: level, streak, points
help-points = My points, movement by movement
help-top = The points board, your neighbourhood first
help-levels = The levels: what they take and what they bring
help-grant = Give points: reply to somebody, /grant AMOUNT REASON
help-deduct = Take points: reply to somebody, /deduct AMOUNT REASON
start-top = Here for the whole board? Send /top: your neighbourhood comes first, then the top ten.

tier-none = In none of our groups yet
tier-newbie = Newbie group
tier-advanced = Advanced group
tier-vip = VIP group

## Card

profile-head = <b>{ $name }</b> · { $tier }
profile-level = Lv.{ $level } { $title } { $bar } { $missing } to go to Lv.{ $next }
profile-level-top = Lv.{ $level } { $title } · the highest level
profile-next = Lv.{ $next } brings: { $privilege }. Checking in and the daily question get you there
profile-all-privileges = Every privilege is yours
profile-streak =
    { $streak ->
        [one] Streak: 1 trading day
       *[other] Streak: { $streak } trading days
    } · freezes: { $freezes }
profile-no-streak = No streak yet: /checkin starts one · freezes: { $freezes }
profile-balance = Balance { $balance } · received in all { $lifetime }
button-card = As a picture
card-caption = The card of { $name }
card-nameless = Member
card-level = Lv.{ $level } { $title }
card-progress = { $missing } points to go to Lv.{ $next }
card-progress-top = The highest level
card-streak = Streak
card-trading-days =
    { $count ->
        [one] trading day
       *[other] trading days
    }
card-balance = Balance
card-lifetime = Received in all
card-points =
    { $count ->
        [one] point
       *[other] points
    }
card-next = Lv.{ $next } brings
card-foot = Points reward taking part and learning, never real trades

## Movements

points-head = <b>My points</b> · balance { $balance } · received in all { $lifetime }
points-empty = No points yet. /checkin brings the first, a right answer to the daily question brings more.
points-plus = +{ $amount }
points-minus = −{ $amount }
points-entry = { $day } <b>{ $amount }</b> { $what }
points-entry-note = { $day } <b>{ $amount }</b> { $what }: { $note }
points-page = Page { $page } of { $pages }
points-sent-privately = Sent to you in private.
points-in-private = That is for our private chat. Open it below, then ask again.
button-newer = ◀ Newer
button-older = Older ▶
reason-check-in = check-in
reason-daily-question = question of the day
reason-streak-milestone = streak bonus
reason-grant = given by an operator
reason-deduction = taken by an operator
reason-correction = correction
reason-contest-prize = Simulated contest prize
reason-peer-answer = Answer accepted
reason-late-answer = Sorry for a late answer

## Board

board-head-week = <b>This week</b> · since { $start } · { $count } with points
board-head-season = <b>This season</b> · { $season } · { $count } with points
board-head-all = <b>All time</b> · { $count } with points
board-around = Around you
board-top = Top { $count }
board-row = { $rank }. { $who } · { $points }
board-row-me = <b>{ $rank }. { $who } · { $points } ← you</b>
board-who = { $name }
board-who-titled = { $name } ({ $title })
board-leader = In front: { $who } · { $points }
board-empty = Nobody has earned points in this time yet.
board-not-yet = You have no points in this time yet. /checkin puts you here.
board-staff = Staff are left out of the board.
board-hidden = You are hidden: only you can see your line.
board-hidden-in-group = You are hidden; your place is shown to you in private only.
button-board-week = Week
button-board-season = Season
button-board-all = All time
button-here = · { $label } ·
button-board-full = The whole board, in private

## Levels

levels-head = <b>Levels</b> · you have received { $lifetime } points in all
level-line = Lv.{ $level } { $title } · from { $start } · { $privilege }
level-line-here = <b>Lv.{ $level } { $title } · from { $start } · { $privilege } ← you</b>
levels-foot = Only the points received in all count; spending never lowers a level. No privilege is an investment service.
level-title-1 = Seed
level-title-2 = Sprout
level-title-3 = New leaf
level-title-4 = Branch
level-title-5 = Sapling
level-title-6 = Blossom
level-title-7 = Shade
level-title-8 = Tall tree
level-title-9 = Grove
level-title-10 = Evergreen
privilege-later = { $privilege } (coming later)
privilege-start = checking in and the question of the day
privilege-title-on-board = your title on the board
privilege-card-frame = a frame for your card
privilege-more-questions = one more question a day
privilege-choose-topics = choosing the topics of your questions
privilege-contest-first = early invitations to simulated contests
privilege-ask-more = one more question to the experts a week
privilege-own-question = proposing a question of the day under your name
privilege-second-frame = a second frame for your card
privilege-wall = your name on the community's page of honour

level-up = You have reached Lv.{ $level } { $title }. From now on: { $privilege }. All levels: /levels.
level-up-later = You have reached Lv.{ $level } { $title }. It brings { $privilege }; it will be waiting for you. All levels: /levels.

## Giving and taking

grant-done = ✅ { $amount } points given to { $name }, whose balance is now { $balance }.
deduct-done = ✅ { $amount } points taken from { $name }, whose balance is now { $balance }.
grant-waits = Giving { $amount } points to { $name } is beyond your cap for today ({ $used } of { $cap } used). A second operator has been asked; that stands for 24 hours.
deduct-waits = Taking { $amount } points from { $name } is beyond your cap for today ({ $used } of { $cap } used). A second operator has been asked; that stands for 24 hours.
pending-grant =
    <b>A second operator is needed: give { $amount } points to { $name }</b> ({ $id })
    Reason: { $reason }
    Asked by { $asker }, who has used { $used } of { $cap } today
    Lapses after { $hours } hours. Neither who asked nor who receives can confirm.
pending-deduct =
    <b>A second operator is needed: take { $amount } points from { $name }</b> ({ $id })
    Reason: { $reason }
    Asked by { $asker }, who has used { $used } of { $cap } today
    Lapses after { $hours } hours. Neither who asked nor whose points they are can confirm.
button-confirm-grant = Give { $amount } points to { $name }
button-confirm-deduct = Take { $amount } points from { $name }
button-reject-movement = Reject
pending-what-grant =
    <b>Give { $amount } points to { $name }</b>
    Reason: { $reason }
pending-what-deduct =
    <b>Take { $amount } points from { $name }</b>
    Reason: { $reason }
pending-confirmed = ✅ Confirmed by { $who } at { $at }; the balance is now { $balance }.
pending-rejected = Rejected by { $who } at { $at }; nothing was changed.
receipt-lines = { $lines }
receipt-grant = An operator gave you { $amount } points. Reason: { $reason }. Your balance is now { $balance }; details: /points.
receipt-grant-bare = An operator gave you { $amount } points. Your balance is now { $balance }; details: /points.
receipt-deduct = An operator took { $amount } points from you. Reason: { $reason }. Your balance is now { $balance }; if that is unclear, ask the operators.
receipt-deduct-bare = An operator took { $amount } points from you. Your balance is now { $balance }; if that is unclear, ask the operators.

## Refusals

error-not-enough-points = The balance is only { $balance }, so { $wanted } cannot be taken. At most { $balance } can.
error-wrong-direction = These points would move in the wrong direction; nothing was changed.
error-ledger-key-taken = This movement is already written down for somebody else; nothing was changed.
error-grant-usage = The amount and the reason are missing. Reply to somebody with /{ $command } 50 shared reading notes, or write /{ $command } @username 50 shared reading notes.
error-bot-recipient = Bots, channels and anonymous administrators have no points. Reply to the member's own message, or write @username.
error-own-points = Nobody moves their own points. Please ask another operator.
error-reason-length = The reason takes { $least } to { $most } characters; this one has { $length }. Write it after the amount: 50 shared reading notes.
error-amount-range = One command moves { $least } to { $most } points; received { $amount }.
error-second-operator = Another operator must confirm this: neither who asked nor whose points they are.
error-pending-decided =
    { $outcome ->
        [confirmed] { $who } has confirmed this already; nothing was moved twice.
       *[rejected] { $who } has rejected this already; nothing was changed.
    }
error-pending-expired = More than { $hours } hours have passed, so this has lapsed. If it is still needed, please ask again.
error-pending-unknown = There is no such movement waiting; please ask again.
error-not-yours = This one is somebody else's. Send the command yourself to see yours.
error-invalid-economy = { $key } in { $file } is not allowed: received { $received }; allowed: { $allowed }
error-not-a-number = “{ $received }” is not an amount. Write a whole number such as 50 or 1,200.
error-signed-number = The amount takes no sign; received “{ $received }”. To take points, use /deduct.
error-decimal-number = Points have no fractions; received “{ $received }”. Write a whole number such as 50.
error-exponent-number = “{ $received }” is easily misread. Write the number in full, such as 50.
error-number-too-large = “{ $received }” is too large; at most { $most } at once.

alert-points-differ = The points audit found { $count } differences. The first: { $first }
    Run bell audit points to see them all.
