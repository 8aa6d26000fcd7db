# 模拟赛的图片与奖励检查

contest-picture-badge = 模拟
contest-picture-kicker = { $contest } · { $day }
contest-picture-foot = 模拟比赛 · 数据截至 { $time } · 来源 { $sources }

# —— 收盘榜 ——
contest-board-title = 第 { $number } 个交易日：{ $count } 人参赛，收益中位数 { $median }
contest-board-title-one = 第 { $number } 个交易日：1 人参赛，收益 { $median }
contest-board-title-none = 第 { $number } 个交易日：还没有人上榜
contest-board-name = 参赛者
contest-board-return = 收益
contest-board-drawdown = 最大回撤
contest-board-concentration = 集中度
contest-board-score = 综合分
contest-board-nameless = 参赛者
contest-board-empty = 有人参赛后，收盘榜会出现在这里
contest-board-formula = 综合分 = 收益百分位 − 最大回撤 × { $drawdown } − 集中度 × { $concentration }
contest-board-by-return = 本场按收益排名，回撤和集中度供参考
contest-board-chain = 当日记录校验码 { $head }

# —— 我的模拟账户 ——
contest-portfolio-title = 模拟收益 { $change }{ $relation ->
    [above] ，比中位数高 { $gap } 个百分点
    [below] ，比中位数低 { $gap } 个百分点
    [level] ，与中位数持平
   *[none] {""}
    }
contest-portfolio-equity = 总资产（{ $currency ->
    [HKD] 港元
    [USD] 美元
   *[CNY] 元
    }）
contest-portfolio-drawdown = 最大回撤
contest-portfolio-rank = 名次
contest-portfolio-rank-of = / { $count }
contest-portfolio-rank-none = 不计名次
contest-portfolio-rank-later = 收盘后
contest-portfolio-curve = 累计收益（%）
contest-portfolio-mine = 我的
contest-portfolio-median = 中位数
contest-portfolio-empty = 第一次收盘之后，这里会画出收益曲线
contest-portfolio-slices = 资产分布（占总资产）
contest-portfolio-cash = 现金
contest-portfolio-receivables = 应收股息
contest-portfolio-others = 其他 { $count } 只

# —— 发布前检查奖励 ——
contest-prizes-rank-alone = 名次奖不能只看名次：请把交易笔记的最低天数设为 1 天以上，或去掉名次奖。
contest-prizes-bands-outweigh = 名次奖最高 { $band } 分，超过了完赛、交易笔记和分散持有三项合计的 { $others } 分。请调低名次奖，或调高另外三项。
contest-prizes-band-ranks = 名次区间 { $first }–{ $last } 不成立：要从 1 起，前一个数不大于后一个数。
contest-prizes-band-overlap = 名次 { $first }–{ $last } 落在两个区间里，请只留一个。
contest-prizes-band-order = 名次 { $first }–{ $last } 的奖励比前一档还多，请调整。
contest-prizes-negative = 奖励不能是负数：收到 { $points }。
contest-prizes-concentration = 集中度上限要大于 0 且小于 1：收到 { $most }。
contest-prizes-names = 最少持有只数要在 2 只以上：收到 { $names }。
