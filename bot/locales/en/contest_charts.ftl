# Pictures of simulated contests, and the check of their prizes

contest-picture-badge = Simulated
contest-picture-kicker = { $contest } · { $day }
contest-picture-foot = Simulated contest · Data as of { $time } · Source: { $sources }

# —— the board after the close ——
contest-board-title = Trading day { $number }: { $count } taking part, median return { $median }
contest-board-title-one = Trading day { $number }: 1 taking part, return { $median }
contest-board-title-none = Trading day { $number }: nobody on the board yet
contest-board-name = Name
contest-board-return = Return
contest-board-drawdown = Drawdown
contest-board-concentration = Conc.
contest-board-score = Score
contest-board-nameless = Participant
contest-board-empty = Once somebody takes part, the board appears here
contest-board-formula = Score = return percentile − { $drawdown } × drawdown − { $concentration } × concentration
contest-board-by-return = Ranked by return; drawdown and concentration are for information
contest-board-chain = Check code of the day's record: { $head }

# —— my simulated account ——
contest-portfolio-title = Simulated return { $change }{ $relation ->
    [above] , { $gap } points above the median
    [below] , { $gap } points below the median
    [level] , level with the median
   *[none] {""}
    }
contest-portfolio-equity = Total ({ $currency ->
    [HKD] HKD
    [USD] USD
   *[CNY] CNY
    })
contest-portfolio-drawdown = Max drawdown
contest-portfolio-rank = Rank
contest-portfolio-rank-of = / { $count }
contest-portfolio-rank-none = not ranked
contest-portfolio-rank-later = after the close
contest-portfolio-curve = Return since the start (%)
contest-portfolio-mine = Mine
contest-portfolio-median = Median
contest-portfolio-empty = The curve appears here after the first close
contest-portfolio-slices = Where the money is (share of the total)
contest-portfolio-cash = Cash
contest-portfolio-receivables = Dividends due
contest-portfolio-others = { $count } others

# —— prizes before they are published ——
contest-prizes-rank-alone = A rank prize cannot depend on rank alone: require journal notes on at least 1 day, or drop the rank prizes.
contest-prizes-bands-outweigh = The highest rank prize is { $band } points, more than finishing, journal and diversification together ({ $others }). Lower it, or raise the others.
contest-prizes-band-ranks = Ranks { $first }–{ $last } make no band: it starts at 1 or later, and the first number is not above the last.
contest-prizes-band-overlap = Ranks { $first }–{ $last } are in two bands; keep one.
contest-prizes-band-order = Ranks { $first }–{ $last } would get more than the band before them; please adjust.
contest-prizes-negative = A prize cannot be negative: received { $points }.
contest-prizes-concentration = The concentration limit lies above 0 and below 1: received { $most }.
contest-prizes-names = The fewest names held must be 2 or more: received { $names }.
