# 模擬賽在成員眼裡的樣子：賽事、規則、報名、持倉、排名、行情、關注。

help-contest = 模擬賽：看規則、報名
help-portfolio = 我的模擬持倉和收益
help-rank = 模擬賽排名：先看我前後幾名
help-quote = 查行情：/quote 600519
help-watch = 我關注的股票：/watch 600519 新增，點按鈕取消
start-quote = 想查行情？發送 /quote 加代碼或名稱。

## 賽事列表

contests-head = <b>模擬賽</b>
contests-none = 現在沒有模擬賽。有新的會在群裡通知。
contests-note = 全程使用模擬資金，與真實帳戶無關。
contest-row = { $state }{ $title } · { $first }至{ $last } · { $count } 人{ $mine }
contest-row-mine = { " " }· 已報名
contest-state-draft = 【草稿】
contest-state-open = 【報名中】
contest-state-running = 【進行中】
contest-state-paused = 【暫停中】
contest-state-finished = 【已結束】
contest-state-cancelled = 【已取消】
contests-more = 其餘 { $count } 場在私聊裡看。
button-contest = { $title }
button-contest-list = 全部模擬賽
button-contest-join = 確認報名
button-contest-suitability = 先答幾道適當性問題
button-contest-portfolio = 我的模擬持倉
button-contest-rank = 排名
button-contest-buy = 模擬買入
button-contest-sell = 模擬賣出

## 規則卡

contest-card-head = 模擬賽 · <b>{ $title }</b>{ $state }
contest-card-dates = 日期：{ $first }至{ $last }，報名到{ $until }為止（含當天）
contest-card-market = 市場：{ $market }（{ $boards }）
contest-card-market-whole = 市場：{ $market }
contest-market-mainland = 滬深京 A 股
contest-market-hong-kong = 港股
contest-market-united-states = 美股
contest-boards-all = 全部板塊
contest-card-universe = 範圍：只限 { $count } 只股票
contest-card-capital = 模擬本金：{ $capital } { $currency }，人人相同
contest-card-fills-next-auction = 成交：下單後遇到的第一次開盤或收盤集合競價，人人按同一個價格成交，行情晚幾分鐘也公平
contest-card-fills-live = 成交：下單後第一條到價的新行情，行情超過 { $seconds } 秒不成交
contest-card-volume = 成交量：一個人最多佔兩次行情之間成交量的 { $share }
contest-card-caps = 限制：單一股票最多佔總資產 { $cap }；漲停買不進、跌停賣不出；不融資、不融券
contest-card-floor = 最低股價：{ $floor }
contest-card-costs = 費用照實計算：佣金 { $rate }，每筆最低 { $minimum }，另計稅費；手數、最小變動價位按交易所規則
contest-card-rank-composite = 排名：綜合分 = 收益率百分位 − { $drawdown } × 最大回撤（%）− { $concentration } × 集中度（%），各項都公佈
contest-card-rank-return = 排名：按總收益率，同分同名次
contest-card-prizes = 獎勵（積分）：{ $prizes }
contest-card-no-prizes = 獎勵：沒有積分獎勵
contest-prize-finishing = 完賽 { $points }
contest-prize-journal = 寫交易筆記 { $points }
contest-prize-diversification = 分散持倉 { $points }
contest-prize-band = 第 { $first }–{ $last } 名 { $points }
contest-prize-band-one = 第 { $first } 名 { $points }
contest-card-band-note = 名次獎勵只給完賽並且寫了交易筆記的人；不要求交易次數
contest-card-eligibility = 誰能參加：{ $tiers }{ $suitability }；工作人員可以參加，不排名、不領獎
contest-card-suitability = ，並答過適當性問題
contest-card-private = 別人的持倉和委託，比賽期間誰都看不到
contest-card-hash = 規則指紋：<code>{ $hash }</code>，開賽後規則不再改動
contest-card-hash-later = 規則在開賽時固定，到時公佈規則指紋
contest-card-in = ✅ 你已報名
contest-card-in-staff = ✅ 你已報名（工作人員，不排名、不領獎）
contest-card-people = 已有 { $count } 人報名
contest-card-risk = 全程使用模擬資金，與真實帳戶無關；模擬成績不代表真實收益

## 報名

contest-joined = ✅ 已報名<b>{ $title }</b>，模擬本金 { $capital } { $currency }已到帳
contest-joined-next-open = { $first }開賽。先用 /watch 關注幾檔股票，開賽後 /buy 下第一筆模擬單。
contest-joined-next-running = 現在就可以用 /buy 下第一筆模擬單。
contest-joined-staff = 你是工作人員：可以一起練，不排名、不領獎。
contest-obstacle-not-open = 這場模擬賽現在不接受報名。
contest-obstacle-too-late = 報名已在{ $until }截止，下一場會在群裡通知。
contest-obstacle-tier = 這場模擬賽面向：{ $tiers }。加入對應的群后就能報名。
contest-obstacle-suitability = 報名前要先答幾道適當性問題，一分鐘就好，答案只用來判斷合不合適。
contest-obstacle-already-in = 你已經報名了。
contest-not-playing = 你還沒有參加模擬賽。先看看有哪些：
contest-all-over = 你參加的模擬賽已經結束，不能再下模擬單。下一場開始報名時，群裡會通知。
contest-not-playing-group = 參加模擬賽以後才能用這個命令，規則和報名在私聊裡看。
contest-private-only = 這一步請在私聊裡做。
contest-pick = 你同時在幾場模擬賽裡，看哪一場？
contest-pick-order = 你同時在幾場模擬賽裡，這一筆下在哪一場？

