# The voter's screens. "Lei", plain words, one thought a sentence.

voter-step = Hapi { $n } nga 5: { $what }
voter-step-brief = Hapi { $n } nga 5
voter-step-rules = si votohet
voter-step-choice = zgjedhja
voter-step-review = kontrolli
voter-step-seal = vula
voter-step-box = kutia e votimit

voter-key-choose = zgjidhni ose hiqni
voter-key-amount = jepni pikë
voter-key-score = jepni vlerësim
voter-key-order = renditni ose hiqni
voter-key-read = lexoni
voter-key-list = kthehuni te lista
voter-key-leave = dilni pa votuar
voter-key-answer = përgjigjuni
voter-key-stay = qëndroni
voter-key-previous-next = { $what ->
    [project] projekt tjetër
   *[option] opsion tjetër
}

# Language
voter-language-ask = Zgjidhni gjuhën

# Welcome
voter-welcome-title = Mirë se erdhët në votim
voter-welcome-range = { $what ->
    [project] { $min ->
        [1] Mund të zgjidhni deri në { $max } nga { $options } projektet.
       *[other] Zgjidhni të paktën { $min } dhe më së shumti { $max } nga { $options } projektet.
    }
   *[option] { $min ->
        [1] Mund të zgjidhni deri në { $max } nga { $options } opsionet.
       *[other] Zgjidhni të paktën { $min } dhe më së shumti { $max } nga { $options } opsionet.
    }
}
voter-welcome-exact = { $what ->
    [project] { $max ->
        [one] Zgjidhni një nga { $options } projektet.
       *[other] Zgjidhni { $max } nga { $options } projektet.
    }
   *[option] { $max ->
        [one] Zgjidhni një nga { $options } opsionet.
       *[other] Zgjidhni { $max } nga { $options } opsionet.
    }
}
voter-welcome-cap = Së bashku mund të kushtojnë deri në { $cap }.
voter-welcome-points = { $what ->
    [project] Keni { $total } pikë për { $options } projekte: më së shumti { $max } për secilin.
   *[option] Keni { $total } pikë për { $options } opsione: më së shumti { $max } për secilin.
}
voter-welcome-points-all = Jepini të gjitha pikët.
voter-welcome-points-some = Mund të mos i jepni të gjitha.
voter-welcome-score = { $what ->
    [project] Vlerësoni secilin nga { $options } projektet, nga 0 (aspak) deri në { $max } (plotësisht).
   *[option] Vlerësoni secilin nga { $options } opsionet, nga 0 (aspak) deri në { $max } (plotësisht).
}
voter-welcome-priority = { $what ->
    [project] { $ranks ->
        [one] Zgjidhni më të rëndësishmin nga { $options } projektet.
       *[other] Renditni { $ranks } nga { $options } projektet: më i rëndësishmi i pari.
    }
   *[option] { $ranks ->
        [one] Zgjidhni më të rëndësishmin nga { $options } opsionet.
       *[other] Renditni { $ranks } nga { $options } opsionet: më i rëndësishmi i pari.
    }
}
voter-welcome-priority-some = Mund të renditni edhe më pak.
voter-welcome-questions = Janë { $n } pyetje, njëra pas tjetrës.
voter-welcome-blank = Nëse nuk doni të zgjidhni, mund të votoni me fletë të bardhë.
voter-welcome-secret = Vota është e fshehtë. Fleta e votimit vuloset këtu dhe numërohen vetëm totalet. Sigurohuni që askush të mos e shohë ekranin.
voter-welcome-change = Mund të ndërroni mendim derisa ta hidhni fletën në kuti. Pas kësaj nuk mundeni më.
voter-welcome-calm = Mos u nxitoni. Nëse dilni pa votuar, nuk e humbni të drejtën e votës.
voter-welcome-keys = Mjaftojnë pesë taste: ↑ dhe ↓ për të lëvizur, Hapësirë për të zgjedhur, Enter (ose →) për të vazhduar, ← për t'u kthyer.
voter-welcome-start = Filloni me Enter.

