# Sin revisar: traducido por máquina y no revisado por un protesista. (Unreviewed.)
# Lo que muestra un día: magnitudes tal como se dibujan, y resultados.

## outcome

outcome-battery_end_pct = batería restante, %
outcome-first_aim_kpa = primer vacío buscado, kPa
outcome-held_h = horas con el vacío mantenido
outcome-in_socket_fluid_end_pct = líquido en el encaje al final del día, %
outcome-in_socket_fluid_rate_pct_per_h = variación del líquido en el encaje, %/h
outcome-mean_pressure_kpa = presión media sobre la piel, kPa
outcome-peak_pressure_kpa = presión máxima de cualquier región al caminar, kPa
outcome-pistoning_end_mm = pistoneo en el último minuto, mm
outcome-pistoning_mean_mm = pistoneo, media al caminar, mm
outcome-post_doff_volume_end_pct = volumen del muñón tras la retirada al final del día, %
outcome-post_doff_volume_lowest_pct = el más bajo del día, %
outcome-refill_after_doffing_pct = aumento en los 35 min tras la retirada, %
outcome-pump_time_s = funcionamiento de la bomba, s
outcome-seconds_to_15_inhg = segundos hasta 15 inHg
outcome-seconds_to_17_inhg = segundos hasta 17 inHg
outcome-share_losing_vacuum = personas que pierden el vacío mantenido, %
outcome-share_swelling_in_vacuum = personas cuyo muñón se hincha más de +2 % durante una hora en vacío, %
outcome-socks_added = medias añadidas
outcome-standing_held_h = horas de pie con el vacío mantenido
outcome-strides = pasos con la prótesis
outcome-strides_to_15_inhg = pasos con la prótesis hasta 15 inHg
outcome-strides_to_17_inhg = pasos con la prótesis hasta 17 inHg
outcome-suction_dose = dosis de succión en la piel (1 = límite de ampollas)
outcome-time_at_working_vacuum = tiempo con al menos 15 inHg
outcome-vacuum_mean_kpa = vacío, media del día, kPa

## outcome_detail

outcome_detail-in_socket_fluid_end_pct = , cambio desde la colocación
outcome_detail-peak_pressure_kpa = , la mediana del día
outcome_detail-post_doff_volume_end_pct = , cambio desde la colocación
outcome_detail-post_doff_volume_lowest_pct = , cambio desde la colocación
outcome_detail-refill_after_doffing_pct = , el mayor del día
outcome_detail-seconds_to_15_inhg = { " " }(50,8 kPa)
outcome_detail-seconds_to_17_inhg = { " " }(57,6 kPa)
outcome_detail-share_losing_vacuum = { " " }(de una persona 1 o 0)
outcome_detail-share_swelling_in_vacuum = { " " }(de una persona 1 o 0)
outcome_detail-strides_to_15_inhg = { " " }(50,8 kPa)
outcome_detail-strides_to_17_inhg = { " " }(57,6 kPa)
outcome_detail-suction_dose = ; 1 es el límite de ampollas

## outcome_name

outcome_name-battery_end_pct = carga restante de las celdas al final del día
outcome_name-first_aim_kpa = vacío que buscaba el controlador de la bomba cuando descansó por primera vez
outcome_name-held_h = horas con el vacío mantenido
outcome_name-in_socket_fluid_end_pct = líquido extracelular en el encaje al final del día
outcome_name-in_socket_fluid_rate_pct_per_h = variación del líquido extracelular en el encaje desde media hora después de la colocación hasta el final del día
outcome_name-mean_pressure_kpa = presión media sobre la piel durante el día
outcome_name-peak_pressure_kpa = mayor presión regional de un paso al caminar
outcome_name-pistoning_end_mm = pistoneo en el último minuto de marcha
outcome_name-pistoning_mean_mm = pistoneo medio al caminar
outcome_name-post_doff_volume_end_pct = volumen del muñón tras la retirada al final del día
outcome_name-post_doff_volume_lowest_pct = volumen del muñón más bajo del día tras la retirada
outcome_name-refill_after_doffing_pct = aumento del volumen del muñón en los 35 min tras la retirada
outcome_name-pump_time_s = tiempo que funcionó una bomba eléctrica
outcome_name-seconds_to_15_inhg = tiempo desde la colocación hasta 15 inHg
outcome_name-seconds_to_17_inhg = tiempo desde la colocación hasta 17 inHg
outcome_name-share_losing_vacuum = proporción de personas que pierden al menos una vez el vacío que mantiene su bomba
outcome_name-share_swelling_in_vacuum = proporción de personas cuyo muñón se hincha en vacío más del 2 % durante una hora
outcome_name-socks_added = medias añadidas durante el día
outcome_name-standing_held_h = horas de pie con el vacío mantenido
outcome_name-strides = pasos con la prótesis
outcome_name-strides_to_15_inhg = pasos con la prótesis desde la colocación hasta 15 inHg
outcome_name-strides_to_17_inhg = pasos con la prótesis desde la colocación hasta 17 inHg
outcome_name-suction_dose = dosis de succión en la piel al final del día
outcome_name-time_at_working_vacuum = proporción del tiempo con la prótesis puesta con al menos 15 inHg
outcome_name-vacuum_mean_kpa = vacío medio durante el día

## quantity

quantity-battery = Batería
quantity-fluid = Líquido en el encaje
quantity-peak = Presión máxima
quantity-pistoning = Pistoneo
quantity-socks = Medias añadidas
quantity-vacuum = Vacío en el encaje
quantity-volume = Volumen del muñón tras la retirada

## quantity_hint

quantity_hint-battery = de la bomba electrónica
quantity_hint-fluid = fuera de las células, respecto al volumen del muñón
quantity_hint-peak = la mayor de cualquier región en un paso, si se diera ahora
quantity_hint-pistoning = muñón contra pared, entre apoyo y balanceo
quantity_hint-socks = añadidas cuando el encaje se nota holgado
quantity_hint-vacuum = línea discontinua: 15 inHg, el extremo inferior del rango de trabajo
quantity_hint-volume = si se retirara ahora y se midiera minutos después

## quantity_unit

quantity_unit-battery = % de carga restante
quantity_unit-fluid = % desde la colocación
quantity_unit-peak = kPa
quantity_unit-pistoning = mm
quantity_unit-socks = número hasta ahora
quantity_unit-vacuum = kPa a la izquierda, inHg a la derecha
quantity_unit-volume = % desde la colocación
