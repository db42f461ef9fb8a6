# Every word that the pages say. An id is the key that the program names, with dots as hyphens.
# Grouped by area and sorted within; { $name } is a place that the program fills.

## account

account-close = Close
account-factor = Second factor
account-factor_add = Add this secret to an authenticator on your phone, then type the code that it shows.
account-factor_begin = Turn on
account-factor_codes = The second factor is on. Keep these recovery codes apart from the phone: each lets you in once without it. They are not shown again.
account-factor_confirm = Confirm
account-factor_first = Code of the authenticator
account-factor_on = On: a code is asked for at every log-in.
account-factor_open = Open in an authenticator on this device
account-factor_picture = The same as a picture, for the camera of your authenticator
account-factor_remove = Turn off
account-factor_what = Off. With a second factor, a code of your phone is asked for beside the password.
account-from = From
account-no_log_in = Nobody logs in here by password, so there are no sessions.
account-opened = Opened
account-password_again = Your password, again
account-seen = Last used
account-sessions = Open sessions
account-sessions_hint = Every browser and every script that is logged in as you. A session ends after an hour without use, and after 12 hours at the latest.
account-this_one = this one
account-title = Account

## action

action-backed-up = backup made
action-backup-failed = automatic backup failed
action-case-created = case created
action-case-deleted = case deleted
action-case-exported = case exported
action-case-moved = case given to a team
action-case-saved = case saved
action-case-viewed = case looked at
action-factor-set = second factor turned on or off
action-file-attached = scan kept
action-file-downloaded = file downloaded
action-file-removed = scan removed
action-list-viewed = list of cases looked at
action-login-failed = log-in failed
action-missed-acknowledged = views not written down acknowledged
action-password-set = password set
action-report-kept = report kept
action-restored = backup restored
action-role-set = role set
action-session-closed = session closed
action-sessions-closed = logged out by an administrator
action-signed-in = logged in
action-signed-out = logged out
action-store-rekeyed = key of the store changed
action-team-changed = team changed
action-user-added = user added
action-user-removed = user removed
action-views-missed = views could not be written down

## api

api-does = What it does
api-licences = Licences of what others wrote in this program
api-operation = Operation
api-what = Everything the pages do, for scripts. Types are those that `--json` prints. Document:

## case

case-export = Export
case-version = Version { $number }

## catalog

catalog-also = Also called:
catalog-back = Back to the catalogue
catalog-field = What
catalog-figures = Figures
catalog-is = What it is
catalog-legacy = legacy
catalog-name = Name
catalog-printed = As printed
catalog-to = { $from } to { $to }
catalog-unread = nothing printed was read
catalog-values = Values printed
catalog-what = What makers print about their articles, in their words, each with its document and page.

## choice

choice-activity-high = high
choice-activity-low = low
choice-activity-moderate = moderate
choice-activity-very_high = very high
choice-amputation_level-transfemoral = transfemoral (above the knee)
choice-amputation_level-transtibial = transtibial (below the knee)
choice-bony_prominence-moderate = moderate
choice-bony_prominence-none = none
choice-bony_prominence-prominent = prominent
choice-cognition-cannot_manage = cannot manage it
choice-cognition-manages_system = manages it alone
choice-cognition-manages_with_help = manages with daily help
choice-do-doff = prosthesis off
choice-do-drive = drive
choice-do-sit = sit
choice-do-stand = stand
choice-do-swim = swim
choice-do-walk = walk
choice-fitting_stage-definitive = definitive
choice-fitting_stage-interim = interim
choice-goes_by-scan = the scan
choice-goes_by-tape = the tape
choice-hand_function-full = full
choice-hand_function-limited = limited
choice-hand_function-none = none
choice-k_level-K0 = K0: does not walk
choice-k_level-K1 = K1: walks indoors
choice-k_level-K2 = K2: walks outdoors, limited
choice-k_level-K3 = K3: walks outdoors, unlimited
choice-k_level-K4 = K4: walks outdoors, with high demands
choice-kind-at_a_desk = at a desk
choice-kind-mixed = mixed
choice-kind-on_the_feet = on the feet
choice-name-adductor_longus = adductor longus
choice-name-distal_end = distal end
choice-name-distal_femur = distal femur
choice-name-distal_tibia = distal tibia
choice-name-fibular_head = fibular head
choice-name-greater_trochanter = greater trochanter
choice-name-ischial_tuberosity = ischial tuberosity
choice-name-mid_patellar_tendon = mid-patellar tendon
choice-name-perineum = perineum
choice-name-popliteal = popliteal area
choice-name-tibial_crest = tibial crest
choice-neuroma-bears_pressure = present, bears the pressure of a socket
choice-neuroma-cannot_bear_pressure = present, bears no pressure
choice-neuroma-none = none known
choice-over-liner = the liner that will be worn
choice-over-skin = bare skin
choice-pump_mode-automatic = automatic: vacuum by activity
choice-pump_mode-level1 = level 1 (comfort)
choice-pump_mode-level2 = level 2
choice-pump_mode-level3 = level 3
choice-pump_mode-level4 = level 4 (high suspension)
choice-pump_mode-off = off: the valve holds what vacuum there is
choice-pump_mode-reverse = reverse: flush and quick release
choice-scars-difficult = difficult: adherent, drawn in or badly placed
choice-scars-none = none
choice-scars-sound = sound
choice-sex-female = female
choice-sex-male = male
choice-shape-bulbous = bulbous
choice-shape-conical = conical
choice-shape-cylindrical = cylindrical
choice-side-left = left
choice-side-right = right
choice-socks_now-1-ply = 1-ply
choice-socks_now-3-ply = 3-ply
choice-socks_now-5-ply = 5-ply
choice-soft_tissue-excessive = excessive
choice-soft_tissue-insufficient = insufficient
choice-soft_tissue-sufficient = sufficient
choice-suspension_now-elevated_vacuum = elevated vacuum, by a pump
choice-suspension_now-lanyard = lanyard
choice-suspension_now-none = no prosthesis yet
choice-suspension_now-pin_lock = pin lock
choice-suspension_now-sleeve = sleeve alone
choice-suspension_now-suction = suction, by a one-way valve
choice-taken_by-pressure_cast = cast under pressure
choice-taken_by-scan = scan of the limb
choice-taken_by-vacuum_cast = cast under vacuum
choice-taken_by-wrap = wrap cast
choice-tissue_consistency-flabby = flabby
choice-tissue_consistency-indurated = indurated
choice-tissue_consistency-normal = normal
choice-unit-cm = centimetres
choice-unit-in = inches
choice-unit-m = metres
choice-unit-mm = millimetres
choice-unit-openlimb = OpenLimb (normalised)
choice-vision-full = full
choice-vision-limited = limited
choice-vision-none = none
choice-water_use-none = kept dry
choice-water_use-splash = rain and splashes
choice-water_use-swim = swimming, bathing, diving

