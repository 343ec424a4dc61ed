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

demo-preparing = Seggio prepara una dimostrazione completa: chiavi, server, postazione…
demo-operator = { $name } · passphrase: { $passphrase } · PIN: { $pin }
demo-document = { $kind } { $number }, scade { $expiry }
demo-trustees = { $k } su { $n }
