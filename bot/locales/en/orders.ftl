# Simulated orders: preview, receipt, orders, fills, and the one sentence where none is taken.

help-buy = Simulated purchase: /buy 600519 100, a limit as @1480.00
help-sell = Simulated sale: /sell 600519 100, a limit as @1480.00
help-cancel = Cancel a simulated order that is not filled
help-orders = My simulated orders
help-fills = My simulated fills, each with its fees and its quote

## Figures and names

figure-money = { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }
figure-money-plus = +{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }
figure-money-minus = −{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }
figure-price = { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 4) }
figure-percent = { NUMBER($value, minimumFractionDigits: 0, maximumFractionDigits: 2) }%
figure-rate = { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 4) }%
figure-change-up = ▲{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }%
figure-change-down = ▼{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }%
figure-change-level = { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }%
figure-points = { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }
figure-points-minus = −{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }
instrument = { $name } { $code }
just = { $text }
just-day = { $day }
nothing = {""}
list-and = { $first }, { $then }
list-or = { $first } or { $then }
list-pause = { $first }, { $then }
list-dot = { $first } · { $then }
currency-cny = CNY
currency-hkd = HKD
currency-usd = USD
listing-board-sse-main = Shanghai main board
listing-board-szse-main = Shenzhen main board
listing-board-star = STAR
listing-board-chinext = ChiNext
listing-board-bse = Beijing
listing-board-hong-kong = Hong Kong
listing-board-united-states = US

## Step by step

order-pick-buy = <b>Simulated purchase</b> · which share?
order-pick-sell = <b>Simulated sale</b> · which share?
order-pick-how = Tap one below, or send a code, a name or pinyin initials, such as 600519, 贵州茅台 or gzmt.
order-pick-type = Send a code, a name or pinyin initials, such as 600519, 贵州茅台 or gzmt.
order-pick-nothing-held = You hold nothing that could be sold.
order-amount-buy = <b>Simulated purchase</b> · { $what }
order-amount-sell = <b>Simulated sale</b> · { $what }
order-amount-price = Last { $price } ({ $change }) · { $at } · source: { $source }
order-amount-limit = Limit { $limit }
order-amount-cash = Simulated cash to spend: { $cash }
order-amount-sellable = { $quantity } shares can be sold
order-amount-how-buy = How much? Tap a part of your cash, or send an amount such as 100, 2 lots, 5000元 or 30%.
order-amount-how-sell = How much? Tap a part of what can be sold, or send an amount such as 100, 2 lots, 5000元 or 30%.
order-amount-none = That is not enough for the smallest order, or the cap on one name is reached. Please try another amount.
button-order-percent = { $percent }%
button-order-other = Another share
button-order-amount = Change the amount
button-order-drop = Leave it
order-dropped = All right, nothing was ordered and your simulated cash is unchanged.

several-listings = “{ $received }” may be one of these; please tap one:
several-listing = { $name } { $code } · { $board }
several-listing-index = { $name } { $code } · an index, not traded
nothing-listed = Nothing is called “{ $received }”. Check the code, or send the full name or pinyin initials.
nothing-listed-near = Nothing is called “{ $received }”. Did you mean one of these?
nothing-listed-retired = Beijing's old code { $received } is no longer in use; the new ones begin with 920. Is it this one?
index-not-traded = { $name } is an index: it can be looked at, not traded.
order-other-market = { $what } is not traded in the simulated contests you play in, so nothing was ordered.
quote-feed-down = There is no usable price of { $what } just now, so nothing was ordered. Please try again in a few minutes.

## Checking

