# The sentences of the rules: rule and outcome; "note" says what was assumed, "settle" what has to be settled.

## cautions

cautions-no_indication-met = None of the maker's indications is met: nothing speaks against vacuum here, but nothing printed speaks for it either.
cautions-no_indication-note = The brochure lists indications; that a person without any deserves a warning is our reading.
cautions-socks_with_vascular_disease-met = { $which } and socks: limbs with vascular disease lost fluid when a sock was added and did not regain it when it was taken off. Reach the fit without adding socks.
cautions-skin_suction_with_diabetes-met = Diabetes and suction on skin: blisters formed at a median of { $blister_kpa } kPa held for { $minutes } minutes, and sooner in people with diabetes. Leave no gap between limb and liner, and look at the skin daily in the first weeks.
cautions-skin_suction_with_diabetes-note = 3,418 people in 146 experiments with a 6 mm cup on skin, not with a prosthesis. Diabetes: known to us from a title only (Bernstein 1983).
cautions-insufficient_soft_tissue-met = Insufficient soft tissue: little lies between bone and wall to take load evenly. A thicker or custom liner and a check socket come first.
cautions-insufficient_soft_tissue-note = Total surface bearing needs soft tissue to spread load; no printed limit was found.
cautions-flabby_tissue-met = Flabby tissue moves in the socket and is drawn distally by vacuum. Raise the level slowly and look for oedema at the distal end.
cautions-flabby_tissue-note = No study on flabby tissue under vacuum was found.
cautions-vision-met = Vision is { $vision }: finding a leak in sleeve or tube, and inspecting the skin, needs a method by touch or a helper.
cautions-vision-note = The leak check of the instructions for use is done by eye and ear.
cautions-hand_function-met = Hand function is { $hands }: rolling on liner and sleeve without folds needs both hands or a helper. Try it before fitting.
cautions-hand_function-note = No printed requirement was found.
cautions-hands_and_vision-met = Neither hands nor eyes can be used: somebody who is there every day must don the system, check it for leaks and look at the skin. Settle who, and teach them, before anything is fitted.
cautions-hands_and_vision-note = No printed requirement was found; the leak check of the instructions for use is done by eye and ear, and donning takes both hands.
cautions-hands_and_vision-settle = who handles the system every day
cautions-cognition_with_help-met = The person manages the system with a helper: the helper must be taught donning, the leak check and what to do when vacuum is lost.
cautions-cognition_with_help-note = The brochure excludes missing cognitive abilities and does not mention help; that help counts is our reading.
cautions-neuroma_present-met = There is a neuroma that bears pressure today: mark it, relieve it in the socket, and stop if vacuum makes it painful.
cautions-neuroma_present-note = The brochure excludes a neuroma that cannot bear pressure only.
cautions-transfemoral-met = Transfemoral: the system is printed for transtibial "(and transfemoral)" patients, and nothing more about it. Most studies are transtibial; in the one on falls transfemoral users saw no effect.
cautions-transfemoral-note = 15 with vacuum and 12 without, followed for a year; how many of them were transfemoral is not known to us.
cautions-altitude-met = At { $altitude_m } m the air presses with { $ambient_kpa } kPa, { $share_pct } % of sea level: no pump can draw more than that, and a pump reaches about that share of its sea-level vacuum. { $working }
cautions-altitude-out_of_reach = The upper end of the printed working range, { $working_kpa } kPa, cannot be reached here.
cautions-altitude-in_reach = The printed working range ends at { $working_kpa } kPa.
cautions-altitude-note = Working range from the instructions for use; standard atmosphere ISO 2533. From which altitude to say so is our choice.
cautions-sleeve_wear-told = The sleeve is replaced every { $months } months, as told or agreed. { $reported } Keep a spare sleeve.
cautions-sleeve_wear-longer = The sleeve is to be replaced every { $months } months; users report that it lasts less long. { $reported } Keep a spare sleeve.
cautions-sleeve_wear-unknown = How long a sleeve lasts on this person is not known, and a pinhole ends the vacuum. { $reported } Agree when it is replaced, and who checks it.
cautions-sleeve_wear-reported = An active user wore pinholes into a sleeve every { $months_min } to { $months_max } months and lost the vacuum; another reached { $barrier_min } to { $barrier_max } months with a thin silicone barrier under it.
cautions-sleeve_wear-settle = how long a sleeve lasts
cautions-swelling-met = A warning of oedema: in the simulated day the limb is for an hour more than { $grown_pct } % larger in vacuum than at donning ({ $system }). The maker's instructions for use of the 1C62 (p. 23) name swelling as a sign of too much vacuum: look there first, then for room between limb and wall, then for a limb that swells by itself.
cautions-swelling-note = The page is known from a reader's notes, and this is our summary. How much swelling is told, and for how long, is our assumption.
cautions-swelling-settle = why the limb swells in vacuum
cautions-holds_little-met = In the simulated day { $system } holds its vacuum for { $held_pct } % of the hours worn, because it pumps with steps alone. A pump that needs no steps holds it longer, where one fits: compare both in the day.
cautions-holds_little-note = What counts as held is told with the day. Below the lower limit this has to be settled first; both limits are ours.
cautions-holds_little-settle = a pump that holds its vacuum in this day
cautions-specific_weight_bearing-met = The technique "{ $technique }" presses on chosen places ({ $loads }). Sockets for active vacuum are printed as total surface weight-bearing, unlike conventional specific weight-bearing ones. Make one of those for a pump.

