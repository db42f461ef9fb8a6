# Sin revisar: traducido por máquina y no revisado por un protesista. (Unreviewed.)
# El informe de una calibración.

calibration_report-agree = Hasta qué punto coinciden las islas
calibration_report-all = Los { $count } que varían, primero lo que más enseñó el registro
calibration_report-as_worn = { $system }, como se lleva
calibration_report-cannot = No: el gemelo no puede seguir este registro
calibration_report-days = El mismo día, antes del registro (personas con parámetros sorteados) y después de él (personas a las que corresponde este registro). Mediana, y percentiles 10 a 90.
calibration_report-draws = Cada extracción con sus valores está en { $file }, junto a este archivo.
calibration_report-every_reading = Todas las lecturas
calibration_report-exact = Exactitud con que se cuenta
calibration_report-exact_said = ± { $vacuum } kPa de vacío, ± { $fluid } % de líquido en el encaje, ± { $volume } % de volumen tras la retirada (una desviación estándar, con lo que el gemelo omite)
calibration_report-first = Los primeros { $shown } de { $all }.
calibration_report-follows = El gemelo sigue este registro, y las extracciones coinciden
calibration_report-frames = Marco discontinuo: el 80 % central de lo que se sabía antes. Barra: lo mismo después del registro; su círculo es la mediana. Cada parámetro tiene su propia escala. Donde dos parámetros causan lo mismo en este registro, este estrecha su suma y ninguno por separado.
calibration_report-kicker = Concord: un gemelo digital de la suspensión por vacío activo. Los parámetros de una persona a partir de su propio registro.
calibration_report-log = Registro
calibration_report-log_said = { $log }, { $count ->
    [one] { $count } lectura
   *[other] { $count } lecturas
    }
calibration_report-log_what = Los círculos son lecturas; sus líneas, una desviación estándar. Azul: el gemelo después del registro, su mediana y el 80 % central de sus personas. Gris con borde discontinuo: antes del registro.
calibration_report-made_by = Hecho por Concord { $program }, semilla { $seed }. El mismo caso, el mismo registro, la misma versión y la misma semilla dan el mismo archivo.
calibration_report-not_yet = Aún no: las extracciones no coinciden
calibration_report-nothing = Nada que estas extracciones puedan decir: todos los parámetros son tan inciertos como antes.
calibration_report-predicted = { $system }, predicho
calibration_report-r_hat = R-hat compara las medias de las islas con sus miembros: hasta 1,05 coinciden.
calibration_report-readings = Lo medido junto al gemelo antes y después del registro (percentil 10 … 90). Discrepancia: mediana de después menos lo medido, en desviaciones estándar. Las lecturas de una misma media hora cuentan juntas como una.
calibration_report-sampling = { $islands } islas de { $members } extracciones cada una se llevaron de la distribución a priori a la distribución a posteriori pasando por { $powers } potencias de la verosimilitud, sin intercambiar miembros. En la última pasada se aceptaron el { $law } % de los pasos según la distribución de los miembros y el { $few } % de los pasos de unos pocos parámetros.
calibration_report-sd = SD: desviación estándar de después dividida por la de antes. Desplazado: la media, en desviaciones estándar de antes.
calibration_report-spread = dispersión: el { $share } % de la de antes
calibration_report-strip = El día, recorrido con los pasos del registro donde estos se contaron.
calibration_report-title = { $name } – Calibración de Concord
calibration_report-what = Un gemelo calibrado es el mismo modelo con cifras que el registro de esta persona hace probables. No es un diagnóstico, y lo que dice de un día que no se registró, sobre todo con otra suspensión, es una predicción que nadie ha comprobado.
calibration_report-worn = Se lleva

## column

calibration_report-column-after = Después
calibration_report-column-after_log = Después de él
calibration_report-column-before = Antes
calibration_report-column-before_log = Antes del registro
calibration_report-column-counts = Cuenta
calibration_report-column-draws = Extracciones equivalentes
calibration_report-column-measured = Medido
calibration_report-column-miss = Discrepancia
calibration_report-column-moved = Desplazado
calibration_report-column-outcome = Resultado con la suspensión que se lleva
calibration_report-column-r_hat = R-hat
calibration_report-column-sd = SD
calibration_report-column-time = Hora

## section

calibration_report-section-answer = ¿Es creíble?
calibration_report-section-days = Cómo sería el día de esta persona
calibration_report-section-learned = Qué enseñó el registro
calibration_report-section-log = El registro junto al gemelo
calibration_report-section-made = Cómo se hizo
calibration_report-section-parameters = Todos los parámetros
