# What is said of a case's fit, day, tape, socket and benches.

as_a_socket-acceptable = within the limits of an acceptable socket
as_a_socket-to_modify = a socket of the earlier shape would need modification
as_a_socket-unacceptable = a socket of the earlier shape would be unacceptable
bench_note-motor = the motor runs throughout: the bench sees the pump, not its controller
bench_note-no_data = no data printed: run as a single-chamber pump
bench_note-no_size = { $mass } is outside every printed size: the nearest is taken
bench_note-own_force = it is worked by its own force, whatever the person weighs
bench_note-strokes = a person gives it { $strokes ->
    [one] one stroke
   *[other] { $strokes } strokes
    } after each donning: the bench goes on pumping
bench_note-no_mass = no body mass printed: loaded by a person of { $mass }
bench_note-too_heavy = { $mass } is above the printed { $most }
bench_setup-as_set_up = as set up
bench_setup-heaviest = heaviest of the size
bench_setup-lightest = lightest of the size
bench_setup-middle = middle of the size
bench_setup-one_chamber = one chamber
bench_setup-softer_membrane = membrane a fifth softer
bench_setup-softer_ring = ring a fifth softer
bench_setup-two_chambers = two chambers
bench_setup-washers = { $count ->
    [one] { $count } washer
   *[other] { $count } washers
}
checked-day = day { $begins } to { $ends } with { $count ->
    [one] one activity
   *[other] { $count } activities
    }
checked-day_expanded = day { $begins } to { $ends } with { $count ->
    [one] one activity
   *[other] { $count } activities
    } expanded from { $told }
