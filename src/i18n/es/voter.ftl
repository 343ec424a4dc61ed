# The voter's screens. "usted", plain words, one thought a sentence.

voter-step = Paso { $n } de 5: { $what }
voter-step-brief = Paso { $n } de 5
voter-step-rules = cómo se vota
voter-step-choice = qué elige
voter-step-review = la revisión
voter-step-seal = el sello
voter-step-box = la urna

voter-key-choose = elegir o quitar
voter-key-amount = dar puntos
voter-key-score = dar una nota
voter-key-order = ordenar o quitar
voter-key-read = leer
voter-key-list = volver a la lista
voter-key-leave = salir sin votar
voter-key-answer = responder
voter-key-stay = quedarse
voter-key-previous-next = { $what ->
    [project] otro proyecto
   *[option] otra opción
}

# Language
voter-language-ask = Elija el idioma

# Welcome
voter-welcome-title = Le damos la bienvenida
voter-welcome-range = { $what ->
    [project] { $min ->
        [1] Puede elegir hasta { $max } de los { $options } proyectos.
       *[other] Elija al menos { $min } y como máximo { $max } de los { $options } proyectos.
    }
   *[option] { $min ->
        [1] Puede elegir hasta { $max } de las { $options } opciones.
       *[other] Elija al menos { $min } y como máximo { $max } de las { $options } opciones.
    }
}
voter-welcome-exact = { $what ->
    [project] { $max ->
        [one] Elija uno de los { $options } proyectos.
       *[other] Elija { $max } de los { $options } proyectos.
    }
   *[option] { $max ->
        [one] Elija una de las { $options } opciones.
       *[other] Elija { $max } de las { $options } opciones.
    }
}
voter-welcome-cap = En total pueden costar como máximo { $cap }.
voter-welcome-points = { $what ->
    [project] Reparta { $total } puntos entre { $options } proyectos: como máximo { $max } a cada uno.
   *[option] Reparta { $total } puntos entre { $options } opciones: como máximo { $max } a cada una.
}
voter-welcome-points-all = Hay que dar todos los puntos.
voter-welcome-points-some = No hace falta darlos todos.
voter-welcome-score = { $what ->
    [project] Dé una nota a cada uno de los { $options } proyectos, de 0 (nada) a { $max } (del todo).
   *[option] Dé una nota a cada una de las { $options } opciones, de 0 (nada) a { $max } (del todo).
}
voter-welcome-priority = { $what ->
    [project] { $ranks ->
        [one] Elija el más importante de los { $options } proyectos.
       *[other] Ponga en orden { $ranks } de los { $options } proyectos: primero el más importante.
    }
   *[option] { $ranks ->
        [one] Elija la más importante de las { $options } opciones.
       *[other] Ponga en orden { $ranks } de las { $options } opciones: primero la más importante.
    }
}
voter-welcome-priority-some = También puede poner en orden menos.
voter-welcome-questions = Hay { $n } preguntas, una tras otra.
voter-welcome-blank = Si no quiere elegir, puede votar en blanco.
voter-welcome-secret = Su voto es secreto. La papeleta se sella aquí y solo se cuentan los totales. Asegúrese de que nadie mire la pantalla.
voter-welcome-change = Puede cambiar de idea hasta que meta la papeleta en la urna. Después ya no se puede.
voter-welcome-calm = No hay prisa. Si sale sin votar, no pierde el derecho a votar.
voter-welcome-keys = Bastan cinco teclas: ↑ y ↓ para moverse, Espacio para elegir, Intro (o →) para seguir, ← para volver.
voter-welcome-start = Pulse Intro para empezar.

