# The voter's screens. "dumneavoastră", plain words, one thought a sentence.

voter-step = Pasul { $n } din 5: { $what }
voter-step-brief = Pasul { $n } din 5
voter-step-rules = cum se votează
voter-step-choice = ce alegeți
voter-step-review = verificarea
voter-step-seal = sigiliul
voter-step-box = urna

voter-key-choose = alegeți sau scoateți
voter-key-amount = dați puncte
voter-key-score = dați o notă
voter-key-order = ordonați sau scoateți
voter-key-read = citiți
voter-key-list = înapoi la listă
voter-key-leave = ieșiți fără să votați
voter-key-answer = răspundeți
voter-key-stay = rămâneți
voter-key-previous-next = { $what ->
    [project] alt proiect
   *[option] altă opțiune
}

# Language
voter-language-ask = Alegeți limba

# Welcome
voter-welcome-title = Bine ați venit la vot
voter-welcome-range = { $what ->
    [project] { $min ->
        [1] Puteți alege până la { $max ->
            [one] { $max } proiect
            [few] { $max } proiecte
           *[other] { $max } de proiecte
        } din { $options }.
       *[other] Alegeți cel puțin { $min } și cel mult { $max ->
            [one] { $max } proiect
            [few] { $max } proiecte
           *[other] { $max } de proiecte
        } din { $options }.
    }
   *[option] { $min ->
        [1] Puteți alege până la { $max ->
            [one] { $max } opțiune
            [few] { $max } opțiuni
           *[other] { $max } de opțiuni
        } din { $options }.
       *[other] Alegeți cel puțin { $min } și cel mult { $max ->
            [one] { $max } opțiune
            [few] { $max } opțiuni
           *[other] { $max } de opțiuni
        } din { $options }.
    }
}
voter-welcome-exact = { $what ->
    [project] { $max ->
        [one] Alegeți un proiect din { $options }.
        [few] Alegeți { $max } proiecte din { $options }.
       *[other] Alegeți { $max } de proiecte din { $options }.
    }
   *[option] { $max ->
        [one] Alegeți o opțiune din { $options }.
        [few] Alegeți { $max } opțiuni din { $options }.
       *[other] Alegeți { $max } de opțiuni din { $options }.
    }
}
voter-welcome-cap = Împreună pot costa cel mult { $cap }.
voter-welcome-points = { $what ->
    [project] Împărțiți { $total ->
        [one] { $total } punct
        [few] { $total } puncte
       *[other] { $total } de puncte
    } între { $options ->
        [one] { $options } proiect
        [few] { $options } proiecte
       *[other] { $options } de proiecte
    }: cel mult { $max } pentru fiecare.
   *[option] Împărțiți { $total ->
        [one] { $total } punct
        [few] { $total } puncte
       *[other] { $total } de puncte
    } între { $options ->
        [one] { $options } opțiune
        [few] { $options } opțiuni
       *[other] { $options } de opțiuni
    }: cel mult { $max } pentru fiecare.
}
voter-welcome-points-all = Trebuie date toate punctele.
voter-welcome-points-some = Puteți să nu le dați pe toate.
voter-welcome-score = { $what ->
    [project] Dați o notă fiecărui proiect din cele { $options }, de la 0 (deloc) la { $max } (pe deplin).
   *[option] Dați o notă fiecărei opțiuni din cele { $options }, de la 0 (deloc) la { $max } (pe deplin).
}
voter-welcome-priority = { $what ->
    [project] { $ranks ->
        [one] Alegeți cel mai important proiect din { $options }.
        [few] Puneți în ordine { $ranks } proiecte din { $options }: întâi cel mai important.
       *[other] Puneți în ordine { $ranks } de proiecte din { $options }: întâi cel mai important.
    }
   *[option] { $ranks ->
        [one] Alegeți cea mai importantă opțiune din { $options }.
        [few] Puneți în ordine { $ranks } opțiuni din { $options }: întâi cea mai importantă.
       *[other] Puneți în ordine { $ranks } de opțiuni din { $options }: întâi cea mai importantă.
    }
}
voter-welcome-priority-some = Puteți pune în ordine și mai puține.
voter-welcome-questions = { $n ->
    [one] Este { $n } întrebare.
    [few] Sunt { $n } întrebări, una după alta.
   *[other] Sunt { $n } de întrebări, una după alta.
}
voter-welcome-blank = Dacă nu vreți să alegeți, puteți da un vot alb.
voter-welcome-secret = Votul este secret. Buletinul de vot se sigilează aici și se numără numai totalurile. Aveți grijă să nu se uite nimeni la ecran.
voter-welcome-change = Vă puteți răzgândi până când puneți buletinul de vot în urnă. După aceea nu mai puteți.
voter-welcome-calm = Nu este nicio grabă. Dacă ieșiți fără să votați, nu pierdeți dreptul de vot.
voter-welcome-keys = Sunt de ajuns cinci taste: ↑ și ↓ ca să vă mișcați, Spațiu ca să alegeți, Enter (sau →) ca să mergeți înainte, ← ca să vă întoarceți.
voter-welcome-start = Începeți apăsând Enter.

