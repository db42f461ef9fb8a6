# Sin revisar: traducido por máquina y no revisado por un protesista. (Unreviewed.)
# El informe de un encaje y su hoja de medidas.

socket_report-file_size_check = el informe de la comprobación de tamaño: hoja de medidas, pedido del liner, pasos
socket_report-file_socket = el informe: imágenes, hoja de medidas, pedido del liner, pasos; para leer y para imprimir
socket_report-loads_nothing = un solo archivo que no carga nada más
socket_report-made_by = Hecho por Concord { $program }, versión de resultados { $result }. La misma forma, los mismos pasos y la misma versión dan el mismo archivo.
socket_report-step-above_end = desde { $mm } mm por encima del extremo distal
socket_report-step-above_scan = hasta { $mm } mm por encima del borde del escaneo, inclinada { $degrees }° hacia dentro (carga); no escaneada, se conforma en la persona
socket_report-step-between = de { $from } a { $to }
socket_report-step-by_height = { $rows } ({ $source })
socket_report-step-fading = el frente debe conocerse; se desvanece en { $mm } mm
socket_report-step-flat_at = { $around }, { $from } a { $to }
socket_report-step-inwards = { $mm } mm hacia dentro (carga) donde más sobresale
socket_report-step-ml_over_ap = { $rows }; la circunferencia se mantiene
socket_report-step-proportion = Anchura mediolateral entre anteroposterior
socket_report-step-reduced_at = { $percent } ± { $spread } % de la circunferencia al { $share } % de la longitud
socket_report-step-seal_ring = Asiento del anillo de sellado del liner
socket_report-the_size_check = La comprobación de tamaño (no un encaje)
socket_report-the_socket = El encaje
socket_report-title = { $name } – Encaje de Concord
socket_report-title_size_check = { $name } – Comprobación de tamaño de Concord, no un encaje

## around

socket_report-around-anterior = anterior ({ $degrees }°)
socket_report-around-between = { $degrees }° de anterior hacia lateral
socket_report-around-lateral = lateral ({ $degrees }°)
socket_report-around-medial = medial ({ $degrees }°)
socket_report-around-posterior = posterior ({ $degrees }°)

## change

socket_report-change-as_socket = Como encaje
socket_report-change-bare = Sin color: solo lo tiene uno de los dos escaneos.
socket_report-change-beyond = Más allá de
socket_report-change-beyond_limit = { $beyond } los { $limit } mm de circunferencia hasta los que llega la indicación para el vacío
socket_report-change-by_region = Cambio de volumen por región, mL (entonces).
socket_report-change-caption = Circunferencia con cinta métrica.
socket_report-change-change = Cambio
socket_report-change-heights = Alturas
socket_report-change-indication = Indicación
socket_report-change-now = Ahora
socket_report-change-radial = error radial medio { $mm } mm
socket_report-change-regions = Regiones
socket_report-change-shape = rango intercuartílico { $range } mm, como máximo { $most } mm; normales con { $normals }° de diferencia en promedio
socket_report-change-size = Tamaño
socket_report-change-then = Entonces
socket_report-change-volume = { $before } mL entonces, { $after } mL ahora, { $change }
socket_report-change-what = Frente a { $earlier }, puesto sobre este escaneo fuera cual fuera su posición: las superficies distan { $rms } mm (media cuadrática); la siguiente mejor posición es peor en { $confidence } de 1. En las alturas que tienen ambos, { $from } a { $to }:
socket_report-change-where = Dónde ha cambiado.
socket_report-change-within_limit = Dentro de los { $limit } mm de circunferencia hasta los que llega la indicación para el vacío

## fact

