# 三份簡報：早報、午報、晚報

help-brief = 看最近一份簡報；/brief 早、/brief 午、/brief 晚 看指定的一份
risk-disclosure = 市場有風險，以上為資訊分享，不構成投資建議
list-comma = 、

# —— 簡報裡的詞 ——
brief-slot-morning = 早報
brief-slot-noon = 午報
brief-slot-evening = 晚報
brief-tier-newbie = 新手
brief-tier-advanced = 進階
brief-tier-vip = 高淨值
brief-tiers-1 = { $tier1 }
brief-tiers-2 = { $tier1 }、{ $tier2 }
brief-tiers-3 = { $tier1 }、{ $tier2 }、{ $tier3 }
brief-simulated = 模擬行情
brief-foot = 數據截至 { $time }{ $delay } · 來源 { $sources }
brief-foot-delay = （延遲約 { $minutes } 分鐘）
brief-market-overseas = 美股
brief-market-mainland = A 股
brief-market-dated = { $market } · { $day }
brief-market-hong-kong = 港股
brief-kicker-morning = 早報 · { $day }
brief-kicker-noon = 午報 · { $day }
brief-kicker-evening = 晚報 · { $day }
brief-finding = { $market ->
    [overseas] 美股主要指數
    [hong-kong] 港股主要指數
   *[mainland] A 股主要指數
    }{ $shape ->
    [up] 全線上漲
    [down] 全線下跌
    [mixed] 漲跌互現
   *[level] 基本持平
    }
button-sources = 數據來源

index-sh000001 = 上證指數
index-sz399001 = 深證成指
index-sz399006 = 創業板指
index-hkHSI = 恒生指數
index-usDJI = 道瓊斯
index-usIXIC = 納斯達克
index-usINX = 標普500
index-simsh000001 = 模擬綜指
index-simsz000002 = 模擬成長指數
index-simsz000003 = 模擬小盤指數
index-simhk000001 = 模擬港區指數
index-simus000001 = 模擬海外甲
index-simus000002 = 模擬海外乙
index-simus000003 = 模擬海外丙
source-tencent = 騰訊行情
source-sina = 新浪行情
source-eastmoney = 東方財富行情
source-yahoo = 雅虎行情
source-rehearsal = 模擬行情
source-desk = 行情

# —— 成員看到的 ——
brief-shown = { $text }
brief-shown-earlier = 〔{ $day }的{ $brief }，不是今天的〕
    { $text }
brief-none = 這裡還沒有發過{ $brief }。{ $next }
brief-any = 簡報
brief-next = 下一份是{ $brief }，{ $at }發出。
brief-next-unknown = 下一份的時間等交易日曆確定後告訴大家。
brief-where = 最近一份：{ $day }的{ $brief }，{ $time } 發出。
brief-where-private = 在和我的私訊裡發 /brief，可以隨時再看一遍。
button-brief-open = 跳到這份{ $brief }
brief-sources = { $lines }
brief-sources-line = { $market }：{ $source }，截至 { $at }
brief-sources-news = 要聞：{ $names }
brief-sources-gone = 這份簡報的數據來源已經查不到了

# —— 營運看到的 ——
brief-preview = 〔預覽，未發佈〕
    { $text }
brief-preview-report = 預覽：{ $day } { $brief } · { $tier }。沒有發佈，也沒有記錄。
brief-preview-complete = 內容完整，沒有缺項。
brief-preview-dropped = 沒有寫進去的（{ $count } 項）：
    { $lines }
brief-preview-blocked = 合規未通過（{ $count } 處），照此發佈的話會改發上面的僅數據版：
    { $lines }
brief-preview-nothing = 預覽：{ $day } { $brief } · { $tier }。現在寫不出來：{ $reason }
brief-confirm = 將把{ $day }的{ $brief }發到 { $count } 個群：{ $groups }
    發出後不能收回。
brief-confirm-more = { $names } 等
button-brief-post = 發到 { $count } 個群
brief-posted = { $brief }已排隊發往 { $count } 個群。
brief-not-posted = { $brief }沒有發出：{ $reason }

