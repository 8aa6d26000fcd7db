# Broadcasts: writing, checking, a second person's approval, sending; and members' own /why.

help-broadcast = Broadcasts: draft, approval by a second operator, sending on time
help-why = What I sent you lately and why; switch off what you do not want
broadcast-source = Source of the figures: { $source }

## Form

broadcast-head = <b>Broadcast { NUMBER($number, useGrouping: 0) }</b> · { $state }
broadcast-line = { $label }: { $value }
broadcast-came-back = Not accepted last time: { $reason }
broadcast-problems = { $count ->
        [one] <b>1 thing to change before it can be submitted</b>
       *[other] <b>{ $count } things to change before it can be submitted</b>
    }
broadcast-field-text = Text
broadcast-field-other = Text B
broadcast-field-source = Source of figures
broadcast-field-language = Language of the text
broadcast-field-groups = To groups
broadcast-field-people = In private to
broadcast-field-levels = Levels
broadcast-field-readers = Only readers of
broadcast-field-activity = Check-ins
broadcast-field-asked = Wish
broadcast-field-excluded = Not to
broadcast-field-when = Start
broadcast-field-trading = Days
broadcast-field-hours = Of use
broadcast-field-picture = Picture
broadcast-ask-text = Send me the text in private; or reply to a message that holds it with /broadcast and the number, which takes its picture along.
broadcast-ask-other = To compare two wordings, send me the other one: about half of the readers get B, each always the same one. If not needed, choose “None”.
broadcast-ask-source = Figures that the text quotes need a source, which the approver checks. Please name it, such as “National Bureau of Statistics, 15 Nov”.
broadcast-ask-language = Which language is the text in? The risk disclosure uses the same. Everybody gets the same text; nothing is translated.
broadcast-ask-groups = To the groups of which tiers? Several may be chosen.
broadcast-ask-people = To members of which tiers in private? With none chosen, nothing goes out in private.
broadcast-ask-levels = Please write a range of levels, such as 2-5, 3+ or all.
broadcast-ask-readers = Only to those who chose these languages; with none chosen, to all.
broadcast-ask-activity = Choose one, or write “last 7 days”, “silent 30 days”, “never” or “all”.
broadcast-ask-asked = To everybody who has not refused such messages, or only to those who asked for them? Those who get briefs in private asked, too.
broadcast-ask-excluded = Who is to be left out? Write @usernames or ids with spaces between; if nobody, write “none”.
broadcast-ask-when = When does it start? Write community time, such as tomorrow 9:30, 2026-12-01 10:00 or now.
broadcast-ask-trading = May it go out on days when the market is closed?
broadcast-ask-hours = How long after the start is it still of use? Choose one, or write 1 to 72 hours.
broadcast-pictured = one
broadcast-without-picture = none
broadcast-none = None
broadcast-now = As soon as it is approved
broadcast-at = { $at }
broadcast-starts = Starts { $at }
broadcast-hours = { $hours ->
        [one] within 1 hour of the start
       *[other] within { $hours } hours of the start
    }
broadcast-people = { $count ->
        [0] nobody
        [one] 1 person
       *[other] { $count } people
    }
broadcast-levels = { $first ->
        [0] { $last ->
            [0] All
           *[other] up to Lv.{ $last }
        }
       *[other] { $last ->
            [0] from Lv.{ $first }
           *[other] Lv.{ $first } to Lv.{ $last }
        }
    }
broadcast-activity = { $kind ->
        [within] checked in within { $days } days
        [silent] no check-in for { $days } days
        [never] never checked in
       *[any] All
    }
broadcast-asked-no = everybody who has not refused
broadcast-asked-yes = only those who asked
broadcast-trading-no = any day
broadcast-trading-yes = trading days only
broadcast-every-language = all languages
broadcast-list = { $before }, { $part }
broadcast-part = { $name } { $count }
broadcast-choice-held = ✓ { $name }
broadcast-type-in-private = Please send it to me in our private chat.

button-broadcast-no-picture = No picture
button-broadcast-reword = Take the suggestions
button-broadcast-preview = See it in private as it will look
button-broadcast-check = See whom it reaches
button-broadcast-drop = Drop it
button-broadcast-form = Back to the form
button-broadcast-submit = Submit for a second operator's approval

## What to change, what to look at

broadcast-problem-empty = There is no text yet.
broadcast-problem-signs = Text { $variant } holds only signs or emoji, no words.
broadcast-problem-long =
    { $kind ->
        [caption] With a picture, text and risk disclosure may have { $most } characters; now it is { $length }. Please shorten it, or leave the picture out.
       *[text] Text and risk disclosure may have { $most } characters; now it is { $length }. Please shorten it.
    }
broadcast-problem-everybody = There is no “@everyone” here; it would call nobody. Please take it out.
broadcast-problem-same = Text B is the same as the first: there is nothing to compare. Please change it or leave it out.
broadcast-problem-blocked =
    Compliance did not pass it ({ $count }):
    { $lines }
