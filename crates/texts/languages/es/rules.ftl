# Sin revisar: traducido por máquina y no revisado por un protesista. (Unreviewed.)
# Las frases de las reglas: regla y resultado; "note" dice qué se supuso, "settle" qué hay que aclarar.

## cautions

cautions-no_indication-met = No se cumple ninguna de las indicaciones del fabricante: aquí nada habla en contra del vacío, pero tampoco nada impreso habla a favor.
cautions-no_indication-note = El folleto enumera indicaciones; que una persona sin ninguna merezca un aviso es interpretación nuestra.
cautions-socks_with_vascular_disease-met = { $which } y medias: los muñones con enfermedad vascular perdieron líquido al añadir una media y no lo recuperaron al quitarla. Logre el ajuste sin añadir medias.
cautions-skin_suction_with_diabetes-met = Diabetes y succión sobre la piel: se formaron ampollas con una mediana de { $blister_kpa } kPa mantenidos durante { $minutes } minutos, y antes en personas con diabetes. No deje huecos entre muñón y liner, y examine la piel a diario en las primeras semanas.
cautions-skin_suction_with_diabetes-note = 3.418 personas en 146 experimentos con una ventosa de 6 mm sobre la piel, no con una prótesis. Diabetes: solo la conocemos por un título (Bernstein 1983).
cautions-insufficient_soft_tissue-met = Tejido blando insuficiente: hay poco entre hueso y pared que reciba la carga de manera uniforme. Primero, un liner más grueso o a medida y un encaje de prueba.
cautions-insufficient_soft_tissue-note = El apoyo en toda la superficie necesita tejido blando para repartir la carga; no se encontró ningún límite impreso.
cautions-flabby_tissue-met = El tejido flácido se mueve en el encaje y el vacío tira de él hacia distal. Aumente el nivel despacio y vigile si hay edema en el extremo distal.
cautions-flabby_tissue-note = No se encontró ningún estudio sobre tejido flácido bajo vacío.
cautions-vision-met = Visión { $vision }: encontrar una fuga en la rodillera de sellado o el tubo, y examinar la piel, requiere un método táctil o un ayudante.
cautions-vision-note = La comprobación de fugas de las instrucciones de uso se hace con la vista y el oído.
cautions-hand_function-met = Función de las manos { $hands }: enrollar liner y rodillera de sellado sin pliegues requiere ambas manos o un ayudante. Pruébelo antes de la adaptación.
cautions-hand_function-note = No se encontró ningún requisito impreso.
cautions-hands_and_vision-met = No se pueden usar ni las manos ni los ojos: alguien presente cada día debe colocar el sistema, comprobar si hay fugas y examinar la piel. Acuerde quién e instrúyalo antes de adaptar nada.
cautions-hands_and_vision-note = No se encontró ningún requisito impreso; la comprobación de fugas de las instrucciones de uso se hace con la vista y el oído, y la colocación requiere ambas manos.
cautions-hands_and_vision-settle = quién maneja el sistema cada día
cautions-cognition_with_help-met = La persona maneja el sistema con un ayudante: hay que enseñarle la colocación, la comprobación de fugas y qué hacer cuando se pierde el vacío.
cautions-cognition_with_help-note = El folleto excluye la falta de capacidades cognitivas y no menciona la ayuda; que la ayuda cuente es interpretación nuestra.
cautions-neuroma_present-met = Hay un neuroma que hoy soporta presión: márquelo, alívielo en el encaje y pare si el vacío lo vuelve doloroso.
cautions-neuroma_present-note = El folleto solo excluye un neuroma que no puede soportar presión.
cautions-transfemoral-met = Transfemoral: el impreso presenta el sistema para pacientes transtibiales «(y transfemorales)», y nada más al respecto. La mayoría de los estudios son transtibiales; en el de caídas los usuarios transfemorales no tuvieron ningún efecto.
cautions-transfemoral-note = 15 con vacío y 12 sin él, seguidos durante un año; no sabemos cuántos de ellos eran transfemorales.
cautions-altitude-met = A { $altitude_m } m el aire presiona con { $ambient_kpa } kPa, el { $share_pct } % del nivel del mar: ninguna bomba puede aspirar más, y alcanza más o menos esa proporción de su vacío a nivel del mar. { $working }
cautions-altitude-out_of_reach = El extremo superior del rango de trabajo impreso, { $working_kpa } kPa, no se puede alcanzar aquí.
cautions-altitude-in_reach = El rango de trabajo impreso termina en { $working_kpa } kPa.
cautions-altitude-note = Rango de trabajo según las instrucciones de uso; atmósfera estándar ISO 2533. A partir de qué altitud se avisa es decisión nuestra.
cautions-sleeve_wear-told = La rodillera de sellado se sustituye cada { $months } meses, según lo indicado o acordado. { $reported } Tenga una rodillera de repuesto.
cautions-sleeve_wear-longer = La rodillera de sellado debe sustituirse cada { $months } meses; los usuarios refieren que dura menos. { $reported } Tenga una rodillera de repuesto.
cautions-sleeve_wear-unknown = No se sabe cuánto dura una rodillera de sellado en esta persona, y una perforación acaba con el vacío. { $reported } Acuerde cuándo se sustituye y quién la comprueba.
cautions-sleeve_wear-reported = Un usuario activo perforaba una rodillera cada { $months_min } a { $months_max } meses y perdía el vacío; otro llegó a { $barrier_min } a { $barrier_max } meses con una fina barrera de silicona debajo.
cautions-sleeve_wear-settle = cuánto dura una rodillera de sellado
cautions-swelling-met = Aviso de edema: en el día simulado el muñón es durante una hora más de un { $grown_pct } % mayor en vacío que en la colocación ({ $system }). Las instrucciones de uso del fabricante para el 1C62 (pág. 23) señalan la hinchazón como signo de exceso de vacío. Mire primero ahí, luego si hay espacio entre muñón y pared, y luego si el muñón se hincha por sí mismo.
cautions-swelling-note = La página se conoce por las notas de un lector, y este es nuestro resumen. Cuánta hinchazón se avisa, y durante cuánto tiempo, es suposición nuestra.
cautions-swelling-settle = por qué el muñón se hincha en vacío
cautions-holds_little-met = En el día simulado { $system } mantiene su vacío durante el { $held_pct } % de las horas de uso, porque solo bombea con los pasos. Una bomba que no necesita pasos lo mantiene más tiempo, donde quepa: compare ambas en el día.
cautions-holds_little-note = Qué cuenta como mantenido se dice junto al día. Por debajo del límite inferior hay que aclararlo primero; ambos límites son nuestros.
cautions-holds_little-settle = una bomba que mantenga su vacío en este día
cautions-specific_weight_bearing-met = La técnica «{ $technique }» presiona en lugares elegidos ({ $loads }). Los encajes para vacío activo figuran en el impreso como de apoyo en toda la superficie, a diferencia de los convencionales de apoyo específico. Para una bomba, haga uno de aquellos.

