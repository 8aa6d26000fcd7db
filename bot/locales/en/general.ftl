# What everybody meets: welcome, help, not understood, not allowed.

date-with-year = { $day } { $year }

## Start

start-hello = Hello, { $name }. I am Opening Bell, the assistant of this investor community.
start-first = <b>Do one thing first</b>: send /checkin, or just type “check in”.
start-contest = To practise, send /contest: simulated money, the exchanges' real rules.
start-points = Looking for your points? /points lists them; to earn the first, type “check in”.
start-brief = Looking for the brief? /brief shows the latest one again.
start-checkin = Here to check in? Just type “check in”, then answer today's question for more points.
start-more = All commands are in /help; language and privacy are in /settings.
start-limits = We share information and teach. We never recommend a trade, take an order or ask you for money.
start-group = Personal matters are easier in a private chat.
button-private = Open private chat

language-simplified = 简体中文
language-traditional = 繁體中文
language-english = English

## Help

help-head = <b>What you can do</b>
help-group-own =
    {""}
    <b>Your own</b>
help-group-look-up =
    {""}
    <b>Prices</b>
help-group-order =
    {""}
    <b>Simulated orders</b>
help-group-contest =
    {""}
    <b>Simulated contests (simulated money, apart from any real account)</b>
help-head-operators =
    {""}
    <b>For operators</b>
help-line = /{ $command } { $about }
help-group =
    Type “check in” right here to check in.
    /brief shows this group's latest brief again.
    The full list is in the private chat, out of everybody's way.
button-help = All commands in private

help-start = Say hello and choose a language
help-help = See what you can do
help-settings = Language, and whether boards show you
help-bind = Bind a group to a tier, or a topic to a purpose (in the group)
help-unbind = Release a group (in the group)
help-role = See, give or take the roles of expert, compliance and operator
help-calendar = Trading calendar: how far it reaches, and next year's holidays

## Settings

settings-head = <b>My settings</b>
settings-language = Language: { $language }
settings-shown = Boards: I am shown
settings-hidden = Boards: I am not shown (points still add up)
button-hide-me = Leave me out of boards
button-show-me = Show me on boards
settings-saved = Saved.
settings-in-private = Your own settings are changed in private, where nobody else sees them.
settings-group-language = In this group I speak: { $language }

## Not understood, not allowed

hint-private = I did not understand that. Questions can simply be typed; “check in” checks in, /buy 600519 100 makes a simulated purchase; everything else is in /help.
button-gone = This button no longer works. Please send the command again.
unknown-command = There is no command /{ $command }. All commands are in /help.
unknown-command-near = There is no command /{ $command }. Did you mean /{ $near }? All commands are in /help.
anonymous-sender = This was sent as the group or a channel, so I cannot tell who it is and cannot act on it. Please send it again from your own account.

error-unexpected = This did not work, and nothing was changed. Please try again later.
error-not-allowed = /{ $command } is for people who were given the right to it. Please ask an owner of the community.
error-wrong-place =
    { $place ->
        [private] Please use /{ $command } in a private chat with me.
       *[group] Please use /{ $command } in a group: send the same command in the group it is about.
    }
error-text-blocked = This text did not pass the compliance check and was not sent.
error-forged-screening = This text did not go through the compliance check and was not sent.
error-invalid-data = In file { $file }, “{ $item }”, { $field } is wrong: received { $received }, allowed: { $allowed }
