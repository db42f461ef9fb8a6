# The report of a virtual trial.

study_report-ci = { $level } % CI
study_report-gain = Gain
study_report-interval_of = { $value } ({ $low } to { $high })
study_report-kicker = Concord: a software twin of active-vacuum suspension. A virtual trial: every person is simulated.
study_report-lose = Lose
study_report-made_by = Made by Concord { $program }, result version { $result }, study { $fingerprint }, seed { $seed }. The same study, version and seed give the same file.
study_report-matters = Matters
study_report-not_drawn = not drawn: { $why }
study_report-outcome = Outcome
study_report-over = over 99.9 %
study_report-title = { $name } – Concord study
study_report-under = under 0.1 %

## answer

study_report-answer-against = { $arm } against { $reference }
study_report-answer-better = , which is better
study_report-answer-caption = Means of both arms, and the effect with its interval.
study_report-answer-crossover = { $persons } virtual persons, each with every suspension in turn, on different days. The interval tells how far the number of persons leaves the mean open, not how far the twin may be wrong: { $link }.
study_report-answer-difference = Difference ({ $interval })
study_report-answer-does_not_matter = , less than what matters
study_report-answer-effects = Effects
study_report-answer-higher = { $outcome } is { $amount } higher with “{ $arm }” than with “{ $reference }”{ $interval }{ $verdict }.
study_report-answer-how_to_read = how to read this
study_report-answer-interval = ({ $interval } of the difference { $low } to { $high })
study_report-answer-lower = { $outcome } is { $amount } lower with “{ $arm }” than with “{ $reference }”{ $interval }{ $verdict }.
study_report-answer-missing = { $persons } persons have no value, because what was to be measured was not reached.
study_report-answer-no_difference = : no difference
study_report-answer-nobody = “{ $arm }” against “{ $reference }”: { $outcome }: nobody was observed on both.
study_report-answer-none = none
study_report-answer-not_told_apart = : not told apart from no difference
study_report-answer-one_arm = The study has one arm: there is nothing to compare it with. What its persons showed follows below.
study_report-answer-paired = { $persons } virtual persons, each on the same day with every suspension, which only a simulation can do. The interval tells how far the number of persons leaves the mean open, not how far the twin may be wrong: { $link }.
study_report-answer-parallel = { $persons } virtual persons, each with one suspension, drawn by lot. The interval tells how far the number of persons leaves the mean open, not how far the twin may be wrong: { $link }.
study_report-answer-persons = Of all persons { $gain } gain at least { $matters }, { $lose } lose at least that.
study_report-answer-scale = Every outcome on one scale: 1 is the smallest difference that matters to a person, as the study says. The line is the interval of the mean ({ $interval }), the figures are in the unit named.
study_report-answer-worse = , which is worse

## arms

study_report-arms-arm = Arm
study_report-arms-below_above = { $arm } { $below } below, { $above } above
study_report-arms-beyond = Beyond the picture: { $groups }.
study_report-arms-caption = Persons with a value, and how they lie.
study_report-arms-caption_unit = Persons with a value, and how they lie ({ $unit }).
study_report-arms-mean = Mean
study_report-arms-median = Median
study_report-arms-name = Arms
study_report-arms-not_reached = Not reached
study_report-arms-persons = Persons
study_report-arms-sd = SD
study_report-arms-what = Shares of persons; the letter stands at the arm's mean. Nothing is smoothed.

## design

study_report-design-crossover = crossover
study_report-design-paired = paired
study_report-design-parallel = parallel groups

## flow

study_report-flow-allocated = Allocated: { $persons }
study_report-flow-analysed = Analysed: { $persons }
study_report-flow-assessed = Assessed for eligibility: { $persons }
study_report-flow-crossover = Every person has every suspension on a day of its own; the lot decides which comes first, then they follow in the order of the study.
study_report-flow-drop_out = Persons drop out by lot, whatever their arm does to them ({ $source }).
study_report-flow-dropped = Dropped out: { $persons }
study_report-flow-each = each to all { $arms } arms
study_report-flow-first = first { $arm }: { $persons }
study_report-flow-not_eligible = Not eligible: { $persons }
study_report-flow-other = other reasons: { $persons }
study_report-flow-paired = Every person lives the same day with every suspension.
study_report-flow-parallel = Every person has one suspension, by lot.
study_report-flow-rule = { $of }: { $what } (rule { $rule })

## law

study_report-law-fixed = { $value }{ $unit } for all
study_report-law-lognormal = log-normal, median { $median }{ $unit }, ×÷ { $factor } a standard deviation
study_report-law-normal = normal, mean { $mean }, SD { $sd }{ $unit }
study_report-law-on_limits = { $persons } of the persons analysed ({ $share } %) stand on the limits
study_report-law-of_day = { $share } % of its variance from day to day
study_report-law-sometimes = { $value } for { $share } of 100 persons, else 0
study_report-law-sometimes_between = { $low } to { $high }{ $unit } for { $share } of 100 persons, else 0
study_report-law-uniform = uniform, { $low } to { $high }{ $unit }
study_report-law-within = within { $low } to { $high }{ $unit }

## persons

