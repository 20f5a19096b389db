<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <location filename="../../app/viewmodels/kiosk/welcome_words.py"/>
        <source>English</source>
        <comment>the name of this language, in this language</comment>
        <translation>Español</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/welcome_words.py"/>
        <source>Touch to check in</source>
        <translation>Registre su llegada aquí</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>We did not find you. Please check your birthdate and your name.</source>
        <translation>No encontramos sus datos. Revise su fecha de nacimiento y su nombre.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Please type the month, the day and the year.</source>
        <translation>Escriba el día, el mes y el año.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>A year has 12 months. Please check the month.</source>
        <translation>Un año tiene 12 meses. Revise el mes.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Please check the year. It has 4 numbers, like 1980.</source>
        <translation>Revise el año. Tiene 4 números, como 1980.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>That day has not come yet. Please check the date.</source>
        <translation>Ese día aún no ha llegado. Revise la fecha.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Please type the first letter of your last name.</source>
        <translation>Escriba la primera letra de su apellido.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Please touch what has changed.</source>
        <translation>Toque lo que ha cambiado.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>A phone number has 10 numbers. Please check it.</source>
        <translation>Un teléfono tiene 10 números. Revíselo.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>An email looks like name@mail.com. Please check it.</source>
        <translation>Un correo es como nombre@mail.com. Revíselo.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Please type it here, or touch Back.</source>
        <translation>Escríbalo aquí o toque Atrás.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>A state has 2 letters, like CA.</source>
        <translation>Un estado tiene 2 letras, como CA.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>A ZIP code has 5 numbers.</source>
        <translation>Un código postal tiene 5 números.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>A month has 31 days at most. Please check the day.</source>
        <translation>Un mes tiene 31 días como máximo. Revise el día.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>{month} has only {days} days. Please check the day.</source>
        <translation>El mes de {month} tiene solo {days} días. Revise el día.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Cell phone</source>
        <translation>Celular</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Home phone</source>
        <translation>Teléfono de casa</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Email</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>What is your cell phone number?</source>
        <translation>¿Cuál es su número de celular?</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>What is your home phone number?</source>
        <translation>¿Cuál es su teléfono de casa?</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>What is your email?</source>
        <translation>¿Cuál es su correo electrónico?</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>What is your street and house number?</source>
        <translation>¿Cuál es su calle y número de casa?</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>Apartment number? If none, touch Next.</source>
        <translation>¿Apartamento? Si no tiene, toque Siguiente.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>What is your city?</source>
        <translation>¿Cuál es su ciudad?</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>What is your state? Type 2 letters, like CA.</source>
        <translation>¿Cuál es su estado? Escriba 2 letras, como CA.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>What is your ZIP code?</source>
        <translation>¿Cuál es su código postal?</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/welcome_words.py"/>
        <source>Welcome to {practice}</source>
        <translation>Le damos la bienvenida a {practice}</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/welcome_words.py"/>
        <source>Welcome</source>
        <translation>Le damos la bienvenida</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/bars.py"/>
        <source>Language: {name}</source>
        <translation>Idioma: {name}</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/bars.py"/>
        <source>Larger text</source>
        <translation>Letra grande</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/bars.py"/>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/bars.py"/>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/bars.py"/>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/bars.py"/>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>Do you need more time?</source>
        <translation>¿Necesita más tiempo?</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>This page will close in {n} seconds.</source>
        <translation>Esta página se cerrará en {n} segundos.</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>Yes, more time</source>
        <translation>Sí, más tiempo</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>No, stop</source>
        <translation>No, terminar</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>Calling the front desk…</source>
        <translation>Llamando a la recepción…</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>The front desk knows you need help</source>
        <translation>La recepción sabe que necesita ayuda</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>Please see the front desk</source>
        <translation>Pase a la recepción, por favor</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>You can wait here or go on.</source>
        <translation>Puede esperar aquí o seguir.</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>They will help you.</source>
        <translation>Allí le ayudarán.</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/overlays.py"/>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/birthdate.py"/>
        <source>When were you born?</source>
        <translation>¿Cuándo nació?</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/birthdate.py"/>
        <location filename="../../app/views/kiosk/pages/changes.py"/>
        <location filename="../../app/views/kiosk/pages/people.py"/>
        <location filename="../../app/views/kiosk/pages/typing.py"/>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/changes.py"/>
        <source>Has your health or insurance changed?</source>
        <translation>¿Ha cambiado su salud o su seguro?</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/changes.py"/>
        <source>Has your health changed?</source>
        <translation>¿Ha cambiado su salud?</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/changes.py"/>
        <source>Has your insurance changed?</source>
        <translation>¿Ha cambiado su seguro?</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/changes.py"/>
        <source>No change</source>
        <translation>No, nada</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/changes.py"/>
        <source>Yes, changed</source>
        <translation>Sí, algo cambió</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/changes.py"/>
        <source>What has changed? We will ask you about it later.</source>
        <translation>¿Qué ha cambiado? Le preguntaremos más tarde.</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/changes.py"/>
        <source>My health</source>
        <translation>Mi salud</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/changes.py"/>
        <source>My insurance</source>
        <translation>Mi seguro</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/contact.py"/>
        <source>{what}: new</source>
        <translation>{what}: dato nuevo</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/contact.py"/>
        <source>None</source>
        <translation>No hay</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/contact.py"/>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/contact.py"/>
        <source>Change: {what}, {value}</source>
        <translation>Cambiar: {what}, {value}</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/contact.py"/>
        <source>Is this still right?</source>
        <translation>¿Sigue todo igual?</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/contact.py"/>
        <source>All correct</source>
        <translation>Todo correcto</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>You are checked in</source>
        <translation>Ya registramos su llegada</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>Please take a seat. We will call you.</source>
        <translation>Tome asiento, por favor. Le llamaremos.</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>My next appointment</source>
        <translation>Mi próxima cita</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>What I owe</source>
        <translation>Lo que debo</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>Your next appointment</source>
        <translation>Su próxima cita</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>You have no next appointment</source>
        <translation>No tiene otra cita</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>The front desk can make one for you.</source>
        <translation>En la recepción le pueden dar una.</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>You have a credit of {amount}</source>
        <translation>Tiene {amount} a su favor</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>You owe {amount}</source>
        <translation>Debe {amount}</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>You can pay at the front desk.</source>
        <translation>Puede pagar en la recepción.</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>You are checked in. They can answer this.</source>
        <translation>Ya registramos su llegada. Allí le pueden responder.</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>They will help you check in.</source>
        <translation>Allí le ayudarán.</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>{initials}: {day} at {time}</source>
        <translation>{initials}: {day}, {time}</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>{day} at {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/people.py"/>
        <source>Is this you?</source>
        <translation>¿Es usted?</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/people.py"/>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/people.py"/>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/people.py"/>
        <source>Who is here with you? Touch each one.</source>
        <translation>¿Quién vino con usted? Toque a cada persona.</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/people.py"/>
        <source>{initials} at {time}</source>
        <translation>{initials}, {time}</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/people.py"/>
        <source>Only I am here</source>
        <translation>Solo yo</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/typing.py"/>
        <source>What are the first 3 letters of your last name?</source>
        <translation>¿Cuáles son las 3 primeras letras de su apellido?</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/typing.py"/>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/pages/welcome.py"/>
        <source>Please see the front desk to check in.</source>
        <translation>Pase a la recepción para registrar su llegada.</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/dots.py"/>
        <source>Step {n} of {all}</source>
        <translation>Paso {n} de {all}</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <location filename="../../app/views/kiosk/widgets/pad.py"/>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>A B C</source>
        <translation>A B C</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Á É Ñ</source>
        <translation>Á É Ñ</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Apostrophe</source>
        <translation>Apóstrofo</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <location filename="../../app/views/kiosk/widgets/pad.py"/>
        <source>Hyphen</source>
        <translation>Guion</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Underscore</source>
        <translation>Guion bajo</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Plus</source>
        <translation>Más</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>At sign</source>
        <translation>Arroba</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Period</source>
        <translation>Punto</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Number sign</source>
        <translation>Número</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/part.py"/>
        <source>{part}: empty</source>
        <translation>{part}: sin llenar</translation>
    </message>
</context>
</TS>
