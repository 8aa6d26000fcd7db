# 模拟下单：预览、回执、委托、成交，以及下不了单时的那一句话。

help-buy = 模拟买入：/buy 600519 100，限价写 @1480.00
help-sell = 模拟卖出：/sell 600519 100，限价写 @1480.00
help-cancel = 撤掉还没成交的模拟单
help-orders = 我的模拟委托
help-fills = 我的模拟成交，逐笔列出费用和所用行情

## 数字与名称

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
list-and = { $first }，{ $then }
list-or = { $first } 或 { $then }
list-pause = { $first }、{ $then }
list-dot = { $first } · { $then }
currency-cny = 元
currency-hkd = 港元
currency-usd = 美元
listing-board-sse-main = 沪市主板
listing-board-szse-main = 深市主板
listing-board-star = 科创板
listing-board-chinext = 创业板
listing-board-bse = 北交所
listing-board-hong-kong = 港股
listing-board-united-states = 美股

## 一步一步下单

order-pick-buy = <b>模拟买入</b> · 想买哪一只？
order-pick-sell = <b>模拟卖出</b> · 想卖哪一只？
order-pick-how = 点下面的，或直接发代码、名称、拼音首字母，如 600519、贵州茅台、gzmt。
order-pick-type = 直接发代码、名称或拼音首字母，如 600519、贵州茅台、gzmt。
order-pick-nothing-held = 现在没有可以卖的持仓。
order-amount-buy = <b>模拟买入</b> · { $what }
order-amount-sell = <b>模拟卖出</b> · { $what }
order-amount-price = 最新 { $price }（{ $change }） · { $at } · 来源 { $source }
order-amount-limit = 限价 { $limit }
order-amount-cash = 可用模拟资金 { $cash }
order-amount-sellable = 可卖 { $quantity } 股
order-amount-how-buy = 买多少？点可用资金的比例，或直接发数量，如 100股、2手、5000元、30%。
order-amount-how-sell = 卖多少？点可卖数量的比例，或直接发数量，如 100股、2手、5000元、30%。
order-amount-none = 这个数额不够一笔最小的单子，或者已经到了单只上限。请换一个数量。
button-order-percent = { $percent }%
button-order-other = 换一只
button-order-amount = 改数量
button-order-drop = 取消
order-dropped = 好，这一笔没有下，模拟资金没有变化。

several-listings = 「{ $received }」可能是下面几只，请点一只：
several-listing = { $name } { $code } · { $board }
several-listing-index = { $name } { $code } · 指数，不能交易
nothing-listed = 没找到「{ $received }」。请核对代码，或改发全称、拼音首字母。
nothing-listed-near = 没找到「{ $received }」。是想找这几只吗？
nothing-listed-retired = 北交所的旧代码 { $received } 已停用，现在是 920 开头的新代码。是这一只吗？
index-not-traded = { $name }是指数，只能看，不能买卖。
order-other-market = 你参加的模拟赛不交易 { $what }，这一笔没有下。
quote-feed-down = 暂时取不到 { $what } 的行情，没法核对价格，这一笔没有下。请过几分钟再试。

## 核对

