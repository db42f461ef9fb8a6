# Was die Befehle im Terminal sagen.

terminal-no_socket = Aus dem Scan wird kein Schaft gefertigt: { $why }
terminal-note = Hinweis: { $note }
terminal-report = Bericht: { $file }
terminal-the_day = Der Tag: { $day }

## calibrate

terminal-calibrate-after = danach
terminal-calibrate-after_log = danach
terminal-calibrate-before = vorher (10. … 90.)
terminal-calibrate-before_log = vor dem Protokoll
terminal-calibrate-cannot_follow = { $quantity }: { $count ->
    [one] { $count } Messwert
   *[other] { $count } Messwerte
    }, um { $rms } ihrer Standardabweichungen verfehlt. DER ZWILLING KANN IHNEN NICHT FOLGEN: Protokoll, Haftung und Tag des Falls prüfen; was unten steht, nicht verwenden
terminal-calibrate-converged = Die Inseln stimmen überein: Ein anderer Startwert würde fast dasselbe sagen.
terminal-calibrate-follows = { $quantity }: { $count ->
    [one] { $count } Messwert
   *[other] { $count } Messwerte
    }, um { $rms } ihrer Standardabweichungen verfehlt (quadratisches Mittel)
terminal-calibrate-heading = { $case }, aus { $log } mit { $system }
terminal-calibrate-median = Median (10. … 90. Perzentil). Volumen seit dem Anlegen.
terminal-calibrate-more = { $count } weitere stehen im Bericht.
terminal-calibrate-not_converged = NICHT KONVERGIERT: Die Inseln sind sich nicht einig über { $names }. Mehr --members angeben.
terminal-calibrate-not_converged_more = NICHT KONVERGIERT: Die Inseln sind sich nicht einig über { $names } und { $more } weitere. Mehr --members angeben.
terminal-calibrate-others = Über { $left } andere von { $all } sagt das Protokoll nichts: Sie sind so unsicher wie vorher.
terminal-calibrate-parameter = Parameter
terminal-calibrate-same_day = Derselbe Tag mit { $system }
terminal-calibrate-sd = SD danach/vorher
terminal-calibrate-unit = Einheit

## catalog

terminal-catalog-also = Auch genannt: { $names }
terminal-catalog-hint = `concord catalog ARTIKEL` zeigt alles, was über einen gedruckt ist.
terminal-catalog-is = was es ist
terminal-catalog-name = Name
terminal-catalog-performance = Womit ihr Tag simuliert wird ({ $table }):
terminal-catalog-performance_of = Womit ihr Tag simuliert wird ({ $table }, wie { $article }):
terminal-catalog-values = gedruckte Werte

## day

terminal-day-median = Median der ausgelosten Personen (10. … 90. Perzentil). Volumen seit dem Anlegen.
terminal-day-nothing = nichts zu berichten
terminal-day-regions = Stumpfvolumen nach dem Ausziehen am Tagesende, %
terminal-day-regions_alone = Jede Region als Stumpf für sich: Sie trägt ihre Last, und von den Nachbarn kommt keine Flüssigkeit (angenommen). Eine Person, die mittlere.

## days

terminal-days-assumed = Angenommen: Nachts liegt die Person ohne Prothese. Jeder Tag beginnt ohne die Strümpfe des Vortags.
terminal-days-day = Tag
terminal-days-evening = Volumen am Tagesende, %
terminal-days-first_sock = erster Strumpf
terminal-days-leak_grows = Das Leck bei 17 inHg wächst mit dem Verschleiß der Kniekappe von { $first } mL/min am ersten Tag auf { $last } am letzten.
terminal-days-first_without = Der erste Tag ohne Strumpf ist Tag { $day }.
terminal-days-heading = { $system }: Tage in Folge. Volumen seit dem ersten Morgen, im Liegen, vor dem Anlegen.
terminal-days-lowest = kleinstes Volumen, %
terminal-days-measured = Gemessen zwischen zwei Besuchen im Abstand von zwei Wochen: { $low } bis { $high } % ({ $persons } Personen, Mittel { $mean }, SD { $sd }; Zachariah et al. 2004).
terminal-days-morning = Volumen am nächsten Morgen, %
terminal-days-never_without = In { $days } Tagen gibt es keinen Tag ohne Strumpf.
terminal-days-no_more = Ab Tag { $day } kommt kein Strumpf mehr hinzu.
terminal-days-outside = Nach { $days } Tagen hat sich der Stumpf des Zwillings um { $change } % verändert. DAS LIEGT AUSSERHALB DES GEMESSENEN.
terminal-days-socks = zusätzliche Strümpfe
terminal-days-too_few = Der Zwilling wird ab { $days } Tagen damit verglichen.
terminal-days-whose = Das Folgende gilt für die Person mit mittleren Parameterwerten.
terminal-days-within = Nach { $days } Tagen hat sich der Stumpf des Zwillings um { $change } % verändert. Das liegt innerhalb des Gemessenen.
terminal-days-without = Personen ohne Strumpf, %

