# The review queue: cards, decisions, reports, appeals, who is staff.

help-verify = Check whether somebody is staff: /verify @username
help-report = Report: reply to the message with /report, or /report why
help-appeal = Appeal against a measure upon you
help-review = The review queue: /review, or /review number
help-group-safety =
    {""}
    <b>Safety</b>

## The list

review-head = <b>{ $count } waiting</b>, shortest clock first
review-empty = Nothing waits for review. New cases appear as cards in the operators' group.
review-open = No. { NUMBER($number, useGrouping: 0) }
review-older = Next page
review-newer = Previous page
review-back = Back to the list
review-filter-all = All
review-filter-mine = Mine

case-lines = { $lines }
case-line = { NUMBER($number, useGrouping: 0) } · { $kind } · { $clock } · { $who } · { $text }
case-line-open = nobody yet
case-line-asked = waits for a second

## The card

case-head = <b>Case { NUMBER($number, useGrouping: 0) } · { $kind }</b>
case-head-many = <b>Case { NUMBER($number, useGrouping: 0) } · { $kind } · the same { $count } times</b>
case-kind-message = message
case-kind-name = name
case-kind-flood = flooding
case-kind-order = order
case-kind-draft = draft
case-kind-broadcast = broadcast
case-kind-report = report
case-kind-appeal = appeal
case-who = { $name } ({ $id }) · { $where } · { $at }
case-nobody = { $where } · { $at }
case-in-private = private chat
case-name = { $name }
case-the-bot = the bot
case-text = <blockquote>{ $text }</blockquote>
case-words = They say: { $text }
case-rule = { $rule }: { $reason }
case-rules = Rules: { $rules }
case-done = Done so far: { $done } ({ $by })
case-nothing-done = Nothing was done yet
case-and = { $first }, { $second }
case-done-logged = logged
case-done-warned = warned
case-done-held = held back
case-done-deleted = message deleted
case-done-muted = muted
case-done-banned = removed from the group
case-reports = Reported by: { $count }
case-clock = Due { $due }, { $left }
case-left-hours = { $hours } h left
case-left-minutes = { $minutes } min left
case-overdue = { $hours } h overdue
case-open = Nobody has taken it on
case-claimed = { $name } has taken it on
case-asked = { $name } proposes “{ $decision }”; another person has to confirm
case-decided = { $name } decided: { $decision } ({ $at })
case-note = Note: { $note }
case-decision-uphold =
    { $family ->
        [appeal] the measure stands
        [outgoing] do not send
        [report] the report is right
       *[message] it breaks the rules
    }
case-decision-release =
    { $family ->
        [appeal] appeal granted, measure undone
        [outgoing] may be sent
        [report] no rule was broken
       *[message] it was fine, undo what was done
    }
case-decision-delete =
    { $family ->
       *[message] breaks the rules, delete
    }
case-decision-mute =
    { $family ->
       *[message] breaks the rules, mute for 24 h
    }
case-decision-ban =
    { $family ->
       *[message] breaks the rules, remove from the group
    }
case-outcome-uphold = it breaks the rules
case-outcome-release = it was fine
case-outcome-delete = it breaks the rules, deleted
case-outcome-mute = it breaks the rules, muted
case-outcome-ban = it breaks the rules, removed

## Buttons

button-case-claim = I take it on
button-case-back = Give it back
button-case-hand = Hand it on
button-case-view = Back
button-case-text = Whole text
button-case-trace = History
button-case-refuse = Disagree, give it back
case-choice-uphold =
    { $family ->
        [appeal] The measure stands
        [outgoing] Do not send
        [report] The report is right
       *[message] It breaks the rules
    }
case-choice-release =
    { $family ->
        [appeal] Grant the appeal, undo
        [outgoing] It may be sent
        [report] No rule was broken
       *[message] It was fine, undo
    }
button-case-uphold =
    { $stage ->
        [confirm] Confirm: { case-decision-uphold }
       *[first] { case-choice-uphold }
    }
