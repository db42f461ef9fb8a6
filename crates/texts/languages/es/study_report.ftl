# Sin revisar: traducido por máquina y no revisado por un protesista. (Unreviewed.)
# El informe de un ensayo virtual.

study_report-ci = IC del { $level } %
study_report-gain = Ganan
study_report-interval_of = { $value } ({ $low } a { $high })
study_report-kicker = Concord: un gemelo digital de la suspensión por vacío activo. Un ensayo virtual: todas las personas son simuladas.
study_report-lose = Pierden
study_report-made_by = Hecho por Concord { $program }, versión de resultados { $result }, estudio { $fingerprint }, semilla { $seed }. El mismo estudio, la misma versión y la misma semilla dan el mismo archivo.
study_report-matters = Importa
study_report-not_drawn = no extraído: { $why }
study_report-outcome = Resultado
study_report-over = más del 99,9 %
study_report-title = { $name } – Estudio de Concord
study_report-under = menos del 0,1 %

## answer

study_report-answer-against = { $arm } frente a { $reference }
study_report-answer-better = , lo que es mejor
study_report-answer-caption = Medias de ambos brazos, y el efecto con su intervalo.
study_report-answer-crossover = { $persons } personas virtuales, cada una con cada suspensión por turno, en días distintos. El intervalo dice hasta qué punto el número de personas deja abierta la media, no cuánto puede equivocarse el gemelo: { $link }.
study_report-answer-difference = Diferencia ({ $interval })
study_report-answer-does_not_matter = , menos de lo que importa
study_report-answer-effects = Efectos
study_report-answer-higher = { $outcome }: { $amount } más con «{ $arm }» que con «{ $reference }»{ $interval }{ $verdict }.
study_report-answer-how_to_read = cómo leer esto
study_report-answer-interval = ({ $interval } de la diferencia: { $low } a { $high })
study_report-answer-lower = { $outcome }: { $amount } menos con «{ $arm }» que con «{ $reference }»{ $interval }{ $verdict }.
study_report-answer-missing = { $persons } personas no tienen valor, porque no se alcanzó lo que había que medir.
study_report-answer-no_difference = : ninguna diferencia
study_report-answer-nobody = «{ $arm }» frente a «{ $reference }»: { $outcome }: no se observó a nadie con ambos.
study_report-answer-none = ninguna
study_report-answer-not_told_apart = : no se distingue de ninguna diferencia
study_report-answer-one_arm = El estudio tiene un solo brazo: no hay nada con que compararlo. Lo que mostraron sus personas sigue abajo.
study_report-answer-paired = { $persons } personas virtuales, cada una el mismo día con cada suspensión, lo que solo puede hacer una simulación. El intervalo dice hasta qué punto el número de personas deja abierta la media, no cuánto puede equivocarse el gemelo: { $link }.
study_report-answer-parallel = { $persons } personas virtuales, cada una con una suspensión, por sorteo. El intervalo dice hasta qué punto el número de personas deja abierta la media, no cuánto puede equivocarse el gemelo: { $link }.
study_report-answer-persons = De todas las personas ganan al menos { $matters }: { $gain }; pierden al menos lo mismo: { $lose }.
study_report-answer-scale = Todos los resultados en una sola escala: 1 es la menor diferencia que importa a una persona, según dice el estudio. La línea es el intervalo de la media ({ $interval }); las cifras están en la unidad nombrada.
study_report-answer-worse = , lo que es peor

## arms

study_report-arms-arm = Brazo
study_report-arms-below_above = { $arm }: { $below } por debajo, { $above } por encima
study_report-arms-beyond = Fuera de la imagen: { $groups }.
study_report-arms-caption = Personas con un valor, y cómo se reparten.
study_report-arms-caption_unit = Personas con un valor, y cómo se reparten ({ $unit }).
study_report-arms-mean = Media
study_report-arms-median = Mediana
study_report-arms-name = Brazos
study_report-arms-not_reached = No alcanzado
study_report-arms-persons = Personas
study_report-arms-sd = SD
study_report-arms-what = Proporciones de personas; la letra está en la media del brazo. No se suaviza nada.

## design

study_report-design-crossover = cruzado
study_report-design-paired = pareado
study_report-design-parallel = grupos paralelos

## flow