order-preview-buy = <b>Simulated purchase</b> · { $what }
order-preview-sell = <b>Simulated sale</b> · { $what }
order-preview-limit = { $quantity } × { $price } (limit) = { $amount }
order-preview-market = { $quantity } × { $price } (last price) ≈ { $amount }
order-preview-fees = Fees about { $total } ({ $parts })
order-preview-no-fees = Fees 0.00
order-preview-cash-buy = Simulated cash: { $frozen } set aside, { $cash } left to spend
order-preview-cash-buy-market = Simulated cash: { $frozen } set aside (at the highest possible price; what is left over comes back), { $cash } left to spend
order-preview-cash-sell = Simulated cash: about { $proceeds } once it fills
order-preview-contest = Simulated contest: { $title }
order-fee-commission = commission { $amount }
order-fee-stamp-duty = stamp duty { $amount }
order-fee-transfer-fee = transfer fee { $amount }
order-fee-levies = levies { $amount }
order-fee-trading-fee = trading fee { $amount }
order-fee-settlement-fee = settlement fee { $amount }
order-fills-opening = Fills in the opening auction of { $day }
order-fills-closing = Fills in the closing auction of { $day }
order-fills-opening-next = Fills in the next opening auction
order-fills-closing-next = Fills in the next closing auction
order-fills-live = Fills at the first later quote that meets it, until today's close
order-when-opening = Fills in the opening auction of { $day }; /fills then shows the result.
order-when-closing = Fills in the closing auction of { $day }; /fills then shows the result.
order-when-opening-limit = Fills in the opening auction of { $day } if the price meets the limit; if not, in the closing auction, and after the close it lapses. /fills shows the result.
order-when-closing-limit = Fills in the closing auction of { $day } if the price meets the limit; if not, it lapses after the close. /fills shows the result.
order-when-next = Fills in the next auction; /fills then shows the result.
order-when-live = Fills at the first later quote that meets it, until the day's close. /fills shows the result.
order-waits-opening = waits for the opening auction of { $day }
order-waits-closing = waits for the closing auction of { $day }
order-waits-next = waits for the next auction
order-waits-live = waits for a quote that meets it
button-order-confirm-buy = Buy { $quantity } shares
button-order-confirm-sell = Sell { $quantity } shares
button-order-private = Continue in private
order-group-preview-buy = Simulated purchase · { $what } · { $quantity } shares, about { $amount }
order-group-preview-sell = Simulated sale · { $what } · { $quantity } shares, about { $amount }
order-group-hint-buy = In a group a simulated purchase has to be complete: /buy 600519 100, with @1480.00 for a limit. Step by step it goes in private.
order-group-hint-sell = In a group a simulated sale has to be complete: /sell 600519 100, with @1480.00 for a limit. Step by step it goes in private.
order-group-refused = This simulated order cannot be placed; why is told in private only.
order-old-card = This card has been waiting a while. Here it is reckoned with the present price; please check it again.

## Receipts

order-placed-buy = ✅ <b>Simulated purchase</b> placed · { $what }
order-placed-sell = ✅ <b>Simulated sale</b> placed · { $what }
order-placed-what = Order { $id }: { $quantity } shares, { $kind }
order-kind-market = at the market
order-kind-limit = limit { $limit }
order-placed-before = This order was placed already; it was not placed twice.
order-placed-more = It can be cancelled until it fills; all your orders are in /orders.
order-placed-in-group-buy = ✅ Simulated purchase placed · { $what } · { $quantity } shares (order { $id })
order-placed-in-group-sell = ✅ Simulated sale placed · { $what } · { $quantity } shares (order { $id })
button-order-cancel = Cancel it
button-order-cancel-one = Cancel order { $id }: { $what }

## Orders, fills, cancelling