order-preview-buy = <b>模拟买入</b> · { $what }
order-preview-sell = <b>模拟卖出</b> · { $what }
order-preview-limit = { $quantity } 股 × { $price }（限价）= { $amount }
order-preview-market = { $quantity } 股 × { $price }（最新价）≈ { $amount }
order-preview-fees = 费用约 { $total }（{ $parts }）
order-preview-no-fees = 费用 0.00
order-preview-cash-buy = 模拟资金：先冻结 { $frozen }，还可用 { $cash }
order-preview-cash-buy-market = 模拟资金：先冻结 { $frozen }（按可能的最高价，多的成交后退回），还可用 { $cash }
order-preview-cash-sell = 模拟资金：成交后约得 { $proceeds }
order-preview-contest = 模拟赛：{ $title }
order-fee-commission = 佣金 { $amount }
order-fee-stamp-duty = 印花税 { $amount }
order-fee-transfer-fee = 过户费 { $amount }
order-fee-levies = 交易征费 { $amount }
order-fee-trading-fee = 交易费 { $amount }
order-fee-settlement-fee = 结算费 { $amount }
order-fills-opening = 成交方式：{ $day }开盘集合竞价
order-fills-closing = 成交方式：{ $day }收盘集合竞价
order-fills-opening-next = 成交方式：下一次开盘集合竞价
order-fills-closing-next = 成交方式：下一次收盘集合竞价
order-fills-live = 成交方式：之后的行情到价就成交，当天收市前有效
order-when-opening = { $day }开盘集合竞价时成交，价格出来后发 /fills 看结果。
order-when-closing = { $day }收盘集合竞价时成交，价格出来后发 /fills 看结果。
order-when-opening-limit = { $day }开盘集合竞价的价格够到限价就成交；够不到，等当天收盘集合竞价再看一次，收市后失效。结果看 /fills。
order-when-closing-limit = { $day }收盘集合竞价的价格够到限价就成交；够不到，收市后失效。结果看 /fills。
order-when-next = 等下一次集合竞价成交，价格出来后发 /fills 看结果。
order-when-live = 之后的行情到价就成交，当天收市前有效。结果看 /fills。
order-waits-opening = 等{ $day }开盘集合竞价
order-waits-closing = 等{ $day }收盘集合竞价
order-waits-next = 等下一次集合竞价
order-waits-live = 等行情到价
button-order-confirm-buy = 确认买入 { $quantity } 股
button-order-confirm-sell = 确认卖出 { $quantity } 股
button-order-private = 在私聊里继续
order-group-preview-buy = 模拟买入 · { $what } · { $quantity } 股，约 { $amount }
order-group-preview-sell = 模拟卖出 · { $what } · { $quantity } 股，约 { $amount }
order-group-hint-buy = 模拟买入写全才能在群里下：/buy 600519 100，限价再加 @1480.00。一步一步选，请到私聊。
order-group-hint-sell = 模拟卖出写全才能在群里下：/sell 600519 100，限价再加 @1480.00。一步一步选，请到私聊。
order-group-refused = 这一笔模拟单下不了，原因只在私聊里说。
order-old-card = 这张单子放得有点久了，下面是按现在的行情重算的，请再核对一次。

## 回执

order-placed-buy = ✅ 已提交<b>模拟买入</b> · { $what }
order-placed-sell = ✅ 已提交<b>模拟卖出</b> · { $what }
order-placed-what = { $id } 号单：{ $quantity } 股，{ $kind }
order-kind-market = 市价
order-kind-limit = 限价 { $limit }
order-placed-before = 这张单子已经提交过，没有重复下单。
order-placed-more = 还没成交时可以撤单，所有委托看 /orders。
order-placed-in-group-buy = ✅ 已提交模拟买入 · { $what } · { $quantity } 股（{ $id } 号单）
order-placed-in-group-sell = ✅ 已提交模拟卖出 · { $what } · { $quantity } 股（{ $id } 号单）
button-order-cancel = 撤单
button-order-cancel-one = 撤 { $id } 号单：{ $what }

## 委托、成交、撤单

