# Every word that the pages say, in German. The same ids and places stand in the English folder; a test holds it.

## account

account-close = Beenden
account-factor = Zweiter Faktor
account-factor_add = Dieses Geheimnis in eine Authenticator-App auf dem Telefon eintragen, dann den angezeigten Code eingeben.
account-factor_begin = Einschalten
account-factor_codes = Der zweite Faktor ist eingeschaltet. Diese Codes getrennt vom Telefon aufbewahren: Jeder lässt Sie einmal ohne Telefon herein. Sie werden nicht noch einmal gezeigt.
account-factor_confirm = Bestätigen
account-factor_first = Code der Authenticator-App
account-factor_on = Eingeschaltet: Bei jeder Anmeldung wird ein Code verlangt.
account-factor_open = In einer Authenticator-App auf diesem Gerät öffnen
account-factor_picture = Dasselbe als Bild, für die Kamera der Authenticator-App
account-factor_remove = Ausschalten
account-factor_what = Ausgeschaltet. Mit einem zweiten Faktor wird neben dem Passwort ein Code des Telefons verlangt.
account-from = Von
account-no_log_in = Hier meldet sich niemand mit Passwort an, also gibt es keine Sitzungen.
account-opened = Begonnen
account-password_again = Ihr Passwort, noch einmal
account-seen = Zuletzt benutzt
account-sessions = Offene Sitzungen
account-sessions_hint = Jeder Browser und jedes Skript, das als Sie angemeldet ist. Eine Sitzung endet nach einer Stunde ohne Benutzung, spätestens nach 12 Stunden.
account-this_one = diese
account-title = Konto

## action

action-backed-up = Sicherung erstellt
action-backup-failed = automatische Sicherung misslungen
action-case-created = Fall angelegt
action-case-deleted = Fall gelöscht
action-case-exported = Fall exportiert
action-case-moved = Fall einem Team gegeben
action-case-saved = Fall gespeichert
action-case-viewed = Fall angesehen
action-factor-set = zweiter Faktor ein- oder ausgeschaltet
action-file-attached = Scan aufbewahrt
action-file-downloaded = Datei heruntergeladen
action-file-removed = Scan entfernt
action-list-viewed = Liste der Fälle angesehen
action-login-failed = Anmeldung misslungen
action-missed-acknowledged = nicht festgehaltene Ansichten zur Kenntnis genommen
action-password-set = Passwort gesetzt
action-report-kept = Bericht aufbewahrt
action-restored = Sicherung wiederhergestellt
action-role-set = Rolle gesetzt
action-session-closed = Sitzung beendet
action-sessions-closed = von der Verwaltung abgemeldet
action-signed-in = angemeldet
action-signed-out = abgemeldet
action-store-rekeyed = Schlüssel des Aufbewahrten geändert
action-team-changed = Team geändert
action-user-added = Benutzer hinzugefügt
action-user-removed = Benutzer entfernt
action-views-missed = Ansichten konnten nicht festgehalten werden

## api

api-does = Was sie tut
api-licences = Lizenzen dessen, was andere zu diesem Programm geschrieben haben
api-operation = Operation
api-what = Alles, was die Seiten tun, für Skripte. Die Typen sind die von `--json`. Dokument:

## case

case-export = Exportieren
case-version = Version { $number }

## catalog

catalog-also = Auch genannt:
catalog-back = Zurück zum Katalog
catalog-field = Was
catalog-figures = Zahlen
catalog-is = Was es ist
catalog-legacy = wird nicht mehr angeboten
catalog-name = Name
catalog-printed = Wie gedruckt
catalog-to = { $from } bis { $to }
catalog-unread = nichts Gedrucktes gelesen
catalog-values = Gedruckte Werte
catalog-what = Was Hersteller über ihre Artikel drucken, in ihren Worten, je mit Dokument und Seite.

## choice

choice-activity-high = hoch
choice-activity-low = gering
choice-activity-moderate = mittel
choice-activity-very_high = sehr hoch
choice-amputation_level-transfemoral = transfemoral (Oberschenkel)
choice-amputation_level-transtibial = transtibial (Unterschenkel)
choice-bony_prominence-moderate = mäßig
choice-bony_prominence-none = keine
choice-bony_prominence-prominent = stark
choice-cognition-cannot_manage = kommt damit nicht zurecht
choice-cognition-manages_system = kommt allein zurecht
choice-cognition-manages_with_help = kommt mit täglicher Hilfe zurecht
choice-do-doff = Prothese abgelegt
choice-do-drive = Auto fahren
choice-do-sit = sitzen
choice-do-stand = stehen
choice-do-swim = schwimmen
choice-do-walk = gehen
choice-fitting_stage-definitive = Definitivversorgung
choice-fitting_stage-interim = Interimsversorgung
choice-goes_by-scan = der Scan
choice-goes_by-tape = das Maßband
choice-hand_function-full = uneingeschränkt
choice-hand_function-limited = eingeschränkt
choice-hand_function-none = keine
choice-k_level-K0 = K0: nicht gehfähig
choice-k_level-K1 = K1: Innenbereichsgeher
choice-k_level-K2 = K2: eingeschränkter Außenbereichsgeher
choice-k_level-K3 = K3: uneingeschränkter Außenbereichsgeher
choice-k_level-K4 = K4: uneingeschränkter Außenbereichsgeher mit besonders hohen Ansprüchen
choice-kind-at_a_desk = am Schreibtisch
choice-kind-mixed = gemischt
choice-kind-on_the_feet = auf den Beinen
choice-name-adductor_longus = Adductor longus
choice-name-distal_end = distales Stumpfende
choice-name-distal_femur = distales Femur
choice-name-distal_tibia = distale Tibia
choice-name-fibular_head = Fibulaköpfchen
choice-name-greater_trochanter = Trochanter major
choice-name-ischial_tuberosity = Tuber ischiadicum
choice-name-mid_patellar_tendon = Mitte Patellasehne
choice-name-perineum = Perineum
choice-name-popliteal = Kniekehle
choice-name-tibial_crest = Tibiakante
choice-neuroma-bears_pressure = vorhanden, verträgt den Druck eines Schafts
choice-neuroma-cannot_bear_pressure = vorhanden, verträgt keinen Druck
choice-neuroma-none = keines bekannt
choice-over-liner = der Liner, der getragen wird
choice-over-skin = bloße Haut
choice-pump_mode-automatic = Automatik: Vakuum nach Aktivität
choice-pump_mode-level1 = Stufe 1 (Komfort)
choice-pump_mode-level2 = Stufe 2
choice-pump_mode-level3 = Stufe 3
choice-pump_mode-level4 = Stufe 4 (hohe Haftung)
choice-pump_mode-off = aus: das Ventil hält das vorhandene Vakuum
choice-pump_mode-reverse = umgekehrt: spülen und schnell lösen
choice-scars-difficult = schwierig: verwachsen, eingezogen oder ungünstig gelegen
choice-scars-none = keine
choice-scars-sound = unauffällig
choice-sex-female = weiblich
choice-sex-male = männlich
choice-shape-bulbous = keulenförmig
choice-shape-conical = konisch
choice-shape-cylindrical = zylindrisch
choice-side-left = links
choice-side-right = rechts
choice-socks_now-1-ply = 1-lagig
choice-socks_now-3-ply = 3-lagig
choice-socks_now-5-ply = 5-lagig
choice-soft_tissue-excessive = viel
choice-soft_tissue-insufficient = wenig
choice-soft_tissue-sufficient = ausreichend
choice-suspension_now-elevated_vacuum = aktives Vakuum mit Pumpe
choice-suspension_now-lanyard = Zugband (Lanyard)
choice-suspension_now-none = noch keine Prothese
choice-suspension_now-pin_lock = Pin-Lock
choice-suspension_now-sleeve = nur Kniekappe
choice-suspension_now-suction = Unterdruck mit Ausstoßventil
choice-taken_by-pressure_cast = Abdruck unter Druck
choice-taken_by-scan = Scan des Stumpfes
choice-taken_by-vacuum_cast = Abdruck unter Vakuum
choice-taken_by-wrap = Wickelgips
choice-tissue_consistency-flabby = schlaff
choice-tissue_consistency-indurated = verhärtet
choice-tissue_consistency-normal = normal
choice-unit-cm = Zentimeter
choice-unit-in = Zoll
choice-unit-m = Meter
choice-unit-mm = Millimeter
choice-unit-openlimb = OpenLimb (normiert)
choice-vision-full = uneingeschränkt
choice-vision-limited = eingeschränkt
choice-vision-none = keines
choice-water_use-none = bleibt trocken
choice-water_use-splash = Regen und Spritzwasser
choice-water_use-swim = Schwimmen, Baden, Tauchen

