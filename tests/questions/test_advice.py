from bot.questions.advice import calls_in, is_advice

ADVICE = """
招行现在咋样
帮我看看这票
这价位合适吗
想上车了 老师怎么看
腾讯值不值
半导体可以埋伏吗
我想把钱全放进纳指 行吗
黄金要不要配一点
大盘会破3000吗
现在是抄底的时候吗
哪个基金经理靠谱
老师今天什么票
should I get some NVDA
Would you hold Moutai?
thoughts on Tesla?
定投沪深300好不好
比亚迪还有肉吗
美联储降息对A股利好吗
寧德時代可唔可以買
邊隻股好
有冇貼士
我60岁退休金放哪里好
我该不该买招商银行
该不该卖掉手里的基金
现在要不要加仓
昨天买的票今天能卖了吗，还是再等等
这只股明天能涨多少
今天买明天能涨吗
推荐几只股票
有什么好股票推荐吗
给推荐个基金吧
求推荐牛股
什么时候卖
什么时候卖出比较好
什么时候买入合适
茅台目标价多少
满仓吗
满仓可以吗
明天能涨吗
这只股票还会跌吗
会不会继续跌
我持有500股招行亏了该割肉吗
600036能买吗
600519怎么样
这只基金怎么样
现在能买吗
现在可以抄底吗
持有还是卖
卖出还是继续持有
被套了怎么办
亏了20%怎么办
买哪只股票好
买什么好
哪只基金值得买
哪个板块有机会
今年哪个行业最好
明天大盘怎么看
后市怎么看
大盘见底了吗
现在是不是底
止损位设在哪
该止损吗
可以补仓吗
值得长期持有吗
多少钱入手合适
你看好哪个板块
能不能给点投资建议
这個股票還能買嗎
現在該不該賣
推薦幾隻股票
能翻倍吗
还能回本吗
能解套吗
這支基金值得買嗎
腾讯可以买吗
介绍几只好股票
群里能告诉我该买哪只股票吗
股票亏了、被套了怎么办
这只票能不能买
套牢了要不要割肉
科创板现在能买吗
宁德时代还能拿吗
茅台能买吗
还能追吗
Should I buy Tencent now?
should I sell my fund
Which stock should I buy?
Can you recommend a good stock
When should I sell?
Is it a good time to buy?
What is the price target of 600519?
Will the market crash next week?
Buy or sell?
Is Tencent a good buy
我买的中国平安跌了20个点要割吗
手里的比亚迪还拿着吗
现在适合买基金吗
最近有没有好的股票
你觉得茅台怎么样
帮我分析一下这只票
新能源还有机会吗
大盘什么时候能起来
今天能进场吗
现在进场合适吗
半仓好还是满仓好
300750还能涨到多少
我应该买哪只ETF
券商股能不能买
黄金现在可以买吗
该抛了吗
明天会跌吗
求个代码
有内幕消息吗
哪个基金收益高
请问目前是加仓的好时机吗
建议买入吗
这波反弹能持续多久
要清仓吗
帮我选只股
should I hold or sell
is now a good time to buy stocks
any stock tips?
"""

NO_ADVICE = """
定投扣款失败了会怎么样
这个价格笼子怎么算
今天什么股票停牌
日均资产能上50万吗
should I get a new trading password
利好是什么意思
钱放在账户里有利息吗
配股要不要参加
股票该怎么买
科创板怎么开通
怎么买股票
如何卖出
当天买的股票当天能卖吗
今天买入的股票什么时候可以卖
股票今天買明天可以賣嗎
今天买明天能卖吗
昨天刚开的户，今天能买吗
100 股以下能买吗
创业板一天能涨百分之多少
中签的新股什么时候能卖
创业板开通需要什么条件
新手能买科创板吗
买基金手续费多少
卖出要不要交印花税
要不要交过户费
目标价是什么意思
什么是目标价
什么是止损
止损是什么意思
怎么设置止损单
补仓后成本怎么算
市价还是限价委托
怎么看K线图
怎么查走势图
为什么股票会涨跌
股价为什么会涨
涨停板还能卖出吗
涨跌停限制是多少
邀请好友有推荐奖励吗
推荐码在哪填
荐股群是骗子吗
有老师拉我进群推荐股票，是诈骗吗
怎么举报荐股的人
融资融券怎么开通
买哪些股票需要开通权限
股息红利税怎么算
分红什么时候到账
几点开盘
积分怎么用
签到断了能补吗
密码忘了怎么办
银证转账的时间是几点到几点
股票跌了会强制平仓吗
怎么注销账户
基金定投怎么设置
市盈率是什么
选哪个营业部开户
重仓是什么意思
模拟赛怎么报名
How do I open a margin account?
When can I sell shares bought today?
What does target price mean?
How do I place a sell order?
What are the trading hours?
怎麼開通港股通
當天買的可以當天賣嗎
打新需要什么条件
填权是什么，分红后一定会涨回来吗
主板股票一天最多涨跌多少
什么时候买入才能拿到分红
今天买的股票今天能卖吗
模拟买的股票今天能卖么
介绍一下 ETF
分红后会涨回来吗
他说跟着操作就能回本
荐股群可信么
港股一天能跌多少
刚上市的股票能涨多少
C1 能买什么
补签答错了还有机会吗
今天卖的钱能买别的吗
股票名字带 U 的能不能买
这里能买卖真股票吗
周末可以买吗
科创板新手可以买吗
一股能买吗
可转债怎么申购
怎么卖出股票
委托单怎么撤
股票卖出后钱什么时候到账
怎么看自己的持仓成本
打新要多少市值
港股通交易时间
ETF和基金有什么区别
怎么设置条件单
什么时候开盘
什么时候可以撤单
集合竞价什么时候开始
国债逆回购怎么操作
分红后股价为什么会下跌
基金赎回要几天
能买多少股
最少买多少股
买一手多少钱
转户要多久
要不要带身份证
推荐好友开户有什么奖励
每天能提现多少
融资买入的股票可以卖吗
积分能换什么
ST股票能买吗
停牌的股票能卖吗
退市的股票怎么办
什么是抄底
限价单和市价单有什么区别
大盘指数是怎么算的
如何看财报
怎么知道有没有中签
可以同时买A股和港股吗
提现失败怎么办
账户亏损了能退手续费吗
怎么参加模拟赛
投资顾问怎么联系
适当性测评怎么做
哪里看公告
What is a limit order
How much is the commission
Can I buy fractional shares
"""


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


def test_asking_what_to_buy_when_or_where_a_price_goes_is_advice() -> None:
    assert [text for text in _lines(ADVICE) if not is_advice(text)] == []


def test_asking_how_a_thing_is_done_or_what_a_rule_is_no_advice() -> None:
    found = {text: calls_in(text) for text in _lines(NO_ADVICE)}
    assert {text: calls for text, calls in found.items() if calls} == {}


def test_disguised_words_are_read_as_well() -> None:
    assert is_advice("推 荐 几只股.票")
    assert is_advice("該不該買")
