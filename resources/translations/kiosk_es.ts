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
        <location filename="../../app/viewmodels/kiosk/words.py"/>
        <source>hidden</source>
        <translation>oculto</translation>
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
        <source>Language and text</source>
        <translation>Idioma y letra</translation>
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
        <location filename="../../app/views/kiosk/device/staff_page.py"/>
        <source>For staff</source>
        <translation>Para el personal</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/staff_page.py"/>
        <source>Back to check-in</source>
        <translation>Volver al registro</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/staff_page.py"/>
        <source>Type the exit PIN.</source>
        <translation>Escriba el PIN de salida.</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/staff_page.py"/>
        <source>Digits typed: {n}</source>
        <translation>Números escritos: {n}</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/staff_page.py"/>
        <location filename="../../app/views/kiosk/pages/end.py"/>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/staff_page.py"/>
        <source>Reset check-in</source>
        <translation>Borrar y empezar de nuevo</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/staff_page.py"/>
        <source>Restart kiosk</source>
        <translation>Reiniciar el kiosco</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/staff_page.py"/>
        <source>Pair again</source>
        <translation>Vincular otra vez</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/staff_page.py"/>
        <source>Close kiosk</source>
        <translation>Cerrar el kiosco</translation>
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
        <source>Letters without accents</source>
        <translation>Letras sin acento</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Letters with accents</source>
        <translation>Letras con acento</translation>
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
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Colon</source>
        <translation>dos puntos</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/keyboard.py"/>
        <source>Slash</source>
        <translation>barra</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/widgets/part.py"/>
        <source>{part}: empty</source>
        <translation>{part}: sin llenar</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>The hub on {server} refused this. Try again, or ask your IT support.</source>
        <translation>El hub en {server} no lo aceptó. Pruebe otra vez o pregunte al soporte técnico.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>No PC here is called {server}. Check the name, or enter the hub&apos;s address.</source>
        <translation>Aquí no hay ninguna computadora llamada {server}. Revise el nombre o escriba la dirección del hub.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>{server} is on, but the hub isn&apos;t running there. Start the hub, or ask your IT support.</source>
        <translation>{server} está encendida, pero el hub no funciona allí. Inicie el hub o pregunte al soporte técnico.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>{server} doesn&apos;t answer. Check that it is on and on this network, and that its firewall lets port {port} through.</source>
        <translation>{server} no responde. Revise que esté encendida y en esta red, y que su firewall deje pasar el puerto {port}.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>{server} answers, but it isn&apos;t a Front Desk hub. Check the address.</source>
        <translation>{server} responde, pero no es un hub de Front Desk. Revise la dirección.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>{server} isn&apos;t the hub this PC was paired with, so nothing was sent. If the hub was set up again, pair this PC again. If not, tell your IT support.</source>
        <translation>{server} no es el hub con el que se vinculó esta computadora, así que no se envió nada. Si el hub se instaló de nuevo, vincule otra vez esta computadora. Si no, avise al soporte técnico.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>{server} doesn&apos;t know the code, so it isn&apos;t your office&apos;s hub. This PC wasn&apos;t paired. Tell your IT support.</source>
        <translation>{server} no conoce el código, así que no es el hub de este consultorio. Esta computadora no se vinculó. Avise al soporte técnico.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>This PC&apos;s clock is far off, so it can&apos;t connect safely. Set the date and time.</source>
        <translation>El reloj de esta computadora está muy mal y no se puede conectar con seguridad. Corrija la fecha y la hora.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>This PC was removed from the hub. Pair it again with a code from a desk.</source>
        <translation>Esta computadora se quitó del hub. Vincúlela otra vez con un código de la recepción.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>The hub has an older version than this PC. Update Front Desk on {server}.</source>
        <translation>El hub tiene una versión más vieja que esta computadora. Actualice Front Desk en {server}.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>The hub has a newer version than this PC. Update Front Desk on this PC.</source>
        <translation>El hub tiene una versión más nueva que esta computadora. Actualice Front Desk en esta computadora.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>There is no open code: it has expired or was used. Show a new one on a paired desk.</source>
        <translation>El código ya no sirve: se venció o ya se usó. Pida uno nuevo en la recepción.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>That isn&apos;t the code. Check it on the desk and type it again.</source>
        <translation>Ese no es el código. Revíselo en la recepción y escríbalo otra vez.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>The code was wrong three times and can&apos;t be used any more. Show a new one on the desk.</source>
        <translation>El código se escribió mal tres veces y ya no sirve. Pida uno nuevo en la recepción.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>Too many wrong codes came from this PC. Wait ten minutes, then show a new code on the desk.</source>
        <translation>Esta computadora envió demasiados códigos equivocados. Espere diez minutos y pida un código nuevo en la recepción.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>The hub is busy. It will be tried again in a moment.</source>
        <translation>El hub está ocupado. Se probará otra vez en un momento.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>The hub is restarting. It will be tried again in a moment.</source>
        <translation>El hub se está reiniciando. Se probará otra vez en un momento.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>The hub on {server} can&apos;t reach its database. Ask your IT support to look at it.</source>
        <translation>El hub en {server} no puede abrir su base de datos. Pida al soporte técnico que lo revise.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>The connection to the hub was lost. It will be tried again in a moment.</source>
        <translation>Se perdió la conexión con el hub. Se probará otra vez en un momento.</translation>
    </message>
    <message>
        <location filename="../../app/api/hub/trouble.py"/>
        <source>The hub answers.</source>
        <translation>El hub responde.</translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/kiosk/program.py"/>
        <source>This PC&apos;s vault, which has the kiosk&apos;s token, can&apos;t be opened.</source>
        <translation>No se puede abrir el almacén de claves de esta computadora, que guarda la clave del kiosco.</translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/kiosk/staff.py"/>
        <source>This is no name or address of a PC. Example: SERVER or 192.168.1.20</source>
        <translation>Eso no es el nombre ni la dirección de una computadora. Ejemplo: SERVER o 192.168.1.20</translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/kiosk/staff.py"/>
        <source>The code has eight letters and digits.</source>
        <translation>El código tiene ocho letras y números.</translation>
    </message>
    <message>
        <location filename="../../app/bootstrap/kiosk/staff.py"/>
        <source>This code is for a desk. Get one for a check-in PC.</source>
        <translation>Este código es para un equipo de recepción. Pida uno para una computadora de registro.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/durations.py"/>
        <source>{h} h {m} min</source>
        <translation>{h} h {m} min</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/durations.py"/>
        <source>{m} min</source>
        <translation>{m} min</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Correct</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>This PC&apos;s clock is off by {span}.</source>
        <translation>El reloj de esta computadora está mal por {span}.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Kiosk</source>
        <translation>Kiosco</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Office</source>
        <translation>Consultorio</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Screens</source>
        <translation>Pantallas</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Crashes since this PC was started</source>
        <translation>Fallos desde que se encendió esta computadora</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Connected, but Open Dental has no confirmation status for arrived.</source>
        <translation>Conectado, pero Open Dental no tiene un estado de confirmación para los que llegaron.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/condition.py"/>
        <source>Connected, but Open Dental doesn&apos;t answer the hub.</source>
        <translation>Conectado, pero Open Dental no le responde al hub.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/pairing_page.py"/>
        <source>This PC&apos;s vault can&apos;t keep the pairing. Ask your IT support.</source>
        <translation>El almacén de claves de esta computadora no puede guardar el vínculo. Pregunte al soporte técnico.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/pairing_page.py"/>
        <source>This PC&apos;s disk can&apos;t be written. Check the program&apos;s folder.</source>
        <translation>No se puede escribir en el disco de esta computadora. Revise la carpeta del programa.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/staff_page.py"/>
        <source>This office has no exit PIN yet. Set one at a desk: Check-in, Settings.</source>
        <translation>Este consultorio todavía no tiene PIN de salida. Elija uno en la recepción: Check-in, Settings.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/staff_page.py"/>
        <source>Too many wrong PINs. Try again in {time}.</source>
        <translation>Demasiados PIN equivocados. Pruebe otra vez en {time}.</translation>
    </message>
    <message>
        <location filename="../../app/viewmodels/kiosk/device/staff_page.py"/>
        <source>That PIN is wrong.</source>
        <translation>Ese PIN no es correcto.</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Pair this kiosk</source>
        <translation>Vincular este kiosco</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Get a code at a desk: Check-in, Check-in PCs, Add check-in PC. It is good for five minutes.</source>
        <translation>Pida un código en la recepción: Check-in, Check-in PCs, Add check-in PC. Sirve cinco minutos.</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Name or address of the hub&apos;s PC</source>
        <translation>Nombre o dirección de su computadora</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Eight letters and digits</source>
        <translation>Ocho letras y números</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Name of this kiosk</source>
        <translation>Nombre de este kiosco</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>As it was named at the desk</source>
        <translation>Como se llamó en la recepción</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Looking for hubs on this network…</source>
        <translation>Buscando hubs en esta red…</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Pairing…</source>
        <translation>Vinculando…</translation>
    </message>
    <message>
        <location filename="../../app/views/kiosk/device/pairing_page.py"/>
        <source>Pair</source>
        <translation>Vincular</translation>
    </message>
</context>
</TS>
