# Sin revisar: traducido por máquina y no revisado por un protesista. (Unreviewed.)
# Lo que se dice de la adaptación, el día, la cinta métrica, el encaje y los bancos de pruebas de un caso.

as_a_socket-acceptable = dentro de los límites de un encaje aceptable
as_a_socket-to_modify = un encaje de la forma anterior necesitaría modificación
as_a_socket-unacceptable = un encaje de la forma anterior no sería aceptable
bench_note-motor = el motor funciona de forma continua: el banco de pruebas ve la bomba, no su controlador
bench_note-no_data = no hay datos impresos: funciona como bomba de una cámara
bench_note-no_size = { $mass } queda fuera de todos los tamaños impresos: se toma el más cercano
bench_note-own_force = la acciona su propia fuerza, pese lo que pese la persona
bench_note-strokes = una persona le da { $strokes ->
    [one] una carrera
   *[other] { $strokes } carreras
    } después de cada colocación: el banco sigue bombeando
bench_note-no_mass = sin masa corporal impresa: cargada por una persona de { $mass }
bench_note-too_heavy = { $mass } está por encima de los { $most } impresos
bench_setup-as_set_up = tal como está montada
bench_setup-heaviest = la persona más pesada del tamaño
bench_setup-lightest = la persona más ligera del tamaño
bench_setup-middle = la persona intermedia del tamaño
bench_setup-one_chamber = una cámara
bench_setup-softer_membrane = membrana un quinto más blanda
bench_setup-softer_ring = anillo un quinto más blando
bench_setup-two_chambers = dos cámaras
bench_setup-washers = { $count ->
    [one] { $count } arandela
   *[other] { $count } arandelas
}
checked-day = día de { $begins } a { $ends } con { $count ->
    [one] una actividad
   *[other] { $count } actividades
    }
checked-day_expanded = día de { $begins } a { $ends } con { $count ->
    [one] una actividad
   *[other] { $count } actividades
    }, ampliado a partir de { $told }
