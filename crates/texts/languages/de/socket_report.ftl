# Der Bericht eines Schafts und sein Maßblatt.

socket_report-fact-inner_wall = Dünnste Stelle des Innenschafts
socket_report-fact-inner_wall_said = Der flexible Innenschaft an seiner dünnsten Stelle, gemessen wie die Wand.
socket_report-fact-windows = Fenster
socket_report-fact-windows_said = Öffnungen in der Wand oder im Rahmen; sie zählen zu den durchgehenden Löchern.
socket_report-file_size_check = der Bericht der Größenprüfung: Maßblatt, Linerbestellung, Schritte
socket_report-file_socket = der Bericht: Bilder, Maßblatt, Linerbestellung, Schritte; zum Lesen und Drucken
socket_report-loads_nothing = eine Datei, die nichts nachlädt
socket_report-made_by = Erstellt von Concord { $program }, Ergebnisversion { $result }. Dieselbe Form, dieselben Schritte und dieselbe Version ergeben dieselbe Datei.
socket_report-step-above_end = ab { $mm } mm über dem distalen Ende
socket_report-step-above_scan = bis { $mm } mm über dem Rand des Scans, { $degrees }° nach innen geneigt (Belastung); nicht gescannt, am Menschen anzuformen
socket_report-step-between = von { $from } bis { $to }
socket_report-step-by_height = { $rows } ({ $source })
socket_report-step-fading = die Vorderseite muss bekannt sein; läuft über { $mm } mm aus
socket_report-step-flat_at = { $around }, { $from } bis { $to }
socket_report-step-inwards = { $mm } mm nach innen (Belastung), wo es am weitesten außen steht
socket_report-step-ml_over_ap = { $rows }; der Umfang bleibt
socket_report-step-proportion = Mediolaterale zu anteroposteriorer Breite
socket_report-step-reduced_at = { $percent } ± { $spread } % des Umfangs bei { $share } % der Länge
socket_report-step-seal_ring = Sitz des Dichtrings am Liner
socket_report-step-brim_patellar_tendon = Patellarsehnen-Schaftrand mit Ohren und Poplitealauflage
socket_report-step-brim_supracondylar = Suprakondylärer Schaftrand
socket_report-step-brim_suprapatellar = Suprakondylär-suprapatellarer Schaftrand
socket_report-step-frame = Rahmen um einen flexiblen Innenschaft
socket_report-step-frame_at = der Rahmen endet { $mm } mm unter dem Schaftrand
socket_report-step-frame_said = Innenschaft { $thickness } mm, { $inner }; Rahmen aus { $frame }; { $clearance } mm dazwischen
socket_report-step-half_sizes = ± { $length } mm längs des Stumpfs, ± { $width } mm um ihn herum
socket_report-step-region = { $thickness } mm bei { $place } ({ $size })
socket_report-step-rib = Rippe { $width } mm breit, { $height } mm hoch, von { $from } bis { $to }
socket_report-step-roll_radius = Radius { $mm } mm
socket_report-step-rolled_edge = Gerollter Rand, nach außen, über der Randlinie
socket_report-step-through_points = durch Punkte
socket_report-step-window = Fenster: { $name }
socket_report-step-window_edge = die Wand an seinem Rand { $mm } mm dicker, über { $width } mm
socket_report-the_size_check = Die Größenprüfung (kein Schaft)
socket_report-the_socket = Der Schaft
socket_report-title = { $name } – Concord-Schaft
socket_report-title_size_check = { $name } – Concord-Größenprüfung, kein Schaft

## around

socket_report-around-anterior = anterior ({ $degrees }°)
socket_report-around-between = { $degrees }° von anterior nach lateral
socket_report-around-lateral = lateral ({ $degrees }°)
socket_report-around-medial = medial ({ $degrees }°)
socket_report-around-posterior = posterior ({ $degrees }°)

## change