## contraindications

contraindications-interim_fitting-met = Interim fittings are a contraindication: the limb is still settling.
contraindications-dialysis-met = Dialysis is a contraindication.
contraindications-neuroma-met = A neuroma that prevents the person from bearing pressure on the residual limb is a contraindication.
contraindications-cognition-met = Missing cognitive abilities to manage the system are a contraindication.

## evidence

evidence-maker_benefits-met = A maker lists as proven clinical benefits: limb volume management, which can reduce the need to add socks; less pistoning between limb and socket; better residual limb health; better balance, less risk of falls and better walking.
evidence-maker_benefits-note = The brochure numbers four references; the copy that was read does not hold them.
evidence-board_2001-met = Residual limbs lost 6.5 % of volume in 30 minutes of walking with suction and gained 3.7 % with vacuum.
evidence-beil_2002-met = Vacuum lowered the positive pressure impulse in stance from 42.8 to 39.6 kPa s and deepened suction in swing.
evidence-rink_2016-met = After 16 weeks of vacuum skin was better oxygenated in walking and its barrier preserved (5 transtibial, 5 transfemoral, cross-over).
evidence-samitier_2016-met = Dysvascular transtibial users: the Berg balance score rose from 45.75 to 49.06 and the four square step test fell from 18.18 to 14.97 s at 4 weeks.
evidence-traballesi_2012-met = With wounds or ulcers, all vacuum users walked at 12 weeks against 5 of the control group (randomised).
evidence-rosenblatt_falls-met = Over one year the absolute risk of multiple falls was cut by nearly 75 % in transtibial users (15 with vacuum, 12 without); no effect in transfemoral users.
evidence-klute_pin-met = Users preferred the pin for comfort and ease and were about twice as active with it.
evidence-in_socket_volume-met = Measured inside the socket, fluid volume with vacuum varied by person; several later in-socket studies found no overall difference against suction. That vacuum "prevents volume fluctuations", as a maker prints, is not agreed.
evidence-in_socket_volume-note = A case series of which the introduction was read; n and the later studies' numbers are not known to us.
evidence-xu_2017-met = Vacuum from 0 to 20 inHg had no systematic effect on gait; 15 and 20 inHg were more comfortable.
evidence-cms_workgroup-met = A payer's workgroup: physiologic benefit yes, functional outcome unproven. Expect to justify the prescription.

## forces

