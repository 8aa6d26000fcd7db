# Reach: how many saw a brief, and what they tapped
reach-head = <b>Reach</b> · { $day }
reach-edition = { $brief } · { $tier } #{ $number }: { $groups } of { $wanted } groups, { $people } known people in them
reach-signs = · Reactions { $reactions }; { $tappers } people tapped { $taps } times (sources { $sources }, terms { $terms }); { $votes } voted
reach-line = Today’s briefs: { $groups } groups, { $people } known people; { $reactions } reactions, { $tappers } tapped (per brief), { $votes } voted (/brief reach)