# List
voter-list-question = Pyetja { $n } nga { $questions }
voter-count-range = { $min ->
    [1] Keni zgjedhur { $n } nga { $max }
   *[other] Keni zgjedhur { $n } nga { $max } (të paktën { $min })
}
voter-count-exact = Keni zgjedhur { $n } nga { $max }
voter-count-blank = Keni zgjedhur: fletë e bardhë
voter-count-blank-question = Pyetje e lënë bosh
voter-brief-of = { $n } nga { $of }
voter-brief-left = { $n ->
    [one] mbetet { $n }
   *[other] mbeten { $n }
}
voter-count-money = Mbeten { $money }.
voter-count-points = { $left ->
    [0] Keni dhënë të gjitha pikët: { $total }
    [one] Ju mbetet 1 pikë nga { $total }
   *[other] Ju mbeten { $left } pikë nga { $total }
}
voter-count-score = { $n ->
    [one] Keni dhënë 1 vlerësim nga { $options }
   *[other] Keni dhënë { $n } vlerësime nga { $options }
}
voter-count-priority = Keni renditur { $n } nga { $ranks }
voter-legend-points = { $what ->
    [project] { $max ->
        [one] Më së shumti 1 pikë për çdo projekt.
       *[other] Më së shumti { $max } pikë për çdo projekt.
    }
   *[option] { $max ->
        [one] Më së shumti 1 pikë për çdo opsion.
       *[other] Më së shumti { $max } pikë për çdo opsion.
    }
}
voter-legend-score = 0 = aspak, { $max } = plotësisht
voter-legend-rank = { $points ->
    [one] vendi { $rank }: 1 pikë
   *[other] vendi { $rank }: { $points } pikë
}
voter-rank = { $rank }.
voter-fit-too-dear = nuk hyn
voter-fit-dead-end = kujdes
voter-list-blank = { $what ->
    [project] Fletë e bardhë: nuk zgjedh asnjë projekt
   *[option] Fletë e bardhë: nuk zgjedh asgjë
}
voter-list-blank-question = E lë bosh këtë pyetje
voter-list-next = Përpara: te pyetja tjetër
voter-list-review = Përpara: kontrolloj fletën time
voter-notice-full = { $what ->
    [project] { $max ->
        [one] Keni zgjedhur tashmë një, më shumë nuk lejohet. Hiqeni atë, pastaj zgjidhni këtë.
       *[other] Keni zgjedhur tashmë { $max }, më shumë nuk lejohet. Më parë hiqni një.
    }
   *[option] { $max ->
        [one] Keni zgjedhur tashmë një, më shumë nuk lejohet. Hiqeni atë, pastaj zgjidhni këtë.
       *[other] Keni zgjedhur tashmë { $max }, më shumë nuk lejohet. Më parë hiqni një.
    }
}
voter-notice-full-points = { $what ->
    [project] I keni dhënë të gjitha pikët. Më parë hiqni disa nga një projekt tjetër.
   *[option] I keni dhënë të gjitha pikët. Më parë hiqni disa nga një opsion tjetër.
}
voter-notice-full-priority = { $ranks ->
    [one] Vendi është zënë tashmë. Më parë lirojeni: Hapësirë te ai që e ka.
   *[other] Të { $ranks } vendet janë zënë tashmë. Më parë lironi një: Hapësirë te ai që e ka.
}
voter-notice-too-dear = { $what ->
    [project] Ky projekt kushton { $cost } dhe mbeten { $money }: nuk mjafton. Që ta zgjidhni, hiqni më parë një tjetër.
   *[option] Ky opsion kushton { $cost } dhe mbeten { $money }: nuk mjafton. Që ta zgjidhni, hiqni më parë një tjetër.
}
voter-notice-dead-end = { $what ->
    [project] Kujdes: nëse zgjidhni këtë projekt, ajo që mbetet nuk mjafton për { $min } projekte.
   *[option] Kujdes: nëse zgjidhni këtë opsion, ajo që mbetet nuk mjafton për { $min } opsione.
}
voter-notice-stuck = { $what ->
    [project] { $next ->
        [2] Mbeten { $money }: s'ka projekt të dytë të mundshëm. Hiqni atë që keni zgjedhur.
        [3] Mbeten { $money }: s'ka projekt të tretë të mundshëm. Hiqni një.
        [4] Mbeten { $money }: s'ka projekt të katërt të mundshëm. Hiqni një.
        [5] Mbeten { $money }: s'ka projekt të pestë të mundshëm. Hiqni një.
       *[other] Mbeten { $money }: s'ka projekt tjetër të mundshëm. Hiqni një.
    }
   *[option] { $next ->
        [2] Mbeten { $money }: s'ka opsion të dytë të mundshëm. Hiqni atë që keni zgjedhur.
        [3] Mbeten { $money }: s'ka opsion të tretë të mundshëm. Hiqni një.
        [4] Mbeten { $money }: s'ka opsion të katërt të mundshëm. Hiqni një.
        [5] Mbeten { $money }: s'ka opsion të pestë të mundshëm. Hiqni një.
       *[other] Mbeten { $money }: s'ka opsion tjetër të mundshëm. Hiqni një.
    }
}
voter-notice-stuck-far = { $what ->
    [project] Mbeten { $money }: nuk mjaftojnë për { $min } projekte. Hiqni një.
   *[option] Mbeten { $money }: nuk mjaftojnë për { $min } opsione. Hiqni një.
}
voter-notice-not-blank = Fleta nuk është më e bardhë.
voter-notice-not-blank-question = Pyetja nuk është më bosh.
voter-advice-choose = { $what ->
    [project] Me ↑ dhe ↓ shkoni te një projekt: me Hapësirë e zgjidhni, me Enter e lexoni.
   *[option] Me ↑ dhe ↓ shkoni te një opsion: me Hapësirë e zgjidhni, me Enter e lexoni.
}
voter-advice-points = { $what ->
    [project] Me ↑ dhe ↓ shkoni te një projekt: me Hapësirë i jepni pikë, me Enter e lexoni.
   *[option] Me ↑ dhe ↓ shkoni te një opsion: me Hapësirë i jepni pikë, me Enter e lexoni.
}
voter-advice-score = { $what ->
    [project] Me ↑ dhe ↓ shkoni te një projekt: me Hapësirë e vlerësoni, me Enter e lexoni.
   *[option] Me ↑ dhe ↓ shkoni te një opsion: me Hapësirë e vlerësoni, me Enter e lexoni.
}
voter-advice-priority = { $what ->
    [project] Me Hapësirë e vini projektin në vendin { $rank }, me Enter e lexoni.
   *[option] Me Hapësirë e vini opsionin në vendin { $rank }, me Enter e lexoni.
}
voter-advice-priority-back = { $what ->
    [project] Me Hapësirë e hiqni projektin nga vendi i tij, me Enter e lexoni.
   *[option] Me Hapësirë e hiqni opsionin nga vendi i tij, me Enter e lexoni.
}
voter-advice-no-money = { $what ->
    [project] { $next ->
        [2] Mbeten { $money }: s'ka projekt të dytë të mundshëm.
        [3] Mbeten { $money }: s'ka projekt të tretë të mundshëm.
        [4] Mbeten { $money }: s'ka projekt të katërt të mundshëm.
        [5] Mbeten { $money }: s'ka projekt të pestë të mundshëm.
       *[other] Mbeten { $money }: s'ka projekt tjetër të mundshëm.
    }
   *[option] { $next ->
        [2] Mbeten { $money }: s'ka opsion të dytë të mundshëm.
        [3] Mbeten { $money }: s'ka opsion të tretë të mundshëm.
        [4] Mbeten { $money }: s'ka opsion të katërt të mundshëm.
        [5] Mbeten { $money }: s'ka opsion të pestë të mundshëm.
       *[other] Mbeten { $money }: s'ka opsion tjetër të mundshëm.
    }
} Nëse është mirë kështu, zbrisni me ↓ te Përpara.
voter-advice-done = Kur të mbaroni, zbrisni me ↓ deri te Përpara dhe shtypni Enter.

