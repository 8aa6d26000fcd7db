# 顾问台：卡片、承诺、回答、执照、周报、互助采纳。

help-tickets = 顾问台的待答提问：/tickets，/tickets 12，/tickets 周报
help-expert = 顾问的执业登记，暂停或恢复计时：/expert
help-accept = 采纳别人的回答：回复那条消息发「采纳」

expert-name = { $name }
expert-title = 「{ $title }」
expert-comma = { $first }、{ $second }
expert-both = { $first }和{ $second }
expert-either = { $first }，或{ $second }
expert-mention = <a href="tg://user?id={ $id }">{ $name }</a>
expert-mention-username = @{ $username }
expert-nobody = 现在没有人
expert-everybody = 各位顾问
expert-somebody = 这位群友
expert-asker = 提问的朋友
expert-who = { $role } { $name }
expert-in-private = 私聊
expert-no-tier = 未分群
expert-at-today = 今天 { $at }
expert-at-day = { $day } { $at }
expert-scope =
    { $scope ->
        [advisory] 证券投资咨询
        [margin] 融资融券
        [funds] 基金
        [futures] 期货投资咨询
        [hongkong] 港股投资咨询
       *[other] { $scope }
    }
expert-topic =
    { $tag ->
        [account] 账户
        [trading] 交易规则
        [fees] 费用
        [settlement] 清算交收
        [margin] 两融
        [funds] 基金
        [listing] 新股
        [tax] 税
        [risk] 风险
        [contest] 模拟赛
        [points] 积分
        [security] 防骗
        [suitability] 适当性
        [hongkong] 港股
        [futures] 期货
        [bot] 机器人
       *[other] 其他
    }

expert-card-head = ❓ <b>{ $number } 号提问</b> · { $tier } · { $topic }
expert-card-head-advice = ❓ <b>{ $number } 号提问</b> · { $tier } · { $topic } · 涉及投资建议
expert-card-who =
    { $reopened ->
        [0] { $name } · { $where } · { $at }
       *[other] { $name } · { $where } · { $at } · 第 { $reopened } 次重开
    }
expert-card-added = ＋ 补充：{ $text }
expert-card-corrected = ＋ 更正：{ $text }
expert-card-asked-back = ↩ { $name } 反问：{ $text }
expert-card-answer = 💬 { $name }：{ $text }
expert-card-asker-left = ⚠️ 提问人已离开群，改发私聊（{ $at }）
expert-card-unreachable = ⚠️ 没能送到提问人，回答已保存（{ $at }）
expert-card-resent = ↻ 提问人回来了，已再次发送（{ $at }）
expert-card-due = ⏱ 最晚 { $due }
expert-card-due-missed = ⏱ 已超时，应在 { $due } 前
expert-card-paused = ⏸ 等提问人回复，从 { $at } 起不计时
expert-card-stopped = ⏸ 全台暂停计时
expert-card-no-due =
    { $advice ->
        [true] ⏱ 没有人能接涉及投资建议的提问，还没有承诺时间
       *[other] ⏱ 交易日历不够长，没有承诺时间
    }
expert-card-open = 待接手
expert-card-before = 上次由 { $name } 回答
expert-card-claimed = { $name } 已接手
expert-card-kept = 按时
expert-card-missed = 超时
expert-card-answered =
    { $rating ->
        [0] ✅ { $name } 已回答 · { $kept }
        [1] ✅ { $name } 已回答 · { $kept } · 👎
       *[other] ✅ { $name } 已回答 · { $kept } · 👍
    }
expert-card-solved = ✅ 提问人说已解决
expert-card-closed =
    { $reason ->
        [by-asker] 提问人已关闭
        [quiet] 久无回音，已关闭
        [superseded] 已由新的提问替代
        [merged] 已并入另一条提问
        [forgotten] 提问人要求删除
       *[other] 工作人员已关闭
    }{ $rating ->
        [0] { "" }
        [1] { " " }· 👎
       *[other] { " " }· 👍
    }
expert-card-with-bot = 机器人正在回答
expert-card-entries = 可参考：{ $titles }
expert-card-suggested = 建议：{ $experts }
expert-card-nobody =
    { $advice ->
        [true] ⚠️ 没有人可以接：需要在有效期内的 { $needs }
       *[other] ⚠️ 没有在岗的顾问
    }
expert-card-how = 回复这张卡即作答；以「？」开头是反问提问人
button-expert-claim = 接手
button-expert-release = 放回待接手
button-expert-hand = 转给同事
button-expert-back = 反问
button-expert-close = 关闭
button-expert-sure-close = 确认关闭，不作回答
button-expert-faq = 做成知识条目
button-expert-to = { $name }（手上 { $count } 件）
expert-note-claim = 已接手。
expert-note-release = 已放回。
expert-note-sure = 已关闭。
expert-note-handed = 已转交。
expert-note-entry = 已存为 { $number } 号草稿，等人审核。
expert-no-shelf = 知识库没有启用。
expert-close-ask = { $number } 号还没有人回答。关闭后会告诉提问人，对方可以重开。
expert-hand-ask = { $number } 号转给谁？
expert-back-how = 在卡片下以「？」开头回复，或到私聊里把要问的话发给我（30 分钟内）。
expert-reach =
    { $how ->
        [public] 已发到群里
        [left] 提问人已离开群，改发私聊
        [blocked] 提问人收不到私聊，回答已保存，对方回来时再发
       *[other] 已发到私聊
    }
