# The report of a socket and its measurement sheet.

socket_report-fact-inner_wall = Thinnest inner socket
socket_report-fact-inner_wall_said = The flexible inner socket where it is thinnest, measured as the wall is.
socket_report-fact-windows = Windows
socket_report-fact-windows_said = Holes in the wall, or in the frame; they count among the holes through.
socket_report-file_size_check = the report of the check of size: measurement sheet, liner order, steps
socket_report-file_socket = the report: pictures, measurement sheet, liner order, steps; to read and to print
socket_report-loads_nothing = one file that loads nothing
socket_report-made_by = Made by Concord { $program }, result version { $result }. The same shape, steps and version give the same file.
socket_report-step-above_end = from { $mm } mm above the distal end
socket_report-step-above_scan = up to { $mm } mm above the scan's edge, leaning { $degrees }° inwards (load); not scanned, to be shaped on the person
socket_report-step-between = from { $from } to { $to }
socket_report-step-by_height = { $rows } ({ $source })
socket_report-step-fading = the front has to be known; it fades out over { $mm } mm
socket_report-step-flat_at = { $around }, { $from } to { $to }
socket_report-step-inwards = { $mm } mm inwards (load) where it stands furthest out
socket_report-step-ml_over_ap = { $rows }; the circumference stays
socket_report-step-proportion = Mediolateral over anteroposterior width
socket_report-step-reduced_at = { $percent } ± { $spread } % of the circumference at { $share } % of the length
socket_report-step-seal_ring = Seat of the liner's sealing ring
socket_report-step-brim_patellar_tendon = Patellar-tendon brim with ears and popliteal shelf
socket_report-step-brim_supracondylar = Supracondylar brim
socket_report-step-brim_suprapatellar = Supracondylar-suprapatellar brim
socket_report-step-frame = Frame around a flexible inner socket
socket_report-step-frame_at = the frame ends { $mm } mm below the trim line
socket_report-step-frame_said = inner socket { $thickness } mm, { $inner }; frame of { $frame }; { $clearance } mm between them
socket_report-step-half_sizes = ± { $length } mm along the limb, ± { $width } mm around it
socket_report-step-region = { $thickness } mm at { $place } ({ $size })
socket_report-step-rib = rib { $width } mm wide, { $height } mm high, from { $from } to { $to }
socket_report-step-roll_radius = radius { $mm } mm
socket_report-step-rolled_edge = Rolled edge, outwards, above the trim line
socket_report-step-through_points = through points
socket_report-step-window = window: { $name }
socket_report-step-window_edge = the wall { $mm } mm thicker at its edge, over { $width } mm
socket_report-the_size_check = The size check (no socket)
socket_report-the_socket = The socket
socket_report-title = { $name } – Concord socket
socket_report-title_size_check = { $name } – Concord size check, no socket

## around

socket_report-around-anterior = anterior ({ $degrees }°)
socket_report-around-between = { $degrees }° from anterior towards lateral
socket_report-around-lateral = lateral ({ $degrees }°)
socket_report-around-medial = medial ({ $degrees }°)
socket_report-around-posterior = posterior ({ $degrees }°)

## change

socket_report-change-as_socket = As a socket
socket_report-change-bare = Bare: only one of both scans has it.
socket_report-change-beyond = Beyond
socket_report-change-beyond_limit = { $beyond } the { $limit } mm of circumference that the indication for vacuum goes to
socket_report-change-by_region = Change of volume by region, mL (then).
socket_report-change-caption = Circumference by tape.
socket_report-change-change = Change
socket_report-change-heights = Heights
socket_report-change-indication = Indication
socket_report-change-now = Now
socket_report-change-radial = mean radial error { $mm } mm
socket_report-change-regions = Regions
socket_report-change-shape = inter-quartile range { $range } mm, at most { $most } mm; normals { $normals }° apart on the mean
socket_report-change-size = Size
socket_report-change-then = Then
socket_report-change-volume = { $before } mL then, { $after } mL now, { $change }
socket_report-change-what = Against { $earlier }, laid on this scan from whatever pose it had: the surfaces are { $rms } mm apart (root mean square); the next best pose is worse by { $confidence } of 1. Over the heights that both have, { $from } to { $to }:
socket_report-change-where = Where it has changed.
socket_report-change-within_limit = Within the { $limit } mm of circumference that the indication for vacuum goes to

## fact

