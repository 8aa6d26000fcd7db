# The quiz ladder: five levels, items, quizzes in groups, care of the bank.

help-quiz = Climb the quiz ladder: every question comes with an explanation
reason-quiz = Quiz ladder
reason-group-quiz = Quiz in the group
profile-quiz = Quiz ladder: level { $level } passed, { $badge }

quiz-level-1 = Newcomer
quiz-level-2 = Basics
quiz-level-3 = Skilled
quiz-level-4 = In depth
quiz-level-5 = Professional
quiz-badge-1 = Newcomer badge
quiz-badge-2 = Basics badge
quiz-badge-3 = Skilled badge
quiz-badge-4 = In-depth badge
quiz-badge-5 = Professional badge
quiz-level = Level { $level } · { $name }
quiz-placement = Starting test

## The way in

quiz-welcome = 🎓 <b>Quiz ladder</b>: { $levels } levels of { $items } questions; { $mark } right answers pass the first.
quiz-welcome-how = { $seconds } seconds a question, an explanation after each, and reading it is not timed. Up to { $rounds } rounds a day; new questions answered right earn points.
quiz-welcome-choose = Answer { $items } short questions to find where to begin, or simply begin at level 1.
quiz-home-none = 🎓 <b>Quiz ladder</b> { $bar } no level passed yet: begin with the one ahead
quiz-home = 🎓 <b>Quiz ladder</b> { $bar } level { $level } passed, { $badge }
quiz-unfinished = One round is unfinished: { $what }. Go on with it, or end it first.
quiz-rounds-left =
    { $rounds ->
        [one] One round is left for today
       *[other] { $rounds } rounds are left for today
    }
quiz-rounds-none = All { $rounds } rounds of today are used; come back when the day changes, by default at 4:00 in the morning
quiz-in-private = The quiz is played in private, so that nobody is disturbed.
button-quiz-place = Test me first ({ $items } questions)
button-quiz-first = Begin at level 1
button-quiz-climb = Climb level { $level } · { $name }
button-quiz-again = Level { $level }
button-quiz-resume = Go on
button-quiz-stop = End this round
button-quiz-next = Next question ({ $place } of { $items })
button-quiz-retry = Another round
button-quiz-home = Back to the ladder
button-quiz-private = Play in private

## One question

quiz-progress = { $what } · question { $place } of { $items } · { $right } right so far
quiz-prompt = <b>{ $text }</b>
quiz-option = { $letter }. { $text }
quiz-seconds = { $seconds } seconds
quiz-verdict-right = Right: { $right }
quiz-verdict-wrong = You chose “{ $chosen }”; the answer is “{ $right }”
quiz-verdict-late = Too late, which counts as wrong. The answer is “{ $right }”
quiz-verdict-silent = Time is up. The answer is “{ $right }”
quiz-explanation = { $text }
quiz-source = Source: { $source }, checked { $day }
quiz-points = Points +{ $points }
quiz-note-right =
    { $points ->
        [0] Right
       *[other] Right, points +{ $points }
    }
quiz-note-wrong = Not this time; the explanation tells why
quiz-note-late = Too late, which counts as wrong
quiz-note-again = Answered already: the first choice counts

## The end of a round

quiz-passed =
    { $points ->
        [0] <b>{ $what } passed</b>: { $right } of { $asked } right, you get the { $badge }
       *[other] <b>{ $what } passed</b>: { $right } of { $asked } right, you get the { $badge } and { $points } points
    }
quiz-passed-again = <b>{ $what }</b> passed once more: { $right } of { $asked } right
quiz-failed = <b>{ $what }</b>: { $right } of { $asked } right, { $mark } pass it. You have read the explanations; the next round begins with questions you have not met.
quiz-stopped = { $what } ends here: { $right } of { $asked } right
quiz-placed = Test done: { $right } of { $asked } right. We suggest you begin at level { $level } ({ $name })
quiz-opens-repair = From now on, a wrong repair answer leaves you a second question
quiz-opens-tier = You meet what the { $tier } asks for
quiz-card-title = Level { $level } · { $name } passed
quiz-card-kicker = Quiz ladder · { $name }
quiz-card-right = answers right
quiz-card-ladder = This far
quiz-card-foot = The quiz tests knowledge; nothing in it is advice to buy or sell
quiz-card-caption = { $name } passed level { $level } and got the { $badge }

## The quiz in groups

group-quiz-question = Level { $level } · { $name } | { $text }
group-quiz-lines = { $lines }
group-quiz-result =
    { $people ->
        [one] 🎓 Group quiz, { $day }: { $items } questions, one person answered, { $share }% right
       *[other] 🎓 Group quiz, { $day }: { $items } questions, { $people } people answered, { $share }% right
    }
