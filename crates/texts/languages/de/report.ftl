# Der Bericht eines Falls, und die Worte, die alle Berichte teilen.

report-contents = Inhalt
report-disclaimer = Concord ist kein Medizinprodukt und steht in keiner Verbindung zu einem Hersteller.
report-founded_on = Gestützt auf
report-made_by = Erstellt von Concord { $program }, Ergebnisversion { $result }. Derselbe Fall, dieselbe Version und derselbe Startwert ergeben dieselbe Datei.
report-made_by_drawn = Erstellt von Concord { $program }, Ergebnisversion { $result }; neben der mittleren { $persons } Personen ausgelost, Startwert { $seed }. Derselbe Fall, dieselbe Version und derselbe Startwert ergeben dieselbe Datei.
report-page = S. { $page }
report-parameter = Parameter
report-quantity = Größe
report-title = { $name } – Concord-Bericht
report-to = { $low } bis { $high }

## answer

report-answer-candidate = Für aktives Vakuum geeignet. Empfohlen: { $pump }.
report-answer-holds = Wie lange das Vakuum an diesem Tag gehalten wird
report-answer-holds_simulated = Simuliert, Median der Personen; siehe Abschnitt „{ $day }“.
report-answer-liner = Liner
report-answer-no_candidate = Für aktives Vakuum nicht geeignet:
report-answer-no_pump = Für aktives Vakuum geeignet, aber keine Pumpe des Katalogs passt:
report-answer-person = Zu dieser Person
report-answer-pump_of_size = { $pump } { $article }, Größe { $size } ({ $persons })
report-answer-recommended = Empfohlene Pumpe: { $pump }, { $article }
report-answer-waits = Für aktives Vakuum geeignet, aber nicht bevor dies geklärt ist: { $open }. Dann: { $pump }.

## basis

report-basis-left = was übrig bleibt
report-basis-not_counted = gedruckt; nicht gezählt: die Angabe der Pumpe enthält sie vielleicht
report-basis-printed = gedruckt
report-basis-told = wie angegeben

## case

report-case-activity_moderate = mittel
report-case-arterial = arterielle Verschlusskrankheit
report-case-bone_moderate = mäßig vorstehende Knochen
report-case-bone_none = keine vorstehenden Knochen
report-case-bone_prominent = vorstehende Knochen
report-case-bulbous = Keulenförmig
report-case-by_lanyard = Zugband (Lanyard)
report-case-by_nothing = noch keine Prothese
report-case-by_pin = Pin-Verschluss
report-case-by_sleeve = Kniekappe
report-case-by_suction = Unterdruck mit Ausstoßventil
report-case-by_vacuum = aktives Vakuum
report-case-cannot_manage = kommt mit dem System nicht zurecht
report-case-conical = Konisch
report-case-cylindrical = Zylindrisch
report-case-diabetes = Diabetes
report-case-dialysis = Dialyse
report-case-girth = { $girth } bei { $height }
report-case-girths = { $girths } mm unterhalb der Bezugshöhe ({ $reference })
report-case-hands_absent = Handfunktion fehlt
report-case-hands_full = Handfunktion uneingeschränkt
report-case-hands_limited = Handfunktion eingeschränkt
report-case-ischial_tuberosity = Tuber ischiadicum
report-case-limb = { $shape }; Weichteile { $amount }, Beschaffenheit { $consistency }; { $bone }; { $scars }
report-case-manages = kommt mit dem System zurecht
report-case-manages_with_help = kommt mit dem System bei täglicher Hilfe zurecht
report-case-many_socks = morgens { $count } Strümpfe ({ $plies })
report-case-neuroma_bears = ein Neurom, das Druck verträgt
report-case-neuroma_cannot = ein Neurom, das keinen Druck verträgt
report-case-neuroma_none = kein Neurom bekannt
report-case-no_arterial = keine arterielle Verschlusskrankheit
report-case-no_diabetes = kein Diabetes
report-case-no_dialysis = keine Dialyse
report-case-no_socks = keine Strümpfe genannt
report-case-one_sock = morgens ein Strumpf, { $ply }
report-case-patellar_tendon = Mitte der Patellasehne
report-case-ply = { $ply }-lagig
report-case-scars_difficult = schwierige Narben
report-case-scars_none = keine Narben
report-case-scars_sound = unauffällige Narben
report-case-tissue_excessive = viel
report-case-tissue_flabby = schlaff
report-case-tissue_indurated = verhärtet
report-case-tissue_insufficient = zu wenig
report-case-tissue_normal = normal
report-case-tissue_sufficient = ausreichend
report-case-vision_absent = Sehvermögen fehlt
report-case-vision_full = Sehvermögen uneingeschränkt
report-case-vision_limited = Sehvermögen eingeschränkt
report-case-water_none = bleibt trocken
report-case-water_splash = Regen und Spritzwasser
report-case-water_swim = Schwimmen

