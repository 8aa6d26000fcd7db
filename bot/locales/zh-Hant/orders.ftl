# 模擬下單：預覽、回執、委託、成交，以及下不了單時的那一句話。

help-buy = 模擬買入：/buy 600519 100，限價寫 @1480.00
help-sell = 模擬賣出：/sell 600519 100，限價寫 @1480.00
help-cancel = 撤掉還沒成交的模擬單
help-orders = 我的模擬委託
help-fills = 我的模擬成交，逐筆列出費用和所用行情

## 數字與名稱

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
listing-board-sse-main = 滬市主板
listing-board-szse-main = 深市主板
listing-board-star = 科創板
listing-board-chinext = 創業板
listing-board-bse = 北交所
listing-board-hong-kong = 港股
listing-board-united-states = 美股

## 一步一步下單

order-pick-buy = <b>模擬買入</b> · 想買哪一檔？
order-pick-sell = <b>模擬賣出</b> · 想賣哪一檔？
order-pick-how = 點下面的，或直接發代碼、名稱、拼音首字母，如 600519、貴州茅臺、gzmt。
order-pick-type = 直接發代碼、名稱或拼音首字母，如 600519、貴州茅臺、gzmt。
order-pick-nothing-held = 現在沒有可以賣的持倉。
order-amount-buy = <b>模擬買入</b> · { $what }
order-amount-sell = <b>模擬賣出</b> · { $what }
order-amount-price = 最新 { $price }（{ $change }） · { $at } · 來源 { $source }
order-amount-limit = 限價 { $limit }
order-amount-cash = 可用模擬資金 { $cash }
order-amount-sellable = 可賣 { $quantity } 股
order-amount-how-buy = 買多少？點可用資金的比例，或直接發數量，如 100股、2手、5000元、30%。
order-amount-how-sell = 賣多少？點可賣數量的比例，或直接發數量，如 100股、2手、5000元、30%。
order-amount-none = 這個數額不夠一筆最小的單子，或者已經到了單一股票的上限。請換一個數量。
button-order-percent = { $percent }%
button-order-other = 換一檔
button-order-amount = 改數量
button-order-drop = 取消
order-dropped = 好，這一筆沒有下，模擬資金沒有變化。

several-listings = 「{ $received }」可能是下面幾檔，請點一檔：
several-listing = { $name } { $code } · { $board }
several-listing-index = { $name } { $code } · 指數，不能交易
nothing-listed = 沒找到「{ $received }」。請核對代碼，或改發全稱、拼音首字母。
nothing-listed-near = 沒找到「{ $received }」。是想找這幾檔嗎？
nothing-listed-retired = 北交所的舊代碼 { $received } 已停用，現在是 920 開頭的新代碼。是這一檔嗎？
index-not-traded = { $name }是指數，只能看，不能買賣。
order-other-market = 你參加的模擬賽不交易 { $what }，這一筆沒有下。
quote-feed-down = 暫時取不到 { $what } 的行情，沒法核對價格，這一筆沒有下。請過幾分鐘再試。

## 核對

