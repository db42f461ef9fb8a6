# Was ein Tag zeigt: Größen, wie sie gezeichnet werden, und Ergebnisse.

## outcome

outcome-battery_end_pct = Akku am Tagesende, %
outcome-bone_pistoning_mean_mm = Hubbewegung des Knochens, Mittel beim Gehen, mm
outcome-first_aim_kpa = zuerst angestrebtes Vakuum, kPa
outcome-held_h = Stunden mit gehaltenem Vakuum
outcome-hours_a_charge_h = Stunden je Ladung
outcome-in_socket_fluid_end_pct = Flüssigkeit im Schaft am Tagesende, %
outcome-in_socket_fluid_rate_pct_per_h = Änderung der Flüssigkeit im Schaft, %/h
outcome-loading_rate_mean_kn_per_s = Belastungsrate beim Fersenauftritt, Mittel beim Gehen, kN/s (Steifigkeiten angenommen)
outcome-mean_pressure_kpa = mittlerer Druck auf die Haut, kPa
outcome-peak_pressure_kpa = höchster Druck einer Region beim Gehen, kPa
outcome-pistoning_end_mm = Hubbewegung in der letzten Minute, mm
outcome-pistoning_mean_mm = Hubbewegung, Mittel beim Gehen, mm
outcome-post_doff_volume_end_pct = Stumpfvolumen nach dem Ausziehen am Tagesende, %
outcome-post_doff_volume_lowest_pct = der niedrigste Wert des Tages, %
outcome-pressed_most = am meisten gedrückte Region, Vielfaches des Mittels
outcome-pressure_wave_mean_kpa = Druckwelle eines Schritts, Mittel beim Gehen, kPa
outcome-refill_after_doffing_pct = Anstieg in 35 min nach dem Ausziehen, %
outcome-pump_time_s = Laufzeit der Pumpe, s
outcome-rotation_mean_deg = Drehung des Knochens im Schaft, Mittel beim Gehen, Grad (Steifigkeiten angenommen)
outcome-seconds_to_15_inhg = Sekunden bis 15 inHg
outcome-seconds_to_17_inhg = Sekunden bis 17 inHg
outcome-share_losing_vacuum = Personen, die gehaltenes Vakuum verlieren, %
outcome-share_swelling_in_vacuum = Personen, deren Stumpf im Vakuum eine Stunde lang über +2 % anschwillt, %
outcome-skin_temperature_highest_c = höchste Hauttemperatur, °C
outcome-socks_added = zusätzliche Strümpfe
outcome-standing_held_h = Stunden im Stehen mit gehaltenem Vakuum
outcome-strides = Schritte auf der Prothese
outcome-strides_to_15_inhg = Schritte auf der Prothese bis 15 inHg
outcome-strides_to_17_inhg = Schritte auf der Prothese bis 17 inHg
outcome-suction_dose = Sogdosis der Haut (1 = Blasengrenze)
outcome-sweat_end_g = Schweiß im Liner am Tagesende, g
outcome-sweat_total_g = Schweiß über den Tag, g
outcome-swing_distal_mean_kpa = Druck am distalen Ende im Schwung, kPa
outcome-swing_proximal_mean_kpa = Druck oberhalb des distalen Endes im Schwung, kPa
outcome-time_at_working_vacuum = Zeit mit mindestens 15 inHg
outcome-tissue_elongation_mean_pct = Dehnung der Weichteile, Mittel beim Gehen, %
outcome-vacuum_mean_kpa = Vakuum, Mittel über den Tag, kPa
outcome-wet_h = Stunden mit nasser Haut in der Prothese

## outcome_detail