forces-impact-what = Impact, when the heel strikes the ground. Printed against it: soft liner materials and shock-absorbent feet.
forces-impact-liner = { $liner }: soft liner material is the printed answer; how much impact this one takes is not printed.
forces-impact-pump = { $pump }; the maker prints: "{ $printed }"
forces-impact-foot = The foot; the maker prints: "{ $printed }"
forces-impact-no_pump = { $pump }: nothing is printed about shock, so count on none.
forces-impact-no_foot = The foot: whether it absorbs shock is not asked here. Choose it for that.
forces-impact-day = The day simulates it, as the loading rate at heel strike: a functional ring, a soft heel and slower walking lower it.
forces-rotation-what = Rotation, in stance: the socket can turn on the limb. Printed against it: the shape of the socket with special connective techniques, such as negative pressure.
forces-rotation-vacuum = Vacuum by { $pump }: negative pressure is a printed answer, as long as it holds.
forces-rotation-socket = The shape of a total-surface-bearing socket, in full contact.
forces-rotation-loaded = The technique of this case loads chosen places; whether that holds against rotation under vacuum is not printed.
forces-rotation-pump = { $pump } gives under torsion; the maker prints: "{ $printed }"
forces-rotation-no_pump = { $pump }: nothing is printed about torsion, so count on none.
forces-rotation-day = The day simulates it, as rotation of the bone in the socket: vacuum, a close fit and a functional ring lower it.
forces-shear-what = Shear, the lifting force in swing. Printed against it: the right liner material and the correct closure system.
forces-shear-liner = { $liner }: the second skin between soft tissue and the hard wall, which reduces movement and friction.
forces-shear-closure = The closure system: vacuum by { $pump }, sealed by { $seal }.
forces-shear-leak = A leak takes the closure away: then only the fit of the socket holds.
forces-shear-day = The day simulates it, as pistoning.

## indications

indications-volume_fluctuation-met = The circumference changes by { $fluctuation_mm } mm a day. Volume fluctuations up to { $limit_mm } mm in circumference are an indication.
indications-volume_fluctuation-beyond = Out of range: the circumference changes by { $fluctuation_mm } mm a day, the indication ends at { $limit_mm } mm. Look for the cause and adapt the socket first; nothing here says that vacuum holds this limb.
indications-volume_fluctuation-settle = how much the limb swells and shrinks in a day
indications-vascular-met = { $which }: diabetes and occlusive arterial diseases are an indication.
indications-bone_and_scars-met = { $which }: prominent bone structures and difficult scar conditions are an indication.
indications-activity-met = Activity is { $activity }: a need for increased suspension due to a higher activity level is an indication.
indications-adjustable_suspension-met = The person asks for continuous, adjustable suspension: an indication, for an electronic pump only.

## liner