socket_report-fact-bridged = Puenteado
socket_report-fact-bridged_said = De la superficie: agujeros del escaneo que se cerraron a partir de lo que los rodea.
socket_report-fact-contact = Área en contacto
socket_report-fact-contact_said = El interior del encaje hasta la línea de corte.
socket_report-fact-face = Cara de montaje
socket_report-fact-face_said = Perpendicular al eje del muñón; { $length } por debajo del extremo distal del muñón.
socket_report-fact-gap = Holgura media
socket_report-fact-gap_said = Del muñón con su liner y sus medias al interior del encaje, antes de que ceda el tejido. Negativa: más apretado que el muñón.
socket_report-fact-holes = Agujeros pasantes
socket_report-fact-holes_said = A través de la pared, como piden los pasos.
socket_report-fact-inside = Volumen interior
socket_report-fact-inside_agrees = Por debajo del borde. Calculado de otra manera, a partir de las secciones y la reducción: { $volume } ({ $off } %): coinciden (dentro del { $limit } %).
socket_report-fact-inside_differs = Por debajo del borde. Calculado de otra manera, a partir de las secciones y la reducción: { $volume } ({ $off } %): NO coinciden: revíselo antes de fabricarlo (dentro del { $limit } %).
socket_report-fact-interface = Liner y medias
socket_report-fact-interface_said = Juntos, donde son más gruesos.
socket_report-fact-limb = Muñón hasta allí
socket_report-fact-limb_said = La piel por debajo de la misma altura; con liner y medias, rectificado: { $volume }.
socket_report-fact-trim = Línea de corte
socket_report-fact-trim_said = Su punto más bajo y su punto más alto.
socket_report-fact-undercut = Socavado
socket_report-fact-undercut_said = El pliegue más profundo del escaneo que rodea el encaje.
socket_report-fact-wall = Pared más fina
socket_report-fact-wall_said = Lo menos que se halló entre interior y exterior.

## files

socket_report-files-axes = Cómo se llevó el muñón a sus ejes
socket_report-files-bytes = Bytes
socket_report-files-caption = Junto a este informe. En todos, las longitudes son milímetros.
socket_report-files-file = Archivo
socket_report-files-front = Parte delantera
socket_report-files-level = Nivel { $level }
socket_report-files-long_axis = Eje largo
socket_report-files-name = Archivos
socket_report-files-read_back = Leído de nuevo
socket_report-files-scan = Qué se hizo con el escaneo
socket_report-files-unit = Unidad { $unit }: { $reason }.
socket_report-files-what = Para qué

## found

socket_report-found-assumed = supuesto { $sure }
socket_report-found-placed = colocado
socket_report-found-proposed = propuesto ({ $sure }), confirmar
socket_report-found-said = indicado
socket_report-found-seen = visto { $sure }

## head

socket_report-head-by_chart = { $measure }: según la tabla del fabricante
socket_report-head-kicker = Concord: de la forma de un muñón a su encaje. Medidas, encaje, liner, archivos.
socket_report-head-kicker_size_check = Concord: de medidas con cinta métrica a una comprobación de tamaño. Medidas, liner, archivos; ningún encaje.
socket_report-head-limb_said = { $length } de { $landmark } ({ $level }) al extremo distal; { $volume } mL
socket_report-head-made_from = Hecho a partir de
socket_report-head-or_custom = { $size }; o a medida
socket_report-head-printed_size = { $size } mm, un tamaño impreso
socket_report-head-scan = { $file } ({ $format }, { $faces } caras), en { $unit }
socket_report-head-socket_said = { $inside } mL de interior, { $contact } cm² en contacto, pared de al menos { $wall } mm
socket_report-head-taken = Tomado
socket_report-head-tape_alone = Solo medidas con cinta métrica
socket_report-head-technique = Técnica

## height

socket_report-height-above = { $mm } mm por encima de { $level }
socket_report-height-below = { $mm } mm por debajo de { $level }
socket_report-height-level = al nivel { $level } (0 mm)

## liner

socket_report-liner-above_end = Por encima del extremo distal
socket_report-liner-below_level = Por debajo de { $level }
socket_report-liner-caption = Circunferencia según el escaneo o la medición, desde el extremo distal hacia arriba.
socket_report-liner-circumference = Circunferencia
socket_report-liner-custom = Liner a medida
socket_report-liner-material = Material
socket_report-liner-measured = { $girth }, con cinta métrica, { $above } por encima del extremo distal
socket_report-liner-name = La forma del liner
socket_report-liner-no_reason = No se halló ninguna razón para uno. Si se pide uno, esto es lo que necesita:
socket_report-liner-paper = Paciente ______________________   Fecha ______________   Pedido por ______________________
socket_report-liner-rule = Regla: { $source } { $key }
socket_report-liner-shape = Forma
socket_report-liner-shape_said = El archivo del muñón (PLY) junto a este informe, o la tabla de abajo
socket_report-liner-speaks_for = El caso habla a favor de uno:
socket_report-liner-standard = Tamaño estándar
socket_report-liner-thickness = Grosor
socket_report-liner-to_order = Por pedir
socket_report-liner-width_ap = Anchura AP
socket_report-liner-width_ml = Anchura ML

## look

