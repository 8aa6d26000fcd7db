# Simulated contests as members see them: contests, rules, entry, portfolio, board, quotes, watching.

help-contest = Simulated contests: rules and entry
help-portfolio = My simulated portfolio and how it does
help-rank = The contest's board, my neighbourhood first
help-quote = A price: /quote 600519
help-watch = Shares I watch: /watch 600519 adds one, a button removes it
start-quote = Here for a price? Send /quote with a code or a name.

## List

contests-head = <b>Simulated contests</b>
contests-none = There is no simulated contest now. The groups will hear of the next one.
contests-note = All of it is simulated money, apart from any real account.
contest-row = { $state }{ $title } · { $first } to { $last } · { $count ->
        [one] 1 player
       *[other] { $count } players
    }{ $mine }
contest-row-mine = { " " }· you are in
contest-state-draft = [Draft]{ " " }
contest-state-open = [Open]{ " " }
contest-state-running = [Running]{ " " }
contest-state-paused = [Paused]{ " " }
contest-state-finished = [Finished]{ " " }
contest-state-cancelled = [Cancelled]{ " " }
contests-more = { $count } more in private.
button-contest = { $title }
button-contest-list = All contests
button-contest-join = Enter
button-contest-suitability = First, a few questions on suitability
button-contest-portfolio = My simulated portfolio
button-contest-rank = Board
button-contest-buy = Simulated purchase
button-contest-sell = Simulated sale

## Rules

contest-card-head = Simulated contest · <b>{ $title }</b> { $state }
contest-card-dates = Dates: { $first } to { $last }, entry up to and including { $until }
contest-card-market = Market: { $market } ({ $boards })
contest-card-market-whole = Market: { $market }
contest-market-mainland = mainland A-shares
contest-market-hong-kong = Hong Kong
contest-market-united-states = United States
contest-boards-all = all boards
contest-card-universe = Universe: { $count } named shares only
contest-card-capital = Simulated capital: { $capital } { $currency }, the same for everybody
contest-card-fills-next-auction = Fills: in the first opening or closing auction after the order, at one price for everybody, which stays fair with late quotes
contest-card-fills-live = Fills: at the first later quote that meets the order; a quote older than { $seconds } seconds fills nothing
contest-card-volume = Volume: one account takes { $share } of what trades between two quotes at most
contest-card-caps = Limits: one name { $cap } of the assets at most; nobody buys at the upper limit or sells at the lower; no margin, no shorting
contest-card-floor = Lowest price of a share: { $floor }
contest-card-costs = Costs as they really are: commission { $rate }, { $minimum } an order at least, and the taxes and fees; lots and ticks by the exchange's rules
contest-card-rank-composite = Board: composite = return percentile − { $drawdown } × largest drawdown (%) − { $concentration } × concentration (%), every term shown
contest-card-rank-return = Board: by total return, equal scores share a rank
contest-card-prizes = Rewards (points): { $prizes }
contest-card-no-prizes = Rewards: no points
contest-prize-finishing = finishing { $points }
contest-prize-journal = a trading journal { $points }
contest-prize-diversification = spreading holdings { $points }
contest-prize-band = ranks { $first } to { $last } { $points }
contest-prize-band-one = rank { $first } { $points }
contest-card-band-note = Points for ranks only go to who finished and kept a journal; no number of trades is asked for
contest-card-eligibility = For whom: { $tiers }{ $suitability }; staff may play, without rank or rewards
contest-card-suitability = , after the suitability questions
contest-card-private = Nobody sees anybody else's holdings or orders while the contest runs
contest-card-hash = Rules hash: <code>{ $hash }</code>; the rules no longer change
contest-card-hash-later = The rules are fixed at the start, and their hash is shown then
contest-card-in = ✅ You are in
contest-card-in-staff = ✅ You are in (staff: no rank, no rewards)
contest-card-people = { $count ->
        [one] 1 player so far
       *[other] { $count } players so far
    }
contest-card-risk = All of it is simulated money, apart from any real account; simulated results do not stand for real ones

## Entry

