# Members object to simulated fills; operators or compliance answer.

help-dispute = Object to a simulated fill: /dispute 12.1 why
start-dispute = Is a simulated fill wrong? Send /dispute for your cases, or tap the fill in /fills.
dispute-in-private = Objections are made in private; only you and the operators see them.
disputes-head = <b>My objections</b>
disputes-none = You have made no objection yet.
disputes-how = If a simulated fill looks wrong, tap its “Object” in /fills, or send /dispute, the number of the fill, and what is wrong.
dispute-row = No. { NUMBER($number, useGrouping: 0) } · fill { $fill } · { $state }
dispute-answer = Answer: { $answer }
dispute-state-open = being looked at
dispute-state-upheld = the fill was undone
dispute-state-rejected = the fill stands
dispute-ask-reason = What is wrong? Send it as a message, 4 to 500 characters. The operators will see the quote that was used, and answer you.
dispute-stopped = All right, no objection was made.
dispute-opened = Received: objection { NUMBER($number, useGrouping: 0) } about fill { $fill } is { $state }. The answer comes in private; see /dispute meanwhile.
dispute-known = Objection { NUMBER($number, useGrouping: 0) } about fill { $fill } exists already: { $state }. There is one case for each fill; see /dispute.
button-dispute-stop = Never mind

dispute-card = <b>Objection { NUMBER($number, useGrouping: 0) }</b> (simulated contest “{ $title }”)
dispute-text = It says: { $text }
dispute-limits = Limits of the day: upper { $upper }, lower { $lower }
dispute-no-limits = This quote came without price limits
dispute-rule =
    { $model ->
        [live] The rule: live. The first quote after the order that is fresh ({ $seconds } seconds) and reaches its limit fills it, at that quote's price.
       *[next-auction] The rule: next call auction. The first opening or closing auction after the order fills it at the auction's price; the price seen when ordering does not count.
    }
button-dispute-keep = Let the fill stand
button-dispute-undo = Undo the order (takes two)
dispute-ask-keep = Objection { NUMBER($number, useGrouping: 0) }, the fill stands: send the answer to the member as a message, 2 to 500 characters.
dispute-ask-undo = Objection { NUMBER($number, useGrouping: 0) }, undo the order: send the answer to the member as a message, 2 to 200 characters. It is told once another operator has confirmed.
dispute-answer-in-private = Please write the answer in our private chat, where I am waiting. If you see nothing there, send /start first.
dispute-kept = ✅ Objection { NUMBER($number, useGrouping: 0) }: the fill stands, and the member has the answer.
receipt-dispute =
    { $state ->
        [upheld] Your objection to the simulated fill { $fill } was right: the order is undone.
       *[rejected] Your objection to the simulated fill { $fill } was looked at: the fill stands.
    }
    Answer: { $answer }
receipt-dispute-bare =
    { $state ->
        [upheld] Your objection to the simulated fill { $fill } was right: the order is undone. Please ask the operators for the reason.
       *[rejected] Your objection to the simulated fill { $fill } was looked at: the fill stands. Please ask the operators for the reason.
    }

error-dispute-fill-unknown = You have no simulated fill “{ $received }”. The numbers are in /fills and look like 12.1.
error-dispute-unknown = There is no such objection.
error-dispute-decided = Objection { NUMBER($number, useGrouping: 0) } has been decided before; nothing has changed.
error-dispute-too-late = Objections in “{ $title }” are taken only while it runs. Please ask the operators directly.
error-dispute-own = This objection is your own; somebody else has to decide it.
