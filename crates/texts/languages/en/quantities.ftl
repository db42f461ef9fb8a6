# What a day shows: quantities as they are drawn, and outcomes.
# outcome: in front of a row, with the unit where numbers have none; outcome_name: in a sentence; outcome_detail: what may be added to it.

## outcome

outcome-battery_end_pct = battery left, %
outcome-bone_pistoning_mean_mm = pistoning of the bone, mean while walking, mm
outcome-first_aim_kpa = vacuum first aimed at, kPa
outcome-held_h = hours with the vacuum held
outcome-hours_a_charge_h = hours a charge
outcome-in_socket_fluid_end_pct = fluid in the socket at day's end, %
outcome-in_socket_fluid_rate_pct_per_h = rate of fluid in the socket, %/h
outcome-loading_rate_mean_kn_per_s = loading rate at heel strike, mean while walking, kN/s (stiffnesses assumed)
outcome-mean_pressure_kpa = mean pressure on the skin, kPa
outcome-peak_pressure_kpa = peak pressure of any region while walking, kPa
outcome-pistoning_end_mm = pistoning in the last minute, mm
outcome-pistoning_mean_mm = pistoning, mean while walking, mm
outcome-post_doff_volume_end_pct = limb volume after doffing at day's end, %
outcome-post_doff_volume_lowest_pct = the lowest of the day, %
outcome-pressed_most = most pressed region over the skin's mean
outcome-pressure_wave_mean_kpa = pressure wave of a step, mean while walking, kPa
outcome-refill_after_doffing_pct = refill within 35 min of doffing, %
outcome-pump_time_s = pump ran, s
outcome-rotation_mean_deg = rotation of the bone in the socket, mean while walking, degrees (stiffnesses assumed)
outcome-seconds_to_15_inhg = seconds to 15 inHg
outcome-seconds_to_17_inhg = seconds to 17 inHg
outcome-share_losing_vacuum = persons who lose held vacuum, %
outcome-share_swelling_in_vacuum = persons whose limb swells beyond +2 % for an hour in vacuum, %
outcome-skin_temperature_highest_c = highest skin temperature, °C
outcome-socks_added = socks added
outcome-standing_held_h = hours of standing with the vacuum held
outcome-strides = steps on the prosthesis
outcome-strides_to_15_inhg = steps on the prosthesis to 15 inHg
outcome-strides_to_17_inhg = steps on the prosthesis to 17 inHg
outcome-suction_dose = skin suction dose (1 = blister line)
outcome-sweat_end_g = sweat in the liner at day's end, g
outcome-sweat_total_g = sweat over the day, g
outcome-swing_distal_mean_kpa = pressure at the distal end in swing, kPa
outcome-swing_proximal_mean_kpa = pressure above the distal end in swing, kPa
outcome-time_at_working_vacuum = time with at least 15 inHg
outcome-tissue_elongation_mean_pct = elongation of the soft tissue, mean while walking, %
outcome-vacuum_mean_kpa = vacuum, mean over the day, kPa
outcome-wet_h = hours with wet skin in the prosthesis

## outcome_detail

outcome_detail-bone_pistoning_mean_mm = , against the socket’s wall
outcome_detail-hours_a_charge_h = , were every day like this one
outcome_detail-in_socket_fluid_end_pct = , change since donning
outcome_detail-loading_rate_mean_kn_per_s = ; stiffnesses assumed
outcome_detail-peak_pressure_kpa = , the median of the day
outcome_detail-post_doff_volume_end_pct = , change since donning
outcome_detail-post_doff_volume_lowest_pct = , change since donning
outcome_detail-pressed_most = ; a direction, no limit of what tissue bears
outcome_detail-rotation_mean_deg = , the mean of every step’s largest; stiffnesses assumed
outcome_detail-refill_after_doffing_pct = , the largest of the day
outcome_detail-seconds_to_15_inhg = { " " }(50.8 kPa)
outcome_detail-seconds_to_17_inhg = { " " }(57.6 kPa)
outcome_detail-share_losing_vacuum = { " " }(of one person 1 or 0)
outcome_detail-share_swelling_in_vacuum = { " " }(of one person 1 or 0)
outcome_detail-strides_to_15_inhg = { " " }(50.8 kPa)
outcome_detail-strides_to_17_inhg = { " " }(57.6 kPa)
outcome_detail-suction_dose = ; 1 is the blister line
outcome_detail-swing_distal_mean_kpa = , mean while walking; negative draws
outcome_detail-swing_proximal_mean_kpa = , mean while walking; negative draws
outcome_detail-tissue_elongation_mean_pct = , bone less limb over the depth of tissue

## outcome_name