outcome_detail-bone_pistoning_mean_mm = , gegen die Schaftwand
outcome_detail-hours_a_charge_h = , wäre jeder Tag wie dieser
outcome_detail-in_socket_fluid_end_pct = , Änderung seit dem Anziehen
outcome_detail-loading_rate_mean_kn_per_s = ; Steifigkeiten angenommen
outcome_detail-peak_pressure_kpa = , Median des Tages
outcome_detail-post_doff_volume_end_pct = , Änderung seit dem Anziehen
outcome_detail-post_doff_volume_lowest_pct = , Änderung seit dem Anziehen
outcome_detail-pressed_most = ; eine Richtung, keine Grenze dessen, was Gewebe verträgt
outcome_detail-rotation_mean_deg = , Mittel der größten jedes Schritts; Steifigkeiten angenommen
outcome_detail-refill_after_doffing_pct = , der größte des Tages
outcome_detail-seconds_to_15_inhg = { " " }(50,8 kPa)
outcome_detail-seconds_to_17_inhg = { " " }(57,6 kPa)
outcome_detail-share_losing_vacuum = { " " }(bei einer Person 1 oder 0)
outcome_detail-share_swelling_in_vacuum = { " " }(bei einer Person 1 oder 0)
outcome_detail-strides_to_15_inhg = { " " }(50,8 kPa)
outcome_detail-strides_to_17_inhg = { " " }(57,6 kPa)
outcome_detail-suction_dose = ; 1 ist die Blasengrenze
outcome_detail-swing_distal_mean_kpa = , Mittel beim Gehen; negativ zieht
outcome_detail-swing_proximal_mean_kpa = , Mittel beim Gehen; negativ zieht
outcome_detail-tissue_elongation_mean_pct = , Knochen minus Stumpf über die Tiefe der Weichteile

## outcome_name

outcome_name-battery_end_pct = Ladung der Zellen am Tagesende
outcome_name-bone_pistoning_mean_mm = mittlere Hubbewegung des Knochens beim Gehen
outcome_name-first_aim_kpa = Vakuum, das der Regler der Pumpe anstrebte, als er zum ersten Mal ruhte
outcome_name-held_h = Stunden mit gehaltenem Vakuum
outcome_name-hours_a_charge_h = Stunden mit der Prothese, bis volle Zellen leer sind
outcome_name-in_socket_fluid_end_pct = extrazelluläre Flüssigkeit im Schaft am Tagesende
outcome_name-in_socket_fluid_rate_pct_per_h = Änderung der extrazellulären Flüssigkeit im Schaft, von einer halben Stunde nach dem Anziehen bis zum Tagesende
outcome_name-loading_rate_mean_kn_per_s = steilster Anstieg der Last beim Fersenauftritt
outcome_name-mean_pressure_kpa = mittlerer Druck auf die Haut über den Tag
outcome_name-peak_pressure_kpa = höchster Druck einer Region bei einem Schritt beim Gehen
outcome_name-pistoning_end_mm = Hubbewegung in der letzten Minute des Gehens
outcome_name-pistoning_mean_mm = mittlere Hubbewegung beim Gehen
outcome_name-post_doff_volume_end_pct = Stumpfvolumen nach dem Ausziehen am Tagesende
outcome_name-post_doff_volume_lowest_pct = niedrigstes Stumpfvolumen nach dem Ausziehen am Tag
outcome_name-pressed_most = Druck über dem Verschluss der Kapillaren, über den Tag summiert: die Region mit dem meisten, als Vielfaches des Mittels der Haut
outcome_name-pressure_wave_mean_kpa = mittlere Druckwelle eines Schritts beim Gehen
outcome_name-refill_after_doffing_pct = Anstieg des Stumpfvolumens in 35 min nach dem Ausziehen
outcome_name-pump_time_s = Laufzeit einer elektrischen Pumpe
outcome_name-rotation_mean_deg = Drehung des Knochens im Schaft beim Gehen
outcome_name-seconds_to_15_inhg = Zeit vom Anziehen bis 15 inHg
outcome_name-seconds_to_17_inhg = Zeit vom Anziehen bis 17 inHg
outcome_name-share_losing_vacuum = Anteil der Personen, die das Vakuum, das ihre Pumpe hält, mindestens einmal verlieren
outcome_name-share_swelling_in_vacuum = Anteil der Personen, deren Stumpf im Vakuum eine Stunde lang um mehr als 2 % anschwillt
outcome_name-skin_temperature_highest_c = höchste Hauttemperatur des Tages
outcome_name-socks_added = im Lauf des Tages zusätzlich angezogene Strümpfe
outcome_name-standing_held_h = Stunden im Stehen mit gehaltenem Vakuum
outcome_name-strides = Schritte auf der Prothese
outcome_name-strides_to_15_inhg = Schritte auf der Prothese vom Anziehen bis 15 inHg
outcome_name-strides_to_17_inhg = Schritte auf der Prothese vom Anziehen bis 17 inHg
outcome_name-suction_dose = Sogdosis der Haut am Tagesende
outcome_name-sweat_end_g = Schweiß zwischen Haut und Liner am Tagesende
outcome_name-sweat_total_g = Schweiß des Stumpfes über den Tag
outcome_name-swing_distal_mean_kpa = Druck auf die Haut am distalen Ende im Schwung
outcome_name-swing_proximal_mean_kpa = Druck auf die Haut oberhalb des distalen Endes im Schwung
outcome_name-time_at_working_vacuum = Anteil der getragenen Zeit mit mindestens 15 inHg
outcome_name-tissue_elongation_mean_pct = mittlere Dehnung der Weichteile beim Gehen
outcome_name-vacuum_mean_kpa = mittleres Vakuum über den Tag
outcome_name-wet_h = Stunden mit nasser Haut in der Prothese

