# The voter's screens. "vous", plain words, one thought a sentence.

voter-step = Étape { $n } sur 5 : { $what }
voter-step-brief = Étape { $n } sur 5
voter-step-rules = comment voter
voter-step-choice = votre choix
voter-step-review = le contrôle
voter-step-seal = le sceau
voter-step-box = l'urne

voter-key-choose = choisir ou enlever
voter-key-amount = vos points
voter-key-score = donner une note
voter-key-order = classer ou enlever
voter-key-read = lire
voter-key-list = retour à la liste
voter-key-leave = sortir sans voter
voter-key-answer = répondre
voter-key-stay = rester
voter-key-previous-next = { $what ->
    [project] autre projet
   *[option] autre option
}

# Language
voter-language-ask = Choisissez la langue

# Welcome
voter-welcome-title = Bienvenue au vote
voter-welcome-range = { $what ->
    [project] { $min ->
        [1] Vous pouvez choisir jusqu'à { $max } projets sur { $options }.
       *[other] Choisissez au moins { $min } et au maximum { $max } projets sur { $options }.
    }
   *[option] { $min ->
        [1] Vous pouvez choisir jusqu'à { $max } options sur { $options }.
       *[other] Choisissez au moins { $min } et au maximum { $max } options sur { $options }.
    }
}
voter-welcome-exact = { $what ->
    [project] { $max ->
        [one] Choisissez un projet sur { $options }.
       *[other] Choisissez { $max } projets sur { $options }.
    }
   *[option] { $max ->
        [one] Choisissez une option sur { $options }.
       *[other] Choisissez { $max } options sur { $options }.
    }
}
voter-welcome-cap = Le coût total est au maximum de { $cap }.
voter-welcome-points = { $what ->
    [project] Partagez { $total } points entre { $options } projets : au maximum { $max } pour chacun.
   *[option] Partagez { $total } points entre { $options } options : au maximum { $max } pour chacune.
}
voter-welcome-points-all = Donnez tous les points.
voter-welcome-points-some = Vous pouvez ne pas tout donner.
voter-welcome-score = { $what ->
    [project] Donnez une note à chacun des { $options } projets, de 0 (pas du tout) à { $max } (tout à fait).
   *[option] Donnez une note à chacune des { $options } options, de 0 (pas du tout) à { $max } (tout à fait).
}
voter-welcome-priority = { $what ->
    [project] { $ranks ->
        [one] Choisissez le projet le plus important sur { $options }.
       *[other] Classez { $ranks } projets sur { $options } : le plus important en premier.
    }
   *[option] { $ranks ->
        [one] Choisissez l'option la plus importante sur { $options }.
       *[other] Classez { $ranks } options sur { $options } : la plus importante en premier.
    }
}
voter-welcome-priority-some = Vous pouvez aussi en classer moins.
voter-welcome-questions = Il y a { $n } questions, l'une après l'autre.
voter-welcome-blank = Si vous ne voulez pas choisir, vous pouvez voter blanc.
voter-welcome-secret = Votre vote est secret. Le bulletin est scellé ici et on ne compte que les totaux. Vérifiez que personne ne regarde l'écran.
voter-welcome-change = Vous pouvez changer d'avis avant de mettre le bulletin dans l'urne. Après, c'est définitif.
voter-welcome-calm = Prenez votre temps. Si vous sortez sans voter, vous ne perdez pas votre droit de vote.
voter-welcome-keys = Cinq touches suffisent : ↑ et ↓ pour bouger, Espace pour choisir, Entrée (ou →) pour continuer, ← pour revenir.
voter-welcome-start = Commencez avec Entrée.

