# What entering a simulated contest and trading in it refuse.

contest-tiers-1 = { $tier1 }
contest-tiers-2 = { $tier1 } and { $tier2 }
contest-tiers-3 = { $tier1 }, { $tier2 } and { $tier3 }

error-contest-unknown = There is no such simulated contest. Send /contest to see those there are.
error-contest-entry-closed = “{ $title }” takes nobody in at the moment. Send /contest to see other simulated contests.
error-contest-entry-late = Entry to “{ $title }” ended on { $until }. Send /contest to see other simulated contests.
error-contest-tier-needed = “{ $title }” is for members of { $tiers }. Once you have joined, you can enter.
error-contest-suitability-needed = Before you enter “{ $title }”, please answer a few questions about how much risk suits you.
error-contest-not-playing = You do not take part in a simulated contest yet. Send /contest to see which you can enter.
error-contest-several = You take part in { $count } simulated contests. Please choose one first.
error-contest-not-running = “{ $title }” takes no simulated orders now. It runs from { $first } to { $last }.
error-contest-order-unknown = You have no such simulated order. Send /orders to see yours.
error-contest-order-key-taken = This tap belongs to another member's order; nothing was ordered. Please order again.