group-quiz-row = { $place }. { $name }: { $right } of { $asked } right, score { $score }
group-quiz-how = Score = share right × difficulty
group-quiz-missed = Group quiz: nothing was posted on { $day }; { $groups ->
        [one] one group
       *[other] { $groups } groups
    } missed it. Most likely the bot was not running at that time; a late quiz is not posted.
group-quiz-goal = { $goal } right answers together this week { $bar } { $right } so far
group-quiz-goal-reached = This week's goal is reached: { $right } right answers together (goal { $goal }); { $points } points for everybody who took part

## Care of the bank

help-quizitem = Quiz bank: /quizitem list 2, show ID, fix ID, retire ID
quizitem-usage = Use /quizitem list 2 · /quizitem show ID · fix ID · retire ID · restore ID · who @NAME
quizitem-who =
    { $level ->
        [0] { $name } has not passed any level yet
       *[other] { $name } has passed level { $level }
    }
quizitem-tier-met = { $tier } asks for level { $level }: met
quizitem-tier-missed = { $tier } asks for level { $level }: not met yet
quizitem-list = <b>Items of level { $level }</b> · { $count }
quizitem-row = <code>{ $item }</code> { $text }
quizitem-row-retired = <code>{ $item }</code> { $text } (retired)
quizitem-how = Send /quizitem show ID for the full wording and the figures of an item
quizitem-head = <code>{ $item }</code> · level { $level } · version { $version } · { $state }
quizitem-in-use = in use
quizitem-retired = retired
quizitem-option = { $letter }. { $text }
quizitem-option-right = { $letter }. { $text } ✓
quizitem-explanation = Explanation: { $text }
quizitem-no-figures = Nobody has answered this version yet
quizitem-figures = { $answers } first answers, { $share }% right, discrimination { $discrimination }
quizitem-picks = Picked: { $picks } · no answer { $silent }
quizitem-verdict = Verdict: { $faults }
quizitem-fault-none = nothing found
quizitem-fault-tells-nothing = low discrimination
quizitem-fault-wrong-preferred = a wrong option is picked more than the right one
quizitem-fault-never-picked = an option is never picked
quizitem-faults = { $first }, { $second }
quizitem-row-faults = <code>{ $item }</code> · level { $level } · { $answers } first answers, { $share }% right · { $faults }
quizitem-review =
    { $count ->
        [one] <b>Weekly look at the quiz bank</b>: one item has odd figures. Is it ambiguous, or its answer marked wrong?
       *[other] <b>Weekly look at the quiz bank</b>: { $count } items have odd figures. Are they ambiguous, or their answers marked wrong?
    }
    { $lines }
quizitem-ask-fix = To fix “{ $item }”, send only the lines that change:
    Question: …
    A: …
    B: …
    C: …
    D: …
    Answer: B
    Explanation: …
    Chinese labels (题目, 讲解) change the Chinese wording. You see the result before anything is saved.
quizitem-draft = <b>This is what it becomes</b> ({ $item }, not saved yet)
quizitem-draft-drops-english = The English wording does not fit any more: Simplified Chinese is shown until somebody writes it anew
quizitem-left = Nothing was changed.
quizitem-fix-in-private = Please fix items in private
quizitem-fix-in-private-how = Please send /quizitem fix { $item } in private
button-quizitem-show = Show { $item }
button-quizitem-back = ◀ Back
button-quizitem-more = More ▶
button-quizitem-fix = Fix
button-quizitem-retire = Retire this item
button-quizitem-restore = Use it again
button-quizitem-undo = Undo the latest change
button-quizitem-save = Save as a new version
button-quizitem-leave = Leave it

## Errors

error-quiz-not-yours = This round is somebody else's. Send /quiz in private to begin your own.
error-quiz-gone = What this button belongs to is over. Send /quiz to see where you are.
error-quiz-no-rounds = All { $rounds } rounds of today are used; come back when the day changes, by default at 4:00 in the morning.
error-quiz-level-closed = Level { $level } is not open yet; the highest open one is { $open }.
error-quiz-level-empty = Level { $level } has no questions at the moment; please climb another one.
error-quiz-already-placed = Your start is settled already. Just climb: /quiz
error-quiz-item-unknown = There is no item “{ $received }”. /quizitem list shows every id.
error-quiz-item-state = “{ $item }” is in that state already.
error-quiz-item-changed = Somebody has just changed “{ $item }”; please look at it again first.
error-quiz-draft-gone = This preview is not the latest any more, or it was saved already. Use the last preview, or send /quizitem fix { $item } again.
error-quiz-fix-invalid = Nothing was saved. { $field }: received “{ $received }”; allowed: { $allowed }
error-quiz-fix-blocked = Nothing was saved. The bot may not say this: { $found }
error-quiz-nothing-to-undo = That change of “{ $item }” is undone already, or something newer stands on it.
