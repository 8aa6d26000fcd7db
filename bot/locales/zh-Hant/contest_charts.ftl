# 模擬賽的圖片與獎勵檢查

contest-picture-badge = 模擬
contest-picture-kicker = { $contest } · { $day }
contest-picture-foot = 模擬比賽 · 數據截至 { $time } · 來源 { $sources }

# —— 收盤榜 ——
contest-board-title = 第 { $number } 個交易日：{ $count } 人參賽，收益中位數 { $median }
contest-board-title-one = 第 { $number } 個交易日：1 人參賽，收益 { $median }
contest-board-title-none = 第 { $number } 個交易日：還沒有人上榜
contest-board-name = 參賽者
contest-board-return = 收益
contest-board-drawdown = 最大回撤
contest-board-concentration = 集中度
contest-board-score = 綜合分
contest-board-nameless = 參賽者
contest-board-empty = 有人參賽後，收盤榜會出現在這裡
contest-board-formula = 綜合分 = 收益百分位 − 最大回撤 × { $drawdown } − 集中度 × { $concentration }
contest-board-by-return = 本場按收益排名，回撤和集中度供參考
contest-board-chain = 當日記錄校驗碼 { $head }

# —— 我的模擬帳戶 ——
contest-portfolio-title = 模擬收益 { $change }{ $relation ->
    [above] ，比中位數高 { $gap } 個百分點
    [below] ，比中位數低 { $gap } 個百分點
    [level] ，與中位數持平
   *[none] {""}
    }
contest-portfolio-equity = 總資產（{ $currency ->
    [HKD] 港元
    [USD] 美元
   *[CNY] 元
    }）
contest-portfolio-drawdown = 最大回撤
contest-portfolio-rank = 名次
contest-portfolio-rank-of = / { $count }
contest-portfolio-rank-none = 不計名次
contest-portfolio-rank-later = 收盤後
contest-portfolio-curve = 累計收益（%）
contest-portfolio-mine = 我的
contest-portfolio-median = 中位數
contest-portfolio-empty = 第一次收盤之後，這裡會畫出收益曲線
contest-portfolio-slices = 資產分佈（佔總資產）
contest-portfolio-cash = 現金
contest-portfolio-receivables = 應收股息
contest-portfolio-others = 其他 { $count } 隻

# —— 發布前檢查獎勵 ——
contest-prizes-rank-alone = 名次獎不能只看名次：請把交易筆記的最低天數設為 1 天以上，或去掉名次獎。
contest-prizes-bands-outweigh = 名次獎最高 { $band } 分，超過了完賽、交易筆記和分散持有三項合計的 { $others } 分。請調低名次獎，或調高另外三項。
contest-prizes-band-ranks = 名次區間 { $first }–{ $last } 不成立：要從 1 起，前一個數不大於後一個數。
contest-prizes-band-overlap = 名次 { $first }–{ $last } 落在兩個區間裡，請只留一個。
contest-prizes-band-order = 名次 { $first }–{ $last } 的獎勵比前一檔還多，請調整。
contest-prizes-negative = 獎勵不能是負數：收到 { $points }。
contest-prizes-concentration = 集中度上限要大於 0 且小於 1：收到 { $most }。
contest-prizes-names = 最少持有隻數要在 2 隻以上：收到 { $names }。
