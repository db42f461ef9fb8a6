# Sin revisar: traducido por máquina y no revisado por un protesista. (Unreviewed.)
# Lo que muestra un día: magnitudes tal como se dibujan, y resultados.

## outcome

outcome-battery_end_pct = batería restante, %
outcome-bone_pistoning_mean_mm = pistoneo del hueso, media al caminar, mm
outcome-first_aim_kpa = primer vacío buscado, kPa
outcome-held_h = horas con el vacío mantenido
outcome-hours_a_charge_h = horas por carga
outcome-in_socket_fluid_end_pct = líquido en el encaje al final del día, %
outcome-in_socket_fluid_rate_pct_per_h = variación del líquido en el encaje, %/h
outcome-loading_rate_mean_kn_per_s = tasa de carga al apoyar el talón, media al caminar, kN/s (rigideces supuestas)
outcome-mean_pressure_kpa = presión media sobre la piel, kPa
outcome-peak_pressure_kpa = presión máxima de cualquier región al caminar, kPa
outcome-pistoning_end_mm = pistoneo en el último minuto, mm
outcome-pistoning_mean_mm = pistoneo, media al caminar, mm
outcome-post_doff_volume_end_pct = volumen del muñón tras la retirada al final del día, %
outcome-post_doff_volume_lowest_pct = el más bajo del día, %
outcome-pressed_most = región más presionada, veces la media
outcome-pressure_wave_mean_kpa = onda de presión de un paso, media al caminar, kPa
outcome-refill_after_doffing_pct = aumento en los 35 min tras la retirada, %
outcome-pump_time_s = funcionamiento de la bomba, s
outcome-rotation_mean_deg = rotación del hueso en el encaje, media al caminar, grados (rigideces supuestas)
outcome-seconds_to_15_inhg = segundos hasta 15 inHg
outcome-seconds_to_17_inhg = segundos hasta 17 inHg
outcome-share_losing_vacuum = personas que pierden el vacío mantenido, %
outcome-share_swelling_in_vacuum = personas cuyo muñón se hincha más de +2 % durante una hora en vacío, %
outcome-skin_temperature_highest_c = temperatura máxima de la piel, °C
outcome-socks_added = medias añadidas
outcome-standing_held_h = horas de pie con el vacío mantenido
outcome-strides = pasos con la prótesis
outcome-strides_to_15_inhg = pasos con la prótesis hasta 15 inHg
outcome-strides_to_17_inhg = pasos con la prótesis hasta 17 inHg
outcome-suction_dose = dosis de succión en la piel (1 = límite de ampollas)
outcome-sweat_end_g = sudor en el liner al final del día, g
outcome-sweat_total_g = sudor a lo largo del día, g
outcome-swing_distal_mean_kpa = presión en el extremo distal en balanceo, kPa
outcome-swing_proximal_mean_kpa = presión por encima del extremo distal en balanceo, kPa
outcome-time_at_working_vacuum = tiempo con al menos 15 inHg
outcome-tissue_elongation_mean_pct = elongación de los tejidos blandos, media al caminar, %
outcome-vacuum_mean_kpa = vacío, media del día, kPa
outcome-wet_h = horas con la piel mojada en la prótesis

## outcome_detail

outcome_detail-bone_pistoning_mean_mm = , contra la pared del encaje
outcome_detail-hours_a_charge_h = , si todos los días fueran como este
outcome_detail-in_socket_fluid_end_pct = , cambio desde la colocación
outcome_detail-loading_rate_mean_kn_per_s = ; rigideces supuestas
outcome_detail-peak_pressure_kpa = , la mediana del día
outcome_detail-post_doff_volume_end_pct = , cambio desde la colocación
outcome_detail-post_doff_volume_lowest_pct = , cambio desde la colocación
outcome_detail-pressed_most = ; una dirección, no un límite de lo que el tejido soporta
outcome_detail-rotation_mean_deg = , media de la mayor de cada paso; rigideces supuestas
outcome_detail-refill_after_doffing_pct = , el mayor del día
outcome_detail-seconds_to_15_inhg = { " " }(50,8 kPa)
outcome_detail-seconds_to_17_inhg = { " " }(57,6 kPa)
outcome_detail-share_losing_vacuum = { " " }(de una persona 1 o 0)
outcome_detail-share_swelling_in_vacuum = { " " }(de una persona 1 o 0)
outcome_detail-strides_to_15_inhg = { " " }(50,8 kPa)
outcome_detail-strides_to_17_inhg = { " " }(57,6 kPa)
outcome_detail-suction_dose = ; 1 es el límite de ampollas
outcome_detail-swing_distal_mean_kpa = , media al caminar; negativa tira
outcome_detail-swing_proximal_mean_kpa = , media al caminar; negativa tira
outcome_detail-tissue_elongation_mean_pct = , hueso menos muñón sobre la profundidad de los tejidos

## outcome_name

