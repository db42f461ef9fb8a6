# Sin revisar: traducido por máquina y no revisado por un protesista. (Unreviewed.)
# El informe de un caso, y las palabras que comparten todos los informes.

report-contents = Contenido
report-disclaimer = Concord no es un producto sanitario y no tiene relación con ningún fabricante.
report-founded_on = Basado en
report-made_by = Hecho por Concord { $program }, versión de resultados { $result }. El mismo caso, la misma versión y la misma semilla dan el mismo archivo.
report-made_by_drawn = Hecho por Concord { $program }, versión de resultados { $result }; { $persons } personas sorteadas además de la central, semilla { $seed }. El mismo caso, la misma versión y la misma semilla dan el mismo archivo.
report-page = pág. { $page }
report-parameter = Parámetro
report-quantity = Magnitud
report-title = { $name } – Informe de Concord
report-to = { $low } a { $high }

## answer

report-answer-candidate = El vacío activo entra en consideración. Bomba recomendada: { $pump }.
report-answer-holds = Cuánto tiempo se mantiene el vacío en este día
report-answer-holds_simulated = Simulado, mediana de las personas; véase { $day }.
report-answer-liner = Liner
report-answer-no_candidate = El vacío activo no entra en consideración:
report-answer-no_pump = El vacío activo entra en consideración, pero ninguna bomba del catálogo es adecuada:
report-answer-person = Sobre esta persona
report-answer-pump_of_size = { $pump } { $article }, tamaño { $size } ({ $persons })
report-answer-recommended = Bomba recomendada: { $pump }, { $article }
report-answer-waits = El vacío activo entra en consideración, pero no antes de aclarar lo siguiente: { $open }. Después: { $pump }.

## basis

report-basis-left = lo que queda
report-basis-not_counted = impreso; no contado: la cifra de la bomba puede incluirlo
report-basis-printed = impreso
report-basis-told = según lo indicado

## case

report-case-activity_moderate = moderada
report-case-arterial = enfermedad arterial oclusiva
report-case-bone_moderate = hueso moderadamente prominente
report-case-bone_none = sin hueso prominente
report-case-bone_prominent = hueso prominente
report-case-bulbous = Bulboso
report-case-by_lanyard = cordón (lanyard)
report-case-by_nothing = aún sin prótesis
report-case-by_pin = cierre con perno (pin)
report-case-by_sleeve = rodillera de sellado
report-case-by_suction = succión con válvula unidireccional
report-case-by_vacuum = vacío activo
report-case-cannot_manage = no puede manejar el sistema
report-case-conical = Cónico
report-case-cylindrical = Cilíndrico
report-case-diabetes = diabetes
report-case-dialysis = diálisis
report-case-girth = { $girth } a { $height }
report-case-girths = { $girths } mm por debajo del nivel de referencia ({ $reference })
report-case-hands_absent = función de las manos ausente
report-case-hands_full = función de las manos completa
report-case-hands_limited = función de las manos limitada
report-case-ischial_tuberosity = tuberosidad isquiática
report-case-limb = { $shape }; tejido blando { $amount }, de consistencia { $consistency }; { $bone }; { $scars }
report-case-manages = maneja el sistema
report-case-manages_with_help = maneja el sistema con ayuda diaria
report-case-many_socks = { $count } medias por la mañana ({ $plies })
report-case-neuroma_bears = un neuroma que soporta presión
report-case-neuroma_cannot = un neuroma que no puede soportar presión
report-case-neuroma_none = ningún neuroma conocido
report-case-no_arterial = sin enfermedad arterial oclusiva
report-case-no_diabetes = sin diabetes
report-case-no_dialysis = sin diálisis
report-case-no_socks = medias no indicadas
report-case-one_sock = una media por la mañana ({ $ply })
report-case-patellar_tendon = punto medio del tendón rotuliano
report-case-ply = { $ply } capa(s)
report-case-scars_difficult = cicatrices difíciles
report-case-scars_none = sin cicatrices
report-case-scars_sound = cicatrices sin problemas
report-case-tissue_excessive = excesivo
report-case-tissue_flabby = flácida
report-case-tissue_indurated = indurada
report-case-tissue_insufficient = insuficiente
report-case-tissue_normal = normal
report-case-tissue_sufficient = suficiente
report-case-vision_absent = visión ausente
report-case-vision_full = visión completa
report-case-vision_limited = visión limitada
report-case-water_none = se mantiene seca
report-case-water_splash = lluvia y salpicaduras
report-case-water_swim = natación