## contraindications

contraindications-interim_fitting-met = Las adaptaciones provisionales son una contraindicación: el muñón aún se está estabilizando.
contraindications-dialysis-met = La diálisis es una contraindicación.
contraindications-neuroma-met = Un neuroma que impide a la persona soportar presión en el muñón es una contraindicación.
contraindications-cognition-met = La falta de capacidades cognitivas para manejar el sistema es una contraindicación.

## evidence

evidence-maker_benefits-met = Un fabricante enumera como beneficios clínicos demostrados: control del volumen del muñón, que puede reducir la necesidad de añadir medias; menos pistoneo entre muñón y encaje; mejor salud del muñón; mejor equilibrio, menos riesgo de caídas y mejor marcha.
evidence-maker_benefits-note = El folleto numera cuatro referencias; el ejemplar leído no las contiene.
evidence-board_2001-met = Los muñones perdieron un 6,5 % de volumen en 30 minutos de marcha con succión y ganaron un 3,7 % con vacío.
evidence-beil_2002-met = El vacío redujo el impulso de presión positiva en la fase de apoyo de 42,8 a 39,6 kPa s y aumentó la succión en la de balanceo.
evidence-rink_2016-met = Tras 16 semanas de vacío la piel estaba mejor oxigenada al caminar y su barrera conservada (5 transtibiales, 5 transfemorales, estudio cruzado).
evidence-samitier_2016-met = Usuarios transtibiales con enfermedad vascular: a las 4 semanas la escala de equilibrio de Berg subió de 45,75 a 49,06. La prueba «four square step test» bajó de 18,18 a 14,97 s.
evidence-traballesi_2012-met = Con heridas o úlceras, todos los usuarios de vacío caminaban a las 12 semanas, frente a 5 del grupo de control (aleatorizado).
evidence-rosenblatt_falls-met = En un año el riesgo absoluto de caídas múltiples se redujo casi un 75 % en usuarios transtibiales (15 con vacío, 12 sin él); ningún efecto en usuarios transfemorales.
evidence-klute_pin-met = Los usuarios prefirieron el perno (pin) por comodidad y facilidad, y fueron con él aproximadamente el doble de activos.
evidence-in_socket_volume-met = Medido dentro del encaje, el volumen de líquido con vacío varió según la persona; varios estudios posteriores en el encaje no hallaron diferencia global frente a la succión. Que el vacío «evita las fluctuaciones de volumen», como dice el impreso de un fabricante, no está acordado.
evidence-in_socket_volume-note = Una serie de casos cuya introducción se leyó; no conocemos n ni las cifras de los estudios posteriores.
evidence-xu_2017-met = El vacío de 0 a 20 inHg no tuvo un efecto sistemático en la marcha; 15 y 20 inHg resultaron más cómodos.
evidence-cms_workgroup-met = Un grupo de trabajo de un financiador: beneficio fisiológico sí, resultado funcional no demostrado. Cuente con tener que justificar la prescripción.

