# Words in the pictures, and their names for those who cannot see them.

plot-arms = How { $outcome } lies on each arm; means: { $means } { $unit }.
plot-between = { $share } in between
plot-correlation = rank correlation with the difference
plot-day = The day: { $activities }
plot-difference = difference
plot-drivers = What goes with the effect on { $outcome }, most closely first.
plot-effect = effect in differences that matter
plot-ends_at = { $system } ends at { $median } ({ $low } to { $high })
plot-estimate = estimate of a trial
plot-estimates = Estimates of trials, { $design }, on { $outcome }.
plot-every_outcome = Every outcome with { $arm } against { $reference }, in differences that matter; more is better.
plot-flow = The flow of persons.
plot-followed = { $quantity }: { $count } readings beside the twin's bands before and after the log.
plot-gain = { $share } gain
plot-higher = higher
plot-learned = Parameters before and after the log. { $rows }.
plot-left_better = ◄ better
plot-left_worse = ◄ worse
plot-lose = { $share } lose
plot-lower = lower
plot-over_the_day = { $quantity }, { $unit }, over the day. { $ends }.
plot-own_effects = Persons' own effects on { $outcome }: { $gain } gain, { $within } in between, { $lose } lose.
plot-persons = { $count } persons
plot-right_better = better ►
plot-right_worse = worse ►
plot-section = Section { $height }
plot-section_at_level = { $mm } mm ({ $level } level)
plot-show_it = { $share } show it
plot-stamp = SIZE CHECK ONLY, from tape
plot-thirds = The effect on { $outcome } in thirds of the persons.

## activity

plot-activity-driving = driving
plot-activity-prosthesis_off = prosthesis off
plot-activity-sitting = sitting
plot-activity-standing = standing
plot-activity-swimming = swimming
plot-activity-walking = walking

## edge

plot-edge-anterior = ant.
plot-edge-lateral = lat.
plot-edge-medial = med.
plot-edge-posterior = post.

## heights

plot-heights-foot = foot: not given
plot-days = Limb volume in the mornings and evenings of { $days } days: { $curves }
plot-days-axis = change of limb volume, %, by day
plot-days-curve = { $letter }: { $low } to { $high } %, { $last } % on the last morning
plot-heights-name = Height needed piece by piece. { $groups }

## key

plot-key-limb = limb
plot-key-liner = liner and socks
plot-key-wall = wall

## legend

plot-legend-change = How far the limb now lies outside (+) or inside (−) of the earlier scan, mm
plot-legend-inside = Distance from the skin to the socket's inside, mm

## measured

plot-measured-fluid = fluid in the socket
plot-measured-vacuum = vacuum in the socket
plot-measured-volume = limb volume after doffing

## outline

plot-outline-front = from the front
plot-outline-lateral = from lateral
plot-outline-medial = from medial
plot-outline-name = The limb's outline from the front and from the patient's left, with the heights measured

## shares

plot-shares-assumed = assumed
plot-shares-fitted = fitted
plot-shares-larger = larger: { $effect }
plot-shares-measured = measured
plot-shares-name = Shares of the spread of { $outcome }: { $shares }.
plot-shares-published = published

## side

plot-side-anterior = anterior
plot-side-lateral = lateral
plot-side-medial = medial
plot-side-posterior = posterior

## strip

plot-strip-drive = drive
plot-strip-off = off
plot-strip-sit = sit
plot-strip-stand = stand
plot-strip-swim = swim
plot-strip-walk = walk

## view

plot-view-anterior = Anterior
plot-view-cut = Cut open
plot-view-lateral = Lateral
plot-view-medial = Medial
plot-view-posterior = Posterior

## views

plot-views-change = The earlier scan, { $view } view, coloured by how far the limb now is from it
plot-views-inside = Limb, liner and wall, cut from front to back
plot-views-limb = The limb, { $view } view, coloured by its distance to the socket's inside
plot-views-socket = The socket, { $view } view
