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
common-do-appearance = Schrift, Vorlesen
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
reason-volunteering = Ist hier ehrenamtlich tätig
reason-domicile = Hat hier das Domizil

# What is heard: keys by their names, and what stands for signs
heard-key-up = Pfeil nach oben
heard-key-down = Pfeil nach unten
heard-key-left = Pfeil nach links
heard-key-right = Pfeil nach rechts
heard-keys-move = Pfeil nach unten oder Pfeil nach oben
heard-keys-back = Pfeil nach links oder Escape
heard-key = { $key }: { $does }.
heard-do-again = wiederholen
heard-key-dead = Diese Taste tut hier nichts.
heard-no-row = Keine Zeile ist gewählt: Drücken Sie Pfeil nach unten.
heard-dot = Punkt
heard-slash = Schrägstrich
heard-hyphen = Bindestrich