## forces

forces-impact-what = Impacto, cuando el talón toca el suelo. Impreso contra él: materiales blandos del liner y pies que absorben impactos.
forces-impact-liner = { $liner }: el material blando del liner es la respuesta impresa; cuánto impacto absorbe este no está impreso.
forces-impact-pump = { $pump }; el impreso del fabricante dice: «{ $printed }»
forces-impact-foot = El pie; el impreso del fabricante dice: «{ $printed }»
forces-impact-no_pump = { $pump }: no hay nada impreso sobre impactos, así que no cuente con ello.
forces-impact-no_foot = El pie: aquí no se pregunta si absorbe impactos. Elíjalo con ese criterio.
forces-impact-day = El día lo simula, como tasa de carga al apoyar el talón: la bajan un anillo funcional, un talón blando y caminar más despacio.
forces-rotation-what = Rotación, en la fase de apoyo: el encaje puede girar sobre el muñón. Impreso contra ella: la forma del encaje con técnicas de unión especiales, como la presión negativa.
forces-rotation-vacuum = Vacío de { $pump }: la presión negativa es una respuesta impresa, mientras se mantenga.
forces-rotation-socket = La forma de un encaje de apoyo en toda la superficie, en contacto completo.
forces-rotation-loaded = La técnica de este caso carga lugares elegidos; si eso resiste la rotación bajo vacío no está impreso.
forces-rotation-pump = { $pump } cede a la torsión; el impreso del fabricante dice: «{ $printed }»
forces-rotation-no_pump = { $pump }: no hay nada impreso sobre torsión, así que no cuente con ello.
forces-rotation-day = El día la simula, como rotación del hueso en el encaje: la bajan el vacío, un buen ajuste y un anillo funcional.
forces-shear-what = Cizallamiento, la fuerza de elevación en la fase de balanceo. Impreso contra él: el material de liner adecuado y el sistema de cierre correcto.
forces-shear-liner = { $liner }: la segunda piel entre el tejido blando y la pared dura, que reduce el movimiento y la fricción.
forces-shear-closure = El sistema de cierre: vacío de { $pump }, sellado con { $seal }.
forces-shear-leak = Una fuga elimina el cierre: entonces solo sujeta el ajuste del encaje.
forces-shear-day = El día lo simula, como pistoneo.

## indications

indications-volume_fluctuation-met = La circunferencia cambia { $fluctuation_mm } mm al día. Las fluctuaciones de volumen de hasta { $limit_mm } mm de circunferencia son una indicación.
indications-volume_fluctuation-beyond = Fuera de rango: la circunferencia cambia { $fluctuation_mm } mm al día, la indicación termina en { $limit_mm } mm. Busque primero la causa y adapte el encaje; nada de lo presente dice que el vacío sujete este muñón.
indications-volume_fluctuation-settle = cuánto se hincha y se reduce el muñón en un día
indications-vascular-met = { $which }: la diabetes y las enfermedades arteriales oclusivas son una indicación.
indications-bone_and_scars-met = { $which }: las estructuras óseas prominentes y las cicatrices difíciles son una indicación.
indications-activity-met = Actividad { $activity }: la necesidad de más suspensión por un nivel de actividad más alto es una indicación.
indications-adjustable_suspension-met = La persona pide una suspensión ajustable de forma continua: una indicación, solo para una bomba electrónica.

## liner

