# 简报里写什么：版块、市场状态、内容分层、词语解释、群提问、自选早报

brief-section-overseas = 隔夜美股
brief-section-mainland = A 股
brief-section-hong-kong = 港股
brief-section-calendar = 今天的日历
brief-section-tomorrow = 下一个交易日
brief-section-breadth = 涨跌家数
brief-section-sectors = 行业
brief-section-notes = 看点
brief-section-depth = 深度数据
brief-section-watch = 今天留意
brief-section-plainly = 大白话
brief-section-education = 风险教育
brief-section-term = 今日一词
brief-section-quiz = 题目揭晓
brief-section-contest = 模拟赛
brief-section-question = 群提问
brief-section-head = 标题

drop-unbound = 有数字没有绑定行情
drop-implausible = 数值不合常理
drop-too-few = 数据不全，排不出先后
drop-mixed = 模拟数据不和真实行情放在一起
drop-brevity = 为了短，让给了前面的内容

# —— 运营看到的 ——
brief-layers = 内容占比（按字数）：基础 { $basic }%、分析 { $analysis }%、个人 { $personal }%；目标 { $basic-target } / { $analysis-target } / { $personal-target }
brief-layers-none = 内容占比：还没有可以统计的简报
brief-regime-calm = 市场状态：平稳
brief-regime-volatile = 市场状态：波动大，机会类版块已换成风险教育。依据：
    { $reasons }
brief-regime-index_move = · { $what }涨跌 { $value }%，达到 { $threshold }%
brief-regime-overseas_move = · 隔夜{ $what }涨跌 { $value }%，达到 { $threshold }%
brief-regime-amplitude = · { $what }振幅 { $value }%，达到 { $threshold }%
brief-regime-fell_share = · 下跌家数占 { $value }%，达到 { $threshold }%
brief-regime-limit_down = · 跌停 { $value } 家，达到 { $threshold } 家
brief-poll-line = 随午报发出的群提问：{ $question }

# —— 词语解释 ——
button-term = { $word }是什么？
term-note = { $word }：{ $more } 例：{ $example }
term-note-short = { $word }：{ $more }
term-gone = 这个词暂时查不到了

# —— 自选早报 ——
watch-brief-head = ☀️ { $day } · 您的自选{ $simulated ->
    [true] 〔模拟行情〕
   *[false] {""}
    }
watch-brief-line = { $name } { $price } { $move }{ $range }
watch-brief-range = ，区间 { $low }–{ $high }
watch-brief-missing = 暂时没有可用行情：{ $names }
watch-brief-more = 其余的没有列出，发 /watch 查看全部。
button-watch-brief-on = 开启自选早报
button-watch-brief-off = 关闭自选早报
watch-brief-turned-on = 已开启。下一个交易日早上起，自选行情会私信给您。
watch-brief-turned-off = 已关闭，不再私信自选行情。
error-watch-brief-vip = 自选早报目前提供给高净值群的成员。

# 图上的词
brief-picture-breadth = 涨跌家数
brief-picture-limits = 涨停 { $up } · 跌停 { $down }
brief-picture-rose = ▲ 上涨 { $count }
brief-picture-level = 平 { $count }
brief-picture-fell = ▼ 下跌 { $count }
brief-picture-rising = 涨幅居前的行业
brief-picture-falling = 跌幅居前的行业

sector-simsector01 = 模拟银行
sector-simsector02 = 模拟券商
sector-simsector03 = 模拟医药
sector-simsector04 = 模拟食品饮料
sector-simsector05 = 模拟电子
sector-simsector06 = 模拟软件
sector-simsector07 = 模拟汽车
sector-simsector08 = 模拟电力设备
sector-simsector09 = 模拟有色金属
sector-simsector10 = 模拟煤炭
sector-simsector11 = 模拟房地产
sector-simsector12 = 模拟交通运输