orders-head = <b>My simulated orders</b> · { $title }
orders-empty = No simulated orders yet. /buy places the first.
order-row-buy = No. { $id } · buy { $what } { $quantity } · { $kind }
order-row-sell = No. { $id } · sell { $what } { $quantity } · { $kind }
order-row-state = 　{ $state } · placed { $at }
order-state-open = not filled yet
order-state-partly = { $filled } filled, the rest { $waits }
order-state-filled = filled
order-state-cancelled = cancelled, nothing filled
order-state-cancelled-partly = { $filled } filled, the rest cancelled
order-state-expired = lapsed, nothing filled
order-state-expired-partly = { $filled } filled; the rest: { $reason }
order-state-voided = voided by the operators; the notice says why
order-ended-day-over = not filled that day, lapsed at the close
order-ended-outside-limit = lapsed at the opening: its limit lay outside the day's price limits
order-ended-no-cash = lapsed: not enough simulated cash when it came to fill
order-ended-corporate-action = lapsed with that day's corporate action, by the rules
page-of = Page { $page } of { $pages }
fills-head = <b>My simulated fills</b> · { $title }
fills-empty = No simulated fills yet. What still waits is in /orders.
fill-row-buy = { $fill } · bought { $what } { $quantity } × { $price }
fill-row-sell = { $fill } · sold { $what } { $quantity } × { $price }
fill-row-fees = 　fees { $total } ({ $parts }) · cash { $cash }
fill-row-no-fees = 　fees 0.00 · cash { $cash }
fill-row-quote = 　quote of { $at } · source: { $source }
fill-row-quote-delayed = 　quote of { $at } · source: { $source } · about { $minutes } minutes late
fill-row-voided = 　voided by operators
fills-foot = Tap “Note why” to keep your reason, or “Object” if a fill looks wrong.
button-fill-dispute = Object to { $fill }
button-journal-order = Note why
button-journal-fill = Note why { $fill }
cancel-pick = <b>Cancel a simulated order</b> · which one?
cancel-nothing = There is no simulated order to cancel.
cancel-done =
    ✅ Simulated order { $id } is cancelled: { $what }, { $filled ->
        [0] nothing filled
       *[other] { $filled } filled before
    }. { $side ->
        [buy] The cash set aside for it is free again.
       *[sell] The shares can be sold again.
    }
cancel-done-in-group = ✅ Simulated order { $id } is cancelled.

## Why an order is not taken

order-cannot-buy = { $quantity } shares cannot be bought
order-cannot-sell = { $quantity } shares cannot be sold
order-cannot-cancel = Order { $order } cannot be cancelled
order-refused = { $lead }: { $reason }
contest-refusal-unknown-instrument = no feed knows { $symbol }. Check the code, or send the name or pinyin initials.
contest-refusal-outside-universe = { $symbol } is outside what this simulated contest trades; see the rules under /contest.
contest-refusal-halted = { $symbol } is halted; orders are taken once it trades again.
contest-refusal-frozen = the price of { $symbol } does not follow from its last close; operators are looking into it, then orders are taken again.
contest-refusal-paused = the simulated contest is paused; orders and cancels are taken once it goes on.
contest-refusal-session-closed = no orders are taken now, but from { $opens } on.
contest-refusal-session-closed-unknown = no orders are taken now; please come back in the next session.
contest-refusal-market-order-now = only limit orders are taken now; write a price behind the quantity, from { $limit_low } to { $limit_high }.
contest-refusal-market-order-now-unlimited = only limit orders are taken now; write a price behind the quantity, such as @10.00.
contest-refusal-not-positive = received { $quantity }; the quantity has to be above 0.
contest-refusal-too-large = { $quantity } shares are too many; one order takes { $most } at most.
contest-refusal-lot = { $rule }. { $allowed }
contest-lot-multiple = { $board }: { $side ->
        [buy] purchases
       *[sell] sales
    } go by multiples of { $lot } shares
contest-lot-multiple-remainder = { $board }: sales go by multiples of { $lot } shares, an odd remainder all at once
contest-lot-from = { $board }: { $side ->
        [buy] purchases
       *[sell] sales
    } start at { $lot } shares and grow by { $step }
contest-lot-one = You can { $side ->
        [buy] buy
       *[sell] sell
    } { $quantity } shares.
contest-lot-two = You can { $side ->
        [buy] buy
       *[sell] sell
    } { $lower } or { $upper } shares.