# List
voter-list-question = Pregunta { $n } de { $questions }
voter-count-range = { $min ->
    [1] Ha elegido { $n } de { $max }
   *[other] Ha elegido { $n } de { $max } (al menos { $min })
}
voter-count-exact = Ha elegido { $n } de { $max }
voter-count-blank = Ha elegido: voto en blanco
voter-count-blank-question = Pregunta dejada en blanco
voter-brief-of = { $n } de { $of }
voter-brief-left = { $n ->
    [one] queda { $n }
   *[other] quedan { $n }
}
voter-count-money = Quedan { $money }.
voter-count-points = { $left ->
    [0] Ha dado todos los puntos: { $total }
    [one] Le queda 1 punto de { $total }
   *[other] Le quedan { $left } puntos de { $total }
}
voter-count-score = Ha dado nota a { $n } de { $options }
voter-count-priority = Ha puesto en orden { $n } de { $ranks }
voter-legend-points = { $what ->
    [project] { $max ->
        [one] Como máximo 1 punto a cada proyecto.
       *[other] Como máximo { $max } puntos a cada proyecto.
    }
   *[option] { $max ->
        [one] Como máximo 1 punto a cada opción.
       *[other] Como máximo { $max } puntos a cada opción.
    }
}
voter-legend-score = 0 = nada, { $max } = del todo
voter-legend-rank = { $points ->
    [one] puesto { $rank }: 1 punto
   *[other] puesto { $rank }: { $points } puntos
}
voter-rank = { $rank }.º
voter-fit-too-dear = no alcanza
voter-fit-dead-end = atención
voter-list-blank = { $what ->
    [project] Voto en blanco: no elijo ningún proyecto
   *[option] Voto en blanco: no elijo nada
}
voter-list-blank-question = Dejo en blanco esta pregunta
voter-list-next = Seguir: a la pregunta siguiente
voter-list-review = Seguir: reviso mi papeleta
voter-notice-full = { $what ->
    [project] { $max ->
        [one] Ya ha elegido uno, el máximo. Primero quite ese y luego elija este.
       *[other] Ya ha elegido { $max }, el máximo. Primero quite uno y luego elija este.
    }
   *[option] { $max ->
        [one] Ya ha elegido una, el máximo. Primero quite esa y luego elija esta.
       *[other] Ya ha elegido { $max }, el máximo. Primero quite una y luego elija esta.
    }
}
voter-notice-full-points = { $what ->
    [project] Ya ha dado todos los puntos. Primero quite alguno a otro proyecto.
   *[option] Ya ha dado todos los puntos. Primero quite alguno a otra opción.
}
voter-notice-full-priority = { $ranks ->
    [one] El puesto ya está ocupado. Primero libérelo: Espacio en la línea que lo tiene.
   *[other] Los { $ranks } puestos ya están ocupados. Primero libere uno: Espacio en la línea que lo tiene.
}
voter-notice-too-dear = { $what ->
    [project] Este proyecto cuesta { $cost } y quedan { $money }: no alcanza. Para elegirlo, primero quite uno.
   *[option] Esta opción cuesta { $cost } y quedan { $money }: no alcanza. Para elegirla, primero quite una.
}
voter-notice-dead-end = { $what ->
    [project] Atención: si elige este proyecto, lo que queda no alcanza para llegar a { $min } proyectos.
   *[option] Atención: si elige esta opción, lo que queda no alcanza para llegar a { $min } opciones.
}
voter-notice-stuck = { $what ->
    [project] { $next ->
        [2] Quedan { $money }: no es posible un segundo proyecto. Quite el que ha elegido.
        [3] Quedan { $money }: no es posible un tercer proyecto. Quite uno.
        [4] Quedan { $money }: no es posible un cuarto proyecto. Quite uno.
        [5] Quedan { $money }: no es posible un quinto proyecto. Quite uno.
       *[other] Quedan { $money }: no es posible otro proyecto. Quite uno.
    }
   *[option] { $next ->
        [2] Quedan { $money }: no es posible una segunda opción. Quite la que ha elegido.
        [3] Quedan { $money }: no es posible una tercera opción. Quite una.
        [4] Quedan { $money }: no es posible una cuarta opción. Quite una.
        [5] Quedan { $money }: no es posible una quinta opción. Quite una.
       *[other] Quedan { $money }: no es posible otra opción. Quite una.
    }
}
voter-notice-stuck-far = { $what ->
    [project] Quedan { $money }: no alcanzan para llegar a { $min } proyectos. Quite uno.
   *[option] Quedan { $money }: no alcanzan para llegar a { $min } opciones. Quite una.
}
voter-notice-not-blank = La papeleta ya no está en blanco.
voter-notice-not-blank-question = La pregunta ya no está en blanco.
voter-advice-choose = { $what ->
    [project] Con ↑ y ↓ vaya a un proyecto: Espacio para elegirlo, Intro para leerlo.
   *[option] Con ↑ y ↓ vaya a una opción: Espacio para elegirla, Intro para leerla.
}
voter-advice-points = { $what ->
    [project] Con ↑ y ↓ vaya a un proyecto: Espacio para darle puntos, Intro para leerlo.
   *[option] Con ↑ y ↓ vaya a una opción: Espacio para darle puntos, Intro para leerla.
}
voter-advice-score = { $what ->
    [project] Con ↑ y ↓ vaya a un proyecto: Espacio para darle una nota, Intro para leerlo.
   *[option] Con ↑ y ↓ vaya a una opción: Espacio para darle una nota, Intro para leerla.
}
voter-advice-priority = { $what ->
    [project] Espacio pone el proyecto en el puesto { $rank }, Intro permite leerlo.
   *[option] Espacio pone la opción en el puesto { $rank }, Intro permite leerla.
}
voter-advice-priority-back = { $what ->
    [project] Espacio quita el proyecto de su puesto, Intro permite leerlo.
   *[option] Espacio quita la opción de su puesto, Intro permite leerla.
}
voter-advice-no-money = { $what ->
    [project] { $next ->
        [2] Quedan { $money }: no es posible un segundo proyecto.
        [3] Quedan { $money }: no es posible un tercer proyecto.
        [4] Quedan { $money }: no es posible un cuarto proyecto.
        [5] Quedan { $money }: no es posible un quinto proyecto.
       *[other] Quedan { $money }: no es posible otro proyecto.
    }
   *[option] { $next ->
        [2] Quedan { $money }: no es posible una segunda opción.
        [3] Quedan { $money }: no es posible una tercera opción.
        [4] Quedan { $money }: no es posible una cuarta opción.
        [5] Quedan { $money }: no es posible una quinta opción.
       *[other] Quedan { $money }: no es posible otra opción.
    }
} Si está bien así, baje con ↓ hasta Seguir.
voter-advice-done = Cuando termine, baje con ↓ hasta Seguir y pulse Intro.

