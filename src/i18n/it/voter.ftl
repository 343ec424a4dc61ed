# The voter's screens. "Lei", plain words, one thought a sentence.

voter-step = Passo { $n } di 5: { $what }
voter-step-rules = come si vota
voter-step-choice = la scelta
voter-step-review = il controllo
voter-step-seal = il sigillo
voter-step-box = l'urna

voter-key-choose = scegli o togli
voter-key-read = leggi
voter-key-list = torna all'elenco
voter-key-leave = esci senza votare
voter-key-answer = rispondi
voter-key-stay = resta
voter-key-previous-next = altro progetto

# Language
voter-language-ask = Scelga la lingua

# Welcome
voter-welcome-title = Benvenuti al voto
voter-welcome-range = { $min ->
    [1] Può scegliere fino a { $max } progetti su { $options }.
   *[other] Scelga almeno { $min } e al massimo { $max } progetti su { $options }.
}
voter-welcome-exact = { $max ->
    [one] Scelga un progetto su { $options }.
   *[other] Scelga { $max } progetti su { $options }.
}
voter-welcome-questions = Le domande sono { $n }, una dopo l'altra.
voter-welcome-blank = Se non vuole scegliere, può votare scheda bianca.
voter-welcome-secret = Il voto è segreto. La scheda viene sigillata qui e si contano solo i totali. Si accerti che nessuno guardi lo schermo.
voter-welcome-change = Può cambiare idea fino a quando mette la scheda nell'urna. Dopo non si può più.
voter-welcome-calm = Non c'è fretta. Se esce senza votare, non perde il diritto di voto.
voter-welcome-keys = Bastano cinque tasti: ↑ e ↓ per muoversi, Spazio per scegliere, Invio (o →) per andare avanti, ← per tornare indietro.
voter-welcome-start = Cominci premendo Invio.

# List
voter-list-question = Domanda { $n } di { $questions }
voter-count-range = { $min ->
    [1] Ha scelto { $n } di { $max }
   *[other] Ha scelto { $n } di { $max } (almeno { $min })
}
voter-count-exact = Ha scelto { $n } di { $max }
voter-count-blank = Ha scelto: scheda bianca
voter-list-blank = Scheda bianca: non scelgo nessun progetto
voter-list-next = Avanti: alla prossima domanda
voter-list-review = Avanti: controllo la mia scheda
voter-notice-full = { $max ->
    [one] Ne ha già scelto uno, il massimo. Prima tolga quello, poi scelga questo.
   *[other] Ne ha già scelti { $max }, il massimo. Prima ne tolga uno, poi scelga questo.
}
voter-notice-not-blank = La scheda non è più bianca: ha scelto un progetto.
voter-advice-choose = Con ↑ e ↓ vada su un progetto: Spazio lo sceglie, Invio lo fa leggere.
voter-advice-done = Quando ha finito, scenda con ↓ fino ad Avanti e prema Invio.

# Details
voter-details-place = Progetto { $n } di { $options }
voter-details-cost = Costo: { $cost }
voter-details-chosen = Scelto
voter-details-not-chosen = Non scelto
voter-details-illustrative = Progetto inventato per la dimostrazione.

# Blank
voter-blank-title = Vuole votare scheda bianca?
voter-blank-what = La scheda bianca è un voto valido che non sceglie nessun progetto. Va nell'urna e viene contata come bianca.
voter-blank-loses = { $n ->
    [0] Non ha ancora scelto nessun progetto.
    [one] Il progetto che ha scelto viene tolto.
   *[other] I { $n } progetti che ha scelto vengono tolti.
}
voter-blank-no = No, torno all'elenco
voter-blank-yes = Sì, voto scheda bianca

# Review
voter-review-title = Ecco la Sua scheda
voter-review-blank = Scheda bianca
voter-review-nothing = Non ha ancora scelto nulla.
voter-review-count = { $n ->
    [one] Un progetto scelto
   *[other] { $n } progetti scelti
}
voter-review-missing = { $n ->
    [one] Manca ancora una scelta: torni all'elenco e la aggiunga.
   *[other] Mancano ancora { $n } scelte: torni all'elenco e le aggiunga.
}
voter-review-or-blank = Oppure voti scheda bianca.
voter-review-change = Cambio le mie scelte
voter-review-choose = Torno all'elenco
voter-review-change-one = Cambio: { $question }
voter-review-confirm = Va bene: sigillo la mia scheda
voter-review-not-yet = Il voto non è ancora nell'urna: può cambiare tutto.

# Sealing
voter-sealing-title = Sto sigillando la scheda
voter-sealing-wait = Ci vuole un momento. Non deve premere nulla.
voter-seal-failed-title = Non è stato possibile sigillare la scheda
voter-seal-failed-text = Il voto non è nell'urna e non ha perso nulla: le Sue scelte ci sono ancora. Prema Invio per tornare alla scheda e riprovi. Se succede di nuovo, chiami il personale.