liner-size-printed = { $measure }. Regla del fabricante (Información técnica 2.1.8, pág. 5): el tamaño inmediatamente inferior, aquí { $size }; { $printed_large_mm } y { $printed_small_mm } mm están impresos como contiguos.
liner-size-by_chart = { $measure }. Regla del fabricante (Información técnica 2.1.8, pág. 5): el tamaño inmediatamente inferior. Pida según la tabla del fabricante: de sus tamaños solo conocemos { $printed_small_mm } y { $printed_large_mm } mm.
liner-size-unmeasured = La circunferencia { $above } por encima del extremo distal queda fuera de las mediciones: mídala para elegir el tamaño del liner.
liner-size-note = Para un liner estándar sin preflexión. Impreso: dónde medir, «inmediatamente inferior» y el ejemplo de 250 a 235 mm; lo conocemos por las notas de un lector.
liner-series-met = Suposición nuestra, no la tabla del fabricante: si los tamaños siguen en pasos de { $step_mm } mm, { $circumference } queda entre { $below_mm } y { $above_mm } mm. Candidatos: { $candidates }; el ejemplo del fabricante tiene { $example_pct } %.
liner-series-note = No se encontró nada más que los dos tamaños impresos. El paso es su diferencia; cuál de los dos candidatos tiene la tabla corresponde decirlo al fabricante.
liner-preflexed-suited = Un liner preflexionado está impreso para muñones de cortos a medianos, ligeramente cónicos, y se elige por longitud. Aquí { $length } desde el punto medio del tendón rotuliano hasta el extremo, la circunferencia como arriba. Regla del fabricante: la misma longitud o la inmediatamente más corta. { $size }
liner-preflexed-unsuited = Un liner preflexionado está impreso para muñones de cortos a medianos, ligeramente cónicos; este muñón es { $shape }.
liner-preflexed-printed = Aquí { $printed_length_mm } mm, que está impreso.
liner-preflexed-by_chart = Pida según la tabla del fabricante: de sus longitudes solo conocemos { $printed_length_mm } mm.
liner-preflexed-note = Impreso: 125 mm para un muñón de 125 mm y para uno de 135 mm; lo conocemos por las notas de un lector. Qué longitud es «mediana» no está impreso allí.
liner-custom-met = Liner a medida con la técnica del molde de yeso: { $why }. La técnica también sirve para pedir liners a medida; no hay número de artículo impreso.
liner-custom-note = El folleto nombra el procedimiento, no las formas. Los muñones bulbosos, las cicatrices difíciles y el hueso prominente son elección nuestra.
liner-material-met = Se prefiere un liner de uretano, de poliuretano sin cubierta textil o con cubierta parcial (información técnica): el vacío no debe llegar a la piel.
liner-transfemoral-met = Transfemoral: la elección de tamaño y los liners transtibiales no se aplican. { $name } está en la lista impresa de componentes complementarios; el ejemplar leído no permite saber si figura bajo el título transfemoral.
parts-socket-made = Uno de los cinco componentes: se hace según el muñón, con apoyo en toda la superficie, y no se pide de una lista.
parts-socket-kept = Se conserva el encaje de vacío actual.
parts-pump-met = La bomba de este sistema.
parts-pump-ask_size = el tamaño: la masa corporal o el pie quedan fuera de lo impreso
parts-pump-ask_special_order = un pedido especial: contacte primero con el servicio de atención al cliente del fabricante
parts-pump-ask_legacy = si aún se puede conseguir: está impresa como bomba antigua
parts-pump-ask_delivery = qué contiene su suministro, para no pedir nada dos veces: no está impreso
parts-delivery-met = En el suministro de la bomba: no lo pida aparte.
parts-socket_connector-met = Conecta el tubo de la bomba con el encaje.
parts-socket_connector-kept = La conexión de tubo del encaje actual se conserva si es estanca.
parts-socket_connector-unknown = Conecta un tubo con el encaje, si la bomba lo tiene.
parts-socket_connector-ask_which = qué conector: para esta bomba no hay ninguno impreso, este es el que se suministra con otra bomba
parts-socket_connector-ask_whether = si hace falta: cómo se conecta esta bomba no está impreso
parts-socket_connector-note = El conector está impreso; para qué bombas está hecho, no.
parts-adapter_plate-usual = La bomba se fija a ella; su válvula mantiene el vacío mientras la bomba está retirada para cargarla.
parts-adapter_plate-offset = La bomba se fija a ella; desplazada, para un componente ancho debajo del encaje.
parts-liner-listed = Uno de los cinco componentes: se prefiere un liner de uretano. Uno para llevar y otro para lavar.
parts-liner-custom = Uno de los cinco componentes, hecho según el molde. Uno para llevar y otro para lavar.
parts-liner-sealing = Sella en el encaje por sí mismo, de modo que no hace falta rodillera de sellado. Uno para llevar y otro para lavar.
parts-liner-ask_material = que sea de poliuretano: la lista no imprime ningún material junto al nombre
parts-liner-ask_chart = el tamaño, según la tabla del fabricante: el inmediatamente inferior (Información técnica 2.1.8, pág. 5)
parts-liner-ask_candidates = de tamaños que suponemos, no de la tabla: { $candidates }
parts-liner-ask_measure = el tamaño: no se midió la circunferencia con la que se elige
parts-liner-ask_preflexed = estándar, o preflexionado por longitud: { $length } desde el punto medio del tendón rotuliano hasta el extremo, la misma o la inmediatamente más corta (pág. 5)
parts-liner-ask_cast = lo que necesita el fabricante para hacerlo de poliuretano: molde, hoja de medidas, grosor
parts-liner-ask_level = si figura en la lista para uso transfemoral, y su tamaño: el ejemplar leído no permite saber ninguna de las dos cosas
parts-liner-note = El liner está impreso. Que uno se lleve mientras el otro se lava es consejo nuestro. También lo es que un liner sellante sustituya a la rodillera de sellado por encima de la rodilla.
parts-sheath-met = Uno de los cinco componentes: lleva el aire de la superficie del liner a la bomba.
parts-sheath-ask = artículo y tamaño: no hay ningún número impreso
parts-sleeve-met = Uno de los cinco componentes: sella el encaje con el muslo. Una para llevar y otra de repuesto: una perforación deja entrar aire y el vacío se pierde.
parts-sleeve-ask_which = cuál de { $articles }: están impresos juntos, sin diferencia
parts-sleeve-ask_size = el tamaño: no hay ninguno impreso
parts-sleeve-note = La rodillera de sellado está impresa; la de repuesto es consejo nuestro según informes de usuarios (amputee_store_harmony).
parts-footshell-met = La bomba es un pie, y un pie no se suministra sin su cubierta.
parts-footshell-ask = qué cubierta del pie ({ $kinds }): la tabla del { $article }, pág. { $page }, la imprime por color («{ $legend }»), y el ejemplar leído no tiene colores
parts-charger-met = Carga las celdas de la bomba.
parts-charger-ask = su artículo, y si viene con la bomba: ninguna de las dos cosas está impresa
parts-batteries-met = La bomba funciona con ellas.
parts-batteries-ask = cuántas lleva, y si vienen con la bomba: ninguna de las dos cosas está impresa