# List
voter-list-question = Question { $n } sur { $questions }
voter-count-range = { $min ->
    [1] Vous avez choisi { $n } sur { $max }
   *[other] Vous avez choisi { $n } sur { $max } (au moins { $min })
}
voter-count-exact = Vous avez choisi { $n } sur { $max }
voter-count-blank = Vous avez choisi : bulletin blanc
voter-count-blank-question = Question laissée en blanc
voter-brief-of = { $n } sur { $of }
voter-brief-left = reste { $n }
voter-count-money = Il reste { $money }.
voter-count-points = { $left ->
    [0] Tous les points sont donnés : { $total }
    [one] Il vous reste 1 point sur { $total }
   *[other] Il vous reste { $left } points sur { $total }
}
voter-count-score = Notes données : { $n } sur { $options }
voter-count-priority = Vous en avez classé { $n } sur { $ranks }
voter-legend-points = { $what ->
    [project] { $max ->
        [one] Au maximum { $max } point pour chaque projet.
       *[other] Au maximum { $max } points pour chaque projet.
    }
   *[option] { $max ->
        [one] Au maximum { $max } point pour chaque option.
       *[other] Au maximum { $max } points pour chaque option.
    }
}
voter-legend-score = 0 = pas du tout, { $max } = tout à fait
voter-legend-rank = { $points ->
    [one] place { $rank } : { $points } point
   *[other] place { $rank } : { $points } points
}
voter-rank = n° { $rank }
voter-fit-too-dear = trop cher
voter-fit-dead-end = attention
voter-list-blank = { $what ->
    [project] Bulletin blanc : je ne choisis aucun projet
   *[option] Bulletin blanc : je ne choisis rien
}
voter-list-blank-question = Je laisse cette question en blanc
voter-list-next = Continuer : question suivante
voter-list-review = Continuer : je vérifie mon bulletin
voter-notice-full = { $what ->
    [project] { $max ->
        [one] Vous en avez déjà choisi un, le maximum. Enlevez-le d'abord, puis choisissez celui-ci.
       *[other] Vous en avez déjà choisi { $max }, le maximum. Enlevez-en un, puis choisissez celui-ci.
    }
   *[option] { $max ->
        [one] Vous en avez déjà choisi une, le maximum. Enlevez-la d'abord, puis choisissez celle-ci.
       *[other] Vous en avez déjà choisi { $max }, le maximum. Enlevez-en une, puis choisissez celle-ci.
    }
}
voter-notice-full-points = { $what ->
    [project] Vous avez déjà donné tous les points. Reprenez-en d'abord à un autre projet.
   *[option] Vous avez déjà donné tous les points. Reprenez-en d'abord à une autre option.
}
voter-notice-full-priority = { $ranks ->
    [one] La place est déjà prise. Libérez-la d'abord : Espace sur la ligne classée.
   *[other] Les { $ranks } places sont déjà prises. Libérez-en d'abord une : Espace sur une ligne classée.
}
voter-notice-too-dear = { $what ->
    [project] Ce projet coûte { $cost } et il reste { $money } : c'est trop cher. Pour le choisir, enlevez-en d'abord un.
   *[option] Cette option coûte { $cost } et il reste { $money } : c'est trop cher. Pour la choisir, enlevez-en d'abord une.
}
voter-notice-dead-end = { $what ->
    [project] Attention : si vous choisissez ce projet, le reste ne suffit pas pour arriver à { $min } projets.
   *[option] Attention : si vous choisissez cette option, le reste ne suffit pas pour arriver à { $min } options.
}
voter-notice-stuck = { $what ->
    [project] { $next ->
        [2] Il reste { $money } : pas de deuxième projet possible. Enlevez celui que vous avez choisi.
        [3] Il reste { $money } : pas de troisième projet possible. Enlevez-en un.
        [4] Il reste { $money } : pas de quatrième projet possible. Enlevez-en un.
        [5] Il reste { $money } : pas de cinquième projet possible. Enlevez-en un.
       *[other] Il reste { $money } : pas d'autre projet possible. Enlevez-en un.
    }
   *[option] { $next ->
        [2] Il reste { $money } : pas de deuxième option possible. Enlevez celle que vous avez choisie.
        [3] Il reste { $money } : pas de troisième option possible. Enlevez-en une.
        [4] Il reste { $money } : pas de quatrième option possible. Enlevez-en une.
        [5] Il reste { $money } : pas de cinquième option possible. Enlevez-en une.
       *[other] Il reste { $money } : pas d'autre option possible. Enlevez-en une.
    }
}
voter-notice-stuck-far = { $what ->
    [project] Il reste { $money } : pas assez pour arriver à { $min } projets. Enlevez-en un.
   *[option] Il reste { $money } : pas assez pour arriver à { $min } options. Enlevez-en une.
}
voter-notice-not-blank = Le bulletin n'est plus blanc.
voter-notice-not-blank-question = La question n'est plus en blanc.
voter-advice-choose = { $what ->
    [project] Avec ↑ et ↓, allez sur un projet : Espace pour le choisir, Entrée pour le lire.
   *[option] Avec ↑ et ↓, allez sur une option : Espace pour la choisir, Entrée pour la lire.
}
voter-advice-points = { $what ->
    [project] Avec ↑ et ↓, allez sur un projet : Espace pour donner des points, Entrée pour lire.
   *[option] Avec ↑ et ↓, allez sur une option : Espace pour donner des points, Entrée pour lire.
}
voter-advice-score = { $what ->
    [project] Avec ↑ et ↓, allez sur un projet : Espace pour le noter, Entrée pour le lire.
   *[option] Avec ↑ et ↓, allez sur une option : Espace pour la noter, Entrée pour la lire.
}
voter-advice-priority = { $what ->
    [project] Espace pour mettre le projet à la place { $rank }, Entrée pour le lire.
   *[option] Espace pour mettre l'option à la place { $rank }, Entrée pour la lire.
}
voter-advice-priority-back = { $what ->
    [project] Espace pour enlever le projet de sa place, Entrée pour le lire.
   *[option] Espace pour enlever l'option de sa place, Entrée pour la lire.
}
voter-advice-no-money = { $what ->
    [project] { $next ->
        [2] Il reste { $money } : pas de deuxième projet possible.
        [3] Il reste { $money } : pas de troisième projet possible.
        [4] Il reste { $money } : pas de quatrième projet possible.
        [5] Il reste { $money } : pas de cinquième projet possible.
       *[other] Il reste { $money } : pas d'autre projet possible.
    }
   *[option] { $next ->
        [2] Il reste { $money } : pas de deuxième option possible.
        [3] Il reste { $money } : pas de troisième option possible.
        [4] Il reste { $money } : pas de quatrième option possible.
        [5] Il reste { $money } : pas de cinquième option possible.
       *[other] Il reste { $money } : pas d'autre option possible.
    }
} Si cela vous va, descendez avec ↓ jusqu'à Continuer.
voter-advice-done = Pour finir, descendez avec ↓ jusqu'à Continuer et appuyez sur Entrée.

