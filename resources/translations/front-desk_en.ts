<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <location filename="../../app/api/capabilities.py" line="+46"/>
        <source>This needs Open Dental {needed} or newer. This office has {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+25"/>
        <source>The office&apos;s API key doesn&apos;t have the permission for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>The office&apos;s API key doesn&apos;t have the permission {permission}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Add it in Open Dental: Setup, Advanced Setup, API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Add {permission} to this key in Open Dental: Setup, Advanced Setup, API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/modes.py" line="+77"/>
        <source>An address starts with http:// or https://, not with {scheme}://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>There is no port {port}. Ports go from 1 to {highest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The address has no server name. Enter one such as SERVER or 10.0.0.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>That isn&apos;t a server name or address. Enter one such as SERVER, 10.0.0.5 or SERVER:30223.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/pace.py" line="+36"/>
        <source>1 request in 5 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>1 request a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>2 requests a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py" line="+10"/>
        <source>how the office is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the server&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the user&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>dark mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the side panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the window&apos;s place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The settings couldn&apos;t be read. The old file is kept as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Some settings couldn&apos;t be used and were reset: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/program.py" line="+130"/>
        <source>Preparing the training practice…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Waiting for the stored keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+87"/>
        <source>Changes saved on this PC may be lost. See Needs attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py" line="+14"/>
        <location line="+1"/>
        <location filename="../../app/services/schedule/day_sheet.py" line="+54"/>
        <location filename="../../app/views/staff/schedule/grid/canvas.py" line="+70"/>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>appointments calendar book day</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/people/ages.py" line="+20"/>
        <source>{n} years</source>
        <comment>{n} year</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/clashes.py" line="+166"/>
        <source>{operatory} is taken at {time} ({name}; {n} min overlap)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>{name} already has an appointment at {time} in {operatory} ({n} min overlap)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>{provider} is with {name} at {time} in {operatory} ({n} min overlap)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>{blockout} until {time}: no appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>{operatory} is closed at this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{operatory} is closed for {n} of {all} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py" line="+22"/>
        <source>unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../../app/viewmodels/staff/schedule/waiting_room.py" line="+92"/>
        <location line="+1"/>
        <source>arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>seated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>new patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>medical alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>lab case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>ASAP List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+88"/>
        <location line="+101"/>
        <location filename="../../app/services/schedule/day_sheet.py" line="+77"/>
        <location filename="../../app/viewmodels/staff/schedule/waiting_room.py" line="+1"/>
        <source>{n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-91"/>
        <source>{span} · {n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../../app/viewmodels/staff/outcomes.py" line="+187"/>
        <location filename="../../app/views/staff/frame/attention_page.py" line="+88"/>
        <location filename="../../app/views/staff/schedule/booking_panel.py" line="+71"/>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+18"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/patient.py" line="+93"/>
        <location line="+3"/>
        <location line="+2"/>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-17"/>
        <location filename="../../app/services/schedule/day_sheet.py" line="-108"/>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Operatory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../../app/services/schedule/day_sheet.py" line="+6"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../../app/services/schedule/day_sheet.py" line="-2"/>
        <source>Procedures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+12"/>
        <location filename="../../app/services/schedule/day_sheet.py" line="-1"/>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-11"/>
        <location line="+12"/>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-11"/>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../../app/services/schedule/day_sheet.py" line="+4"/>
        <location filename="../../app/views/staff/schedule/booking_panel.py" line="+49"/>
        <location line="+1"/>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>{label}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+28"/>
        <source>a note on the schedule, not an appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>{status} ({stage})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>{status} since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{stage} {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>complete in Open Dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its time is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>{n} min, not arrived yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/dispatcher.py" line="+32"/>
        <source>Front Desk closed before Open Dental answered. It is checking now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It was sent, but Open Dental didn&apos;t answer. Front Desk is checking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open Dental refused it without giving a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It was sent, but something other than Open Dental answered. Front Desk is checking whether it arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It was sent, but it can&apos;t be read back right now. Front Desk is checking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open Dental already had this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+29"/>
        <source>This version of Front Desk can&apos;t send this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+69"/>
        <source>Open Dental refused the API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <location filename="../../app/viewmodels/messages.py" line="+73"/>
        <source>This is no longer in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open Dental&apos;s answer couldn&apos;t be read, so nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <location filename="../../app/viewmodels/messages.py" line="+90"/>
        <source>Open Dental says: {explanation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/entry_rows.py" line="+81"/>
        <source>This change can no longer become {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+21"/>
        <source>Only a refused change can be dismissed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>This change is no longer on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/errors.py" line="+25"/>
        <source>Front Desk is closing. This was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+20"/>
        <source>An earlier change to this was sent, but Open Dental hasn&apos;t confirmed it. Front Desk is checking. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/outbox.py" line="+37"/>
        <source>Canceled before it was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This can&apos;t be canceled: it is already being sent, or it is finished. Use Undo when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Someone checked in Open Dental: it was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Someone checked in Open Dental: it was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This can&apos;t be canceled: a later change depends on it. Cancel the later one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/settler.py" line="+18"/>
        <source>It was sent but not saved. Nothing changed in Open Dental. Do it again if you still want it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It was sent, but Front Desk can&apos;t tell whether it was saved. Check in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+81"/>
        <source>Front Desk checked: it was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/sealed/errors.py" line="+24"/>
        <source>Another Front Desk on this PC has this office open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>A newer version of Front Desk saved this PC&apos;s data (format {version}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Front Desk&apos;s data on this PC can&apos;t be opened without its stored key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Front Desk can&apos;t save on this PC, so nothing was sent ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/patients/search.py" line="+37"/>
        <source>not a patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>deceased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>prospective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/day_sheet.py" line="-6"/>
        <location filename="../../app/views/staff/schedule/booking_panel.py" line="+8"/>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../../app/views/staff/schedule/bar.py" line="+64"/>
        <location filename="../../app/views/staff/schedule/booking_panel.py" line="+1"/>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Printed {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>As of {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+47"/>
        <source>No appointments in {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <location filename="../../app/services/schedule/grids.py" line="+238"/>
        <source>{n} appointments</source>
        <comment>{n} appointment</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/patient.py" line="+11"/>
        <source>No appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only {names}</source>
        <extracomment>a clinic or a provider</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Incomplete. Not loaded when this was made: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Note, not an appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/grids.py" line="-70"/>
        <source>The {time} appointment in {operatory} has no length. It is shown as {n} minutes. Drag its lower edge to set one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The {time} appointment in {operatory} has a status that Front Desk doesn&apos;t know. Open it in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+30"/>
        <location filename="../../app/views/staff/schedule/grid/margins.py" line="+128"/>
        <source>hidden in Open Dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>not in the office&apos;s operatory list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>No operatory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Op {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+18"/>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/appointment.py" line="+80"/>
        <source>The appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{words}; {rest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/attach.py" line="+26"/>
        <source>The appointment is not back on the schedule, so its procedures stay off it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The procedure is no longer in the patient&apos;s chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Not changed: another user just put the procedure on another appointment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+55"/>
        <source>Not put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>{code} back on the appointment of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/book.py" line="+75"/>
        <source>{name} taken off the schedule and put on the Unscheduled List; a booked appointment can&apos;t be deleted from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Not booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+25"/>
        <source>{name} booked for {time}, {operatory}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/cancel.py" line="+101"/>
        <source>check in Open Dental whether its procedures are still on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Not canceled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+37"/>
        <source>{name}: no-show, on the Unscheduled List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{name}: no-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{name} canceled late, on the Unscheduled List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{name} canceled late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{name} canceled, on the Unscheduled List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{name} canceled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>the commlog entry stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the {code} procedure and its fee stay in Open Dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/change.py" line="+76"/>
        <source>{words}: undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+51"/>
        <location filename="../../app/services/writes/words.py" line="+45"/>
        <source>{not_done}: another user just changed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/following.py" line="+123"/>
        <source>{what}: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+18"/>
        <source>sent, not confirmed yet. Front Desk is checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/lookup.py" line="+51"/>
        <source>The office&apos;s operatories and statuses are still loading. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/move.py" line="+24"/>
        <source>Not moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+30"/>
        <source>{name} moved to {time}, {operatory}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/note.py" line="+78"/>
        <source>Note not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Note added for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/own.py" line="+33"/>
        <source>{not_done}: you changed it since ({words}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>{not_done}: the change before it was not done ({words}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/resize.py" line="+24"/>
        <source>Length not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location line="+24"/>
        <source>{name} now booked for {n} minutes</source>
        <comment>{name} now booked for {n} minute</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/services/writes/restore.py" line="+23"/>
        <source>Not undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+45"/>
        <source>{name} off the schedule again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>{name} back on the schedule at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{name} moved back to {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>{name} back to {n} minutes</source>
        <comment>{name} back to {n} minute</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The note of {name} is as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>{name} as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/status.py" line="+24"/>
        <source>the recorded time can&apos;t be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>the status before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>{name} back to {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+20"/>
        <source>Status not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+31"/>
        <source>{name} confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{name} arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{name} seated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{name} dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/visits.py" line="+30"/>
        <source>Setup, Appointments, Appts Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+71"/>
        <source>The office&apos;s statuses are still loading. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>This office has no status for {stage}. Choose one in Open Dental: {menu}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/words.py" line="-31"/>
        <source>It was done, and another user has changed it since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The server answered, but Open Dental does not show the change. Front Desk is checking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It was sent, and another user has changed the same thing since. Front Desk can&apos;t tell whether it was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It was sent, and it is no longer in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It was sent, and there are other new entries for this patient. Check in Open Dental whether this is one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Not booked: the patient already has an appointment at that time in that operatory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location line="+11"/>
        <source>{not_done}: another user just made it {n} minutes long.</source>
        <comment>{not_done}: another user just made it {n} minute long.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>{not_done}: another user just set it to {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>{not_done}: another user just changed the note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>{not_done}: another user just broke the appointment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{not_done}: another user just put it on the Unscheduled List.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{not_done}: another user just set it complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{not_done}: another user just put it back on the schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{not_done}: another user just changed its status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>{not_done}: another user just moved it to {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{not_done}: another user just moved it to {time} in another operatory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The operatory</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>{not_done}: another user just took {operatory} at {time} for {n} minutes.</source>
        <comment>{not_done}: another user just took {operatory} at {time} for {n} minute.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the operatory</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <source>{not_done}: {operatory} is taken at {time} for {n} minutes.</source>
        <comment>{not_done}: {operatory} is taken at {time} for {n} minute.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/services/writes/writes.py" line="+29"/>
        <source>There is nothing to undo: this was not done, or changed nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Front Desk is still checking whether this was done. Undo it after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+102"/>
        <source>Not undone: you changed it again ({what}). Undo that first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/store/lists.py" line="+62"/>
        <source>operatories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>confirmation statuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>clinics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>blockout types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>appointment types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/store/office.py" line="+30"/>
        <source>appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>patient names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>hours and blockouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/store/queries.py" line="+30"/>
        <source>Premedicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/store/schedule/days.py" line="+276"/>
        <source>An appointment has no date. Open it in Open Dental to give it one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>An appointment couldn&apos;t be read: {reason}. Open it in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/activity.py" line="+27"/>
        <source>No message is shown right now. Ctrl+I lists recent activity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+29"/>
        <location filename="../../app/views/staff/frame/toasts.py" line="+258"/>
        <source>Undo leaves: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+60"/>
        <source>Nothing yet. Your changes are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/command.py" line="+97"/>
        <source>Still working on the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py" line="-133"/>
        <source>What is on the screen stays. Front Desk checks whether your change was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What was shown before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Front Desk tries again in a moment. F5 tries now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Refresh. If it happens again, copy the details for your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This PC doesn&apos;t trust the certificate of Open Dental&apos;s server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+5"/>
        <source>Nothing was sent. Your changes wait on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-4"/>
        <source>Ask your IT support to install the certificate on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This PC&apos;s proxy can&apos;t be used: it is a SOCKS proxy, or it asks for a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Ask your IT support for another proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Can&apos;t reach Open Dental&apos;s server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>What is on the screen stays. Your changes wait on this PC and are sent when the server is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Check that the server is on and that this PC is on the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The server didn&apos;t answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The connection was lost before the answer came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open Dental took longer than 60 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Something answered, but not the way Open Dental does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The change may or may not be saved. Front Desk is checking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Open Dental refused this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Correct what it names and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open Dental refused the office&apos;s API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nothing can be read or changed with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Enter the key again on the connection page, or have it enabled in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>It was deleted, or it belongs to another office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The screen is being refreshed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This office&apos;s Open Dental can no longer do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Do it in Open Dental, and tell your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The office&apos;s API key is sending too many requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Everything is slower for a moment. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Front Desk continues by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open Dental&apos;s server failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>If it happens again, restart the API service on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A proxy or sign-in page answered instead of the office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sign in to the network in a web browser, or ask your IT support to let Front Desk through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The answer was about something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It was not used, and what was shown before stays. Front Desk has connected again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The answer is larger than any that Open Dental sends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It was not used, and what was shown before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>If it happens again, copy the details for your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The office&apos;s answer was empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The office&apos;s answer couldn&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It isn&apos;t what Open Dental&apos;s documentation says. What was shown before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Two at once could send the same change twice. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Close the other window, or sign the other user out, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This version can&apos;t read it and leaves it alone. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Start the newer Front Desk, or install it on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Changes that were not sent yet may be in it, so it is left alone. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Sign in to Windows as yourself and start Front Desk again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Every change is saved on this PC before it is sent. What was saved before is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Free some disk space, or ask your IT support whether the disk can be written to, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Changes that were not sent yet may be lost. What is in Open Dental stays there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Then check in Open Dental whether your last changes are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Windows doesn&apos;t have the office&apos;s keys, or can&apos;t open them right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The office can&apos;t be opened without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Enter them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+20"/>
        <source>Windows can&apos;t store the keys right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Front Desk keeps keys nowhere else, so the office can&apos;t be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Enter the keys, or sign in to Windows as yourself and start Front Desk again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Something went wrong in Front Desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Your last action may not have worked. Nothing that was saved is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Try again. If it happens again, copy the details for your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/printing.py" line="+73"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/patient.py" line="-17"/>
        <location line="+12"/>
        <location filename="../../app/viewmodels/staff/schedule/waiting_room.py" line="-72"/>
        <location filename="../../app/viewmodels/staff/status_line.py" line="+131"/>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Saved as {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>{file} couldn&apos;t be saved. If it is open in another program, close it there, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>This PC has no program that opens PDF files. The file is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>No printer is set up on this PC. Save a PDF, or add a printer in the system&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>{n} pages sent to {printer}</source>
        <comment>1 page sent to {printer}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>{printer} didn&apos;t accept this. Check that it is on and connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/attention.py" line="+24"/>
        <source>Sent, but Open Dental hasn&apos;t confirmed it. Front Desk is checking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Don&apos;t enter it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not sent yet. It will be sent when the server is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+64"/>
        <source>Nothing needs attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+106"/>
        <source>The key to Front Desk&apos;s data on this PC was lost. Changes that were not sent yet can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Front Desk&apos;s data on this PC was damaged. What could be read was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Front Desk&apos;s data on this PC was damaged and can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Check in Open Dental whether your last changes are there. The old file is kept as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Changes may be lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>A newer version of Front Desk saved this change. Start that version to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>A change that can&apos;t be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py" line="+10"/>
        <location filename="../../app/views/staff/frame/bar.py" line="+23"/>
        <location filename="../../app/views/staff/frame/find_field.py" line="+45"/>
        <source>Find a patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>search look up name phone birthdate</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>All commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>palette menu</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>reload update read again</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <location filename="../../app/views/staff/frame/attention_page.py" line="-60"/>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>unsent waiting refused unknown settle</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <location filename="../../app/views/staff/frame/activity_page.py" line="+24"/>
        <location line="+6"/>
        <source>Recent activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>notices messages history log undo</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Go to the newest message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>toast notice notification</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Side panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>fold hide show</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Dark mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>theme light colors night</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Connect to another office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>server connection training practice log in key</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Undo the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>take back revert</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect.py" line="+220"/>
        <source>Connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py" line="+29"/>
        <location line="+99"/>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-98"/>
        <source>A practice with made-up patients, on this PC. Nothing to set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Office server (usual)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Every PC on the office&apos;s network connects to the office&apos;s server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+91"/>
        <source>This PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-91"/>
        <source>Open Dental runs on this PC, and a user is logged on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+91"/>
        <source>Internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-91"/>
        <source>Through Open Dental&apos;s servers, over the internet. Slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Enter both keys. They are in Open Dental: Setup, Advanced Setup, API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>You can work for today. Front Desk asks for the keys again at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Check its name, its Open Dental API Service, and the firewall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Start Open Dental on this PC and log on, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Check this PC&apos;s internet connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Enter the name or address of the office&apos;s server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Can&apos;t reach {server}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{server} didn&apos;t answer within 10 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{server} answered with a web page: that address isn&apos;t Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The office doesn&apos;t accept this key. Check both keys for a missing character. In Open Dental the key must be enabled: Setup, Advanced Setup, API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>This PC&apos;s proxy can&apos;t be used: it is a SOCKS proxy, or it asks for a password. Ask your IT support for another proxy, or connect through the office server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>This PC doesn&apos;t trust the certificate of {server}, so nothing was sent. Ask your IT support to install the certificate on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>{server} doesn&apos;t use https. Type the address with http:// in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>{server} uses https. Type the address with https:// in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>This office has Open Dental {version}. Front Desk needs {needed} or newer. Update Open Dental, then connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>That address isn&apos;t Open Dental, or it is older than {needed}. Check the address, and the version in Open Dental (Help, About).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Office server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/desk.py" line="+144"/>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/find_patient.py" line="+53"/>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Many more. Type more of the name, a phone number, or a birthdate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>{n} more. Type more of the name, a phone number, or a birthdate.</source>
        <comment>{n} more. Type more of the name, a phone number, or a birthdate.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+18"/>
        <source>{n} patients found.</source>
        <comment>{n} patient found.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location line="+66"/>
        <source>No patients found. Try fewer letters, a phone number, or a birthdate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/outcomes.py" line="-47"/>
        <source>{what}. It will be sent in 10 seconds. Until then, Undo leaves no trace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>{what}: not sent yet. It will be sent when the server is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Undone: {what}. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>{what}: sent, but Open Dental hasn&apos;t confirmed it. Front Desk is checking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+21"/>
        <location filename="../../app/views/staff/frame/attention_page.py" line="+80"/>
        <source>Phone: {phone}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <location filename="../../app/viewmodels/staff/saved_copy.py" line="+69"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/state.py" line="+101"/>
        <location filename="../../app/views/staff/frame/attention_page.py" line="-21"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>{what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>{name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>{what}: not done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/saved_copy.py" line="-48"/>
        <source>The office can&apos;t be reached. This is a saved copy, which can&apos;t be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+43"/>
        <source>Can&apos;t reach the office. This is the schedule as saved {saved_at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It can be read and printed, but not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Tried again at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Trying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/booking.py" line="+192"/>
        <source>{who}: not booked. Ctrl+N goes on with what you entered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/attempts.py" line="+84"/>
        <source>Not booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not booked. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/patient.py" line="-32"/>
        <source>No phone on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Upcoming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <location line="+4"/>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>None on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Some alerts couldn&apos;t be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+8"/>
        <source>Couldn&apos;t be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No other appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/rules.py" line="+42"/>
        <source>No type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Any provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Any dentist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Any hygienist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+63"/>
        <source>No openings of this length in the next weeks. Try a shorter appointment or any provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The patient has another appointment at that time. These are the next openings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>That time has passed, and nothing was free after it. These are the next openings from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>This time has passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/state.py" line="-8"/>
        <source>Move {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Book {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../../app/viewmodels/staff/schedule/commands.py" line="+173"/>
        <location filename="../../app/viewmodels/staff/schedule/opening_preview.py" line="+50"/>
        <source>New appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Move here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>{n} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Looking for openings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/breaking.py" line="+28"/>
        <source>D9986 (missed) is added to the chart, with the office&apos;s fee for it, if any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>D9987 (canceled) is added to the chart, with the office&apos;s fee for it, if any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This office adds no procedure for canceled appointments ({menu}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This office adds no procedure for missed appointments ({menu}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This office adds no procedure for broken appointments ({menu}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The office&apos;s settings for broken appointments are still loading. Open this again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+75"/>
        <source>The appointment moves to the Unscheduled List.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The appointment stays on the schedule, marked broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>A commlog entry is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Procedures stay on the treatment plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Canceled with 24+ hours&apos; notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Canceled late: less than 24 hours&apos; notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No-show: did not come or call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py" line="-163"/>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>day week back before</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../../app/viewmodels/staff/schedule/printing.py" line="+26"/>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>now</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>day week forward after</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../../app/views/staff/schedule/bar.py" line="-9"/>
        <source>Pick a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>calendar day jump</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+1"/>
        <source>schedule</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../../app/views/printing/preview.py" line="+80"/>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>larger bigger</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <location filename="../../app/views/printing/preview.py" line="+0"/>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>smaller</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Usual zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>zoom reset 100 percent normal</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Fit the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>zoom whole day all</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <location filename="../../app/views/staff/schedule/problems_page.py" line="+28"/>
        <source>Appointments that can&apos;t be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>problems missing unreadable look at</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Print the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>paper pdf day list</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>appointment status confirm</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>appointment status check in here waiting</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Seated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>appointment status seat operatory</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>appointment status check out done left</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Make longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>appointment length extend resize</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Make shorter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>appointment length shorten resize</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <location filename="../../app/views/staff/schedule/details_page.py" line="+65"/>
        <location line="+1"/>
        <location line="+11"/>
        <source>Add to note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>appointment comment write</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>appointment reschedule change time</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Move with the arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>appointment reschedule keyboard</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <location filename="../../app/views/staff/schedule/break_dialog.py" line="+31"/>
        <source>Cancel or no-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <location filename="../../app/views/staff/frame/connect_page.py" line="+154"/>
        <location filename="../../app/views/staff/schedule/booking_panel.py" line="-60"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>appointment break broken no show missed delete remove</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>book schedule add create visit</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filters.py" line="+38"/>
        <source>All clinics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>All providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/lost_slots.py" line="+56"/>
        <source>Next opening: {time}, {operatory}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Move there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+29"/>
        <source>another patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>{name}: {operatory} is double-booked at {time}. Another user took it first ({other}; {n} min overlap).</source>
        <comment>{name}: {operatory} is double-booked at {time}. Another user took it first ({other}; {n} min overlap).</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location line="+9"/>
        <source>{name}. Not moved: another user just moved it to {time}, {operatory}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>{name}: another user just moved it to {time}, {operatory}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/noting.py" line="+78"/>
        <source>Add the note first, or press Esc. What you typed is kept for this appointment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Your note for {name} is kept. Add to note opens it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/printing.py" line="+1"/>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Both</source>
        <comment>today and the next day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Schedule {day}</source>
        <extracomment>the name of a PDF file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/rules.py" line="+17"/>
        <source>No appointments for this clinic or provider. Show all to see the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>This office has no operatories yet. Add them in Open Dental: Setup, Appointments, Operatories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Opening the schedule…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No answer from the office since {time}. The schedule opens as soon as it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>This day hasn&apos;t loaded yet, and Front Desk can&apos;t reach the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Closed on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Closed on these days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>No appointments yet. Double-click a free time to book one, or press Ctrl+N.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/schedule.py" line="+162"/>
        <source>Loading {what}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/screen.py" line="+96"/>
        <source>{n} can&apos;t be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+52"/>
        <source>Show {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/stage_actions.py" line="+104"/>
        <source>Mark arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../../app/views/staff/frame/attention_page.py" line="+2"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>{name}&apos;s appointment is on {day}, not today. {deed} anyway?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>{name}&apos;s appointment isn&apos;t until {time}. {deed} anyway?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>{name} hasn&apos;t arrived yet. {deed} anyway?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{name} hasn&apos;t been seated yet. {deed} anyway?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/visit_actions.py" line="+125"/>
        <source>An appointment can be {n} minutes to 9 hours long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/visit_card.py" line="+31"/>
        <source>Click an appointment to see it here. Use the arrow keys to move between appointments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No appointment on the shown days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+47"/>
        <source>No appointment selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/side_pages.py" line="+95"/>
        <source>This day hasn&apos;t loaded yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/visit_rules.py" line="+10"/>
        <source>Select an appointment first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This is a note on the schedule, not an appointment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This appointment is broken. Move it to a new time first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This booking isn&apos;t in Open Dental yet. Until then it can only be canceled, with Undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This appointment is complete. Change it in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>This appointment is already {stage}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Only a scheduled appointment can be canceled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/waiting_room.py" line="-1"/>
        <source>Nobody is waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+73"/>
        <source>waiting {n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>{state}, not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/status_line.py" line="-86"/>
        <source>not loaded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>{n} s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>{h} h {m} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>{m} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>{h} h {m} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>{m} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Office time (this PC&apos;s clock is {span} behind)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Office time (this PC&apos;s clock is {span} ahead)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>{n} need attention</source>
        <comment>{n} needs attention</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location line="+58"/>
        <source>as of {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Can&apos;t reach the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Loaded {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Up to date {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>{n} waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/printing/pages.py" line="+64"/>
        <location filename="../../app/views/printing/preview.py" line="+62"/>
        <source>Page {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/printing/preview.py" line="-102"/>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Open PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+42"/>
        <location filename="../../app/views/widgets/page_head.py" line="+17"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Close without printing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Save PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+60"/>
        <source>Save as a PDF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-58"/>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Choose a printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+58"/>
        <source>PDF files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/printing/sheets.py" line="+76"/>
        <source>Preview, {n} pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/printing/tables.py" line="+98"/>
        <source>{name} (continued)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/activity_page.py" line="+3"/>
        <location line="+38"/>
        <location filename="../../app/views/staff/frame/toasts.py" line="-17"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Undo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/attention_page.py" line="-6"/>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/bar.py" line="+0"/>
        <source>Find a patient    Ctrl+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connect_page.py" line="-123"/>
        <source>Stored on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Front Desk works through Open Dental&apos;s API. You can change this later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+26"/>
        <source>Connect to your office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>SERVER or 192.168.1.10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Developer key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Customer key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+67"/>
        <location filename="../../app/views/staff/frame/toasts.py" line="+8"/>
        <location filename="../../app/views/widgets/message.py" line="+27"/>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+53"/>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-49"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Back to the open office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Work for today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Stop connecting  (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+40"/>
        <source>Start training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/palette.py" line="+47"/>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+38"/>
        <source>No matching command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/status_bar.py" line="+33"/>
        <source>Front Desk shows the office&apos;s time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Changes that are not sent yet, are being checked, or were refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/toasts.py" line="-105"/>
        <source>Close: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/user_label.py" line="+22"/>
        <source>Signed in as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/bar.py" line="+8"/>
        <source>Clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Clinics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/booking_panel.py" line="-8"/>
        <source>Name, phone, or birthdate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>New patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+47"/>
        <source>Change patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Choose a type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+39"/>
        <source>Next openings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-29"/>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/break_dialog.py" line="+13"/>
        <source>Move to the Unscheduled List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+30"/>
        <location filename="../../app/views/widgets/question_popover.py" line="+42"/>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Cancel appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/details_page.py" line="+5"/>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Discard what is typed and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+40"/>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/grid/background.py" line="+87"/>
        <source>Lunch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/grid/canvas.py" line="+3"/>
        <source>No appointment in focus. Use the arrow keys to move between appointments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/grid/cursor.py" line="+48"/>
        <source>{time}, {column}. Press Enter to book an appointment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/problems_page.py" line="-10"/>
        <source>Show appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/waiting_list.py" line="+33"/>
        <source>Waiting room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/widgets/question_popover.py" line="+45"/>
        <source>{question} Enter: {deed}. Esc: Keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/early.py" line="+36"/>
        <source>As of {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/problems.py" line="+15"/>
        <source>None. Every appointment of the day or week on the screen is shown correctly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/new_day.py" line="+65"/>
        <source>Go to today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>This is the week of {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This is yesterday, {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This is {day}, not today.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
