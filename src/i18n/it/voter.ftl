# The voter's screens. "Lei", plain words, one thought a sentence.

voter-step = Passo { $n } di 5: { $what }
voter-step-brief = Passo { $n } di 5
voter-step-rules = come si vota
voter-step-choice = la scelta
voter-step-review = il controllo
voter-step-seal = il sigillo
voter-step-box = l'urna

voter-key-choose = scegli o togli
voter-key-amount = dai i punti
voter-key-score = dai un punteggio
voter-key-order = metti in ordine o togli
voter-key-read = leggi
voter-key-list = torna all'elenco
voter-key-leave = esci senza votare
voter-key-answer = rispondi
voter-key-stay = resta
voter-key-previous-next = { $what ->
    [project] altro progetto
   *[option] altra voce
}

# Language
voter-language-ask = Scelga la lingua

# Welcome
voter-welcome-title = Benvenuti al voto
voter-welcome-range = { $what ->
    [project] { $min ->
        [1] Può scegliere fino a { $max } progetti su { $options }.
       *[other] Scelga almeno { $min } e al massimo { $max } progetti su { $options }.
    }
   *[option] { $min ->
        [1] Può scegliere fino a { $max } voci su { $options }.
       *[other] Scelga almeno { $min } e al massimo { $max } voci su { $options }.
    }
}
voter-welcome-exact = { $what ->
    [project] { $max ->
        [one] Scelga un progetto su { $options }.
       *[other] Scelga { $max } progetti su { $options }.
    }
   *[option] { $max ->
        [one] Scelga una voce su { $options }.
       *[other] Scelga { $max } voci su { $options }.
    }
}
voter-welcome-cap = Insieme possono costare al massimo { $cap }.
voter-welcome-points = { $what ->
    [project] Ha { $total } punti da dividere tra { $options } progetti: al massimo { $max } a ciascuno.
   *[option] Ha { $total } punti da dividere tra { $options } voci: al massimo { $max } a ciascuna.
}
voter-welcome-points-all = I punti vanno dati tutti.
voter-welcome-points-some = Può anche non darli tutti.
voter-welcome-score = { $what ->
    [project] Dia un punteggio a ciascuno dei { $options } progetti, da 0 (per niente) a { $max } (del tutto).
   *[option] Dia un punteggio a ciascuna delle { $options } voci, da 0 (per niente) a { $max } (del tutto).
}
voter-welcome-priority = { $what ->
    [project] { $ranks ->
        [one] Scelga il progetto più importante su { $options }.
       *[other] Metta in ordine { $ranks } progetti su { $options }: per primo il più importante.
    }
   *[option] { $ranks ->
        [one] Scelga la voce più importante su { $options }.
       *[other] Metta in ordine { $ranks } voci su { $options }: per prima la più importante.
    }
}
voter-welcome-priority-some = Può metterne in ordine anche solo una parte.
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
voter-count-blank-question = Domanda lasciata bianca
voter-brief-of = { $n } di { $of }
voter-brief-left = { $n ->
    [one] resta { $n }
   *[other] restano { $n }
}
voter-count-money = Restano { $money }.
voter-count-points = { $left ->
    [0] Ha dato tutti i punti: { $total }
    [one] Le resta 1 punto su { $total }
   *[other] Le restano { $left } punti su { $total }
}
voter-count-score = { $n ->
    [one] Ha dato 1 punteggio su { $options }
   *[other] Ha dato { $n } punteggi su { $options }
}
voter-count-priority = Ha messo in ordine { $n } di { $ranks }
voter-legend-points = { $what ->
    [project] { $max ->
        [one] Al massimo 1 punto a ciascun progetto.
       *[other] Al massimo { $max } punti a ciascun progetto.
    }
   *[option] { $max ->
        [one] Al massimo 1 punto a ciascuna voce.
       *[other] Al massimo { $max } punti a ciascuna voce.
    }
}
voter-legend-score = 0 = per niente, { $max } = del tutto
voter-legend-rank = { $points ->
    [one] { $rank }° posto: 1 punto
   *[other] { $rank }° posto: { $points } punti
}
voter-rank = { $rank }°
voter-fit-too-dear = non ci sta
voter-fit-dead-end = attenzione
voter-list-blank = { $what ->
    [project] Scheda bianca: non scelgo nessun progetto
   *[option] Scheda bianca: non scelgo nulla
}
voter-list-blank-question = Lascio bianca questa domanda
voter-list-next = Avanti: alla prossima domanda
voter-list-review = Avanti: controllo la mia scheda
voter-notice-full = { $what ->
    [project] { $max ->
        [one] Ne ha già scelto uno, il massimo. Prima tolga quello, poi scelga questo.
       *[other] Ne ha già scelti { $max }, il massimo. Prima ne tolga uno, poi scelga questo.
    }
   *[option] { $max ->
        [one] Ne ha già scelta una, il massimo. Prima tolga quella, poi scelga questa.
       *[other] Ne ha già scelte { $max }, il massimo. Prima ne tolga una, poi scelga questa.
    }
}
voter-notice-full-points = { $what ->
    [project] Ha già dato tutti i punti. Prima ne tolga qualcuno a un altro progetto.
   *[option] Ha già dato tutti i punti. Prima ne tolga qualcuno a un'altra voce.
}
voter-notice-full-priority = { $ranks ->
    [one] Il posto è già preso. Prima lo liberi: Spazio su chi ce l'ha.
   *[other] I { $ranks } posti sono già presi. Prima ne liberi uno: Spazio su chi ce l'ha.
}
voter-notice-too-dear = { $what ->
    [project] Questo progetto costa { $cost } e restano { $money }: non ci sta. Per sceglierlo, prima ne tolga uno.
   *[option] Questa voce costa { $cost } e restano { $money }: non ci sta. Per sceglierla, prima ne tolga una.
}
voter-notice-dead-end = { $what ->
    [project] Attenzione: se sceglie questo progetto, quello che resta non basta per arrivare a { $min } progetti.
   *[option] Attenzione: se sceglie questa voce, quello che resta non basta per arrivare a { $min } voci.
}
voter-notice-stuck = { $what ->
    [project] { $next ->
        [2] Restano { $money }: nessun secondo progetto possibile. Tolga quello che ha scelto.
        [3] Restano { $money }: nessun terzo progetto possibile. Ne tolga uno.
        [4] Restano { $money }: nessun quarto progetto possibile. Ne tolga uno.
        [5] Restano { $money }: nessun quinto progetto possibile. Ne tolga uno.
       *[other] Restano { $money }: nessun altro progetto possibile. Ne tolga uno.
    }
   *[option] { $next ->
        [2] Restano { $money }: nessuna seconda voce possibile. Tolga quella che ha scelto.
        [3] Restano { $money }: nessuna terza voce possibile. Ne tolga una.
        [4] Restano { $money }: nessuna quarta voce possibile. Ne tolga una.
        [5] Restano { $money }: nessuna quinta voce possibile. Ne tolga una.
       *[other] Restano { $money }: nessun'altra voce possibile. Ne tolga una.
    }
}
voter-notice-stuck-far = { $what ->
    [project] Restano { $money }: non bastano per arrivare a { $min } progetti. Ne tolga uno.
   *[option] Restano { $money }: non bastano per arrivare a { $min } voci. Ne tolga una.
}
voter-notice-not-blank = La scheda non è più bianca.
voter-notice-not-blank-question = La domanda non è più bianca.
voter-advice-choose = { $what ->
    [project] Con ↑ e ↓ vada su un progetto: Spazio lo sceglie, Invio lo fa leggere.
   *[option] Con ↑ e ↓ vada su una voce: Spazio la sceglie, Invio la fa leggere.
}
voter-advice-points = { $what ->
    [project] Con ↑ e ↓ vada su un progetto: Spazio gli dà i punti, Invio lo fa leggere.
   *[option] Con ↑ e ↓ vada su una voce: Spazio le dà i punti, Invio la fa leggere.
}
voter-advice-score = { $what ->
    [project] Con ↑ e ↓ vada su un progetto: Spazio lo valuta, Invio lo fa leggere.
   *[option] Con ↑ e ↓ vada su una voce: Spazio la valuta, Invio la fa leggere.
}
voter-advice-priority = { $what ->
    [project] Spazio mette il progetto al { $rank }° posto, Invio lo fa leggere.
   *[option] Spazio mette la voce al { $rank }° posto, Invio la fa leggere.
}
voter-advice-priority-back = { $what ->
    [project] Spazio toglie il progetto dal suo posto, Invio lo fa leggere.
   *[option] Spazio toglie la voce dal suo posto, Invio la fa leggere.
}
voter-advice-no-money = { $what ->
    [project] { $next ->
        [2] Restano { $money }: nessun secondo progetto possibile.
        [3] Restano { $money }: nessun terzo progetto possibile.
        [4] Restano { $money }: nessun quarto progetto possibile.
        [5] Restano { $money }: nessun quinto progetto possibile.
       *[other] Restano { $money }: nessun altro progetto possibile.
    }
   *[option] { $next ->
        [2] Restano { $money }: nessuna seconda voce possibile.
        [3] Restano { $money }: nessuna terza voce possibile.
        [4] Restano { $money }: nessuna quarta voce possibile.
        [5] Restano { $money }: nessuna quinta voce possibile.
       *[other] Restano { $money }: nessun'altra voce possibile.
    }
} Se va bene così, scenda con ↓ fino ad Avanti.
voter-advice-done = Quando ha finito, scenda con ↓ fino ad Avanti e prema Invio.

