# Screening in groups: removal, muting, appeals, how a group is guarded.

help-mute = Mute somebody: reply, /mute 2h reason
help-unmute = End a mute: reply, or /unmute @username
help-ban = Remove somebody from the group: reply, /ban reason
help-unban = Let somebody come back: /unban @username
help-guard = How this group is guarded: links, forwards, night, newcomers

## To the person

moderation-explained =
    A message of yours in “{ $title }” was removed.
    { $lines }
    If you think this is wrong, press the button and a person will look at it.
moderation-words = The words: { $words }
moderation-why-rule =
    Why: { $reason }
    Say instead: { $suggestion }
moderation-private-data = It seemed to hold a phone, document or account number. It was deleted from the group to protect you, and is not repeated here. To reach somebody or settle something, write here in private or use the official app.
moderation-muted-until = Until then you can read but not write: { $until }
moderation-why-flood = Why: too many messages, too much of the same, or too many people called by name at once. A little slower is fine.
moderation-why-link = Why: links like this cannot be posted here now (newcomers have to wait a while). To share something, name its source and title.
moderation-why-disguised-link = Why: invitations elsewhere, shortened links and addresses dressed up as official ones cannot be checked. Please give the original address and its source.
moderation-why-forward = Why: messages like this cannot be forwarded here now. To discuss something, put it in your own words and name the source.
moderation-why-contact = Why: newcomers cannot post contacts here yet.
moderation-why-held = Why: your name is easily mistaken for a colleague’s, or holds words that do not belong here. Once an operator has looked you can write as usual; another name is quicker.
moderation-undone = We looked again at your message in “{ $title }”: we were wrong, the record is withdrawn and counts for nothing. We are sorry.
moderation-undone-lifted = We looked again: the restriction in “{ $title }” is lifted and the record withdrawn; it counts for nothing. We are sorry.

## One line in the group

moderation-note = A message was just removed under the group’s rules. Its writer can press the button to see why, and appeal.
moderation-note-private = A message that seemed to hold personal data was just removed. Please keep phone, document and account numbers out of the group; write in private instead.
moderation-order = { $name }: no orders are taken in the group. Please use the official app or call the service line; this message is kept as the rules require.
moderation-order-bare = No orders are taken in the group. Please use the official app or call the service line; this message is kept as the rules require.
moderation-hint = A reminder: { $suggestion }
moderation-hint-bare = A reminder: please mind the group’s rules; state facts and name sources.
moderation-night = It is night ({ $hours }): please write a little slower; newcomers cannot post links until morning.

## To the operators

taken-nothing = nothing done
taken-log = recorded only
taken-reply = reminded in the group
taken-hold = left for a person to look at, still there
taken-delete = deleted
taken-mute = deleted, muted
taken-ban = deleted, removed from the group
moderation-who = { $name }
moderation-who-newcomer = { $name } (newcomer)
moderation-card-acted = Done: { $measure }
moderation-card-watching = Only watching; by the rules: { $measure }
moderation-card =
    <b>{ $title }</b> · { $who }
    { $acted }
    “{ $excerpt }”
    Rules { $rules }
    { $why }
moderation-staff =
    Something that you said in “{ $title }” does not fit our rules for what we say in public. It was not touched; please change it yourself:
    { $words }
    { $lines }
moderation-refused = ⚠️ Telegram refused a measure in “{ $title }”: { $why }. Please make sure that I am an administrator who may delete messages and ban users. No more about this today.
moderation-bot-came = Somebody brought the bot { $bot } into “{ $title }”: { $by }. Remove it if you do not know it.
moderation-name-card =
    <b>{ $title }</b>: please look at this name
    { $name } { $username } ({ $id })
    { $why }
    { $held }