checked-fine = { $file }: fine. { $name }, { $kg } kg ({ $lb } lb), { $level } limb of { $volume } mL and { $skin } cm², { $day }
checked-fine_and_measured = { $file }: fine. { $name }, { $kg } kg ({ $lb } lb), { $level } limb of { $volume } mL and { $skin } cm², { $day }. { $measured }
disagree-circumference = the circumference at { $count } of { $of } heights; most at { $below } below the { $from }: { $tape } by tape, { $scan } by scan ({ $mm }, { $percent } %)
disagree-circumference_over_liner = the circumference at { $count } of { $of } heights; most at { $below } below the { $from }: { $tape } by tape and { $liner } of liner, { $scan } by scan ({ $mm }, { $percent } %)
disagree-length = the length: { $tape } by tape, { $scan } by scan ({ $mm })
disagree-nothing_compared = the scan shows none of the heights that were taped: nothing can be compared
file-frame_3mf = the rigid frame, with its unit
file-frame_stl = the rigid frame, to print
file-inner_3mf = the flexible inner socket, with its unit
file-inner_stl = the flexible inner socket, to print
file-limb_ply = the limb in its axes; a value a vertex: distance to the socket's inside, mm
file-measurements_csv = the measurement sheet's table
file-model_aop = the rectified model (the socket's inside), to carve, as AOP
file-model_stl = the rectified model (the socket's inside), to carve
file-size_check_3mf = a check of size, no socket, with its unit
file-size_check_model_aop = the inside of the check of size, no model to make a socket on, as AOP
file-size_check_model_stl = the inside of the check of size, no model to make a socket on
file-size_check_stl = a check of size, no socket (mm)
file-socket_3mf = the socket, to print, with its unit
file-socket_stl = the socket, to print (mm)
file-technique_toml = the steps, to edit and apply again
file_comment-axis_moved = axis moved to x = { $x }, y = { $y }, z = { $z } mm of the limb's axes
file_comment-made_by = { $name }, made by Concord { $version }
mark-although_refused = MADE ALTHOUGH VACUUM IS REFUSED FOR THIS PERSON. Reason given: { $reason }
mark-size_check = SIZE CHECK ONLY, NOT TO BE WORN: made from tape measurements alone, with round sections; above the first measurement nothing is known. A scan makes a socket
no_socket-say_why = Take a technique without a bore for the pump, or say why it is made although vacuum is refused: `--although-refused REASON`, in a case `prosthesis.although_refused`. The reason is printed on every sheet.
no_socket-say_why_in_the_case = Take a technique without a bore for the pump, or say why it is made although vacuum is refused (a question of the case). The reason is printed on every sheet.
no_socket-vacuum_refused = Active vacuum is refused for this person, and this is a socket for it. { $reason }
purpose-size_check = The size check (no socket)
purpose-socket = The socket
read_back-done = read back
read_back-equal = read back, equal
read_back-shape_equal = read back, equal; departs from the model below the brim's lowest point by { $mean } (mean radial error), inter-quartile range { $quartiles }, at most { $most }
read_back-shape_not_equal = read back, NOT equal; departs from the model below the brim's lowest point by { $mean } (mean radial error), inter-quartile range { $quartiles }, at most { $most }
read_back-solid = read back: closed, oriented, one piece, no face through another, { $faces } faces, { $volume } of material
sensor_dies-does = It { $pump }, { $valve } and { $warning }. This is our controller; the maker's is not published.
sensor_dies-has_none = It has no sensor: body weight works it with every step, dead or alive. What can fail is the ring, a valve or the seal; then steps to vacuum rise and standing still loses it.
sensor_dies-holds = holds the vacuum that is there
sensor_dies-lets_air_in = lets air in
sensor_dies-pumps_no_more = stops pumping
sensor_dies-pumps_on = keeps pumping
sensor_dies-says_nothing = says nothing
sensor_dies-warns = warns of a sensor fault
sides-case_says_left = the scan is of the left limb (scan.side says so), the case is of the right one
sides-case_says_right = the scan is of the right limb (scan.side says so), the case is of the left one
sides-file_says_left = the scan is of the left limb (its file says so), the case is of the right one
sides-file_says_right = the scan is of the right limb (its file says so), the case is of the left one
sides-left_limb_mirrored = the fibular head lies { $offset } to the right, but the left limb's lateral side is the other; the scan is mirrored, or the side or the landmark is wrong
sides-right_limb_mirrored = the fibular head lies { $offset } to the left, but the right limb's lateral side is the other; the scan is mirrored, or the side or the landmark is wrong
sides-thigh_mirrored = the landmark { $landmark } lies { $offset } on the other side of the limb's middle than it does on a { $side } limb; the scan is mirrored, or the side, the front or the landmark is wrong
socket_note-beyond_indication = a circumference has changed by { $change } since the earlier scan, more than the { $most } the indication for vacuum goes to
socket_note-fits_turned = the earlier scan fits this one nearly as well turned another way: check the comparison
socket_note-frame_seal = a sleeve has to seal on the flexible inner socket: between it and the frame, and through the windows, air comes in
socket_note-front_not_sure = the limb's front is not sure: { $how }
socket_note-level_not_sure = the limb's level is not sure: { $how }
socket_note-long_axis_not_sure = the limb's long axis is not sure: { $how }
socket_note-no_aop = no AOP file: the model has no single axis within it from end to brim, which the format needs
socket_note-no_report = the report with its pictures was left out, as was asked
socket_note-place_landmarks = place these landmarks, they are guessed: { $landmarks }
socket_note-taken_as_skin = what the scanner saw was not said: it is taken as the bare skin
socket_note-thigh_left_out = the scan goes { $top } above the limb's level: what lies more than { $above } above it, the thigh, was left out
stamp-size_check = SIZE CHECK ONLY, from tape
taken-date_not_said = date: not said
taken-doffing_not_said = time since doffing: not said
taken-left_limb = left limb
taken-line = { $side }, { $date }, { $doffed }, { $over }
taken-minutes = { $minutes } min after doffing
taken-on_the_skin = on the skin
taken-over_not_said = on skin or liner: not said, taken as skin
taken-over_the_liner = over the liner
taken-right_limb = right limb
taken-seconds = { $seconds } s after doffing
taken-side_not_said = side: not said
tape_or_scan-by_scan = Limb measured by its scan. Tape and scan agree at { $count ->
    [one] one height
   *[other] { $count } heights
    }, within { $largest }
tape_or_scan-by_tape = Limb measured by its tape: the scan is over the liner. Tape and scan agree at { $count ->
    [one] one height
   *[other] { $count } heights
    }, within { $largest }
tape_or_scan-goes_by_scan = GOES BY THE SCAN, not by the tape (they agree). Reason given: { $reason }
tape_or_scan-goes_by_scan_against_tape = GOES BY THE SCAN, not by the tape (they disagree: { $difference }). Reason given: { $reason }
tape_or_scan-goes_by_tape = GOES BY THE TAPE, not by the scan (they agree). Reason given: { $reason }
tape_or_scan-goes_by_tape_against_scan = GOES BY THE TAPE, not by the scan (they disagree: { $difference }). Reason given: { $reason }
tape_table-after_doffing = { $limbs } limbs were { $radius } mm (SD { $sd }) larger in mean radius { $late } min after doffing than { $early } s after it, { $circumference } mm of circumference; with the later shape taken first, { $other } mm of radius ({ $source })
tape_table-agrees = agrees
tape_table-at = at { $below }
tape_table-difference = difference
tape_table-disagrees = DISAGREES
tape_table-length = length
tape_table-limits = More than { $mm } or { $percent } % of the tape's figure, whichever is exceeded, disagrees: our limit ({ $source }).
tape_table-not_compared = not compared
tape_table-not_shown = not shown
tape_table-of_liner = { $tape } + { $liner } of liner
tape_table-scan = scan
tape_table-scan_taken = scan: { $taken }
tape_table-swelling = Time since doffing counts: { $swelling }.
tape_table-tape = tape
tape_table-tape_taken = tape: { $taken }
tape_table-title = Tape and scan, circumferences below the { $from }:
tape_table-volume = volume: tape { $tape }, scan { $scan } ({ $percent } %), not judged
what_if-as_fitted = as fitted
what_if-first_lost = { $time } { $event }
what_if-heavier = { $mass } (11 lb) more on the same parts
what_if-pinhole = a pinhole of { $size } in the { $seal } from { $from } on
what_if-worn_membrane = a worn membrane, a fifth softer
what_if-worn_ring = a worn ring, a fifth softer