## day

report-day-at_a_desk = am Schreibtisch
report-day-below = unter { $least }
report-day-central = Der Person mit dem mittleren Wert jedes Parameters; bei anderen ist es anders.
report-day-expanded = Gebildet aus: { $told }. Angenommen: etwa alle { $minutes } min ein Gang mit { $cadence } Schritten beider Füße je Minute; von der übrigen Zeit { $standing } % Stehen, { $sitting } % Sitzen.
report-day-happened = Was geschah
report-day-held = Gehaltenes Vakuum: mindestens 15 inHg oder, wo das niedriger ist, was der Regler der Pumpe anstrebt, abzüglich seines doppelten Bandes. Eine Pumpe, die Schritte bewegen, ruht mit ihrem Träger: Dann entscheidet das Leck der Dichtung, wie lange das Vakuum steht. Das Leck einer heilen Kniekappe hat niemand gemessen; unseres ist danach gesetzt, wie oft eine elektrische Pumpe in zehn Minuten wieder anlief. Der Anteil der Personen, die ihr Vakuum verlieren, ist also vorhergesagt, nicht gezählt. Eine Pumpe, die von selbst wieder anläuft, zeigt dieses Leck nicht.
report-day-median = Median der simulierten Personen (10. … 90. Perzentil). Volumen seit dem Anlegen.
report-day-mixed = gemischt
report-day-not_aimed_at = nicht angestrebt: ruht zuerst bei { $vacuum }
report-day-nothing = Nichts zu berichten.
report-day-numbers = Der Tag in Zahlen
report-day-of = { $part } von { $whole }
report-day-off = Grauer Grund: Prothese abgelegt.
report-day-on_the_feet = auf den Beinen
report-day-settings = Die simulierte elektronische Pumpe läuft mit den Einstellungen dieses Falls: { $settings }. Durch diesen Bericht erfährt kein Gerät davon: Ein Gerät nimmt sie als Datensatz, den concord pump-settings schreibt.
report-day-strip = Streifen über jedem Bild:
report-day-told = { $steps } Schritte und „{ $kind }“, { $from } bis { $to } Uhr
report-day-what = Dieselben Personen leben denselben Tag mit jeder Haftung. Linien sind Mediane von { $persons } simulierten Personen, Bänder enthalten die mittleren 80 % von ihnen (10. bis 90. Perzentil). Sie teilen die Maße und den Tag dieses Falls; was an dieser Person niemand gemessen hat, ist ausgelost.
report-days-median = Median der simulierten Personen (10. … 90. Perzentil).
report-days-title = Tage in Folge
report-days-what = { $days } Tage. Das Bild zeigt das Stumpfvolumen seit dem ersten Morgen: je ein Punkt morgens vor dem Anlegen und abends nach dem Ausziehen, Median aller Personen. Linien verbinden sie nur.

## evidence

report-evidence-caption = Gemessen an den Aussagen der Herstellerbroschüre, soweit sie diesen Fall betreffen.
report-evidence-contradicts = widerspricht
report-evidence-mixed = teils, teils
report-evidence-name = Belege
report-evidence-says = Was dort steht
report-evidence-stance = Haltung
report-evidence-supports = stützt
report-evidence-title = Was Studien, Leitlinien und Kostenträger sagen

## fact

report-fact-body_mass = Körpermasse
report-fact-by_hand = Eine Hand, nach dem Anlegen
report-fact-by_motor = Motor und Akkus; der Tag ist in der Betriebsart „{ $mode }“ simuliert
report-fact-by_swing = Ein schwingendes Teil, bei jedem Schritt
report-fact-by_weight = Das Körpergewicht, bei jedem Schritt
report-fact-connection = Anschluss
report-fact-direct = Direkt am Schaft, ohne äußeren Schlauch
report-fact-driven_by = Antrieb
report-fact-heavier_taken = zwischen zwei Größen, genommen ist die schwerere
report-fact-height = Höhe
report-fact-mass = Masse der Pumpe
report-fact-no_sizes = Die Pumpe gibt es nicht in Größen
report-fact-size = Größe
report-fact-size_for = { $size }, für { $persons }
report-fact-special_order = eine Sonderbestellung
report-fact-tube = Über einen äußeren Schlauch