# Details
voter-details-place = { $what ->
    [project] Progetto { $n } di { $options }
   *[option] Voce { $n } di { $options }
}
voter-details-cost = Costo: { $cost }
voter-details-chosen = { $what ->
    [project] Scelto
   *[option] Scelta
}
voter-details-not-chosen = { $what ->
    [project] Non scelto
   *[option] Non scelta
}
voter-details-points = { $n ->
    [0] Nessun punto
    [one] 1 punto
   *[other] { $n } punti
}
voter-details-score = Punteggio: { $n } su { $max }
voter-details-no-score = Ancora senza punteggio
voter-details-rank = Al { $rank }° posto
voter-details-no-rank = Non in ordine

# How much
voter-amount-points = { $what ->
    [project] Quanti punti dà a questo progetto?
   *[option] Quanti punti dà a questa voce?
}
voter-amount-score = { $what ->
    [project] Che punteggio dà a questo progetto?
   *[option] Che punteggio dà a questa voce?
}
voter-amount-least = per niente
voter-amount-greatest = del tutto
voter-amount-unit = { $n ->
    [0] nessun punto
    [one] punto
   *[other] punti
}
voter-amount-how = Scelga con ↑ e ↓ o con i numeri, poi prema Invio:
voter-amount-how-key = Scelga con ↑ e ↓ e prema Invio, o prema il numero:
voter-amount-move-first = Prima prema ↓, poi Invio:
voter-details-illustrative = { $what ->
    [project] Progetto inventato per la dimostrazione.
   *[option] Voce inventata per la dimostrazione.
}

