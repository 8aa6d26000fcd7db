# A contest's trading day: the board after the close, alerts for operators

# —— The board, posted in groups ——
contest-post =
    🏁 <b>{ $title }</b> · { $kind ->
        [final] simulated final board
       *[daily] simulated board, trading day { $number }
    }
    { $lines }
    { $people ->
        [1] 1 participant, return { $median }
       *[other] { $count } participants, median return { $median }
    }
    Record checksum { $head } · your own rank: /rank
contest-post-line = { $rank }. { $name } { $change }{ $score ->
        [none] {""}
       *[other] {" "}· score { $score }
    }

# —— Alerts for operators ——
alert-contest-frozen =
    ⚠️ Simulated contest “{ $title }”: the reference price of { $name } { $symbol } does not fit, so its simulated trading is stopped.
    Expected { $expected }, the feed says { $received }: more than a tick apart, and no dividend or split is on record.
    If the price simply moved, press the button below.
    If it went ex, fill in the figures of the announcement and send /contest release { $number } { $code } cash=… ratio=… pay=… (cash a share, new shares for each, pay day; leave out what there is not).
button-contest-release = Resume at { $received }
alert-contest-skipped =
    ⚠️ Simulated contest “{ $title }”: { $count } trading days were not played, { $first } to { $last }. The bot was not running, and their prices can no longer be had.
    Waiting simulated orders have not expired; they wait for the next auction.
alert-contest-closed-late =
    ⚠️ Simulated contest “{ $title }”: at the close of { $day } there was no price for { $count } shares. They are valued at their former price.
alert-contest-auction-incomplete =
    ⚠️ Simulated contest “{ $title }”: an hour after an auction of { $day } there was still no price for { $count } shares: { $symbols }. Their simulated orders were not filled this time.
alert-contest-feeds-disagree =
    ⚠️ Simulated contest “{ $title }”: on { $day } two sources contradict each other on { $count } shares (open/last/previous close): { $details }.
    Nothing is filled or valued by them for now. They are compared again every minute; if they still differ after an hour, the former price stands.
alert-contest-uncovered =
    ⚠️ Simulated contest “{ $title }” stands still on { $day }: the calendar does not say whether { $exchange } trades, and nothing is guessed. Please add that year's holidays with /calendar; it then goes on by itself.
alert-contest-not-started =
    ⚠️ Simulated contest “{ $title }” was not started: its first day is { $day }, and its last day is over too. Change the dates, or cancel it and make a new one from it.
alert-contest-board-blocked =
    ⚠️ Simulated contest “{ $title }”: the board of { $day } did not pass screening and was not posted. Please check the contest's title.

error-contest-not-frozen = { $symbol } is not stopped in the simulated contest, so there is nothing to resume.
error-contest-action-invalid = This corporate action of { $symbol } cannot be: { $cash } cash and { $ratio } new shares for each share. Cash cannot be negative, the ratio must be above -1, and one of the two must not be 0.
error-contest-action-day = { $day } is no trading day and cannot be the ex day. The nearest are { $before } and { $after }.
error-contest-action-pay-day = The pay day { $day } is before the ex day { $ex_day }. It can be the ex day or later.
error-contest-release-price = { $received } cannot be the reference price: it has to be above 0 and a multiple of the tick { $tick }.
error-contest-no-board = The simulated contest “{ $title }” has no board yet; the first one comes after its first close.
