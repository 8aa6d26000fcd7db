# The scorecard: one person's figures in one simulated contest, for them alone.

button-portfolio-score = Scorecard
scorecard-head = <b>My simulated scorecard</b> · { $title }
scorecard-until = After the close of { $day }, { $days ->
        [one] 1 trading day
       *[other] { $days } trading days
    }
scorecard-none-yet = There is a score after the first trading day's close.
scorecard-result = Total return { $total } · maximum drawdown { $drawdown }
scorecard-risk = Volatility a year { $volatility } · Sharpe ratio { $sharpe }
scorecard-habits = Mean concentration { $concentration } · days with a journal note { $reviewed }
scorecard-booked = Realised { $realised } · unrealised { $unrealised } · dividends { $dividends } · fees { $fees }
scorecard-undefined = none yet
scorecard-foot = Over few days, volatility and the Sharpe ratio say little. Simulated results say nothing about real ones.

## An estimate between closes

button-rank-now = Estimate now
rank-now = Estimated { $when }: you stand at <b>{ $rank }</b> of { $count } · total { $total }
rank-now-quotes = at the prices of { $at }
rank-now-closes = at the last closes
rank-now-foot = An estimate in a simulated contest; what counts is the board after the close.