socket_report-fact-bench = Bench line at the brim
socket_report-fact-bench_at = { $forward } mm forward, { $lateral } mm lateral
socket_report-fact-bench_said = From the socket's middle at the lowest height of the brim; negative is backward and medial. The middle of the mounting face, from the limb's middle above it: { $face }.
socket_report-fact-bridged = Bridged
socket_report-fact-bridged_said = Of the surface: holes of the scan that were closed from what is around them.
socket_report-fact-contact = Area in contact
socket_report-fact-contact_said = The socket's inside up to the trim line.
socket_report-fact-donning = Donning
socket_report-fact-donning_cannot = cannot be donned
socket_report-fact-donning_clear = Along the socket's axis, nothing that sits below a neck of the inside is larger than it. A bend of the limb was not looked at. At the tightest place ({ $around }) the limb in its liner is { $bulge } mm around and passes { $neck } mm: no tighter than the technique's own reduction.
socket_report-fact-donning_effort = goes in with effort
socket_report-fact-donning_in = goes in
socket_report-fact-donning_said = The limb in its liner is { $bulge } mm around, { $bulge_below }; it has to pass { $neck } mm, { $neck_below }; tightest { $around }. Undercut { $undercut } mm of radius. It gives up { $squeeze } mm of its radius ({ $pct } %); soft tissue gives { $low } to { $high } mm: a tenth to a quarter of its depth, our assumption ({ $tissue }). Force: not known.
socket_report-fact-face = Mounting face
socket_report-fact-face_aligned = Square to the bench line; { $length } below the limb's distal end.
socket_report-fact-face_said = Square to the limb's axis; { $length } below the limb's distal end.
socket_report-fact-feature_barb = Barb
socket_report-fact-feature_block = Block of the mounting face
socket_report-fact-feature_face = Mounting face
socket_report-fact-feature_filter = Filter's seat
socket_report-fact-feature_hole = Mounting hole
socket_report-fact-feature_inside = Socket's inside
socket_report-fact-feature_lanyard = Lanyard's slot
socket_report-fact-feature_line = Engraved line
socket_report-fact-feature_lock = Lock's pocket
socket_report-fact-feature_pin = Pin's bore
socket_report-fact-feature_port = Vacuum port
socket_report-fact-feature_recess = Anchor's recess
socket_report-fact-feature_release = Release hole
socket_report-fact-feature_valve = Valve's seat
socket_report-fact-feature_wall = Wall
socket_report-fact-gap = Mean gap
socket_report-fact-gap_said = From the limb in its liner and socks to the socket's inside, before tissue gives way. Negative: tighter than the limb.
socket_report-fact-holes = Holes through
socket_report-fact-holes_said = Through the wall, as the steps ask for.
socket_report-fact-inside = Volume inside
socket_report-fact-inside_agrees = Below the brim. Worked out another way, from the sections and the reduction: { $volume } ({ $off } %): they agree (within { $limit } %).
socket_report-fact-inside_differs = Below the brim. Worked out another way, from the sections and the reduction: { $volume } ({ $off } %): they do NOT agree: look before it is made (within { $limit } %).
socket_report-fact-interface = Liner and socks
socket_report-fact-interface_said = Together, where they are thickest.
socket_report-fact-limb = Limb up to there
socket_report-fact-limb_said = The skin below the same height; with liner and socks, rectified: { $volume }.
socket_report-fact-thinnest = Thinnest place of the solid
socket_report-fact-thinnest_above = { $feature }, { $around }, { $mm } mm above the limb's distal end. Holes, pockets, seats and engraved lines are looked at, too.
socket_report-fact-thinnest_below = { $feature }, { $around }, { $mm } mm below the limb's distal end. Holes, pockets, seats and engraved lines are looked at, too.
socket_report-fact-tissue_assumed = { $mm } mm over bone, the mean of published limbs
socket_report-fact-tissue_measured = { $mm } mm over bone, measured
socket_report-fact-trim = Trim line
socket_report-fact-trim_said = Its lowest and its highest point.
socket_report-fact-undercut = Undercut
socket_report-fact-undercut_said = Deepest fold of the scan that the socket goes around.
socket_report-fact-wall = Thinnest wall
socket_report-fact-wall_said = The least that was found between inside and outside.

## files