## clinic

clinic-accounts = Take the accounts of the backup, too
clinic-accounts_hint = Otherwise the users of today stay. The row that this restore adds below names the accounts of the backup.
clinic-acknowledge = I know of it
clinic-action = What
clinic-add = Add a user
clinic-audit = Who did what
clinic-audit_chain = Rows are only ever added, and each holds a hash of the row before. Note the newest hash elsewhere: with it, later changes can be shown.
clinic-backup = Backup
clinic-backup_do = Download a backup
clinic-backup_last = The last backup was made on { $last }.
clinic-backup_what = Everything that is kept, in one file: cases with all versions, scans, users. Keep it as safe as this machine.
clinic-behind = (the clock was set back: { $seconds } s before the row before)
clinic-factor_off = Turn off second factor
clinic-missed = Not every view could be written down, for example because the disk was full. How many were missed stands in the record below once there is room. The warning on every page goes when an administrator acknowledges it.
clinic-new_password = new password
clinic-no_users = No users: only this machine can reach the page, and nobody logs in.
clinic-older = Older
clinic-passphrase = Passphrase
clinic-passphrase_hint = 15 characters or more; then the backup is encrypted. Nobody can open it without. Left empty, it is readable to whoever has the file.
clinic-passphrase_of_backup = Only for an encrypted backup.
clinic-password_hint = 10 to 200 characters, and not one of the first that are guessed: several words that do not belong together.
clinic-restore = Restore
clinic-restore_do = Replace everything by this backup
clinic-restore_file = Backup
clinic-restore_what = The backup takes the place of every case that is kept now, and everybody is logged out. The record of who did what goes on.
clinic-role = Role
clinic-role_admin = may do everything
clinic-role_edit = changes cases
clinic-role_read = reads
clinic-row = Row and hash
clinic-sessions = Open sessions
clinic-set_password = Set password
clinic-title = Clinic
clinic-users = Users
clinic-users_hint = Users log in where the page is served to other machines.

## column

column-activities-cadence_steps_per_min = Cadence
column-activities-do = Activity
column-activities-from = From
column-activities-speed_m_per_s = Speed
column-activities-steps = Steps
column-activities-to = To
column-circumferences-below_reference_mm = Below the reference level
column-circumferences-circumference_mm = Circumference
column-landmarks-at = Place
column-landmarks-name = Landmark

## column_hint

column_hint-activities-cadence_steps_per_min = Of a walk: steps of both feet a minute.
column_hint-activities-do = What the person does.
column_hint-activities-from = Where the activity before ends, e.g. 07:30.
column_hint-activities-speed_m_per_s = Of a steady walk, with its cadence.
column_hint-activities-steps = Of a walk on and off: steps of both feet in the whole stretch; the rest is stood.
column_hint-activities-to = The next activity begins here; 24:00 ends the day.
column_hint-circumferences-below_reference_mm = From the mid-patellar tendon (TF: ischial tuberosity) down.
column_hint-circumferences-circumference_mm = With the tape, on the skin at that height.
column_hint-landmarks-at = Three numbers in the axes of the scan's file, mm.
column_hint-landmarks-name = Each one once.

## compare

compare-a = First
compare-advice = Advice
compare-b = Second
compare-case = Case
compare-day = The day
compare-difference = Second less first, person by person
compare-hint = Median of { $persons } simulated persons (10th … 90th percentile). The same persons live both days, so the difference has a narrower spread than either.
compare-inputs = Fields that differ
compare-quantity = Quantity
compare-recommended = the recommended pump
compare-show = Compare
compare-title = Compare
compare-unclear = (may be none)
compare-what = Two cases, or one case on two systems.

## conflict

conflict-both = Keep theirs and make my change on top
conflict-drop = Drop my change
conflict-mine = Your change, on top of theirs
conflict-theirs = Their changes
conflict-title = Somebody else has changed this case
conflict-who = { $name } saved version { $number } at { $at }. Nothing of yours was saved yet, and nothing is lost.

