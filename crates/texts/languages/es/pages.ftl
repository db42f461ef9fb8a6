# Sin revisar: traducido por máquina y no revisado por un protesista. (Unreviewed.)
# Cada palabra que dicen las páginas. Un id es la clave que nombra el programa, con guiones en lugar de puntos.
# Agrupado por áreas y ordenado dentro de ellas; { $name } es un lugar que rellena el programa.

## account

account-close = Cerrar
account-factor = Segundo factor
account-factor_add = Añada este secreto a un autenticador en su teléfono y escriba después el código que muestra.
account-factor_begin = Activar
account-factor_codes = El segundo factor está activado. Guarde estos códigos de recuperación aparte del teléfono: cada uno le permite entrar una vez sin él. No se vuelven a mostrar.
account-factor_confirm = Confirmar
account-factor_first = Código del autenticador
account-factor_on = Activado: se pide un código en cada inicio de sesión.
account-factor_open = Abrir en un autenticador de este dispositivo
account-factor_picture = Lo mismo como imagen, para la cámara de su autenticador
account-factor_remove = Desactivar
account-factor_what = Desactivado. Con un segundo factor, además de la contraseña se pide un código de su teléfono.
account-from = Desde
account-no_log_in = Aquí nadie inicia sesión con contraseña, así que no hay sesiones.
account-opened = Abierta
account-password_again = Su contraseña, de nuevo
account-seen = Último uso
account-sessions = Sesiones abiertas
account-sessions_hint = Cada navegador y cada script que ha iniciado sesión como usted. Una sesión termina tras una hora sin uso y, como máximo, a las 12 horas.
account-this_one = esta
account-title = Cuenta

## action

action-backed-up = copia de seguridad hecha
action-backup-failed = la copia de seguridad automática falló
action-case-created = caso creado
action-case-deleted = caso eliminado
action-case-exported = caso exportado
action-case-moved = caso entregado a un equipo
action-case-saved = caso guardado
action-case-viewed = caso consultado
action-factor-set = segundo factor activado o desactivado
action-file-attached = escaneo conservado
action-file-downloaded = archivo descargado
action-file-removed = escaneo eliminado
action-list-viewed = lista de casos consultada
action-login-failed = inicio de sesión fallido
action-missed-acknowledged = consultas no anotadas reconocidas
action-password-set = contraseña establecida
action-report-kept = informe conservado
action-restored = copia de seguridad restaurada
action-role-set = rol establecido
action-session-closed = sesión cerrada
action-sessions-closed = sesión cerrada por un administrador
action-signed-in = sesión iniciada
action-signed-out = sesión terminada
action-store-rekeyed = clave del almacén cambiada
action-team-changed = equipo cambiado
action-user-added = usuario añadido
action-user-removed = usuario eliminado
action-views-missed = no se pudieron anotar consultas

## api

api-does = Qué hace
api-licences = Licencias de lo que otros escribieron en este programa
api-operation = Operación
api-what = Todo lo que hacen las páginas, para scripts. Los tipos son los que imprime `--json`. Documento:

## case

case-export = Exportar
case-version = Versión { $number }

## catalog

catalog-also = También llamado:
catalog-back = Volver al catálogo
catalog-field = Qué
catalog-figures = Cifras
catalog-is = Qué es
catalog-legacy = antiguo
catalog-name = Nombre
catalog-printed = Tal como está impreso
catalog-to = { $from } a { $to }
catalog-unread = no se leyó nada impreso
catalog-values = Valores impresos
catalog-what = Lo que imprimen los fabricantes sobre sus artículos, con sus palabras, cada dato con su documento y página.

## choice

choice-activity-high = alta
choice-activity-low = baja
choice-activity-moderate = moderada
choice-activity-very_high = muy alta
choice-amputation_level-transfemoral = transfemoral (por encima de la rodilla)
choice-amputation_level-transtibial = transtibial (por debajo de la rodilla)
choice-bony_prominence-moderate = moderada
choice-bony_prominence-none = ninguna
choice-bony_prominence-prominent = marcada
choice-cognition-cannot_manage = no puede manejarlo
choice-cognition-manages_system = lo maneja sin ayuda
choice-cognition-manages_with_help = lo maneja con ayuda diaria
choice-do-doff = prótesis retirada
choice-do-drive = conducir
choice-do-sit = estar sentado
choice-do-stand = estar de pie
choice-do-swim = nadar
choice-do-walk = caminar
choice-fitting_stage-definitive = definitiva
choice-fitting_stage-interim = provisional
choice-goes_by-scan = el escaneo
choice-goes_by-tape = la cinta métrica
choice-hand_function-full = completa
choice-hand_function-limited = limitada
choice-hand_function-none = ninguna
choice-k_level-K0 = K0: no camina
choice-k_level-K1 = K1: camina en interiores
choice-k_level-K2 = K2: camina en exteriores, con límites
choice-k_level-K3 = K3: camina en exteriores, sin límites
choice-k_level-K4 = K4: camina en exteriores, con altas exigencias
choice-kind-at_a_desk = en el escritorio
choice-kind-mixed = mixto
choice-kind-on_the_feet = de pie
choice-name-adductor_longus = aductor largo
choice-name-distal_end = extremo distal
choice-name-distal_femur = fémur distal
choice-name-distal_tibia = tibia distal
choice-name-fibular_head = cabeza del peroné
choice-name-greater_trochanter = trocánter mayor
choice-name-ischial_tuberosity = tuberosidad isquiática
choice-name-mid_patellar_tendon = punto medio del tendón rotuliano
choice-name-perineum = periné
choice-name-popliteal = zona poplítea
choice-name-tibial_crest = cresta tibial
choice-neuroma-bears_pressure = presente, soporta la presión de un encaje
choice-neuroma-cannot_bear_pressure = presente, no soporta presión
choice-neuroma-none = ninguno conocido
choice-over-liner = el liner que se llevará
choice-over-skin = piel desnuda
choice-pump_mode-automatic = automático: vacío según la actividad
choice-pump_mode-level1 = nivel 1 (comodidad)
choice-pump_mode-level2 = nivel 2
choice-pump_mode-level3 = nivel 3
choice-pump_mode-level4 = nivel 4 (suspensión alta)
choice-pump_mode-off = apagado: la válvula mantiene el vacío que haya
choice-pump_mode-reverse = inverso: purga y liberación rápida
choice-scars-difficult = difíciles: adheridas, retraídas o mal situadas
choice-scars-none = ninguna
choice-scars-sound = sin problemas
choice-sex-female = femenino
choice-sex-male = masculino
choice-shape-bulbous = bulbosa
choice-shape-conical = cónica
choice-shape-cylindrical = cilíndrica
choice-side-left = izquierdo
choice-side-right = derecho
choice-socks_now-1-ply = 1 capa
choice-socks_now-3-ply = 3 capas
choice-socks_now-5-ply = 5 capas
choice-soft_tissue-excessive = excesivo
choice-soft_tissue-insufficient = insuficiente
choice-soft_tissue-sufficient = suficiente
choice-suspension_now-elevated_vacuum = vacío elevado, con una bomba
choice-suspension_now-lanyard = cordón (lanyard)
choice-suspension_now-none = aún sin prótesis
choice-suspension_now-pin_lock = cierre con perno (pin)
choice-suspension_now-sleeve = solo rodillera de sellado
choice-suspension_now-suction = succión, con una válvula unidireccional
choice-taken_by-pressure_cast = molde bajo presión
choice-taken_by-scan = escaneo del muñón
choice-taken_by-vacuum_cast = molde bajo vacío
choice-taken_by-wrap = molde de vendas
choice-tissue_consistency-flabby = flácida
choice-tissue_consistency-indurated = indurada
choice-tissue_consistency-normal = normal
choice-unit-cm = centímetros
choice-unit-in = pulgadas
choice-unit-m = metros
choice-unit-mm = milímetros
choice-unit-openlimb = OpenLimb (normalizado)
choice-vision-full = completa
choice-vision-limited = limitada
choice-vision-none = ninguna
choice-water_use-none = se mantiene seca
choice-water_use-splash = lluvia y salpicaduras
choice-water_use-swim = natación, baño, buceo