## clinic

clinic-accounts = Auch die Konten der Sicherung übernehmen
clinic-accounts_hint = Sonst bleiben die heutigen Benutzer. Die Zeile, die dabei unten entsteht, nennt die Konten der Sicherung.
clinic-acknowledge = Zur Kenntnis genommen
clinic-action = Was
clinic-add = Benutzer hinzufügen
clinic-audit = Wer hat was getan
clinic-audit_chain = Zeilen kommen nur hinzu, und jede enthält einen Hash der vorigen. Notieren Sie den neuesten Hash anderswo: Damit lassen sich spätere Änderungen nachweisen.
clinic-backup = Sicherung
clinic-backup_do = Sicherung herunterladen
clinic-backup_last = Die letzte Sicherung wurde am { $last } gemacht.
clinic-backup_what = Alles, was aufbewahrt wird, in einer Datei: Fälle mit allen Versionen, Scans, Benutzer. Bewahren Sie sie so sicher auf wie diesen Rechner.
clinic-behind = (die Uhr wurde zurückgestellt: { $seconds } s vor der vorigen Zeile)
clinic-factor_off = Zweiten Faktor ausschalten
clinic-missed = Nicht jede Ansicht konnte festgehalten werden, zum Beispiel, weil der Datenträger voll war. Wie viele fehlen, steht in der Aufzeichnung unten, sobald Platz ist. Die Warnung auf jeder Seite bleibt, bis ein Administrator sie zur Kenntnis nimmt.
clinic-new_password = neues Passwort
clinic-no_users = Keine Benutzer: Nur dieser Rechner erreicht die Seite, niemand meldet sich an.
clinic-older = Ältere
clinic-passphrase = Passphrase
clinic-passphrase_hint = Mindestens 15 Zeichen; dann ist die Sicherung verschlüsselt. Ohne die Passphrase öffnet sie niemand. Bleibt das Feld leer, kann sie jeder lesen, der die Datei hat.
clinic-passphrase_of_backup = Nur für eine verschlüsselte Sicherung.
clinic-password_hint = 10 bis 200 Zeichen, und keines, das zuerst geraten wird: mehrere Wörter, die nicht zusammengehören.
clinic-restore = Wiederherstellen
clinic-restore_do = Alles durch diese Sicherung ersetzen
clinic-restore_file = Sicherung
clinic-restore_what = Die Sicherung tritt an die Stelle aller Fälle, die jetzt aufbewahrt werden; alle werden abgemeldet. Die Aufzeichnung, wer was getan hat, geht weiter.
clinic-role = Rolle
clinic-role_admin = darf alles
clinic-role_edit = ändert Fälle
clinic-role_read = liest
clinic-row = Zeile und Hash
clinic-sessions = Offene Sitzungen
clinic-set_password = Passwort setzen
clinic-title = Klinik
clinic-users = Benutzer
clinic-users_hint = Benutzer melden sich an, wo die Seite auch anderen Rechnern angeboten wird.

## column

column-activities-cadence_steps_per_min = Kadenz
column-activities-do = Aktivität
column-activities-from = Von
column-activities-speed_m_per_s = Geschwindigkeit
column-activities-steps = Schritte
column-activities-to = Bis
column-circumferences-below_reference_mm = Unterhalb der Bezugshöhe
column-circumferences-circumference_mm = Umfang
column-landmarks-at = Ort
column-landmarks-name = Landmarke

## column_hint

column_hint-activities-cadence_steps_per_min = Beim Gehen: Schritte beider Füße je Minute.
column_hint-activities-do = Was die Person tut.
column_hint-activities-from = Wo die vorige Aktivität endet, z. B. 07:30.
column_hint-activities-speed_m_per_s = Bei gleichmäßigem Gehen, zusammen mit der Kadenz.
column_hint-activities-steps = Beim Gehen mit Pausen: Schritte beider Füße im ganzen Abschnitt; die übrige Zeit wird gestanden.
column_hint-activities-to = Hier beginnt die nächste Aktivität; 24:00 beendet den Tag.
column_hint-circumferences-below_reference_mm = Von der Mitte der Patellasehne (Oberschenkel: Tuber ischiadicum) nach unten.
column_hint-circumferences-circumference_mm = Mit dem Maßband, auf der Haut in dieser Höhe.
column_hint-landmarks-at = Drei Zahlen in den Achsen der Scandatei, mm.
column_hint-landmarks-name = Jede nur einmal.

## compare

compare-a = Erster
compare-advice = Empfehlung
compare-b = Zweiter
compare-case = Fall
compare-day = Der Tag
compare-difference = Zweiter weniger erster, Person für Person
compare-hint = Median von { $persons } simulierten Personen (10. … 90. Perzentil). Dieselben Personen leben beide Tage, darum streut der Unterschied weniger als jeder für sich.
compare-inputs = Felder, die sich unterscheiden
compare-quantity = Größe
compare-recommended = die empfohlene Pumpe
compare-show = Vergleichen
compare-title = Vergleichen
compare-unclear = (vielleicht keiner)
compare-what = Zwei Fälle, oder ein Fall mit zwei Systemen.

## conflict

conflict-both = Deren Stand behalten und meine Änderung darauf anwenden
conflict-drop = Meine Änderung verwerfen
conflict-mine = Ihre Änderung, auf deren Stand
conflict-theirs = Deren Änderungen
conflict-title = Jemand anderes hat diesen Fall geändert
conflict-who = { $name } hat um { $at } Version { $number } gespeichert. Von Ihnen ist noch nichts gespeichert, und nichts ist verloren.

## day

