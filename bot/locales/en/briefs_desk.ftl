# The desk: drafts, the card, changes, notes and events

# —— What readers see ——
desk-note-line = From the editors: { $text }

# —— The card: one for each slot ——
desk-card = <b>{ $brief }</b> · { $day } · goes out at { $at } ({ $policy })
    { $lines }
    { $outlook }
    To change one: press “See”, then reply to that message.
desk-policy-review = needs a second person
desk-policy-auto = clean ones go by themselves
desk-line = { $tier }: { $state } · version { $version }{ $changed }
desk-tier-language = { $tier } ({ $language })
desk-unchanged = {""}
desk-changed = , changed by { $who } at { $at }
desk-state-clean = ready
desk-state-warned = { $count ->
    [one] 1 remark, please have a look
   *[other] { $count } remarks, please have a look
    }
desk-state-held = held ({ $count ->
    [one] 1 place
   *[other] { $count } places
    })
desk-state-approved = approved by { $who } at { $at }
desk-state-data-only = figures only, { $who } at { $at }
desk-state-rejected = not to be sent, { $who } at { $at }
desk-state-sent = sent
desk-state-sent-bare = sent as figures only ({ $reason })
desk-state-skipped = not sent ({ $reason })
desk-why-chosen = the operators’ decision
desk-why-not-approved = nobody approved it in time
desk-why-held = nobody dealt with the remarks
desk-why-too-late-to-review = its time had come when it was written
desk-why-figures-lost = none of the figures in the text could be had
desk-why-late = its time was missed
desk-why-no-data = no usable quotes
desk-why-blocked = it did not pass compliance
desk-why-rejected = the operators’ decision
desk-why-other = see the record
desk-finding-line = · “{ $excerpt }” { $reason } { $rule } → suggested: “{ $suggestion }”
desk-unbound-line = · “{ $number }” is bound to no quote
desk-outlook = If nobody acts by { $at }: { $parts }
desk-outlook-send = { $tiers } as written
desk-outlook-data-only = { $tiers } as figures only
desk-outlook-nothing = { $tiers } not at all
desk-outlook-over = All settled.
desk-and = { $first }, { $second }
desk-then = { $first }; { $second }
button-desk-view = See { $tier }
button-desk-all = { $count ->
    [one] Approve it
   *[other] Approve all { $count }
    }

# —— Reminders ——
desk-remind = The { $brief } goes out at { $at } and still waits for somebody: { $tiers }
    { $outlook }
desk-escalate = 5 minutes left: nobody has dealt with the { $brief } for { $tiers }
    { $outlook }
    Please decide on the card in the operators’ group.
alert-desk-bare = { $brief }, { $day } ({ $tiers }) went out as figures only: { $reason }
alert-desk-lost = { $brief }, { $day } · { $tier }: { $count ->
    [one] 1 line was
   *[other] { $count } lines were
    } left out when it was sent: a figure was missing, or had turned from a rise into a fall
    { $lines }
desk-lost-line = · { $text }
desk-bare-chosen = the operators decided so.
desk-bare-not-approved = nobody approved it by { $at }.
desk-bare-held = nobody dealt with the compliance remarks by { $at }.
desk-bare-too-late-to-review = it was written after { $at }, too late for a review.
desk-bare-figures-lost = none of the figures in the text could be had at { $at }.

# —— The preview and its buttons ——
desk-preview-mark = [Preview
desk-preview = { $mark } · version { $version } · not sent]
    { $text }
button-desk-approve = Approve { $tier }
button-desk-bare = Figures only
button-desk-reject = Do not send
button-desk-reject-sure = Yes, do not send
button-desk-edit = How to change it
button-desk-part = Replace a section
button-desk-fix = Apply the suggestions
button-desk-undo-approved = Take the approval back
button-desk-undo-data-only = Take “figures only” back
button-desk-undo-rejected = Take “do not send” back
button-desk-news-next = Other headlines
button-desk-news-none = No headlines
button-desk-term = Another term
button-desk-cut = Leave out: { $line }
desk-how-to-edit = Reply to the preview or to this message with the whole new text. Heading, time of data and disclosure are added for you.
    Only numbers of the draft may be used; they are brought up to date when it is sent.
desk-to-copy = The text as it stands:
    { $text }