## merits

merits-retrofit-for = Se debe conservar un encaje de vacío existente con tubo externo; el impreso del fabricante dice: «{ $printed }»
merits-retrofit-against = Se debe conservar un encaje existente con tubo externo; esta bomba no tiene conexión de tubo impresa, así que habría que cambiar el encaje.
merits-replaces_present_pump-met = Impresa como de tamaño similar a la bomba actual ({ $present }) para una actualización sencilla.
merits-little_space-space = Poco espacio para una bomba ({ $room_mm } mm); el impreso del fabricante dice: «{ $printed }»
merits-little_space-limb = Un muñón largo ({ $limb_mm } mm); el impreso del fabricante dice: «{ $printed }»
merits-little_space-note = El folleto no da cifras. 140 mm, sin lo que se conoce de pie, zapato y adaptadores: la bomba más alta que conserva otro pie necesita 125 mm. 187 mm: una desviación estándar por encima del muñón medio de OpenLimbTT (153 mm, +2 SD 221 mm). Ambos valores son suposición nuestra.
merits-no_tubing-met = Se conecta directamente al encaje: ningún tubo externo que se enganche, se doble o tenga fugas.
merits-high_activity-for = Muy activa; el impreso del fabricante dice: «{ $printed }»
merits-high_activity-against = Impresa para usuarios muy activos; la actividad de esta persona es { $activity } en { $level }.
merits-high_activity-refused = Impresa para usuarios muy activos; { $level } es, como máximo, marcha en interiores. Que estas palabras rechacen es interpretación nuestra.
merits-high_activity-note = La definición de los niveles: mfcl_cms.
merits-adjustable_suspension-for = La persona pide una suspensión ajustable; el impreso del fabricante dice: «{ $printed }»
merits-adjustable_suspension-against = La persona pide una suspensión ajustable; está impresa solo para una bomba electrónica.
merits-water-met = La persona nada; el impreso del fabricante dice: «{ $printed }»
merits-two_chambers-met = Dos cámaras: según el impreso, hacen el vacío el doble de rápido que las bombas antiguas.
merits-field_service-met = Se le da servicio sin enviarla; el impreso del fabricante dice: «{ $printed }»
merits-shock_and_torsion-met = Absorbe impactos verticales y torsión.
merits-no_battery-for = Funciona con el peso corporal: nada que cargar.
merits-no_battery-against = Funciona con celdas: algo que cargar o cambiar; las horas por carga no están publicadas.
merits-no_battery-note = Nadie ha comparado cargar con dar pasos; que una fuente de energía menos sea más sencillo es juicio nuestro.
merits-little_walking-for = Se espera poca marcha ({ $level }, actividad { $activity }): un motor hace vacío sin pasos.
merits-little_walking-against = Se espera poca marcha ({ $level }, actividad { $activity }): una bomba que vive de los pasos hace poco vacío.
merits-little_walking-note = Cuántos pasos necesita una bomba para un encaje dado es cuestión de la simulación, no de esta regla.
merits-read_by_touch-met = Visión { $vision }; el impreso del fabricante dice: «{ $printed }»

## pumps

