# 模擬賽的營運一側：規則檢查、開賽到結束、作廢與更正、發獎。

## 規則裡的問題

contest-problem-starts-in-past = 開始日 { $day } 已經過去。今天是 { $today }，最早可以從今天開始。
contest-problem-ends-before-start = 結束日 { $day } 早於開始日 { $first }。結束日可以是 { $first } 或更晚。
contest-problem-too-long = 賽程共 { $days } 天，太長了。最長可以是 { $most } 天。
contest-problem-late-entry = 報名截止日 { $day } 不在賽程內。可以是 { $first } 到 { $last } 之間的一天。
contest-problem-uncovered = 交易日曆還沒有 { $day }：只知道到 { $until }。請換一天，或先用 /calendar 錄入新一年的休市表。
contest-problem-no-trading = { $day } 休市。最近的交易日是 { $before } 和 { $after }。
contest-problem-capital = 模擬本金是 { $received }，可以是 { $least } 到 { $most }，最多兩位小數。
contest-problem-cap = 單一標的上限是 { $received }%，可以是 { $least }% 到 { $most }%。
contest-problem-floor = 最低股價是 { $received }，可以是 0 到 { $most }；0 表示不限。
contest-problem-volume-share = 成交量佔比是 { $received }%，可以是 { $least }% 到 { $most }%。
contest-problem-volume-needs-live = 成交量佔比只用於「盤中實時」撮合。請改用盤中實時，或把佔比設為不限。
contest-problem-board = 板塊「{ $board }」不屬於這個市場。請在板塊裡取消它。
contest-problem-no-board = 還沒有選板塊，至少要有一個。
contest-problem-symbol = 「{ $symbol }」不是可以在模擬賽裡買賣的股票代碼。請寫成 sh600519、00700.HK 或 AAPL 這樣。
contest-problem-symbol-board = 「{ $symbol }」不在所選的板塊裡。請去掉它，或加上它的板塊。
contest-problem-too-many-symbols = 指定了 { $count } 只標的，最多 { $most } 只。不想逐只指定，就留空，表示板塊內全部。
contest-problem-no-tier = 還沒有選可以參加的層級，至少要有一個。

## 拒絕

error-contest-state =
    { $state ->
        [draft] 「{ $title }」還是草稿，現在不能這樣做。請先公佈報名。
        [open] 「{ $title }」正在報名，還沒有開賽，現在不能這樣做。
        [running] 「{ $title }」正在進行，現在不能這樣做。
        [paused] 「{ $title }」已暫停，現在不能這樣做。請先恢復。
        [finished] 「{ $title }」已經結束，不能再這樣做。
       *[cancelled] 「{ $title }」已經取消，不能再這樣做。
    }
error-contest-rules =
    規則還有幾處要改：
    { $problems }
error-contest-rules-fixed = 「{ $title }」開賽時規則已經固定，現在只能改名稱。個別帳戶算錯了，可以用 /contest correct 更正。
error-contest-title-length = 名稱要寫 { $least } 到 { $most } 個字，現在是 { $length } 個字。
error-contest-not-over = 「{ $title }」的最後一個交易日是 { $last }，收市後才能結束。要提前終止，請用 /contest cancel，由兩位營運確認。
error-contest-too-late = 「{ $title }」的結束日 { $last } 已經過去，不能再開賽。請改日期，或複製一場新的。