# Details
voter-details-place = { $what ->
    [project] Projet { $n } sur { $options }
   *[option] Option { $n } sur { $options }
}
voter-details-cost = Coût : { $cost }
voter-details-chosen = { $what ->
    [project] Choisi
   *[option] Choisie
}
voter-details-not-chosen = { $what ->
    [project] Pas choisi
   *[option] Pas choisie
}
voter-details-points = { $n ->
    [0] Aucun point
    [one] 1 point
   *[other] { $n } points
}
voter-details-score = Note : { $n } sur { $max }
voter-details-no-score = Pas encore de note
voter-details-rank = Place { $rank }
voter-details-no-rank = Sans place

# How much
voter-amount-points = { $what ->
    [project] Combien de points donnez-vous à ce projet ?
   *[option] Combien de points donnez-vous à cette option ?
}
voter-amount-score = { $what ->
    [project] Quelle note donnez-vous à ce projet ?
   *[option] Quelle note donnez-vous à cette option ?
}
voter-amount-least = pas du tout
voter-amount-greatest = tout à fait
voter-amount-unit = { $n ->
    [0] aucun point
    [one] point
   *[other] points
}
voter-amount-how = Choisissez avec ↑ et ↓ ou les chiffres, puis appuyez sur Entrée :
voter-amount-how-key = Choisissez avec ↑ et ↓, puis Entrée, ou appuyez sur le chiffre :
voter-amount-move-first = D'abord ↓, puis Entrée :
voter-details-illustrative = { $what ->
    [project] Projet inventé pour la démonstration.
   *[option] Option inventée pour la démonstration.
}

# Blank
voter-blank-title = Voulez-vous voter blanc ?
voter-blank-title-question = Laissez-vous cette question en blanc ?
voter-blank-what = { $what ->
    [project] Un bulletin blanc est un vote valable qui ne choisit aucun projet. Il va dans l'urne et il est compté comme blanc.
   *[option] Un bulletin blanc est un vote valable qui ne choisit rien. Il va dans l'urne et il est compté comme blanc.
}
voter-blank-what-question = Les autres réponses restent.
voter-blank-loses = { $what ->
    [project] { $n ->
        [0] Vous n'avez encore choisi aucun projet.
        [one] Le projet choisi est enlevé.
       *[other] Les { $n } projets choisis sont enlevés.
    }
   *[option] { $n ->
        [0] Vous n'avez encore rien choisi.
        [one] L'option choisie est enlevée.
       *[other] Les { $n } options choisies sont enlevées.
    }
}
voter-blank-loses-points = { $n ->
    [0] Vous n'avez encore donné aucun point.
   *[other] Les points donnés sont enlevés.
}
voter-blank-loses-scores = { $n ->
    [0] Vous n'avez encore donné aucune note.
   *[other] Les notes données sont enlevées.
}
voter-blank-loses-order = { $n ->
    [0] Vous n'avez encore rien classé.
   *[other] Votre classement est effacé.
}
voter-blank-no = Non, retour à la liste
voter-blank-yes = Oui, je vote blanc
voter-blank-yes-question = Oui, je la laisse en blanc