## clinic

clinic-accounts = Tomar también las cuentas de la copia de seguridad
clinic-accounts_hint = De lo contrario se quedan los usuarios de hoy. La fila que esta restauración añade abajo nombra las cuentas de la copia de seguridad.
clinic-acknowledge = Lo sé
clinic-action = Qué
clinic-add = Añadir un usuario
clinic-audit = Quién hizo qué
clinic-audit_chain = Las filas solo se añaden, y cada una contiene un hash de la fila anterior. Anote el hash más reciente en otro lugar: con él se pueden demostrar cambios posteriores.
clinic-backup = Copia de seguridad
clinic-backup_do = Descargar una copia de seguridad
clinic-backup_last = La última copia de seguridad se hizo el { $last }.
clinic-backup_what = Todo lo que se conserva, en un archivo: casos con todas las versiones, escaneos, usuarios. Guárdelo con la misma seguridad que este equipo informático.
clinic-behind = (el reloj se atrasó: { $seconds } s antes de la fila anterior)
clinic-factor_off = Desactivar el segundo factor
clinic-missed = No se pudieron anotar todas las consultas, por ejemplo porque el disco estaba lleno. Cuántas faltan figura en el registro de abajo en cuanto haya espacio. El aviso en cada página desaparece cuando un administrador lo reconoce.
clinic-new_password = contraseña nueva
clinic-no_users = Sin usuarios: solo este equipo informático puede acceder a la página, y nadie inicia sesión.
clinic-older = Anteriores
clinic-passphrase = Frase de contraseña
clinic-passphrase_hint = 15 caracteres o más; entonces la copia de seguridad se cifra. Nadie puede abrirla sin la frase. Si se deja vacía, puede leerla quien tenga el archivo.
clinic-passphrase_of_backup = Solo para una copia de seguridad cifrada.
clinic-password_hint = De 10 a 200 caracteres, y que no sea de las primeras que se adivinan: varias palabras que no vayan juntas.
clinic-restore = Restaurar
clinic-restore_do = Reemplazar todo por esta copia de seguridad
clinic-restore_file = Copia de seguridad
clinic-restore_what = La copia de seguridad ocupa el lugar de todos los casos conservados ahora, y se cierran todas las sesiones. El registro de quién hizo qué continúa.
clinic-role = Rol
clinic-role_admin = puede hacerlo todo
clinic-role_edit = modifica casos
clinic-role_read = lee
clinic-row = Fila y hash
clinic-sessions = Sesiones abiertas
clinic-set_password = Establecer contraseña
clinic-title = Clínica
clinic-users = Usuarios
clinic-users_hint = Los usuarios inician sesión donde la página se ofrece a otros equipos informáticos.

## column

column-activities-cadence_steps_per_min = Cadencia
column-activities-do = Actividad
column-activities-from = Desde
column-activities-speed_m_per_s = Velocidad
column-activities-steps = Pasos
column-activities-to = Hasta
column-circumferences-below_reference_mm = Por debajo del nivel de referencia
column-circumferences-circumference_mm = Circunferencia
column-landmarks-at = Lugar
column-landmarks-name = Punto anatómico

## column_hint

column_hint-activities-cadence_steps_per_min = Al caminar: pasos de ambos pies por minuto.
column_hint-activities-do = Qué hace la persona.
column_hint-activities-from = Donde termina la actividad anterior, p. ej. 07:30.
column_hint-activities-speed_m_per_s = De una marcha constante, con su cadencia.
column_hint-activities-steps = De una marcha con pausas: pasos de ambos pies en todo el tramo; el resto se está de pie.
column_hint-activities-to = Aquí empieza la actividad siguiente; 24:00 termina el día.
column_hint-circumferences-below_reference_mm = Desde el punto medio del tendón rotuliano (TF: tuberosidad isquiática) hacia abajo.
column_hint-circumferences-circumference_mm = Con la cinta métrica, sobre la piel a esa altura.
column_hint-landmarks-at = Tres números en los ejes del archivo de escaneo, mm.
column_hint-landmarks-name = Cada uno una sola vez.

## compare

compare-a = Primero
compare-advice = Recomendación
compare-b = Segundo
compare-case = Caso
compare-day = El día
compare-difference = Segundo menos primero, persona por persona
compare-hint = Mediana de { $persons } personas simuladas (percentil 10 … 90). Las mismas personas viven ambos días, así que la diferencia tiene menos dispersión que cada uno.
compare-inputs = Campos que difieren
compare-quantity = Magnitud
compare-recommended = la bomba recomendada
compare-show = Comparar
compare-title = Comparar
compare-unclear = (quizá ninguna)
compare-what = Dos casos, o un caso con dos sistemas.

## conflict

conflict-both = Conservar los cambios ajenos y aplicar encima el mío
conflict-drop = Descartar mi cambio
conflict-mine = Su cambio, sobre los cambios ajenos
conflict-theirs = Cambios ajenos
conflict-title = Otra persona ha cambiado este caso
conflict-who = { $name } guardó la versión { $number } el { $at }. Aún no se guardó nada de usted, y no se ha perdido nada.