## day

report-day-at_a_desk = en el escritorio
report-day-below = menos de { $least }
report-day-central = A la persona con el valor central de cada parámetro; en otras es distinto.
report-day-expanded = Ampliado a partir de { $told }. Se supone: una marcha cada { $minutes } min aproximadamente, a { $cadence } pasos de ambos pies por minuto; del tiempo restante, { $standing } % de pie y { $sitting } % sentado.
report-day-happened = Qué ocurrió
report-day-held = El vacío se mantiene: al menos 15 inHg o, donde sea menor, lo que busca el controlador de la bomba menos el doble de su banda. Una bomba accionada por los pasos descansa con su usuario: entonces la fuga del sello decide cuánto dura el vacío. Nadie ha medido la fuga de una rodillera intacta; la nuestra se fijó según cuántas veces una bomba eléctrica volvió a arrancar en diez minutos. Por eso la proporción de personas que pierden el vacío es una predicción, no un recuento. Una bomba que vuelve a arrancar sola no muestra esta fuga.
report-day-median = Mediana de las personas simuladas (percentil 10 … 90). Volúmenes desde la colocación.
report-day-mixed = mixto
report-day-not_aimed_at = no se busca: descansa primero con { $vacuum }
report-day-nothing = Nada que contar.
report-day-numbers = El día en cifras
report-day-of = { $part } de { $whole }
report-day-off = Fondo gris: prótesis retirada.
report-day-on_the_feet = de pie
report-day-settings = La bomba electrónica simulada funciona con los ajustes de este caso: { $settings }. Ningún dispositivo los conoce por este informe: un dispositivo los toma como registro, que escribe concord pump-settings.
report-day-strip = Franja sobre cada imagen:
report-day-told = { $steps } pasos y «{ $kind }», de { $from } a { $to }
report-day-what = Las mismas personas viven el mismo día con cada suspensión. Las líneas son medianas de { $persons } personas simuladas; las bandas contienen el 80 % central de ellas (percentiles 10 a 90). Comparten las mediciones y el día de este caso; lo que nadie midió de esta persona se sortea.
report-days-median = Mediana de las personas simuladas (percentil 10 … 90).
report-days-title = Días seguidos
report-days-what = { $days } días. La imagen muestra el volumen del muñón desde la primera mañana: un punto cada mañana antes de ponerse la prótesis y cada noche tras quitársela, mediana de todas las personas. Las líneas solo los unen.

## evidence

report-evidence-caption = Frente a las afirmaciones del folleto del fabricante, en lo que conciernen a este caso.
report-evidence-contradicts = contradice
report-evidence-mixed = mixto
report-evidence-name = Evidencia
report-evidence-says = Qué dice
report-evidence-stance = Posición
report-evidence-supports = respalda
report-evidence-title = Qué dicen estudios, guías y financiadores

## fact

report-fact-body_mass = Masa corporal
report-fact-by_hand = Una mano, tras la colocación
report-fact-by_motor = Motor y celdas; día simulado en el modo { $mode }
report-fact-by_swing = Una pieza que se balancea, con cada paso
report-fact-by_weight = El peso corporal, con cada paso
report-fact-connection = Conexión
report-fact-direct = Directa al encaje, sin tubo externo
report-fact-driven_by = Accionamiento
report-fact-heavier_taken = entre dos tamaños, se toma el más pesado
report-fact-height = Altura
report-fact-mass = Masa de la bomba
report-fact-no_sizes = La bomba no se fabrica en tamaños
report-fact-size = Tamaño
report-fact-size_for = { $size }, para { $persons }
report-fact-special_order = un pedido especial
report-fact-tube = Por un tubo externo