# Review
voter-review-title = Voici votre bulletin
voter-review-blank = Bulletin blanc
voter-review-blank-question = en blanc
voter-review-nothing = Vous n'avez encore rien choisi.
voter-review-count = { $what ->
    [project] { $n ->
        [one] { $n } projet choisi
       *[other] { $n } projets choisis
    }
   *[option] { $n ->
        [one] { $n } option choisie
       *[other] { $n } options choisies
    }
}
voter-review-points = { $n ->
    [one] { $n } point donné
   *[other] { $n } points donnés
}
voter-review-scores = { $n ->
    [one] { $n } note donnée
   *[other] { $n } notes données
}
voter-review-order = { $n ->
    [one] { $n } option classée
   *[other] { $n } options classées
}
voter-review-item-points = { $n ->
    [one] { $title } : { $n } point
   *[other] { $title } : { $n } points
}
voter-review-item-score = { $title } : { $n } sur { $max }
voter-review-item-rank = { $points ->
    [one] { $title } ({ $points } point)
   *[other] { $title } ({ $points } points)
}
voter-review-left = { $left ->
    [one] { $left } point non donné.
   *[other] { $left } points non donnés.
}
voter-review-missing = { $n ->
    [one] Il manque encore un choix : revenez à la liste et ajoutez-le.
   *[other] Il manque encore { $n } choix : revenez à la liste et ajoutez-les.
}
voter-review-missing-points = { $n ->
    [one] Il manque encore 1 point : revenez à la liste et donnez-le.
   *[other] Il manque encore { $n } points : revenez à la liste et donnez-les.
}
voter-review-missing-scores = { $n ->
    [one] Il manque encore une note : revenez à la liste et donnez-la.
   *[other] Il manque encore { $n } notes : revenez à la liste et donnez-les.
}
voter-review-missing-ranks = { $n ->
    [one] Il reste une place libre : revenez à la liste et donnez-la.
   *[other] Il reste { $n } places libres : revenez à la liste et donnez-les.
}
voter-review-look = Avec ↑, allez sur une question pour revoir votre réponse.
voter-review-complete = Il manque des réponses : choisissez une ligne "à compléter" et appuyez sur Entrée.
voter-review-todo = à compléter
voter-review-done = fait
voter-review-or-blank = Ou bien votez blanc.
voter-review-or-blank-question = Ou bien laissez cette question en blanc.
voter-review-change = Je change mes choix
voter-review-choose = Retour à la liste
voter-review-change-one = Je change : { $question }
voter-review-confirm = C'est bon : je scelle mon bulletin
voter-review-not-yet = Votre vote n'est pas encore dans l'urne : vous pouvez tout changer.

# Sealing
voter-sealing-title = On scelle votre bulletin
voter-sealing-wait = Cela prend un moment. N'appuyez sur rien.
voter-seal-failed-title = Le bulletin n'a pas pu être scellé
voter-seal-failed-text = Votre vote n'est pas dans l'urne et rien n'est perdu : vos choix sont encore là. Appuyez sur Entrée pour revenir au bulletin et essayez de nouveau. Si cela se répète, appelez le personnel.

# Offer
voter-offer-title = Votre bulletin est scellé
voter-offer-not-yet = Pas encore dans l'urne.
voter-offer-code = Le code du bulletin :
voter-offer-what = Avec ce code, chacun peut vérifier que le bulletin scellé est sur le tableau public. Le code ne dit jamais ce qu'il y a dedans.
voter-offer-how = Choisissez avec ↑ et ↓, puis Entrée :
voter-offer-move-first = D'abord ↓, puis Entrée :
voter-offer-cast = Mettre le bulletin dans l'urne
voter-offer-change = Revenir et changer
voter-offer-open = Tester la machine : ouvrir le bulletin

