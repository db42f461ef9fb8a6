# Sin revisar: traducido por máquina y no revisado por un protesista. (Unreviewed.)
# Lo que dicen los comandos en un terminal.

terminal-no_socket = Con el escaneo no se hace ningún encaje: { $why }
terminal-note = Nota: { $note }
terminal-report = Informe: { $file }
terminal-the_day = El día: { $day }

## calibrate

terminal-calibrate-after = después
terminal-calibrate-after_log = después de él
terminal-calibrate-before = antes (10 … 90)
terminal-calibrate-before_log = antes del registro
terminal-calibrate-cannot_follow = { $quantity }: { $count ->
    [one] { $count } lectura
   *[other] { $count } lecturas
    }, con una discrepancia de { $rms } de sus desviaciones estándar. EL GEMELO NO PUEDE SEGUIRLAS: compruebe el registro, la suspensión y el día del caso; no use lo que figura abajo
terminal-calibrate-converged = Las islas coinciden: otra semilla diría casi lo mismo.
terminal-calibrate-follows = { $quantity }: { $count ->
    [one] { $count } lectura
   *[other] { $count } lecturas
    }, con una discrepancia de { $rms } de sus desviaciones estándar (media cuadrática)
terminal-calibrate-heading = { $case }, a partir de { $log } con { $system }
terminal-calibrate-median = Mediana (percentil 10 … 90). Volúmenes desde la colocación.
terminal-calibrate-more = { $count } más figuran en el informe.
terminal-calibrate-not_converged = SIN CONVERGENCIA: las islas no coinciden sobre { $names }. Dé más --members.
terminal-calibrate-not_converged_more = SIN CONVERGENCIA: las islas no coinciden sobre { $names } y { $more } más. Dé más --members.
terminal-calibrate-others = Sobre otros { $left } de { $all } el registro no dice nada: son tan inciertos como antes.
terminal-calibrate-parameter = parámetro
terminal-calibrate-same_day = El mismo día con { $system }
terminal-calibrate-sd = SD después/antes
terminal-calibrate-unit = unidad

## catalog

terminal-catalog-also = También llamado { $names }
terminal-catalog-hint = `concord catalog ARTÍCULO` muestra todo lo que está impreso sobre uno.
terminal-catalog-is = qué es
terminal-catalog-name = nombre
terminal-catalog-performance = Con qué se simula su día ({ $table }):
terminal-catalog-performance_of = Con qué se simula su día ({ $table }, los de { $article }):
terminal-catalog-values = valores impresos

## day

terminal-day-median = Mediana de las personas sorteadas (percentil 10 … 90). Volúmenes desde la colocación.
terminal-day-nothing = nada que contar
terminal-day-regions = volumen del muñón tras la retirada al final del día, %
terminal-day-regions_alone = Cada región como un muñón propio: lleva su carga y no recibe líquido de sus vecinas (supuesto). Una persona, la central.

## days

terminal-days-assumed = Supuesto: de noche la persona está acostada sin prótesis. Cada día empieza sin las medias del día anterior.
terminal-days-day = día
terminal-days-evening = volumen al final del día, %
terminal-days-first_sock = primera media
terminal-days-leak_grows = La fuga a 17 inHg crece con el desgaste de la rodillera de { $first } mL/min el primer día a { $last } el último.
terminal-days-first_without = El primer día sin media es el día { $day }.
terminal-days-heading = { $system }: días seguidos. Volúmenes desde la primera mañana, acostado, antes de ponerse la prótesis.
terminal-days-lowest = volumen mínimo, %
terminal-days-measured = Medido entre dos visitas separadas por dos semanas: de { $low } a { $high } % ({ $persons } usuarios, media { $mean }, DE { $sd }; Zachariah et al. 2004).
terminal-days-morning = volumen a la mañana siguiente, %
terminal-days-never_without = En { $days } días no hay ningún día sin media.
terminal-days-no_more = Desde el día { $day } no se añade ninguna media.
terminal-days-outside = Después de { $days } días el muñón del gemelo ha cambiado un { $change } %. ESTO QUEDA FUERA DE LO MEDIDO.
terminal-days-socks = medias añadidas
terminal-days-too_few = El gemelo se compara con ello a partir de { $days } días.
terminal-days-whose = Lo siguiente es de la persona con valores centrales de los parámetros.
terminal-days-within = Después de { $days } días el muñón del gemelo ha cambiado un { $change } %. Esto queda dentro de lo medido.
terminal-days-without = personas sin media, %

## drive

terminal-drive-clean = sin fallar: { $hours } horas con { $faults } averías; la bomba funcionó el { $share } % del tiempo
terminal-drive-episode = { $fault } desde { $at } durante { $seconds } s
terminal-drive-failure = semilla { $seed }, a las { $at }: { $invariant }: { $what }
terminal-drive-flicker = { $on } s de cada { $every } s
terminal-drive-follows = sigue
terminal-drive-measured = medido
terminal-drive-mode = modo
terminal-drive-ours = Los valores de consigna son nuestros; los del fabricante no están publicados.
terminal-drive-person = persona
terminal-drive-pump = bomba
terminal-drive-runs = { $runs } ejecuciones, semillas { $first } a { $last }, commit { $commit }
terminal-drive-set_point = consigna
terminal-drive-time = tiempo
terminal-drive-vacuum = vacío
terminal-drive-warning = aviso