day-body_mass_kg = Körpermasse
day-cadence_steps_per_min = Schrittfrequenz
day-curves = Der Tag
day-drive = Der Schalter der elektronischen Pumpe
day-expanded = Aus { $steps } Schritten und „{ $kind }“ von { $from } bis { $to } gebildet. Angenommen: etwa alle { $minutes } min ein Gang mit { $cadence } Schritten beider Füße je Minute; von der übrigen Zeit { $standing } % Stehen, { $sitting } % Sitzen.
day-fit_gap_mm = Passung: Spalt beim Anziehen
day-level = Vakuumstufe
day-level_hint = Einer elektronischen Pumpe; eine gewichtsgesteuerte hat keine.
day-no_script = Dieses Bild braucht JavaScript; der Bericht hat dieselben Kurven ohne.
day-no_sock = keiner
day-from_limb = Der Stumpf beginnt, wie er am Vorabend um { $time } war, bei allen Personen gleich.
day-not_used = Vom simulierten Tag nicht verwendet: das Funktionsniveau; wie aktiv die Person über die Tätigkeiten des Tages hinaus ist.
day-pin = Pin-Verschluss und Strümpfe
day-pinhole_mm = Loch in Kniekappe oder Dichtung
day-plan = Schritte oder Aktivitäten, Temperatur, Höhe
day-pressure = Druck auf die Haut in einem Schritt
day-pressure_hint = Jede Hautregion hat im Modell einen Druck. Der Zeitpunkt ist der des Zeigers oben.
day-refused = für diese Person abgelehnt
day-show = Den geänderten Tag zeigen
day-sliders = Was wäre wenn
day-row_hint = So wie der Fall sie nennt, mit den Systemen von oben und der Streuung über einige Personen. Die Regler ändern sie nicht.
day-sliders_hint = Nichts davon ändert den Fall.
day-sock = Ein Strumpf ab dem Morgen
day-steps_per_min = Schritte/min
day-suction = Ausstoßventil
day-system = System

## delete

delete-backups = Sicherungen, seit dieser Fall begonnen wurde: { $number }; die letzte am { $last }.
delete-no = Behalten
delete-no_backups = Seit der Fall begonnen wurde, hat dieses Programm keine Sicherung gemacht.
delete-not_reached = Was vorher kopiert wurde, bleibt: Sicherungen, Exporte, gedruckte Berichte und was das Dateisystem selbst aufhebt.
delete-title = „{ $name }“ löschen?
delete-what = Alle { $versions } Versionen, die Scans und Berichte werden gelöscht. Das lässt sich nicht rückgängig machen; exportieren Sie den Fall vorher, falls er gebraucht wird.
delete-yes = Fall löschen

## draft

draft-first = Etwas fehlt noch oder stimmt nicht. Hier berichtigen:
draft-open = Entwurf: { $n } Fragen offen
draft-open_first = Solange Fragen offen sind, wird nichts geschlossen.

## drive

drive-back = Zurück zum Tag
drive-beeps = piept
drive-both = vibriert und piept
drive-burst = Kniekappe gerissen
drive-cells_empty = Akkus leer
drive-does_doffed = Prothese ausgezogen
drive-does_sits = sitzt
drive-does_stands = steht
drive-does_walks = geht
drive-doff = Ausziehen
drive-light_charging = grün, atmend: lädt
drive-light_high = rot, schnell blinkend: sofort handeln
drive-light_low = gelb, stetig: gut zu wissen
drive-light_medium = gelb, blinkend: bald kümmern
drive-light_off = dunkel
drive-light_releasing = blau: Luft wird eingelassen
drive-light_well = grün, kurzer Blitz: alles in Ordnung
drive-motion_lost = Bewegungssensor ausgefallen
drive-pinhole = Loch in Kniekappe oder Dichtung
drive-quiet = still
drive-sensor_silent = Drucksensor stumm
drive-sit = Sitzen
drive-stand = Stehen
drive-tap = Antippen (stumm)
drive-title = Die elektronische Pumpe in der Hand
drive-tube_blocked = Schlauch verstopft
drive-vibrates = vibriert
drive-walk = Gehen
drive-what = Drehen Sie den Schalter, sitzen und gehen Sie, stechen Sie ein Loch. Die Steuerung ist die, die auf einem Mikrocontroller läuft; ihre Zahlen sind unsere, die des Herstellers sind nicht veröffentlicht.

## field

