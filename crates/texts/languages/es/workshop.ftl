# Lo que recibe el taller junto al encaje: trabajo, hoja de impresión, modelo, encaje de prueba, liner a medida.

file-carving_model = el modelo para fresar, laminar o termoconformar: con collar, ranura, orificio y prolongación
file-custom_liner_csv = el pedido del liner a medida en una tabla
file-custom_liner_stl = el liner a medida como cuerpo de su material
job-by_hand = No se pudieron poner en relieve el trabajo, el lado y la fecha: { $why }. Marque la pieza a mano.
job-dated = trabajo { $number }, { $side }, { $date }
job-left = izquierda
job-none = { $side }; no se indicó ningún número de trabajo
job-right = derecha
job-undated = trabajo { $number }, { $side }; no se indicó su fecha
socket_note-check_socket_without_model = Un encaje de prueba se conforma sobre un modelo: la técnica no tiene el paso do = "build_up". No se propone ninguna plancha.
socket_note-compressed_already = La forma se tomó mediante { $how }: el tejido ya estaba comprimido. La técnica la estrecha otra vez ({ $again }). Confírmelo o quítelo: dos veces es demasiado apretado.
socket_note-custom_liner_no_room = El escaneo es demasiado corto para un liner a medida, o la técnica no le da espesor.
socket_note-custom_liner_over_liner = El escaneo se hizo sobre un liner: no muestra la piel. No se dibuja ningún liner a medida.
socket_note-workshop_of_a_tape = El modelo y el liner proceden solo de la cinta: secciones redondas, sin forma entre ellas. No frese ni pida a partir de ellos.
taken_by-pressure_cast = un molde bajo presión
taken_by-scan = un escaneo del muñón
taken_by-vacuum_cast = un molde bajo vacío
taken_by-wrap = un molde de vendas
workshop-step-build_up = Modelo para fresar o termoconformar
workshop-step-build_up_at = plano { $mm } mm sobre la línea de corte
workshop-step-build_up_said = prolongación de { $extension } mm, { $diameter } mm de ancho; ranura de { $groove } mm; orificio de { $mandrel } mm, { $depth } mm de profundidad
workshop-step-check_socket = Encaje de prueba termoconformado
workshop-step-check_socket_said = plancha de { $sheet } mm; no se quiere pared menor de { $least } mm
workshop-step-custom_liner = Liner a medida para pedir
workshop-step-custom_liner_said = interior { $percent } % más estrecho que la piel ({ $from })
workshop-sheet-petg = PETG, transparente y rígido
workshop-sheet-polypropylene = polipropileno
workshop-sheet-flexible = plancha blanda transparente