## first

report-first-aims = Su controlador busca entonces { $vacuum }.
report-first-both = Tras { $steps } pasos con la prótesis: { $vacuum }, { $low } … { $high } kPa. Con una perforación de { $pinhole } mm en { $seal }: { $torn }, { $torn_low } … { $torn_high } kPa.
report-first-intact = Tras los primeros { $steps } pasos con la prótesis se predice un vacío de { $vacuum }; ocho de cada diez personas están entre { $low } y { $high } kPa.
report-first-pinhole = Con una perforación de { $pinhole } mm en { $seal } se predice { $vacuum }; ocho de cada diez personas están entre { $low } y { $high } kPa.
report-first-sensor = Si falla el sensor de presión de la bomba:

## forces

report-forces-answered = respondida
report-forces-open = sin respuesta
report-forces-title = Fuerzas en el encaje

## grade

report-grade-guideline = guía o financiador
report-grade-maker_claim = afirmación del fabricante
report-grade-maker_instruction = instrucción del fabricante
report-grade-our_assumption = suposición nuestra
report-grade-study = estudio
report-grade-user_report = informes de usuarios

## head

report-head-above_knee = { $length } entre encaje y rodilla
report-head-activities = Actividades
report-head-adjustable = pide una suspensión ajustable a mano
report-head-air = { $celsius } °C ({ $fahrenheit } °F), { $metres } m sobre el nivel del mar
report-head-barrier = barrera de silicona bajo la rodillera de sellado
report-head-below_knee = { $length } debajo de la rodilla
report-head-below_knee_unknown = debajo de la rodilla no indicado
report-head-below_socket = { $length } debajo del encaje
report-head-circumferences = Circunferencias
report-head-conditions = Condiciones
report-head-day = Día
report-head-definitive = adaptación definitiva
report-head-expanded = { $hours }, ampliado a partir de { $told }
report-head-fit = Ajuste del día
report-head-fluctuation = Fluctuación
report-head-fluctuation_said = Cambia { $mm } mm de circunferencia durante un día, según lo indicado
report-head-foot = pie { $length }, { $height } de altura
report-head-foot_unknown = pie { $length }, su altura constructiva no indicada
report-head-hours = { $from } a { $to } ({ $duration })
report-head-interim = adaptación provisional
report-head-keep_socket = se debe conservar el encaje
report-head-kicker = Concord: un gemelo digital de la suspensión por vacío activo. Adaptación y un día, para un caso.
report-head-level = Nivel
report-head-limb = Muñón
report-head-limb_said = { $level }, { $length } del nivel de referencia ({ $reference }) al extremo distal, { $volume } mL
report-head-loose = holgado en { $gap } mm en la colocación
report-head-measured = Medido
report-head-no_gap = holgura en la colocación no indicada
report-head-person = Persona
report-head-person_said = { $age } años, { $mass }, { $level }, actividad { $activity }; { $stage }; agua: { $water }
report-head-female = mujer
report-head-male = hombre
report-head-amputated = amputación hace { $months } meses
report-head-present = Actual
report-head-prosthesis = prótesis { $mass }
report-head-pump_with_tube = bomba en uso: { $pump }, con tubo externo
report-head-pump_without_tube = bomba en uso: { $pump }, sin tubo externo
report-head-sleeve = rodillera de sellado sustituida cada { $months } meses, según lo indicado
report-head-space = Espacio
report-head-steps = unos { $steps } pasos con la prótesis
report-head-strip = El día.
report-head-tight = apretado en { $gap } mm en la colocación
report-head-tissue = Tejido
report-head-wide = hay un componente ancho justo debajo del encaje

