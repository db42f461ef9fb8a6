# Sin revisar: traducido por máquina y no revisado por un protesista. (Unreviewed.)
# El informe de un encaje y su hoja de medidas.

socket_report-fact-inner_wall = Punto más delgado del encaje interior
socket_report-fact-inner_wall_said = El encaje interior flexible donde es más delgado, medido como la pared.
socket_report-fact-windows = Ventanas
socket_report-fact-windows_said = Aberturas en la pared o en el marco; cuentan entre los agujeros pasantes.
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
socket_report-step-brim_patellar_tendon = Borde de tendón rotuliano con orejas y repisa poplítea
socket_report-step-brim_supracondylar = Borde supracondíleo
socket_report-step-brim_suprapatellar = Borde supracondíleo-suprapatelar
socket_report-step-frame = Marco alrededor de un encaje interior flexible
socket_report-step-frame_at = el marco termina { $mm } mm por debajo de la línea de corte
socket_report-step-frame_said = encaje interior de { $thickness } mm, { $inner }; marco de { $frame }; { $clearance } mm entre ambos
socket_report-step-half_sizes = ± { $length } mm a lo largo del muñón, ± { $width } mm alrededor
socket_report-step-region = { $thickness } mm en { $place } ({ $size })
socket_report-step-rib = nervio de { $width } mm de ancho y { $height } mm de alto, de { $from } a { $to }
socket_report-step-roll_radius = radio { $mm } mm
socket_report-step-rolled_edge = Borde enrollado, hacia fuera, por encima de la línea de corte
socket_report-step-through_points = por puntos
socket_report-step-window = ventana: { $name }
socket_report-step-window_edge = la pared { $mm } mm más gruesa en su borde, a lo largo de { $width } mm
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

socket_report-fact-bench = Línea de banco en el borde
socket_report-fact-bench_at = { $forward } mm hacia delante, { $lateral } mm hacia lateral
socket_report-fact-bench_said = Desde el centro del encaje a la altura más baja del borde; negativo es hacia atrás y medial. El centro de la cara de montaje, desde el centro del muñón encima: { $face }.
socket_report-fact-bridged = Puenteado
socket_report-fact-bridged_said = De la superficie: agujeros del escaneo que se cerraron a partir de lo que los rodea.
socket_report-fact-contact = Área en contacto
socket_report-fact-contact_said = El interior del encaje hasta la línea de corte.
socket_report-fact-donning = Colocación
socket_report-fact-donning_cannot = no se puede colocar
socket_report-fact-donning_clear = A lo largo del eje del encaje, nada de lo que queda bajo un estrechamiento del interior es mayor que él. No se miró si el muñón está curvado. En el lugar más estrecho ({ $around }) el muñón con su liner mide { $bulge } mm de contorno y pasa por { $neck } mm: no más estrecho que la reducción de la propia técnica.
socket_report-fact-donning_effort = entra con esfuerzo
socket_report-fact-donning_in = entra
socket_report-fact-donning_said = El muñón con su liner mide { $bulge } mm de contorno, { $bulge_below }; tiene que pasar por { $neck } mm, { $neck_below }; lo más estrecho, { $around }. Socavado de { $undercut } mm de radio. Cede { $squeeze } mm de su radio ({ $pct } %); el tejido blando cede de { $low } a { $high } mm: de una décima a una cuarta parte de su espesor, suposición nuestra ({ $tissue }). Fuerza: no se conoce.
socket_report-fact-face = Cara de montaje
socket_report-fact-face_aligned = Perpendicular a la línea de banco; { $length } por debajo del extremo distal del muñón.
socket_report-fact-face_said = Perpendicular al eje del muñón; { $length } por debajo del extremo distal del muñón.
socket_report-fact-feature_barb = Espiga
socket_report-fact-feature_block = Bloque de la cara de montaje
socket_report-fact-feature_face = Cara de montaje
socket_report-fact-feature_filter = Asiento del filtro
socket_report-fact-feature_hole = Agujero de montaje
socket_report-fact-feature_inside = Interior del encaje
socket_report-fact-feature_lanyard = Ranura del cordón
socket_report-fact-feature_line = Línea grabada
socket_report-fact-feature_lock = Alojamiento del cierre
socket_report-fact-feature_pin = Orificio del pin
socket_report-fact-feature_port = Conexión de vacío
socket_report-fact-feature_recess = Rebaje del anclaje
socket_report-fact-feature_release = Agujero de liberación
socket_report-fact-feature_valve = Asiento de la válvula
socket_report-fact-feature_wall = Pared
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
socket_report-fact-thinnest = Punto más fino del sólido
socket_report-fact-thinnest_above = { $feature }, { $around }, { $mm } mm por encima del extremo distal del muñón. También se miran agujeros, alojamientos, asientos y líneas grabadas.
socket_report-fact-thinnest_below = { $feature }, { $around }, { $mm } mm por debajo del extremo distal del muñón. También se miran agujeros, alojamientos, asientos y líneas grabadas.
socket_report-fact-tissue_assumed = { $mm } mm sobre hueso, media de muñones publicados
socket_report-fact-tissue_measured = { $mm } mm sobre hueso, medido
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

