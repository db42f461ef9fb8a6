# What the commands say in a terminal.

terminal-no_socket = No socket is made of the scan: { $why }
terminal-note = Note: { $note }
terminal-report = Report: { $file }
terminal-the_day = The day: { $day }

## calibrate

terminal-calibrate-after = after
terminal-calibrate-after_log = after it
terminal-calibrate-before = before (10th … 90th)
terminal-calibrate-before_log = before the log
terminal-calibrate-cannot_follow = { $quantity }: { $count ->
    [one] { $count } reading
   *[other] { $count } readings
    }, missed by { $rms } of their standard deviations. THE TWIN CANNOT FOLLOW THEM: check log, suspension and the case's day; do not use what is below
terminal-calibrate-converged = The islands agree: another seed would say nearly the same.
terminal-calibrate-follows = { $quantity }: { $count ->
    [one] { $count } reading
   *[other] { $count } readings
    }, missed by { $rms } of their standard deviations (root mean square)
terminal-calibrate-heading = { $case }, from { $log } on { $system }
terminal-calibrate-median = Median (10th … 90th percentile). Volumes since donning.
terminal-calibrate-more = { $count } more are in the report.
terminal-calibrate-not_converged = NOT CONVERGED: the islands do not agree about { $names }. Give more --members.
terminal-calibrate-not_converged_more = NOT CONVERGED: the islands do not agree about { $names } and { $more } more. Give more --members.
terminal-calibrate-others = About { $left } others of { $all } the log says nothing: they are as uncertain as before.
terminal-calibrate-parameter = parameter
terminal-calibrate-same_day = The same day on { $system }
terminal-calibrate-sd = SD after/before
terminal-calibrate-unit = unit

## catalog

terminal-catalog-also = Also called { $names }
terminal-catalog-hint = `concord catalog ARTICLE` shows all that is printed about one.
terminal-catalog-is = what it is
terminal-catalog-name = name
terminal-catalog-performance = What its day is simulated with ({ $table }):
terminal-catalog-performance_of = What its day is simulated with ({ $table }, those of { $article }):
terminal-catalog-values = values printed

## day

terminal-day-median = Median of the persons drawn (10th … 90th percentile). Volumes since donning.
terminal-day-nothing = nothing to tell
terminal-day-regions = limb volume after doffing at day's end, %
terminal-day-regions_alone = Each region as a limb of its own: it carries its load, and no fluid comes from its neighbours (assumed). One person, the central one.

## days

terminal-days-assumed = Assumed: at night the person lies without a prosthesis. Each day begins without the socks of the day before.
terminal-days-day = day
terminal-days-evening = volume at the day's end, %
terminal-days-first_sock = first sock
terminal-days-leak_grows = The leak at 17 inHg grows with the sleeve's wear from { $first } mL/min on the first day to { $last } on the last.
terminal-days-first_without = The first day without a sock is day { $day }.
terminal-days-heading = { $system }: days in a row. Volumes since the first morning, lying, before donning.
terminal-days-lowest = lowest volume, %
terminal-days-measured = Measured between two visits two weeks apart: { $low } to { $high } % ({ $persons } users, mean { $mean }, SD { $sd }; Zachariah et al. 2004).
terminal-days-morning = volume next morning, %
terminal-days-never_without = In { $days } days there is no day without a sock.
terminal-days-no_more = From day { $day } on no sock is added.
terminal-days-outside = After { $days } days the twin's limb has changed by { $change } %. THIS LIES OUTSIDE WHAT WAS MEASURED.
terminal-days-socks = socks added
terminal-days-too_few = The twin is compared with it from { $days } days on.
terminal-days-whose = What follows is of the person with central parameter values.
terminal-days-within = After { $days } days the twin's limb has changed by { $change } %. This lies within what was measured.
terminal-days-without = persons without a sock, %

## drive

terminal-drive-clean = without a failure: { $hours } hours with { $faults } faults; the pump ran { $share } % of the time
terminal-drive-episode = { $fault } from { $at } for { $seconds } s
terminal-drive-failure = seed { $seed }, at { $at }: { $invariant }: { $what }
terminal-drive-flicker = { $on } s of every { $every } s
terminal-drive-follows = follows
terminal-drive-measured = measured
terminal-drive-mode = mode
terminal-drive-ours = Set points are ours; the maker's are not published.
terminal-drive-person = person
terminal-drive-pump = pump
terminal-drive-runs = { $runs } runs, seeds { $first } to { $last }, commit { $commit }
terminal-drive-set_point = set point
terminal-drive-time = time
terminal-drive-vacuum = vacuum
terminal-drive-warning = warning

