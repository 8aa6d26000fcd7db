# The expert desk: cards, promises, answers, licences, weekly report, members' answers.

help-tickets = Questions that wait for an expert: /tickets, /tickets 12, /tickets report
help-expert = Licences of experts; pause or resume the clock: /expert
help-accept = Accept somebody’s answer: reply to it with /accept

expert-name = { $name }
expert-title = “{ $title }”
expert-comma = { $first }, { $second }
expert-both = { $first } and { $second }
expert-either = { $first }, or { $second }
expert-mention = <a href="tg://user?id={ $id }">{ $name }</a>
expert-mention-username = @{ $username }
expert-nobody = nobody at present
expert-everybody = Experts:
expert-somebody = this member
expert-asker = Whoever asked
expert-who = { $role } { $name }
expert-in-private = private chat
expert-no-tier = no tier
expert-at-today = { $at } today
expert-at-day = { $day } { $at }
expert-scope =
    { $scope ->
        [advisory] securities advisory
        [margin] margin trading
        [funds] funds
        [futures] futures advisory
        [hongkong] Hong Kong securities advisory
       *[other] { $scope }
    }
expert-topic =
    { $tag ->
        [account] accounts
        [trading] trading rules
        [fees] fees
        [settlement] settlement
        [margin] margin
        [funds] funds
        [listing] new listings
        [tax] tax
        [risk] risk
        [contest] simulated contests
        [points] points
        [security] security
        [suitability] suitability
        [hongkong] Hong Kong
        [futures] futures
        [bot] the bot
       *[other] other
    }

expert-card-head = ❓ <b>Question { $number }</b> · { $tier } · { $topic }
expert-card-head-advice = ❓ <b>Question { $number }</b> · { $tier } · { $topic } · asks for advice
expert-card-who =
    { $reopened ->
        [0] { $name } · { $where } · { $at }
        [one] { $name } · { $where } · { $at } · reopened once
       *[other] { $name } · { $where } · { $at } · reopened { $reopened } times
    }
expert-card-added = ＋ Added: { $text }
expert-card-corrected = ＋ Corrected: { $text }
expert-card-asked-back = ↩ { $name } asked: { $text }
expert-card-answer = 💬 { $name }: { $text }
expert-card-asker-left = ⚠️ The asker left the group; sent in private ({ $at })
expert-card-unreachable = ⚠️ Could not be delivered to the asker; the answer is kept ({ $at })
expert-card-resent = ↻ The asker is back; sent again ({ $at })
expert-card-due = ⏱ By { $due }
expert-card-due-missed = ⏱ Late: it was promised by { $due }
expert-card-paused = ⏸ Waiting for the asker; the clock stands since { $at }
expert-card-stopped = ⏸ All clocks are stopped
expert-card-no-due =
    { $advice ->
        [true] ⏱ Nobody may take advice now, so no time is promised
       *[other] ⏱ The trading calendar ends too early: no time was promised
    }
expert-card-open = Nobody has it yet
expert-card-before = { $name } answered last time
expert-card-claimed = { $name } has it
expert-card-kept = in time
expert-card-missed = late
expert-card-answered =
    { $rating ->
        [0] ✅ { $name } answered · { $kept }
        [1] ✅ { $name } answered · { $kept } · 👎
       *[other] ✅ { $name } answered · { $kept } · 👍
    }
expert-card-solved = ✅ The asker says it is solved
expert-card-closed =
    { $reason ->
        [by-asker] Closed by the asker
        [quiet] Closed after a long silence
        [superseded] A newer question stands in its place
        [merged] Joined with another question
        [forgotten] The asker wished to be forgotten
       *[other] Closed by staff
    }{ $rating ->
        [0] { "" }
        [1] { " " }· 👎
       *[other] { " " }· 👍
    }
expert-card-with-bot = The bot is answering
expert-card-entries = May help: { $titles }
expert-card-suggested = Suggested: { $experts }
expert-card-nobody =
    { $advice ->
        [true] ⚠️ Nobody may take it: it needs a valid { $needs }
       *[other] ⚠️ No expert is on duty
    }
expert-card-how = Reply to this card to answer; begin with “?” to ask back
button-expert-claim = Take it
button-expert-release = Put it back
button-expert-hand = Hand it on
button-expert-back = Ask back
button-expert-close = Close
button-expert-sure-close = Close it without an answer
button-expert-faq = Make it an entry
button-expert-to = { $name } ({ $count } open)
expert-note-claim = It is yours.
expert-note-release = Put back.
expert-note-sure = Closed.
expert-note-handed = Handed on.
expert-note-entry = Kept as draft { $number }; somebody has to approve it.
expert-no-shelf = The knowledge base is not in use.
expert-close-ask = Nobody has answered question { $number } yet. The asker is told if you close it, and can reopen it.
expert-hand-ask = To whom does question { $number } go?
expert-back-how = Reply to the card beginning with “?”, or send me your question in private within 30 minutes.
expert-reach =
    { $how ->
        [public] sent to the group
        [left] the asker left the group; sent in private
        [blocked] the asker cannot be written to; the answer is kept and sent again once they are back
       *[other] sent in private
    }
expert-passed =
    { $missed ->
        [true] Question { $number }: { $reach }. This was after the promised time.
       *[other] Question { $number }: { $reach }.
    }
expert-asked-back =
    { $missed ->
        [true] Question { $number }: { $reach }. The clock stands, but the promised time was over already.
       *[other] Question { $number }: { $reach }. The clock stands until they answer.
    }

expert-ping-half = ⏱ { $name } Half the time for question { $number } is over: by { $due }.
expert-ping-end = ⏱ { $name } Little time is left for question { $number }: by { $due }.
expert-ping-missed = ⚠️ { $name } Question { $number } is late (promised by { $due }). The asker has our apology; please answer as soon as you can.
expert-ping-owners = ⚠️ { $name } Question { $number } was promised by { $due } and still has no answer.
expert-ping-back = { $name } The asker has replied; the clock runs again.
expert-ping-handed = { $name } { $by } hands question { $number } on to you.
expert-ping-left = ⚠️ { $name } is no longer on the desk; question { $number } is back in the queue.

expert-answer = 💬 <b>{ $who }</b>
expert-text = { $text }
expert-licence = { $scope } { $number }
expert-answer-advice = Registered: { $licences }
expert-answer-how = To add or ask further, reply to this message (question #{ $number })
expert-ask-back = 💬 <b>{ $who }</b> would like to know first:
expert-ask-back-how = Just reply to this message (question #{ $number }); the time until then does not count.
expert-new-promise =
    { $why ->
        [stop] The expert desk was stopped for a while. Question #{ $number } will be answered by { $at }.
        [back] Thank you. Question #{ $number } will be answered by { $at }.
        [released] Another adviser will look at question #{ $number }. It will be answered by { $at }.
       *[other] There is a time for question #{ $number } now: it will be answered by { $at }.
    }
expert-held = The expert desk is stopped for the moment, so question #{ $number } will take longer than promised. You will hear of the new time.
expert-sorry =
    { $answered ->
        [true] We are sorry: question #{ $number } was not answered by the time we promised. You have been given { $points } points. The answer is above.
       *[other] We are sorry: question #{ $number } was not answered by the time we promised. You have been given { $points } points. We are still on it, and you will hear at once.
    }
expert-sorry-bare =
    { $answered ->
        [true] We are sorry: question #{ $number } was not answered by the time we promised. The answer is above.
       *[other] We are sorry: question #{ $number } was not answered by the time we promised. We are still on it, and you will hear at once.
    }
expert-closed =
    { $why ->
        [silent] Question #{ $number } waited two trading days for your reply and is closed now. Reply to this message to go on.
       *[other] Question #{ $number } was closed by staff without a further answer. Reply to this message to go on.
    }
button-expert-helpful = 👍 Helpful
button-expert-unhelpful = 👎 Not helpful
expert-rated-good = Thank you, noted.
expert-rated-bad = Noted. If it is not solved, reply to the answer and it is opened again.

expert-peer-offer = { $asker }, did { $name }’s reply solve your question?
button-expert-solved = Solved, thanks { $name }
expert-peer-accepted = ✅ { $name }’s answer was accepted, +{ $points } points
expert-peer-unpaid = ✅ { $name }’s answer was accepted ({ $why })
expert-peer-known = { $name }’s answer was accepted before.
expert-unpaid-oneself = no points for one’s own question
expert-unpaid-staff = no points for staff
expert-unpaid-advice = no points where advice is asked for
expert-unpaid-same-pair = counted twice between these two within 30 days
expert-unpaid-daily-cap = today’s points for helping are used up

expert-queue-empty = No question waits for an expert. Those that do will appear here.
expert-queue-head =
    { $count ->
        [one] { $count } question waits ({ $shown } shown)
       *[other] { $count } questions wait ({ $shown } shown)
    }
expert-line = { $number } · { $tier } · { $text } · { $due } · { $who }
expert-line-open = nobody yet
expert-line-due = by { $due }
expert-line-no-due = no time promised
expert-line-paused = waiting for the asker
expert-queue-how = See one: /tickets NUMBER
expert-report-head = <b>The expert desk’s week</b>, { $first } to { $last }
expert-report-total = { $keptOf } promises, { $kept } kept, { $missed } late
expert-report-empty = Nobody took or answered a question this week.
expert-report-expert =
    <b>{ $name }</b> took { $taken } · { $half ->
        [-1] no first answer
       *[other] first answer in { $half } min at the median, nine in ten within { $ninety } min
    }
    in time { $kept }/{ $keptOf } · 👍 { $helpful }/{ $helpfulOf } ({ $rated } ratings for { $ratedOf } answers) · reopened { $reopened }/{ $reopenedOf } · became knowledge { $drafted }

expert-experts = <b>Who may answer questions</b>
expert-expert-line = { $name } ({ $count } open): { $licences }
expert-expert-line-none = { $name } ({ $count } open): no valid licence
expert-licence-until = { $scope } until { $day } { $year }
expert-expert-usage =
    Declare: /expert licence @username advisory 2027-03-31 NUMBER
    Remove: /expert remove @username advisory
    Topics: /expert topics @username account fees vip
    Away: /expert away @name 3d (without a name: yourself); back: /expert away @name back
    Stop all clocks: /expert pause REASON; run again: /expert resume
expert-licence-kept = ✅ { $name }: { $scope }, valid until { $day } { $year }
expert-licence-removed = ✅ { $name }’s licence was removed.
expert-alert-licence =
    { $over ->
        [true] ⚠️ { $name }’s licence ({ $scope }) ended on { $day }: they may not answer questions that ask for advice.
       *[other] ⚠️ { $name }’s licence ({ $scope }) ends on { $day }: please enter its renewal.
    }
expert-topics-kept = ✅ { $name } takes: { $topics }
expert-topics-all = ✅ { $name } takes every question
expert-away = 🌙 { $name } is away until { $until }
expert-back = ✅ { $name } is back
expert-paused = ⏸ The clocks of all promises stand. To go on: /expert resume
expert-resumed =
    { $count ->
        [one] ▶️ The clocks run again; { $count } asker hears of a new time.
       *[other] ▶️ The clocks run again; { $count } askers hear of a new time.
    }
expert-alert-paused = ⏸ { $name } stopped the expert desk’s clocks: { $reason }
expert-alert-resumed =
    { $count ->
        [one] ▶️ { $name } let the expert desk’s clocks run again; { $count } question has a new time.
       *[other] ▶️ { $name } let the expert desk’s clocks run again; { $count } questions have a new time.
    }

expert-finding = “{ $excerpt }” { $reason } ({ $rule }) → { $suggestion }
error-clock-stopped = The expert desk’s clock has been stopped since { $since }, so no time can be promised now. It will be once it runs again.
error-expert-question-unknown = The expert desk has no question { $received }.
error-expert-question-taken = { $who } has question { $number }. Ask them to hand it on or put it back.
error-expert-question-ended = Question { $number } has just changed, or is over: see its latest card.
error-expert-own-question = A colleague has to answer your own question.
error-expert-not-licensed = Question { $number } asks for advice: only somebody whose { $needs } licence is valid today may answer. Who can: { $who }.
error-expert-not-an-expert = { $name } may not answer questions: an owner has to give them the role with /role, and they have to be in the operators’ group.
error-expert-answer-blocked =
    The answer to question { $number } was not sent:
    { $findings }
    Change it and reply to the card again.
error-expert-answer-empty = Question { $number }: only text is passed on; pictures and files were not sent. Please reply once more in words.
error-expert-scope-unknown = “{ $received }” is no kind of licence. Allowed: { $allowed }.
error-expert-topic-unknown = “{ $received }” is no topic. Allowed: { $allowed }, and the tiers newbie, advanced, vip.
error-expert-licence-malformed = “{ $received }” was not understood. Write: /expert licence @username advisory 2027-03-31 NUMBER
error-expert-absence-malformed = “{ $received }” is no number of days. From 1 to { $most }: /expert away @name 3d; back again: /expert away @name back
error-expert-licence-over = { $day } is over already: the last day has to be today or later.
error-expert-licence-unknown = They hold no licence of the kind { $received }.
error-expert-stop-reason = The reason has to be { $least } to { $most } characters long, not { $length }: /expert pause trading system down
error-expert-stop-runs = Stopped since { $since } already: { $reason }
error-expert-no-stop = The clocks are running; there is nothing to resume.
error-expert-accept-unfit = To accept an answer, reply to what a member replied to a question.
error-expert-accept-not-yours = Only the asker or an expert can accept an answer.
error-expert-rating-not-yours = Only the asker can rate this answer.
error-expert-rating-late = An answer can be rated for { $days } days; that time is over.