contest-lot-none = No quantity is possible now.
contest-refusal-tick = { $price } is not on the grid of { $tick }; use { $near }.
contest-refusal-outside-limit = { $price } lies outside the day's limits; use { $lower } to { $upper }.
contest-refusal-outside-limit-most = { $price } is too high; the highest price taken is { $upper }.
contest-refusal-price-floor = the reference price { $reference } is below this simulated contest's lowest price of { $floor }.
contest-refusal-insufficient-cash = with fees it takes { $needed }, you have { $available } of simulated cash: { $most } shares at most.
contest-refusal-insufficient-cash-none = with fees it takes { $needed }, you have { $available } of simulated cash: not enough for one order.
contest-refusal-insufficient-sellable = of the { $held } shares you hold, { $sellable } can be sold now; you asked for { $quantity }{ $open_sells ->
        [0] {""}
       *[other] ; { $open_sells } are on sale already
    }{ $locked ->
        [0] {""}
       *[other] ; the { $locked } bought today can be sold the next trading day
    }.
contest-refusal-insufficient-sellable-on-sale = all { $held } shares you hold are on sale already. To change the price, /cancel that order first.
contest-refusal-insufficient-sellable-locked = all { $held } shares you hold were bought today and can be sold the next trading day.
contest-refusal-insufficient-sellable-none = you hold no { $symbol } in this simulated contest.
contest-refusal-over-cap = one name may be { $cap } of your simulated assets at most, waiting orders included; { $most } more shares are possible.
contest-refusal-over-cap-none = one name may be { $cap } of your simulated assets at most, waiting orders included, and this one has reached that.
contest-refusal-duplicate = it was placed already (order { $order }) and not placed twice.
contest-refusal-not-open = order { $order } is filled, cancelled or lapsed; nothing is left to cancel.
contest-refusal-no-cancel = orders cannot be cancelled in this part of the auction, but from { $until } on.
contest-refusal-no-cancel-today = orders cannot be cancelled in this part of the auction; what does not fill lapses after today's close.
contest-refusal-awaiting-auction = order { $order } has gone into the auction, its price is about to come; it cannot be cancelled any more.
contest-refusal-no-account = you have not entered this simulated contest yet; see /contest.
contest-refusal-void-impossible = the shares or the money of order { $order } are used already; it cannot be voided.
contest-refusal-overdrawn = that is more than there is; at most { $available } of simulated cash can be taken.

error-order-quantity-signed = A quantity takes no sign; received “{ $received }”. /buy buys, /sell sells; just write 100.
error-order-quantity-fraction = Received “{ $received }”; shares are whole, such as 100. A limit goes behind @, such as @1480.00.
error-order-quantity-exponent = “{ $received }” is easily misread. Write the number in full, such as 1000.
error-order-quantity-zero = Received “{ $received }”; the quantity has to be above 0, such as 100.
error-order-quantity-too-large = “{ $received }” is too large; an order says { $most } at most.
error-order-quantity-unclear = “{ $received }” is not a quantity. Write 100, 2 lots, 5000元 or 30%.
error-order-percent-outside = A percentage goes from 1% to 100%; received “{ $received }”.
error-order-unclear = There is more than one quantity or price in “{ $received }”, and guessing would be wrong. Write it like /buy 600519 100 @1480.00.
error-order-too-long = This line has { $length } characters, { $most } at most. Just the code, the quantity and the price, please.
error-order-number = “{ $received }” is not the number of an order. Write /cancel 12, or send /cancel and tap one.
error-not-a-price = “{ $received }” is not a price. Write it like 1480.00.
error-signed-price = A price takes no sign; received “{ $received }”.
error-exponent-price = “{ $received }” is easily misread. Write the price in full, such as 1480.00.
error-zero-price = A price has to be above 0; received “{ $received }”.
error-price-too-fine = A price has { $most } decimals at most; received “{ $received }”.
error-price-too-large = “{ $received }” is too large; { $most } at most.