## first

report-first-aims = Ihr Regler strebt dann { $vacuum } an.
report-first-both = Nach { $steps } Schritten auf der Prothese: { $vacuum }, { $low } … { $high } kPa. Mit einem Loch von { $pinhole } mm in der { $seal }: { $torn }, { $torn_low } … { $torn_high } kPa.
report-first-intact = Nach den ersten { $steps } Schritten auf der Prothese ist ein Vakuum von { $vacuum } vorhergesagt; acht von zehn Personen liegen zwischen { $low } und { $high } kPa.
report-first-pinhole = Mit einem Loch von { $pinhole } mm in der { $seal } sind { $vacuum } vorhergesagt; acht von zehn Personen liegen zwischen { $low } und { $high } kPa.
report-first-sensor = Wenn der Drucksensor der Pumpe ausfällt:

## forces

report-forces-answered = beantwortet
report-forces-open = offen
report-forces-title = Kräfte im Schaft

## grade

report-grade-guideline = Leitlinie oder Kostenträger
report-grade-maker_claim = Aussage des Herstellers
report-grade-maker_instruction = Anweisung des Herstellers
report-grade-our_assumption = unsere Annahme
report-grade-study = Studie
report-grade-user_report = Berichte von Anwendern

## head

report-head-above_knee = { $length } zwischen Schaft und Knie
report-head-activities = Aktivitäten
report-head-adjustable = wünscht eine von Hand einstellbare Haftung
report-head-air = { $celsius } °C ({ $fahrenheit } °F), { $metres } m über dem Meer
report-head-barrier = Silikonschicht unter der Kniekappe
report-head-below_knee = { $length } unter dem Knie
report-head-below_knee_unknown = unter dem Knie nicht angegeben
report-head-below_socket = { $length } unter dem Schaft
report-head-circumferences = Umfänge
report-head-conditions = Erkrankungen und Fähigkeiten
report-head-day = Tag
report-head-definitive = Definitivversorgung
report-head-expanded = { $hours }; gebildet aus: { $told }
report-head-fit = Passung des Tages
report-head-fluctuation = Schwankung
report-head-fluctuation_said = Ändert sich im Lauf eines Tages um { $mm } mm im Umfang, wie angegeben
report-head-foot = Fuß { $length }, { $height } hoch
report-head-foot_unknown = Fuß { $length }, seine Aufbauhöhe nicht angegeben
report-head-hours = { $from } bis { $to } Uhr ({ $duration })
report-head-interim = Interimsversorgung
report-head-keep_socket = der Schaft soll bleiben
report-head-kicker = Concord: ein digitaler Zwilling der Haftung mit aktivem Vakuum. Versorgung und ein Tag, für einen Fall.
report-head-level = Höhe der Amputation
report-head-limb = Stumpf
report-head-limb_said = { $level }, { $length } von der Bezugshöhe ({ $reference }) bis zum distalen Ende, { $volume } mL
report-head-loose = beim Anlegen um { $gap } mm zu weit
report-head-measured = Gemessen
report-head-no_gap = kein Spalt beim Anlegen genannt
report-head-person = Person
report-head-person_said = { $age } Jahre, { $mass }, { $level }, Aktivität { $activity }; { $stage }; Wasser: { $water }
report-head-female = weiblich
report-head-male = männlich
report-head-amputated = Amputation vor { $months } Monaten
report-head-present = Jetzt
report-head-prosthesis = Prothese { $mass }
report-head-pump_with_tube = jetzige Pumpe: { $pump }, mit äußerem Schlauch
report-head-pump_without_tube = jetzige Pumpe: { $pump }, ohne äußeren Schlauch
report-head-sleeve = Kniekappe alle { $months } Monate ersetzt, wie angegeben
report-head-space = Platz
report-head-steps = etwa { $steps } Schritte auf der Prothese
report-head-strip = Der Tag.
report-head-tight = beim Anlegen um { $gap } mm zu eng
report-head-tissue = Gewebe
report-head-wide = direkt unter dem Schaft sitzt ein breites Bauteil

## height

