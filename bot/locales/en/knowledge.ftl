# The knowledge base: writing, checking, a second person's approval, review dates, files.

help-kb = Knowledge base: look up, add, edit, retire, import, export

## Lists and cards

kb-head = <b>Knowledge base</b>
kb-count = { $status } { $count }
kb-counts = { $first } · { $second }
kb-count-button = { $status } { $count }
kb-how =
    Find: /kb search WORDS · look: /kb show KEY · history: /kb history KEY
    Add: /kb add · edit: /kb edit KEY · retire: /kb retire KEY
    Import: send a file with the caption /kb import · export: /kb export xlsx (or yaml)
kb-list-head = <b>{ $status }</b>, { $count } in all
kb-line = <code>{ $key }</code> { $title } ({ $status })
kb-list-line = <code>{ $key }</code> { $title }
kb-open = { $title }
kb-search-head = { $count } with “{ $words }”:
kb-search-none = Nothing with “{ $words }”. Try other words, or add it with /kb add.
kb-status-draft = Draft
kb-status-waiting = Waiting for approval
kb-status-served = In use
kb-status-expired = Expired
kb-status-retired = Retired
kb-card-head = <b>{ $key }</b> · { $status } · version { $number }
kb-card-words =
    <b>Q: { $question }</b>
    { $answer }
kb-card-phrasings = Other phrasings ({ $language }): { $text }
kb-card-details = Tags { $tags } · seen by { $tier } · source { $source } · figures as of { $as_of } · holds until { $review_by }
kb-card-owner = Owner: { $name }
kb-card-approved = Approved by { $name }, { $at }
kb-card-edit-waits = This is version { $number }, not approved yet; version { $served } is still in use.
kb-the-pack = came with the product
kb-none = none
kb-and = { $first }, { $second }
kb-more = { $count } more, not listed.
kb-tier-all = everybody
kb-tier-newbie = newbies and above
kb-tier-advanced = advanced and above
kb-tier-vip = VIP only
kb-tag-account = account
kb-tag-trading = trading
kb-tag-fees = fees
kb-tag-settlement = settlement
kb-tag-margin = margin
kb-tag-funds = funds
kb-tag-listing = new listings
kb-tag-tax = tax
kb-tag-risk = risk
kb-tag-contest = contest
kb-tag-points = points
kb-tag-security = security
kb-tag-suitability = suitability
kb-tag-hongkong = Hong Kong
kb-tag-bot = bot

## History

kb-history-head = <b>History of { $key }</b>, { $count ->
        [one] 1 version
       *[other] { $count } versions
    }
kb-history-line = { $number } · { $at } { $who } { $change }{ $state }
kb-change-added = added it
kb-change-edited = edited it
kb-change-imported = imported it from a file
kb-change-drafted = drafted it from an answer
kb-change-shipped = installed it
kb-change-renewed = said that it still holds
kb-change-retired = retired it
kb-change-restored = restored it
kb-version-draft = , draft
kb-version-waiting = , waiting for approval
kb-version-approved = , approved by { $by }
kb-version-replaced = , replaced by the next
kb-version-dropped = , given up
kb-version-done = {""}

## Writing

kb-ask-new-question = Write the question here as people ask it, 120 characters at most. Or all at once: /kb add, then lines “question: …”, “answer: …”, “phrasings: …; …”, “tags: …”, “source: …”.
kb-ask-new-answer =
    Q: { $question }
    Now the answer: the conclusion first, 1,500 characters at most.
kb-add-in-private = Send me /kb add in private; or write it here at once: /kb add, a line “question: …”, a line “answer: …”.
kb-type-in-private = Please send it to me in our private chat.
kb-form-head = <b>{ $key }</b> · { $status } · tap a field to change it
kb-field-line = { $label }: { $value }
kb-field-question = { $language ->
        [en] English question
        [zh-Hant] Traditional question
       *[other] Question
    }
kb-field-answer = { $language ->
        [en] English answer
        [zh-Hant] Traditional answer
       *[other] Answer
    }
kb-field-phrasings = { $language ->
        [en] English phrasings
        [zh-Hant] Traditional phrasings
       *[other] Other phrasings
    }
kb-field-tags = { $language ->
       *[none] Tags
    }
kb-field-tier = { $language ->
       *[none] Who sees it
    }
kb-field-source = { $language ->
       *[none] Source
    }
kb-field-as-of = { $language ->
       *[none] Figures as of
    }
