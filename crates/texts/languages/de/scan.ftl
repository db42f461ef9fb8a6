# Der Scan eines Stumpfs: wie er liegt, was weggelassen wurde, was mit ihm gemacht wurde.

clean-bend_cropped = der Scan biegt sich um { $angle } bei { $at }: Was darüber liegt ({ $above }), wurde weggelassen. Mit gestrecktem Knie gescannt bleibt es
clean-bones = { $count ->
    [one] Ein Teil im Inneren der Haut wurde als Knochen genommen
   *[other] { $count } Teile im Inneren der Haut wurden als Knochen genommen
}
clean-closed_flat = Das distale Ende unter der ersten Schicht der Datei wurde eben geschlossen: Das Format enthält keines
clean-crumbs = { $count ->
    [one] Ein loses Teil wurde weggelassen
   *[other] { $count } lose Teile wurden weggelassen
}
clean-domed = Das distale Ende hatte ein Loch von { $area }: Es wurde mit einer { $height } hohen Kuppel ({ $volume }) geschlossen, die die Krümmung der Oberfläche fortsetzt. Dieser Teil ist unsere Erfindung, nicht die Form der Person; Länge und Volumen enthalten ihn
clean-edges_contradictory = { $count ->
    [one] Eine Kante lässt sich nicht stimmig machen: Dort hat die Oberfläche nur eine Seite
   *[other] { $count } Kanten lassen sich nicht stimmig machen: Dort hat die Oberfläche nur eine Seite
}
clean-edges_crowded = { $count ->
    [one] Eine Kante hat drei oder mehr Flächen und blieb so
   *[other] { $count } Kanten haben drei oder mehr Flächen und blieben so
}
clean-faces_turned = { $count ->
    [one] Eine Fläche wurde umgedreht: Der Umlaufsinn in der Datei war uneinheitlich
   *[other] { $count } Flächen wurden umgedreht: Der Umlaufsinn in der Datei war uneinheitlich
}
clean-hanging = { $count ->
    [one] Eine Fläche, die nur an einer Ecke oder Kante der Oberfläche hing, wurde weggelassen
   *[other] { $count } Flächen, die nur an einer Ecke oder Kante der Oberfläche hingen, wurden weggelassen
}
clean-holes_filled = { $count ->
    [one] Ein Loch wurde gefüllt
   *[other] { $count } Löcher wurden gefüllt
}
clean-holes_left = { $count ->
    [one] Ein Loch ist zu groß zum Füllen; es wird überbrückt, wo der Schaft es braucht
   *[other] { $count } Löcher sind zu groß zum Füllen; sie werden überbrückt, wo der Schaft es braucht
}
clean-kept = { $count ->
    [one] Eine Fläche jenseits der angegebenen Box oder Ebene wurde weggelassen
   *[other] { $count } Flächen jenseits der angegebenen Box oder Ebene wurden weggelassen
}
clean-left_copy = Teil { $part }, eine Kopie der Haut bei { $at }, wurde weggelassen: { $area }, { $apart } von ihr entfernt (eine doppelte Schale des Scanners)
clean-left_flat = Teil { $part }, etwas Ebenes bei { $at }, wurde weggelassen: { $area } (ein Tisch, ein Boden, ein Stuhl)
clean-left_limb = Teil { $part } von der Form eines Stumpfs bei { $at } wurde weggelassen: { $area }
clean-left_other = Teil { $part } bei { $at } wurde weggelassen: { $area }, der Form nach weder Knochen noch Stumpf
clean-left_open = Teil { $part } im Inneren des Stumpfs bei { $at } wurde weggelassen: { $area }, kein Knochen, denn er ist offen
clean-left_stout = Teil { $part } im Inneren des Stumpfs bei { $at } wurde weggelassen: { $area }, kein Knochen, denn er ist nicht schlank
clean-left_at_skin = Teil { $part } im Inneren des Stumpfs bei { $at } wurde weggelassen: { $area }, kein Knochen, denn er liegt weniger als 1 mm unter der Haut
clean-left_thick = Teil { $part } im Inneren des Stumpfs bei { $at } wurde weggelassen: { $area }, kein Knochen, denn er füllt mehr vom Stumpf aus als Knochen
clean-noise = Rauschen der Oberfläche: { $noise } (Standardabweichung entlang der Normalen)
clean-seams = { $count ->
    [one] Ein Kantenpaar liegt bis zu { $gap } auseinander nebeneinander und wurde wie ein Loch gefüllt: Verschweißen nach der mittleren Kante verbindet es (innerhalb von { $within })
   *[other] { $count } Kantenpaare liegen bis zu { $gap } auseinander nebeneinander und wurden wie Löcher gefüllt: Verschweißen nach der mittleren Kante verbindet sie (innerhalb von { $within })
}
clean-smoothed = Die Oberfläche wurde geglättet: Sie bewegte sich um { $moved } (quadratisches Mittel), ihr Volumen von { $before } auf { $after }
clean-straight = Geradheit: Die Mitten der Schnitte liegen { $rms } (quadratisches Mittel) von einer Geraden, die Hälften drehen sich um { $angle }
clean-volume = Der ganze Scan mit geschlossenen Öffnungen hat ein Volumen von { $volume }; Knochen, gefüllte Löcher und alles über der Bezugshöhe sind darin enthalten
clean-welded = { $count ->
    [one] Ein Punkt wurde mit einem anderen verschweißt; er bewegte sich um { $moved }
   *[other] { $count } Punkte wurden mit einem anderen verschweißt; der am weitesten bewegte um { $moved }
}
end-as_in_the_file = keines der Enden ist offen oder eben: oben, wie die Datei es hat
end-flat = zum ebenen Ende hin
end-opening = zur Öffnung des Scans hin
front-crest = wo die Querschnitte am schärfsten gekrümmt sind (Tibiakante)
front-drawn = ein Stumpf aus Maßbandwerten ist rund: Vorn ist, wo es gezeichnet wird
front-given = als vorn angegeben
front-nearest_bone = wo Knochen der Haut am nächsten liegt (Tibiakante)
front-of_a_thigh = die Achse der Datei: Ein Oberschenkel ist rund und zeigt keine Vorderseite; die Vorderseite angeben oder den Trochanter major setzen
front-of_the_file = die x-Achse der Datei: Die Form zeigt keine Tibiakante; sicher ist es erst, wenn angegeben ist, wo vorn ist
front-of_the_file_near_the_crest = die x-Achse der Datei, { $apart } neben der schärfsten Krümmung (Tibiakante)
front-sharpest = wo die Querschnitte am schärfsten gekrümmt sind
front-to_the_patella = zur Patella im Scan hin
front-to_the_tendon = zur gesetzten Mitte der Patellasehne hin
front-to_the_trochanter = vom gesetzten Trochanter major aus, der lateral liegt
height-guessed = 15 % unter dem oberen Ende des Scans: Nichts gibt darüber Auskunft; die Stumpflänge angeben oder die Landmarke setzen
height-measured = { $length } über dem distalen Ende, wie gemessen
height-measured_over_liner = { $length } über dem distalen Ende unter { $liner } Liner, wie gemessen
height-of_the_file = z = 0 der Datei
height-of_the_tendon = die gesetzte Mitte der Patellasehne
height-of_the_tuberosity = das gesetzte Tuber ischiadicum
landmark_found-by_anatomy = wo sie nach der Anatomie im Mittel liegt; in der Form nicht zu sehen
landmark_found-lowest_point = der tiefste Punkt der Haut
landmark_found-placed = wo jemand sie gesetzt hat
landmark_found-top_of_the_fibula = das obere Ende der Fibula im Scan
long_axis-given = als proximal angegeben
long_axis-of_the_centres = die Linie durch die Mittelpunkte der Querschnitte, { $end }
long_axis-of_the_file = die z-Achse der Datei, { $tilt } neben der Linie durch die Mittelpunkte der Querschnitte, { $end }
long_axis-of_the_tape = die Achse, entlang der die Höhen des Maßbands gezählt werden
scan_file-line = { $file }, { $format }, { $unit } ({ $reason }), { $faces } Flächen
scan_note-ampscan = Von ampscan geschrieben: Dessen Dateien von vor November 2022 sind Spiegelbilder, spätere sind um eine Speiche gedreht. Vor der Verwendung mit dem Stumpf vergleichen
scan_note-behind_the_radii = Zeile { $line }, { $shown }, und was auf die { $count } Radien folgt, wurde weggelassen
scan_note-bytes_behind = { $count ->
    [one] Ein Byte hinter der letzten von { $faces } Flächen wurde weggelassen
   *[other] { $count } Bytes hinter der letzten von { $faces } Flächen wurden weggelassen
}
scan_note-count_of_points_and_lines = { $count ->
    [one] Ein Punkt oder eine Linie wurde weggelassen
   *[other] { $count } Punkte und Linien wurden weggelassen
}
scan_note-extensions = Die Datei benutzt Erweiterungen ({ $names }); nur Netze aus Dreiecken werden gelesen
scan_note-faces_counted = Der Kopf der Datei zählt { $claimed } Flächen, die Bytes enthalten { $faces }: Diese wurden gelesen
scan_note-landmarks = Landmarken bleiben, wie sie sind: Was ihre drei Zahlen bedeuten, ist nicht bekannt
scan_note-list_of_another_name = Die Ecken der Flächen wurden der Liste { $name } entnommen
scan_note-materials = Materialien und Texturen wurden weggelassen
scan_note-no_positions = Ein Teil ohne Koordinaten wurde weggelassen
scan_note-no_side = Die Datei sagt nicht, ob es ein linker oder ein rechter Stumpf ist
scan_note-not_numbers = { $count ->
    [one] Ein Punkt, dessen Koordinaten keine Zahlen sind, wurde weggelassen, mit ihm { $faces ->
        [one] eine Fläche
       *[other] { $faces } Flächen
    }
   *[other] { $count } Punkte, deren Koordinaten keine Zahlen sind, wurden weggelassen, mit ihnen { $faces ->
        [one] eine Fläche
       *[other] { $faces } Flächen
    }
}
scan_note-nothing_to_build = Nichts darin ist zum Bauen vorgesehen: Jedes Netz wurde genommen
scan_note-open_end = Das Format hat unter seiner ersten Schicht keine Oberfläche: Das distale Ende ist offen
scan_note-other_format = Der Name endet auf .{ $extension }, der Inhalt ist { $format }: als { $format } gelesen
scan_note-points_and_lines = Punkte und Linien wurden weggelassen
scan_note-polygons = { $count ->
    [one] Ein Vieleck mit fünf oder mehr Ecken wurde zu Dreiecken um seine erste
   *[other] { $count } Vielecke mit fünf und mehr Ecken wurden zu Dreiecken um ihre erste
}
scan_note-second_values = { $count ->
    [one] Einer von { $radii } Radien hat einen zweiten Wert: Dieser wurde weggelassen
   *[other] { $count } von { $radii } Radien haben einen zweiten Wert: Diese wurden weggelassen
}
scan_note-some_colours = { $count ->
    [one] Einer von { $vertices } Punkten hat eine Farbe: Sie wurde weggelassen
   *[other] { $count } von { $vertices } Punkten haben eine Farbe: Farben wurden weggelassen
}
scan_note-strips = Dreiecksstreifen wurden weggelassen: mit Flächen exportieren
scan_note-support = { $count ->
    [one] Ein Objekt, das die Datei als Stütze (support) oder anderes (other) bezeichnet, wurde weggelassen
   *[other] { $count } Objekte, die die Datei als Stütze (support) oder anderes (other) bezeichnet, wurden weggelassen
}
scan_note-textures = Texturen wurden weggelassen: Nur Farben der Punkte werden gelesen
scan_note-y_upward = In glTF zeigt y nach oben: den Stumpf ausrichten, bevor er gemessen wird
scan_part-limb = geformt wie ein Stumpf
scan_part-flat = eben wie ein Tisch
scan_part-other = der Form nach kein Stumpf
scan_part-line = { $looks }, { $length } mm lang, { $least } bis { $most } mm Umfang, { $volume } mL
scan_part-line_open = { $looks }, { $length } mm lang, { $volume } mL
scan_part-picture = Teile des Scans mit ihren Nummern
scan_part-view = Blick entlang { $along }: { $across } nach rechts, { $up } nach oben, mm
scan_part-taken = als Stumpf genommen
scan_report-heading = Was vorher vom Scan gelesen und an ihm getan wurde:
scan_unit-as_said = wie angegeben
scan_unit-stated = { $format } nennt { $unit }: Der Scan ist { $length } lang
scan_unit-the_only_one = die Datei nennt keine Einheit; ihre längste Achse misst { $extent }, und von { $units } ergibt nur { $unit } einen Stumpf, { $length } lang
shape_note-bridged = Löcher über { $share } % des Scans wurden überbrückt
shape_note-drawn_above_scan = Der Schaftrand steht auf der Seite, die den Ramus umfasst, bis zu { $height } über dem Scan: Seine Form hat dort niemand gesehen, die Technik zeichnet sie; eine Hinterschneidung hinter dem Ramus hält er nicht, er ist am Menschen anzuformen
shape_note-trim_lowered = Der Schaftrand wurde um bis zu { $lowered } gesenkt: Der Scan endet { $top } über der Höhe ({ $level })
shape_note-trim_lowered_below = Der Schaftrand wurde um bis zu { $lowered } gesenkt: Ringsum geschlossen ist der Scan nur bis { $top } unter der Höhe ({ $level })
shape_note-donning_cannot = der Schaft lässt sich nicht anziehen: Der Stumpf im Liner misst { $bulge_below } unter der Bezugshöhe { $bulge } Umfang und muss { $neck_below } unter ihr durch { $neck }; er müsste { $squeeze } seines Radius hergeben, Weichteile geben { $give } nach (unsere Annahme); in zwei Teilen, mit Fenster oder weitbarem Rand bauen oder das Folgende ändern
shape_note-donning_doubtful = ob sich der Schaft anziehen lässt, ist zweifelhaft: Der Stumpf im Liner misst { $bulge_below } unter der Bezugshöhe { $bulge } Umfang und muss { $neck_below } unter ihr durch { $neck }; er gibt { $squeeze } seines Radius her, Weichteile geben { $give } nach (unsere Annahme); mit einem Testschaft probieren
shape_note-donning_effort = der Schaft geht mit Mühe an: Der Stumpf im Liner misst { $bulge_below } unter der Bezugshöhe { $bulge } Umfang und muss { $neck_below } unter ihr durch { $neck }; er gibt { $squeeze } seines Radius her, Weichteile geben { $give } nach (unsere Annahme); eine Anziehhilfe oder ein Gleitmittel, das der Hersteller des Liners erlaubt, hilft
shape_note-donning_less = zum Anziehen müsste die Reduktion an der Engstelle um { $less } Prozentpunkte kleiner sein, wenn sonst nichts geändert wird
shape_note-donning_lower = zum Anziehen müsste der tiefste Punkt des Schaftrands { $lower } tiefer liegen, wenn sonst nichts geändert wird
shape_note-donning_open = zum Anziehen muss sich die Engstelle um { $open } ihres Umfangs öffnen, wenn sonst nichts geändert wird
shape_note-undercuts = Der Scan hat auf { $share } % Hinterschneidungen von bis zu { $depth }; der Schaft geht um sie herum
standing-assumed = angenommen, bitte setzen
standing-placed = gesetzt
standing-seen = im Scan erkannt, bestätigen