report-height-foot = Höhe des Fußes nicht angegeben
report-height-joint = nichts übrig, um die Teile zu verbinden
report-height-left = { $mm } mm übrig
report-height-missing = { $mm } mm fehlen
report-height-no_foot = nichts bleibt für einen Fuß
report-height-of = { $sum } von { $there } mm ({ $needed } von { $inches } in), { $outcome }
report-height-plate = Platte vielleicht nicht enthalten
report-height-shorter_foot = für einen kürzeren Fuß gedruckt
report-height-space = Platz nicht angegeben
report-height-too_little = { $mm } mm übrig: zu wenig?
report-height-unprinted = keine Höhe gedruckt

## held_to

report-held_to-few = Dieser Bericht entstand mit wenigen ausgelosten Personen; seine Bänder sind grob.
report-held_to-title = Woran der Zwilling gemessen wird
report-held_to-what = Der Zwilling wird mit den veröffentlichten Zahlen unten verglichen; { $file }, von { $command } geschrieben, zeigt jede mit dem Wert des Modells: welche getroffen und welche verfehlt wurden, und nach welcher ein Parameter gesetzt ist. Es sind Laborsitzungen weniger Personen, Zahlen von Prüfständen und Angaben eines Herstellers. Keine begleitet eine Person durch einen ganzen Tag; der Tag in diesem Bericht reicht also über das hinaus, woran der Zwilling gemessen wurde. Lesen Sie ihn als Vergleich von Haftungen an derselben Person, nicht als Vorhersage für diese.

## holds

report-holds-electric = { $pump }: Ihr Regler strebt { $aims } an. Für { $held } von { $worn } getragenen Stunden bleibt das Vakuum innerhalb des doppelten Bandes davon, und für { $at_15 } h bei mindestens 15 inHg.
report-holds-standing = Von { $standing } h Stehen hält sie es { $held } h.
report-holds-weight = { $pump } hält mindestens 15 inHg für { $at_15 } von { $worn } getragenen Stunden.

## instead

report-instead-again = Fällt eine Kontraindikation eines Tages weg, den Fall ändern und noch einmal rechnen lassen.
report-instead-compares = Der Abschnitt „{ $day }“ vergleicht sie für diese Person: { $names }.
report-instead-in_the_way = Was gegen jede Pumpe spricht:
report-instead-none = Es wird keine Pumpe empfohlen, und es steht keine Bestellliste da. Concord wählt keine andere Haftung; zeigen kann es den Tag mit denen ohne Pumpe.
report-instead-title = Was stattdessen möglich ist

## limb

report-limb-distances = Der Stumpf, und wie weit die Innenseite des Schafts von seiner Haut entfernt ist.
report-limb-facts = Der Scan geht dem Maßband vor: { $volume }, { $length } lang unterhalb { $landmark }, { $skin } Haut. Der Schaft ({ $technique }) hat { $contact } Kontaktfläche; seine Wand ist nirgends dünner als { $wall }.
report-limb-files = Maßblatt, Linerbestellung, Schritte und Schnitte stehen in { $file }; die Dateien zum Drucken oder Fräsen liegen daneben.
report-limb-no_socket = Aus diesem Scan wird kein Schaft gefertigt.
report-limb-same_scale = Gleicher Maßstab, gleiche Höhen.
report-limb-socket = Der Schaft.
report-limb-tape_and_scan = Maßband und Scan

## link

report-link-day = Der Tag
report-link-the_day = Der Tag

## mode

report-mode-automatic = Automatik
report-mode-level1 = Stufe 1
report-mode-level2 = Stufe 2
report-mode-level3 = Stufe 3
report-mode-level4 = Stufe 4
report-mode-off = aus
report-mode-reverse = umgekehrt

## parameters

report-parameters-assumed = Angenommen
report-parameters-assumed_what = { $heading } ({ $count }): niemand hat sie veröffentlicht: unser Urteil.
report-parameters-fitted = Angepasst
report-parameters-fitted_what = { $heading } ({ $count }): so gesetzt, dass eine veröffentlichte Zahl getroffen wird; diese Zahl zu treffen, beweist nichts.
report-parameters-fixed = fest
report-parameters-ours = Unsere Annahme
report-parameters-published = Veröffentlicht
report-parameters-published_what = { $heading } ({ $count }): in der Quelle gelesen oder aus ihren Zahlen berechnet.
report-parameters-source = Quelle und Notiz
report-parameters-spread = Streuung
report-parameters-title = Alle Parameter des Zwillings
report-parameters-value = Wert
report-parameters-what = Zahlen, die weder dieser Fall noch der Katalog angibt. Die Streuung ist eine Standardabweichung, zwischen Personen und im Wissen: ± in der Einheit des Parameters, ×÷ als Faktor. Daraus entstehen die Bänder dieses Berichts. Namen und Notizen der Parameter stehen im Englisch der Datendatei.