kb-field-review-by = { $language ->
       *[none] Holds until
    }
kb-ask-question = Send me: { $label }, 120 characters at most.
kb-ask-answer = Send me: { $label }. The conclusion first, 1,500 characters at most.
kb-ask-phrasings = Send me: { $label }, one a line, 20 at most; they replace the present ones. “none” empties it.
kb-ask-tags = Choose: { $label }, four at most; a second tap takes one away.
kb-ask-tier = Choose: { $label }. Higher tiers see it as well.
kb-ask-source = Send me: { $label }. The rule by its name, or “general”. “none” empties it.
kb-ask-as-of = Send me: { $label }. The day on which its figures were checked, such as 2026-11-22. “none” empties it.
kb-ask-review-by = Choose or write: { $label }, such as 2027-05-22. After that day it is not used until somebody has looked at it.
kb-held = Now: { $value }
kb-days-on = { $days } days on
kb-problems = <b>{ $count } to change before approval</b>
button-kb-edit = Edit
button-kb-form = Back to the form
button-kb-card = Look at the entry
button-kb-submit = Submit for another person's approval
button-kb-drop = Give this version up
button-kb-approve = Approve and use
button-kb-own = I am sure, approve my own
button-kb-renew = Still right, six months more
button-kb-retire = Retire
button-kb-retire-sure = Yes, retire it
button-kb-restore = Restore
button-kb-undo = Undo, use it again
button-kb-history = History
button-kb-home = Back to the overview
button-kb-before = ← Back
button-kb-next = Next →
button-kb-approve-all = Approve all { $count }
button-kb-list-waiting = Look at each
button-kb-write = Write { $count }, for another person to approve

## Results

kb-submitted = <code>{ $key }</code> is submitted and waits for another person. Until then members see what they saw.
kb-approved = <code>{ $key }</code> was approved by { $who } and is in use, until { $until }.
kb-dropped = { $who } gave this version of <code>{ $key }</code> up.
kb-retired = <code>{ $key }</code> is retired: members get this answer no more.
kb-retire-sure = Retire <code>{ $key }</code> “{ $title }”? Members get this answer no more, and an edit that waits is given up; it can be restored.
kb-restored = { $who } restored <code>{ $key }</code>.
kb-renewed = { $who } says that <code>{ $key }</code> still holds, until { $until }.
kb-own = What you wrote yourself, another person approves.
kb-own-sure = You wrote this yourself. An owner of the community may approve it; that goes into the log. Are you sure?
kb-approved-all = { $who } approved { $count }; they are in use.
kb-approved-none = Nothing of this file waits for approval any more.
kb-refused-some = { $count } cannot be approved (screening, a date that is over, or your own edit): { $keys }

alert-kb-asks =
    <b>Knowledge base: { $key } waits for approval</b> · { $kind ->
        [edit] an edit
        [expert] from an expert's answer
        [ama] from an AMA
        [term] from the wish list of terms
        [file] from a file
        [starter] came with the product
       *[person] a new entry
    }
    { $lines }
alert-kb-expired =
    <b>Knowledge base: { $key } has expired</b> (held until { $day }) and is not used any more. Please look at it.
    { $lines }
alert-kb-import = <b>An import waits for approval</b>: { $name }, { $new } new, { $changed } changed.

## Files

kb-import-head = <b>{ $name }</b> was read; nothing is written yet.
kb-import-counts = { $new } new, { $changed } changed, { $unchanged } unchanged.
kb-import-retired = Retired and skipped: { $count }; bring back with /kb restore.
kb-import-over = ⚠️ Edits that wait and that the file's words would replace: { $count }.
kb-import-nothing = There is nothing to write.
kb-import-wrong = Mistakes in the file: { $count }; none of its entries ({ $rows }) was written. Mend the file and send it again.
kb-mistake = { $kind ->
        [yaml] Entry
       *[xlsx] Row
    } { NUMBER($number, useGrouping: 0) } { $key } · { $field }: { $problem }
kb-mistake-nameless = { $kind ->
        [yaml] Entry
       *[xlsx] Row
    } { NUMBER($number, useGrouping: 0) } · { $field }: { $problem }
