# Groups, topics, roles, the trading calendar.

binding-newbie = newbie group
binding-advanced = advanced group
binding-vip = VIP group
binding-operators = operators' group
purpose-briefs = briefs
purpose-questions = questions
purpose-contest = contest
purpose-chat = chat
role-member = member
role-expert = expert
role-compliance = compliance
role-operator = operator
role-owner = owner

## Binding

bind-which = What should this be?
bind-done = ✅ Bound: <b>{ $binding }</b>
bind-already = This already is the <b>{ $binding }</b>; nothing was changed.
bind-means-tier = The morning, noon and evening briefs of every trading day come here. What is said here is archived from now on.
bind-means-ops = Alerts, decisions to make and compliance cards come here. What is said here is archived from now on.
bind-topic-done = ✅ This topic is for: <b>{ $purpose }</b>
bind-kept = Left as it was.
rebind-sure =
    This is the <b>{ $before }</b> now. As the <b>{ $after }</b>, its briefs and its members' tier change with it.
button-rebind = Change to { $binding }
button-keep = Leave as it is
unbind-sure = Release this group? It is the <b>{ $binding }</b> now.
unbind-means-tier = Then no brief comes here, nothing said here is archived, topics lose their purpose, and members of this group alone have no tier. Points stay.
unbind-means-ops = Then alerts go to the owners in private, nothing said here is archived, and topics lose their purpose.
button-unbind = Release ({ $binding })
unbind-done = Released. This was the <b>{ $binding }</b>. To undo, send /bind.

ability-all = Here I can post, see every message and delete messages.
ability-unknown = I could not find out my rights here. Please make sure that I am an administrator.
ability-no-posting = ⚠️ I cannot post here: please let me send messages in the group's permissions.
ability-no-reading = ⚠️ I only see commands, not plain words such as “check in”: please make me an administrator.
ability-no-deleting = ⚠️ I cannot delete messages: please switch “Delete messages” on in my administrator rights.

## Telling the operators

somebody-anonymous = an anonymous administrator
alert-bot-added = { $by } added me to “{ $title }”, which is not bound. To use it, an owner sends /bind there; if you do not know this group, nothing needs to be done.
alert-bot-removed = ⚠️ I was removed from “{ $title }” ({ $binding }) by { $by }. Briefs no longer go there. Its binding and members are kept: add me back and it goes on.
alert-bot-back = I am back in “{ $title }” ({ $binding }), added by { $by }. It is still bound and goes on as before.
alert-bot-lost-rights =
    ⚠️ I have fewer rights in “{ $title }” ({ $binding }), changed by { $by }.
    { $lost }
alert-bot-mute = ⚠️ “{ $title }” is bound, but I cannot post there: please let me send messages in its permissions, or no brief will get through.

## Roles

role-list = <b>Who does what</b>
role-list-line =
    <b>{ $role }</b>
    { $people }
person-entry = { $name } ({ $id })
person-unseen = not seen yet ({ $id })
role-usage = To appoint: reply to somebody with /role operator, or /role @username expert | compliance | operator | none
role-done = ✅ The roles of { $name } were changed.
role-unchanged = { $name } had these roles already; nothing was changed.
role-holds =
    Now:
    { $roles }
role-holds-none = Now without any role.

## Refusals

error-binding-unknown = I cannot read “{ $received }”. A group may be newbie, advanced, vip or ops; a topic may be for briefs, questions, contest or chat. /bind alone offers buttons.
error-topic-needed = This works inside a topic: open the topic and send /bind { $purpose } there.
error-group-unbound = This group is not bound yet. An owner first sends /bind and chooses a tier.
error-member-unknown = I have never seen “{ $received }”. Let them write a line in a group or to me first, or send the command as a reply to their message.
error-member-not-named = It was not said who is meant. Send /{ $command } as a reply to their message, or add @username or the numeric id.
error-role-unknown = There is no role “{ $received }”. It may be expert, compliance or operator, or none to take all away.
error-owner-fixed = Owners are set by OWNER_IDS where the bot is installed; they cannot be given or taken by chat.

## Trading calendar

calendar-head = <b>Trading calendar { $exchange }</b>
calendar-today-trades = Today, { $day }: trading
calendar-today-half = Today, { $day }: half day, closes { $closes }
calendar-today-rests = Today, { $day }: closed
calendar-next = Next trading day: { $day }
calendar-half-days =
    Half days to come:
    { $days }
calendar-covered = { $days ->
        [one] Known until { $until }, one more day
       *[other] Known until { $until }, { $days } more days
    }
calendar-ended = ⚠️ The calendar ends on { $until }. Later trading days are unknown, and I do not guess: please enter the new year's holidays.
calendar-usage = To enter: /calendar { $year } closed 01-01 02-05..02-11 …
calendar-preview = { $year }: closed on { $closed } days from Monday to Friday. Please compare with the exchange's notice; it takes effect once confirmed.
calendar-replaces = ⚠️ { $year } has holidays already; this list replaces the whole year.
button-calendar-use = Use the holidays of { $year }: { NUMBER($days, useGrouping: 0) } trading days
button-calendar-drop = Do not use it
calendar-in-force = ✅ The holidays of { $year } are in force ({ $who }).
button-calendar-undo = Take the holidays of { $year } back
calendar-taken-back = The holidays of { $year } were taken back; it is as before ({ $who }).
calendar-dropped = Not used; the calendar is as it was.

error-calendar-uncovered = The trading calendar does not hold { $day }: it is known until { $covered_until }. An operator can enter the new year's holidays with /calendar.
error-calendar-no-session = { $day } is no trading day, so there is no session.
error-calendar-unknown-exchange =
    There is no trading calendar for “{ $received }”. Allowed:
    { $allowed }
error-calendar-conflict = { $day } is written as both closed and open. Please keep one.
error-calendar-gap = { NUMBER($year, useGrouping: 0) } cannot be entered yet, years in between are missing: please enter { NUMBER($expected, useGrouping: 0) } first. Years are taken back from the last one.
error-calendar-list-malformed = I cannot read “{ $received }”. Please write: 2027 closed 01-01 02-05..02-11
error-calendar-list-empty = The list of { NUMBER($year, useGrouping: 0) } holds no day. Please add the closed days, such as 01-01 02-05..02-11.
error-calendar-year-invalid = The year “{ $received }” is not possible; it may be { NUMBER($lowest, useGrouping: 0) } to { NUMBER($highest, useGrouping: 0) }.
error-calendar-date-invalid = There is no “{ $received }” in { NUMBER($year, useGrouping: 0) }. Please write month-day, such as 02-05, or a range, 02-05..02-11.
error-calendar-range-reversed = “{ $received }” ends before it begins. Please swap the two days.
error-calendar-range-too-long = “{ $received }” is { $days } days long, over { $highest }, which looks like a slip. If it is right, please write it in two parts.
error-calendar-draft-gone = This list is no longer known. Please send /calendar again.
error-calendar-draft-decided = Somebody has dealt with this list for { $year } before, or a newer one took its place. Nothing was changed.
