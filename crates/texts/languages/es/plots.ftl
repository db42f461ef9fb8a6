# Sin revisar: traducido por máquina y no revisado por un protesista. (Unreviewed.)
# Palabras en las imágenes, y sus nombres para quienes no pueden verlas.

plot-arms = Cómo se reparten los valores en cada brazo: { $outcome }; medias: { $means } { $unit }.
plot-between = { $share } en medio
plot-correlation = correlación de rangos con la diferencia
plot-day = El día: { $activities }
plot-difference = diferencia
plot-drivers = Qué acompaña al efecto, primero lo más estrecho: { $outcome }.
plot-effect = efecto en diferencias que importan
plot-ends_at = { $system } termina en { $median } ({ $low } a { $high })
plot-estimate = estimación de un ensayo
plot-estimates = Estimaciones de ensayos, { $design }; { $outcome }.
plot-every_outcome = Todos los resultados con { $arm } frente a { $reference }, en diferencias que importan; más es mejor.
plot-flow = El recorrido de las personas.
plot-followed = { $quantity }: { $count } lecturas junto a las bandas del gemelo antes y después del registro.
plot-gain = { $share } ganan
plot-higher = mayor
plot-learned = Parámetros antes y después del registro. { $rows }.
plot-left_better = ◄ mejor
plot-left_worse = ◄ peor
plot-lose = { $share } pierden
plot-lower = menor
plot-over_the_day = { $quantity }, { $unit }, a lo largo del día. { $ends }.
plot-own_effects = Efectos propios de las personas: { $outcome }: { $gain } ganan, { $within } en medio, { $lose } pierden.
plot-persons = { $count } personas
plot-right_better = mejor ►
plot-right_worse = peor ►
plot-section = Sección { $height }
plot-section_at_level = { $mm } mm (nivel { $level })
plot-show_it = { $share } lo muestran
plot-stamp = SOLO COMPROBACIÓN DE TAMAÑO, con cinta métrica
plot-thirds = El efecto en tercios de las personas: { $outcome }.

## activity

plot-activity-driving = conducir
plot-activity-prosthesis_off = prótesis retirada
plot-activity-sitting = estar sentado
plot-activity-standing = estar de pie
plot-activity-swimming = nadar
plot-activity-walking = caminar

## edge

plot-edge-anterior = ant.
plot-edge-lateral = lat.
plot-edge-medial = med.
plot-edge-posterior = post.

## heights

plot-heights-foot = pie: no indicado
plot-days = Volumen del muñón en las mañanas y noches de { $days } días: { $curves }
plot-days-axis = cambio del volumen del muñón, %, por días
plot-days-curve = { $letter }: de { $low } a { $high } %, { $last } % la última mañana
plot-heights-name = Altura necesaria, pieza por pieza. { $groups }

## key

plot-key-limb = muñón
plot-key-liner = liner y medias
plot-key-wall = pared

## legend

plot-legend-change = Cuánto queda ahora el muñón por fuera (+) o por dentro (−) del escaneo anterior, mm
plot-legend-inside = Distancia de la piel al interior del encaje, mm

## measured

plot-measured-fluid = líquido en el encaje
plot-measured-vacuum = vacío en el encaje
plot-measured-volume = volumen del muñón tras la retirada

## outline

plot-outline-front = de frente
plot-outline-lateral = desde lateral
plot-outline-medial = desde medial
plot-outline-name = El contorno del muñón de frente y desde la izquierda del paciente, con las alturas medidas

## shares

plot-shares-assumed = supuesto
plot-shares-fitted = ajustado
plot-shares-larger = mayor: { $effect }
plot-shares-measured = medido
plot-shares-name = Partes de la dispersión ({ $outcome }): { $shares }.
plot-shares-published = publicado

## side

plot-side-anterior = anterior
plot-side-lateral = lateral
plot-side-medial = medial
plot-side-posterior = posterior

## strip

plot-strip-drive = conducir
plot-strip-off = retirada
plot-strip-sit = sentado
plot-strip-stand = de pie
plot-strip-swim = nadar
plot-strip-walk = caminar

## view

plot-view-anterior = Anterior
plot-view-cut = Corte
plot-view-lateral = Lateral
plot-view-medial = Medial
plot-view-posterior = Posterior

## views

plot-views-change = El escaneo anterior, vista { $view }, coloreado según cuánto dista ahora de él el muñón
plot-views-inside = Muñón, liner y pared, cortados de delante hacia atrás
plot-views-limb = El muñón, vista { $view }, coloreado según su distancia al interior del encaje
plot-views-socket = El encaje, vista { $view }
