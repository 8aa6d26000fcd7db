# Checking in, the question of the day, the repair of a missed day.

checkin-done-trading = ✅ Checked in · trading day { $streak } in a row
checkin-done-resting =
    { $streak ->
        [0] ✅ Checked in · the market rests today, a streak starts on the next trading day
        [one] ✅ Checked in · the market rests today, your streak stays at { $streak } trading day
       *[other] ✅ Checked in · the market rests today, your streak stays at { $streak } trading days
    }
checkin-done-unknown =
    { $streak ->
        [0] ✅ Checked in · no trading calendar covers today yet, so it does not count for a streak
        [one] ✅ Checked in · no trading calendar covers today yet, your streak stays at { $streak } trading day
       *[other] ✅ Checked in · no trading calendar covers today yet, your streak stays at { $streak } trading days
    }

checkin-earned = Points +{ $points }, and +{ $right } more for today's question
checkin-earned-all = Points +{ $points }
checkin-earned-short =
    { $points ->
        [0] All of today's points are earned
       *[other] Points +{ $points } (all of today's points are earned)
    }
checkin-balance = Balance { $balance } · Lv.{ $level }, { $missing } to Lv.{ $next }
checkin-balance-top = Balance { $balance } · Lv.{ $level }, the highest level
checkin-earned-and-wallet = { $earned } · { $wallet }
checkin-milestone = { $streak } trading days in a row: the bonus of +{ $points } is included
checkin-freeze-held =
    { $held ->
        [one] Ten more trading days kept: you hold { $held } streak freeze of { $most }, used by itself when you miss a day
       *[other] Ten more trading days kept: you hold { $held } streak freezes of { $most }, used by themselves when you miss a day
    }

checkin-already = You already checked in today ({ $at }). Next time: { $when ->
        [today] today
       *[tomorrow] tomorrow
    } from { $next }.

checkin-question-daily = Today's question: { $text }
checkin-question-repair = Repair question: { $text }
checkin-question-second-repair = Repair question (second): { $text }
checkin-option = { $text }
checkin-answer-right = Right: { $right }
checkin-answer-wrong = You chose “{ $chosen }”; the right answer is “{ $right }”
checkin-explanation = { $text }

checkin-note-right =
    { $points ->
        [0] Right
       *[other] Right, points +{ $points }
    }
checkin-note-wrong =
    { $points ->
        [0] Not this time; the explanation is in the message
       *[other] Not this time, but the explanation is worth something too: points +{ $points }
    }
checkin-note-again = This one is answered already; the first choice counts.
checkin-note-repaired = Right, your streak is whole again
checkin-note-not-repaired = Not this time; the explanation is in the message

checkin-repair-offer =
    { $streak ->
        [one] { $day } was missed: one right answer today brings back your streak of { $streak } trading day
       *[other] { $day } was missed: one right answer today brings back your streak of { $streak } trading days
    }
checkin-repair-offer-second = You passed the quiz, so one more question can repair { $day }; { $streak ->
        [one] the right answer restores the streak of one trading day
       *[other] the right answer restores the streak of { $streak } trading days
    }
checkin-not-repaired-yet = Not this one, and there is one more chance.
checkin-repair-head = Repair your streak · { $day }
checkin-repair-rule =
    { $streak ->
        [one] The right answer brings back your streak of { $streak } trading day. One try, until { $until }.
       *[other] The right answer brings back your streak of { $streak } trading days. One try, until { $until }.
    }
checkin-repaired =
    { $streak ->
        [one] ✅ Streak repaired · { $streak } trading day in a row
       *[other] ✅ Streak repaired · { $streak } trading days in a row
    }
checkin-not-repaired =
    { $streak ->
        [0] Not repaired this time, and that is fine: start again on the next trading day. Your longest streak stays on record.
       *[other] Not repaired this time, and that is fine: this is trading day { $streak } in a row. Your longest streak stays on record.
    }
button-repair = Repair with a question

checkin-freeze-used =
    { $streak ->
        [one] You did not check in on { $day }. A streak freeze stepped in by itself and your streak of { $streak } trading day is safe. Freezes left: { $left }.
       *[other] You did not check in on { $day }. A streak freeze stepped in by itself and your streak of { $streak } trading days is safe. Freezes left: { $left }.
    }
checkin-freeze-used-two =
    { $streak ->
        [one] You did not check in on { $first } and { $last }. Two streak freezes stepped in by themselves and your streak of { $streak } trading day is safe. Freezes left: { $left }.
       *[other] You did not check in on { $first } and { $last }. Two streak freezes stepped in by themselves and your streak of { $streak } trading days is safe. Freezes left: { $left }.
    }
checkin-freeze-not-enough =
    { $used ->
        [one] You were away for a few trading days. Your streak freeze was used, but it was not quite enough: the streak ended at { $streak }. Your longest streak stays on record, and ten trading days in a row earn a new freeze.
       *[other] You were away for a few trading days. Your { $used } streak freezes were used, but they were not quite enough: the streak ended at { $streak }. Your longest streak stays on record, and ten trading days in a row earn a new freeze.
    }

help-checkin = check in for points, with one short question a day

error-question-not-yours = This question was put to somebody else. Send /checkin to get your own.
error-question-not-put = This question has changed since. Send /checkin once more to get the new one.
error-question-expired =
    { $purpose ->
        [repair] The time to repair is over: it lasts 24 hours from the end of the missed day.
       *[daily] This question was for that day only. Send /checkin to see today's.
    }
error-repair-nothing = There is no missed day to repair.
error-repair-too-late = { $day } can no longer be repaired: that works for 24 hours from the end of the missed day.
error-repair-tried = The chances to repair { $day } are used. Passing a level of /quiz gives you a second question from then on.
error-unknown-question = There is no question “{ $question }”.