# List
voter-list-question = Întrebarea { $n } din { $questions }
voter-count-range = { $min ->
    [1] Ați ales { $n } din { $max }
   *[other] Ați ales { $n } din { $max } (cel puțin { $min })
}
voter-count-exact = Ați ales { $n } din { $max }
voter-count-blank = Ați ales: vot alb
voter-count-blank-question = Întrebare fără răspuns
voter-brief-of = { $n } din { $of }
voter-brief-left = { $n ->
    [one] rămâne { $n }
   *[other] rămân { $n }
}
voter-count-money = Rămân { $money }.
voter-count-points = { $left ->
    [0] Ați dat toate punctele: { $total }
    [one] Mai aveți 1 punct din { $total }
    [few] Mai aveți { $left } puncte din { $total }
   *[other] Mai aveți { $left } de puncte din { $total }
}
voter-count-score = Note date: { $n } din { $options }
voter-count-priority = Ați pus în ordine { $n } din { $ranks }
voter-legend-points = { $what ->
    [project] { $max ->
        [one] Cel mult 1 punct pentru fiecare proiect.
        [few] Cel mult { $max } puncte pentru fiecare proiect.
       *[other] Cel mult { $max } de puncte pentru fiecare proiect.
    }
   *[option] { $max ->
        [one] Cel mult 1 punct pentru fiecare opțiune.
        [few] Cel mult { $max } puncte pentru fiecare opțiune.
       *[other] Cel mult { $max } de puncte pentru fiecare opțiune.
    }
}
voter-legend-score = 0 = deloc, { $max } = pe deplin
voter-legend-rank = { $points ->
    [one] locul { $rank }: 1 punct
    [few] locul { $rank }: { $points } puncte
   *[other] locul { $rank }: { $points } de puncte
}
voter-rank = { $rank }.
voter-fit-too-dear = prea scump
voter-fit-dead-end = atenție
voter-list-blank = { $what ->
    [project] Vot alb: nu aleg niciun proiect
   *[option] Vot alb: nu aleg nimic
}
voter-list-blank-question = Las întrebarea fără răspuns
voter-list-next = Înainte: la întrebarea următoare
voter-list-review = Înainte: verific buletinul de vot
voter-notice-full = { $what ->
    [project] { $max ->
        [one] Ați ales deja unul, maximul permis. Întâi scoateți-l, apoi alegeți-l pe acesta.
       *[other] Ați ales deja { $max }, maximul permis. Întâi scoateți unul, apoi alegeți-l pe acesta.
    }
   *[option] { $max ->
        [one] Ați ales deja una, maximul permis. Întâi scoateți-o, apoi alegeți-o pe aceasta.
       *[other] Ați ales deja { $max }, maximul permis. Întâi scoateți una, apoi alegeți-o pe aceasta.
    }
}
voter-notice-full-points = { $what ->
    [project] Ați dat deja toate punctele. Întâi luați câteva de la alt proiect.
   *[option] Ați dat deja toate punctele. Întâi luați câteva de la altă opțiune.
}
voter-notice-full-priority = { $ranks ->
    [one] Locul este deja ocupat. Întâi eliberați-l: Spațiu pe rândul care îl are.
    [few] Cele { $ranks } locuri sunt deja ocupate. Întâi eliberați unul: Spațiu pe rândul care îl are.
   *[other] Cele { $ranks } de locuri sunt ocupate. Întâi eliberați unul: Spațiu pe rândul care îl are.
}
voter-notice-too-dear = { $what ->
    [project] Acest proiect costă { $cost } și rămân { $money }: este prea scump. Ca să îl alegeți, întâi scoateți unul.
   *[option] Această opțiune costă { $cost } și rămân { $money }: este prea scumpă. Ca să o alegeți, întâi scoateți una.
}
voter-notice-dead-end = { $what ->
    [project] Atenție: dacă alegeți acest proiect, ce rămâne nu ajunge pentru { $min ->
        [one] { $min } proiect
        [few] { $min } proiecte
       *[other] { $min } de proiecte
    }.
   *[option] Atenție: dacă alegeți această opțiune, ce rămâne nu ajunge pentru { $min ->
        [one] { $min } opțiune
        [few] { $min } opțiuni
       *[other] { $min } de opțiuni
    }.
}
voter-notice-stuck = { $what ->
    [project] { $next ->
        [2] Rămân { $money }: al doilea proiect nu este posibil. Scoateți-l pe cel ales.
        [3] Rămân { $money }: al treilea proiect nu este posibil. Scoateți unul.
        [4] Rămân { $money }: al patrulea proiect nu este posibil. Scoateți unul.
        [5] Rămân { $money }: al cincilea proiect nu este posibil. Scoateți unul.
       *[other] Rămân { $money }: alt proiect nu este posibil. Scoateți unul.
    }
   *[option] { $next ->
        [2] Rămân { $money }: a doua opțiune nu este posibilă. Scoateți-o pe cea aleasă.
        [3] Rămân { $money }: a treia opțiune nu este posibilă. Scoateți una.
        [4] Rămân { $money }: a patra opțiune nu este posibilă. Scoateți una.
        [5] Rămân { $money }: a cincea opțiune nu este posibilă. Scoateți una.
       *[other] Rămân { $money }: altă opțiune nu este posibilă. Scoateți una.
    }
}
voter-notice-stuck-far = { $what ->
    [project] Rămân { $money }: nu ajung pentru { $min ->
        [one] { $min } proiect
        [few] { $min } proiecte
       *[other] { $min } de proiecte
    }. Scoateți unul.
   *[option] Rămân { $money }: nu ajung pentru { $min ->
        [one] { $min } opțiune
        [few] { $min } opțiuni
       *[other] { $min } de opțiuni
    }. Scoateți una.
}
voter-notice-not-blank = Votul nu mai este alb.
voter-notice-not-blank-question = Acum întrebarea are un răspuns.
voter-advice-choose = { $what ->
    [project] Mergeți cu ↑ și ↓ la un proiect: cu Spațiu îl alegeți, cu Enter îl citiți.
   *[option] Mergeți cu ↑ și ↓ la o opțiune: cu Spațiu o alegeți, cu Enter o citiți.
}
voter-advice-points = { $what ->
    [project] Mergeți cu ↑ și ↓ la un proiect: cu Spațiu îi dați puncte, cu Enter îl citiți.
   *[option] Mergeți cu ↑ și ↓ la o opțiune: cu Spațiu îi dați puncte, cu Enter o citiți.
}
voter-advice-score = { $what ->
    [project] Mergeți cu ↑ și ↓ la un proiect: cu Spațiu îi dați o notă, cu Enter îl citiți.
   *[option] Mergeți cu ↑ și ↓ la o opțiune: cu Spațiu îi dați o notă, cu Enter o citiți.
}
voter-advice-priority = { $what ->
    [project] Cu Spațiu puneți proiectul pe locul { $rank }, cu Enter îl citiți.
   *[option] Cu Spațiu puneți opțiunea pe locul { $rank }, cu Enter o citiți.
}
voter-advice-priority-back = { $what ->
    [project] Cu Spațiu scoateți proiectul de pe locul lui, cu Enter îl citiți.
   *[option] Cu Spațiu scoateți opțiunea de pe locul ei, cu Enter o citiți.
}
voter-advice-no-money = { $what ->
    [project] { $next ->
        [2] Rămân { $money }: al doilea proiect nu este posibil.
        [3] Rămân { $money }: al treilea proiect nu este posibil.
        [4] Rămân { $money }: al patrulea proiect nu este posibil.
        [5] Rămân { $money }: al cincilea proiect nu este posibil.
       *[other] Rămân { $money }: alt proiect nu este posibil.
    }
   *[option] { $next ->
        [2] Rămân { $money }: a doua opțiune nu este posibilă.
        [3] Rămân { $money }: a treia opțiune nu este posibilă.
        [4] Rămân { $money }: a patra opțiune nu este posibilă.
        [5] Rămân { $money }: a cincea opțiune nu este posibilă.
       *[other] Rămân { $money }: altă opțiune nu este posibilă.
    }
} Dacă este bine așa, coborâți cu ↓ până la Înainte.
voter-advice-done = Când ați terminat, coborâți cu ↓ până la Înainte și apăsați Enter.

