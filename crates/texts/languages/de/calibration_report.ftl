# Der Bericht einer Kalibrierung.

calibration_report-agree = Wie weit die Inseln übereinstimmen
calibration_report-all = Alle { $count }, die streuen; zuerst, was das Protokoll am meisten lehrte
calibration_report-as_worn = { $system }, wie getragen
calibration_report-cannot = Nein: Der Zwilling kann diesem Protokoll nicht folgen
calibration_report-days = Derselbe Tag, vor dem Protokoll (Personen mit ausgelosten Parametern) und danach (Personen, zu denen dieses Protokoll passt). Median und 10. bis 90. Perzentil.
calibration_report-draws = Jede Ziehung mit ihren Werten steht in { $file } neben dieser Datei.
calibration_report-every_reading = Alle Messwerte
calibration_report-exact = Als genau gezählt auf
calibration_report-exact_said = ± { $vacuum } kPa Vakuum, ± { $fluid } % Flüssigkeit im Schaft, ± { $volume } % Volumen nach dem Ausziehen (eine Standardabweichung, mit dem, was der Zwilling weglässt)
calibration_report-first = Die ersten { $shown } von { $all }.
calibration_report-follows = Der Zwilling folgt diesem Protokoll, und die Ziehungen stimmen überein
calibration_report-frames = Gestrichelter Rahmen: die mittleren 80 % dessen, was vorher bekannt war. Balken: dasselbe nach dem Protokoll, der Kreis ist der Median. Jeder Parameter hat seine eigene Skala. Wo zwei Parameter an diesem Protokoll dasselbe bewirken, verengt es ihre Summe und keinen allein.
calibration_report-kicker = Concord: ein digitaler Zwilling der Haftung mit aktivem Vakuum. Die Parameter einer Person aus ihrem eigenen Protokoll.
calibration_report-log = Protokoll
calibration_report-log_said = { $log }, { $count ->
    [one] { $count } Messwert
   *[other] { $count } Messwerte
    }
calibration_report-log_what = Kreise sind Messwerte, ihre Striche eine Standardabweichung. Blau: der Zwilling nach dem Protokoll, sein Median und die mittleren 80 % seiner Personen. Grau mit gestricheltem Rand: vor dem Protokoll.
calibration_report-made_by = Erstellt von Concord { $program }, Startwert { $seed }. Derselbe Fall, dasselbe Protokoll, dieselbe Version und derselbe Startwert ergeben dieselbe Datei.
calibration_report-not_yet = Noch nicht: Die Ziehungen stimmen nicht überein
calibration_report-nothing = Nichts, was diese Ziehungen sagen können: Jeder Parameter ist so unsicher wie vorher.
calibration_report-predicted = { $system }, vorhergesagt
calibration_report-r_hat = R-hat vergleicht die Mittelwerte der Inseln mit ihren Mitgliedern: Bis 1,05 stimmen sie überein.
calibration_report-readings = Gemessenes neben dem Zwilling vor und nach dem Protokoll (10. … 90. Perzentil). Abweichung: Median danach weniger Gemessenes, in Standardabweichungen. Messwerte einer halben Stunde zählen zusammen als einer.
calibration_report-sampling = { $islands } Inseln mit je { $members } Ziehungen wurden über { $powers } Potenzen der Likelihood vom Prior zum Posterior geführt, ohne Mitglieder auszutauschen. Im letzten Durchgang wurden { $law } % der Schritte nach dem Gesetz der Mitglieder und { $few } % der Schritte weniger Parameter angenommen.
calibration_report-sd = SD: Standardabweichung danach geteilt durch vorher. Verschoben: der Mittelwert, in Standardabweichungen von vorher.
calibration_report-spread = Streuung { $share } % von vorher
calibration_report-strip = Der Tag, gegangen mit den Schritten des Protokolls, wo sie gezählt wurden.
calibration_report-title = { $name } – Concord-Kalibrierung
calibration_report-what = Ein kalibrierter Zwilling ist dasselbe Modell mit Zahlen, die das Protokoll dieser Person wahrscheinlich macht. Er ist keine Diagnose, und was er über einen nicht protokollierten Tag sagt, vor allem mit einer anderen Haftung, ist eine Vorhersage, die niemand geprüft hat.
calibration_report-worn = Getragen

## column

calibration_report-column-after = Nachher
calibration_report-column-after_log = Danach
calibration_report-column-before = Vorher
calibration_report-column-before_log = Vor dem Protokoll
calibration_report-column-counts = Zählt
calibration_report-column-draws = Ziehungen wert
calibration_report-column-measured = Gemessen
calibration_report-column-miss = Abweichung
calibration_report-column-moved = Verschoben
calibration_report-column-outcome = Ergebnis mit der getragenen Haftung
calibration_report-column-r_hat = R-hat
calibration_report-column-sd = SD
calibration_report-column-time = Zeit

## section

calibration_report-section-answer = Ist das zu glauben
calibration_report-section-days = Wie der Tag dieser Person wäre
calibration_report-section-learned = Was das Protokoll lehrte
calibration_report-section-log = Das Protokoll neben dem Zwilling
calibration_report-section-made = Wie es gemacht wurde
calibration_report-section-parameters = Alle Parameter
