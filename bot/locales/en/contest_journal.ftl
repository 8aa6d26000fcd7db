# The trading journal, its weekly roll-up, and the suitability questions.

help-journal = Trading journal: note why you made a simulated trade
start-journal = Here for your trading journal? Send /journal and what you want to note.
journal-in-private = The journal is written in private; nobody else sees it.
journal-head = <b>My trading journal</b> (“{ $title }”): { $total ->
        [one] 1 note
       *[other] { $total } notes
    } on { $days ->
        [one] 1 day
       *[other] { $days } days
    }
journal-empty = There are no notes in “{ $title }” yet. A few words on why you traded help most when you look back.
journal-row = { $at }  { $text }
journal-forbidden = Quoting: not allowed. The weekly roll-up only counts your notes.
journal-allowed = Quoting: allowed. The weekly roll-up may quote one note without your name, and never one that names a share.
journal-ask = What do you want to note? Send it as a message, 2 to { $most } characters. Only you can see it.
journal-ask-order = Why did you do this with { $name }? Send it as a message, 2 to { $most } characters. Only you can see it.
journal-kept = ✅ Noted. You have { $total ->
        [one] 1 note
       *[other] { $total } notes
    } in this simulated contest.
button-journal-add = Write a note
button-journal-see = See my notes
button-journal-allow = Allow quoting without my name
button-journal-forbid = Do not quote me any more
journal-week = <b>A week of journals</b> · simulated contest “{ $title }”: in this group { $people ->
        [one] 1 person
       *[other] { $people } people
    } wrote { $notes ->
        [one] 1 note
       *[other] { $notes } notes
    } this week.
journal-week-quotes =
    <b>A week of journals</b> · simulated contest “{ $title }”: in this group { $people ->
        [one] 1 person
       *[other] { $people } people
    } wrote { $notes ->
        [one] 1 note
       *[other] { $notes } notes
    } this week.
    Quoted with consent and without names:
    { $quotes }
    These are members' own reviews, not investment advice.
journal-quote = “{ $text }”

error-journal-length = A note has { $least } to { $most } characters; this one has { $length }.
error-journal-too-many = You have written { $most } notes today. Go on tomorrow.

## Suitability

help-suitability = Suitability questions: the risk that fits you
start-suitability = Here for the suitability questions? Send /suitability: six short questions, and only you see the result.
suitability-in-private = The suitability questions are answered in private; nobody else sees them.
suitability-intro = <b>{ $count } short questions</b> with no right or wrong: choose what is true for you. The answers only decide whether you can join some simulated contests.
suitability-question = { $number } / { $count }  { $text }
suitability-known = You have answered the suitability questions before.
suitability-until = Valid until { $until }; you can answer again at any time.
suitability-result-cautious = Your answers are on the <b>cautious</b> side: small ups and downs matter to you.
suitability-result-balanced = Your answers are <b>balanced</b>: you can live with some ups and downs.
suitability-result-daring = Your answers are on the <b>daring</b> side: you can live with large ups and downs.
suitability-points = { $points } of { $most } points; { $balanced } or more is balanced, { $daring } or more is daring. Valid for a year.
suitability-no-advice = This only sums up your own answers. It is not investment advice and does not replace a formal suitability assessment.
button-suitability-again = Answer again
button-suitability-back = Back to the contest
