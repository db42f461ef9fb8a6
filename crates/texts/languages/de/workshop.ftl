# Was die Werkstatt zum Schaft bekommt: Auftrag, Druckblatt, Modell, Testschaft, Maßliner.

file-carving_model = das Modell zum Fräsen, Laminieren oder Tiefziehen: mit Kragen, Nut, Bohrung und Ansatz
file-custom_liner_csv = die Bestellung des Maßliners als Tabelle
file-custom_liner_stl = der Maßliner als Körper aus seinem Material
job-by_hand = Auftrag, Seite und Datum konnten nicht erhaben auf das Teil gesetzt werden: { $why }. Das Teil von Hand kennzeichnen.
job-dated = Auftrag { $number }, { $side }, { $date }
job-left = links
job-none = { $side }; es wurde keine Auftragsnummer angegeben
job-right = rechts
job-undated = Auftrag { $number }, { $side }; sein Datum wurde nicht genannt
socket_note-check_socket_without_model = Ein Testschaft wird über ein Modell gezogen: Die Technik hat keinen Schritt do = "build_up". Es wird keine Platte vorgeschlagen.
socket_note-compressed_already = Die Form wurde durch { $how } genommen: Das Gewebe war schon verdichtet. Die Technik engt sie noch einmal ein ({ $again }). Bestätigen oder herausnehmen: doppelt ist zu eng.
socket_note-custom_liner_no_room = Der Scan ist für einen Maßliner zu kurz, oder die Technik gibt ihm keine Dicke.
socket_note-custom_liner_over_liner = Der Scan ging über einen Liner: Die Haut zeigt er nicht. Ein Maßliner wird daraus nicht gezeichnet.
socket_note-workshop_of_a_tape = Modell und Liner stammen nur vom Maßband: runde Schnitte, dazwischen keine Form. Danach nichts fräsen oder bestellen.
taken_by-pressure_cast = einen Gipsabdruck unter Druck
taken_by-scan = einen Scan des Stumpfes
taken_by-vacuum_cast = einen Gipsabdruck unter Vakuum
taken_by-wrap = einen Wickelgips
workshop-step-build_up = Modell zum Fräsen oder Tiefziehen
workshop-step-build_up_at = Planfläche { $mm } mm über der Schaftkante
workshop-step-build_up_said = Ansatz { $extension } mm lang, { $diameter } mm breit; Nut { $groove } mm tief; Bohrung { $mandrel } mm, { $depth } mm tief
workshop-step-check_socket = Tiefgezogener Testschaft
workshop-step-check_socket_said = Platte { $sheet } mm; keine Wand unter { $least } mm gewünscht
workshop-step-custom_liner = Maßliner zum Bestellen
workshop-step-custom_liner_said = innen { $percent } % enger als die Haut ({ $from })
workshop-sheet-petg = PETG, klar und steif
workshop-sheet-polypropylene = Polypropylen
workshop-sheet-flexible = weiche klare Platte