# Blank
voter-blank-title = Vuole votare scheda bianca?
voter-blank-title-question = Lascia bianca questa domanda?
voter-blank-what = { $what ->
    [project] La scheda bianca è un voto valido che non sceglie nessun progetto. Va nell'urna e viene contata come bianca.
   *[option] La scheda bianca è un voto valido che non sceglie nulla. Va nell'urna e viene contata come bianca.
}
voter-blank-what-question = Le altre risposte restano.
voter-blank-loses = { $what ->
    [project] { $n ->
        [0] Non ha ancora scelto nessun progetto.
        [one] Il progetto che ha scelto viene tolto.
       *[other] I { $n } progetti che ha scelto vengono tolti.
    }
   *[option] { $n ->
        [0] Non ha ancora scelto nulla.
        [one] La voce che ha scelto viene tolta.
       *[other] Le { $n } voci che ha scelto vengono tolte.
    }
}
voter-blank-loses-points = { $n ->
    [0] Non ha ancora dato nessun punto.
   *[other] I punti che ha dato vengono tolti.
}
voter-blank-loses-scores = { $n ->
    [0] Non ha ancora dato nessun punteggio.
   *[other] I punteggi che ha dato vengono tolti.
}
voter-blank-loses-order = { $n ->
    [0] Non ha ancora messo nulla in ordine.
   *[other] L'ordine che ha dato viene tolto.
}
voter-blank-no = No, torno all'elenco
voter-blank-yes = Sì, voto scheda bianca
voter-blank-yes-question = Sì, lascio bianca questa domanda

# Review
voter-review-title = Ecco la Sua scheda
voter-review-blank = Scheda bianca
voter-review-blank-question = bianca
voter-review-nothing = Non ha ancora scelto nulla.
voter-review-count = { $what ->
    [project] { $n ->
        [one] Un progetto scelto
       *[other] { $n } progetti scelti
    }
   *[option] { $n ->
        [one] Una voce scelta
       *[other] { $n } voci scelte
    }
}
voter-review-points = { $n ->
    [one] 1 punto dato
   *[other] { $n } punti dati
}
voter-review-scores = { $n ->
    [one] 1 punteggio dato
   *[other] { $n } punteggi dati
}
voter-review-order = { $n ->
    [one] Una voce in ordine
   *[other] { $n } voci in ordine
}
voter-review-item-points = { $n ->
    [one] { $title }: 1 punto
   *[other] { $title }: { $n } punti
}
voter-review-item-score = { $title }: { $n } su { $max }
voter-review-item-rank = { $points ->
    [one] { $title } (1 punto)
   *[other] { $title } ({ $points } punti)
}
voter-review-left = { $left ->
    [one] Non ha dato 1 punto.
   *[other] Non ha dato { $left } punti.
}
voter-review-missing = { $n ->
    [one] Manca ancora una scelta: torni all'elenco e la aggiunga.
   *[other] Mancano ancora { $n } scelte: torni all'elenco e le aggiunga.
}
voter-review-missing-points = { $n ->
    [one] Manca ancora 1 punto: torni all'elenco e lo dia.
   *[other] Mancano ancora { $n } punti: torni all'elenco e li dia.
}
voter-review-missing-scores = { $n ->
    [one] Manca ancora un punteggio: torni all'elenco e lo dia.
   *[other] Mancano ancora { $n } punteggi: torni all'elenco e li dia.
}
voter-review-missing-ranks = { $n ->
    [one] Manca ancora un posto: torni all'elenco e lo assegni.
   *[other] Mancano ancora { $n } posti: torni all'elenco e li assegni.
}
voter-review-look = Con ↑ vada su una domanda per rivedere la Sua risposta.
voter-review-complete = Mancano ancora risposte: scelga una riga "da completare" e prema Invio.
voter-review-todo = da completare
voter-review-done = fatto
voter-review-or-blank = Oppure voti scheda bianca.
voter-review-or-blank-question = Oppure lasci bianca questa domanda.
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
voter-offer-open = Provo la macchina: apro la scheda