socket_report-look-count = { $count ->
    [one] Una cosa que mirar primero
   *[other] { $count } cosas que mirar primero
    }
socket_report-look-nothing = Nada llamó la atención.

## pictures

socket_report-pictures-bone = Lo más pálido: hueso, tal como lo tiene el escaneo.
socket_report-pictures-caption = Las rectificaciones están ligadas a estos puntos. Los propuestos deben confirmarse.
socket_report-pictures-cut = Muñón, liner y pared, cortados de delante hacia atrás.
socket_report-pictures-from_lateral = Visto desde lateral.
socket_report-pictures-landmark = Punto anatómico
socket_report-pictures-landmarks = Puntos anatómicos
socket_report-pictures-limb = Liner y medias quedan en medio; un número negativo es más apretado que la piel. Gris: por encima de la línea de corte. Los números son puntos anatómicos, enumerados abajo; un anillo continuo lo colocó una persona, uno discontinuo es una propuesta.
socket_report-pictures-line_inside = Fina: interior del encaje
socket_report-pictures-line_outside = Gruesa: exterior
socket_report-pictures-line_skin = Discontinua: piel
socket_report-pictures-sections = Secciones, vistas desde arriba.
socket_report-pictures-socket = A la misma escala. La línea discontinua es el nivel: { $landmark } ({ $level }).
socket_report-pictures-sure = Seguridad

## section

socket_report-section-comparison = Desde el escaneo anterior
socket_report-section-files = Archivos, y qué se leyó
socket_report-section-from_limb = Del muñón al encaje
socket_report-section-from_tape = De la cinta métrica a la comprobación de tamaño
socket_report-section-liner = Liner que pedir
socket_report-section-look = Qué mirar
socket_report-section-sheet = Hoja de medidas
socket_report-section-steps = La técnica, paso a paso
socket_report-section-tape = Cinta métrica y escaneo

## sheet

socket_report-sheet-along_skin = A lo largo de la piel
socket_report-sheet-ap = AP
socket_report-sheet-area = Área
socket_report-sheet-below_level = { $figure } por debajo de { $level }
socket_report-sheet-bone = Hueso
socket_report-sheet-bone_said = { $volume } mL por debajo de { $level }, tal como lo tiene el escaneo
socket_report-sheet-by_hand = A mano
socket_report-sheet-by_tape = Con cinta métrica
socket_report-sheet-caption = Secciones perpendiculares al eje largo. Con cinta métrica: una cinta salta las depresiones. A lo largo de la piel: las sigue. AP: de delante hacia atrás; ML: de lado a lado.
socket_report-sheet-doffed = Tras la retirada
socket_report-sheet-height = Altura
socket_report-sheet-length = Longitud
socket_report-sheet-measured = Medido
socket_report-sheet-ml = ML
socket_report-sheet-paper = Paciente ______________________   Fecha ______________   Comprobado por ______________________
socket_report-sheet-sections = Secciones del muñón
socket_report-sheet-shape_index = Índice de forma
socket_report-sheet-shape_said = { $index }: circunferencia cerca del extremo dividida por la del nivel { $level } (por debajo de 1 cónico, por encima de 1 bulboso)
socket_report-sheet-side = Lado
socket_report-sheet-skin = Piel
socket_report-sheet-tissue = Tejido blando
socket_report-sheet-tissue_said = { $mm } mm de la piel al hueso en promedio
socket_report-sheet-to_end = { $length } de { $level } al extremo distal
socket_report-sheet-volume = Volumen

## solid

socket_report-solid-caption = Lo que se midió en el encaje que se hizo.
socket_report-solid-comfort = Que sea cómodo. Las cifras son un comienzo; decide la prueba de adaptación.
socket_report-solid-figure = Cifra
socket_report-solid-means = Qué significa
socket_report-solid-name = Las cifras del encaje
socket_report-solid-not_promised = Lo que no se promete
socket_report-solid-slicer = Que un laminador (slicer) admita la misma tolerancia que la comprobación.
socket_report-solid-sound = El archivo que se escribió es un sólido correcto
socket_report-solid-strength = Que la pared sea lo bastante resistente: no se le aplicó ninguna carga. Imprima, lamine y ensaye como lo hace su taller.
socket_report-solid-undercuts = Que se conserve la forma donde el escaneo se pliega sobre sí mismo (un socavado, una oreja): el encaje lo rodea, y dice hasta dónde.
socket_report-solid-unsound = El archivo que se escribió no es un sólido correcto
socket_report-solid-value = Valor
socket_report-solid-verdict = Leído de nuevo del archivo: { $faces } caras, { $open } aristas abiertas, { $pieces ->
    [one] { $pieces } pieza
   *[other] { $pieces } piezas
    }, { $holes ->
    [one] { $holes } agujero
   *[other] { $holes } agujeros
    } a través de la pared, { $crossings } pares de caras que se atraviesan, { $flat } caras sin área; { $volume } mL de material.

