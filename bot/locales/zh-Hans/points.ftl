# 积分、等级、排行，以及运营的发放与扣除。

help-me = 我的名片：等级、连续签到、积分
help-points = 积分明细
help-top = 积分排行，先看自己前后几名
help-levels = 等级表：每一级多少分，有什么权益
help-grant = 发放积分：回复某人，/grant 数量 原因
help-deduct = 扣除积分：回复某人，/deduct 数量 原因
start-top = 想看完整排行？发送 /top，先看自己前后几名，再看前十名。

tier-none = 还没加入社群的群
tier-newbie = 新手群
tier-advanced = 进阶群
tier-vip = 高净值群

## 名片

profile-head = <b>{ $name }</b> · { $tier }
profile-level = Lv.{ $level } { $title } { $bar } 距 Lv.{ $next } 还差 { $missing }
profile-level-top = Lv.{ $level } { $title } · 已是最高一级
profile-next = 升到 Lv.{ $next } 后：{ $privilege }。签到和答题都能让你更近一步
profile-all-privileges = 全部权益都已拥有
profile-streak = 连续签到 { $streak } 个交易日 · 补签卡 { $freezes } 张
profile-no-streak = 还没有连续签到，打「签到」就能开始 · 补签卡 { $freezes } 张
profile-balance = 余额 { $balance } · 累计获得 { $lifetime }
button-card = 看图片版
card-caption = { $name } 的名片
card-nameless = 社群成员
card-level = Lv.{ $level } { $title }
card-progress = 距 Lv.{ $next } 还差 { $missing } 分
card-progress-top = 已是最高一级
card-streak = 连续签到
card-trading-days =
    { $count ->
       *[other] 个交易日
    }
card-balance = 余额
card-lifetime = 累计获得
card-points =
    { $count ->
       *[other] 分
    }
card-next = 升到 Lv.{ $next } 后
card-foot = 积分只奖励参与和学习，与真实交易无关

## 明细

points-head = <b>积分明细</b> · 余额 { $balance } · 累计获得 { $lifetime }
points-empty = 还没有积分。打「签到」得到第一笔，再答对今日一题，得到的更多。
points-plus = +{ $amount }
points-minus = −{ $amount }
points-entry = { $day } <b>{ $amount }</b> { $what }
points-entry-note = { $day } <b>{ $amount }</b> { $what }：{ $note }
points-page = 第 { $page } / { $pages } 页
points-sent-privately = 已私聊发给你。
points-in-private = 这些内容在私聊里看，免得刷屏。先点下面打开私聊，再发一次命令。
button-newer = ◀ 更近
button-older = 更早 ▶
reason-check-in = 签到
reason-daily-question = 今日一题
reason-streak-milestone = 连续签到奖励
reason-grant = 运营发放
reason-deduction = 运营扣除
reason-correction = 更正
reason-contest-prize = 模拟赛奖励
reason-peer-answer = 回答被采纳
reason-late-answer = 回复超时致歉

## 排行

board-head-week = <b>本周排行</b> · { $start }起 · 共 { $count } 人有积分
board-head-season = <b>本季排行</b> · { $season } · 共 { $count } 人有积分
board-head-all = <b>累计排行</b> · 共 { $count } 人有积分
board-around = 我前后几名
board-top = 前 { $count } 名
board-row = { $rank }. { $who } · { $points }
board-row-me = <b>{ $rank }. { $who } · { $points } ← 你</b>
board-who = { $name }
board-who-titled = { $name }（{ $title }）
board-leader = 第一名：{ $who } · { $points }
board-empty = 这段时间还没有人得到积分。
board-not-yet = 你这段时间还没有积分，打「签到」就会出现在这里。
board-staff = 工作人员不参与排行。
board-hidden = 你已隐藏：这一行只有你自己看得到。
board-hidden-in-group = 你已隐藏，名次只在私聊里给你看。
button-board-week = 本周
button-board-season = 本季
button-board-all = 累计
button-here = · { $label } ·
button-board-full = 在私聊里看完整排行

## 等级

levels-head = <b>等级表</b> · 你累计获得 { $lifetime } 分
level-line = Lv.{ $level } { $title } · { $start } 分起 · { $privilege }
level-line-here = <b>Lv.{ $level } { $title } · { $start } 分起 · { $privilege } ← 你在这里</b>
levels-foot = 等级只看累计获得的积分，花掉不会降级。权益都与投资服务无关。
level-title-1 = 种子
level-title-2 = 萌芽
level-title-3 = 新叶
level-title-4 = 分枝
level-title-5 = 小树
level-title-6 = 花开
level-title-7 = 成荫
level-title-8 = 乔木
level-title-9 = 成林
level-title-10 = 长青
privilege-later = { $privilege }（稍后开放）
privilege-start = 签到、答今日一题
privilege-title-on-board = 排行上显示称号
privilege-card-frame = 名片边框
privilege-more-questions = 每天多答一题
privilege-choose-topics = 自选题目的主题
privilege-contest-first = 优先收到模拟赛邀请
privilege-ask-more = 每周多提一个问题
privilege-own-question = 投稿今日一题，署上名字
privilege-second-frame = 第二款名片边框
privilege-wall = 名字登上社群荣誉页