liner-size-printed = { $measure }. The maker's rule (Technical Information 2.1.8, p. 5): the next smaller size, here { $size }; { $printed_large_mm } and { $printed_small_mm } mm are printed as neighbours.
liner-size-by_chart = { $measure }. The maker's rule (Technical Information 2.1.8, p. 5): the next smaller size. Order by the maker's chart: of its sizes only { $printed_small_mm } and { $printed_large_mm } mm are known to us.
liner-size-unmeasured = The circumference { $above } above the distal end lies outside the measurements: measure it to size the liner.
liner-size-note = For a standard liner without pre-flexion. Printed: where to measure, "next smaller", and the example 250 to 235 mm; known to us from a reader's notes.
liner-series-met = Our assumption, not the maker's chart: if sizes go on in steps of { $step_mm } mm, { $circumference } lies between { $below_mm } and { $above_mm } mm. Candidates: { $candidates }; the maker's example has { $example_pct } %.
liner-series-note = Nothing but the two printed sizes was found. The step is their difference; which of the two candidates the chart has is the maker's to say.
liner-preflexed-suited = A pre-flexed liner is printed for short to medium, slightly conical limbs and is taken by length: { $length } from the mid-patellar tendon to the end, the circumference as above. The maker's rule: the same length or the next shorter. { $size }
liner-preflexed-unsuited = A pre-flexed liner is printed for short to medium, slightly conical limbs; this limb is { $shape }.
liner-preflexed-printed = Here { $printed_length_mm } mm, which is printed.
liner-preflexed-by_chart = Order by the maker's chart: of its lengths only { $printed_length_mm } mm is known to us.
liner-preflexed-note = Printed: 125 mm for a limb of 125 mm and for one of 135 mm; known to us from a reader's notes. Which length is "medium" is not printed there.
liner-custom-met = Custom liner by the plaster cast technique: { $why }. The technique is also applicable for ordering custom liners; no article number is printed.
liner-custom-note = The brochure names the way, not the shapes. Bulbous limbs, difficult scars and prominent bone are our choice.
liner-material-met = A urethane liner is preferred, of polyurethane without or with partial textile cover (technical information): vacuum must not reach the skin.
liner-transfemoral-met = Transfemoral: liner sizing and the transtibial liners do not apply. { $name } is in the printed list of complementary components; whether it stands under the transfemoral heading cannot be told from the copy that was read.
parts-socket-made = One of the five components: it is made to the limb, total surface bearing, and not ordered from a list.
parts-socket-kept = The present vacuum socket is kept.
parts-pump-met = The pump of this system.
parts-pump-ask_size = the size: body mass or foot lies outside what is printed
parts-pump-ask_special_order = a special order: contact the maker's customer service first
parts-pump-ask_legacy = whether it can still be had: it is printed as a legacy pump
parts-pump-ask_delivery = what its delivery contains, so that nothing is ordered twice: it is not printed
parts-delivery-met = In the pump's scope of delivery: do not order separately.
parts-socket_connector-met = Connects the pump's tube to the socket.
parts-socket_connector-kept = The tube connection of the present socket is kept if it is tight.
parts-socket_connector-unknown = Connects a tube to the socket, if the pump has one.
parts-socket_connector-ask_which = which connector: for this pump none is printed, this is the one delivered with another pump
parts-socket_connector-ask_whether = whether it is needed: how this pump is connected is not printed
parts-socket_connector-note = The connector is printed, for which pumps it is made is not.
parts-adapter_plate-usual = The pump is fixed to it; its valve keeps the vacuum while the pump is off for charging.
parts-adapter_plate-offset = The pump is fixed to it; offset, for a wide component below the socket.
parts-liner-listed = One of the five components: a urethane liner is preferred. One to wear and one to wash.
parts-liner-custom = One of the five components, made to the cast. One to wear and one to wash.
parts-liner-sealing = Seals in the socket by itself, so that no knee sleeve is needed. One to wear and one to wash.
parts-liner-ask_material = that it is polyurethane: the list prints no material beside the name
parts-liner-ask_chart = the size, by the maker's chart: the next smaller one (Technical Information 2.1.8, p. 5)
parts-liner-ask_candidates = of sizes that we assume, not the chart: { $candidates }
parts-liner-ask_measure = the size: the circumference it is taken by was not measured
parts-liner-ask_preflexed = standard, or pre-flexed by length: { $length } from the mid-patellar tendon to the end, the same or the next shorter (p. 5)
parts-liner-ask_cast = what the maker needs to make it of polyurethane: cast, sheet of measures, thickness
parts-liner-ask_level = whether it is listed for transfemoral use, and its size: neither can be told from the copy that was read
parts-liner-note = The liner is printed. That one is worn while the other is washed is our advice, as is that a sealing liner replaces the sleeve above the knee.
parts-sheath-met = One of the five components: it leads air from the liner's surface to the pump.
parts-sheath-ask = article and size: no number is printed
parts-sleeve-met = One of the five components: it seals socket to thigh. One to wear and one spare: a pinhole lets air in, and the vacuum is lost.
parts-sleeve-ask_which = which of { $articles }: they are printed together, without a difference
parts-sleeve-ask_size = the size: none is printed
parts-sleeve-note = The sleeve is printed; the spare is our advice after users' reports (amputee_store_harmony).
parts-footshell-met = The pump is a foot, and a foot is not delivered without its footshell.
parts-footshell-ask = which footshell ({ $kinds }): the table of the { $article }, p. { $page }, prints it by colour ("{ $legend }"), and the copy that was read has no colours
parts-charger-met = Charges the pump's cells.
parts-charger-ask = its article, and whether it comes with the pump: neither is printed
parts-batteries-met = The pump runs on them.
parts-batteries-ask = how many it takes, and whether they come with the pump: neither is printed