## day

day-body_mass_kg = Body mass
day-cadence_steps_per_min = Cadence
day-curves = The day
day-drive = The electronic pump's switch
day-expanded = Expanded from { $steps } steps and “{ $kind }”, { $from } to { $to }. Assumed: a walk about every { $minutes } min at { $cadence } steps of both feet a minute; of the other time { $standing } % standing, { $sitting } % sitting.
day-fit_gap_mm = Fit: gap at donning
day-level = Vacuum level
day-level_hint = Of an electronic pump; a weight-activated one has none.
day-no_script = This picture needs JavaScript; the report has the same curves without.
day-no_sock = none
day-from_limb = The limb begins as it was at { $time } on the evening before, the same for every person.
day-not_used = Not used by the simulated day: the functional level; how active the person is, beyond the day's activities.
day-pin = Pin lock and socks
day-pinhole_mm = Pinhole in sleeve or seal
day-plan = Steps or activities, temperature, altitude
day-pressure = Pressure on the skin through a stride
day-pressure_hint = Each region of the skin has one pressure in the model. The moment of the day is that of the cursor above.
day-refused = refused for this person
day-show = Show the changed day
day-sliders = What if
day-row_hint = As the case has them, for the suspensions above, with the spread over some persons. The sliders do not change them.
day-sliders_hint = Nothing here changes the case.
day-sock = A sock from the morning
day-steps_per_min = steps/min
day-suction = One-way valve
day-system = System

## delete

delete-backups = Backups made since this case was begun: { $number }; the last on { $last }.
delete-no = Keep it
delete-no_backups = No backup was made by this program since the case was begun.
delete-not_reached = What was copied before stays where it is: backups, exports, printed reports, and what the file system keeps of its own.
delete-title = Delete “{ $name }”?
delete-what = All { $versions } versions, its scans and reports are erased. This cannot be undone; export it first if it may be needed.
delete-yes = Delete the case

## draft

draft-first = Something is missing or wrong. Correct it here:
draft-open = Draft: { $n } questions open
draft-open_first = Nothing is concluded before every question is answered.

## drive

drive-back = Back to the day
drive-beeps = beeps
drive-both = vibrates and beeps
drive-burst = Sleeve torn
drive-cells_empty = Cells empty
drive-does_doffed = prosthesis off
drive-does_sits = sits
drive-does_stands = stands
drive-does_walks = walks
drive-doff = Take it off
drive-light_charging = green, breathing: charging
drive-light_high = red, blinking fast: act now
drive-light_low = amber, steady: worth knowing
drive-light_medium = amber, blinking: see to it soon
drive-light_off = dark
drive-light_releasing = blue: air is let in
drive-light_well = green, a short flash: all is well
drive-motion_lost = Motion sensor lost
drive-pinhole = Pinhole in sleeve or seal
drive-quiet = quiet
drive-sensor_silent = Pressure sensor silent
drive-sit = Sit
drive-stand = Stand
drive-tap = Tap (snooze)
drive-title = The electronic pump in your hands
drive-tube_blocked = Tube blocked
drive-vibrates = vibrates
drive-walk = Walk
drive-what = Turn the switch, sit and walk, punch a hole. The controller is the one that runs on a microcontroller; its numbers are ours, the maker's are not published.

## field

