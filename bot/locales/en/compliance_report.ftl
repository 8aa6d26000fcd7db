# The monthly compliance report
help-compliance = Monthly compliance report: /compliance 2026-10; last month if none is named
compliance-whole = whole month
compliance-so-far = so far
compliance-report = <b>Compliance report · { $month }</b> ({ $state })
    Held { $held } (blocked { $blocked }), overridden { $overridden }; with appeals { $released } released
    Decided: half within { $p50 }, nine in ten within { $p90 }; overdue { $overdue }, waiting { $waiting }
    Measures in groups { $acted } (undone { $undone }), appeals { $appeals } (granted { $granted })
    Briefs on time { $on_time } of { $copies }, late { $late }, missed { $missed }; figures only { $bare }, corrected { $corrections }, withdrawn { $withdrawals }
    Broadcasts { $broadcasts }
compliance-no-time = (none decided)
compliance-minutes = { $count } min
compliance-hours = { $count } h
compliance-held = Held
compliance-overridden = Overridden
compliance-overdue = Overdue
compliance-p90 = 9 in 10 within
compliance-on-time = Briefs on time
compliance-corrected = Corrected
compliance-acted = Measures
compliance-appeals = Appeals granted
compliance-of = { $part } of { $whole }
compliance-title-good = Nothing took longer than 24 hours
compliance-title-overdue = { $count } took longer than 24 hours
compliance-kicker = Compliance report · { $month } · { $state }
compliance-coverage = Archive coverage (share of time, lowest first)
compliance-precision = Precision of rules (agreed / decided)
compliance-no-groups = No group was bound this month
compliance-no-rules = Nothing was decided this month
compliance-foot = What members delete themselves no bot can see; coverage does not count it. Precision is of decided cases only.
compliance-file = All figures of the compliance report { $month } (CSV)
compliance-which = “{ $received }” is no month that has begun. Write it like this: /compliance 2026-10
button-compliance-file = Get the file