order-preview-buy = <b>模擬買入</b> · { $what }
order-preview-sell = <b>模擬賣出</b> · { $what }
order-preview-limit = { $quantity } 股 × { $price }（限價）= { $amount }
order-preview-market = { $quantity } 股 × { $price }（最新價）≈ { $amount }
order-preview-fees = 費用約 { $total }（{ $parts }）
order-preview-no-fees = 費用 0.00
order-preview-cash-buy = 模擬資金：先凍結 { $frozen }，還可用 { $cash }
order-preview-cash-buy-market = 模擬資金：先凍結 { $frozen }（按可能的最高價，多的成交後退回），還可用 { $cash }
order-preview-cash-sell = 模擬資金：成交後約得 { $proceeds }
order-preview-contest = 模擬賽：{ $title }
order-fee-commission = 佣金 { $amount }
order-fee-stamp-duty = 印花稅 { $amount }
order-fee-transfer-fee = 過戶費 { $amount }
order-fee-levies = 交易徵費 { $amount }
order-fee-trading-fee = 交易費 { $amount }
order-fee-settlement-fee = 結算費 { $amount }
order-fills-opening = 成交方式：{ $day }開盤集合競價
order-fills-closing = 成交方式：{ $day }收盤集合競價
order-fills-opening-next = 成交方式：下一次開盤集合競價
order-fills-closing-next = 成交方式：下一次收盤集合競價
order-fills-live = 成交方式：之後的行情到價就成交，當天收市前有效
order-when-opening = { $day }開盤集合競價時成交，價格出來後發 /fills 看結果。
order-when-closing = { $day }收盤集合競價時成交，價格出來後發 /fills 看結果。
order-when-opening-limit = { $day }開盤集合競價的價格夠到限價就成交；夠不到，等當天收盤集合競價再看一次，收市後失效。結果看 /fills。
order-when-closing-limit = { $day }收盤集合競價的價格夠到限價就成交；夠不到，收市後失效。結果看 /fills。
order-when-next = 等下一次集合競價成交，價格出來後發 /fills 看結果。
order-when-live = 之後的行情到價就成交，當天收市前有效。結果看 /fills。
order-waits-opening = 等{ $day }開盤集合競價
order-waits-closing = 等{ $day }收盤集合競價
order-waits-next = 等下一次集合競價
order-waits-live = 等行情到價
button-order-confirm-buy = 確認買入 { $quantity } 股
button-order-confirm-sell = 確認賣出 { $quantity } 股
button-order-private = 在私聊裡繼續
order-group-preview-buy = 模擬買入 · { $what } · { $quantity } 股，約 { $amount }
order-group-preview-sell = 模擬賣出 · { $what } · { $quantity } 股，約 { $amount }
order-group-hint-buy = 模擬買入寫全才能在群裡下：/buy 600519 100，限價再加 @1480.00。一步一步選，請到私聊。
order-group-hint-sell = 模擬賣出寫全才能在群裡下：/sell 600519 100，限價再加 @1480.00。一步一步選，請到私聊。
order-group-refused = 這一筆模擬單下不了，原因只在私聊裡說。
order-old-card = 這張單子放得有點久了，下面是按現在的行情重算的，請再核對一次。

## 回執

order-placed-buy = ✅ 已提交<b>模擬買入</b> · { $what }
order-placed-sell = ✅ 已提交<b>模擬賣出</b> · { $what }
order-placed-what = { $id } 號單：{ $quantity } 股，{ $kind }
order-kind-market = 市價
order-kind-limit = 限價 { $limit }
order-placed-before = 這張單子已經提交過，沒有重複下單。
order-placed-more = 還沒成交時可以撤單，所有委託看 /orders。
order-placed-in-group-buy = ✅ 已提交模擬買入 · { $what } · { $quantity } 股（{ $id } 號單）
order-placed-in-group-sell = ✅ 已提交模擬賣出 · { $what } · { $quantity } 股（{ $id } 號單）
button-order-cancel = 撤單
button-order-cancel-one = 撤 { $id } 號單：{ $what }

## 委託、成交、撤單

