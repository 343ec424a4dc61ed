# Why something was refused, in plain words: what happened, and what to do next.

# The code.

refusal-code-length = Un codice fiscale ha 16 caratteri (o 11 cifre, se è provvisorio). Lo confronti con la tessera e lo scriva di nuovo.
refusal-code-alphabet = Nel codice c'è un segno che non è una lettera o una cifra. Le lettere accentate non si usano. Lo scriva di nuovo.
refusal-code-position = Nel codice c'è una lettera dove va una cifra, o una cifra dove va una lettera. Controlli la O e lo zero, la I e l'uno.
refusal-code-month = La nona lettera del codice, quella del mese, non esiste. La confronti con la tessera.
refusal-code-date = Il giorno di nascita scritto nel codice non esiste. Confronti con la tessera i caratteri dal settimo all'undicesimo.
refusal-code-check-character = L'ultima lettera non torna: un carattere del codice è sbagliato. Lo confronti con la tessera, uno per uno, e lo corregga.
refusal-code-numeric-check-digit = L'ultima cifra non torna: una cifra del codice provvisorio è sbagliata. Lo confronti con il documento e lo corregga.

# The person and the document.

refusal-too-young = Per votare servono { $min_age } anni compiuti entro il { $reference_date }, e questa persona non li avrà. Il giorno di oggi non conta. Può partecipare alla prossima consultazione.
refusal-birth-mismatch = La data di nascita del documento non è quella del codice fiscale. Controlli di avere copiato bene la data e che tessera e documento siano della stessa persona.
refusal-document-not-accepted = Questo documento ({ $kind }) non è accettato qui. Chieda un altro documento con fotografia; la tessera sanitaria non basta.
refusal-document-ended = La carta d'identità di carta non vale più dal 3 agosto 2026, qualunque scadenza ci sia scritta. Chieda un altro documento: carta elettronica, passaporto o patente.
refusal-document-expired = Il documento è scaduto il { $expiry }. Chieda un altro documento valido; la persona può tornare quando lo ha.

# The right to vote.

refusal-already-voted-here = Con questo codice si è già votato in questa postazione. Si vota una volta sola. Se la persona dice di non avere votato, chiami il presidente: il giornale registra l'ora, mai la scelta.
refusal-voted-elsewhere = Per il server questa persona ha già votato in un'altra postazione. Si vota una volta sola: glielo dica con calma. Se dice di non avere votato, chiami il presidente.
refusal-voted-on-web = Per il server questa persona ha già votato sul web, e in questa consultazione conta quel voto: glielo dica con calma. Se dice di non avere votato, chiami il presidente.
refusal-claimed-elsewhere = In questo momento questa persona risulta davanti a un'altra postazione. Controlli il codice. Se è giusto, riprovi tra qualche minuto o chiami il presidente.
refusal-no-server = Il server non risponde, e in questa consultazione senza rete la postazione non ammette nessuno. La persona non perde il diritto di voto. Controlli la rete e riprovi tra qualche minuto; se continua, chiami l'ufficio.
refusal-no-server-president = Il server non risponde, e in questa consultazione senza rete decide il presidente, persona per persona. Nessuno perde il diritto di voto. Controlli la rete e riprovi tra qualche minuto; se continua, chiami l'ufficio.
refusal-voting-now = Questa persona è già stata ammessa e sta votando. Aspetti che finisca, o riprenda lo schermo con il Suo PIN.
refusal-not-on-roll = Questo codice non è nell'albo dei residenti di questa postazione. Controlli di avere letto bene il codice.
refusal-waiting = La registrazione come city user è fatta, e si può votare dal { $date }. Dica alla persona di tornare da quel giorno con lo stesso documento.
refusal-reason-not-accepted = Il motivo scelto ({ $reason }) non dà diritto di voto in questa consultazione. Se la persona ne ha un altro, prema Esc e rifaccia la registrazione.
refusal-outside-phase = Qui si vota dal { $from } al { $to }. La postazione non può ammettere nessuno. Se la data sullo schermo è sbagliata, chiami l'ufficio.
refusal-area-unknown = Questo comune non fa parte della consultazione. Scelga uno dei comuni dell'elenco.

# Warnings: they never reject.

warning-unknown-place = Il luogo di nascita nel codice non è nell'elenco: guardi bene il documento.
warning-place-not-valid-at-birth = Il luogo di nascita nel codice non esisteva in quell'anno: guardi bene il documento.
warning-century = Il codice non dice il secolo di nascita: conta la data del documento.
warning-numeric = È un codice provvisorio di 11 cifre: conta la data del documento.
warning-omocodia = Il codice ha lettere al posto di cifre: è di una persona precisa, lo copi così com'è.

