<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
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
        <source>OK</source>
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
        <source>A B C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Á É Ñ</source>
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
        <location filename="../../app/views/kiosk/widgets/part.py"/>
        <source>{part}: empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