orders-head = <b>我的模擬委託</b> · { $title }
orders-empty = 還沒有模擬委託。想下第一筆，發送 /buy。
order-row-buy = { $id } 號 · 買入 { $what } { $quantity } 股 · { $kind }
order-row-sell = { $id } 號 · 賣出 { $what } { $quantity } 股 · { $kind }
order-row-state = 　{ $state } · { $at } 下單
order-state-open = 未成交
order-state-partly = 已成交 { $filled } 股，其餘{ $waits }
order-state-filled = 已成交
order-state-cancelled = 已撤單，沒有成交
order-state-cancelled-partly = 成交了 { $filled } 股，其餘已撤單
order-state-expired = 已失效，沒有成交
order-state-expired-partly = 成交了 { $filled } 股，其餘{ $reason }
order-state-voided = 營運已作廢這一筆，原因見通知
order-ended-day-over = 集合競價沒有成交，收市後失效
order-ended-outside-limit = 限價超出當天漲跌停，開市時失效
order-ended-no-cash = 成交時模擬資金不夠，失效
order-ended-corporate-action = 當天除權除息，按規則失效
page-of = 第 { $page } / { $pages } 頁
fills-head = <b>我的模擬成交</b> · { $title }
fills-empty = 還沒有模擬成交。正在等的委託看 /orders。
fill-row-buy = { $fill } · 買入 { $what } { $quantity } 股 × { $price }
fill-row-sell = { $fill } · 賣出 { $what } { $quantity } 股 × { $price }
fill-row-fees = 　費用 { $total }（{ $parts }） · 資金 { $cash }
fill-row-no-fees = 　費用 0.00 · 資金 { $cash }
fill-row-quote = 　行情 { $at } · 來源 { $source }
fill-row-quote-delayed = 　行情 { $at } · 來源 { $source } · 延遲約 { $minutes } 分鐘
fill-row-voided = 　這一筆已由運營作廢
fills-foot = 想記下為什麼買賣，點「寫一句理由」；覺得哪一筆不對，點「異議」。
button-fill-dispute = 異議 { $fill }
button-journal-order = 寫一句理由
button-journal-fill = 寫一句理由 { $fill }
cancel-pick = <b>撤模擬單</b> · 撤哪一張？
cancel-nothing = 沒有可以撤的模擬單。
cancel-done =
    ✅ { $id } 號模擬單已撤：{ $what }，{ $filled ->
        [0] 沒有成交
       *[other] 之前成交了 { $filled } 股
    }。{ $side ->
        [buy] 凍結的模擬資金已退回。
       *[sell] 沒成交的股份可以再賣。
    }
cancel-done-in-group = ✅ { $id } 號模擬單已撤。

## 下不了單的原因

order-cannot-buy = 買不了 { $quantity } 股
order-cannot-sell = 賣不了 { $quantity } 股
order-cannot-cancel = { $order } 號單撤不了
order-refused = { $lead }：{ $reason }
contest-refusal-unknown-instrument = 行情裡查不到 { $symbol }。請核對代碼，或改發名稱、拼音首字母。
contest-refusal-outside-universe = { $symbol } 不在這場模擬賽的可交易範圍裡，範圍寫在 /contest 的規則裡。
contest-refusal-halted = { $symbol } 正在停牌，復牌後才能下單。
contest-refusal-frozen = { $symbol } 的價格和上次收盤對不上，運營正在核對，核對完就能下單。
contest-refusal-paused = 模擬賽暫停中，恢復後才能下單和撤單。
contest-refusal-session-closed = 現在不收單，{ $opens }起可以下單。
contest-refusal-session-closed-unknown = 現在不收單，下一個交易時段再來。
contest-refusal-market-order-now = 這時只收限價單，請在數量後面寫上價格，可用 { $limit_low } 到 { $limit_high }。
contest-refusal-market-order-now-unlimited = 這時只收限價單，請在數量後面寫上價格，如 @10.00。
contest-refusal-not-positive = 收到 { $quantity } 股，數量要大於 0。
contest-refusal-too-large = { $quantity } 股太多，一筆最多 { $most } 股。
contest-refusal-lot = { $rule }。{ $allowed }
contest-lot-multiple = { $board }{ $side ->
        [buy] 買入
       *[sell] 賣出
    }須為 { $lot } 股的整數倍
contest-lot-multiple-remainder = { $board }賣出須為 { $lot } 股的整數倍，零股要一次賣完
contest-lot-from = { $board }{ $side ->
        [buy] 買入
       *[sell] 賣出
    }每筆至少 { $lot } 股，超出部分以 { $step } 股遞增
contest-lot-one = 可以{ $side ->
        [buy] 買
       *[sell] 賣
    } { $quantity } 股。
contest-lot-two = 可以{ $side ->
        [buy] 買
       *[sell] 賣
    } { $lower } 股或 { $upper } 股。