## day

day-body_mass_kg = Masa corporal
day-cadence_steps_per_min = Cadencia
day-curves = El día
day-drive = El selector de la bomba electrónica
day-expanded = Ampliado a partir de { $steps } pasos y «{ $kind }», de { $from } a { $to }. Se supone: una marcha cada { $minutes } min aproximadamente, a { $cadence } pasos de ambos pies por minuto; del tiempo restante, { $standing } % de pie y { $sitting } % sentado.
day-fit_gap_mm = Ajuste: holgura en la colocación
day-level = Nivel de vacío
day-level_hint = De una bomba electrónica; una accionada por el peso no tiene ninguno.
day-no_script = Esta imagen necesita JavaScript; el informe tiene las mismas curvas sin él.
day-no_sock = ninguna
day-from_limb = El muñón empieza como estaba a las { $time } de la tarde anterior, igual en todas las personas.
day-not_used = El día simulado no usa: el nivel funcional; la actividad de la persona más allá de las actividades del día.
day-pin = Cierre con perno (pin) y medias
day-pinhole_mm = Perforación en rodillera o sellado
day-plan = Pasos o actividades, temperatura, altitud
day-pressure = Presión sobre la piel a lo largo de un paso
day-pressure_hint = Cada región de la piel tiene una sola presión en el modelo. El momento del día es el del cursor de arriba.
day-refused = rechazado para esta persona
day-show = Mostrar el día modificado
day-sliders = Y si…
day-row_hint = Tal como los indica el caso, con los sistemas de arriba y la dispersión entre algunas personas. Los controles no los cambian.
day-sliders_hint = Nada de esto cambia el caso.
day-sock = Una media desde la mañana
day-steps_per_min = pasos/min
day-suction = Válvula unidireccional
day-system = Sistema

## delete

delete-backups = Copias de seguridad hechas desde que se inició este caso: { $number }; la última el { $last }.
delete-no = Conservarlo
delete-no_backups = Este programa no ha hecho ninguna copia de seguridad desde que se inició el caso.
delete-not_reached = Lo que se copió antes se queda donde está: copias de seguridad, exportaciones, informes impresos y lo que guarda el propio sistema de archivos.
delete-title = ¿Eliminar «{ $name }»?
delete-what = Se borran las { $versions } versiones, sus escaneos y sus informes. No se puede deshacer; expórtelo antes si puede hacer falta.
delete-yes = Eliminar el caso

## draft

draft-first = Falta algo o algo es incorrecto. Corríjalo aquí:
draft-open = Borrador: { $n } preguntas abiertas
draft-open_first = No se concluye nada hasta que se respondan todas las preguntas.

## drive

drive-back = Volver al día
drive-beeps = pita
drive-both = vibra y pita
drive-burst = Rodillera de sellado rota
drive-cells_empty = Celdas agotadas
drive-does_doffed = prótesis retirada
drive-does_sits = está sentado
drive-does_stands = está de pie
drive-does_walks = camina
drive-doff = Retirarla
drive-light_charging = verde, pulsante: cargando
drive-light_high = rojo, parpadeo rápido: actúe ahora
drive-light_low = ámbar, fijo: conviene saberlo
drive-light_medium = ámbar, parpadeante: atiéndalo pronto
drive-light_off = apagada
drive-light_releasing = azul: se deja entrar aire
drive-light_well = verde, destello corto: todo va bien
drive-motion_lost = Sensor de movimiento perdido
drive-pinhole = Perforación en rodillera o sellado
drive-quiet = en silencio
drive-sensor_silent = Sensor de presión mudo
drive-sit = Sentarse
drive-stand = Ponerse de pie
drive-tap = Tocar (silenciar)
drive-title = La bomba electrónica en sus manos
drive-tube_blocked = Tubo obstruido
drive-vibrates = vibra
drive-walk = Caminar
drive-what = Gire el selector, siéntese y camine, haga una perforación. El controlador es el que funciona en un microcontrolador; sus cifras son nuestras, las del fabricante no están publicadas.

## field

