# 模拟赛在成员眼里的样子：赛事、规则、报名、持仓、排名、行情、关注。

help-contest = 模拟赛：看规则、报名
help-portfolio = 我的模拟持仓和收益
help-rank = 模拟赛排名：先看我前后几名
help-quote = 查行情：/quote 600519
help-watch = 我关注的股票：/watch 600519 添加，点按钮取消
start-quote = 想查行情？发送 /quote 加代码或名称。

## 赛事列表

contests-head = <b>模拟赛</b>
contests-none = 现在没有模拟赛。有新的会在群里通知。
contests-note = 全程使用模拟资金，与真实账户无关。
contest-row = { $state }{ $title } · { $first }至{ $last } · { $count } 人{ $mine }
contest-row-mine = { " " }· 已报名
contest-state-draft = 【草稿】
contest-state-open = 【报名中】
contest-state-running = 【进行中】
contest-state-paused = 【暂停中】
contest-state-finished = 【已结束】
contest-state-cancelled = 【已取消】
contests-more = 其余 { $count } 场在私聊里看。
button-contest = { $title }
button-contest-list = 全部模拟赛
button-contest-join = 确认报名
button-contest-suitability = 先答几道适当性问题
button-contest-portfolio = 我的模拟持仓
button-contest-rank = 排名
button-contest-buy = 模拟买入
button-contest-sell = 模拟卖出

## 规则卡

contest-card-head = 模拟赛 · <b>{ $title }</b>{ $state }
contest-card-dates = 日期：{ $first }至{ $last }，报名到{ $until }为止（含当天）
contest-card-market = 市场：{ $market }（{ $boards }）
contest-card-market-whole = 市场：{ $market }
contest-market-mainland = 沪深京 A 股
contest-market-hong-kong = 港股
contest-market-united-states = 美股
contest-boards-all = 全部板块
contest-card-universe = 范围：只限 { $count } 只股票
contest-card-capital = 模拟本金：{ $capital } { $currency }，人人相同
contest-card-fills-next-auction = 成交：下单后遇到的第一次开盘或收盘集合竞价，人人按同一个价格成交，行情晚几分钟也公平
contest-card-fills-live = 成交：下单后第一条到价的新行情，行情超过 { $seconds } 秒不成交
contest-card-volume = 成交量：一个人最多占两次行情之间成交量的 { $share }
contest-card-caps = 限制：单只最多占总资产 { $cap }；涨停买不进、跌停卖不出；不融资、不融券
contest-card-floor = 最低股价：{ $floor }
contest-card-costs = 费用照实计算：佣金 { $rate }，每笔最低 { $minimum }，另计税费；手数、最小变动价位按交易所规则
contest-card-rank-composite = 排名：综合分 = 收益率百分位 − { $drawdown } × 最大回撤（%）− { $concentration } × 集中度（%），各项都公布
contest-card-rank-return = 排名：按总收益率，同分同名次
contest-card-prizes = 奖励（积分）：{ $prizes }
contest-card-no-prizes = 奖励：没有积分奖励
contest-prize-finishing = 完赛 { $points }
contest-prize-journal = 写交易笔记 { $points }
contest-prize-diversification = 分散持仓 { $points }
contest-prize-band = 第 { $first }–{ $last } 名 { $points }
contest-prize-band-one = 第 { $first } 名 { $points }
contest-card-band-note = 名次奖励只给完赛并且写了交易笔记的人；不要求交易次数
contest-card-eligibility = 谁能参加：{ $tiers }{ $suitability }；工作人员可以参加，不排名、不领奖
contest-card-suitability = ，并答过适当性问题
contest-card-private = 别人的持仓和委托，比赛期间谁都看不到
contest-card-hash = 规则指纹：<code>{ $hash }</code>，开赛后规则不再改动
contest-card-hash-later = 规则在开赛时固定，到时公布规则指纹
contest-card-in = ✅ 你已报名
contest-card-in-staff = ✅ 你已报名（工作人员，不排名、不领奖）
contest-card-people = 已有 { $count } 人报名
contest-card-risk = 全程使用模拟资金，与真实账户无关；模拟成绩不代表真实收益

## 报名

contest-joined = ✅ 已报名<b>{ $title }</b>，模拟本金 { $capital } { $currency }已到账
contest-joined-next-open = { $first }开赛。先用 /watch 关注几只股票，开赛后 /buy 下第一笔模拟单。
contest-joined-next-running = 现在就可以用 /buy 下第一笔模拟单。
contest-joined-staff = 你是工作人员：可以一起练，不排名、不领奖。
contest-obstacle-not-open = 这场模拟赛现在不接受报名。
contest-obstacle-too-late = 报名已在{ $until }截止，下一场会在群里通知。
contest-obstacle-tier = 这场模拟赛面向：{ $tiers }。加入对应的群后就能报名。
contest-obstacle-suitability = 报名前要先答几道适当性问题，一分钟就好，答案只用来判断合不合适。
contest-obstacle-already-in = 你已经报名了。
contest-not-playing = 你还没有参加模拟赛。先看看有哪些：
contest-all-over = 你参加的模拟赛已经结束，不能再下模拟单。下一场开始报名时，群里会通知。
contest-not-playing-group = 参加模拟赛以后才能用这个命令，规则和报名在私聊里看。
contest-private-only = 这一步请在私聊里做。
contest-pick = 你同时在几场模拟赛里，看哪一场？
contest-pick-order = 你同时在几场模拟赛里，这一笔下在哪一场？

