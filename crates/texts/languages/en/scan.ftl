# A limb's scan: how it lies, what was left out, what was done to it.

clean-bend_cropped = the scan bends by { $angle } at { $at }: what lies above ({ $above }) was left out. Scan with the knee straight to have it
clean-bones = { $count ->
    [one] one part inside the skin was taken for a bone
   *[other] { $count } parts inside the skin were taken for bones
}
clean-closed_flat = the distal end below the file's first slice was closed flat: the format holds none
clean-crumbs = { $count ->
    [one] one loose part was left out
   *[other] { $count } loose parts were left out
}
clean-domed = the distal end had a hole of { $area }: it was closed by a dome { $height } high ({ $volume }) that goes on as the surface is curved. That part is our invention, not the person's shape; length and volume include it
clean-edges_contradictory = { $count ->
    [one] one edge cannot be made to agree: the surface has one side there
   *[other] { $count } edges cannot be made to agree: the surface has one side there
}
clean-edges_crowded = { $count ->
    [one] one edge has three or more faces; it was left
   *[other] { $count } edges have three or more faces; they were left
}
clean-faces_turned = { $count ->
    [one] one face was turned over: the file's winding was inconsistent
   *[other] { $count } faces were turned over: the file's winding was inconsistent
}
clean-hanging = { $count ->
    [one] one face that hung on the surface by a corner or an edge was dropped
   *[other] { $count } faces that hung on the surface by a corner or an edge were dropped
}
clean-holes_filled = { $count ->
    [one] one hole was filled
   *[other] { $count } holes were filled
}
clean-holes_left = { $count ->
    [one] one hole is too large to be filled; it is bridged where the socket needs it
   *[other] { $count } holes are too large to be filled; they are bridged where the socket needs it
}
clean-kept = { $count ->
    [one] one face beyond the box or the plane that was said was left out
   *[other] { $count } faces beyond the box or the plane that was said were left out
}
clean-left_copy = part { $part }, a copy of the skin at { $at }, was left out: { $area }, { $apart } from it (a scanner's doubled shell)
clean-left_flat = part { $part }, something flat at { $at }, was left out: { $area } (a table, a floor, a chair)
clean-left_limb = part { $part }, shaped like a limb, at { $at }, was left out: { $area }
clean-left_other = part { $part } at { $at } was left out: { $area }, no bone and no limb by its shape
clean-left_open = part { $part } within the limb at { $at } was left out: { $area }, no bone, for it is open
clean-left_stout = part { $part } within the limb at { $at } was left out: { $area }, no bone, for it is not slender
clean-left_at_skin = part { $part } within the limb at { $at } was left out: { $area }, no bone, for it lies less than 1 mm under the skin
clean-left_thick = part { $part } within the limb at { $at } was left out: { $area }, no bone, for it fills more of the limb than bone does
clean-noise = noise of the surface: { $noise } (standard deviation along the normal)
clean-seams = { $count ->
    [one] one pair of edges lies along each other, up to { $gap } apart, and was filled like a hole: welding by the median edge joins it (within { $within })
   *[other] { $count } pairs of edges lie along each other, up to { $gap } apart, and were filled like holes: welding by the median edge joins them (within { $within })
}
clean-smoothed = the surface was smoothed: it moved by { $moved } (root mean square), its volume from { $before } to { $after }
clean-straight = straightness: section centres lie { $rms } (root mean square) from a line, the two halves turn by { $angle }
clean-volume = the whole scan with its openings closed has a volume of { $volume }; bones, filled holes and what lies above the reference level are in it
clean-welded = { $count ->
    [one] one vertex was welded to another; it moved by { $moved }
   *[other] { $count } vertices were welded to another; the farthest moved by { $moved }
}
end-as_in_the_file = neither end is open or flat: up as the file has it
end-flat = towards the flat end
end-opening = towards the scan's opening
front-crest = where the sections are most sharply curved (the tibial crest)
front-drawn = a limb of tape measurements is round: its front is where it is drawn
front-given = given as the front
front-nearest_bone = where bone is nearest to the skin (the tibial crest)
front-of_a_thigh = the file's own axis: a thigh is round and shows no front; give the front or place the greater trochanter
front-of_the_file = the file's x axis: the shape shows no tibial crest; say where the front is to be sure
front-of_the_file_near_the_crest = the file's x axis, { $apart } from the sharpest curvature (the tibial crest)
front-sharpest = where the sections are most sharply curved
front-to_the_patella = towards the patella in the scan
front-to_the_tendon = towards the mid-patellar tendon that was placed
front-to_the_trochanter = from the greater trochanter that was placed, which is lateral
height-guessed = 15 % below the scan's top: nothing tells; give the limb's length or place the landmark
height-measured = { $length } above the distal end, as measured
height-measured_over_liner = { $length } above the distal end under { $liner } of liner, as measured
height-of_the_file = the file's z = 0
height-of_the_tendon = the mid-patellar tendon that was placed
height-of_the_tuberosity = the ischial tuberosity that was placed
landmark_found-by_anatomy = where anatomy has it on the mean; not seen in the shape
landmark_found-lowest_point = the skin's lowest point
landmark_found-placed = where a person placed it
landmark_found-top_of_the_fibula = the top of the fibula in the scan
long_axis-given = given as proximal
long_axis-of_the_centres = the line through the sections' centres, { $end }
long_axis-of_the_file = the file's z axis, { $tilt } from the line through the sections' centres, { $end }
long_axis-of_the_tape = the axis that a tape's heights are counted along
scan_file-line = { $file }, { $format }, { $unit } ({ $reason }), { $faces } faces
scan_note-ampscan = written by ampscan, whose files of before November 2022 are mirror images and whose later ones are turned by one spoke: compare with the limb before using it
scan_note-behind_the_radii = line { $line }, { $shown }, and what follows the { $count } radii was left out
scan_note-bytes_behind = { $count ->
    [one] one byte after the last of { $faces } faces was left out
   *[other] { $count } bytes after the last of { $faces } faces were left out
}
scan_note-count_of_points_and_lines = { $count ->
    [one] one point or line was left out
   *[other] { $count } points and lines were left out
}
scan_note-extensions = it uses extensions ({ $names }); only meshes of triangles are read
scan_note-faces_counted = its head counts { $claimed } faces, the bytes hold { $faces }: these were read
scan_note-landmarks = landmarks are kept as they are: what their three numbers mean is not known
scan_note-list_of_another_name = the corners of its faces are taken from the list { $name }
scan_note-materials = materials and textures were left out
scan_note-no_positions = a part without positions was left out
scan_note-no_side = the file does not say whether the limb is a left or a right one
scan_note-not_numbers = { $count ->
    [one] one vertex whose coordinates are no numbers was left out, and { $faces ->
        [one] one face
       *[other] { $faces } faces
    } with it
   *[other] { $count } vertices whose coordinates are no numbers were left out, and { $faces ->
        [one] one face
       *[other] { $faces } faces
    } with them
}
scan_note-nothing_to_build = nothing in it is marked to be built: every mesh was taken
scan_note-open_end = the format has no surface below its first slice: the distal end is open
scan_note-other_format = its name ends in .{ $extension }, its content is { $format }: read as { $format }
scan_note-points_and_lines = points and lines were left out
scan_note-polygons = { $count ->
    [one] one polygon of five corners or more became triangles around its first
   *[other] { $count } polygons of five corners and more became triangles around their first
}
scan_note-second_values = { $count ->
    [one] one of { $radii } radii has a second value: this was left out
   *[other] { $count } of { $radii } radii have a second value: these were left out
}
scan_note-some_colours = { $count ->
    [one] one of { $vertices } vertices has a colour: it was left out
   *[other] { $count } of { $vertices } vertices have a colour: colours were left out
}
scan_note-strips = strips of triangles were left out: export with faces
scan_note-support = { $count ->
    [one] one object that the file calls support or other was left out
   *[other] { $count } objects that the file calls support or other were left out
}
scan_note-textures = textures were left out: only colours of vertices are read
scan_note-y_upward = glTF's y is upward: orient the limb before it is measured
scan_part-limb = shaped like a limb
scan_part-flat = flat like a table
scan_part-other = no limb by its shape
scan_part-line = { $looks }, { $length } mm long, { $least } to { $most } mm around, { $volume } mL
scan_part-line_open = { $looks }, { $length } mm long, { $volume } mL
scan_part-picture = Parts of the scan with their numbers
scan_part-view = Seen along { $along }: { $across } to the right, { $up } up, mm
scan_part-taken = taken for the limb
scan_report-heading = What was read of the scan and done to it before:
scan_unit-as_said = as was said
scan_unit-stated = { $format } states { $unit }: the scan is { $length } long
scan_unit-the_only_one = the file states no unit; its longest axis measures { $extent }, and of { $units } only { $unit } makes a limb of it, { $length } long
shape_note-bridged = holes over { $share } % of the scan were bridged
shape_note-drawn_above_scan = the brim stands up to { $height } above the scan on the side that contains the ramus: nobody has seen its shape there, the technique draws it; it holds no undercut behind the ramus and is to be shaped on the person
shape_note-trim_lowered = the trim line was lowered by up to { $lowered }: the scan ends { $top } above the level ({ $level })
shape_note-trim_lowered_below = the trim line was lowered by up to { $lowered }: the scan is closed all around only up to { $top } below the level ({ $level })
shape_note-donning_cannot = the socket cannot be donned: the limb in its liner is { $bulge } around { $bulge_below } below the reference level, and has to pass { $neck } at { $neck_below } below it; it would give up { $squeeze } of its radius, soft tissue gives { $give } (our assumption); make it in two pieces, with a window or an expandable brim, or change what follows
shape_note-donning_doubtful = whether the socket can be donned is in doubt: the limb in its liner is { $bulge } around { $bulge_below } below the reference level, and has to pass { $neck } at { $neck_below } below it; it gives up { $squeeze } of its radius, soft tissue gives { $give } (our assumption); try it with a check socket
shape_note-donning_effort = the socket goes on with effort: the limb in its liner is { $bulge } around { $bulge_below } below the reference level, and has to pass { $neck } at { $neck_below } below it; it gives up { $squeeze } of its radius, soft tissue gives { $give } (our assumption); a donning sheath or a lubricant that the liner's maker allows helps
shape_note-donning_less = for donning, the reduction at the neck would have to be { $less } percentage points less, if nothing else is changed
shape_note-donning_lower = for donning, the lowest point of the trim line would have to be { $lower } lower, if nothing else is changed
shape_note-donning_open = for donning, the neck has to open by { $open } of its circumference, if nothing else is changed
shape_note-undercuts = the scan has undercuts of up to { $depth } on { $share } % of it; the socket goes around them
standing-assumed = assumed, place it
standing-placed = placed
standing-seen = seen in the scan, confirm
