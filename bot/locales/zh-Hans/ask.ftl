# 提问：自动答复、几选一、转给顾问、私聊继续。

help-ask = 提问：先查知识库，查不到转给顾问
ask-usage = 把问题写在后面就行，比如：/ask 科创板怎么开通
ask-usage-words = 打「提问 科创板怎么开通」也可以。
ask-too-long = 问题有 { $length } 个字，最多 { $most } 个字。请挑要紧的说，其余的之后再补充。
ask-only-links = 链接打不开来看。请用文字说说想问什么。
ask-only-text = 语音和图片这里看不了，请打字提问。

## 自动答复

ask-title = <b>{ $title }</b>
ask-body = { $text }
ask-source = 来源：{ $source }
ask-source-as-of = 来源：{ $source } · 截至 { $day }
ask-as-of = 截至 { $day }
ask-risks = { $one } { $two }
ask-was-it = 是想问这个吗？
ask-automatic = 🤖 以下由语言模型根据知识库自动整理，方括号里是依据：
ask-sources = 依据：{ $titles }
ask-choice =
    { $count ->
        [1] 最接近的是这一条，点开看看是不是：
       *[other] 有几条相近的，想问的是哪一条？
    }
ask-button-title = { $title }
ask-button-yes = 是，解决了
ask-button-no = 不是
ask-button-human = 转给顾问
ask-button-none = 都不是，转给顾问
ask-button-whole = 看全文
ask-unsure = 这个问题知识库里没有把握答准的内容，不乱答。
ask-unsure-how = 可以换个说法再问，也可以转给顾问。

## 私聊继续

ask-go-private = 这里面有个人资料，不适合在群里说。点下面到私聊继续，问题已经记下，个人资料已遮住。
ask-go-private-own = 这要看个人的账户。点下面到私聊继续，问题已经记下。
ask-removed = 群里的原消息正在撤下。
ask-button-private = 到私聊继续

## 转给顾问

ask-why-asked-for = 问题 #{ $case } 转给顾问了。
ask-why-advice = 买卖、走势这类问题，机器人不给意见。问题 #{ $case } 已转给有执业资格的顾问。
ask-why-unlicensed = 买卖、走势这类问题，只有有执业资格的顾问能答，机器人不给意见。
ask-why-private = 这要看个人的账户，机器人答不了。问题 #{ $case } 已转给顾问，只有顾问看得到。
ask-why-reopened = 问题 #{ $case } 重新打开，转给顾问了。
ask-why-standing = 问题 #{ $case } 在等顾问回复。
ask-promise-today = 最晚今天 { $at } 回复。
ask-promise-day = 最晚{ $at } 回复。
ask-promise-late = 答应 { $at } 前回复，现在已经晚了，抱歉。已经在催。
ask-promise-none = 顾问看到后就回复。
ask-promise-unlicensed = 眼下没有这样的顾问在岗，问题 #{ $case } 已记下，有人接手就告诉你几点回复。
ask-promise-stopped = 眼下有突发情况，暂时说不准时间；恢复后按顺序回复。
ask-may-add = 想补充就直接回复这条。
ask-button-close = 不问了
ask-with-human = 问题 #{ $case } 已经有顾问在看，想补充就直接回复这条。
ask-added = 已补充到问题 #{ $case }，顾问看得到。
ask-open =
    { $vip ->
        [yes] 您的问题 #{ $case } 还没结束：「{ $text }」
       *[no] 你的问题 #{ $case } 还没结束：「{ $text }」
    }
ask-button-add = 补充到这个问题
ask-button-anew = 关掉它，问新的

## 结束与重开

ask-solved = 好的，问题解决了。七天之内还可以重新打开。
ask-closed = 问题 #{ $case } 已关闭。七天之内还可以重新打开。
ask-too-late = 这个问题结束超过七天了，请重新提问：/ask
ask-button-reopen = 还没解决，转给顾问

## 次数

ask-limit-burst = 问得太快了，请等一分钟再问。
ask-limit-ask = 24 小时内最多问 { $most } 个问题，{ $at } 起可以再问。
ask-limit-human = 24 小时内最多转给顾问 { $most } 次，{ $at } 起可以再转。急事请拨打客服热线。
ask-limit-reopen = 24 小时内最多重新打开 { $most } 次，{ $at } 起可以再开。
ask-limit-add = 这个问题已经补充了 { $most } 条，顾问都看得到，请等回复。
error-ask-not-yours = 这是别人的问题。想问自己的：/ask
error-ask-gone = 这个按钮已经没用了。想提问：/ask