## merits

merits-retrofit-for = An existing vacuum socket with external tubing is to be kept; the maker prints: "{ $printed }"
merits-retrofit-against = An existing socket with external tubing is to be kept; this pump has no printed tube connection, so the socket would have to change.
merits-replaces_present_pump-met = Printed as similar in size to the present pump ({ $present }) for easy upgrade.
merits-little_space-space = Little space for a pump ({ $room_mm } mm); the maker prints: "{ $printed }"
merits-little_space-limb = A long limb ({ $limb_mm } mm); the maker prints: "{ $printed }"
merits-little_space-note = The brochure gives no numbers. 140 mm, without what is known of foot, shoe and adapters: the tallest pump that keeps another foot needs 125 mm. 187 mm: one standard deviation above the mean limb of OpenLimbTT (153 mm, +2 SD 221 mm). Both are our assumption.
merits-no_tubing-met = Connects straight to the socket: no external tube to catch, kink or leak.
merits-high_activity-for = Very active; the maker prints: "{ $printed }"
merits-high_activity-against = Printed for highly active end-users; this person's activity is { $activity } at { $level }.
merits-high_activity-refused = Printed for highly active end-users; { $level } is a household ambulator at most. That these words refuse is our reading.
merits-high_activity-note = The definition of the levels: mfcl_cms.
merits-adjustable_suspension-for = The person asks for adjustable suspension; the maker prints: "{ $printed }"
merits-adjustable_suspension-against = The person asks for adjustable suspension; it is printed for an electronic pump only.
merits-water-met = The person swims; the maker prints: "{ $printed }"
merits-two_chambers-met = Two chambers: printed to make vacuum twice as fast as legacy pumps.
merits-field_service-met = Serviceable without sending it in; the maker prints: "{ $printed }"
merits-shock_and_torsion-met = Takes vertical shock and torsion.
merits-no_battery-for = Runs on body weight: nothing to charge.
merits-no_battery-against = Runs on cells: something to charge or change; hours per charge are not published.
merits-no_battery-note = Nobody weighed charging against stepping; that one source of energy fewer is simpler is our judgement.
merits-little_walking-for = Little walking is expected ({ $level }, activity { $activity }): a motor makes vacuum without steps.
merits-little_walking-against = Little walking is expected ({ $level }, activity { $activity }): a pump that lives on steps makes little vacuum.
merits-little_walking-note = How many steps a pump needs for a given socket is the simulation's question, not this rule's.
merits-read_by_touch-met = Vision is { $vision }; the maker prints: "{ $printed }"

## pumps

