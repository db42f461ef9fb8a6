# Der Bericht einer virtuellen Studie.

study_report-ci = { $level }-%-KI
study_report-gain = Gewinnen
study_report-interval_of = { $value } ({ $low } bis { $high })
study_report-kicker = Concord: ein digitaler Zwilling der Haftung mit aktivem Vakuum. Eine virtuelle Studie: Jede Person ist simuliert.
study_report-lose = Verlieren
study_report-made_by = Erstellt von Concord { $program }, Ergebnisversion { $result }, Studie { $fingerprint }, Startwert { $seed }. Dieselbe Studie, dieselbe Version und derselbe Startwert ergeben dieselbe Datei.
study_report-matters = Zählt ab
study_report-not_drawn = nicht gezogen: { $why }
study_report-outcome = Ergebnis
study_report-over = über 99,9 %
study_report-title = { $name } – Concord-Studie
study_report-under = unter 0,1 %

## answer

study_report-answer-against = { $arm } gegen { $reference }
study_report-answer-better = , was besser ist
study_report-answer-caption = Mittelwerte beider Arme und der Effekt mit seinem Intervall.
study_report-answer-crossover = { $persons } virtuelle Personen, jede nacheinander mit jeder Haftung, an verschiedenen Tagen. Das Intervall sagt, wie weit die Zahl der Personen den Mittelwert offen lässt, nicht, wie sehr der Zwilling irren kann: { $link }.
study_report-answer-difference = Unterschied ({ $interval })
study_report-answer-does_not_matter = , weniger als das, worauf es ankommt
study_report-answer-effects = Effekte
study_report-answer-higher = { $outcome }: mit „{ $arm }“ { $amount } höher als mit „{ $reference }“{ $interval }{ $verdict }.
study_report-answer-how_to_read = wie dies zu lesen ist
study_report-answer-interval = ({ $interval } des Unterschieds: { $low } bis { $high })
study_report-answer-lower = { $outcome }: mit „{ $arm }“ { $amount } niedriger als mit „{ $reference }“{ $interval }{ $verdict }.
study_report-answer-missing = { $persons } Personen haben keinen Wert, weil nicht erreicht wurde, was zu messen war.
study_report-answer-no_difference = : kein Unterschied
study_report-answer-nobody = „{ $arm }“ gegen „{ $reference }“: { $outcome }: Niemand wurde mit beiden beobachtet.
study_report-answer-none = niemand
study_report-answer-not_told_apart = : von keinem Unterschied nicht zu unterscheiden
study_report-answer-one_arm = Die Studie hat einen Arm: Es gibt nichts, womit er zu vergleichen wäre. Was ihre Personen zeigten, folgt unten.
study_report-answer-paired = { $persons } virtuelle Personen, jede am selben Tag mit jeder Haftung, was nur eine Simulation kann. Das Intervall sagt, wie weit die Zahl der Personen den Mittelwert offen lässt, nicht, wie sehr der Zwilling irren kann: { $link }.
study_report-answer-parallel = { $persons } virtuelle Personen, jede mit einer Haftung, durch das Los. Das Intervall sagt, wie weit die Zahl der Personen den Mittelwert offen lässt, nicht, wie sehr der Zwilling irren kann: { $link }.
study_report-answer-persons = Von allen Personen gewinnen { $gain } mindestens { $matters }; mindestens so viel verlieren: { $lose }.
study_report-answer-scale = Jedes Ergebnis auf einer Skala: 1 ist der kleinste Unterschied, auf den es einer Person ankommt, wie die Studie sagt. Die Linie ist das Intervall des Mittelwerts ({ $interval }), die Zahlen haben die genannte Einheit.
study_report-answer-worse = , was schlechter ist

## arms