socket_report-pictures-alignment = La cara de montaje, de frente y de lado.
socket_report-pictures-bench = Rojo: la línea de banco y la cara perpendicular a ella. Azul: el eje longitudinal del muñón.
socket_report-pictures-bone = Lo más pálido: hueso, tal como lo tiene el escaneo.
socket_report-pictures-bulge_mm = muñón { $mm } mm
socket_report-pictures-caption = Las rectificaciones están ligadas a estos puntos. Los propuestos deben confirmarse.
socket_report-pictures-cut = Muñón, liner y pared, cortados de delante hacia atrás.
socket_report-pictures-from_lateral = Visto desde lateral.
socket_report-pictures-landmark = Punto anatómico
socket_report-pictures-landmarks = Puntos anatómicos
socket_report-pictures-limb = Liner y medias quedan en medio; un número negativo es más apretado que la piel. Gris: por encima de la línea de corte. Los números son puntos anatómicos, enumerados abajo; un anillo continuo lo colocó una persona, uno discontinuo es una propuesta.
socket_report-pictures-line_inside = Fina: interior del encaje
socket_report-pictures-line_outside = Gruesa: exterior
socket_report-pictures-line_skin = Discontinua: piel
socket_report-pictures-neck = Naranja: el estrechamiento que el muñón tiene que pasar. Violeta: donde el muñón con su liner es demasiado grande para él.
socket_report-pictures-neck_mm = cuello { $mm } mm
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
socket_report-section-strength = ¿Se romperá?
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
socket_report-sheet-whole_scan = Volumen de todo el escaneo, aberturas cerradas

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
socket_report-solid-verdict = Leído de nuevo del archivo: { $faces } caras, { $open ->
    [one] { $open } arista abierta
   *[other] { $open } aristas abiertas
    }, { $pieces ->
    [one] { $pieces } pieza
   *[other] { $pieces } piezas
    }, { $holes ->
    [one] { $holes } agujero
   *[other] { $holes } agujeros
    } a través de la pared, { $crossings ->
    [one] { $crossings } par de caras que se atraviesan
   *[other] { $crossings } pares de caras que se atraviesan
    }, { $flat ->
    [one] { $flat } cara sin área
   *[other] { $flat } caras sin área
    }; { $volume } mL de material.

## step