contest-joined = ✅ You have entered <b>{ $title }</b> with { $capital } { $currency } of simulated capital
contest-joined-next-open = It begins on { $first }. Until then, /watch a few shares; then /buy places your first simulated order.
contest-joined-next-running = /buy places your first simulated order right away.
contest-joined-staff = You are staff: you play along, without rank or rewards.
contest-obstacle-not-open = This simulated contest takes nobody in now.
contest-obstacle-too-late = Entry ended on { $until }. The groups will hear of the next one.
contest-obstacle-tier = This simulated contest is for: { $tiers }. Join such a group and you can enter.
contest-obstacle-suitability = A few suitability questions come first. They take a minute and only tell whether this fits you.
contest-obstacle-already-in = You are in already.
contest-not-playing = You play in no simulated contest yet. Here they are:
contest-all-over = The simulated contests you played in are over, so no more simulated orders are taken. The group hears when the next one opens.
contest-not-playing-group = This command is for players of a simulated contest; rules and entry are in private.
contest-private-only = Please do this in private.
contest-pick = You play in several simulated contests. Which one?
contest-pick-order = You play in several simulated contests. In which one is this order?

## Portfolio

portfolio-head = <b>My simulated portfolio</b> · { $title }
portfolio-equity = Simulated assets { $equity } { $currency } · total { $total } · today { $day }
portfolio-cash = Cash { $cash }, available { $available }{ $frozen }{ $receivables }
portfolio-frozen = , set aside for orders { $frozen }
portfolio-receivables = , dividends due { $receivables }
portfolio-empty = No holdings yet. /buy places a simulated order, /watch keeps an eye on shares.
portfolio-row = { $what } · { $quantity } shares ({ $sellable } can be sold)
portfolio-row-figures = 　cost { $cost } · price { $price } · result { $gain } · weight { $weight }
portfolio-disqualified = Your account has no rank in this contest any more; please ask the operators if that is unclear.
button-portfolio-picture = As a picture
button-portfolio-orders = Orders
button-portfolio-fills = Fills
portfolio-caption = { $title } · my simulated assets
portfolio-in-private = Your own simulated holdings, orders and watched shares are shown in private only.

## Board

rank-head = Simulated contest · <b>{ $title }</b> · after the close of { $day } · { $count ->
        [one] 1 player
       *[other] { $count } players
    }
rank-mine = Your rank: <b>{ $rank }</b> · return { $total }
rank-none-yet = There is no board yet: the first comes after the close of the first trading day.
rank-formula-composite = composite = return percentile − { $drawdown } × largest drawdown (%) − { $concentration } × concentration (%); the brackets show each term
rank-formula-return = by total return
rank-around = Around you
rank-top = Top { $count }
rank-row = { $rank }. { $who } · { $total } · { $score }
rank-row-me = <b>{ $rank }. { $who } · { $total } · { $score } ← you</b>
rank-score-composite = { $score } points ({ $percentile } − { $drawdown } − { $concentration })
rank-score-return = drawdown { $drawdown } · concentration { $concentration }
rank-luck = By luck alone a rank would mostly fall between { $first } and { $last }.
rank-none = Your account has no rank; this is for yourself:
rank-not-yet = You have no rank yet: it comes after the close of your first trading day.
rank-foot = Simulated results do not stand for real ones · check value of the day <code>{ $head }</code>
rank-foot-unsealed = Simulated results do not stand for real ones
button-rank-full = The whole board, in private
button-rank-picture = As a picture
rank-caption = { $title } · simulated contest · board after the close of { $day }

## Quotes

quote-usage = Which share? Write it like /quote 600519 or /quote 贵州茅台.
quote-head = <b>{ $what }</b> { $last } { $change }
quote-head-simulated = <b>{ $what }</b> (simulated) { $last } { $change }
quote-range = Open { $open } · high { $high } · low { $low } · previous close { $previous }
quote-previous = Previous close { $previous }
quote-limits = Upper limit { $upper } · lower limit { $lower }
quote-source = { $at } · source: { $source }
quote-source-delayed = { $at } · source: { $source } · about { $minutes } minutes late
quote-disclaimer = Information only, not investment advice
quote-halted = { $what } is halted today; there is no price.
quote-none = There is no usable price of { $what } just now. Please try again in a few minutes.
button-quote-watch = Watch
button-quote-unwatch = Watch no more
button-quote-refresh = Refresh

## Watching

watch-head = <b>Shares I watch</b> ({ $count } of { $most })
watch-row = { $what } { $last } { $change }
watch-row-bare = { $what }
watch-empty = You watch nothing yet. /watch 600519 or /watch 贵州茅台 adds a share.
watch-how = To add one: /watch with a code or a name. The buttons below take one away.
watch-added = ✅ You watch { $what }.
watch-already = You watch { $what } already.
watch-removed = You no longer watch { $what }.
watch-time = Prices of { $at } · source: { $source } · information only, not investment advice
button-watch-remove = Remove { $what }
error-watch-full = You can watch { $most } shares, and the list is full. Take one away first.