field-about = Descripción
field-day-activities = Actividades
field-day-altitude_m = Altitud
field-day-from = Colocación
field-day-kind = Tipo de día
field-day-steps = Pasos durante el día
field-day-temperature_c = Temperatura del aire
field-day-to = Fin del día
field-limb-amputation_level = Nivel de amputación
field-limb-bony_prominence = Prominencia ósea
field-limb-circumferences = Circunferencias
field-limb-daily_fluctuation_mm = Cambio de la circunferencia durante un día
field-limb-limb_length_mm = Longitud del muñón
field-limb-measured_on = Medido el
field-limb-minutes_since_doffing = Tiempo desde la retirada
field-limb-months_since_amputation = Tiempo desde la amputación
field-limb-scars = Cicatrices
field-limb-shape = Forma del muñón
field-limb-side = Lado
field-limb-soft_tissue = Tejido blando
field-limb-tissue_consistency = Consistencia del tejido blando
field-name = Nombre del caso
field-person-activity = Actividad
field-person-age_years = Edad
field-person-body_mass_kg = Masa corporal
field-person-conditions-arterial_disease = Enfermedad arterial
field-person-conditions-cognition = Manejo del sistema
field-person-conditions-diabetes = Diabetes
field-person-conditions-dialysis = Diálisis
field-person-conditions-hand_function = Función de las manos
field-person-conditions-neuroma = Neuroma
field-person-conditions-vision = Visión
field-person-fitting_stage = Fase de adaptación
field-person-k_level = Nivel funcional
field-person-sex = Sexo
field-person-water_use = Agua
field-prosthesis-adapters_mm = Adaptadores
field-prosthesis-although_refused = Hecho aunque se rechaza el vacío, porque
field-prosthesis-available_clearance_mm = Altura libre disponible
field-prosthesis-below_knee_clearance_mm = Altura libre debajo de la rodilla
field-prosthesis-existing-external_tubing = Tubo externo
field-prosthesis-existing-keep_socket = Conservar el encaje
field-prosthesis-existing-pump = Bomba en uso
field-prosthesis-fit_gap_mm = Holgura de ajuste
field-prosthesis-foot_build_height_mm = Altura constructiva del pie
field-prosthesis-foot_length_cm = Longitud del pie
field-prosthesis-footshell_mm = Cubierta del pie
field-prosthesis-job-date = Fecha de fabricación
field-prosthesis-job-number = Número de trabajo
field-prosthesis-mass_kg = Masa de la prótesis
field-prosthesis-pump_mode = Modo de una bomba electrónica
field-prosthesis-pump_settings-ambient_stale_ms = Cuánto tiempo sirve la última presión ambiente
field-prosthesis-pump_settings-automatic_inhg = Valores de consigna del modo automático: acostado, sentado, de pie, marcha lenta, marcha, carrera
field-prosthesis-pump_settings-band_inhg = Cuánto puede caer el vacío por debajo del valor de consigna antes de que arranque la bomba
field-prosthesis-pump_settings-blocked_ml = Aire de un funcionamiento que alcanza su objetivo, por debajo del cual la línea está obstruida
field-prosthesis-pump_settings-ceiling_inhg = Vacío que nunca se supera, sea cual sea el valor de consigna
field-prosthesis-pump_settings-cell_energy_j = Energía de las celdas llenas
field-prosthesis-pump_settings-charge_celsius = Rango de temperatura para cargar
field-prosthesis-pump_settings-cold_drive_pct = Accionamiento con celdas por debajo de 0 °C, cuya tensión cae
field-prosthesis-pump_settings-debounce_ms = Cuánto tiempo debe mantenerse una posición del selector para que cuente
field-prosthesis-pump_settings-doffed_ms = Cuánto tiempo a presión ambiente y sin movimiento hasta que cuenta como retirada
field-prosthesis-pump_settings-empty_volts = Tensión de ambas celdas por debajo de la cual la bomba queda apagada
field-prosthesis-pump_settings-fall_dwell_ms = Cuánto tiempo debe durar una actividad que pide menos antes de que se siga
field-prosthesis-pump_settings-full_charge_ms = Tiempo que tarda el cargador en llenar las celdas
field-prosthesis-pump_settings-hold_ms = Cuánto tiempo debe mantenerse el gesto del modo inverso
field-prosthesis-pump_settings-hold_walking_ms = Lo mismo al caminar
field-prosthesis-pump_settings-idle_power_w = Potencia eléctrica de la electrónica
field-prosthesis-pump_settings-late_running_ms = Intervalo entre pasos de cálculo que cuenta como tardío con la bomba encendida
field-prosthesis-pump_settings-leak_growth = Aumento de la fuga sobre su media larga a partir del cual se avisa a la persona
field-prosthesis-pump_settings-leak_ml_per_min = Fuga a partir de la cual se avisa a la persona, con 57,6 kPa de vacío
field-prosthesis-pump_settings-levels_inhg = Valores de consigna de los niveles manuales 1 a 4
field-prosthesis-pump_settings-longest_gap_ms = El intervalo más largo entre pasos de cálculo que se da por válido
field-prosthesis-pump_settings-longest_run_ms = Funcionamiento más largo sin alcanzar el valor de consigna
field-prosthesis-pump_settings-low_volts = Tensión por debajo de la cual se pide a la persona que cargue
field-prosthesis-pump_settings-motion_silence_ms = Tiempo sin muestra de la aceleración tras el cual el movimiento no se conoce
field-prosthesis-pump_settings-pause_ms = Pausa tras ese funcionamiento antes de que la bomba lo intente de nuevo
field-prosthesis-pump_settings-pump_deepest_pa = El vacío más profundo de la bomba a nivel del mar
field-prosthesis-pump_settings-pump_free_flow_ml_per_s = Aspiración de la bomba sin vacío
field-prosthesis-pump_settings-pump_life_ms = Vida útil ensayada de la bomba, como tiempo de funcionamiento
field-prosthesis-pump_settings-pump_power_w = Potencia eléctrica de la bomba a pleno accionamiento
field-prosthesis-pump_settings-recover_ms = Cuánto tiempo debe estar bien un sensor con fallo
field-prosthesis-pump_settings-resume_volts = Tensión a la que las celdas agotadas vuelven a contar como utilizables
field-prosthesis-pump_settings-rise_dwell_ms = Cuánto tiempo debe durar una actividad que pide más antes de que se siga
field-prosthesis-pump_settings-sag_volts = Cuánto puede caer la tensión mientras funciona la bomba
field-prosthesis-pump_settings-silence_ms = Cuánto tiempo puede estar mudo o anómalo un sensor de línea antes de ser un fallo
field-prosthesis-pump_settings-snooze_ms = Cuánto tiempo silencia un toque los avisos que no son urgentes; el gesto para los urgentes lo hace durante una quinceava parte
field-prosthesis-pump_settings-storage_ms = Cuánto tiempo retirada hasta el almacenamiento
field-prosthesis-pump_settings-use_celsius = Rango de temperatura de uso
field-prosthesis-shoe_heel_mm = Tacón del zapato
field-prosthesis-sleeve_barrier = Barrera de silicona en la rodillera de sellado
field-prosthesis-sleeve_months = Rodillera de sellado sustituida tras
field-prosthesis-socks_now = Medias puestas ahora
field-prosthesis-suspension_now = Suspensión actual
field-prosthesis-wants_adjustable_suspension = Quiere ajustar la suspensión a mano
field-prosthesis-wide_component_below_socket = Componente ancho debajo del encaje
field-scan-anterior = Dirección hacia delante
field-scan-cut_plane = Plano que corta
field-scan-earlier = Escaneo anterior
field-scan-file = Archivo del escaneo
field-scan-goes_by = Donde cinta métrica y escaneo discrepen, seguir
field-scan-goes_by_reason = Quién lo decidió, y por qué
field-scan-keep_box = Caja que se conserva
field-scan-landmarks = Puntos anatómicos
field-scan-minutes_since_doffing = Tiempo desde la retirada
field-scan-over = Qué vio el escáner
field-scan-part = Parte del escaneo que es el muñón
field-scan-proximal = Dirección hacia la cadera
field-scan-scanned_on = Escaneado el
field-scan-side = Lado escaneado
field-scan-taken_by = Cómo se tomó la forma
field-scan-unit = Unidad del escaneo
field-scan-weld = Vértices que se sueldan

## fit