socket_report-step-above = { $landmark }, { $mm } mm por encima
socket_report-step-align = Alineación de la cara de montaje
socket_report-step-align_abduction = abducción { $much }°
socket_report-step-align_adduction = aducción { $much }°
socket_report-step-align_at = respecto al interior del encaje en su extremo distal
socket_report-step-align_backward = cara { $much } mm hacia atrás
socket_report-step-align_extension = extensión { $much }°
socket_report-step-align_flexion = flexión { $much }°
socket_report-step-align_forward = cara { $much } mm hacia delante
socket_report-step-align_lateral = cara { $much } mm hacia lateral
socket_report-step-align_lines = línea de banco grabada { $mm } mm de profundidad
socket_report-step-align_medial = cara { $much } mm hacia medial
socket_report-step-align_none = recta
socket_report-step-align_turned_in = agujeros girados { $much }° hacia medial
socket_report-step-align_turned_out = agujeros girados { $much }° hacia lateral
socket_report-step-anchor = Cara de montaje para un anclaje de laminación
socket_report-step-around_limb = alrededor del muñón
socket_report-step-at_above = { $thick } mm a { $above } mm por encima de él
socket_report-step-at_end = { $thick } mm en el extremo distal
socket_report-step-barb = espiga impresa para un tubo de { $mm } mm de interior
socket_report-step-below = { $landmark }, { $mm } mm por debajo
socket_report-step-bore = orificio de { $mm } mm
socket_report-step-by_circumference = Por circunferencia: { $rows } (en lugar del { $percent } % para todas)
socket_report-step-check_drawing = compruébelo con el plano de la pieza
socket_report-step-cup = Copa distal
socket_report-step-cup_at = extremo distal, se desvanece en { $mm } mm
socket_report-step-deeper = { $mm } mm más profundo
socket_report-step-every_section = cada sección
socket_report-step-everywhere = en todas partes
socket_report-step-fillet = redondeo de { $mm } mm hacia la pared
socket_report-step-filter = asiento para un filtro de { $diameter } mm, { $depth } mm de profundidad, desde dentro
socket_report-step-flare = Abocardado del borde
socket_report-step-flare_at = los últimos { $mm } mm por debajo de la línea de corte
socket_report-step-four_hole = Cara de montaje, cuatro agujeros
socket_report-step-from_above = { $thick } mm a partir de { $above } mm por encima de él
socket_report-step-high = { $mm } mm de altura
socket_report-step-hole_deep = { $mm } mm de profundidad
socket_report-step-hole_insert = para insertos colocados en caliente
socket_report-step-hole_middle = un orificio de { $hole } mm en el centro, donde no hay conexión ni cierre
socket_report-step-hole_through = para tornillos pasantes: cada agujero abre el interior del encaje, séllelo
socket_report-step-holes_square = cuatro agujeros de { $hole } mm en un cuadrado de { $square } mm
socket_report-step-lanyard = Ranura para un cordón
socket_report-step-lanyard_said = { $width } mm de ancho, { $height } mm de alto
socket_report-step-liner = Liner, { $material }
socket_report-step-load = { $depth } mm hacia dentro (carga) en su centro; ± { $length } mm a lo largo del muñón, ± { $width } mm alrededor de él
socket_report-step-lock = Alojamiento para el cierre de un pin
socket_report-step-lock_at = bajo el extremo del muñón, abierto al interior del encaje
socket_report-step-lock_pin = orificio para el pin de { $mm } mm a través de la cara
socket_report-step-lock_release = agujero para el botón de liberación { $mm } mm, { $around }
socket_report-step-lock_said = { $diameter } mm de diámetro, { $depth } mm de profundidad
socket_report-step-mount_at = distal, { $mm } mm por debajo del interior del encaje
socket_report-step-mount_face = { $mm } mm de diámetro
socket_report-step-no_socks = ninguna
socket_report-step-outwards = { $mm } mm hacia fuera
socket_report-step-percent = { $percent } % de la circunferencia
socket_report-step-polyurethane = poliuretano
socket_report-step-port = Conexión de vacío
socket_report-step-port_distal = recta hacia abajo a través de la cara de montaje
socket_report-step-port_side = { $around }, { $mm } mm por encima del extremo distal
socket_report-step-pyramid = Cara de montaje para una pirámide
socket_report-step-recess = rebaje de { $diameter } mm, { $depth } mm de profundidad; los brazos del anclaje se laminan sobre el bloque
socket_report-step-reduction = Reducción
socket_report-step-relief = { $depth } mm hacia fuera (alivio) en su centro; ± { $length } mm a lo largo del muñón, ± { $width } mm alrededor de él
socket_report-step-seal_land = Superficie de sellado para la rodillera de sellado
socket_report-step-seal_land_at = por fuera, debajo del punto más bajo de la línea de corte
socket_report-step-sheath = Funda
socket_report-step-shelf_at = { $mm } mm por debajo del punto más bajo de la línea de corte
socket_report-step-shelf_inside = Escalón para la rodillera de sellado, por dentro
socket_report-step-shelf_outside = Escalón para la rodillera de sellado, por fuera
socket_report-step-silicone = silicona
socket_report-step-socks = Medias
socket_report-step-thread = rosca, paso { $pitch } mm, por roscar { $depth } mm de profundidad (el orificio es el previo)
socket_report-step-to_lateral = { $place }, { $degrees }° hacia lateral
socket_report-step-to_medial = { $place }, { $degrees }° hacia medial
socket_report-step-tpe = elastómero termoplástico (TPE)
socket_report-step-valve = Asiento para una válvula unidireccional
socket_report-step-valve_said = asiento plano de { $seat } mm, { $out } mm por fuera de la pared
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