# Opening: the voter tests the machine
voter-open-title = Voulez-vous ouvrir ce bulletin ?
voter-open-shows = L'ouvrir montre à tous si la machine a scellé exactement ce que vous avez choisi.
voter-open-public = Ce qu'il y a dedans devient public, sans votre nom, et ce bulletin ne compte pas comme vote.
voter-open-again = Ensuite, vous votez depuis le début, avec un nouveau bulletin.
voter-open-no = Non, retour au bulletin scellé
voter-open-yes = Oui, j'ouvre ce bulletin
voter-opening-title = On ouvre le bulletin
voter-opening-wait = Cela prend un moment. N'appuyez sur rien.
voter-opened-title = Bulletin ouvert
voter-opened-not-cast = Il n'est pas dans l'urne et ne compte pas. Dedans :
voter-opened-more = Continuer : le reste du bulletin
voter-opened-next = Continuer : où vérifier
voter-opened-where = Dans quelques jours, il sera sur le tableau public, avec ce qu'il y avait dedans et sans votre nom. Vérifiez que c'est pareil :
voter-opened-take = Photographiez le code ou copiez-le sur papier.
voter-opened-back = Je revois ce qu'il y avait dedans
voter-opened-vote = Maintenant je vote, depuis le début
voter-opened-cleared = Les choix d'avant sont effacés.
voter-open-failed-title = Le bulletin n'a PAS été ouvert
voter-open-failed-text = Il n'a pas été ouvert et il n'est pas dans l'urne : il a été effacé. Vos choix sont encore là et vous n'avez pas perdu votre droit de vote. Appuyez sur Entrée pour revenir à votre bulletin. Si cela se répète, appelez le personnel.

# Casting
voter-casting-title = Votre bulletin va dans l'urne
voter-casting-wait = Cela prend un moment. N'appuyez sur rien.
voter-cast-failed-title = Votre vote n'est PAS dans l'urne
voter-cast-failed-right = Vous n'avez pas perdu votre droit de vote : votez à nouveau.
voter-cast-failed-forgotten = Vos choix et le code ont été effacés de cet écran.
voter-cast-failed-call = Appelez le personnel. Puis tapez Entrée.

# Slip
voter-slip-title = Votre vote est dans l'urne
voter-slip-take = Photographiez le code ou copiez-le sur papier.
voter-slip-proves = Avec le code, vous pourrez vérifier dans quelques jours que votre bulletin scellé est sur le tableau public :
voter-slip-not = Le code ne prouve pas votre choix : il ne dit à personne ce que vous avez voté.
voter-slip-done = J'ai fini
voter-finish-title = Avez-vous photographié ou copié le code ?
voter-finish-text = Après cet écran, on ne voit plus le code. Votre vote reste dans l'urne dans tous les cas.
voter-finish-no = Non, retour au code
voter-finish-yes = Oui, j'ai fini

# Leaving
voter-leave-title = Voulez-vous sortir sans voter ?
voter-leave-text = Vos choix sont effacés. Votre droit de vote n'est ni utilisé ni perdu : vous pouvez voter plus tard.
voter-leave-no = Non, je reste
voter-leave-yes = Oui, je sors sans voter

# Nobody there
voter-idle-title = Êtes-vous encore là ?
voter-idle-text = Appuyez sur une touche pour continuer : rien n'a changé.
voter-idle-else = Si personne ne répond, l'écran se ferme et les choix sont effacés. Le droit de vote n'est pas perdu.
voter-idle-else-cast = Si personne ne répond, l'écran se ferme. Le vote est déjà dans l'urne et il y reste.
voter-idle-key = une touche
voter-idle-do = continuer

# Give the screen back
voter-over-thanks = Merci
voter-over-give-back = Rendez l'écran au personnel, s'il vous plaît.
voter-over-voted = Votre vote est dans l'urne.
voter-over-left = Vous n'avez pas voté. Votre droit de vote n'est ni utilisé ni perdu : vous pouvez voter plus tard.
voter-over-deserted-title = Écran fermé
voter-over-deserted = Personne n'a répondu : les choix ont été effacés et le vote n'est pas dans l'urne. Le droit de vote n'est pas perdu.
voter-over-call = Appelez le personnel.
voter-over-failed = Votre vote n'est pas dans l'urne. Le droit de vote n'est pas perdu : le personnel peut vous laisser revoter.
voter-over-staff = réservé au personnel

