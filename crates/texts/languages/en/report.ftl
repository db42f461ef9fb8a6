# The report of a case, and the words that all reports share.

report-contents = Contents
report-disclaimer = Concord is not a medical device and is not affiliated with any maker.
report-founded_on = Founded on
report-made_by = Made by Concord { $program }, result version { $result }. The same case, version and seed give the same file.
report-made_by_drawn = Made by Concord { $program }, result version { $result }; { $persons } persons drawn beside the central one, seed { $seed }. The same case, version and seed give the same file.
report-page = p. { $page }
report-parameter = Parameter
report-quantity = Quantity
report-title = { $name } – Concord report
report-to = { $low } to { $high }

## answer

report-answer-candidate = A candidate for active vacuum. Recommended: { $pump }.
report-answer-holds = How long the vacuum is held in this day
report-answer-holds_simulated = Simulated, median of the persons; see { $day }.
report-answer-liner = Liner
report-answer-no_candidate = Not a candidate for active vacuum:
report-answer-no_pump = A candidate for active vacuum, but no pump of the catalogue fits:
report-answer-person = About this person
report-answer-pump_of_size = { $pump } { $article }, size { $size } ({ $persons })
report-answer-recommended = Recommended pump: { $pump }, { $article }
report-answer-waits = A candidate for active vacuum, but not before this is settled: { $open }. Then: { $pump }.

## basis

report-basis-left = what is left
report-basis-not_counted = printed; not counted: the pump's figure may include it
report-basis-printed = printed
report-basis-told = as told

## case

report-case-activity_moderate = moderate
report-case-arterial = occlusive arterial disease
report-case-bone_moderate = moderately prominent bone
report-case-bone_none = no prominent bone
report-case-bone_prominent = prominent bone
report-case-bulbous = Bulbous
report-case-by_lanyard = lanyard
report-case-by_nothing = no prosthesis yet
report-case-by_pin = shuttle lock with pin
report-case-by_sleeve = sleeve
report-case-by_suction = suction with a one-way valve
report-case-by_vacuum = active vacuum
report-case-cannot_manage = cannot manage the system
report-case-conical = Conical
report-case-cylindrical = Cylindrical
report-case-diabetes = diabetes
report-case-dialysis = dialysis
report-case-girth = { $girth } at { $height }
report-case-girths = { $girths } mm below the { $reference }
report-case-hands_absent = hand function absent
report-case-hands_full = hand function full
report-case-hands_limited = hand function limited
report-case-ischial_tuberosity = ischial tuberosity
report-case-limb = { $shape }; { $amount } soft tissue of { $consistency } consistency; { $bone }; { $scars }
report-case-manages = manages the system
report-case-manages_with_help = manages the system with daily help
report-case-many_socks = { $count } socks in the morning ({ $plies })
report-case-neuroma_bears = a neuroma that bears pressure
report-case-neuroma_cannot = a neuroma that cannot bear pressure
report-case-neuroma_none = no known neuroma
report-case-no_arterial = no occlusive arterial disease
report-case-no_diabetes = no diabetes
report-case-no_dialysis = no dialysis
report-case-no_socks = no socks told
report-case-one_sock = one { $ply } sock in the morning
report-case-patellar_tendon = mid-patellar tendon
report-case-ply = { $ply }-ply
report-case-scars_difficult = difficult scars
report-case-scars_none = no scars
report-case-scars_sound = sound scars
report-case-tissue_excessive = excessive
report-case-tissue_flabby = flabby
report-case-tissue_indurated = indurated
report-case-tissue_insufficient = insufficient
report-case-tissue_normal = normal
report-case-tissue_sufficient = sufficient
report-case-vision_absent = vision absent
report-case-vision_full = vision full
report-case-vision_limited = vision limited
report-case-water_none = kept dry
report-case-water_splash = rain and splashes
report-case-water_swim = swimming

## day