pumps-offered-legacy = { $name } is a legacy pump: it is printed only as what newer pumps replace, without data to fit it by.
pumps-offered-unread = { $name }: nothing that its maker prints was read, so there is nothing to fit it by. In a simulation its numbers are assumed, and a motor is run by this program's controller, not by its own. It is judged once its catalogue file holds its limits, heights and connection.
pumps-body_mass-below = { $mass } is below the lower limit of { $limit }{ $from }.
pumps-body_mass-above = { $mass } is above the limit of { $limit }{ $from }.
pumps-body_mass-near_min = { $mass } lies within { $edge } of the lower limit of { $limit }{ $from }: weight loss would leave the range.
pumps-body_mass-near_max = { $mass } lies within { $edge } of the limit of { $limit }{ $from }: carried loads and weight gain count.
pumps-body_mass-within = { $mass } is within { $range }{ $from }.
pumps-body_mass-unprinted = No limit of body mass is printed.
pumps-body_mass-note = Printed limits, in the unit in which the mass was given where that is printed. The margin of 3 kg is our assumption: about what a person's mass moves by in a year.
pumps-mobility_grade-fits = { $level } is within the printed mobility grade { $grade }.
pumps-mobility_grade-refused = { $level } is outside the mobility grade that the maker prints, { $grade }.
pumps-mobility_grade-unprinted = { $level }, and no mobility grade is printed for this pump. Two studies (n = { $traballesi_n } and { $samitier_n }) fitted vacuum to people with wounds or dysvascular limbs with benefit, so it stays possible; decide with a trial.
pumps-mobility_grade-no_walking = { $level } means no ability or potential to walk: no prosthetic pump serves here.
pumps-mobility_grade-note = Grades as printed; definition of the levels: mfcl_cms. The map from the patient's level to the component's grade is one to one; K0 has no grade. A grade that is not printed does not refuse: nobody said that it excludes anybody.
pumps-temperature-refused = { $temperature_c } °C is outside the printed range for use, { $min_c } to { $max_c } °C.
pumps-temperature-fits = { $temperature_c } °C is within the printed range for use, { $min_c } to { $max_c } °C.
pumps-charging_temperature-met = Charge indoors: at { $temperature_c } °C the day is outside the printed charging range, { $min_c } to { $max_c } °C.
pumps-battery_handling-met = Cells must be changed or charged and a rotary switch turned; hand function is { $hands }. Removing the pump for charging needs practice or a helper.
pumps-battery_handling-note = What force it takes to remove a pump is not printed.
pumps-water_conflict-met = One document of the maker allows swimming in fresh water to { $depth_m } m, an edition of the instructions for use lists fresh water as unallowable. Ask the maker which edition holds for the pump you order.
pumps-water_unprinted-met = The person swims, and nothing is printed about water for this pump.
pumps-water_unprinted-note = Silence is not permission; water in a pump's valves is a known way to lose vacuum.
pumps-water_forbidden-swims = The person swims, and the instructions for use (p. { $page }) forbid it: { $printed }.
pumps-water_forbidden-splashes = The instructions for use (p. { $page }) forbid water: { $printed }. Keep it dry in rain and at the basin.
pumps-water_forbidden-note = Our summary of the page, not its words.
pumps-wide_component-printed = A wide component sits below the socket: the offset plate { $offset } is printed for fitting above it.
pumps-wide_component-unprinted = A wide component sits below the socket, and nothing is printed about fitting this pump above one.
pumps-transfemoral-at_the_socket = Transfemoral: nothing is printed about this pump with a knee joint. It is printed for direct connection to the socket, so it is counted between socket and knee; ask the maker.
pumps-transfemoral-below_the_knee = Transfemoral: nothing is printed about this pump with a knee joint. It draws through a tube and is counted below the knee; its air line must reach the socket past the knee. Ask the maker.
pumps-transfemoral-in_the_foot = Transfemoral: nothing is printed about this pump with a knee joint. It is part of the foot, below the knee; its air line must reach the socket past the knee. Ask the maker.
pumps-transfemoral-note = Where it sits in an above-knee prosthesis is our reading of how it is connected.
pumps-transfemoral_printed-met = Transfemoral: its instructions for use (p. { $page }) are for transfemoral users, too, and an offset plate is printed for fitting above microprocessor knees.
pumps-transfemoral_printed-note = Our summary of the page, not its words.

## sizing