fit-answered = Respondido por
fit-article = Artículo
fit-ask = Aún por preguntar
fit-basis = Según quién
fit-copy = Copiar
fit-first_steps = Primeros pasos
fit-flipped = cambiado
fit-forces = Fuerzas en el encaje, y qué responde a ellas
fit-height = Altura
fit-heights = Altura que necesita cada bomba, y la altura que hay.
fit-holds = Cuánto tiempo se mantiene el vacío en este día
fit-included = incluido en el suministro de { $article }
fit-kept = se conserva
fit-liner = Liner
fit-part = Componente
fit-parts = Componentes que pedir
fit-piece = Pieza
fit-pumps = Bombas una junto a otra
fit-quantity = Cantidad
fit-reset = Como en el caso
fit-sensor_dies = Si falla su sensor de presión:
fit-size = Tamaño
fit-source = Fuente
fit-title = Adaptación
fit-try = Probar
fit-unanswered = Sin respuesta
fit-was = antes: { $before }
fit-what_if = Qué cambiaría la respuesta
fit-what_if_hint = Cambie un dato y vea qué bombas cambian. El caso se queda como está.
fit-why = Por qué

## footer

footer-disclaimer = Concord no es un producto sanitario y no tiene relación con ningún fabricante. Lo que introduce se queda en este equipo informático.

## form

form-add_row = Añadir a: { $list }
form-add_table = Añadir: { $table }
form-choose = – elija, por favor –
form-day_by_hand = Dar las actividades a mano en su lugar
form-day_by_steps = Dar un número de pasos y un tipo de día en su lugar
form-day_keep_activities = Conservar las actividades
form-day_keep_steps = Conservar los pasos y el tipo de día
form-day_told = Bastan un número de pasos y un tipo de día. Se amplían a actividades, y cada resultado lo dice.
form-default = por defecto: { $value }
form-entry = Una entrada
form-in_place = { $label }, número { $place }
form-in_row = { $label }, fila { $row }
form-insert_below_row = Insertar una fila debajo de la fila { $row }
form-left_out = – sin indicar –
form-line = línea { $line }
form-more_rows = No se muestran { $count } filas más; siguen en el archivo.
form-no = no
form-no_toml = El archivo no se puede mostrar como formulario hasta que su texto sea correcto.
form-number_meant = se quería decir { $number } { $unit }
form-number_right = { $number } { $unit } es correcto
form-numbers = Una coma decimal se toma como un punto.
form-open = Aún sin responder
form-open_count = Aún sin responder: { $count }
form-open_questions = Preguntas aún sin responder
form-optional = (opcional)
form-or = o
form-problem_count = Por corregir: { $count }
form-problems = Qué hay que corregir
form-range = { $low } a { $high } { $unit }
form-remove_row = Quitar la fila { $row }
form-remove_table = Quitar: { $table }
form-row = Fila
form-row_actions = Cambiar filas
form-save = Guardar
form-unit_of = Unidad de { $label }
form-unknown_entry = El formulario no conoce «{ $entry }». Quítelo, o introdúzcalo donde lo pide el formulario.
form-want_choice = «{ $given }» no es una de las respuestas. Elija una: { $choices }.
form-want_number = «{ $given }» no es un número. Introduzca un número, por ejemplo { $example }.
form-want_numbers = Introduzca { $count } números.
form-want_rows = «{ $given }» está donde van filas. Quítelo y añada después filas.
form-want_text = «{ $given }» no es un texto. Introdúzcalo de nuevo.
form-want_time = «{ $given }» no es una hora del día. Introduzca una hora, por ejemplo 07:30.
form-want_yes_no = «{ $given }» no es ni sí ni no. Elija uno de los dos.
form-yes = sí

## group

group-case = Caso
group-conditions = Condiciones
group-day = Día
group-existing = Componentes existentes
group-job = Trabajo
group-limb = Muñón
group-person = Persona
group-prosthesis = Prótesis
group-pump_settings = Ajustes de la bomba electrónica
group-scan = Escaneo

## group_hint

group_hint-case = Cómo llamarlo.
group_hint-conditions = Deciden sobre la suspensión por vacío: hay que responderlas todas.
group_hint-day = Desde la colocación por la mañana hasta el final del día.
group_hint-existing = Componentes que conservar o sustituir, donde ya hay una bomba de vacío.
group_hint-job = Con el que se hace el encaje.
group_hint-limb = El muñón, tal como se mide con la cinta métrica.
group_hint-person = A quién se adapta.
group_hint-prosthesis = Qué hay, y qué espacio hay.
group_hint-pump_settings = Lo que se deja vacío conserva su valor por defecto. La unidad simulada funciona con estos ajustes. Con ello ningún dispositivo los conoce: un dispositivo los toma como registro, que escribe la orden concord pump-settings.
group_hint-scan = Un escaneo del muñón tiene prioridad sobre la cinta métrica.

## hint