## drive

terminal-drive-clean = ohne Versagen: { $hours } Stunden mit { $faults } Fehlern; die Pumpe lief { $share } % der Zeit
terminal-drive-episode = { $fault } ab { $at } für { $seconds } s
terminal-drive-failure = Startwert { $seed }, um { $at }: { $invariant }: { $what }
terminal-drive-flicker = { $on } s von je { $every } s
terminal-drive-follows = folgt
terminal-drive-measured = gemessen
terminal-drive-mode = Betriebsart
terminal-drive-ours = Sollwerte sind unsere; die des Herstellers sind nicht veröffentlicht.
terminal-drive-person = Person
terminal-drive-pump = Pumpe
terminal-drive-runs = { $runs } Läufe, Startwerte { $first } bis { $last }, Commit { $commit }
terminal-drive-set_point = Sollwert
terminal-drive-time = Zeit
terminal-drive-vacuum = Vakuum
terminal-drive-warning = Warnung

## fit

terminal-fit-all = `--all` zeigt jede Regel mit ihren Angaben und Quellen, und was der Broschüre widerspricht.
terminal-fit-column_article = Artikel
terminal-fit-column_ask = noch zu fragen
terminal-fit-column_order = Menge
terminal-fit-column_part = Teil
terminal-fit-column_size = Größe
terminal-fit-column_why = warum
terminal-fit-first_steps = Erste Schritte (vorhergesagt, mit 10. bis 90. Perzentil)
terminal-fit-height = Höhe { $between }: { $there }
terminal-fit-order = Bestellung
terminal-fit-order_waits = Bestellung, nicht bevor dies geklärt ist: { $open }
terminal-fit-printed = { $field } = { $value } (gedruckt „{ $printed }“: { $place })
terminal-fit-pump_of_size = { $pump }, Größe { $size }
terminal-fit-pumps = Pumpen, der Reihe nach
terminal-fit-rule = Regel { $rule }
terminal-fit-sensor = Wenn der Drucksensor der Pumpe ausfällt

## monitor