expert-passed =
    { $missed ->
        [true] { $number } 号：{ $reach }。这次超过了承诺时间。
       *[other] { $number } 号：{ $reach }。
    }
expert-asked-back =
    { $missed ->
        [true] { $number } 号：{ $reach }。已停止计时，但承诺时间之前已过。
       *[other] { $number } 号：{ $reach }。对方回复前不计时。
    }

expert-ping-half = ⏱ { $name } { $number } 号提问时间过半，最晚{ $due }。
expert-ping-end = ⏱ { $name } { $number } 号提问快到时间了，最晚{ $due }。
expert-ping-missed = ⚠️ { $name } { $number } 号提问已超时（应在{ $due } 前）。已向提问人致歉，请尽快回答。
expert-ping-owners = ⚠️ { $name } { $number } 号提问应在 { $due } 前回答，到现在还没有人回答。
expert-ping-back = { $name } 提问人回复了，重新计时。
expert-ping-handed = { $name } { $by } 把 { $number } 号提问转给你。
expert-ping-left = ⚠️ { $name } 已不在顾问台，{ $number } 号提问放回待接手。

expert-answer = 💬 <b>{ $who }</b>
expert-text = { $text }
expert-licence = { $scope } { $number }
expert-answer-advice = 执业登记：{ $licences }
expert-answer-how = 想补充或追问，直接回复这条（问题 #{ $number }）
expert-ask-back = 💬 <b>{ $who }</b> 想先确认一下：
expert-ask-back-how = 直接回复这条即可（问题 #{ $number }），等待回复的时间不计入。
expert-new-promise =
    { $why ->
        [stop] 顾问台刚才暂停过，问题 #{ $number } 改为最晚{ $at } 回复。
        [back] 收到。问题 #{ $number } 最晚{ $at } 回复。
        [released] 问题 #{ $number } 换一位顾问来看，改为最晚{ $at } 回复。
       *[other] 问题 #{ $number } 的时间定下来了：最晚{ $at } 回复。
    }
expert-held = 顾问台临时暂停，问题 #{ $number } 要比原来答应的时间晚。恢复后会告知新的时间。
expert-sorry =
    { $answered ->
        [true] 抱歉，问题 #{ $number } 没有在答应您的时间内回复，补偿 { $points } 积分。回答已经在上面。
       *[other] 抱歉，问题 #{ $number } 没有在答应您的时间内回复，补偿 { $points } 积分。我们还在处理，有了回答会马上告诉您。
    }
expert-sorry-bare =
    { $answered ->
        [true] 抱歉，问题 #{ $number } 没有在答应您的时间内回复。回答已经在上面。
       *[other] 抱歉，问题 #{ $number } 没有在答应您的时间内回复。我们还在处理，有了回答会马上告诉您。
    }
expert-closed =
    { $why ->
        [silent] 问题 #{ $number } 等了两个交易日没有收到回复，先关闭了。想继续就回复这条。
       *[other] 问题 #{ $number } 由工作人员关闭，没有另外的回答。想继续就回复这条。
    }
button-expert-helpful = 👍 有用
button-expert-unhelpful = 👎 没帮上
expert-rated-good = 谢谢，已记下。
expert-rated-bad = 已记下。还没解决就回复这条回答，会重新打开。

expert-peer-offer = { $asker }，{ $name } 的这条回答解决了你的问题吗？
button-expert-solved = 解决了，谢谢 { $name }
expert-peer-accepted = ✅ { $name } 的回答被采纳，积分 +{ $points }
expert-peer-unpaid = ✅ { $name } 的回答被采纳（{ $why }）
expert-peer-known = { $name } 的回答之前已经采纳过了。
expert-unpaid-oneself = 自己的提问不计分
expert-unpaid-staff = 工作人员不计分
expert-unpaid-advice = 涉及投资建议的提问不计分
expert-unpaid-same-pair = 两人之间 30 天内已计过两次
expert-unpaid-daily-cap = 今天的互助积分已满

expert-queue-empty = 顾问台没有待答的提问。有人要人工回答时会出现在这里。
expert-queue-head =
    { $count ->
        [one] 待答 { $count } 件（列出 { $shown }）
       *[other] 待答 { $count } 件（列出 { $shown }）
    }
