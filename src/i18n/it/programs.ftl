# What the programs write.

minutes-title = Verbale di giornata
minutes-station = Postazione
minutes-day = Giornata
minutes-opened-at = Aperta
minutes-closed-at = Chiusa
minutes-check-ins = Persone accettate
minutes-city-users = di cui city user
minutes-attested = di cui con residenza dichiarata al banco
minutes-by-staff = di cui aiutate al voto dal personale
minutes-by-companion = da chi le accompagna
minutes-cast = voti nell'urna
minutes-on-paper = voti su carta
minutes-void = ammissioni annullate
minutes-abandoned = senza voto
minutes-refused = Persone non ammesse
minutes-box-opening = Urna all'apertura
minutes-box-closing = Urna alla chiusura
minutes-sent = Schede preparate per l'invio al server
minutes-journal = Registro degli eventi
minutes-fingerprint = Impronta della consultazione
minutes-digest = Impronta di questo verbale
minutes-qr = Con questa impronta chiunque ritrova il verbale firmato tra i dati pubblici. Il codice QR contiene la stessa impronta.
minutes-qr-name = Codice QR con l'impronta di questo verbale
minutes-only-counts = Questo verbale contiene solo conteggi: nessun nome, nessun codice, nessuna scelta.
minutes-signatures = Firme
minutes-president = Presidente
minutes-operator = Scrutatore o scrutatrice
minutes-operators = Scrutatori
minutes-hour = { $date }, ore { $hour }
minutes-opened = { $n ->
    [one] Una scheda è stata aperta per controllo: è pubblica e non è nell'urna.
   *[other] { $n } schede sono state aperte per controllo: sono pubbliche e non sono nell'urna.
}
minutes-for-good = La postazione è chiusa in modo definitivo: non accetta altri voti.
minutes-paper = Schede di carta
minutes-paper-found = Trovate nella cassetta
minutes-paper-void = di cui nulle
minutes-paper-valid = di cui valide
minutes-paper-handed-out = Consegnate al banco
minutes-paper-missing = Consegnate, non trovate
minutes-paper-extra = Oltre le consegnate
minutes-paper-none = Nessuna scheda di carta valida.
minutes-paper-sealed = Le schede valide sono sigillate nell'urna elettronica, perché meno di { $n }: si contano insieme alle altre, e questo verbale non ne dice il contenuto.
minutes-paper-totals = Totali delle schede valide, contate due volte da due operatori senza vedere l'uno i numeri dell'altro:
minutes-paper-differed = { $n ->
    [one] I due conteggi erano diversi in un punto: gli operatori lo hanno contato di nuovo insieme.
   *[other] I due conteggi erano diversi in { $n } punti: gli operatori li hanno contati di nuovo insieme.
}
minutes-paper-again = { $n ->
    [one] Prima di questo risultato un altro conteggio è stato lasciato, e le schede sono state ricontate da capo.
   *[other] Prima di questo risultato altri { $n } conteggi sono stati lasciati, e le schede sono state ricontate da capo.
}
minutes-paper-blank = schede bianche
minutes-paper-rank = { $n }º posto

# Slips.

print-slip-signed = Il codice QR contiene anche la firma della postazione su questo codice.
print-slip-opened = Questa scheda non è nell'urna e non conta.

# The test paper.

print-test-title = Prova di stampa
print-test-letters = Lettere: àèéìòù ÀÈÉÌÒÙ « » €
print-test-qr = Inquadri il codice con un telefono: deve dire «{ $text }».
print-test-columns = La riga qui sotto deve stare in una riga sola:

demo-preparing = Seggio prepara una dimostrazione completa: chiavi, server, postazione…
demo-operator = { $name } · passphrase: { $passphrase } · PIN: { $pin }
demo-document = { $kind } { $number }, scade { $expiry }
demo-trustees = { $k } su { $n }