terminal-monitor-alarm = ! ALARM, { $urgency }: { $warning }
terminal-monitor-alarm_ended = { $warning } ({ $urgency }), seit { $since }, beendet um { $at } nach { $after } s
terminal-monitor-alarm_there = { $warning } ({ $urgency }), seit { $since }, nicht beendet
terminal-monitor-alarms = Alarme, zuerst die bestehenden, dann die neuesten:
terminal-monitor-broken = es kommen beschädigte Rahmen: Bytes gehen auf der Leitung verloren oder werden verändert
terminal-monitor-clock = die Uhr des Geräts ist gesprungen, oder es wurde neu gestartet; die Zeit hier läuft weiter
terminal-monitor-counts = { $frames } Rahmen, { $broken } beschädigt, { $unknown } von unbekannter Version oder Art, in { $bytes } Bytes
terminal-monitor-ended = beendet: { $alarm }
terminal-monitor-frame = Vakuum { $vacuum }, Sollwert { $set }; Leck { $leak }; Ladung { $charge } %, noch { $hours } h; { $doing }; { $pump }; { $steps } Schritte
terminal-monitor-leak = { $leak } mL/min
terminal-monitor-leak_or_more = { $leak } mL/min oder mehr
terminal-monitor-leak_unknown = noch nicht bekannt
terminal-monitor-medium = mittel
terminal-monitor-more = und { $count } vor diesen
terminal-monitor-no_alarm = kein Alarm kam
terminal-monitor-off = { $doing }, nicht am Stumpf
terminal-monitor-rests = Pumpe ruht
terminal-monitor-runs = Pumpe läuft mit { $percent } %
terminal-monitor-silent = die Leitung ist still: seit { $seconds } s kein Rahmen (gelagert meldet sich ein Gerät alle 100 s)
terminal-monitor-speaks = die Leitung meldet sich nach { $seconds } s wieder
terminal-monitor-trend = { $leak }, das { $times }-Fache ihres Mittels
terminal-monitor-unknown_alarm = ! ALARM, den dieses Programm nicht kennt (Bits { $bits }): siehe die Beschreibung des Geräts
terminal-monitor-unknown_kind = es kommen Rahmen der Art { $kind }, die dieses Programm nicht kennt
terminal-monitor-unknown_version = es kommen Rahmen der Version { $version }; dieses Programm liest Version { $known }. Das Programm zur Version des Geräts nehmen

## power

terminal-power-finish = Die Größen gelten für Personen, die zu Ende kommen; { $share } % der Zugeteilten tun es nicht.
terminal-power-instead = Die Studie ist gepaart, was nur eine Simulation sein kann: Die Größen gelten für parallele Gruppen. Für ein Crossover steht design = "crossover" in der Studie.
terminal-power-nothing = nichts wurde gezogen
terminal-power-over = über { $size }
terminal-power-rest = 90 von 100 Fällen zeigen, und in wie vielen von 100 Fällen Studien mit n Personen ihn zeigen.
terminal-power-what = Aus { $persons } virtuellen Personen wurden { $trials } Studien jeder Größe gezogen ({ $design }): die kleinsten, die den Unterschied in 80 und

## sleeve

terminal-sleeve-a_year = Kniekappen im Jahr       { $sleeves }
terminal-sleeve-cost = Kosten im Jahr           { $cost } $ bei { $price } $ je Stück
terminal-sleeve-covers = Löcher, die sie deckt    { $flow } mL/min: ein Loch von { $hole } mm oder entsprechend viele kleinere
terminal-sleeve-evidence = Was zwei Anwender berichten (n = 2): alle 2–3 Monate ersetzt, für 160 $ und mehr; mit einer dünnen Silikonschicht alle 4–6 Monate. Dass eine Kniekappe ersetzt wird, sobald die Pumpe ihr Leck beim Gehen nicht mehr deckt, ist unsere Annahme, ebenso die Zahlen der Pumpe.
terminal-sleeve-lasts = eine Kniekappe hält      { $months } Monate, am Ende mit { $pinholes } Löchern
terminal-sleeve-no_knee = Eine Kniekappe dichtet einen Schaft unterhalb des Knies zum Oberschenkel. Oberhalb des Knies tut das ein Liner mit Dichtung, und über dessen Haltbarkeit und Preis ist hier nichts bekannt: Es wird keine Zahl genannt.
terminal-sleeve-takes = die Pumpe entfernt       { $flow } mL/min bei 15 inHg im Gehen
terminal-sleeve-with_barrier = { $case }: { $system }, mit Silikonschicht. Median (10. bis 90. Perzentil) der ausgelosten Personen.
terminal-sleeve-without_barrier = { $case }: { $system }, ohne Silikonschicht. Median (10. bis 90. Perzentil) der ausgelosten Personen.

## socket