kb-whole = as a whole
kb-import-written = Written: { $new } new, { $changed } changed; they wait for another person.
kb-import-again = This file was written already.
kb-exported = Entries: { $count }. Edit the file and send it back with the caption /kb import.
kb-problem-key = The key “{ $received }” will not do: lower-case letters, figures and hyphens, { $most } at most, such as forget-password.
kb-problem-no-key = There is no key.
kb-problem-twice = The same key as row (entry) { NUMBER($first, useGrouping: 0) }.
kb-problem-text = “{ $received }” is not text. In YAML, put dates, numbers, yes and no in quotation marks.
kb-problem-long = { $length } characters; { $most } at most.
kb-problem-many = { $count }; { $most } at most.
kb-problem-separator = “{ $received }” has a semicolon or a bar, which stand between phrasings. Make it several.
kb-problem-tag = There is no tag “{ $received }”. There are: { $allowed }
kb-problem-tier = There is no tier “{ $received }”. There are: all newbie advanced vip
kb-problem-day = “{ $received }” is not a day. Write 2026-11-22.
kb-problem-language = There is no language “{ $received }”. There are: { $allowed }
kb-problem-label-twice = “{ $received }”: this field stands twice. Make it one.
kb-problem-by-language = Write it by language, such as zh-Hans: …
kb-problem-field = There is no field “{ $received }”. There are: { $known }
kb-problem-formula = Cell { $cell } is a formula; make it text.
kb-problem-cell = “{ $received }” in cell { $cell } is not text.
kb-problem-incomplete = One language at least needs both question and answer.
kb-problem-half = { $language } has only a question or only an answer; add the other.
kb-problem-past = { $day } is over; choose a later day.
kb-problem-screened = Screening: “{ $excerpt }” { $reason } { $rule } → rather “{ $suggestion }”
kb-file-kind = “{ $received }” cannot be imported. Send .xlsx, .yaml or .yml.
kb-file-empty = There are no entries in the file.
kb-file-rows = A file may have { $most } entries; please split it.
kb-file-yaml = Near line { NUMBER($line, useGrouping: 0) } this is not YAML: look at indents, quotation marks and the blank after a colon.
kb-file-list = It has to be a list: each entry begins with “- key: …”.
kb-file-item = Entry { $number } is not made of “field: content”.
kb-file-twice = Line { NUMBER($line, useGrouping: 0) }: “{ $received }” stands twice in one entry.
kb-file-alias = Line { NUMBER($line, useGrouping: 0) } uses an anchor or an alias (&amp; and *), which are not taken; write it out.
kb-file-deep = Line { NUMBER($line, useGrouping: 0) } is nested too deep.
kb-file-encoding = The file is not in UTF-8. Save it as UTF-8 and send it again.
kb-file-excel = This Excel file cannot be opened: it may be damaged, locked by a password, or not .xlsx. Save it as .xlsx and send it again.
kb-file-bomb = The file unpacks to too much and was not read.
kb-file-sheets = Sheets after the first hold something as well. Keep one only and send it again.
kb-file-merged = The cells { $cells } are merged. Unmerge them and send it again.
kb-file-column = There is no column “{ $received }”, or it stands twice. There are: { $known }
kb-file-no-key = The first row has to name the columns, key among them. There are: { $known }
kb-file-stray = Cell { $cell } holds something, but its column has no name.

error-file-not-fetched = The file could not be fetched; please send it again.
error-file-too-large = The file is too large; { NUMBER($most, useGrouping: 0) } KB at most.
error-knowledge-unknown = There is no entry “{ $received }”. /kb search WORDS finds them.
error-knowledge-usage = “{ $received }” after /kb means nothing to me. /kb alone shows what it takes.
error-knowledge-key-taken = { $key } exists. Edit it with /kb edit { $key }, or choose another key.
error-knowledge-field = { $problem }
error-knowledge-problems =
    { $key } cannot be used as it is:
    { $problems }
error-knowledge-own = You wrote on { $key } yourself; another person approves it.
error-knowledge-stale = { $key } has a newer version, or was decided already. See /kb show { $key }.
error-knowledge-nothing = Nothing of { $key } waits; it may have been decided already.
error-knowledge-retired = { $key } is retired. /kb restore { $key } brings it back.
error-knowledge-pending = An edit of { $key } waits: approve it or give it up first.
error-knowledge-file = { $problem }
error-knowledge-file-missing = There is no file. Send an .xlsx or .yaml file with the caption /kb import, or answer the file with /kb import.
error-knowledge-import-unknown = This preview is gone, or is not yours. Please send the file again.
error-knowledge-import-late = Since the preview somebody changed { $keys }; nothing of the file was written. Send it again and look at the new preview.