field-about = Beschreibung
field-day-activities = Aktivitäten
field-day-altitude_m = Höhe über dem Meer
field-day-from = Anlegen
field-day-kind = Art des Tages
field-day-steps = Schritte am Tag
field-day-temperature_c = Lufttemperatur
field-day-to = Ende des Tages
field-limb-amputation_level = Amputationshöhe
field-limb-bony_prominence = Vorstehende Knochen
field-limb-circumferences = Umfänge
field-limb-daily_fluctuation_mm = Umfangsschwankung über den Tag
field-limb-limb_length_mm = Stumpflänge
field-limb-measured_on = Gemessen am
field-limb-minutes_since_doffing = Zeit seit dem Ausziehen
field-limb-months_since_amputation = Zeit seit der Amputation
field-limb-scars = Narben
field-limb-shape = Stumpfform
field-limb-side = Seite
field-limb-soft_tissue = Weichteile
field-limb-tissue_consistency = Beschaffenheit der Weichteile
field-name = Name des Falls
field-person-activity = Aktivität
field-person-age_years = Alter
field-person-body_mass_kg = Körpermasse
field-person-conditions-arterial_disease = Arterielle Verschlusskrankheit
field-person-conditions-cognition = Umgang mit dem System
field-person-conditions-diabetes = Diabetes
field-person-conditions-dialysis = Dialyse
field-person-conditions-hand_function = Handfunktion
field-person-conditions-neuroma = Neurom
field-person-conditions-vision = Sehvermögen
field-person-fitting_stage = Versorgungsphase
field-person-k_level = Mobilitätsgrad
field-person-sex = Geschlecht
field-person-water_use = Wasser
field-prosthesis-adapters_mm = Adapter
field-prosthesis-although_refused = Trotz abgelehnten Vakuums gefertigt, weil
field-prosthesis-available_clearance_mm = Verfügbare Bauhöhe
field-prosthesis-below_knee_clearance_mm = Bauhöhe unter dem Knie
field-prosthesis-existing-external_tubing = Außen liegender Schlauch
field-prosthesis-existing-keep_socket = Schaft behalten
field-prosthesis-existing-pump = Vorhandene Pumpe
field-prosthesis-fit_gap_mm = Passungsspalt
field-prosthesis-foot_build_height_mm = Aufbauhöhe des Fußes
field-prosthesis-foot_length_cm = Fußlänge
field-prosthesis-footshell_mm = Fußhülle
field-prosthesis-job-date = Datum der Fertigung
field-prosthesis-job-number = Auftragsnummer
field-prosthesis-mass_kg = Masse der Prothese
field-prosthesis-pump_mode = Betriebsart einer elektronischen Pumpe
field-prosthesis-pump_settings-ambient_stale_ms = Wie lange der letzte Umgebungsdruck gilt
field-prosthesis-pump_settings-automatic_inhg = Sollwerte der Automatik: liegen, sitzen, stehen, langsam gehen, gehen, laufen
field-prosthesis-pump_settings-band_inhg = Wie weit das Vakuum unter den Sollwert fallen darf, bis die Pumpe anläuft
field-prosthesis-pump_settings-blocked_ml = Luftmenge eines erfolgreichen Pumpenlaufs, unter der die Leitung als verstopft gilt
field-prosthesis-pump_settings-ceiling_inhg = Vakuum, das nie überschritten wird, gleich welcher Sollwert
field-prosthesis-pump_settings-cell_energy_j = Energie voller Akkus
field-prosthesis-pump_settings-charge_celsius = Temperaturbereich beim Laden
field-prosthesis-pump_settings-cold_drive_pct = Antrieb bei Akkus unter 0 °C, deren Spannung einbricht
field-prosthesis-pump_settings-debounce_ms = Wie lange eine Schalterstellung bestehen muss, damit sie zählt
field-prosthesis-pump_settings-doffed_ms = Wie lange auf Umgebungsdruck ohne Bewegung, bis die Prothese als abgelegt gilt
field-prosthesis-pump_settings-empty_volts = Spannung beider Akkus, unter der die Pumpe aus bleibt
field-prosthesis-pump_settings-fall_dwell_ms = Wie lange eine Aktivität mit geringerem Bedarf dauern muss, bis ihr gefolgt wird
field-prosthesis-pump_settings-full_charge_ms = Zeit, in der das Ladegerät die Akkus füllt
field-prosthesis-pump_settings-hold_ms = Wie lange die Geste zum Umkehren gehalten werden muss
field-prosthesis-pump_settings-hold_walking_ms = Dasselbe beim Gehen
field-prosthesis-pump_settings-idle_power_w = Elektrische Leistung der Elektronik
field-prosthesis-pump_settings-late_running_ms = Abstand der Rechenschritte, der bei laufender Pumpe als verspätet gilt
field-prosthesis-pump_settings-leak_growth = Zunahme der Leckage über ihr langes Mittel, ab der gewarnt wird
field-prosthesis-pump_settings-leak_ml_per_min = Leckage, ab der gewarnt wird, bei 57,6 kPa Vakuum
field-prosthesis-pump_settings-levels_inhg = Sollwerte der Stufen 1 bis 4
field-prosthesis-pump_settings-longest_gap_ms = Der längste Abstand der Rechenschritte, der geglaubt wird
field-prosthesis-pump_settings-longest_run_ms = Längster Pumpenlauf, ohne den Sollwert zu erreichen
field-prosthesis-pump_settings-low_volts = Spannung, unter der zum Laden aufgefordert wird
field-prosthesis-pump_settings-motion_silence_ms = Ohne Messwert der Beschleunigung für so lange gilt die Bewegung als unbekannt
field-prosthesis-pump_settings-pause_ms = Pause nach einem solchen Lauf, bis die Pumpe es wieder versucht
field-prosthesis-pump_settings-pump_deepest_pa = Tiefstes Vakuum der Pumpe auf Meereshöhe
field-prosthesis-pump_settings-pump_free_flow_ml_per_s = Förderstrom der Pumpe ohne Vakuum
field-prosthesis-pump_settings-pump_life_ms = Geprüfte Lebensdauer der Pumpe als Laufzeit
field-prosthesis-pump_settings-pump_power_w = Elektrische Leistung der Pumpe bei vollem Antrieb
field-prosthesis-pump_settings-recover_ms = Wie lange ein gestörter Sensor fehlerfrei sein muss
field-prosthesis-pump_settings-resume_volts = Spannung, ab der leere Akkus wieder als brauchbar gelten
field-prosthesis-pump_settings-rise_dwell_ms = Wie lange eine Aktivität mit höherem Bedarf dauern muss, bis ihr gefolgt wird
field-prosthesis-pump_settings-sag_volts = Wie weit die Spannung bei laufender Pumpe einbrechen darf
field-prosthesis-pump_settings-silence_ms = Wie lange ein Leitungssensor schweigen oder abweichen darf, bis es eine Störung ist
field-prosthesis-pump_settings-snooze_ms = Wie lange ein Antippen Warnungen stumm schaltet, die nicht dringend sind; die Geste für dringende tut es ein Fünfzehntel davon lang
field-prosthesis-pump_settings-storage_ms = Wie lange abgelegt bis zur Lagerung
field-prosthesis-pump_settings-use_celsius = Temperaturbereich im Gebrauch
field-prosthesis-shoe_heel_mm = Absatz des Schuhs
field-prosthesis-sleeve_barrier = Silikonbarriere in der Kniekappe
field-prosthesis-sleeve_months = Kniekappe erneuert nach
field-prosthesis-socks_now = Jetzt getragene Stumpfstrümpfe
field-prosthesis-suspension_now = Jetzige Haftung
field-prosthesis-wants_adjustable_suspension = Möchte die Haftung von Hand einstellen
field-prosthesis-wide_component_below_socket = Breites Bauteil unter dem Schaft
field-scan-anterior = Richtung nach vorn (anterior)
field-scan-cut_plane = Ebene, die schneidet
field-scan-earlier = Früherer Scan
field-scan-file = Scandatei
field-scan-goes_by = Wo Maßband und Scan sich widersprechen, gilt
field-scan-goes_by_reason = Wer das entschieden hat, und warum
field-scan-keep_box = Box, die bleibt
field-scan-landmarks = Landmarken
field-scan-minutes_since_doffing = Zeit seit dem Ausziehen
field-scan-over = Was der Scanner sah
field-scan-part = Teil des Scans, der der Stumpf ist
field-scan-proximal = Richtung zur Hüfte (proximal)
field-scan-scanned_on = Gescannt am
field-scan-side = Gescannte Seite
field-scan-taken_by = Wie die Form genommen wurde
field-scan-unit = Einheit des Scans
field-scan-weld = Punkte, die verschweißt werden

## fit

fit-answered = Dagegen wirkt
fit-article = Artikel
fit-ask = Noch zu fragen
fit-basis = Nach wessen Angabe
fit-copy = Kopieren
fit-first_steps = Erste Schritte
fit-flipped = geändert
fit-forces = Kräfte im Schaft und was gegen sie wirkt
fit-height = Bauhöhe
fit-heights = Höhe, die jede Pumpe braucht, und die vorhandene.
fit-holds = Wie lange das Vakuum an diesem Tag gehalten wird
fit-included = in der Lieferung von { $article } enthalten
fit-kept = bleibt
fit-liner = Liner
fit-part = Teil
fit-parts = Bestellliste
fit-piece = Teil
fit-pumps = Pumpen nebeneinander
fit-quantity = Menge
fit-reset = Wie im Fall
fit-sensor_dies = Wenn ihr Drucksensor ausfällt:
fit-size = Größe
fit-source = Quelle
fit-title = Versorgung
fit-try = Ausprobieren
fit-unanswered = Nichts wirkt dagegen
fit-was = war: { $before }
fit-what_if = Was es ändern würde
fit-what_if_hint = Ändern Sie eine Angabe und sehen Sie, welche Pumpen sich ändern. Der Fall bleibt, wie er ist.
fit-why = Warum