report-day-at_a_desk = at a desk
report-day-below = below { $least }
report-day-central = To the person with the central value of every parameter; others differ.
report-day-expanded = Expanded from { $told }. Assumed: a walk about every { $minutes } min at { $cadence } steps of both feet a minute; of the other time { $standing } % standing, { $sitting } % sitting.
report-day-happened = What happened
report-day-held = Vacuum is held: at least 15 inHg, or what the pump's controller aims at, less twice its band, where that is lower. A pump that steps work rests when its user does: then the leak of the seal decides how long the vacuum stands. Nobody measured the leak of an intact sleeve; ours was set on how often an electric pump started again in ten minutes. So the share of persons who lose their vacuum is predicted, not counted. A pump that restarts by itself does not show this leak.
report-day-median = Median of the persons simulated (10th … 90th percentile). Volumes since donning.
report-day-mixed = mixed
report-day-not_aimed_at = not aimed at: first rests at { $vacuum }
report-day-nothing = Nothing to tell.
report-day-numbers = The day in numbers
report-day-of = { $part } of { $whole }
report-day-off = Grey ground: prosthesis off.
report-day-on_the_feet = on the feet
report-day-settings = The simulated electronic pump runs on the settings of this case: { $settings }. No device learns of them by this report: a device takes them as a record, which concord pump-settings writes.
report-day-strip = Strip above each picture:
report-day-told = { $steps } steps and "{ $kind }", { $from } to { $to }
report-day-what = The same persons live the same day on each suspension. Lines are medians of { $persons } simulated persons, bands hold the middle 80 % of them (10th to 90th percentile). They share this case's measurements and day; what nobody measured of this person is drawn.
report-days-median = Median of the persons simulated (10th … 90th percentile).
report-days-title = Days in a row
report-days-what = { $days } days. The picture shows limb volume since the first morning: a dot each morning before donning and each evening after doffing, median of all persons. Lines only join them.

## evidence

report-evidence-caption = Against the claims of the maker's brochure, as far as they concern this case.
report-evidence-contradicts = contradicts
report-evidence-mixed = mixed
report-evidence-name = Evidence
report-evidence-says = What it says
report-evidence-stance = Stance
report-evidence-supports = supports
report-evidence-title = What studies, guidelines and payers say

## fact

report-fact-body_mass = Body mass
report-fact-by_hand = A hand, after donning
report-fact-by_motor = Motor and cells; day simulated in mode { $mode }
report-fact-by_swing = A part that swings, with every step
report-fact-by_weight = Body weight, with every step
report-fact-connection = Connection
report-fact-direct = Straight to the socket, no external tube
report-fact-driven_by = Driven by
report-fact-heavier_taken = between two sizes, the heavier one is taken
report-fact-height = Height
report-fact-mass = Mass of the pump
report-fact-no_sizes = The pump is not made in sizes
report-fact-size = Size
report-fact-size_for = { $size }, for { $persons }
report-fact-special_order = a special order
report-fact-tube = Through an external tube

## first

report-first-aims = Its controller then aims at { $vacuum }.
report-first-both = After { $steps } steps on the prosthesis: { $vacuum }, { $low } … { $high } kPa. With a pinhole of { $pinhole } mm in the { $seal }: { $torn }, { $torn_low } … { $torn_high } kPa.
report-first-intact = After the first { $steps } steps on the prosthesis the vacuum is predicted at { $vacuum }; eight of ten persons lie between { $low } and { $high } kPa.
report-first-pinhole = With a pinhole of { $pinhole } mm in the { $seal } it is predicted at { $vacuum }; eight of ten persons lie between { $low } and { $high } kPa.
report-first-sensor = If the pump's pressure sensor dies:

## forces

report-forces-answered = answered
report-forces-open = not answered
report-forces-title = Forces in the socket

## grade

report-grade-guideline = guideline or payer
report-grade-maker_claim = maker's claim
report-grade-maker_instruction = maker's instruction
report-grade-our_assumption = our assumption
report-grade-study = study
report-grade-user_report = users' reports

