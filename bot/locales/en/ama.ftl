# AMAs: questions collected, voted for and answered live; the digest; the operators' cards.

help-ama = AMA with an expert: when, ask, vote for questions

## One AMA

ama-head = <b>{ $title }</b> · { $state }
ama-when = With { $expert }, { $at }–{ $until }
ama-somebody = A member
ama-the-expert = the expert
ama-state-draft = draft
ama-state-collecting = collecting questions
ama-state-open = live
ama-state-closed = over
ama-state-cancelled = cancelled
ama-state-stopped = stopped
ama-state-late = past its time
ama-row = { $number }. { $question } ({ $votes } { $votes ->
        [one] vote
       *[other] votes
    })
ama-row-mine = { $number }. { $question } ({ $votes } { $votes ->
        [one] vote
       *[other] votes
    }, yours among them)
ama-row-answered = { $number }. ✓ { $question }
ama-no-questions = No question is listed yet. The first could be yours.
ama-no-answers = No answers remain of this one.
ama-vote-how = One vote each, for what you most want to hear. Move it any time; tap again to take it back.
ama-bare = There is news of the AMA. Send /ama to see it.

## In groups

ama-call = 🎙 Questions are open for the next AMA
ama-call-how = Reply to this message to ask; a moderator lists it. Use the button to read and vote.
ama-opens = 🎙 The AMA has begun: the most wanted questions first. Reply to this message to ask more.
ama-answer-question = { $asker } asks: <b>{ $question }</b>
ama-answer = { $expert }: { $answer }
ama-moved = 🎙 “{ $title }” was moved from { $before } to { $at }. All questions are kept.
ama-stopped-in-group = “{ $title }” will not go on. Sorry for the trouble.
ama-digest-head = 🎙 <b>{ $title }</b> is over: { $asked } asked, { $answered } answered
ama-digest-row = · { $question } → { $answer }
ama-digest-tail = The button below has it all.
ama-digest-none = No question was answered this time; everybody who asked is told.

## Asking and voting

ama-ask = Send me your question for “{ $title }”, { $least } to { $most } characters. Once listed, others can vote for it.
ama-asked = Got it. Once a moderator has read it, it is listed for “{ $title }”.
ama-asked-group = Got it. It is listed once a moderator has read it.
ama-asked-voted = Somebody asked the same, so your vote went to it: { $question }
ama-asked-known = The same question was asked already; it stands at: { $state }.
ama-asked-pending = waiting for a moderator
ama-asked-listed = listed
ama-asked-answered = answered
ama-asked-refused = not taken
ama-asked-withdrawn = withdrawn
ama-voted = Your vote is with this question.
ama-unvoted = Vote taken back.
ama-withdrawn = Withdrawn. You may ask it again.
ama-mine-head = <b>My questions for “{ $title }”</b>
ama-mine-row = { $number }. { $question } ({ $state })
ama-mine-none = You have not asked anything yet.
ama-told-listed = Your question is listed for “{ $title }”: { $question }
ama-told-refused = Your question “{ $question }” for “{ $title }” was not taken this time.
ama-told-refused-reason = Your question “{ $question }” for “{ $title }” was not taken this time. Reason: { $reason }
ama-told-answered = Your question in “{ $title }” was answered:
ama-told-unanswered = “{ $title }” is over, and time was too short for your question “{ $question }”. Ask it with /ask, or keep it for the next one.
ama-told-stopped = “{ $title }” will not go on, so your question “{ $question }” stays unanswered. Ask it with /ask, or keep it for the next one.
ama-told-bare = There is news of your question in “{ $title }”. Send /ama { NUMBER($number, useGrouping: 0) } to see it.

button-ama-join = Read, ask, vote
button-ama-read = Read all answers
button-ama-ask = Ask a question
button-ama-mine = My questions
button-ama-list = Back to the list
button-ama-vote = Vote { $number }
button-ama-voted = ✓ Take back { $number }
button-ama-answer = Answer { $number }
button-ama-withdraw = Withdraw no. { $number }
button-ama-back = Previous
button-ama-more = Next

## Operators: new ones, lists

ama-new-how =
    Copy this, fill it in and send it. Without a length it lasts 60 minutes, without tiers every group sees it.
    With “weekly: yes” it comes round every week at that time, on the week's next trading day if that one is a holiday.
ama-new-form =
    <pre>/ama new
    title: How to read a report
    expert: @username
    time: tomorrow 20:00
    minutes: 60
    tiers: newbie, advanced
    weekly: no</pre>
