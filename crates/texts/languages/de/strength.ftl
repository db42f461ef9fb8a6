# Will a socket break: the sheet of its strength, and what has to be known of it.

## strength

strength-breaks-between_layers = zwischen Schichten
strength-breaks-layer = in einer Schicht
strength-condition-forefoot = II, Vorfuß
strength-condition-heel = I, Ferse
strength-converged = { $condition }: konvergiert; feinere Netze können den Faktor noch um { $change } % ändern
strength-equilibrium = Kräfte am Anschluss und Last stimmen auf { $share } der Last überein
strength-head-band = niedrige bis hohe Festigkeit
strength-head-change = feinere Netze ändern ihn um höchstens etwa
strength-head-condition = Bedingung
strength-head-force = Kraft
strength-head-safety = Sicherheit
strength-head-test = Prüfung
strength-head-verdict = berechnet
strength-heading = Festigkeit des Schafts von { $name }, { $side }: { $material }, Stufe { $level }
strength-legend = Anteil der Festigkeit unter der größten Prüfkraft, %
strength-material-carbon_laminate = Carbonlaminat
strength-material-pa12 = PA12, gesintert
strength-material-petg = PETG, gedruckt
strength-material-pp = Polypropylen, gedruckt
strength-mesh = { $elements } Elemente, { $nodes } Knoten: Sicherheit unter der Prüfkraft { $heel } an der Ferse, { $forefoot } am Vorfuß
strength-meshes = Netz
strength-near = { $distance } mm von: { $landmark }
strength-not_converged = { $condition }: nicht konvergiert; feinere Netze können den Faktor um { $change } % ändern
strength-notes = Was man dazu wissen muss
strength-of_material = { $material }: Festigkeit { $layer } in einer Schicht, { $across } quer zu den Schichten; Quelle { $source }
strength-part-block = im Block des Anschlusses
strength-part-corner = wo Wand und Anschluss außen aneinanderstoßen
strength-part-wall = in der Wand
strength-picture = Schaft von { $name }, { $side }: { $material }, Stufe { $level }
strength-place = { $condition }: { $part }, { $below } mm unter der Sehnenhöhe, { $around }; { $near }. { $breaks }: von Mises { $mises } MPa, quer zu den Schichten { $across } MPa. Die Innenseite bewegt sich höchstens { $moved } mm.
strength-place-around = { $degrees }° von vorn nach lateral
strength-place-middle = auf der Achse des Anschlusses
strength-test-cyclic = zyklisch, größte Kraft
strength-test-proof = statischer Nachweis
strength-test-ultimate_lower = Bruch, untere Stufe
strength-test-ultimate_upper = Bruch, obere Stufe
strength-under = unter { $step }
strength-verdict-above = über der Festigkeit
strength-verdict-below = unter der Festigkeit
strength-verdict-uncertain = nicht sicher
strength-weakest = Wo er zuerst bräche, mit Spannungen unter der Nachweiskraft

## strength_note

strength_note-block_of_laminate = Der Anschluss ist als Block aus demselben Laminat mit flachen Schichten gerechnet. Ein laminierter Schaft hat dort einen Adapter, der nicht darin ist.
strength_note-hot_spot = An der Ecke von Wand und Anschluss hat die elastische Spannung keine Grenze. Genannt ist die des Wandschnitts dort, linear von Fläche zu Fläche, aus seinen Kräften. Schub durch die Wand gehört nicht dazu: Der wahre Faktor kann dort kleiner sein.
strength_note-left_out = Nicht im Netz: Bohrungen, Vakuumanschluss und sein Sitz, Ausrundungen, Fenster, der runde Rand, Adapter und Schrauben.
strength_note-loads_from_memory = Die Lasten sind aus dem Gedächtnis nach ISO 10328 geschrieben. Vergleichen Sie sie mit Ihrem Exemplar, bevor Sie sich darauf verlassen.
strength_note-material_assumed = Die Werkstoffdaten sind unsere Annahme. Messen Sie Proben aus Ihrem eigenen Verfahren.
strength_note-material_from_sheet = Die Werkstoffdaten gelten für neue, flache Proben, aus dem Gedächtnis nach einem Datenblatt. Ihre Maschine, Temperatur und Schichten entscheiden über die Festigkeit.
strength_note-no_standard = Eine veröffentlichte Norm für die Festigkeit von Schäften ist uns nicht bekannt. ISO 10328 prüft Strukturen; Arbeit an Schäften gehört zu { $committee }, nach Entwürfen ist dort zu fragen.
strength_note-no_test = Das ist eine lineare, statische Rechnung und keine Prüfung. Ermüdung, Stoß, Kriechen, Alterung, Druckfehler und Beulen sind nicht darin.
strength_note-not_converged = An der schwächsten Stelle konvergierten die Netze nicht. Der Faktor ist auf das abgerundet, was sie zulassen; rechnen Sie drei Netze, oder verlassen Sie sich nicht darauf.
strength_note-offsets_of_another = Die Lastlinien von P3 sind uns nicht bekannt. Die von P4 stehen für sie, mit den Kräften von P3.
strength_note-placed = Angenommen: Die Sehnenhöhe liegt auf der Höhe des Prüfknies, die Mitte des Anschlusses auf der Prüfachse; die Anschlussfläche ist fest; der Stumpf drückt nur und ist überall gleich weich; Schichten gleiten bei ihrer Zugfestigkeit durch Wurzel drei.
strength_note-too_heavy = Eine Körpermasse von { $mass } kg liegt über { $limit } kg, der Grenze dieser Stufe. Keine Stufe hier deckt sie ab, oder eine andere war verlangt: Die Zahlen sind zu günstig.