study_report-arms-arm = Arm
study_report-arms-below_above = { $arm }: { $below } darunter, { $above } darüber
study_report-arms-beyond = Außerhalb des Bildes: { $groups }.
study_report-arms-caption = Personen mit einem Wert, und wie sie liegen.
study_report-arms-caption_unit = Personen mit einem Wert, und wie sie liegen ({ $unit }).
study_report-arms-mean = Mittel
study_report-arms-median = Median
study_report-arms-name = Arme
study_report-arms-not_reached = Nicht erreicht
study_report-arms-persons = Personen
study_report-arms-sd = SD
study_report-arms-what = Anteile der Personen; der Buchstabe steht am Mittelwert des Arms. Nichts ist geglättet.

## design

study_report-design-crossover = Crossover
study_report-design-paired = gepaart
study_report-design-parallel = parallele Gruppen

## flow

study_report-flow-allocated = Zugeteilt: { $persons }
study_report-flow-analysed = Ausgewertet: { $persons }
study_report-flow-assessed = Auf Eignung geprüft: { $persons }
study_report-flow-crossover = Jede Person hat jede Haftung an einem eigenen Tag; das Los entscheidet, welche zuerst kommt, dann folgen sie in der Reihenfolge der Studie.
study_report-flow-drop_out = Personen scheiden durch das Los aus, was immer ihr Arm mit ihnen tut ({ $source }).
study_report-flow-dropped = Ausgeschieden: { $persons }
study_report-flow-each = jede zu allen { $arms } Armen
study_report-flow-first = zuerst { $arm }: { $persons }
study_report-flow-not_eligible = Nicht geeignet: { $persons }
study_report-flow-other = andere Gründe: { $persons }
study_report-flow-paired = Jede Person lebt denselben Tag mit jeder Haftung.
study_report-flow-parallel = Jede Person hat eine Haftung, durch das Los.
study_report-flow-rule = { $of }: { $what } (Regel { $rule })

## law

study_report-law-fixed = { $value }{ $unit } für alle
study_report-law-lognormal = lognormal, Median { $median }{ $unit }, ×÷ { $factor } je Standardabweichung
study_report-law-normal = normal, Mittel { $mean }, SD { $sd }{ $unit }
study_report-law-on_limits = { $persons } der ausgewerteten Personen ({ $share } %) stehen auf den Grenzen
study_report-law-of_day = { $share } % der Varianz von Tag zu Tag
study_report-law-sometimes = { $value } für { $share } von 100 Personen, sonst 0
study_report-law-sometimes_between = { $low } bis { $high }{ $unit } für { $share } von 100 Personen, sonst 0
study_report-law-uniform = gleichverteilt, { $low } bis { $high }{ $unit }
study_report-law-within = innerhalb von { $low } bis { $high }{ $unit }

## persons

study_report-persons-between = Dazwischen
study_report-persons-by_chance = { $count } verlieren; sie unterscheiden sich von den anderen in nichts, was der Zufall nicht erklärt.
study_report-persons-caption = Anteile der Personen mit Intervallen ({ $interval }, Wilson).
study_report-persons-contrasts = Worin sich, wer verliert, von allen anderen unterscheidet, in Standardabweichungen der Variable (0,2 ist klein, 0,8 groß). Genannt werden nur Unterschiede, die der Zufall bei so vielen Personen kaum macht, höchstens { $most } je Ergebnis.
study_report-persons-correlation = Rangkorrelation (Spearman) dessen, worin Personen sich unterscheiden, mit ihrem eigenen Effekt: 1, wo mehr davon immer mehr Effekt heißt, −1, wo es immer weniger heißt, 0, wo es nichts sagt. Jedes wird für sich betrachtet: Was mit dem Effekt einhergeht, muss ihn nicht verursachen, und von zwanzig Intervallen verfehlt eines durch Zufall. Die eigenen Parameter des Zwillings wurden höchstens an den ersten { $most } Personen betrachtet.
study_report-persons-differ_in = Sie unterscheiden sich in
study_report-persons-drivers = Was damit einhergeht
study_report-persons-first_day = Variablen sind die des ersten Tages der Person.
study_report-persons-gain_at_least = Gewinn mindestens
study_report-persons-lose = { $title }: { $count } verlieren, { $share } von allen.
study_report-persons-losers = Wer verliert
study_report-persons-nobody = niemand verliert.
study_report-persons-others = Alle anderen
study_report-persons-own = Eigene Effekte: 10 %, Median, 90 %
study_report-persons-sds = Standardabweichungen
study_report-persons-shares = Wer gewinnt und wer verliert
study_report-persons-thirds = Der Effekt in Dritteln dessen, was am engsten damit einhergeht
study_report-persons-two_days = Die zwei Tage einer Person unterscheiden sich in mehr als der Haftung, und das steckt in diesen Effekten: Mehr scheinen zu gewinnen und mehr zu verlieren als an ein und demselben Tag.
study_report-persons-what = Der eigene Effekt jeder Person. Die gepunkteten Linien sind der Unterschied, auf den es ankommt, die durchgezogene schwarze ist der Mittelwert; wer verliert, liegt auf schraffiertem Grund.
study_report-persons-who_loses = Wer verliert

