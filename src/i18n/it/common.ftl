# What several screens share: names of keys, words of the footer, the size of the terminal.

common-too-small = La finestra è troppo piccola
common-too-small-need = Servono almeno { $columns } colonne e { $rows } righe. Ora sono { $now_columns } x { $now_rows }.
common-too-small-how = Ingrandisca la finestra o riduca il carattere: non si è perso nulla. Finché è piccola, i tasti non fanno nulla.

common-key-up-down = ↑ ↓
common-key-space = Spazio
common-key-enter = Invio
common-key-back = ←
common-key-escape = Esc

common-do-move = muovi
common-do-choose = scegli
common-do-next = avanti
common-do-back = indietro
common-do-confirm = conferma
common-do-language = lingua
common-do-appearance = lettere e voce
common-do-change = cambia
common-do-read-on = continua a leggere

common-page = Pagina { $page } di { $pages }
common-seconds = { $n ->
    [one] { $n } secondo
   *[other] { $n } secondi
}

# While something is done; in training
operator-moment = Un momento…
operator-training = FORMAZIONE: nessun voto vale

# Why a city user may vote
reason-work = Lavora qui
reason-study = Studia qui
reason-volunteering = Fa volontariato qui
reason-domicile = Ha il domicilio qui

# What is heard: keys by their names, and what stands for signs
heard-key-up = freccia su
heard-key-down = freccia giù
heard-key-left = freccia a sinistra
heard-key-right = freccia a destra
heard-keys-move = Freccia giù o freccia su
heard-keys-back = Freccia a sinistra o Esc
heard-key = { $key }: { $does }.
heard-do-again = ripeti
heard-key-dead = Questo tasto qui non fa nulla.
heard-no-row = Nessuna riga è scelta: prema freccia giù.
heard-dot = punto
heard-slash = barra
heard-hyphen = trattino