button-case-release =
    { $stage ->
        [confirm] Confirm: { case-decision-release }
       *[first] { case-choice-release }
    }
button-case-delete =
    { $stage ->
        [confirm] Confirm: { case-decision-delete }
        [sure] Delete the message for good
       *[first] Delete
    }
button-case-mute =
    { $stage ->
        [confirm] Confirm: { case-decision-mute }
       *[first] Mute for 24 h
    }
button-case-ban =
    { $stage ->
        [confirm] Confirm: { case-decision-ban }
        [sure] Remove and delete (takes two after 14 days)
       *[first] Remove from the group
    }
case-done-note = Case { NUMBER($number, useGrouping: 0) } is decided.
case-waits-second = Case { NUMBER($number, useGrouping: 0) } takes two people: noted, another person has to confirm.
case-answer-in-private = Please write the answer in our private chat, where I am waiting. If you see nothing there, send /start first.
case-ask-uphold = Appeal { NUMBER($number, useGrouping: 0) }, the measure stands: send the reason to the member as a message, 2 to 500 characters.
case-ask-release = Appeal { NUMBER($number, useGrouping: 0) }, undo the measure: send the answer to the member as a message, 2 to 500 characters.
case-sent-aside = Sent to our private chat.
case-whole-text = <b>Case { NUMBER($number, useGrouping: 0) }, whole text</b> (personal data painted over)
    <blockquote>{ $text }</blockquote>

## History

case-trace-head = <b>Case { NUMBER($number, useGrouping: 0) }, history</b>
case-step = { $at } { $who }: { $step }
case-step-detail = { $line } · { $detail }
case-step-opened = opened
case-step-joined = joined the same words
case-step-reported = reported
case-step-appealed = appealed
case-step-claimed = took it on
case-step-given-back = gave it back
case-step-handed-on = handed it on
case-step-asked-second = proposed, waits for a second
case-step-refused-second = disagreed
case-step-decided = decided
case-step-undone = undid what was done
case-step-reminded = reminded
case-step-expired = overdue, told the owners

## The clock

case-clock-told =
    { $mark ->
        [half] <b>Cases waiting for more than 12 hours: { $count }</b>
        [last-hour] <b>Cases with one hour left: { $count }</b>
       *[overdue] <b>Cases not decided within 24 hours: { $count }</b>
    }
case-clock-how = Decide with /review number

## Telling members

measure-delete = A person reviewed a message of yours in “{ $where }”: it breaks the group's rules and was deleted (case { NUMBER($number, useGrouping: 0) }). If that is wrong, appeal and a colleague looks again.
measure-mute = A person reviewed what you wrote in “{ $where }”: it breaks the group's rules, and you are muted for 24 hours (case { NUMBER($number, useGrouping: 0) }). If that is wrong, appeal and a colleague looks again.
measure-ban = A person reviewed what you wrote in “{ $where }”: it gravely breaks the group's rules, and you were removed (case { NUMBER($number, useGrouping: 0) }). If that is wrong, appeal and a colleague looks again.
measure-undone = We looked again: what was done about you was wrong. It is undone and does not count. We are sorry. A deleted message cannot be brought back; please send it once more. (Case { NUMBER($number, useGrouping: 0) })

## Appeals

button-appeal = Appeal
appeal-in-private = Appeals are made in private; only you and the reviewers see them.
appeals-head = <b>Measures upon me</b> (last 30 days)
appeals-none = Nothing was done about you in the last { $days } days, so there is nothing to appeal against.
appeals-how = One appeal for each measure, decided by somebody who took no part in it, answered within 24 hours.
appeal-line = { $at } { $done } · { $state }
appeal-state-none = you may appeal
appeal-state-undone = undone
appeal-state-open = appeal { NUMBER($number, useGrouping: 0) }, answered by { $due }
appeal-state-granted = appeal granted, undone
appeal-state-refused = appeal answered, the measure stands
button-appeal-this = Appeal: { $at } { $done }
button-appeal-stop = Never mind
appeal-ask = Why was it wrong? Send it as a message, 4 to 500 characters.
appeal-stopped = All right, no appeal was made.
appeal-opened = Received: appeal { NUMBER($number, useGrouping: 0) }. Somebody who took no part in it decides and answers here by { $due }.
appeal-granted = Appeal { NUMBER($number, useGrouping: 0) } was right: the measure is undone and does not count. We are sorry for the trouble.
    Answer: { $note }