ama-preview = <b>AMA { NUMBER($number, useGrouping: 0) } · preview</b>, seen by nobody yet
ama-preview-reach =
    { $count ->
        [0] ⚠️ No group of { $tiers } is bound: nobody would see it.
        [one] Goes to { $count } group of { $tiers }.
       *[other] Goes to { $count } groups of { $tiers }.
    }
ama-preview-weekly = Comes round every week at that time, until stopped.
ama-preview-closed = ⚠️ { $day } is no trading day. To hold it all the same, post the call.
ama-preview-unknown = ⚠️ The calendar does not reach { $day }: nobody knows whether there is trading.
ama-tiers-1 = { $t0 }
ama-tiers-2 = { $t0 }, { $t1 }
ama-tiers-3 = { $t0 }, { $t1 }, { $t2 }
ama-called = Posted in { $count } { $count ->
        [one] group
       *[other] groups
    }; it opens by itself, { $at }.
ama-dropped = Dropped. Nobody saw it.
ama-moved-done = Moved to { $at }.
ama-list-head = <b>AMAs</b>
ama-list-row = { NUMBER($number, useGrouping: 0) } · { $title } · { $state } · { $at } · { $pending } waiting, { $listed } listed, { $answered } answered
ama-list-empty = No AMA yet. Begin one with /ama new.
ama-list-how = Move: /ama move NUMBER TIME · stop: /ama stop NUMBER · weekly series: /ama series
ama-series-head = <b>Weekly series</b>
ama-series-row = { NUMBER($number, useGrouping: 0) } · { $title } · { $weekday } { $at }
ama-series-empty = No weekly series is running. “weekly: yes” in a new AMA begins one.
ama-series-sure = Stop the series “{ $title }”? No more calls go out by themselves; what was called for still takes place.
ama-series-stopped = The series “{ $title }” is stopped.
ama-weekday-0 = Mon
ama-weekday-1 = Tue
ama-weekday-2 = Wed
ama-weekday-3 = Thu
ama-weekday-4 = Fri
ama-weekday-5 = Sat
ama-weekday-6 = Sun
ama-stop-sure = Stop “{ $title }”? Nothing more is sent from this moment; what was sent stays. Its groups read one line, { $waiting } unanswered { $waiting ->
        [one] question is
       *[other] questions are
    } void, and there is no digest. This cannot be undone.
ama-stop-done = “{ $title }” is stopped; { $dropped } unsent { $dropped ->
        [one] message was
       *[other] messages were
    } held back.
ama-end-sure = End “{ $title }”? { $waiting } { $waiting ->
        [one] question is
       *[other] questions are
    } unanswered; the digest follows. It cannot begin again.
ama-ended = “{ $title }” is over; the digest follows at once.
ama-anyway-done = “{ $title }” takes place as planned, { $at }.

button-ama-call = Post the call
button-ama-drop = Drop it
button-ama-stop = Stop
button-ama-stop-sure = Yes, stop for good
button-ama-skip = Put last
button-ama-end = End it
button-ama-end-sure = Yes, end it
button-ama-anyway = Hold it all the same
button-ama-series-stop = Stop series { NUMBER($number, useGrouping: 0) }
button-ama-series-sure = Yes, stop the series
button-ama-keep = No, leave it

## Operators: cards

ama-card =
    <b>Question { NUMBER($number, useGrouping: 0) } for “{ $title }”</b>
    { $name }: { $question }
    { $state }
ama-stage =
    <b>“{ $title }”: question { NUMBER($number, useGrouping: 0) } is next</b>
    { $name } asks: { $question }
    Reply to this message to answer; it goes to all groups concerned.
ama-stage-over =
    <b>“{ $title }”: question { NUMBER($number, useGrouping: 0) }</b>
    { $name } asks: { $question }
    { $state }
ama-stands-pending = Waiting for a moderator
ama-stands-listed = Listed ({ $by })
ama-stands-answered = ✓ Answered ({ $by })
ama-stands-refused = Not taken ({ $by }): { $reason }
ama-stands-withdrawn = Withdrawn by who asked
ama-refuse-ask = Question { NUMBER($number, useGrouping: 0) } is not to be taken: “{ $question }”. Who asked is told. To say why, send me the reason in private.
ama-listed-note = Listed.
ama-refused-note = Not taken; who asked is told.
ama-answered-note = Posted in { $count } { $count ->
        [one] group
       *[other] groups
    }.
