# Sin revisar: traducido por máquina y no revisado por un protesista. (Unreviewed.)
# El idioma mismo: cómo se llama y cómo escribe números y fechas.

language-name = Español (sin revisar)
language-decimal = ,
language-thousands = .
language-date = { $day }/{ $month }/{ $year }
language-checked = Traducido del inglés; ningún protesista ha revisado el texto español.