# Details
voter-details-place = { $what ->
    [project] Proyecto { $n } de { $options }
   *[option] Opción { $n } de { $options }
}
voter-details-cost = Coste: { $cost }
voter-details-chosen = { $what ->
    [project] Elegido
   *[option] Elegida
}
voter-details-not-chosen = { $what ->
    [project] No elegido
   *[option] No elegida
}
voter-details-points = { $n ->
    [0] Ningún punto
    [one] 1 punto
   *[other] { $n } puntos
}
voter-details-score = Nota: { $n } de { $max }
voter-details-no-score = Todavía sin nota
voter-details-rank = Puesto { $rank }
voter-details-no-rank = Sin puesto

# How much
voter-amount-points = { $what ->
    [project] ¿Cuántos puntos da a este proyecto?
   *[option] ¿Cuántos puntos da a esta opción?
}
voter-amount-score = { $what ->
    [project] ¿Qué nota da a este proyecto?
   *[option] ¿Qué nota da a esta opción?
}
voter-amount-least = nada
voter-amount-greatest = del todo
voter-amount-unit = { $n ->
    [0] ningún punto
    [one] punto
   *[other] puntos
}
voter-amount-how = Elija con ↑ y ↓ o con los números, luego pulse Intro:
voter-amount-how-key = Elija con ↑ y ↓ y pulse Intro, o pulse el número:
voter-amount-move-first = Primero pulse ↓, luego Intro:
voter-details-illustrative = { $what ->
    [project] Proyecto inventado para la demostración.
   *[option] Opción inventada para la demostración.
}