socket_report-files-axes = How the limb was brought into its axes
socket_report-files-bytes = Bytes
socket_report-files-caption = Beside this report. Lengths are millimetres in all of them.
socket_report-files-file = File
socket_report-files-front = Front
socket_report-files-level = { $level } level
socket_report-files-long_axis = Long axis
socket_report-files-name = Files
socket_report-files-read_back = Read back
socket_report-files-scan = What was done to the scan
socket_report-files-unit = Unit { $unit }: { $reason }.
socket_report-files-what = What for

## found


## head

socket_report-head-by_chart = { $measure }: by the maker's chart
socket_report-head-kicker = Concord: from a limb's shape to its socket. Measurements, socket, liner, files.
socket_report-head-kicker_size_check = Concord: from tape measurements to a check of size. Measurements, liner, files; no socket.
socket_report-head-limb_said = { $length } from { $landmark } ({ $level }) to distal end; { $volume } mL
socket_report-head-made_from = Made from
socket_report-head-or_custom = { $size }; or custom-made
socket_report-head-printed_size = { $size } mm, a printed size
socket_report-head-scan = { $file } ({ $format }, { $faces } faces), in { $unit }
socket_report-head-socket_said = { $inside } mL inside, { $contact } cm² in contact, wall at least { $wall } mm
socket_report-head-taken = Taken
socket_report-head-tape_alone = Tape measurements alone
socket_report-head-technique = Technique

## height

socket_report-height-above = { $mm } mm above { $level }
socket_report-height-below = { $mm } mm below { $level }
socket_report-height-level = at { $level } level (0 mm)

## liner

socket_report-liner-above_end = Above distal end
socket_report-liner-below_level = Below { $level }
socket_report-liner-caption = Circumference as scanned or measured, from the distal end up.
socket_report-liner-circumference = Circumference
socket_report-liner-custom = Custom liner
socket_report-liner-material = Material
socket_report-liner-measured = { $girth }, by tape, { $above } above the distal end
socket_report-liner-name = The liner's shape
socket_report-liner-no_reason = No reason for one was found. If one is ordered, this is what it needs:
socket_report-liner-paper = Patient ______________________   Date ______________   Ordered by ______________________
socket_report-liner-rule = Rule: { $source } { $key }
socket_report-liner-shape = Shape
socket_report-liner-shape_said = The limb's file (PLY) beside this report, or the table below
socket_report-liner-speaks_for = The case speaks for one:
socket_report-liner-standard = Standard size
socket_report-liner-thickness = Thickness
socket_report-liner-to_order = To order
socket_report-liner-width_ap = Width AP
socket_report-liner-width_ml = Width ML

## look

socket_report-look-count = { $count ->
    [one] One thing to look at first
   *[other] { $count } things to look at first
    }
socket_report-look-nothing = Nothing stood out.

## pictures

socket_report-pictures-alignment = The mounting face, from the front and from the side.
socket_report-pictures-bench = Red: the bench line and the face square to it. Blue: the limb's long axis.
socket_report-pictures-bone = Palest: bone, as the scan has it.
socket_report-pictures-bulge_mm = limb { $mm } mm
socket_report-pictures-caption = Rectifications are tied to these. Those that are proposed are to be confirmed.
socket_report-pictures-cut = Limb, liner and wall, cut from front to back.
socket_report-pictures-from_lateral = Seen from lateral.
socket_report-pictures-landmark = Landmark
socket_report-pictures-landmarks = Landmarks
socket_report-pictures-limb = Liner and socks lie in between; a negative number is tighter than the skin. Grey: above the trim line. Numbers are landmarks, listed below; a solid ring is placed by a person, a dashed one proposed.
socket_report-pictures-line_inside = Thin: inside of the socket
socket_report-pictures-line_outside = Thick: outside
socket_report-pictures-line_skin = Dashed: skin
socket_report-pictures-neck = Orange: the neck that the limb has to pass. Violet: where the limb in its liner is too large for it.
socket_report-pictures-neck_mm = neck { $mm } mm
socket_report-pictures-sections = Sections, seen from above.
socket_report-pictures-socket = To the same scale. The dashed line is the level of { $landmark } ({ $level }).
socket_report-pictures-sure = How sure

## section

socket_report-section-comparison = Since the earlier scan
socket_report-section-files = Files, and what was read
socket_report-section-from_limb = From limb to socket
socket_report-section-from_tape = From tape to size check
socket_report-section-liner = Liner to order
socket_report-section-look = What to look at
socket_report-section-sheet = Measurement sheet
socket_report-section-steps = The technique, step by step
socket_report-section-strength = Will it break?
socket_report-section-tape = Tape and scan

## sheet