field-about = About
field-day-activities = Activities
field-day-altitude_m = Altitude
field-day-from = Donning
field-day-kind = Kind of day
field-day-steps = Steps over the day
field-day-temperature_c = Air temperature
field-day-to = End of the day
field-limb-amputation_level = Amputation level
field-limb-bony_prominence = Bony prominence
field-limb-circumferences = Circumferences
field-limb-daily_fluctuation_mm = Change of circumference over a day
field-limb-limb_length_mm = Limb length
field-limb-measured_on = Measured on
field-limb-minutes_since_doffing = Time since doffing
field-limb-months_since_amputation = Time since the amputation
field-limb-scars = Scars
field-limb-shape = Shape of the limb
field-limb-side = Side
field-limb-soft_tissue = Soft tissue
field-limb-tissue_consistency = Consistency of soft tissue
field-name = Name of the case
field-person-activity = Activity
field-person-age_years = Age
field-person-body_mass_kg = Body mass
field-person-conditions-arterial_disease = Arterial disease
field-person-conditions-cognition = Managing the system
field-person-conditions-diabetes = Diabetes
field-person-conditions-dialysis = Dialysis
field-person-conditions-hand_function = Hand function
field-person-conditions-neuroma = Neuroma
field-person-conditions-vision = Vision
field-person-fitting_stage = Stage of fitting
field-person-k_level = Functional level
field-person-sex = Sex
field-person-water_use = Water
field-prosthesis-adapters_mm = Adapters
field-prosthesis-although_refused = Made although vacuum is refused, because
field-prosthesis-available_clearance_mm = Available clearance
field-prosthesis-below_knee_clearance_mm = Clearance below the knee
field-prosthesis-existing-external_tubing = External tubing
field-prosthesis-existing-keep_socket = Keep the socket
field-prosthesis-existing-pump = Pump in use
field-prosthesis-fit_gap_mm = Fit gap
field-prosthesis-foot_build_height_mm = Build height of the foot
field-prosthesis-foot_length_cm = Foot length
field-prosthesis-footshell_mm = Footshell
field-prosthesis-job-date = Date of the making
field-prosthesis-job-number = Job number
field-prosthesis-mass_kg = Mass of the prosthesis
field-prosthesis-pump_mode = Mode of an electronic pump
field-prosthesis-pump_settings-ambient_stale_ms = How long the last ambient pressure serves
field-prosthesis-pump_settings-automatic_inhg = Set points of automatic mode: lie, sit, stand, slow walk, walk, run
field-prosthesis-pump_settings-band_inhg = How far the vacuum may fall below the set point before the pump starts
field-prosthesis-pump_settings-blocked_ml = Air of a run that reaches its goal, below which the line is blocked
field-prosthesis-pump_settings-ceiling_inhg = Vacuum never exceeded, whatever the set point
field-prosthesis-pump_settings-cell_energy_j = Energy of full cells
field-prosthesis-pump_settings-charge_celsius = Range of temperature for charging
field-prosthesis-pump_settings-cold_drive_pct = Drive for cells below 0 °C, which sag
field-prosthesis-pump_settings-debounce_ms = How long a position of the switch must stand to count
field-prosthesis-pump_settings-doffed_ms = How long at ambient without movement, until it counts as doffed
field-prosthesis-pump_settings-empty_volts = Voltage of both cells below which the pump stays off
field-prosthesis-pump_settings-fall_dwell_ms = How long an activity that asks for less must last before it is followed
field-prosthesis-pump_settings-full_charge_ms = Time the charger takes to fill the cells
field-prosthesis-pump_settings-hold_ms = How long the gesture of reverse must be held
field-prosthesis-pump_settings-hold_walking_ms = The same while walking
field-prosthesis-pump_settings-idle_power_w = Electric power of the electronics
field-prosthesis-pump_settings-late_running_ms = Gap between steps that counts as late while the pump was on
field-prosthesis-pump_settings-leak_growth = Growth of the leak over its long mean at which the person is told
field-prosthesis-pump_settings-leak_ml_per_min = Leak at which the person is told, at 57.6 kPa of vacuum
field-prosthesis-pump_settings-levels_inhg = Set points of the manual levels 1 to 4
field-prosthesis-pump_settings-longest_gap_ms = The longest gap between steps that is believed
field-prosthesis-pump_settings-longest_run_ms = Longest run without reaching the set point
field-prosthesis-pump_settings-low_volts = Voltage below which the person is told to charge
field-prosthesis-pump_settings-motion_silence_ms = Without a sample of the acceleration for so long motion is not known
field-prosthesis-pump_settings-pause_ms = Pause after such a run before the pump tries again
field-prosthesis-pump_settings-pump_deepest_pa = The pump's deepest vacuum at sea level
field-prosthesis-pump_settings-pump_free_flow_ml_per_s = The pump's intake without vacuum
field-prosthesis-pump_settings-pump_life_ms = Tested life of the pump, as time it ran
field-prosthesis-pump_settings-pump_power_w = Electric power of the pump at full drive
field-prosthesis-pump_settings-recover_ms = How long a faulty sensor must be well
field-prosthesis-pump_settings-resume_volts = Voltage at which empty cells count as usable again
field-prosthesis-pump_settings-rise_dwell_ms = How long an activity that asks for more must last before it is followed
field-prosthesis-pump_settings-sag_volts = How much lower the voltage may sag while the pump runs
field-prosthesis-pump_settings-silence_ms = How long a line sensor may be silent or odd before it is a fault
field-prosthesis-pump_settings-snooze_ms = How long a tap silences warnings that are not urgent; the gesture for urgent ones does so for a fifteenth of it
field-prosthesis-pump_settings-storage_ms = How long doffed until storage
field-prosthesis-pump_settings-use_celsius = Range of temperature for use
field-prosthesis-shoe_heel_mm = Heel of the shoe
field-prosthesis-sleeve_barrier = Silicone barrier in the sleeve
field-prosthesis-sleeve_months = Sleeve replaced after
field-prosthesis-socks_now = Socks worn now
field-prosthesis-suspension_now = Present suspension
field-prosthesis-wants_adjustable_suspension = Wants to adjust suspension by hand
field-prosthesis-wide_component_below_socket = Wide component below the socket
field-scan-anterior = Direction to the front
field-scan-cut_plane = Plane that cuts
field-scan-earlier = Earlier scan
field-scan-file = File of the scan
field-scan-goes_by = Where tape and scan disagree, go by
field-scan-goes_by_reason = Who decided it, and why
field-scan-keep_box = Box that is kept
field-scan-landmarks = Landmarks
field-scan-minutes_since_doffing = Time since doffing
field-scan-over = What the scanner saw
field-scan-part = Part of the scan that is the limb
field-scan-proximal = Direction to the hip
field-scan-scanned_on = Scanned on
field-scan-side = Side that was scanned
field-scan-taken_by = How the shape was taken
field-scan-unit = Unit of the scan
field-scan-weld = Vertices that are welded

## fit

fit-answered = Answered by
fit-article = Article
fit-ask = Still to ask
fit-basis = On whose word
fit-copy = Copy
fit-first_steps = First steps
fit-flipped = changed
fit-forces = Forces in the socket, and what answers them
fit-height = Height
fit-heights = Height each pump needs, and the height there is.
fit-holds = How long the vacuum is held in this day
fit-included = included in the delivery of { $article }
fit-kept = kept
fit-liner = Liner
fit-part = Part
fit-parts = Parts to order
fit-piece = Piece
fit-pumps = Pumps side by side
fit-quantity = Quantity
fit-reset = As the case has it
fit-sensor_dies = If its pressure sensor dies:
fit-size = Size
fit-source = Source
fit-title = Fit
fit-try = Try
fit-unanswered = Not answered
fit-was = was: { $before }
fit-what_if = What would change the answer
fit-what_if_hint = Change an input and see which pumps change. The case stays as it is.
fit-why = Why