# Details
voter-details-place = { $what ->
    [project] Projekti { $n } nga { $options }
   *[option] Opsioni { $n } nga { $options }
}
voter-details-cost = Kostoja: { $cost }
voter-details-chosen = { $what ->
    [project] Zgjedhur
   *[option] Zgjedhur
}
voter-details-not-chosen = { $what ->
    [project] I pazgjedhur
   *[option] E pazgjedhur
}
voter-details-points = { $n ->
    [0] Asnjë pikë
    [one] 1 pikë
   *[other] { $n } pikë
}
voter-details-score = Vlerësimi: { $n } nga { $max }
voter-details-no-score = Ende pa vlerësim
voter-details-rank = Në vendin { $rank }
voter-details-no-rank = Jo në renditje

# How much
voter-amount-points = { $what ->
    [project] Sa pikë i jepni këtij projekti?
   *[option] Sa pikë i jepni këtij opsioni?
}
voter-amount-score = { $what ->
    [project] Çfarë vlerësimi i jepni këtij projekti?
   *[option] Çfarë vlerësimi i jepni këtij opsioni?
}
voter-amount-least = aspak
voter-amount-greatest = plotësisht
voter-amount-unit = { $n ->
    [0] asnjë pikë
    [one] pikë
   *[other] pikë
}
voter-amount-how = Zgjidhni me ↑ dhe ↓ ose me numrat, pastaj shtypni Enter:
voter-amount-how-key = Zgjidhni me ↑ dhe ↓ dhe shtypni Enter, ose shtypni numrin:
voter-amount-move-first = Shtypni ↓ dhe pastaj Enter:
voter-details-illustrative = { $what ->
    [project] Projekt i shpikur për demonstrim.
   *[option] Opsion i shpikur për demonstrim.
}