hint-about = De qué trata el caso, en una o dos frases.
hint-day-activities = En orden, sin huecos, dentro de un día.
hint-day-altitude_m = Sobre el nivel del mar: cuanto más alto, menos vacío puede haber.
hint-day-from = Cuándo se coloca la prótesis: 07:00.
hint-day-kind = Qué llena las horas en que no se camina: estar sentado, de pie o ambas cosas.
hint-day-steps = De ambos pies, como los muestra un contador en la muñeca o la cadera. Un contador en la prótesis muestra la mitad: duplíquelo.
hint-day-temperature_c = Media del día.
hint-day-to = Cuándo se retira para la noche: 23:00.
hint-limb-amputation_level = Indica desde dónde se miden las alturas: punto medio del tendón rotuliano o tuberosidad isquiática.
hint-limb-bony_prominence = Cuánto sobresale el hueso bajo la piel.
hint-limb-circumferences = De proximal a distal, al menos tres.
hint-limb-daily_fluctuation_mm = Cuánto cambia la circunferencia de la mañana a la noche.
hint-limb-limb_length_mm = Del punto medio del tendón rotuliano (TF: tuberosidad isquiática) al extremo distal.
hint-limb-measured_on = Fecha de las mediciones con cinta métrica, por ejemplo 2026-11-20.
hint-limb-minutes_since_doffing = Minutos desde la retirada hasta las mediciones con cinta métrica; 5 s son 0,08. Un muñón se hincha tras la retirada.
hint-limb-months_since_amputation = En meses, desde la amputación o la última operación del muñón hasta estas mediciones. Un muñón madura.
hint-limb-scars = Las cicatrices difíciles están adheridas, retraídas o mal situadas.
hint-limb-shape = Según ISO 8548-2.
hint-limb-side = El lado del paciente.
hint-limb-soft_tissue = Cantidad, según ISO 8548-2.
hint-limb-tissue_consistency = Según ISO 8548-2.
hint-name = Cómo llamar al caso. No el nombre del paciente.
hint-person-activity = Cuánta actividad dentro de ese nivel.
hint-person-age_years = En años.
hint-person-body_mass_kg = Con lo que suele llevar, sin la prótesis.
hint-person-conditions-arterial_disease = Enfermedad arterial oclusiva.
hint-person-conditions-cognition = Colocación, comprobaciones de fugas y avisos.
hint-person-conditions-diabetes = De cualquier tipo.
hint-person-conditions-dialysis = El volumen del muñón cambia con cada sesión.
hint-person-conditions-hand_function = Para la colocación y el manejo de la bomba.
hint-person-conditions-neuroma = En el muñón.
hint-person-conditions-vision = Para la colocación y para ver los avisos.
hint-person-fitting_stage = Provisional mientras el muñón aún madura.
hint-person-k_level = Nivel funcional de Medicare: el potencial del paciente.
hint-person-sex = Donde se indica, tejidos y vasos se simulan en consecuencia.
hint-person-water_use = Con qué agua se encuentra la prótesis.
hint-prosthesis-adapters_mm = Entre encaje y bomba, en conjunto. No la placa de una bomba electrónica.
hint-prosthesis-although_refused = Si se rechaza el vacío para esta persona, no se hace ningún encaje de vacío a menos que diga por qué. El motivo se imprime en cada hoja.
hint-prosthesis-available_clearance_mm = Del extremo distal del encaje al suelo (TF: a la conexión proximal de la rodilla).
hint-prosthesis-below_knee_clearance_mm = Solo en prótesis por encima de la rodilla: de la conexión distal de la rodilla al suelo.
hint-prosthesis-existing-external_tubing = Si el encaje de vacío actual está conectado por un tubo externo.
hint-prosthesis-existing-keep_socket = Si se debe conservar el encaje actual.
hint-prosthesis-existing-pump = Por su nombre impreso o número de artículo, p. ej. P2.
hint-prosthesis-fit_gap_mm = Entre liner y pared del encaje en la colocación: 0 ajusta, positivo es holgado, negativo apretado.
hint-prosthesis-foot_build_height_mm = Como la imprime su fabricante, de su conexión superior al suelo. Sin ella queda abierto si una bomba cabe en la altura.
hint-prosthesis-foot_length_cm = Del pie protésico.
hint-prosthesis-footshell_mm = Lo que añade debajo del pie; 0 si la altura constructiva ya incluye la cubierta.
hint-prosthesis-job-date = Por ejemplo 2026-11-20.
hint-prosthesis-job-number = El del taller: en cada archivo y, con el lado, en relieve en la pieza. Letras, cifras, espacio y - . / _
hint-prosthesis-mass_kg = La prótesis entera.
hint-prosthesis-pump_mode = Según la posición del selector giratorio.
hint-prosthesis-shoe_heel_mm = Si el espacio se midió con zapatos; 0 si se midió descalzo.
hint-prosthesis-sleeve_barrier = Una capa fina que protege la rodillera de sellado por dentro.
hint-prosthesis-sleeve_months = En meses, según dice la persona o según lo acordado con ella.
hint-prosthesis-socks_now = Al comienzo del día, una entrada por media.
hint-prosthesis-suspension_now = Cómo se sujeta la prótesis actual.
hint-prosthesis-wants_adjustable_suspension = De forma continua, sin herramientas.
hint-prosthesis-wide_component_below_socket = Una rodilla con microprocesador u otro componente ancho justo debajo del encaje.
hint-scan-anterior = En los ejes del archivo; sin ello se propone la parte delantera.
hint-scan-cut_plane = Un punto y una dirección en los ejes del archivo, mm; se conserva el lado hacia donde apunta. Por ejemplo 0, 0, -150, 0, 0, -1.
hint-scan-earlier = Del mismo muñón, para comparar.
hint-scan-file = STL, OBJ, PLY, GLB, 3MF o AOP, junto al archivo del caso.
hint-scan-goes_by = Solo se pregunta donde discrepan. Mida primero otra vez.
hint-scan-goes_by_reason = Se imprime dondequiera que se usen estas cifras.
hint-scan-keep_box = El menor y el mayor x, y y z en los ejes del archivo, mm; el resto se omite. Por ejemplo -80, 80, -80, 80, -250, 20.
hint-scan-landmarks = Lo que no se coloca se estima, y se dice.
hint-scan-minutes_since_doffing = Minutos desde la retirada hasta el escaneo; 5 s son 0,08. Un muñón se hincha tras la retirada.
hint-scan-over = Sobre un liner, su grosor ya está en la forma.
hint-scan-part = Solo si hay varias: su número, 1 la mayor, como lo nombra el error. Por ejemplo 2.
hint-scan-weld = Solo donde la superficie se separa por costuras: auto, o una distancia en mm, como máximo 1. Por ejemplo 0.2.
hint-scan-proximal = En los ejes del archivo; sin ello se busca el eje largo.
hint-scan-scanned_on = Fecha del escaneo, por ejemplo 2026-11-20.
hint-scan-side = Según dice quien escaneó. El otro lado detiene el proceso.
hint-scan-taken_by = Un molde bajo presión o vacío ya está comprimido: se pregunta por lo que la técnica quita otra vez.
hint-scan-unit = Solo si no la indican ni el archivo ni su tamaño.

## limb

limb-as_earlier = un escaneo anterior, para comparar
limb-as_limb = el muñón tal como es ahora
limb-drawing = El muñón de frente y desde la izquierda, con sus circunferencias.
limb-facts = { $ml } mL, { $mm } mm de largo, { $cm2 } cm² de piel.
limb-from_tape = Dibujado a partir de medidas con cinta métrica: secciones redondas. Un escaneo muestra la forma real.
limb-made_anew = El muñón se está creando a partir de las nuevas respuestas.
limb-not_said = no indicado
limb-scan = El escaneo
limb-tape_and_scan = Cinta métrica y escaneo
limb-tape_or_scan = Cinta métrica y escaneo discrepan: ¿cuál vale?
limb-title = El muñón
limb-or_keep = O conserve solo el muñón: indique en el formulario (escaneo) la caja o el plano de corte, mm en los ejes de la imagen.
limb-parts = Partes del escaneo
limb-this_part = Este es el muñón
limb-which_part = ¿Qué parte del escaneo es el muñón?
limb-upload = Escaneo
limb-upload_as = Es
limb-upload_file = Archivo de escaneo
limb-upload_hint = STL, OBJ, PLY, GLB, 3MF o AOP, como máximo 64 MB.
limb-upload_send = Subir

## login

login-code = Código
login-code_hint = Solo si ha activado un segundo factor: el código de su teléfono o un código de recuperación.
login-enter = Iniciar sesión
login-name = Nombre
login-password = Contraseña
login-title = Iniciar sesión
login-wrong = El nombre o la contraseña son incorrectos.