# Opening: the voter tests the machine
voter-open-title = Vuole aprire questa scheda?
voter-open-shows = Aprirla mostra a tutti se la macchina ha sigillato proprio quello che Lei ha scelto.
voter-open-public = Quello che c'è dentro diventa pubblico, senza il Suo nome, e questa scheda non conta come voto.
voter-open-again = Dopo vota da capo, con una scheda nuova.
voter-open-no = No, torno alla scheda sigillata
voter-open-yes = Sì, apro questa scheda
voter-opening-title = Sto aprendo la scheda
voter-opening-wait = Ci vuole un momento. Non deve premere nulla.
voter-opened-title = La scheda è aperta
voter-opened-not-cast = Non è nell'urna e non conta. Dentro c'era:
voter-opened-more = Avanti: il resto della scheda
voter-opened-next = Avanti: dove si controlla
voter-opened-where = Tra qualche giorno sarà sulla bacheca pubblica, con quello che c'era dentro e senza il Suo nome. Controlli che sia uguale:
voter-opened-take = Fotografi il codice o lo copi su un foglio.
voter-opened-back = Rivedo che cosa c'era dentro
voter-opened-vote = Adesso voto, da capo
voter-opened-cleared = Le scelte di prima sono cancellate.
voter-open-failed-title = La scheda NON è stata aperta
voter-open-failed-text = Non è stata aperta e non è nell'urna: è stata cancellata. Le Sue scelte ci sono ancora e il diritto di voto non è perso. Prema Invio per tornare alla Sua scheda. Se succede di nuovo, chiami il personale.

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
confirming-place-brief = Prima del voto
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

# Size, colours, voice
voter-look-title = Come vuole leggere?
voter-look-how = Scelga una riga e prema Spazio: cambia subito. Quello che ha scelto resta.
voter-look-size-normal = Lettere: normali
voter-look-size-large = Lettere: grandi
voter-look-size-bold = Lettere: in neretto, righe staccate
voter-look-size-very-large = Lettere: molto grandi
voter-look-colours-dark = Colori: chiaro su scuro
voter-look-colours-light = Colori: nero su bianco
voter-look-colours-yellow = Colori: giallo su nero
voter-look-colours-blue = Colori: bianco su blu
voter-look-voice-none = Voce: non c'è su questo computer
voter-look-voice-off = Voce: spenta
voter-look-voice-slow = Voce: accesa, lenta
voter-look-voice-normal = Voce: accesa
voter-look-voice-fast = Voce: accesa, veloce
voter-look-done = Fatto: torno indietro

# Headphones
voter-headphones-title = Mi sente in cuffia?
voter-headphones-text = La voce legge tutto, anche le Sue scelte. Se non ha le cuffie, altri possono sentire. Con F4 riascolta la schermata.
voter-headphones-no = No: spengo la voce
voter-headphones-yes = Sì, sento in cuffia

# What is heard
voter-heard-chosen = Scelto
voter-heard-not-chosen = Non scelto
voter-heard-place = Riga { $n } di { $of }
voter-heard-code = È il codice della Sua scheda. Per riascoltarlo prema F4.
voter-heard-paper = Il foglietto con il codice è stampato: lo chieda al personale.
voter-heard-finish = Ha annotato il codice, o ha il foglietto?

# Whose help, and why not
assistance-sight = non vede bene
assistance-movement = non può usare i tasti
assistance-reading = non riesce a leggere
assistance-language = non capisce la lingua
assistance-other = altro motivo
refusal-companion-is-voter = È il codice di chi vota: serve quello di chi lo aiuta.
refusal-companion-code = Serve il codice fiscale di chi aiuta, con la sua tessera sanitaria.
refusal-companion-limit = Questo accompagnatore ha già aiutato tante persone quante ne permette la consultazione. Può aiutare una persona del seggio.

# The slip on paper
voter-paper-going = Il foglietto è in stampa.
voter-paper-printed = Il foglietto è stampato: lo prenda.
voter-paper-failed = Niente foglietto dalla stampante: copi il codice. Il resto va bene.
