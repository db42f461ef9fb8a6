# The language itself: what it calls itself, and how it writes numbers and dates.

language-name = English
language-decimal = .
language-thousands = ,
language-date = { $year }-{ $month }-{ $day }
language-checked = Written in English.
