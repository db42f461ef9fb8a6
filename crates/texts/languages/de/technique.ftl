# Orte an einem Stumpf, und ein Tag, der mit seinen Schritten angegeben ist.

day_kind-at_a_desk = am Schreibtisch
day_kind-mixed = gemischt
day_kind-on_the_feet = auf den Beinen
day_told-expanded = Gebildet aus { $told }. Angenommen: etwa alle { $minutes } min ein Gang mit { $cadence } Schritten beider Füße je Minute; von der übrigen Zeit { $standing } % Stehen, { $sitting } % Sitzen.
day_told-steps = { $steps } Schritten und „{ $kind }“ von { $from } bis { $to }
heights_from-ischial_tuberosity = Tuber ischiadicum
heights_from-mid_patellar_tendon = Mitte der Patellasehne
landmark-adductor_longus = Adductor longus
landmark-distal_end = distales Stumpfende
landmark-distal_femur = distales Femur
landmark-distal_tibia = distale Tibia
landmark-fibular_head = Fibulaköpfchen
landmark-greater_trochanter = Trochanter major
landmark-ischial_tuberosity = Tuber ischiadicum
landmark-mid_patellar_tendon = Mitte der Patellasehne
landmark-perineum = Perineum
landmark-popliteal = Kniekehle
landmark-tibial_crest = Tibiakante
level-transfemoral = transfemoral
level-transtibial = transtibial
reference_short-ischial_tuberosity = TI
reference_short-mid_patellar_tendon = MPT
seal-any = Dichtung
seal-sleeve = Kniekappe