## 持仓

portfolio-head = <b>我的模拟持仓</b> · { $title }
portfolio-equity = 模拟总资产 { $equity } { $currency } · 累计 { $total } · 今日 { $day }
portfolio-cash = 现金 { $cash }，可用 { $available }{ $frozen }{ $receivables }
portfolio-frozen = ，挂单冻结 { $frozen }
portfolio-receivables = ，待到账分红 { $receivables }
portfolio-empty = 还没有持仓。/buy 下第一笔模拟单，/watch 先关注几只。
portfolio-row = { $what } · { $quantity } 股（可卖 { $sellable }）
portfolio-row-figures = 　成本 { $cost } · 现价 { $price } · 盈亏 { $gain } · 占 { $weight }
portfolio-disqualified = 你的账户已被取消本场排名资格，有疑问请联系运营。
button-portfolio-picture = 看曲线图
button-portfolio-orders = 委托
button-portfolio-fills = 成交
portfolio-caption = { $title } · 我的模拟资产曲线
portfolio-in-private = 个人的模拟持仓、委托和关注只在私聊里看。

## 排名

rank-head = 模拟赛排名 · <b>{ $title }</b> · { $day }收市 · 共 { $count } 人
rank-mine = 你排第 <b>{ $rank }</b> 名 · 累计 { $total }
rank-none-yet = 还没有排名：第一个交易日收市后公布。
rank-formula-composite = 综合分 = 收益率百分位 − { $drawdown } × 最大回撤（%）− { $concentration } × 集中度（%），括号里是各项
rank-formula-return = 按累计收益率排名
rank-around = 我前后几名
rank-top = 前 { $count } 名
rank-row = { $rank }. { $who } · { $total } · { $score }
rank-row-me = <b>{ $rank }. { $who } · { $total } · { $score } ← 你</b>
rank-score-composite = { $score } 分（{ $percentile } − { $drawdown } − { $concentration }）
rank-score-return = 回撤 { $drawdown } · 集中度 { $concentration }
rank-luck = 如果只凭运气，名次多半会落在第 { $first } 到第 { $last } 名之间。
rank-none = 你的账户不参与排名，成绩只给你自己参考：
rank-not-yet = 你还没有名次：报名后第一个交易日收市就有。
rank-foot = 模拟成绩不代表真实收益 · 每日校验码 <code>{ $head }</code>
rank-foot-unsealed = 模拟成绩不代表真实收益
button-rank-full = 在私聊里看完整排名
button-rank-picture = 看图片版
rank-caption = { $title } · 模拟赛排名 · { $day }收市

## 行情

quote-usage = 请写上要查的股票，如 /quote 600519、/quote 贵州茅台。
quote-head = <b>{ $what }</b> { $last } { $change }
quote-head-simulated = <b>{ $what }</b>（模拟行情）{ $last } { $change }
quote-range = 开 { $open } · 高 { $high } · 低 { $low } · 昨收 { $previous }
quote-previous = 昨收 { $previous }
quote-limits = 涨停 { $upper } · 跌停 { $lower }
quote-source = { $at } · 来源 { $source }
quote-source-delayed = { $at } · 来源 { $source } · 延迟约 { $minutes } 分钟
quote-disclaimer = 只作信息分享，不构成投资建议
quote-halted = { $what } 今天停牌，没有成交价。
quote-none = 暂时取不到 { $what } 的行情，请过几分钟再试。
button-quote-watch = 关注
button-quote-unwatch = 取消关注
button-quote-refresh = 刷新

## 关注

watch-head = <b>我的关注</b>（{ $count } / { $most }）
watch-row = { $what } { $last } { $change }
watch-row-bare = { $what }
watch-empty = 还没有关注。发送 /watch 600519 或 /watch 贵州茅台 就能添加。
watch-how = 添加：/watch 加代码或名称。点下面的按钮取消。
watch-added = ✅ 已关注 { $what }。
watch-already = 已经关注过 { $what } 了。
watch-removed = 已取消关注 { $what }。
watch-time = 行情 { $at } · 来源 { $source } · 只作信息分享，不构成投资建议
button-watch-remove = 取消 { $what }
error-watch-full = 最多关注 { $most } 只，已经满了。先取消一只，再添加。
