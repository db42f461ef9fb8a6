# Worte in den Bildern, und ihre Namen für alle, die sie nicht sehen.

plot-arms = Wie das Ergebnis in jedem Arm liegt: { $outcome }; Mittelwerte: { $means } { $unit }.
plot-between = { $share } dazwischen
plot-correlation = Rangkorrelation mit dem Unterschied
plot-day = Der Tag: { $activities }
plot-difference = Unterschied
plot-drivers = Was mit dem Effekt einhergeht, das Engste zuerst: { $outcome }.
plot-effect = Effekt in Unterschieden, auf die es ankommt
plot-ends_at = { $system } endet bei { $median } ({ $low } bis { $high })
plot-estimate = Schätzung einer Studie
plot-estimates = Schätzungen von Studien, { $design }; { $outcome }.
plot-every_outcome = Jedes Ergebnis mit { $arm } gegen { $reference }, in Unterschieden, auf die es ankommt; mehr ist besser.
plot-flow = Der Weg der Personen.
plot-followed = { $quantity }: { $count } Messwerte neben den Bändern des Zwillings vor und nach dem Protokoll.
plot-gain = { $share } gewinnen
plot-higher = höher
plot-learned = Parameter vor und nach dem Protokoll. { $rows }.
plot-left_better = ◄ besser
plot-left_worse = ◄ schlechter
plot-lose = { $share } verlieren
plot-lower = niedriger
plot-over_the_day = { $quantity }, { $unit }, über den Tag. { $ends }.
plot-own_effects = Eigene Effekte der Personen: { $outcome }: { $gain } gewinnen, { $within } dazwischen, { $lose } verlieren.
plot-persons = { $count } Personen
plot-right_better = besser ►
plot-right_worse = schlechter ►
plot-section = Schnitt { $height }
plot-section_at_level = { $mm } mm (Höhe { $level })
plot-show_it = { $share } zeigen ihn
plot-stamp = NUR GRÖSSENPRÜFUNG, nach Maßband
plot-thirds = Der Effekt in Dritteln der Personen: { $outcome }.

## activity

plot-activity-driving = Autofahren
plot-activity-prosthesis_off = Prothese abgelegt
plot-activity-sitting = Sitzen
plot-activity-standing = Stehen
plot-activity-swimming = Schwimmen
plot-activity-walking = Gehen

## edge

plot-edge-anterior = ant.
plot-edge-lateral = lat.
plot-edge-medial = med.
plot-edge-posterior = post.

## heights

plot-heights-foot = Fuß: nicht angegeben
plot-days = Stumpfvolumen morgens und abends an { $days } Tagen: { $curves }
plot-days-axis = Änderung des Stumpfvolumens, %, nach Tagen
plot-days-curve = { $letter }: { $low } bis { $high } %, { $last } % am letzten Morgen
plot-heights-name = Nötige Höhe, Teil für Teil. { $groups }

## key

plot-key-limb = Stumpf
plot-key-liner = Liner, Strümpfe
plot-key-wall = Wand

## legend

plot-legend-change = Wie weit der Stumpf jetzt außerhalb (+) oder innerhalb (−) des früheren Scans liegt, mm
plot-legend-inside = Abstand der Haut von der Innenseite des Schafts, mm

## measured

plot-measured-fluid = Flüssigkeit im Schaft
plot-measured-vacuum = Vakuum im Schaft
plot-measured-volume = Stumpfvolumen nach dem Ausziehen

## outline

plot-outline-front = von vorn
plot-outline-lateral = von lateral
plot-outline-medial = von medial
plot-outline-name = Der Umriss des Stumpfs von vorn und von links der Person, mit den gemessenen Höhen

## shares

plot-shares-assumed = angenommen
plot-shares-fitted = angepasst
plot-shares-larger = größer: { $effect }
plot-shares-measured = gemessen
plot-shares-name = Anteile an der Streuung ({ $outcome }): { $shares }.
plot-shares-published = veröffentlicht

## side

plot-side-anterior = anterior
plot-side-lateral = lateral
plot-side-medial = medial
plot-side-posterior = posterior

## strip

plot-strip-drive = fahren
plot-strip-off = ab
plot-strip-sit = sitzen
plot-strip-stand = stehen
plot-strip-swim = schwimmen
plot-strip-walk = gehen

## view

plot-view-anterior = Anterior
plot-view-cut = Aufgeschnitten
plot-view-lateral = Lateral
plot-view-medial = Medial
plot-view-posterior = Posterior

## views

plot-views-change = Der frühere Scan, Ansicht { $view }, gefärbt danach, wie weit der Stumpf jetzt von ihm entfernt ist
plot-views-inside = Stumpf, Liner und Wand, von vorn nach hinten geschnitten
plot-views-limb = Der Stumpf, Ansicht { $view }, gefärbt nach dem Abstand zur Innenseite des Schafts
plot-views-socket = Der Schaft, Ansicht { $view }
