<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
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
        <location filename="../../app/bootstrap/kiosk/program.py"/>
        <source>This PC&apos;s vault, which has the kiosk&apos;s token, can&apos;t be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/kiosk/staff.py"/>
        <source>This is no name or address of a PC. Example: SERVER or 192.168.1.20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/kiosk/staff.py"/>
        <source>The code has eight letters and digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/kiosk/staff.py"/>
        <source>This code is for a desk. Get one for a check-in PC.</source>
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
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>This PC&apos;s clock is off by {span}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Crashes since this PC was started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Connected, but Open Dental has no confirmation status for arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Connected, but Open Dental doesn&apos;t answer the hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/pairing_page.py"/>
        <source>This PC&apos;s vault can&apos;t keep the pairing. Ask your IT support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/pairing_page.py"/>
        <source>This PC&apos;s disk can&apos;t be written. Check the program&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/staff_page.py"/>
        <source>That PIN is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/staff_page.py"/>
        <source>This office has no exit PIN yet. Set one at a desk: Check-in, Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/staff_page.py"/>
        <source>Too many wrong PINs. Try again in {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/welcome_words.py"/>
        <source>English</source>
        <comment>the name of this language, in this language</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/welcome_words.py"/>
        <source>Touch to check in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/welcome_words.py"/>
        <source>Welcome to {practice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/welcome_words.py"/>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>We did not find you. Please check your birthdate and your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Please type the month, the day and the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>A year has 12 months. Please check the month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Please check the year. It has 4 numbers, like 1980.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>That day has not come yet. Please check the date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Please type the first letter of your last name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Please touch what has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>A phone number has 10 numbers. Please check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>An email looks like name@mail.com. Please check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Please type it here, or touch Back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>A state has 2 letters, like CA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>A ZIP code has 5 numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>A month has 31 days at most. Please check the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>{month} has only {days} days. Please check the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Cell phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Home phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>What is your cell phone number?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>What is your home phone number?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>What is your email?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>What is your street and house number?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Apartment number? If none, touch Next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>What is your city?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>What is your state? Type 2 letters, like CA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>What is your ZIP code?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/bars.py"/>
        <source>Language: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/bars.py"/>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/bars.py"/>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/bars.py"/>
        <source>Language and text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/bars.py"/>
        <source>Start over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/bars.py"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/bars.py"/>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Pair this kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Get a code at a desk: Check-in, Check-in PCs, Add check-in PC. It is good for five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Name or address of the hub&apos;s PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Eight letters and digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Name of this kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>As it was named at the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Looking for hubs on this network…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Pairing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/staff_page.py"/>
        <source>For staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/staff_page.py"/>
        <source>Back to check-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/staff_page.py"/>
        <source>Type the exit PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/staff_page.py"/>
        <source>Digits typed: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/staff_page.py"/>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/staff_page.py"/>
        <source>Reset check-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/staff_page.py"/>
        <source>Restart kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/staff_page.py"/>
        <source>Pair again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/staff_page.py"/>
        <source>Close kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>Do you need more time?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>This page will close in {n} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>Yes, more time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>No, stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>Calling the front desk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>The front desk knows you need help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>Please see the front desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>You can wait here or go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>They will help you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/birthdate.py"/>
        <source>When were you born?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/birthdate.py"/>
        <location filename="../../app/views/kiosk/pages/changes.py"/>
        <location filename="../../app/views/kiosk/pages/people.py"/>
        <location filename="../../app/views/kiosk/pages/typing.py"/>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/changes.py"/>
        <source>Has your health or insurance changed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/changes.py"/>
        <source>Has your health changed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/changes.py"/>
        <source>Has your insurance changed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/changes.py"/>
        <source>No change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/changes.py"/>
        <source>Yes, changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/changes.py"/>
        <source>What has changed? We will ask you about it later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/changes.py"/>
        <source>My health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/changes.py"/>
        <source>My insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/contact.py"/>
        <source>{what}: new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/contact.py"/>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/contact.py"/>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/contact.py"/>
        <source>Change: {what}, {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/contact.py"/>
        <source>Is this still right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/contact.py"/>
        <source>All correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>You are checked in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>Please take a seat. We will call you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>My next appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>What I owe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>Your next appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>You have no next appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>The front desk can make one for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>You have a credit of {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>You owe {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>You can pay at the front desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>You are checked in. They can answer this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>They will help you check in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>{initials}: {day} at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>{day} at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/people.py"/>
        <source>Is this you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/people.py"/>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/people.py"/>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/people.py"/>
        <source>Who is here with you? Touch each one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/people.py"/>
        <source>{initials} at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/people.py"/>
        <source>Only I am here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/typing.py"/>
        <source>What are the first 3 letters of your last name?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/typing.py"/>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/welcome.py"/>
        <source>Please see the front desk to check in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/dots.py"/>
        <source>Step {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <location filename="../../app/views/kiosk/widgets/pad.py"/>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Letters without accents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Letters with accents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Apostrophe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <location filename="../../app/views/kiosk/widgets/pad.py"/>
        <source>Hyphen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Underscore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Plus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>At sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Number sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Colon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Slash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/part.py"/>
        <source>{part}: empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