sizing-ring-fits = Ring size { $size }: { $mass } lies in the band { $band }.
sizing-ring-hole = Ring size { $size }: { $mass } lies between two printed bands, which end at { $below } and begin at { $begins }; we take the heavier band, { $band }.
sizing-ring-shared = Ring size { $size }: { $mass } is the end of one band and the start of the next; we take the heavier band, { $band }.
sizing-ring-columns = The mass was read in { $unit }. The other printed column puts { $mass } into another band, { $other }: ask the maker which counts.
sizing-ring-note = A hole or a shared end goes to the heavier band: our decision, said wherever it is used.
sizing-foot_table-fits = Size { $size }: { $mass } lies in the band { $band }, with a { $foot_cm } cm foot.
sizing-foot_table-hole = Size { $size }: { $mass } lies between two printed bands, which end at { $below } and begin at { $begins }; we take the heavier band, { $band }, with a { $foot_cm } cm foot.
sizing-foot_table-columns = The mass was read in { $unit }. The other printed column puts { $mass } into another band, { $other }: ask the maker which counts.
sizing-foot_table-special_order = Size { $size } for { $mass } and a { $foot_cm } cm foot is a special order: contact the maker's customer service first.
sizing-foot_table-blank = The table is blank for { $mass }, in the band { $band }, with a { $foot_cm } cm foot: this combination is not made.
sizing-foot_table-foot_outside = A { $foot_cm } cm foot is outside the table, which goes from { $shortest_cm } to { $longest_cm } cm: this pump is part of a foot and is not made in that length.
sizing-foot_table-rounded = The foot is made in whole centimetres: { $foot_cm } cm was read as { $taken_cm } cm.
sizing-band_edge-heavier = { $left } more would change the size to { $other }.
sizing-band_edge-lighter = { $left } less would change the size to { $other }.
sizing-band_edge-note = The same margin as for the limits of body mass.
space-height-fits = { $stack } of the { $available } { $between }. { $left_mm } mm are left { $rest }.{ $not_counted }
space-height-short = { $stack }. There are { $available } { $between }: { $missing_mm } mm are missing.
space-height-no_foot = { $stack } of the { $available } { $between }. { $left_mm } mm are left for a foot: none is that low.
space-height-foot = The foot's build height is not given, so whether it fits is not known. { $stack } of the { $available } { $between }: { $left_mm } mm are left for the foot, and { $rest }.{ $orientation }{ $not_counted }
space-height-space = The space { $between }, where this pump is counted, is not given. Known so far: { $stack }.
space-height-unprinted = No clearance height is printed for this pump, so whether it fits is not known.
space-height-orientation = { " " }For comparison: the { $whole }'s printed { $whole_mm } mm less the { $without }'s { $without_mm } mm make { $foot_mm } mm for the foot of that system.
space-height-not_counted = { " " }Not given, so not counted: { $pieces }.
space-height-pylon = for pylon or clamp adapter
space-height-to_the_knee = for an adapter to the knee
space-height-note = Clearance heights are printed; foot, footshell, shoe and adapters are the case's. What pylon and clamp need at least is not printed.
space-height-settle = the height
space-below_knee_unused-met = { $given_mm } mm below a prosthetic knee are given, but the limb is transtibial: they are not used.
space-below_knee_unused-note = Two answers of the case that do not go together; the level decides.
space-one_foot_length-longer = The clearance is printed for foot size { $printed_cm } only; at { $foot_cm } cm it may be more. Ask before ordering.
space-one_foot_length-shorter = The clearance is printed for foot size { $printed_cm } only; at { $foot_cm } cm it may be less.
space-one_foot_length-note = The figure and its foot size are printed; that a longer foot may need more is our reading.
space-one_foot_length-settle = the height
space-adapter_plate-met = { $stack }; with the plate's { $plate_mm } mm { $together_mm } mm, and { $available_mm } mm are there. Whether the pump's printed height includes the plate is not printed: ask before ordering.
space-adapter_plate-note = Both heights are printed; that they may add is our reading.
space-adapter_plate-settle = the height
space-pylon_room-none = Nothing is left to join the parts; whether they join without is not printed. Ask before ordering.
space-pylon_room-little = Only { $left_mm } mm are left to join the parts; how much that needs is not printed. Ask before ordering.
space-pylon_room-note = 20 mm is assumed: nobody prints what a pylon with its clamp, or an adapter, needs at least.
space-pylon_room-settle = the height
space-system_height-met = The instructions for use (p. { $page }) print a system height of { $system_mm } mm beside a clearance height of { $clearance_mm } mm; what lies between the two is not printed. With the larger figure { $missing_mm } mm are missing: ask before ordering.
space-system_height-settle = the height
foot-compatibility-replaces = It is a foot with the pump inside and takes the place of the present foot.
foot-compatibility-clamp = Goes with other feet: distal tube clamp for { $diameter_mm } mm pylons.
foot-compatibility-unprinted = Goes between socket and foot; which feet it fits is not printed.
order-by_merit-met = Pumps that fit are ordered by the sum of the weights of their reasons, less those of reasons and cautions against them. The weights are our judgement. Ties go to the larger clearance margin, then to the lighter pump.