outcome_name-battery_end_pct = charge left in the cells at the day's end
outcome_name-bone_pistoning_mean_mm = mean pistoning of the bone while walking
outcome_name-first_aim_kpa = vacuum that a pump's controller aimed at when it first rested
outcome_name-held_h = hours with the vacuum held
outcome_name-hours_a_charge_h = hours with the prosthesis on until full cells are empty
outcome_name-in_socket_fluid_end_pct = extracellular fluid in the socket at the day's end
outcome_name-in_socket_fluid_rate_pct_per_h = rate of extracellular fluid in the socket from half an hour after donning to the day's end
outcome_name-loading_rate_mean_kn_per_s = steepest rise of the load at heel strike while walking
outcome_name-mean_pressure_kpa = mean pressure on the skin over the day
outcome_name-peak_pressure_kpa = largest regional pressure of a step while walking
outcome_name-pistoning_end_mm = pistoning in the last minute of walking
outcome_name-pistoning_mean_mm = mean pistoning while walking
outcome_name-post_doff_volume_end_pct = limb volume after doffing at the day's end
outcome_name-post_doff_volume_lowest_pct = lowest limb volume after doffing of the day
outcome_name-pressed_most = pressure beyond the closing of capillaries, summed over the day: the region with most over the skin's mean
outcome_name-pressure_wave_mean_kpa = mean pressure wave of a step while walking
outcome_name-refill_after_doffing_pct = rise of limb volume within 35 min of doffing
outcome_name-pump_time_s = time that an electric pump ran
outcome_name-rotation_mean_deg = rotation of the bone in the socket while walking
outcome_name-seconds_to_15_inhg = time from donning to 15 inHg
outcome_name-seconds_to_17_inhg = time from donning to 17 inHg
outcome_name-share_losing_vacuum = share of persons who lose the vacuum that their pump holds at least once
outcome_name-share_swelling_in_vacuum = share of persons whose limb swells in vacuum by more than 2 % for an hour
outcome_name-skin_temperature_highest_c = highest skin temperature of the day
outcome_name-socks_added = socks added over the day
outcome_name-standing_held_h = hours of standing with the vacuum held
outcome_name-strides = steps on the prosthesis
outcome_name-strides_to_15_inhg = steps on the prosthesis from donning to 15 inHg
outcome_name-strides_to_17_inhg = steps on the prosthesis from donning to 17 inHg
outcome_name-suction_dose = skin suction dose at the day's end
outcome_name-sweat_end_g = sweat between skin and liner at the day's end
outcome_name-sweat_total_g = sweat of the limb over the day
outcome_name-swing_distal_mean_kpa = pressure on the skin at the distal end in swing
outcome_name-swing_proximal_mean_kpa = pressure on the skin above the distal end in swing
outcome_name-time_at_working_vacuum = share of the donned day with at least 15 inHg
outcome_name-tissue_elongation_mean_pct = mean elongation of the soft tissue while walking
outcome_name-vacuum_mean_kpa = mean vacuum over the day
outcome_name-wet_h = hours with wet skin in the prosthesis

## quantity

quantity-battery = Battery
quantity-bone = Pistoning of the bone
quantity-fluid = Fluid in the socket
quantity-impact = Impact at heel strike
quantity-peak = Peak pressure
quantity-pistoning = Pistoning
quantity-rotation = Rotation in the socket
quantity-skin = Skin temperature
quantity-socks = Socks added
quantity-sweat = Sweat in the liner
quantity-swing = Distal end in swing
quantity-vacuum = Vacuum in the socket
quantity-volume = Limb volume after doffing
quantity-wave = Pressure wave of a step

## quantity_hint

quantity_hint-battery = of the electronic pump
quantity_hint-bone = bone against wall, between stance and swing; answered by vacuum, a close fit, socks
quantity_hint-fluid = outside cells, of limb volume
quantity_hint-impact = steepest rise of the load; answered by a functional ring, a soft heel, slower walking (compares suspensions: all stiffnesses are assumed)
quantity_hint-peak = largest of any region over a step, if one were taken now
quantity_hint-pistoning = limb against wall, between stance and swing
quantity_hint-rotation = largest of a step; answered by a close fit, vacuum, a functional ring that turns (compares suspensions: all stiffnesses are assumed)
quantity_hint-skin = in liner and socket; any suspension alike
quantity_hint-socks = added when the socket feels loose
quantity_hint-sweat = between skin and liner; it stays until the prosthesis is off
quantity_hint-swing = pressure on the skin when the pull is largest; negative draws
quantity_hint-vacuum = dashed: 15 inHg, the bottom of the working range
quantity_hint-volume = if doffed now and measured minutes later
quantity_hint-wave = air pressure in the socket between stance and swing: small where the socket fits

## quantity_unit

quantity_unit-battery = % of charge left
quantity_unit-bone = mm
quantity_unit-fluid = % since donning
quantity_unit-impact = kN/s
quantity_unit-peak = kPa
quantity_unit-pistoning = mm
quantity_unit-rotation = degrees
quantity_unit-skin = °C
quantity_unit-socks = number so far
quantity_unit-sweat = g
quantity_unit-swing = kPa
quantity_unit-vacuum = kPa left, inHg right
quantity_unit-volume = % since donning
quantity_unit-wave = kPa