terminal-socket-along_skin = entlang der Haut
terminal-socket-area = Fläche
terminal-socket-axes = Achsen:
terminal-socket-below_level = unter { $level }
terminal-socket-bone = Knochen { $bone } mL; Weichteile im Mittel { $tissue } mm dick
terminal-socket-found = { $how } ({ $standing })
terminal-socket-contact = { $contact } cm² Kontaktfläche; { $gap } mm gegen den Stumpf in seinem Liner
terminal-socket-custom = Maßliner: { $reasons }
terminal-socket-difference = Unterschied
terminal-socket-differences = mittlerer radialer Fehler { $radial } mm, Interquartilsabstand { $range } mm, höchstens { $most } mm, Normalen { $normals }° auseinander: { $verdict }
terminal-socket-donning = Anziehen: { $verdict } (Hinterschnitt { $undercut } mm im Radius)
terminal-socket-files = Dateien:
terminal-socket-files_in = Dateien in { $folder }:
terminal-socket-front = vorn
terminal-socket-girth = { $below } mm unter { $level }: { $after } mm, damals { $before } mm ({ $change })
terminal-socket-heading = { $name }, Seite { $side }
terminal-socket-inside = innen { $inside } mL unterhalb des Rands; modellierter Stumpf abzüglich seiner Reduktion { $expected } mL ({ $off } %)
terminal-socket-landmarks = Landmarken:
terminal-socket-level = Höhe
terminal-socket-limb = Stumpf unter { $landmark }: { $length } mm, { $volume } mL, { $skin } cm² Haut; Formindex { $index } (unter 1 konisch)
terminal-socket-liner = Liner: { $measure }
terminal-socket-long_axis = Längsachse
terminal-socket-look = Anzusehen:
terminal-socket-none = Es wird kein Schaft gefertigt und keine Datei geschrieben:
terminal-socket-scan = Scan: { $file } ({ $format }, { $faces } Dreiecke), in { $unit }: { $reason }
terminal-socket-scan_word = Scan
terminal-socket-since = Seit { $earlier } (ausgerichtet auf { $rms } mm):
terminal-socket-size_check = Größenprüfung, kein Schaft ({ $technique }):
terminal-socket-socket = Schaft ({ $technique }):
terminal-socket-solid = geschlossen, orientiert, Stücke: { $pieces }; Dreiecke durch ein anderes: { $crossings }; Dreiecke: { $faces }
terminal-socket-swelling = Die Zeit seit dem Ausziehen zählt: { $what }.
terminal-socket-taken = Aufgenommen: { $taken }
terminal-socket-tape = Maßband
terminal-socket-tape_and_scan = Maßband und Scan, Umfänge unterhalb der Bezugshöhe ({ $reference }):
terminal-socket-thinnest = dünnste Stelle des Körpers { $mm } mm: { $feature }
terminal-socket-volume = Volumen { $after } mL, damals { $before } mL ({ $change } %), über die Höhen, die beide Scans haben
terminal-socket-volumes = Volumen: Maßband { $tape } mL, Scan { $scan } mL ({ $change } %), nicht beurteilt
terminal-socket-wall = dünnste Wand { $wall } mm; { $volume } mL Material

## study

terminal-study-arm = Arm
terminal-study-crossover = Die Tage unterscheiden sich: Mehr scheinen zu gewinnen und zu verlieren als an ein und demselben Tag.
terminal-study-difference = Unterschied ({ $interval })
terminal-study-finished = { $out } ausgeschieden, { $analysed } ausgewertet
terminal-study-flow = { $assessed } Personen geprüft, { $not } nicht geeignet, { $allocated } zugeteilt ({ $design })
terminal-study-flow_most = { $assessed } Personen geprüft, { $not } nicht geeignet (meist: { $reason }), { $allocated } zugeteilt ({ $design })
terminal-study-gain = gewinnen
terminal-study-lose = verlieren
terminal-study-matters = zählt ab
terminal-study-outcome = Ergebnis
terminal-study-paired = Jede Person am selben Tag mit jeder Haftung: Das kann nur eine Simulation.
terminal-study-parallel = Niemand hat beide Haftungen: Wer gewinnt und wer verliert, lässt sich nicht sagen.
terminal-study-report = Der Bericht ist in { $file }.
terminal-study-reached = { $outcome }, { $arm }: erreicht von { $arm_n } von { $all }, mit der Referenz von { $reference_n } von { $reference_all }. Der Unterschied gilt nur für die, die es erreicht haben.
terminal-study-unit = Einheit