# Blank
voter-blank-title = ¿Quiere votar en blanco?
voter-blank-title-question = ¿Deja en blanco esta pregunta?
voter-blank-what = { $what ->
    [project] El voto en blanco es un voto válido que no elige ningún proyecto. Va a la urna y se cuenta como blanco.
   *[option] El voto en blanco es un voto válido que no elige nada. Va a la urna y se cuenta como blanco.
}
voter-blank-what-question = Las otras respuestas quedan.
voter-blank-loses = { $what ->
    [project] { $n ->
        [0] Todavía no ha elegido ningún proyecto.
        [one] El proyecto que ha elegido se quita.
       *[other] Los { $n } proyectos que ha elegido se quitan.
    }
   *[option] { $n ->
        [0] Todavía no ha elegido nada.
        [one] La opción que ha elegido se quita.
       *[other] Las { $n } opciones que ha elegido se quitan.
    }
}
voter-blank-loses-points = { $n ->
    [0] Todavía no ha dado ningún punto.
   *[other] Los puntos que ha dado se quitan.
}
voter-blank-loses-scores = { $n ->
    [0] Todavía no ha dado ninguna nota.
   *[other] Las notas que ha dado se quitan.
}
voter-blank-loses-order = { $n ->
    [0] Todavía no ha puesto nada en orden.
   *[other] El orden que ha dado se quita.
}
voter-blank-no = No, vuelvo a la lista
voter-blank-yes = Sí, voto en blanco
voter-blank-yes-question = Sí, dejo en blanco esta pregunta

# Review
voter-review-title = Esta es su papeleta
voter-review-blank = Voto en blanco
voter-review-blank-question = en blanco
voter-review-nothing = Todavía no ha elegido nada.
voter-review-count = { $what ->
    [project] { $n ->
        [one] Un proyecto elegido
       *[other] { $n } proyectos elegidos
    }
   *[option] { $n ->
        [one] Una opción elegida
       *[other] { $n } opciones elegidas
    }
}
voter-review-points = { $n ->
    [one] 1 punto dado
   *[other] { $n } puntos dados
}
voter-review-scores = { $n ->
    [one] 1 nota dada
   *[other] { $n } notas dadas
}
voter-review-order = { $n ->
    [one] Una opción en orden
   *[other] { $n } opciones en orden
}
voter-review-item-points = { $n ->
    [one] { $title }: 1 punto
   *[other] { $title }: { $n } puntos
}
voter-review-item-score = { $title }: { $n } de { $max }
voter-review-item-rank = { $points ->
    [one] { $title } (1 punto)
   *[other] { $title } ({ $points } puntos)
}
voter-review-left = { $left ->
    [one] No ha dado 1 punto.
   *[other] No ha dado { $left } puntos.
}
voter-review-missing = { $n ->
    [one] Todavía falta elegir una cosa: vuelva a la lista y elíjala.
   *[other] Todavía falta elegir { $n } cosas: vuelva a la lista y elíjalas.
}
voter-review-missing-points = { $n ->
    [one] Todavía falta 1 punto: vuelva a la lista para darlo.
   *[other] Todavía faltan { $n } puntos: vuelva a la lista para darlos.
}
voter-review-missing-scores = { $n ->
    [one] Todavía falta una nota: vuelva a la lista para darla.
   *[other] Todavía faltan { $n } notas: vuelva a la lista para darlas.
}
voter-review-missing-ranks = { $n ->
    [one] Todavía queda un puesto libre: vuelva a la lista para ocuparlo.
   *[other] Todavía quedan { $n } puestos libres: vuelva a la lista para ocuparlos.
}
voter-review-look = Con ↑ vaya a una pregunta para ver otra vez su respuesta.
voter-review-complete = Todavía faltan respuestas: elija una línea "por completar" y pulse Intro.
voter-review-todo = por completar
voter-review-done = hecho
voter-review-or-blank = O bien vote en blanco.
voter-review-or-blank-question = O bien deje en blanco esta pregunta.
voter-review-change = Cambio lo que elegí
voter-review-choose = Vuelvo a la lista
voter-review-change-one = Cambio: { $question }
voter-review-confirm = Está bien: sello mi papeleta
voter-review-not-yet = Su voto todavía no está en la urna: puede cambiarlo todo.

# Sealing
voter-sealing-title = Sellando la papeleta
voter-sealing-wait = Esto tarda un momento. No tiene que pulsar nada.
voter-seal-failed-title = No se ha podido sellar la papeleta
voter-seal-failed-text = Su voto no está en la urna y no ha perdido nada: lo que eligió sigue aquí. Pulse Intro para volver a la papeleta e inténtelo de nuevo. Si vuelve a pasar, llame al personal.

