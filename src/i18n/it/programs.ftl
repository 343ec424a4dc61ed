# What the programs write.

minutes = VERBALE DI GIORNATA

    { $title }
    { $authority }

    Postazione               { $station }
    Giornata                 { $day }
    Aperta                   { $opened }
    Chiusa                   { $closed }

    Persone ammesse          { $check_ins }
      di cui city user       { $city_users }
      di cui con residenza
      dichiarata al banco    { $attested }
      di cui aiutate al voto
      dal personale          { $by_staff }
      da chi le accompagna   { $by_companion }
    = schede nell'urna       { $cast }
    + schede di carta        { $paper }
    + ammissioni annullate   { $void }
    + lasciate a metà        { $abandoned }

    Persone non ammesse      { $refused }

    Urna all'apertura        { $box_opening }
    Urna alla chiusura       { $box_closing }
    Schede già in viaggio    { $sent }

    Registro degli eventi
    { $journal }
    Impronta della consultazione
    { $fingerprint }

    Questo verbale contiene solo conteggi:
    nessun nome, nessun codice, nessuna scelta.
minutes-hour = { $date }, ore { $hour }
minutes-opened = { $n ->
    [one] Una scheda è stata aperta per controllo: è pubblica e non è nell'urna.
   *[other] { $n } schede sono state aperte per controllo: sono pubbliche e non sono nell'urna.
}
minutes-for-good = La postazione è chiusa in modo definitivo: non accetta altri voti.
minutes-paper = SCHEDE DI CARTA

    Trovate nella cassetta   { $found }
      di cui nulle           { $void }
      di cui valide          { $valid }
minutes-paper-handed-out = Consegnate al banco      { $n }
minutes-paper-missing = Consegnate, non trovate  { $n }
minutes-paper-extra = Oltre le consegnate      { $n }
minutes-paper-none = Nessuna scheda di carta valida.
minutes-paper-sealed = Le schede valide sono sigillate nell'urna elettronica, perché meno di { $n }:
    si contano insieme alle altre, e questo verbale non ne dice il contenuto.
minutes-paper-totals = Totali delle schede valide, contate due volte da due operatori
    senza vedere l'uno i numeri dell'altro:
minutes-paper-blank = schede bianche
minutes-paper-rank = { $n }º posto

demo-preparing = Seggio prepara una dimostrazione completa: chiavi, server, postazione…
demo-operator = { $name } · passphrase: { $passphrase } · PIN: { $pin }
demo-document = { $kind } { $number }, scade { $expiry }
demo-trustees = { $k } su { $n }
