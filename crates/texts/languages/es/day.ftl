# Sin revisar: traducido por máquina y no revisado por un protesista. (Unreviewed.)
# Lo que ocurre en un día, y con qué se vive un día.

event-blister_line = la succión mantenida sobre la piel alcanzó el límite de ampollas
event-lost_at_rest = el vacío cae por debajo de { $level }: entran { $leak } mL/min de aire y la bomba no funciona
event-lost_for_now = el vacío cae por debajo de { $level }: entran { $leak } mL/min de aire; la bomba extrae { $removal } y lo recuperará
event-lost_to_a_leak = el vacío cae por debajo de { $level }: una fuga de { $leak } mL/min supera los { $removal } mL/min que extrae esta bomba
event-lost_without_steps = el vacío cae por debajo de { $level }: entran { $leak } mL/min de aire y sin pasos nada bombea
event-pump_warns = la bomba avisa: { $warning }
event-sock_added = media de { $ply } capa(s) añadida: el muñón se hunde { $travel } en el encaje
event-swelling = muñón durante una hora más de un { $percent } % mayor que en la colocación: aviso de edema
event-vacuum_back = el vacío vuelve a { $vacuum }
mode-auto = automático
mode-level1 = nivel 1
mode-level2 = nivel 2
mode-level3 = nivel 3
mode-level4 = nivel 4
mode-off = apagado
mode-reverse = inverso
pump_warning-adapter = el contacto indica que la unidad está fuera de su adaptador, lo que no puede ser, la bomba sigue funcionando
pump_warning-blocked = la línea hacia el encaje está obstruida
pump_warning-button = el botón del modo inverso está atascado en posición cerrada
pump_warning-cannot_charge = demasiado frío o demasiado calor para cargar
pump_warning-cells_empty = celdas agotadas, el vacío se mantiene mientras dure el sellado
pump_warning-cells_low = celdas con poca carga
pump_warning-charger = parece haber un cargador conectado mientras se lleva la prótesis, la bomba sigue funcionando
pump_warning-driver = la bomba funciona aunque se le ordena parar, el modo inverso deja entrar aire, hay que reparar la unidad
pump_warning-leak = el encaje tiene una fuga mayor que lo que extrae la bomba
pump_warning-leak_grows = la fuga ha aumentado
pump_warning-left_at_reverse = se camina con el selector dejado en modo inverso
pump_warning-motion_lost = el acelerómetro falla, se conserva el vacío de la marcha
pump_warning-pump_old = la bomba ha cumplido su vida útil ensayada
pump_warning-restarts = la unidad se reinicia una y otra vez, sus celdas o su alimentación fallan
pump_warning-sensor = el sensor de presión falla, el vacío se mantiene mientras dure el sellado
pump_warning-switch = no se puede leer el selector, el vacío se mantiene
pump_warning-timing = su reloj dio un salto
pump_warning-too_cold = más frío que el rango de uso
pump_warning-too_deep = más vacío del permitido, el modo inverso deja entrar aire
pump_warning-too_hot = celdas demasiado calientes, el vacío se mantiene
pump_warning-valve_shut = la válvula no deja entrar aire
system-in_mode = { $system }, { $mode }
system-in_ptb = { $system }, encaje de apoyo específico
system-in_tsb = { $system }, encaje de apoyo en toda la superficie
system-pin = Perno (pin) y medias
system-regulated = Vacío de { $vacuum }
system-suction = Válvula unidireccional
system-weight_activated = Bomba accionada por el peso

## Lo que de un caso decide sobre el muñón simulado.

depends-title = Lo que de este caso decide sobre el muñón simulado
depends-arterial_disease = Enfermedad arterial: la sangre vuelve más despacio, caminar añade poco flujo, el músculo no se hincha. La dirección está publicada (Sanders 2014), el tamaño es una suposición nuestra.
depends-diabetes = Diabetes: se filtra más líquido al tejido. El tamaño es una suposición nuestra.
depends-age = Edad: las venas se endurecen de década en década; a los 50 años son las de los estudios. El tamaño es una suposición nuestra.
depends-interim = Prótesis provisional: un muñón que aún madura filtra más líquido. El tamaño es una suposición nuestra.
depends-flabby = El tejido flácido se desplaza más y resiste menos. El tamaño es una suposición nuestra.
depends-indurated = El tejido indurado se desplaza menos, resiste más y deja pasar menos líquido. El tamaño es una suposición nuestra.
depends-much_tissue = Mucho tejido blando: se desplaza más, y el líquido tiene más espacio para drenar. El tamaño es una suposición nuestra.
depends-little_tissue = Poco tejido blando: se desplaza menos, y el líquido tiene menos espacio para drenar. El tamaño es una suposición nuestra.
depends-bulbous = Forma bulbosa: el encaje toca el muñón con menos uniformidad. El tamaño es una suposición nuestra.
depends-scars = Cicatrices difíciles: el tejido adherido se mueve menos. El tamaño es una suposición nuestra.
depends-bone = Hueso prominente: la piel sobre él lleva más carga. El tamaño es una suposición nuestra.
depends-socks = Calcetines que se llevan ahora: ablandan el contacto y retienen aire, solo en días con la suspensión de hoy. Calculado de Jasken y Hall 2018.
depends-fluctuation = Fluctuación: se midieron { $measured } mm de circunferencia en un día. Personas con estas respuestas muestran de { $low } a { $high } mm con la suspensión de hoy ({ $system }). Las elegidas según la medida muestran de { $drawn_low } a { $drawn_high } mm.
depends-fluctuation_contradicts = Fluctuación: se midieron { $measured } mm de circunferencia en un día, y la simulación no puede seguirlo. Personas con estas respuestas muestran de { $low } a { $high } mm con la suspensión de hoy ({ $system }). Las personas se eligen como si nada se hubiera medido. Revise la medida, la holgura, los calcetines y la suspensión de hoy.
depends-fluctuation_unworn = Fluctuación: no se usa, porque hoy no se lleva prótesis.
depends-liner = Liner: talla { $size } mm sobre { $girth } mm de circunferencia, { $percent } % menor que el muñón, al que aprieta en esa medida.