level-up = 升到 Lv.{ $level } { $title } 了。从现在起：{ $privilege }。完整等级表见 /levels。
level-up-later = 升到 Lv.{ $level } { $title } 了。这一级的权益是{ $privilege }，开放后会为你留着。完整等级表见 /levels。

## 发放与扣除

grant-done = ✅ 已给 { $name } 发放 { $amount } 分，现在余额 { $balance }。
deduct-done = ✅ 已从 { $name } 扣除 { $amount } 分，现在余额 { $balance }。
grant-waits = 给 { $name } 发放 { $amount } 分超出你今天的额度（已用 { $used } / { $cap }），已请另一位运营确认，24 小时内有效。
deduct-waits = 从 { $name } 扣除 { $amount } 分超出你今天的额度（已用 { $used } / { $cap }），已请另一位运营确认，24 小时内有效。
pending-grant =
    <b>待第二人确认：发放 { $amount } 分给 { $name }</b>（{ $id }）
    原因：{ $reason }
    申请人：{ $asker }，今天的额度已用 { $used } / { $cap }
    { $hours } 小时内不处理就作废。申请人和收到积分的人都不能确认。
pending-deduct =
    <b>待第二人确认：从 { $name } 扣除 { $amount } 分</b>（{ $id }）
    原因：{ $reason }
    申请人：{ $asker }，今天的额度已用 { $used } / { $cap }
    { $hours } 小时内不处理就作废。申请人和被扣分的人都不能确认。
button-confirm-grant = 确认发放 { $amount } 分给 { $name }
button-confirm-deduct = 确认从 { $name } 扣除 { $amount } 分
button-reject-movement = 驳回
pending-what-grant =
    <b>发放 { $amount } 分给 { $name }</b>
    原因：{ $reason }
pending-what-deduct =
    <b>从 { $name } 扣除 { $amount } 分</b>
    原因：{ $reason }
pending-confirmed = ✅ { $who } 于 { $at } 确认，现在余额 { $balance }。
pending-rejected = 已由 { $who } 于 { $at } 驳回，没有改动。
receipt-lines = { $lines }
receipt-grant = 运营给你发放了 { $amount } 积分，原因：{ $reason }。现在余额 { $balance }，明细见 /points。
receipt-grant-bare = 运营给你发放了 { $amount } 积分。现在余额 { $balance }，明细见 /points。
receipt-deduct = 运营扣除了你 { $amount } 积分，原因：{ $reason }。现在余额 { $balance }，有疑问请直接问运营。
receipt-deduct-bare = 运营扣除了你 { $amount } 积分。现在余额 { $balance }，有疑问请直接问运营。

## 拒绝

error-not-enough-points = 余额只有 { $balance } 分，扣不了 { $wanted } 分。最多可以扣 { $balance } 分。
error-wrong-direction = 这笔积分的方向不对，没有改动。
error-ledger-key-taken = 这笔积分已经记在别人名下，没有改动。
error-grant-usage = 还差数量和原因。请回复对方的消息发送 /{ $command } 50 分享读书笔记，或写 /{ $command } @用户名 50 分享读书笔记。
error-bot-recipient = 机器人、频道和匿名管理员没有积分账户。请回复成员本人的消息，或写上 @用户名。
error-own-points = 不能给自己发放或扣除积分。需要的话，请另一位运营来做。
error-reason-length = 原因要写 { $least } 到 { $most } 个字，现在是 { $length } 个字。写在数量后面，如：50 分享读书笔记。
error-amount-range = 一次可以是 { $least } 到 { $most } 分，收到的是 { $amount }。
error-second-operator = 这笔要由另一位运营确认：申请人和当事人都不能确认。
error-pending-decided =
    { $outcome ->
        [confirmed] { $who } 已经确认过了，没有重复改动。
       *[rejected] { $who } 已经驳回了，没有改动。
    }
error-pending-expired = 已经超过 { $hours } 小时，这笔作废了。仍然需要的话，请重新申请。
error-pending-unknown = 找不到这笔待确认的积分，请重新申请。
error-not-yours = 这是别人的按钮。要看自己的，请自己发一次命令。
error-invalid-economy = 文件 { $file } 里的 { $key } 不对：收到 { $received }，允许：{ $allowed }
error-not-a-number = 「{ $received }」不是数量。请写整数，如 50、1,200 或 一百二十。
error-signed-number = 数量不带正负号，收到的是「{ $received }」。要减少请用 /deduct。
error-decimal-number = 积分没有小数，收到的是「{ $received }」。请写整数，如 50。
error-exponent-number = 「{ $received }」这种写法容易看错，请把数字写全，如 50。
error-number-too-large = 「{ $received }」太大了，一次最多 { $most }。

alert-points-differ = 积分对账不平：{ $count } 处。第一处：{ $first }
    运行 bell audit points 查看全部。