# Details
voter-details-place = { $what ->
    [project] Proiectul { $n } din { $options }
   *[option] Opțiunea { $n } din { $options }
}
voter-details-cost = Cost: { $cost }
voter-details-chosen = { $what ->
    [project] Ales
   *[option] Aleasă
}
voter-details-not-chosen = { $what ->
    [project] Nu e ales
   *[option] Nu e aleasă
}
voter-details-points = { $n ->
    [0] Niciun punct
    [one] 1 punct
    [few] { $n } puncte
   *[other] { $n } de puncte
}
voter-details-score = Nota: { $n } din { $max }
voter-details-no-score = Încă fără notă
voter-details-rank = Pe locul { $rank }
voter-details-no-rank = Fără loc

# How much
voter-amount-points = { $what ->
    [project] Câte puncte dați acestui proiect?
   *[option] Câte puncte dați acestei opțiuni?
}
voter-amount-score = { $what ->
    [project] Ce notă dați acestui proiect?
   *[option] Ce notă dați acestei opțiuni?
}
voter-amount-least = deloc
voter-amount-greatest = pe deplin
voter-amount-unit = { $n ->
    [0] niciun punct
    [one] punct
    [few] puncte
   *[other] de puncte
}
voter-amount-how = Alegeți cu ↑ și ↓ sau cu cifrele, apoi apăsați Enter:
voter-amount-how-key = Alegeți cu ↑ și ↓ și apăsați Enter, sau apăsați cifra:
voter-amount-move-first = Întâi apăsați ↓, apoi Enter:
voter-details-illustrative = { $what ->
    [project] Proiect inventat pentru demonstrație.
   *[option] Opțiune inventată pentru demonstrație.
}

