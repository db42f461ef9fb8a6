# Was zu Versorgung, Tag, Maßband, Schaft und Prüfständen eines Falls gesagt wird.

as_a_socket-acceptable = innerhalb der Grenzen eines annehmbaren Schafts
as_a_socket-to_modify = ein Schaft der früheren Form müsste nachgearbeitet werden
as_a_socket-unacceptable = ein Schaft der früheren Form wäre nicht annehmbar
bench_note-motor = Der Motor läuft durchgehend: Der Prüfstand sieht die Pumpe, nicht ihre Steuerung
bench_note-no_data = Keine Daten gedruckt: als Einkammerpumpe betrieben
bench_note-no_size = { $mass } liegt außerhalb aller gedruckten Größen: Die nächste wird genommen
bench_note-own_force = Sie arbeitet mit ihrer eigenen Kraft, wie viel die Person auch wiegt
bench_note-strokes = eine Person gibt ihr nach jedem Anziehen { $strokes ->
    [one] einen Hub
   *[other] { $strokes } Hübe
    }: Der Prüfstand pumpt weiter
bench_note-no_mass = keine Körpermasse gedruckt: belastet von einer Person mit { $mass }
bench_note-too_heavy = { $mass } liegt über den gedruckten { $most }
bench_setup-as_set_up = wie aufgebaut
bench_setup-heaviest = schwerste Person der Größe
bench_setup-lightest = leichteste Person der Größe
bench_setup-middle = mittlere Person der Größe
bench_setup-one_chamber = eine Kammer
bench_setup-softer_membrane = Membran um ein Fünftel weicher
bench_setup-softer_ring = Ring um ein Fünftel weicher
bench_setup-two_chambers = zwei Kammern
bench_setup-washers = { $count ->
    [one] { $count } Unterlegscheibe
   *[other] { $count } Unterlegscheiben
}
checked-day = Tag von { $begins } bis { $ends } mit { $count ->
    [one] einer Tätigkeit
   *[other] { $count } Tätigkeiten
    }
checked-day_expanded = Tag von { $begins } bis { $ends } mit { $count ->
    [one] einer Tätigkeit
   *[other] { $count } Tätigkeiten
    }, gebildet aus { $told }