## height

report-height-foot = altura del pie no indicada
report-height-joint = no queda nada para unir las piezas
report-height-left = quedan { $mm } mm
report-height-missing = faltan { $mm } mm
report-height-no_foot = no queda nada para un pie
report-height-of = { $sum } de { $there } mm ({ $needed } de { $inches } in), { $outcome }
report-height-plate = placa quizá no incluida
report-height-shorter_foot = impreso para un pie más corto
report-height-space = espacio no indicado
report-height-too_little = quedan { $mm } mm: ¿muy poco?
report-height-unprinted = ninguna altura impresa

## held_to

report-held_to-few = Este informe se hizo con pocas personas sorteadas; sus bandas son aproximadas.
report-held_to-title = Con qué se contrasta el gemelo
report-held_to-what = El gemelo se compara con las cifras publicadas de abajo; { $file }, que escribe { $command }, muestra cada una de ellas con el valor del modelo, cuáles se alcanzaron, cuáles no, y con cuáles se fijó un parámetro. Son sesiones de laboratorio de pocas personas, cifras de banco de pruebas y datos de un fabricante. Ninguna sigue a una persona durante un día entero, así que el día de este informe va más allá de aquello con lo que se ha contrastado el gemelo: léalo como una comparación de suspensiones en la misma persona, no como una predicción para esta.

## holds

report-holds-electric = { $pump }: su controlador busca { $aims }. El vacío permanece dentro del doble de su banda respecto a ese valor durante { $held } de { $worn } h de uso, y con 15 inHg o más durante { $at_15 } h.
report-holds-standing = De { $standing } h de pie lo mantiene { $held } h.
report-holds-weight = { $pump } mantiene al menos 15 inHg durante { $at_15 } de { $worn } h de uso.

## instead

report-instead-again = Si una contraindicación deja de existir algún día, cambie el caso y ejecútelo de nuevo.
report-instead-compares = { $day } las compara para esta persona: { $names }.
report-instead-in_the_way = Qué se opone a cada bomba:
report-instead-none = No se recomienda ninguna bomba y no se enumeran componentes. Concord no elige otra suspensión; lo que puede hacer es mostrar el día con las que no tienen bomba.
report-instead-title = Qué se puede hacer en su lugar

## limb

report-limb-distances = El muñón, y a qué distancia de su piel está el interior del encaje.
report-limb-facts = El escaneo tiene prioridad sobre la cinta métrica: { $volume }, { $length } de largo por debajo de { $landmark }, { $skin } de piel. El encaje ({ $technique }) tiene { $contact } en contacto; su pared no es en ningún punto más fina que { $wall }.
report-limb-files = La hoja de medidas, el pedido del liner, los pasos y las secciones están en { $file }; los archivos para imprimir o fresar están a su lado.
report-limb-no_socket = Con este escaneo no se hace ningún encaje.
report-limb-same_scale = Misma escala, mismas alturas.
report-limb-socket = El encaje.
report-limb-tape_and_scan = Cinta métrica y escaneo

## link

report-link-day = el día
report-link-the_day = El día

## mode

report-mode-automatic = automático
report-mode-level1 = nivel 1
report-mode-level2 = nivel 2
report-mode-level3 = nivel 3
report-mode-level4 = nivel 4
report-mode-off = apagado
report-mode-reverse = inverso

## parameters

report-parameters-assumed = Supuestos
report-parameters-assumed_what = { $heading } ({ $count }): nadie lo publicó: juicio nuestro.
report-parameters-fitted = Ajustados
report-parameters-fitted_what = { $heading } ({ $count }): fijados para que se alcance una cifra publicada; alcanzar esa cifra no demuestra nada.
report-parameters-fixed = fijo
report-parameters-ours = Suposición nuestra
report-parameters-published = Publicados
report-parameters-published_what = { $heading } ({ $count }): leídos en la fuente, o calculados a partir de sus cifras.
report-parameters-source = Fuente y nota
report-parameters-spread = Dispersión
report-parameters-title = Todos los parámetros del gemelo
report-parameters-value = Valor
report-parameters-what = Cifras que no dan ni este caso ni el catálogo. La dispersión es una desviación estándar, entre personas y en lo que se sabe: ± en la unidad del parámetro, ×÷ como factor. De ella salen las bandas de este informe. Los nombres y las notas de los parámetros figuran en el inglés del archivo de datos.

