# Will a socket break: the sheet of its strength, and what has to be known of it.

## strength

strength-breaks-between_layers = between layers
strength-breaks-layer = in a layer
strength-condition-forefoot = II, forefoot
strength-condition-heel = I, heel
strength-converged = { $condition }: converged; finer meshes may change the factor by { $change } % more
strength-equilibrium = forces at the mount and load agree within { $share } of the load
strength-head-band = low to high strength
strength-head-change = finer meshes may change it by
strength-head-condition = condition
strength-head-force = force
strength-head-safety = safety
strength-head-test = test
strength-head-verdict = computed
strength-heading = Strength of the socket of { $name }, { $side }: { $material }, level { $level }
strength-legend = Share of the strength used under the greatest test force, %
strength-material-carbon_laminate = carbon laminate
strength-material-pa12 = PA12, sintered
strength-material-petg = PETG, printed
strength-material-pp = polypropylene, printed
strength-mesh = { $elements } elements, { $nodes } nodes: safety under the proof force { $heel } on the heel, { $forefoot } on the forefoot
strength-meshes = Mesh
strength-near = { $distance } mm from { $landmark }
strength-not_converged = { $condition }: not converged; finer meshes may change the factor by { $change } %
strength-notes = What has to be known of it
strength-of_material = { $material }: strength { $layer } in a layer, { $across } across layers; source { $source }
strength-part-block = in the block of the mount
strength-part-corner = where wall and mount meet outside
strength-part-wall = in the wall
strength-picture = Socket of { $name }, { $side }: { $material }, level { $level }
strength-place = { $condition }: { $part }, { $below } mm below the tendon level, { $around }; { $near }. { $breaks }: von Mises { $mises } MPa, across layers { $across } MPa. The inside moves { $moved } mm at most.
strength-place-around = { $degrees }° from the front towards lateral
strength-place-middle = on the axis of the mount
strength-test-cyclic = cyclic, greatest force
strength-test-proof = static proof
strength-test-ultimate_lower = ultimate, lower level
strength-test-ultimate_upper = ultimate, upper level
strength-under = under { $step }
strength-verdict-above = above the strength
strength-verdict-below = below the strength
strength-verdict-uncertain = not certain
strength-weakest = Where it would break first, with stresses under the proof force

## strength_note

strength_note-block_of_laminate = The mount is computed as a block of the same laminate, its layers flat. A laminated socket has an adapter there, which is not in it.
strength_note-hot_spot = At the corner of wall and mount the elastic stress has no limit. Told is that of the wall's section there, linear from face to face, from the forces in it. Shear through the wall is not part of it: the true factor there may be lower.
strength_note-left_out = Not in the mesh: holes, vacuum port and its seat, fillets, windows, the rounded brim, adapter and screws.
strength_note-loads_from_memory = The loads are written from memory of ISO 10328. Compare them with your copy before you rely on them.
strength_note-material_assumed = The material data are our assumption. Measure bars from your own process.
strength_note-material_from_sheet = The material data are of new, flat bars, from memory of a data sheet. Your machine, temperature and layers decide the strength.
strength_note-no_standard = No published standard for the strength of sockets is known to us. ISO 10328 tests structures; work on sockets belongs to { $committee }, and drafts have to be asked for there.
strength_note-no_test = This is a linear, static calculation and no test. Fatigue, impact, creep, ageing, flaws of printing and buckling are not in it.
strength_note-not_converged = The meshes did not converge at the weakest place. Its factor is rounded down to what they allow; compute three meshes, or do not rely on it.
strength_note-offsets_of_another = The lines of load of P3 are not known to us. Those of P4 stand for them, with the forces of P3.
strength_note-placed = Assumed: the tendon level stands at the height of the test's knee, the mount's centre on its axis; the mounting face is held; the limb only pushes, and evenly soft; layers slide at their tensile strength over the root of three.
strength_note-too_heavy = A body mass of { $mass } kg is above { $limit } kg, the limit of this level. No level here covers it, or another was asked for: the figures are too favourable.
