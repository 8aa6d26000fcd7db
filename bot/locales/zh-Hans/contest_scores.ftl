# 成绩单：一个人在一场模拟赛里的各项数字，只给本人看。

button-portfolio-score = 成绩单
scorecard-head = <b>我的模拟成绩单</b> · { $title }
scorecard-until = 截至 { $day }收市，共 { $days } 个交易日
scorecard-none-yet = 第一个交易日收市后才有成绩。
scorecard-result = 总收益 { $total } · 最大回撤 { $drawdown }
scorecard-risk = 年化波动率 { $volatility } · 夏普比率 { $sharpe }
scorecard-habits = 平均集中度 { $concentration } · 写过日记 { $reviewed } 天
scorecard-booked = 已实现盈亏 { $realised } · 持仓盈亏 { $unrealised } · 分红 { $dividends } · 费用 { $fees }
scorecard-undefined = 暂无
scorecard-foot = 天数少的时候，波动率和夏普比率说明不了什么；模拟成绩不代表真实收益。

## 盘中估算

button-rank-now = 盘中估算
rank-now = { $when }估算，你排第 <b>{ $rank }</b> 名，共 { $count } 人 · 累计 { $total }
rank-now-quotes = 按{ $at }的行情
rank-now-closes = 按上次收市价
rank-now-foot = 这只是模拟赛的估算，收市后公布的排名才算数。