## fit

terminal-fit-all = `--all` muestra todas las reglas con sus datos y fuentes, y lo que contradice el folleto.
terminal-fit-column_article = artículo
terminal-fit-column_ask = aún por preguntar
terminal-fit-column_order = pedir
terminal-fit-column_part = componente
terminal-fit-column_size = tamaño
terminal-fit-column_why = por qué
terminal-fit-first_steps = Primeros pasos (predichos, con percentiles 10 a 90)
terminal-fit-height = Altura { $between }: { $there }
terminal-fit-order = Pedido
terminal-fit-order_waits = Pedido, no antes de aclarar lo siguiente: { $open }
terminal-fit-printed = { $field } = { $value } (impreso «{ $printed }»: { $place })
terminal-fit-pump_of_size = { $pump }, tamaño { $size }
terminal-fit-pumps = Bombas, por orden
terminal-fit-rule = regla { $rule }
terminal-fit-sensor = Si falla el sensor de presión de la bomba

## monitor

terminal-monitor-alarm = ! ALARMA, { $urgency }: { $warning }
terminal-monitor-alarm_ended = { $warning } ({ $urgency }), desde { $since }, terminó a las { $at } tras { $after } s
terminal-monitor-alarm_there = { $warning } ({ $urgency }), desde { $since }, no terminada
terminal-monitor-alarms = alarmas, primero las que siguen activas, luego las más recientes:
terminal-monitor-broken = llegan tramas dañadas: en la línea se pierden o se alteran bytes
terminal-monitor-clock = el reloj de la unidad dio un salto, o se la inició de nuevo; el tiempo aquí continúa
terminal-monitor-counts = { $frames } tramas, { $broken } dañadas, { $unknown } de versión o tipo desconocidos, en { $bytes } bytes
terminal-monitor-ended = terminada: { $alarm }
terminal-monitor-frame = vacío { $vacuum }, consigna { $set }; fuga { $leak }; carga { $charge } %, quedan { $hours } h; { $doing }; { $pump }; { $steps } pasos
terminal-monitor-leak = { $leak } mL/min
terminal-monitor-leak_or_more = { $leak } mL/min o más
terminal-monitor-leak_unknown = aún no se sabe
terminal-monitor-medium = media
terminal-monitor-more = y { $count } antes de estas
terminal-monitor-no_alarm = no hubo ninguna alarma
terminal-monitor-off = { $doing }, fuera del muñón
terminal-monitor-rests = bomba en reposo
terminal-monitor-runs = bomba en marcha al { $percent } %
terminal-monitor-silent = la línea está en silencio: ninguna trama desde hace { $seconds } s (guardada, una unidad habla cada 100 s)
terminal-monitor-speaks = la línea habla de nuevo tras { $seconds } s
terminal-monitor-trend = { $leak }, { $times } × su media
terminal-monitor-unknown_alarm = ! ALARMA que este programa no conoce (bits { $bits }): consulte la descripción de la propia unidad
terminal-monitor-unknown_kind = llegan tramas del tipo { $kind }, que este programa no conoce
terminal-monitor-unknown_version = llegan tramas de la versión { $version }; este programa lee la versión { $known }. Use el programa de la versión de la unidad

## power

terminal-power-finish = Los tamaños son de personas que terminan; el { $share } % de las asignadas no lo hace.
terminal-power-instead = El estudio es pareado, lo que solo una simulación puede ser: los tamaños son de grupos paralelos. Para un cruzado, escriba design = "crossover" en el estudio.
terminal-power-nothing = no se extrajo nada
terminal-power-over = más de { $size }
terminal-power-rest = 90 de cada 100 casos, y en cuántos de cada 100 casos la muestran ensayos de n personas.
terminal-power-what = De { $persons } personas virtuales se extrajeron { $trials } ensayos de cada tamaño ({ $design }): los más pequeños que muestran la diferencia en 80 y

## sleeve