socket_report-change-as_socket = Als Schaft
socket_report-change-bare = Ohne Farbe: Nur einer der beiden Scans hat es.
socket_report-change-beyond = Über
socket_report-change-beyond_limit = { $beyond } den { $limit } mm Umfang, bis zu denen die Indikation für Vakuum reicht
socket_report-change-by_region = Änderung des Volumens je Region, mL (damals).
socket_report-change-caption = Umfang mit Maßband.
socket_report-change-change = Änderung
socket_report-change-heights = Höhen
socket_report-change-indication = Indikation
socket_report-change-now = Jetzt
socket_report-change-radial = mittlerer radialer Fehler { $mm } mm
socket_report-change-regions = Regionen
socket_report-change-shape = Interquartilsabstand { $range } mm, höchstens { $most } mm; Normalen im Mittel { $normals }° auseinander
socket_report-change-size = Größe
socket_report-change-then = Damals
socket_report-change-volume = { $before } mL damals, { $after } mL jetzt, { $change }
socket_report-change-what = Gegen { $earlier }, aus jeder Lage auf diesen Scan gelegt: Die Flächen liegen { $rms } mm auseinander (quadratisches Mittel); die nächstbeste Lage ist um { $confidence } von 1 schlechter. Über die Höhen, die beide haben, { $from } bis { $to }:
socket_report-change-where = Wo er sich geändert hat.
socket_report-change-within_limit = Innerhalb der { $limit } mm Umfang, bis zu denen die Indikation für Vakuum reicht

## fact

