# Where deliveries went, and alerts for the operators.

alert-set-aside =
    ⚠️ An update failed three times and was set aside; nothing else is held up.
    Number: { $update }
    Reason: { $error }
alert-delivery-unknown =
    ⚠️ A message was sent and no answer came: it may have arrived or not. It was not sent again, so as not to post it twice.
    Key: { $key }
    Text: { $excerpt }
alert-delivery-failed =
    ⚠️ A message to a group could not be sent.
    Key: { $key }
    Reason: { $why }
alert-delivery-expired =
    ⚠️ A brief was not sent: its time was over before it could go out.
    Key: { $key }
    Of use until: { $until }
alert-job-failed =
    ⚠️ The scheduled job { $job } did not finish.
    Reason: { $error }
alert-archive-broken = ⚠️ The archive's chain breaks at record { $position }: { $problem }. Tell compliance at once and leave everything as it is.
button-it-arrived = It arrived
button-send-again = Send again
delivery-decided-arrived = { $at } { $who }: it arrived, not sent again.
delivery-decided-again = { $at } { $who }: send again, queued.
delivery-decided-too-late = { $at } { $who }: send again, but it is past its time and will not be sent.
error-delivery-settled = Somebody has decided about this message before. Nothing was changed.
