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
quiz-rounds-none = All { $rounds } rounds of today are used; come back tomorrow after 04:00
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
        [0] 🎉 <b>{ $what } passed</b>: { $right } of { $asked } right, you get the { $badge }
       *[other] 🎉 <b>{ $what } passed</b>: { $right } of { $asked } right, you get the { $badge } and { $points } points
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
group-quiz-goal = { $goal } right answers together this week { $bar } { $right } so far
group-quiz-goal-reached = This week's goal is reached: { $right } right answers together (goal { $goal }); { $points } points for everybody who took part

## Errors

error-quiz-not-yours = This round is somebody else's. Send /quiz in private to begin your own.
error-quiz-gone = What this button belongs to is over. Send /quiz to see where you are.
error-quiz-no-rounds = All { $rounds } rounds of today are used; come back tomorrow after 04:00.
error-quiz-level-closed = Level { $level } is not open yet; the highest open one is { $open }.
error-quiz-level-empty = Level { $level } has no questions at the moment; please climb another one.
error-quiz-already-placed = Your start is settled already. Just climb: /quiz
error-quiz-item-unknown = There is no item “{ $received }”. /quizitem list shows every id.
error-quiz-item-state = “{ $item }” is in that state already.
error-quiz-item-changed = Somebody has just changed “{ $item }”; please look at it again first.
error-quiz-fix-invalid = Nothing was saved. { $field }: received “{ $received }”; allowed: { $allowed }
error-quiz-fix-blocked = Nothing was saved. The bot may not say this: { $found }
error-quiz-nothing-to-undo = That change of “{ $item }” is undone already, or something newer stands on it.