## step

socket_report-step-above = { $landmark }, { $mm } mm por encima
socket_report-step-around_limb = alrededor del muñón
socket_report-step-at_above = { $thick } mm a { $above } mm por encima de él
socket_report-step-at_end = { $thick } mm en el extremo distal
socket_report-step-below = { $landmark }, { $mm } mm por debajo
socket_report-step-bore = orificio de { $mm } mm
socket_report-step-by_circumference = Por circunferencia: { $rows } (en lugar del { $percent } % para todas)
socket_report-step-cup = Copa distal
socket_report-step-cup_at = extremo distal, se desvanece en { $mm } mm
socket_report-step-deeper = { $mm } mm más profundo
socket_report-step-every_section = cada sección
socket_report-step-everywhere = en todas partes
socket_report-step-flare = Abocardado del borde
socket_report-step-flare_at = los últimos { $mm } mm por debajo de la línea de corte
socket_report-step-four_hole = Cara de montaje, cuatro agujeros
socket_report-step-from_above = { $thick } mm a partir de { $above } mm por encima de él
socket_report-step-high = { $mm } mm de altura
socket_report-step-liner = Liner, { $material }
socket_report-step-load = { $depth } mm hacia dentro (carga) en su centro; ± { $length } mm a lo largo del muñón, ± { $width } mm alrededor de él
socket_report-step-mount_at = distal, { $mm } mm por debajo del interior del encaje
socket_report-step-mount_said = { $diameter } mm de diámetro; agujeros de { $hole } mm, { $depth } mm de profundidad, en un cuadrado de { $square } mm
socket_report-step-no_socks = ninguna
socket_report-step-outwards = { $mm } mm hacia fuera
socket_report-step-percent = { $percent } % de la circunferencia
socket_report-step-polyurethane = poliuretano
socket_report-step-port = Conexión de vacío
socket_report-step-port_distal = recta hacia abajo a través de la cara de montaje
socket_report-step-port_side = { $around }, { $mm } mm por encima del extremo distal
socket_report-step-pyramid = Cara de montaje para una pirámide
socket_report-step-reduction = Reducción
socket_report-step-relief = { $depth } mm hacia fuera (alivio) en su centro; ± { $length } mm a lo largo del muñón, ± { $width } mm alrededor de él
socket_report-step-seal_land = Superficie de sellado para la rodillera de sellado
socket_report-step-seal_land_at = por fuera, debajo del punto más bajo de la línea de corte
socket_report-step-sheath = Funda
socket_report-step-silicone = silicona
socket_report-step-socks = Medias
socket_report-step-to_lateral = { $place }, { $degrees }° hacia lateral
socket_report-step-to_medial = { $place }, { $degrees }° hacia medial
socket_report-step-tpe = elastómero termoplástico (TPE)
socket_report-step-wall = Pared
socket_report-step-wall_said = { $thickness }; en ningún punto menos de { $least } mm

## steps

socket_report-steps-caption = Las alturas se cuentan desde { $landmark } ({ $level }) o desde el extremo distal, según se diga; los ángulos, de anterior (0°) hacia lateral (90°). Sea cual sea su orden, los pasos actúan como sobre un molde: liner y medias, rectificaciones, copa, reducción, abocardado, pared, montaje.
socket_report-steps-edit = Para modificar un paso, edite el archivo de la técnica que está junto a este informe e indíquelo con --technique.
socket_report-steps-much = Cuánto
socket_report-steps-name = Pasos
socket_report-steps-place = Dónde
socket_report-steps-what = Qué

## tape

socket_report-tape-at = Dónde
socket_report-tape-caption = Circunferencias por debajo del nivel de referencia ({ $reference }), y la longitud.
socket_report-tape-difference = Diferencia
socket_report-tape-doffed = Tiempo desde la retirada
socket_report-tape-scan = Escaneo
socket_report-tape-tape = Cinta métrica
socket_report-tape-volume = { $tape } mL con cinta métrica, a partir de círculos; { $scan } mL con el escaneo ({ $change } %). No se juzga.