## parts

report-parts-article = Artikel
report-parts-ask = Noch zu fragen
report-parts-caption = Die Bestellung für ein System. Artikel wie gedruckt; was noch zu fragen ist, steht in jeder Zeile.
report-parts-caption_waits = Die Bestellung für ein System, nicht bevor dies geklärt ist: { $open }. Artikel wie gedruckt; was noch zu fragen ist, steht in jeder Zeile.
report-parts-order = Menge
report-parts-part = Teil, und warum
report-parts-size = Größe
report-parts-title = Bestellliste
report-parts-waits = Nicht, bevor dies geklärt ist: { $open }.

## pinned

report-pinned-by = Festgelegt durch
report-pinned-fitted = Angepasste Parameter
report-pinned-fitted_caption = { $heading }: was jeden festlegt, und wie weit.
report-pinned-fitted_name = Was die angepassten Parameter festlegt
report-pinned-free = Was frei bleibt
report-pinned-free_caption = { $heading }: angenommene Parameter, die nicht angepasst wurden, obwohl sie bewegen, was der Zwilling zu den Studien unten vorhersagt. Eine Studie, die einen davon misst, würde diese Vorhersagen prüfen.
report-pinned-hardly = kaum berührt
report-pinned-how_far = Wie weit
report-pinned-is = Was es ist, und was zu messen wäre
report-pinned-measure = Messen: { $what }
report-pinned-moves = Bewegt am meisten
report-pinned-moves_by = { $what } { $mark }, um das { $times }-Fache der Unsicherheit jener Zahl
report-pinned-narrowed = verengt
report-pinned-narrower = Streuung { $narrower } schmaler
report-pinned-none = keine Zahl
report-pinned-title = Was die veröffentlichten Zahlen festlegen
report-pinned-well = gut festgelegt
report-pinned-what = Angepasste Parameter wurden nach veröffentlichten Zahlen gesetzt. Wie viel eine Zahl wirklich über einen sagt, zeigt sich daran, wie sehr sie die Streuung verengt, die der Parameter ohne sie hätte. Wo sie wenig verengt, ist der Wert ebenso unser Urteil wie das jener Studie; die Bänder dieses Berichts nutzen die weite Streuung, nicht die verengte.

## pumps

report-pumps-caption = Die Pumpen der Reihe nach, mit dem, was entscheidet: Ablehnungen, wo es welche gibt, sonst alles, was dafür oder dagegen spricht.
report-pumps-grounds = Gründe zu { $pump }
report-pumps-inputs = Angaben
report-pumps-name = Pumpen
report-pumps-pump = Pumpe
report-pumps-reasons = Gründe
report-pumps-rest = Worauf jedes Urteil beruht: { $link }.
report-pumps-rules = Jede Regel, die zu jeder Pumpe gefragt wurde: was sie fand, aus welchen Feldern des Falls und des Katalogs, nach wessen Angabe. Gewichte ordnen die Pumpen, die passen; sie sind unser Urteil.
report-pumps-verdict = Urteil
report-pumps-weight = Gewicht { $weight }
report-pumps-what = Was

## seal

report-seal-seal = Dichtung
report-seal-sleeve = Kniekappe

## section

report-section-answer = Die Antwort
report-section-day = Der Tag
report-section-first_steps = Erste Schritte, und wenn der Sensor ausfällt
report-section-foundations = Was veröffentlicht und was angenommen ist
report-section-limb = Der Stumpf und sein Schaft
report-section-pumps = Alle Pumpen des Katalogs
report-section-rules = Warum, Regel für Regel
report-section-sources = Quellen
report-section-what_if = Was schiefgehen könnte

## sources

report-sources-titles = Titel wie im Literaturverzeichnis von Concord, das auch sagt, wie viel von jeder Quelle gelesen wurde; manche Titel sind beschreibend. Eine Quelle prüfen, bevor sie zitiert wird.

## space