socket_report-fact-bench = Aufbaulinie am Rand
socket_report-fact-bench_at = { $forward } mm nach vorn, { $lateral } mm nach lateral
socket_report-fact-bench_said = Von der Mitte des Schafts auf der tiefsten Höhe des Rands; negativ ist nach hinten und medial. Die Mitte der Anschlussfläche, von der Mitte des Stumpfs darüber: { $face }.
socket_report-fact-bridged = Überbrückt
socket_report-fact-bridged_said = Der Oberfläche: Löcher des Scans, die aus ihrer Umgebung geschlossen wurden.
socket_report-fact-contact = Kontaktfläche
socket_report-fact-contact_said = Die Innenseite des Schafts bis zum Schaftrand.
socket_report-fact-donning = Anziehen
socket_report-fact-donning_cannot = lässt sich nicht anziehen
socket_report-fact-donning_clear = Entlang der Achse des Schafts ist nichts, was unter einer Engstelle der Innenseite sitzt, größer als sie. Eine Biegung des Stumpfs wurde nicht betrachtet. An der engsten Stelle ({ $around }) hat der Stumpf im Liner einen Umfang von { $bulge } mm und kommt durch { $neck } mm: nicht enger als die Reduktion der Technik selbst.
socket_report-fact-donning_effort = geht mit Mühe hinein
socket_report-fact-donning_in = geht hinein
socket_report-fact-donning_said = Der Stumpf im Liner misst { $bulge } mm Umfang, { $bulge_below }; er muss durch { $neck } mm, { $neck_below }; am engsten { $around }. Hinterschnitt { $undercut } mm im Radius. Er gibt { $squeeze } mm seines Radius her ({ $pct } %); Weichteile geben { $low } bis { $high } mm nach: ein Zehntel bis ein Viertel ihrer Dicke, unsere Annahme ({ $tissue }). Kraft: nicht bekannt.
socket_report-fact-face = Anschlussfläche
socket_report-fact-face_aligned = Senkrecht zur Aufbaulinie; { $length } unter dem distalen Ende des Stumpfs.
socket_report-fact-face_said = Senkrecht zur Achse des Stumpfs; { $length } unter dem distalen Ende des Stumpfs.
socket_report-fact-feature_barb = Schlauchtülle
socket_report-fact-feature_block = Block der Anschlussfläche
socket_report-fact-feature_face = Anschlussfläche
socket_report-fact-feature_filter = Sitz des Filters
socket_report-fact-feature_hole = Befestigungsloch
socket_report-fact-feature_inside = Innenseite des Schafts
socket_report-fact-feature_lanyard = Schlitz des Zugbands
socket_report-fact-feature_line = Eingravierte Linie
socket_report-fact-feature_lock = Tasche der Arretierung
socket_report-fact-feature_pin = Bohrung des Pins
socket_report-fact-feature_port = Vakuumanschluss
socket_report-fact-feature_recess = Vertiefung des Ankers
socket_report-fact-feature_release = Loch des Löseknopfs
socket_report-fact-feature_valve = Ventilsitz
socket_report-fact-feature_wall = Wand
socket_report-fact-gap = Mittlerer Abstand
socket_report-fact-gap_said = Vom Stumpf mit Liner und Strümpfen zur Innenseite des Schafts, bevor Gewebe nachgibt. Negativ: enger als der Stumpf.
socket_report-fact-holes = Durchgehende Löcher
socket_report-fact-holes_said = Durch die Wand, wie die Schritte es verlangen.
socket_report-fact-inside = Innenvolumen
socket_report-fact-inside_agrees = Unterhalb des Rands. Auf anderem Weg errechnet, aus den Schnitten und der Reduktion: { $volume } ({ $off } %): Sie stimmen überein (auf { $limit } %).
socket_report-fact-inside_differs = Unterhalb des Rands. Auf anderem Weg errechnet, aus den Schnitten und der Reduktion: { $volume } ({ $off } %): Sie stimmen NICHT überein (auf { $limit } %): vor dem Fertigen nachsehen.
socket_report-fact-interface = Liner und Strümpfe
socket_report-fact-interface_said = Zusammen, wo sie am dicksten sind.
socket_report-fact-limb = Stumpf bis dorthin
socket_report-fact-limb_said = Die Haut unterhalb derselben Höhe; mit Liner und Strümpfen, nach der Modellierung: { $volume }.
socket_report-fact-thinnest = Dünnste Stelle des Körpers
socket_report-fact-thinnest_above = { $feature }, { $around }, { $mm } mm über dem distalen Ende des Stumpfs. Auch Löcher, Taschen, Sitze und eingravierte Linien werden betrachtet.
socket_report-fact-thinnest_below = { $feature }, { $around }, { $mm } mm unter dem distalen Ende des Stumpfs. Auch Löcher, Taschen, Sitze und eingravierte Linien werden betrachtet.
socket_report-fact-tissue_assumed = { $mm } mm über Knochen, Mittel veröffentlichter Stümpfe
socket_report-fact-tissue_measured = { $mm } mm über Knochen, gemessen
socket_report-fact-trim = Schaftrand
socket_report-fact-trim_said = Sein tiefster und sein höchster Punkt.
socket_report-fact-undercut = Hinterschnitt
socket_report-fact-undercut_said = Tiefste Falte des Scans, um die der Schaft herumgeht.
socket_report-fact-wall = Dünnste Wand
socket_report-fact-wall_said = Das Geringste, was zwischen innen und außen gefunden wurde.

## files

socket_report-files-axes = Wie der Stumpf in seine Achsen gebracht wurde
socket_report-files-bytes = Bytes
socket_report-files-caption = Neben diesem Bericht. Längen sind in allen Millimeter.
socket_report-files-file = Datei
socket_report-files-front = Vorn
socket_report-files-level = Höhe { $level }
socket_report-files-long_axis = Längsachse
socket_report-files-name = Dateien
socket_report-files-read_back = Zurückgelesen
socket_report-files-scan = Was mit dem Scan getan wurde
socket_report-files-unit = Einheit { $unit }: { $reason }.
socket_report-files-what = Wofür

## found


## head