# Blank
voter-blank-title = Doni të votoni me fletë të bardhë?
voter-blank-title-question = Doni ta lini bosh këtë pyetje?
voter-blank-what = { $what ->
    [project] Fleta e bardhë është votë e vlefshme që nuk zgjedh asnjë projekt. Hidhet në kuti dhe numërohet si e bardhë.
   *[option] Fleta e bardhë është votë e vlefshme që nuk zgjedh asgjë. Hidhet në kuti dhe numërohet si e bardhë.
}
voter-blank-what-question = Përgjigjet e tjera mbeten.
voter-blank-loses = { $what ->
    [project] { $n ->
        [0] Nuk keni zgjedhur ende asnjë projekt.
        [one] Projekti që keni zgjedhur hiqet.
       *[other] { $n } projektet që keni zgjedhur hiqen.
    }
   *[option] { $n ->
        [0] Nuk keni zgjedhur ende asgjë.
        [one] Opsioni që keni zgjedhur hiqet.
       *[other] { $n } opsionet që keni zgjedhur hiqen.
    }
}
voter-blank-loses-points = { $n ->
    [0] Nuk keni dhënë ende asnjë pikë.
   *[other] Pikët që keni dhënë hiqen.
}
voter-blank-loses-scores = { $n ->
    [0] Nuk keni dhënë ende asnjë vlerësim.
   *[other] Vlerësimet që keni dhënë hiqen.
}
voter-blank-loses-order = { $n ->
    [0] Nuk keni renditur ende asgjë.
   *[other] Renditja që keni bërë hiqet.
}
voter-blank-no = Jo, kthehem te lista
voter-blank-yes = Po, votoj me fletë të bardhë
voter-blank-yes-question = Po, e lë bosh këtë pyetje