# Blank
voter-blank-title = Vreți să dați un vot alb?
voter-blank-title-question = Lăsați întrebarea fără răspuns?
voter-blank-what = { $what ->
    [project] Votul alb este un vot valabil care nu alege niciun proiect. Merge în urnă și se numără ca vot alb.
   *[option] Votul alb este un vot valabil care nu alege nimic. Merge în urnă și se numără ca vot alb.
}
voter-blank-what-question = Celelalte răspunsuri rămân.
voter-blank-loses = { $what ->
    [project] { $n ->
        [0] Încă nu ați ales niciun proiect.
        [one] Proiectul ales este scos.
        [few] Cele { $n } proiecte alese sunt scoase.
       *[other] Cele { $n } de proiecte alese sunt scoase.
    }
   *[option] { $n ->
        [0] Încă nu ați ales nimic.
        [one] Opțiunea aleasă este scoasă.
        [few] Cele { $n } opțiuni alese sunt scoase.
       *[other] Cele { $n } de opțiuni alese sunt scoase.
    }
}
voter-blank-loses-points = { $n ->
    [0] Încă nu ați dat niciun punct.
   *[other] Punctele date sunt scoase.
}
voter-blank-loses-scores = { $n ->
    [0] Încă nu ați dat nicio notă.
   *[other] Notele date sunt scoase.
}
voter-blank-loses-order = { $n ->
    [0] Încă nu ați pus nimic în ordine.
   *[other] Ordinea dată este ștearsă.
}
voter-blank-no = Nu, înapoi la listă
voter-blank-yes = Da, dau un vot alb
voter-blank-yes-question = Da, las întrebarea fără răspuns