# Before the vote: the person reads what the desk wrote, and confirms it.

confirming-place = Avant le vote : lisez et confirmez
confirming-place-brief = Avant le vote
confirming-declaration-title = Votre déclaration
confirming-city-user = Moi, { $who }, date de naissance { $birth }, je déclare : { $reason } ({ $area }). Je demande mon inscription sur la liste des city users pour voter dans cette consultation.
confirming-residence = Moi, { $who }, date de naissance { $birth }, je déclare : j'habite à { $area }. Je demande à voter comme personne résidente ; la mairie vérifiera ma déclaration.
confirming-yes = Tout est juste : je confirme
confirming-no = Il y a une erreur : je ne confirme pas
confirming-not-recorded = Rien n'a été enregistré. Dites au personnel ce qui n'est pas juste.
confirming-failed = Quelque chose n'a pas marché. Le droit de vote n'a pas été utilisé : appelez le personnel.
confirming-help-title = L'aide pour voter
confirming-help-staff = Vous avez demandé l'aide d'un membre du personnel ({ $reason }).
confirming-help-companion = Vous avez demandé l'aide de la personne qui vous accompagne ({ $reason }).
confirming-help-notice = La personne qui aide fait ce que vous dites et ne parle à personne de ce qu'elle a vu. On note seulement qu'il y a eu une aide, pas votre vote ni les noms.
confirming-help-yes = Oui, je vote avec cette aide
confirming-help-no = Non, je vote sans aide
confirming-alone = Appuyez sur Entrée pour voter sans aide, ou appelez le personnel.
declared-work = je travaille ici
declared-study = j'étudie ici
declared-volunteering = je fais du bénévolat ici
declared-domicile = j'ai mon domicile ici

# Size, colours, voice
voter-look-title = Comment voulez-vous lire ?
voter-look-how = Choisissez une ligne et appuyez sur Espace : le changement est immédiat. Vos choix restent.
voter-look-size-normal = Lettres : normales
voter-look-size-large = Lettres : grandes
voter-look-size-bold = Lettres : en gras, lignes espacées
voter-look-size-very-large = Lettres : très grandes
voter-look-colours-dark = Couleurs : clair sur foncé
voter-look-colours-light = Couleurs : noir sur blanc
voter-look-colours-yellow = Couleurs : jaune sur noir
voter-look-colours-blue = Couleurs : blanc sur bleu
voter-look-voice-none = Voix : cet ordinateur n'en a pas
voter-look-voice-off = Voix : éteinte
voter-look-voice-slow = Voix : allumée, lente
voter-look-voice-normal = Voix : allumée
voter-look-voice-fast = Voix : allumée, rapide
voter-look-done = Terminé : retour

# Headphones
voter-headphones-title = M'entendez-vous dans le casque ?
voter-headphones-text = La voix lit tout, vos choix aussi. Sans casque, d'autres peuvent entendre. Avec F4, vous réécoutez l'écran.
voter-headphones-no = Non : j'éteins la voix
voter-headphones-yes = Oui, j'entends dans le casque

# What is heard
voter-heard-chosen = Choisi
voter-heard-not-chosen = Non choisi
voter-heard-place = Ligne { $n } sur { $of }
voter-heard-code = C'est le code de votre bulletin. Pour le réentendre, appuyez sur F4.
voter-heard-paper = Le papier avec le code est imprimé : demandez-le au personnel.
voter-heard-finish = Avez-vous noté le code, ou avez-vous le papier ?

# Whose help, and why not
assistance-sight = ne voit pas bien
assistance-movement = ne peut pas utiliser les touches
assistance-reading = n'arrive pas à lire
assistance-language = ne comprend pas la langue
assistance-other = autre raison
refusal-companion-is-voter = C'est le code de la personne qui vote : il faut celui de la personne qui l'aide.
refusal-companion-code = Il faut le codice fiscale de la personne qui aide, avec sa carte de santé.
refusal-companion-limit = Cette personne a déjà aidé autant de personnes que la consultation le permet. Le personnel peut aider.

# The slip on paper
voter-paper-going = Votre papier s'imprime.
voter-paper-printed = Votre papier est imprimé : prenez-le.
voter-paper-failed = Pas de papier de l'imprimante : copiez le code. Le reste va bien.