checked-fine = { $file }: correcto. { $name }, { $kg } kg ({ $lb } lb), muñón { $level } de { $volume } mL y { $skin } cm², { $day }
checked-fine_and_measured = { $file }: correcto. { $name }, { $kg } kg ({ $lb } lb), muñón { $level } de { $volume } mL y { $skin } cm², { $day }. { $measured }
disagree-circumference = la circunferencia en { $count } de { $of } alturas; la que más, { $below } por debajo del nivel de referencia ({ $from }): { $tape } con la cinta métrica, { $scan } con el escaneo ({ $mm }, { $percent } %)
disagree-circumference_over_liner = la circunferencia en { $count } de { $of } alturas; la que más, { $below } por debajo del nivel de referencia ({ $from }): { $tape } con la cinta métrica y { $liner } de liner, { $scan } con el escaneo ({ $mm }, { $percent } %)
disagree-length = la longitud: { $tape } con la cinta métrica, { $scan } con el escaneo ({ $mm })
disagree-nothing_compared = el escaneo no muestra ninguna de las alturas medidas con cinta métrica: no se puede comparar nada
file-frame_3mf = el marco rígido, con su unidad
file-frame_stl = el marco rígido, para imprimir
file-inner_3mf = el encaje interior flexible, con su unidad
file-inner_stl = el encaje interior flexible, para imprimir
file-limb_ply = el muñón en sus ejes; un valor por vértice: distancia al interior del encaje, mm
file-measurements_csv = la tabla de la hoja de medidas
file-model_aop = el modelo rectificado (el interior del encaje), para fresar, como AOP
file-model_stl = el modelo rectificado (el interior del encaje), para fresar
file-size_check_3mf = una comprobación de tamaño, no un encaje, con su unidad
file-size_check_model_aop = el interior de la comprobación de tamaño, no un modelo para hacer un encaje, como AOP
file-size_check_model_stl = el interior de la comprobación de tamaño, no un modelo para hacer un encaje
file-size_check_stl = una comprobación de tamaño, no un encaje (mm)
file-socket_3mf = el encaje, para imprimir, con su unidad
file-socket_stl = el encaje, para imprimir (mm)
file-technique_toml = los pasos, para modificarlos y aplicarlos de nuevo
file_comment-axis_moved = eje desplazado a x = { $x }, y = { $y }, z = { $z } mm de los ejes del muñón
file_comment-made_by = { $name }, hecho por Concord { $version }
mark-although_refused = HECHO AUNQUE SE RECHAZA EL VACÍO PARA ESTA PERSONA. Motivo indicado: { $reason }
mark-size_check = SOLO COMPROBACIÓN DE TAMAÑO, NO PARA LLEVAR: hecha solo con medidas de cinta métrica, con secciones redondas; por encima de la primera medición no se sabe nada. Con un escaneo se hace un encaje
no_socket-say_why = Elija una técnica sin orificio para la bomba, o diga por qué se hace aunque se rechace el vacío: `--although-refused MOTIVO`, en un caso `prosthesis.although_refused`. El motivo se imprime en cada hoja.
no_socket-say_why_in_the_case = Elija una técnica sin orificio para la bomba, o diga por qué se hace aunque se rechace el vacío (una pregunta del caso). El motivo se imprime en cada hoja.
no_socket-vacuum_refused = El vacío activo se rechaza para esta persona, y este es un encaje para él. { $reason }
purpose-size_check = La comprobación de tamaño (no un encaje)
purpose-socket = El encaje
read_back-done = leído de nuevo
read_back-equal = leído de nuevo, igual
read_back-shape_equal = leído de nuevo, igual; por debajo del punto más bajo del borde se aparta del modelo { $mean } (error radial medio), rango intercuartílico { $quartiles }, como máximo { $most }
read_back-shape_not_equal = leído de nuevo, NO igual; por debajo del punto más bajo del borde se aparta del modelo { $mean } (error radial medio), rango intercuartílico { $quartiles }, como máximo { $most }
read_back-solid = leído de nuevo: cerrado, orientado, una sola pieza, ninguna cara atraviesa otra, { $faces } caras, { $volume } de material
sensor_dies-does = La bomba { $pump }, { $valve } y { $warning }. Este es nuestro controlador; el del fabricante no está publicado.
sensor_dies-has_none = No tiene sensor: el peso corporal la acciona con cada paso. Lo que puede fallar es el anillo, una válvula o el sellado; entonces hacen falta más pasos hasta el vacío, y al estar de pie sin moverse se pierde.
sensor_dies-holds = mantiene el vacío que haya
sensor_dies-lets_air_in = deja entrar aire
sensor_dies-pumps_no_more = deja de bombear
sensor_dies-pumps_on = sigue bombeando
sensor_dies-says_nothing = no avisa de nada
sensor_dies-warns = avisa de un fallo del sensor
sides-case_says_left = el escaneo es del muñón izquierdo (lo dice scan.side), el caso es del derecho
sides-case_says_right = el escaneo es del muñón derecho (lo dice scan.side), el caso es del izquierdo
sides-file_says_left = el escaneo es del muñón izquierdo (lo dice su archivo), el caso es del derecho
sides-file_says_right = el escaneo es del muñón derecho (lo dice su archivo), el caso es del izquierdo
sides-left_limb_mirrored = la cabeza del peroné está { $offset } a la derecha, pero el lado lateral del muñón izquierdo es el otro; el escaneo es una imagen especular, o el lado o el punto anatómico es incorrecto
sides-right_limb_mirrored = la cabeza del peroné está { $offset } a la izquierda, pero el lado lateral del muñón derecho es el otro; el escaneo es una imagen especular, o el lado o el punto anatómico es incorrecto
sides-thigh_mirrored = el punto anatómico { $landmark } está { $offset } al otro lado del centro del muñón que en un muñón de este lado ({ $side }); el escaneo es una imagen especular, o el lado, el frente o el punto es incorrecto
socket_note-beyond_indication = una circunferencia ha cambiado { $change } desde el escaneo anterior, más que los { $most } hasta los que llega la indicación para el vacío
socket_note-fits_turned = el escaneo anterior encaja casi igual de bien con este si se gira de otra manera: compruebe la comparación
socket_note-frame_seal = una rodillera tiene que sellar sobre el encaje interior flexible: entre este y el marco, y por las ventanas, entra aire
socket_note-front_not_sure = la parte delantera del muñón no es segura: { $how }
socket_note-level_not_sure = el nivel del muñón no es seguro: { $how }
socket_note-long_axis_not_sure = el eje largo del muñón no es seguro: { $how }
socket_note-no_aop = no hay archivo AOP: el modelo no tiene dentro un único eje del extremo al borde, que el formato necesita
socket_note-no_report = el informe con sus imágenes se dejó fuera, como se pidió
socket_note-place_landmarks = coloque estos puntos anatómicos, están estimados: { $landmarks }
socket_note-taken_as_skin = no se indicó qué vio el escáner: se toma como piel desnuda
socket_note-thigh_left_out = el escaneo llega { $top } por encima del nivel del muñón: se omitió lo que queda a más de { $above } por encima, el muslo
stamp-size_check = SOLO COMPROBACIÓN DE TAMAÑO, con cinta métrica
taken-date_not_said = fecha: no indicada
taken-doffing_not_said = tiempo desde la retirada: no indicado
taken-left_limb = muñón izquierdo
taken-line = { $side }, { $date }, { $doffed }, { $over }
taken-minutes = { $minutes } min tras la retirada
taken-on_the_skin = sobre la piel
taken-over_not_said = sobre piel o liner: no indicado, se toma como piel
taken-over_the_liner = sobre el liner
taken-right_limb = muñón derecho
taken-seconds = { $seconds } s tras la retirada
taken-side_not_said = lado: no indicado
tape_or_scan-by_scan = Muñón medido por su escaneo. Cinta métrica y escaneo coinciden en { $count ->
    [one] una altura
   *[other] { $count } alturas
    }, con un margen de { $largest }