pumps-offered-legacy = { $name } es una bomba antigua: solo está impresa como la que sustituyen bombas más nuevas, sin datos para adaptarla.
pumps-offered-unread = { $name }: no se leyó nada de lo que imprime su fabricante, así que no hay nada con que adaptarla. En una simulación sus cifras se suponen, y un motor lo gobierna el controlador de este programa, no el suyo propio. Se juzgará en cuanto su archivo de catálogo contenga sus límites, alturas y conexión.
pumps-body_mass-below = { $mass } está por debajo del límite inferior de { $limit }{ $from }.
pumps-body_mass-above = { $mass } está por encima del límite de { $limit }{ $from }.
pumps-body_mass-near_min = { $mass } está a menos de { $edge } del límite inferior de { $limit }{ $from }: una pérdida de peso saldría del rango.
pumps-body_mass-near_max = { $mass } está a menos de { $edge } del límite de { $limit }{ $from }: cuentan las cargas llevadas y el aumento de peso.
pumps-body_mass-within = { $mass } está dentro de lo impreso: { $range }{ $from }.
pumps-body_mass-unprinted = No hay ningún límite de masa corporal impreso.
pumps-body_mass-note = Límites impresos, en la unidad en que se dio la masa, donde esté impresa. El margen de 3 kg es suposición nuestra: aproximadamente lo que varía la masa de una persona en un año.
pumps-mobility_grade-fits = { $level } está dentro del grado de movilidad impreso { $grade }.
pumps-mobility_grade-refused = { $level } está fuera del grado de movilidad que imprime el fabricante, { $grade }.
pumps-mobility_grade-unprinted = { $level }, y para esta bomba no hay ningún grado de movilidad impreso. Dos estudios (n = { $traballesi_n } y { $samitier_n }) adaptaron vacío con beneficio a personas con heridas o muñones con enfermedad vascular, así que sigue siendo posible; decida con una prueba.
pumps-mobility_grade-no_walking = { $level } significa que no hay capacidad ni potencial de caminar: aquí no sirve ninguna bomba protésica.
pumps-mobility_grade-note = Grados tal como están impresos; definición de los niveles: mfcl_cms. El nivel del paciente corresponde uno a uno al grado del componente; K0 no tiene grado. Un grado que no está impreso no rechaza: nadie dijo que excluya a alguien.
pumps-temperature-refused = { $temperature_c } °C está fuera del rango de uso impreso, { $min_c } a { $max_c } °C.
pumps-temperature-fits = { $temperature_c } °C está dentro del rango de uso impreso, { $min_c } a { $max_c } °C.
pumps-charging_temperature-met = Cargue en interiores: con { $temperature_c } °C el día está fuera del rango de carga impreso, { $min_c } a { $max_c } °C.
pumps-battery_handling-met = Hay que cambiar o cargar celdas y girar un selector; función de las manos { $hands }. Retirar la bomba para cargarla requiere práctica o un ayudante.
pumps-battery_handling-note = Qué fuerza hace falta para retirar una bomba no está impreso.
pumps-water_conflict-met = Un documento del fabricante permite nadar en agua dulce hasta { $depth_m } m; una edición de las instrucciones de uso enumera el agua dulce como no permitida. Pregunte al fabricante qué edición vale para la bomba que pide.
pumps-water_unprinted-met = La persona nada, y no hay nada impreso sobre el agua para esta bomba.
pumps-water_unprinted-note = El silencio no es un permiso; el agua en las válvulas de una bomba es una forma conocida de perder el vacío.
pumps-water_forbidden-swims = La persona nada, y las instrucciones de uso (pág. { $page }) lo prohíben: { $printed }.
pumps-water_forbidden-splashes = Las instrucciones de uso (pág. { $page }) prohíben el agua: { $printed }. Manténgala seca con lluvia y en el lavabo.
pumps-water_forbidden-note = Nuestro resumen de la página, no sus palabras.
pumps-wide_component-printed = Debajo del encaje hay un componente ancho: la placa desplazada { $offset } está impresa para el montaje encima de él.
pumps-wide_component-unprinted = Debajo del encaje hay un componente ancho, y no hay nada impreso sobre el montaje de esta bomba encima de uno.
pumps-transfemoral-at_the_socket = Transfemoral: no hay nada impreso sobre esta bomba con una articulación de rodilla. Está impresa para conexión directa al encaje, así que se cuenta entre encaje y rodilla; pregunte al fabricante.
pumps-transfemoral-below_the_knee = Transfemoral: no hay nada impreso sobre esta bomba con una articulación de rodilla. Aspira por un tubo y se cuenta debajo de la rodilla; su línea de aire debe llegar al encaje más allá de la rodilla. Pregunte al fabricante.
pumps-transfemoral-in_the_foot = Transfemoral: no hay nada impreso sobre esta bomba con una articulación de rodilla. Forma parte del pie, debajo de la rodilla; su línea de aire debe llegar al encaje más allá de la rodilla. Pregunte al fabricante.
pumps-transfemoral-note = Dónde se sitúa en una prótesis por encima de la rodilla es interpretación nuestra de cómo se conecta.
pumps-transfemoral_printed-met = Transfemoral: sus instrucciones de uso (pág. { $page }) son también para usuarios transfemorales, y hay una placa desplazada impresa para el montaje encima de rodillas con microprocesador.
pumps-transfemoral_printed-note = Nuestro resumen de la página, no sus palabras.

## sizing