# Offer
voter-offer-title = Su papeleta está sellada
voter-offer-not-yet = Todavía no está en la urna.
voter-offer-code = El código de la papeleta:
voter-offer-what = Con este código cualquiera puede comprobar que la papeleta sellada está en el tablón público. El código nunca dice qué hay dentro.
voter-offer-how = Elija con ↑ y ↓, luego pulse Intro:
voter-offer-move-first = Primero pulse ↓, luego Intro:
voter-offer-cast = Meto la papeleta en la urna
voter-offer-change = Vuelvo atrás y cambio
voter-offer-open = Pruebo la máquina: abro la papeleta

# Opening: the voter tests the machine
voter-open-title = ¿Quiere abrir esta papeleta?
voter-open-shows = Abrirla muestra a todos si la máquina ha sellado exactamente lo que usted ha elegido.
voter-open-public = Lo que hay dentro se hace público, sin su nombre, y esta papeleta no cuenta como voto.
voter-open-again = Después vota desde el principio, con una papeleta nueva.
voter-open-no = No, vuelvo a la papeleta sellada
voter-open-yes = Sí, abro esta papeleta
voter-opening-title = Abriendo la papeleta
voter-opening-wait = Esto tarda un momento. No tiene que pulsar nada.
voter-opened-title = Papeleta abierta
voter-opened-not-cast = No está en la urna y no cuenta. Dentro había:
voter-opened-more = Seguir: el resto de la papeleta
voter-opened-next = Seguir: dónde se comprueba
voter-opened-where = En unos días estará en el tablón público, con lo que había dentro y sin su nombre. Compruebe que es igual:
voter-opened-take = Haga una foto del código o cópielo en un papel.
voter-opened-back = Vuelvo a ver lo que había dentro
voter-opened-vote = Ahora voto, desde el principio
voter-opened-cleared = Lo que eligió antes está borrado.
voter-open-failed-title = La papeleta NO se ha abierto
voter-open-failed-text = No se ha abierto y no está en la urna: se ha borrado. Lo que eligió sigue aquí y no ha perdido el derecho a votar. Pulse Intro para volver a su papeleta. Si vuelve a pasar, llame al personal.

# Casting
voter-casting-title = Su papeleta va a la urna
voter-casting-wait = Esto tarda un momento. No tiene que pulsar nada.
voter-cast-failed-title = Su voto NO está en la urna
voter-cast-failed-right = No ha perdido el derecho a votar: puede votar de nuevo.
voter-cast-failed-forgotten = Lo que eligió y el código se han borrado de esta pantalla.
voter-cast-failed-call = Llame al personal. Luego pulse Intro.

# Slip
voter-slip-title = Su voto está en la urna
voter-slip-take = Haga una foto del código o cópielo en un papel.
voter-slip-proves = Con el código puede comprobar, en unos días, que su papeleta sellada está en el tablón público:
voter-slip-not = El código no demuestra qué ha votado: nadie puede leerlo ahí.
voter-slip-done = He acabado
voter-finish-title = ¿Ha fotografiado o copiado el código?
voter-finish-text = Después de esta pantalla el código ya no se ve. Su voto sigue en la urna en cualquier caso.
voter-finish-no = No, vuelvo al código
voter-finish-yes = Sí, he acabado

# Leaving
voter-leave-title = ¿Quiere salir sin votar?
voter-leave-text = Lo que ha elegido se borra. El derecho a votar no se usa ni se pierde: puede votar más tarde.
voter-leave-no = No, me quedo
voter-leave-yes = Sí, salgo sin votar

# Nobody there
voter-idle-title = ¿Sigue aquí?
voter-idle-text = Pulse cualquier tecla para seguir: todo está como lo dejó.
voter-idle-else = Si nadie responde, la pantalla se cierra y lo que ha elegido se borra. El derecho a votar no se pierde.
voter-idle-else-cast = Si nadie responde, la pantalla se cierra. El voto ya está en la urna y ahí se queda.
voter-idle-key = cualquier tecla
voter-idle-do = seguir

# Give the screen back
voter-over-thanks = Gracias
voter-over-give-back = Devuelva la pantalla al personal.
voter-over-voted = Su voto está en la urna.
voter-over-left = Ha salido sin votar. El derecho a votar no se ha usado ni perdido: puede votar más tarde.
voter-over-deserted-title = Pantalla cerrada
voter-over-deserted = Nadie ha respondido: lo elegido se ha borrado y el voto no está en la urna. El derecho a votar no se ha perdido.
voter-over-call = Llame al personal.
voter-over-failed = Su voto no está en la urna. El derecho a votar no se ha perdido: el personal puede dejarle votar de nuevo.
voter-over-staff = solo para el personal