# Review
voter-review-title = Iată buletinul de vot
voter-review-blank = Vot alb
voter-review-blank-question = fără răspuns
voter-review-nothing = Încă nu ați ales nimic.
voter-review-count = { $what ->
    [project] { $n ->
        [one] Un proiect ales
        [few] { $n } proiecte alese
       *[other] { $n } de proiecte alese
    }
   *[option] { $n ->
        [one] O opțiune aleasă
        [few] { $n } opțiuni alese
       *[other] { $n } de opțiuni alese
    }
}
voter-review-points = { $n ->
    [one] 1 punct dat
    [few] { $n } puncte date
   *[other] { $n } de puncte date
}
voter-review-scores = { $n ->
    [one] 1 notă dată
    [few] { $n } note date
   *[other] { $n } de note date
}
voter-review-order = { $n ->
    [one] O opțiune în ordine
    [few] { $n } opțiuni în ordine
   *[other] { $n } de opțiuni în ordine
}
voter-review-item-points = { $n ->
    [one] { $title }: 1 punct
    [few] { $title }: { $n } puncte
   *[other] { $title }: { $n } de puncte
}
voter-review-item-score = { $title }: { $n } din { $max }
voter-review-item-rank = { $points ->
    [one] { $title } (1 punct)
    [few] { $title } ({ $points } puncte)
   *[other] { $title } ({ $points } de puncte)
}
voter-review-left = { $left ->
    [one] Nu ați dat 1 punct.
    [few] Nu ați dat { $left } puncte.
   *[other] Nu ați dat { $left } de puncte.
}
voter-review-missing = { $n ->
    [one] Mai lipsește o alegere: întoarceți-vă la listă și adăugați-o.
    [few] Mai lipsesc { $n } alegeri: întoarceți-vă la listă și adăugați-le.
   *[other] Mai lipsesc { $n } de alegeri: întoarceți-vă la listă și adăugați-le.
}
voter-review-missing-points = { $n ->
    [one] Mai lipsește 1 punct: întoarceți-vă la listă și dați-l.
    [few] Mai lipsesc { $n } puncte: întoarceți-vă la listă și dați-le.
   *[other] Mai lipsesc { $n } de puncte: întoarceți-vă la listă și dați-le.
}
voter-review-missing-scores = { $n ->
    [one] Mai lipsește o notă: întoarceți-vă la listă și dați-o.
    [few] Mai lipsesc { $n } note: întoarceți-vă la listă și dați-le.
   *[other] Mai lipsesc { $n } de note: întoarceți-vă la listă și dați-le.
}
voter-review-missing-ranks = { $n ->
    [one] Mai este un loc liber: întoarceți-vă la listă și ocupați-l.
    [few] Mai sunt { $n } locuri libere: întoarceți-vă la listă și ocupați-le.
   *[other] Mai sunt { $n } de locuri libere: întoarceți-vă la listă și ocupați-le.
}
voter-review-look = Mergeți cu ↑ la o întrebare ca să vă revedeți răspunsul.
voter-review-complete = Mai lipsesc răspunsuri: alegeți un rând "de completat" și apăsați Enter.
voter-review-todo = de completat
voter-review-done = gata
voter-review-or-blank = Sau dați un vot alb.
voter-review-or-blank-question = Sau lăsați întrebarea fără răspuns.
voter-review-change = Schimb ce am ales
voter-review-choose = Înapoi la listă
voter-review-change-one = Schimb: { $question }
voter-review-confirm = Este în regulă: sigilez buletinul de vot
voter-review-not-yet = Votul nu este încă în urnă: puteți schimba orice.

# Sealing
voter-sealing-title = Se sigilează buletinul de vot
voter-sealing-wait = Durează un moment. Nu trebuie să apăsați nimic.
voter-seal-failed-title = Buletinul de vot nu a putut fi sigilat
voter-seal-failed-text = Votul nu este în urnă și nu ați pierdut nimic: alegerile sunt încă aici. Apăsați Enter ca să vă întoarceți la buletinul de vot și încercați din nou. Dacă se întâmplă iar, chemați personalul.

# Offer
voter-offer-title = Buletinul de vot e sigilat
voter-offer-not-yet = Încă nu este în urnă.
voter-offer-code = Codul buletinului de vot:
voter-offer-what = Cu acest cod oricine poate verifica dacă buletinul de vot sigilat este pe avizierul public. Codul nu spune niciodată ce este înăuntru.
voter-offer-how = Alegeți cu ↑ și ↓, apoi apăsați Enter:
voter-offer-move-first = Întâi apăsați ↓, apoi Enter:
voter-offer-cast = Pun buletinul de vot în urnă
voter-offer-change = Mă întorc și schimb
voter-offer-open = Testez aparatul: deschid buletinul de vot