socket_report-head-by_chart = { $measure }: nach der Tabelle des Herstellers
socket_report-head-kicker = Concord: von der Form eines Stumpfs zu seinem Schaft. Maße, Schaft, Liner, Dateien.
socket_report-head-kicker_size_check = Concord: von Maßbandwerten zu einer Größenprüfung. Maße, Liner, Dateien; kein Schaft.
socket_report-head-limb_said = { $length } von { $landmark } ({ $level }) bis zum distalen Ende; { $volume } mL
socket_report-head-made_from = Gemacht aus
socket_report-head-or_custom = { $size }; oder nach Maß
socket_report-head-printed_size = { $size } mm, eine gedruckte Größe
socket_report-head-scan = { $file } ({ $format }, { $faces } Dreiecke), in { $unit }
socket_report-head-socket_said = { $inside } mL innen, { $contact } cm² Kontaktfläche, Wand mindestens { $wall } mm
socket_report-head-taken = Aufgenommen
socket_report-head-tape_alone = Maßbandwerte allein
socket_report-head-technique = Technik

## height

socket_report-height-above = { $mm } mm über { $level }
socket_report-height-below = { $mm } mm unter { $level }
socket_report-height-level = auf Höhe { $level } (0 mm)

## liner

socket_report-liner-above_end = Über dem distalen Ende
socket_report-liner-below_level = Unter { $level }
socket_report-liner-caption = Umfang wie gescannt oder gemessen, vom distalen Ende aufwärts.
socket_report-liner-circumference = Umfang
socket_report-liner-custom = Maßliner
socket_report-liner-material = Material
socket_report-liner-measured = { $girth } mit Maßband, { $above } über dem distalen Ende
socket_report-liner-name = Die Form des Liners
socket_report-liner-no_reason = Ein Grund dafür wurde nicht gefunden. Wird einer bestellt, braucht er dies:
socket_report-liner-paper = Patient ______________________   Datum ______________   Bestellt von ______________________
socket_report-liner-rule = Regel: { $source } { $key }
socket_report-liner-shape = Form
socket_report-liner-shape_said = Die Datei des Stumpfs (PLY) neben diesem Bericht oder die Tabelle unten
socket_report-liner-speaks_for = Der Fall spricht für einen:
socket_report-liner-standard = Standardgröße
socket_report-liner-thickness = Dicke
socket_report-liner-to_order = Bestellen
socket_report-liner-width_ap = Breite AP
socket_report-liner-width_ml = Breite ML

## look

socket_report-look-count = { $count ->
    [one] Eines ist zuerst anzusehen
   *[other] { $count } Dinge sind zuerst anzusehen
    }
socket_report-look-nothing = Nichts fiel auf.

## pictures

socket_report-pictures-alignment = Die Anschlussfläche, von vorn und von der Seite.
socket_report-pictures-bench = Rot: die Aufbaulinie und die Fläche senkrecht zu ihr. Blau: die Längsachse des Stumpfs.
socket_report-pictures-bone = Am hellsten: Knochen, wie im Scan.
socket_report-pictures-bulge_mm = Stumpf { $mm } mm
socket_report-pictures-caption = Die Modellierungen sind an diese gebunden. Vorgeschlagene sind zu bestätigen.
socket_report-pictures-cut = Stumpf, Liner und Wand, von vorn nach hinten geschnitten.
socket_report-pictures-from_lateral = Von lateral gesehen.
socket_report-pictures-landmark = Landmarke
socket_report-pictures-landmarks = Landmarken
socket_report-pictures-limb = Liner und Strümpfe liegen dazwischen; eine negative Zahl ist enger als die Haut. Grau: oberhalb des Schaftrands. Zahlen sind Landmarken, unten aufgeführt; ein voller Ring ist von einer Person gesetzt, ein gestrichelter vorgeschlagen.
socket_report-pictures-line_inside = Dünn: Innenseite des Schafts
socket_report-pictures-line_outside = Dick: Außenseite
socket_report-pictures-line_skin = Gestrichelt: Haut
socket_report-pictures-neck = Orange: die Engstelle, durch die der Stumpf muss. Violett: wo der Stumpf im Liner zu groß für sie ist.
socket_report-pictures-neck_mm = eng { $mm } mm
socket_report-pictures-sections = Schnitte, von oben gesehen.
socket_report-pictures-socket = Im selben Maßstab. Die gestrichelte Linie ist die Höhe: { $landmark } ({ $level }).
socket_report-pictures-sure = Wie sicher