# Review
voter-review-title = Kjo është fleta juaj
voter-review-blank = Fletë e bardhë
voter-review-blank-question = bosh
voter-review-nothing = Nuk keni zgjedhur ende asgjë.
voter-review-count = { $what ->
    [project] { $n ->
        [one] Zgjodhët një projekt
       *[other] Zgjodhët { $n } projekte
    }
   *[option] { $n ->
        [one] Zgjodhët: 1
       *[other] Zgjodhët: { $n }
    }
}
voter-review-points = { $n ->
    [one] Dhatë 1 pikë
   *[other] Dhatë { $n } pikë
}
voter-review-scores = { $n ->
    [one] Vlerësime: 1
   *[other] Vlerësime: { $n }
}
voter-review-order = { $n ->
    [one] Renditët: 1
   *[other] Renditët: { $n }
}
voter-review-item-points = { $n ->
    [one] { $title }: 1 pikë
   *[other] { $title }: { $n } pikë
}
voter-review-item-score = { $title }: { $n } nga { $max }
voter-review-item-rank = { $points ->
    [one] { $title } (1 pikë)
   *[other] { $title } ({ $points } pikë)
}
voter-review-left = { $left ->
    [one] Nuk keni dhënë 1 pikë.
   *[other] Nuk keni dhënë { $left } pikë.
}
voter-review-missing = { $n ->
    [one] Mungon ende një zgjedhje: kthehuni te lista dhe shtojeni.
   *[other] Mungojnë ende { $n } zgjedhje: kthehuni te lista dhe shtojini.
}
voter-review-missing-points = { $n ->
    [one] Mungon ende 1 pikë: kthehuni te lista dhe jepeni.
   *[other] Mungojnë ende { $n } pikë: kthehuni te lista dhe jepini.
}
voter-review-missing-scores = { $n ->
    [one] Mungon ende një vlerësim: kthehuni te lista dhe jepeni.
   *[other] Mungojnë ende { $n } vlerësime: kthehuni te lista dhe jepini.
}
voter-review-missing-ranks = { $n ->
    [one] Mungon ende një vend: kthehuni te lista dhe caktojeni.
   *[other] Mungojnë ende { $n } vende: kthehuni te lista dhe caktojini.
}
voter-review-look = Me ↑ shkoni te një pyetje për të parë përgjigjen tuaj.
voter-review-complete = Mungojnë ende përgjigje: zgjidhni një rresht "pa plotësuar" dhe shtypni Enter.
voter-review-todo = pa plotësuar
voter-review-done = gati
voter-review-or-blank = Ose hidhni fletë të bardhë.
voter-review-or-blank-question = Ose lëreni bosh këtë pyetje.
voter-review-change = Ndryshoj zgjedhjet
voter-review-choose = Kthehem te lista
voter-review-change-one = Ndryshoj: { $question }
voter-review-confirm = Në rregull: vulos fletën time
voter-review-not-yet = Vota nuk është ende në kuti: mund të ndryshoni gjithçka.

# Sealing
voter-sealing-title = Fleta po vuloset
voter-sealing-wait = Do pak kohë. Nuk keni nevojë të shtypni asgjë.
voter-seal-failed-title = Fleta nuk u vulos dot
voter-seal-failed-text = Vota nuk është në kuti dhe asgjë nuk ka humbur: zgjedhjet tuaja janë ende këtu. Shtypni Enter për t'u kthyer te fleta dhe provoni përsëri. Nëse ndodh prapë, thirrni stafin.

# Offer
voter-offer-title = Fleta juaj u vulos
voter-offer-not-yet = Nuk është ende në kuti.
voter-offer-code = Kodi i fletës:
voter-offer-what = Me këtë kod kushdo mund të kontrollojë që fleta e vulosur është në tabelën publike. Kodi nuk tregon kurrë çfarë ka brenda.
voter-offer-how = Zgjidhni me ↑ dhe ↓, pastaj shtypni Enter:
voter-offer-move-first = Shtypni ↓ dhe pastaj Enter:
voter-offer-cast = E hedh fletën në kuti
voter-offer-change = Kthehem dhe ndryshoj
voter-offer-open = Provoj pajisjen: hap fletën

# Opening: the voter tests the machine
voter-open-title = Doni ta hapni këtë fletë?
voter-open-shows = Hapja u tregon të gjithëve nëse pajisja ka vulosur pikërisht atë që keni zgjedhur.
voter-open-public = Ajo që ka brenda bëhet publike, pa emrin tuaj, dhe kjo fletë nuk numërohet si votë.
voter-open-again = Pastaj votoni nga e para, me një fletë të re.
voter-open-no = Jo, kthehem te fleta e vulosur
voter-open-yes = Po, e hap këtë fletë
voter-opening-title = Fleta po hapet
voter-opening-wait = Do pak kohë. Nuk keni nevojë të shtypni asgjë.
voter-opened-title = Fleta është e hapur
voter-opened-not-cast = Nuk është në kuti dhe nuk numërohet. Brenda ishte:
voter-opened-more = Përpara: pjesa tjetër e fletës
voter-opened-next = Përpara: ku kontrollohet
voter-opened-where = Pas disa ditësh do të jetë në tabelën publike, me atë që kishte brenda dhe pa emrin tuaj. Kontrolloni që të jetë njësoj:
voter-opened-take = Fotografoni kodin ose kopjojeni në një letër.
voter-opened-back = Shoh përsëri çfarë kishte brenda
voter-opened-vote = Tani votoj, nga e para
voter-opened-cleared = Zgjedhjet e mëparshme u fshinë.
voter-open-failed-title = Fleta NUK u hap
voter-open-failed-text = Nuk u hap dhe nuk është në kuti: u fshi. Zgjedhjet tuaja janë ende këtu dhe e drejta e votës nuk ka humbur. Shtypni Enter për t'u kthyer te fleta juaj. Nëse ndodh prapë, thirrni stafin.