appeal-granted-bare = Appeal { NUMBER($number, useGrouping: 0) } was right: the measure is undone and does not count. We are sorry for the trouble.
appeal-refused = Appeal { NUMBER($number, useGrouping: 0) } was looked at by another colleague: the measure stands.
    Reason: { $note }
appeal-refused-bare = Appeal { NUMBER($number, useGrouping: 0) } was looked at by another colleague: the measure stands. Please ask the operators for the reason.
appeal-late = We could not answer your appeal { NUMBER($number, useGrouping: 0) } within 24 hours and are sorry. It is with the community's owners now; the answer comes here as soon as there is one.

## Reports

report-taken = Thank you. The reviewers have it and decide within 24 hours; you will hear in private. Nobody else learns who reported.
report-known = You reported this already. It is being looked at; you will hear in private.
report-decided = Somebody has looked at this already. Thank you.
report-limited = No more reports today; try again tomorrow. If it is urgent, please ask the operators directly.
report-own = This is your own message. To take it back, press it and choose “Delete”.
report-empty = Two ways to report: reply to the message in the group with /report, or send /report and what happened here, at least 4 characters.
report-still-there = I am not allowed to delete your /report in the group. If nobody should see it, please delete it yourself.
report-founded = What you reported broke the rules and was dealt with. Thank you. (Case { NUMBER($number, useGrouping: 0) })
report-unfounded = What you reported was looked at; no rule was broken. Thank you for keeping an eye open. (Case { NUMBER($number, useGrouping: 0) })

## Who is staff

verify-staff = { $name } is staff here: { $role }. Checked by the Telegram account, not by the name.
verify-none = Not staff here. Checked by the Telegram account; anybody can change a name or a picture.
verify-hidden = The account is hidden and cannot be checked: take it for somebody who is not staff. You can also send the @username.
verify-channel = This comes from a group or channel, not from a person, and cannot be checked.
verify-like = Careful: the name resembles { $name } of the staff, but it is another account. It may be an impostor.
verify-never = Staff never ask for your password or codes, never ask you to transfer money, and never write first about money. If somebody does, send /report.
verify-how = Usage: /verify @username, or reply to the person's message with /verify.
verify-ask = Whom shall I check? Send the @username, or forward me a message of theirs.
verify-unreadable = “{ $received }” is no username. Usernames look like @name: letters, digits and underscores. If there is none, forward me a message of theirs.

## When something is wrong

error-case-unknown = There is no case { $received }. See /review.
error-case-decided = { $who } decided case { NUMBER($number, useGrouping: 0) } first: { $outcome }. Nothing has changed.
error-case-claimed = { $who } has taken on case { NUMBER($number, useGrouping: 0) }. You can take it over once it has lain for 4 hours.
error-case-not-yours = Case { NUMBER($number, useGrouping: 0) } is not in your hands, or the other person may not review. Nothing has changed.
error-case-own = This one is about yourself; somebody else has to decide it.
error-case-acted-before = The measure was yours; another person has to decide the appeal.
error-case-second = This takes two: you proposed it, another person has to confirm.
error-case-owners-only = This one is about staff; only the community's owners handle it, in private.
error-case-unfit = Case { NUMBER($number, useGrouping: 0) } cannot end like this. Nothing has changed.
error-appeal-unknown = No such measure: you can appeal against what was done about you in the last { $days } days. See /appeal.
error-appeal-known = There is an appeal already (case { NUMBER($number, useGrouping: 0) }). See /appeal.
error-appeal-undone = This measure was undone already; no appeal is needed.
error-case-words-length = Received { $length } characters, allowed are { $least } to { $most }. Please send it again.