## head

report-head-above_knee = { $length } between socket and knee
report-head-activities = Activities
report-head-adjustable = asks for suspension that adjusts by hand
report-head-air = { $celsius } °C ({ $fahrenheit } °F), { $metres } m above the sea
report-head-barrier = silicone barrier under the sleeve
report-head-below_knee = { $length } below the knee
report-head-below_knee_unknown = below the knee not given
report-head-below_socket = { $length } below the socket
report-head-circumferences = Circumferences
report-head-conditions = Conditions
report-head-day = Day
report-head-definitive = definitive fitting
report-head-expanded = { $hours }, expanded from { $told }
report-head-fit = Fit of the day
report-head-fluctuation = Fluctuation
report-head-fluctuation_said = Changes by { $mm } mm of circumference over a day, as told
report-head-foot = foot { $length }, { $height } high
report-head-foot_unknown = foot { $length }, its build height not given
report-head-hours = { $from } to { $to } ({ $duration })
report-head-interim = interim fitting
report-head-keep_socket = the socket is to be kept
report-head-kicker = Concord: a software twin of active-vacuum suspension. Fitting and one day, for one case.
report-head-level = Level
report-head-limb = Limb
report-head-limb_said = { $level }, { $length } from { $reference } to distal end, { $volume } mL
report-head-loose = loose by { $gap } mm at donning
report-head-measured = Measured
report-head-no_gap = no gap at donning told
report-head-person = Person
report-head-person_said = { $age } years, { $mass }, { $level }, activity { $activity }; { $stage }; water: { $water }
report-head-female = female
report-head-male = male
report-head-amputated = amputation { $months } months ago
report-head-present = Present
report-head-prosthesis = prosthesis { $mass }
report-head-pump_with_tube = pump in use: { $pump }, with external tubing
report-head-pump_without_tube = pump in use: { $pump }, without external tubing
report-head-sleeve = sleeve replaced every { $months } months, as told
report-head-space = Space
report-head-steps = about { $steps } steps on the prosthesis
report-head-strip = The day.
report-head-tight = tight by { $gap } mm at donning
report-head-tissue = Tissue
report-head-wide = a wide component sits right below the socket

## height

report-height-foot = foot's height not given
report-height-joint = nothing left to join the parts
report-height-left = { $mm } mm left
report-height-missing = { $mm } mm missing
report-height-no_foot = nothing left for a foot
report-height-of = { $sum } of { $there } mm ({ $needed } of { $inches } in), { $outcome }
report-height-plate = plate perhaps not included
report-height-shorter_foot = printed for a shorter foot
report-height-space = space not given
report-height-too_little = { $mm } mm left: too little?
report-height-unprinted = no height printed

## held_to

report-held_to-few = This report was made with few persons drawn; its bands are rough.
report-held_to-title = What the twin is held to
report-held_to-what = The twin is compared with the published numbers below; { $file }, which { $command } writes, shows every one of them with the model's value, which were met, which were missed, and on which a parameter was set. These are laboratory sessions of a few people, bench figures and a maker's statements. None of them follows a person through a whole day, so the day in this report reaches beyond what the twin has been held to: read it as a comparison of suspensions on the same person, not as a forecast for this one.

## holds

report-holds-electric = { $pump }: its controller aims at { $aims }. The vacuum stays within twice its band of that for { $held } of { $worn } h worn, and at 15 inHg or more for { $at_15 } h.
report-holds-standing = Of { $standing } h of standing it holds { $held } h.
report-holds-weight = { $pump } holds at least 15 inHg for { $at_15 } of { $worn } h worn.

## instead

report-instead-again = If a contraindication no longer applies one day, change the case and run it again.
report-instead-compares = { $day } compares them for this person: { $names }.
report-instead-in_the_way = What stands in the way of each pump:
report-instead-none = No pump is recommended and no parts are listed. Concord does not choose another suspension; what it can do is show the day on the ones without a pump.
report-instead-title = What can be done instead