## footer

footer-disclaimer = Concord is not a medical device and is not affiliated with any maker. What you enter stays on this machine.

## form

form-add_row = Add to { $list }
form-add_table = Add: { $table }
form-choose = – please choose –
form-day_by_hand = Give activities by hand instead
form-day_by_steps = Give a number of steps and a kind of day instead
form-day_keep_activities = Keep the activities
form-day_keep_steps = Keep the steps and the kind of day
form-day_told = A number of steps and a kind of day are enough. They are expanded into activities, and every result says so.
form-default = default: { $value }
form-entry = An entry
form-in_place = { $label }, number { $place }
form-in_row = { $label }, row { $row }
form-insert_below_row = Insert a row below row { $row }
form-left_out = – left out –
form-line = line { $line }
form-more_rows = { $count } more rows are not shown; they stay in the file.
form-no = no
form-no_toml = The file cannot be shown as a form before its text is correct.
form-number_meant = { $number } { $unit } is meant
form-number_right = { $number } { $unit } is right
form-numbers = A decimal comma is taken as a point.
form-open = Not answered yet
form-open_count = Not answered yet: { $count }
form-open_questions = Questions that are not answered yet
form-optional = (optional)
form-or = or
form-problem_count = To correct: { $count }
form-problems = What is to be corrected
form-range = { $low } to { $high } { $unit }
form-remove_row = Remove row { $row }
form-remove_table = Remove: { $table }
form-row = Row
form-row_actions = Change rows
form-save = Save
form-unit_of = Unit of { $label }
form-unknown_entry = The form does not know “{ $entry }”. Remove it, or enter it where the form asks for it.
form-want_choice = “{ $given }” is not one of the answers. Choose one: { $choices }.
form-want_number = “{ $given }” is no number. Enter a number, for example { $example }.
form-want_numbers = Enter { $count } numbers.
form-want_rows = “{ $given }” stands where rows belong. Remove it, then add rows.
form-want_text = “{ $given }” is no text. Enter it again.
form-want_time = “{ $given }” is no time of day. Enter a time, for example 07:30.
form-want_yes_no = “{ $given }” is neither yes nor no. Choose one of the two.
form-yes = yes

## group

group-case = Case
group-conditions = Conditions
group-day = Day
group-existing = Existing parts
group-job = Job
group-limb = Residual limb
group-person = Person
group-prosthesis = Prosthesis
group-pump_settings = Settings of the electronic pump
group-scan = Scan

## group_hint

group_hint-case = What to call it.
group_hint-conditions = These decide about vacuum suspension: every one must be answered.
group_hint-day = From donning in the morning to the end of the day.
group_hint-existing = Parts to keep or replace, where there is a vacuum pump now.
group_hint-job = What the socket is made under.
group_hint-limb = The limb as it is measured with the tape.
group_hint-person = Who is fitted.
group_hint-prosthesis = What is there, and what space there is.
group_hint-pump_settings = What is left empty stays at its default. The simulated unit runs on these. No device learns of them by that: a device takes them as a record, which the command concord pump-settings writes.
group_hint-scan = A scan of the limb goes before the tape.

## hint

