# Was ein geöffneter Fall neben seinen Ergebnissen sagt.

day_note-above_the_knee = Oberhalb des Knies ist der Tag eine Extrapolation: Gewebe, Knochen und Abdichtung stammen aus Studien an transtibialen Stümpfen, und die Abdichtung ist die einer Kniekappe (concord_assumption)
day_note-loose = Der Tag wird in einem Schaft gelebt, der beim Anziehen um { $gap } zu weit ist wie der jetzige. Ein neuer Schaft würde passend gemacht
day_note-pinhole = Ein Loch von { $size }, { $like }, lässt bei 17 inHg { $open } mL/min Luft ein, wenn es offen bleibt, wie an diesem Tag. Eine Kniekappe, die sich hinter dem Stich schließt, behält einen Schlitz und lässt { $low } bis { $high } mL/min ein (concord_assumption). Unbeschädigt lässt sie { $intact } mL/min ein; die Wahrheit liegt dazwischen
day_note-refused = { $system } kommt für diese Person nicht infrage: { $reason }
day_note-refused_article = { $system } { $article } kommt für diese Person nicht infrage: { $reason }
day_note-tight = Der Tag wird in einem Schaft gelebt, der beim Anziehen um { $gap } zu eng ist wie der jetzige. Ein neuer Schaft würde passend gemacht
day_note-waits = { $system } { $article }: nicht, bevor dies geklärt ist: { $open }.
liner_order-above_the_knee = nach der Tabelle des Herstellers für Oberschenkel, mit den Umfängen des Messblatts: Die hier bekannten Größen sind für Unterschenkel gedruckt
liner_order-by_chart = die nächstkleinere Größe nach der Tabelle des Herstellers
liner_order-candidates = unsere Annahme, nicht die Tabelle: infrage kommen { $candidates }
liner_order-preflexed = oder vorgebeugt, nach Länge: { $length }, dieselbe oder die nächstkürzere ({ $size }, gedruckt)
liner_order-preflexed_by_chart = oder vorgebeugt, nach Länge: { $length }, dieselbe oder die nächstkürzere (nach der Tabelle des Herstellers)
liner_order-printed = die nächstkleinere Größe, die gedruckt ist: { $size }
pinhole_like-drawing_pin = das Loch einer Reißzwecke
pinhole_like-fine_needle = der Stich einer Injektionsnadel
pinhole_like-hair = so breit wie ein Haar
pinhole_like-nail = das Loch eines Nagels
pinhole_like-pin = der Stich einer Stecknadel