## 持倉

portfolio-head = <b>我的模擬持倉</b> · { $title }
portfolio-equity = 模擬總資產 { $equity } { $currency } · 累計 { $total } · 今日 { $day }
portfolio-cash = 現金 { $cash }，可用 { $available }{ $frozen }{ $receivables }
portfolio-frozen = ，掛單凍結 { $frozen }
portfolio-receivables = ，待到帳分紅 { $receivables }
portfolio-empty = 還沒有持倉。/buy 下第一筆模擬單，/watch 先關注幾檔。
portfolio-row = { $what } · { $quantity } 股（可賣 { $sellable }）
portfolio-row-figures = 　成本 { $cost } · 現價 { $price } · 盈虧 { $gain } · 佔 { $weight }
portfolio-disqualified = 你的帳戶已被取消本場排名資格，有疑問請聯絡運營。
button-portfolio-picture = 看曲線圖
button-portfolio-orders = 委託
button-portfolio-fills = 成交
portfolio-caption = { $title } · 我的模擬資產曲線
portfolio-in-private = 個人的模擬持倉、委託和關注只在私聊裡看。

## 排名

rank-head = 模擬賽排名 · <b>{ $title }</b> · { $day }收市 · 共 { $count } 人
rank-mine = 你排第 <b>{ $rank }</b> 名 · 累計 { $total }
rank-none-yet = 還沒有排名：第一個交易日收市後公佈。
rank-formula-composite = 綜合分 = 收益率百分位 − { $drawdown } × 最大回撤（%）− { $concentration } × 集中度（%），括號裡是各項
rank-formula-return = 按累計收益率排名
rank-around = 我前後幾名
rank-top = 前 { $count } 名
rank-row = { $rank }. { $who } · { $total } · { $score }
rank-row-me = <b>{ $rank }. { $who } · { $total } · { $score } ← 你</b>
rank-score-composite = { $score } 分（{ $percentile } − { $drawdown } − { $concentration }）
rank-score-return = 回撤 { $drawdown } · 集中度 { $concentration }
rank-luck = 如果只憑運氣，名次多半會落在第 { $first } 到第 { $last } 名之間。
rank-none = 你的帳戶不參與排名，成績只給你自己參考：
rank-not-yet = 你還沒有名次：報名後第一個交易日收市就有。
rank-foot = 模擬成績不代表真實收益 · 每日校驗碼 <code>{ $head }</code>
rank-foot-unsealed = 模擬成績不代表真實收益
button-rank-full = 在私聊裡看完整排名
button-rank-picture = 看圖片版
rank-caption = { $title } · 模擬賽排名 · { $day }收市

## 行情

quote-usage = 請寫上要查的股票，如 /quote 600519、/quote 貴州茅臺。
quote-head = <b>{ $what }</b> { $last } { $change }
quote-head-simulated = <b>{ $what }</b>（模擬行情）{ $last } { $change }
quote-range = 開 { $open } · 高 { $high } · 低 { $low } · 昨收 { $previous }
quote-previous = 昨收 { $previous }
quote-limits = 漲停 { $upper } · 跌停 { $lower }
quote-source = { $at } · 來源 { $source }
quote-source-delayed = { $at } · 來源 { $source } · 延遲約 { $minutes } 分鐘
quote-disclaimer = 只作資訊分享，不構成投資建議
quote-halted = { $what } 今天停牌，沒有成交價。
quote-none = 暫時取不到 { $what } 的行情，請過幾分鐘再試。
button-quote-watch = 關注
button-quote-unwatch = 取消關注
button-quote-refresh = 重新整理

## 關注

watch-head = <b>我的關注</b>（{ $count } / { $most }）
watch-row = { $what } { $last } { $change }
watch-row-bare = { $what }
watch-empty = 還沒有關注。發送 /watch 600519 或 /watch 貴州茅臺 就能新增。
watch-how = 新增：/watch 加代碼或名稱。點下面的按鈕取消。
watch-added = ✅ 已關注 { $what }。
watch-already = 已經關注過 { $what } 了。
watch-removed = 已取消關注 { $what }。
watch-time = 行情 { $at } · 來源 { $source } · 只作資訊分享，不構成投資建議
button-watch-remove = 取消 { $what }
error-watch-full = 最多關注 { $most } 只，已經滿了。先取消一檔，再新增。
