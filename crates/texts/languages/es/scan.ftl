# Sin revisar: traducido por máquina y no revisado por un protesista. (Unreviewed.)
# El escaneo de un muñón: cómo está orientado, qué se omitió, qué se hizo con él.

clean-bend_cropped = el escaneo se dobla { $angle } en { $at }: se omitió lo que queda por encima ({ $above }). Escanee con la rodilla recta para conservarlo
clean-bones = { $count ->
    [one] una parte dentro de la piel se tomó por hueso
   *[other] { $count } partes dentro de la piel se tomaron por huesos
}
clean-closed_flat = el extremo distal por debajo de la primera capa del archivo se cerró plano: el formato no contiene ninguno
clean-crumbs = { $count ->
    [one] se omitió una parte suelta
   *[other] se omitieron { $count } partes sueltas
}
clean-domed = el extremo distal tenía un agujero de { $area }: se cerró con una cúpula de { $height } de altura ({ $volume }) que continúa la curvatura de la superficie. Esa parte es invención nuestra, no la forma de la persona; longitud y volumen la incluyen
clean-edges_contradictory = { $count ->
    [one] una arista no se puede poner de acuerdo: allí la superficie tiene una sola cara
   *[other] { $count } aristas no se pueden poner de acuerdo: allí la superficie tiene una sola cara
}
clean-edges_crowded = { $count ->
    [one] una arista tiene tres o más caras; se dejó así
   *[other] { $count } aristas tienen tres o más caras; se dejaron así
}
clean-faces_turned = { $count ->
    [one] se dio la vuelta a una cara: el sentido de giro del archivo no era coherente
   *[other] se dio la vuelta a { $count } caras: el sentido de giro del archivo no era coherente
}
clean-hanging = { $count ->
    [one] se omitió una cara que colgaba de la superficie por una esquina o una arista
   *[other] se omitieron { $count } caras que colgaban de la superficie por una esquina o una arista
}
clean-holes_filled = { $count ->
    [one] se rellenó un agujero
   *[other] se rellenaron { $count } agujeros
}
clean-holes_left = { $count ->
    [one] un agujero es demasiado grande para rellenarlo; se puentea donde el encaje lo necesita
   *[other] { $count } agujeros son demasiado grandes para rellenarlos; se puentean donde el encaje lo necesita
}
clean-kept = { $count ->
    [one] se omitió una cara fuera de la caja o del plano indicados
   *[other] se omitieron { $count } caras fuera de la caja o del plano indicados
}
clean-left_copy = se omitió la parte { $part }, una copia de la piel en { $at }: { $area }, a { $apart } de ella (una capa doble del escáner)
clean-left_flat = se omitió la parte { $part }, algo plano en { $at }: { $area } (una mesa, un suelo, una silla)
clean-left_limb = se omitió la parte { $part }, con forma de muñón, en { $at }: { $area }
clean-left_other = se omitió la parte { $part } en { $at }: { $area }, por su forma ni hueso ni muñón
clean-left_open = se omitió la parte { $part } dentro del muñón en { $at }: { $area }, no es hueso, porque está abierta
clean-left_stout = se omitió la parte { $part } dentro del muñón en { $at }: { $area }, no es hueso, porque no es esbelta
clean-left_at_skin = se omitió la parte { $part } dentro del muñón en { $at }: { $area }, no es hueso, porque está a menos de 1 mm bajo la piel
clean-left_thick = se omitió la parte { $part } dentro del muñón en { $at }: { $area }, no es hueso, porque ocupa más del muñón que el hueso
clean-noise = ruido de la superficie: { $noise } (desviación estándar a lo largo de la normal)
clean-seams = { $count ->
    [one] un par de aristas corre junto, separado hasta { $gap }, y se rellenó como un agujero: soldar según la arista mediana lo une (dentro de { $within })
   *[other] { $count } pares de aristas corren juntas, separadas hasta { $gap }, y se rellenaron como agujeros: soldar según la arista mediana las une (dentro de { $within })
}
clean-smoothed = la superficie se suavizó: se desplazó { $moved } (media cuadrática); su volumen pasó de { $before } a { $after }
clean-straight = rectitud: los centros de las secciones distan { $rms } (media cuadrática) de una recta, las dos mitades giran { $angle }
clean-volume = el escaneo entero con sus aberturas cerradas tiene un volumen de { $volume }; incluye huesos, agujeros rellenados y lo que queda por encima del nivel de referencia
clean-welded = { $count ->
    [one] se soldó un vértice a otro; se desplazó { $moved }
   *[other] se soldaron { $count } vértices a otro; el que más se desplazó, { $moved }
}
end-as_in_the_file = ningún extremo está abierto ni es plano: arriba, como lo tiene el archivo
end-flat = hacia el extremo plano
end-opening = hacia la abertura del escaneo
front-crest = donde las secciones tienen la curvatura más pronunciada (la cresta tibial)
front-drawn = un muñón hecho de medidas con cinta métrica es redondo: su parte delantera está donde se dibuja
front-given = indicada como parte delantera
front-nearest_bone = donde el hueso está más cerca de la piel (la cresta tibial)
front-of_a_thigh = el eje del archivo: un muslo es redondo y no muestra su frente; indique el frente o coloque el trocánter mayor
front-of_the_file = el eje x del archivo: la forma no muestra ninguna cresta tibial; indique dónde está la parte delantera para tener seguridad
front-of_the_file_near_the_crest = el eje x del archivo, a { $apart } de la curvatura más pronunciada (la cresta tibial)
front-sharpest = donde las secciones tienen la curvatura más pronunciada
front-to_the_patella = hacia la rótula en el escaneo
front-to_the_tendon = hacia el punto medio del tendón rotuliano que se colocó
front-to_the_trochanter = desde el trocánter mayor que se colocó, que es lateral
height-guessed = un 15 % por debajo del extremo superior del escaneo: nada lo indica; dé la longitud del muñón o coloque el punto anatómico
height-measured = { $length } por encima del extremo distal, según lo medido
height-measured_over_liner = { $length } por encima del extremo distal bajo { $liner } de liner, según lo medido
height-of_the_file = el z = 0 del archivo
height-of_the_tendon = el punto medio del tendón rotuliano que se colocó
height-of_the_tuberosity = la tuberosidad isquiática que se colocó
landmark_found-by_anatomy = donde lo sitúa la anatomía en promedio; no se ve en la forma
landmark_found-lowest_point = el punto más bajo de la piel
landmark_found-placed = donde lo colocó una persona
landmark_found-top_of_the_fibula = el extremo superior del peroné en el escaneo
long_axis-given = indicado como proximal
long_axis-of_the_centres = la línea por los centros de las secciones, { $end }
long_axis-of_the_file = el eje z del archivo, a { $tilt } de la línea por los centros de las secciones, { $end }
long_axis-of_the_tape = el eje a lo largo del cual se cuentan las alturas de la cinta métrica
scan_file-line = { $file }, { $format }, { $unit } ({ $reason }), { $faces } caras
scan_note-ampscan = escrito por ampscan, cuyos archivos anteriores a noviembre de 2022 son imágenes especulares y cuyos archivos posteriores están girados un radio: compárelo con el muñón antes de usarlo
scan_note-behind_the_radii = se omitió la línea { $line }, { $shown }, y lo que sigue a los { $count } radios
scan_note-bytes_behind = { $count ->
    [one] se omitió un byte tras la última de { $faces } caras
   *[other] se omitieron { $count } bytes tras la última de { $faces } caras
}
scan_note-count_of_points_and_lines = { $count ->
    [one] se omitió un punto o una línea
   *[other] se omitieron { $count } puntos y líneas
}
scan_note-extensions = usa extensiones ({ $names }); solo se leen mallas de triángulos
scan_note-faces_counted = su cabecera cuenta { $claimed } caras, los bytes contienen { $faces }: se leyeron estas
scan_note-landmarks = los puntos anatómicos se conservan como están: no se sabe qué significan sus tres números
scan_note-list_of_another_name = las esquinas de sus caras se toman de la lista { $name }
scan_note-materials = se omitieron materiales y texturas
scan_note-no_positions = se omitió una parte sin posiciones
scan_note-no_side = el archivo no dice si el muñón es izquierdo o derecho
scan_note-not_numbers = { $count ->
    [one] se omitió un vértice cuyas coordenadas no son números, y con él { $faces ->
        [one] una cara
       *[other] { $faces } caras
    }
   *[other] se omitieron { $count } vértices cuyas coordenadas no son números, y con ellos { $faces ->
        [one] una cara
       *[other] { $faces } caras
    }
}
scan_note-nothing_to_build = nada en él está marcado para construirse: se tomaron todas las mallas
scan_note-open_end = el formato no tiene superficie por debajo de su primera capa: el extremo distal está abierto
scan_note-other_format = su nombre termina en .{ $extension }, su contenido es { $format }: leído como { $format }
scan_note-points_and_lines = se omitieron puntos y líneas
scan_note-polygons = { $count ->
    [one] un polígono de cinco o más vértices se convirtió en triángulos alrededor del primero
   *[other] { $count } polígonos de cinco o más vértices se convirtieron en triángulos alrededor del primero
}
scan_note-second_values = { $count ->
    [one] uno de { $radii } radios tiene un segundo valor: este se omitió
   *[other] { $count } de { $radii } radios tienen un segundo valor: estos se omitieron
}
scan_note-some_colours = { $count ->
    [one] uno de { $vertices } vértices tiene color: se omitió
   *[other] { $count } de { $vertices } vértices tienen color: los colores se omitieron
}
scan_note-strips = se omitieron tiras de triángulos: exporte con caras
scan_note-support = { $count ->
    [one] se omitió un objeto que el archivo llama soporte (support) u otro (other)
   *[other] se omitieron { $count } objetos que el archivo llama soporte (support) u otros (other)
}
scan_note-textures = se omitieron texturas: solo se leen colores de vértices
scan_note-y_upward = la y de glTF apunta hacia arriba: oriente el muñón antes de medirlo
scan_part-limb = con forma de muñón
scan_part-flat = plana como una mesa
scan_part-other = por su forma no es un muñón
scan_part-line = { $looks }, { $length } mm de largo, de { $least } a { $most } mm de contorno, { $volume } mL
scan_part-line_open = { $looks }, { $length } mm de largo, { $volume } mL
scan_part-picture = Partes del escaneo con sus números
scan_part-view = Vista a lo largo de { $along }: { $across } hacia la derecha, { $up } hacia arriba, mm
scan_part-taken = tomada como muñón
scan_report-heading = Lo que se leyó del escaneo y se le hizo antes:
scan_unit-as_said = según lo indicado
scan_unit-stated = { $format } indica { $unit }: el escaneo mide { $length } de largo
scan_unit-the_only_one = el archivo no indica ninguna unidad; su eje más largo mide { $extent }, y de { $units } solo { $unit } da un muñón, de { $length } de largo
shape_note-bridged = se puentearon agujeros en el { $share } % del escaneo
shape_note-drawn_above_scan = el borde sobresale hasta { $height } del escaneo en el lado que contiene la rama: nadie ha visto ahí su forma, la dibuja la técnica; no retiene ningún socavado tras la rama y hay que conformarlo en la persona
shape_note-trim_lowered = la línea de corte se bajó hasta { $lowered }: el escaneo termina { $top } por encima del nivel ({ $level })
shape_note-trim_lowered_below = la línea de corte se bajó hasta { $lowered }: el escaneo solo está cerrado alrededor hasta { $top } por debajo del nivel ({ $level })
shape_note-donning_cannot = el encaje no se puede colocar: el muñón con su liner mide { $bulge } de contorno a { $bulge_below } por debajo del nivel de referencia y tiene que pasar por { $neck } a { $neck_below } por debajo; tendría que ceder { $squeeze } de su radio, el tejido blando cede { $give } (suposición nuestra); hágalo en dos piezas, con ventana o borde expandible, o cambie lo que sigue
shape_note-donning_doubtful = es dudoso que el encaje se pueda colocar: el muñón con su liner mide { $bulge } de contorno a { $bulge_below } por debajo del nivel de referencia y tiene que pasar por { $neck } a { $neck_below } por debajo; cede { $squeeze } de su radio, el tejido blando cede { $give } (suposición nuestra); pruébelo con un encaje de prueba
shape_note-donning_effort = el encaje entra con esfuerzo: el muñón con su liner mide { $bulge } de contorno a { $bulge_below } por debajo del nivel de referencia y tiene que pasar por { $neck } a { $neck_below } por debajo; cede { $squeeze } de su radio, el tejido blando cede { $give } (suposición nuestra); ayuda una funda de colocación o un lubricante que permita el fabricante del liner
shape_note-donning_less = para colocarlo, la reducción en el estrechamiento tendría que ser { $less } puntos porcentuales menor, si no se cambia nada más
shape_note-donning_lower = para colocarlo, el punto más bajo de la línea de corte tendría que estar { $lower } más abajo, si no se cambia nada más
shape_note-donning_open = para colocarlo, el estrechamiento tiene que abrirse { $open } de su circunferencia, si no se cambia nada más
shape_note-undercuts = el escaneo tiene socavados de hasta { $depth } en el { $share } % de él; el encaje los rodea
standing-assumed = supuesto, colóquelo
standing-placed = colocado
standing-seen = visto en el escaneo, confirmar