ama-skipped-note = Put last.
ama-held-line = “{ $excerpt }” { $reason }
button-ama-take = List it
button-ama-refuse = Do not take it
button-ama-no-reason = Tell them without a reason
button-ama-keep-question = Back

alert-ama-open =
    <b>“{ $title }” has begun</b>, { $count } { $count ->
        [one] question waits
       *[other] questions wait
    }:
    { $queue }
alert-ama-open-empty = <b>“{ $title }” has begun</b>; no question is listed yet. The first one will come here.
alert-ama-end = “{ $title }” is over: { $asked } asked, { $answered } answered. { $answered ->
        [0] The digest is out.
       *[other] The digest is out; the answers wait as knowledge drafts for approval.
    }
alert-ama-late = ⚠️ “{ $title }” was to begin { $at }; the service was down for more than 30 minutes. It is cancelled; its groups and those who asked are told. Begin another with /ama new if you like.
alert-ama-closed-day = ⚠️ “{ $title }” was planned for { $at }, which is no trading day, and nobody confirmed it. It is cancelled; its groups and those who asked are told.
alert-ama-day-changed = ⚠️ “{ $title }” is planned for { $at }, which by the changed calendar is no trading day. Hold it, stop it, or move it (/ama move { NUMBER($number, useGrouping: 0) } TIME)? Without a word it will not begin.
alert-ama-no-day = Weekly series “{ $title }”: from { $day } on the week has no trading day left. It rests once and goes on the week after.
alert-ama-uncovered = ⚠️ Weekly series “{ $title }”: the calendar does not reach the week of { $day }, so no call went out. Please add the holidays with /calendar.
alert-ama-blocked = ⚠️ A group message of “{ $title }” did not pass compliance ({ $reason }); a short note went out instead.

## When it cannot be done

error-ama-unknown = Not found ({ $received }). Send /ama for the current AMA.
error-ama-none = There is no AMA at the moment. The next one will be announced in the groups.
error-ama-field = { $field }: this line is not right; received “{ $received }”. Send /ama new for the form.
ama-field-title = title (2 to 40 characters)
ama-field-expert = expert (@username)
ama-field-time = time (such as tomorrow 20:00)
ama-field-minutes = minutes (such as 60)
ama-field-tiers = tiers (newbie, advanced, vip, all)
ama-field-weekly = weekly (yes or no)
error-ama-length = It may last { $least } to { $most } minutes; received { $received }.
error-ama-expert = { $name } is no expert yet. Appoint them with /role first.
error-ama-title-held = The title did not pass compliance: { $reason }. Please put it another way.
error-ama-usage = “{ $received }” is not understood. There are: /ama new, /ama list, /ama move NUMBER TIME, /ama stop NUMBER, /ama series.
error-ama-staff-only = Only operators can use this. To read, ask or vote, just send /ama.
error-ama-state = AMA { NUMBER($number, useGrouping: 0) } is { $state }; this cannot be done now.
error-ama-not-for-you = “{ $title }” is for members of other groups.
error-ama-question-length = A question has { $least } to { $most } characters; received { $count }.
error-ama-enough = Everybody may ask at most { $most } times in one AMA. You can vote for what you most want to hear.
error-ama-full = { $most } questions already wait for a moderator. Please try later, or vote for one of those listed.
error-ama-question-held = This question did not pass compliance: { $reason }. Please put it another way and send it again.
error-ama-decided = This question is now “{ $state }”; this cannot be done.
error-ama-reason = A reason has at most { $most } characters; received { $count }. Please shorten it.
error-ama-reason-held = The reason did not pass compliance: { $reason }. Please put it another way.
error-ama-own-vote = You cannot vote for your own question, only for others.
error-ama-answer-held =
    This answer was not sent. Please reply again in other words:
    { $reasons }
error-ama-answer-long = With question and disclosures this answer has { $count } characters; a message holds { $most }. It was not sent; please shorten it and reply again.
error-ama-not-your-stage = The expert and the operators answer here.

## The picture

ama-picture-kicker = AMA · { $title }
ama-picture-title = Most wanted: { $question }
ama-picture-votes = { $count } { $count ->
        [one] vote
       *[other] votes
    }
ama-picture-answered = ✓ answered
ama-picture-open = not reached
ama-picture-voters = { $count } voted · { $at }
ama-picture-risk = Questions come from members. For learning only, not investment advice.