expert-line = { $number } 号 · { $tier } · { $text } · { $due } · { $who }
expert-line-open = 待接手
expert-line-due = 最晚 { $due }
expert-line-no-due = 没有承诺时间
expert-line-paused = 等提问人
expert-queue-how = 看一件：/tickets 号码
expert-report-head = <b>顾问台周报</b> { $first } 至 { $last }
expert-report-total = 承诺 { $keptOf } 次，守住 { $kept }，超时 { $missed }
expert-report-empty = 这一周没有人接手或回答提问。
expert-report-expert =
    <b>{ $name }</b> 接手 { $taken } · { $half ->
        [-1] 没有首次回答
       *[other] 首答中位 { $half } 分钟，九成 { $ninety } 分钟内
    }
    按时 { $kept }/{ $keptOf } · 👍 { $helpful }/{ $helpfulOf }（{ $ratedOf } 个回答有 { $rated } 个评价）· 重开 { $reopened }/{ $reopenedOf } · 成为知识 { $drafted }

expert-experts = <b>可以回答提问的人</b>
expert-expert-line = { $name }（手上 { $count }）：{ $licences }
expert-expert-line-none = { $name }（手上 { $count }）：没有有效的执业登记
expert-licence-until = { $scope }，至 { $year } 年{ $day }
expert-expert-usage =
    登记：/expert licence @用户名 投顾 2027-03-31 登记编号
    移除：/expert remove @用户名 投顾
    领域：/expert topics @用户名 账户 费用 高净值
    休假：/expert away @用户名 3天（自己不用写名字）；回来：/expert away @用户名 back
    故障时停表：/expert pause 原因；恢复：/expert resume
expert-licence-kept = ✅ { $name }：{ $scope }，有效至 { $year } 年{ $day }
expert-licence-removed = ✅ 已移除 { $name } 的这项登记。
expert-alert-licence =
    { $over ->
        [true] ⚠️ { $name } 的{ $scope }登记已在 { $day } 到期，不能再回答涉及投资建议的提问。
       *[other] ⚠️ { $name } 的{ $scope }登记 { $day } 到期，请续期后更新。
    }
expert-topics-kept = ✅ { $name } 接：{ $topics }
expert-topics-all = ✅ { $name } 什么提问都接
expert-away = 🌙 { $name } 不在，{ $until } 回来
expert-back = ✅ { $name } 回来了
expert-paused = ⏸ 全部承诺停止计时。恢复用 /expert resume
expert-resumed =
    { $count ->
        [one] ▶️ 恢复计时，{ $count } 位提问人会收到新的时间。
       *[other] ▶️ 恢复计时，{ $count } 位提问人会收到新的时间。
    }
expert-alert-paused = ⏸ { $name } 暂停了顾问台计时：{ $reason }
expert-alert-resumed =
    { $count ->
        [one] ▶️ { $name } 恢复了顾问台计时，{ $count } 件提问改了时间。
       *[other] ▶️ { $name } 恢复了顾问台计时，{ $count } 件提问改了时间。
    }

expert-finding = 「{ $excerpt }」{ $reason }（{ $rule }）→ { $suggestion }
error-clock-stopped = 顾问台的时钟从 { $since } 起暂停着，现在答应不了时间。恢复后会补上。
error-expert-question-unknown = 顾问台没有 { $received } 号提问。
error-expert-question-taken = { $number } 号已由 { $who } 接手。要接过来，请对方转交或放回。
error-expert-question-ended = { $number } 号提问刚刚变了，或已经结束：看最新的卡片。
error-expert-own-question = 自己的提问由别的同事来答。
error-expert-not-licensed = { $number } 号涉及投资建议，只能由持有{ $needs }且今天有效的人回答。可以回答的：{ $who }。
error-expert-not-an-expert = { $name } 不能回答提问：先由所有者用 /role 给顾问身份，并在运营群里。
error-expert-answer-blocked =
    { $number } 号的回答没有发出：
    { $findings }
    改好后再回复卡片。
error-expert-answer-empty = { $number } 号：只能转达文字，图片和文件没有发出。请用文字再回复一次。
error-expert-scope-unknown = 没有「{ $received }」这种登记。可以写：{ $allowed }。
error-expert-topic-unknown = 没有「{ $received }」这个领域。可以写：{ $allowed }，或群的名字（新手、进阶、高净值）。
error-expert-licence-malformed = 没看懂「{ $received }」。这样写：/expert licence @用户名 投顾 2027-03-31 登记编号
error-expert-absence-malformed = 没看懂「{ $received }」。写 1 到 { $most } 天：/expert away @用户名 3天；回来了：/expert away @用户名 back
error-expert-licence-over = 有效期 { $day } 已经过了，请写今天或以后的日期。
error-expert-licence-unknown = 对方没有 { $received } 这项登记。
error-expert-stop-reason = 暂停的原因要写 { $least } 到 { $most } 个字，现在是 { $length } 个字：/expert pause 交易系统故障
error-expert-stop-runs = 从 { $since } 起已经暂停着：{ $reason }
error-expert-no-stop = 计时没有暂停，不用恢复。
error-expert-accept-unfit = 要采纳一个回答，请回复那条消息发「采纳」。它得是对提问的回复。
error-expert-accept-not-yours = 只有提问人或顾问可以采纳。
error-expert-rating-not-yours = 只有提问人可以评价这个回答。
error-expert-rating-late = 回答 { $days } 天内可以评价，现在已经过了。
