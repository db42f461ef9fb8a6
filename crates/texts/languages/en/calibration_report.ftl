# The report of a calibration.

calibration_report-agree = How far islands agree
calibration_report-all = All { $count } that vary, what the log taught most first
calibration_report-as_worn = { $system }, as worn
calibration_report-cannot = No: the twin cannot follow this log
calibration_report-days = The same day, before the log (persons whose parameters are drawn) and after it (persons whom this log fits). Median, and 10th to 90th percentile.
calibration_report-draws = Every draw with its values is in { $file } beside this file.
calibration_report-every_reading = Every reading
calibration_report-exact = Counted exact to
calibration_report-exact_said = ± { $vacuum } kPa of vacuum, ± { $fluid } % of fluid in the socket, ± { $volume } % of volume after doffing (one standard deviation, with what the twin leaves out)
calibration_report-first = The first { $shown } of { $all }.
calibration_report-follows = The twin follows this log, and the draws agree
calibration_report-frames = Dashed frame: the middle 80 % of what was known before. Bar: the same after the log, its circle the median. Each parameter has its own scale. Where two parameters do the same to this log, it narrows their sum and neither alone.
calibration_report-kicker = Concord: a software twin of active-vacuum suspension. One person's parameters from their own log.
calibration_report-log = Log
calibration_report-log_said = { $log }, { $count } readings
calibration_report-log_what = Circles are readings, their lines one standard deviation. Blue: the twin after the log, its median and the middle 80 % of its persons. Grey with a dashed edge: before the log.
calibration_report-made_by = Made by Concord { $program }, seed { $seed }. The same case, log, version and seed give the same file.
calibration_report-not_yet = Not yet: the draws do not agree
calibration_report-nothing = Nothing that these draws can tell: every parameter is as uncertain as before.
calibration_report-predicted = { $system }, predicted
calibration_report-r_hat = R-hat compares the islands’ means with their members: up to 1.05 they agree.
calibration_report-readings = Measured beside the twin before and after the log (10th … 90th percentile). Miss: median after less measured, in standard deviations. Readings of one half-hour count as one between them.
calibration_report-sampling = { $islands } islands of { $members } draws each were led from the prior to the posterior over { $powers } powers of the likelihood, without exchanging members. In the last sweep { $law } % of the steps about the members’ law and { $few } % of those of a few parameters were accepted.
calibration_report-sd = SD: standard deviation after over before. Moved: the mean, in standard deviations of before.
calibration_report-spread = spread { $share } % of before
calibration_report-strip = The day, walked with the steps of the log where these were counted.
calibration_report-title = { $name } – Concord calibration
calibration_report-what = A calibrated twin is the same model with numbers that this person's log makes likely. It is no diagnosis, and what it says of a day that was not logged, above all on another suspension, is a prediction that nobody has checked.
calibration_report-worn = Worn

## column

calibration_report-column-after = After
calibration_report-column-after_log = After it
calibration_report-column-before = Before
calibration_report-column-before_log = Before the log
calibration_report-column-counts = Counts
calibration_report-column-draws = Draws worth
calibration_report-column-measured = Measured
calibration_report-column-miss = Miss
calibration_report-column-moved = Moved
calibration_report-column-outcome = Outcome on the suspension worn
calibration_report-column-r_hat = R-hat
calibration_report-column-sd = SD
calibration_report-column-time = Time

## section

calibration_report-section-answer = Can it be believed
calibration_report-section-days = What this person's day would be
calibration_report-section-learned = What the log taught
calibration_report-section-log = The log beside the twin
calibration_report-section-made = How it was made
calibration_report-section-parameters = Every parameter
