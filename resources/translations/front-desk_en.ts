<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <location filename="../../app/api/capabilities.py"/>
        <location filename="../../app/services/writes/tasks/task_writes.py"/>
        <source>This needs Open Dental {needed} or newer. This office has {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/capabilities.py"/>
        <source>The office&apos;s API key doesn&apos;t have the permission for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/capabilities.py"/>
        <source>The office&apos;s API key doesn&apos;t have the permission {permission}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/capabilities.py"/>
        <source>Add it in Open Dental: Setup, Advanced Setup, API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/capabilities.py"/>
        <source>Add {permission} to this key in Open Dental: Setup, Advanced Setup, API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>The hub on {server} refused this. Try again, or ask your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>No PC here is called {server}. Check the name, or enter the hub&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>{server} is on, but the hub isn&apos;t running there. Start the hub, or ask your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>{server} doesn&apos;t answer. Check that it is on and on this network, and that its firewall lets port {port} through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>{server} answers, but it isn&apos;t a Front Desk hub. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>{server} isn&apos;t the hub this PC was paired with, so nothing was sent. If the hub was set up again, pair this PC again. If not, tell your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>{server} doesn&apos;t know the code, so it isn&apos;t your office&apos;s hub. This PC wasn&apos;t paired. Tell your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>This PC&apos;s clock is far off, so it can&apos;t connect safely. Set the date and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>This PC was removed from the hub. Pair it again with a code from a desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>The hub has an older version than this PC. Update Front Desk on {server}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>The hub has a newer version than this PC. Update Front Desk on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>There is no open code: it has expired or was used. Show a new one on a paired desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>That isn&apos;t the code. Check it on the desk and type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>The code was wrong three times and can&apos;t be used any more. Show a new one on the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>Too many wrong codes came from this PC. Wait ten minutes, then show a new code on the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>The hub is busy. It will be tried again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>The hub is restarting. It will be tried again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>The hub on {server} can&apos;t reach its database. Ask your IT support to look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>The connection to the hub was lost. It will be tried again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>The hub answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/modes.py"/>
        <source>An address starts with http:// or https://, not with {scheme}://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/modes.py"/>
        <source>There is no port {port}. Ports go from 1 to {highest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/modes.py"/>
        <source>The address has no server name. Enter one such as SERVER or 10.0.0.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/modes.py"/>
        <source>That isn&apos;t a server name or address. Enter one such as SERVER, 10.0.0.5 or SERVER:30223.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/network/web_source.py"/>
        <location filename="../../app/services/updates/folder_source.py"/>
        <source>{name} is far too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/network/web_source.py"/>
        <source>The update source takes too long to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/network/web_source.py"/>
        <source>The update source sends this PC to an address without https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/network/web_source.py"/>
        <source>The update source sends this PC from one address to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/network/web_source.py"/>
        <source>The update source sends {name} in another form than asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/network/web_source.py"/>
        <source>The update source sends another part of {name} than asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/network/web_source.py"/>
        <source>The update source has a shorter {name} than before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/network/web_source.py"/>
        <location filename="../../app/services/updates/folder_source.py"/>
        <source>The update source has no {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/network/web_source.py"/>
        <source>The update source doesn&apos;t give {name} (status {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/network/web_source.py"/>
        <source>The update source sends this PC to an address that can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/network/web_source.py"/>
        <source>This PC&apos;s proxy is of a kind that Front Desk can&apos;t use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/network/web_source.py"/>
        <source>The update source has a certificate that this PC doesn&apos;t trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/network/web_source.py"/>
        <source>Can&apos;t reach the update source, or the connection was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/pace.py"/>
        <source>1 request in 5 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/pace.py"/>
        <source>1 request a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/api/pace.py"/>
        <source>2 requests a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/desk/scanner.py"/>
        <source>No scanner was found. Add one in Windows (Settings, Printers &amp; scanners), then scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/desk/scanner.py"/>
        <source>Windows doesn&apos;t let Front Desk scan on this PC. Scan to a file and add that, or ask your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/desk/scanner.py"/>
        <source>The scanner didn&apos;t deliver a page ({code}). Check that it is on and that no other program uses it, or scan to a file and add that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/doors/open_dental.py"/>
        <source>Opening {name} in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/doors/open_dental.py"/>
        <source>Open Dental couldn&apos;t be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/doors/open_dental.py"/>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>Where Open Dental is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/doors/open_dental.py"/>
        <source>Open Dental wasn&apos;t found on this PC. Choose its program file, {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/doors/open_dental.py"/>
        <source>Open Dental runs on Windows, and wasn&apos;t found on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/doors/open_dental.py"/>
        <source>Choose file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/doors/open_dental.py"/>
        <source>the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/downtime.py"/>
        <source>The offline copy of the schedule is saved on this PC again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/downtime.py"/>
        <source>The offline copy of the schedule couldn&apos;t be saved on this PC. {why} Front Desk will try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/hub/host.py"/>
        <source>The training practice has no key to share. Connect to your office first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/hub/host.py"/>
        <source>This PC is connected to an office hub already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/hub/host.py"/>
        <source>Windows can&apos;t store the keys on this PC, so it can&apos;t run the office hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/hub/host.py"/>
        <source>The office hub could not be started. Another program on this PC may use its port 30224, or the disk is full. Ask your IT support to look into Front Desk&apos;s log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/bootstrap/hub/host.py"/>
        <source>{n} changes are not sent yet. Wait until they are, then try again.</source>
        <comment>{n} change is not sent yet. Wait until it is, then try again.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>how the office is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>the server&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>the office hub&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <location filename="../../app/viewmodels/staff/hub/work.py"/>
        <source>the office hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>the user&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>whether people sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>the language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>dark mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>the clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>the view of the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>the columns of the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>whether names are hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>the zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>the side panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>the window&apos;s place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>The mistake is in line {line}, near column {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>Your office administrator&apos;s settings couldn&apos;t be read and aren&apos;t used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>Other users can change your office administrator&apos;s settings, so they aren&apos;t used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>{name}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>language: Front Desk isn&apos;t translated into {language}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>This version doesn&apos;t know: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>Some of your office administrator&apos;s settings couldn&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>Tell your IT support: {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>{name} is true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>{name} is one of {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>{name} is a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>Another program held the settings file when Front Desk was closed. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>The settings couldn&apos;t be read. The old file is kept as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/lost_settings.py"/>
        <source>Some settings couldn&apos;t be used and were reset: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/people/gate.py"/>
        <source>Nobody signed in at that office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/people/gate.py"/>
        <source>Training: the PIN of {first} is {pin1}, that of {second} is {pin2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/program.py"/>
        <location filename="../../app/views/staff/hub/page.py"/>
        <source>Starting the office hub…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/program.py"/>
        <source>Preparing the training practice…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/program.py"/>
        <source>Waiting for the stored keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/program.py"/>
        <source>Changes saved on this PC may be lost. See Needs attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <location filename="../../app/views/staff/schedule/grid/canvas.py"/>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <source>appointments calendar book day</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <location filename="../../app/domain/printing/receipt.py"/>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/domain/printing/statement.py"/>
        <location filename="../../app/domain/printing/walkout.py"/>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <location filename="../../app/viewmodels/staff/check_in/today.py"/>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/day_close/deposit_table.py"/>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <location filename="../../app/viewmodels/staff/huddle/columns.py"/>
        <location filename="../../app/viewmodels/staff/huddle/page.py"/>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <location filename="../../app/views/staff/chart/plans.py"/>
        <location filename="../../app/views/staff/money/checkout/summary_box.py"/>
        <location filename="../../app/views/staff/tasks/open/head_view.py"/>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <source>family contact insurance recall page details</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <location filename="../../app/viewmodels/staff/ledger/table.py"/>
        <source>Ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <source>account balance payments claims statements aging money</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <location filename="../../app/domain/schedule/tile.py"/>
        <location filename="../../app/viewmodels/staff/tasks/late_marks.py"/>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <location filename="../../app/views/staff/tasks/task_list.py"/>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <source>to-do inbox task list reminders messages</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <location filename="../../app/views/staff/lists/bar.py"/>
        <location filename="../../app/views/staff/lists/screen.py"/>
        <source>Lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <source>confirmations recall unscheduled asap planned call waiting</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <location filename="../../app/viewmodels/staff/huddle/page.py"/>
        <location filename="../../app/viewmodels/staff/huddle/printing.py"/>
        <location filename="../../app/viewmodels/staff/huddle/readiness.py"/>
        <source>Huddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <source>morning meeting readiness production waits punctuality day</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <source>Closing</source>
        <comment>what the rail calls closing the day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <source>Day close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <source>end of day drawer deposit reconcile collections aging</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <source>Check-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <source>Check-in PCs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <source>kiosk arrivals patients welcome self check-in</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <location filename="../../app/viewmodels/staff/audit/rows.py"/>
        <source>Audit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/screens.py"/>
        <source>who did what security trail history tamper export</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/system/keeping.py"/>
        <source>Your settings are saved now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/system/keeping.py"/>
        <source>Your settings couldn&apos;t be saved on this PC. {why} Nothing is lost while Front Desk is open, and it tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/system/unsaved.py"/>
        <source>Your settings couldn&apos;t be saved on this PC. {why}

If you close now, what you changed in the settings since they were last saved is lost: the window&apos;s place, the columns of tables, the last office. Changes to patients are saved separately.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/system/unsaved.py"/>
        <location filename="../../app/viewmodels/staff/doors/outside.py"/>
        <location filename="../../app/viewmodels/staff/outcomes.py"/>
        <location filename="../../app/viewmodels/staff/saved_copy.py"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/state.py"/>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <location filename="../../app/views/staff/frame/attention_page.py"/>
        <location filename="../../app/views/staff/frame/lock/lock_page.py"/>
        <location filename="../../app/views/staff/frame/parts/note.py"/>
        <location filename="../../app/views/staff/patient/papers/uploads.py"/>
        <location filename="../../app/views/staff/patient/sections/section.py"/>
        <location filename="../../app/views/staff/tasks/open/pending_list.py"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/system/unsaved.py"/>
        <source>Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/tour/patient.py"/>
        <location filename="../../app/viewmodels/staff/doors/outside.py"/>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <location filename="../../app/viewmodels/staff/people/brought.py"/>
        <location filename="../../app/views/widgets/inline/field.py"/>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/updates/idle.py"/>
        <source>Front Desk is also open in another account on this PC, or as the office hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/bootstrap/updates/idle.py"/>
        <source>{n} changes are not sent yet.</source>
        <comment>{n} change is not sent yet.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/bootstrap/updates/idle.py"/>
        <location filename="../../app/viewmodels/staff/closing.py"/>
        <source>{n} other PCs are connected to the office hub on this PC.</source>
        <comment>{n} other PC is connected to the office hub on this PC.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/updates/idle.py"/>
        <source>Something you typed isn&apos;t saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/updates/running.py"/>
        <source>The installer was changed or removed. It has been downloaded again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/updates/running.py"/>
        <location filename="../../app/services/updates/watching.py"/>
        <source>Updates can&apos;t be stored on this PC&apos;s disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/updates/running.py"/>
        <source>This account isn&apos;t allowed to install updates. Ask your IT support to install this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/core/file_trouble.py"/>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/core/file_trouble.py"/>
        <source>Another program is using the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/core/file_trouble.py"/>
        <source>The folder isn&apos;t there, or can&apos;t be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/core/file_trouble.py"/>
        <source>The folder is write-protected, or another program is using the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/core/file_trouble.py"/>
        <source>Writing to the disk failed ({words}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/core/place.py"/>
        <source>Front Desk keeps its data in a folder that is synced to the cloud: {path}. Changes could be lost or reach others. Ask your IT support to put it on this PC&apos;s own disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/core/place.py"/>
        <source>Front Desk keeps its data in a folder on another PC: {path}. Changes could be lost when the network fails. Ask your IT support to put it on this PC&apos;s own disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/core/place.py"/>
        <source>Other users of this PC can open the folder in which Front Desk keeps its data: {path}. Tell your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/listing.py"/>
        <source>Nothing charted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/listing.py"/>
        <source>{words}: {teeth}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/chart/listing.py"/>
        <source>Nothing charted on the other {n} teeth</source>
        <comment>Nothing charted on the other tooth</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/paper.py"/>
        <location filename="../../app/domain/printing/estimate.py"/>
        <location filename="../../app/viewmodels/staff/chart/teeth.py"/>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <location filename="../../app/viewmodels/staff/ledger/rows.py"/>
        <source>Tooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/paper.py"/>
        <source>Upper arch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/paper.py"/>
        <source>Lower arch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/paper.py"/>
        <location filename="../../app/domain/printing/estimate.py"/>
        <location filename="../../app/domain/printing/letterhead.py"/>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/services/printing/week_sheet.py"/>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/day_close/deposit_slip.py"/>
        <location filename="../../app/viewmodels/staff/huddle/page.py"/>
        <source>Printed {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/paper.py"/>
        <location filename="../../app/viewmodels/staff/chart/printing.py"/>
        <location filename="../../app/views/staff/chart/odontogram/canvas.py"/>
        <source>Tooth chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/paper.py"/>
        <location filename="../../app/viewmodels/staff/chart/tooth_list.py"/>
        <location filename="../../app/views/staff/chart/odontogram_panel.py"/>
        <source>Not drawn: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/paper.py"/>
        <location filename="../../app/viewmodels/staff/chart/odontogram.py"/>
        <source>As of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/paper.py"/>
        <source>As of today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/typed_places.py"/>
        <source>Which tooth and surfaces? For example 3 MO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/typed_places.py"/>
        <source>Which tooth? For example 14</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/typed_places.py"/>
        <source>Which quadrant? UR, UL, LL or LR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/typed_places.py"/>
        <source>Which sextant? 1 to 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/typed_places.py"/>
        <source>Which arch? U or L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/typed_places.py"/>
        <source>Which teeth? For example 2-4, 7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/typed_places.py"/>
        <source>it is for the whole mouth, not for {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/typed_places.py"/>
        <source>{code}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/typed_places.py"/>
        <source>there is no quadrant {text}: UR, UL, LL or LR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/typed_places.py"/>
        <source>there is no sextant {text}: 1 to 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/typed_places.py"/>
        <source>there is no arch {text}: U or L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>upper right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>upper left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>lower left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>lower right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>central incisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>lateral incisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>canine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>first premolar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>second premolar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>first molar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>second molar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>third molar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>existing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>existing, other office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <location filename="../../app/viewmodels/staff/tasks/open/head.py"/>
        <source>planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>referred out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Extraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Retained root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Implant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Root canal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Post or buildup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Filling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Sealant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Veneer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Crown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Bridge crown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Pontic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Denture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Space maintainer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/domain/schedule/saved_view.py"/>
        <location filename="../../app/domain/schedule/tile.py"/>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/document_details.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/document_rows.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/appointments.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_fields.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/referrals.py"/>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <location filename="../../app/viewmodels/staff/tasks/open/note_edit.py"/>
        <location filename="../../app/views/staff/day_close/differences.py"/>
        <location filename="../../app/views/staff/day_close/family.py"/>
        <location filename="../../app/views/staff/money/adjustment/panel.py"/>
        <location filename="../../app/views/staff/money/payment/method_box.py"/>
        <location filename="../../app/views/staff/money/plan/panel.py"/>
        <location filename="../../app/views/staff/patient/sections/new_referral.py"/>
        <location filename="../../app/views/staff/schedule/booking_panel.py"/>
        <location filename="../../app/views/staff/tasks/open/note_form.py"/>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Not erupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Root only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>metal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>tooth-colored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>extra tooth beside the {tooth}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Shifted mesially {n} mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Shifted distally {n} mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Shifted toward the bite {n} mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Shifted away from the bite {n} mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Shifted toward the cheek {n} mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Shifted toward the tongue {n} mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Rotated {n}°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Rotated {n}° the other way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Tipped mesially {n}°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Tipped distally {n}°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Tipped toward the cheek {n}°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Tipped toward the tongue {n}°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>there is no tooth {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>no tooth is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>tooth {tooth} has no surface {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>no surface is given on tooth {tooth}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>tooth {tooth} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>tooth {tooth} isn&apos;t in the mouth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>the office has no code {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>Front Desk can&apos;t draw this kind yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/chart/words.py"/>
        <source>{n} drawings: see Open Dental&apos;s chart</source>
        <comment>1 drawing: see Open Dental&apos;s chart</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/domain/chart/words.py"/>
        <source>text on the chart: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_rows.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/commands.py"/>
        <source>ASAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/appointments.py"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/waiting.py"/>
        <source>Unscheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <location filename="../../app/viewmodels/staff/chart/note_entries.py"/>
        <location filename="../../app/viewmodels/staff/chart/teeth.py"/>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <location filename="../../app/viewmodels/staff/lists/details.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/appointments.py"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/waiting.py"/>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <location filename="../../app/viewmodels/staff/money/checkout/state.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_rows.py"/>
        <location filename="../../app/viewmodels/staff/strip_figures.py"/>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>also on the ASAP List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>also on the Unscheduled List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>also has a planned appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>also due for recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>same operatory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>{amount} production</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>{n} need more time</source>
        <comment>{n} needs more time</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>{n} are patients of another clinic</source>
        <comment>{n} is a patient of another clinic</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>{n} need another kind of operatory or provider</source>
        <comment>{n} needs another kind of operatory or provider</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>{n} are already scheduled earlier</source>
        <comment>{n} is already scheduled earlier</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>{n} have a provider who is busy</source>
        <comment>{n} has a provider who is busy</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>{n} need another blockout</source>
        <comment>{n} needs another blockout</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>{n} may not be scheduled</source>
        <comment>{n} may not be scheduled</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>{n} have another appointment at this time</source>
        <comment>{n} has another appointment at this time</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>now {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>waiting since an unknown day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>waiting for {n} days</source>
        <comment>waiting for {n} day</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>waiting since today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>overdue by {n} days</source>
        <comment>overdue by {n} day</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/domain/printing/walkout.py"/>
        <source>due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>wants to come sooner</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>{n} days sooner</source>
        <comment>{n} day sooner</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>earlier the same day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>{n} min, leaves {left} min free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>fills all {n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>{provider}, own hygienist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>{provider}, own dentist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>{provider} instead of {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>on {blockout}, its own blockout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>not contacted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>contacted today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>last contact {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/filling/reasons.py"/>
        <source>{n} attempts, last {day}</source>
        <comment>{n} attempt, last {day}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>The amount is zero. Enter an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>The amount is negative. Enter it without a minus sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>{amount} is too much for one entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>The amount has more than two decimals. Enter dollars and cents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>{amount} is more than {limit}. Check the amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>The date is in the future. Enter today or an earlier date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>The date is in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>The date is in a period that Open Dental has locked. It would change closed reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>That day was closed here. It would change the day&apos;s totals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>This looks like a card number. Card numbers can&apos;t be kept here. Enter the terminal&apos;s reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>{rest} more than what is owed. It becomes unearned income.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>This payment was already refunded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>A refund can&apos;t be refunded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>The payment belongs to a payment plan. Refund it in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <location filename="../../app/viewmodels/staff/money/refund/rules.py"/>
        <source>Enter the reason for the refund.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>Open Dental posts this type of adjustment by itself. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>The type or the provider is hidden. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>{rest} more than what is owed. It leaves a credit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/money/cautions.py"/>
        <source>{n} of the procedures belong to another family.</source>
        <comment>{n} of the procedures belongs to another family.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>The same amount was posted for this patient today. Post it again only if it is a second one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/money/cautions.py"/>
        <source>{n} minutes ago</source>
        <comment>{n} minute ago</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <location filename="../../app/viewmodels/staff/status_line.py"/>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/cautions.py"/>
        <source>The same amount was posted for this patient {ago}. Post it again only if it is a second one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/typed_amount.py"/>
        <source>The amount can&apos;t be negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/typed_amount.py"/>
        <source>This amount is too large. The most is {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/typed_amount.py"/>
        <source>The amount must be more than 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/typed_amount.py"/>
        <source>An amount has two decimals at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/typed_amount.py"/>
        <source>Type this amount as {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/money/typed_amount.py"/>
        <source>This is not an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/people/ages.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_rows.py"/>
        <source>{n} years</source>
        <comment>{n} year</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/domain/people/alerts.py"/>
        <source>Premedicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/alerts.py"/>
        <source>Premedication not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/pins.py"/>
        <source>A PIN has at least {n} digits, and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/pins.py"/>
        <source>A PIN has at most {n} digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/pins.py"/>
        <source>This PIN is too easy to guess. Avoid repeated digits, digits in a row and years.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <location filename="../../app/viewmodels/staff/ledger/rows.py"/>
        <location filename="../../app/views/staff/money/plan/panel.py"/>
        <location filename="../../app/views/staff/money/refund/panel.py"/>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>Refunds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/ledger/rows.py"/>
        <source>Adjustments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>Write-offs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <location filename="../../app/viewmodels/staff/ledger/rows.py"/>
        <source>Payment plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>Back-dating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>Overriding warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>Scheduling against rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>Closing the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>Deposits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>Exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>Reading the audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>Managing people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>a payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>a refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>an adjustment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>a write-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>a payment plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>a date in the past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>posting despite a warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>scheduling against a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>closing the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>a deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>an export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>reading the audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>managing people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/right_words.py"/>
        <source>{what} of {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/people/right_words.py"/>
        <source>{what} ({n} days)</source>
        <comment>{what} ({n} day)</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/domain/people/roles.py"/>
        <source>Front desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/roles.py"/>
        <source>Lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/people/roles.py"/>
        <source>Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/card.py"/>
        <location filename="../../app/viewmodels/staff/schedule/papers/making.py"/>
        <source>Appointment card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/card.py"/>
        <source>with {provider}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/card.py"/>
        <source>{time} with {provider}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/estimate.py"/>
        <location filename="../../app/viewmodels/staff/lists/estimates.py"/>
        <source>Treatment estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/estimate.py"/>
        <location filename="../../app/domain/printing/walkout.py"/>
        <location filename="../../app/viewmodels/staff/chart/teeth.py"/>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <location filename="../../app/views/staff/money/adjustment/panel.py"/>
        <source>Procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/estimate.py"/>
        <location filename="../../app/domain/printing/walkout.py"/>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <location filename="../../app/viewmodels/staff/chart/teeth.py"/>
        <location filename="../../app/views/staff/chart/plans.py"/>
        <location filename="../../app/views/staff/money/checkout/summary_box.py"/>
        <source>Fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/estimate.py"/>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/domain/printing/walkout.py"/>
        <location filename="../../app/viewmodels/staff/day_close/deposit_table.py"/>
        <location filename="../../app/viewmodels/staff/huddle/columns.py"/>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <location filename="../../app/viewmodels/staff/ledger/rows.py"/>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <location filename="../../app/viewmodels/staff/lists/details.py"/>
        <location filename="../../app/viewmodels/staff/patient/overview.py"/>
        <location filename="../../app/views/staff/money/checkout/summary_box.py"/>
        <source>Insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/estimate.py"/>
        <source>Discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/estimate.py"/>
        <source>Your part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/estimate.py"/>
        <source>This is an estimate, not a bill. What insurance pays depends on the plan on the day of treatment, and may be less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/estimate.py"/>
        <location filename="../../app/domain/printing/walkout.py"/>
        <location filename="../../app/viewmodels/staff/day_close/deposit_slip.py"/>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <location filename="../../app/viewmodels/staff/money/checkout/state.py"/>
        <location filename="../../app/views/staff/day_close/day.py"/>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/estimate.py"/>
        <source>Your insurance has {amount} left for this benefit year, which ends on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/label.py"/>
        <location filename="../../app/viewmodels/staff/schedule/papers/making.py"/>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/label.py"/>
        <location filename="../../app/viewmodels/staff/check_in/pickers.py"/>
        <source>Patient no. {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/label.py"/>
        <source>Born {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/letterhead.py"/>
        <source>Thank you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/mailing.py"/>
        <source>Patient {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <location filename="../../app/domain/printing/statement.py"/>
        <location filename="../../app/domain/printing/walkout.py"/>
        <location filename="../../app/viewmodels/staff/chart/teeth.py"/>
        <location filename="../../app/viewmodels/staff/day_close/deposit_table.py"/>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <location filename="../../app/viewmodels/staff/ledger/rows.py"/>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/document_details.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/document_rows.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <location filename="../../app/views/staff/money/adjustment/panel.py"/>
        <location filename="../../app/views/staff/money/payment/method_box.py"/>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <location filename="../../app/domain/printing/walkout.py"/>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/day_close/deposit_slip.py"/>
        <location filename="../../app/viewmodels/staff/day_close/deposit_table.py"/>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <location filename="../../app/views/staff/day_close/day.py"/>
        <location filename="../../app/views/staff/day_close/deposit.py"/>
        <location filename="../../app/views/staff/day_close/family.py"/>
        <location filename="../../app/views/staff/money/adjustment/panel.py"/>
        <location filename="../../app/views/staff/money/payment/panel.py"/>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <source>Refund receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <location filename="../../app/viewmodels/staff/money/papers.py"/>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <source>{document} – COPY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <source>Applied to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <source>Account now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <source>Account after this payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/domain/printing/statement.py"/>
        <location filename="../../app/viewmodels/staff/day_close/collections_table.py"/>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <location filename="../../app/viewmodels/staff/ledger/rows.py"/>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <location filename="../../app/viewmodels/staff/schedule/visit_card.py"/>
        <location filename="../../app/viewmodels/staff/strip_figures.py"/>
        <location filename="../../app/views/staff/day_close/family.py"/>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <source>Insurance estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <location filename="../../app/viewmodels/staff/day_close/collections_table.py"/>
        <location filename="../../app/viewmodels/staff/huddle/columns.py"/>
        <location filename="../../app/views/staff/day_close/family.py"/>
        <source>Patient portion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <source>Refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <source>no. {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <source>{given}, change {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <location filename="../../app/views/staff/money/payment/method_box.py"/>
        <source>Cash given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <source>Taken by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/receipt.py"/>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/viewmodels/staff/schedule/papers/making.py"/>
        <source>Route slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/viewmodels/staff/strip_figures.py"/>
        <source>Not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <location filename="../../app/views/staff/day_close/deposit.py"/>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/viewmodels/staff/money/checkout/coming.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/tasks.py"/>
        <location filename="../../app/views/staff/tasks/open/head_view.py"/>
        <source>Appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/notes.py"/>
        <source>Medical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <source>Account and insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <source>Recall and later appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Next appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/domain/schedule/tile.py"/>
        <location filename="../../app/services/printing/week_sheet.py"/>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/board/board.py"/>
        <location filename="../../app/viewmodels/staff/check_in/arrivals.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/appointments.py"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/page.py"/>
        <location filename="../../app/viewmodels/staff/schedule/month/month.py"/>
        <location filename="../../app/viewmodels/staff/schedule/pinboard/model.py"/>
        <location filename="../../app/viewmodels/staff/schedule/task_abouts.py"/>
        <location filename="../../app/viewmodels/staff/schedule/waiting_room.py"/>
        <location filename="../../app/viewmodels/staff/tasks/ages.py"/>
        <source>{n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/domain/schedule/tile.py"/>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/audit/columns.py"/>
        <location filename="../../app/viewmodels/staff/check_in/today.py"/>
        <location filename="../../app/viewmodels/staff/huddle/columns.py"/>
        <location filename="../../app/viewmodels/staff/huddle/page.py"/>
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/domain/schedule/tile.py"/>
        <location filename="../../app/services/printing/week_sheet.py"/>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <source>Operatory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/domain/schedule/saved_view.py"/>
        <location filename="../../app/domain/schedule/tile.py"/>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/chart/notes.py"/>
        <location filename="../../app/viewmodels/staff/chart/teeth.py"/>
        <location filename="../../app/viewmodels/staff/huddle/page.py"/>
        <location filename="../../app/viewmodels/staff/ledger/rows.py"/>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <location filename="../../app/views/staff/chart/chart.py"/>
        <source>Procedures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/domain/schedule/saved_view.py"/>
        <location filename="../../app/domain/schedule/tile.py"/>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/chart/teeth.py"/>
        <location filename="../../app/viewmodels/staff/huddle/columns.py"/>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_fields.py"/>
        <location filename="../../app/viewmodels/staff/schedule/visit_card.py"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/domain/schedule/saved_view.py"/>
        <location filename="../../app/domain/schedule/tile.py"/>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/commlog/words.py"/>
        <location filename="../../app/viewmodels/staff/day_close/collections_table.py"/>
        <location filename="../../app/viewmodels/staff/huddle/columns.py"/>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/viewmodels/staff/huddle/columns.py"/>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/patient.py"/>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/viewmodels/staff/chart/medical.py"/>
        <source>Allergies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/viewmodels/staff/chart/medical.py"/>
        <source>Medications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/viewmodels/staff/chart/medical.py"/>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <source>{amount} left this year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>verified {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <source>not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <location filename="../../app/domain/printing/walkout.py"/>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <source>scheduled {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <source>What for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/route_slip.py"/>
        <source>With whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/statement.py"/>
        <location filename="../../app/viewmodels/staff/ledger/rows.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/document_details.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/document_rows.py"/>
        <location filename="../../app/views/staff/patient/papers/staging.py"/>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/statement.py"/>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <location filename="../../app/viewmodels/staff/ledger/rows.py"/>
        <source>Charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/statement.py"/>
        <location filename="../../app/viewmodels/staff/ledger/rows.py"/>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/statement.py"/>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <location filename="../../app/viewmodels/staff/ledger/statement_paper.py"/>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/statement.py"/>
        <source>Account of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/statement.py"/>
        <source>Balance forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/statement.py"/>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/statement.py"/>
        <location filename="../../app/domain/printing/walkout.py"/>
        <source>Family account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/statement.py"/>
        <source>0–30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/statement.py"/>
        <source>31–60 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/statement.py"/>
        <source>61–90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/statement.py"/>
        <location filename="../../app/viewmodels/staff/day_close/collections.py"/>
        <source>Over 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/statement.py"/>
        <source>Balance by age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/walkout.py"/>
        <location filename="../../app/viewmodels/staff/chart/teeth.py"/>
        <location filename="../../app/viewmodels/staff/ledger/rows.py"/>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/walkout.py"/>
        <location filename="../../app/domain/schedule/saved_view.py"/>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/chart/teeth.py"/>
        <location filename="../../app/viewmodels/staff/huddle/columns.py"/>
        <location filename="../../app/viewmodels/staff/huddle/page.py"/>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <location filename="../../app/viewmodels/staff/huddle/waits.py"/>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/document_details.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <location filename="../../app/views/staff/money/adjustment/panel.py"/>
        <location filename="../../app/views/staff/schedule/bar.py"/>
        <location filename="../../app/views/staff/schedule/booking_panel.py"/>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/walkout.py"/>
        <source>You pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/walkout.py"/>
        <location filename="../../app/services/money/account/lines.py"/>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <location filename="../../app/viewmodels/staff/ledger/pending.py"/>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/walkout.py"/>
        <location filename="../../app/viewmodels/staff/money/papers.py"/>
        <source>Walkout statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/walkout.py"/>
        <source>Checked out by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/walkout.py"/>
        <source>Today&apos;s procedures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/printing/walkout.py"/>
        <source>Today&apos;s payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/clashes.py"/>
        <source>{operatory} is taken at {time} ({name}; {n} min overlap)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/clashes.py"/>
        <source>{name} already has an appointment at {time} in {operatory} ({n} min overlap)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/clashes.py"/>
        <source>{provider} is with {name} at {time} in {operatory} ({n} min overlap)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/clashes.py"/>
        <source>{blockout} until {time}: no appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/clashes.py"/>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/clashes.py"/>
        <source>{operatory} is closed at this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/clashes.py"/>
        <source>{operatory} is closed {times}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/clashes.py"/>
        <source>from {start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/clashes.py"/>
        <source>{first} and {then}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/saved_view.py"/>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/saved_view.py"/>
        <location filename="../../app/viewmodels/staff/chart/medical.py"/>
        <source>Medical alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/saved_view.py"/>
        <location filename="../../app/viewmodels/staff/money/adjustment/shown.py"/>
        <source>Family balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/saved_view.py"/>
        <location filename="../../app/viewmodels/staff/strip_state.py"/>
        <source>{n} y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <location filename="../../app/viewmodels/staff/board/board.py"/>
        <location filename="../../app/viewmodels/staff/schedule/waiting_room.py"/>
        <source>arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <location filename="../../app/viewmodels/staff/board/board.py"/>
        <source>seated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <location filename="../../app/viewmodels/staff/tasks/open/head.py"/>
        <source>broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>new patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>medical alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>lab work is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>lab work not back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/appointments.py"/>
        <location filename="../../app/viewmodels/staff/schedule/filling/rows.py"/>
        <source>ASAP List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>open task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>{span} · {n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <location filename="../../app/viewmodels/staff/outcomes.py"/>
        <location filename="../../app/views/staff/frame/attention_page.py"/>
        <location filename="../../app/views/staff/money/payment/method_box.py"/>
        <location filename="../../app/views/staff/schedule/booking_panel.py"/>
        <location filename="../../app/views/staff/tasks/open/pending_list.py"/>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/patient.py"/>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <location filename="../../app/views/staff/board/window.py"/>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>{label}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>a note on the schedule, not an appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>{status} ({stage})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>{status} since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>{stage} {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>complete in Open Dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>its time is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/tile.py"/>
        <source>{n} min, not arrived yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/type_rules.py"/>
        <source>{type} is only scheduled on its own blockouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/schedule/type_rules.py"/>
        <source>{blockout} until {time} is reserved for {types}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/tasks/attached.py"/>
        <source>{n} open tasks</source>
        <comment>{n} open task</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/domain/tasks/attached.py"/>
        <source>{n} open tasks: {titles} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/domain/tasks/attached.py"/>
        <source>{n} open tasks: {titles}</source>
        <comment>{n} open task: {titles}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/domain/tasks/remind_times.py"/>
        <source>In 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/tasks/remind_times.py"/>
        <source>In 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/tasks/remind_times.py"/>
        <source>Today at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/tasks/remind_times.py"/>
        <source>Tomorrow at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/tasks/remind_times.py"/>
        <source>{day} at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/updates/manifest.py"/>
        <source>The update list has an invalid value ({field}). No update was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/updates/places.py"/>
        <source>The update source must be an https address, or the full path of a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/updates/places.py"/>
        <source>The update source isn&apos;t a valid address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/updates/places.py"/>
        <source>Updates are read over https only, or from a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/domain/waiting_room/waits.py"/>
        <source>Select a patient who is still waiting ten minutes past the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/dispatcher.py"/>
        <source>Front Desk closed before Open Dental answered. It is checking now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/dispatcher.py"/>
        <source>It was sent, but Open Dental didn&apos;t answer. Front Desk is checking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/dispatcher.py"/>
        <source>Canceled while it was being sent. Front Desk is checking that nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/dispatcher.py"/>
        <source>Canceled before it was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/dispatcher.py"/>
        <source>Open Dental refused it without giving a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/dispatcher.py"/>
        <source>It was sent, but something other than Open Dental answered. Front Desk is checking whether it arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/dispatcher.py"/>
        <source>It was sent, but it can&apos;t be read back right now. Front Desk is checking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/dispatcher.py"/>
        <source>Not posted: another desk is posting the same, or has just posted it. Look at the ledger. If this is a second one, post it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/dispatcher.py"/>
        <source>The office&apos;s hub refused it: whoever made it may not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/dispatcher.py"/>
        <source>This PC is not paired with the office&apos;s hub any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/dispatcher.py"/>
        <source>Something went wrong in Front Desk, so nothing was sent. Tell your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/dispatcher.py"/>
        <source>Open Dental already had this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/dispatcher.py"/>
        <source>This version of Front Desk can&apos;t send this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/dispatcher.py"/>
        <source>Open Dental refused the API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/dispatcher.py"/>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>This is no longer in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/dispatcher.py"/>
        <source>Open Dental&apos;s answer couldn&apos;t be read, so nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/dispatcher.py"/>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Open Dental says: {explanation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/entry_rows.py"/>
        <source>This change can no longer become {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/entry_rows.py"/>
        <source>Only a refused change can be dismissed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/entry_rows.py"/>
        <source>This change is no longer on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/errors.py"/>
        <source>Front Desk is closing. This was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/errors.py"/>
        <source>An earlier change to this was sent, but Front Desk can&apos;t tell whether it was saved. Look in Open Dental, then choose Done or Not done under what needs attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/errors.py"/>
        <source>An earlier change to this was sent, but Open Dental hasn&apos;t confirmed it. Front Desk will check as soon as the office can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/errors.py"/>
        <source>An earlier change to this was sent, but Open Dental hasn&apos;t confirmed it. Front Desk is checking. You can change this again at {time} at the latest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/outbox.py"/>
        <source>This can&apos;t be canceled: it is already being sent, or it is finished. Use Undo when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/outbox.py"/>
        <source>Someone checked in Open Dental: it was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/outbox.py"/>
        <source>Someone checked in Open Dental: it was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/outbox.py"/>
        <source>This can&apos;t be canceled: a later change depends on it. Cancel the later one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/settler.py"/>
        <source>It was sent but not saved. Nothing changed in Open Dental. Do it again if you still want it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/settler.py"/>
        <source>It was sent, but Front Desk can&apos;t tell whether it was saved. Check in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal/settler.py"/>
        <source>Front Desk checked: it was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/sealed/errors.py"/>
        <source>Another Front Desk on this PC has this office open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/sealed/errors.py"/>
        <source>A newer version of Front Desk saved this PC&apos;s data (format {version}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/sealed/errors.py"/>
        <source>Front Desk&apos;s data on this PC can&apos;t be opened without its stored key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/sealed/errors.py"/>
        <source>Front Desk can&apos;t save on this PC, so nothing was sent ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/audit/reader.py"/>
        <source>Another person is signed in now. Open the audit log again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/check_in/hub.py"/>
        <source>Can&apos;t reach the office hub. Check that the PC it runs on is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/check_in/hub.py"/>
        <source>The office hub didn&apos;t answer. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/check_in/hub.py"/>
        <source>The office hub refused this. Refresh, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/check_in/hub.py"/>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>The office hub can&apos;t reach its database. Ask your IT support to look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/check_in/hub.py"/>
        <source>The office hub doesn&apos;t know this PC any more. Pair it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/check_in/hub.py"/>
        <source>Only people who may manage people can do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/check_in/hub.py"/>
        <source>Another desk just changed these settings. Look at them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/check_in/tasks.py"/>
        <location filename="../../app/viewmodels/staff/tasks/new/list_pick.py"/>
        <source>This office has no task lists yet. Add one in Open Dental&apos;s Tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/hub/audit_log.py"/>
        <source>The office&apos;s audit log can&apos;t be read now: its hub can&apos;t be reached. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/hub/audit_log.py"/>
        <location filename="../../app/services/hub/people.py"/>
        <source>The office&apos;s hub doesn&apos;t allow this. Sign in again, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/hub/people.py"/>
        <source>The office&apos;s hub can&apos;t be reached. Try again, or ask your IT support whether it is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/hub/people.py"/>
        <source>There is no PIN for you yet. Ask a manager for a start code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/hub/people.py"/>
        <location filename="../../app/services/people/local_people.py"/>
        <source>Choose a PIN that differs from the old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/hub/people.py"/>
        <location filename="../../app/services/people/local_people.py"/>
        <source>At least one person has to be a manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/hub/people.py"/>
        <location filename="../../app/services/people/local_people.py"/>
        <source>Someone has been set up already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/hub/people.py"/>
        <source>Someone else just changed the people of this office. Look at the list, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/hub/people.py"/>
        <location filename="../../app/services/people/staff.py"/>
        <source>This person may not approve it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/hub/people.py"/>
        <source>Wait ten seconds, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/hub/people.py"/>
        <source>This PC isn&apos;t paired with the office&apos;s hub any more. Pair it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/hub/people.py"/>
        <source>The office&apos;s hub refused this. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/lists/status_writes.py"/>
        <source>{name}. Status not changed: the recall wasn&apos;t found. Refresh the list with Shift+F5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/lists/status_writes.py"/>
        <source>{name}. Status not changed: another user just changed it to {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/lists/status_writes.py"/>
        <source>none</source>
        <comment>a status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/money/account/lines.py"/>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <source>Insurance payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/money/account/lines.py"/>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <source>Insurance write-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/money/account/lines.py"/>
        <source>On a payment plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/money/account/lines.py"/>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <source>Payment plan charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/money/account/lines.py"/>
        <location filename="../../app/services/money/receipts.py"/>
        <source>Prepayment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/money/account/lines.py"/>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <location filename="../../app/viewmodels/staff/ledger/pending.py"/>
        <source>Adjustment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/money/closing/closing.py"/>
        <source>A day that hasn&apos;t come yet can&apos;t be closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/money/closing/closing.py"/>
        <source>This day is closed already. Reopen it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/money/closing/day_reader.py"/>
        <source>The splits of payments can&apos;t be checked: the key lacks Queries. Look at them in Open Dental, or add Queries to the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/money/closing/day_reader.py"/>
        <source>Adjustments are not listed: the key lacks Queries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/money/closing/day_reader.py"/>
        <source>This PC keeps its own record for 30 days, so this day is compared without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/money/closing/day_reader.py"/>
        <location filename="../../app/services/money/closing/deposits.py"/>
        <source>Insurance checks can&apos;t be listed in this version of Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/money/collections/collections.py"/>
        <source>Promises, last payments and last contacts can be listed only with Queries. Without it they are read for the selected family.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/money/receipts.py"/>
        <source>Another family&apos;s account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/money/receipts.py"/>
        <source>On account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/patients/parts/medical.py"/>
        <source>Medical alert not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/patients/search.py"/>
        <source>not a patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/patients/search.py"/>
        <source>inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/patients/search.py"/>
        <source>archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/patients/search.py"/>
        <source>deceased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/patients/search.py"/>
        <source>prospective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/people/manager.py"/>
        <source>{name} has been added already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/people/manager.py"/>
        <source>You can&apos;t remove yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/people/manager.py"/>
        <source>A manager may do everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/people/manager.py"/>
        <source>{name} is not on the list any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/people/people.py"/>
        <source>That PIN is not right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/people/people.py"/>
        <source>Too many wrong PINs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/people/people.py"/>
        <source>This PC has no PIN for you. Ask a manager for a start code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/people/people.py"/>
        <source>That is not this office&apos;s customer key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/services/people/people.py"/>
        <source>{what} Try again in {n} seconds.</source>
        <comment>{what} Try again in a second.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/services/people/people.py"/>
        <source>{what} Try again in {n} minutes.</source>
        <comment>{what} Try again in a minute.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/services/people/staff.py"/>
        <source>Money can be posted once people sign in here. Set up the first person: File, People.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/people/staff.py"/>
        <source>Sign in first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/people/staff.py"/>
        <source>The office&apos;s hub can&apos;t be reached. Money can be posted once it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/people/staff.py"/>
        <source>Choose your PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/people/staff.py"/>
        <source>This person can&apos;t sign in any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/people/staff.py"/>
        <source>Sign in with the start code first, and choose your PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/people/staff.py"/>
        <source>{name} may not do this alone: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/printing/patient_papers.py"/>
        <source>{name} has no upcoming appointment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/printing/patient_papers.py"/>
        <source>The next appointment couldn&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/printing/patient_papers.py"/>
        <source>{name} has no address in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/printing/week_sheet.py"/>
        <source>Week without names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/printing/week_sheet.py"/>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <location filename="../../app/viewmodels/staff/schedule/papers/schedule_sheets.py"/>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/printing/week_sheet.py"/>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/huddle/page.py"/>
        <source>As of {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/services/printing/week_sheet.py"/>
        <location filename="../../app/services/schedule/columns/week.py"/>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/huddle/page.py"/>
        <location filename="../../app/viewmodels/staff/huddle/readiness.py"/>
        <location filename="../../app/viewmodels/staff/lists/counting.py"/>
        <location filename="../../app/viewmodels/staff/schedule/month/month.py"/>
        <source>{n} appointments</source>
        <comment>{n} appointment</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/services/printing/week_sheet.py"/>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/huddle/page.py"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/patient.py"/>
        <source>No appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/printing/week_sheet.py"/>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/huddle/page.py"/>
        <source>Only {names}</source>
        <extracomment>a clinic or a provider</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/printing/week_sheet.py"/>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <source>Incomplete. Not loaded when this was made: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/printing/week_sheet.py"/>
        <source>{appointment} (note)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/printing/week_sheet.py"/>
        <source>{appointment} (broken)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/booking_hint.py"/>
        <source>Recall: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/booking_hint.py"/>
        <source>Recall: {kind} ({codes})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/clash_check.py"/>
        <source>This patient may not be scheduled: restricted in Open Dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/columns/chairs.py"/>
        <location filename="../../app/services/schedule/columns/people.py"/>
        <location filename="../../app/views/staff/schedule/grid/margins.py"/>
        <source>hidden in Open Dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/columns/chairs.py"/>
        <source>not in the office&apos;s operatory list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/columns/places.py"/>
        <source>No operatory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/columns/places.py"/>
        <source>Op {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/columns/places.py"/>
        <source>No provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/columns/places.py"/>
        <source>Provider {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/columns/week.py"/>
        <source>{day}, {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/columns/week.py"/>
        <location filename="../../app/viewmodels/staff/schedule/month/month.py"/>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <location filename="../../app/views/staff/schedule/booking_panel.py"/>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <source>Change not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <source>Schedule without names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <source>No appointments in {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <source>Note, not an appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/appointments.py"/>
        <source>Broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/chart/note_entries.py"/>
        <location filename="../../app/viewmodels/staff/chart/teeth.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/appointments.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/referrals.py"/>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/grids.py"/>
        <source>The {time} appointment in {operatory} has no length. It is shown as {n} minutes. Drag its lower edge to set one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/schedule/grids.py"/>
        <source>The {time} appointment in {operatory} has a status that Front Desk doesn&apos;t know. Open it in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/support.py"/>
        <source>The file for support couldn&apos;t be written. Run the command in a terminal to see why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/tasks/users.py"/>
        <location filename="../../app/viewmodels/staff/tasks/open/entries.py"/>
        <source>Unknown user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/tasks/users.py"/>
        <source>User {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/updates/downloading.py"/>
        <source>{name} can&apos;t be kept on this PC&apos;s disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/updates/downloading.py"/>
        <source>There isn&apos;t enough space on this PC&apos;s disk for the update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/updates/downloading.py"/>
        <source>{name} at the update source isn&apos;t the file that was signed. It was thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/updates/folder_source.py"/>
        <source>{name} isn&apos;t a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/updates/folder_source.py"/>
        <source>{name} can&apos;t be read from the update source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/updates/signature.py"/>
        <source>The update list isn&apos;t signed by the makers of Front Desk. It may have been changed, and isn&apos;t used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/updates/state.py"/>
        <source>The update list is older than the one before. It isn&apos;t used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/updates/state.py"/>
        <source>There are two different update lists with the same number. This one isn&apos;t used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/updates/watching.py"/>
        <source>Front Desk {version} is being rolled out. It isn&apos;t this PC&apos;s turn yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/updates/watching.py"/>
        <source>Front Desk {version} can&apos;t be installed over this version. Install {minimum} first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/updates/watching.py"/>
        <source>Front Desk {version} didn&apos;t start on this PC. It isn&apos;t offered again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/updates/watching.py"/>
        <source>Front Desk {version} has no installer of the kind that this PC has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/waiting_room/alerts.py"/>
        <source>A task for the provider was already added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/waiting_room/alerts.py"/>
        <source>No task list has the provider&apos;s name. Add one in Open Dental&apos;s Tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/change.py"/>
        <location filename="../../app/services/writes/money/adjustment.py"/>
        <location filename="../../app/services/writes/money/statement.py"/>
        <location filename="../../app/services/writes/patients/coverage.py"/>
        <location filename="../../app/services/writes/patients/document.py"/>
        <location filename="../../app/services/writes/remove.py"/>
        <source>{words}: undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/change.py"/>
        <location filename="../../app/services/writes/remove.py"/>
        <location filename="../../app/services/writes/words.py"/>
        <source>{not_done}: another user just changed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/contents.py"/>
        <source>Not uploaded: this PC no longer has the file&apos;s content. Choose the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/appointment.py"/>
        <source>Priority not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/appointment.py"/>
        <location filename="../../app/services/writes/schedule/status.py"/>
        <source>Status not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/appointment.py"/>
        <source>Type not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/appointment.py"/>
        <source>{name} on the ASAP List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/appointment.py"/>
        <source>{name} off the ASAP List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/appointment.py"/>
        <location filename="../../app/services/writes/schedule/status.py"/>
        <source>{name}: status {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/appointment.py"/>
        <source>{name}: no status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/appointment.py"/>
        <source>{name}: no appointment type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/appointment.py"/>
        <source>{name}: type {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/services/writes/details/appointment.py"/>
        <source>{name} now booked for {n} minutes, to fit the procedures</source>
        <comment>{name} now booked for {n} minute, to fit the procedures</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/detail_writes.py"/>
        <location filename="../../app/viewmodels/staff/day_close/closing.py"/>
        <location filename="../../app/viewmodels/staff/day_close/printing.py"/>
        <location filename="../../app/viewmodels/staff/huddle/printing.py"/>
        <location filename="../../app/viewmodels/staff/schedule/side_pages.py"/>
        <source>This day hasn&apos;t loaded yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/fields.py"/>
        <location filename="../../app/services/writes/patients/check_in.py"/>
        <location filename="../../app/services/writes/patients/edit.py"/>
        <location filename="../../app/services/writes/patients/pat_field.py"/>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/fields.py"/>
        <location filename="../../app/services/writes/patients/pat_field.py"/>
        <source>{name}: {field} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/procedures.py"/>
        <source>{not_done}: the procedure is complete or no longer planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/procedures.py"/>
        <source>{not_done}: another user just put it on another appointment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/procedures.py"/>
        <source>{not_done}: another user just took it off the appointment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/procedures.py"/>
        <source>{words}: undone. It stays on the treatment plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/procedures.py"/>
        <source>Procedure not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/procedures.py"/>
        <source>Procedure not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/procedures.py"/>
        <source>Procedure not removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/procedures.py"/>
        <source>{code} on the appointment of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/procedures.py"/>
        <source>{code} off the appointment of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/details/procedures.py"/>
        <source>{code} removed for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/following.py"/>
        <source>{what}: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/following.py"/>
        <source>sent, not confirmed yet. Front Desk is checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/following.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/commlogs.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/following.py"/>
        <source>saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/adjustment.py"/>
        <source>Adjustment not posted: an adjustment of {amount} was posted for this patient in the meantime. If this is a second one, post it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/adjustment.py"/>
        <source>Adjustment not posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/adjustment.py"/>
        <source>{type} of {amount} posted for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/allocation.py"/>
        <source>The payment is no longer in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/allocation.py"/>
        <source>{not_done}: another user just changed what it pays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/allocation.py"/>
        <source>Payment not allocated as chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/allocation.py"/>
        <source>Payment of {amount} allocated for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/blocked.py"/>
        <source>The same was sent before, and Front Desk can&apos;t tell whether it was posted. Look in Open Dental, then choose Done or Not done under Needs attention. Until then it can&apos;t be posted again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/blocked.py"/>
        <source>The same was sent before, and Open Dental hasn&apos;t confirmed it. It can&apos;t be posted again until the office answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/blocked.py"/>
        <source>The same was sent before, and Open Dental hasn&apos;t confirmed it. Front Desk is checking. It can&apos;t be posted again until {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/deposit.py"/>
        <source>Deposit not made: a deposit of {amount} was made in the meantime. If this is another, make it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/deposit.py"/>
        <source>Change or delete it in Open Dental&apos;s Manage module, under Deposits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/deposit.py"/>
        <source>Deposit not made: one of these payments was deposited in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/deposit.py"/>
        <source>Deposit not made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/deposit.py"/>
        <source>Deposit of {amount} made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/payment.py"/>
        <source>Payment not posted: a payment of {amount} was posted for this patient in the meantime. If this is a second one, take it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/payment.py"/>
        <source>Payment not posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/payment.py"/>
        <source>Payment of {amount} posted for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/plan.py"/>
        <source>Payment plan not made: a plan was made for this patient in the meantime. If this is a second one, make it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/plan.py"/>
        <source>Payment plan not made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/plan.py"/>
        <source>Payment plan not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/plan.py"/>
        <source>Payment plan of {amount} made for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/plan.py"/>
        <source>Payment plan not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/plan.py"/>
        <source>Payment plan changed for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/plan.py"/>
        <source>Payment plan closed for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/refund.py"/>
        <source>Not refunded: this payment was already refunded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/refund.py"/>
        <source>Not refunded: the payment is no longer in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/refund.py"/>
        <source>Not refunded: another user just changed the payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/refund.py"/>
        <source>Not refunded here: another desk refunded it at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/refund.py"/>
        <source>Not refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/refund.py"/>
        <source>The reason was not saved with the refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/refund.py"/>
        <source>Reason of the refund saved for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/refund.py"/>
        <source>Refund of {amount} posted for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/split.py"/>
        <source>Payment split not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/split.py"/>
        <source>{amount} of a payment moved to {to} for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/statement.py"/>
        <source>Delete it in Open Dental&apos;s Account module.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/statement.py"/>
        <source>The statement&apos;s document deleted for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/statement.py"/>
        <source>Statement not deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/statement.py"/>
        <source>Statement not added to the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/money/statement.py"/>
        <source>Statement added to the account of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/own.py"/>
        <source>{not_done}: you changed it since ({words}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/own.py"/>
        <source>{not_done}: the change before it was not done ({words}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/carrier.py"/>
        <source>Change or delete it in Open Dental&apos;s list of carriers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/carrier.py"/>
        <source>Carrier not added: there is already one of this name and address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/carrier.py"/>
        <source>Carrier not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/carrier.py"/>
        <source>Carrier not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/carrier.py"/>
        <source>Carrier {carrier} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/carrier.py"/>
        <source>Carrier {carrier} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/change.py"/>
        <source>Nothing was changed, so nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/change.py"/>
        <source>{not_done}: another user just changed it ({fields}) to {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/change.py"/>
        <source>{not_done}: another user just changed it ({fields}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/change.py"/>
        <location filename="../../app/services/writes/patients/note.py"/>
        <source>{name}: {fields} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/check_in.py"/>
        <source>{name}: {fields} changed as entered at check-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/commlog.py"/>
        <location filename="../../app/services/writes/words.py"/>
        <source>Change or delete it in Open Dental&apos;s Account module.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/commlog.py"/>
        <source>the commlog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/commlog.py"/>
        <source>Commlog not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/commlog.py"/>
        <source>Commlog not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/commlog.py"/>
        <source>Commlog added for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/commlog.py"/>
        <source>Commlog of {name} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/coverage.py"/>
        <source>benefits that were entered for this patient only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/coverage.py"/>
        <source>Insurance not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/coverage.py"/>
        <source>Insurance not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/coverage.py"/>
        <source>Insurance not dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/coverage.py"/>
        <source>Insurance added for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/coverage.py"/>
        <source>Insurance of {name} dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/document.py"/>
        <source>Delete it in Open Dental&apos;s Imaging module.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/document.py"/>
        <source>Not uploaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/document.py"/>
        <source>Not deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/document.py"/>
        <source>Document not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/document.py"/>
        <source>This file can&apos;t be uploaded: its name has no extension such as .pdf or .jpg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/document.py"/>
        <source>This file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/document.py"/>
        <source>This file is too large to upload: it has {size} MB, and Open Dental&apos;s API takes {most} MB. Add it in Open Dental&apos;s Imaging module.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/document.py"/>
        <source>{document} uploaded for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/document.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/document_details.py"/>
        <source>A mount can&apos;t be changed from here. Open it in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/document.py"/>
        <source>{document} of {name} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/edit.py"/>
        <source>Not saved: another user just deleted this patient in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/new.py"/>
        <source>Not added: this office already has a patient with this name and birthdate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/new.py"/>
        <source>Delete the patient in Open Dental&apos;s Family module.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/new.py"/>
        <source>Patient not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/new.py"/>
        <source>{name} added as a patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/note.py"/>
        <location filename="../../app/services/writes/tasks/edit.py"/>
        <source>Note not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/only_one.py"/>
        <source>{not_done}: the patient has one already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/pat_field.py"/>
        <source>Not cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/plan.py"/>
        <source>Change it in Open Dental&apos;s Family module.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/plan.py"/>
        <source>Plan not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/plan.py"/>
        <source>Plan not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/plan.py"/>
        <source>Subscriber not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/plan.py"/>
        <source>Subscriber not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/plan.py"/>
        <source>Insurance plan added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/plan.py"/>
        <source>{name} added as a subscriber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/popup.py"/>
        <source>Turn it off here, or delete it in Open Dental&apos;s popups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/popup.py"/>
        <source>Popup not added: this patient already has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/popup.py"/>
        <source>Popup not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/popup.py"/>
        <source>Popup not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/popup.py"/>
        <source>Popup added for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/popup.py"/>
        <source>Popup of {name} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/popup.py"/>
        <source>Popup of {name} turned on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/popup.py"/>
        <source>Popup of {name} turned off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/recall.py"/>
        <source>That isn&apos;t an interval. Type it as 6m1d: years (y), months (m), weeks (w) and days (d).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/recall.py"/>
        <source>Recall not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/recall.py"/>
        <source>Recall not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/recall.py"/>
        <source>{name}: recall status {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/recall.py"/>
        <source>{name}: no recall status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/recall.py"/>
        <source>Recall added for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/referral.py"/>
        <source>Change or delete it in Open Dental&apos;s Family module.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/referral.py"/>
        <source>Referral not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/referral.py"/>
        <source>Referral not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/referral.py"/>
        <source>Referral added for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/sheet.py"/>
        <source>This field can&apos;t be filled from here. Open the form in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/sheet.py"/>
        <source>Delete it in Open Dental&apos;s Chart module.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/sheet.py"/>
        <source>Form not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/sheet.py"/>
        <source>Form not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/sheet.py"/>
        <source>{form} added for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/sheet.py"/>
        <source>Form of {name} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/verification.py"/>
        <source>Verification not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/verification.py"/>
        <source>Benefits of {name} verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/verification.py"/>
        <source>Eligibility of {name} verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>first name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>middle name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>preferred name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>patient status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>marital status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>birthdate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>social security number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>second address line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>ZIP code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>home phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>work phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>wireless phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>hygienist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>billing type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>urgent financial note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>family financial note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>chart number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>preferred confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>preferred contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>preferred recall contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>text message consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>premedication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>medical note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>service note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>emergency contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>emergency phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>turned off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>who sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>due date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>referral source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>referral status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>referral date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>relationship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>patient ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>subscriber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>subscriber ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>effective date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>termination date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>benefit notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>subscriber note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>carrier name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>electronic ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>group name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>group number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>plan note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>carrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>verification date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>short text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>other data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/patients/words.py"/>
        <source>more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/appointment.py"/>
        <source>The appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/appointment.py"/>
        <source>{words}; {rest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/attach.py"/>
        <source>The appointment is not back on the schedule, so its procedures stay off it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/attach.py"/>
        <source>The procedure is no longer in the patient&apos;s chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/attach.py"/>
        <source>Not changed: another user just put the procedure on another appointment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/attach.py"/>
        <source>Not put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/attach.py"/>
        <source>{code} back on the appointment of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/book.py"/>
        <source>{name} taken off the schedule and put on the Unscheduled List; a booked appointment and its recorded arrival time can&apos;t be deleted from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/book.py"/>
        <source>{name} taken off the schedule and put on the Unscheduled List; a booked appointment can&apos;t be deleted from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/book.py"/>
        <location filename="../../app/services/writes/schedule/waiting.py"/>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <source>Not booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/book.py"/>
        <source>{name} booked for {time}, {operatory}, and marked arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/book.py"/>
        <location filename="../../app/services/writes/schedule/waiting.py"/>
        <source>{name} booked for {time}, {operatory}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/cancel.py"/>
        <source>check in Open Dental whether its procedures are still on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/cancel.py"/>
        <source>Not canceled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/cancel.py"/>
        <source>{name}: no-show, on the Unscheduled List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/cancel.py"/>
        <source>{name}: no-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/cancel.py"/>
        <source>{name} canceled late, on the Unscheduled List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/cancel.py"/>
        <source>{name} canceled late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/cancel.py"/>
        <source>{name} canceled, on the Unscheduled List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/cancel.py"/>
        <source>{name} canceled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/cancel.py"/>
        <source>the commlog entry stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/cancel.py"/>
        <source>the {code} procedure and its fee stay in Open Dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/lookup.py"/>
        <source>The office&apos;s operatories and statuses are still loading. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/move.py"/>
        <source>Not moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/move.py"/>
        <source>{name} moved to {time}, {operatory}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/note.py"/>
        <location filename="../../app/services/writes/tasks/note.py"/>
        <source>Note not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/note.py"/>
        <source>Note added for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/resize.py"/>
        <source>Length not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/services/writes/schedule/resize.py"/>
        <source>{name} now booked for {n} minutes</source>
        <comment>{name} now booked for {n} minute</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/restore.py"/>
        <source>Not undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/restore.py"/>
        <source>{name} off the schedule again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/restore.py"/>
        <source>{name} back on the schedule at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/restore.py"/>
        <source>{name} moved back to {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/services/writes/schedule/restore.py"/>
        <source>{name} back to {n} minutes</source>
        <comment>{name} back to {n} minute</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/restore.py"/>
        <source>The note of {name} is as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/restore.py"/>
        <source>{name} as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/status.py"/>
        <source>the recorded time can&apos;t be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/status.py"/>
        <source>the status before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/status.py"/>
        <source>{name} back to {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/status.py"/>
        <source>{name} confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/status.py"/>
        <source>{name} arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/status.py"/>
        <source>{name} seated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/status.py"/>
        <source>{name} dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/visits.py"/>
        <source>Setup, Appointments, Appts Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/visits.py"/>
        <source>The office&apos;s statuses are still loading. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/visits.py"/>
        <source>This office has no status for {stage}. Choose one in Open Dental: {menu}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/waiting.py"/>
        <source>Not booked: this planned appointment is already booked for {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/waiting.py"/>
        <source>{name} back on the Unscheduled List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/schedule/waiting.py"/>
        <source>{name}: hygienist changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/steps.py"/>
        <location filename="../../app/viewmodels/staff/outcomes.py"/>
        <source>{what}: not done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/steps.py"/>
        <source>Do it in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/edit.py"/>
        <source>Task not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/edit.py"/>
        <source>Task changed: {task}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/edit.py"/>
        <source>Note changed in task: {task}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/hand_on.py"/>
        <source>Task not handed on: another user has just done it, or handed it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/hand_on.py"/>
        <source>{words}: the new task is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/hand_on.py"/>
        <source>Task not handed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/hand_on.py"/>
        <source>History not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/hand_on.py"/>
        <source>Old task not marked done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/hand_on.py"/>
        <source>Task handed on to {list}: {task}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/hand_on.py"/>
        <source>History added to the new task: {task}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/hand_on.py"/>
        <source>Handed on to {list}, and done in its old list: {task}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/new.py"/>
        <location filename="../../app/viewmodels/staff/tasks/new/form.py"/>
        <source>Type what has to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/new.py"/>
        <source>{words}: undone, so it is marked done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/new.py"/>
        <source>Task not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/new.py"/>
        <source>Task added to {list}: {task}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/note.py"/>
        <source>Type the note first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/note.py"/>
        <source>It was sent, and another user added the same note. Look at the task&apos;s notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/note.py"/>
        <source>Change it in the task, in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/note.py"/>
        <source>Note added to task: {task}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/note.py"/>
        <source>Task taken: {task}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/note.py"/>
        <source>Not taken: another user has taken it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/note.py"/>
        <source>Not taken: another user has taken it ({initials}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/once.py"/>
        <source>No other PC added it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/once.py"/>
        <source>Another PC added it too, so this one is marked done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/once.py"/>
        <source>Task not withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/once.py"/>
        <source>Checked that no other PC added it too: {task}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/rows.py"/>
        <source>This text is too long for Open Dental. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/rows.py"/>
        <source>This looks like a card number. Card numbers can&apos;t be kept in tasks. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/status.py"/>
        <source>Task not marked: another user has seen it, and may have begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/status.py"/>
        <source>Another user has already marked it done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/status.py"/>
        <source>Task not marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/status.py"/>
        <source>Task reopened: {task}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/status.py"/>
        <source>Task done: {task}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/status.py"/>
        <source>Task viewed: {task}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/status.py"/>
        <source>Task marked new: {task}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/task_writes.py"/>
        <source>Sign in first: a task in Open Dental has a user who wrote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/task_writes.py"/>
        <source>You have taken this task already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/task_writes.py"/>
        <source>Only its author can change a note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/task_writes.py"/>
        <source>The task is in this list already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/task_writes.py"/>
        <source>This task repeats or reminds in Open Dental. Hand it on there, or its reminder would be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/task_writes.py"/>
        <source>This task is being handed on already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/tasks/task_writes.py"/>
        <source>another list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/words.py"/>
        <source>It was done, and another user has changed it since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/words.py"/>
        <source>The server answered, but Open Dental does not show the change. Front Desk is checking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/words.py"/>
        <source>It was sent, and another user has changed the same thing since. Front Desk can&apos;t tell whether it was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/words.py"/>
        <source>It was sent, and it is no longer in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/words.py"/>
        <source>It was sent, and there are other new entries for this patient. Check in Open Dental whether this is one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/words.py"/>
        <source>Not booked: the patient already has an appointment at that time in that operatory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/services/writes/words.py"/>
        <source>{not_done}: another user just made it {n} minutes long.</source>
        <comment>{not_done}: another user just made it {n} minute long.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/services/writes/words.py"/>
        <source>{not_done}: another user just set it to {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/words.py"/>
        <source>{not_done}: another user just changed the note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/words.py"/>
        <source>{not_done}: another user just broke the appointment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/words.py"/>
        <source>{not_done}: another user just put it on the Unscheduled List.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/words.py"/>
        <source>{not_done}: another user just set it complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/words.py"/>
        <source>{not_done}: another user just put it back on the schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/words.py"/>
        <source>{not_done}: another user just changed its status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/words.py"/>
        <source>{not_done}: another user just moved it to {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/words.py"/>
        <source>{not_done}: another user just moved it to {time} in another operatory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/words.py"/>
        <source>The operatory</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/services/writes/words.py"/>
        <source>{not_done}: another user just took {operatory} at {time} for {n} minutes.</source>
        <comment>{not_done}: another user just took {operatory} at {time} for {n} minute.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/services/writes/words.py"/>
        <source>the operatory</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/services/writes/words.py"/>
        <source>{not_done}: {operatory} is taken at {time} for {n} minutes.</source>
        <comment>{not_done}: {operatory} is taken at {time} for {n} minute.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/services/writes/write.py"/>
        <source>Change it in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/writes.py"/>
        <source>There is nothing to undo: this was not done, or changed nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/writes.py"/>
        <source>Front Desk is still checking whether this was done. Undo it after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/writes.py"/>
        <source>{what}: this can&apos;t be undone yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/writes.py"/>
        <source>{what}: this can&apos;t be undone here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/services/writes/writes.py"/>
        <source>Not undone: you changed it again ({what}). Undo that first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/store/lists.py"/>
        <source>operatories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/store/lists.py"/>
        <source>providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/store/lists.py"/>
        <source>confirmation statuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/store/lists.py"/>
        <source>preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/store/lists.py"/>
        <source>clinics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/store/lists.py"/>
        <source>blockout types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/store/lists.py"/>
        <source>appointment types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/store/office.py"/>
        <source>appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/store/office.py"/>
        <source>patient names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/store/office.py"/>
        <source>hours and blockouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/store/schedule/days.py"/>
        <source>An appointment has no date. Open it in Open Dental to give it one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/store/schedule/days.py"/>
        <source>An appointment couldn&apos;t be read: {reason}. Open it in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/activity.py"/>
        <source>No message is shown right now. Ctrl+I lists recent activity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/activity.py"/>
        <location filename="../../app/viewmodels/staff/lists/together.py"/>
        <location filename="../../app/views/staff/frame/toasts/buttons.py"/>
        <source>Undo leaves: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/activity.py"/>
        <source>Nothing yet. Your changes are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/choices.py"/>
        <source>Set by your office&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/command.py"/>
        <source>Still working on the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/durations.py"/>
        <source>{h} h {m} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/durations.py"/>
        <source>{m} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/inline/edit.py"/>
        <location filename="../../app/views/staff/patient/sections/referrals.py"/>
        <location filename="../../app/views/widgets/inline/versions.py"/>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/inline/edit.py"/>
        <location filename="../../app/viewmodels/staff/check_in/change_cards.py"/>
        <location filename="../../app/viewmodels/staff/patient/saving.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/inline/edit.py"/>
        <source>Another user just changed this. Nothing was overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/inline/kinds.py"/>
        <location filename="../../app/viewmodels/staff/new_patient/fields.py"/>
        <source>This can&apos;t be empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/inline/kinds.py"/>
        <source>At most {n} letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/inline/kinds.py"/>
        <source>Not a date. Type it like 3/14/1985.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/inline/kinds.py"/>
        <source>This number has too many digits ({n}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/inline/kinds.py"/>
        <source>This number has too few digits ({n}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/inline/kinds.py"/>
        <source>A social security number has nine digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/inline/results.py"/>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/inline/stored_kinds.py"/>
        <source>Not an amount. Type it like 25.00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>What is on the screen stays. Front Desk checks whether your change was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>What was shown before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <location filename="../../app/viewmodels/staff/check_in/settings.py"/>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Front Desk will try again in a moment. Press Shift+F5 to try now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Refresh. If it happens again, copy the details for your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>What is on the screen stays. Your changes wait on this PC and are sent when it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Pair this PC again: choose File, Connect to another office, Office hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Another program answers in place of the office hub, or the hub was set up anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Nothing was sent. Your changes wait on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>The office hub doesn&apos;t know this PC any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Can&apos;t reach the office hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Check that the PC it runs on is on, and that this PC is on the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>The office hub can&apos;t reach Open Dental&apos;s server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Check that the server is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>The office hub refused this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>The person at this desk needs the right for it: File, People.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Another desk has just posted the same, or is posting it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Look at the ledger before you post it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>This PC doesn&apos;t trust the certificate of Open Dental&apos;s server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Ask your IT support to install the certificate on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>This PC&apos;s proxy can&apos;t be used: it is a SOCKS proxy, or it asks for a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Ask your IT support for another proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Can&apos;t reach Open Dental&apos;s server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>What is on the screen stays. Your changes wait on this PC and are sent when the server is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Check that the server is on and that this PC is on the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>The server didn&apos;t answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>The connection was lost before the answer came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Open Dental took longer than 60 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Something answered, but not the way Open Dental does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>The change may or may not be saved. Front Desk is checking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Open Dental refused this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Correct what it names and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Open Dental refused the office&apos;s API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Nothing can be read or changed with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Enter the key again on the connection page, or have it enabled in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>It was deleted, or it belongs to another office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>The screen is being refreshed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>This office&apos;s Open Dental can no longer do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Do it in Open Dental, and tell your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>The office&apos;s API key is sending too many requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Everything is slower for a moment. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Front Desk continues by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Open Dental&apos;s server failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>If it happens again, restart the API service on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>A proxy or sign-in page answered instead of the office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Sign in to the network in a web browser, or ask your IT support to let Front Desk through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>The answer was about something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>It was not used, and what was shown before stays. Front Desk has connected again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>The answer is larger than any that Open Dental sends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>It was not used, and what was shown before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>If it happens again, copy the details for your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>The office&apos;s answer was empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>The office&apos;s answer couldn&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>It isn&apos;t what Open Dental&apos;s documentation says. What was shown before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Two at once could send the same change twice. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Close the other window, or sign the other user out, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>This version can&apos;t read it and leaves it alone. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Start the newer Front Desk, or install it on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Changes that were not sent yet may be in it, so it is left alone. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Sign in to Windows as yourself and start Front Desk again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Every change is saved on this PC before it is sent. What was saved before is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Free some disk space, or ask your IT support whether the disk can be written to, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Changes that were not sent yet may be lost. What is in Open Dental stays there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Then check in Open Dental whether your last changes are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>A sign-in page or proxy is in the way. It will be sent once Open Dental answers again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>It will be sent when the server is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Front Desk will try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Windows doesn&apos;t have the office&apos;s keys, or can&apos;t open them right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>The office can&apos;t be opened without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Enter them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Something went wrong in Front Desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Your last action may not have worked. Nothing that was saved is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Try again. If it happens again, copy the details for your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Windows can&apos;t store the keys right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Front Desk keeps keys nowhere else, so the office can&apos;t be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Enter the keys, or sign in to Windows as yourself and start Front Desk again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Nothing was sent. What was saved before is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/messages.py"/>
        <source>Free some disk space, or ask your IT support whether the folder can be written to, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/part_age.py"/>
        <source>{n} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/part_age.py"/>
        <source>updating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/printing.py"/>
        <location filename="../../app/viewmodels/staff/audit/rows.py"/>
        <location filename="../../app/viewmodels/staff/board/board.py"/>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <location filename="../../app/viewmodels/staff/check_in/changes_panel.py"/>
        <location filename="../../app/viewmodels/staff/check_in/kiosks.py"/>
        <location filename="../../app/viewmodels/staff/check_in/screen.py"/>
        <location filename="../../app/viewmodels/staff/check_in/settings.py"/>
        <location filename="../../app/viewmodels/staff/check_in/today.py"/>
        <location filename="../../app/viewmodels/staff/day_close/collections.py"/>
        <location filename="../../app/viewmodels/staff/day_close/day_words.py"/>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <location filename="../../app/viewmodels/staff/huddle/readiness.py"/>
        <location filename="../../app/viewmodels/staff/huddle/waits.py"/>
        <location filename="../../app/viewmodels/staff/ledger/lists.py"/>
        <location filename="../../app/viewmodels/staff/ledger/table.py"/>
        <location filename="../../app/viewmodels/staff/lists/confirmations.py"/>
        <location filename="../../app/viewmodels/staff/lists/read_tab.py"/>
        <location filename="../../app/viewmodels/staff/lists/waiting.py"/>
        <location filename="../../app/viewmodels/staff/money/checkout/coming.py"/>
        <location filename="../../app/viewmodels/staff/new_patient/relative.py"/>
        <location filename="../../app/viewmodels/staff/patient/asked_part.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/filed.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/form_fields.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/new_form.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/papers.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/section.py"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/patient.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/page.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <location filename="../../app/viewmodels/staff/schedule/visit_card.py"/>
        <location filename="../../app/viewmodels/staff/schedule/waiting_room.py"/>
        <location filename="../../app/viewmodels/staff/status_line.py"/>
        <location filename="../../app/viewmodels/staff/strip_figures.py"/>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <location filename="../../app/viewmodels/staff/tasks/older.py"/>
        <location filename="../../app/viewmodels/staff/tasks/open/head.py"/>
        <location filename="../../app/viewmodels/staff/tasks/open/model.py"/>
        <location filename="../../app/viewmodels/tables/contents.py"/>
        <location filename="../../app/views/staff/hub/device_list.py"/>
        <location filename="../../app/views/staff/people/user_combo.py"/>
        <location filename="../../app/views/staff/schedule/month/pane.py"/>
        <location filename="../../app/views/staff/tasks/open/pane.py"/>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/printing.py"/>
        <location filename="../../app/viewmodels/staff/money/papers.py"/>
        <location filename="../../app/viewmodels/tables/table.py"/>
        <source>Saved as {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/printing.py"/>
        <location filename="../../app/viewmodels/staff/audit/export.py"/>
        <location filename="../../app/viewmodels/staff/money/papers.py"/>
        <location filename="../../app/viewmodels/tables/table.py"/>
        <source>{file} couldn&apos;t be saved. If it is open in another program, close it there, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/printing.py"/>
        <source>This PC has no program that opens PDF files. The file is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/printing.py"/>
        <source>No printer is set up on this PC. Save a PDF, or add a printer in the system&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/printing.py"/>
        <source>This PC has no default printer. Save a PDF, or choose a printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/printing.py"/>
        <source>{n} pages sent to {printer}</source>
        <comment>1 page sent to {printer}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/printing.py"/>
        <source>{printer} didn&apos;t accept this. Check that it is on and connected, or save a PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/about.py"/>
        <source>Version {version}, with Qt {qt}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/about.py"/>
        <source>Qt is used under the LGPL 3. You may replace its files with your own build of the same version. The first entry under Licenses says how, and where to get the source code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/about.py"/>
        <source>Qt&apos;s files are in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/about.py"/>
        <source>Each library has its license text in its own package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/about.py"/>
        <source>The license texts are in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/about.py"/>
        <source>The list of all parts with versions (CycloneDX) is {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/about.py"/>
        <source>Collecting… This can take up to a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/about.py"/>
        <source>The file is {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/attention.py"/>
        <location filename="../../app/viewmodels/staff/check_in/change_cards.py"/>
        <location filename="../../app/viewmodels/staff/new_patient/attempts.py"/>
        <location filename="../../app/viewmodels/staff/patient/saving.py"/>
        <source>Sent, but Open Dental hasn&apos;t confirmed it. Front Desk is checking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/attention.py"/>
        <source>Don&apos;t enter it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/attention.py"/>
        <location filename="../../app/viewmodels/staff/ledger/pending.py"/>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/attention.py"/>
        <source>Not done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/attention.py"/>
        <source>Nothing needs attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/attention.py"/>
        <location filename="../../app/viewmodels/staff/check_in/change_cards.py"/>
        <location filename="../../app/viewmodels/staff/money/attempt.py"/>
        <location filename="../../app/viewmodels/staff/new_patient/attempts.py"/>
        <location filename="../../app/viewmodels/staff/patient/saving.py"/>
        <source>Not sent yet. {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/attention.py"/>
        <source>Don&apos;t enter it again before {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/attention.py"/>
        <source>The key to Front Desk&apos;s data on this PC was lost. Changes that were not sent yet can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/attention.py"/>
        <source>Front Desk&apos;s data on this PC was damaged. What could be read was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/attention.py"/>
        <source>Front Desk&apos;s data on this PC was damaged and can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/attention.py"/>
        <source>Check in Open Dental whether your last changes are there. The old file is kept as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/attention.py"/>
        <source>Changes may be lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/attention.py"/>
        <source>A newer version of Front Desk saved this change. Start that version to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/attention.py"/>
        <source>A change that can&apos;t be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/columns.py"/>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/columns.py"/>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/columns.py"/>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/columns.py"/>
        <location filename="../../app/views/staff/audit/search_bar.py"/>
        <source>Patient no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/columns.py"/>
        <location filename="../../app/viewmodels/staff/check_in/today.py"/>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/columns.py"/>
        <source>Workstation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/columns.py"/>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/commands.py"/>
        <source>Export the audit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/commands.py"/>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/commands.py"/>
        <source>save CSV file statement hash verify</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/commands.py"/>
        <source>Print the audit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/commands.py"/>
        <location filename="../../app/views/printing/preview.py"/>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/commands.py"/>
        <source>paper PDF</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/commands.py"/>
        <source>Show older records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/commands.py"/>
        <location filename="../../app/views/staff/tasks/foot.py"/>
        <source>Show older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/commands.py"/>
        <source>audit log next page</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/export.py"/>
        <source>Exporting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/export.py"/>
        <source>Saved as {file}, with a statement beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/filters.py"/>
        <source>All actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/filters.py"/>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/filters.py"/>
        <source>Sign-ins and locks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/filters.py"/>
        <source>Failed and refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/filters.py"/>
        <source>Approvals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/filters.py"/>
        <source>People, roles and settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/filters.py"/>
        <source>Patients opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/filters.py"/>
        <source>Exports and prints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/filters.py"/>
        <source>The audit log itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/filters.py"/>
        <source>A patient number has only digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/filters.py"/>
        <source>The first day is after the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/rows.py"/>
        <source>All matching records are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/rows.py"/>
        <source>No records match this search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/screen.py"/>
        <source>The audit log isn&apos;t open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/screen.py"/>
        <source>Audit log {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/statement.py"/>
        <source>Audit log of Front Desk: statement about an export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/statement.py"/>
        <source>File: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/statement.py"/>
        <source>Exported by {who} on {workstation}, {date}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/statement.py"/>
        <source>Office {office}, chain {chain}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/statement.py"/>
        <source>Records in the file: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/statement.py"/>
        <source>First: record {n}, SHA-256 {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/statement.py"/>
        <source>Last: record {n}, SHA-256 {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/statement.py"/>
        <source>Last record of the log: {n}, SHA-256 {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/statement.py"/>
        <source>The log was not checked completely when this was exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/statement.py"/>
        <source>To check the file: the hash of each record is the SHA-256 of the hash before it (32 bytes), followed by the first ten columns of its row in UTF-8, joined by the character U+001F. The hash before record {n} is {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/statement.py"/>
        <source>An apostrophe before =, +, - or @ keeps spreadsheets from running a field; it isn&apos;t part of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/statement.py"/>
        <source>A file with a part of the records can be checked only where no record is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/watch.py"/>
        <source>Something is wrong with the audit log. See what was found, and tell the owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/watch.py"/>
        <source>Show log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/watch.py"/>
        <source>This PC&apos;s audit log doesn&apos;t fit what the office&apos;s hub has of it. Tell the owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Front Desk started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Front Desk closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Sign-in failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Switched person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Approved with PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Approval failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Person changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Role changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Settings changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Patient opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Receipt printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Receipt reprinted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Day closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Audit opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Audit exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Warning dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Device of the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Kiosk check-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Kiosk staff PIN entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Order sent to kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Kiosk settings changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>PC clock set back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Audit begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Old records deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Audit before the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Audit altered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>audit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>appointment status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <location filename="../../app/viewmodels/staff/tasks/new/sending.py"/>
        <source>appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>The file was set aside as {file}, and a new log began. Tell the owner, and keep that file for your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Tell the owner, unless you know why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>A new log began. Tell the owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Found {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>The audit log could not be read: its file was damaged or replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>The audit log was replaced by that of another office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>The audit log was deleted from this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Record {n} of the audit log was changed outside Front Desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Records are missing in the audit log, from record {n} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>The end of the audit log is missing, from record {n} on, or an older copy was restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>The audit log was exchanged for another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>The stored copy of the audit log&apos;s last hash is missing or was changed, but the log itself is intact. This can also happen when Windows forgets its stored credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Record {n} of the office&apos;s audit log was changed or removed in the hub&apos;s database. Tell the owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Checking the audit log: {checked} of {count} records</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>The audit log is intact since {date}: all {n} records were checked.</source>
        <comment>The audit log is intact since {date}: its record was checked.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>Its end can&apos;t be compared now, because Windows doesn&apos;t provide the stored copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>It has the records of all desks and kiosks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>The office&apos;s hub can&apos;t be reached, so only this PC&apos;s records are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/audit/words.py"/>
        <source>{n} records of the audit log can&apos;t be saved on this PC. Free up disk space: they are kept only until Front Desk closes.</source>
        <comment>A record of the audit log can&apos;t be saved on this PC. Free up disk space: it is kept only until Front Desk closes.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/board/board.py"/>
        <location filename="../../app/viewmodels/staff/schedule/waiting_room.py"/>
        <source>Nobody is waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/board/board.py"/>
        <source>{n} patients waiting</source>
        <comment>{n} patient waiting</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/board/board.py"/>
        <source>{n} too long</source>
        <comment>{n} too long</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/board/board.py"/>
        <source>Not up to date since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/board/board.py"/>
        <source>Long wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/board/board.py"/>
        <source>Past start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/board/board.py"/>
        <source>{name} has been waiting for {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/board/late.py"/>
        <source>Waiting room board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/board/late.py"/>
        <source>second screen monitor initials live back office who waits</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/chart.py"/>
        <source>Universal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/chart.py"/>
        <source>Palmer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/chart.py"/>
        <source>FDI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/chart.py"/>
        <source>Tooth numbers: {system}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/commands.py"/>
        <source>Go to the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/commands.py"/>
        <location filename="../../app/viewmodels/staff/patient/tabs.py"/>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/commands.py"/>
        <source>teeth odontogram progress notes treatment plan perio</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/commands.py"/>
        <location filename="../../app/views/staff/chart/notes.py"/>
        <source>Search progress notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/commands.py"/>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <location filename="../../app/viewmodels/staff/tasks/commands.py"/>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/commands.py"/>
        <source>find notes filter chart</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/commands.py"/>
        <location filename="../../app/views/staff/chart/chart.py"/>
        <source>Report a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/commands.py"/>
        <source>medication allergy medical history blood thinners update</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/commands.py"/>
        <source>Change tooth numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/commands.py"/>
        <source>universal palmer fdi numbering system teeth</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/commands.py"/>
        <source>Print the tooth chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/commands.py"/>
        <source>paper pdf odontogram teeth</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <source>no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <source>Show latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <source>Show all {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <source>No vital signs recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <source>No perio exam yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <source>Nothing was measured on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <source>{day}, compared with {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <source>{n} sites measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <source>6 mm and more at {teeth}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <source>skipped: {teeth}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <source>Bleeding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <source>Pockets ≥ 4 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <source>Pockets ≥ 6 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <source>{high}/{low} mmHg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <source>pulse {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <source>{n} lb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/exams.py"/>
        <source>{n} in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/medical.py"/>
        <source>None known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/medical.py"/>
        <source>None recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/medical.py"/>
        <source>since {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/note_entries.py"/>
        <source>Planned, inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/note_entries.py"/>
        <source>Existing, here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/note_entries.py"/>
        <source>Existing, elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/note_entries.py"/>
        <source>Referred out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/note_entries.py"/>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/note_entries.py"/>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <source>signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/notes.py"/>
        <location filename="../../app/viewmodels/staff/huddle/waits.py"/>
        <location filename="../../app/viewmodels/staff/patient/overview.py"/>
        <source>Appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/notes.py"/>
        <location filename="../../app/viewmodels/staff/patient/overview.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/commlogs.py"/>
        <source>Commlogs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/notes.py"/>
        <location filename="../../app/viewmodels/staff/chart/report.py"/>
        <location filename="../../app/viewmodels/staff/day_close/figures.py"/>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/notes.py"/>
        <source>Progress notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/notes.py"/>
        <source>No progress notes yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/notes.py"/>
        <source>Tooth {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/notes.py"/>
        <source>Loading more notes: {n} so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/odontogram.py"/>
        <source>Tooth {number}, {tooth}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/odontogram.py"/>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/patient.py"/>
        <source>and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/odontogram.py"/>
        <location filename="../../app/views/staff/chart/day_slider.py"/>
        <source>Now</source>
        <comment>the tooth chart as of now</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <source>On a planned appt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <location filename="../../app/viewmodels/staff/schedule/filling/rows.py"/>
        <source>Unscheduled List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <source>Scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <location filename="../../app/viewmodels/staff/tasks/shown.py"/>
        <location filename="../../app/views/staff/frame/attention_page.py"/>
        <location filename="../../app/views/staff/people/brought_box.py"/>
        <location filename="../../app/views/staff/tasks/open/head_view.py"/>
        <location filename="../../app/views/staff/tasks/open/pending_list.py"/>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <source>No longer planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/family_rows.py"/>
        <location filename="../../app/viewmodels/staff/strip_state.py"/>
        <source>Inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <location filename="../../app/views/staff/chart/plans.py"/>
        <source>Insurance est.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <source>No insurance estimates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <source>Insurance amounts are Open Dental&apos;s estimates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>Treatment plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <source>Nothing on this plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <source>All of it is scheduled or done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <source>{n} procedures to book</source>
        <comment>{n} procedure to book</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/plans.py"/>
        <source>{amount} scheduled, {left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/report.py"/>
        <source>Medication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/report.py"/>
        <source>Allergy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/report.py"/>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/report.py"/>
        <source>On the phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/report.py"/>
        <source>At the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/report.py"/>
        <source>Patient reports a change of medication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/report.py"/>
        <source>Patient reports an allergy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/report.py"/>
        <source>Patient reports a medical problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/report.py"/>
        <source>Patient reports a change of health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/report.py"/>
        <source>For a clinician to review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/teeth.py"/>
        <source>Existing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/teeth.py"/>
        <source>Referred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/teeth.py"/>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/teeth.py"/>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/teeth.py"/>
        <source>No procedures with this status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/teeth.py"/>
        <source>Loading the tooth chart…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/teeth.py"/>
        <source>Procedures can&apos;t be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/teeth.py"/>
        <source>Missing and moved teeth can&apos;t be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/chart/tooth_list.py"/>
        <source>{number}, {tooth}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/arrivals.py"/>
        <source>The {time} appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/arrivals.py"/>
        <location filename="../../app/viewmodels/staff/check_in/noticing.py"/>
        <location filename="../../app/viewmodels/staff/lists/together.py"/>
        <location filename="../../app/viewmodels/staff/money/form_shown.py"/>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <location filename="../../app/viewmodels/staff/outcomes.py"/>
        <source>{what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/change_cards.py"/>
        <source>{time} at {kiosk}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/change_cards.py"/>
        <source>Not saved: another user just changed it to {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/change_cards.py"/>
        <source>Changed by the patient at check-in ({kiosk}), accepted by {who}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/change_cards.py"/>
        <source>{field}: {after} (before: {before})</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/check_in/changes.py"/>
        <source>{n} changes from check-in</source>
        <comment>{n} change from check-in</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/changes_panel.py"/>
        <source>All changes from check-in have been decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <source>Mark check-ins as seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <location filename="../../app/viewmodels/staff/check_in/noticing.py"/>
        <location filename="../../app/views/staff/check_in/today.py"/>
        <location filename="../../app/views/staff/schedule/waiting_list.py"/>
        <source>Mark seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <source>kiosk arrival acknowledge waiting room</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <source>Review changes from check-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <source>kiosk phone address proposals accept</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <location filename="../../app/viewmodels/staff/check_in/today.py"/>
        <source>Today&apos;s check-ins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <location filename="../../app/viewmodels/staff/day_close/deposit.py"/>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <location filename="../../app/viewmodels/staff/schedule/papers/schedule_sheets.py"/>
        <location filename="../../app/views/staff/money/adjustment/panel.py"/>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <source>kiosk arrivals log</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <location filename="../../app/views/staff/check_in/changes_panel.py"/>
        <source>Changes from check-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <source>kiosk proposals accept refuse</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <source>Check-in PCs and their state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <source>kiosk online offline reset message restart</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <source>Settings of check-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <source>kiosk welcome logo languages questions windows PIN</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <source>Add a check-in PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <source>Add check-in PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <source>pair kiosk code new</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <source>Save the settings of check-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <location filename="../../app/views/staff/commlog/form.py"/>
        <location filename="../../app/views/staff/tasks/new/panel.py"/>
        <location filename="../../app/views/widgets/draft_form.py"/>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/commands.py"/>
        <source>kiosk</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/kiosks.py"/>
        <source>Not used yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/kiosks.py"/>
        <source>There are no check-in PCs yet. Add one to let patients check in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/kiosks.py"/>
        <source>{kiosk} was removed. If it was stolen, set a new exit PIN too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/kiosks.py"/>
        <source>Not known</source>
        <comment>a check-in PC&apos;s state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/kiosks.py"/>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/kiosks.py"/>
        <source>since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/kiosks.py"/>
        <source>Message: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/kiosks.py"/>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/check_in/kiosks.py"/>
        <source>Offline for {n} minutes</source>
        <comment>Offline for {n} minute</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/check_in/kiosks.py"/>
        <source>Offline for {n} hours</source>
        <comment>Offline for {n} hour</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/kiosks.py"/>
        <source>Offline since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/kiosks.py"/>
        <source>{kiosk} goes back to the welcome page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/kiosks.py"/>
        <source>{kiosk} restarts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/kiosks.py"/>
        <source>{kiosk} shows the message on its welcome page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/kiosks.py"/>
        <source>{kiosk} shows no message any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/late.py"/>
        <source>Check-in PCs need the office hub. Set it up first: File, Office hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/late.py"/>
        <source>Front Desk is still connecting to the office hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/late.py"/>
        <source>All check-ins have been seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/late.py"/>
        <source>There are no changes from check-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/check_in/model.py"/>
        <source>{n} check-ins not seen</source>
        <comment>{n} check-in not seen</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/check_in/model.py"/>
        <source>{n} changes</source>
        <comment>{n} change</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/check_in/model.py"/>
        <source>{n} PCs need attention</source>
        <comment>{n} PC needs attention</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/noticing.py"/>
        <source>{name} checked in at {kiosk}, and had arrived before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/noticing.py"/>
        <source>{name} checked in at {kiosk}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/noticing.py"/>
        <source>{names}; and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/check_in/noticing.py"/>
        <source>{n} patients checked in: {names}.</source>
        <comment>{n} patient checked in: {names}.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/noticing.py"/>
        <source>{name}: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/noticing.py"/>
        <source>A patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/noticing.py"/>
        <location filename="../../app/viewmodels/staff/tasks/new/sending.py"/>
        <location filename="../../app/viewmodels/staff/tasks/scopes.py"/>
        <location filename="../../app/viewmodels/staff/tasks/toasts.py"/>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/noticing.py"/>
        <source>{kiosk}: {trouble}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/check_in/noticing.py"/>
        <source>{names} are offline. Patients can&apos;t check in there.</source>
        <comment>{names} is offline. Patients can&apos;t check in there.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/pairing.py"/>
        <source>Start Front Desk on the new PC as a check-in PC, and enter this code there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/pairing.py"/>
        <source>The code has expired. Get a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/pairing.py"/>
        <source>{minutes}:{seconds} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/pairing.py"/>
        <source>Kiosk {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/check_in/pairing.py"/>
        <source>{names} are paired.</source>
        <comment>{names} is paired.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/pickers.py"/>
        <source>Nothing has this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/pickers.py"/>
        <source>No. {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/settings.py"/>
        <location filename="../../app/viewmodels/staff/people/people.py"/>
        <location filename="../../app/viewmodels/staff/people/sign_in.py"/>
        <source>The two PINs differ. Enter the same one twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/settings.py"/>
        <source>The settings of the check-in PCs are saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/settings.py"/>
        <source>The settings haven&apos;t loaded yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/settings.py"/>
        <source>Only people who may manage people can change these settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/settings.py"/>
        <source>Set up the first person first: File, People. Then these settings can be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/settings.py"/>
        <source>Another desk saved other settings meanwhile. Load them, then make your changes again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/settings_form.py"/>
        <source>First list ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/settings_form.py"/>
        <source>First list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/settings_form.py"/>
        <source>This picture is too large. Choose a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/settings_form.py"/>
        <source>This file can&apos;t be read as a picture. Choose a PNG, JPEG or SVG file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/today.py"/>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/today.py"/>
        <source>Check-in PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/today.py"/>
        <source>Seen by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/today.py"/>
        <source>Nobody has used a check-in PC today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Checked in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Already arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Sent to the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Asked for help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <location filename="../../app/views/staff/check_in/settings_texts.py"/>
        <source>Welcome page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Birthdate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <location filename="../../app/views/staff/patient/sections/new_referral.py"/>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Confirming who it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Choosing who is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Contact data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Health and insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Checked in</source>
        <comment>a page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Balance</source>
        <comment>a page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>See the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Staff page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Out of order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Wireless phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Home phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <location filename="../../app/viewmodels/staff/commlog/words.py"/>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Address 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Not found after three tries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Too many wrong tries. Nobody can check in there for five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Open Dental didn&apos;t answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>The appointment was moved or canceled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Your settings send this patient to the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Open Dental has no confirmation status for arrived. Set one up in its definitions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Open Dental refused to mark the appointment arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>The appointment isn&apos;t marked arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Front Desk is checking whether the appointment is marked arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>The office hub was stopped in the middle. Check the appointment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Check-in couldn&apos;t be finished there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Open Dental didn&apos;t answer. Check whether the appointment is marked arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>The patient says that their health and insurance have changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>The patient says that their health has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>The patient says that their insurance has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Checked in at {kiosk}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Checked in again at {kiosk}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Sent to the desk from {kiosk}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Not confirmed at {kiosk}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Needs help at {kiosk}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>A patient couldn&apos;t check in at {kiosk}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>The screen shows “{page}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Nobody has seen it for {n} min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>{what}, {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/check_in/words.py"/>
        <source>Check-in at {kiosk}, {time}. {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/closing.py"/>
        <source>They are stored on this PC and will be sent the next time Front Desk starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/closing.py"/>
        <source>Closing stops the upload. The file stays on this PC and can be uploaded again after the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/closing.py"/>
        <source>Without it, desks show only what they know already, and kiosks send patients to the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/closing.py"/>
        <source>Unsent changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/closing.py"/>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <location filename="../../app/viewmodels/staff/hub/late.py"/>
        <location filename="../../app/viewmodels/staff/hub/plain_http.py"/>
        <location filename="../../app/views/staff/frame/connecting/hub_fields.py"/>
        <location filename="../../app/views/staff/hub/page.py"/>
        <source>Office hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/closing.py"/>
        <source>{n} files are being uploaded.</source>
        <comment>A file is being uploaded.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/closing.py"/>
        <source>{n} changes have not been sent yet.</source>
        <comment>{n} change has not been sent yet.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <location filename="../../app/views/staff/frame/bar.py"/>
        <location filename="../../app/views/staff/frame/find_field.py"/>
        <source>Find a patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>search look up name phone birthdate</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>All commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>palette menu</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>commands list Alt</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <location filename="../../app/views/staff/frame/help/help_page.py"/>
        <source>Keys and help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>shortcuts keyboard how to manual</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <location filename="../../app/views/staff/frame/help/about_page.py"/>
        <source>About Front Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>version licenses libraries support diagnose</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>reload update read again</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <location filename="../../app/views/staff/frame/attention_page.py"/>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>unsent waiting refused unknown settle</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <location filename="../../app/views/staff/frame/activity_page.py"/>
        <source>Recent activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>notices messages history log undo</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>Go to the newest message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>toast notice notification</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>Side panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>fold hide show</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>Dark mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>theme light colors night</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>Connect to another office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>Office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>server connection training practice log in key</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>path program file exe setup</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>Undo the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>take back revert</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>&amp;Appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>&amp;Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>&amp;Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commands.py"/>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commlog/composer.py"/>
        <source>Type what was said first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commlog/composer.py"/>
        <source>Your commlog for {name} is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commlog/words.py"/>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <source>In person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commlog/words.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Text message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commlog/words.py"/>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commlog/words.py"/>
        <source>None</source>
        <comment>means of communication</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commlog/words.py"/>
        <source>Email and text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commlog/words.py"/>
        <source>Phone and text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commlog/words.py"/>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commlog/words.py"/>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <location filename="../../app/viewmodels/staff/lists/details.py"/>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/commlog/words.py"/>
        <source>Neither</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect.py"/>
        <source>Connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>A practice with made-up patients, on this PC. Nothing to set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>Office server (usual)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>Every PC on the office&apos;s network connects to the office&apos;s server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>Front Desk on one PC holds the key for all. A pairing code lets this PC in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <location filename="../../app/viewmodels/staff/hub/devices.py"/>
        <location filename="../../app/views/staff/day_close/day.py"/>
        <source>This PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>Open Dental runs on this PC, and a user is logged on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>Internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>Through Open Dental&apos;s servers, over the internet. Slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>Enter both keys. They are in Open Dental: Setup, Advanced Setup, API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>You can work for today. You will be asked again at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>Check its name, its Open Dental API Service, and the firewall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>Start Open Dental on this PC and log on, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>Check this PC&apos;s internet connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>Enter the name or address of the office&apos;s server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>Can&apos;t reach {server}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>{server} didn&apos;t answer within 10 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>{server} answered with a web page: that address isn&apos;t Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>The office doesn&apos;t accept this key. Check both keys for a missing character. In Open Dental the key must be enabled: Setup, Advanced Setup, API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>This PC&apos;s proxy can&apos;t be used: it is a SOCKS proxy, or it asks for a password. Ask your IT support for another proxy, or connect through the office server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>This PC doesn&apos;t trust the certificate of {server}, so nothing was sent. Ask your IT support to install the certificate on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>{server} doesn&apos;t use https. Type the address with http:// in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>{server} uses https. Type the address with https:// in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>This office has Open Dental {version}. Front Desk needs {needed} or newer. Update Open Dental, then connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>That address isn&apos;t Open Dental, or it is older than {needed}. Check the address, and the version in Open Dental (Help, About).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/connect_words.py"/>
        <source>Office server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/closing.py"/>
        <source>This day is closed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/closing.py"/>
        <source>This day hasn&apos;t come yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/closing.py"/>
        <source>The payments of this day can&apos;t be read now. What you counted is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/closing.py"/>
        <source>Correct what was typed in the drawer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/closing.py"/>
        <source>This day isn&apos;t closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/closing.py"/>
        <source>Type why it is closed with these differences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/closing.py"/>
        <source>The day is open again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/closing.py"/>
        <source>The day is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections.py"/>
        <source>Any age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections.py"/>
        <source>Over 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections.py"/>
        <source>Over 60 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections.py"/>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Contacted any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections.py"/>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Not in 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections.py"/>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Not in 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections.py"/>
        <source>Paid any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections.py"/>
        <source>Nothing in 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections.py"/>
        <source>Nothing in 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections.py"/>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>Collections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections_table.py"/>
        <source>No family owes this much. Change the filters above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections_table.py"/>
        <source>Broken: {amount} by {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections_table.py"/>
        <source>Kept: {amount} by {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections_table.py"/>
        <source>{amount} by {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections_table.py"/>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/family_rows.py"/>
        <source>Guarantor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections_table.py"/>
        <location filename="../../app/views/staff/day_close/family.py"/>
        <source>Over 90</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections_table.py"/>
        <location filename="../../app/views/staff/day_close/family.py"/>
        <source>Promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections_table.py"/>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <location filename="../../app/views/staff/day_close/collections.py"/>
        <source>Last contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections_table.py"/>
        <location filename="../../app/views/staff/day_close/collections.py"/>
        <source>Last payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections_table.py"/>
        <location filename="../../app/views/staff/day_close/family.py"/>
        <source>61–90</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections_table.py"/>
        <location filename="../../app/views/staff/day_close/family.py"/>
        <source>31–60</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections_table.py"/>
        <location filename="../../app/views/staff/day_close/family.py"/>
        <source>0–30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/collections_table.py"/>
        <source>Ins est</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>Previous day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>day back before close</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <location filename="../../app/viewmodels/staff/schedule/new_day.py"/>
        <source>Go to today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>now</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>Next day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>day forward after close</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>Differences of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>twins splits drawer reconcile match</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>Payments of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>list taken today receipts</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>Money to deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <source>Deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>bank slip checks cash</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>aging overdue balance call list promised owe</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>Close the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>Close day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>finish end reconcile</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>Reopen the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>undo close again</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>Count the drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/day_close/deposit_slip.py"/>
        <location filename="../../app/views/staff/day_close/day.py"/>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>cash coins notes money</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>Print the day sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/day_close/printing.py"/>
        <source>Day sheet</source>
        <extracomment>the name of a PDF file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>paper pdf report totals</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>Make the deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>Make deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>bank send</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>Print the deposit slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>Print slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/commands.py"/>
        <source>paper pdf bank</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <source>No differences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <source>Counted by ______________________     Checked by ______________________</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <source>{n} payments, {amount}</source>
        <comment>{n} payment, {amount}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <source>Not closed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <source>Closed by {name}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <source>Reason:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/views/staff/day_close/day.py"/>
        <location filename="../../app/views/staff/day_close/differences.py"/>
        <location filename="../../app/views/staff/day_close/drawer.py"/>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <location filename="../../app/views/staff/day_close/day.py"/>
        <source>Open Dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/views/staff/day_close/day.py"/>
        <location filename="../../app/views/staff/day_close/drawer.py"/>
        <source>Counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/views/staff/day_close/day.py"/>
        <source>Taken on this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/day_close/deposit_table.py"/>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/document_details.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/document_rows.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <location filename="../../app/views/staff/commlog/form.py"/>
        <location filename="../../app/views/staff/money/adjustment/panel.py"/>
        <location filename="../../app/views/staff/schedule/booking_panel.py"/>
        <location filename="../../app/views/staff/schedule/visit_details/appointment.py"/>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/day_close/deposit_slip.py"/>
        <location filename="../../app/viewmodels/staff/day_close/deposit_table.py"/>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <location filename="../../app/views/staff/money/payment/method_box.py"/>
        <source>Check no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <source>Entered in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <source>Splits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <location filename="../../app/views/staff/patient/sections/insurance/form.py"/>
        <source>Carrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/day_close/deposit_slip.py"/>
        <location filename="../../app/viewmodels/staff/day_close/figures.py"/>
        <location filename="../../app/views/staff/day_close/deposit.py"/>
        <source>Insurance checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <source>Entered by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/views/staff/day_close/drawer.py"/>
        <source>Drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/views/staff/day_close/drawer.py"/>
        <source>Starting cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_sheet.py"/>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <location filename="../../app/views/staff/day_close/drawer.py"/>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_words.py"/>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_words.py"/>
        <source>Can&apos;t be compared now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/day_close/day_words.py"/>
        <source>{n} differences</source>
        <comment>{n} difference</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_words.py"/>
        <source>Nothing was taken on this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_words.py"/>
        <source>No differences so far. Still to count: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_words.py"/>
        <source>Everything agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_words.py"/>
        <source>Closed by {name}, {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/day_close/day_words.py"/>
        <source>{n} differences were left.</source>
        <comment>{n} difference was left.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_words.py"/>
        <source>Not counted: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/day_close/day_words.py"/>
        <source>{n} differences are left.</source>
        <comment>{n} difference is left.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_words.py"/>
        <location filename="../../app/views/staff/day_close/day.py"/>
        <source>Why is the day closed like this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/day_words.py"/>
        <source>Shown is what this PC knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit.py"/>
        <source>7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit.py"/>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit.py"/>
        <source>90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit.py"/>
        <source>To deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit.py"/>
        <source>This version of Open Dental takes no payments for a deposit. Print the slip, and make the deposit in Open Dental: Manage, Deposits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit.py"/>
        <source>This deposit is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit.py"/>
        <source>Nothing is on the slip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit.py"/>
        <location filename="../../app/viewmodels/staff/day_close/deposit_slip.py"/>
        <location filename="../../app/views/staff/day_close/deposit.py"/>
        <source>Deposit slip</source>
        <extracomment>the name of a PDF file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit.py"/>
        <source>Deposit slip {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit.py"/>
        <source>Open Dental shows another amount for this deposit. Check what is attached to it: Manage, Deposits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit_slip.py"/>
        <location filename="../../app/viewmodels/staff/day_close/deposit_table.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit_slip.py"/>
        <location filename="../../app/viewmodels/staff/day_close/deposit_table.py"/>
        <source>Bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit_slip.py"/>
        <location filename="../../app/viewmodels/staff/day_close/figures.py"/>
        <location filename="../../app/views/staff/day_close/deposit.py"/>
        <location filename="../../app/views/staff/day_close/drawer.py"/>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit_slip.py"/>
        <source>Bank account: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit_slip.py"/>
        <source>Batch: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit_slip.py"/>
        <location filename="../../app/viewmodels/staff/day_close/figures.py"/>
        <location filename="../../app/views/staff/day_close/deposit.py"/>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/day_close/deposit_slip.py"/>
        <source>{n} payments</source>
        <comment>{n} payment</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit_table.py"/>
        <source>Everything of these days is deposited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit_table.py"/>
        <source>Slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit_table.py"/>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <location filename="../../app/views/staff/board/window.py"/>
        <location filename="../../app/views/staff/frame/day_bar.py"/>
        <location filename="../../app/views/staff/ledger/split_menu.py"/>
        <location filename="../../app/views/staff/lists/bar.py"/>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <location filename="../../app/views/staff/schedule/bar.py"/>
        <source>Clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/deposit_table.py"/>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <location filename="../../app/views/staff/day_close/family.py"/>
        <source>Show ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Refund one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Count again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Show cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Show checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Show payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>{name}: {amount} was posted here, but Open Dental doesn&apos;t have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Someone may have deleted it. Look for it in Open Dental before you post it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>{name}: {sent} was posted here, Open Dental has {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Someone changed it after it was posted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>{name}: {n} refunds of {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Same patient, amount and day. If one was posted twice, correct it in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>{name}: {n} payments of {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Same patient, amount and day. If one was posted twice, refund it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>{name}: the splits of {amount} add up to {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Open the payment in Open Dental and correct its splits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>{name}: {amount} has no splits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>It lowers no balance until it is allocated. Open the payment in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>{what}: sent, but not confirmed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Don&apos;t post it again. Front Desk keeps checking; Settle shows until when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>{what}: not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>It is sent as soon as Open Dental&apos;s server can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>{what}: refused by Open Dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Nothing was posted. Try it again, or dismiss it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Cash is {amount} short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Cash is {amount} over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Counted {found}, expected {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Checks are {amount} short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Checks are {amount} over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Counted {found}, posted {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>The terminal has {amount} less than was posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>The terminal has {amount} more than was posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Batch total {found}, posted {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>{carrier}: {amount} is not completely on claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Finish it in Open Dental: Manage, Batch Insurance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>{name}: {amount} has another date: {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Entered on another day than it is dated. Open Dental&apos;s daily report lists it by its date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>{n} payments from other Front Desk PCs: {amount}</source>
        <comment>{n} payment from another Front Desk PC: {amount}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>This PC&apos;s record doesn&apos;t have them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>{n} payments made online: {amount}</source>
        <comment>{n} payment made online: {amount}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>They are in no drawer and in no terminal here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>{n} payments entered in Open Dental: {amount}</source>
        <comment>{n} payment entered in Open Dental: {amount}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/difference_rows.py"/>
        <source>Not posted with Front Desk on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/drawer.py"/>
        <location filename="../../app/views/staff/day_close/day.py"/>
        <source>Agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/drawer.py"/>
        <source>{amount} short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/drawer.py"/>
        <source>{amount} over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/figures.py"/>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/figures.py"/>
        <location filename="../../app/viewmodels/staff/new_patient/fields.py"/>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/figures.py"/>
        <source>By type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/figures.py"/>
        <source>By clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/figures.py"/>
        <source>By person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <source>Other PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <source>Nothing was taken on this day. Another day: Alt+Left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <source>differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/payments.py"/>
        <source>Counted as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/printing.py"/>
        <source>The payments of this day can&apos;t be read now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/printing.py"/>
        <source>Day sheet {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/promise.py"/>
        <source>No such day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/promise.py"/>
        <source>Type how much was promised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/promise.py"/>
        <source>Type by when, such as 12/5, Dec 5 or +7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/screen.py"/>
        <source>payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/tasking.py"/>
        <source>owes {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/tasking.py"/>
        <source>{amount} over 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/tasking.py"/>
        <source>promised: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/day_close/tasking.py"/>
        <location filename="../../app/viewmodels/staff/ledger/tasking.py"/>
        <source>About: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/desk.py"/>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/doors/outside.py"/>
        <source>Another program asked for another screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/doors/outside.py"/>
        <source>Another program asked for {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/doors/outside.py"/>
        <source>There is no patient {number} in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/doors/outside.py"/>
        <source>Patient {number} was deleted in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/doors/outside.py"/>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <location filename="../../app/viewmodels/staff/schedule/lost_slots.py"/>
        <source>another patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/doors/outside.py"/>
        <source>Call from {number}: not a patient yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/doors/outside.py"/>
        <location filename="../../app/viewmodels/staff/lists/counting.py"/>
        <source>{n} patients</source>
        <comment>{n} patient</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/doors/outside.py"/>
        <source>Call from {number}: {count} have this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/doors/outside.py"/>
        <source>Call from {number}: the family of {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/doors/outside.py"/>
        <source>Call from {number}: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/doors/words.py"/>
        <source>No patient was selected in Open Dental, so there is nobody to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/doors/words.py"/>
        <source>Another program asked for a patient, but what it sent isn&apos;t a patient number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/doors/words.py"/>
        <source>A call came in without a phone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/doors/words.py"/>
        <source>Another program asked for a screen, but what it sent isn&apos;t the name of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/doors/words.py"/>
        <source>Connect to your office to see the patient another program asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/doors/words.py"/>
        <source>Go back to the open office to see the patient another program asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/doors/words.py"/>
        <source>Opening the office. Then the patient will be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/doors/words.py"/>
        <source>There is no screen called {name}. There are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/elsewhere.py"/>
        <source>{who} is entering a payment at {desk}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/elsewhere.py"/>
        <source>A payment is being entered at {desk}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/elsewhere.py"/>
        <source>Ledger open at {desk} ({who})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/elsewhere.py"/>
        <source>Ledger open at {desk}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/elsewhere.py"/>
        <source>Open at {desk} ({who})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/elsewhere.py"/>
        <source>Open at {desk}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/find_patient.py"/>
        <source>Recent patients. Type a name, a phone number, or a birthdate to find others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/find_patient.py"/>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/find_patient.py"/>
        <source>Many more. Type more of the name, a phone number, or a birthdate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/find_patient.py"/>
        <source>{n} more. Type more of the name, a phone number, or a birthdate.</source>
        <comment>{n} more. Type more of the name, a phone number, or a birthdate.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/find_patient.py"/>
        <location filename="../../app/viewmodels/staff/huddle/page.py"/>
        <location filename="../../app/viewmodels/staff/new_patient/late.py"/>
        <location filename="../../app/viewmodels/staff/new_patient/state.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <location filename="../../app/views/staff/schedule/booking_panel.py"/>
        <source>New patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/find_patient.py"/>
        <source>{n} patients found.</source>
        <comment>{n} patient found.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/find_patient.py"/>
        <source>No patients found. Try fewer letters, a phone number, or a birthdate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/code.py"/>
        <source>A wrong code was entered {tries} times, so this code no longer works. Get a new one. If nobody mistyped it on the new PC, tell your IT support: somebody else on your network tries codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/code.py"/>
        <source>Enter a name for the new device first, such as Front desk 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/code.py"/>
        <source>The pairing code has expired. Get a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/code.py"/>
        <source>Type it on the new PC: Connect to your office, Office hub. It works once, and stops working after {tries} wrong tries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/devices.py"/>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/devices.py"/>
        <source>Kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/devices.py"/>
        <source>This PC can&apos;t be removed here. Do it at another desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/devices.py"/>
        <source>not seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/devices.py"/>
        <source>last seen: {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/entry.py"/>
        <source>Looking for office hubs on this network…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/entry.py"/>
        <source>No office hub was found by itself. Enter the name or address of its PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/late.py"/>
        <source>devices pair kiosk PCs share key server code revoke</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/page.py"/>
        <source>This window can&apos;t run the office hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/page.py"/>
        <source>The office hub runs on this PC. Other PCs find it by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/page.py"/>
        <source>This PC is connected to the office hub at {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/page.py"/>
        <source>{name} is paired with the office hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/plain_http.py"/>
        <source>This PC talks to {server} without encryption: others on the network could read patient data. An office hub on the server&apos;s own PC encrypts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/status.py"/>
        <source>Pair this PC again with a code from another desk: File, Connect to another office, Office hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/status.py"/>
        <source>Another program answers in place of the office hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/status.py"/>
        <source>This PC is no longer paired with the office hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/status.py"/>
        <source>Can&apos;t reach the office hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/status.py"/>
        <source>The connection to the office hub breaks off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/status.py"/>
        <source>Front Desk connects again by itself and reads changes as without a hub until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/status.py"/>
        <source>The office hub can&apos;t reach Open Dental&apos;s server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/status.py"/>
        <source>Check that the server is on and its Open Dental API Service runs. Your changes wait on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/status.py"/>
        <source>{n} waiting in the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/watch.py"/>
        <source>Pair again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>Enter the pairing code. A desk that is connected shows one: File, Office hub, Pair a new device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>A pairing code has 8 letters and digits, without 0, 1, I and O.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>Choose the office hub, or enter the name or address of the PC it runs on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>Check that its PC is on, that the office hub runs there, and that its firewall allows port {port}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>The office hub is not waiting for a new device. Get a new code on a desk that is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>That isn&apos;t the code. Check each letter; after three tries it stops working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>That code was tried too often and no longer works. Get a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>Too many wrong codes came from this PC. Wait ten minutes, then get a new code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>The office hub doesn&apos;t know this PC any more. Pair it again with a new code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>The office hub is busy. Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>The office hub refused this. Get a new code and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>What answers there is not the office hub that this PC knows, or it doesn&apos;t know the code. Nothing was sent. If the hub was set up anew, pair this PC again with a new code; else ask your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>The program that answers there isn&apos;t an office hub. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>The office hub answers, but it can&apos;t reach Open Dental&apos;s server. Check that the server is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>This code is for a check-in PC. Get one for a desk: File, Office hub, Pair a new device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>Remove {name}? It is refused at once. To come back it has to be paired again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>Can&apos;t reach an office hub at {server}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/words.py"/>
        <source>{server} didn&apos;t answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/hub/work.py"/>
        <location filename="../../app/views/staff/people/page.py"/>
        <source>Only people who may manage people can change this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/columns.py"/>
        <source>No appointments on this day. Go to another day with the arrows above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/columns.py"/>
        <source>Nothing found that needs to be done for this day&apos;s appointments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/columns.py"/>
        <location filename="../../app/viewmodels/staff/huddle/page.py"/>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/columns.py"/>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Recall due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/columns.py"/>
        <source>Missing</source>
        <comment>what a patient still has to give</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/columns.py"/>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/columns.py"/>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <location filename="../../app/viewmodels/staff/patient/overview.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>Referrals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>Readiness of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>Readiness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>morning huddle balance insurance verified forms alerts to do</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>Production of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>Production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>gross net goal scheduled fees money</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>Show or hide production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>hidden amounts reveal money</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>Production of the day, week or month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>Day, week or month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>sum total period gross net goal</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <location filename="../../app/viewmodels/staff/huddle/waits.py"/>
        <source>Waits and punctuality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>Waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>late on time delay month statistics provider</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>Previous working day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>day back before huddle</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>Today&apos;s huddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>Next working day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>day forward tomorrow huddle</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>Only appointments with something to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>Only to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>filter hide ready</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>Print the huddle page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>Huddle page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/commands.py"/>
        <source>paper pdf morning meeting</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/page.py"/>
        <source>Not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/huddle/page.py"/>
        <source>{n} new patients</source>
        <comment>{n} new patient</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/page.py"/>
        <source>{n} not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/huddle/page.py"/>
        <source>{n} families owe {amount} in all</source>
        <comment>{n} family owes {amount}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/huddle/page.py"/>
        <source>Lab work is not back for {n} appointments</source>
        <comment>Lab work is not back for 1 appointment</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/page.py"/>
        <source>Not known for every patient: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/printing.py"/>
        <source>Huddle {day}</source>
        <extracomment>the name of a PDF file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>Production is hidden, because patients may see this screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>No procedures are attached to these appointments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>The production of a week or a month needs the Queries permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <location filename="../../app/viewmodels/staff/schedule/month/commands.py"/>
        <location filename="../../app/views/staff/schedule/month/pane.py"/>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>Net amounts and goals need the Queries permission. Gross amounts are read in the background, one appointment after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>No goal: nobody who works then has an hourly production goal in Open Dental (Lists, Providers).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>Gross</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>Net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>Of goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>Production by provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>Production by operatory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>{first} – {last}: {sum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>Scheduled at least {gross}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>Scheduled {gross}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>Scheduled {gross}, net {net}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>The goal can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>Goal {goal}: {percent} is scheduled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>{n} appointments couldn&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <location filename="../../app/viewmodels/staff/huddle/readiness.py"/>
        <source>Loading… {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/production.py"/>
        <source>The procedures can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/readiness.py"/>
        <source>Balances, insurance verification, recalls, forms and lab work are read for the patients that you open: reading them for the whole day needs the Queries permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/readiness.py"/>
        <source>Reading patients in the background: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/huddle/readiness.py"/>
        <source>{n} appointments with something to do</source>
        <comment>{n} appointment with something to do</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/readiness.py"/>
        <source>Couldn&apos;t be read for some patients: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/screen.py"/>
        <source>production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/screen.py"/>
        <source>waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/screen.py"/>
        <source>readiness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/waits.py"/>
        <source>No arrival and seating times were recorded in this month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/waits.py"/>
        <source>Average wait, min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/waits.py"/>
        <source>Longest wait, min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/waits.py"/>
        <source>Long waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/waits.py"/>
        <source>Late patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/waits.py"/>
        <source>On time, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/waits.py"/>
        <source>Average delay, min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/waits.py"/>
        <source>{first} – {last}: {minutes} min average wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/waits.py"/>
        <source>{wait}, {percent} began on time</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/huddle/waits.py"/>
        <source>Reading the appointments&apos; history in the background: {n} entries so far</source>
        <comment>Reading the appointments&apos; history in the background: {n} entry so far</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/waits.py"/>
        <source>A wait is from arrival to seating; a long one is {limit} min or more. On time: seated within 10 min of the start. Patients who came 5 min late or more aren&apos;t counted there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/waits.py"/>
        <source>A wait is from arrival to seating. On time: seated within 10 min of the start. Patients who came 5 min late or more aren&apos;t counted there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/waits.py"/>
        <source>Providers who aren&apos;t told, because no task list has their name: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <source>Never verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <source>Confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/forms.py"/>
        <location filename="../../app/viewmodels/staff/patient/tabs.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>Forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <source>{item}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <source>phone unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <source>forms unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <source>None</source>
        <comment>no insurance</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <source>{carrier}, verification unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <source>Eligibility never verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <source>Benefits never verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <source>Benefits verified {n} days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <source>Verified {n} days ago</source>
        <comment>Verified 1 day ago</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <source>Verified today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <source>{n} forms not signed</source>
        <comment>1 form not signed</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <source>New patient, no forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <location filename="../../app/views/staff/day_close/family.py"/>
        <location filename="../../app/views/staff/lists/card.py"/>
        <source>No phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <source>Lab work is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <source>Not back from the lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <source>Not back, due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/huddle/words.py"/>
        <source>{n} open referrals</source>
        <comment>1 open referral</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/account.py"/>
        <source>These are not all entries, or not in full: the account couldn&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/account.py"/>
        <source>Loading the account: {n} entries so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/ledger/account.py"/>
        <source>{n} entries can&apos;t be read, so the balance may be wrong. Check it in Open Dental.</source>
        <comment>{n} entry can&apos;t be read, so the balance may be wrong. Check it in Open Dental.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/account.py"/>
        <source>Open Dental says the total is {amount}. Press Shift+F5 to read the account again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/card.py"/>
        <source>No entry selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/card.py"/>
        <source>Last payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/card.py"/>
        <source>Select a row to see its details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/card.py"/>
        <source>Select an entry to see its splits and what is still owed on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Held for primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Sent</source>
        <comment>claim</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Received</source>
        <comment>claim</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Secondary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Preauthorization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Capitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>{state}, late</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_rows.py"/>
        <source>{n} days</source>
        <comment>{n} day</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>No claims.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Claims are made, sent and received in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/notes.py"/>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <location filename="../../app/viewmodels/staff/ledger/rows.py"/>
        <source>Member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Sent</source>
        <comment>date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Received</source>
        <comment>amount</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <location filename="../../app/views/staff/chart/plans.py"/>
        <source>Write-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Total payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Received</source>
        <comment>date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Tracking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Underpaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Deductible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Claim of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/claims.py"/>
        <source>Expected from insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Search the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>find filter entries amount</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Go to a date in the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>jump day month year</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Show open charges only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <location filename="../../app/views/staff/ledger/table.py"/>
        <source>Open only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>unpaid owed outstanding</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Show the family&apos;s ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <location filename="../../app/viewmodels/staff/ledger/members.py"/>
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <location filename="../../app/viewmodels/staff/patient/overview.py"/>
        <location filename="../../app/views/staff/patient/sections/commlogs.py"/>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>entire family all members guarantor</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Print the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>paper pdf account history</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Save the ledger as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>export spreadsheet excel</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Take a payment for this account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <location filename="../../app/viewmodels/staff/money/panels.py"/>
        <location filename="../../app/views/staff/money/payment/panel.py"/>
        <location filename="../../app/views/staff/money/plan/plan_list.py"/>
        <source>Take payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Check out this account&apos;s patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <location filename="../../app/viewmodels/staff/money/panels.py"/>
        <location filename="../../app/views/staff/money/checkout/panel.py"/>
        <source>Check out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Adjust the selected entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Adjust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Refund the selected payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <location filename="../../app/viewmodels/staff/ledger/pending.py"/>
        <location filename="../../app/viewmodels/staff/money/hub_twins.py"/>
        <location filename="../../app/viewmodels/staff/money/twin_notices.py"/>
        <location filename="../../app/views/staff/money/refund/panel.py"/>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Print the selected payment&apos;s receipt again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>copy reprint pdf</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Change the provider of the selected payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>split clinic move income</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Make or change a payment plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <location filename="../../app/viewmodels/staff/money/panels.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <location filename="../../app/views/staff/money/plan/panel.py"/>
        <source>Payment plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Make a statement of this family&apos;s account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>bill invoice pdf print</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>New task about the selected entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <location filename="../../app/viewmodels/staff/tasks/new/late.py"/>
        <location filename="../../app/views/staff/patient/sections/commlogs.py"/>
        <location filename="../../app/views/staff/tasks/new/panel.py"/>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>to do reminder follow up</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Ledger: account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <location filename="../../app/viewmodels/staff/ledger/tabs.py"/>
        <location filename="../../app/views/staff/day_close/deposit.py"/>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Ledger: claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Ledger: payment plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Ledger: discount plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <source>Discount plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <source>Ledger: statements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/commands.py"/>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <source>Statements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <source>Moved to a payment plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <source>Belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <source>Insurance pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <source>Paid and adjusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <source>Nothing paid or adjusted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <location filename="../../app/viewmodels/staff/ledger/rows.py"/>
        <source>Still owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <source>Where it went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <source>{amount} written off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <source>Unearned: not allocated yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <source>Not attached to anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <source>{amount} insurance paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>{amount} insurance pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <source>{amount} adjusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <source>{amount} on a plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <source>{amount} in other payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <source>{amount} still owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/details.py"/>
        <source>of {fee}: {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <source>Used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <source>No discount plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <location filename="../../app/viewmodels/staff/lists/details.py"/>
        <location filename="../../app/viewmodels/staff/money/plan/shown.py"/>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <location filename="../../app/views/staff/patient/sections/insurance/card.py"/>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <source>Exams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <source>Limited exams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <source>Cleanings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <source>Fluoride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <location filename="../../app/views/staff/chart/exams.py"/>
        <source>Perio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <source>X-rays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <source>Periapicals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <source>Never</source>
        <comment>expires</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <source>Year since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <location filename="../../app/views/staff/patient/sections/insurance/card.py"/>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <source>None</source>
        <comment>limit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/discounts.py"/>
        <source>{n} a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/entries.py"/>
        <source>(split)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/entries.py"/>
        <source>Insurance payment {paid}, write-off {off}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>Patient&apos;s credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>Family&apos;s credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>Patient owes today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>Family owes today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>0-30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>Owed for 0 to 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>31-60</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>Owed for 31 to 60 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>61-90</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>Owed for 61 to 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>over 90</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>Owed for more than 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>The family&apos;s balance before insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <source>Ins Est</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>Insurance pending: expected payments and write-offs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>Est Bal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>The family&apos;s balance after insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>Pat Est Bal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>The selected patient&apos;s part of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <location filename="../../app/viewmodels/staff/ledger/splits.py"/>
        <source>Unearned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/figures.py"/>
        <source>Prepayments that aren&apos;t allocated yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/filters.py"/>
        <source>All dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/filters.py"/>
        <source>This year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/filters.py"/>
        <source>Last 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/filters.py"/>
        <source>Last 3 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/lists.py"/>
        <source>Only this patient&apos;s: reading the family&apos;s needs the Queries permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/pending.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>Not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/pending.py"/>
        <source>Checking whether it was saved…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/pending.py"/>
        <source>Saved, updating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>weekly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <location filename="../../app/viewmodels/staff/money/plan/shown.py"/>
        <source>every other week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>monthly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>quarterly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/tasks.py"/>
        <location filename="../../app/viewmodels/staff/strip_figures.py"/>
        <location filename="../../app/viewmodels/staff/tasks/open/model.py"/>
        <location filename="../../app/views/staff/tasks/task_list.py"/>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>Paid off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>On time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>No payment plans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>Next due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>Terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>{amount} {frequency}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>Interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>{percent} a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>None</source>
        <comment>interest</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>Due so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>Dynamic payment plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <source>Charges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/plans.py"/>
        <location filename="../../app/viewmodels/staff/money/checkout/state.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_rows.py"/>
        <location filename="../../app/viewmodels/staff/strip_figures.py"/>
        <source>Due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/printing.py"/>
        <source>born {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/printing.py"/>
        <source>Family of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/printing.py"/>
        <source>{what}: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/splits.py"/>
        <source>Select the payment in the ledger first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/splits.py"/>
        <source>This payment is unearned income without a provider, so there is nothing to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/splits.py"/>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>On the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/statement_paper.py"/>
        <location filename="../../app/viewmodels/staff/money/payment/checks.py"/>
        <source>The account is still loading. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/statement_paper.py"/>
        <source>The account couldn&apos;t be read. Press Shift+F5 to read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/statement_paper.py"/>
        <source>The balance may be wrong: see the line above the ledger. Make the statement in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <source>Electronic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <source>Made outside Open Dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <source>No statements yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <source>Billing statements are made and sent in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/statements.py"/>
        <source>Sent by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/table.py"/>
        <source>No entries with these filters. “All entries” and “All dates” show everything again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/ledger/table.py"/>
        <source>Nothing on this account yet. “Take payment” (P) records a prepayment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/actions.py"/>
        <source>Select a row first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/actions.py"/>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>No phone number is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/calls.py"/>
        <source>Left a message for {name}, status {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/calls.py"/>
        <source>No answer from {name}, status {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/calls.py"/>
        <source>the appointment on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/calls.py"/>
        <source>scheduling the planned treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/calls.py"/>
        <source>scheduling an appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/calls.py"/>
        <source>a recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/calls.py"/>
        <source>a recall ({kind}) due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <source>No row selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <source>{key} also sets {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_fields.py"/>
        <location filename="../../app/views/staff/money/plan/panel.py"/>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <source>{n} minutes</source>
        <comment>{n} minute</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <source>For</source>
        <comment>what an appointment is for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <source>With</source>
        <comment>the provider, and where</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <source>{name}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <source>{day} ({n} days)</source>
        <comment>{day} ({n} day)</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <source>Not contacted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <source>{n}, last on {day}</source>
        <comment>{n}, last on {day}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/card.py"/>
        <source>{day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <location filename="../../app/viewmodels/staff/schedule/filters.py"/>
        <source>All providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Next business day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Next 2 business days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Next 3 business days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Next 5 business days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Confirmation status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>All appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Any status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/referrals.py"/>
        <source>No status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_fields.py"/>
        <source>Reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Reminded any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Due for a reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Not contacted today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Waiting time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Waiting any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Over {n} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Due date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Due any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Overdue over 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Any length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Up to {n} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Needed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Needed any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Late or needed tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Needed in 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <location filename="../../app/viewmodels/staff/lists/details.py"/>
        <source>Fees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Any amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>From {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <location filename="../../app/viewmodels/staff/lists/details.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Benefits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Any benefits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Some left, ending this year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/choices.py"/>
        <source>Some left, ending in 60 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <source>When</source>
        <comment>the time of an appointment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <source>Min</source>
        <comment>minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <source>Tries</source>
        <comment>how often somebody tried to reach a patient</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <source>Needed for</source>
        <comment>the appointment of a lab case</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <location filename="../../app/viewmodels/staff/lists/details.py"/>
        <source>Laboratory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <location filename="../../app/viewmodels/staff/lists/details.py"/>
        <source>Due back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <source>Instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <source>Benefits end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <source>Patient part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <source>Benefits left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/columns.py"/>
        <source>Days</source>
        <comment>how long somebody waits</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Appointments to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Confirmations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>confirm call tomorrow next days remind</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>hygiene overdue cleaning list remind</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Unscheduled list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>canceled broken no-show waiting</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>ASAP list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>sooner earlier short notice</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Planned appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>tracker treatment not scheduled</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Lab cases that are not back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Lab cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>laboratory crown denture sent waiting</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Unscheduled treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/notes.py"/>
        <source>Treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>treatment coordinator plans value benefits insurance estimate</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Confirmed, next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>confirm done</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Whole family confirmed, next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/new_popup.py"/>
        <source>Whole family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>household relatives all confirm together</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Set status, next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>unscheduled recall confirmation definition left message postcard</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Left a message, next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <location filename="../../app/views/staff/schedule/filling/page.py"/>
        <source>Left message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>voicemail call log</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>No answer, next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <location filename="../../app/views/staff/day_close/family.py"/>
        <location filename="../../app/views/staff/schedule/filling/page.py"/>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>call log nobody busy</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Log a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Log call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>commlog note said</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Book it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Book now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>schedule opening find time move</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Call the patient of this row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>phone dial telephone</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Show the patient of this row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Show patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>select open strip</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Print the treatment estimate of this row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>Print estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/commands.py"/>
        <source>paper pdf plan fees insurance</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/confirmations.py"/>
        <source>Everybody is confirmed. Use the filters above to show all appointments or more days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/confirmations.py"/>
        <source>only {n} of {all} days could be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/lists/counting.py"/>
        <source>{n} recalls</source>
        <comment>{n} recall</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/lists/counting.py"/>
        <source>{n} lab cases</source>
        <comment>{n} lab case</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/details.py"/>
        <source>Case</source>
        <comment>the instructions of a lab case</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/lists/details.py"/>
        <source>{n} procedures</source>
        <comment>{n} procedure</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/details.py"/>
        <source>{amount} estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/details.py"/>
        <source>Without a name</source>
        <comment>an insurance carrier</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/details.py"/>
        <source>No yearly maximum is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/details.py"/>
        <source>{amount} left until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/estimates.py"/>
        <source>Estimates are printed from the list of planned treatment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/estimates.py"/>
        <source>This patient has no planned procedures any more. Refresh the list with Shift+F5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/families.py"/>
        <source>This patient&apos;s family isn&apos;t known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/families.py"/>
        <source>Nobody else in this family has an unconfirmed appointment on this list that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/families.py"/>
        <source>Only a scheduled appointment can be confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/lists/families.py"/>
        <source>{n} confirmed: {names}</source>
        <comment>{n} confirmed: {names}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/read_tab.py"/>
        <source>Every lab case is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/read_tab.py"/>
        <source>No planned treatment needs scheduling. Change the filters above to see more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/read_tab.py"/>
        <source>This list needs the Queries permission: without it, planned treatment can be read for one patient at a time only. Ask whoever manages the API key in Open Dental&apos;s developer portal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/read_tab.py"/>
        <source>This office has too many lab cases to read without the Queries permission. Ask whoever manages the API key in Open Dental&apos;s developer portal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/rows.py"/>
        <source>Not known</source>
        <comment>a status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/screen.py"/>
        <source>list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/statuses.py"/>
        <source>The rows of this list have no status in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/statuses.py"/>
        <source>The office&apos;s statuses haven&apos;t loaded yet. Refresh the list with Shift+F5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/statuses.py"/>
        <source>No status</source>
        <comment>a call that sets none</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/statuses.py"/>
        <source>None</source>
        <comment>no status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/together.py"/>
        <source>Undone: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/waiting.py"/>
        <source>Nobody is due for a recall. Change the filters above to see patients who were reminded recently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/waiting.py"/>
        <source>Nobody is on the Unscheduled List. Canceled appointments can be sent there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/waiting.py"/>
        <source>Nobody is on the ASAP List. Set an appointment&apos;s priority to ASAP to put it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/lists/waiting.py"/>
        <source>No planned appointments need scheduling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/adjustment/rules.py"/>
        <location filename="../../app/viewmodels/staff/money/payment/checks.py"/>
        <source>Enter the amount first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/adjustment/rules.py"/>
        <source>Choose the type of the adjustment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/adjustment/shown.py"/>
        <source>{name} (takes off)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/adjustment/shown.py"/>
        <source>{name} (adds)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/adjustment/shown.py"/>
        <source>Not attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/adjustment/shown.py"/>
        <source>Usual provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/adjustment/shown.py"/>
        <source>Owed on the procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/adjustment/shown.py"/>
        <source>Patient&apos;s balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/adjustment/shown.py"/>
        <source>{amount} owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/attempt.py"/>
        <source>{problem} What was entered is kept in the panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/attempt.py"/>
        <source>Posted. Saving the rest of it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/attempt.py"/>
        <source>Front Desk can&apos;t tell whether this was posted. Look in Open Dental, then choose Done or Not done under Needs attention. Don&apos;t take it again before that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/attempt.py"/>
        <source>Checking… Sent, but Open Dental hasn&apos;t confirmed it. A second try is blocked until the office answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/attempt.py"/>
        <source>Checking… Sent, but Open Dental hasn&apos;t confirmed it. A second try is blocked until {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/checkout/checkout.py"/>
        <source>Nothing was completed today. Procedures are set complete in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/checkout/coming.py"/>
        <location filename="../../app/viewmodels/staff/strip_figures.py"/>
        <source>Next</source>
        <comment>the next appointment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/checkout/state.py"/>
        <source>{what}: fee {fee}, insurance {insurance}, patient {portion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/checkout/state.py"/>
        <source>Pays: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/checkout/state.py"/>
        <source>Insurance: {amount} expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/checkout/state.py"/>
        <source>{words}, not on a claim yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/checkout/state.py"/>
        <source>Nothing due for today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/checkout/state.py"/>
        <source>Due today: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/checkout/state.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/offers.py"/>
        <source>Booked for {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/checkout/state.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_rows.py"/>
        <source>No due date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/checkout/state.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_rows.py"/>
        <location filename="../../app/viewmodels/staff/strip_figures.py"/>
        <source>Overdue since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/form_shown.py"/>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>Birthdate not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/form_shown.py"/>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>Patient owes {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/form_shown.py"/>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>Family owes {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/hub_twins.py"/>
        <source>adjustment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/hub_twins.py"/>
        <source>payment plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/hub_twins.py"/>
        <source>insurance payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/hub_twins.py"/>
        <source>deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/hub_twins.py"/>
        <source> for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/hub_twins.py"/>
        <source>{device} wanted to refund the payment that was just refunded here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/hub_twins.py"/>
        <source>{device} is about to take the payment that was just taken here{whose}. Is it the same one? The other desk has been asked too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/hub_twins.py"/>
        <source>{device} is about to post the {what} that was just posted here{whose}. Is it the same one? The other desk has been asked too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/hub_twins.py"/>
        <source>The payment is not posted yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/late.py"/>
        <source>{what} for {name}: not posted yet. {key} continues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/panels.py"/>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/panels.py"/>
        <source>pay money cash check card collect copay</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/panels.py"/>
        <source>checkout leave walkout statement goodbye done today</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/panels.py"/>
        <location filename="../../app/views/staff/money/adjustment/panel.py"/>
        <source>Add adjustment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/panels.py"/>
        <source>discount write off courtesy late fee charge credit</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/panels.py"/>
        <location filename="../../app/views/staff/money/refund/panel.py"/>
        <source>Refund payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/panels.py"/>
        <source>give money back return undo payment void</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/panels.py"/>
        <source>installments schedule agreement monthly pay over time</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/papers.py"/>
        <source>This payment is no longer in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/papers.py"/>
        <source>{printer} didn&apos;t accept this. Check that it is on and connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/papers.py"/>
        <source>{what} sent to {printer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/account.py"/>
        <source>Loading the account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/account.py"/>
        <source>Updating the account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/checks.py"/>
        <source>Choose how it is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/checks.py"/>
        <source>This is less than the amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/checks.py"/>
        <source>Tick what is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/checks.py"/>
        <source>Enter an amount, or remove the tick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/checks.py"/>
        <source>Less than that is owed on this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/checks.py"/>
        <source>The ticked amounts must add up to the payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/checks.py"/>
        <source>Ref. {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>Insurance pending {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>Unearned (prepaid): {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>Plan due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>Chosen procedures and plan charges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>Chosen procedures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>Oldest charges of the family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>Oldest charges of this patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>Payment plan of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>Prepayment (unearned)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>To unearned (prepayment)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>Family balance after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>Balance after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>Patient balance after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>Ticked {sum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>{amount} still to tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>{amount} more than the payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/payment/shown.py"/>
        <source>Plan charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/rules.py"/>
        <source>Tick the procedures that the plan covers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/rules.py"/>
        <source>The down payment must be less than the total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/rules.py"/>
        <source>Enter the yearly interest in percent, such as 6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/rules.py"/>
        <source>Enter the date of the first payment, today or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/rules.py"/>
        <source>These payments don&apos;t pay it off. Enter more for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/rules.py"/>
        <source>Enter the amount of each payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/rules.py"/>
        <source>Enter the number of payments, from 1 to 1000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/shown.py"/>
        <source>every week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/shown.py"/>
        <source>every month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/shown.py"/>
        <source>every quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/shown.py"/>
        <source>every month, same weekday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/shown.py"/>
        <source>Plan of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/shown.py"/>
        <source>{amount} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/shown.py"/>
        <source>next {amount} on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/shown.py"/>
        <source>due now {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/shown.py"/>
        <source>On the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/shown.py"/>
        <location filename="../../app/views/staff/money/plan/panel.py"/>
        <source>Down payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/shown.py"/>
        <source>Payment {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/shown.py"/>
        <source>Payment {n}, {amount} interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/shown.py"/>
        <source>… until payment {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/plan/shown.py"/>
        <source>Interest in total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/refund/rules.py"/>
        <source>Choose the payment to refund.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/refund/shown.py"/>
        <source>refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/refund/shown.py"/>
        <source>Paid twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/refund/shown.py"/>
        <source>Overpaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/refund/shown.py"/>
        <source>Wrong patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/refund/shown.py"/>
        <source>The whole payment goes back, with all that it paid. To refund a part of it, or to change or delete a payment, open it in Open Dental&apos;s Account Module. To allocate unearned income, use Income Transfer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/refund/shown.py"/>
        <source>No payments of this patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/twin_notices.py"/>
        <source>{what}, and another desk posted the same just before. If it was paid only once, take this one back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/money/twin_notices.py"/>
        <source>{what}, and another desk posted the same just after. If it was paid only once, the other desk should refund theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/attempts.py"/>
        <source>Booking opens once it is sent. You can close this and go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/fields.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/new_referral.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>Referred by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/fields.py"/>
        <location filename="../../app/viewmodels/staff/tasks/new/choices.py"/>
        <source>Office default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/form.py"/>
        <source>The family&apos;s data are still loading. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/form.py"/>
        <source>{name}: not added yet. {key} continues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/late.py"/>
        <source>add create register enter person</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/late.py"/>
        <location filename="../../app/viewmodels/staff/new_patient/state.py"/>
        <source>New family member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/late.py"/>
        <source>Add member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/late.py"/>
        <source>add relative child spouse dependent sibling</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/late.py"/>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>No patient is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/relative.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/relative.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Spouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/relative.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Dependent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/relative.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Life partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/relative.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Significant other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/relative.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Self</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/relative.py"/>
        <source>Same guarantor, provider, and clinic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/state.py"/>
        <source>Already a patient?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/state.py"/>
        <source>Similar patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/state.py"/>
        <source>{title} {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/state.py"/>
        <source>Adding…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/state.py"/>
        <source>Add anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/state.py"/>
        <source>Add patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/twins.py"/>
        <source>Same birthdate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/twins.py"/>
        <source>Same phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/twins.py"/>
        <source>Same birthdate and phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/new_patient/twins.py"/>
        <source>Similar name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/outcomes.py"/>
        <source>{what}. It will be sent in 10 seconds. Until then, Undo leaves no trace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/outcomes.py"/>
        <source>Not sent yet: {what}. {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/outcomes.py"/>
        <source>Undone: {what}. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/outcomes.py"/>
        <source>{what} ({clinic})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/outcomes.py"/>
        <location filename="../../app/views/staff/frame/attention_page.py"/>
        <source>Phone: {phone}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/outcomes.py"/>
        <source>{what}: canceled while it was being sent. Front Desk is checking that nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/outcomes.py"/>
        <source>{what}: sent, but Open Dental hasn&apos;t confirmed it. Front Desk is checking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/outcomes.py"/>
        <source>{name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/commands.py"/>
        <source>patient page tab</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/overview.py"/>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/overview.py"/>
        <source>Recalls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/overview.py"/>
        <source>Forms and documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/overview.py"/>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/overview.py"/>
        <source>Popups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/overview.py"/>
        <source>Patient fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/commands.py"/>
        <source>Add files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/commands.py"/>
        <source>upload document scan attach picture insurance card</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/commands.py"/>
        <source>New form…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/commands.py"/>
        <source>sheet consent medical history registration letter</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/commands.py"/>
        <source>Paste a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/commands.py"/>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/commands.py"/>
        <source>Scan a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/commands.py"/>
        <source>Scan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/commands.py"/>
        <source>Upload the chosen files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/commands.py"/>
        <location filename="../../app/views/staff/patient/papers/staging.py"/>
        <source>Upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/document_details.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/document_rows.py"/>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/document_details.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/document_rows.py"/>
        <source>Teeth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/document_details.py"/>
        <location filename="../../app/viewmodels/staff/patient/papers/document_rows.py"/>
        <location filename="../../app/views/staff/patient/papers/staging.py"/>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/document_rows.py"/>
        <source>Mount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/document_rows.py"/>
        <source>{n} KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/document_rows.py"/>
        <source>{n} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/document_rows.py"/>
        <source>No documents yet. Drop files here, paste a picture (Ctrl+V), or add files (Ctrl+O).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/documents.py"/>
        <source>No file is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/documents.py"/>
        <location filename="../../app/viewmodels/staff/patient/tabs.py"/>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/documents.py"/>
        <source>Any file up to {n} MB: PDF, pictures, Word and others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/documents.py"/>
        <source>There is no picture or file to paste. Copy one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/documents.py"/>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/documents.py"/>
        <source>Scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_fields.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/fields.py"/>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_fields.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/fields.py"/>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_fields.py"/>
        <source>This form has no fields to show. Open it in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_fields.py"/>
        <source>Signed {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_fields.py"/>
        <source>Signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_fields.py"/>
        <source>Not signed. It is signed in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_fields.py"/>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_fields.py"/>
        <source>Medication {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_fields.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/commlogs.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/popups.py"/>
        <location filename="../../app/viewmodels/staff/tasks/open/fields.py"/>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>Referral letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>Referral slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>Patient form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/notes.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>Medical history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>Exam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>Routing slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>Lab slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>Prescription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>Prescription instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>Screening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>Due: not filled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>Due: not signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <location filename="../../app/views/staff/patient/papers/form_fields.py"/>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>Web form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/form_rows.py"/>
        <source>No forms yet. Add one with New form (Ctrl+R).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/forms.py"/>
        <source>No patient selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/patient/papers/forms.py"/>
        <source>{n} forms are due.</source>
        <comment>{n} form is due.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/forms.py"/>
        <source>Which forms are due isn&apos;t known: the API key lacks the Queries permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/forms.py"/>
        <source>No form is due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/forms.py"/>
        <source>Last medical history: {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/new_form.py"/>
        <source>No forms to choose from. Add custom sheets in Open Dental: Setup, Sheets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/staging.py"/>
        <source>This is a folder. Add the files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/staging.py"/>
        <source>This file can&apos;t be read. Check that it is still there and that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/upload_rows.py"/>
        <source>Saving on this PC…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/upload_rows.py"/>
        <source>Saved on this PC, not sent yet. {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/upload_rows.py"/>
        <source>Uploaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/upload_rows.py"/>
        <source>It was already saved when you canceled. Undo removes it (Ctrl+Z).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/upload_rows.py"/>
        <source>Canceling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/upload_rows.py"/>
        <source>Waiting for the file before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/upload_rows.py"/>
        <source>Waiting for Open Dental…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/upload_rows.py"/>
        <source>Sending… {percent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/uploads.py"/>
        <source>This file can&apos;t be read any more. Check that it is still there and that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/papers/uploads.py"/>
        <source>Canceled: {file}. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/section_commands.py"/>
        <source>Add insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/section_commands.py"/>
        <source>coverage plan carrier subscriber</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/section_commands.py"/>
        <source>Add recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/section_commands.py"/>
        <source>due hygiene interval</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/section_commands.py"/>
        <source>Add popup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/section_commands.py"/>
        <location filename="../../app/views/staff/patient/sections/insurance/form.py"/>
        <location filename="../../app/views/widgets/inline/field.py"/>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/section_commands.py"/>
        <source>alert note warning message</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/section_commands.py"/>
        <source>Add referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/section_commands.py"/>
        <source>referred specialist source</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/appointment_history.py"/>
        <source>no-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/appointment_history.py"/>
        <source>canceled</source>
        <comment>appointment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/appointment_history.py"/>
        <source>deleted</source>
        <comment>appointment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/appointment_history.py"/>
        <source>scheduled</source>
        <comment>appointment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/appointment_history.py"/>
        <source>complete</source>
        <comment>appointment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/appointment_history.py"/>
        <location filename="../../app/viewmodels/staff/tasks/open/head.py"/>
        <source>on the Unscheduled List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/appointment_history.py"/>
        <source>on the ASAP List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/appointment_history.py"/>
        <source>broken</source>
        <comment>appointment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/appointment_history.py"/>
        <source>planned</source>
        <comment>appointment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/appointment_history.py"/>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/appointment_history.py"/>
        <source>name not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/appointment_history.py"/>
        <source>another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/appointment_history.py"/>
        <source>booked for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/appointment_history.py"/>
        <source>moved to {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/appointment_history.py"/>
        <source>to {operatory}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/appointment_history.py"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/state.py"/>
        <source>{n} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/appointment_history.py"/>
        <source>note changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/appointments.py"/>
        <location filename="../../app/viewmodels/staff/strip_figures.py"/>
        <source>Today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/commlogs.py"/>
        <source>No commlogs yet. “Add commlog” above writes the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/commlogs.py"/>
        <source>Commlog {day}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/commlogs.py"/>
        <source>Only the first members of this family are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/commlogs.py"/>
        <source>not confirmed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact.py"/>
        <source>This patient was deleted in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>No preference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Do not call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Work phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>See notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Single</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Married</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Widowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Divorced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/family_rows.py"/>
        <location filename="../../app/viewmodels/staff/strip_state.py"/>
        <source>Not a patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/family_rows.py"/>
        <location filename="../../app/viewmodels/staff/strip_state.py"/>
        <source>Archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/family_rows.py"/>
        <location filename="../../app/viewmodels/staff/strip_state.py"/>
        <source>Deceased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/family_rows.py"/>
        <location filename="../../app/viewmodels/staff/strip_state.py"/>
        <source>Prospective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Preferred name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Middle initial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <location filename="../../app/viewmodels/staff/strip_state.py"/>
        <source>Wireless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <location filename="../../app/viewmodels/staff/strip_state.py"/>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <location filename="../../app/viewmodels/staff/strip_state.py"/>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Text messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Contact by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Confirm by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Recall by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Marital status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>SSN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Hygienist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>Chart number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/contact_fields.py"/>
        <source>This is not an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/patient/sections/family.py"/>
        <source>{n} members</source>
        <comment>{n} member</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/patient/sections/family.py"/>
        <source>Recalls and appointments of {n} members aren&apos;t loaded.</source>
        <comment>Recalls and appointments of {n} member aren&apos;t loaded.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/family_rows.py"/>
        <source>{n} years old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/family_rows.py"/>
        <source>balance {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/family_rows.py"/>
        <source>selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/family_rows.py"/>
        <location filename="../../app/viewmodels/staff/patient/sections/new_popup.py"/>
        <source>Super family</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/patient/sections/family_rows.py"/>
        <source>{n} recalls overdue</source>
        <comment>{n} recall overdue</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/family_rows.py"/>
        <source>{n} not scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/family_rows.py"/>
        <source>Super family head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/family_rows.py"/>
        <source>Recall overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/family_rows.py"/>
        <source>Recall due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/family_rows.py"/>
        <source>Next {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/family_rows.py"/>
        <source>{n} to schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/family_rows.py"/>
        <source>Not scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/fields.py"/>
        <source>Open Dental fills in this field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/fields.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/fields.py"/>
        <source>None</source>
        <comment>value of a field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/actions.py"/>
        <source>This insurance was just ended. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Third</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Fourth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Fifth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Employee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Handicapped dependent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Injured plaintiff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>{label}: {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>used {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>pending {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>remaining {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Unknown carrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Eligibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>{n}th</source>
        <extracomment>the place of an insurance in the patient&apos;s order</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>ID {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Ended {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Starts {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Pending</source>
        <comment>an insurance that is not confirmed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Annual maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>None</source>
        <comment>no limit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Family maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Family deductible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>The plan&apos;s benefit year can&apos;t be read, so there is no estimate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Estimate for {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Estimate for the benefit year from {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>Everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>never verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/cards.py"/>
        <source>verified today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/coverage_form.py"/>
        <source>New plan for this subscriber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/coverage_form.py"/>
        <source>New {order} insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/coverage_form.py"/>
        <source>{carrier} is in Open Dental already and will be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/fields.py"/>
        <location filename="../../app/views/staff/patient/sections/insurance/form.py"/>
        <source>Subscriber ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/fields.py"/>
        <location filename="../../app/views/staff/patient/sections/insurance/form.py"/>
        <source>Relationship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/fields.py"/>
        <source>Patient ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/fields.py"/>
        <source>Effective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/fields.py"/>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/fields.py"/>
        <location filename="../../app/views/staff/patient/sections/insurance/form.py"/>
        <source>Group name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/fields.py"/>
        <location filename="../../app/views/staff/patient/sections/insurance/form.py"/>
        <source>Group number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/fields.py"/>
        <location filename="../../app/views/staff/patient/sections/insurance/form.py"/>
        <source>Carrier phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/fields.py"/>
        <source>Subscriber note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/fields.py"/>
        <source>Benefit notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/fields.py"/>
        <source>Plan note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/form_state.py"/>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/form_state.py"/>
        <source>No group name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/form_state.py"/>
        <source>subscriber {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/form_writes.py"/>
        <source>Enter the insurance company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/form_writes.py"/>
        <source>Enter the subscriber ID from the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/insurance/form_writes.py"/>
        <source>This isn&apos;t a phone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/new_popup.py"/>
        <location filename="../../app/viewmodels/staff/tasks/scopes.py"/>
        <source>This patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/new_popup.py"/>
        <source>Type a text first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/new_referral.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>Referred to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/new_referral.py"/>
        <source>Other referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/new_referral.py"/>
        <source>Choose a name from the list. New ones are added in Open Dental: Lists, Referrals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/notes.py"/>
        <source>Family urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/notes.py"/>
        <source>Family finance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/popups.py"/>
        <source>snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/popups.py"/>
        <source>until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/popups.py"/>
        <source>off since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_fields.py"/>
        <source>On</source>
        <comment>reminders of a recall</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_fields.py"/>
        <source>Off</source>
        <comment>reminders of a recall</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_fields.py"/>
        <source>None</source>
        <comment>status of a recall</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_fields.py"/>
        <source>Interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/patient/sections/recall_rows.py"/>
        <source>{n} months</source>
        <comment>{n} month</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/patient/sections/recall_rows.py"/>
        <source>{n} weeks</source>
        <comment>{n} week</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_rows.py"/>
        <source>Off until {day}</source>
        <extracomment>a recall that does not remind</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_rows.py"/>
        <source>Off</source>
        <comment>a recall that does not remind</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_rows.py"/>
        <source>Booked {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_rows.py"/>
        <source>Every {interval}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/recall_rows.py"/>
        <source>last {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/recalls.py"/>
        <source>The patient has a recall of every type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/referrals.py"/>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/referrals.py"/>
        <source>Scheduled</source>
        <comment>referral</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/referrals.py"/>
        <source>Consulted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/referrals.py"/>
        <source>In treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/referrals.py"/>
        <source>Referral {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/section.py"/>
        <source>This patient is no longer in Open Dental. This is what was known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/tasks.py"/>
        <source>Add task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/tasks.py"/>
        <location filename="../../app/viewmodels/staff/tasks/facts.py"/>
        <source>(no text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/sections/tasks.py"/>
        <source>Appointment {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient/tabs.py"/>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>Previous patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>back last recent history</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>Next patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>forward recent history</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>Book for this patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/state.py"/>
        <location filename="../../app/views/staff/chart/plans.py"/>
        <location filename="../../app/views/staff/money/checkout/summary_box.py"/>
        <location filename="../../app/views/staff/patient/sections/recalls.py"/>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>schedule new appointment</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>Call this patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>Write a commlog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <location filename="../../app/views/staff/chart/banner.py"/>
        <source>Add commlog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>communication call note log message</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>Switch family member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>guarantor relatives</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>Snooze popups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>hide popup later</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>Keep this patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>pin lock follow Open Dental</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <location filename="../../app/views/staff/frame/strip.py"/>
        <source>Close this patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>deselect clear strip</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>Open in Open Dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>switch program module start launch</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>Open Dental selected {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>No other patient was selected today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>This patient has no family members.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/patient_commands.py"/>
        <source>There are no popups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/approval.py"/>
        <source>Windows can&apos;t read the stored PINs right now. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/brought.py"/>
        <source>{others} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/brought.py"/>
        <source>From before it was paired with the office&apos;s hub, this PC has {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/people/brought.py"/>
        <source>{n} people with PINs</source>
        <comment>one person with a PIN</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/brought.py"/>
        <source>closed days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/brought.py"/>
        <source>reminders, read marks and drafts of tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/brought.py"/>
        <source>Added to the office&apos;s list: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/brought.py"/>
        <source>Taken over. The people of this PC are on the office&apos;s list already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/brought.py"/>
        <source>Only a manager can add people to the office&apos;s list. Sign in as one, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/brought.py"/>
        <source>The office&apos;s list has {name}&apos;s Open Dental user under the name {there}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/brought.py"/>
        <source>The office&apos;s list already has a {name}, with another Open Dental user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/brought.py"/>
        <source>{name} isn&apos;t on the office&apos;s list of people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/changing.py"/>
        <source>Windows can&apos;t store PINs right now. Nothing was changed. Try again, or ask your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/late.py"/>
        <source>Switch person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/late.py"/>
        <source>user sign in who change name log in</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/late.py"/>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/late.py"/>
        <source>hide sign out log off privacy away</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/late.py"/>
        <location filename="../../app/views/staff/people/page.py"/>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/late.py"/>
        <source>staff roles rights limits PIN users invite manage</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/late.py"/>
        <source>Nobody signs in at this office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/late.py"/>
        <source>Set up the first person first: File, People.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/people.py"/>
        <source>Choose an Open Dental user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/people.py"/>
        <source>{name} is signed in and manages the people here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/people.py"/>
        <source>Start code for {name}: {code}. Tell nobody else. It works once, then a PIN has to be chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/roles.py"/>
        <source>Enter a number of days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/roles.py"/>
        <source>At least one type has to stay. To allow none, remove the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/sign_in.py"/>
        <source>Front Desk is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/sign_in.py"/>
        <source>Who is at the desk?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/sign_in.py"/>
        <source>Windows can&apos;t read the stored PINs right now, so nobody can sign in. Try again, or enter the office&apos;s customer key to see the schedule without posting money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/sign_in.py"/>
        <source>The list of people on this PC was deleted, changed or replaced by an older one. Nobody can sign in with it. Enter the office&apos;s customer key to set up the first person again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/sign_in.py"/>
        <source>The office&apos;s hub can&apos;t be reached, so nobody can sign in. Try again, or ask your IT support whether it is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/sign_in.py"/>
        <source>The office&apos;s hub can&apos;t be reached. Whoever signed in on this PC within the last four days can see the schedule; money can be posted once the hub is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/sign_in.py"/>
        <source>Enter your PIN first, then Change PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/sign_in.py"/>
        <source>A manager can give you a start code: File, People. If no manager can sign in, enter the office&apos;s customer key to set up the first person again. Everyone then needs a new PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/sign_in.py"/>
        <source>Windows can&apos;t read the stored PINs right now. Nothing was changed. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/sign_in.py"/>
        <source>Choose your own PIN and enter it twice. Only you should know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/people/sign_in.py"/>
        <source></source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/saved_copy.py"/>
        <source>The office can&apos;t be reached. This is a saved copy, which can&apos;t be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/saved_copy.py"/>
        <source>Can&apos;t reach the office. This is the schedule as saved {saved_at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/saved_copy.py"/>
        <source>It can be read and printed, but not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/saved_copy.py"/>
        <source>Tried again at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/saved_copy.py"/>
        <source>Trying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/arranging/arrangement.py"/>
        <source>View: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/arranging/arrangement.py"/>
        <source>No view has the key F{n}. Press Ctrl+Shift+F2 to make one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/arranging/commands.py"/>
        <source>Columns by provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/arranging/commands.py"/>
        <source>operatory chair dentist hygienist lanes</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/arranging/commands.py"/>
        <source>Leave the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/arranging/commands.py"/>
        <source>saved view all operatories reset</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/arranging/commands.py"/>
        <source>Edit views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/arranging/commands.py"/>
        <source>saved views operatories providers card lines public screen import</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/arranging/commands.py"/>
        <source>View on F{n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/arranging/commands.py"/>
        <source>saved appointment view operatories</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/arranging/editing.py"/>
        <source>The office&apos;s key lacks the Queries permission. Ask Open Dental for it, or make the views here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/arranging/editing.py"/>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <source>New view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/arranging/editing.py"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <location filename="../../app/viewmodels/staff/schedule/filters.py"/>
        <location filename="../../app/views/staff/board/window.py"/>
        <location filename="../../app/views/staff/frame/day_bar.py"/>
        <location filename="../../app/views/staff/lists/bar.py"/>
        <source>All clinics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/arranging/editing.py"/>
        <source>{name} uses this key now and will lose it when you save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/arranging/editing.py"/>
        <source>{name} keeps this key for the other clinics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/arranging/editing.py"/>
        <source>{n} views imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/arranging/editing.py"/>
        <source>Not shown on tiles here: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/attempts.py"/>
        <source>Not booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/attempts.py"/>
        <source>Not booked. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>“{words}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>Not understood. The search ignores it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>No upcoming day or time matches this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>This appointment keeps its type and length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>From “{words}”. Click to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/rules.py"/>
        <source>Any dentist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <location filename="../../app/viewmodels/staff/schedule/booking/rules.py"/>
        <source>Any hygienist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <location filename="../../app/viewmodels/staff/schedule/papers/schedule_sheets.py"/>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>Next week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>In two weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>Next month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>Morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>Afternoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>Not {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>{first} or {then}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>From {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>Until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>{first} – {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>At {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>Ends by {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>Before {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/chips.py"/>
        <source>From {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/drafts.py"/>
        <source>{who}: not booked. Ctrl+N goes on with what you entered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/patient.py"/>
        <location filename="../../app/viewmodels/staff/schedule/filling/rows.py"/>
        <source>No phone on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/patient.py"/>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/patient.py"/>
        <source>Upcoming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/patient.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>None on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/patient.py"/>
        <source>Some alerts couldn&apos;t be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/patient.py"/>
        <source>Couldn&apos;t be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/patient.py"/>
        <source>No other appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/rules.py"/>
        <location filename="../../app/viewmodels/staff/schedule/details/offers.py"/>
        <source>No type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/rules.py"/>
        <source>Any provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/rules.py"/>
        <source>No openings on these days and at these times. Change or remove some of the words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/rules.py"/>
        <source>No openings of this length in the next weeks. Try a shorter appointment or any provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/rules.py"/>
        <source>The patient has another appointment at that time. These are the next openings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/rules.py"/>
        <source>That time has passed, and nothing was free after it. These are the next openings from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/rules.py"/>
        <source>This time has passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/rules.py"/>
        <source>This day&apos;s blockouts haven&apos;t loaded yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/state.py"/>
        <source>Move {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/state.py"/>
        <source>Book {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/state.py"/>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <location filename="../../app/viewmodels/staff/schedule/opening_preview.py"/>
        <location filename="../../app/views/staff/schedule/booking_offers.py"/>
        <source>New appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/state.py"/>
        <source>Move here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/state.py"/>
        <source>Looking for openings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/booking/waiting.py"/>
        <source>{kind}, {n} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/breaking.py"/>
        <source>D9986 (missed) is added to the chart, with the office&apos;s fee for it, if any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/breaking.py"/>
        <source>D9987 (canceled) is added to the chart, with the office&apos;s fee for it, if any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/breaking.py"/>
        <source>This office adds no procedure for canceled appointments ({menu}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/breaking.py"/>
        <source>This office adds no procedure for missed appointments ({menu}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/breaking.py"/>
        <source>This office adds no procedure for broken appointments ({menu}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/breaking.py"/>
        <source>The office&apos;s settings for broken appointments are still loading. Open this again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/breaking.py"/>
        <source>The appointment moves to the Unscheduled List.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/breaking.py"/>
        <source>The appointment stays on the schedule, marked broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/breaking.py"/>
        <source>A commlog entry is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/breaking.py"/>
        <source>Procedures stay on the treatment plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/breaking.py"/>
        <source>Canceled with 24+ hours&apos; notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/breaking.py"/>
        <source>Canceled late: less than 24 hours&apos; notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/breaking.py"/>
        <source>No-show: did not come or call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>day week back before</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>day week forward after</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <location filename="../../app/views/staff/frame/day_bar.py"/>
        <location filename="../../app/views/staff/schedule/bar.py"/>
        <source>Pick a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>calendar day jump</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>schedule</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <location filename="../../app/views/printing/preview.py"/>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>larger bigger</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <location filename="../../app/views/printing/preview.py"/>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>smaller</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>Usual zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>zoom reset 100 percent normal</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>Fit the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>zoom whole day all</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <location filename="../../app/views/staff/schedule/problems_page.py"/>
        <source>Appointments that can&apos;t be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>problems missing unreadable look at</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>Print the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>paper pdf day list</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>appointment status confirm</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>Arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>appointment status check in here waiting</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>Seated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>appointment status seat operatory</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>Dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>appointment status check out done left</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>Make longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>appointment length extend resize</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>Make shorter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>appointment length shorten resize</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <location filename="../../app/views/staff/schedule/details_page.py"/>
        <source>Add to note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>appointment comment write</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>Open its task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>appointment tasks to do</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>appointment reschedule change time</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>Move with the arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>appointment reschedule keyboard</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <location filename="../../app/views/staff/schedule/break_dialog.py"/>
        <source>Cancel or no-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <location filename="../../app/views/staff/day_close/day.py"/>
        <location filename="../../app/views/staff/frame/connecting/connect_page.py"/>
        <location filename="../../app/views/staff/frame/new_patient/panel.py"/>
        <location filename="../../app/views/staff/money/form_panel.py"/>
        <location filename="../../app/views/staff/money/payment/panel.py"/>
        <location filename="../../app/views/staff/patient/papers/uploads.py"/>
        <location filename="../../app/views/staff/patient/sections/insurance/form.py"/>
        <location filename="../../app/views/staff/people/approval.py"/>
        <location filename="../../app/views/staff/schedule/booking_panel.py"/>
        <location filename="../../app/views/staff/tasks/new/panel.py"/>
        <location filename="../../app/views/staff/tasks/open/hand_on_form.py"/>
        <location filename="../../app/views/staff/tasks/open/remind_form.py"/>
        <location filename="../../app/views/widgets/draft_form.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>appointment break broken no show missed delete remove</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>New task for this appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>to do reminder follow up attach</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>New task to fill this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>free gap open slot opening to do</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/commands.py"/>
        <source>book schedule add create visit</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/batches.py"/>
        <source>Not tried: {codes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/batches.py"/>
        <source>The appointment of {name} is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/batches.py"/>
        <source>Still treatment planned: {codes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/batches.py"/>
        <source>{codes} on the appointment of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/batches.py"/>
        <source>{codes} off the appointment of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/schedule/details/batches.py"/>
        <source>now {n} minutes long</source>
        <comment>now {n} minute long</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/changes.py"/>
        <source>{procedure} is on this appointment already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/changes.py"/>
        <source>{procedure} is planned for another appointment: tick it below to move it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/commands.py"/>
        <source>Procedures and details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/commands.py"/>
        <location filename="../../app/views/staff/schedule/details_page.py"/>
        <location filename="../../app/views/staff/schedule/visit_details/page.py"/>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/commands.py"/>
        <source>appointment edit treatment plan attach detach type fields lab referral form</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/commands.py"/>
        <source>On the ASAP List or off it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/commands.py"/>
        <source>appointment priority sooner short notice waiting list</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/compared.py"/>
        <source>{problem}. Enter adds it anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/entry.py"/>
        <source>No procedure code fits “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/entry.py"/>
        <source>Not added for {name}: {codes}. No tooth or area was entered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/entry.py"/>
        <source>Loading the office&apos;s codes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/offers.py"/>
        <source>Hidden type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/offers.py"/>
        <source>On the Unscheduled List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/offers.py"/>
        <source>Broken on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/page.py"/>
        <source>Select an appointment to see its procedures and details here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/page.py"/>
        <location filename="../../app/viewmodels/staff/schedule/visit_rules.py"/>
        <source>This is a note on the schedule, not an appointment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/page.py"/>
        <source>Restricted in Open Dental: this patient may not be scheduled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>No procedures on this appointment yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>Nothing else is treatment planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>On another appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>This procedure is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>Recall: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>Add {codes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>Restricted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>Quick add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>Length by procedures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>Forms due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>Not known: needs the Queries permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>{date}, more than a year ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>checked {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>back {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>not back, due {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>sent {date}, not back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>consulted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>in treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>Its procedures take {n} minutes.</source>
        <comment>Its procedures take {n} minute.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/shown.py"/>
        <source>The appointment&apos;s time is locked in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/unfinished.py"/>
        <source>The program stopped in the middle of an appointment&apos;s procedures: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/unfinished.py"/>
        <source>Done: {codes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/unfinished.py"/>
        <source>Not done: {codes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/unfinished.py"/>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/unfinished.py"/>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/details/unfinished.py"/>
        <source>The appointment is no longer on the schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/drop.py"/>
        <source>This day is still loading. It is checked before the move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/drop.py"/>
        <source>Not moved: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/drop.py"/>
        <source>Move anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/early.py"/>
        <source>As of {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filling/commands.py"/>
        <location filename="../../app/viewmodels/staff/schedule/filling/rows.py"/>
        <source>Fill this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filling/commands.py"/>
        <source>free gap open slot opening hole asap unscheduled recall call list who fits</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filling/filling.py"/>
        <source>This appointment was just moved or canceled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filling/filling.py"/>
        <source>This time isn&apos;t free any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filling/late.py"/>
        <location filename="../../app/viewmodels/staff/schedule/new_tasks.py"/>
        <source>Select free time in the schedule first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filling/late.py"/>
        <location filename="../../app/viewmodels/staff/schedule/new_tasks.py"/>
        <source>This time isn&apos;t free. Select free time in the schedule first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filling/late.py"/>
        <source>Selected: {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filling/late.py"/>
        <source>Selected: {time}, {operatory}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filling/rows.py"/>
        <source>planned appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filling/rows.py"/>
        <source>Recall List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filling/rows.py"/>
        <source>Fill {times}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/schedule/filling/rows.py"/>
        <source>{n} free operatories</source>
        <comment>{n} free operatory</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filling/rows.py"/>
        <source>{n} min free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filling/rows.py"/>
        <source>{time}, {operatory}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filling/rows.py"/>
        <source>patient of {clinic}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/schedule/filling/rows.py"/>
        <source>{n} patients fit</source>
        <comment>{n} patient fits</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filling/rows.py"/>
        <source>Nobody is waiting on the lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filling/rows.py"/>
        <source>Nobody on the lists fits: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filling/rows.py"/>
        <source>Reading: {lists}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/filling/rows.py"/>
        <source>Not included: {list}. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/history/commands.py"/>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/history/commands.py"/>
        <source>appointment who moved changed audit trail when</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/history/model.py"/>
        <source>{what} of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/history/model.py"/>
        <location filename="../../app/views/staff/patient/sections/appointments.py"/>
        <source>No changes are recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/history/model.py"/>
        <source>Before: {time}, {operatory}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/lost_slots.py"/>
        <source>Next opening: {time}, {operatory}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/lost_slots.py"/>
        <source>Move there</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/schedule/lost_slots.py"/>
        <source>{name}: {operatory} is double-booked at {time}. Another user took it first ({other}; {n} min overlap).</source>
        <comment>{name}: {operatory} is double-booked at {time}. Another user took it first ({other}; {n} min overlap).</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/lost_slots.py"/>
        <source>{name}. Not moved: another user just moved it to {time}, {operatory}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/lost_slots.py"/>
        <source>{name}: another user just moved it to {time}, {operatory}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/month/commands.py"/>
        <source>schedule calendar how full busy utilization glance</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/month/month.py"/>
        <source>{day}: not loaded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/month/month.py"/>
        <source>{day}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/month/month.py"/>
        <source>{day}: {percent} booked, {time} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/month/month.py"/>
        <source>not working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/month/month.py"/>
        <location filename="../../app/viewmodels/staff/tasks/ages.py"/>
        <source>{n} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/month/month.py"/>
        <source>{hours} h {n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/moving/day_strip.py"/>
        <source>closed</source>
        <comment>day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/moving/day_strip.py"/>
        <source>{n} weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/schedule/moving/day_strip.py"/>
        <source>{n} booked</source>
        <comment>{n} booked</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/moving/rules.py"/>
        <source>You may override this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/moving/rules.py"/>
        <source>You may not override this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/moving/rules.py"/>
        <source>To override: PIN of {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/new_day.py"/>
        <source>This is the week of {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/new_day.py"/>
        <source>This is yesterday, {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/new_day.py"/>
        <source>This is {day}, not today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/noting.py"/>
        <source>Add the note first, or press Esc. What you typed is kept for this appointment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/noting.py"/>
        <source>Your note for {name} is kept. Add to note opens it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/papers/commands.py"/>
        <source>Print route slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/papers/commands.py"/>
        <source>paper routing slip pdf</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/papers/commands.py"/>
        <source>Print appointment card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/papers/commands.py"/>
        <source>paper reminder next appointment pdf</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/papers/commands.py"/>
        <source>Print label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/papers/commands.py"/>
        <source>paper address envelope mail chart sticker pdf</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/papers/making.py"/>
        <source>Patient&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/papers/making.py"/>
        <source>Guarantor&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/papers/making.py"/>
        <source>Chart label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/papers/schedule_sheets.py"/>
        <source>Both</source>
        <comment>today and the next day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/papers/schedule_sheets.py"/>
        <source>Without names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/papers/schedule_sheets.py"/>
        <source>Schedule without names {day}</source>
        <extracomment>the name of a PDF file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/papers/schedule_sheets.py"/>
        <source>Schedule {day}</source>
        <extracomment>the name of a PDF file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/pinboard/commands.py"/>
        <source>Put on pinboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/pinboard/commands.py"/>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/pinboard/commands.py"/>
        <source>appointment move later keep aside reschedule clipboard</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/pinboard/commands.py"/>
        <source>Go to the pinboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/pinboard/commands.py"/>
        <source>pinned appointments to move</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/pinboard/late.py"/>
        <source>The pinboard is empty. Select an appointment and press B to put it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/pinboard/model.py"/>
        <source>Changed since: it was broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/pinboard/model.py"/>
        <source>Changed since: it is not on the schedule any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/pinboard/model.py"/>
        <source>Changed since: it was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/pinboard/model.py"/>
        <source>{name}: another desk has just moved it, or taken it off the pinboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/pinboard/model.py"/>
        <source>This appointment can&apos;t be read now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/pinboard/model.py"/>
        <source>pinned by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/pinboard/model.py"/>
        <source>Changed since: now {time}, {operatory}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/problems.py"/>
        <source>None. Every appointment of the day or week on the screen is shown correctly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/rules.py"/>
        <source>No appointments for this clinic, provider or view. Show all to see the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/rules.py"/>
        <source>This office has no operatories yet. Add them in Open Dental: Setup, Appointments, Operatories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/rules.py"/>
        <source>Opening the schedule…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/rules.py"/>
        <source>No answer from the office since {time}. The schedule opens as soon as it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/rules.py"/>
        <source>This day hasn&apos;t loaded yet, and Front Desk can&apos;t reach the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/rules.py"/>
        <source>Closed on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/rules.py"/>
        <source>Closed on these days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/rules.py"/>
        <source>No appointments yet. Double-click a free time to book one, or press Ctrl+N.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/schedule.py"/>
        <source>Loading {what}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/screen.py"/>
        <source>{n} can&apos;t be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/screen.py"/>
        <source>Show {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/stage_actions.py"/>
        <source>Mark arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/stage_actions.py"/>
        <source>Seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/stage_actions.py"/>
        <location filename="../../app/views/staff/audit/alerts.py"/>
        <location filename="../../app/views/staff/frame/attention_page.py"/>
        <location filename="../../app/views/staff/patient/papers/uploads.py"/>
        <location filename="../../app/views/staff/tasks/open/pending_list.py"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/stage_actions.py"/>
        <source>{name}&apos;s appointment is on {day}, not today. {deed} anyway?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/stage_actions.py"/>
        <source>{name}&apos;s appointment isn&apos;t until {time}. {deed} anyway?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/stage_actions.py"/>
        <source>{name} hasn&apos;t arrived yet. {deed} anyway?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/stage_actions.py"/>
        <source>{name} hasn&apos;t been seated yet. {deed} anyway?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/task_abouts.py"/>
        <source>{day}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/task_abouts.py"/>
        <source>Fill {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/tasks.py"/>
        <source>This appointment has no open task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/visit_actions.py"/>
        <source>An appointment can be {n} minutes to 9 hours long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/visit_card.py"/>
        <source>Click an appointment to see it here. Use the arrow keys to move between appointments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/visit_card.py"/>
        <source>No appointment on the shown days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/visit_card.py"/>
        <source>No appointment selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/visit_rules.py"/>
        <source>Select an appointment first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/visit_rules.py"/>
        <source>This appointment is broken. Move it to a new time first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/visit_rules.py"/>
        <source>This booking isn&apos;t in Open Dental yet. Until then it can only be canceled, with Undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/visit_rules.py"/>
        <source>This appointment is complete. Change it in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/visit_rules.py"/>
        <source>This appointment is already {stage}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/visit_rules.py"/>
        <source>Only a scheduled appointment can be canceled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/waiting_room.py"/>
        <source>waiting {n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/waiting_room.py"/>
        <source>{state}, not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/waiting_room.py"/>
        <source>{n} min past the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/waiting_room.py"/>
        <source>{late}, provider told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/schedule/waiting_room.py"/>
        <source>Tell {provider}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/status_line.py"/>
        <source>not loaded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/status_line.py"/>
        <source>{n} s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/status_line.py"/>
        <source>{h} h {m} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/status_line.py"/>
        <source>{m} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/status_line.py"/>
        <source>Office time (this PC&apos;s clock is {span} behind)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/status_line.py"/>
        <source>Office time (this PC&apos;s clock is {span} ahead)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/status_line.py"/>
        <source>{n} need attention</source>
        <comment>{n} needs attention</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/status_line.py"/>
        <source>as of {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/status_line.py"/>
        <source>Live</source>
        <comment>data that follow every change</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/status_line.py"/>
        <source>Loaded {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/status_line.py"/>
        <source>Up to date {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/status_line.py"/>
        <source>{n} waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/status_line.py"/>
        <source>Blocked by a sign-in page or proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/status_line.py"/>
        <source>Can&apos;t reach the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/strip_figures.py"/>
        <source>The family&apos;s balance. Insurance pending: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/strip_figures.py"/>
        <source>{total} ({pending} ins. pending)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/strip_figures.py"/>
        <source>None scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/strip_figures.py"/>
        <source>{today}, then {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/strip_figures.py"/>
        <source>Last</source>
        <comment>the last appointment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/strip_figures.py"/>
        <source>None</source>
        <comment>appointment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/strip_figures.py"/>
        <source>Scheduled</source>
        <comment>recall</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/strip_figures.py"/>
        <source>None</source>
        <comment>recall</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/strip_state.py"/>
        <source>Deleted in Open Dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/strip_state.py"/>
        <source>M</source>
        <comment>male</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/strip_state.py"/>
        <source>F</source>
        <comment>female</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/strip_state.py"/>
        <source>Loading alerts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/strip_state.py"/>
        <source>Alerts can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/strip_state.py"/>
        <source>Family of {n}</source>
        <comment>Family of {n}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/strip_state.py"/>
        <source>No longer in Open Dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/ages.py"/>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/ages.py"/>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/commands.py"/>
        <location filename="../../app/views/staff/tasks/head.py"/>
        <source>Search tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/commands.py"/>
        <source>find filter text author to-do</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/commands.py"/>
        <source>Choose the task lists to follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/commands.py"/>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <source>Choose lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/commands.py"/>
        <source>subscribe inbox my lists notify</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/counts.py"/>
        <source>(no name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <source>Tasks can&apos;t be shown: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <source>No tasks match the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <location filename="../../app/views/staff/chart/banner.py"/>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <source>No tasks match “{text}”. Press Esc to clear the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <source>No tasks match “{text}” here, but {n} elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <source>Search all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <source>Nothing to do in the lists that you follow. New tasks show up here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <source>You don&apos;t follow any task list. New tasks of the lists that you follow show up here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <source>No patient is selected. Find one with Ctrl+P.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <source>No appointment is selected. Select one on the schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <source>Nothing new. Tasks that nobody has viewed yet show up here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <source>No open tasks. Ctrl+Shift+N adds one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <source>No tasks for this patient. Ctrl+Shift+N adds one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <source>No tasks for this appointment. Ctrl+Shift+N adds one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <source>Nothing is due today. Remind (R) puts a task here on its day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <source>Nothing was marked done in the last 14 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/empty.py"/>
        <source>No open tasks in this list. Ctrl+Shift+N adds one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/facts.py"/>
        <source>Overdue since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/facts.py"/>
        <source>Overdue since yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/facts.py"/>
        <source>Overdue since {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/following.py"/>
        <source>Which task lists do you want to follow? Their tasks show up in your inbox, and you get a message about new ones. You can change this at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/late_marks.py"/>
        <source>Open this patient&apos;s tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/late_marks.py"/>
        <source>to do reminder</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/late_marks.py"/>
        <source>This patient has no open tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/new/author.py"/>
        <source>A task needs its author, and nobody signs in at this office. Add people: File, People.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/new/author.py"/>
        <source>A task needs its author. Set up the first person: File, People.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/new/author.py"/>
        <source>A task needs its author. Sign in first: Shift+F8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/new/form.py"/>
        <source>Your task about {name} is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/new/form.py"/>
        <source>Your task is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/new/form.py"/>
        <location filename="../../app/views/staff/frame/lock/lock_page.py"/>
        <location filename="../../app/views/staff/frame/new_patient/panel.py"/>
        <location filename="../../app/views/staff/tasks/new/panel.py"/>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/new/form.py"/>
        <source>That looked like a card number. It can&apos;t be kept in a task, so it was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/new/form.py"/>
        <source>Choose a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/new/late.py"/>
        <location filename="../../app/viewmodels/staff/tasks/open/model.py"/>
        <location filename="../../app/views/staff/day_close/family.py"/>
        <location filename="../../app/views/staff/tasks/new/panel.py"/>
        <source>New task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/new/late.py"/>
        <source>to do reminder add create todo follow up</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/new/list_pick.py"/>
        <location filename="../../app/viewmodels/staff/tasks/open/hand_on.py"/>
        <source>No list has this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/new/state.py"/>
        <source>No patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/new/state.py"/>
        <source>{selected} is selected. This task stays with {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/new/state.py"/>
        <location filename="../../app/views/staff/tasks/open/remind_form.py"/>
        <source>No reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/tasks/noticing.py"/>
        <source>{n} unread</source>
        <comment>{n} unread</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/noticing.py"/>
        <source>Front Desk can&apos;t save which tasks you have seen. It remembers them until you close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/older.py"/>
        <source>These are all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/older.py"/>
        <source>Added in the last 14 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/older.py"/>
        <source>Added since {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/actions.py"/>
        <source>No task is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/actions.py"/>
        <source>This task is done already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/actions.py"/>
        <source>This task has already been viewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/actions.py"/>
        <source>This task is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/actions.py"/>
        <source>This task is done. Reopen it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <source>Write a note on this task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <source>comment reply answer task</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <source>Take this task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <source>Take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <source>mine assign me claim own</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <source>Mark this task done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <source>finish complete close task</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <source>Mark this task viewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <location filename="../../app/viewmodels/staff/tasks/shown.py"/>
        <source>Viewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <source>seen read task</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <location filename="../../app/views/staff/tasks/open/hand_on_form.py"/>
        <source>Hand this task on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <location filename="../../app/views/staff/tasks/open/hand_on_form.py"/>
        <source>Hand on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <source>send move forward other list assign delegate</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <source>Remind me of this task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <location filename="../../app/views/staff/tasks/open/remind_form.py"/>
        <source>Remind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <source>snooze later alarm due</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <source>Edit this task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <location filename="../../app/views/staff/patient/sections/insurance/card.py"/>
        <location filename="../../app/views/staff/patient/sections/recalls.py"/>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <source>change text priority</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <source>Reopen this task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/commands.py"/>
        <source>open again not done</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/tasks/open/entries.py"/>
        <source>{n} notes are not shown</source>
        <comment>{n} note is not shown</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/entries.py"/>
        <source>They are in the older task, which can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/entries.py"/>
        <source>{name} added the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/entries.py"/>
        <source>Handed on from {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/entries.py"/>
        <source>{name} took the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/fields.py"/>
        <source>Short text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/fields.py"/>
        <location filename="../../app/views/staff/tasks/new/panel.py"/>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/hand_on.py"/>
        <source>Choose a list first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/head.py"/>
        <source>New</source>
        <comment>status of a task</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/head.py"/>
        <source>Viewed</source>
        <comment>status of a task</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/head.py"/>
        <source>Done</source>
        <comment>status of a task</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/head.py"/>
        <location filename="../../app/views/staff/check_in/change_cards.py"/>
        <source>Select {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/head.py"/>
        <source>The appointment&apos;s patient is no longer in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/head.py"/>
        <source>The attached patient is no longer in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/head.py"/>
        <source>The attached appointment is no longer in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/head.py"/>
        <source>Appointment: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/head.py"/>
        <source>no time yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/head.py"/>
        <source>Show the appointment on {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/model.py"/>
        <source>No notes yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/model.py"/>
        <source>Notes of this task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/model.py"/>
        <source>This task is no longer in Open Dental. Your note can become a new task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/note_edit.py"/>
        <source>your note of {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/reading.py"/>
        <source>This task is no longer in Open Dental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/reading.py"/>
        <source>Notes can&apos;t be shown. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/reminding.py"/>
        <source>That time has passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/open/reminding.py"/>
        <source>Reminder set: {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/own.py"/>
        <source>Sound for new tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/own.py"/>
        <source>beep chime noise mute quiet alert reminder</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/own.py"/>
        <source>New tasks and reminders make a sound now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/own.py"/>
        <source>New tasks and reminders are silent now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/scopes.py"/>
        <source>My inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/scopes.py"/>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/scopes.py"/>
        <source>This appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/scopes.py"/>
        <source>Reminders today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/scopes.py"/>
        <source>Done lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/scopes.py"/>
        <source>All tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/scopes.py"/>
        <source>Unread only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/scopes.py"/>
        <source>Overdue only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/scopes.py"/>
        <source>Urgent only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/scopes.py"/>
        <source>Written by me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/scopes.py"/>
        <source>Overdue first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/scopes.py"/>
        <source>By priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/scopes.py"/>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/scopes.py"/>
        <source>Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/scopes.py"/>
        <source>Deleted or archived list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/scopes.py"/>
        <source>Lists that can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/screen.py"/>
        <source>tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/tasks/shown.py"/>
        <source>{n} tasks</source>
        <comment>{n} task</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/shown.py"/>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/toasts.py"/>
        <source>New task in {list}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/tasks/toasts.py"/>
        <source>{n} new tasks: {lists}</source>
        <comment>{n} new task: {lists}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/toasts.py"/>
        <source>New note on your task: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/tasks/toasts.py"/>
        <source>{n} of your tasks have new notes.</source>
        <comment>{n} of your tasks has a new note.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/toasts.py"/>
        <source>Reminder: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/staff/tasks/toasts.py"/>
        <source>{n} reminders are due.</source>
        <comment>{n} reminder is due.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/toasts.py"/>
        <location filename="../../app/views/staff/frame/strip_parts.py"/>
        <location filename="../../app/views/staff/patient/sections/popups.py"/>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/toasts.py"/>
        <source>Two desks handed on &quot;{text}&quot;. {list} has it twice now. Mark the newer one done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/toasts.py"/>
        <source>Two desks handed on &quot;{text}&quot;. Keep it in {first}, and mark the one in {second} done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/toasts.py"/>
        <source>You and {name} have both taken &quot;{text}&quot;. Agree on who does it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/toasts.py"/>
        <source>a deleted list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/toasts.py"/>
        <source>Snoozed until {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/tree.py"/>
        <source>{n} unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/tree.py"/>
        <source>followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/tasks/tree.py"/>
        <location filename="../../app/views/staff/tasks/empty.py"/>
        <source>Task lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/late.py"/>
        <location filename="../../app/views/staff/updates/page.py"/>
        <source>Updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/late.py"/>
        <source>version new update install download check</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/late.py"/>
        <location filename="../../app/views/staff/updates/page.py"/>
        <source>What is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/late.py"/>
        <location filename="../../app/viewmodels/staff/updates/page.py"/>
        <location filename="../../app/views/staff/updates/page.py"/>
        <source>Install when idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/late.py"/>
        <source>Front Desk {version} is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/page.py"/>
        <location filename="../../app/views/staff/frame/attention_page.py"/>
        <location filename="../../app/views/staff/tasks/open/pending_list.py"/>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/page.py"/>
        <source>Install now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/page.py"/>
        <source>No update is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/page.py"/>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>Updates are off. Your IT support can set where they come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/page.py"/>
        <source>Front Desk will close and reopen within a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/page.py"/>
        <source>It will be installed when nobody has used this PC for 15 minutes and nothing is waiting to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/page.py"/>
        <source>Windows will ask for an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/page.py"/>
        <source>On this PC, Windows asks for an administrator first. Choose Install now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/page.py"/>
        <source>The installer of this version isn&apos;t available, so the update can&apos;t be undone automatically.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/page.py"/>
        <source>Front Desk is checking for updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/page.py"/>
        <source>This is Front Desk {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>Updates come from {source}, as your administrator has set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>Not checked since Front Desk was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>Checking for updates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>This is the newest version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>Front Desk {version} is available. This copy wasn&apos;t installed with an installer, so it can&apos;t update itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>Downloading Front Desk {version}: {done} of {size} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>Front Desk {version} is downloaded and verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>The last check failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>Last checked: {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>Updated to Front Desk {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>Back to Front Desk {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>The update wasn&apos;t installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>Front Desk was open in another account on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>The installer ended with error {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>The previous version&apos;s installer isn&apos;t on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>The previous version can&apos;t read this version&apos;s data. Ask your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>This version has already started successfully.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>The downloaded file doesn&apos;t match the signed release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>Front Desk {version} can&apos;t be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>Front Desk {version} wasn&apos;t installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/updates/words.py"/>
        <source>Front Desk {bad} didn&apos;t start on this PC, so {version} was installed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/waiting/alerts.py"/>
        <source>Still waiting {n} minutes past the start: {time}, {operatory}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/waiting/late.py"/>
        <source>Tell provider that the patient is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/waiting/late.py"/>
        <source>waiting room alert late past start ten minutes doctor</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/waiting/late.py"/>
        <source>Tell providers automatically when a patient is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/waiting/late.py"/>
        <source>waiting room alert late past start ten minutes doctor automatic</source>
        <comment>search words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/waiting/late.py"/>
        <source>On: if a patient is still waiting ten minutes past the start, a task is added to the list named after the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/waiting/late.py"/>
        <source>Off: this PC adds no tasks about waiting patients by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/staff/waiting/late.py"/>
        <source>{n} minutes past the start: {name} is waiting for {provider}, {time} in {operatory}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/tables/contents.py"/>
        <source>Nothing matches “{text}”. Press Esc to clear the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/tables/contents.py"/>
        <source>Nothing to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/tables/contents.py"/>
        <source>{shown} of {n}</source>
        <comment>{shown} of {n}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/viewmodels/tables/contents.py"/>
        <source>{n} rows</source>
        <comment>{n} row</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/tables/export.py"/>
        <source>Printed {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/timeline.py"/>
        <source>Nothing matches the filters above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/printing/pages.py"/>
        <location filename="../../app/views/printing/preview.py"/>
        <source>Page {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/printing/preview.py"/>
        <source>Open PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/printing/preview.py"/>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <location filename="../../app/views/staff/frame/help/licenses_dialog.py"/>
        <location filename="../../app/views/staff/frame/new_patient/panel.py"/>
        <location filename="../../app/views/staff/money/form_panel.py"/>
        <location filename="../../app/views/staff/money/payment/panel.py"/>
        <location filename="../../app/views/staff/patient/papers/new_form.py"/>
        <location filename="../../app/views/staff/schedule/filling/page.py"/>
        <location filename="../../app/views/widgets/page_head.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/printing/preview.py"/>
        <source>Close without printing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/printing/preview.py"/>
        <location filename="../../app/views/staff/money/checkout/panel.py"/>
        <location filename="../../app/views/staff/money/payment/done_box.py"/>
        <source>Save PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/printing/preview.py"/>
        <location filename="../../app/views/staff/frame/money/place.py"/>
        <source>Save as a PDF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/printing/preview.py"/>
        <location filename="../../app/views/widgets/tables/pane.py"/>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/printing/preview.py"/>
        <source>Choose a printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/printing/preview.py"/>
        <location filename="../../app/views/staff/frame/money/place.py"/>
        <source>PDF files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/printing/sheets.py"/>
        <source>Preview, {n} pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/printing/tables.py"/>
        <source>{name} (continued)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/audit/search_bar.py"/>
        <source>Person or workstation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/audit/search_bar.py"/>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/audit/search_bar.py"/>
        <source>From date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/audit/search_bar.py"/>
        <source>To date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/board/window.py"/>
        <location filename="../../app/views/staff/schedule/waiting_list.py"/>
        <source>Waiting room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/board/window.py"/>
        <source>In the operatories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/banner.py"/>
        <source>Medical banner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/banner.py"/>
        <location filename="../../app/views/widgets/timeline/typeset.py"/>
        <source>Show less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/banner.py"/>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/banner.py"/>
        <source>How it was reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/banner.py"/>
        <source>In the patient&apos;s words, such as: I take blood thinners now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/banner.py"/>
        <source>What the patient reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/banner.py"/>
        <location filename="../../app/views/staff/check_in/settings.py"/>
        <location filename="../../app/views/staff/commlog/form.py"/>
        <location filename="../../app/views/staff/patient/papers/staging.py"/>
        <location filename="../../app/views/staff/schedule/details_page.py"/>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/chart.py"/>
        <source>What the patient says about their health, as a commlog for a clinician  (Ctrl+Shift+M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/chart.py"/>
        <source>Plans or procedures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/chart.py"/>
        <location filename="../../app/views/staff/chart/plans.py"/>
        <source>Treatment plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/day_slider.py"/>
        <source>Day of the tooth chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/day_slider.py"/>
        <source>Show the teeth on an earlier day  (Page Up, Page Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/day_slider.py"/>
        <source>Show the teeth as they are now  (Ctrl+End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/exams.py"/>
        <source>Vital signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/exams.py"/>
        <source>Perio and vital signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/notes.py"/>
        <source>Show the notes of all teeth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/notes.py"/>
        <source>{tooth}: show the notes of all teeth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/odontogram/legend.py"/>
        <source>W</source>
        <comment>watch</comment>
        <extracomment>letters on the tooth chart&apos;s legend: a tag of the office&apos;s own</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/odontogram/legend.py"/>
        <source>Ab</source>
        <comment>any letters of a note</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/odontogram/legend.py"/>
        <location filename="../../app/views/staff/chart/odontogram_panel.py"/>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/odontogram/works.py"/>
        <source>S</source>
        <comment>sealant</comment>
        <extracomment>the letter of a sealant on the tooth chart</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/odontogram_panel.py"/>
        <source>Tooth numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/odontogram_panel.py"/>
        <source>Universal</source>
        <comment>tooth numbers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/odontogram_panel.py"/>
        <source>Palmer</source>
        <comment>tooth numbers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/odontogram_panel.py"/>
        <source>FDI</source>
        <comment>tooth numbers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/odontogram_panel.py"/>
        <source>List</source>
        <comment>the teeth as a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/odontogram_panel.py"/>
        <source>Show the teeth as a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/odontogram_panel.py"/>
        <source>Show what the colors and patterns mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/odontogram_panel.py"/>
        <source>Print the tooth chart, or save it as a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/odontogram_panel.py"/>
        <source>Print tooth chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/odontogram_panel.py"/>
        <source>On this day: {changes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/odontogram_panel.py"/>
        <source>Click a tooth, or use the arrow keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/plans.py"/>
        <source>No treatment plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/plans.py"/>
        <source>Show procedures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/plans.py"/>
        <source>Hide procedures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/plans.py"/>
        <source>Book for this patient  (Ctrl+Shift+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/plans.py"/>
        <source>Ins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/procedures.py"/>
        <source>Status of the listed procedures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/chart/tooth_list_view.py"/>
        <source>Teeth as a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/change_cards.py"/>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/change_cards.py"/>
        <source>Refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/change_cards.py"/>
        <source>Use patient&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/change_cards.py"/>
        <source>Keep office&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/change_cards.py"/>
        <source>{what}: {field}, {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/change_cards.py"/>
        <location filename="../../app/views/staff/tasks/open/pane.py"/>
        <source>Open task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/change_cards.py"/>
        <source>Open the task for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/change_cards.py"/>
        <source>Accept all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/change_cards.py"/>
        <source>Accept all changes of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <source>Message on the welcome page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <source>Show message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <source>Back to the welcome page; what a patient entered is wiped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <source>Restart the program on that PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <location filename="../../app/views/staff/check_in/picker_field.py"/>
        <location filename="../../app/views/staff/hub/device_list.py"/>
        <location filename="../../app/views/staff/people/members.py"/>
        <location filename="../../app/views/staff/schedule/booking_words.py"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <source>Refuse this PC from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <location filename="../../app/views/staff/hub/device_list.py"/>
        <source>Remove device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <source>Version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <source>Message on the welcome page of {kiosk}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <source>Hide message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <source>{what}: {kiosk}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <source>Name of the new check-in PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <source>Get code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/kiosks.py"/>
        <source>New code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/logo.py"/>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/logo.py"/>
        <source>Logo of the practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/picker_field.py"/>
        <source>None</source>
        <comment>nobody and nothing was picked</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/picker_field.py"/>
        <location filename="../../app/views/staff/hub/device_list.py"/>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/preview.py"/>
        <location filename="../../app/views/staff/check_in/settings_texts.py"/>
        <source>Logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/preview.py"/>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/screen.py"/>
        <source>Parts of check-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/screen.py"/>
        <source>Set up the office hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings.py"/>
        <source>Signatures, consent forms and pictures of insurance cards are left to Open Dental&apos;s eClipboard. Check-in PCs don&apos;t ask for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings.py"/>
        <source>Load theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Is your contact data still right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Has your health changed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Has your insurance changed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Patients may ask for their balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Minutes before the appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Minutes after the appointment&apos;s start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Minutes until an unseen check-in becomes a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Never</source>
        <comment>no task is made</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Add a patient by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <location filename="../../app/views/staff/schedule/bar.py"/>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Add a provider by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Appointment types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Add an appointment type by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Task list for unseen check-ins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Task list for health and insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>New exit PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>The same PIN again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>When patients may check in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Before the start, up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>After the start, up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Who must see the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Not seen for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Unseen check-ins go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Health and insurance go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Exit PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <location filename="../../app/views/staff/frame/lock/lock_page.py"/>
        <source>New PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>A PIN is set. Staff leave the kiosk with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>No PIN is set, so nobody can leave the kiosk. Set one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_rules.py"/>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_texts.py"/>
        <source>Choose picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_texts.py"/>
        <source>Remove picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_texts.py"/>
        <source>Offer {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_texts.py"/>
        <source>Welcome line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_texts.py"/>
        <source>After checking in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/settings_texts.py"/>
        <source>Leave empty for the usual words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/check_in/today.py"/>
        <source>Mark the selected check-ins as seen, at all desks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/commlog/form.py"/>
        <source>Commlog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/commlog/form.py"/>
        <source>What was said. Type ? for Quick Paste notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/commlog/form.py"/>
        <location filename="../../app/views/staff/patient/sections/new_popup.py"/>
        <location filename="../../app/views/staff/tasks/new/panel.py"/>
        <source>Save  (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/commlog/form.py"/>
        <source>Means of communication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/commlog/form.py"/>
        <source>Sent or received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/commlog/form.py"/>
        <source>Commlog for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/commlog/form.py"/>
        <source>Default type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/collections.py"/>
        <source>Smallest balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/collections.py"/>
        <source>Balance from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/collections.py"/>
        <source>Age of the balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/collections.py"/>
        <location filename="../../app/views/staff/day_close/deposit.py"/>
        <source>Total {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/day.py"/>
        <source>Posted on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/day.py"/>
        <source>For example: 5.00 short, drawer recounted twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/day.py"/>
        <location filename="../../app/views/staff/money/plan/plan_list.py"/>
        <source>Close anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/deposit.py"/>
        <source>Entered in the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/deposit.py"/>
        <source>Tick all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/deposit.py"/>
        <source>Untick all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/deposit.py"/>
        <source>Bank account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/deposit.py"/>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/deposit.py"/>
        <source>Memo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/deposit.py"/>
        <source>Deposit made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/drawer.py"/>
        <source>Sum of the checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/drawer.py"/>
        <source>The terminal&apos;s batch total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/drawer.py"/>
        <source>Only what was taken on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/drawer.py"/>
        <source>For an office where each desk has its own drawer and terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/drawer.py"/>
        <source>Terminal batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/drawer.py"/>
        <source>of {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/family.py"/>
        <source>12/5, Dec 5, +7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/family.py"/>
        <source>Add promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/family.py"/>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/family.py"/>
        <source>No family selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/family.py"/>
        <location filename="../../app/views/staff/lists/card.py"/>
        <source>Call {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/day_close/screen.py"/>
        <source>Parts of closing the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/activity_page.py"/>
        <location filename="../../app/views/staff/frame/toasts/toast.py"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/activity_page.py"/>
        <source>Undo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/attention_page.py"/>
        <location filename="../../app/views/staff/tasks/open/pending_list.py"/>
        <source>Cancel this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/attention_page.py"/>
        <location filename="../../app/views/staff/tasks/open/pending_list.py"/>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/bar.py"/>
        <source>Find a patient    Ctrl+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/bar.py"/>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/closing_dialog.py"/>
        <source>Keep working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/closing_dialog.py"/>
        <source>Close now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/closing_dialog.py"/>
        <source>Close when sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/closing_dialog.py"/>
        <source>Waiting for the server. The window closes once everything is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connecting/connect_page.py"/>
        <source>Stored on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connecting/connect_page.py"/>
        <source>Front Desk works through Open Dental&apos;s API. You can change this later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connecting/connect_page.py"/>
        <source>Connect to your office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connecting/connect_page.py"/>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connecting/connect_page.py"/>
        <source>SERVER or 192.168.1.10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connecting/connect_page.py"/>
        <source>Developer key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connecting/connect_page.py"/>
        <location filename="../../app/views/staff/frame/lock/lock_page.py"/>
        <source>Customer key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connecting/connect_page.py"/>
        <location filename="../../app/views/staff/frame/toasts/toast.py"/>
        <location filename="../../app/views/widgets/message.py"/>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connecting/connect_page.py"/>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connecting/connect_page.py"/>
        <location filename="../../app/views/staff/frame/lock/lock_page.py"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connecting/connect_page.py"/>
        <source>Back to the open office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connecting/connect_page.py"/>
        <source>Work for today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connecting/connect_page.py"/>
        <source>Stop connecting  (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connecting/connect_page.py"/>
        <source>Start training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connecting/hub_fields.py"/>
        <source>FRONTDESK-PC or 192.168.1.10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connecting/hub_fields.py"/>
        <source>Pairing code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connecting/hub_fields.py"/>
        <source>This PC is paired with this hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/connecting/hub_fields.py"/>
        <source>ABCD EFGH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/day_bar.py"/>
        <location filename="../../app/views/staff/lists/bar.py"/>
        <location filename="../../app/views/staff/schedule/bar.py"/>
        <source>Clinics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/about_page.py"/>
        <source>Program Link in Open Dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/about_page.py"/>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/about_page.py"/>
        <source>Copy arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/about_page.py"/>
        <location filename="../../app/views/staff/frame/help/licenses_dialog.py"/>
        <source>Libraries and licenses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/about_page.py"/>
        <source>Licenses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/about_page.py"/>
        <source>For support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/about_page.py"/>
        <source>A file for your IT support, without patient data or keys. You can read it before you send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/about_page.py"/>
        <source>Create file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/about_page.py"/>
        <source>Support file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/about_page.py"/>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/about_page.py"/>
        <source>Or run this command in a terminal, even if Front Desk doesn&apos;t start:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/about_page.py"/>
        <source>Copy command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/help_page.py"/>
        <source>Type a name, a phone number or a birthdate to find a patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/help_page.py"/>
        <source>Use the arrow keys to move between appointments and free times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/help_page.py"/>
        <source>After M the arrow keys move the appointment: with Alt by days and weeks, with Shift in smaller steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/help_page.py"/>
        <source>Press Enter to book a free time, and Esc to close the topmost thing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/help_page.py"/>
        <source>On every screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/licenses_dialog.py"/>
        <source>Libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/help/licenses_dialog.py"/>
        <source>License</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/lock/lock_page.py"/>
        <location filename="../../app/views/staff/people/approval.py"/>
        <location filename="../../app/views/staff/people/set_up.py"/>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/lock/lock_page.py"/>
        <source>New PIN again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/lock/lock_page.py"/>
        <source>Other office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/lock/lock_page.py"/>
        <source>Forgot PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/lock/lock_page.py"/>
        <source>Change PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/lock/lock_page.py"/>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/lock/lock_page.py"/>
        <source>Save PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/lock/lock_page.py"/>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/new_patient/panel.py"/>
        <source>Family member of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/new_patient/panel.py"/>
        <source>Fewer fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/new_patient/panel.py"/>
        <source>More fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/new_patient/panel.py"/>
        <source>You began this earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/new_patient/panel.py"/>
        <source>Unfinished: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/new_patient/panel.py"/>
        <location filename="../../app/views/staff/money/form_panel.py"/>
        <location filename="../../app/views/staff/money/payment/panel.py"/>
        <location filename="../../app/views/staff/tasks/new/panel.py"/>
        <source>Start over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/new_patient/relative_box.py"/>
        <source>Copy insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/new_patient/relative_box.py"/>
        <source>Relationship to the subscriber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/new_patient/relative_box.py"/>
        <source>To subscriber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/new_patient/twins_box.py"/>
        <source>Use this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/new_patient/twins_box.py"/>
        <source>Use {patient}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/palette.py"/>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/palette.py"/>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/palette.py"/>
        <source>No matching command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/parts/rail_button.py"/>
        <source>{screen}, {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/status_bar.py"/>
        <source>Front Desk shows the office&apos;s time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/status_bar.py"/>
        <source>Changes that are not sent yet, are being checked, or were refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/strip.py"/>
        <source>Keep this patient when Open Dental selects another</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/views/staff/frame/strip_parts.py"/>
        <source>{n} more</source>
        <comment>{n} more</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/strip_parts.py"/>
        <location filename="../../app/views/staff/patient/sections/popups.py"/>
        <source>Hide this popup for 10 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/strip_who.py"/>
        <source>{kind}: call {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/toasts/toast.py"/>
        <source>Close: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/user_label.py"/>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/user_label.py"/>
        <source>Signed in as {name}. Click to switch  (Shift+F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/frame/user_label.py"/>
        <source>Signed in as {name}. Click to change the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/hub/device_list.py"/>
        <source>Name of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/hub/page.py"/>
        <source>The office hub holds the office&apos;s key to Open Dental, so that the other PCs need none. Ten PCs on one key then feel like one, and patients can check themselves in at a kiosk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/hub/page.py"/>
        <source>It works while Front Desk is open on this PC. On a server that is always on, your IT support can run it by itself: see docs/hub.md. Windows may ask whether Front Desk may be reached on this network: allow it for private networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/hub/page.py"/>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/hub/page.py"/>
        <source>Stop hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/hub/page.py"/>
        <source>Run hub here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/hub/page.py"/>
        <source>Connect to hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/hub/page.py"/>
        <source>Pair a new device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/hub/page.py"/>
        <source>Its name, such as Front desk 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/hub/page.py"/>
        <source>Name of the new device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/hub/page.py"/>
        <source>Pair desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/hub/page.py"/>
        <source>Pair kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/hub/page.py"/>
        <source>Pairing code {letters}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/hub/page.py"/>
        <source>Good for {left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/huddle/production.py"/>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/huddle/production.py"/>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/huddle/readiness.py"/>
        <source>Only with something to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/huddle/screen.py"/>
        <source>Parts of the huddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/huddle/waits.py"/>
        <source>Tell providers automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/huddle/waits.py"/>
        <source>Ten minutes past the start, this PC adds a task to the list named after the provider. If several PCs do this, only one task is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/ledger/card.py"/>
        <source>{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/ledger/card.py"/>
        <source>{entry}, {amount}: show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/ledger/chips.py"/>
        <location filename="../../app/views/staff/patient/sections/family_list.py"/>
        <source>Family members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/ledger/chips.py"/>
        <source>{n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/ledger/chips.py"/>
        <source>{name}, balance {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/ledger/chips.py"/>
        <source>Show the ledger of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/ledger/screen.py"/>
        <location filename="../../app/views/staff/patient/screen.py"/>
        <source>No patient selected. Press Ctrl+P or just type a name to find one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/ledger/screen.py"/>
        <source>Parts of the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/ledger/table.py"/>
        <source>Kind of entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/ledger/table.py"/>
        <source>All entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/ledger/table.py"/>
        <source>How far back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/ledger/table.py"/>
        <source>Only charges on which something is still owed  (O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/ledger/table.py"/>
        <source>Go to a date  (J)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/ledger/table.py"/>
        <source>Go to a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/ledger/table.py"/>
        <source>Search  (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/lists/card.py"/>
        <source>Recent commlogs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/lists/status_menu.py"/>
        <source>{call} ({key}) sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/lists/tools.py"/>
        <source>Families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/lists/tools.py"/>
        <source>Keep family members together, so one call reaches all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/adjustment/panel.py"/>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/adjustment/panel.py"/>
        <location filename="../../app/views/staff/money/payment/panel.py"/>
        <source>Post {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/adjustment/panel.py"/>
        <location filename="../../app/views/staff/money/payment/panel.py"/>
        <source>Post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/checkout/panel.py"/>
        <source>Print walkout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/checkout/panel.py"/>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/checkout/panel.py"/>
        <source>Save the walkout statement as a PDF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/checkout/panel.py"/>
        <source>Upload the walkout statement to the patient&apos;s documents in Open Dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/checkout/panel.py"/>
        <source>Print both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/checkout/panel.py"/>
        <source>Print the receipt and the walkout statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/checkout/summary_box.py"/>
        <source>Done today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/checkout/summary_box.py"/>
        <source>Book: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/form_panel.py"/>
        <source>Another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/form_panel.py"/>
        <location filename="../../app/views/staff/money/payment/panel.py"/>
        <source>Post anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/form_panel.py"/>
        <location filename="../../app/views/staff/money/payment/panel.py"/>
        <source>Posting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/payment/done_box.py"/>
        <source>Print receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/payment/done_box.py"/>
        <source>Store receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/payment/done_box.py"/>
        <source>New payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/payment/done_box.py"/>
        <source>Upload the receipt to the patient&apos;s documents in Open Dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/payment/done_box.py"/>
        <source>Change {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/payment/method_box.py"/>
        <source>Payment type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/payment/method_box.py"/>
        <source>Bank branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/payment/method_box.py"/>
        <source>Terminal ref.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/payment/method_box.py"/>
        <source>Today, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/payment/split_box.py"/>
        <source>Pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/payment/split_box.py"/>
        <source>Show {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/payment/split_box.py"/>
        <source>Nothing is owed on procedures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/payment/tick_list.py"/>
        <source>Amount for {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/plan/panel.py"/>
        <source>Nothing is owed on procedures without a plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/plan/panel.py"/>
        <source>Amount of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/plan/panel.py"/>
        <source>computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/plan/panel.py"/>
        <source>in a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/plan/panel.py"/>
        <source>Make plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/plan/panel.py"/>
        <source>or each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/plan/panel.py"/>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/plan/panel.py"/>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/plan/panel.py"/>
        <source>Interest %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/plan/panel.py"/>
        <source>New plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/plan/plan_list.py"/>
        <source>Close plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/plan/plan_list.py"/>
        <source>What is left becomes due at once. A closed plan can&apos;t be opened again here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/refund/panel.py"/>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/money/refund/panel.py"/>
        <source>Refund {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/papers/document_details.py"/>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/papers/document_details.py"/>
        <source>Open Dental shows the file itself. Its API can&apos;t send files to this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/papers/documents.py"/>
        <source>Drop files here to add them to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/papers/documents.py"/>
        <source>Drop files here to add them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/papers/documents.py"/>
        <source>Add files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/papers/documents.py"/>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/papers/new_form.py"/>
        <source>Find a form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/papers/new_form.py"/>
        <source>Forms to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/papers/new_form.py"/>
        <source>Add form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/papers/new_form.py"/>
        <source>New form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/papers/new_form.py"/>
        <source>No form matches “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/views/staff/patient/papers/staging.py"/>
        <source>{n} files for {name}</source>
        <comment>{n} file for {name}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/views/staff/patient/papers/staging.py"/>
        <source>{n} files</source>
        <comment>{n} file</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/views/staff/patient/papers/staging.py"/>
        <source>Upload {n} files</source>
        <comment>Upload {n} file</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/papers/staging.py"/>
        <source>Upload (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/papers/staging.py"/>
        <source>Default category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/papers/staging.py"/>
        <source>Description of {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/papers/staging.py"/>
        <source>Don&apos;t upload this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/papers/staging.py"/>
        <source>Don&apos;t upload {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/papers/uploads.py"/>
        <source>{action}: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/views/staff/patient/papers/uploads.py"/>
        <source>{n} uploads for other patients are not done.</source>
        <comment>{n} upload for another patient is not done.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/screen.py"/>
        <source>Parts of the patient page</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/views/staff/patient/sections/appointments.py"/>
        <source>Show {n} older</source>
        <comment>Show {n} older</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/appointments.py"/>
        <source>Show fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/appointments.py"/>
        <source>No appointments yet. “Book” above finds the next opening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/appointments.py"/>
        <source>Show it on the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/appointments.py"/>
        <source>Book this appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/appointments.py"/>
        <source>Book it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/appointments.py"/>
        <source>Book {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/appointments.py"/>
        <source>Hide the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/appointments.py"/>
        <source>Who changed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/appointments.py"/>
        <source>Who changed the appointment of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/commlogs.py"/>
        <source>Show the commlogs of the whole family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/commlogs.py"/>
        <source>New task about the selected commlog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/commlogs.py"/>
        <source>New task about this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/contact.py"/>
        <location filename="../../app/views/staff/patient/sections/fields.py"/>
        <source>Show fewer fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/contact.py"/>
        <location filename="../../app/views/staff/patient/sections/fields.py"/>
        <source>Show all fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/family.py"/>
        <source>Family balance {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/fields.py"/>
        <source>This office has no patient fields. They are set up in Open Dental: Setup, Patient Fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/body.py"/>
        <source>No insurance on file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/body.py"/>
        <source>Relatives&apos; claims can&apos;t be read with this key, so family amounts are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/card.py"/>
        <source>Group, carrier phone and notes are shared with everyone on this plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/card.py"/>
        <location filename="../../app/views/staff/patient/sections/insurance/form.py"/>
        <source>Change plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/card.py"/>
        <source>Call {carrier}, {phone}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/card.py"/>
        <location filename="../../app/views/staff/patient/sections/recalls.py"/>
        <source>Done</source>
        <comment>close the fields</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/card.py"/>
        <source>Edit {plan}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/card.py"/>
        <source>Move up {plan}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/card.py"/>
        <source>End {plan}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/card.py"/>
        <source>Change the plan of {plan}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/card.py"/>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/card.py"/>
        <source>End</source>
        <comment>end a coverage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/card.py"/>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/card.py"/>
        <source>Verify {what} of {plan}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/card.py"/>
        <source>It was verified today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/card.py"/>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/card.py"/>
        <source>Remaining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/form.py"/>
        <source>Insurance company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/form.py"/>
        <source>Plans in this family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/insurance/form.py"/>
        <source>Subscriber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/new_popup.py"/>
        <source>Text of the popup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/new_popup.py"/>
        <source>What everyone who selects this patient should see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/new_popup.py"/>
        <source>Who sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/new_referral.py"/>
        <source>Kind of referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/views/staff/patient/sections/papers.py"/>
        <source>{n} more in the tabs above</source>
        <comment>{n} more in the tabs above</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/papers.py"/>
        <source>No forms or documents yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/papers.py"/>
        <source>No date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/popups.py"/>
        <source>No popups. “Add” above writes one for everyone who selects this patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/popups.py"/>
        <source>Popup: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/popups.py"/>
        <source>Turn off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/popups.py"/>
        <source>Turn on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/popups.py"/>
        <source>Hide it from everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/popups.py"/>
        <source>Show it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/recalls.py"/>
        <source>No recalls yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/recalls.py"/>
        <source>Add {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/recalls.py"/>
        <source>Edit {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/recalls.py"/>
        <source>Book {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/referrals.py"/>
        <source>No referrals. “Add” above records who sent this patient, or to whom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/referrals.py"/>
        <source>Add a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/referrals.py"/>
        <source>Note: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/referrals.py"/>
        <source>Status of the referral to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/tasks.py"/>
        <source>No open tasks. “Add task” above writes one for this patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/patient/sections/tasks.py"/>
        <source>Open this task: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/approval.py"/>
        <source>Approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/approval.py"/>
        <source>Someone who may do this has to enter a PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/approval.py"/>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/approval.py"/>
        <source>Approve {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/brought_box.py"/>
        <source>Add it to the office&apos;s hub, and everyone has it at every desk. It also stays on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/brought_box.py"/>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/brought_box.py"/>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/brought_box.py"/>
        <location filename="../../app/views/staff/people/members.py"/>
        <source>Add person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/members.py"/>
        <source>Add a person…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/members.py"/>
        <location filename="../../app/views/staff/people/role_rights.py"/>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/members.py"/>
        <source>Role of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/members.py"/>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/members.py"/>
        <source>More for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/members.py"/>
        <source>New start code, remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/members.py"/>
        <source>New start code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/page.py"/>
        <source>Minutes until the window is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/page.py"/>
        <source>Lock after minutes without input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/role_rights.py"/>
        <source>What a role may do alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/role_rights.py"/>
        <source>Beyond this, someone whose role allows it has to approve with a PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/role_rights.py"/>
        <source>any</source>
        <comment>limit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/role_rights.py"/>
        <source>Largest amount: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/role_rights.py"/>
        <source>Days back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/role_rights.py"/>
        <source>At most so many US dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/role_rights.py"/>
        <source>At most so many days back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/role_rights.py"/>
        <source>The types of adjustments that this role may post alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/views/staff/people/role_rights.py"/>
        <source>{n} types</source>
        <comment>{n} type</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/role_rights.py"/>
        <source>All types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/set_up.py"/>
        <source>Your Open Dental user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/set_up.py"/>
        <source>PIN again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/set_up.py"/>
        <source>Set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/set_up.py"/>
        <source>Who works here first? This person manages the others and may do everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/set_up.py"/>
        <source>Until then everyone can use the schedule, but no money can be posted. A PIN has at least four digits; the office&apos;s hub stores it for all desks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/set_up.py"/>
        <source>Until then everyone can use the schedule, but no money can be posted. A PIN has at least four digits; it is stored on this PC only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/people/user_combo.py"/>
        <source>No other users in Open Dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/arranging/button.py"/>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <source>Views of the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/arranging/button.py"/>
        <source>By provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/arranging/button.py"/>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/arranging/button.py"/>
        <source>Views and columns  (F2 to F12)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <source>View to edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <source>No views yet. Click New view to save what is on the screen now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <source>Import from Open Dental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <source>Operatories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <location filename="../../app/views/widgets/tables/pane.py"/>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <source>Starts at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <source>Lines on an appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <source>Hide patient names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <source>For a screen that the public can see: times and colors only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <source>Save view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/arranging/page.py"/>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/booking_offers.py"/>
        <source>Appointment to book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/booking_offers.py"/>
        <location filename="../../app/views/staff/schedule/booking_panel.py"/>
        <source>Next openings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/booking_offers.py"/>
        <source>Search all clinics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/booking_offers.py"/>
        <source>More openings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/booking_panel.py"/>
        <source>Name, phone, or birthdate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/booking_panel.py"/>
        <source>Patient is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/booking_panel.py"/>
        <source>Change patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/booking_panel.py"/>
        <source>Choose a type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/booking_panel.py"/>
        <source>Mark the appointment as arrived now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/booking_words.py"/>
        <source>Such as: hyg 60 tue pm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/booking_words.py"/>
        <source>Openings in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/booking_words.py"/>
        <source>Type, length, provider, days and times, in any order: cleaning dr lee next week; crown 90 after the 15th; 30 min tomorrow before 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/booking_words.py"/>
        <source>Not understood: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/break_dialog.py"/>
        <source>Move to the Unscheduled List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/break_dialog.py"/>
        <location filename="../../app/views/widgets/questions/danger_question.py"/>
        <location filename="../../app/views/widgets/questions/question_popover.py"/>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/break_dialog.py"/>
        <source>Cancel appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/details_page.py"/>
        <source>Discard what is typed and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/filling/fit_list.py"/>
        <source>Patients who fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/filling/page.py"/>
        <source>Patients of all clinics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/filling/page.py"/>
        <location filename="../../app/views/widgets/timeline/typeset.py"/>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/grid/background.py"/>
        <source>Lunch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/grid/canvas.py"/>
        <source>No appointment in focus. Use the arrow keys to move between appointments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/grid/cursor.py"/>
        <source>{time}, {column}. Press Enter to book an appointment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/history/page.py"/>
        <source>no name recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/history/page.py"/>
        <source>Move back. {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/history/page.py"/>
        <source>Move back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/month/cell.py"/>
        <source>{time} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/month/pane.py"/>
        <source>How much of the operatories&apos; open time is booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/moving/day_strip.py"/>
        <source>Alt+arrows: another day
Enter moves, Esc cancels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/pinboard/pin_list.py"/>
        <source>Pinboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/pinboard/pin_list.py"/>
        <source>{what}. Click to place it, or drag it to the schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/pinboard/pin_list.py"/>
        <source>Unpin {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/pinboard/place.py"/>
        <source>Drop here to pin it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/problems_page.py"/>
        <source>Show appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/visit_details/appointment.py"/>
        <source>On the ASAP List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/visit_details/appointment.py"/>
        <source>Appointment type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/visit_details/entry.py"/>
        <source>Add a procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/visit_details/entry.py"/>
        <source>Add: crown 14, 2392 3 MO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/visit_details/page.py"/>
        <source>Set length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/visit_details/page.py"/>
        <source>On this appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/visit_details/page.py"/>
        <source>Treatment planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/visit_details/page.py"/>
        <source>Add more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/visit_details/page.py"/>
        <source>From an appointment type, or the office&apos;s own sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/waiting_list.py"/>
        <source>Mark seen: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/schedule/waiting_list.py"/>
        <source>{tell} with a task: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/empty.py"/>
        <location filename="../../app/views/staff/tasks/tree.py"/>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/empty.py"/>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/head.py"/>
        <source>Search tasks  (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/head.py"/>
        <location filename="../../app/views/widgets/filtered.py"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/head.py"/>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/new/list_field.py"/>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/new/list_field.py"/>
        <source>List: type a part of its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/new/panel.py"/>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/new/panel.py"/>
        <source>What has to be done. Type ? for Quick Paste notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/new/panel.py"/>
        <source>Remove patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/new/panel.py"/>
        <location filename="../../app/views/staff/tasks/open/remind_form.py"/>
        <source>Remind me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/new/panel.py"/>
        <source>Unfinished: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/open/hand_on_form.py"/>
        <source>List to hand this task on to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/open/hand_on_form.py"/>
        <source>Type to find a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/open/hand_on_form.py"/>
        <source>Note for those who get it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/open/hand_on_form.py"/>
        <source>Note for those who get it (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/open/hand_on_form.py"/>
        <source>Open Dental&apos;s API can&apos;t move a task to another list. Front Desk adds the task there with its notes, marks this one done, and shows both as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/open/head_view.py"/>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/open/head_view.py"/>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/open/head_view.py"/>
        <source>Reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/open/note_form.py"/>
        <source>Write a note. Type ? for Quick Paste notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/open/note_form.py"/>
        <source>Add note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/open/note_form.py"/>
        <source>Add note  (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/open/pane.py"/>
        <source>Select a task to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/open/remind_form.py"/>
        <source>Date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/open/targets.py"/>
        <source>Hand on to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/open/targets.py"/>
        <source>Hand this task on to {list}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/tasks/tree.py"/>
        <source>Views and task lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/staff/updates/page.py"/>
        <source>Don&apos;t install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/widgets/file_dialog.py"/>
        <source>Save as a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/widgets/file_dialog.py"/>
        <source>CSV files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/widgets/filtered.py"/>
        <source>Filter {table}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/widgets/inline/field.py"/>
        <source>Show {what} for 10 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/widgets/inline/opened_editor.py"/>
        <source>Editing {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/widgets/inline/versions.py"/>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/widgets/inline/versions.py"/>
        <source>Use theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/widgets/inline/versions.py"/>
        <source>Yours: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/widgets/inline/versions.py"/>
        <source>Theirs: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/widgets/questions/question_popover.py"/>
        <source>{question} Enter: {deed}. Esc: Keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/widgets/tables/pane.py"/>
        <source>Columns, copy, save, print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/widgets/tables/pane.py"/>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/widgets/tables/pane.py"/>
        <source>Save as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/widgets/tables/view.py"/>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/widgets/timeline/pane.py"/>
        <source>Show {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/widgets/timeline/pane.py"/>
        <source>With notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/widgets/timeline/pane.py"/>
        <source>Only entries with a note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
