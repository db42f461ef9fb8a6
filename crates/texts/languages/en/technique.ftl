# Places on a limb, and a day told by its steps.

day_kind-at_a_desk = at a desk
day_kind-mixed = mixed
day_kind-on_the_feet = on the feet
day_told-expanded = Expanded from { $told }. Assumed: a walk about every { $minutes } min at { $cadence } steps of both feet a minute; of the other time { $standing } % standing, { $sitting } % sitting.
day_told-steps = { $steps } steps and "{ $kind }", { $from } to { $to }
heights_from-ischial_tuberosity = ischial tuberosity
heights_from-mid_patellar_tendon = mid-patellar tendon
landmark-adductor_longus = adductor longus
landmark-distal_end = distal end
landmark-distal_femur = distal femur
landmark-distal_tibia = distal tibia
landmark-fibular_head = fibular head
landmark-greater_trochanter = greater trochanter
landmark-ischial_tuberosity = ischial tuberosity
landmark-mid_patellar_tendon = mid-patellar tendon
landmark-perineum = perineum
landmark-popliteal = popliteal area
landmark-tibial_crest = tibial crest
level-transfemoral = transfemoral
level-transtibial = transtibial
reference_short-ischial_tuberosity = IT
reference_short-mid_patellar_tendon = MPT
seal-any = seal
seal-sleeve = sleeve
