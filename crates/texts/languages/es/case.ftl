# Sin revisar: traducido por máquina y no revisado por un protesista. (Unreviewed.)
# Lo que dice un caso abierto junto a sus resultados.

day_note-above_the_knee = Por encima de la rodilla el día es una extrapolación: tejido, hueso y sellado son los de estudios de muñones transtibiales, y el sellado es el de una rodillera de sellado (concord_assumption)
day_note-loose = El día se vive en un encaje tan holgado como el actual, con { $gap } en la colocación. Un encaje nuevo se haría a la medida
day_note-pinhole = Un orificio de { $size }, { $like }, deja entrar { $open } mL/min de aire a 17 inHg si queda abierto, como en este día. Una rodillera que se cierra tras el pinchazo conserva una ranura y deja entrar de { $low } a { $high } mL/min (concord_assumption). Intacta deja entrar { $intact } mL/min; la verdad está entre los dos
day_note-refused = { $system } se rechaza para esta persona: { $reason }
day_note-refused_article = { $system } { $article } se rechaza para esta persona: { $reason }
day_note-tight = El día se vive en un encaje tan apretado como el actual, con { $gap } en la colocación. Un encaje nuevo se haría a la medida
day_note-waits = { $system } { $article }: no antes de aclarar lo siguiente: { $open }.
liner_order-above_the_knee = según la tabla del fabricante para el muslo, con las circunferencias de la hoja: las tallas conocidas aquí están impresas para debajo de la rodilla
liner_order-by_chart = el tamaño inmediatamente inferior, según la tabla del fabricante
liner_order-candidates = suposición nuestra, no de la tabla: candidatos { $candidates }
liner_order-preflexed = o preflexionado, por longitud: { $length }, la misma o la inmediatamente más corta ({ $size }, impreso)
liner_order-preflexed_by_chart = o preflexionado, por longitud: { $length }, la misma o la inmediatamente más corta (según la tabla del fabricante)
liner_order-printed = el tamaño inmediatamente inferior, que está impreso: { $size }
pinhole_like-drawing_pin = el agujero de una chincheta
pinhole_like-fine_needle = el pinchazo de una aguja de inyección
pinhole_like-hair = del ancho de un cabello
pinhole_like-nail = el agujero de un clavo
pinhole_like-pin = el pinchazo de un alfiler
