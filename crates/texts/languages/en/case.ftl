# What an opened case says beside its results.

day_note-above_the_knee = Above the knee the day is an extrapolation: tissue, bone and seal are those of studies of transtibial limbs, and the seal is a sleeve's (concord_assumption)
day_note-loose = The day is lived in a socket as loose as the present one, by { $gap } at donning. A new socket would be made to fit
day_note-pinhole = A pinhole of { $size }, { $like }, lets in { $open } mL/min of air at 17 inHg if it stays open, as in this day. A sleeve that closes behind what pricked it keeps a slit and lets in { $low } to { $high } mL/min (concord_assumption). Intact it lets in { $intact } mL/min; the truth lies between the two
day_note-refused = { $system } is refused for this person: { $reason }
day_note-refused_article = { $system } { $article } is refused for this person: { $reason }
day_note-tight = The day is lived in a socket as tight as the present one, by { $gap } at donning. A new socket would be made to fit
day_note-waits = { $system } { $article }: not before this is settled: { $open }.
liner_order-above_the_knee = by the chart for above the knee of the maker, with the circumferences of the sheet: the sizes known here are printed for below the knee
liner_order-by_chart = the next smaller size, by the maker's chart
liner_order-candidates = our assumption, not the chart: candidates { $candidates }
liner_order-preflexed = or pre-flexed, by length: { $length }, the same or the next shorter ({ $size }, printed)
liner_order-preflexed_by_chart = or pre-flexed, by length: { $length }, the same or the next shorter (by the maker's chart)
liner_order-printed = the next smaller size, which is printed: { $size }
pinhole_like-drawing_pin = a drawing pin's hole
pinhole_like-fine_needle = an injection needle's prick
pinhole_like-hair = a hair's width
pinhole_like-nail = a nail's hole
pinhole_like-pin = a pin's prick
