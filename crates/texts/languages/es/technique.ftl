# Sin revisar: traducido por máquina y no revisado por un protesista. (Unreviewed.)
# Lugares de un muñón, y un día indicado por sus pasos.

day_kind-at_a_desk = en el escritorio
day_kind-mixed = mixto
day_kind-on_the_feet = de pie
day_told-expanded = Ampliado a partir de { $told }. Se supone: una marcha cada { $minutes } min aproximadamente, a { $cadence } pasos de ambos pies por minuto; del tiempo restante, { $standing } % de pie y { $sitting } % sentado.
day_told-steps = { $steps } pasos y «{ $kind }», de { $from } a { $to }
heights_from-ischial_tuberosity = tuberosidad isquiática
heights_from-mid_patellar_tendon = punto medio del tendón rotuliano
landmark-adductor_longus = aductor largo
landmark-distal_end = extremo distal
landmark-distal_femur = fémur distal
landmark-distal_tibia = tibia distal
landmark-fibular_head = cabeza del peroné
landmark-greater_trochanter = trocánter mayor
landmark-ischial_tuberosity = tuberosidad isquiática
landmark-mid_patellar_tendon = punto medio del tendón rotuliano
landmark-perineum = periné
landmark-popliteal = zona poplítea
landmark-tibial_crest = cresta tibial
level-transfemoral = transfemoral
level-transtibial = transtibial
reference_short-ischial_tuberosity = TI
reference_short-mid_patellar_tendon = MPT
seal-any = el sellado
seal-sleeve = la rodillera de sellado