contest-lot-none = 現在沒有可以下的數量。
contest-refusal-tick = { $price } 不在最小變動價位 { $tick } 上，可以用 { $near }。
contest-refusal-outside-limit = { $price } 超出當天的漲跌停價，可以用 { $lower } 到 { $upper }。
contest-refusal-outside-limit-most = { $price } 太高，可以用的最高價是 { $upper }。
contest-refusal-price-floor = 參考價 { $reference } 低於這場模擬賽的最低股價 { $floor }，不能買入。
contest-refusal-insufficient-cash = 連費用要 { $needed }，可用模擬資金 { $available }，最多可以買 { $most } 股。
contest-refusal-insufficient-cash-none = 連費用要 { $needed }，可用模擬資金 { $available }，不夠買一筆。
contest-refusal-insufficient-sellable = 持有 { $held } 股，現在可賣 { $sellable } 股，想賣的是 { $quantity } 股{ $open_sells ->
        [0] {""}
       *[other] ，另有 { $open_sells } 股已掛賣單
    }{ $locked ->
        [0] {""}
       *[other] ，今天買入的 { $locked } 股下一個交易日才能賣
    }。
contest-refusal-insufficient-sellable-on-sale = 持有的 { $held } 股都已經掛了賣單。想改價，先用 /cancel 撤掉原來的。
contest-refusal-insufficient-sellable-locked = 持有的 { $held } 股都是今天買入的，下一個交易日才能賣。
contest-refusal-insufficient-sellable-none = 你在這場模擬賽裡沒有持有 { $symbol }。
contest-refusal-over-cap = 單一股票最多佔模擬總資產的 { $cap }（等著成交的也算），還可以買 { $most } 股。
contest-refusal-over-cap-none = 單一股票最多佔模擬總資產的 { $cap }（等著成交的也算），這一檔已經到上限。
contest-refusal-duplicate = 這一筆已經下過（{ $order } 號單），沒有重複下單。
contest-refusal-not-open = { $order } 號單已經成交、撤銷或過期，沒有可撤的部分。
contest-refusal-no-cancel = 集合競價的這段時間不能撤單，{ $until }以後才能撤。
contest-refusal-no-cancel-today = 集合競價的這段時間不能撤單，今天收市後沒成交的會自動失效。
contest-refusal-awaiting-auction = { $order } 號單已經進了集合競價，成交價稍後公佈，不能再撤。
contest-refusal-no-account = 你還沒有報名這場模擬賽，先看 /contest。
contest-refusal-void-impossible = { $order } 號單的股份或資金已經用掉，不能作廢。
contest-refusal-overdrawn = 更正後會不夠扣，最多可以扣 { $available }（模擬資金）。

error-order-quantity-signed = 數量不帶正負號，收到「{ $received }」。買用 /buy，賣用 /sell，數量寫 100 就行。
error-order-quantity-fraction = 收到「{ $received }」，股數只能是整數，如 100。限價要寫在 @ 後面，如 @1480.00。
error-order-quantity-exponent = 「{ $received }」容易看錯，請寫完整的數字，如 1000。
error-order-quantity-zero = 收到「{ $received }」，數量要大於 0，如 100 股或 1 手。
error-order-quantity-too-large = 「{ $received }」太大，一筆最多寫 { $most }。
error-order-quantity-unclear = 沒看懂數量「{ $received }」。可以寫 100、100股、2手、一手、5000元或 30%。
error-order-percent-outside = 比例寫 1% 到 100%，收到「{ $received }」。
error-order-unclear = 「{ $received }」裡有不止一個數量或價格，沒敢猜。請寫成 /buy 600519 100 @1480.00 這樣。
error-order-too-long = 這一行有 { $length } 個字元，最多 { $most } 個。請只寫代碼、數量、價格。
error-order-number = 「{ $received }」不是單號。請寫 /cancel 12，或只發 /cancel 從列表裡點。
error-not-a-price = 沒看懂價格「{ $received }」。請寫成 1480.00 這樣。
error-signed-price = 價格不帶正負號，收到「{ $received }」。
error-exponent-price = 「{ $received }」容易看錯，請把價格寫完整，如 1480.00。
error-zero-price = 價格要大於 0，收到「{ $received }」。
error-price-too-fine = 價格最多 { $most } 位小數，收到「{ $received }」。
error-price-too-large = 「{ $received }」太大，最多 { $most }。