orders-head = <b>我的模拟委托</b> · { $title }
orders-empty = 还没有模拟委托。想下第一笔，发送 /buy。
order-row-buy = { $id } 号 · 买入 { $what } { $quantity } 股 · { $kind }
order-row-sell = { $id } 号 · 卖出 { $what } { $quantity } 股 · { $kind }
order-row-state = 　{ $state } · { $at } 下单
order-state-open = 未成交
order-state-partly = 已成交 { $filled } 股，其余{ $waits }
order-state-filled = 已成交
order-state-cancelled = 已撤单，没有成交
order-state-cancelled-partly = 成交了 { $filled } 股，其余已撤单
order-state-expired = 已失效，没有成交
order-state-expired-partly = 成交了 { $filled } 股，其余{ $reason }
order-state-voided = 运营已作废这一笔，原因见通知
order-ended-day-over = 集合竞价没有成交，收市后失效
order-ended-outside-limit = 限价超出当天涨跌停，开市时失效
order-ended-no-cash = 成交时模拟资金不够，失效
order-ended-corporate-action = 当天除权除息，按规则失效
page-of = 第 { $page } / { $pages } 页
fills-head = <b>我的模拟成交</b> · { $title }
fills-empty = 还没有模拟成交。正在等的委托看 /orders。
fill-row-buy = { $fill } · 买入 { $what } { $quantity } 股 × { $price }
fill-row-sell = { $fill } · 卖出 { $what } { $quantity } 股 × { $price }
fill-row-fees = 　费用 { $total }（{ $parts }） · 资金 { $cash }
fill-row-no-fees = 　费用 0.00 · 资金 { $cash }
fill-row-quote = 　行情 { $at } · 来源 { $source }
fill-row-quote-delayed = 　行情 { $at } · 来源 { $source } · 延迟约 { $minutes } 分钟
fill-row-voided = 　这一笔已由运营作废
fills-foot = 想记下为什么买卖，点「写一句理由」；觉得哪一笔不对，点「异议」。
button-fill-dispute = 异议 { $fill }
button-journal-order = 写一句理由
button-journal-fill = 写一句理由 { $fill }
cancel-pick = <b>撤模拟单</b> · 撤哪一张？
cancel-nothing = 没有可以撤的模拟单。
cancel-done =
    ✅ { $id } 号模拟单已撤：{ $what }，{ $filled ->
        [0] 没有成交
       *[other] 之前成交了 { $filled } 股
    }。{ $side ->
        [buy] 冻结的模拟资金已退回。
       *[sell] 没成交的股份可以再卖。
    }
cancel-done-in-group = ✅ { $id } 号模拟单已撤。

## 下不了单的原因

order-cannot-buy = 买不了 { $quantity } 股
order-cannot-sell = 卖不了 { $quantity } 股
order-cannot-cancel = { $order } 号单撤不了
order-refused = { $lead }：{ $reason }
contest-refusal-unknown-instrument = 行情里查不到 { $symbol }。请核对代码，或改发名称、拼音首字母。
contest-refusal-outside-universe = { $symbol } 不在这场模拟赛的可交易范围里，范围写在 /contest 的规则里。
contest-refusal-halted = { $symbol } 正在停牌，复牌后才能下单。
contest-refusal-frozen = { $symbol } 的价格和上次收盘对不上，运营正在核对，核对完就能下单。
contest-refusal-paused = 模拟赛暂停中，恢复后才能下单和撤单。
contest-refusal-session-closed = 现在不收单，{ $opens }起可以下单。
contest-refusal-session-closed-unknown = 现在不收单，下一个交易时段再来。
contest-refusal-market-order-now = 这时只收限价单，请在数量后面写上价格，可用 { $limit_low } 到 { $limit_high }。
contest-refusal-market-order-now-unlimited = 这时只收限价单，请在数量后面写上价格，如 @10.00。
contest-refusal-not-positive = 收到 { $quantity } 股，数量要大于 0。
contest-refusal-too-large = { $quantity } 股太多，一笔最多 { $most } 股。
contest-refusal-lot = { $rule }。{ $allowed }
contest-lot-multiple = { $board }{ $side ->
        [buy] 买入
       *[sell] 卖出
    }须为 { $lot } 股的整数倍
contest-lot-multiple-remainder = { $board }卖出须为 { $lot } 股的整数倍，零股要一次卖完
contest-lot-from = { $board }{ $side ->
        [buy] 买入
       *[sell] 卖出
    }每笔至少 { $lot } 股，超出部分以 { $step } 股递增
contest-lot-one = 可以{ $side ->
        [buy] 买
       *[sell] 卖
    } { $quantity } 股。
contest-lot-two = 可以{ $side ->
        [buy] 买
       *[sell] 卖
    } { $lower } 股或 { $upper } 股。
