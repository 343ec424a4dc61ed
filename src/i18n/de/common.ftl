# What several screens share: names of keys, words of the footer, the size of the terminal.

common-too-small = Das Fenster ist zu klein
common-too-small-need = Nötig: mindestens { $columns } Spalten und { $rows } Zeilen. Jetzt sind es { $now_columns } x { $now_rows }.
common-too-small-how = Machen Sie das Fenster größer oder die Schrift kleiner: Nichts ist verloren. Solange es klein ist, wirkt keine Taste.

common-key-up-down = ↑ ↓
common-key-space = Leertaste
common-key-enter = Eingabe
common-key-back = ←
common-key-escape = Esc

common-do-move = bewegen
common-do-choose = wählen
common-do-next = weiter
common-do-back = zurück
common-do-confirm = bestätigen
common-do-language = Sprache
common-do-appearance = Schrift, Stimme
common-do-change = ändern
common-do-read-on = weiterlesen

common-page = Seite { $page } von { $pages }
common-seconds = { $n ->
    [one] { $n } Sekunde
   *[other] { $n } Sekunden
}

# While something is done; in training
operator-moment = Augenblick…
operator-training = ÜBUNG: keine Stimme zählt

# Why a city user may vote
reason-work = Arbeitet hier
reason-study = Studiert hier
reason-volunteering = Hilft hier freiwillig
reason-domicile = Hat hier das Domizil
