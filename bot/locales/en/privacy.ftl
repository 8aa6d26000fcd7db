# Personal data: what is kept, a copy of it, its end.

help-privacy = What is kept about you, how long, who sees it
help-mydata = Get a copy of all your data (in private)
help-forget = Delete your data (in private)

## /privacy

privacy-in-private = Your data is a matter for the private chat.
privacy-head = <b>Your data</b>
privacy-what = What: your Telegram id, names and language; check-ins, answers, points and simulated contests; what you write in bound groups.
privacy-why = Why: points must add up, and the rules of the securities trade ask for a record of what is said here. No phone numbers are collected, and nothing of your brokerage account.
privacy-who = Who sees it: compliance and the owners; operators only what they need to handle your matters. It is given to nobody else and not used for advertising.
privacy-terms =
    How long:
    { $terms }
privacy-term = · { $kept }: { $years } years
privacy-blind = A bot is not told when you delete a message of your own; its text is kept until its time is over.
privacy-rights = /mydata for a copy · /forget to delete · /settings for language and boards

## /mydata

mydata-title = My data
mydata-about = Made by Opening Bell, { $at }. The same content stands in the source of this page as JSON.
mydata-caption = This is everything kept about you until now; open it in a browser. It goes to you alone: please do not forward it to a group.
mydata-failed = It is not certain that the file arrived. If it did not, please send /mydata again.
error-mydata-already = A copy was sent today already ({ $at }). Next one: tomorrow after 04:00.
error-mydata-too-large = Your data is larger than Telegram can send. Please ask compliance for another way to get it.
data-none = Nothing kept: { $sections }
data-profile = Names and settings
data-groups = Groups
data-roles = Roles
data-prompts = Questions that wait for your answer
data-watches = Watch list
data-term-wishes = Words you asked the glossary for
data-ama-questions = Your questions in AMAs
data-ama-votes = Your votes in AMAs
data-checkins = Check-ins
data-streak = Streak
data-questions = Questions of the day
data-quiz = Where the quiz began
data-quiz-passes = Quiz levels passed
data-quiz-answers = Quiz answers
data-quiz-rounds = Quiz rounds
data-quiz-votes = Answers to group quizzes
data-balance = Points balance
data-ledger = Points ledger
data-pending = Points that wait for a second person
data-suitability = Risk questionnaire
data-contests = Simulated contests joined
data-contest-days = Simulated contests, day by day
data-contest-log = Simulated contests, log
data-contest-orders = Simulated orders
data-contest-fills = Simulated fills
data-disputes = Objections to fills
data-journal = Trading journal
data-deliveries = Messages sent to you in private
data-archive = What you wrote in groups (archive)
data-measures = Measures concerning you
data-copies = Copies asked for
data-forgets = Wishes to be deleted
data-field-word = Word
data-field-id = Id
data-field-first_name = First name
data-field-last_name = Last name
data-field-username = Username
data-field-language = Language
data-field-hidden = Left out of boards
data-field-first_seen_at = First seen
data-field-title = Name
data-field-presence = Presence
data-field-since = Since
data-field-role = Role
data-field-noun = About
data-field-asked_at = Asked
data-field-symbol = Symbol
data-field-added_at = Added
data-field-day = Day
data-field-streak = Days in a row
data-field-points = Points
data-field-length = Current streak
data-field-best = Best streak
data-field-last_day = Last day
data-field-freezes = Freezes
data-field-question_id = Question
data-field-choice = Your choice
data-field-correct = Correct
data-field-start_level = First level
data-field-item_id = Item
data-field-amount = Amount
data-field-lifetime = Earned in all
data-field-at = Time
data-field-reason = Reason
data-field-note = Note
data-field-requested_at = Requested
data-field-confirmed = Confirmed
data-field-level = Result
data-field-contest_id = Contest
data-field-joined_at = Joined
data-field-equity = Simulated equity
data-field-rank = Rank
data-field-kind = Kind
data-field-placed_at = Placed
data-field-side = Side
data-field-quantity = Quantity
data-field-state = State
data-field-price = Price
data-field-opened_at = Opened
data-field-text = Text
data-field-answer = Answer
data-field-created_at = Time
data-field-lane = Kind
data-field-markup = Text
data-field-action = Measure
data-field-sent_at = Arrived
data-field-due_at = Due
data-watch-brief = Morning brief of the watch list
data-cases = Reviews concerning you
data-reports = What you reported
data-field-decision = Decision
data-field-words = Text

## /forget

forget-head = <b>Delete my data</b>
forget-goes =
    This goes: names, username, language, watch list, check-ins and answers, trading journal, messages sent to you in private.
    Your points lapse and cannot be restored.
forget-stays =
    This stays until its time is over, as the rules ask:
    { $kept }
forget-kept = · { $kept }: { $count }, until { $until } ({ $why })
forget-nothing-stays = No rule asks for anything to be kept.
forget-after = After your yes, { $days } days pass before anything is deleted; until then you can take it back. If you return or write in a group later, you are new here.
button-forget = Delete my data in 7 days
button-forget-not = Keep everything
button-forget-undo = Take it back
forget-pending = Your data will be deleted after { $at }. Until then you can take it back; if you are in a contest then, or a rule holds it, it waits until it can be done.
forget-undone = Taken back. Nothing was deleted.
forget-none = No deletion is waiting.
forget-left = Everything stays as it is.
error-forget-staff = You hold a role, and what staff do must stay on record. Ask an owner to take your roles away with /role, then send /forget again.
error-forget-contest = You are in the simulated contest “{ $title }”: deleting would change other people's ranks. Send /forget again when it is over.
error-forget-held = Some records concerning you are being kept as the rules ask, so nothing can be deleted now. Please contact compliance if you want to know more.
data-moderation = Moderation
data-lanes = Your choices by kind of message
data-field-excerpt = Words
data-field-measure = Measure
data-field-until = Until
data-field-undone_at = Undone at
data-field-wanted = Wanted
data-reach = Your responses to briefs
data-asked = Your questions
data-asked-lines = What was said about them
data-ratings = Your ratings
data-peer-answers = Your accepted answers
data-field-rating = Rating
data-field-score = Rating
data-field-accepted_at = Accepted at