study_report-flow-allocated = Asignadas: { $persons }
study_report-flow-analysed = Analizadas: { $persons }
study_report-flow-assessed = Evaluadas para elegibilidad: { $persons }
study_report-flow-crossover = Cada persona tiene cada suspensión en un día propio; el sorteo decide cuál va primero, luego siguen en el orden del estudio.
study_report-flow-drop_out = Las personas abandonan por sorteo, haga lo que haga con ellas su brazo ({ $source }).
study_report-flow-dropped = Abandonaron: { $persons }
study_report-flow-each = cada una a los { $arms } brazos
study_report-flow-first = primero { $arm }: { $persons }
study_report-flow-not_eligible = No elegibles: { $persons }
study_report-flow-other = otros motivos: { $persons }
study_report-flow-paired = Cada persona vive el mismo día con cada suspensión.
study_report-flow-parallel = Cada persona tiene una suspensión, por sorteo.
study_report-flow-rule = { $of }: { $what } (regla { $rule })

## law

study_report-law-fixed = { $value }{ $unit } para todas
study_report-law-lognormal = log-normal, mediana { $median }{ $unit }, ×÷ { $factor } por desviación estándar
study_report-law-normal = normal, media { $mean }, SD { $sd }{ $unit }
study_report-law-on_limits = { $persons } de las personas analizadas ({ $share } %) están en los límites
study_report-law-of_day = { $share } % de su varianza de un día a otro
study_report-law-sometimes = { $value } para { $share } de cada 100 personas, si no 0
study_report-law-sometimes_between = { $low } a { $high }{ $unit } para { $share } de cada 100 personas, si no 0
study_report-law-uniform = uniforme, { $low } a { $high }{ $unit }
study_report-law-within = dentro de { $low } a { $high }{ $unit }

## persons

study_report-persons-between = En medio
study_report-persons-by_chance = { $count } pierden; no se diferencian de las demás en nada que no explique el azar.
study_report-persons-caption = Proporciones de personas, con intervalos ({ $interval }, Wilson).
study_report-persons-contrasts = En qué difieren quienes pierden de todas las demás, en desviaciones estándar de la variable (0,2 es poco, 0,8 mucho). Solo se cuentan diferencias que el azar difícilmente daría con tantas personas, como máximo { $most } por resultado.
study_report-persons-correlation = Correlación de rangos (Spearman) de lo que difiere entre personas con su propio efecto: 1 donde más de ello significa siempre más efecto, −1 donde significa siempre menos, 0 donde no dice nada. Cada cosa se mira por separado: lo que acompaña al efecto no tiene por qué causarlo, y de cada veinte intervalos uno falla por azar. Los parámetros propios del gemelo se miraron como máximo en las primeras { $most } personas.
study_report-persons-differ_in = Difieren en
study_report-persons-drivers = Qué lo acompaña
study_report-persons-first_day = Las variables son las del primer día de la persona.
study_report-persons-gain_at_least = Ganan al menos
study_report-persons-lose = { $title }: { $count } pierden, { $share } de todas.
study_report-persons-losers = Quienes pierden
study_report-persons-nobody = nadie pierde.
study_report-persons-others = Todas las demás
study_report-persons-own = Efectos propios: 10 %, mediana, 90 %
study_report-persons-sds = Desviaciones estándar
study_report-persons-shares = Quién gana y quién pierde
study_report-persons-thirds = El efecto en tercios de lo que más estrechamente lo acompaña
study_report-persons-two_days = Los dos días de una persona difieren en más que la suspensión, y eso está en estos efectos: parecen ganar más personas y perder más de las que lo harían en un mismo día.
study_report-persons-what = El efecto propio de cada persona. Las líneas de puntos son la diferencia que importa, la negra continua es la media; quienes pierden están sobre fondo rayado.
study_report-persons-who_loses = Quién pierde

## plan

study_report-plan-again = Para hacer esto de nuevo
study_report-plan-better = Mejor
study_report-plan-case = Caso
study_report-plan-design = Diseño
study_report-plan-design_said = { $design }, referencia { $arm }
study_report-plan-differ = En qué difieren las personas
study_report-plan-error = Error de medición, SD
study_report-plan-file = El archivo del estudio, { $file }
study_report-plan-fingerprint = Huella
study_report-plan-first_is_primary = El primero es el principal.
study_report-plan-from = Fuente
study_report-plan-how = Cómo difiere
study_report-plan-less = menos
study_report-plan-limbs = Muñones
study_report-plan-more = más
study_report-plan-named = Lo que nombra el estudio. Todos los demás parámetros del gemelo difieren como dice data/parameters.toml.
study_report-plan-not_screened = Ninguna
study_report-plan-outcomes = Resultados
study_report-plan-population = Población
study_report-plan-screened = Sin contraindicación, y toda bomba del estudio es adecuada
study_report-plan-screening = Selección
study_report-plan-seed = Semilla
study_report-plan-together = Qué va junto:

## published