## footer

footer-disclaimer = Concord ist kein Medizinprodukt und steht in keiner Verbindung zu einem Hersteller. Ihre Eingaben bleiben auf diesem Rechner.

## form

form-add_row = { $list }: hinzufügen
form-add_table = Hinzufügen: { $table }
form-choose = – bitte wählen –
form-day_by_hand = Stattdessen Aktivitäten von Hand angeben
form-day_by_steps = Stattdessen Schrittzahl und Art des Tages angeben
form-day_keep_activities = Die Aktivitäten behalten
form-day_keep_steps = Schrittzahl und Art des Tages behalten
form-day_told = Eine Schrittzahl und die Art des Tages genügen. Daraus werden Aktivitäten gebildet; jedes Ergebnis sagt das.
form-default = Vorgabe: { $value }
form-entry = Ein Eintrag
form-in_place = { $label }, Nummer { $place }
form-in_row = { $label }, Zeile { $row }
form-insert_below_row = Zeile unter Zeile { $row } einfügen
form-left_out = – ohne Angabe –
form-line = Zeile { $line } der Datei
form-more_rows = { $count } weitere Zeilen werden nicht angezeigt; sie bleiben in der Datei.
form-no = nein
form-no_toml = Die Datei lässt sich erst als Formular zeigen, wenn ihr Text in Ordnung ist.
form-number_meant = { $number } { $unit } ist gemeint
form-number_right = { $number } { $unit } ist richtig
form-numbers = Ein Dezimalkomma gilt wie ein Dezimalpunkt.
form-open = Noch nicht beantwortet
form-open_count = Noch nicht beantwortet: { $count }
form-open_questions = Fragen, die noch nicht beantwortet sind
form-optional = (freiwillig)
form-or = oder
form-problem_count = Zu korrigieren: { $count }
form-problems = Was zu korrigieren ist
form-range = { $low } bis { $high } { $unit }
form-remove_row = Zeile { $row } entfernen
form-remove_table = Entfernen: { $table }
form-row = Zeile
form-row_actions = Zeilen ändern
form-save = Speichern
form-unit_of = Einheit von { $label }
form-unknown_entry = Das Formular kennt „{ $entry }“ nicht. Entfernen oder dort eintragen, wo das Formular danach fragt.
form-want_choice = „{ $given }“ ist keine der Antworten. Eine wählen: { $choices }.
form-want_number = „{ $given }“ ist keine Zahl. Eine Zahl eintragen, zum Beispiel { $example }.
form-want_numbers = { $count } Zahlen eintragen.
form-want_rows = „{ $given }“ steht, wo Zeilen hingehören. Entfernen, dann Zeilen hinzufügen.
form-want_text = „{ $given }“ ist kein Text. Neu eintragen.
form-want_time = „{ $given }“ ist keine Uhrzeit. Eine Uhrzeit eintragen, zum Beispiel 07:30.
form-want_yes_no = „{ $given }“ ist weder ja noch nein. Eines von beiden wählen.
form-yes = ja

## group

group-case = Fall
group-conditions = Begleiterkrankungen und Fähigkeiten
group-day = Tag
group-existing = Vorhandene Teile
group-job = Auftrag
group-limb = Stumpf
group-person = Person
group-prosthesis = Prothese
group-pump_settings = Einstellungen der elektronischen Pumpe
group-scan = Scan

## group_hint

group_hint-case = Wie er heißen soll.
group_hint-conditions = Davon hängt ab, ob aktives Vakuum infrage kommt: Alle müssen beantwortet werden.
group_hint-day = Vom Anlegen der Prothese am Morgen bis zum Ende des Tages.
group_hint-existing = Teile, die bleiben oder ersetzt werden, wenn es schon eine Vakuumpumpe gibt.
group_hint-job = Unter dem der Schaft gefertigt wird.
group_hint-limb = Der Stumpf, wie er mit dem Maßband gemessen wird.
group_hint-person = Wer versorgt wird.
group_hint-prosthesis = Was vorhanden ist und wie viel Platz es gibt.
group_hint-pump_settings = Was leer bleibt, behält seine Vorgabe. Die simulierte Einheit läuft damit. Kein Gerät erfährt davon: Ein Gerät nimmt sie als Datensatz, den der Befehl concord pump-settings schreibt.
group_hint-scan = Ein Scan des Stumpfs geht dem Maßband vor.

## hint