desk-parts = Version { $version }: which section?
desk-changed-note = Done, the new version is below
desk-edited = Noted; this is version { $version } now.
desk-settled = Settled.
desk-undone = Taken back; it waits again
desk-approved-all = { $count ->
    [one] 1 approved
   *[other] { $count } approved
    }
desk-done-approved = Approved; it goes out at { $at } with the newest figures
desk-done-data-only = Figures only at { $at }
desk-done-rejected = This one will not be sent
desk-did-approved = approved it
desk-did-data-only = chose figures only
desk-did-rejected = decided not to send it
desk-reject-ask = The { $brief } of { $day } will not be sent to the { $tier } groups, not even as figures. Are you sure?
    To give a reason, reply to this message.

# —— Sending by hand ——
desk-blast = { $people } known people in these groups; takes about { $seconds } s.
desk-blast-done = Have it already and do not get it twice: { $count ->
    [one] 1 group
   *[other] { $count } groups
    }
desk-blast-left = Out of reach: { $groups } (I am not in there any more)
desk-blast-rejected = Left out: { $tiers } (somebody decided not to send)
desk-blast-two = This slot is under review: another operator has to press the button below.
desk-posted-bare = Of these, { $tiers } went out as figures only.
brief-skip-rejected = the operators decided not to send it.

# —— Notes and events ——
desk-every-tier = All
desk-note-added = The { $brief } of { $day } ({ $tier }) will carry this line:
    From the editors: { $text }
    Choose below who gets it.
desk-note-withdrawn = Taken back: { $text }
button-desk-note-withdraw = Take it back
desk-event-added = On the calendar: { $when } { $text }
desk-event-removed = Off the calendar: { $day } { $text }
button-desk-event-remove = Remove
desk-event-day = { $day }
desk-event-time = { $day } { $at }
desk-event-line = { $number }. { $when } { $text }
desk-events = Coming up:
    { $lines }
    To remove one: /brief event remove NUMBER
desk-events-none = Nothing on the calendar yet. Write: /brief event 2026-11-25 10:00 TEXT

# —— What cannot be done ——
error-desk-gone = This one is gone, or the time to change it is over.
error-desk-changed = { $who ->
    [none] Somebody has just changed it; it is not what you saw any more.
   *[other] { $who } changed it at { $at }; it is version { $version } now.
    } Press “See” once more.
error-desk-decided = { $who } { $what } at { $at }. To change that, press “See” and take it back first.
error-desk-already-out = The { $tier } one has been sent and cannot be changed here any more.
error-desk-held = { $count ->
    [one] 1 place has
   *[other] { $count } places have
    } not passed, so it cannot be approved. Change it, or send figures only.
error-desk-own-work = You changed the { $tier } one yourself: somebody else has to approve it.
error-desk-nobody-else = This slot is under review: whoever asked cannot confirm. Another operator has to press.
error-desk-undecided = There is no decision to take back.
error-desk-nothing-left = Nothing waits for approval any more.
error-desk-too-long = { $over } characters too long; at most { $limit }. Nothing was changed: shorten it and reply again.
error-desk-empty = There is nothing besides the heading. Nothing was changed.
error-desk-unbound = These numbers are not in the draft: { $numbers } ({ $count }). Nothing was changed.
    Use numbers of the draft only, or leave them out, and reply again; dates, times and ordinals are free.
error-desk-unclear = “{ $number }” is in the draft more than once. Nothing was changed: write the full name of the index before it and reply again.
error-desk-broken = { $count ->
    [one] 1 place
   *[other] { $count } places
    } cannot be worded like this. Nothing was changed:
    { $lines }
error-desk-which-tier = This card has several: { $tiers }. Name the tier in the first line and write the text from the second on.
error-desk-no-alternative = There is nothing else to put in its place.
error-desk-note-wrong = A note needs a text of at most { $limit } characters.
error-desk-note-numbers = No quote vouches for these numbers of the note: { $numbers }. Dates and times are fine; leave the others out.
error-desk-note-gone = That was taken back or removed already.
error-desk-no-slot = No brief of today is still to come that could carry a note.
error-desk-event-wrong = “{ $received }” is not clear. Write: /brief event 2026-11-25 10:00 TEXT (no time for all day; no day in the past)
