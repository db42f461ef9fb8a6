# Die Sprache selbst: wie sie sich nennt und wie sie Zahlen und Daten schreibt.

language-name = Deutsch
language-decimal = ,
language-thousands = .
language-date = { $day }.{ $month }.{ $year }
language-checked = Übersetzt aus dem Englischen; kein Orthopädietechniker hat den deutschen Text gelesen.