## plan

study_report-plan-again = Um dies noch einmal zu machen
study_report-plan-better = Besser
study_report-plan-case = Fall
study_report-plan-design = Design
study_report-plan-design_said = { $design }, Referenz { $arm }
study_report-plan-differ = Wie Personen sich unterscheiden
study_report-plan-error = Messfehler, SD
study_report-plan-file = Die Studiendatei, { $file }
study_report-plan-fingerprint = Fingerabdruck
study_report-plan-first_is_primary = Das erste ist das primäre.
study_report-plan-from = Quelle
study_report-plan-how = Wie sie streut
study_report-plan-less = weniger
study_report-plan-limbs = Stümpfe
study_report-plan-more = mehr
study_report-plan-named = Was die Studie nennt. Alle anderen Parameter des Zwillings streuen, wie data/parameters.toml sagt.
study_report-plan-not_screened = Keine
study_report-plan-outcomes = Ergebnisse
study_report-plan-population = Bevölkerung
study_report-plan-screened = Keine Kontraindikation, und jede Pumpe der Studie passt
study_report-plan-screening = Eignung
study_report-plan-seed = Startwert
study_report-plan-together = Was zusammen auftritt:

## published

study_report-published-all = Alle Personen dieser Studie
study_report-published-caption = Veröffentlichte Zahlen und Studien ihrer Größe.
study_report-published-fitted = ein Parameter des Zwillings wurde danach gesetzt
study_report-published-inner = 68 von 100
study_report-published-less = { $arm } abzüglich { $other }
study_report-published-median = Median der Studien
study_report-published-name = Was
study_report-published-outer = 95 von 100
study_report-published-persons = Personen
study_report-published-published = Veröffentlicht
study_report-published-verdict = Urteil
study_report-published-what = Eine veröffentlichte Zahl ist eine Ziehung aus dem, was Studien ihrer Größe finden. Aus den Personen dieser Studie wurden viele Studien jener Größe gezogen, gemessen mit dem Fehler, den die Studie angibt. Das Urteil stand vor jedem Lauf fest: innerhalb der mittleren 68 % dessen, was diese Studien finden, innerhalb der mittleren 95 %, oder außerhalb; ein veröffentlichter Bereich enthält den Mittelwert aller Personen oder nicht.

## reading

