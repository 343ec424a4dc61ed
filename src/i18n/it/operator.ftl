# The screens of the station's staff. They say "Lei".

operator-rows = Righe { $first }-{ $last } di { $all }
operator-clock-simulated = orologio simulato  { $hour }

operator-kind-banchetto = Banchetto
operator-kind-assisted = Voto assistito
operator-kind-assembly = Assemblea
operator-role-president = presidente
operator-role-clerk = scrutatore

# Keys of the footer: what each does.

operator-do-help = aiuto
operator-do-lock = blocca
operator-do-unlock = sblocca
operator-do-quit = esci
operator-do-people = persone da provare
operator-do-clear = cancella
operator-do-check = controlla
operator-do-sync = invia al server
operator-do-close = chiudi la giornata
operator-do-open = apri la giornata
operator-do-count = conta i voti
operator-do-desk = torna al banco
operator-do-hand-over = passa lo schermo
operator-do-leave-visit = non vota adesso
operator-do-next-person = prossima persona
operator-do-register = registra la persona
operator-do-correct = correggi il documento
operator-do-scroll = scorri
operator-do-again = riprova
operator-do-take = usa questo codice

# State of sync, in the header of every screen.

operator-sync-nothing = niente in attesa
operator-sync-waiting = { $n } in attesa
operator-sync-last = ultimo invio { $hour }
operator-sync-never = mai inviato
operator-sync-failed = ultimo invio non riuscito

# Unlocking.

operator-unlock-title = Sbloccare la postazione
operator-unlock-who = Chi è Lei?
operator-unlock-name = Nome
operator-unlock-passphrase = Passphrase
operator-unlock-moment = Un momento… La passphrase viene controllata, ci vuole qualche secondo.
operator-unlock-locking = Un momento… La postazione si sta bloccando.
operator-unlock-refused = Il nome o la passphrase non sono giusti. Controlli maiuscole e spazi e riprovi.
operator-unlock-too-early = È troppo presto per riprovare: la passphrase non è stata controllata.
operator-unlock-wait = Può riprovare tra { $n ->
    [one] { $n } secondo
   *[other] { $n } secondi
}.

# Opening.

operator-opening-title = Aprire la giornata
operator-opening-check = Prima di aprire controlli che sia tutto giusto:
operator-opening-clock = Data e ora
operator-opening-simulated = simulata per la prova
operator-opening-phase = Si vota qui
operator-opening-phase-days = dal { $from } al { $to }
operator-opening-no-phase = nessun periodo previsto
operator-opening-box = Urna
operator-opening-box-empty = vuota: 0 voti
operator-opening-box-holds = { $n ->
    [one] { $n } voto dei giorni precedenti
   *[other] { $n } voti dei giorni precedenti
}
operator-opening-next = Se è tutto giusto prema Invio. Se data o ora sono sbagliate non apra: chiami l'ufficio.
operator-opening-finished = Questa postazione ha chiuso per l'ultima volta
operator-opening-finished-next = Qui non si vota più. Se nell'intestazione c'è qualcosa in attesa, prema F6 quando c'è rete. Il portatile va riconsegnato all'ufficio.
operator-opening-finished-count = Questa è una prova: prema F9 per contare i voti e vedere il risultato.

# The desk.

operator-desk-title = Banco di accettazione
operator-desk-today = Oggi
operator-count-check-ins = Persone accettate
operator-count-cast = Voti nell'urna
operator-count-paper = Voti su carta
operator-count-void = Ammissioni annullate
operator-count-abandoned = Senza voto
operator-count-admitted = Ammesse, non hanno ancora votato
operator-count-city-users = City user registrati

# The document.

