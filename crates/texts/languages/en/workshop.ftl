# What a workshop is given beside a socket: job, print sheet, model, check socket, custom liner.

file-carving_model = the model to carve, laminate or drape over: with collar, groove, bore and stub
file-custom_liner_csv = the order of the custom liner as a table
file-custom_liner_stl = the custom liner as a body of its material
job-by_hand = Job, side and date could not be raised on the part: { $why }. Mark the part by hand.
job-dated = job { $number }, { $side }, { $date }
job-left = left
job-none = { $side }; no job number was given
job-right = right
job-undated = job { $number }, { $side }; its date was not said
socket_note-check_socket_without_model = A check socket is drawn over a model: the technique has no step do = "build_up". No sheet is proposed.
socket_note-compressed_already = The shape was taken by { $how }: the tissue was compressed already. The technique tightens it again ({ $again }). Confirm that, or take it out: twice is too tight.
socket_note-custom_liner_no_room = The scan is too short for a custom liner, or the technique gives it no thickness.
socket_note-custom_liner_over_liner = The scan went over a liner: what the skin is, it does not show. No custom liner is drawn from it.
socket_note-workshop_of_a_tape = Model and liner are of a tape only: round sections, no shape between them. Do not carve or order from them.
taken_by-pressure_cast = a cast under pressure
taken_by-scan = a scan of the limb
taken_by-vacuum_cast = a cast under vacuum
taken_by-wrap = a wrap cast
workshop-step-build_up = Model to carve or drape over
workshop-step-build_up_at = flat { $mm } mm above the trim line
workshop-step-build_up_said = stub { $extension } mm long, { $diameter } mm wide; groove { $groove } mm deep; bore { $mandrel } mm, { $depth } mm deep
workshop-step-check_socket = Thermoformed check socket
workshop-step-check_socket_said = sheet of { $sheet } mm; no wall below { $least } mm wanted
workshop-step-custom_liner = Custom liner to order
workshop-step-custom_liner_said = inside { $percent } % tighter than the skin ({ $from })
workshop-sheet-petg = PETG, clear and stiff
workshop-sheet-polypropylene = polypropylene
workshop-sheet-flexible = soft clear sheet