terminal-sleeve-a_year = rodilleras al año            { $sleeves }
terminal-sleeve-cost = coste al año                 ${ $cost } a ${ $price } cada una
terminal-sleeve-covers = perforaciones que aún cubre  { $flow } mL/min: un agujero de { $hole } mm, o su equivalente en agujeros menores
terminal-sleeve-evidence = Lo que refieren dos usuarios (n = 2): sustituida cada 2–3 meses a $160 y más; cada 4–6 meses con una fina barrera de silicona. Que una rodillera de sellado se sustituya cuando la bomba ya no cubre su fuga al caminar es suposición nuestra, como lo son las cifras de la propia bomba.
terminal-sleeve-lasts = una rodillera dura           { $months } meses, al final con { $pinholes } perforaciones
terminal-sleeve-no_knee = Una rodillera de sellado sella un encaje por debajo de la rodilla con el muslo. Por encima de la rodilla lo hace un liner sellante, y aquí no se sabe nada de su duración ni de su precio: no se da ninguna cifra.
terminal-sleeve-takes = la bomba extrae              { $flow } mL/min con 15 inHg al caminar
terminal-sleeve-with_barrier = { $case }: { $system }, con barrera de silicona. Mediana (percentiles 10 a 90) de las personas sorteadas.
terminal-sleeve-without_barrier = { $case }: { $system }, sin barrera. Mediana (percentiles 10 a 90) de las personas sorteadas.

## socket

terminal-socket-along_skin = a lo largo de la piel
terminal-socket-area = área
terminal-socket-axes = Ejes:
terminal-socket-below_level = por debajo de { $level }
terminal-socket-bone = hueso { $bone } mL; tejido blando de { $tissue } mm de grosor medio
terminal-socket-found = { $how } ({ $standing })
terminal-socket-contact = { $contact } cm² en contacto; { $gap } mm respecto al muñón con su liner
terminal-socket-custom = liner a medida: { $reasons }
terminal-socket-difference = diferencia
terminal-socket-differences = error radial medio { $radial } mm, rango intercuartílico { $range } mm, como máximo { $most } mm, normales con { $normals }° de diferencia: { $verdict }
terminal-socket-donning = colocación: { $verdict } (socavado de { $undercut } mm de radio)
terminal-socket-files = Archivos:
terminal-socket-files_in = Archivos en { $folder }:
terminal-socket-front = parte delantera
terminal-socket-girth = { $below } mm por debajo de { $level }: { $after } mm, entonces { $before } mm ({ $change })
terminal-socket-heading = { $name }, lado { $side }
terminal-socket-inside = interior { $inside } mL por debajo del borde; muñón rectificado menos su reducción { $expected } mL ({ $off } %)
terminal-socket-landmarks = Puntos anatómicos:
terminal-socket-level = nivel
terminal-socket-limb = Muñón por debajo de { $landmark }: { $length } mm, { $volume } mL, { $skin } cm² de piel; índice de forma { $index } (por debajo de 1 cónico)
terminal-socket-liner = Liner: { $measure }
terminal-socket-long_axis = eje largo
terminal-socket-look = Qué mirar:
terminal-socket-none = No se hace ningún encaje y no se escribe ningún archivo:
terminal-socket-scan = Escaneo: { $file } ({ $format }, { $faces } caras), en { $unit }: { $reason }
terminal-socket-scan_word = escaneo
terminal-socket-since = Desde { $earlier } (alineado a { $rms } mm):
terminal-socket-size_check = Comprobación de tamaño, no un encaje ({ $technique }):
terminal-socket-socket = Encaje ({ $technique }):
terminal-socket-solid = cerrado, orientado, piezas: { $pieces }; caras que atraviesan otra: { $crossings }; caras: { $faces }
terminal-socket-swelling = El tiempo desde la retirada cuenta: { $what }.
terminal-socket-taken = Tomado: { $taken }
terminal-socket-tape = cinta métrica
terminal-socket-tape_and_scan = Cinta métrica y escaneo, circunferencias por debajo del nivel de referencia ({ $reference }):
terminal-socket-thinnest = punto más fino del sólido { $mm } mm: { $feature }
terminal-socket-volume = volumen { $after } mL, entonces { $before } mL ({ $change } %), en las alturas que tienen ambos escaneos
terminal-socket-volumes = volumen: cinta métrica { $tape } mL, escaneo { $scan } mL ({ $change } %), no se juzga
terminal-socket-wall = pared más fina { $wall } mm; { $volume } mL de material

## study

terminal-study-arm = brazo
terminal-study-crossover = Los días difieren: parecen ganar y perder más personas que en un mismo día.
terminal-study-difference = diferencia ({ $interval })
terminal-study-finished = { $out } abandonaron, { $analysed } analizadas
terminal-study-flow = { $assessed } personas evaluadas, { $not } no elegibles, { $allocated } asignadas ({ $design })
terminal-study-flow_most = { $assessed } personas evaluadas, { $not } no elegibles (sobre todo: { $reason }), { $allocated } asignadas ({ $design })
terminal-study-gain = ganan
terminal-study-lose = pierden
terminal-study-matters = importa
terminal-study-outcome = resultado
terminal-study-paired = Cada persona el mismo día con cada suspensión: solo una simulación puede hacerlo.
terminal-study-parallel = Nadie tiene ambas suspensiones: no se puede saber quién gana y quién pierde.
terminal-study-report = El informe está en { $file }.
terminal-study-reached = { $outcome }, { $arm }: alcanzado por { $arm_n } de { $all }; con la referencia, por { $reference_n } de { $reference_all }. La diferencia es solo de quienes lo alcanzaron.
terminal-study-unit = unidad