moderation-name-watching = This group is only watched: messages of this person stay.
alike-name = The name is the same as that of our colleague “{ $staff }”.
alike-username = The username is almost that of our colleague “{ $staff }”.
alike-office = The name claims an office or speaks for the company.
alike-words = The name holds words that the rules do not allow.
moderation-undo-done = Taken back. The record stays and counts for nothing.
moderation-undo-lifted = Taken back; the restriction is being lifted.
moderation-dropped = The message is being deleted.
moderation-bot-removed = The bot is being removed.
moderation-kept = { $text }
moderation-by = By { $who }
button-moderation-undo = Take this back
button-moderation-fine = Nothing wrong
button-moderation-delete = Delete this message
button-moderation-mute = Mute for a day
button-moderation-ban = Remove from the group
button-moderation-appeal = Appeal to a person
button-moderation-why = See why
button-moderation-remove-bot = Remove this bot

## By hand

hand-mute = Mute
hand-unmute = End mute
hand-ban = Remove
hand-unban = Let back in
hand-done = ✅ { $act }: { $name }, { $titles }, until { $until }
hand-done-open = ✅ { $act }: { $name }, { $titles }, until somebody ends it
hand-ended = ✅ { $act }: { $name }, { $titles }
hand-waits = { $act } { $name }: another colleague has to confirm this; it is in the operators’ group.
hand-pending =
    <b>Waits for a second person: { $act } { $name }</b> ({ $id })
    Groups: { $titles }
    Reason: { $reason }
    Asked by: { $asker }
    Lapses after { $hours } hours.
hand-rejected = Rejected, nothing was done.
button-hand-confirm = Confirm: { $act }
button-hand-reject = Reject
hand-told =
    { $act } · { $titles }
    { $lines }
hand-told-until = Until { $until }.
hand-told-open = Until an operator ends it.
hand-told-ended = Everything is as before from now on. Welcome back.
hand-told-reason = Reason: { $reason }

## How a group is guarded

guard-form =
    How <b>{ $title }</b> is guarded
    Mode: { $mode }
    Links: { $links } · Forwards: { $forwards }
    Night: { $night } · newcomers are watched for { $hours } hours
    Websites allowed besides: { $hosts }
guard-mode-act = act
guard-mode-watch = only watch
guard-mode-off = off
guard-links-free = links free
guard-links-newcomers = not by newcomers
guard-links-listed = listed only
guard-forwards-free = forwards free
guard-forwards-newcomers = not by newcomers
guard-forwards-channels = none from channels
guard-forwards-none = no forwards
guard-night-off = no night
guard-night = night { $hours }
guard-hours = { $hours } h
guard-chosen = ● { $label }
guard-changed = ✅ Saved.
guard-undone = ✅ As it was before the change.
guard-groups = Which group?
guard-group = { $title }
guard-group-mode = { $title }: { $mode }
guard-no-groups = No members’ group is bound yet. Send /bind in one first.
button-guard-undo = Undo the last change

## Refusals

error-duration-unreadable = “{ $received }” is no duration. Write 30m, 2h, 1d, 三天 or 半小时.
error-duration-range = “{ $received }” does not work: at least 1 minute, at most 365 days.
error-night-unreadable = “{ $received }” is no night. Write two different times such as 23:00-07:00, or off.
error-host-unreadable = “{ $received }” is no website’s name. Write example.com.
error-hours-range = “{ $received }” is too long: newcomers are watched for { $most } hours at most.
error-guard-usage = “{ $received }” is not understood. Send /guard alone for buttons, or /guard night 23:00-07:00, /guard newcomer 48, /guard allow example.com.
error-untouchable =
    { $why ->
        [self] You cannot do this to yourself.
        [staff] { $name } is a colleague; this command does not work on colleagues.
       *[admin] { $name } administers the group, and Telegram lets no bot touch administrators. Take that role away first.
    }
error-bot-untouchable = This does not work on bots, channels and anonymous administrators. Reply to the member’s own message, or name them with @username.
error-measure-nowhere = { $name } is in none of the bound groups, so there is nothing to do.
error-nothing-to-undo = This was taken back before or does not exist; nothing changed.
error-second-moderator = Another colleague has to confirm this, not the one who asked.
error-measure-settled = Somebody decided this before, or it lapsed. Send the command again if it is still wanted.
error-policy-moved = The settings were changed since. Send /guard again to see them.