# Before the vote: the person reads what the desk wrote, and confirms it.

confirming-place = Antes del voto: lea y confirme
confirming-place-brief = Antes de votar
confirming-declaration-title = Su declaración
confirming-city-user = Yo, { $who }, fecha de nacimiento { $birth }, declaro: { $reason } ({ $area }). Pido mi inscripción en la lista de city users para votar en esta consulta.
confirming-residence = Yo, { $who }, fecha de nacimiento { $birth }, declaro: vivo en { $area }. Pido votar como residente; la oficina del padrón comprobará mi declaración.
confirming-yes = Todo es correcto: confirmo
confirming-no = Algo no es correcto: no confirmo
confirming-not-recorded = No se ha registrado nada. Diga al personal qué no es correcto.
confirming-failed = Algo ha fallado. El derecho a votar no se ha usado: llame al personal.
confirming-help-title = La ayuda para votar
confirming-help-staff = Ha pedido la ayuda de una persona de la mesa electoral ({ $reason }).
confirming-help-companion = Ha pedido la ayuda de la persona que le acompaña ({ $reason }).
confirming-help-notice = Quien ayuda hace lo que usted dice y no habla con nadie de lo que ha visto. Solo se registra que ha habido ayuda, no su voto ni los nombres.
confirming-help-yes = Sí, voto con esta ayuda
confirming-help-no = No, voto sin ayuda
confirming-alone = Pulse Intro para votar sin ayuda, o llame al personal.
declared-work = trabajo aquí
declared-study = estudio aquí
declared-volunteering = hago voluntariado aquí
declared-domicile = tengo aquí mi domicilio

# Size, colours, voice
voter-look-title = ¿Cómo quiere leer?
voter-look-how = Elija una fila y pulse Espacio: cambia en el momento. Lo que ha elegido se queda.
voter-look-size-normal = Letras: normales
voter-look-size-large = Letras: grandes
voter-look-size-bold = Letras: en negrita, filas separadas
voter-look-size-very-large = Letras: muy grandes
voter-look-colours-dark = Colores: claro sobre oscuro
voter-look-colours-light = Colores: negro sobre blanco
voter-look-colours-yellow = Colores: amarillo sobre negro
voter-look-colours-blue = Colores: blanco sobre azul
voter-look-voice-none = Voz: este ordenador no tiene
voter-look-voice-off = Voz: apagada
voter-look-voice-slow = Voz: encendida, lenta
voter-look-voice-normal = Voz: encendida
voter-look-voice-fast = Voz: encendida, rápida
voter-look-done = Hecho: vuelvo atrás

# Headphones
voter-headphones-title = ¿Me oye en los auriculares?
voter-headphones-text = La voz lo lee todo, también lo que elige. Sin auriculares, otros pueden oírlo. Con F4 vuelve a oír la pantalla.
voter-headphones-no = No: apago la voz
voter-headphones-yes = Sí, oigo en los auriculares

# What is heard
voter-heard-chosen = Elegido
voter-heard-not-chosen = No elegido
voter-heard-place = Fila { $n } de { $of }
voter-heard-code = Es el código de su papeleta. Para oírlo otra vez, pulse F4.
voter-heard-paper = El papel con el código está impreso: pídalo al personal.
voter-heard-finish = ¿Ha anotado el código, o tiene el papel?

# Whose help, and why not
assistance-sight = no ve bien
assistance-movement = no puede usar las teclas
assistance-reading = no consigue leer
assistance-language = no entiende el idioma
assistance-other = otro motivo
refusal-companion-is-voter = Es el código de quien vota: hace falta el de quien le ayuda.
refusal-companion-code = Hace falta el codice fiscale de quien ayuda, con su tarjeta sanitaria.
refusal-companion-limit = Esta persona ya ha ayudado a tantas personas como permite la consulta. Puede ayudar el personal.

# The slip on paper
voter-paper-going = Su papel se está imprimiendo.
voter-paper-printed = Su papel está impreso: tómelo.
voter-paper-failed = La impresora no da el papel: copie el código. Lo demás está bien.