## limb

report-limb-distances = The limb, and how far the socket's inside is from its skin.
report-limb-facts = The scan goes before the tape: { $volume }, { $length } long below { $landmark }, { $skin } of skin. The socket ({ $technique }) has { $contact } of contact, its wall is nowhere thinner than { $wall }.
report-limb-files = Measurement sheet, liner order, steps and sections stand in { $file }; the files to print or carve lie beside it.
report-limb-no_socket = No socket is made of this scan.
report-limb-same_scale = Same scale, same heights.
report-limb-socket = The socket.
report-limb-tape_and_scan = Tape and scan

## link

report-link-day = the day
report-link-the_day = The day

## mode

report-mode-automatic = automatic
report-mode-level1 = level 1
report-mode-level2 = level 2
report-mode-level3 = level 3
report-mode-level4 = level 4
report-mode-off = off
report-mode-reverse = reverse

## parameters

report-parameters-assumed = Assumed
report-parameters-assumed_what = { $heading } ({ $count }): nobody published it: our judgement.
report-parameters-fitted = Fitted
report-parameters-fitted_what = { $heading } ({ $count }): set so that a published number is met; meeting that number proves nothing.
report-parameters-fixed = fixed
report-parameters-ours = Our assumption
report-parameters-published = Published
report-parameters-published_what = { $heading } ({ $count }): read in the source, or computed from its figures.
report-parameters-source = Source and note
report-parameters-spread = Spread
report-parameters-title = Every parameter of the twin
report-parameters-value = Value
report-parameters-what = Numbers that neither this case nor the catalogue gives. The spread is one standard deviation, between persons and in what is known: ± in the parameter's unit, ×÷ as a factor. Bands in this report come from it.

## parts

report-parts-article = Article
report-parts-ask = Still to ask
report-parts-caption = The order for one system. Articles as printed; what is still to ask stands with each line.
report-parts-caption_waits = The order for one system, not before this is settled: { $open }. Articles as printed; what is still to ask stands with each line.
report-parts-order = Order
report-parts-part = Part, and why
report-parts-size = Size
report-parts-title = Parts list
report-parts-waits = Not before this is settled: { $open }.

## pinned

report-pinned-by = Pinned by
report-pinned-fitted = Fitted parameters
report-pinned-fitted_caption = { $heading }: what pins each, and how far.
report-pinned-fitted_name = What pins the fitted parameters
report-pinned-free = What remains free
report-pinned-free_caption = { $heading }: assumed parameters that were not fitted, though they move what the twin predicts of the studies below. A study that measured one would test those predictions.
report-pinned-hardly = hardly touched
report-pinned-how_far = How far
report-pinned-is = What it is, and what to measure
report-pinned-measure = Measure { $what }
report-pinned-moves = Moves most
report-pinned-moves_by = { $what } { $mark }, by { $times } × the uncertainty of that number
report-pinned-narrowed = narrowed
report-pinned-narrower = spread { $narrower } narrower
report-pinned-none = no number
report-pinned-title = What the published numbers pin down
report-pinned-well = well pinned
report-pinned-what = Fitted parameters were set on published numbers. How much a number really says about one is how much it narrows the spread that the parameter would have without it. Where it narrows little, the value is our judgement as much as that study's; the bands of this report use the wide spread, not the narrowed one.

## pumps

report-pumps-caption = Pumps in order, with what decides: refusals where there are any, else all that speaks for or against.
report-pumps-grounds = Grounds for { $pump }
report-pumps-inputs = Inputs
report-pumps-name = Pumps
report-pumps-pump = Pump
report-pumps-reasons = Reasons
report-pumps-rest = What each verdict rests on: { $link }.
report-pumps-rules = Every rule that was asked about each pump: what it found, from which fields of the case and of the catalogue, on whose word. Weights order the pumps that fit; they are our judgement.
report-pumps-verdict = Verdict
report-pumps-weight = weight { $weight }
report-pumps-what = What