hint-about = Worum es geht, in ein, zwei Sätzen.
hint-day-activities = Der Reihe nach, ohne Lücken, innerhalb eines Tages.
hint-day-altitude_m = Über dem Meeresspiegel: je höher, desto weniger Vakuum ist möglich.
hint-day-from = Wann die Prothese angelegt wird: 07:00.
hint-day-kind = Was die Stunden füllt, in denen nicht gegangen wird: Sitzen, Stehen oder beides.
hint-day-steps = Beider Füße, wie ein Zähler am Handgelenk oder an der Hüfte sie zeigt. Ein Zähler an der Prothese zeigt die Hälfte: verdoppeln.
hint-day-temperature_c = Mittel über den Tag.
hint-day-to = Wann sie zur Nacht abgelegt wird: 23:00.
hint-limb-amputation_level = Bestimmt, von wo Höhen gemessen werden: Mitte der Patellasehne oder Tuber ischiadicum.
hint-limb-bony_prominence = Wie weit Knochen unter der Haut vorstehen.
hint-limb-circumferences = Von proximal nach distal, mindestens drei.
hint-limb-daily_fluctuation_mm = Wie sehr sich der Umfang von morgens bis abends ändert.
hint-limb-limb_length_mm = Mitte der Patellasehne (Oberschenkel: Tuber ischiadicum) bis zum distalen Stumpfende.
hint-limb-measured_on = Tag der Messung mit dem Maßband, zum Beispiel 2026-11-20.
hint-limb-minutes_since_doffing = Minuten vom Ausziehen bis zum Messen; 5 s sind 0,08. Nach dem Ausziehen schwillt ein Stumpf an.
hint-limb-months_since_amputation = In Monaten, von der Amputation oder der letzten Operation am Stumpf bis zu diesen Messungen. Ein Stumpf reift.
hint-limb-scars = Schwierige Narben sind verwachsen, eingezogen oder ungünstig gelegen.
hint-limb-shape = Nach ISO 8548-2.
hint-limb-side = Die Seite der Patientin oder des Patienten.
hint-limb-soft_tissue = Menge, nach ISO 8548-2.
hint-limb-tissue_consistency = Nach ISO 8548-2.
hint-name = Wie der Fall heißen soll. Nicht der Name der Patientin oder des Patienten.
hint-person-activity = Wie aktiv innerhalb dieses Mobilitätsgrads.
hint-person-age_years = In Jahren.
hint-person-body_mass_kg = Mit dem, was gewöhnlich getragen wird, ohne die Prothese.
hint-person-conditions-arterial_disease = Durchblutungsstörung durch verengte oder verschlossene Arterien.
hint-person-conditions-cognition = Anlegen, Dichtheit prüfen, Warnungen verstehen.
hint-person-conditions-diabetes = Jeden Typs.
hint-person-conditions-dialysis = Das Stumpfvolumen ändert sich mit jeder Sitzung.
hint-person-conditions-hand_function = Zum Anlegen und Bedienen der Pumpe.
hint-person-conditions-neuroma = Im Stumpf.
hint-person-conditions-vision = Zum Anlegen und um Warnungen zu sehen.
hint-person-fitting_stage = Interimsversorgung, solange der Stumpf noch reift.
hint-person-k_level = Nach Medicare (K-Level): was die Person erreichen kann.
hint-person-sex = Wo es gesagt ist, werden Gewebe und Gefäße danach simuliert.
hint-person-water_use = Womit die Prothese an Wasser in Berührung kommt.
hint-prosthesis-adapters_mm = Zwischen Schaft und Pumpe, zusammen. Ohne die Platte einer elektronischen Pumpe.
hint-prosthesis-although_refused = Ist Vakuum für diese Person abgelehnt, wird kein Vakuumschaft gefertigt, solange hier kein Grund steht. Er wird auf jedes Blatt gedruckt.
hint-prosthesis-available_clearance_mm = Vom distalen Schaftende bis zum Boden (Oberschenkel: bis zum proximalen Anschluss des Knies).
hint-prosthesis-below_knee_clearance_mm = Nur bei Oberschenkelprothesen: vom distalen Anschluss des Knies bis zum Boden.
hint-prosthesis-existing-external_tubing = Ob der jetzige Vakuumschaft über einen außen liegenden Schlauch angeschlossen ist.
hint-prosthesis-existing-keep_socket = Ob der jetzige Schaft bleiben soll.
hint-prosthesis-existing-pump = Mit gedrucktem Namen oder Artikelnummer, z. B. P2.
hint-prosthesis-fit_gap_mm = Zwischen Liner und Schaftwand beim Anlegen: 0 passt, positiv ist locker, negativ eng.
hint-prosthesis-foot_build_height_mm = Wie der Hersteller sie druckt, vom oberen Anschluss bis zum Boden. Ohne sie bleibt offen, ob eine Pumpe in die Höhe passt.
hint-prosthesis-foot_length_cm = Des Prothesenfußes.
hint-prosthesis-footshell_mm = Was sie unter dem Fuß hinzufügt; 0, wenn die Aufbauhöhe sie schon enthält.
hint-prosthesis-job-date = Zum Beispiel 2026-11-20.
hint-prosthesis-job-number = Die der Werkstatt: in jeder Datei und mit der Seite erhaben auf dem Teil. Buchstaben, Ziffern, Leerzeichen und - . / _
hint-prosthesis-mass_kg = Die ganze Prothese.
hint-prosthesis-pump_mode = Wie der Drehschalter steht.
hint-prosthesis-shoe_heel_mm = Wenn der Platz im Schuh gemessen wurde; 0, wenn barfuß gemessen wurde.
hint-prosthesis-sleeve_barrier = Eine dünne Schicht, die die Kniekappe von innen schützt.
hint-prosthesis-sleeve_months = In Monaten, wie die Person es berichtet oder wie es vereinbart ist.
hint-prosthesis-socks_now = Zu Beginn des Tages, ein Eintrag je Stumpfstrumpf.
hint-prosthesis-suspension_now = Wie die jetzige Prothese gehalten wird.
hint-prosthesis-wants_adjustable_suspension = Stufenlos, ohne Werkzeug.
hint-prosthesis-wide_component_below_socket = Ein mikroprozessorgesteuertes Knie oder ein anderes breites Teil direkt unter dem Schaft.
hint-scan-anterior = In den Achsen der Datei; ohne Angabe wird die Vorderseite vorgeschlagen.
hint-scan-cut_plane = Ein Punkt und eine Richtung in den Achsen der Datei, mm; wohin die Richtung zeigt, das bleibt. Zum Beispiel 0, 0, -150, 0, 0, -1.
hint-scan-earlier = Vom selben Stumpf, zum Vergleich.
hint-scan-file = STL, OBJ, PLY, GLB, 3MF oder AOP, neben der Falldatei.
hint-scan-goes_by = Nur gefragt, wo sie sich widersprechen. Zuerst noch einmal messen.
hint-scan-goes_by_reason = Steht überall dort, wo diese Zahlen verwendet werden.
hint-scan-keep_box = Kleinstes und größtes x, y und z in den Achsen der Datei, mm; der Rest wird weggelassen. Zum Beispiel -80, 80, -80, 80, -250, 20.
hint-scan-landmarks = Was nicht gesetzt ist, wird geschätzt und so benannt.
hint-scan-minutes_since_doffing = Minuten vom Ausziehen bis zum Scan; 5 s sind 0,08. Nach dem Ausziehen schwillt ein Stumpf an.
hint-scan-over = Über einem Liner ist dessen Dicke schon in der Form enthalten.
hint-scan-part = Nur bei mehreren Teilen: seine Nummer, 1 der größte, wie die Meldung sie nennt. Zum Beispiel 2.
hint-scan-weld = Nur wo die Oberfläche an Nähten auseinanderfällt: auto, oder ein Abstand in mm, höchstens 1. Zum Beispiel 0.2.
hint-scan-proximal = In den Achsen der Datei; ohne Angabe wird die Längsachse gesucht.
hint-scan-scanned_on = Tag des Scans, zum Beispiel 2026-11-20.
hint-scan-side = Wie es sagt, wer gescannt hat. Die andere Seite hält an.
hint-scan-taken_by = Ein Abdruck unter Druck oder Vakuum ist schon verdichtet: Was die Technik noch einmal wegnimmt, wird gefragt.
hint-scan-unit = Nur wenn weder die Datei noch ihre Größe es verrät.

## limb

limb-as_earlier = ein früherer Scan zum Vergleich
limb-as_limb = der Stumpf, wie er jetzt ist
limb-drawing = Der Stumpf von vorn und von links, mit seinen Umfängen.
limb-facts = { $ml } mL, { $mm } mm lang, { $cm2 } cm² Haut.
limb-from_tape = Aus Maßbandwerten gezeichnet: runde Querschnitte. Ein Scan zeigt die wahre Form.
limb-made_anew = Der Stumpf wird aus den neuen Antworten gebildet.
limb-not_said = nicht gesagt
limb-scan = Der Scan
limb-tape_and_scan = Maßband und Scan
limb-tape_or_scan = Maßband und Scan widersprechen sich: was gilt?
limb-title = Der Stumpf
limb-or_keep = Oder den Stumpf allein behalten: im Formular (Scan) die Box oder die Schnittebene angeben, mm in den Achsen des Bildes.
limb-parts = Teile des Scans
limb-this_part = Das ist der Stumpf
limb-which_part = Welcher Teil des Scans ist der Stumpf?
limb-upload = Scan
limb-upload_as = Es ist
limb-upload_file = Scan-Datei
limb-upload_hint = STL, OBJ, PLY, GLB, 3MF oder AOP, höchstens 64 MB.
limb-upload_send = Hochladen

## login

login-code = Code
login-code_hint = Nur mit zweitem Faktor: der Code des Telefons oder ein Ersatzcode.
login-enter = Anmelden
login-name = Name
login-password = Passwort
login-title = Anmelden
login-wrong = Name oder Passwort ist falsch.