broadcast-finding = “{ $excerpt }” { $reason } { $rule } → suggestion: “{ $suggestion }”
broadcast-problem-figures = { $count ->
        [one] 1 figure is bound to no quote: { $figures }. Please take it out, or name its source for the approver to check.
       *[other] { $count } figures are bound to no quote: { $figures }. Please take them out, or name their source for the approver to check.
    }
broadcast-problem-nobody = Nobody is chosen yet: choose at least one tier of groups, or one in private.
broadcast-problem-past = The start, { $at }, is over. Please choose another, or as soon as it is approved.
broadcast-problem-quiet = { $at } lies in the quiet hours ({ $first } to { $last }), when nothing goes to groups. Please choose another time.
broadcast-problem-useless = In private it could only go out at { $awake }, and by then it is past its use ({ $at }). Please let it be of use longer, or choose another start.
broadcast-problem-uncovered = The trading calendar is known until { $until }, so nobody knows about { $day }. Please choose another day, or any day.
broadcast-problem-closed = The market is closed on { $day }. Please choose another day, or any day.
broadcast-problem-over = It is past its use ({ $at }).
broadcast-warning-links = ⚠️ Links to hosts that are not listed: { $hosts }. Please make sure that they are right.

## Whom it reaches

broadcast-check = <b>Whom broadcast { NUMBER($number, useGrouping: 0) } reaches</b>
broadcast-card-text = Text { $variant }: { $text }
broadcast-card-split = A and B go to: { $first }, { $second }
broadcast-card-figures = Figures quoted: { $figures }. Source: { $source }. Please check each before approving.
broadcast-card-language = Everybody gets the same text: { $language }
broadcast-reach-groups = Groups: { $count } ({ $titles }), { $known } people known in them
broadcast-reach-no-groups = Groups: none
broadcast-reach-people = { $count ->
        [one] In private: 1 person
       *[other] In private: { $count } people
    }
broadcast-reach-deferred = { $count ->
        [one] For 1 of them it waits until the quiet hours end at 08:00
       *[other] For { $count } of them it waits until the quiet hours end at 08:00
    }
broadcast-reach-languages = Languages in private: { $parts }
broadcast-reach-excluded = Not in private: { $parts }
broadcast-reach-time = Starts about { $starts }, ends about { $ends }; sending takes about { $minutes } min
broadcast-exclusion-named = left out by name
broadcast-exclusion-staff = staff
broadcast-exclusion-left = left the groups
broadcast-exclusion-not-in-segment = not in the segment
broadcast-exclusion-hidden = chose to stay hidden
broadcast-exclusion-no-private-chat = never wrote to me in private
broadcast-exclusion-unreachable = blocked me or unreachable
broadcast-exclusion-opted-out = refused such messages
broadcast-exclusion-daily-budget = have their 2 of the day
broadcast-exclusion-quiet-hours = quiet hours

## Submitting, approving, sending

broadcast-submitted = Broadcast { NUMBER($number, useGrouping: 0) } is submitted and waits for a second operator. Any change needs a new submission.
broadcast-preview-head = [Preview, not sent] Broadcast { NUMBER($number, useGrouping: 0) } · text { $variant }
broadcast-previewed = Sent to our private chat.
broadcast-preview-closed = I cannot write to you in private yet. Please open our chat and press Start.
alert-broadcast-asks =
    <b>Broadcast { NUMBER($number, useGrouping: 0) } waits for approval</b>
    { $lines }
broadcast-grown = ⚠️ Since the approval its reach went from { $before } to { $after } people, or other groups came in, so it has stopped. Please look at it again.
button-broadcast-approve = Approve
button-broadcast-approve-quoted = I checked each figure: approve
button-broadcast-return = Return
button-broadcast-reject = Reject
broadcast-approved = { $at } { $who }: approved.
broadcast-why = Please send me the reason why broadcast { NUMBER($number, useGrouping: 0) } is not accepted.
broadcast-returned = Broadcast { NUMBER($number, useGrouping: 0) } was returned; the reason stands on its form.
broadcast-rejected = Broadcast { NUMBER($number, useGrouping: 0) } was rejected.
broadcast-progress = Sent { $sent } · waiting { $waiting } · unknown { $unknown } · failed { $failed } · not sent { $suppressed }
broadcast-reason = Reason: { $reason }
button-broadcast-cancel = Cancel
button-broadcast-pause = Pause
button-broadcast-resume = Go on sending
button-broadcast-refresh = Refresh
broadcast-sure = Cancel broadcast { NUMBER($number, useGrouping: 0) }? The { $left } already sent cannot be taken back; the rest stays unsent.
button-broadcast-sure = Cancel, send no more
broadcast-cancelled = Broadcast { NUMBER($number, useGrouping: 0) } is cancelled: { $dropped } held back, { $left } had left before.
alert-broadcast-done = Broadcast { NUMBER($number, useGrouping: 0) } is finished: sent { $sent }, unknown { $unknown }, failed { $failed }, not sent { $suppressed }, waiting { $waiting }.
alert-broadcast-expired = Broadcast { NUMBER($number, useGrouping: 0) } has lapsed: an approval lasts 24 hours and has to come before the start. If it is still needed, please draft it again.
alert-broadcast-stopped =
    ⚠️ Broadcast { NUMBER($number, useGrouping: 0) } did not start and is a draft again:
    { $problems }