study_report-published-all = Todas las personas de este estudio
study_report-published-caption = Cifras publicadas y ensayos de su tamaño.
study_report-published-fitted = un parámetro del gemelo se fijó con ella
study_report-published-inner = 68 de cada 100
study_report-published-less = { $arm } menos { $other }
study_report-published-median = Mediana de los ensayos
study_report-published-name = Qué
study_report-published-outer = 95 de cada 100
study_report-published-persons = Personas
study_report-published-published = Publicado
study_report-published-verdict = Veredicto
study_report-published-what = Una cifra publicada es una sola extracción de lo que hallan los ensayos de su tamaño. De las personas de este estudio se extrajeron muchos ensayos de ese tamaño, medidos con el error que da el estudio. El veredicto se fijó antes de cualquier ejecución: dentro del 68 % central de lo que hallan estos ensayos, dentro del 95 % central, o fuera; un rango publicado contiene la media de todas las personas o no.

## reading

study_report-reading-gain = Ganar y perder
study_report-reading-gain_said = Gana una persona cuyo efecto propio es al menos lo que importa, en el sentido mejor. Nadie puede medir esto sin error en una persona real; una simulación sí.
study_report-reading-interval = Intervalo
study_report-reading-interval_said = El { $level } dice hasta qué punto el número de personas virtuales deja abierta una media. Con muchas personas es muy estrecho. No dice nada sobre si el gemelo acierta: eso lo dice { $file }.
study_report-reading-matters = Qué importa
study_report-reading-matters_said = La menor diferencia que una persona notaría o por la que una clínica actuaría, como dice el archivo del estudio con su fuente. Un efecto puede ser seguro y aun así no importar.
study_report-reading-not_reached = No alcanzado
study_report-reading-not_reached_said = Las personas que nunca llegaron a lo que había que medir (como un vacío) no tienen valor. Un efecto es el de las personas que tienen uno con ambas suspensiones, que pueden ser aquellas a las que les va mejor.
study_report-reading-persons = Personas
study_report-reading-persons_said = Todas las personas son sorteadas: cuerpo, muñón, encaje y hábitos como dice este estudio, los parámetros propios del gemelo con la dispersión que da { $file }. Esa dispersión es en parte cómo difieren las personas y en parte lo que nadie sabe, y aquí no se pueden separar ambas cosas: las proporciones de quienes ganan y pierden son las de esta población virtual.
study_report-reading-several = Varios resultados
study_report-reading-several_said = El primer resultado es aquel para el que se hizo el estudio. Ningún intervalo se ensancha porque haya otros.
study_report-reading-trials = Ensayos
study_report-reading-trials_said = Un ensayo pequeño que alcanza la significación tiene que haber dado con una estimación grande: exagera, y a veces señala en el sentido equivocado (Gelman y Carlin 2014). Las columnas dicen con qué frecuencia y cuánto, si el gemelo acierta.

## section

study_report-section-answer = La respuesta
study_report-section-arms = Los brazos
study_report-section-drivers = Qué acompaña al efecto
study_report-section-flow = Quién participó
study_report-section-persons = Persona por persona
study_report-section-published = Junto a lo publicado
study_report-section-reading = Cómo leer esto
study_report-section-study = El estudio
study_report-section-trials = Qué mostraría un ensayo real

## trials

study_report-trials-caption = Qué concluyen los ensayos de cada tamaño.
study_report-trials-coverage = El intervalo contiene el valor verdadero
study_report-trials-crossover = Cruzado
study_report-trials-estimates = 95 de cada 100 estimaciones
study_report-trials-exaggerate = Los que lo muestran lo exageran
study_report-trials-paired = Pareado, el mismo día
study_report-trials-paired_only = Los ensayos pareados, las mismas personas el mismo día, solo se pueden simular. Un ensayo cruzado en días distintos necesita más personas que el pareado y menos que los grupos paralelos.
study_report-trials-parallel = Grupos paralelos
study_report-trials-shows = Muestra el efecto
study_report-trials-size = { $count } personas, { $design }
study_report-trials-trial = Ensayo
study_report-trials-what = De las personas de este estudio se extrajeron { $trials } ensayos de cada tamaño, cada uno medido con el error que da el estudio. La línea contiene las estimaciones de 95 de cada 100 ensayos, la parte gruesa 68, el cuadrado es la mediana; la línea discontinua es lo que tienen todas las personas juntas. Un ensayo «muestra» el efecto donde su intervalo ({ $interval }) queda en el lado correcto del cero.
study_report-trials-wrong = Lo muestra en el lado equivocado

## unit

study_report-unit-points = puntos porcentuales
study_report-unit-points_of_volume = puntos porcentuales del volumen del muñón
study_report-unit-points_per_h = puntos porcentuales/h