socket_report-sheet-along_skin = Along the skin
socket_report-sheet-ap = AP
socket_report-sheet-area = Area
socket_report-sheet-below_level = { $figure } below { $level }
socket_report-sheet-bone = Bone
socket_report-sheet-bone_said = { $volume } mL below { $level }, as the scan has it
socket_report-sheet-by_hand = By hand
socket_report-sheet-by_tape = By tape
socket_report-sheet-caption = Sections square to the long axis. By tape: a tape bridges hollows. Along the skin: it follows them. AP: front to back; ML: side to side.
socket_report-sheet-doffed = After doffing
socket_report-sheet-height = Height
socket_report-sheet-length = Length
socket_report-sheet-measured = Measured
socket_report-sheet-ml = ML
socket_report-sheet-paper = Patient ______________________   Date ______________   Checked by ______________________
socket_report-sheet-sections = Sections of the limb
socket_report-sheet-shape_index = Shape index
socket_report-sheet-shape_said = { $index }: circumference near the end over that at { $level } (below 1 conical, above 1 bulbous)
socket_report-sheet-side = Side
socket_report-sheet-skin = Skin
socket_report-sheet-tissue = Soft tissue
socket_report-sheet-tissue_said = { $mm } mm from skin to bone on the mean
socket_report-sheet-to_end = { $length } from { $level } to the distal end
socket_report-sheet-volume = Volume
socket_report-sheet-whole_scan = Volume of the whole scan, openings closed

## solid

socket_report-solid-caption = What was measured on the socket that was made.
socket_report-solid-comfort = That it is comfortable. The figures are a start; the fitting decides.
socket_report-solid-figure = Figure
socket_report-solid-means = What it means
socket_report-solid-name = The socket's figures
socket_report-solid-not_promised = What is not promised
socket_report-solid-slicer = That a slicer takes the same tolerance as the check did.
socket_report-solid-sound = The file that was written is a sound solid
socket_report-solid-strength = That the wall is strong enough: no load was put on it. Print, laminate and test as your workshop does.
socket_report-solid-undercuts = That the shape is kept where the scan folds over itself (an undercut, an ear): the socket goes around, and says how far.
socket_report-solid-unsound = The file that was written is no sound solid
socket_report-solid-value = Value
socket_report-solid-verdict = Read back from the file: { $faces } faces, { $open ->
    [one] { $open } edge open
   *[other] { $open } edges open
    }, { $pieces ->
    [one] { $pieces } piece
   *[other] { $pieces } pieces
    }, { $holes ->
    [one] { $holes } hole
   *[other] { $holes } holes
    } through the wall, { $crossings ->
    [one] { $crossings } pair of faces through each other
   *[other] { $crossings } pairs of faces through each other
    }, { $flat ->
    [one] { $flat } face without area
   *[other] { $flat } faces without area
    }; { $volume } mL of material.

## step