## fit

terminal-fit-all = `--all` shows every rule with its inputs and sources, and what contradicts the brochure.
terminal-fit-column_article = article
terminal-fit-column_ask = still to ask
terminal-fit-column_order = order
terminal-fit-column_part = part
terminal-fit-column_size = size
terminal-fit-column_why = why
terminal-fit-first_steps = First steps (predicted, with 10th to 90th percentile)
terminal-fit-height = Height { $between }: { $there }
terminal-fit-order = Order
terminal-fit-order_waits = Order, not before this is settled: { $open }
terminal-fit-printed = { $field } = { $value } (printed "{ $printed }": { $place })
terminal-fit-pump_of_size = { $pump }, size { $size }
terminal-fit-pumps = Pumps, in order
terminal-fit-rule = rule { $rule }
terminal-fit-sensor = If the pump's pressure sensor dies

## monitor

terminal-monitor-alarm = ! ALARM, { $urgency }: { $warning }
terminal-monitor-alarm_ended = { $warning } ({ $urgency }), since { $since }, ended at { $at } after { $after } s
terminal-monitor-alarm_there = { $warning } ({ $urgency }), since { $since }, not ended
terminal-monitor-alarms = alarms, first those that are there, then the newest:
terminal-monitor-broken = broken frames come: bytes are lost or changed on the line
terminal-monitor-clock = the unit's clock jumped, or it was started anew; the time here goes on
terminal-monitor-counts = { $frames } frames, { $broken } broken, { $unknown } of an unknown version or kind, in { $bytes } bytes
terminal-monitor-ended = ended: { $alarm }
terminal-monitor-frame = vacuum { $vacuum }, set point { $set }; leak { $leak }; charge { $charge } %, { $hours } h left; { $doing }; { $pump }; { $steps } steps
terminal-monitor-leak = { $leak } mL/min
terminal-monitor-leak_or_more = { $leak } mL/min or more
terminal-monitor-leak_unknown = not known yet
terminal-monitor-medium = medium
terminal-monitor-more = and { $count } before these
terminal-monitor-no_alarm = no alarm came
terminal-monitor-off = { $doing }, off the limb
terminal-monitor-rests = pump rests
terminal-monitor-runs = pump runs at { $percent } %
terminal-monitor-silent = the line is silent: no frame for { $seconds } s (in storage a unit speaks every 100 s)
terminal-monitor-speaks = the line speaks again after { $seconds } s
terminal-monitor-trend = { $leak }, { $times } × its mean
terminal-monitor-unknown_alarm = ! ALARM that this program does not know (bits { $bits }): see the unit's own description
terminal-monitor-unknown_kind = frames of kind { $kind } come, which this program does not know
terminal-monitor-unknown_version = frames of version { $version } come; this program reads version { $known }. Take the program of the unit's version

## power

terminal-power-finish = Sizes are of persons who finish; { $share } % of those allocated do not.
terminal-power-instead = The study is paired, as only a simulation can be: these are sizes of parallel groups. For a crossover write design = "crossover" into the study.
terminal-power-nothing = nothing was drawn
terminal-power-over = over { $size }
terminal-power-rest = 90 of 100 cases, and in how many of 100 cases trials of n persons show it.
terminal-power-what = From { $persons } virtual persons { $trials } trials of each size were drawn ({ $design }): the smallest that show the difference in 80 and

## sleeve

terminal-sleeve-a_year = sleeves a year          { $sleeves }
terminal-sleeve-cost = cost a year             ${ $cost } at ${ $price } each
terminal-sleeve-covers = pinholes it still covers  { $flow } mL/min: one hole of { $hole } mm, or as many smaller ones
terminal-sleeve-evidence = What two users report (n = 2): replaced every 2–3 months at $160 and more; every 4–6 months with a thin silicone barrier. That a sleeve is replaced when the pump no longer covers its leak in walking is our assumption, as are the pump's own figures.
terminal-sleeve-lasts = a sleeve lasts          { $months } months, with { $pinholes } pinholes in it at the end
terminal-sleeve-no_knee = A sleeve seals a socket below the knee to the thigh. Above the knee a liner with a seal does that, and nothing about its life or price is known here: no figure is given.
terminal-sleeve-takes = the pump takes          { $flow } mL/min at 15 inHg in walking
terminal-sleeve-with_barrier = { $case }: { $system }, with a silicone barrier. Median (10th to 90th percentile) of the persons drawn.
terminal-sleeve-without_barrier = { $case }: { $system }, without a barrier. Median (10th to 90th percentile) of the persons drawn.