study_report-persons-between = In between
study_report-persons-by_chance = { $count } lose; they differ from the others in nothing that chance would not explain.
study_report-persons-caption = Shares of persons, with intervals ({ $interval }, Wilson).
study_report-persons-contrasts = How those who lose differ from all others, in standard deviations of the variable (0.2 is small, 0.8 large). Only differences that chance would hardly make with so many persons are told, at most { $most } an outcome.
study_report-persons-correlation = Rank correlation (Spearman) of what differs between persons with their own effect: 1 where more of it always means more effect, −1 where it always means less, 0 where it tells nothing. Each is looked at alone: what goes with the effect need not cause it, and of twenty intervals one misses by chance. The twin's own parameters were looked at in the first { $most } persons at most.
study_report-persons-differ_in = They differ in
study_report-persons-drivers = What goes with it
study_report-persons-first_day = Variables are those of the person's first day.
study_report-persons-gain_at_least = Gain at least
study_report-persons-lose = { $title }: { $count } lose, { $share } of all.
study_report-persons-losers = Those who lose
study_report-persons-nobody = nobody loses.
study_report-persons-others = All others
study_report-persons-own = Own effects: 10 %, median, 90 %
study_report-persons-sds = Standard deviations
study_report-persons-shares = Who gains and who loses
study_report-persons-thirds = The effect in thirds of what goes most closely with it
study_report-persons-two_days = The two days of a person differ by more than the suspension, and that is in these effects: more seem to gain and more seem to lose than would on one and the same day.
study_report-persons-what = Each person's own effect. The dotted lines are the difference that matters, the solid black one is the mean; those who lose lie on hatched ground.
study_report-persons-who_loses = Who loses

## plan

study_report-plan-again = To make this again
study_report-plan-better = Better
study_report-plan-case = Case
study_report-plan-design = Design
study_report-plan-design_said = { $design }, reference { $arm }
study_report-plan-differ = How persons differ
study_report-plan-error = Error of measurement, SD
study_report-plan-file = The study file, { $file }
study_report-plan-fingerprint = Fingerprint
study_report-plan-first_is_primary = The first is primary.
study_report-plan-from = From
study_report-plan-how = How it differs
study_report-plan-less = less
study_report-plan-limbs = Limbs
study_report-plan-more = more
study_report-plan-named = What the study names. All other parameters of the twin differ as data/parameters.toml says.
study_report-plan-not_screened = None
study_report-plan-outcomes = Outcomes
study_report-plan-population = Population
study_report-plan-screened = No contraindication, and every pump of the study fits
study_report-plan-screening = Screening
study_report-plan-seed = Seed
study_report-plan-together = What goes together:

## published

study_report-published-all = All persons of this study
study_report-published-caption = Published numbers and trials of their size.
study_report-published-fitted = a parameter of the twin was set on it
study_report-published-inner = 68 of 100
study_report-published-less = { $arm } less { $other }
study_report-published-median = Median of trials
study_report-published-name = What
study_report-published-outer = 95 of 100
study_report-published-persons = Persons
study_report-published-published = Published
study_report-published-verdict = Verdict
study_report-published-what = A published number is one draw from what trials of its size find. From the persons of this study many trials of that size were drawn, measured with the error that the study gives. The verdict was fixed before any run: inside the central 68 % of what these trials find, inside the central 95 %, or outside; a published range holds the mean of all persons or does not.

## reading

study_report-reading-gain = Gain and lose
study_report-reading-gain_said = A person gains whose own effect is at least what matters, on the better side. Nobody can measure this in one real person without error; a simulation can.
study_report-reading-interval = Interval
study_report-reading-interval_said = The { $level } tells how far the number of virtual persons leaves a mean open. With many persons it is very narrow. It says nothing about whether the twin is right: { $file } does.
study_report-reading-matters = What matters
study_report-reading-matters_said = The smallest difference that a person would notice or a clinic would act on, as the study file says with its source. An effect may be certain and still not matter.
study_report-reading-not_reached = Not reached
study_report-reading-not_reached_said = Persons who never came to what was to be measured (such as a vacuum) have no value. An effect is that of the persons who have one with both suspensions, who may be those who do better.
study_report-reading-persons = Persons
study_report-reading-persons_said = Every person is drawn: body, limb, socket and habits as this study says, the twin's own parameters with the spread that { $file } gives. That spread is partly how persons differ and partly what nobody knows, and the two cannot be told apart here: shares of who gains and loses are those of this virtual population.
study_report-reading-several = Several outcomes
study_report-reading-several_said = The first outcome is the one that the study was made for. No interval is widened because there are others.
study_report-reading-trials = Trials
study_report-reading-trials_said = A small trial that reaches significance must have met a large estimate: it exaggerates, and sometimes it points the wrong way (Gelman and Carlin 2014). The columns say how often and by how much, if the twin is right.

## section

study_report-section-answer = The answer
study_report-section-arms = The arms
study_report-section-drivers = What goes with the effect
study_report-section-flow = Who took part
study_report-section-persons = Person by person
study_report-section-published = Beside what was published
study_report-section-reading = How to read this
study_report-section-study = The study
study_report-section-trials = What a real trial would show

## trials

study_report-trials-caption = What trials of each size conclude.
study_report-trials-coverage = Interval holds the truth
study_report-trials-crossover = Crossover
study_report-trials-estimates = 95 of 100 estimates
study_report-trials-exaggerate = Those that show it exaggerate it
study_report-trials-paired = Paired, the same day
study_report-trials-paired_only = Paired trials, the same persons on the same day, can only be simulated. A crossover on different days needs more persons than the paired and fewer than parallel groups.
study_report-trials-parallel = Parallel groups
study_report-trials-shows = Shows the effect
study_report-trials-size = { $count } persons, { $design }
study_report-trials-trial = Trial
study_report-trials-what = From the persons of this study { $trials } trials of each size were drawn, each measured with the error that the study gives. The line holds 95 of 100 trials' estimates, the thick part 68, the square is the median; the dashed line is what all persons together have. A trial “shows” the effect where its interval ({ $interval }) lies on the right side of nought.
study_report-trials-wrong = Shows it on the wrong side

## unit

study_report-unit-points = points
study_report-unit-points_of_volume = points of limb volume
study_report-unit-points_per_h = points/h