brief-section-headlines = 要聞
brief-dropped-line = · { $what }：{ $reason }{ $source ->
    [none] {""}
   *[other] （{ $source }）
    }
brief-dropped-more = · 還有 { $count } 項
brief-finding-line = { $number }. 「{ $excerpt }」 { $rule }：{ $reason } → { $suggestion }
brief-outcome-data-only = 已改發僅數據版，沒有要聞和文字。
brief-outcome-nothing = 僅數據版同樣未通過，這一份沒有發。
brief-skip-late = 已過 { $until }，再發會誤導，所以沒有發。
brief-skip-no-data = 一條可用的行情都沒有。{ $until } 前會每分鐘再試，行情恢復就補發。
brief-no-data-now = 現在一條可用的行情都沒有。
brief-skip-blocked = 合規未通過。
brief-skip-not-approved = 等到 { $until } 沒有人確認發佈。

alert-brief-dropped = { $day } { $brief }有 { $count } 項沒寫進去：
    { $lines }
alert-brief-blocked = { $day } { $brief } · { $tier } 未通過（{ $count } 處）
    { $lines }
    { $outcome }

    原文：
    { $text }
alert-brief-skipped = { $day } { $brief }（{ $tiers }）沒有發：{ $reason }
alert-brief-uncovered = 不知道 { $exchange } 在{ $day }是否交易：交易日曆沒有這一天，今天的簡報先不發。請用 /calendar 補上當年的休市安排。

drop-unreachable = 連不上
drop-timed-out = 超時
drop-bad-status = 回傳了錯誤狀態
drop-too-large = 回傳內容過大
drop-not-allowed = 網址不在允許範圍
drop-backing-off = 剛失敗過，稍後再試
drop-not-asked = 一次問得太多，這次沒問
drop-blocked = 回傳的是攔截頁面
drop-malformed = 內容讀不懂
drop-empty = 回傳為空
drop-unknown-symbol = 沒有這個代號
drop-cut-row = 數據不完整
drop-halted = 停牌
drop-missing = 沒有數據
drop-zero = 價格為零
drop-no-previous-close = 沒有昨收價
drop-stale = 數據過期
drop-future = 時間在未來
drop-outside-limits = 超出漲跌停範圍
drop-calendar-uncovered = 交易日曆沒有這一天
drop-corporate-action = 各來源的昨收價不同，可能有除權除息
drop-disagree = 各來源的現價不一致
drop-market-closed = 當天休市
drop-not-open-yet = 還沒開市
drop-no-night-session = 隔夜沒有交易
drop-unsettled = 還不是收盤數據
drop-no-field = 缺少字段
drop-no-headlines = 沒有新的要聞
drop-too-long = 篇幅不夠，放不下

error-brief-arguments = 沒看懂「{ $received }」。可以這樣寫：
    /brief preview 早 新手（預覽，只給營運看）
    /brief now 午 全部（發佈，會再確認一次）
    /brief note 內容（給今天下一份加一行編輯部提示）
    /brief event 2026-11-25 10:00 內容（記入日程）
    時段：早、午、晚；層級：新手、進階、高淨值，發佈時還可以寫全部。
error-brief-too-late = { $brief }要在 { $until } 前發，過了會誤導讀者，今天不能再發了。
error-brief-too-early = { $brief }最早 { $start } 發佈，現在的數據還不完整。
error-brief-no-trading = { $day }不是交易日，沒有簡報可發。
error-brief-no-groups = 還沒有群綁定到這個層級。先在群裡用 /bind 綁定。
error-brief-already-sent = { $day }的{ $brief }已經發過了（{ $count } 個群），不會重複發。
error-brief-wrong-place = 沒發佈的簡報只在營運群或私訊裡看。請到那邊再發一次這條指令。
error-brief-outdated = 這個按鈕是{ $day }的，已經失效。請重新用 /brief now 發起。