sizing-ring-fits = Tamaño de anillo { $size }: { $mass } está en la banda de { $band }.
sizing-ring-hole = Tamaño de anillo { $size }: { $mass } está entre dos bandas impresas, que terminan en { $below } y empiezan en { $begins }; tomamos la banda más pesada, { $band }.
sizing-ring-shared = Tamaño de anillo { $size }: { $mass } es el final de una banda y el comienzo de la siguiente; tomamos la banda más pesada, { $band }.
sizing-ring-columns = La masa se leyó en { $unit }. La otra columna impresa sitúa { $mass } en otra banda, { $other }: pregunte al fabricante cuál cuenta.
sizing-ring-note = Un hueco o un extremo compartido va a la banda más pesada: decisión nuestra, que se dice dondequiera que se usa.
sizing-foot_table-fits = Tamaño { $size }: { $mass } está en la banda de { $band }, con un pie de { $foot_cm } cm.
sizing-foot_table-hole = Tamaño { $size }: { $mass } está entre dos bandas impresas, que terminan en { $below } y empiezan en { $begins }; tomamos la banda más pesada, { $band }, con un pie de { $foot_cm } cm.
sizing-foot_table-columns = La masa se leyó en { $unit }. La otra columna impresa sitúa { $mass } en otra banda, { $other }: pregunte al fabricante cuál cuenta.
sizing-foot_table-special_order = El tamaño { $size } para { $mass } y un pie de { $foot_cm } cm es un pedido especial: contacte primero con el servicio de atención al cliente del fabricante.
sizing-foot_table-blank = La tabla está en blanco para { $mass }, en la banda de { $band }, con un pie de { $foot_cm } cm: esta combinación no se fabrica.
sizing-foot_table-foot_outside = Un pie de { $foot_cm } cm queda fuera de la tabla, que va de { $shortest_cm } a { $longest_cm } cm: esta bomba forma parte de un pie y no se fabrica en esa longitud.
sizing-foot_table-rounded = El pie se fabrica en centímetros enteros: { $foot_cm } cm se leyó como { $taken_cm } cm.
sizing-band_edge-heavier = { $left } de más: el tamaño cambiaría a { $other }.
sizing-band_edge-lighter = { $left } de menos: el tamaño cambiaría a { $other }.
sizing-band_edge-note = El mismo margen que para los límites de masa corporal.
space-height-fits = { $stack } de los { $available } { $between }. Quedan { $left_mm } mm { $rest }.{ $not_counted }
space-height-short = { $stack }. Hay { $available } { $between }: faltan { $missing_mm } mm.
space-height-no_foot = { $stack } de los { $available } { $between }. Quedan { $left_mm } mm para un pie: ninguno es tan bajo.
space-height-foot = No se indica la altura constructiva del pie, así que no se sabe si cabe. { $stack } de los { $available } { $between }: quedan { $left_mm } mm para el pie y { $rest }.{ $orientation }{ $not_counted }
space-height-space = No se indica el espacio { $between }, donde se cuenta esta bomba. Conocido hasta ahora: { $stack }.
space-height-unprinted = Para esta bomba no hay altura libre impresa, así que no se sabe si cabe.
space-height-orientation = { " " }Para comparar: los { $whole_mm } mm impresos de { $whole } menos los { $without_mm } mm de { $without } dan { $foot_mm } mm para el pie de ese sistema.
space-height-not_counted = { " " }No indicado, por tanto no contado: { $pieces }.
space-height-pylon = para el pilón o el adaptador de abrazadera
space-height-to_the_knee = para un adaptador a la rodilla
space-height-note = Las alturas libres están impresas; pie, cubierta del pie, zapato y adaptadores son los del caso. Lo que necesitan como mínimo pilón y abrazadera no está impreso.
space-height-settle = la altura
space-below_knee_unused-met = Se indican { $given_mm } mm debajo de una rodilla protésica, pero el muñón es transtibial: no se usan.
space-below_knee_unused-note = Dos respuestas del caso que no concuerdan; decide el nivel de amputación.
space-one_foot_length-longer = La altura libre está impresa solo para el tamaño de pie { $printed_cm }; con { $foot_cm } cm puede ser mayor. Pregunte antes de hacer el pedido.
space-one_foot_length-shorter = La altura libre está impresa solo para el tamaño de pie { $printed_cm }; con { $foot_cm } cm puede ser menor.
space-one_foot_length-note = La cifra y su tamaño de pie están impresos; que un pie más largo pueda necesitar más es interpretación nuestra.
space-one_foot_length-settle = la altura
space-adapter_plate-met = { $stack }; con los { $plate_mm } mm de la placa, { $together_mm } mm, y hay { $available_mm } mm. Si la altura impresa de la bomba incluye la placa no está impreso: pregunte antes de hacer el pedido.
space-adapter_plate-note = Ambas alturas están impresas; que puedan sumarse es interpretación nuestra.
space-adapter_plate-settle = la altura
space-pylon_room-none = No queda nada para unir las piezas; si se unen sin ello no está impreso. Pregunte antes de hacer el pedido.
space-pylon_room-little = Solo quedan { $left_mm } mm para unir las piezas; cuánto hace falta para ello no está impreso. Pregunte antes de hacer el pedido.
space-pylon_room-note = Se suponen 20 mm: nadie imprime lo que necesita como mínimo un pilón con su abrazadera, o un adaptador.
space-pylon_room-settle = la altura
space-system_height-met = Las instrucciones de uso (pág. { $page }) imprimen una altura del sistema de { $system_mm } mm junto a una altura libre de { $clearance_mm } mm; lo que hay entre ambas no está impreso. Con la cifra mayor faltan { $missing_mm } mm: pregunte antes de hacer el pedido.
space-system_height-settle = la altura
foot-compatibility-replaces = Es un pie con la bomba dentro y ocupa el lugar del pie actual.
foot-compatibility-clamp = Va con otros pies: abrazadera de tubo distal para pilones de { $diameter_mm } mm.
foot-compatibility-unprinted = Va entre encaje y pie; a qué pies se adapta no está impreso.
order-by_merit-met = Las bombas adecuadas se ordenan por la suma de los pesos de sus razones, menos los de las razones y precauciones en contra. Los pesos son juicio nuestro. En caso de empate va primero el mayor margen de altura libre, luego la bomba más ligera.