checked-fine = { $file }: in Ordnung. { $name }, { $kg } kg ({ $lb } lb), Stumpf { $level }, { $volume } mL und { $skin } cm², { $day }
checked-fine_and_measured = { $file }: in Ordnung. { $name }, { $kg } kg ({ $lb } lb), Stumpf { $level }, { $volume } mL und { $skin } cm², { $day }. { $measured }
disagree-circumference = der Umfang in { $count } von { $of } Höhen; am meisten { $below } unter der Bezugshöhe ({ $from }): { $tape } mit dem Maßband, { $scan } im Scan ({ $mm }, { $percent } %)
disagree-circumference_over_liner = der Umfang in { $count } von { $of } Höhen; am meisten { $below } unter der Bezugshöhe ({ $from }): { $tape } mit dem Maßband und { $liner } Liner, { $scan } im Scan ({ $mm }, { $percent } %)
disagree-length = die Länge: { $tape } mit dem Maßband, { $scan } im Scan ({ $mm })
disagree-nothing_compared = der Scan zeigt keine der mit dem Maßband gemessenen Höhen: Nichts lässt sich vergleichen
file-frame_3mf = der starre Rahmen, mit seiner Einheit
file-frame_stl = der starre Rahmen zum Drucken
file-inner_3mf = der flexible Innenschaft, mit seiner Einheit
file-inner_stl = der flexible Innenschaft zum Drucken
file-limb_ply = der Stumpf in seinen Achsen; ein Wert je Punkt: Abstand zur Innenseite des Schafts, mm
file-measurements_csv = die Tabelle des Maßblatts
file-model_aop = das modellierte Positiv (die Innenseite des Schafts) zum Fräsen, als AOP
file-model_stl = das modellierte Positiv (die Innenseite des Schafts) zum Fräsen
file-size_check_3mf = eine Größenprüfung, kein Schaft, mit ihrer Einheit
file-size_check_model_aop = die Innenseite der Größenprüfung, kein Modell für einen Schaft, als AOP
file-size_check_model_stl = die Innenseite der Größenprüfung, kein Modell für einen Schaft
file-size_check_stl = eine Größenprüfung, kein Schaft (mm)
file-socket_3mf = der Schaft zum Drucken, mit seiner Einheit
file-socket_stl = der Schaft zum Drucken (mm)
file-technique_toml = die Schritte, zum Ändern und erneuten Anwenden
file_comment-axis_moved = Achse verschoben nach x = { $x }, y = { $y }, z = { $z } mm der Achsen des Stumpfs
file_comment-made_by = { $name }, von Concord { $version } gemacht
mark-although_refused = GEMACHT, OBWOHL VAKUUM FÜR DIESE PERSON ABGELEHNT IST. Angegebener Grund: { $reason }
mark-size_check = NUR GRÖSSENPRÜFUNG, NICHT ZUM TRAGEN: allein aus Maßbandwerten gemacht, mit runden Querschnitten; über der ersten Messung ist nichts bekannt. Einen Schaft gibt es aus einem Scan
no_socket-say_why = Eine Technik ohne Bohrung für die Pumpe nehmen, oder sagen, warum der Schaft gemacht wird, obwohl Vakuum abgelehnt ist: `--although-refused GRUND`, in einem Fall `prosthesis.although_refused`. Der Grund steht auf jedem Blatt.
no_socket-say_why_in_the_case = Eine Technik ohne Bohrung für die Pumpe nehmen, oder sagen, warum der Schaft gemacht wird, obwohl Vakuum abgelehnt ist (eine Frage des Falls). Der Grund steht auf jedem Blatt.
no_socket-vacuum_refused = Aktives Vakuum ist für diese Person abgelehnt, und dies ist ein Schaft dafür. { $reason }
purpose-size_check = Die Größenprüfung (kein Schaft)
purpose-socket = Der Schaft
read_back-done = zurückgelesen
read_back-equal = zurückgelesen, gleich
read_back-shape_equal = zurückgelesen, gleich; weicht unter dem tiefsten Punkt des Rands um { $mean } vom Modell ab (mittlere radiale Abweichung), Quartilsabstand { $quartiles }, höchstens { $most }
read_back-shape_not_equal = zurückgelesen, NICHT gleich; weicht unter dem tiefsten Punkt des Rands um { $mean } vom Modell ab (mittlere radiale Abweichung), Quartilsabstand { $quartiles }, höchstens { $most }
read_back-solid = zurückgelesen: geschlossen, orientiert, ein Stück, keine Fläche durch eine andere, { $faces } Flächen, { $volume } Material
sensor_dies-does = Die Pumpe { $pump }, { $valve } und { $warning }. Das ist unsere Steuerung; die des Herstellers ist nicht veröffentlicht.
sensor_dies-has_none = Sie hat keinen Sensor: Das Körpergewicht treibt sie mit jedem Schritt an. Ausfallen können der Ring, ein Ventil oder die Dichtung; dann braucht es mehr Schritte bis zum Vakuum, und beim Stillstehen geht es verloren.
sensor_dies-holds = hält das vorhandene Vakuum
sensor_dies-lets_air_in = lässt Luft ein
sensor_dies-pumps_no_more = hört auf zu pumpen
sensor_dies-pumps_on = pumpt weiter
sensor_dies-says_nothing = meldet nichts
sensor_dies-warns = warnt vor einem Sensorfehler
sides-case_says_left = der Scan ist vom linken Stumpf (so steht es in scan.side), der Fall vom rechten
sides-case_says_right = der Scan ist vom rechten Stumpf (so steht es in scan.side), der Fall vom linken
sides-file_says_left = der Scan ist vom linken Stumpf (so steht es in seiner Datei), der Fall vom rechten
sides-file_says_right = der Scan ist vom rechten Stumpf (so steht es in seiner Datei), der Fall vom linken
sides-left_limb_mirrored = das Fibulaköpfchen liegt { $offset } rechts, am linken Stumpf ist lateral aber links; der Scan ist gespiegelt, oder die Seite oder die Landmarke ist falsch
sides-right_limb_mirrored = das Fibulaköpfchen liegt { $offset } links, am rechten Stumpf ist lateral aber rechts; der Scan ist gespiegelt, oder die Seite oder die Landmarke ist falsch
sides-thigh_mirrored = die Landmarke { $landmark } liegt { $offset } auf der anderen Seite der Stumpfmitte als an einem Stumpf dieser Seite ({ $side }); der Scan ist gespiegelt, oder die Seite, die Vorderseite oder die Landmarke ist falsch
socket_note-beyond_indication = Ein Umfang hat sich seit dem früheren Scan um { $change } geändert, mehr als die { $most }, bis zu denen die Indikation für Vakuum reicht
socket_note-fits_turned = Der frühere Scan passt anders gedreht fast ebenso gut auf diesen: den Vergleich prüfen
socket_note-frame_seal = Eine Kniekappe muss auf dem flexiblen Innenschaft dichten: Zwischen ihm und dem Rahmen und durch die Fenster kommt Luft herein
socket_note-front_not_sure = Wo am Stumpf vorn ist, ist nicht sicher: { $how }
socket_note-level_not_sure = Die Bezugshöhe des Stumpfs ist nicht sicher: { $how }
socket_note-long_axis_not_sure = Die Längsachse des Stumpfs ist nicht sicher: { $how }
socket_note-no_aop = Keine AOP-Datei: In dem Modell verläuft keine einzelne Achse vom Ende bis zum Rand, wie das Format sie braucht
socket_note-no_report = Der Bericht mit seinen Bildern wurde weggelassen, wie gewünscht
socket_note-place_landmarks = Diese Landmarken setzen, sie sind geschätzt: { $landmarks }
socket_note-taken_as_skin = Was der Scanner sah, ist nicht angegeben: Es wird als bloße Haut genommen
socket_note-thigh_left_out = der Scan reicht { $top } über das Niveau des Stumpfs: Was mehr als { $above } darüber liegt, der Oberschenkel, wurde weggelassen
stamp-size_check = NUR GRÖSSENPRÜFUNG, vom Maßband
taken-date_not_said = Datum: nicht angegeben
taken-doffing_not_said = Zeit seit dem Ausziehen: nicht angegeben
taken-left_limb = linker Stumpf
taken-line = { $side }, { $date }, { $doffed }, { $over }
taken-minutes = { $minutes } min nach dem Ausziehen
taken-on_the_skin = auf der Haut
taken-over_not_said = auf Haut oder Liner: nicht angegeben, als Haut genommen
taken-over_the_liner = über dem Liner
taken-right_limb = rechter Stumpf
taken-seconds = { $seconds } s nach dem Ausziehen
taken-side_not_said = Seite: nicht angegeben
tape_or_scan-by_scan = Stumpf im Scan gemessen. Maßband und Scan stimmen in { $count ->
    [one] einer Höhe
   *[other] { $count } Höhen
    } auf { $largest } überein