broadcast-list-head = <b>Latest broadcasts</b>
broadcast-list-line = { NUMBER($number, useGrouping: 0) } · { $state } · { $text }
broadcast-list-empty = There has been no broadcast yet. /broadcast begins the first.
broadcast-state-draft = draft
broadcast-state-submitted = waiting for approval
broadcast-state-approved = approved
broadcast-state-sending = being sent
broadcast-state-paused = paused
broadcast-state-done = finished
broadcast-state-cancelled = cancelled
broadcast-state-rejected = rejected
broadcast-state-expired = lapsed

## Refusals

error-broadcast-unknown = There is no broadcast number { $received }. /broadcast list shows the latest.
error-broadcast-usage = I cannot read “{ $received }”. To draft: /broadcast; to list: /broadcast list; to open: /broadcast 12; to return or reject: /broadcast return 12 reason.
error-broadcast-state =
    { $state ->
        [draft] Broadcast { NUMBER($number, useGrouping: 0) } is still a draft; please submit it first.
        [submitted] Broadcast { NUMBER($number, useGrouping: 0) } is submitted and waits for a second operator.
        [approved] Broadcast { NUMBER($number, useGrouping: 0) } is approved already; nothing was done twice.
        [sending] Broadcast { NUMBER($number, useGrouping: 0) } is being sent; this cannot be done now.
        [paused] Broadcast { NUMBER($number, useGrouping: 0) } is paused.
        [done] Broadcast { NUMBER($number, useGrouping: 0) } is finished.
        [cancelled] Broadcast { NUMBER($number, useGrouping: 0) } is cancelled.
        [rejected] Broadcast { NUMBER($number, useGrouping: 0) } was rejected.
       *[expired] Broadcast { NUMBER($number, useGrouping: 0) } has lapsed; please draft it again.
    }
error-broadcast-stale = Broadcast { NUMBER($number, useGrouping: 0) } was submitted again after this card. Please see the newest card, or send /broadcast { NUMBER($number, useGrouping: 0) }.
error-broadcast-own = You drafted or changed broadcast { NUMBER($number, useGrouping: 0) }; somebody else has to approve it.
error-broadcast-too-early = An approval lasts 24 hours. Please approve broadcast { NUMBER($number, useGrouping: 0) } after { $since }.
error-broadcast-problems =
    Broadcast { NUMBER($number, useGrouping: 0) } still has to change:
    { $problems }
error-broadcast-levels = “{ $received }” is no range of levels. Levels go from 1 to { $most }: write 2-5, 3+ or all.
error-broadcast-levels-reversed = “{ $received }” runs backwards. Please put the lower level first, such as 2-5.
error-broadcast-activity = I cannot read “{ $received }”. Write “last 7 days”, “silent 30 days”, “never” or “all”, with 1 to 365 days.
error-broadcast-time = “{ $received }” is no time. Write tomorrow 9:30, 2026-12-01 10:00, 20:00 or now.
error-broadcast-past = { $at } is over. Please write a later time, or now.
error-broadcast-far = { $at } is too far off; it may be within { $days } days.
error-broadcast-hours = “{ $received }” is no number of hours. It may be 1 to { $most }.
error-broadcast-text-long = That is { $length } characters, at most { $most } are possible. Please shorten it.
error-broadcast-text-empty = No words came. Please send me the content as text.
error-broadcast-picture = This picture cannot be used: PNG or JPEG only, at most { $most } MB.
error-broadcast-reason = A reason has { $least } to { $most } characters.

## Members' /why

button-no-campaigns = No more messages of this kind
button-campaigns-off = No more community messages
button-campaigns-on = Send me community messages again
why-head = <b>What I sent you lately</b>
why-in-private = What was sent to you is shown in private.
why-preview = This is a preview; the button does nothing here.
why-refused = You will get no more messages of this kind. /why switches them on again.
why-nothing = Nothing was sent to you lately.
why-line = { $at } · { $lane }: { $outcome }
why-rules = Messages that you did not ask for never come between 22:00 and 08:00, and at most 2 a day.
why-wanted = Community messages: on
why-unwanted = Community messages: off
why-lane-alert = operators' alert
why-lane-moderation = group rules
why-lane-receipt = receipt
why-lane-brief = brief
why-lane-contest = simulated contest
why-lane-answer = answer to a question
why-lane-nudge = reminder
why-lane-survey = survey
why-lane-campaign = community message
why-opted-out = not sent, you chose not to get these
why-quiet-hours = not sent, by morning it would have been late
why-daily-budget = not sent, you had 2 that day already
why-cancelled = not sent, the operators cancelled it
why-other = not sent, no longer needed
why-state-queued = waits to be sent
why-state-sending = being sent
why-state-sent = sent
why-state-unknown = may have arrived, no answer came
why-state-failed = could not be sent
why-state-expired = not sent, its time was over