## monitor

monitor-activity = Lo que parece hacer la persona
monitor-alarm = Alarma
monitor-alarms = Alarmas
monitor-began = empezó
monitor-charge = Carga restante
monitor-charge_left = { $pct } %, { $h } h con la fuga actual
monitor-closed = La línea está cerrada: lo que figura aquí es antiguo.
monitor-counts = { $frames } tramas, { $broken } dañadas, { $unknown } de versión o tipo desconocidos.
monitor-doffed = fuera del muñón
monitor-ended = Alarmas terminadas, las más recientes primero
monitor-high = Alta
monitor-lasted = duró
monitor-leak = Fuga a 57,6 kPa
monitor-leak_or_more = { $leak } mL/min o más
monitor-left_out = Se omiten { $n } más.
monitor-lies = está acostado, o tiene la pierna en alto
monitor-low = Baja
monitor-medium = Media
monitor-mode = Modo
monitor-mode_charging = cargando
monitor-mode_detached = separada de su adaptador
monitor-mode_fault = fallo: la válvula mantiene el vacío que haya
monitor-mode_low_battery = celdas agotadas o demasiado calientes: la válvula mantiene el vacío que haya
monitor-mode_storage = guardada
monitor-no_alarm = Ninguna alarma.
monitor-no_alarm_heard = Ninguna conocida: la unidad no habla.
monitor-no_script = Sin su script esta página muestra el estado al cargarla. Vuelva a cargarla para ver lo nuevo.
monitor-not_known = no se sabe
monitor-nothing_yet = Aún ninguna trama.
monitor-ours = Los valores de consigna y los límites son nuestros; los del fabricante no están publicados. Esta página no es un sistema de alarma: avisa la propia unidad.
monitor-over = terminó
monitor-picture = Vacío y valor de consigna de los últimos cinco minutos
monitor-picture_says = Los últimos cinco minutos, 0 a 90 kPa; línea discontinua: valor de consigna.
monitor-priority = prioridad
monitor-pump = Bomba
monitor-rests = en reposo
monitor-runs = en marcha
monitor-set_point = Valor de consigna
monitor-silent = La línea está en silencio: ninguna trama desde hace { $s } s. Lo que figura aquí es antiguo.
monitor-since = desde { $time } de esta grabación
monitor-steps = Pasos con la prótesis
monitor-time = Desde la primera trama, minutos y segundos
monitor-title = La bomba tal como habla
monitor-unit = La unidad ahora
monitor-unknown_alarm = La unidad avisa de algo que este programa no conoce.
monitor-unknown_version = Llegan tramas de la versión { $version }; este programa lee la versión { $known }. Use el programa de la versión de la unidad.
monitor-vacuum = Vacío
monitor-walks_slowly = camina despacio
monitor-what = Lo que dice la unidad en { $name }, una vez por segundo. Solo este equipo informático puede acceder a esta página.

## nav

nav-account = Cuenta
nav-api = API
nav-cases = Casos
nav-catalog = Catálogo
nav-clinic = Clínica
nav-compare = Comparar
nav-label = Páginas
nav-logout = Cerrar sesión
nav-looks = Idioma y colores
nav-next = Siguiente: { $step }
nav-skip = Ir al contenido
nav-steps = Pasos del caso

## people

people-begin = Crear el caso
people-changed = Último cambio
people-empty = nada: todas las preguntas abiertas
people-example = un ejemplo comentado, el caso de nadie
people-from = Partir de
people-from_diabetic_k2 = ejemplo: diabetes, K2
people-from_in_the_hole = ejemplo: 47,5 kg, entre dos tamaños
people-from_mechanic = ejemplo: mecánico, K4
people-import = Importar
people-import_file = Archivo del caso
people-import_hint = Un caso (TOML), o un archivo comprimido (ZIP) que escribió la exportación.
people-list = Casos
people-name = Nombre
people-name_hint = No el nombre del paciente.
people-new = Caso nuevo
people-none = Aún no hay casos.
people-none_found = Ningún caso con ese nombre.
people-search = Buscar
people-state = Estado
people-title = Personas y casos
people-version = Versión

## printed

printed-adapter = placa adaptadora
printed-availability = disponibilidad
printed-batteries = celdas con las que funciona
printed-body_mass = masa corporal
printed-build_height = altura constructiva
printed-cells = celda
printed-chambers = cámaras
printed-charger = cargador
printed-charging_temperature = temperatura de carga
printed-claims = afirmación
printed-clearance_height = altura libre
printed-connection_distal = conexión distal
printed-connection_proximal = conexión proximal
printed-connections = conexión
printed-drive = accionamiento
printed-foot_table = tabla de pies
printed-footshells = cubiertas del pie
printed-frequency = frecuencia
printed-fresh_water = agua dulce
printed-heading = título
printed-instructions_for_use = instrucciones de uso
printed-life = vida útil
printed-listed_as = entrada en una lista
printed-mass = masa
printed-material = material
printed-mobility_grade = grado de movilidad
printed-order_number = número de pedido
printed-pump = bomba
printed-replaces_foot = ocupa el lugar de un pie
printed-rows = fila
printed-scope_of_delivery = contenido del suministro
printed-size = tamaño
printed-sizes = tamaño
printed-suited_for = pensado para
printed-system_height = altura del sistema
printed-temperature_for_use = temperatura de uso
printed-upgrades = sustituye a
printed-voltage = tensión
printed-waterproof_to = estanco hasta
printed-working_vacuum = vacío de trabajo

## report

report-again = Hacerlo de nuevo
report-begin = Hacer el informe
report-cancel = Cancelar
report-cancelled = Cancelado.
report-download = Descargar
report-files = Archivos del encaje
report-made = Hecho el { $at }; huella de aquello a partir de lo que se hizo: { $inputs }
report-old = Los escaneos del caso, las reglas o el programa han cambiado desde que se hizo este informe.
report-open = Abrir en una página propia
report-print = Imprimir
report-reload = Ver hasta dónde ha llegado
report-running = { $done } de { $total } días simulados
report-waiting = Espera su turno …
report-what = El caso entero como un solo archivo para imprimir y guardar: el mismo informe que escribe `concord run`.

## role

role-adapter_plate = placa adaptadora
role-functional_ring = anillo funcional
role-liner = liner
role-pump = bomba
role-sealing_liner = liner sellante
role-sheath = funda
role-sleeve = rodillera de sellado
role-socket = encaje
role-socket_connector = conector del encaje
role-sound_absorber = amortiguador de sonido

## scans