# Opening: the voter tests the machine
voter-open-title = Deschideți acest buletin de vot?
voter-open-shows = Dacă îl deschideți, oricine vede dacă aparatul a sigilat exact ce ați ales.
voter-open-public = Ce este înăuntru devine public, fără numele dumneavoastră, iar acest buletin nu contează ca vot.
voter-open-again = După aceea votați de la început, cu un buletin de vot nou.
voter-open-no = Nu, înapoi la buletinul de vot sigilat
voter-open-yes = Da, deschid acest buletin
voter-opening-title = Se deschide buletinul de vot
voter-opening-wait = Durează un moment. Nu trebuie să apăsați nimic.
voter-opened-title = Buletin deschis
voter-opened-not-cast = Nu este în urnă și nu contează. Înăuntru era:
voter-opened-more = Înainte: restul buletinului de vot
voter-opened-next = Înainte: unde se verifică
voter-opened-where = Peste câteva zile va fi pe avizierul public, cu ce era înăuntru și fără numele dumneavoastră. Verificați dacă este la fel:
voter-opened-take = Fotografiați codul sau copiați-l pe o hârtie.
voter-opened-back = Revăd ce era înăuntru
voter-opened-vote = Acum votez, de la început
voter-opened-cleared = Alegerile dinainte sunt șterse.
voter-open-failed-title = Buletinul NU a fost deschis
voter-open-failed-text = Nu a fost deschis și nu este în urnă: a fost șters. Alegerile dumneavoastră sunt încă aici și nu ați pierdut dreptul de vot. Apăsați Enter ca să vă întoarceți la buletinul de vot. Dacă se întâmplă iar, chemați personalul.

# Casting
voter-casting-title = Buletinul de vot intră în urnă
voter-casting-wait = Durează un moment. Nu trebuie să apăsați nimic.
voter-cast-failed-title = Votul NU este în urnă
voter-cast-failed-right = Nu ați pierdut dreptul de vot: puteți vota din nou.
voter-cast-failed-forgotten = Alegerile dumneavoastră și codul au fost șterse de pe acest ecran.
voter-cast-failed-call = Chemați personalul. Apoi apăsați Enter.

# Slip
voter-slip-title = Votul este în urnă
voter-slip-take = Fotografiați codul sau copiați-l pe o hârtie.
voter-slip-proves = Cu acest cod puteți verifica, peste câteva zile, dacă buletinul dumneavoastră de vot sigilat este pe avizierul public:
voter-slip-not = Codul nu dovedește ce ați votat: nimeni nu poate citi asta din el.
voter-slip-done = Am terminat
voter-finish-title = Ați fotografiat sau copiat codul?
voter-finish-text = După acest ecran codul nu se mai vede. Votul rămâne în urnă în orice caz.
voter-finish-no = Nu, înapoi la cod
voter-finish-yes = Da, am terminat

# Leaving
voter-leave-title = Vreți să ieșiți fără să votați?
voter-leave-text = Alegerile făcute se șterg. Dreptul de vot nu este nici folosit, nici pierdut: puteți vota mai târziu.
voter-leave-no = Nu, rămân
voter-leave-yes = Da, ies fără să votez

# Nobody there
voter-idle-title = Mai sunteți aici?
voter-idle-text = Apăsați orice tastă ca să continuați: totul este cum l-ați lăsat.
voter-idle-else = Dacă nu răspunde nimeni, ecranul se închide și alegerile se șterg. Dreptul de vot nu se pierde.
voter-idle-else-cast = Dacă nu răspunde nimeni, ecranul se închide. Votul este deja în urnă și rămâne acolo.
voter-idle-key = orice tastă
voter-idle-do = continuați

# Give the screen back
voter-over-thanks = Mulțumim
voter-over-give-back = Dați ecranul înapoi personalului.
voter-over-voted = Votul este în urnă.
voter-over-left = Ați ieșit fără să votați. Dreptul de vot nu este nici folosit, nici pierdut: puteți vota mai târziu.
voter-over-deserted-title = Ecran închis
voter-over-deserted = Nu a răspuns nimeni: alegerile au fost șterse și votul nu este în urnă. Dreptul de vot nu este pierdut.
voter-over-call = Chemați personalul.
voter-over-failed = Votul nu este în urnă. Dreptul de vot nu este pierdut: personalul vă poate lăsa să votați din nou.
voter-over-staff = numai pentru personal

