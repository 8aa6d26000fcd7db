# Checking in, the question of the day, the repair of a missed day.

checkin-done-trading = ✅ 签到成功 · 连续第 { $streak } 个交易日
checkin-done-resting =
    { $streak ->
        [0] ✅ 签到成功 · 今天休市，连续签到从下个交易日算起
       *[other] ✅ 签到成功 · 今天休市，连续 { $streak } 个交易日不变
    }
checkin-done-unknown =
    { $streak ->
        [0] ✅ 签到成功 · 交易日历还没更新到今天，这次不计入连续
       *[other] ✅ 签到成功 · 交易日历还没更新到今天，连续 { $streak } 个交易日先保留
    }

checkin-earned = 积分 +{ $points }，答对今日一题再得 +{ $right }
checkin-earned-all = 积分 +{ $points }
checkin-earned-short =
    { $points ->
        [0] 今天的积分已经领满
       *[other] 积分 +{ $points }（今天的积分领满了）
    }
checkin-balance = 余额 { $balance } · Lv.{ $level }，距 Lv.{ $next } 还差 { $missing }
checkin-balance-top = 余额 { $balance } · Lv.{ $level }，已是最高等级
checkin-earned-and-wallet = { $earned } · { $wallet }
checkin-milestone = 连续满 { $streak } 个交易日，奖励 +{ $points } 已经算在里面
checkin-freeze-held = 又坚持了 10 个交易日，手里有 { $held } 张补签卡（最多 { $most } 张），漏签时自动用上

checkin-already = 今天已经签到了（{ $at }）。下一次：{ $when ->
        [today] 今天
       *[tomorrow] 明天
    } { $next } 以后。

checkin-question-daily = 今日一题：{ $text }
checkin-question-repair = 补签题：{ $text }
checkin-question-second-repair = 补签题（第二题）：{ $text }
checkin-option = { $text }
checkin-answer-right = 答对了：{ $right }
checkin-answer-wrong = 选的是「{ $chosen }」，正确答案是「{ $right }」
checkin-explanation = { $text }

checkin-note-right =
    { $points ->
        [0] 答对了
       *[other] 答对了，积分 +{ $points }
    }
checkin-note-wrong =
    { $points ->
        [0] 这次没答对，解释在消息里
       *[other] 这次没答对，看看解释也有收获：积分 +{ $points }
    }
checkin-note-again = 这题已经答过了，以第一次的选择为准。
checkin-note-repaired = 答对了，连续签到接上了
checkin-note-not-repaired = 这次没答对，解释在消息里

checkin-repair-offer = { $day }漏签了：今天答对一题，之前的连续 { $streak } 个交易日就能接上
checkin-repair-offer-second = 知识闯关已经过关，{ $day }的补签还能再答一题，答对就接上之前的连续 { $streak } 个交易日
checkin-repair-head = 答题补签 · { $day }
checkin-repair-rule = 答对就接上之前的连续 { $streak } 个交易日。只有一次机会，{ $until } 前有效。
checkin-repaired = ✅ 补签成功 · 连续 { $streak } 个交易日
checkin-not-repaired-yet = 这题没答对，还有一次机会。
checkin-not-repaired =
    { $streak ->
        [0] 这次没补上，没关系，下个交易日重新开始。最长纪录一直留着。
       *[other] 这次没补上，没关系，现在是连续第 { $streak } 个交易日。最长纪录一直留着。
    }
button-repair = 答题补签

checkin-freeze-used = { $day }没有签到，已自动用掉 1 张补签卡，连续 { $streak } 个交易日保住了。还剩 { $left } 张。
checkin-freeze-used-two = { $first }和{ $last }没有签到，已自动用掉 2 张补签卡，连续 { $streak } 个交易日保住了。还剩 { $left } 张。
checkin-freeze-not-enough = 前几个交易日没有签到，{ $used } 张补签卡都用上了，还是差一点，连续 { $streak } 个交易日到此为止。最长纪录一直留着，连续满 10 个交易日又会得到一张补签卡。

help-checkin = 签到领积分，顺便答一道投资小题

error-question-not-yours = 这道题是出给别人的。发一句「签到」，领自己的一题。
error-question-not-put = 这道题已经更新了。再发一次「签到」，就能拿到新题。
error-question-expired =
    { $purpose ->
        [repair] 补签的时间过了：漏签那天结束后的 24 小时内有效。
       *[daily] 这道题只在当天有效。发一句「签到」，看今天的题。
    }
error-repair-nothing = 没有需要补签的日子。
error-repair-too-late = { $day }补不了了：漏签那天结束后的 24 小时内才能补签。
error-repair-tried = { $day }的补签机会已经用完了。知识闯关（/quiz）过了关，以后补签能多答一题。
error-unknown-question = 找不到题目「{ $question }」。
