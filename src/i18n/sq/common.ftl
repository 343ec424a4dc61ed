# What several screens share: names of keys, words of the footer, the size of the terminal.

common-too-small = Dritarja është shumë e vogël
common-too-small-need = Duhen të paktën { $columns } kolona dhe { $rows } rreshta. Tani janë { $now_columns } x { $now_rows }.
common-too-small-how = Zmadhoni dritaren ose zvogëloni shkronjat: asgjë nuk ka humbur. Sa kohë është e vogël, tastet nuk bëjnë asgjë.

common-key-up-down = ↑ ↓
common-key-space = Hapësirë
common-key-enter = Enter
common-key-back = ←
common-key-escape = Esc

common-do-move = lëvizni
common-do-choose = zgjidhni
common-do-next = vazhdoni
common-do-back = kthehuni
common-do-confirm = konfirmoni
common-do-language = gjuha
common-do-appearance = shkronjat, zëri
common-do-change = ndryshoni
common-do-read-on = lexoni më tej

common-page = Faqja { $page } nga { $pages }
common-seconds = { $n ->
    [one] { $n } sekondë
   *[other] { $n } sekonda
}

# While something is done; in training
operator-moment = Një moment…
operator-training = TRAJNIM: asnjë votë nuk vlen

# Why a city user may vote
reason-work = Punon këtu
reason-study = Studion këtu
reason-volunteering = Bën vullnetarizëm këtu
reason-domicile = Ka vendqëndrimin këtu

# What is heard: keys by their names, and what stands for signs
heard-key-up = shigjeta lart
heard-key-down = shigjeta poshtë
heard-key-left = shigjeta majtas
heard-key-right = shigjeta djathtas
heard-keys-move = Shigjeta poshtë ose shigjeta lart
heard-keys-back = Shigjeta majtas ose Escape
heard-key = { $key }: { $does }.
heard-do-again = përsërisni
heard-key-dead = Ky tast këtu nuk bën asgjë.
heard-no-row = Asnjë rresht nuk është zgjedhur: shtypni shigjetën poshtë.
heard-dot = pikë
heard-slash = vizë e pjerrët
heard-hyphen = vizë