# Before the vote: the person reads what the desk wrote, and confirms it.

confirming-place = Înainte de vot: citiți și confirmați
confirming-place-brief = Înainte de vot
confirming-declaration-title = Declarația dumneavoastră
confirming-city-user = Eu, { $who }, născut(ă) la { $birth }, declar: { $reason } ({ $area }). Cer înscrierea pe lista de city users ca să votez în această consultare.
confirming-residence = Eu, { $who }, născut(ă) la { $birth }, declar: locuiesc în { $area }. Cer să votez ca persoană rezidentă; evidența populației va verifica declarația mea.
confirming-yes = Totul este corect: confirm
confirming-no = Ceva nu este corect: nu confirm
confirming-not-recorded = Nu s-a înregistrat nimic. Spuneți personalului ce nu este corect.
confirming-failed = Ceva nu a mers. Dreptul de vot nu a fost folosit: chemați personalul.
confirming-help-title = Ajutorul la vot
confirming-help-staff = Ați cerut ajutorul unei persoane din secția de votare ({ $reason }).
confirming-help-companion = Ați cerut ajutorul persoanei care vă însoțește ({ $reason }).
confirming-help-notice = Cine ajută face ce spuneți dumneavoastră și nu vorbește cu nimeni despre ce a văzut. Se înregistrează doar că ați primit ajutor, nu votul dumneavoastră și nici numele.
confirming-help-yes = Da, votez cu acest ajutor
confirming-help-no = Nu, votez fără ajutor
confirming-alone = Apăsați Enter ca să votați fără ajutor sau chemați personalul.
declared-work = lucrez aici
declared-study = studiez aici
declared-volunteering = fac voluntariat aici
declared-domicile = am domiciliul aici

# Size, colours, voice
voter-look-title = Cum doriți să citiți?
voter-look-how = Alegeți un rând și apăsați Spațiu: se schimbă pe loc. Ce ați ales rămâne.
voter-look-size-normal = Litere: normale
voter-look-size-large = Litere: mari
voter-look-size-bold = Litere: îngroșate, rânduri distanțate
voter-look-size-very-large = Litere: foarte mari
voter-look-colours-dark = Culori: deschis pe închis
voter-look-colours-light = Culori: negru pe alb
voter-look-colours-yellow = Culori: galben pe negru
voter-look-colours-blue = Culori: alb pe albastru
voter-look-voice-none = Voce: acest calculator nu are
voter-look-voice-off = Voce: oprită
voter-look-voice-slow = Voce: pornită, lentă
voter-look-voice-normal = Voce: pornită
voter-look-voice-fast = Voce: pornită, rapidă
voter-look-done = Gata: înapoi

# Headphones
voter-headphones-title = Mă auziți în căști?
voter-headphones-text = Vocea citește tot, și ce alegeți. Fără căști, pot auzi și alții. Cu F4 ascultați din nou ecranul.
voter-headphones-no = Nu: opresc vocea
voter-headphones-yes = Da, aud în căști

# What is heard
voter-heard-chosen = Ales
voter-heard-not-chosen = Nu e ales
voter-heard-place = Rândul { $n } din { $of }
voter-heard-code = Este codul buletinului dumneavoastră de vot. Ca să îl auziți din nou, apăsați F4.
voter-heard-paper = Bonul cu codul este tipărit: cereți-l personalului.
voter-heard-finish = Ați notat codul sau aveți bonul?

# Whose help, and why not
assistance-sight = nu vede bine
assistance-movement = nu poate folosi tastele
assistance-reading = nu reușește să citească
assistance-language = nu înțelege limba
assistance-other = alt motiv
refusal-companion-is-voter = Este codul persoanei care votează: trebuie cel al persoanei care ajută.
refusal-companion-code = Trebuie codice fiscale al persoanei care ajută, cu cardul ei de sănătate.
refusal-companion-limit = Această persoană a ajutat deja atâtea persoane câte permite consultarea. Poate ajuta personalul.

# The slip on paper
voter-paper-going = Bonul dumneavoastră se tipărește.
voter-paper-printed = Bonul este tipărit: luați-l.
voter-paper-failed = Bonul nu s-a tipărit: copiați codul. Restul este în regulă.
