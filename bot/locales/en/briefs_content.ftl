# What a brief contains: sections, the market's regime, content by layer, glosses, polls, watch lists

brief-section-overseas = US overnight
brief-section-mainland = A-shares
brief-section-hong-kong = Hong Kong
brief-section-calendar = today's calendar
brief-section-tomorrow = next trading day
brief-section-breadth = breadth
brief-section-sectors = industries
brief-section-notes = worth a look
brief-section-depth = figures in depth
brief-section-watch = what to watch
brief-section-plainly = in plain words
brief-section-education = risk education
brief-section-term = term of the day
brief-section-quiz = quiz answer
brief-section-contest = simulated contest
brief-section-question = question to the group
brief-section-head = headline

drop-unbound = a number is bound to no figure
drop-implausible = the value cannot be right
drop-too-few = too incomplete to rank
drop-mixed = invented data are not shown beside real ones
drop-brevity = gave way to what comes first, for brevity

# For operators
brief-layers = Content by letters: basic { $basic }%, analysis { $analysis }%, personal { $personal }%; aim { $basic-target } / { $analysis-target } / { $personal-target }
brief-layers-none = Content by layer: no brief to count yet
brief-regime-calm = Market: calm
brief-regime-volatile = Market: volatile, risk education stands in place of opportunities. Because:
    { $reasons }
brief-regime-index_move = · { $what } moved { $value }%, threshold { $threshold }%
brief-regime-overseas_move = · { $what } moved { $value }% overnight, threshold { $threshold }%
brief-regime-amplitude = · { $what } ranged over { $value }%, threshold { $threshold }%
brief-regime-fell_share = · { $value }% of shares fell, threshold { $threshold }%
brief-regime-limit_down = · { $value } shares at limit-down, threshold { $threshold }
brief-poll-line = Question to the group after the noon brief: { $question }

# Glossary
button-term = What is { $word }?
term-note = { $word }: { $more } E.g. { $example }
term-note-short = { $word }: { $more }
term-gone = This term cannot be found any more

# Morning brief of one's own watch list
watch-brief-head = ☀️ { $day } · your watch list{ $simulated ->
    [true] {" "}[simulated market]
   *[false] {""}
    }
watch-brief-line = { $name } { $price } { $move }{ $range }
watch-brief-range = , range { $low }–{ $high }
watch-brief-missing = No usable quote at the moment: { $names }
watch-brief-more = The others are not listed; /watch shows all.
button-watch-brief-on = Turn on my watch-list brief
button-watch-brief-off = Turn off my watch-list brief
watch-brief-turned-on = Turned on. From the next trading morning your watch list comes in private.
watch-brief-turned-off = Turned off. Your watch list is not sent any more.
error-watch-brief-vip = The watch-list brief is for members of a VIP group at present.

# On the picture
brief-picture-breadth = Breadth
brief-picture-limits = Limit-up { $up } · limit-down { $down }
brief-picture-rose = ▲ { $count } up
brief-picture-level = { $count } flat
brief-picture-fell = ▼ { $count } down
brief-picture-rising = Industries ahead
brief-picture-falling = Industries behind

sector-simsector01 = Sim Banks
sector-simsector02 = Sim Brokers
sector-simsector03 = Sim Health care
sector-simsector04 = Sim Food and drink
sector-simsector05 = Sim Electronics
sector-simsector06 = Sim Software
sector-simsector07 = Sim Cars
sector-simsector08 = Sim Power equipment
sector-simsector09 = Sim Metals
sector-simsector10 = Sim Coal
sector-simsector11 = Sim Property
sector-simsector12 = Sim Transport