# Casting
voter-casting-title = Fleta po hidhet në kuti
voter-casting-wait = Do pak kohë. Nuk keni nevojë të shtypni asgjë.
voter-cast-failed-title = Vota NUK është në kuti
voter-cast-failed-right = Nuk e keni humbur të drejtën e votës: mund të votoni përsëri.
voter-cast-failed-forgotten = Zgjedhjet tuaja dhe kodi u fshinë nga ky ekran.
voter-cast-failed-call = Thirrni stafin. Pastaj shtypni Enter.

# Slip
voter-slip-title = Vota është në kuti
voter-slip-take = Fotografoni kodin ose kopjojeni në një letër.
voter-slip-proves = Me kodin mund të kontrolloni, pas disa ditësh, që fleta juaj e vulosur është në tabelën publike:
voter-slip-not = Kodi nuk vërteton çfarë keni votuar: askush nuk mund ta lexojë prej tij.
voter-slip-done = Mbarova
voter-finish-title = E keni fotografuar ose kopjuar kodin?
voter-finish-text = Pas këtij ekrani kodi nuk shihet më. Vota mbetet në kuti në çdo rast.
voter-finish-no = Jo, kthehem te kodi
voter-finish-yes = Po, mbarova

# Leaving
voter-leave-title = Doni të dilni pa votuar?
voter-leave-text = Zgjedhjet e bëra fshihen. E drejta e votës as nuk përdoret, as nuk humbet: mund të votoni më vonë.
voter-leave-no = Jo, qëndroj
voter-leave-yes = Po, dal pa votuar

# Nobody there
voter-idle-title = Jeni ende këtu?
voter-idle-text = Shtypni cilindo tast për të vazhduar: gjithçka është siç e latë.
voter-idle-else = Nëse askush nuk përgjigjet, ekrani mbyllet dhe zgjedhjet fshihen. E drejta e votës nuk humbet.
voter-idle-else-cast = Nëse askush nuk përgjigjet, ekrani mbyllet. Vota është tashmë në kuti dhe mbetet aty.
voter-idle-key = cilido tast
voter-idle-do = vazhdoni

# Give the screen back
voter-over-thanks = Faleminderit
voter-over-give-back = Kthejani ekranin stafit.
voter-over-voted = Vota është në kuti.
voter-over-left = Dolët pa votuar. E drejta e votës as nuk u përdor, as nuk humbi: mund të votoni më vonë.
voter-over-deserted-title = Ekrani u mbyll
voter-over-deserted = Askush nuk u përgjigj: zgjedhjet u fshinë dhe vota nuk është në kuti. E drejta e votës nuk ka humbur.
voter-over-call = Thirrni stafin.
voter-over-failed = Vota nuk është në kuti. E drejta e votës nuk ka humbur: stafi mund t'ju lejojë të votoni përsëri.
voter-over-staff = vetëm për stafin

# Before the vote: the person reads what the desk wrote, and confirms it.