# Offer
voter-offer-title = La Sua scheda è sigillata
voter-offer-not-yet = Non è ancora nell'urna.
voter-offer-code = Il codice della scheda:
voter-offer-what = Con questo codice chiunque può controllare che la scheda sigillata sia sulla bacheca pubblica. Il codice non dice mai che cosa c'è dentro.
voter-offer-how = Scelga con ↑ e ↓, poi prema Invio:
voter-offer-move-first = Prima prema ↓, poi Invio:
voter-offer-cast = Metto la scheda nell'urna
voter-offer-change = Torno indietro e cambio
voter-offer-new-code = Se cambia, la scheda avrà un altro codice.

# Casting
voter-casting-title = Metto la scheda nell'urna
voter-casting-wait = Ci vuole un momento. Non deve premere nulla.
voter-cast-failed-title = Il voto NON è nell'urna
voter-cast-failed-right = Non ha perso il diritto di voto: può votare di nuovo.
voter-cast-failed-forgotten = Le Sue scelte e il codice sono stati cancellati da questo schermo.
voter-cast-failed-call = Chiami il personale. Poi prema Invio.

# Slip
voter-slip-title = Il voto è nell'urna
voter-slip-take = Fotografi il codice o lo copi su un foglio.
voter-slip-proves = Con il codice può controllare, tra qualche giorno, che la Sua scheda sigillata sia sulla bacheca pubblica:
voter-slip-not = Il codice non dimostra che cosa ha votato: nessuno può leggerlo da lì.
voter-slip-done = Ho finito
voter-finish-title = Ha fotografato o copiato il codice?
voter-finish-text = Dopo questa schermata il codice non si vede più. Il voto resta nell'urna in ogni caso.
voter-finish-no = No, torno al codice
voter-finish-yes = Sì, ho finito

# Leaving
voter-leave-title = Vuole uscire senza votare?
voter-leave-text = Le scelte fatte vengono cancellate. Il diritto di voto non è né usato né perso: può votare più tardi.
voter-leave-no = No, resto
voter-leave-yes = Sì, esco senza votare

# Nobody there
voter-idle-title = È ancora qui?
voter-idle-text = Prema un tasto qualsiasi per continuare: è tutto come l'ha lasciato.
voter-idle-else = Se nessuno risponde, lo schermo si chiude e le scelte vengono cancellate. Il diritto di voto non si perde.
voter-idle-else-cast = Se nessuno risponde, lo schermo si chiude. Il voto è già nell'urna e ci resta.
voter-idle-key = un tasto qualsiasi
voter-idle-do = continua

# Give the screen back
voter-over-thanks = Grazie
voter-over-give-back = Restituisca lo schermo al personale.
voter-over-voted = Il voto è nell'urna.
voter-over-left = È uscito senza votare. Il diritto di voto non è né usato né perso: può votare più tardi.
voter-over-deserted-title = Schermo chiuso
voter-over-deserted = Nessuno ha risposto: le scelte sono state cancellate e il voto non è nell'urna. Il diritto di voto non è perso.
voter-over-call = Chiami il personale.
voter-over-failed = Il voto non è nell'urna. Il diritto di voto non è perso: il personale può farLa votare di nuovo.
voter-over-staff = solo per il personale

# Before the vote: the person reads what the desk wrote, and confirms it.

confirming-place = Prima del voto: legga e confermi
confirming-declaration-title = La Sua dichiarazione
confirming-city-user = Io, { $who }, data di nascita { $birth }, dichiaro: { $reason } ({ $area }). Chiedo l'iscrizione all'albo dei city user per votare in questa consultazione.
confirming-residence = Io, { $who }, data di nascita { $birth }, dichiaro: abito a { $area }. Chiedo di votare come residente; l'anagrafe controllerà la mia dichiarazione.
confirming-yes = È tutto giusto: confermo
confirming-no = Qualcosa non è giusto: non confermo
confirming-not-recorded = Non è stato registrato nulla. Dica al personale che cosa non è giusto.
confirming-failed = Qualcosa non è riuscito. Il diritto di voto non è stato usato: chiami il personale.
confirming-help-title = L'aiuto per votare
confirming-help-staff = Ha chiesto l'aiuto di una persona del seggio ({ $reason }).
confirming-help-companion = Ha chiesto l'aiuto della persona che La accompagna ({ $reason }).
confirming-help-notice = Chi aiuta fa quello che Lei dice e non parla con nessuno di ciò che ha visto. Si registra solo che c'è stato un aiuto, non il Suo voto né i nomi.
confirming-help-yes = Sì, voto con questo aiuto
confirming-help-no = No, voto senza aiuto
confirming-alone = Prema Invio per votare senza aiuto, o chiami il personale.
declared-work = lavoro qui
declared-study = studio qui
declared-volunteering = faccio volontariato qui
declared-domicile = ho qui il mio domicilio