## section

socket_report-section-comparison = Seit dem früheren Scan
socket_report-section-files = Dateien, und was gelesen wurde
socket_report-section-from_limb = Vom Stumpf zum Schaft
socket_report-section-from_tape = Vom Maßband zur Größenprüfung
socket_report-section-liner = Zu bestellender Liner
socket_report-section-look = Was anzusehen ist
socket_report-section-sheet = Maßblatt
socket_report-section-steps = Die Technik, Schritt für Schritt
socket_report-section-strength = Bricht er?
socket_report-section-tape = Maßband und Scan

## sheet

socket_report-sheet-along_skin = Entlang der Haut
socket_report-sheet-ap = AP
socket_report-sheet-area = Fläche
socket_report-sheet-below_level = { $figure } unter { $level }
socket_report-sheet-bone = Knochen
socket_report-sheet-bone_said = { $volume } mL unter { $level }, wie im Scan
socket_report-sheet-by_hand = Von Hand
socket_report-sheet-by_tape = Mit Maßband
socket_report-sheet-caption = Schnitte senkrecht zur Längsachse. Mit dem Maßband: Es überbrückt Mulden. Entlang der Haut: folgt ihnen. AP: von vorn nach hinten; ML: von Seite zu Seite.
socket_report-sheet-doffed = Nach dem Ausziehen
socket_report-sheet-height = Höhe
socket_report-sheet-length = Länge
socket_report-sheet-measured = Gemessen
socket_report-sheet-ml = ML
socket_report-sheet-paper = Patient ______________________   Datum ______________   Geprüft von ______________________
socket_report-sheet-sections = Schnitte des Stumpfs
socket_report-sheet-shape_index = Formindex
socket_report-sheet-shape_said = { $index }: Umfang nahe dem Ende geteilt durch den auf Höhe { $level } (unter 1 konisch, über 1 keulenförmig)
socket_report-sheet-side = Seite
socket_report-sheet-skin = Haut
socket_report-sheet-tissue = Weichteile
socket_report-sheet-tissue_said = im Mittel { $mm } mm von der Haut bis zum Knochen
socket_report-sheet-to_end = { $length } von { $level } bis zum distalen Ende
socket_report-sheet-volume = Volumen
socket_report-sheet-whole_scan = Volumen des ganzen Scans, Öffnungen geschlossen

## solid

socket_report-solid-caption = Was am gefertigten Schaft gemessen wurde.
socket_report-solid-comfort = Dass er bequem ist. Die Zahlen sind ein Anfang; die Anprobe entscheidet.
socket_report-solid-figure = Größe
socket_report-solid-means = Was es bedeutet
socket_report-solid-name = Die Zahlen des Schafts
socket_report-solid-not_promised = Was nicht versprochen wird
socket_report-solid-slicer = Dass ein Slicer dieselbe Toleranz hat wie die Prüfung.
socket_report-solid-sound = Die geschriebene Datei ist ein einwandfreier Körper
socket_report-solid-strength = Dass die Wand stark genug ist: Sie wurde nicht belastet. Drucken, laminieren und prüfen, wie es Ihre Werkstatt tut.
socket_report-solid-undercuts = Dass die Form dort erhalten bleibt, wo der Scan sich überlappt (ein Hinterschnitt, eine Falte): Der Schaft geht außen herum und sagt, wie weit.
socket_report-solid-unsound = Die geschriebene Datei ist kein einwandfreier Körper
socket_report-solid-value = Wert
socket_report-solid-verdict = Aus der Datei zurückgelesen: { $faces } Dreiecke, { $open ->
    [one] { $open } offene Kante
   *[other] { $open } offene Kanten
    }, { $pieces ->
    [one] { $pieces } Stück
   *[other] { $pieces } Stücke
    }, { $holes ->
    [one] { $holes } Loch
   *[other] { $holes } Löcher
    } durch die Wand, { $crossings ->
    [one] { $crossings } Paar einander durchdringender Dreiecke
   *[other] { $crossings } Paare einander durchdringender Dreiecke
    }, { $flat ->
    [one] { $flat } Dreieck ohne Fläche
   *[other] { $flat } Dreiecke ohne Fläche
    }; { $volume } mL Material.