hint-about = What the case is about, in a sentence or two.
hint-day-activities = In order, without gaps, within one day.
hint-day-altitude_m = Above sea level: the higher, the less vacuum there can be.
hint-day-from = When the prosthesis is put on: 07:00.
hint-day-kind = What fills the hours that are not walked: sitting, standing, or both.
hint-day-steps = Of both feet, as a counter on the wrist or the hip shows them. A counter on the prosthesis shows half: double it.
hint-day-temperature_c = Mean over the day.
hint-day-to = When it is taken off for the night: 23:00.
hint-limb-amputation_level = Tells from where heights are measured: mid-patellar tendon or ischial tuberosity.
hint-limb-bony_prominence = How far bone stands out under the skin.
hint-limb-circumferences = From proximal to distal, at least three.
hint-limb-daily_fluctuation_mm = How much the circumference changes from morning to evening.
hint-limb-limb_length_mm = Mid-patellar tendon (TF: ischial tuberosity) to the distal end.
hint-limb-measured_on = Date of the tape measurements, for example 2026-11-20.
hint-limb-minutes_since_doffing = Minutes from doffing to the tape measurements; 5 s are 0.08. A limb swells after doffing.
hint-limb-months_since_amputation = In months, from the amputation or the last operation on the limb to these measurements. A limb matures.
hint-limb-scars = Difficult scars are adherent, drawn in or badly placed.
hint-limb-shape = As in ISO 8548-2.
hint-limb-side = The patient's side.
hint-limb-soft_tissue = Amount, as in ISO 8548-2.
hint-limb-tissue_consistency = As in ISO 8548-2.
hint-name = What to call the case. Not the patient's name.
hint-person-activity = How active within that level.
hint-person-age_years = In years.
hint-person-body_mass_kg = With what is usually carried, without the prosthesis.
hint-person-conditions-arterial_disease = Occlusive arterial disease.
hint-person-conditions-cognition = Donning, leak checks and warnings.
hint-person-conditions-diabetes = Of any type.
hint-person-conditions-dialysis = The volume of the limb changes with every session.
hint-person-conditions-hand_function = For donning and for handling the pump.
hint-person-conditions-neuroma = In the residual limb.
hint-person-conditions-vision = For donning and for seeing warnings.
hint-person-fitting_stage = Interim while the limb still matures.
hint-person-k_level = Medicare functional level: the patient's potential.
hint-person-sex = Where it is said, tissue and vessels are simulated accordingly.
hint-person-water_use = What the prosthesis meets in the way of water.
hint-prosthesis-adapters_mm = Between socket and pump, together. Not the plate of an electronic pump.
hint-prosthesis-although_refused = Where vacuum is refused for this person, no vacuum socket is made unless you say why. The reason is printed on every sheet.
hint-prosthesis-available_clearance_mm = Distal end of the socket to the floor (TF: to the knee's proximal connection).
hint-prosthesis-below_knee_clearance_mm = Above-knee prostheses only: the knee's distal connection to the floor.
hint-prosthesis-existing-external_tubing = Whether the present vacuum socket is connected through external tubing.
hint-prosthesis-existing-keep_socket = Whether the present socket is to be kept.
hint-prosthesis-existing-pump = By its printed name or article number, e.g. P2.
hint-prosthesis-fit_gap_mm = Between liner and socket wall at donning: 0 fits, positive is loose, negative tight.
hint-prosthesis-foot_build_height_mm = As its maker prints it, from its upper connection to the floor. Without it, whether a pump fits in the height stays open.
hint-prosthesis-foot_length_cm = Of the prosthetic foot.
hint-prosthesis-footshell_mm = What it adds below the foot; 0 where the build height is with the footshell.
hint-prosthesis-job-date = For example 2026-11-20.
hint-prosthesis-job-number = The workshop's: in every file and, with the side, raised on the part. Letters, digits, space and - . / _
hint-prosthesis-mass_kg = The whole prosthesis.
hint-prosthesis-pump_mode = As the rotary switch stands.
hint-prosthesis-shoe_heel_mm = Where the space was measured in shoes; 0 where it was measured barefoot.
hint-prosthesis-sleeve_barrier = A thin layer that protects the sleeve from inside.
hint-prosthesis-sleeve_months = In months, as the person tells or as agreed with them.
hint-prosthesis-socks_now = At the start of the day, one entry a sock.
hint-prosthesis-suspension_now = How the present prosthesis is held on.
hint-prosthesis-wants_adjustable_suspension = Continuously, without tools.
hint-prosthesis-wide_component_below_socket = A microprocessor knee or another wide part right below the socket.
hint-scan-anterior = In the axes of the file; without it the front is proposed.
hint-scan-cut_plane = A point and a direction in the axes of the file, mm; what the direction points to is kept. For example 0, 0, -150, 0, 0, -1.
hint-scan-earlier = Of the same limb, to compare with.
hint-scan-file = STL, OBJ, PLY, GLB, 3MF or AOP, beside the case file.
hint-scan-goes_by = Asked only where they disagree. Measure again first.
hint-scan-goes_by_reason = It is printed wherever these numbers are used.
hint-scan-keep_box = Least and greatest x, y and z in the axes of the file, mm; the rest is left out. For example -80, 80, -80, 80, -250, 20.
hint-scan-landmarks = What is not placed is guessed, and said.
hint-scan-minutes_since_doffing = Minutes from doffing to the scan; 5 s are 0.08. A limb swells after doffing.
hint-scan-over = Over a liner, its thickness is in the shape already.
hint-scan-part = Only where the scan has several: its number, 1 the largest, as the error names it. For example 2.
hint-scan-weld = Only where the surface comes apart along seams: auto, or a distance in mm, at most 1. For example 0.2.
hint-scan-proximal = In the axes of the file; without it the long axis is found.
hint-scan-scanned_on = Date of the scan, for example 2026-11-20.
hint-scan-side = As whoever scanned it says. The other side stops.
hint-scan-taken_by = A cast under pressure or vacuum is compressed already: what the technique takes off it again is asked about.
hint-scan-unit = Only where neither the file nor its size tells.

## limb

limb-as_earlier = an earlier scan, to compare with
limb-as_limb = the limb as it is now
limb-drawing = The limb from the front and from the left, with its circumferences.
limb-facts = { $ml } mL, { $mm } mm long, { $cm2 } cm² of skin.
limb-from_tape = Drawn from tape measurements: round sections. A scan shows the true shape.
limb-made_anew = The limb is being made from the new answers.
limb-not_said = not said
limb-scan = The scan
limb-tape_and_scan = Tape and scan
limb-tape_or_scan = Tape and scan disagree: which one goes?
limb-title = The limb
limb-or_keep = Or keep the limb alone: give the box or the plane that cuts in the form (scan), mm in the axes of the picture.
limb-parts = Parts of the scan
limb-this_part = This is the limb
limb-which_part = Which part of the scan is the limb?
limb-upload = Scan
limb-upload_as = It is
limb-upload_file = Scan file
limb-upload_hint = STL, OBJ, PLY, GLB, 3MF or AOP, at most 64 MB.
limb-upload_send = Upload

## login

login-code = Code
login-code_hint = Only where you have turned on a second factor: the code of your phone, or a recovery code.
login-enter = Log in
login-name = Name
login-password = Password
login-title = Log in
login-wrong = Name or password is wrong.

## monitor

monitor-activity = What the person is taken to do
monitor-alarm = Alarm
monitor-alarms = Alarms
monitor-began = began
monitor-charge = Charge left
monitor-charge_left = { $pct } %, { $h } h at the present leak
monitor-closed = The line is closed: what stands here is old.
monitor-counts = { $frames } frames, { $broken } broken, { $unknown } of an unknown version or kind.
monitor-doffed = off the limb
monitor-ended = Alarms that have ended, newest first
monitor-high = High
monitor-lasted = lasted
monitor-leak = Leak at 57.6 kPa
monitor-leak_or_more = { $leak } mL/min or more
monitor-left_out = { $n } more are left out.
monitor-lies = lies, or the shank is laid up
monitor-low = Low
monitor-medium = Medium
monitor-mode = Mode
monitor-mode_charging = charging
monitor-mode_detached = detached from its adapter
monitor-mode_fault = fault: the valve holds what vacuum there is
monitor-mode_low_battery = cells empty or too hot: the valve holds what vacuum there is
monitor-mode_storage = put away
monitor-no_alarm = No alarm.
monitor-no_alarm_heard = None known: the unit does not speak.
monitor-no_script = Without its script this page shows how things were when it was loaded. Load it again for what is new.
monitor-not_known = not known
monitor-nothing_yet = No frame yet.
monitor-ours = Set points and limits are ours; the maker's are not published. This page is no alarm system: the unit itself warns.
monitor-over = ended
monitor-picture = Vacuum and set point of the last five minutes
monitor-picture_says = The last five minutes, 0 to 90 kPa; broken line: set point.
monitor-priority = priority
monitor-pump = Pump
monitor-rests = rests
monitor-runs = runs
monitor-set_point = Set point
monitor-silent = The line is silent: no frame for { $s } s. What stands here is old.
monitor-since = since { $time } of this recording
monitor-steps = Steps on the prosthesis
monitor-time = Since the first frame, minutes and seconds
monitor-title = The pump as it speaks
monitor-unit = The unit now
monitor-unknown_alarm = The unit warns of something that this program does not know.
monitor-unknown_version = Frames of version { $version } come; this program reads version { $known }. Take the program of the unit's version.
monitor-vacuum = Vacuum
monitor-walks_slowly = walks slowly
monitor-what = What the unit at { $name } says, once a second. Nobody but this machine can reach this page.

## nav

nav-account = Account
nav-api = API
nav-cases = Cases
nav-catalog = Catalogue
nav-clinic = Clinic
nav-compare = Compare
nav-label = Pages
nav-logout = Log out
nav-looks = Language and colours
nav-next = On to: { $step }
nav-skip = To the content
nav-steps = Steps of the case

## people

people-begin = Create the case
people-changed = Last change
people-empty = nothing: every question open
people-example = a commented example, nobody's case
people-from = Start from
people-from_diabetic_k2 = example: diabetic, K2
people-from_in_the_hole = example: 47.5 kg, between two sizes
people-from_mechanic = example: mechanic, K4
people-import = Import
people-import_file = Case file
people-import_hint = A case (TOML), or an archive (ZIP) that export wrote.
people-list = Cases
people-name = Name
people-name_hint = Not the patient's name.
people-new = New case
people-none = No cases yet.
people-none_found = No case of that name.
people-search = Search
people-state = State
people-title = People and cases
people-version = Version

## printed

printed-adapter = adapter plate
printed-availability = availability
printed-batteries = cells it runs on
printed-body_mass = body mass
printed-build_height = build height
printed-cells = cell
printed-chambers = chambers
printed-charger = charger
printed-charging_temperature = temperature for charging
printed-claims = statement
printed-clearance_height = clearance height
printed-connection_distal = distal connection
printed-connection_proximal = proximal connection
printed-connections = connection
printed-drive = drive
printed-foot_table = table of feet
printed-footshells = footshells
printed-frequency = frequency
printed-fresh_water = fresh water
printed-heading = heading
printed-instructions_for_use = instructions for use
printed-life = life
printed-listed_as = entry in a list
printed-mass = mass
printed-material = material
printed-mobility_grade = mobility grade
printed-order_number = order number
printed-pump = pump
printed-replaces_foot = takes the place of a foot
printed-rows = row
printed-scope_of_delivery = scope of delivery
printed-size = size
printed-sizes = size
printed-suited_for = meant for
printed-system_height = system height
printed-temperature_for_use = temperature for use
printed-upgrades = replaces
printed-voltage = voltage
printed-waterproof_to = waterproof to
printed-working_vacuum = working vacuum

## report

report-again = Make it again
report-begin = Make the report
report-cancel = Cancel
report-cancelled = Cancelled.
report-download = Download
report-files = Files of the socket
report-made = Made on { $at }; fingerprint of what it was made from: { $inputs }
report-old = The case's scans, the rules or the program have changed since this report was made.
report-open = Open in a page of its own
report-print = Print
report-reload = See how far it is
report-running = { $done } of { $total } days simulated
report-waiting = Waits for its turn …
report-what = The whole case as one file to print and keep: the same report that `concord run` writes.

## role

role-adapter_plate = adapter plate
role-functional_ring = functional ring
role-liner = liner
role-pump = pump
role-sealing_liner = sealing liner
role-sheath = sheath
role-sleeve = sleeve
role-socket = socket
role-socket_connector = socket connector
role-sound_absorber = sound absorber

## scans

scans-named = (used by this case)
scans-title = Kept scans
scans-what = A scan that is removed is erased. A case that uses it is a draft until it has another one.

## socket

socket-brim = Brim by name
socket-brim_hint = It takes the place of trim line, flare and rolled edge.
socket-brim_use = Use this brim
socket-brush_hint = Choose depth and size, then click on the model: negative presses, positive relieves.
socket-fact_contact = Area in contact
socket-fact_gap = Mean gap to the limb in liner and socks
socket-fact_inner = Volume inside
socket-fact_wall = Thinnest wall
socket-files = Files to print or carve
socket-files_size_check = Files of the check of size
socket-legend_distance = Distance to the skin
socket-legend_wall = Wall thickness
socket-none = No socket is made
socket-redo = Redo
socket-remove = Remove
socket-show_distance = Distance map
socket-show_solid = Solid
socket-show_wall = Wall thickness
socket-size_check = Check of size, no socket
socket-steps = Technique, step by step
socket-strength_compute = Compute the strength
socket-strength_hint = How strong wall and mount are under the loads of ISO 10328, at the level of the body mass. It takes seconds and is no test.
socket-strength_material = Made of
socket-title = The socket
socket-tool_brush = Brush
socket-tool_trim = Trim line
socket-tool_view = Look
socket-undo = Undo
socket-usual = The usual steps again

## standing

standing-possible = possible
standing-recommended = recommended
standing-refused = refused

## state

state-draft = draft
state-fitted = fitted
state-not_before = not yet
state-refused = refused

## step

step-day = Day
step-fit = Fit
step-limb = Limb
step-person = Person
step-report = Report
step-socket = Socket
step-versions = Versions

## teams

teams-add = Make a team
teams-join = Add to the team
teams-leave = Take out
teams-name = Name of the team
teams-new = A new team
teams-none = no team: administrators alone see it
teams-of_case = Team of this case
teams-remove = Remove the team
teams-title = Teams
teams-what = Without teams everybody sees every case. With teams a user sees the cases of their own teams; an administrator sees all. A new case goes to the first team of who makes it.

## technique

technique-above_distal_end_mm = Above the distal end, mm
technique-above_the_scan_mm = Above the scan, mm
technique-around_deg = Around, ° from the front outwards
technique-below_inside_mm = From the inside's end to the face, mm
technique-below_mm = Below the reference level, mm
technique-blend_mm = Fades out over, mm
technique-bore_mm = Bore, mm
technique-circumference_mm = Circumference, mm
technique-clearance_mm = Between inner socket and frame, mm
technique-deeper_mm = Deeper, mm
technique-depth_mm = Depth, mm (− presses)
technique-diameter_mm = Diameter, mm
technique-edge_thicker_mm = Thicker at its edge by, mm
technique-edge_width_mm = Thickening fades out over, mm
technique-fillet_mm = Fillet to the wall, mm
technique-from = From: ° around, mm below
technique-from_below_mm = From, mm below the reference level
technique-from_deg = From, ° from the front outwards
technique-half_length_mm = Half its length, mm
technique-half_width_mm = Half its width, mm
technique-height_mm = Height, mm
technique-hole_depth_mm = Depth of the holes, mm
technique-hole_mm = Diameter of the holes, mm
technique-hole_square_mm = Side of their square, mm
technique-inner_thickness_mm = Thickness of the inner socket, mm
technique-lean_deg = Leans inwards, °
technique-lower_mm = Frame ends below the trim line by, mm
technique-minimum_mm = Nowhere less than, mm
technique-ml_over_ap = Mediolateral over anteroposterior
technique-out_mm = Outwards, mm
technique-percent = Reduction, %
technique-radius_mm = Radius, mm
technique-share_of_length = Share of the length
technique-spread_percent = Spread, %
technique-thickness_mm = Thickness, mm
technique-to = To: ° around, mm below
technique-to_below_mm = To, mm below the reference level
technique-to_deg = To, ° from the front outwards
technique-width_mm = Width, mm

## theme

theme-auto = auto
theme-dark = dark
theme-light = light

## trouble

trouble-back = Back to the cases
trouble-title = That did not work

## unit

unit-fold = -fold
unit-months = months
unit-steps_per_min = steps/min
unit-years = years

## verdict

verdict-against = against
verdict-caution = caution
verdict-contraindication = contraindication
verdict-for = for
verdict-indication = indication
verdict-not_before = not before
verdict-note = note
verdict-out_of_range = out of range
verdict-refusal = refused

## versions

versions-after = After
versions-before = Before
versions-compare = Compare two
versions-do = Do
versions-field = Field
versions-from = From version
versions-note = What changed
versions-restore = Restore version { $number }
versions-same = Nothing differs.
versions-show = Show
versions-title = Versions
versions-to = To version

## warning

warning-audit = The record of who did what is not as it was written. An administrator should check it and compare it with the last backup.
warning-backup = The last automatic backup could not be made. An administrator should look at the folder for backups.
warning-folder = The folder of automatic backups holds backups of another store, or of an earlier version that did not say whose they are. They are left alone: remove those that are not needed any more.
warning-store = What is kept is damaged. Stop the work; an administrator restores the last backup.
warning-witness = Not every view of a case could be written down. Is the disk full? An administrator looks at it and acknowledges it on the page of the clinic.

## who

who-automatic_backup = automatic backup
who-command_line = the command line
who-this_machine = this machine

## source

source-concord_assumption = Concord: our own assumption or judgement