## parts

report-parts-article = Artículo
report-parts-ask = Aún por preguntar
report-parts-caption = El pedido de un sistema. Artículos tal como están impresos; lo que aún hay que preguntar figura en cada línea.
report-parts-caption_waits = El pedido de un sistema, no antes de aclarar lo siguiente: { $open }. Artículos tal como están impresos; lo que aún hay que preguntar figura en cada línea.
report-parts-order = Pedir
report-parts-part = Componente, y por qué
report-parts-size = Tamaño
report-parts-title = Lista de componentes
report-parts-waits = No antes de aclarar lo siguiente: { $open }.

## pinned

report-pinned-by = Fijado por
report-pinned-fitted = Parámetros ajustados
report-pinned-fitted_caption = { $heading }: qué fija cada uno, y hasta qué punto.
report-pinned-fitted_name = Qué fija los parámetros ajustados
report-pinned-free = Qué queda libre
report-pinned-free_caption = { $heading }: parámetros supuestos que no se ajustaron, aunque mueven lo que el gemelo predice de los estudios de abajo. Un estudio que midiera uno pondría a prueba esas predicciones.
report-pinned-hardly = apenas tocado
report-pinned-how_far = Hasta qué punto
report-pinned-is = Qué es, y qué medir
report-pinned-measure = Medir { $what }
report-pinned-moves = Lo que más mueve
report-pinned-moves_by = { $what } { $mark }, en { $times } × la incertidumbre de esa cifra
report-pinned-narrowed = estrechado
report-pinned-narrower = dispersión { $narrower } más estrecha
report-pinned-none = ninguna cifra
report-pinned-title = Qué fijan las cifras publicadas
report-pinned-well = bien fijado
report-pinned-what = Los parámetros ajustados se fijaron con cifras publicadas. Cuánto dice realmente una cifra sobre uno es cuánto estrecha la dispersión que tendría el parámetro sin ella. Donde estrecha poco, el valor es tanto juicio nuestro como del estudio; las bandas de este informe usan la dispersión ancha, no la estrechada.

## pumps

report-pumps-caption = Bombas por orden, con lo que decide: rechazos donde los haya; si no, todo lo que habla a favor o en contra.
report-pumps-grounds = Fundamentos para { $pump }
report-pumps-inputs = Datos
report-pumps-name = Bombas
report-pumps-pump = Bomba
report-pumps-reasons = Razones
report-pumps-rest = En qué se apoya cada veredicto: { $link }.
report-pumps-rules = Todas las reglas que se consultaron sobre cada bomba: qué hallaron, en qué campos del caso y del catálogo, y según quién. Los pesos ordenan las bombas adecuadas; son juicio nuestro.
report-pumps-verdict = Veredicto
report-pumps-weight = peso { $weight }
report-pumps-what = Qué

## seal

report-seal-seal = el sellado
report-seal-sleeve = la rodillera de sellado

## section

report-section-answer = La respuesta
report-section-day = El día
report-section-first_steps = Primeros pasos, y si falla el sensor
report-section-foundations = Qué está publicado y qué se supone
report-section-limb = El muñón y su encaje
report-section-pumps = Todas las bombas del catálogo
report-section-rules = Por qué, regla por regla
report-section-sources = Fuentes
report-section-what_if = Qué podría ir mal

## sources

report-sources-titles = Títulos como en la bibliografía de Concord, que también dice cuánto se leyó de cada fuente; algunos títulos son descriptivos. Compruebe una fuente antes de citarla.