## quantity

quantity-battery = Akku
quantity-bone = Hubbewegung des Knochens
quantity-fluid = Flüssigkeit im Schaft
quantity-impact = Stoß beim Fersenauftritt
quantity-peak = Höchster Druck
quantity-pistoning = Hubbewegung
quantity-rotation = Drehung im Schaft
quantity-skin = Hauttemperatur
quantity-socks = Zusätzliche Strümpfe
quantity-sweat = Schweiß im Liner
quantity-swing = Distales Ende im Schwung
quantity-vacuum = Vakuum im Schaft
quantity-volume = Stumpfvolumen nach dem Ausziehen
quantity-wave = Druckwelle eines Schritts

## quantity_hint

quantity_hint-battery = der elektrischen Pumpe
quantity_hint-bone = Knochen gegen Schaftwand, zwischen Stand und Schwung; dagegen hilft: Vakuum, enger Sitz, Socken
quantity_hint-fluid = außerhalb der Zellen, vom Stumpfvolumen
quantity_hint-impact = steilster Anstieg der Last; dagegen hilft: ein Funktionsring, eine weiche Ferse, langsameres Gehen (vergleicht Haftungen: alle Steifigkeiten sind angenommen)
quantity_hint-peak = der höchste einer Region während eines Schritts, wenn jetzt einer getan würde
quantity_hint-pistoning = Stumpf gegen Schaftwand, zwischen Stand und Schwung
quantity_hint-rotation = größte eines Schritts; dagegen hilft: enger Sitz, Vakuum, ein Funktionsring, der dreht (vergleicht Haftungen: alle Steifigkeiten sind angenommen)
quantity_hint-skin = in Liner und Schaft; bei jeder Haftung gleich
quantity_hint-socks = angezogen, wenn sich der Schaft locker anfühlt
quantity_hint-sweat = zwischen Haut und Liner; er bleibt, bis die Prothese abgelegt ist
quantity_hint-swing = Druck auf die Haut beim größten Zug; negativ zieht
quantity_hint-vacuum = gestrichelt: 15 inHg, das untere Ende des Arbeitsbereichs
quantity_hint-volume = würde jetzt ausgezogen und Minuten später gemessen
quantity_hint-wave = Luftdruck im Schaft zwischen Stand und Schwung: klein, wo der Schaft passt

## quantity_unit

quantity_unit-battery = % Ladung
quantity_unit-bone = mm
quantity_unit-fluid = % seit dem Anziehen
quantity_unit-impact = kN/s
quantity_unit-peak = kPa
quantity_unit-pistoning = mm
quantity_unit-rotation = Grad
quantity_unit-skin = °C
quantity_unit-socks = Anzahl bisher
quantity_unit-sweat = g
quantity_unit-swing = kPa
quantity_unit-vacuum = kPa links, inHg rechts
quantity_unit-volume = % seit dem Anziehen
quantity_unit-wave = kPa