contest-lot-none = 现在没有可以下的数量。
contest-refusal-tick = { $price } 不在最小变动价位 { $tick } 上，可以用 { $near }。
contest-refusal-outside-limit = { $price } 超出当天的涨跌停价，可以用 { $lower } 到 { $upper }。
contest-refusal-outside-limit-most = { $price } 太高，可以用的最高价是 { $upper }。
contest-refusal-price-floor = 参考价 { $reference } 低于这场模拟赛的最低股价 { $floor }，不能买入。
contest-refusal-insufficient-cash = 连费用要 { $needed }，可用模拟资金 { $available }，最多可以买 { $most } 股。
contest-refusal-insufficient-cash-none = 连费用要 { $needed }，可用模拟资金 { $available }，不够买一笔。
contest-refusal-insufficient-sellable = 持有 { $held } 股，现在可卖 { $sellable } 股，想卖的是 { $quantity } 股{ $open_sells ->
        [0] {""}
       *[other] ，另有 { $open_sells } 股已挂卖单
    }{ $locked ->
        [0] {""}
       *[other] ，今天买入的 { $locked } 股下一个交易日才能卖
    }。
contest-refusal-insufficient-sellable-on-sale = 持有的 { $held } 股都已经挂了卖单。想改价，先用 /cancel 撤掉原来的。
contest-refusal-insufficient-sellable-locked = 持有的 { $held } 股都是今天买入的，下一个交易日才能卖。
contest-refusal-insufficient-sellable-none = 你在这场模拟赛里没有持有 { $symbol }。
contest-refusal-over-cap = 单只最多占模拟总资产的 { $cap }（等着成交的也算），还可以买 { $most } 股。
contest-refusal-over-cap-none = 单只最多占模拟总资产的 { $cap }（等着成交的也算），这一只已经到上限。
contest-refusal-duplicate = 这一笔已经下过（{ $order } 号单），没有重复下单。
contest-refusal-not-open = { $order } 号单已经成交、撤销或过期，没有可撤的部分。
contest-refusal-no-cancel = 集合竞价的这段时间不能撤单，{ $until }以后才能撤。
contest-refusal-no-cancel-today = 集合竞价的这段时间不能撤单，今天收市后没成交的会自动失效。
contest-refusal-awaiting-auction = { $order } 号单已经进了集合竞价，成交价稍后公布，不能再撤。
contest-refusal-no-account = 你还没有报名这场模拟赛，先看 /contest。
contest-refusal-void-impossible = { $order } 号单的股份或资金已经用掉，不能作废。
contest-refusal-overdrawn = 更正后会不够扣，最多可以扣 { $available }（模拟资金）。

error-order-quantity-signed = 数量不带正负号，收到「{ $received }」。买用 /buy，卖用 /sell，数量写 100 就行。
error-order-quantity-fraction = 收到「{ $received }」，股数只能是整数，如 100。限价要写在 @ 后面，如 @1480.00。
error-order-quantity-exponent = 「{ $received }」容易看错，请写完整的数字，如 1000。
error-order-quantity-zero = 收到「{ $received }」，数量要大于 0，如 100 股或 1 手。
error-order-quantity-too-large = 「{ $received }」太大，一笔最多写 { $most }。
error-order-quantity-unclear = 没看懂数量「{ $received }」。可以写 100、100股、2手、一手、5000元或 30%。
error-order-percent-outside = 比例写 1% 到 100%，收到「{ $received }」。
error-order-unclear = 「{ $received }」里有不止一个数量或价格，没敢猜。请写成 /buy 600519 100 @1480.00 这样。
error-order-too-long = 这一行有 { $length } 个字符，最多 { $most } 个。请只写代码、数量、价格。
error-order-number = 「{ $received }」不是单号。请写 /cancel 12，或只发 /cancel 从列表里点。
error-not-a-price = 没看懂价格「{ $received }」。请写成 1480.00 这样。
error-signed-price = 价格不带正负号，收到「{ $received }」。
error-exponent-price = 「{ $received }」容易看错，请把价格写完整，如 1480.00。
error-zero-price = 价格要大于 0，收到「{ $received }」。
error-price-too-fine = 价格最多 { $most } 位小数，收到「{ $received }」。
error-price-too-large = 「{ $received }」太大，最多 { $most }。
