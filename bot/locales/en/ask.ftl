# Asking: automatic answers, a choice of titles, handing on to a person, going on in private.

help-ask = Ask a question: the knowledge base first, then an adviser
ask-usage = Put the question after the command, for example: /ask how do I open STAR Market trading
ask-usage-words = Mentioning me by name with a question works as well.
ask-too-long = The question has { $length } characters, at most { $most } fit. Say what matters most and add the rest later.
ask-only-links = I cannot open links. Please put the question into words.
ask-only-text = I cannot read voice messages or pictures. Please type the question.

## Automatic answers

ask-title = <b>{ $title }</b>
ask-body = { $text }
ask-source = Source: { $source }
ask-source-as-of = Source: { $source } · as of { $day }
ask-as-of = As of { $day }
ask-risks = { $one } { $two }
ask-was-it = Was this it?
ask-automatic = 🤖 Worded automatically by a language model from the knowledge base; the brackets name what it rests on:
ask-sources = Rests on: { $titles }
ask-choice =
    { $count ->
        [1] This comes closest. Is it what you mean?
       *[other] Several entries come close. Which one is meant?
    }
ask-button-title = { $title }
ask-button-yes = Yes, solved
ask-button-no = No
ask-button-human = Ask an adviser
ask-button-none = None of these, ask an adviser
ask-button-whole = Read it all
ask-unsure = The knowledge base holds nothing that surely answers this, so I will not guess.
ask-unsure-how = Put it in other words, or let an adviser answer.

## Going on in private

ask-go-private = There is personal data in this, so not in the group. Go on in private below; the question is kept, the personal data hidden.
ask-go-private-own = This is about a personal account and not for the group. Tap below to go on in private; the question is kept.
ask-removed = The message in the group is being removed.
ask-button-private = Go on in private

## To a person

ask-why-asked-for = Question #{ $case } went to an adviser.
ask-why-advice = I give no opinion on buying, selling or prices. Question #{ $case } went to a licensed adviser.
ask-why-unlicensed = Only a licensed adviser may speak on buying, selling or prices; I give no opinion.
ask-why-private = This needs a look at a personal account. Question #{ $case } went to an adviser; nobody else sees it.
ask-why-reopened = Question #{ $case } is open again and went to an adviser.
ask-why-standing = Question #{ $case } waits for an adviser.
ask-promise-today = An answer comes by { $at } today.
ask-promise-day = An answer comes by { $at }.
ask-promise-late = It was promised by { $at } and is late, sorry. The advisers have been called.
ask-promise-none = An adviser answers on seeing it.
ask-promise-unlicensed = None is on duty now. Question #{ $case } is noted, and you hear by when as soon as somebody can take it.
ask-promise-stopped = There is an incident just now, so no time can be promised; answers follow in order afterwards.
ask-may-add = To add something, reply to this message.
ask-button-close = Never mind
ask-with-human = An adviser has question #{ $case } in hand. To add something, reply to this message.
ask-added = Added to question #{ $case }; the adviser sees it.
ask-open =
    { $vip ->
        [yes] Your question #{ $case } is still open: “{ $text }”
       *[no] Your question #{ $case } is still open: “{ $text }”
    }
ask-button-add = Add to this question
ask-button-anew = Close it and ask anew

## Ending and reopening

ask-solved = Good, solved. It can be reopened within seven days.
ask-closed = Question #{ $case } is closed. It can be reopened within seven days.
ask-too-late = This question ended more than seven days ago. Please ask again: /ask
ask-button-reopen = Not solved, ask an adviser

## Limits

ask-limit-burst = That was quick. Please wait a minute before the next question.
ask-limit-ask = At most { $most } questions in 24 hours; the next one from { $at }.
ask-limit-human = At most { $most } questions to advisers in 24 hours; the next one from { $at }. If it is urgent, call the hotline.
ask-limit-reopen = At most { $most } reopenings in 24 hours; the next one from { $at }.
ask-limit-add = { $most } additions are on this question already, and the adviser sees them all. Please wait for the answer.
error-ask-not-yours = This is somebody else's question. To ask your own: /ask
error-ask-gone = This button leads nowhere any more. To ask: /ask