outcome_name-battery_end_pct = carga restante de las celdas al final del día
outcome_name-bone_pistoning_mean_mm = pistoneo medio del hueso al caminar
outcome_name-first_aim_kpa = vacío que buscaba el controlador de la bomba cuando descansó por primera vez
outcome_name-held_h = horas con el vacío mantenido
outcome_name-hours_a_charge_h = horas con la prótesis puesta hasta que se agotan las pilas llenas
outcome_name-in_socket_fluid_end_pct = líquido extracelular en el encaje al final del día
outcome_name-in_socket_fluid_rate_pct_per_h = variación del líquido extracelular en el encaje desde media hora después de la colocación hasta el final del día
outcome_name-loading_rate_mean_kn_per_s = subida más rápida de la carga al apoyar el talón
outcome_name-mean_pressure_kpa = presión media sobre la piel durante el día
outcome_name-peak_pressure_kpa = mayor presión regional de un paso al caminar
outcome_name-pistoning_end_mm = pistoneo en el último minuto de marcha
outcome_name-pistoning_mean_mm = pistoneo medio al caminar
outcome_name-post_doff_volume_end_pct = volumen del muñón tras la retirada al final del día
outcome_name-post_doff_volume_lowest_pct = volumen del muñón más bajo del día tras la retirada
outcome_name-pressed_most = presión por encima del cierre de los capilares, sumada a lo largo del día: la región con más, en veces la media de la piel
outcome_name-pressure_wave_mean_kpa = onda de presión media de un paso al caminar
outcome_name-refill_after_doffing_pct = aumento del volumen del muñón en los 35 min tras la retirada
outcome_name-pump_time_s = tiempo que funcionó una bomba eléctrica
outcome_name-rotation_mean_deg = rotación del hueso en el encaje al caminar
outcome_name-seconds_to_15_inhg = tiempo desde la colocación hasta 15 inHg
outcome_name-seconds_to_17_inhg = tiempo desde la colocación hasta 17 inHg
outcome_name-share_losing_vacuum = proporción de personas que pierden al menos una vez el vacío que mantiene su bomba
outcome_name-share_swelling_in_vacuum = proporción de personas cuyo muñón se hincha en vacío más del 2 % durante una hora
outcome_name-skin_temperature_highest_c = temperatura máxima de la piel en el día
outcome_name-socks_added = medias añadidas durante el día
outcome_name-standing_held_h = horas de pie con el vacío mantenido
outcome_name-strides = pasos con la prótesis
outcome_name-strides_to_15_inhg = pasos con la prótesis desde la colocación hasta 15 inHg
outcome_name-strides_to_17_inhg = pasos con la prótesis desde la colocación hasta 17 inHg
outcome_name-suction_dose = dosis de succión en la piel al final del día
outcome_name-sweat_end_g = sudor entre la piel y el liner al final del día
outcome_name-sweat_total_g = sudor del muñón a lo largo del día
outcome_name-swing_distal_mean_kpa = presión sobre la piel en el extremo distal en balanceo
outcome_name-swing_proximal_mean_kpa = presión sobre la piel por encima del extremo distal en balanceo
outcome_name-time_at_working_vacuum = proporción del tiempo con la prótesis puesta con al menos 15 inHg
outcome_name-tissue_elongation_mean_pct = elongación media de los tejidos blandos al caminar
outcome_name-vacuum_mean_kpa = vacío medio durante el día
outcome_name-wet_h = horas con la piel mojada en la prótesis

## quantity

quantity-battery = Batería
quantity-bone = Pistoneo del hueso
quantity-fluid = Líquido en el encaje
quantity-impact = Impacto al apoyar el talón
quantity-peak = Presión máxima
quantity-pistoning = Pistoneo
quantity-rotation = Rotación en el encaje
quantity-skin = Temperatura de la piel
quantity-socks = Medias añadidas
quantity-sweat = Sudor en el liner
quantity-swing = Extremo distal en balanceo
quantity-vacuum = Vacío en el encaje
quantity-volume = Volumen del muñón tras la retirada
quantity-wave = Onda de presión de un paso

## quantity_hint

quantity_hint-battery = de la bomba electrónica
quantity_hint-bone = hueso contra pared, entre apoyo y balanceo; lo reducen el vacío, un buen ajuste y calcetines
quantity_hint-fluid = fuera de las células, respecto al volumen del muñón
quantity_hint-impact = subida más rápida de la carga; la reducen un anillo funcional, un talón blando y caminar más despacio (compara suspensiones: todas las rigideces son supuestas)
quantity_hint-peak = la mayor de cualquier región en un paso, si se diera ahora
quantity_hint-pistoning = muñón contra pared, entre apoyo y balanceo
quantity_hint-rotation = la mayor de un paso; la reducen un buen ajuste, el vacío y un anillo funcional que gira (compara suspensiones: todas las rigideces son supuestas)
quantity_hint-skin = en el liner y el encaje; igual con cualquier suspensión
quantity_hint-socks = añadidas cuando el encaje se nota holgado
quantity_hint-sweat = entre la piel y el liner; permanece hasta quitarse la prótesis
quantity_hint-swing = presión sobre la piel con el tirón mayor; negativa tira
quantity_hint-vacuum = línea discontinua: 15 inHg, el extremo inferior del rango de trabajo
quantity_hint-volume = si se retirara ahora y se midiera minutos después
quantity_hint-wave = presión del aire en el encaje entre apoyo y balanceo: pequeña donde el encaje ajusta

## quantity_unit

quantity_unit-battery = % de carga restante
quantity_unit-bone = mm
quantity_unit-fluid = % desde la colocación
quantity_unit-impact = kN/s
quantity_unit-peak = kPa
quantity_unit-pistoning = mm
quantity_unit-rotation = grados
quantity_unit-skin = °C
quantity_unit-socks = número hasta ahora
quantity_unit-sweat = g
quantity_unit-swing = kPa
quantity_unit-vacuum = kPa a la izquierda, inHg a la derecha
quantity_unit-volume = % desde la colocación
quantity_unit-wave = kPa