tape_or_scan-by_tape = Muñón medido por su cinta métrica: el escaneo es sobre el liner. Cinta métrica y escaneo coinciden en { $count ->
    [one] una altura
   *[other] { $count } alturas
    }, con un margen de { $largest }
tape_or_scan-goes_by_scan = VALE EL ESCANEO, no la cinta métrica (coinciden). Motivo indicado: { $reason }
tape_or_scan-goes_by_scan_against_tape = VALE EL ESCANEO, no la cinta métrica (discrepan: { $difference }). Motivo indicado: { $reason }
tape_or_scan-goes_by_tape = VALE LA CINTA MÉTRICA, no el escaneo (coinciden). Motivo indicado: { $reason }
tape_or_scan-goes_by_tape_against_scan = VALE LA CINTA MÉTRICA, no el escaneo (discrepan: { $difference }). Motivo indicado: { $reason }
tape_table-after_doffing = { $limbs } muñones tenían { $late } min después de la retirada un radio medio { $radius } mm (SD { $sd }) mayor que { $early } s después de ella, { $circumference } mm de circunferencia; si la forma posterior se tomó primero, { $other } mm de radio ({ $source })
tape_table-agrees = coincide
tape_table-at = a { $below }
tape_table-difference = diferencia
tape_table-disagrees = DISCREPA
tape_table-length = longitud
tape_table-limits = Más de { $mm } o del { $percent } % de la cifra de la cinta métrica, lo que se supere, es una discrepancia: límite nuestro ({ $source }).
tape_table-not_compared = no comparado
tape_table-not_shown = no se ve
tape_table-of_liner = { $tape } + { $liner } de liner
tape_table-scan = escaneo
tape_table-scan_taken = escaneo: { $taken }
tape_table-swelling = El tiempo desde la retirada cuenta: { $swelling }.
tape_table-tape = cinta métrica
tape_table-tape_taken = cinta métrica: { $taken }
tape_table-title = Cinta métrica y escaneo, circunferencias por debajo del nivel de referencia ({ $from }):
tape_table-volume = volumen: cinta métrica { $tape }, escaneo { $scan } ({ $percent } %), no se juzga
what_if-as_fitted = tal como se adaptó
what_if-first_lost = { $time } { $event }
what_if-heavier = { $mass } (11 lb) más con los mismos componentes
what_if-pinhole = una perforación de { $size } en { $seal } a partir de { $from }
what_if-worn_membrane = una membrana desgastada, un quinto más blanda
what_if-worn_ring = un anillo desgastado, un quinto más blando