study_report-reading-gain = Gewinnen und verlieren
study_report-reading-gain_said = Eine Person gewinnt, wenn ihr eigener Effekt auf der besseren Seite mindestens so groß ist wie das, worauf es ankommt. An einer wirklichen Person kann das niemand fehlerfrei messen; eine Simulation kann es.
study_report-reading-interval = Intervall
study_report-reading-interval_said = Das { $level } sagt, wie weit die Zahl der virtuellen Personen einen Mittelwert offen lässt. Bei vielen Personen ist es sehr schmal. Ob der Zwilling recht hat, sagt es nicht; das sagt { $file }.
study_report-reading-matters = Worauf es ankommt
study_report-reading-matters_said = Der kleinste Unterschied, den eine Person bemerken oder nach dem eine Klinik handeln würde, wie die Studiendatei mit ihrer Quelle sagt. Ein Effekt kann sicher sein und trotzdem zu klein.
study_report-reading-not_reached = Nicht erreicht
study_report-reading-not_reached_said = Personen, die nie zu dem kamen, was zu messen war (etwa ein Vakuum), haben keinen Wert. Ein Effekt ist der jener Personen, die mit beiden Haftungen einen haben; das können die sein, denen es besser geht.
study_report-reading-persons = Personen
study_report-reading-persons_said = Jede Person ist ausgelost: Körper, Stumpf, Schaft und Gewohnheiten, wie diese Studie sagt, die Parameter des Zwillings mit der Streuung aus { $file }. Diese Streuung ist zum Teil, wie Personen sich unterscheiden, und zum Teil, was niemand weiß; beides lässt sich hier nicht trennen. Anteile derer, die gewinnen und verlieren, sind die dieser virtuellen Bevölkerung.
study_report-reading-several = Mehrere Ergebnisse
study_report-reading-several_said = Für das erste Ergebnis wurde die Studie gemacht. Kein Intervall ist breiter, weil es weitere gibt.
study_report-reading-trials = Studien
study_report-reading-trials_said = Eine kleine Studie, die signifikant wird, muss auf eine große Schätzung getroffen sein: Sie übertreibt und zeigt manchmal in die falsche Richtung (Gelman, Carlin 2014). Die Spalten sagen, wie oft und um wie viel, wenn der Zwilling recht hat.

## section

study_report-section-answer = Die Antwort
study_report-section-arms = Die Arme
study_report-section-drivers = Was mit dem Effekt einhergeht
study_report-section-flow = Wer teilnahm
study_report-section-persons = Person für Person
study_report-section-published = Neben dem Veröffentlichten
study_report-section-reading = Wie dies zu lesen ist
study_report-section-study = Die Studie
study_report-section-trials = Was eine wirkliche Studie zeigen würde

## trials

study_report-trials-caption = Was Studien jeder Größe schließen.
study_report-trials-coverage = Intervall enthält die Wahrheit
study_report-trials-crossover = Crossover
study_report-trials-estimates = 95 von 100 Schätzungen
study_report-trials-exaggerate = Die ihn zeigen, übertreiben ihn
study_report-trials-paired = Gepaart, derselbe Tag
study_report-trials-paired_only = Gepaarte Studien, dieselben Personen am selben Tag, lassen sich nur simulieren. Ein Crossover an verschiedenen Tagen braucht mehr Personen als gepaart und weniger als parallele Gruppen.
study_report-trials-parallel = Parallele Gruppen
study_report-trials-shows = Zeigt den Effekt
study_report-trials-size = { $count } Personen, { $design }
study_report-trials-trial = Studie
study_report-trials-what = Aus den Personen dieser Studie wurden { $trials } Studien jeder Größe gezogen, jede gemessen mit dem Fehler, den die Studie angibt. Die Linie enthält die Schätzungen von 95 aus 100 Studien, der dicke Teil 68, das Quadrat ist der Median; die gestrichelte Linie ist, was alle Personen zusammen haben. Eine Studie „zeigt“ den Effekt, wo ihr Intervall ({ $interval }) auf der richtigen Seite von null liegt.
study_report-trials-wrong = Zeigt ihn auf der falschen Seite

## unit

study_report-unit-points = Prozentpunkte
study_report-unit-points_of_volume = Prozentpunkte des Stumpfvolumens
study_report-unit-points_per_h = Prozentpunkte/h
