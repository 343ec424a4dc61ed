# The public pages.

pages-skip = Vai al contenuto
pages-nav = Pagine
pages-nav-more = Altre pagine
pages-nav-language = Lingua
pages-nav-home = Consultazione
pages-nav-turnout = Affluenza
pages-nav-ballot = Trova la scheda
pages-nav-results = Risultati
pages-nav-board = Bacheca
pages-nav-data = Dati aperti
pages-nav-accessibility = Accessibilità
pages-nav-privacy = Privacy
pages-nav-declaration = Dichiarazione di accessibilità
pages-nav-contact = Contatti
pages-training = PROVA.
pages-training-what = Questa è una consultazione di prova: persone e voti sono inventati, e nessun voto vale.
pages-fingerprint = Impronta della consultazione

pages-lost-title = Questa pagina non c'è
pages-lost-what = L'indirizzo è sbagliato, o la pagina non esiste più. Può ripartire da qui:
pages-trouble-title = La pagina non si può mostrare adesso
pages-trouble-what = Il server ha un problema. Nessun voto è andato perso. Riprovi tra qualche minuto.

pages-date = { $day ->
    [1] 1º { $month } { $year }
   *[other] { $day } { $month } { $year }
}
pages-month-1 = gennaio
pages-month-2 = febbraio
pages-month-3 = marzo
pages-month-4 = aprile
pages-month-5 = maggio
pages-month-6 = giugno
pages-month-7 = luglio
pages-month-8 = agosto
pages-month-9 = settembre
pages-month-10 = ottobre
pages-month-11 = novembre
pages-month-12 = dicembre
pages-hour = ore { $from }–{ $to }

# The consultation