## monitor

monitor-activity = Was die Person zu tun scheint
monitor-alarm = Alarm
monitor-alarms = Alarme
monitor-began = begann
monitor-charge = Ladung
monitor-charge_left = { $pct } %, { $h } h beim jetzigen Leck
monitor-closed = Die Leitung ist geschlossen: Was hier steht, ist alt.
monitor-counts = { $frames } Telegramme, { $broken } beschädigt, { $unknown } unbekannter Version oder Art.
monitor-doffed = nicht am Stumpf
monitor-ended = Beendete Alarme, neueste zuerst
monitor-high = Hoch
monitor-lasted = dauerte
monitor-leak = Leck bei 57,6 kPa
monitor-leak_or_more = { $leak } mL/min oder mehr
monitor-left_out = { $n } weitere sind weggelassen.
monitor-lies = liegt, oder der Unterschenkel ist hochgelegt
monitor-low = Niedrig
monitor-medium = Mittel
monitor-mode = Betriebsart
monitor-mode_charging = lädt
monitor-mode_detached = vom Adapter genommen
monitor-mode_fault = Störung: das Ventil hält das vorhandene Vakuum
monitor-mode_low_battery = Akkus leer oder zu heiß: das Ventil hält das vorhandene Vakuum
monitor-mode_storage = weggelegt
monitor-no_alarm = Kein Alarm.
monitor-no_alarm_heard = Keiner bekannt: Das Gerät spricht nicht.
monitor-no_script = Ohne Skript zeigt diese Seite den Stand, als sie geladen wurde. Für Neues bitte neu laden.
monitor-not_known = nicht bekannt
monitor-nothing_yet = Noch kein Telegramm.
monitor-ours = Sollwerte und Grenzen sind unsere; die des Herstellers sind nicht veröffentlicht. Diese Seite ist keine Alarmanlage: Das Gerät selbst warnt.
monitor-over = endete
monitor-picture = Vakuum und Sollwert der letzten fünf Minuten
monitor-picture_says = Die letzten fünf Minuten, 0 bis 90 kPa; gestrichelt: Sollwert.
monitor-priority = Priorität
monitor-pump = Pumpe
monitor-rests = ruht
monitor-runs = läuft
monitor-set_point = Sollwert
monitor-silent = Die Leitung ist stumm: seit { $s } s kein Telegramm. Was hier steht, ist alt.
monitor-since = seit { $time } dieser Aufzeichnung
monitor-steps = Schritte auf der Prothese
monitor-time = Seit dem ersten Telegramm, Minuten und Sekunden
monitor-title = Die Pumpe, wie sie spricht
monitor-unit = Das Gerät jetzt
monitor-unknown_alarm = Das Gerät warnt vor etwas, das dieses Programm nicht kennt.
monitor-unknown_version = Es kommen Telegramme der Version { $version }; dieses Programm liest Version { $known }. Bitte das Programm zur Version des Geräts nehmen.
monitor-vacuum = Vakuum
monitor-walks_slowly = geht langsam
monitor-what = Was das Gerät an { $name } sagt, einmal je Sekunde. Nur dieser Rechner erreicht diese Seite.

## nav

nav-account = Konto
nav-api = API
nav-cases = Fälle
nav-catalog = Katalog
nav-clinic = Klinik
nav-compare = Vergleichen
nav-label = Seiten
nav-logout = Abmelden
nav-looks = Sprache und Farben
nav-next = Weiter: { $step }
nav-skip = Zum Inhalt
nav-steps = Schritte des Falls

## people

people-begin = Fall anlegen
people-changed = Letzte Änderung
people-empty = leer: jede Frage offen
people-example = kommentiertes Beispiel, niemandes Fall
people-from = Ausgehen von
people-from_diabetic_k2 = Beispiel: Diabetes, K2
people-from_in_the_hole = Beispiel: 47,5 kg, zwischen zwei Größen
people-from_mechanic = Beispiel: Mechaniker, K4
people-import = Importieren
people-import_file = Falldatei
people-import_hint = Ein Fall (TOML) oder ein Archiv (ZIP) aus dem Export.
people-list = Fälle
people-name = Name
people-name_hint = Nicht der Name des Patienten.
people-new = Neuer Fall
people-none = Noch keine Fälle.
people-none_found = Kein Fall dieses Namens.
people-search = Suchen
people-state = Stand
people-title = Menschen und Fälle
people-version = Version

## printed

printed-adapter = Adapterplatte
printed-availability = Angebot
printed-batteries = Zellen
printed-body_mass = Körpermasse
printed-build_height = Aufbauhöhe
printed-cells = Zelle
printed-chambers = Kammern
printed-charger = Ladegerät
printed-charging_temperature = Temperatur beim Laden
printed-claims = Aussage
printed-clearance_height = freier Raum
printed-connection_distal = Anschluss distal
printed-connection_proximal = Anschluss proximal
printed-connections = Anschluss
printed-drive = Antrieb
printed-foot_table = Tabelle der Füße
printed-footshells = Fußhüllen
printed-frequency = Frequenz
printed-fresh_water = Süßwasser
printed-heading = Überschrift
printed-instructions_for_use = Gebrauchsanweisung
printed-life = Lebensdauer
printed-listed_as = Eintrag einer Liste
printed-mass = Masse
printed-material = Material
printed-mobility_grade = Mobilitätsgrad
printed-order_number = Bestellnummer
printed-pump = Pumpe
printed-replaces_foot = nimmt die Stelle eines Fußes ein
printed-rows = Zeile
printed-scope_of_delivery = Lieferumfang
printed-size = Größe
printed-sizes = Größe
printed-suited_for = gedacht für
printed-system_height = Systemhöhe
printed-temperature_for_use = Temperatur im Gebrauch
printed-upgrades = ersetzt
printed-voltage = Spannung
printed-waterproof_to = wasserdicht bis
printed-working_vacuum = Arbeitsvakuum

## report

report-again = Noch einmal
report-begin = Bericht erstellen
report-cancel = Abbrechen
report-cancelled = Abgebrochen.
report-download = Herunterladen
report-files = Dateien des Schafts
report-made = Erstellt am { $at }; Fingerabdruck dessen, woraus er entstand: { $inputs }
report-old = Scans, Regeln oder Programm haben sich geändert, seit dieser Bericht entstand.
report-open = Auf eigener Seite öffnen
report-print = Drucken
report-reload = Nachsehen, wie weit es ist
report-running = { $done } von { $total } Tagen simuliert
report-waiting = Wartet, bis es dran ist …
report-what = Der ganze Fall als eine Datei zum Drucken und Aufbewahren: derselbe Bericht, den `concord run` schreibt.

## role

role-adapter_plate = Adapterplatte
role-functional_ring = Funktionsring
role-liner = Liner
role-pump = Pumpe
role-sealing_liner = dichtender Liner
role-sheath = Überzug
role-sleeve = Kniekappe
role-socket = Schaft
role-socket_connector = Schaftanschluss
role-sound_absorber = Schalldämpfer

## scans