# Documents and reasons.

document-electronic-id-card = Carta d'identità elettronica
document-paper-id-card = Carta d'identità di carta
document-passport = Passaporto
document-driving-licence = Patente di guida
document-residence-permit = Permesso di soggiorno
document-equivalent = Altro documento dello Stato con fotografia
document-foreign-id-card = Carta d'identità di un altro Stato
document-foreign-passport = Passaporto di un altro Stato


# Opening.

opening-clock-wrong = L'orologio della postazione non va d'accordo con quello del server: qui sono le { $here }, là le { $there }. Chiami l'ufficio; non si è perso nulla.
opening-already-closed-today = La giornata di oggi è già stata chiusa. Oggi può riaprirla solo il presidente; un altro giorno si apre come sempre, se qui si vota ancora.
opening-finished = Questa postazione ha chiuso per l'ultima volta e non può riaprire.

# Sync.

sync-failed = L'invio non è riuscito.
sync-no-network = Il server non risponde: probabilmente qui non c'è rete. Riprovi quando c'è, con F6.
sync-server-error = Il server ha risposto con un errore. Riprovi tra qualche minuto; se continua, chiami l'ufficio.
sync-wrong-server = A questo indirizzo risponde un server che non è quello della consultazione. Non è stato inviato nulla: chiami l'ufficio.
sync-not-certified = Il server non conosce ancora questa postazione. Chiami l'ufficio e dica il nome in alto a sinistra.
sync-later = Il server è occupato e chiede di riprovare tra { $n ->
    [one] un minuto
   *[other] { $n } minuti
}. Non si è perso nulla.
sync-refused-quarantined = Il server tiene da parte quello che manda questa postazione, finché l'ufficio non decide. Chiami l'ufficio; i voti restano anche qui, e si può continuare a votare.
sync-refused-revoked = L'ufficio ha tolto questa postazione dalla consultazione. Non ammetta altre persone e chiami l'ufficio. I voti già dati restano qui.
sync-refused-clone = Il server conosce un'altra postazione con questo nome: il pacchetto di partenza è stato usato due volte. Chiami subito l'ufficio. I voti restano qui.
sync-refused-fork = Il server ha già un altro pacco con lo stesso numero. Chiami l'ufficio. I voti restano qui, e si può continuare a votare.
sync-refused-rolled-back = Il server ha ricevuto da questa postazione più di quello che qui risulta: forse è stata rimessa una copia vecchia. Chiami subito l'ufficio. I voti restano qui.
sync-refused-gap = Al server mancano pacchi di prima. Riprovi con F6; se continua, chiami l'ufficio. I voti restano qui.
sync-batch-refused = Pacco { $sequence } rifiutato: { $reason }

# Steps of long work.

step-syncing = Pacco { $n } di { $all }
step-settling = Si tolgono i doppi
step-decrypting = I fiduciari aprono i totali
step-verifying = Si verifica tutto da capo

# What does not add up at the closing.

difference-equation = Le persone accettate sono { $check_ins }, ma voti, annullati e senza voto fanno { $sum }.
difference-box = Oggi sono stati messi nell'urna { $cast } voti, ma nell'urna ce ne sono { $in_box }.
difference-journal = Il giornale della postazione non torna: un evento manca o è stato cambiato.

# What should not happen.

failure-store = L'archivio della postazione non risponde. I voti già nell'urna sono salvi; l'ultima operazione non è stata fatta. Riprovi; se succede ancora, blocchi con F10 e chiami l'ufficio.
failure-disk-full = Il disco è pieno. I voti già nell'urna sono salvi; l'ultima operazione non è stata fatta. Non accetti altre persone e chiami l'ufficio.
failure-state = Adesso non si può fare: la postazione è in un altro momento della giornata. Non si è perso nulla. Torni al banco e riprovi.
failure-in-use = Un altro programma tiene aperta questa postazione. Nulla è andato perso: lo chiuda, poi riprovi.
failure-unexpected = È successo qualcosa di imprevisto. I voti già nell'urna sono salvi; l'ultima operazione potrebbe non essere stata fatta. Torni al banco e guardi i conti; se non tornano, chiami l'ufficio.

# Scans.