## socket

terminal-socket-along_skin = along skin
terminal-socket-area = area
terminal-socket-axes = Axes:
terminal-socket-below_level = below { $level }
terminal-socket-bone = bone { $bone } mL; soft tissue { $tissue } mm thick on the mean
terminal-socket-found = { $how } ({ $standing })
terminal-socket-contact = { $contact } cm² in contact; { $gap } mm against the limb in its liner
terminal-socket-custom = custom liner: { $reasons }
terminal-socket-difference = difference
terminal-socket-differences = mean radial error { $radial } mm, inter-quartile range { $range } mm, at most { $most } mm, normals { $normals }° apart: { $verdict }
terminal-socket-donning = donning: { $verdict } (undercut { $undercut } mm of radius)
terminal-socket-files = Files:
terminal-socket-files_in = Files in { $folder }:
terminal-socket-front = front
terminal-socket-girth = { $below } mm below { $level }: { $after } mm, then { $before } mm ({ $change })
terminal-socket-heading = { $name }, { $side } side
terminal-socket-inside = inside { $inside } mL below the brim; rectified limb less its reduction { $expected } mL ({ $off } %)
terminal-socket-landmarks = Landmarks:
terminal-socket-level = level
terminal-socket-limb = Limb below { $landmark }: { $length } mm, { $volume } mL, { $skin } cm² of skin; shape index { $index } (below 1 conical)
terminal-socket-liner = Liner: { $measure }
terminal-socket-long_axis = long axis
terminal-socket-look = Look at:
terminal-socket-none = No socket is made, and no file is written:
terminal-socket-scan = Scan: { $file } ({ $format }, { $faces } faces), in { $unit }: { $reason }
terminal-socket-scan_word = scan
terminal-socket-since = Since { $earlier } (aligned to { $rms } mm):
terminal-socket-size_check = Size check, no socket ({ $technique }):
terminal-socket-socket = Socket ({ $technique }):
terminal-socket-solid = closed, oriented, { $pieces } piece, { $crossings } faces through another, { $faces } faces
terminal-socket-swelling = Time since doffing counts: { $what }.
terminal-socket-taken = Taken: { $taken }
terminal-socket-tape = tape
terminal-socket-tape_and_scan = Tape and scan, circumferences below the { $reference }:
terminal-socket-thinnest = thinnest place of the solid { $mm } mm: { $feature }
terminal-socket-volume = volume { $after } mL, then { $before } mL ({ $change } %) over the heights both scans have
terminal-socket-volumes = volume: tape { $tape } mL, scan { $scan } mL ({ $change } %), not judged
terminal-socket-wall = thinnest wall { $wall } mm; { $volume } mL of material

## study

terminal-study-arm = arm
terminal-study-crossover = Days differ: more seem to gain and to lose than on one and the same day.
terminal-study-difference = difference ({ $interval })
terminal-study-finished = { $out } dropped out, { $analysed } analysed
terminal-study-flow = { $assessed } persons assessed, { $not } not eligible, { $allocated } allocated ({ $design })
terminal-study-flow_most = { $assessed } persons assessed, { $not } not eligible (most: { $reason }), { $allocated } allocated ({ $design })
terminal-study-gain = gain
terminal-study-lose = lose
terminal-study-matters = matters
terminal-study-outcome = outcome
terminal-study-paired = Each person on the same day with every suspension: only a simulation can.
terminal-study-parallel = Nobody has both suspensions: who gains and who loses cannot be told.
terminal-study-report = The report is in { $file }.
terminal-study-reached = { $outcome }, { $arm }: reached by { $arm_n } of { $all }, with the reference by { $reference_n } of { $reference_all }. The difference is of those who reached it only.
terminal-study-unit = unit
