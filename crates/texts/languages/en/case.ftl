# What an opened case says beside its results.

day_note-above_the_knee = Above the knee the day is an extrapolation: tissue, bone and seal are those of studies of transtibial limbs, and the seal is a sleeve's (concord_assumption)
day_note-loose = The day is lived in a socket as loose as the present one, by { $gap } at donning. A new socket would be made to fit
day_note-refused = { $system } is refused for this person: { $reason }
day_note-refused_article = { $system } { $article } is refused for this person: { $reason }
day_note-tight = The day is lived in a socket as tight as the present one, by { $gap } at donning. A new socket would be made to fit
day_note-waits = { $system } { $article }: not before this is settled: { $open }.
liner_order-by_chart = the next smaller size, by the maker's chart
liner_order-candidates = our assumption, not the chart: candidates { $candidates }
liner_order-preflexed = or pre-flexed, by length: { $length }, the same or the next shorter ({ $size }, printed)
liner_order-preflexed_by_chart = or pre-flexed, by length: { $length }, the same or the next shorter (by the maker's chart)
liner_order-printed = the next smaller size, which is printed: { $size }