## step

socket_report-step-above = { $landmark }, { $mm } mm höher
socket_report-step-align = Aufbau der Anschlussfläche
socket_report-step-align_abduction = Abduktion { $much }°
socket_report-step-align_adduction = Adduktion { $much }°
socket_report-step-align_at = um die Innenseite des Schafts am distalen Ende
socket_report-step-align_backward = Fläche { $much } mm nach hinten
socket_report-step-align_extension = Extension { $much }°
socket_report-step-align_flexion = Flexion { $much }°
socket_report-step-align_forward = Fläche { $much } mm nach vorn
socket_report-step-align_lateral = Fläche { $much } mm nach lateral
socket_report-step-align_lines = Aufbaulinie { $mm } mm tief eingraviert
socket_report-step-align_medial = Fläche { $much } mm nach medial
socket_report-step-align_none = gerade
socket_report-step-align_turned_in = Löcher { $much }° nach medial gedreht
socket_report-step-align_turned_out = Löcher { $much }° nach lateral gedreht
socket_report-step-anchor = Anschlussfläche für einen Eingussanker
socket_report-step-around_limb = um den Stumpf herum
socket_report-step-at_above = { $thick } mm bei { $above } mm darüber
socket_report-step-at_end = { $thick } mm am distalen Ende
socket_report-step-barb = gedruckte Schlauchtülle für einen Schlauch von { $mm } mm innen
socket_report-step-below = { $landmark }, { $mm } mm tiefer
socket_report-step-bore = { $mm } mm Bohrung
socket_report-step-by_circumference = Nach Umfang: { $rows } (statt { $percent } % für alle)
socket_report-step-check_drawing = an der Zeichnung des Teils prüfen
socket_report-step-cup = Endkappe
socket_report-step-cup_at = distales Ende, läuft über { $mm } mm aus
socket_report-step-deeper = { $mm } mm tiefer
socket_report-step-every_section = jeder Schnitt
socket_report-step-everywhere = überall
socket_report-step-fillet = Ausrundung zur Wand { $mm } mm
socket_report-step-filter = Sitz für einen Filter { $diameter } mm, { $depth } mm tief, von innen
socket_report-step-flare = Ausstellung des Rands
socket_report-step-flare_at = die letzten { $mm } mm unter dem Schaftrand
socket_report-step-four_hole = Anschlussfläche, vier Löcher
socket_report-step-from_above = { $thick } mm ab { $above } mm darüber
socket_report-step-high = { $mm } mm hoch
socket_report-step-hole_deep = { $mm } mm tief
socket_report-step-hole_insert = für warm eingepresste Einsätze
socket_report-step-hole_middle = eine Bohrung von { $hole } mm in der Mitte, wo weder Anschluss noch Arretierung ist
socket_report-step-hole_through = für durchgehende Schrauben: Jedes Loch öffnet den Schaft nach innen, abdichten
socket_report-step-holes_square = vier Löcher von { $hole } mm auf einem Quadrat von { $square } mm
socket_report-step-lanyard = Schlitz für ein Zugband
socket_report-step-lanyard_said = { $width } mm breit, { $height } mm hoch
socket_report-step-liner = Liner, { $material }
socket_report-step-load = in der Mitte { $depth } mm nach innen (Belastung); ± { $length } mm längs des Stumpfs, ± { $width } mm um ihn
socket_report-step-lock = Tasche für eine Pin-Arretierung
socket_report-step-lock_at = unter dem Stumpfende, zum Schaft hin offen
socket_report-step-lock_pin = Bohrung für den Pin { $mm } mm durch die Fläche
socket_report-step-lock_release = Loch für den Löseknopf { $mm } mm, { $around }
socket_report-step-lock_said = { $diameter } mm Durchmesser, { $depth } mm tief
socket_report-step-mount_at = distal, { $mm } mm unter der Innenseite des Schafts
socket_report-step-mount_face = { $mm } mm Durchmesser
socket_report-step-no_socks = keine
socket_report-step-outwards = { $mm } mm nach außen
socket_report-step-percent = { $percent } % des Umfangs
socket_report-step-polyurethane = Polyurethan
socket_report-step-port = Vakuumanschluss
socket_report-step-port_distal = gerade nach unten durch die Anschlussfläche
socket_report-step-port_side = { $around }, { $mm } mm über dem distalen Ende
socket_report-step-pyramid = Anschlussfläche für eine Pyramide
socket_report-step-recess = Vertiefung { $diameter } mm, { $depth } mm tief; die Arme des Ankers werden über den Block laminiert
socket_report-step-reduction = Reduktion
socket_report-step-relief = in der Mitte { $depth } mm nach außen (Entlastung); ± { $length } mm längs des Stumpfs, ± { $width } mm um ihn
socket_report-step-seal_land = Dichtfläche für die Kniekappe
socket_report-step-seal_land_at = außen, unter dem tiefsten Punkt des Schaftrands
socket_report-step-sheath = Überzug
socket_report-step-shelf_at = { $mm } mm unter dem tiefsten Punkt des Schaftrands
socket_report-step-shelf_inside = Absatz für die Kniekappe, innen
socket_report-step-shelf_outside = Absatz für die Kniekappe, außen
socket_report-step-silicone = Silikon
socket_report-step-socks = Strümpfe
socket_report-step-thread = Gewinde, Steigung { $pitch } mm, { $depth } mm tief zu schneiden (die Bohrung ist das Kernloch)
socket_report-step-to_lateral = { $place }, { $degrees }° nach lateral
socket_report-step-to_medial = { $place }, { $degrees }° nach medial
socket_report-step-tpe = thermoplastisches Elastomer (TPE)
socket_report-step-valve = Sitz für ein Einwegventil
socket_report-step-valve_said = ebener Sitz { $seat } mm, { $out } mm vor der Wand
socket_report-step-wall = Wand
socket_report-step-wall_said = { $thickness }; nirgends unter { $least } mm

## steps

socket_report-steps-caption = Höhen zählen von { $landmark } ({ $level }) oder vom distalen Ende, wie gesagt; Winkel von anterior (0°) nach lateral (90°). In welcher Reihenfolge sie auch stehen, die Schritte wirken wie an einem Gipsmodell: Liner und Strümpfe, Modellierungen, Endkappe, Reduktion, Ausstellung des Rands, Wand, Anschluss.
socket_report-steps-edit = Um einen Schritt zu ändern, die Technikdatei neben diesem Bericht bearbeiten und mit --technique angeben.
socket_report-steps-much = Wie viel
socket_report-steps-name = Schritte
socket_report-steps-place = Wo
socket_report-steps-what = Was

## tape

socket_report-tape-at = Wo
socket_report-tape-caption = Umfänge unterhalb der Bezugshöhe ({ $reference }) und die Länge.
socket_report-tape-difference = Unterschied
socket_report-tape-doffed = Zeit seit dem Ausziehen
socket_report-tape-scan = Scan
socket_report-tape-tape = Maßband
socket_report-tape-volume = { $tape } mL nach Maßband, aus Kreisen; { $scan } mL nach Scan ({ $change } %). Nicht beurteilt.