socket_report-step-above = { $mm } mm above the { $landmark }
socket_report-step-align = Alignment of the mounting face
socket_report-step-align_abduction = abduction { $much }°
socket_report-step-align_adduction = adduction { $much }°
socket_report-step-align_at = about the socket's inside at its distal end
socket_report-step-align_backward = face { $much } mm backward
socket_report-step-align_extension = extension { $much }°
socket_report-step-align_flexion = flexion { $much }°
socket_report-step-align_forward = face { $much } mm forward
socket_report-step-align_lateral = face { $much } mm towards lateral
socket_report-step-align_lines = bench line engraved { $mm } mm deep
socket_report-step-align_medial = face { $much } mm towards medial
socket_report-step-align_none = straight
socket_report-step-align_turned_in = holes turned { $much }° towards medial
socket_report-step-align_turned_out = holes turned { $much }° towards lateral
socket_report-step-anchor = Mounting face for a lamination anchor
socket_report-step-around_limb = around the limb
socket_report-step-at_above = { $thick } mm at { $above } mm above it
socket_report-step-at_end = { $thick } mm at the distal end
socket_report-step-barb = printed barb for a tube of { $mm } mm inside
socket_report-step-below = { $mm } mm below the { $landmark }
socket_report-step-bore = { $mm } mm bore
socket_report-step-by_circumference = By circumference: { $rows } (instead of { $percent } % for all)
socket_report-step-check_drawing = check against the part's own drawing
socket_report-step-cup = Distal cup
socket_report-step-cup_at = distal end, fading out over { $mm } mm
socket_report-step-deeper = { $mm } mm deeper
socket_report-step-every_section = every section
socket_report-step-everywhere = everywhere
socket_report-step-fillet = fillet of { $mm } mm to the wall
socket_report-step-filter = seat for a filter { $diameter } mm, { $depth } mm deep, from the inside
socket_report-step-flare = Flare of the brim
socket_report-step-flare_at = the last { $mm } mm below the trim line
socket_report-step-four_hole = Mounting face, four holes
socket_report-step-from_above = { $thick } mm from { $above } mm above it
socket_report-step-high = { $mm } mm high
socket_report-step-hole_deep = { $mm } mm deep
socket_report-step-hole_insert = for inserts that are pressed in hot
socket_report-step-hole_middle = one bore of { $hole } mm in the middle, where no port and no lock is
socket_report-step-hole_through = for through bolts: each hole opens the socket's inside, seal it
socket_report-step-holes_square = four holes of { $hole } mm on a square of { $square } mm
socket_report-step-lanyard = Slot for a lanyard
socket_report-step-lanyard_said = { $width } mm wide, { $height } mm high
socket_report-step-liner = Liner, { $material }
socket_report-step-load = { $depth } mm inwards (load) at its middle; ± { $length } mm along the limb, ± { $width } mm around it
socket_report-step-lock = Pocket for a pin's lock
socket_report-step-lock_at = below the limb's end, open to the socket's inside
socket_report-step-lock_pin = bore for the pin { $mm } mm through the face
socket_report-step-lock_release = hole for the release { $mm } mm, { $around }
socket_report-step-lock_said = { $diameter } mm in diameter, { $depth } mm deep
socket_report-step-mount_at = distal, { $mm } mm below the socket's inside
socket_report-step-mount_face = { $mm } mm in diameter
socket_report-step-no_socks = none
socket_report-step-outwards = { $mm } mm outwards
socket_report-step-percent = { $percent } % of circumference
socket_report-step-polyurethane = polyurethane
socket_report-step-port = Vacuum port
socket_report-step-port_distal = straight down through the mounting face
socket_report-step-port_side = { $around }, { $mm } mm above the distal end
socket_report-step-pyramid = Mounting face for a pyramid
socket_report-step-recess = recess { $diameter } mm, { $depth } mm deep; the anchor's arms are laminated over the block
socket_report-step-reduction = Reduction
socket_report-step-relief = { $depth } mm outwards (relief) at its middle; ± { $length } mm along the limb, ± { $width } mm around it
socket_report-step-seal_land = Seal land for the sleeve
socket_report-step-seal_land_at = outside, below the trim line's lowest point
socket_report-step-sheath = Sheath
socket_report-step-shelf_at = { $mm } mm below the trim line's lowest point
socket_report-step-shelf_inside = Shelf for the sleeve, inside
socket_report-step-shelf_outside = Shelf for the sleeve, outside
socket_report-step-silicone = silicone
socket_report-step-socks = Socks
socket_report-step-thread = thread, pitch { $pitch } mm, to be tapped { $depth } mm deep (the bore is its pilot)
socket_report-step-to_lateral = { $place }, { $degrees }° towards lateral
socket_report-step-to_medial = { $place }, { $degrees }° towards medial
socket_report-step-tpe = thermoplastic elastomer (TPE)
socket_report-step-valve = Seat for a one-way valve
socket_report-step-valve_said = flat seat { $seat } mm, { $out } mm out of the wall
socket_report-step-wall = Wall
socket_report-step-wall_said = { $thickness }; nowhere under { $least } mm

## steps

socket_report-steps-caption = Heights are from { $landmark } ({ $level }) or the distal end, as said; angles from anterior (0°) towards lateral (90°). Whatever their order, steps work as on a cast: liner and socks, rectifications, cup, reduction, flare, wall, mount.
socket_report-steps-edit = To change a step, edit the technique file that lies beside this report and give it with --technique.
socket_report-steps-much = How much
socket_report-steps-name = Steps
socket_report-steps-place = Where
socket_report-steps-what = What

## tape

socket_report-tape-at = Where
socket_report-tape-caption = Circumferences below the { $reference }, and the length.
socket_report-tape-difference = Difference
socket_report-tape-doffed = Time since doffing
socket_report-tape-scan = Scan
socket_report-tape-tape = Tape
socket_report-tape-volume = { $tape } mL by tape, from circles; { $scan } mL by scan ({ $change } %). Not judged.
