# The three briefs of a day

help-brief = your latest brief; /brief morning, noon or evening for a certain one
risk-disclosure = Investing carries risk. This is information, not investment advice
list-comma = ,{" "}

# —— words within a brief ——
brief-slot-morning = morning brief
brief-slot-noon = noon brief
brief-slot-evening = evening brief
brief-tier-newbie = newbie
brief-tier-advanced = advanced
brief-tier-vip = VIP
brief-tiers-1 = { $tier1 }
brief-tiers-2 = { $tier1 } and { $tier2 }
brief-tiers-3 = { $tier1 }, { $tier2 } and { $tier3 }
brief-simulated = Simulated market
brief-foot = Data as of { $time }{ $delay } · Source: { $sources }
brief-foot-delay = {" "}(delayed about { $minutes } min)
brief-market-overseas = US
brief-market-mainland = A-shares
brief-market-dated = { $market } · { $day }
brief-market-hong-kong = Hong Kong
brief-kicker-morning = Morning brief · { $day }
brief-kicker-noon = Noon brief · { $day }
brief-kicker-evening = Evening brief · { $day }
brief-finding = { $market ->
    [overseas] US indexes
    [hong-kong] Hong Kong indexes
   *[mainland] A-share indexes
    } { $shape ->
    [up] all higher
    [down] all lower
    [mixed] mixed
   *[level] little changed
    }
button-sources = Data sources

index-sh000001 = SSE Composite
index-sz399001 = SZSE Component
index-sz399006 = ChiNext
index-hkHSI = Hang Seng
index-usDJI = Dow Jones
index-usIXIC = Nasdaq
index-usINX = S&P 500
index-simsh000001 = Sim Composite
index-simsz000002 = Sim Growth
index-simsz000003 = Sim Small Cap
index-simhk000001 = Sim Harbour
index-simus000001 = Sim Overseas A
index-simus000002 = Sim Overseas B
index-simus000003 = Sim Overseas C
source-tencent = Tencent quotes
source-sina = Sina quotes
source-eastmoney = Eastmoney quotes
source-yahoo = Yahoo quotes
source-rehearsal = simulated market
source-desk = quotes

# —— what members see ——
brief-shown = { $text }
brief-shown-earlier = [The { $brief } of { $day }]
    { $text }
brief-none = There has been no { $brief } here yet. { $next }
brief-any = brief
brief-next = The next one is the { $brief }, { $at }.
brief-next-unknown = The next one comes as soon as the trading calendar is known.
brief-where = Latest: the { $brief } of { $day }, sent { $time }.
brief-where-private = Send me /brief in private to read it again at any time.
button-brief-open = Go to the { $brief }
brief-sources = { $lines }
brief-sources-line = { $market }: { $source }, as of { $at }
brief-sources-news = News: { $names }
brief-sources-gone = The sources of this brief cannot be found any more

# —— what operators see ——
brief-preview = [Preview, not published]
    { $text }
brief-preview-report = Preview: { $brief } · { $tier }, { $day }. Nothing was published or recorded.
brief-preview-complete = Complete, nothing was left out.
brief-preview-dropped = Left out ({ $count }):
    { $lines }
brief-preview-blocked = Held back by compliance ({ $count }); published now, the figures above would go out alone:
    { $lines }
brief-preview-nothing = Preview: { $brief } · { $tier }, { $day }. It cannot be written now: { $reason }
brief-confirm = The { $brief } of { $day } will go to { $count } { $count ->
    [one] group
   *[other] groups
    }: { $groups }
    It cannot be taken back.
brief-confirm-more = { $names } and more
button-brief-post = Send to { $count } { $count ->
    [one] group
   *[other] groups
    }
brief-posted = The { $brief } is queued for { $count } { $count ->
    [one] group
   *[other] groups
    }.
brief-not-posted = The { $brief } was not sent: { $reason }

brief-section-headlines = News
brief-dropped-line = · { $what }: { $reason }{ $source ->
    [none] {""}
   *[other] {" "}({ $source })
    }
brief-dropped-more = · and { $count } more
brief-finding-line = { $number }. “{ $excerpt }” { $rule }: { $reason } → { $suggestion }
brief-outcome-data-only = The figures went out alone, without news or prose.
brief-outcome-nothing = The figures alone were held back too; nothing was posted.
brief-skip-late = it is past { $until }, when it would mislead.
brief-skip-no-data = not one usable quote. It is tried again every minute until { $until }.
brief-no-data-now = not one usable quote right now.
brief-skip-blocked = held back by compliance.
brief-skip-not-approved = nobody approved it by { $until }.

alert-brief-dropped = { $day }, { $brief }: { $count } left out
    { $lines }
alert-brief-blocked = { $day }, { $brief } · { $tier }: held back ({ $count })
    { $lines }
    { $outcome }

    The text:
    { $text }
alert-brief-skipped = { $day }, { $brief } ({ $tiers }) was not posted: { $reason }
alert-brief-uncovered = Nobody knows whether { $exchange } trades on { $day }: the calendar does not reach that far, so no brief is posted. Please add that year's holidays with /calendar.

drop-unreachable = unreachable
drop-timed-out = timed out
drop-bad-status = answered with an error
drop-too-large = answer too large
drop-not-allowed = address not allowed
drop-backing-off = failed a moment ago, waiting
drop-not-asked = too many at once, not asked this time
drop-blocked = answered with a blocking page
drop-malformed = unreadable
drop-empty = empty
drop-unknown-symbol = unknown symbol
drop-cut-row = cut short
drop-halted = halted
drop-missing = no data
drop-zero = price of zero
drop-no-previous-close = no previous close
drop-stale = out of date
drop-future = dated in the future
drop-outside-limits = outside the price limits
drop-calendar-uncovered = day not in the calendar
drop-corporate-action = sources differ on the previous close, perhaps a corporate action
drop-disagree = sources differ on the price
drop-market-closed = market closed that day
drop-not-open-yet = not open yet
drop-no-night-session = no session overnight
drop-unsettled = not the closing value yet
drop-no-field = a field is missing
drop-no-headlines = no fresh news
drop-too-long = no room left

error-brief-arguments = I did not understand “{ $received }”. It goes like this:
    /brief preview morning newbie (for operators only)
    /brief now noon all (publishes, asks once more)
    /brief note TEXT (a line for the next brief of today)
    /brief event 2026-11-25 10:00 TEXT (for the calendar)
    Slots: morning, noon, evening. Tiers: newbie, advanced, vip; to publish also all.
error-brief-too-late = The { $brief } may go out until { $until }; later it would mislead, so not today any more.
error-brief-too-early = The { $brief } may go out from { $start }; its data are not complete yet.
error-brief-no-trading = { $day } is not a trading day, so there is no brief to send.
error-brief-no-groups = No group is bound to that tier yet. Bind one with /bind in the group.
error-brief-already-sent = The { $brief } of { $day } was sent already ({ $count } { $count ->
    [one] group
   *[other] groups
    }); it does not go out twice.
error-brief-wrong-place = Unpublished briefs are shown in the operators' group or in private. Please send the command there.
error-brief-outdated = This button is of { $day } and no longer works. Please start again with /brief now.