tape_or_scan-by_tape = Stumpf mit dem Maßband gemessen: Der Scan ist über dem Liner. Maßband und Scan stimmen in { $count ->
    [one] einer Höhe
   *[other] { $count } Höhen
    } auf { $largest } überein
tape_or_scan-goes_by_scan = ES GILT DER SCAN, nicht das Maßband (sie stimmen überein). Angegebener Grund: { $reason }
tape_or_scan-goes_by_scan_against_tape = ES GILT DER SCAN, nicht das Maßband (sie widersprechen sich: { $difference }). Angegebener Grund: { $reason }
tape_or_scan-goes_by_tape = ES GILT DAS MASSBAND, nicht der Scan (sie stimmen überein). Angegebener Grund: { $reason }
tape_or_scan-goes_by_tape_against_scan = ES GILT DAS MASSBAND, nicht der Scan (sie widersprechen sich: { $difference }). Angegebener Grund: { $reason }
tape_table-after_doffing = { $limbs } Stümpfe waren { $late } min nach dem Ausziehen im mittleren Radius { $radius } mm (SD { $sd }) größer als { $early } s danach, im Umfang { $circumference } mm; wurde die spätere Form zuerst gemessen, { $other } mm im Radius ({ $source })
tape_table-agrees = stimmt überein
tape_table-at = bei { $below }
tape_table-difference = Unterschied
tape_table-disagrees = WIDERSPRICHT
tape_table-length = Länge
tape_table-limits = Mehr als { $mm } oder { $percent } % des Maßbandwerts, was immer überschritten wird, gilt als Widerspruch: unsere Grenze ({ $source }).
tape_table-not_compared = nicht verglichen
tape_table-not_shown = nicht zu sehen
tape_table-of_liner = { $tape } + { $liner } Liner
tape_table-scan = Scan
tape_table-scan_taken = Scan: { $taken }
tape_table-swelling = Die Zeit seit dem Ausziehen zählt: { $swelling }.
tape_table-tape = Maßband
tape_table-tape_taken = Maßband: { $taken }
tape_table-title = Maßband und Scan, Umfänge unter der Bezugshöhe ({ $from }):
tape_table-volume = Volumen: Maßband { $tape }, Scan { $scan } ({ $percent } %), nicht beurteilt
what_if-as_fitted = wie versorgt
what_if-first_lost = { $time } { $event }
what_if-heavier = { $mass } (11 lb) mehr auf denselben Teilen
what_if-pinhole = ein Loch von { $size } in der { $seal } ab { $from }
what_if-worn_membrane = eine verschlissene Membran, um ein Fünftel weicher
what_if-worn_ring = ein verschlissener Ring, um ein Fünftel weicher