scans-named = (usado por este caso)
scans-title = Escaneos conservados
scans-what = Un escaneo que se quita se borra. Un caso que lo usa es un borrador hasta que tenga otro.

## socket

socket-brim = Borde por su nombre
socket-brim_hint = Sustituye a la línea de corte, al abocardado y al borde enrollado.
socket-brim_use = Usar este borde
socket-brush_hint = Elija profundidad y tamaño, luego haga clic en el modelo: negativo presiona, positivo alivia.
socket-fact_contact = Área en contacto
socket-fact_gap = Holgura media hasta el muñón con liner y medias
socket-fact_inner = Volumen interior
socket-fact_wall = Pared más fina
socket-files = Archivos para imprimir o fresar
socket-files_size_check = Archivos de la comprobación de tamaño
socket-legend_distance = Distancia a la piel
socket-legend_wall = Grosor de pared
socket-none = No se hace ningún encaje
socket-redo = Rehacer
socket-remove = Quitar
socket-show_distance = Mapa de distancias
socket-show_solid = Sólido
socket-show_wall = Grosor de pared
socket-size_check = Comprobación de tamaño, no un encaje
socket-steps = Técnica, paso a paso
socket-strength_compute = Calcular la resistencia
socket-strength_hint = La resistencia de pared y fijación con las cargas de la ISO 10328, en el nivel de la masa corporal. Tarda segundos y no es un ensayo.
socket-strength_material = Hecho de
socket-title = El encaje
socket-tool_brush = Pincel
socket-tool_trim = Línea de corte
socket-tool_view = Ver
socket-undo = Deshacer
socket-usual = De nuevo los pasos habituales

## standing

standing-possible = posible
standing-recommended = recomendada
standing-refused = rechazada

## state

state-draft = borrador
state-fitted = adaptado
state-not_before = aún no
state-refused = rechazado

## step

step-day = Día
step-fit = Adaptación
step-limb = Muñón
step-person = Persona
step-report = Informe
step-socket = Encaje
step-versions = Versiones

## teams

teams-add = Crear un equipo
teams-join = Añadir al equipo
teams-leave = Sacar
teams-name = Nombre del equipo
teams-new = Un equipo nuevo
teams-none = sin equipo: solo lo ven los administradores
teams-of_case = Equipo de este caso
teams-remove = Quitar el equipo
teams-title = Equipos
teams-what = Sin equipos todos ven todos los casos. Con equipos un usuario ve los casos de sus propios equipos; un administrador los ve todos. Un caso nuevo va al primer equipo de quien lo crea.

## technique

technique-above_distal_end_mm = Por encima del extremo distal, mm
technique-above_the_scan_mm = Por encima del escaneo, mm
technique-around_deg = Alrededor, ° desde delante hacia fuera
technique-below_inside_mm = Del extremo interior a la cara, mm
technique-below_mm = Por debajo del nivel de referencia, mm
technique-blend_mm = Se desvanece en, mm
technique-bore_mm = Orificio de vacío, mm
technique-circumference_mm = Circunferencia, mm
technique-clearance_mm = Entre encaje interior y marco, mm
technique-deeper_mm = Más profundo, mm
technique-depth_mm = Profundidad, mm (− presiona)
technique-diameter_mm = Diámetro, mm
technique-edge_thicker_mm = Más gruesa en su borde, mm
technique-edge_width_mm = El refuerzo se pierde en, mm
technique-fillet_mm = Redondeo hacia la pared, mm
technique-from = Desde: ° alrededor, mm por debajo
technique-from_below_mm = Desde, mm bajo el nivel de referencia
technique-from_deg = Desde, ° del frente hacia fuera
technique-half_length_mm = Mitad de su longitud, mm
technique-half_width_mm = Mitad de su anchura, mm
technique-height_mm = Altura, mm
technique-hole_depth_mm = Profundidad de los agujeros, mm
technique-hole_mm = Diámetro de los agujeros, mm
technique-hole_square_mm = Lado de su cuadrado, mm
technique-inner_thickness_mm = Grosor del encaje interior, mm
technique-lean_deg = Se inclina hacia dentro, °
technique-lower_mm = El marco termina por debajo de la línea de corte, mm
technique-minimum_mm = En ningún punto menos de, mm
technique-ml_over_ap = Mediolateral entre anteroposterior
technique-out_mm = Hacia fuera, mm
technique-percent = Reducción, %
technique-radius_mm = Radio, mm
technique-share_of_length = Parte de la longitud
technique-spread_percent = Dispersión, %
technique-thickness_mm = Grosor, mm
technique-to = Hasta: ° alrededor, mm por debajo
technique-to_below_mm = Hasta, mm bajo el nivel de referencia
technique-to_deg = Hasta, ° del frente hacia fuera
technique-width_mm = Ancho, mm

## theme

theme-auto = auto
theme-dark = oscuro
theme-light = claro

## trouble

trouble-back = Volver a los casos
trouble-title = No ha funcionado

## unit

unit-fold = veces
unit-months = meses
unit-steps_per_min = pasos/min
unit-years = años

## verdict

verdict-against = en contra
verdict-caution = precaución
verdict-contraindication = contraindicación
verdict-for = a favor
verdict-indication = indicación
verdict-not_before = no antes
verdict-note = nota
verdict-out_of_range = fuera de rango
verdict-refusal = rechazo

## versions

versions-after = Después
versions-before = Antes
versions-compare = Comparar dos
versions-do = Acción
versions-field = Campo
versions-from = De la versión
versions-note = Qué cambió
versions-restore = Restaurar la versión { $number }
versions-same = Nada difiere.
versions-show = Mostrar
versions-title = Versiones
versions-to = A la versión

## warning

warning-audit = El registro de quién hizo qué no está como se escribió. Un administrador debe comprobarlo y compararlo con la última copia de seguridad.
warning-backup = No se pudo hacer la última copia de seguridad automática. Un administrador debe revisar la carpeta de las copias de seguridad.
warning-folder = La carpeta de copias de seguridad automáticas contiene copias de otro almacén, o de una versión anterior que no decía de quién son. No se tocan: quite las que ya no hagan falta.
warning-store = Lo que se conserva está dañado. Detenga el trabajo; un administrador restaura la última copia de seguridad.
warning-witness = No se pudieron anotar todas las consultas de un caso. ¿Está lleno el disco? Un administrador lo mira y lo reconoce en la página de la clínica.

## who

who-automatic_backup = copia de seguridad automática
who-command_line = la línea de comandos
who-this_machine = este equipo informático

## source

source-concord_assumption = Concord: suposición o juicio nuestro