pages-home-lead = Consultazione di { $who }.
pages-now-title = A che punto siamo
pages-now-open = Si può votare { $where }. Primo giorno: { $from }. Ultimo giorno: { $to }.
pages-now-next = Più avanti si voterà { $where }. Primo giorno: { $from }. Ultimo giorno: { $to }.
pages-now-over = Il voto nelle postazioni è finito. I risultati saranno su questo sito dopo il conteggio.
pages-now-published = Il voto è finito e i risultati sono pubblicati.
pages-at-banchetto = ai banchetti
pages-at-assisted = nelle postazioni di voto assistito
pages-at-assembly = in assemblea
pages-kind-banchetto = Banchetto
pages-kind-assisted = Voto assistito
pages-kind-assembly = Assemblea
pages-how-title = Come si vota di persona
pages-how-free = Votare è facile e gratuito. Non serve nessuna registrazione su internet, e neppure un telefono o un indirizzo e-mail. Alla postazione chi vuole può farsi aiutare.
pages-who-title = Chi può votare
pages-who-age = Servono almeno { $n } anni (conta l'età in questa data: { $date }), e una di queste condizioni:
pages-who-resident = Chi risiede nel territorio.
pages-who-attested = Chi risiede qui ma non è ancora nell'elenco può dichiararlo alla postazione.
pages-who-city-user = Chi non risiede qui, ma ha un legame con il territorio:
pages-who-once = Ogni persona vota una volta sola.
pages-areas-title = Il territorio
pages-bring-title = Che cosa portare
pages-bring-code = Il codice fiscale. Basta il numero.
pages-bring-one-of = Un documento con la fotografia:
pages-bring-expired-yes = Va bene anche un documento scaduto, se la fotografia è riconoscibile.
pages-bring-expired-no = Il documento non deve essere scaduto.
pages-dates-title = Quando si vota
pages-dates-where = Dove
pages-dates-from = Primo giorno
pages-dates-to = Ultimo giorno
pages-dates-waiting = { $n ->
    [one] Chi non risiede qui e si iscrive { $where } può votare dal giorno dopo.
   *[other] Chi non risiede qui e si iscrive { $where } può votare dopo { $n } giorni.
}
pages-asked-budget = Ci sono { $total } per i progetti più votati.
pages-asked-blank = Si può anche consegnare una scheda bianca.
pages-asked-shuffled = Sullo schermo l'ordine cambia da persona a persona, perché nessuno sia sempre il primo.
pages-asked-illustrative = Dove c'è scritto «esempio», testo e costo sono inventati per la dimostrazione.
pages-asked-cost = Costa { $cost }
pages-illustrative = esempio
pages-method-approval = Si scelgono da { $min } a { $max } proposte.
pages-method-exactly = { $max ->
    [one] Si sceglie { $min } proposta.
   *[other] Si scelgono { $min } proposte.
}
pages-method-cap = Insieme non possono costare più di { $cap }.
pages-method-single = Si sceglie una proposta.
pages-method-points = Si distribuiscono fino a { $total } punti, al massimo { $each } per proposta.
pages-method-points-all = Si distribuiscono { $total } punti, tutti, al massimo { $each } per proposta.
pages-method-score = A ogni proposta si dà un voto da 0 a { $max }.
pages-method-priority = { $n ->
    [one] Si sceglie la proposta più importante. Punti: { $points }.
   *[other] Si mettono in ordine { $n } proposte, dalla più importante. Punti per posto: { $points }.
}
pages-method-priority-partial = { $n ->
    [one] Si può scegliere la proposta più importante. Punti: { $points }.
   *[other] Si mettono in ordine fino a { $n } proposte, dalla più importante. Punti per posto: { $points }.
}
pages-rules-title = Le regole
pages-rules-when = Queste regole sono state firmate prima del voto. Nessuno le può cambiare senza che cambi l'impronta in fondo alla pagina.
pages-rules-secret = Il voto è segreto. Le schede votate sono cifrate e non si aprono mai una per una: si apre solo la somma.
pages-rules-budget = I progetti più votati ricevono i soldi, finché ce ne sono: in tutto { $total }.
pages-rules-skip = Se un progetto costa più di quello che resta, si passa al successivo.
pages-rules-stop = Se un progetto costa più di quello che resta, ci si ferma lì.
pages-rules-minimum-votes = { $n ->
    [one] Un progetto riceve soldi solo se ha almeno un voto.
   *[other] Un progetto riceve soldi solo se ha almeno { $shown } voti.
}
pages-rules-zero-fund = Se restano soldi, anche un progetto senza voti può riceverli.
pages-rules-zero-skip = Un progetto senza voti non riceve soldi.
pages-rules-ties-lot = A parità di voti decide un'estrazione pubblica:
pages-rules-ties-id = A parità di voti decide l'ordine alfabetico dei codici dei progetti.
pages-rules-no-money = Non ci sono soldi da assegnare: i totali servono a chi decide.
pages-rules-channel-in-person = Se una persona vota sia di persona sia sul web, vale il voto di persona.
pages-rules-channel-web = Se una persona vota sia di persona sia sul web, vale il voto sul web.
pages-rules-within-first = Se una persona vota di persona più volte, vale la prima.
pages-rules-within-none = Se una persona vota di persona più volte, non vale nessuna.
pages-rules-minimum = { $n ->
    [one] Un totale si apre solo se ci sono schede.
   *[other] Un totale si apre solo se le schede sono almeno { $shown }, perché da pochi voti si potrebbe indovinare chi ha votato che cosa.
}
pages-rules-by-area = I totali si aprono anche per parti del territorio.
pages-places-title = Le postazioni
pages-places-what = Queste postazioni si sono presentate al server. Luoghi e orari li comunica chi organizza.
pages-places-none = Nessuna postazione si è ancora presentata al server. Luoghi e orari li comunica chi organizza.
pages-places-count = { $n ->
    [one] Una postazione
   *[other] { $shown } postazioni
}
pages-places-name = Nome
pages-places-kind = Tipo
pages-places-state = Stato
pages-state-good = In servizio
pages-state-closed = Chiusa: ha finito e ha mandato tutto
pages-state-quarantined = In verifica: quello che manda è messo da parte finché l'ufficio decide
pages-state-revoked = Ritirata dall'ufficio

# Turnout

pages-turnout-title = Affluenza
pages-turnout-until = Persone che hanno votato nelle postazioni. Ultimo giorno considerato: { $date }.
pages-turnout-all = Persone che hanno votato nelle postazioni. Sono tutte: non si aggiunge più nessuno.
pages-turnout-people = Persone che hanno votato di persona
pages-turnout-once = chi compare in più postazioni è contato una volta
pages-turnout-web = Persone che hanno votato sul web
pages-turnout-web-what = dall'elenco firmato dell'anagrafe; alcune possono aver votato anche di persona
pages-turnout-repeated = Persone che compaiono in più postazioni
pages-turnout-stations = Postazioni
pages-turnout-closed = { $n ->
    [one] di cui una ha finito
   *[other] di cui { $shown } hanno finito
}
pages-turnout-station-days = Giornate chiuse
pages-turnout-station-days-what = con il verbale arrivato al server
pages-turnout-days = Una giornata compare qui dal giorno dopo, quando è arrivato il verbale della postazione. Chi vota senza rete può comparire più tardi.
pages-turnout-last = Questi numeri non cambiano più: i collegamenti fra persone e schede sono distrutti. Dove anche un solo numero è più piccolo di { $shown }, tutta la tabella resta di { $shown } in { $shown }, per difetto: così è molto più difficile riconoscere qualcuno. In quelle tabelle mancano i giorni e le ore con meno di { $shown } persone. I verbali delle postazioni, che sono nel pacchetto del conteggio, dicono quante persone sono passate ogni giorno in ogni postazione.
pages-turnout-rounded = Fino alla distruzione dei collegamenti fra persone e schede, i numeri vanno di { $shown } in { $shown }, sempre per difetto: così è molto più difficile riconoscere qualcuno, anche confrontando la pagina di ieri con quella di oggi. Poi i numeri saranno esatti, ma non nelle tabelle in cui ce n'è uno piccolo. Giorni e ore con meno di { $shown } persone non sono nelle tabelle.
pages-turnout-nobody = Per ora nessuna giornata è conclusa.
pages-turnout-too-few = Per questa tabella le persone sono ancora troppo poche.
pages-turnout-data = Gli stessi numeri come dati aperti
pages-fewer-than = meno di { $shown }
pages-between = da { $from } a { $to }
pages-picture-bars = Barre orizzontali, una per riga della tabella, con gli stessi numeri.
pages-table-people = Gli stessi numeri in una tabella
pages-by-area = Per territorio
pages-by-day = Per giorno
pages-by-hour = Per ora del giorno
pages-by-station-kind = Per tipo di postazione
pages-by-admission = Per diritto di voto
pages-by-ballot = Su schermo o su carta
pages-col-area = Territorio
pages-col-day = Giorno
pages-col-hour = Ora
pages-col-station-kind = Tipo di postazione
pages-col-admission = Diritto di voto
pages-col-ballot = Scheda
pages-col-people = Persone
pages-admission-resident = Residenti
pages-admission-attested = Residenza dichiarata al banco
pages-admission-work = Lavorano qui
pages-admission-study = Studiano qui
pages-admission-volunteering = Fanno volontariato qui
pages-admission-domicile = Hanno il domicilio qui
pages-ballot-screen = Su schermo
pages-ballot-paper = Su carta

# The look-up of a ballot

pages-ballot-title = Trova la scheda
pages-ballot-lead = Con il codice della ricevuta può controllare che la scheda sia arrivata sulla bacheca pubblica.
pages-ballot-label = Codice della scheda
pages-ballot-hint = Sono 16 lettere e numeri, in quattro gruppi, per esempio K7QM-2X9D-4HTW-P3VA. Maiuscole, spazi e trattini non contano.
pages-ballot-look = Cerca
pages-ballot-no-code = Questo non è un codice di scheda.
pages-ballot-no-code-what = Servono 16 segni: le cifre da 0 a 9 e le lettere dell'alfabeto inglese, senza la U. La lettera O vale zero; I e L valgono uno.
pages-ballot-there = La scheda è sulla bacheca
pages-ballot-there-what = Il server l'ha ricevuta, e sta nell'elenco pubblico che nessuno può accorciare o cambiare senza che si veda.
pages-ballot-received = La scheda è arrivata
pages-ballot-received-what = Il server l'ha ricevuta e la mette sulla bacheca tra poco. Guardi di nuovo tra qualche minuto.
pages-ballot-opened = Questa scheda è stata aperta per controllo
pages-ballot-opened-what = Qualcuno l'ha usata per controllare la postazione invece di votare. Il contenuto è pubblico e la scheda non si conta. Chi ha fatto il controllo ha potuto votare con un'altra scheda, che ha un altro codice.
pages-ballot-removed = La scheda è sulla bacheca, ma non è stata contata
pages-ballot-removed-what = La persona che l'ha consegnata compare più di una volta, e vale un voto solo. Le regole erano scritte prima.
pages-ballot-unknown = Questa scheda non è ancora qui
pages-ballot-unknown-why = Non vuol dire che il voto è perso. Molte postazioni lavorano senza rete e mandano le schede più tardi, tante insieme, perché nessuno possa capire di chi sono.
pages-ballot-unknown-after = Il conteggio è finito e nella bacheca non c'è nessuna scheda con questo codice.
pages-ballot-unknown-compare = Controlli il codice con la ricevuta, segno per segno.
pages-ballot-unknown-later = Guardi di nuovo tra uno o due giorni, e una volta dopo la fine del voto.
pages-ballot-unknown-ask = Se alla fine non c'è, porti la ricevuta a { $who } e chieda spiegazioni.
pages-ballot-place = È al posto { $place } di { $size }.
pages-ballot-proof = Scarica la prova
pages-ballot-proof-what = È un piccolo file di testo, nel formato C2SP tlog-proof: un programma indipendente può controllarlo senza fidarsi di questo sito. Chi lo conserva può mostrare anche dopo che la scheda c'era.
pages-ballot-whole = Il codice intero
pages-removed-later-vote = Motivo: la persona aveva già votato prima.
pages-removed-repeated-vote = Motivo: la persona ha votato più volte, e in questo caso non vale nessun voto.
pages-removed-paper-vote = Motivo: la persona ha votato anche su carta.
pages-removed-web-vote = Motivo: la persona ha votato anche sul web, e vale quel voto.
pages-removed-count = { $n ->
    [one] Una scheda.
   *[other] { $shown } schede.
}
pages-means-title = Che cosa vuol dire
pages-means-proves = Il codice dice che questa scheda cifrata è arrivata ed è sulla bacheca.
pages-means-never = Il codice non dice mai che cosa c'è nella scheda. Non lo sa neppure il server.
pages-means-whose = Il codice non dice di chi è la scheda, né dove è stata consegnata.
pages-means-kept = Questa ricerca non si registra in queste pagine.

# Results

pages-none-yet-title = Non c'è ancora nessun conteggio
pages-none-yet-nobody = Non c'è per nessuno: né per gli uffici, né per chi gestisce questo sito. Le schede sono cifrate.
pages-none-yet-how = Si apre solo la somma di tutte le schede, e servono almeno { $k } garanti su { $n }, ciascuno con la propria chiave.
pages-none-yet-when = Ultimo giorno di voto in postazione: { $date }. Dopo si tolgono i voti doppi, si conta, e i risultati escono su questa pagina.
pages-none-yet-turnout = Quante persone hanno votato
pages-none-yet-rules = Con quali regole si conta
pages-counted = Schede contate
pages-counted-paper = { $n ->
    [one] di cui una su carta
   *[other] di cui { $shown } su carta
}
pages-left-out = Schede non contate
pages-left-out-what = di persone che compaiono più di una volta; il numero è esatto, perché chi rifà il conteggio lo trova nel pacchetto
pages-web-dropped = Voti sul web non contati
pages-web-dropped-what = di persone che hanno votato anche di persona
pages-votes = { $n ->
    [one] 1 voto
   *[other] { $shown } voti
}
pages-points = { $n ->
    [one] 1 punto
   *[other] { $shown } punti
}
pages-table-votes = I voti in una tabella
pages-table-points = I punti in una tabella
pages-col-votes = Voti
pages-col-points = Punti
pages-col-option = Proposta
pages-col-project = Progetto
pages-col-cost = Costo
pages-col-number = N.
pages-col-outcome = Esito
pages-col-rank = { $n }º
pages-blank = { $n ->
    [one] Una scheda bianca.
   *[other] { $shown } schede bianche.
}
pages-money-title = I progetti finanziati
pages-money-what = Dei { $total } disponibili, { $spent } vanno ai progetti e { $left } restano.
pages-money-so-far = Dei { $total } disponibili, { $spent } sono già assegnati. Il resto si saprà dopo l'estrazione.
pages-money-table = I progetti finanziati, nell'ordine in cui hanno ricevuto i soldi
pages-money-left = Resta
pages-projects-picture = Voti di ogni progetto
pages-projects-picture-what = Barre orizzontali, una per progetto. Piene quelle dei progetti finanziati, solo il contorno per gli altri. Gli stessi numeri sono nella tabella.
pages-funded = finanziato
pages-not-funded = non finanziato
pages-waits = in attesa dell'estrazione
pages-why-next = Il primo dei non finanziati:
pages-why-next-cost = Costa { $cost } e non stava in quello che restava.
pages-why-tie = A parità di voti:
pages-why-draw = Ha deciso l'estrazione pubblica:
pages-why-draw-value = È uscito { $value }. L'ordine è questo:
pages-why-undecided = Una parità di voti aspetta ancora l'estrazione pubblica: l'elenco dei finanziati non è completo.
pages-parts-title = Per parti del territorio
pages-parts-what = Le parti con poche schede si contano insieme, perché nessuno sia riconosciuto. Conta dove sta la postazione, non dove abita chi vota.
pages-parts-ballots = { $n ->
    [one] { $where }: una scheda
   *[other] { $where }: { $shown } schede
}
pages-package-title = Controllare il conteggio
pages-package-what = Tutto quello che serve per rifare il conteggio è in un solo file: le schede cifrate, le prove, i verbali, i totali. Chiunque lo può controllare, senza fidarsi di nessuno. I verbali dicono quante persone sono passate ogni giorno in ogni postazione; nessuna è nominata.
pages-package-download = Scarica il pacchetto
pages-package-sha = SHA-256 del pacchetto
pages-package-how = Con il programma libero scrutinio basta un comando. L'impronta la prenda da un foglio pubblicato prima del voto, non da qui:
pages-package-programs = Il programma e il suo codice:
pages-package-python = C'è anche un secondo programma, scritto da capo in Python senza altre librerie. Chi non si fida di questo sito lo prenda altrove:

# The board

pages-board-lead = La bacheca è l'elenco pubblico di tutte le schede cifrate e di tutte le postazioni. Si può solo allungare: se qualcuno toglie o cambia una riga, si vede.
pages-board-size = Righe sulla bacheca
pages-board-size-what = schede, certificati delle postazioni, decisioni dell'ufficio
pages-board-checkpoint = L'ultima firma
pages-board-checkpoint-what = Con queste righe il server firma tutta la bacheca com'è adesso: il nome, quante righe ha, l'impronta di tutte insieme, la firma. Chi le conserva può controllare più tardi che la bacheca sia solo cresciuta.
pages-board-compare = Da confrontare
pages-board-compare-what = Questi codici sono pubblicati prima del voto anche su carta. Devono essere uguali, segno per segno.
pages-board-key = Chiave che firma la bacheca
pages-board-check = Controllare da sé
pages-board-check-what = Tutto sta in file che chiunque può scaricare:
pages-board-file-checkpoint = l'ultima firma, come testo
pages-board-file-tiles = la bacheca stessa, a pezzi che non cambiano più
pages-board-file-manifest = la consultazione firmata, con tutte le chiavi pubbliche
pages-board-formats = I formati sono pubblici (RFC 6962, C2SP tlog-tiles, tlog-checkpoint, tlog-proof): li leggono anche programmi scritti da altri.

# Open data

pages-data-lead = L'affluenza, i progetti e i totali di queste pagine, da usare liberamente. Dopo la pubblicazione c'è anche il pacchetto del conteggio, con gli altri numeri.
pages-data-licence = Licenza:
pages-data-files = I file
pages-data-what = Che cosa contiene
pages-data-download = Scarica
pages-data-fields = I campi
pages-data-fields-what = Nei file CSV le colonne sono separate da virgole e il testo è in UTF-8. Un numero non mostrato è un campo vuoto; nei file JSON è null.
pages-data-training = Un file CSV non contiene né la sua data né se il voto è una prova. In una prova, il nome del file scaricato comincia con PROVA-. I file JSON dicono tutte e due le cose.
pages-data-json = Ogni file JSON contiene anche questi campi, una volta sola:
pages-data-field = Campo
pages-data-means = Significato
pages-file-turnout = Affluenza
pages-file-indicators = Indicatori per la valutazione
pages-file-projects = Progetti e totali
pages-file-results = Totali di tutte le domande, con schede bianche e posizioni
pages-file-dictionary = Dizionario dei campi
pages-file-package = Il pacchetto del conteggio
pages-field-consultation = Nome breve della consultazione.
pages-field-dimension = Come sono divise le persone: total (tutte), web, area (territorio), day (giorno), hour (ora del giorno), station_kind (tipo di postazione), admission (diritto di voto), ballot (su schermo o su carta).
pages-field-code = Il valore: codice del comune o del quartiere, data, ora, parola fissa. Vuoto per total e web.
pages-field-label-it = Il valore in italiano.
pages-field-label-en = Il valore in inglese.
pages-field-participants = Persone, ciascuna una volta, dove è comparsa per prima. Vuoto se il numero non si mostra.
pages-field-status = shown: il numero c'è; rounded_down: il multiplo di { $shown } inferiore o uguale al numero, per tutti i numeri fino alla distruzione dei collegamenti fra persone e schede, e poi per le tabelle che hanno un numero piccolo; withheld: è sotto { $shown } e non si mostra.
pages-field-indicator = Nome fisso dell'indicatore, che non cambia.
pages-field-definition-it = Che cosa conta l'indicatore, in italiano.
pages-field-definition-en = Che cosa conta l'indicatore, in inglese.
pages-field-value = Il numero. I soldi sono in euro: con due decimali nei file CSV, un numero nei file JSON.
pages-field-unit = In che cosa si conta: people, areas, stations, days, projects, ballots, EUR.
pages-field-indicator-status = shown: il numero c'è; rounded_down: fino alla distruzione dei collegamenti fra persone e schede, il multiplo di { $shown } inferiore o uguale al numero; withheld: è sotto { $shown } e non si mostra; not_yet: non c'è ancora, perché manca la pubblicazione, un'estrazione o l'elenco di chi ha votato sul web.
pages-field-question = Nome breve della domanda.
pages-field-project = Nome breve del progetto o della proposta.
pages-field-title-it = Titolo in italiano.
pages-field-title-en = Titolo in inglese. Vuoto se non c'è la traduzione.
pages-field-cost = Costo in euro: con due decimali nei file CSV, un numero nei file JSON. Vuoto se non ci sono soldi.
pages-field-total = Voti o punti, secondo la domanda: il file results dice quali. Vuoto prima della pubblicazione.
pages-field-funded = true se il progetto è finanziato, false se non lo è. Vuoto se non ci sono soldi, prima della pubblicazione, e finché un'estrazione può ancora decidere.
pages-field-option = Nome breve di ciò che si può scegliere. Vuoto per le schede bianche.
pages-field-part = Codici dei comuni o dei quartieri contati insieme, uniti da +. Vuoto per tutto il territorio.
pages-field-result-total = Il totale pubblicato. Nelle righe con rank, quante schede danno quella posizione.
pages-field-result-unit = In che cosa è il totale: votes (voti), points (punti), ballots (schede: per le schede bianche e per le posizioni).
pages-field-rank = La posizione nell'ordine di chi vota: 1 è la prima. Vuoto nella riga del totale.
pages-field-licence = Indirizzo della licenza con cui si possono usare i dati.
pages-field-training = true se il voto è una prova e i numeri sono finti.
pages-field-fingerprint = Impronta della consultazione firmata: SHA-256, 64 cifre esadecimali.
pages-field-days-before = Data, come 2022-09-20. L'affluenza conta solo i giorni prima di questa data; dopo la distruzione dei collegamenti fra persone e schede li conta tutti.
pages-field-rows = Le righe del file: in ciascuna, i campi di quel file.
pages-indicator-participants_in_person = Persone che hanno votato nelle postazioni, ciascuna contata una volta. Una giornata si aggiunge quando è conclusa e il verbale della postazione è arrivato.
pages-indicator-participants_at_several_stations = Persone, comprese in participants_in_person, che compaiono in più di una postazione.
pages-indicator-participants_web = Persone che hanno votato sul web, dall'elenco firmato dell'anagrafe. Alcune possono aver votato anche di persona.
pages-indicator-areas = Comuni o quartieri in cui la consultazione divide il territorio.
pages-indicator-stations = Postazioni di voto note al server, comprese quelle che hanno chiuso.
pages-indicator-stations_closed = Postazioni che hanno chiuso per sempre.
pages-indicator-station_days = Giornate di voto con il verbale arrivato al server, sommate per tutte le postazioni.
pages-indicator-projects = Progetti, proposte o risposte che si possono scegliere, sommati per tutte le domande.
pages-indicator-budget_total = Soldi che la consultazione può assegnare in tutto.
pages-indicator-budget_assigned = Soldi assegnati ai progetti finanziati.
pages-indicator-budget_left = Soldi che non sono stati assegnati.
pages-indicator-projects_funded = Progetti che ricevono i soldi.
pages-indicator-ballots_counted = Schede contate nel risultato: quelle cifrate e quelle di carta.
pages-indicator-ballots_left_out = Schede cifrate non contate, di persone che compaiono più di una volta.

# Accessibility and privacy

pages-access-goal = Queste pagine sono fatte per seguire le WCAG 2.2, livello AA.
pages-access-how = Funzionano senza script, con la sola tastiera, con i lettori di schermo, su schermi da 320 pixel in su, con caratteri ingranditi, in chiaro e in scuro secondo il suo dispositivo. Ogni figura ha gli stessi numeri in una tabella.
pages-access-checked = Ogni versione è controllata in un browser vero con axe, da tastiera e a tre larghezze.
pages-access-limits = Nomi e descrizioni dei progetti sono come li ha scritti chi organizza. Il pacchetto del conteggio è un archivio per programmi.
pages-access-ask = Se qualcosa le impedisce di leggere o di usare queste pagine, lo dica a { $who }.
pages-privacy-holds = Che cosa ha questo server
pages-privacy-codes = Per ogni persona che ha votato: un codice che il server non sa ricondurre a nessuno, con ora, territorio e diritto di voto. Serve a trovare chi vota due volte.
pages-privacy-ballots = Le schede, cifrate, senza sapere di chi sono.
pages-privacy-records = I dati delle persone iscritte alle postazioni, sigillati: li apre solo l'anagrafe.
pages-privacy-links = Fino al controllo dei voti doppi: il legame tra codice e scheda, sigillato. Si apre solo per chi compare due volte, poi si distrugge.
pages-privacy-not = Che cosa non ha
pages-privacy-no-names = Nessun nome, codice fiscale o indirizzo che questo server possa leggere.
pages-privacy-no-choices = Nessuna scelta di chi ha votato: le schede votate non si aprono mai una per una. Si leggono solo le schede aperte per controllo, che non contano.
pages-privacy-no-cookies = Nessun cookie, nessuno script, niente da altri siti.
pages-privacy-no-look-ups = Nessun elenco di chi cerca una scheda: queste pagine non lo scrivono, e il codice non va ad altri siti.
pages-privacy-stations = Chi risponde dei dati
pages-privacy-who = Risponde { $who }. Questo è l'avviso che si legge alla postazione:
