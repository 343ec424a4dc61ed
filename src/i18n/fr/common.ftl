# What several screens share: names of keys, words of the footer, the size of the terminal.

common-too-small = La fenêtre est trop petite
common-too-small-need = Il faut au moins { $columns } colonnes et { $rows } lignes. Maintenant : { $now_columns } x { $now_rows }.
common-too-small-how = Agrandissez la fenêtre ou réduisez les lettres : rien n'est perdu. Tant qu'elle est petite, les touches ne font rien.

common-key-up-down = ↑ ↓
common-key-space = Espace
common-key-enter = Entrée
common-key-back = ←
common-key-escape = Esc

common-do-move = bouger
common-do-choose = choisir
common-do-next = continuer
common-do-back = retour
common-do-confirm = confirmer
common-do-language = langue
common-do-appearance = lettres, voix
common-do-change = changer
common-do-read-on = lire la suite

common-page = Page { $page } sur { $pages }
common-seconds = { $n ->
    [one] { $n } seconde
   *[other] { $n } secondes
}

# While something is done; in training
operator-moment = Un moment…
operator-training = FORMATION : aucun vote ne compte

# Why a city user may vote
reason-work = Travaille ici
reason-study = Étudie ici
reason-volunteering = Fait du bénévolat ici
reason-domicile = A son domicile ici

# What is heard: keys by their names, and what stands for signs
heard-key-up = flèche haut
heard-key-down = flèche bas
heard-key-left = flèche gauche
heard-key-right = flèche droite
heard-keys-move = Flèche bas ou flèche haut
heard-keys-back = Flèche gauche ou Échap
heard-key = { $key } : { $does }.
heard-do-again = répéter
heard-key-dead = Cette touche ne fait rien ici.
heard-no-row = Aucune ligne n'est choisie : appuyez sur flèche bas.
heard-dot = point
heard-slash = barre
heard-hyphen = tiret
