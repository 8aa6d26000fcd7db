# 模擬賽的每個交易日：收市榜，給營運的提醒

# —— 收市榜，發在群裡 ——
contest-post =
    🏁 <b>{ $title }</b> · { $kind ->
        [final] 模擬終榜
       *[daily] 模擬收市榜，第 { $number } 個交易日
    }
    { $lines }
    { $people ->
        [1] 1 人參賽，收益 { $median }
       *[other] { $count } 人參賽，收益中位數 { $median }
    }
    記錄校驗碼 { $head } · 自己的名次發 /rank
contest-post-line = { $rank }. { $name } { $change }{ $score ->
        [none] {""}
       *[other] {" "}· 綜合分 { $score }
    }

# —— 給營運的提醒 ——
alert-contest-frozen =
    ⚠️ 模擬賽「{ $title }」：{ $name } { $symbol } 的參考價對不上，已暫停它的模擬買賣。
    我們推算 { $expected }，行情給出 { $received }，差出一個價位以上，也沒有登記過派息送股。
    只是價格變化：點下面的按鈕。
    有除權除息：按公告填好數字再發送 /contest release { $number } { $code } cash=… ratio=… pay=…（每股派現、每股送轉、派息日，沒有的去掉）。
button-contest-release = 按 { $received } 恢復買賣
alert-contest-skipped =
    ⚠️ 模擬賽「{ $title }」有 { $count } 個交易日沒有進行：{ $first }到{ $last }。機械人當時沒有運行，那幾天的行情已經取不到。
    等著成交的模擬委託沒有過期，會等下一次集合競價。
alert-contest-closed-late =
    ⚠️ 模擬賽「{ $title }」{ $day }收市時有 { $count } 隻股票沒有取到收市價，按各自上一次的價格估值。
alert-contest-auction-incomplete =
    ⚠️ 模擬賽「{ $title }」{ $day }的集合競價等了一個小時，仍有 { $count } 隻股票沒有價格：{ $symbols }。它們的模擬委託這次沒有成交。
alert-contest-feeds-disagree =
    ⚠️ 模擬賽「{ $title }」{ $day }有 { $count } 隻股票，兩個行情源對不上（開市/最新/昨收）：{ $details }。
    先不按它們成交，也不按它們估值，每分鐘再核對一次；一個小時後仍對不上，就沿用上一次的價格。
alert-contest-uncovered =
    ⚠️ 模擬賽「{ $title }」停在{ $day }：交易日曆裡沒有 { $exchange } 的這一天，不知道是否開市，也不會去猜。請用 /calendar 補上當年的休市安排，補上後自動繼續。
alert-contest-not-started =
    ⚠️ 模擬賽「{ $title }」沒有開賽：開始日是{ $day }，但結束日也已經過去。請改日期，或取消後複製一場新的。
alert-contest-board-blocked =
    ⚠️ 模擬賽「{ $title }」{ $day }的收市榜沒有通過合規檢查，沒有發到群裡。請檢查模擬賽的名稱。

error-contest-not-frozen = 模擬賽裡的 { $symbol } 現在沒有暫停買賣，不用恢復。
error-contest-action-invalid = { $symbol } 的公司行動不成立：每股派息 { $cash }，每股送轉 { $ratio }。派息不能是負數，送轉要大於 -1，兩樣至少有一樣不是 0。
error-contest-action-day = { $day }休市，不能作為除權日。最近的交易日是{ $before }和{ $after }。
error-contest-action-pay-day = 派息日{ $day }早於除權日{ $ex_day }。派息日可以是除權日當天或以後。
error-contest-release-price = 參考價 { $received } 不能用：要大於 0，並且是最小變動價位 { $tick } 的整數倍。
error-contest-no-board = 模擬賽「{ $title }」還沒有收市榜，第一個交易日收市後就有。