operator-document-title = Documento di { $code }
operator-document-birth = Data di nascita (gg/mm/aaaa)
operator-document-expiry-needed = Scadenza (gg/mm/aaaa)
operator-document-expiry = Scadenza (vuota se non c'è)
operator-document-no-kind = Questa consultazione non prevede documenti. Non si può accettare nessuno: chiami l'ufficio.
operator-document-no-birth = Questa data di nascita non esiste o non è completa: scriva giorno, mese e anno con quattro cifre, per esempio 07/03/1958.
operator-document-no-expiry = Questa scadenza non esiste o non è completa: scriva giorno, mese e anno con quattro cifre, oppure lasci vuoto se il documento non scade.

# The verdict.

operator-verdict-admitted = PUÒ VOTARE
operator-verdict-refused = NON PUÒ VOTARE ADESSO
operator-verdict-not-on-roll = NON È NELL'ALBO DEI RESIDENTI
operator-verdict-resident = È nell'albo dei residenti: { $area }.
operator-verdict-turn = Prema Invio e giri lo schermo verso la persona. Per riaverlo servirà il Suo PIN.
operator-verdict-may-register = City user: lavora, studia, fa volontariato o ha il domicilio qui.
operator-verdict-may-attest = Residente che manca dall'albo: si registra la sua dichiarazione.
operator-verdict-offers = Se la persona ne ha diritto, scelga con il numero:
operator-verdict-residents-only = In questa consultazione votano solo i residenti. Se la persona pensa di esserlo, la mandi all'anagrafe. Prema Invio per la prossima persona.
operator-verdict-waiting = Chi si registra oggi potrà votare tra { $n ->
    [one] { $n } giorno
   *[other] { $n } giorni
}.

# City user, attested residence.

operator-registration-city-user = Registrare un city user
operator-registration-residence = Registrare una dichiarazione di residenza
operator-registration-surname = Cognome
operator-registration-given-names = Nome
operator-registration-reason = Motivo
operator-registration-area = Comune

# The screen comes back.

operator-return-title = Grazie
operator-return-how = Restituisca lo schermo al personale. Solo il personale può continuare, con il PIN e Invio.
operator-return-pin = PIN dell'operatore
operator-return-short = Il PIN ha { $n } cifre: lo completi, poi prema Invio. Nessun tentativo è stato usato.
operator-return-passphrase = Passphrase dell'operatore
operator-return-wrong = Il PIN non è giusto. { $n ->
    [one] Resta { $n } tentativo
   *[other] Restano { $n } tentativi
}, poi servirà la passphrase.
operator-return-passphrase-needed = Troppi PIN sbagliati: ora serve la passphrase dell'operatore che ha sbloccato la postazione.
operator-return-passphrase-wrong = La passphrase non è giusta. Controlli maiuscole e spazi e riprovi.
operator-return-failed = Il controllo non è riuscito. Non si è perso nulla: riprovi.

# Closing.

operator-closing-title = Chiudere la giornata
operator-closing-adds-up = I conti tornano: { $sum }
operator-closing-differs = I conti non tornano: { $sum }. Il verbale lo dirà; chiami il presidente prima di chiudere.
operator-closing-left-behind = { $n ->
    [one] { $n } persona ammessa non ha votato: chiudendo risulterà senza voto e potrà tornare
   *[other] { $n } persone ammesse non hanno votato: chiudendo risulteranno senza voto e potranno tornare
} un altro giorno.
operator-closing-left-behind-last = { $n ->
    [one] { $n } persona ammessa non ha votato: chiudendo risulterà senza voto
   *[other] { $n } persone ammesse non hanno votato: chiudendo risulteranno senza voto
}, e qui non c'è un altro giorno per votare.
operator-closing-phase = Qui si vota fino al { $date }.
operator-closing-is-last = Oggi è l'ultimo giorno (qui si vota fino al { $date }): se non viene più nessuno, scelga 3.
operator-closing-not-yet = Non ancora: torno al banco
operator-closing-today = Chiudo la giornata: la postazione riaprirà un altro giorno
operator-closing-last = Chiudo per l'ultima volta: parte tutto e qui non si vota più
operator-closing-last-means = Dopo l'ultima chiusura questa postazione non può più riaprire. Per confermare scriva FINE e prema Invio. Con Esc torna indietro.
operator-closing-word = Scriva FINE
operator-closing-word-wrong = Non è la parola richiesta: scriva FINE, oppure prema Esc.

# Minutes.

operator-minutes-title = La giornata è chiusa. Il verbale è firmato e salvato.
operator-minutes-path = Verbale: { $path }

# Printing. A paper that fails never stops a vote, and every text says so where it may be feared.

operator-do-print = stampa
print-going = Un momento… La stampante sta lavorando.
print-minutes-done = Il verbale è stampato.
print-none = Questa postazione non ha una stampante. Il verbale è anche una pagina da stampare: è nella stessa cartella, con la fine .html.
print-missing = Non stampato: la stampante non è collegata ({ $device }). Controlli il cavo e che sia accesa, poi riprovi. Voti e verbale sono salvi.
print-not-allowed = Non stampato: questo computer non permette di usare la stampante ({ $device }). Chiami l'ufficio. Voti e verbale sono salvi.
print-unreachable = Non stampato: la stampante non risponde ({ $device }). Controlli che sia accesa e in rete, poi riprovi. Voti e verbale sono salvi.
print-not-ready = Non stampato: la stampante è aperta, senza carta o segnala un errore. La sistemi, poi riprovi. Voti e verbale sono salvi.
print-stuck = Non stampato, o solo in parte: la stampante non prende altro ({ $device }). Controlli carta e coperchio, poi riprovi. Voti e verbale sono salvi.
print-full = Non stampato: non c'è più posto in { $device }. Voti e verbale sono salvi.
print-busy = Non stampato: la stampante ha ancora altri fogli da stampare. Riprovi tra poco.
print-forgotten = Non stampato: la persona è andata via prima.
print-failed = Non stampato: la stampante non funziona ({ $device }). Voti e verbale sono salvi.
print-kept = Non stampato: al posto della stampante c'è un file, che terrebbe i codici nell'ordine dei voti. Chiami l'ufficio. I voti sono salvi.
print-settings = La stampante non si usa: le impostazioni (settings.toml, riga { $line }) sono sbagliate: { $why }. Si vota lo stesso; chiami l'ufficio.

# Sync.

operator-exchange-title = Inviare al server quello che aspetta
operator-exchange-going = Un momento… La postazione sta parlando con il server.
operator-exchange-sent = { $n ->
    [0] Ricevuti dal server: 0 pacchi, non c'era niente da inviare
    [one] Ricevuti dal server: { $n } pacco
   *[other] Ricevuti dal server: { $n } pacchi
}.
operator-exchange-none-wait = Niente in attesa.
operator-exchange-kept = { $n ->
    [one] Resta nell'urna { $n } voto: parte
   *[other] Restano nell'urna { $n } voti: partono
} quando ce ne saranno di più, o con l'ultima chiusura, perché pochi voti insieme potrebbero far capire di chi sono.
operator-exchange-wait = { $n ->
    [one] Resta { $n } pacco in attesa: partirà
   *[other] Restano { $n } pacchi in attesa: partiranno
} con il prossimo invio.
operator-exchange-refused = Il server ha rifiutato { $n ->
    [one] { $n } pacco
   *[other] { $n } pacchi
}. Sono conservati qui: chiami l'ufficio e legga quanto segue.
operator-exchange-nothing-lost = Non si è perso nulla: i voti restano qui, cifrati, finché il server non li riceve. Si può continuare a votare senza rete.

# The count of the demo.

operator-counting-title = Il risultato
operator-counting-going = Un momento… Si tolgono i doppi, i fiduciari aprono insieme i totali, tutto viene verificato.
operator-counting-failed = Il conteggio non è riuscito. I voti sono salvi: prema Esc, poi F9 per riprovare.
operator-counting-ballots = Schede ricevute { $received }, tolte perché doppie { $removed }, contate { $counted }, di cui bianche { $blank }.
operator-counting-received = Schede ricevute { $received }, tolte perché doppie { $removed }, contate { $counted }.
operator-counting-with-paper = Schede sigillate: ricevute { $received }, tolte perché doppie { $removed }, contate { $counted }. Schede di carta contate: { $paper }.
operator-counting-by-votes = Ogni scelta è un voto.
operator-counting-by-points = Si sommano i punti dati.
operator-counting-by-scores = Punteggi da 0 a { $max }: media e somma.
operator-counting-by-ranks = A ogni posto i suoi punti: { $weights }.
operator-counting-blank = Bianche: { $n }.
operator-counting-points = punti
operator-counting-mean = media
operator-counting-rank = { $n }º
operator-counting-decimal = { $whole },{ $tenth }
operator-counting-trustees = Totali aperti insieme dai fiduciari: { $n }.
operator-counting-funded = [x] = finanziato
operator-counting-cost = costo
operator-counting-votes = voti
operator-counting-budget = Dei { $budget } a disposizione ne vengono assegnati { $spent }; restano { $left }.
operator-counting-tie = [?] = non ancora deciso: a pari merito decide il sorteggio pubblico ({ $draw }), che non c'è ancora stato.
operator-counting-verified = La verifica è riuscita: { $passed } controlli su { $all }.
operator-counting-not-verified = La verifica NON è riuscita: { $passed } controlli su { $all }. Non riusciti:
operator-counting-package = Pacchetto che chiunque può verificare: { $path }

# Trouble.

operator-trouble-title = Qualcosa non è andato
operator-trouble-detail = Per l'assistenza: { $detail }

# People to try, in the demo.

operator-people-title = Persone inventate da provare
operator-people-document = Documento
operator-people-birth = Data di nascita
operator-people-expected = Che cosa succede

# Help.

operator-help-title = Aiuto
operator-help-unlock = Scelga il Suo nome con le frecce o con il numero, prema Invio, digiti la passphrase e prema ancora Invio. Dopo una passphrase sbagliata bisogna aspettare, ogni volta di più: non serve spegnere. Se ha dimenticato la passphrase, la può cambiare solo l'ufficio; i voti già raccolti sono al sicuro.
operator-help-opening = Prima di accettare persone si apre la giornata. Controlli data e ora, che nell'urna ci siano solo i voti dei giorni precedenti (nessuno, il primo giorno) e che l'albo ci sia; poi prema Invio. Se il portatile va a batteria, lo colleghi. Stampante e voce sono comode, ma si vota anche senza. Se la postazione rifiuta di aprire, il motivo è scritto sotto. Dove servono due persone, la seconda scrive la sua passphrase.
operator-help-closing = I conti dicono che ogni persona accettata ha votato, ha votato su carta, è stata annullata o non ha votato. Se domani si riapre, scelga di chiudere la giornata. Solo l'ultimo giorno scelga di chiudere per l'ultima volta: allora partono tutti i voti. Dove servono due persone, la seconda scrive la sua passphrase.
operator-help-minutes = È il verbale della giornata, già firmato e salvato nel file indicato. Con le frecce lo scorre, con F6 lo invia insieme ai voti, con F7 lo stampa; nella stessa cartella c'è anche una pagina da stampare e firmare.
operator-help-exchange = L'invio porta al server i pacchi firmati e cifrati che aspettano: per rete, o su una chiavetta che qualcuno porta all'ufficio. Si può ripetere quante volte si vuole: niente arriva due volte. Se la chiavetta viene tolta troppo presto non si perde nulla: si riprova. Quando torna dall'ufficio, la inserisca ancora qui: le ricevute del server si leggono da sole.
operator-help-counting = Alla fine della prova i voti sono contati come in una consultazione vera: si tolgono i doppi, i fiduciari aprono insieme solo i totali, e chiunque può verificare il pacchetto.
operator-help-always = In ogni schermata: F1 o ? mostra questo aiuto, F10 blocca subito la postazione; un'altra persona la può sbloccare con il suo nome. In alto a destra c'è quanto aspetta di essere inviato. Se un tasto F non funziona: Ctrl-T calcola il codice di chi è senza tessera, Ctrl-S invia, Ctrl-D chiude la giornata, Ctrl-L blocca.
operator-help-demo = In questa prova F3 (o Ctrl-P) mostra persone inventate: al banco, con Invio il codice finisce nel campo. F9 (o Ctrl-R) conta i voti alla fine.

# After a crash, on the bare terminal.

operator-stopped = Seggio si è fermato. I voti già nell'urna sono salvi. Lo riavvii; se succede ancora, chiami l'ufficio. Il motivo è in { $log }

# The desk: one field for whatever the person brings.

operator-desk-field = Codice o documento
operator-desk-how = Passi la tessera sanitaria o il documento sul lettore, oppure digiti il codice fiscale e prema Invio. Senza tessera: F4.
operator-desk-code-next = Il documento è letto. Ora passi la tessera sanitaria o digiti il codice fiscale; se la tessera non c'è, prema F4.
operator-desk-document-read = { $kind } { $number }: { $who }, { $birth }, scadenza { $expiry }
operator-zone-line = Letta la riga { $have } di { $of }: passi la riga successiva. Esc ricomincia.

operator-do-no-card = senza tessera
operator-do-compute = calcola il codice
operator-do-document = documento visto
operator-do-scanned = dato letto
operator-do-help-voter = aiuto per votare
operator-do-void = annulla l'ammissione
operator-do-exception = decide il presidente
operator-do-show-person = la persona legge e conferma

# How old the lists are that verdicts rest on.

operator-list-roll = Albo dei residenti
operator-list-elsewhere = Chi ha votato altrove
operator-list-today = versione di oggi, aggiornata alle { $hour }
operator-list-before = versione aggiornata il { $date } alle { $hour }
operator-list-made = elenco delle { $when }
operator-line-online = ora in rete
operator-line-offline = ora senza rete
operator-desk-offline-continue = Il server non risponde. Si continua: i voti doppi si trovano alla fine.
operator-desk-offline-stop = Il server non risponde: per ora qui non si ammette nessuno. Controlli la rete; se continua, chiami l'ufficio.
operator-desk-offline-president = Il server non risponde: per ora può ammettere solo il presidente, caso per caso. Controlli la rete; se continua, chiami l'ufficio.
operator-desk-board-alarm = Il server ha mostrato una bacheca diversa da quella che questa postazione conosce. Chiami l'ufficio; i voti sono al sicuro e si può continuare.
operator-exchange-elsewhere = L'elenco di chi ha votato altrove è aggiornato.
operator-verdict-web-vote = Ha già votato sul web. Glielo dica: se vota qui conta questo voto, e quello sul web viene tolto alla fine.
operator-verdict-not-claimed = Il server non risponde ora. Può votare: se ha già votato altrove, lo si trova alla fine.
operator-list-none = manca
operator-list-never = mai ricevuto

# The person whose code was read.

operator-person-field = Lettura
operator-person-decoded = { $sex ->
    [F] Nata il { $birth } ({ $age } anni), { $place }
   *[M] Nato il { $birth } ({ $age } anni), { $place }
}
operator-person-undecoded = Questo codice non dice la data di nascita: la dice il documento.
operator-person-ask = Foto della persona, data di nascita { $birth }, non scaduto? Se è tutto così prema il numero del documento, o lo passi sul lettore.
operator-person-ask-any = Foto della persona e data di nascita { $birth }? Se è così prema il numero del documento, o lo passi sul lettore.
operator-person-ask-birth = Guardi la foto, poi prema il numero del documento: la data di nascita va copiata. Oppure lo passi sul lettore.
operator-person-copy = Qualcosa è diverso, o è scaduto: copio i dati
operator-person-card-only = Ha solo la tessera sanitaria

operator-found-admitted = Questa persona è già stata accettata oggi e non ha ancora votato: può riprendere.
operator-found-registered = È già registrata in questa postazione e può votare.
operator-found-waiting = È già registrata in questa postazione: può votare dal { $date }.
operator-found-nowhere = Non è nell'albo dei residenti.
operator-found-refused = Qui non ha potuto votare ({ $hour }): { $why }

# Without the card: the code is computed.

operator-computing-title = Calcolare il codice fiscale
operator-computing-how = Copi i dati dal documento, o lo passi sul lettore. Il codice calcolato può non essere quello vero: se la tessera c'è, usi la tessera.
operator-computing-sex = Sesso (F o M)
operator-computing-place = Comune o Stato di nascita
operator-computing-abroad = estero
operator-computing-until = fino al { $date }
operator-computing-no-sex = Scriva F o M, come sul documento.
operator-computing-no-place = Nessun luogo con questo nome: scriva il comune o, per chi è nato all'estero, lo Stato.
operator-computing-no-letters = Da questo nome non si può calcolare un codice: usi l'alfabeto latino, come sul documento.

# The verdict, and what can be done about it.

operator-verdict-nothing-spent = Nessun voto è stato usato. Se un dato è copiato male, o la persona ha un altro documento, prema Esc.
operator-verdict-president = Solo un presidente può decidere altrimenti: lo chiami, sblocchi la postazione con il suo nome e rifaccia l'accettazione.
operator-verdict-exception = Lei è presidente: con P può decidere altrimenti. Il motivo resta nel giornale, senza nomi.

operator-void-title = Annullare l'ammissione
operator-void-how = La persona non potrà votare, a meno di rifare l'accettazione. Il motivo resta nel giornale, senza nomi.
operator-override-title = Decide il presidente
operator-override-how = Perché questa persona può votare lo stesso? Il motivo resta nel giornale, senza nomi.

# Help at the voter's screen.

operator-assisting-title = Chi aiuta la persona a votare?
operator-assisting-nobody = Nessuno: vota senza aiuto
operator-assisting-staff = Una persona del seggio
operator-assisting-companion = Un accompagnatore
operator-assisting-why = Perché serve aiuto?
operator-assisting-code = Codice dell'accompagnatore
operator-help-staff = Vota con l'aiuto di una persona del seggio ({ $reason }).
operator-help-companion = Vota con l'aiuto di un accompagnatore ({ $reason }).

# City user, attested residence.

operator-registration-number = Numero documento
operator-registration-no-number = Il numero del documento manca o ha segni che non può avere: lo copi dal documento.
operator-registration-no-reason = Scelga il motivo con il numero: lo dice la persona.
operator-registration-no-area = Scelga il comune con il numero: lo dice la persona.
operator-registration-then = Invio: poi giri lo schermo. La persona legge e conferma; solo allora la registrazione è sigillata.
operator-registration-told = Se è giusto così, prema ancora Invio e giri lo schermo.

operator-help-computing = Per chi ha lasciato a casa la tessera. Copi dal documento cognome, nome, data di nascita, sesso e luogo di nascita: bastano le prime lettere del luogo, poi scelga con le frecce. Per chi è nato all'estero scriva lo Stato. Il codice così calcolato è segnato come tale.
operator-help-person = In alto c'è quello che dice il codice. Guardi il documento: se foto, data di nascita e scadenza sono a posto basta il suo numero nell'elenco. Con un lettore passi le righe in fondo al documento. Se qualcosa è diverso prema 9 e copi i dati. La tessera sanitaria non ha la foto: da sola non basta.
operator-help-assisting = L'aiuto si dà solo a chi lo chiede. Non si scrive per chi vota, né chi è: solo che c'è stato aiuto, di chi e perché. La persona lo conferma sul suo schermo. Un accompagnatore può aiutare poche persone: il suo codice serve solo a contarle.
operator-help-reasons = Scelga il motivo con le frecce o con il numero, poi prema Invio. Resta nel giornale della postazione con l'ora, senza nomi.

operator-help-desk = Passi la tessera sanitaria sul lettore, o digiti il codice fiscale e prema Invio. Si può cominciare anche dal documento: passi sul lettore le righe in fondo. Chi non ha la tessera: F4. Se una persona se n'è andata senza votare, rifaccia l'accettazione: oggi può riprendere. Se una persona risulta avere già votato altrove, lo schermo dice che cosa fare.
operator-help-document = Scelga il tipo di documento con il numero, poi copi data di nascita e scadenza come sono scritte. Si va avanti con Invio o con Tab, indietro con le frecce. Dopo l'ultimo campo Invio controlla se la persona può votare.
operator-help-verdict = Legga alla persona che cosa c'è scritto. Se può votare, prema Invio e giri lo schermo: da quel momento comanda la persona, e Lei lo riprende con il Suo PIN. Se chiede aiuto prema A, se vuole la scheda di carta C, se l'ammissione è un errore V. Se non può votare, il motivo e il passo successivo sono scritti: non discuta, non è una Sua decisione.
operator-help-registration = Copi i dati dal documento, o lo passi sul lettore; motivo e comune li dice la persona. Poi giri lo schermo: la persona legge la sua dichiarazione e conferma. Da allora i dati sono sigillati e nemmeno questa postazione li può rileggere: li controlla l'anagrafe.
operator-verdict-city-user = Ammissione come city user. La registrazione è sigillata per l'anagrafe.
operator-verdict-attested = Ammissione con residenza dichiarata. La dichiarazione è sigillata per l'anagrafe.
operator-verdict-resumed = L'accettazione di oggi c'era già, e il voto non è stato usato: si riprende da lì.
operator-verdict-voted = HA GIÀ VOTATO
operator-verdict-first = Qui una lettura non serve: prima finisca con questa persona, con i tasti scritti in basso.
operator-person-either = Nascita il { $one } o il { $other }: il codice non dice il secolo
operator-assisting-exception = Perché può aiutare lo stesso? Il motivo resta nel giornale, senza nomi.
operator-return-by-hand = Il PIN si digita a mano, una cifra dopo l'altra. Nessun tentativo è stato usato.

# Paper ballots: handing one out.

operator-do-paper = carta
operator-issue-title = Consegnare una scheda di carta
operator-issue-means = La persona risulterà tra chi ha votato: non potrà più votare su questo schermo, né avere un'altra scheda. Non si può annullare.
operator-issue-spoilt = Se la persona rovina la scheda, la cambi con una nuova: quella rovinata si barra e si conserva a parte, fuori dalla cassetta. Qui non c'è niente da registrare.
operator-issue-alone = Questa postazione ha un solo operatore, ma la carta va contata da due: chieda all'ufficio di aggiungerne uno prima dell'ultima chiusura.
operator-issue-no = No: torno indietro
operator-issue-yes = Sì: registro, poi consegno la scheda
operator-issue-done = CONSEGNI LA SCHEDA
operator-issue-done-how = È registrato: la persona ha votato. Ora le dia una scheda, una sola, e le indichi la cassetta.
operator-help-issuing = La scheda di carta è per chi non può o non vuole votare sullo schermo. Vale come un voto: prima si registra, poi si consegna. Le schede restano nella cassetta chiusa fino all'ultima chiusura, quando due operatori le contano.

# Closing, where there is paper.

operator-do-paper-found = ho trovato schede di carta
operator-closing-paper = { $n ->
    [one] Finora { $n } scheda di carta: resta nella cassetta chiusa
   *[other] Finora { $n } schede di carta: restano nella cassetta chiusa
} fino all'ultima chiusura.
operator-closing-paper-last = { $n ->
    [one] C'è { $n } scheda di carta: si conta
   *[other] Ci sono { $n } schede di carta: si contano
} solo con l'ultima chiusura: senza, restano fuori dal conteggio.
operator-closing-paper-first = Prima si conta la cassetta della carta, in due: prenda la cassetta e chiami un altro operatore.

# The count of the box of paper.

operator-do-stop-count = lascia il conteggio
operator-do-before = risposta precedente
operator-paper-title = Contare le schede di carta
operator-paper-first = Primo conteggio: { $name }
operator-paper-second = Secondo conteggio: { $name }
operator-paper-second-title = Ora conta un altro operatore
operator-paper-second-how = Chi ha contato prima si allontani dallo schermo. Il secondo conta tutto di nuovo, senza sapere i numeri del primo, e comincia con la sua passphrase.
operator-paper-second-same = Il secondo operatore deve essere un altro.
operator-paper-alone = Questa postazione ha un solo operatore, e la carta va contata da due. Non si è perso nulla: prema Esc, tenga chiusa la cassetta e chieda all'ufficio di aggiungere un operatore.
operator-paper-head-how = Apra la cassetta. Una scheda è nulla se non si legge o se anche una sola risposta non è ammessa: metta le nulle da parte.
operator-paper-nothing-kept = Fino alla chiusura non si salva niente: se ci si ferma, o manca la corrente, il conteggio ricomincia da capo. Le schede restano.
operator-paper-found = Schede trovate nella cassetta
operator-paper-void = di cui nulle
operator-paper-valid = di cui valide
operator-paper-handed-out = Schede consegnate
operator-paper-blank = Schede bianche
operator-paper-at-rank = { $rank }º posto: { $title }
operator-paper-question = { $title } ({ $n ->
    [one] { $n } scheda valida
   *[other] { $n } schede valide
})
operator-paper-sum = Somma { $sum }: deve essere da { $least } a { $most }
operator-paper-sum-is = Somma { $sum }: deve essere { $least }
operator-paper-sum-rank = { $rank }º posto, somma { $sum }: da { $least } a { $most }
operator-paper-sum-rank-is = { $rank }º posto, somma { $sum }: deve essere { $least }
operator-paper-slip = Scheda { $n } di { $all }: { $title }
operator-paper-slips-done = { $n ->
    [one] La scheda è scritta
   *[other] Tutte e { $n } le schede sono scritte
}. Invio per andare avanti, freccia in su per correggere l'ultima.
operator-paper-slips-differ = { $n ->
    [one] Una scheda non è uguale
   *[other] { $n } schede non sono uguali
} nei due conteggi. Quali non si dice, perché nessuno legga un voto qui: scrivetele tutte di nuovo, prima l'uno e poi l'altro.
operator-paper-type-options = I numeri delle caselle segnate, con uno spazio tra l'uno e l'altro: 2 5
operator-paper-type-values = Un numero per ogni riga, in ordine, con uno spazio tra l'uno e l'altro: 3 0 2
operator-paper-type-ranks = Il numero di chi è al primo posto, poi al secondo, e così via; 0 per un posto vuoto: 4 1
operator-paper-type-blank = B se è bianca.
operator-paper-answer = Risposta
operator-paper-together = Contate di nuovo insieme
operator-paper-heads-differ = I due conteggi non sono uguali. Contate di nuovo insieme, poi scrivete i numeri su cui siete d'accordo.
operator-paper-totals-differ = { $n ->
    [one] Un numero non è uguale
   *[other] { $n } numeri non sono uguali
} nei due conteggi. Ricontate insieme e scrivete quello su cui siete d'accordo.
operator-paper-column-first = primo
operator-paper-column-second = secondo
operator-paper-column-agreed = insieme
operator-paper-agreed = I due conteggi sono uguali
operator-paper-agreed-together = Il conteggio concordato
operator-paper-all-found = Trovate tutte le schede consegnate.
operator-paper-taken-away = { $n ->
    [one] Manca { $n } scheda consegnata: è stata portata via
   *[other] Mancano { $n } schede consegnate: sono state portate via
}. Il verbale lo dice.
operator-paper-too-many = { $n ->
    [one] C'è { $n } scheda
   *[other] Ci sono { $n } schede
} in più di quelle consegnate, tra le nulle. Il verbale lo dice.
operator-paper-none = Nessuna scheda valida.
operator-paper-will-seal = Sono meno di { $n }: chiudendo saranno sigillate nell'urna elettronica, e il verbale non dirà che cosa c'è scritto.
operator-paper-will-tell = Le valide sono { $n } o più: alla chiusura i totali vanno nel verbale firmato.
operator-paper-recount = No: ricontiamo da capo
operator-paper-close = È giusto: chiudo per l'ultima volta
operator-paper-leaving = Lasciare il conteggio?
operator-paper-leaving-how = I numeri già scritti si perdono e la postazione resta aperta. Le schede restano nella cassetta: si ricomincia quando si vuole.
operator-paper-stay = No: continuo a contare
operator-paper-leave = Sì: torno al banco
operator-paper-missing = Scriva un numero in ogni riga: se non ce n'è nessuno, scriva 0.
operator-paper-void-exceeds = Le nulle non possono essere più di quelle trovate.
operator-paper-too-many-valid = Le valide sarebbero { $valid }, ma { $n ->
    [one] è stata consegnata { $n } scheda
   *[other] sono state consegnate { $n } schede
}: ricontate. Se sono davvero di più, quelle in più sono nulle.
operator-paper-blank-many = Bianche { $blank }, valide { $valid }: le bianche non possono essere di più.
operator-paper-option-many = «{ $title }» ha { $amount }: al massimo può avere { $most }.
operator-paper-sum-wrong = Non può essere. { $sum }. Ricontate questa domanda, o guardate se una scheda è nulla.
operator-paper-impossible = Nessuna scheda ammessa può dare questi totali: ricontate questa domanda, o guardate se una scheda è nulla.
operator-paper-no-such-number = Un numero non è tra quelli della scheda, o c'è due volte. Se è scritto proprio così, la scheda è nulla: prema Esc e ricominci con una nulla in più.
operator-paper-numbers = Servono { $n } numeri, non di più e non di meno.
operator-paper-too-few = Troppo poche scelte: almeno { $n }. Se la scheda è così, è nulla: prema Esc e ricominci con una nulla in più.
operator-paper-too-many-chosen = Troppe scelte: al massimo { $n }. Se la scheda è così, è nulla: prema Esc e ricominci con una nulla in più.
operator-paper-too-much = Un numero è troppo alto: al massimo { $n }. Se la scheda è così, è nulla: prema Esc e ricominci con una nulla in più.
operator-paper-points = I punti non tornano: sono { $n }. Se la scheda è così, è nulla: prema Esc e ricominci con una nulla in più.
operator-paper-no-blank = Qui non si può lasciare in bianco: la scheda è nulla. Prema Esc e ricominci con una nulla in più.
operator-paper-too-expensive = Insieme costano troppo: la scheda è nulla. Prema Esc e ricominci con una nulla in più.
operator-paper-empty-rank = Manca un posto. Se la scheda è così, è nulla: prema Esc e ricominci con una nulla in più.
operator-help-paper = Due operatori contano la cassetta, uno dopo l'altro, senza vedere i numeri dell'altro. Si scrivono solo cifre; con Invio si va alla riga dopo, con le frecce si torna indietro. Dove i conteggi sono diversi si riconta insieme. Se le schede sono poche si scrivono una per una e finiscono sigillate nell'urna, così nessun verbale dice un voto solo.

# Power, printer, speech.

operator-battery = batteria { $n }%
operator-battery-plugged = a corrente, { $n }%
operator-power = Corrente
operator-power-no-battery = senza batteria: sempre collegato
operator-power-plugged = collegato, batteria al { $n }%
operator-power-battery = a batteria, { $n }%: meglio collegarlo
operator-power-low = a batteria, solo { $n }%: lo colleghi
operator-printer = Stampante
operator-printer-none = nessuna: il codice si fotografa
operator-speech = Voce per chi vota
operator-speech-yes = pronta
operator-speech-none = non c'è su questo portatile
operator-desk-battery = Batteria al { $n }%: colleghi il portatile. Nessun voto va perso.
operator-desk-waiting = { $n ->
    [one] { $n } pacco parte
   *[other] { $n } pacchi partono
} appena c'è rete: è normale, anche tutto il giorno.
operator-sync-offline = qui non c'è rete

# Opening again, and with two people.

operator-opening-again = Oggi la giornata è già stata chiusa. Il presidente la può riaprire con Invio: il motivo sarà nel verbale.
operator-opening-reason-needed = La giornata di oggi è già stata chiusa: per riaprirla il presidente dice il motivo. Prema Invio.
operator-opening-second-needed = In questa consultazione si apre in due. Non si è perso nulla: prema Invio e chiami un altro operatore.
operator-opening-second-title = Ora conferma un altro operatore
operator-opening-second-how = In questa consultazione si apre in due. L'altra persona guardi l'urna e i controlli, poi scriva la sua passphrase.
operator-closing-second-title = Ora conferma un altro operatore
operator-closing-second-how = In questa consultazione si chiude in due. L'altra persona guardi i conti, poi scriva la sua passphrase.
operator-second-alone = Questa postazione ha un solo operatore, e ne servono due. Non si è perso nulla: prema Esc e chiami l'ufficio, che ne può aggiungere uno.
operator-reopening-title = Riaprire la giornata
operator-reopening-how = Perché si riapre oggi? Il motivo resta nel giornale e nel verbale.
reopening-closed-by-mistake = Era stata chiusa per errore
reopening-people-waiting = C'erano ancora persone arrivate in tempo
reopening-hours-extended = L'orario è stato prolungato
reopening-moved = La postazione si è spostata in un altro luogo
reopening-other = Un altro motivo
minutes-reopened =
    RIAPERTA NELLO STESSO GIORNO in cui era stata chiusa, dal presidente.
    Motivo: { $reason }.

# Found after it had stopped, and locking by itself.

operator-do-read = ho letto
operator-stopped-title = La postazione si era spenta senza essere bloccata
operator-stopped-voting = { $n ->
    [one] Una persona stava votando: il suo voto NON è nell'urna
   *[other] { $n } persone stavano votando: i loro voti NON sono nell'urna
}
operator-stopped-voting-do = { $n ->
    [one] Non ha perso nulla: può ancora votare, oggi. La richiami e rifaccia l'accettazione.
   *[other] Non hanno perso nulla: possono ancora votare, oggi. Le richiami e rifaccia l'accettazione.
}
operator-stopped-cast = L'ultima persona ha votato: il suo voto È nell'urna
operator-stopped-cast-do = Se era ancora davanti allo schermo, le dica che il voto è valido: non deve fare altro.
operator-stopped-safe = Tutti i voti di prima sono nell'urna, al sicuro. Questo avviso resta nel giornale, senza nomi.
operator-locks-soon = { $n ->
    [one] Tra { $n } secondo
   *[other] Tra { $n } secondi
} la postazione si blocca. Prema un tasto per restare.

# On a stick.

operator-do-look-again = cerca ancora
operator-exchange-how = Senza rete si può usare una chiavetta. Prema il numero:
operator-exchange-by-network = Per rete
operator-exchange-by-stick = Sulla chiavetta { $name }
operator-exchange-looking = Cerco le chiavette…
operator-exchange-no-stick = Nessuna chiavetta. Se ne inserisce una, aspetti qualche secondo e prema F6.
operator-exchange-writing = Un momento… Non tolga la chiavetta.
operator-exchange-written = { $n ->
    [0] Sulla chiavetta: 0 pacchi, non c'era niente in attesa
    [one] Sulla chiavetta: { $n } pacco
   *[other] Sulla chiavetta: { $n } pacchi
}.
operator-exchange-received = { $n ->
    [one] Il server ne ha già ricevuto { $n }: la ricevuta era sulla chiavetta.
   *[other] Il server ne ha già ricevuti { $n }: le ricevute erano sulla chiavetta.
}
operator-exchange-wrong = { $n ->
    [one] Una ricevuta sulla chiavetta non è del server: chiami l'ufficio. Quel pacco resta in attesa.
   *[other] { $n } ricevute sulla chiavetta non sono del server: chiami l'ufficio. Quei pacchi restano in attesa.
}
operator-exchange-pull = Ora può togliere la chiavetta e farla portare all'ufficio. Una copia di tutto resta qui finché il server non risponde.
step-writing = Pacco { $n } di { $all }
stick-gone = La chiavetta non c'è più, o è stata tolta troppo presto. La rimetta e riprovi con F6.
stick-full = La chiavetta è piena. Ne usi un'altra, o la svuoti, e riprovi con F6.
stick-read-only = Su questa chiavetta non si può scrivere. Ne usi un'altra, o sposti la sua levetta, e riprovi con F6.
stick-failed = La scrittura sulla chiavetta non è riuscita. Provi con un'altra, con F6.
operator-opening-box-today = { $n } dei giorni precedenti, { $today } di oggi
operator-opening-last-day = Oggi è l'ultimo giorno: alla fine si chiude per l'ultima volta.
operator-opening-over = Qui si votava fino al { $date }: non si può riaprire, e manca l'ultima chiusura. I voti sono tutti qui, al sicuro. Chiami l'ufficio.
operator-desk-again = { $n ->
    [one] Da quando si è riaperto (oggi, prima: { $n } voto)
   *[other] Da quando si è riaperto (oggi, prima: { $n } voti)
}
operator-desk-day = Giornata del { $date }
operator-desk-kept = { $n ->
    [one] { $n } voto resta nell'urna apposta: parte con altri, o all'ultima chiusura.
   *[other] { $n } voti restano nell'urna apposta: partono con altri, o all'ultima chiusura.
}
operator-closing-over = Qui si votava fino al { $date }: ora resta solo l'ultima chiusura.
operator-closing-pause = Chiudo per ora: oggi può riaprire solo il presidente
operator-stopped-voting-late = { $n ->
    [one] Il suo diritto di voto non è stato usato, ma qui adesso non può votare: avverta l'ufficio.
   *[other] Il loro diritto di voto non è stato usato, ma qui adesso non possono votare: avverta l'ufficio.
}
operator-document-wrong-expiry = Questa scadenza non esiste o non è completa: scriva giorno, mese e anno con quattro cifre, per esempio 07/03/2027.
operator-document-must-expire = Su questo documento la scadenza c'è sempre: la cerchi anche sul retro e nei timbri, poi la scriva. Se non si legge, chieda un altro documento.
operator-document-unlimited = Guardi ancora: sul documento non c'è nessuna scadenza? Se è così prema di nuovo Invio, altrimenti la scriva.
operator-paper-sure-title = L'ultima conferma
operator-paper-sure = Chiudendo questi numeri non si possono più cambiare, e la postazione non riapre. Se siete d'accordo in due, scriva FINE e prema Invio.
operator-help-people = Sono persone inventate, per provare il banco senza documenti veri. Scelga una persona con le frecce: sotto c'è che cosa mostra e che cosa deve succedere. Al banco, con Invio il suo codice finisce nel campo; con Esc si torna indietro.
