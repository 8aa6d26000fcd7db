# 成績單：一個人在一場模擬賽裡的各項數字，只給本人看。

button-portfolio-score = 成績單
scorecard-head = <b>我的模擬成績單</b> · { $title }
scorecard-until = 截至 { $day }收市，共 { $days } 個交易日
scorecard-none-yet = 第一個交易日收市後才有成績。
scorecard-result = 總收益 { $total } · 最大回撤 { $drawdown }
scorecard-risk = 年化波動率 { $volatility } · 夏普比率 { $sharpe }
scorecard-habits = 平均集中度 { $concentration } · 寫過日記 { $reviewed } 天
scorecard-booked = 已實現盈虧 { $realised } · 持倉盈虧 { $unrealised } · 股息 { $dividends } · 費用 { $fees }
scorecard-undefined = 暫無
scorecard-foot = 天數少的時候，波動率和夏普比率說明不了什麼；模擬成績不代表真實收益。

## 盤中估算

button-rank-now = 盤中估算
rank-now = { $when }估算，你排第 <b>{ $rank }</b> 名，共 { $count } 人 · 累計 { $total }
rank-now-quotes = 按{ $at }的行情
rank-now-closes = 按上次收市價
rank-now-foot = 這只是模擬賽的估算，收市後公佈的排名才算數。
