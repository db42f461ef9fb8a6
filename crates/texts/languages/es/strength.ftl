# Will a socket break: the sheet of its strength, and what has to be known of it.

## strength

strength-breaks-between_layers = entre capas
strength-breaks-layer = en una capa
strength-condition-forefoot = II, antepié
strength-condition-heel = I, talón
strength-converged = { $condition }: converge; mallas más finas aún pueden cambiar el factor en un { $change } %
strength-equilibrium = las fuerzas en la conexión y la carga coinciden con un error de { $share } de la carga
strength-head-band = resistencia baja a alta
strength-head-change = mallas más finas pueden cambiarlo en
strength-head-condition = condición
strength-head-force = fuerza
strength-head-safety = seguridad
strength-head-test = ensayo
strength-head-verdict = calculado
strength-heading = Resistencia del encaje de { $name }, { $side }: { $material }, nivel { $level }
strength-legend = Parte de la resistencia usada con la mayor fuerza de ensayo, %
strength-material-carbon_laminate = laminado de carbono
strength-material-pa12 = PA12, sinterizado
strength-material-petg = PETG, impreso
strength-material-pp = polipropileno, impreso
strength-mesh = { $elements } elementos, { $nodes } nodos: seguridad con la fuerza de prueba { $heel } en el talón, { $forefoot } en el antepié
strength-meshes = Malla
strength-near = a { $distance } mm de: { $landmark }
strength-not_converged = { $condition }: no converge; mallas más finas pueden cambiar el factor en un { $change } %
strength-notes = Lo que hay que saber
strength-of_material = { $material }: resistencia { $layer } en una capa, { $across } a través de las capas; fuente { $source }
strength-part-block = en el bloque de la conexión
strength-part-corner = donde pared y conexión se unen por fuera
strength-part-wall = en la pared
strength-picture = Encaje de { $name }, { $side }: { $material }, nivel { $level }
strength-place = { $condition }: { $part }, { $below } mm por debajo del nivel del tendón, { $around }; { $near }. { $breaks }: von Mises { $mises } MPa, a través de las capas { $across } MPa. El interior se mueve { $moved } mm como máximo.
strength-place-around = { $degrees }° desde el frente hacia lateral
strength-place-middle = en el eje de la conexión
strength-test-cyclic = cíclico, fuerza mayor
strength-test-proof = prueba estática
strength-test-ultimate_lower = rotura, nivel inferior
strength-test-ultimate_upper = rotura, nivel superior
strength-under = menos de { $step }
strength-verdict-above = por encima de la resistencia
strength-verdict-below = por debajo de la resistencia
strength-verdict-uncertain = no es seguro
strength-weakest = Dónde rompería primero, con tensiones bajo la fuerza de prueba

## strength_note

strength_note-block_of_laminate = La conexión se calcula como bloque del mismo laminado, con capas planas. Un encaje laminado lleva ahí un adaptador, que no está incluido.
strength_note-hot_spot = En la esquina de pared y conexión la tensión elástica no tiene límite. Se da la de la sección de la pared allí, lineal de cara a cara, según sus fuerzas. El cortante a través de la pared no forma parte de ella: el factor verdadero allí puede ser menor.
strength_note-left_out = No están en la malla: agujeros, toma de vacío y su asiento, redondeos, ventanas, el borde redondeado, adaptador y tornillos.
strength_note-loads_from_memory = Las cargas están escritas de memoria según ISO 10328. Compárelas con su ejemplar antes de confiar en ellas.
strength_note-material_assumed = Los datos del material son suposición nuestra. Mida probetas de su propio proceso.
strength_note-material_from_sheet = Los datos del material son de probetas nuevas y planas, de memoria según una hoja técnica. Su máquina, temperatura y capas deciden la resistencia.
strength_note-no_standard = No conocemos ninguna norma publicada sobre la resistencia de encajes. ISO 10328 ensaya estructuras; el trabajo sobre encajes corresponde a { $committee }, y los borradores hay que pedirlos allí.
strength_note-no_test = Es un cálculo lineal y estático, no un ensayo. Fatiga, impacto, fluencia, envejecimiento, defectos de impresión y pandeo no están incluidos.
strength_note-not_converged = Las mallas no convergieron en el punto más débil. Su factor se redondea hacia abajo a lo que permiten; calcule tres mallas o no se fíe de él.
strength_note-offsets_of_another = No conocemos las líneas de carga de P3. Las de P4 las sustituyen, con las fuerzas de P3.
strength_note-placed = Supuesto: el nivel del tendón está a la altura de la rodilla de ensayo y el centro de la conexión en su eje; la cara de conexión está fija; el muñón solo empuja y es igual de blando en todas partes; las capas deslizan a su resistencia a tracción entre raíz de tres.
strength_note-too_heavy = Una masa corporal de { $mass } kg supera { $limit } kg, el límite de este nivel. Ningún nivel de aquí la cubre, o se pidió otro: las cifras son demasiado favorables.