scans-named = (von diesem Fall benutzt)
scans-title = Aufbewahrte Scans
scans-what = Ein entfernter Scan wird gelöscht. Ein Fall, der ihn benutzt, ist ein Entwurf, bis er einen anderen hat.

## socket

socket-brim = Schaftrand nach Namen
socket-brim_hint = Er tritt an die Stelle von Randlinie, Ausstellung und gerolltem Rand.
socket-brim_use = Diesen Schaftrand nehmen
socket-brush_hint = Tiefe und Größe wählen, dann auf das Modell klicken: negativ drückt, positiv entlastet.
socket-fact_contact = Kontaktfläche
socket-fact_gap = Mittlerer Abstand zum Stumpf mit Liner und Strümpfen
socket-fact_inner = Innenvolumen
socket-fact_wall = Dünnste Wand
socket-files = Dateien zum Drucken oder Fräsen
socket-files_size_check = Dateien der Größenprüfung
socket-legend_distance = Abstand zur Haut
socket-legend_wall = Wandstärke
socket-none = Es wird kein Schaft gefertigt
socket-redo = Wiederholen
socket-remove = Entfernen
socket-show_distance = Abstandskarte
socket-show_solid = Körper
socket-show_wall = Wandstärke
socket-size_check = Größenprüfung, kein Schaft
socket-steps = Technik, Schritt für Schritt
socket-strength_compute = Festigkeit berechnen
socket-strength_hint = Wie fest Wand und Aufnahme unter den Lasten der ISO 10328 sind, auf der Stufe der Körpermasse. Es dauert Sekunden und ist keine Prüfung.
socket-strength_material = Aus
socket-title = Der Schaft
socket-tool_brush = Pinsel
socket-tool_trim = Schaftrand
socket-tool_view = Ansehen
socket-undo = Rückgängig
socket-usual = Wieder die üblichen Schritte

## standing

standing-possible = möglich
standing-recommended = empfohlen
standing-refused = abgelehnt

## state

state-draft = Entwurf
state-fitted = versorgt
state-not_before = noch nicht
state-refused = abgelehnt

## step

step-day = Tag
step-fit = Versorgung
step-limb = Stumpf
step-person = Person
step-report = Bericht
step-socket = Schaft
step-versions = Versionen

## teams

teams-add = Team anlegen
teams-join = Ins Team aufnehmen
teams-leave = Herausnehmen
teams-name = Name des Teams
teams-new = Ein neues Team
teams-none = kein Team: nur Administratoren sehen ihn
teams-of_case = Team dieses Falls
teams-remove = Team entfernen
teams-title = Teams
teams-what = Ohne Teams sehen alle jeden Fall. Mit Teams sieht man die Fälle der eigenen Teams; Administratoren sehen alle. Ein neuer Fall geht an das erste Team dessen, der ihn anlegt.

## technique

technique-above_distal_end_mm = Über dem Stumpfende, mm
technique-above_the_scan_mm = Über dem Scan, mm
technique-around_deg = Umlauf, ° von vorn nach außen
technique-below_inside_mm = Vom Innenende zur Fläche, mm
technique-below_mm = Unter der Bezugshöhe, mm
technique-blend_mm = Läuft aus über, mm
technique-bore_mm = Bohrung, mm
technique-circumference_mm = Umfang, mm
technique-clearance_mm = Zwischen Innenschaft und Rahmen, mm
technique-deeper_mm = Tiefer, mm
technique-depth_mm = Tiefe, mm (− drückt)
technique-diameter_mm = Durchmesser, mm
technique-edge_thicker_mm = Am Rand dicker um, mm
technique-edge_width_mm = Verdickung läuft aus über, mm
technique-fillet_mm = Ausrundung zur Wand, mm
technique-from = Von: ° herum, mm unter
technique-from_below_mm = Von, mm unter der Bezugshöhe
technique-from_deg = Von, ° von vorn nach außen
technique-half_length_mm = Halbe Länge, mm
technique-half_width_mm = Halbe Breite, mm
technique-height_mm = Höhe, mm
technique-hole_depth_mm = Tiefe der Löcher, mm
technique-hole_mm = Durchmesser der Löcher, mm
technique-hole_square_mm = Seite ihres Quadrats, mm
technique-inner_thickness_mm = Dicke des Innenschafts, mm
technique-lean_deg = Neigt sich nach innen, °
technique-lower_mm = Rahmen endet unter dem Schaftrand um, mm
technique-minimum_mm = Nirgends weniger als, mm
technique-ml_over_ap = Mediolateral zu anteroposterior
technique-out_mm = Nach außen, mm
technique-percent = Reduktion, %
technique-radius_mm = Radius, mm
technique-share_of_length = Anteil der Länge
technique-spread_percent = Streuung, %
technique-thickness_mm = Dicke, mm
technique-to = Bis: ° herum, mm unter
technique-to_below_mm = Bis, mm unter der Bezugshöhe
technique-to_deg = Bis, ° von vorn nach außen
technique-width_mm = Breite, mm

## theme

theme-auto = auto
theme-dark = dunkel
theme-light = hell

## trouble

trouble-back = Zurück zu den Fällen
trouble-title = Das ging nicht

## unit

unit-fold = -fach
unit-months = Monate
unit-steps_per_min = Schritte/min
unit-years = Jahre

## verdict

verdict-against = dagegen
verdict-caution = Vorsicht
verdict-contraindication = Kontraindikation
verdict-for = dafür
verdict-indication = Indikation
verdict-not_before = nicht bevor
verdict-note = Hinweis
verdict-out_of_range = außerhalb des Bereichs
verdict-refusal = abgelehnt

## versions

versions-after = Nachher
versions-before = Vorher
versions-compare = Zwei vergleichen
versions-do = Tun
versions-field = Feld
versions-from = Von Version
versions-note = Was sich änderte
versions-restore = Version { $number } wiederherstellen
versions-same = Kein Unterschied.
versions-show = Zeigen
versions-title = Versionen
versions-to = Bis Version

## warning

warning-audit = Die Aufzeichnung, wer was getan hat, ist nicht mehr so, wie sie geschrieben wurde. Ein Administrator sollte sie prüfen und mit der letzten Sicherung vergleichen.
warning-backup = Die letzte automatische Sicherung ist misslungen. Ein Administrator sollte den Ordner für Sicherungen prüfen.
warning-folder = Im Ordner der automatischen Sicherungen liegen Sicherungen eines anderen Bestands oder einer früheren Version, die nicht sagt, wem sie gehören. Sie bleiben unberührt: Entfernen Sie, was nicht mehr gebraucht wird.
warning-store = Was hier aufbewahrt wird, ist beschädigt. Arbeiten Sie nicht weiter; ein Administrator stellt die letzte Sicherung wieder her.
warning-witness = Nicht jede Ansicht eines Falls konnte festgehalten werden. Ist der Datenträger voll? Ein Administrator prüft das und nimmt es auf der Seite der Klinik zur Kenntnis.

## who

who-automatic_backup = automatische Sicherung
who-command_line = die Kommandozeile
who-this_machine = dieser Rechner

## source

source-concord_assumption = Concord: unsere eigene Annahme oder Einschätzung