## seal

report-seal-seal = seal
report-seal-sleeve = sleeve

## section

report-section-answer = The answer
report-section-day = The day
report-section-first_steps = First steps, and if the sensor fails
report-section-foundations = What is published and what is assumed
report-section-limb = The limb and its socket
report-section-pumps = Every pump of the catalogue
report-section-rules = Why, rule by rule
report-section-sources = Sources
report-section-what_if = What could go wrong

## sources

report-sources-titles = Titles as in Concord's bibliography, which also says how much of each source was read; some titles are descriptive. Check a source before quoting it.

## space

report-space-left_out = Not shown, for no height is known: { $pumps }.
report-space-title = Does it fit in the height?
report-space-what = Each pump with what stands above and below it, to scale, from the socket on the left; white is what is left for pylon or clamp adapter. The dashed line is the space there is.

## spread

report-spread-fewer_steps = fewer steps
report-spread-is = What it is
report-spread-keeps_volume = keeps volume
report-spread-larger = “Larger:” says what a larger value of the parameter does.
report-spread-largest = Largest share
report-spread-less_pistoning = less pistoning
report-spread-loses_volume = loses volume
report-spread-measure = What to measure
report-spread-measure_caption = What to measure to narrow the bands, strongest first. How to measure it is our suggestion.
report-spread-measure_label = Measure
report-spread-more_pistoning = more pistoning
report-spread-more_steps = more steps
report-spread-other_case = Computed on the shipped case { $case }, not on this one: the order is a guide, the numbers are that case's, by moving every parameter by its spread ({ $command }); a share is sure to about ± { $share }.
report-spread-own_case = Computed on this case, by moving every parameter by its spread ({ $command }); a share is sure to about ± { $share }.
report-spread-share_of = { $share } of { $what }
report-spread-title = What carries the spread
report-spread-value = { $central } ± { $sd } { $unit } (one standard deviation)
report-spread-value_and_first = { $central } ± { $sd } { $unit } (one standard deviation). Were the first known exactly, the band would be at most { $narrower } narrower.
report-spread-what = The bands of this report are wide because some numbers are not known well, and differ from person to person. Each picture takes one result of the day and shows which numbers its band comes from: a parameter with 60 % takes part in 60 % of the band's variance, alone or together with others. A long bar with a dashed edge is a number that matters and that nobody has published: measuring it helps most.

## stack

report-stack-basis = On whose word
report-stack-height = Height
report-stack-piece = Piece
report-stack-title = Height, piece by piece

## system

report-system-pin = pin and socks
report-system-suction = one-way valve

## unit

report-unit-of_limb_volume = % of limb volume
report-unit-socks = socks
report-unit-steps = steps

## what_if

report-what_if-battery = battery left goes from { $before } to { $after }
report-what_if-caption = Median (10th … 90th percentile). Bold: differs from the day as fitted.
report-what_if-first_lost = Held vacuum first lost, with central parameter values
report-what_if-held = hours with the vacuum held go from { $before } to { $after }
report-what_if-hours_held = Hours held
report-what_if-lost = with central parameter values, held vacuum is first lost: { $lost }
report-what_if-never = never
report-what_if-pistoning = mean pistoning goes from { $before } to { $after }
report-what_if-socks = socks added go from { $before } to { $after }
report-what_if-strides = steps to 15 inHg go from { $before } to { $after }
report-what_if-time = time with at least 15 inHg goes from { $before } to { $after }
report-what_if-title = What could go wrong
report-what_if-unchanged = nothing changes that these numbers show.
report-what_if-volume = limb volume at the day's end goes from { $before } to { $after }
report-what_if-what = The same day on the recommended pump, each time with one thing wrong, compared with the day as fitted.