## Parts of sentences of the rules

pumps-body_mass-range = { $least } to { $most }
pumps-body_mass-lower_only = a lower limit of { $least }; no upper one is printed
pumps-body_mass-upper_only = an upper limit of { $most }; no lower one is printed
pumps-body_mass-for_its_plate = { " " }(printed for its plate { $article })
pumps-body_mass-lightest_size = , where the lightest size begins
indications-vascular-both = Diabetes and occlusive arterial disease
indications-vascular-diabetes = Diabetes
indications-vascular-arterial = Occlusive arterial disease
cautions-socks_with_vascular_disease-arterial = Occlusive arterial disease
indications-bone_and_scars-both = Prominent bone and difficult scars
indications-bone_and_scars-bone = Prominent bone
indications-bone_and_scars-scars = Difficult scars
sizing-band_edge-anything = Anything
space-height-piece = { $kind ->
    [adapters] adapters
    [plate] plate
    [pump] pump
    [pump_and_foot] pump and foot
    [pylon] pylon or clamp adapter
    [foot] foot
    [footshell] footshell
   *[shoe] shoe
    } { $height }
space-height-first_piece = { $kind ->
    [adapters] Adapters
    [plate] Plate
    [pump] Pump
    [pump_and_foot] Pump and foot
    [pylon] Pylon or clamp adapter
    [foot] Foot
    [footshell] Footshell
   *[shoe] Shoe
    } { $height }
space-height-plus = { $all } + { $next }
space-height-sum = { $all } = { $needed }
liner-size-measure = { $circumference }, { $above } above the distal end
liner-size-smaller = { $size } ({ $less } % less)
forces-impact-custom_liner = custom liner
forces-shear-custom_liner = custom liner

## Names of pieces, parts and places

conclusion-of_another_maker = Printed by another maker; that it holds for this pump, too, is our assumption.
parts-foot = foot { $length }, { $side }
parts-name-battery_charger = battery charger
parts-name-cells = rechargeable cells, one set
parts-name-custom_liner = custom liner by plaster cast
parts-name-footshell = footshell
piece-adapter_to_the_knee = adapter to the knee
piece-adapters = adapters
piece-foot = foot
piece-footshell = footshell
piece-plate = plate
piece-pump = pump
piece-pump_and_foot = pump and foot
piece-pylon = pylon or clamp adapter
piece-shoe = shoe
place-above_knee = between socket and knee
place-below_knee = between knee and floor
place-below_socket = between socket and floor

## Values that a rule read

value-absent = absent
value-and = { $first } and { $second }
value-at = at { $value }
value-bears_pressure = bears pressure
value-between = { $least } to { $most }
value-bulbous = bulbous
value-by_hand = worked by hand
value-cannot_bear_pressure = cannot bear pressure
value-cannot_manage = cannot manage
value-conical = conical
value-cylindrical = cylindrical
value-difficult = difficult
value-difficult_scars = difficult scars
value-direct = direct
value-electric = electric
value-flabby = flabby
value-full = full
value-high = high
value-in_brackets = { $value } ({ $other })
value-insufficient = insufficient
value-interim = interim
value-labelled = { $label }: { $value }
value-left = left
value-legacy = legacy
value-limited = limited
value-low = low
value-manages_with_help = manages with help
value-moderate = moderate
value-months = { $months } months
value-no = no
value-not_given = not given
value-not_measured_there = not measured there
value-not_printed = not printed
value-other_than_pin = other than pin
value-pin_lock = pin lock
value-prominent = prominent
value-prominent_bone = prominent bone
value-right = right
value-simulated = simulated, central parameter values
value-socks_worn = { $count } worn
value-splash = splash
value-swim = swim
value-swing_driven = driven by swing
value-transfemoral = transfemoral
value-transtibial = transtibial
value-unread = unread
value-very_high = very high
value-weight_activated = weight activated
value-yes = yes