refusal-scanner-keyboard = Il lettore scrive i segni di un'altra tastiera: va impostato su «italiano», chieda all'ufficio. Intanto digiti il codice fiscale.
refusal-card-number = Questo è il numero della tessera sanitaria, non il codice fiscale. Passi l'altro codice a barre, o digiti il codice fiscale scritto sulla tessera.
refusal-zone = Le righe del documento non sono state lette bene: un segno è sbagliato. Le passi di nuovo dalla prima, o digiti il codice fiscale.
refusal-zone-format = Le righe del documento non sono complete. Le passi di nuovo dalla prima, una dopo l'altra.
refusal-zone-document = Questo documento non identifica una persona (per esempio un visto). Chieda carta d'identità, passaporto o permesso di soggiorno.
refusal-zone-number = Il numero del documento non è stato letto bene. Passi di nuovo le righe, dalla prima.
refusal-zone-birth = La data di nascita del documento non è stata letta bene, o non esiste. Passi di nuovo le righe, dalla prima.
refusal-zone-expiry = La scadenza del documento non è stata letta bene, o non esiste. Passi di nuovo le righe, dalla prima.

refusal-health-card = La tessera sanitaria non ha la foto: serve per il codice, non per riconoscere la persona. Chieda carta d'identità, passaporto, patente o permesso di soggiorno.
refusal-computed-code = Il codice è stato calcolato, e in questa consultazione serve quello vero. Chieda la tessera sanitaria, o un documento con il codice fiscale.
refusal-surname = Nel cognome manca una lettera o c'è un segno che un nome non ha: lo copi dal documento.
refusal-given-names = Nel nome c'è un segno che un nome non ha: lo copi dal documento.

refusal-not-before = Adesso non si può fare: rifaccia l'accettazione.

# Code and document compared: warnings that never refuse.

warning-computed = Il codice è calcolato, non letto: controlli bene il documento.
warning-shape = Il numero del documento ha una forma insolita: lo confronti con il documento.
warning-expiry-not-on-birthday = La scadenza della carta non cade nel compleanno: la confronti con il documento.
warning-too-long = La scadenza è troppo lontana per questo documento: la confronti con il documento.

difference-of-birth = La data di nascita del documento non è quella del codice: controlli che tessera e documento siano della stessa persona.
difference-of-sex = Il sesso sul documento non è quello del codice: controlli che tessera e documento siano della stessa persona.
difference-of-surname = Il cognome non va d'accordo con il codice: controlli che tessera e documento siano della stessa persona.
difference-of-given-names = Il nome non va d'accordo con il codice: controlli che tessera e documento siano della stessa persona.
difference-of-swapped = Nome e cognome sembrano scambiati: li confronti con il documento.
difference-of-married-surname = Il codice ha solo una parte del cognome, forse quello da nubile: va bene se la persona è quella della foto.
difference-of-second-names = Il codice ha solo alcuni dei nomi: va bene se la persona è quella della foto.
difference-of-transliteration = Il nome è scritto in un altro modo (accenti, lettere straniere): va bene se la persona è quella della foto.

# Reasons on record.

void-admitted-by-mistake = Ammissione fatta per errore
void-wrong-person = Codice o documento di un'altra persona
void-withdrawn = La persona rinuncia a votare
void-not-entitled = La persona non ha diritto
void-other = Altro motivo

override-known-in-person = Conosco la persona
override-two-witnesses = Due testimoni la riconoscono
override-office-confirmed = L'ufficio ha confermato
override-other = Altro motivo


# Earlier refusals, in a few words.

refused-too-young = troppo giovane
refused-birth-mismatch = la data di nascita non era quella del codice
refused-document-not-accepted = documento non accettato
refused-document-ended = carta d'identità di carta
refused-document-expired = documento scaduto
refused-computed-code = codice calcolato
refused-health-card = aveva solo la tessera sanitaria
refused-voted-elsewhere = aveva votato in un'altra postazione
refused-voted-on-web = aveva votato sul web
refused-claimed-elsewhere = era davanti a un'altra postazione
refused-no-server = il server non rispondeva
refused-already-voted-here = aveva già votato
refused-not-on-roll = non era nell'albo
refused-waiting = doveva ancora aspettare
refused-reason-not-accepted = motivo non accettato
refused-area-unknown = comune fuori dalla consultazione

# A day that was left open.

day-left-open = La giornata del { $date } è ancora aperta: la chiuda con F8, poi apra quella di oggi.
day-phase-over = La giornata del { $date } è ancora aperta, e oggi qui non si vota: non si può accettare nessuno. La chiuda con F8.
day-clock-back = La giornata è stata aperta il { $date }, che deve ancora venire: l'orologio è sbagliato. Non accetti nessuno e chiami l'ufficio.
