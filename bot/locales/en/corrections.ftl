# Corrections: how a brief that was sent is put right or taken back
help-correct = Correct or withdraw a brief that was sent: /correct NUMBER, or /correct 2026-11-20 noon newbie

# —— What readers see ——
correction-at = { $at }
correction-on = { $at }
correction-mark-text = Corrected { $when }: { $reason }
correction-mark-later = Corrected { $when }: { $figures }. Reason: { $reason }
correction-later = { $name } now reads { $figures } (quote of { $at })
correction-later-all = figures of { $name } are now quotes of { $at }
correction-later-some = some figures are now quotes of { $at }
correction-later-comma = ;{" "}
correction-mark-withdrawal = Withdrawn { $when }: { $reason }. Please do not rely on what stood here.
correction-note-text = A correction to the { $brief } of { $day }: { $reason }. Send /brief for the corrected version.
correction-note-withdrawal = The { $brief } of { $day } has been withdrawn: { $reason }. Please do not rely on it.
correction-picture-mark = corrected
correction-picture-title = Figures corrected
correction-picture-withdrawn = Withdrawn
correction-picture-kicker = { $day } { $brief }

# —— The form ——
correction-edition = { $day } { $brief } · { $tier } ({ $language }) #{ $number }
correction-which = Which one? You can also name its number: /correct 128
correction-form = <b>{ $edition }</b>
    Version { $version } now, in { $count ->
        [one] { $count } group
       *[other] { $count } groups
    }. What is to be changed?
correction-form-text = { $text }
button-correct-text = Change the text
button-correct-figures = Correct a figure
button-correct-line = Drop a line
button-correct-withdraw = Withdraw it
correction-how-to = Reply to this message with the corrected text in full. Heading, time of data and risk note are added by themselves.
    Numbers must be ones that this brief has, or that day's newest quotes.
correction-figures = These differ from the newest quotes of that day. Which one shall be corrected?
button-correct-figure = { $name } { $old } → { $new }
correction-lines = Which line shall be dropped?
correction-ask-reason-text = Why is it corrected? Reply to this message in one sentence; readers will see it.
correction-ask-reason-withdrawal = Why is it withdrawn? Reply to this message in one sentence; readers will see it.
correction-preview = { $mark } · as corrected, not changed yet〕
    { $text }
correction-radius = The message is edited in { $count ->
        [one] { $count } group
       *[other] { $count } groups
    }; its buttons stay.
correction-radius-unsent-text = { $count } not sent yet: the corrected version goes out instead.
correction-radius-unsent-withdrawal = { $count } not sent yet: held back.
correction-radius-old = { $count } of them went out some time ago and get a note besides.
correction-radius-unknown = { $count } may or may not have arrived; edited once that is clear.
correction-radius-gone = Out of reach: { $groups } (I am no longer in there)
correction-radius-picture-true = The picture is replaced as well.
correction-radius-picture-false = The figure in the picture cannot be changed: this brief kept no picture that can be drawn again.
correction-radius-apart = Where editing is refused, a note is posted. Private watch-list briefs and polls are written apart and are not touched.
correction-second-wanted = This slot is under review: a colleague has to press the button below.
button-correct-ok-text = Confirm correction
button-correct-ok-withdrawal = Confirm withdrawal
button-correct-drop = Leave it
correction-confirmed = Confirmed; { $count ->
        [one] { $count } copy is
       *[other] { $count } copies are
    } being changed. The correction's card shows how far it is.
correction-dropped = Nothing was changed.

# —— The card ——
correction-card-text = <b>Correction</b> · { $day } { $brief } · { $tier } #{ $number }
    Version { $before } → { $after }, confirmed { $at }
    Reason: { $reason }
    { $lines }
correction-card-withdrawal = <b>Withdrawal</b> · { $day } { $brief } · { $tier } #{ $number }
    Version { $before } → { $after }, confirmed { $at }
    Reason: { $reason }
    { $lines }
correction-progress = Edited { $edited } of { $total }, notes { $noted }, failed { $failed }
correction-progress-waiting = Still waiting: { $count }
correction-progress-withheld = Held back before they left: { $count }
correction-progress-over = All done.

# —— Refusals ——
error-correction-no-edition = There is no brief “{ $received }”, or it was never sent. Send /correct alone to choose from a list.
error-correction-elsewhere = Members read along here. Please send /correct { $edition } in the operators’ group or in private.
error-correction-gone = This form is over, or somebody has just corrected the same brief. Please send /correct again.
error-correction-withdrawn = This brief was withdrawn; nothing is left to correct.
error-correction-same = That is what it says already. Nothing was changed.
error-correction-no-figure = No figure differs from that day’s newest quotes, or there are none of that day any more. Use “Change the text”.
error-correction-turned = “{ $number }” has turned round, so the words beside it must change too. Use “Change the text”.
error-correction-reason = The reason must be one sentence of at most { $limit } characters.
error-correction-second = This slot is under review: you wrote the correction, so somebody else has to confirm it.