report-space-left_out = Nicht gezeigt, weil keine Höhe bekannt ist: { $pumps }.
report-space-title = Passt es in die Höhe?
report-space-what = Jede Pumpe mit dem, was über und unter ihr steht, maßstäblich, links vom Schaft an; weiß ist, was für Rohr oder Klemmadapter bleibt. Die gestrichelte Linie ist der vorhandene Platz.

## spread

report-spread-fewer_steps = weniger Schritte
report-spread-is = Was es ist
report-spread-keeps_volume = hält das Volumen
report-spread-larger = „Größer:“ sagt, was ein größerer Wert des Parameters bewirkt.
report-spread-largest = Größter Anteil
report-spread-less_pistoning = weniger Hubbewegung
report-spread-loses_volume = verliert Volumen
report-spread-measure = Was zu messen wäre
report-spread-measure_caption = Was zu messen wäre, um die Bänder zu verengen, das Stärkste zuerst. Wie es zu messen ist, ist unser Vorschlag; er steht im Englisch der Datendatei.
report-spread-measure_label = Messen
report-spread-more_pistoning = mehr Hubbewegung
report-spread-more_steps = mehr Schritte
report-spread-other_case = Am mitgelieferten Fall { $case } berechnet, nicht an diesem: Die Reihenfolge ist ein Anhalt, die Zahlen sind die jenes Falls. Jeder Parameter wird um seine Streuung bewegt ({ $command }); ein Anteil ist auf etwa ± { $share } sicher.
report-spread-own_case = An diesem Fall berechnet, indem jeder Parameter um seine Streuung bewegt wird ({ $command }); ein Anteil ist auf etwa ± { $share } sicher.
report-spread-share_of = { $share }: { $what }
report-spread-title = Woher die Streuung kommt
report-spread-value = { $central } ± { $sd } { $unit } (eine Standardabweichung)
report-spread-value_and_first = { $central } ± { $sd } { $unit } (eine Standardabweichung). Wäre der erste genau bekannt, wäre das Band höchstens { $narrower } schmaler.
report-spread-what = Die Bänder dieses Berichts sind breit, weil manche Zahlen nicht gut bekannt sind und von Person zu Person verschieden. Jedes Bild nimmt ein Ergebnis des Tages und zeigt, aus welchen Zahlen sein Band kommt: Ein Parameter mit 60 % ist an 60 % der Varianz beteiligt, allein oder zusammen mit anderen. Ein langer Balken mit gestricheltem Rand ist eine Zahl, auf die es ankommt und die niemand veröffentlicht hat: Sie zu messen, hilft am meisten.

## stack

report-stack-basis = Nach wessen Angabe
report-stack-height = Höhe
report-stack-piece = Teil
report-stack-title = Höhe, Teil für Teil

## system

report-system-pin = Pin-Verschluss mit Strümpfen
report-system-suction = Ausstoßventil

## unit

report-unit-of_limb_volume = % des Stumpfvolumens
report-unit-socks = Strümpfe
report-unit-steps = Schritte

## what_if

report-what_if-battery = der Rest im Akku ändert sich von { $before } auf { $after }
report-what_if-caption = Median (10. … 90. Perzentil). Fett: anders als am Tag wie versorgt.
report-what_if-first_lost = Gehaltenes Vakuum zuerst verloren, mit mittleren Parameterwerten
report-what_if-held = die Stunden mit gehaltenem Vakuum ändern sich von { $before } auf { $after }
report-what_if-hours_held = Gehaltene Stunden
report-what_if-lost = mit mittleren Parameterwerten geht gehaltenes Vakuum zuerst verloren: { $lost }
report-what_if-never = nie
report-what_if-pistoning = die mittlere Hubbewegung ändert sich von { $before } auf { $after }
report-what_if-socks = die zusätzlichen Strümpfe ändern sich von { $before } auf { $after }
report-what_if-strides = die Schritte bis 15 inHg ändern sich von { $before } auf { $after }
report-what_if-time = die Zeit mit mindestens 15 inHg ändert sich von { $before } auf { $after }
report-what_if-title = Was schiefgehen könnte
report-what_if-unchanged = nichts ändert sich, was diese Zahlen zeigen.
report-what_if-volume = das Stumpfvolumen am Tagesende ändert sich von { $before } auf { $after }
report-what_if-what = Derselbe Tag mit der empfohlenen Pumpe, jedes Mal mit einem Fehler, verglichen mit dem Tag wie versorgt.