## space

report-space-left_out = No se muestran, porque no se conoce ninguna altura: { $pumps }.
report-space-title = ¿Cabe en la altura?
report-space-what = Cada bomba con lo que hay encima y debajo de ella, a escala, desde el encaje a la izquierda; en blanco, lo que queda para el pilón o el adaptador de abrazadera. La línea discontinua es el espacio que hay.

## spread

report-spread-fewer_steps = menos pasos
report-spread-is = Qué es
report-spread-keeps_volume = conserva volumen
report-spread-larger = «Mayor:» dice qué causa un valor mayor del parámetro.
report-spread-largest = Parte mayor
report-spread-less_pistoning = menos pistoneo
report-spread-loses_volume = pierde volumen
report-spread-measure = Qué medir
report-spread-measure_caption = Qué medir para estrechar las bandas, lo más efectivo primero. Cómo medirlo es sugerencia nuestra; figura en el inglés del archivo de datos.
report-spread-measure_label = Medir
report-spread-more_pistoning = más pistoneo
report-spread-more_steps = más pasos
report-spread-other_case = Calculado con el caso incluido { $case }, no con este: el orden es una orientación, las cifras son las de ese caso, moviendo cada parámetro en su dispersión ({ $command }); una parte es segura a ± { $share } aproximadamente.
report-spread-own_case = Calculado con este caso, moviendo cada parámetro en su dispersión ({ $command }); una parte es segura a ± { $share } aproximadamente.
report-spread-share_of = { $share } de { $what }
report-spread-title = De dónde viene la dispersión
report-spread-value = { $central } ± { $sd } { $unit } (una desviación estándar)
report-spread-value_and_first = { $central } ± { $sd } { $unit } (una desviación estándar). Si el primero se conociera con exactitud, la banda sería como máximo { $narrower } más estrecha.
report-spread-what = Las bandas de este informe son anchas porque algunas cifras no se conocen bien y difieren de una persona a otra. Cada imagen toma un resultado del día y muestra de qué cifras viene su banda: un parámetro con el 60 % participa en el 60 % de la varianza de la banda, solo o junto con otros. Una barra larga con borde discontinuo es una cifra que importa y que nadie ha publicado: medirla es lo que más ayuda.

## stack

report-stack-basis = Según quién
report-stack-height = Altura
report-stack-piece = Pieza
report-stack-title = Altura, pieza por pieza

## system

report-system-pin = perno (pin) y medias
report-system-suction = válvula unidireccional

## unit

report-unit-of_limb_volume = % del volumen del muñón
report-unit-socks = medias
report-unit-steps = pasos

## what_if

report-what_if-battery = la batería restante pasa de { $before } a { $after }
report-what_if-caption = Mediana (percentil 10 … 90). Negrita: difiere del día tal como se adaptó.
report-what_if-first_lost = Primera pérdida del vacío mantenido, con valores centrales de los parámetros
report-what_if-held = las horas con el vacío mantenido pasan de { $before } a { $after }
report-what_if-hours_held = Horas mantenido
report-what_if-lost = con valores centrales de los parámetros, el vacío mantenido se pierde por primera vez: { $lost }
report-what_if-never = nunca
report-what_if-pistoning = el pistoneo medio pasa de { $before } a { $after }
report-what_if-socks = las medias añadidas pasan de { $before } a { $after }
report-what_if-strides = los pasos hasta 15 inHg pasan de { $before } a { $after }
report-what_if-time = el tiempo con al menos 15 inHg pasa de { $before } a { $after }
report-what_if-title = Qué podría ir mal
report-what_if-unchanged = no cambia nada que estas cifras muestren.
report-what_if-volume = el volumen del muñón al final del día pasa de { $before } a { $after }
report-what_if-what = El mismo día con la bomba recomendada, cada vez con un fallo, comparado con el día tal como se adaptó.