confirming-place = Para votimit: lexoni dhe konfirmoni
confirming-place-brief = Para votimit
confirming-declaration-title = Deklarata juaj
confirming-city-user = Unë, { $who }, me datëlindje { $birth }, deklaroj: { $reason } ({ $area }). Kërkoj të regjistrohem si city user për të votuar në këtë konsultim.
confirming-residence = Unë, { $who }, me datëlindje { $birth }, deklaroj: banoj në { $area }. Kërkoj të votoj si banor; gjendja civile do ta kontrollojë deklaratën time.
confirming-yes = Gjithçka është e saktë: konfirmoj
confirming-no = Diçka nuk është e saktë: nuk konfirmoj
confirming-not-recorded = Asgjë nuk u regjistrua. Thuajini stafit çfarë nuk është e saktë.
confirming-failed = Diçka nuk shkoi mirë. E drejta e votës nuk u përdor: thirrni stafin.
confirming-help-title = Ndihma për të votuar
confirming-help-staff = Keni kërkuar ndihmën e një personi të stafit ({ $reason }).
confirming-help-companion = Keni kërkuar ndihmën e personit që ju shoqëron ({ $reason }).
confirming-help-notice = Kush ndihmon bën atë që thoni ju dhe nuk i tregon askujt çfarë ka parë. Regjistrohet vetëm se pati ndihmë, jo vota juaj dhe as emrat.
confirming-help-yes = Po, votoj me këtë ndihmë
confirming-help-no = Jo, votoj pa ndihmë
confirming-alone = Shtypni Enter për të votuar pa ndihmë, ose thirrni stafin.
declared-work = punoj këtu
declared-study = studioj këtu
declared-volunteering = bëj vullnetarizëm këtu
declared-domicile = kam vendqëndrimin këtu

# Size, colours, voice
voter-look-title = Si dëshironi të lexoni?
voter-look-how = Zgjidhni një rresht dhe shtypni Hapësirë: ndryshon menjëherë. Ajo që keni zgjedhur mbetet.
voter-look-size-normal = Shkronjat: normale
voter-look-size-large = Shkronjat: të mëdha
voter-look-size-bold = Shkronjat: të trasha, rreshta të ndarë
voter-look-size-very-large = Shkronjat: shumë të mëdha
voter-look-colours-dark = Ngjyrat: e çelët mbi të errët
voter-look-colours-light = Ngjyrat: e zezë mbi të bardhë
voter-look-colours-yellow = Ngjyrat: e verdhë mbi të zezë
voter-look-colours-blue = Ngjyrat: e bardhë mbi blu
voter-look-voice-none = Zëri: ky kompjuter nuk e ka
voter-look-voice-off = Zëri: i fikur
voter-look-voice-slow = Zëri: i ndezur, i ngadaltë
voter-look-voice-normal = Zëri: i ndezur
voter-look-voice-fast = Zëri: i ndezur, i shpejtë
voter-look-done = Mbarova: kthehem

# Headphones
voter-headphones-title = A më dëgjoni në kufje?
voter-headphones-text = Zëri lexon gjithçka, edhe zgjedhjet tuaja. Pa kufje, mund të dëgjojnë edhe të tjerë. Me F4 e dëgjoni përsëri ekranin.
voter-headphones-no = Jo: fik zërin
voter-headphones-yes = Po, dëgjoj në kufje

# What is heard
voter-heard-chosen = Zgjedhur
voter-heard-not-chosen = E pazgjedhur
voter-heard-place = Rreshti { $n } nga { $of }
voter-heard-code = Ky është kodi i fletës suaj. Për ta dëgjuar përsëri, shtypni F4.
voter-heard-paper = Fletëza me kodin u printua: kërkojani stafit.
voter-heard-finish = E keni shënuar kodin, apo e keni fletëzën?

# Whose help, and why not
assistance-sight = nuk sheh mirë
assistance-movement = nuk mund të përdorë tastet
assistance-reading = nuk arrin të lexojë
assistance-language = nuk e kupton gjuhën
assistance-other = arsye tjetër
refusal-companion-is-voter = Ky është kodi i personit që voton: duhet kodi i personit që ndihmon.
refusal-companion-code = Duhet codice fiscale i personit që ndihmon, me kartën e tij shëndetësore.
refusal-companion-limit = Ky person ka ndihmuar tashmë aq persona sa lejon konsultimi. Mund të ndihmojë stafi.

# The slip on paper
voter-paper-going = Fletëza po printohet.
voter-paper-printed = Fletëza u printua: merreni.
voter-paper-failed = Printeri nuk e dha fletëzën: kopjoni kodin. Gjithçka tjetër është në rregull.
