# What several screens share: names of keys, words of the footer, the size of the terminal.

common-too-small = Fereastra este prea mică
common-too-small-need = Trebuie cel puțin { $columns ->
    [one] { $columns } coloană
    [few] { $columns } coloane
   *[other] { $columns } de coloane
} și { $rows ->
    [one] { $rows } rând
    [few] { $rows } rânduri
   *[other] { $rows } de rânduri
}. Acum sunt { $now_columns } x { $now_rows }.
common-too-small-how = Măriți fereastra sau micșorați literele: nu s-a pierdut nimic. Cât timp este mică, tastele nu fac nimic.

common-key-up-down = ↑ ↓
common-key-space = Spațiu
common-key-enter = Enter
common-key-back = ←
common-key-escape = Esc

common-do-move = mergeți
common-do-choose = alegeți
common-do-next = înainte
common-do-back = înapoi
common-do-confirm = confirmați
common-do-language = limba
common-do-appearance = litere, voce
common-do-change = schimbați
common-do-read-on = citiți mai departe

common-page = Pagina { $page } din { $pages }
common-seconds = { $n ->
    [one] { $n } secundă
    [few] { $n } secunde
   *[other] { $n } de secunde
}

# While something is done; in training
operator-moment = Un moment…
operator-training = INSTRUIRE: niciun vot nu contează

# Why a city user may vote
reason-work = Lucrează aici
reason-study = Studiază aici
reason-volunteering = Face voluntariat aici
reason-domicile = Are domiciliul aici

# What is heard: keys by their names, and what stands for signs
heard-key-up = săgeată sus
heard-key-down = săgeată jos
heard-key-left = săgeată stânga
heard-key-right = săgeată dreapta
heard-keys-move = Săgeată jos sau săgeată sus
heard-keys-back = Săgeată stânga sau Escape
heard-key = { $key }: { $does }.
heard-do-again = repetați
heard-key-dead = Această tastă nu face nimic aici.
heard-no-row = Niciun rând nu este ales: apăsați săgeată jos.
heard-dot = punct
heard-slash = bară
heard-hyphen = cratimă