## Partes de frases de las reglas

pumps-body_mass-range = { $least } a { $most }
pumps-body_mass-lower_only = límite inferior de { $least }; no hay límite superior impreso
pumps-body_mass-upper_only = límite superior de { $most }; no hay límite inferior impreso
pumps-body_mass-for_its_plate = { " " }(impreso para su placa { $article })
pumps-body_mass-lightest_size = , donde empieza el tamaño más ligero
indications-vascular-both = Diabetes y enfermedad arterial oclusiva
indications-vascular-diabetes = Diabetes
indications-vascular-arterial = Enfermedad arterial oclusiva
cautions-socks_with_vascular_disease-arterial = Enfermedad arterial oclusiva
indications-bone_and_scars-both = Hueso prominente y cicatrices difíciles
indications-bone_and_scars-bone = Hueso prominente
indications-bone_and_scars-scars = Cicatrices difíciles
sizing-band_edge-anything = Cualquier cantidad
space-height-piece = { $kind ->
    [adapters] adaptadores
    [plate] placa
    [pump] bomba
    [pump_and_foot] bomba y pie
    [pylon] pilón o adaptador de abrazadera
    [foot] pie
    [footshell] cubierta del pie
   *[shoe] zapato
    } { $height }
space-height-first_piece = { $kind ->
    [adapters] Adaptadores
    [plate] Placa
    [pump] Bomba
    [pump_and_foot] Bomba y pie
    [pylon] Pilón o adaptador de abrazadera
    [foot] Pie
    [footshell] Cubierta del pie
   *[shoe] Zapato
    } { $height }
space-height-plus = { $all } + { $next }
space-height-sum = { $all } = { $needed }
liner-size-measure = { $circumference }, { $above } por encima del extremo distal
liner-size-smaller = { $size } ({ $less } % menos)
forces-impact-custom_liner = liner a medida
forces-shear-custom_liner = liner a medida

## Nombres de piezas, componentes y lugares

conclusion-of_another_maker = Impreso por otro fabricante; que valga también para esta bomba es suposición nuestra.
parts-foot = pie { $length }, { $side }
parts-name-battery_charger = cargador de baterías
parts-name-cells = celdas recargables, un juego
parts-name-custom_liner = liner a medida con molde de yeso
parts-name-footshell = cubierta del pie
piece-adapter_to_the_knee = adaptador a la rodilla
piece-adapters = adaptadores
piece-foot = pie
piece-footshell = cubierta del pie
piece-plate = placa
piece-pump = bomba
piece-pump_and_foot = bomba y pie
piece-pylon = pilón o adaptador de abrazadera
piece-shoe = zapato
place-above_knee = entre encaje y rodilla
place-below_knee = entre rodilla y suelo
place-below_socket = entre encaje y suelo

## Valores que leyó una regla

value-absent = ausente
value-and = { $first } y { $second }
value-at = con { $value }
value-bears_pressure = soporta presión
value-between = { $least } a { $most }
value-bulbous = bulboso
value-by_hand = accionado a mano
value-cannot_bear_pressure = no puede soportar presión
value-cannot_manage = no puede manejarlo
value-conical = cónico
value-cylindrical = cilíndrico
value-difficult = difíciles
value-difficult_scars = cicatrices difíciles
value-direct = directa
value-electric = eléctrico
value-flabby = flácida
value-full = completa
value-high = alta
value-in_brackets = { $value } ({ $other })
value-insufficient = insuficiente
value-interim = provisional
value-labelled = { $label }: { $value }
value-left = izquierdo
value-legacy = antigua
value-limited = limitada
value-low = baja
value-manages_with_help = lo maneja con ayuda
value-moderate = moderada
value-months = { $months } meses
value-no = no
value-not_given = no indicado
value-not_measured_there = no medidas allí
value-not_printed = no impreso
value-other_than_pin = distinto del perno (pin)
value-pin_lock = cierre con perno (pin)
value-prominent = marcada
value-prominent_bone = hueso prominente
value-right = derecho
value-simulated = simulado, valores centrales de los parámetros
value-socks_worn = { $count } puestas
value-splash = salpicaduras
value-swim = natación
value-swing_driven = accionado por el balanceo
value-transfemoral = transfemoral
value-transtibial = transtibial
value-unread = no leído
value-very_high = muy alta
value-weight_activated = accionado por el peso
value-yes = sí
