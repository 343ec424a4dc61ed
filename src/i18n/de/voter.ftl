# The voter's screens. "Lei", plain words, one thought a sentence.

voter-step = Schritt { $n } von 5: { $what }
voter-step-brief = Schritt { $n } von 5
voter-step-rules = so geht es
voter-step-choice = die Auswahl
voter-step-review = die Prüfung
voter-step-seal = das Siegel
voter-step-box = die Urne

voter-key-choose = wählen, entfernen
voter-key-amount = Punkte geben
voter-key-score = Bewertung geben
voter-key-order = ordnen oder entfernen
voter-key-read = lesen
voter-key-list = zurück zur Liste
voter-key-leave = ohne Stimmabgabe gehen
voter-key-answer = antworten
voter-key-stay = bleiben
voter-key-previous-next = { $what ->
    [project] anderes Projekt
   *[option] andere Option
}

# Language
voter-language-ask = Wählen Sie die Sprache

# Welcome
voter-welcome-title = Willkommen
voter-welcome-range = { $what ->
    [project] { $min ->
        [1] Sie können bis zu { $max } von { $options } Projekten wählen.
       *[other] Wählen Sie { $min } bis { $max } von { $options } Projekten.
    }
   *[option] { $min ->
        [1] Sie können bis zu { $max } von { $options } Optionen wählen.
       *[other] Wählen Sie { $min } bis { $max } von { $options } Optionen.
    }
}
voter-welcome-exact = { $what ->
    [project] { $max ->
        [one] Wählen Sie 1 von { $options } Projekten.
       *[other] Wählen Sie { $max } von { $options } Projekten.
    }
   *[option] { $max ->
        [one] Wählen Sie 1 von { $options } Optionen.
       *[other] Wählen Sie { $max } von { $options } Optionen.
    }
}
voter-welcome-cap = Zusammen dürfen sie höchstens { $cap } kosten.
voter-welcome-points = { $what ->
    [project] Sie haben { $total } Punkte für { $options } Projekte: höchstens { $max } für jedes.
   *[option] Sie haben { $total } Punkte für { $options } Optionen: höchstens { $max } für jede.
}
voter-welcome-points-all = Vergeben Sie alle Punkte.
voter-welcome-points-some = Sie müssen nicht alle vergeben.
voter-welcome-score = { $what ->
    [project] Bewerten Sie jedes der { $options } Projekte von 0 (gar nicht) bis { $max } (völlig).
   *[option] Bewerten Sie jede der { $options } Optionen von 0 (gar nicht) bis { $max } (völlig).
}
voter-welcome-priority = { $what ->
    [project] { $ranks ->
        [one] Wählen Sie das wichtigste von { $options } Projekten.
       *[other] Ordnen Sie { $ranks } von { $options } Projekten: das wichtigste zuerst.
    }
   *[option] { $ranks ->
        [one] Wählen Sie die wichtigste von { $options } Optionen.
       *[other] Ordnen Sie { $ranks } von { $options } Optionen: die wichtigste zuerst.
    }
}
voter-welcome-priority-some = Sie dürfen auch weniger ordnen.
voter-welcome-questions = Es sind { $n } Fragen, eine nach der anderen.
voter-welcome-blank = Wer nicht wählen will, kann einen leeren Stimmzettel abgeben.
voter-welcome-secret = Die Stimme ist geheim. Der Stimmzettel wird hier versiegelt, gezählt werden nur Summen. Achten Sie darauf, dass niemand den Bildschirm sieht.
voter-welcome-change = Sie können alles ändern, bis der Stimmzettel in der Urne ist. Danach geht es nicht mehr.
voter-welcome-calm = Sie haben Zeit. Wenn Sie ohne Stimmabgabe gehen, verlieren Sie Ihr Stimmrecht nicht.
voter-welcome-keys = Fünf Tasten genügen: ↑ und ↓ zum Bewegen, Leertaste zum Wählen, Eingabe (oder →) für weiter, ← für zurück.
voter-welcome-start = Beginnen Sie mit Eingabe.

# List
voter-list-question = Frage { $n } von { $questions }
voter-count-range = { $min ->
    [1] Gewählt: { $n } von { $max }
   *[other] Gewählt: { $n } von { $max } (mindestens { $min })
}
voter-count-exact = Gewählt: { $n } von { $max }
voter-count-blank = Gewählt: leerer Stimmzettel
voter-count-blank-question = Frage leer gelassen
voter-brief-of = { $n } von { $of }
voter-brief-left = noch { $n }
voter-count-money = Noch { $money }.
voter-count-points = { $left ->
    [0] Alle Punkte sind vergeben: { $total }
    [one] Sie haben noch 1 von { $total } Punkten
   *[other] Sie haben noch { $left } von { $total } Punkten
}
voter-count-score = { $n ->
    [one] Sie haben 1 von { $options } bewertet
   *[other] Sie haben { $n } von { $options } bewertet
}
voter-count-priority = Sie haben { $n } von { $ranks } geordnet
voter-legend-points = { $what ->
    [project] { $max ->
        [one] Höchstens 1 Punkt für jedes Projekt.
       *[other] Höchstens { $max } Punkte für jedes Projekt.
    }
   *[option] { $max ->
        [one] Höchstens 1 Punkt für jede Option.
       *[other] Höchstens { $max } Punkte für jede Option.
    }
}
voter-legend-score = 0 = gar nicht, { $max } = völlig
voter-legend-rank = { $points ->
    [one] { $rank }. Platz: 1 Punkt
   *[other] { $rank }. Platz: { $points } Punkte
}
voter-rank = { $rank }.
voter-fit-too-dear = passt nicht
voter-fit-dead-end = Achtung
voter-list-blank = { $what ->
    [project] Leerer Stimmzettel: kein Projekt
   *[option] Leerer Stimmzettel: keine Auswahl
}
voter-list-blank-question = Ich lasse diese Frage leer
voter-list-next = Weiter: zur nächsten Frage
voter-list-review = Weiter: meinen Stimmzettel prüfen
voter-notice-full = { $what ->
    [project] { $max ->
        [one] Eines ist schon gewählt, mehr geht nicht. Entfernen Sie es, dann wählen Sie dieses.
       *[other] { $max } sind schon gewählt, mehr geht nicht. Entfernen Sie zuerst eines.
    }
   *[option] { $max ->
        [one] Eine ist schon gewählt, mehr geht nicht. Entfernen Sie sie, dann wählen Sie diese.
       *[other] { $max } sind schon gewählt, mehr geht nicht. Entfernen Sie zuerst eine.
    }
}
voter-notice-full-points = { $what ->
    [project] Alle Punkte sind vergeben. Nehmen Sie zuerst einem anderen Projekt welche weg.
   *[option] Alle Punkte sind vergeben. Nehmen Sie zuerst einer anderen Option welche weg.
}
voter-notice-full-priority = { $ranks ->
    [one] Der Platz ist schon belegt. Machen Sie ihn frei: dort die Leertaste drücken.
   *[other] Alle { $ranks } Plätze sind schon belegt. Machen Sie einen frei: dort die Leertaste drücken.
}
voter-notice-too-dear = { $what ->
    [project] Dieses Projekt kostet { $cost }, es bleiben { $money }: Das passt nicht. Entfernen Sie zuerst ein anderes.
   *[option] Diese Option kostet { $cost }, es bleiben { $money }: Das passt nicht. Entfernen Sie zuerst eine andere.
}
voter-notice-dead-end = { $what ->
    [project] Achtung: Wenn Sie dieses Projekt wählen, reicht der Rest nicht mehr für { $min } Projekte.
   *[option] Achtung: Wenn Sie diese Option wählen, reicht der Rest nicht mehr für { $min } Optionen.
}
voter-notice-stuck = { $what ->
    [project] { $next ->
        [2] Noch { $money }: kein zweites Projekt möglich. Entfernen Sie das gewählte.
        [3] Noch { $money }: kein drittes Projekt möglich. Entfernen Sie eines.
        [4] Noch { $money }: kein viertes Projekt möglich. Entfernen Sie eines.
        [5] Noch { $money }: kein fünftes Projekt möglich. Entfernen Sie eines.
       *[other] Noch { $money }: kein weiteres Projekt möglich. Entfernen Sie eines.
    }
   *[option] { $next ->
        [2] Noch { $money }: keine zweite Option möglich. Entfernen Sie die gewählte.
        [3] Noch { $money }: keine dritte Option möglich. Entfernen Sie eine.
        [4] Noch { $money }: keine vierte Option möglich. Entfernen Sie eine.
        [5] Noch { $money }: keine fünfte Option möglich. Entfernen Sie eine.
       *[other] Noch { $money }: keine weitere Option möglich. Entfernen Sie eine.
    }
}
voter-notice-stuck-far = { $what ->
    [project] Noch { $money }: zu wenig für { $min } Projekte. Entfernen Sie eines.
   *[option] Noch { $money }: zu wenig für { $min } Optionen. Entfernen Sie eine.
}
voter-notice-not-blank = Kein leerer Stimmzettel mehr.
voter-notice-not-blank-question = Die Frage ist nicht mehr leer.
voter-advice-choose = { $what ->
    [project] Gehen Sie mit ↑ und ↓ zu einem Projekt: Leertaste wählt es, Eingabe zeigt es.
   *[option] Gehen Sie mit ↑ und ↓ zu einer Option: Leertaste wählt sie, Eingabe zeigt sie.
}
voter-advice-points = { $what ->
    [project] Gehen Sie mit ↑ und ↓ zu einem Projekt: Leertaste gibt ihm Punkte, Eingabe zeigt es.
   *[option] Gehen Sie mit ↑ und ↓ zu einer Option: Leertaste gibt ihr Punkte, Eingabe zeigt sie.
}
voter-advice-score = { $what ->
    [project] Gehen Sie mit ↑ und ↓ zu einem Projekt: Leertaste bewertet es, Eingabe zeigt es.
   *[option] Gehen Sie mit ↑ und ↓ zu einer Option: Leertaste bewertet sie, Eingabe zeigt sie.
}
voter-advice-priority = { $what ->
    [project] Leertaste setzt das Projekt auf Platz { $rank }, Eingabe zeigt es.
   *[option] Leertaste setzt die Option auf Platz { $rank }, Eingabe zeigt sie.
}
voter-advice-priority-back = { $what ->
    [project] Leertaste nimmt das Projekt von seinem Platz, Eingabe zeigt es.
   *[option] Leertaste nimmt die Option von ihrem Platz, Eingabe zeigt sie.
}
voter-advice-no-money = { $what ->
    [project] { $next ->
        [2] Noch { $money }: kein zweites Projekt möglich.
        [3] Noch { $money }: kein drittes Projekt möglich.
        [4] Noch { $money }: kein viertes Projekt möglich.
        [5] Noch { $money }: kein fünftes Projekt möglich.
       *[other] Noch { $money }: kein weiteres Projekt möglich.
    }
   *[option] { $next ->
        [2] Noch { $money }: keine zweite Option möglich.
        [3] Noch { $money }: keine dritte Option möglich.
        [4] Noch { $money }: keine vierte Option möglich.
        [5] Noch { $money }: keine fünfte Option möglich.
       *[other] Noch { $money }: keine weitere Option möglich.
    }
} Wenn das so passt, gehen Sie mit ↓ bis Weiter.
voter-advice-done = Wenn Sie fertig sind, gehen Sie mit ↓ bis Weiter und drücken Sie Eingabe.

# Details
voter-details-place = { $what ->
    [project] Projekt { $n } von { $options }
   *[option] Option { $n } von { $options }
}
voter-details-cost = Kosten: { $cost }
voter-details-chosen = { $what ->
    [project] Gewählt
   *[option] Gewählt
}
voter-details-not-chosen = { $what ->
    [project] Nicht gewählt
   *[option] Nicht gewählt
}
voter-details-points = { $n ->
    [0] Keine Punkte
    [one] 1 Punkt
   *[other] { $n } Punkte
}
voter-details-score = Bewertung: { $n } von { $max }
voter-details-no-score = Noch ohne Bewertung
voter-details-rank = Auf Platz { $rank }
voter-details-no-rank = Ohne Platz

# How much
voter-amount-points = { $what ->
    [project] Wie viele Punkte geben Sie diesem Projekt?
   *[option] Wie viele Punkte geben Sie dieser Option?
}
voter-amount-score = { $what ->
    [project] Wie bewerten Sie dieses Projekt?
   *[option] Wie bewerten Sie diese Option?
}
voter-amount-least = gar nicht
voter-amount-greatest = völlig
voter-amount-unit = { $n ->
    [0] keine Punkte
    [one] Punkt
   *[other] Punkte
}
voter-amount-how = Wählen Sie mit ↑ und ↓ oder den Zahlen, dann drücken Sie Eingabe:
voter-amount-how-key = Wählen Sie mit ↑ und ↓ und Eingabe oder drücken Sie die Zahl:
voter-amount-move-first = Erst ↓, dann Eingabe drücken:
voter-details-illustrative = { $what ->
    [project] Erfundenes Projekt für die Vorführung.
   *[option] Erfundene Option für die Vorführung.
}

# Blank
voter-blank-title = Stimmzettel leer abgeben?
voter-blank-title-question = Möchten Sie diese Frage leer lassen?
voter-blank-what = { $what ->
    [project] Ein leerer Stimmzettel ist gültig und wählt kein Projekt. Er kommt in die Urne und wird als leer gezählt.
   *[option] Ein leerer Stimmzettel ist gültig und wählt nichts. Er kommt in die Urne und wird als leer gezählt.
}
voter-blank-what-question = Andere Antworten bleiben.
voter-blank-loses = { $what ->
    [project] { $n ->
        [0] Sie haben noch kein Projekt gewählt.
        [one] Das gewählte Projekt wird entfernt.
       *[other] Die { $n } gewählten Projekte werden entfernt.
    }
   *[option] { $n ->
        [0] Sie haben noch nichts gewählt.
        [one] Die gewählte Option wird entfernt.
       *[other] Die { $n } gewählten Optionen werden entfernt.
    }
}
voter-blank-loses-points = { $n ->
    [0] Sie haben noch keine Punkte vergeben.
   *[other] Die vergebenen Punkte werden entfernt.
}
voter-blank-loses-scores = { $n ->
    [0] Sie haben noch nichts bewertet.
   *[other] Ihre Bewertungen werden entfernt.
}
voter-blank-loses-order = { $n ->
    [0] Sie haben noch nichts geordnet.
   *[other] Ihre Reihenfolge wird entfernt.
}
voter-blank-no = Nein, zurück zur Liste
voter-blank-yes = Ja, Stimmzettel leer abgeben
voter-blank-yes-question = Ja, ich lasse diese Frage leer

# Review
voter-review-title = Ihr Stimmzettel
voter-review-blank = Leerer Stimmzettel
voter-review-blank-question = leer
voter-review-nothing = Sie haben noch nichts gewählt.
voter-review-count = { $what ->
    [project] { $n ->
        [one] Ein Projekt gewählt
       *[other] { $n } Projekte gewählt
    }
   *[option] { $n ->
        [one] Gewählt: 1
       *[other] Gewählt: { $n }
    }
}
voter-review-points = { $n ->
    [one] Punkte: 1
   *[other] Punkte: { $n }
}
voter-review-scores = { $n ->
    [one] Bewertungen: 1
   *[other] Bewertungen: { $n }
}
voter-review-order = { $n ->
    [one] Geordnet: 1
   *[other] Geordnet: { $n }
}
voter-review-item-points = { $n ->
    [one] { $title }: 1 Punkt
   *[other] { $title }: { $n } Punkte
}
voter-review-item-score = { $title }: { $n } von { $max }
voter-review-item-rank = { $points ->
    [one] { $title } (1 Punkt)
   *[other] { $title } ({ $points } Punkte)
}
voter-review-left = { $left ->
    [one] 1 Punkt ist noch übrig.
   *[other] { $left } Punkte sind noch übrig.
}
voter-review-missing = { $n ->
    [one] Eine Auswahl fehlt noch: Gehen Sie zur Liste und ergänzen Sie sie.
   *[other] Es fehlen noch { $n }: Gehen Sie zur Liste und wählen Sie weiter.
}
voter-review-missing-points = { $n ->
    [one] 1 Punkt fehlt noch: Vergeben Sie ihn in der Liste.
   *[other] { $n } Punkte fehlen noch: Vergeben Sie sie in der Liste.
}
voter-review-missing-scores = { $n ->
    [one] Eine Bewertung fehlt noch: Geben Sie sie in der Liste ab.
   *[other] { $n } Bewertungen fehlen noch: Geben Sie sie in der Liste ab.
}
voter-review-missing-ranks = { $n ->
    [one] Ein Platz ist noch frei: Vergeben Sie ihn in der Liste.
   *[other] { $n } Plätze sind noch frei: Vergeben Sie sie in der Liste.
}
voter-review-look = Gehen Sie mit ↑ zu einer Frage, um Ihre Antwort zu sehen.
voter-review-complete = Es fehlen Antworten: Wählen Sie eine Zeile "noch offen" und Eingabe.
voter-review-todo = noch offen
voter-review-done = fertig
voter-review-or-blank = Oder geben Sie ihn leer ab.
voter-review-or-blank-question = Oder lassen Sie diese Frage leer.
voter-review-change = Auswahl ändern
voter-review-choose = Zurück zur Liste
voter-review-change-one = Ändern: { $question }
voter-review-confirm = Gut so: Stimmzettel versiegeln
voter-review-not-yet = Die Stimme ist noch nicht in der Urne: Sie können alles noch ändern.

# Sealing
voter-sealing-title = Das Versiegeln läuft
voter-sealing-wait = Das dauert einen Moment. Sie müssen nichts drücken.
voter-seal-failed-title = Der Stimmzettel konnte nicht versiegelt werden
voter-seal-failed-text = Die Stimme ist nicht in der Urne. Nichts ist verloren: Ihre Auswahl ist noch da. Mit Eingabe zurück zum Stimmzettel: Versuchen Sie es noch einmal. Passiert es wieder, rufen Sie das Personal.

# Offer
voter-offer-title = Stimmzettel versiegelt
voter-offer-not-yet = Noch nicht in der Urne.
voter-offer-code = Code des Stimmzettels:
voter-offer-what = Mit diesem Code können alle prüfen, ob der versiegelte Stimmzettel im öffentlichen Aushang steht. Der Code verrät nie, was darin ist.
voter-offer-how = Wählen Sie mit ↑ und ↓, dann Eingabe:
voter-offer-move-first = Erst ↓, dann Eingabe drücken:
voter-offer-cast = Stimmzettel in die Urne legen
voter-offer-change = Zurück und ändern
voter-offer-open = Gerät prüfen: Stimmzettel öffnen

# Opening: the voter tests the machine
voter-open-title = Diesen Stimmzettel öffnen?
voter-open-shows = Das Öffnen zeigt allen, ob das Gerät genau das versiegelt hat, was Sie gewählt haben.
voter-open-public = Der Inhalt wird öffentlich, ohne Ihren Namen, und dieser Stimmzettel zählt nicht als Stimme.
voter-open-again = Danach stimmen Sie von vorn ab, mit einem neuen Stimmzettel.
voter-open-no = Nein, zurück zum versiegelten Stimmzettel
voter-open-yes = Ja, Stimmzettel öffnen
voter-opening-title = Das Öffnen läuft
voter-opening-wait = Das dauert einen Moment. Sie müssen nichts drücken.
voter-opened-title = Der Stimmzettel ist offen
voter-opened-not-cast = Er ist nicht in der Urne und zählt nicht. Darin war:
voter-opened-more = Weiter: Rest des Stimmzettels
voter-opened-next = Weiter: wo Sie prüfen
voter-opened-where = In einigen Tagen steht er im öffentlichen Aushang, mit seinem Inhalt und ohne Ihren Namen. Prüfen Sie, ob alles übereinstimmt:
voter-opened-take = Fotografieren Sie den Code oder schreiben Sie ihn ab.
voter-opened-back = Noch einmal sehen, was darin war
voter-opened-vote = Jetzt stimme ich ab, von vorn
voter-opened-cleared = Die frühere Auswahl ist gelöscht.
voter-open-failed-title = Stimmzettel NICHT geöffnet
voter-open-failed-text = Er wurde nicht geöffnet und ist nicht in der Urne: Er wurde gelöscht. Ihre Auswahl ist noch da und Ihr Stimmrecht ist nicht verloren. Mit Eingabe kommen Sie zum Stimmzettel zurück. Wenn es wieder passiert, rufen Sie das Personal.

# Casting
voter-casting-title = Stimmzettel kommt in die Urne
voter-casting-wait = Das dauert einen Moment. Sie müssen nichts drücken.
voter-cast-failed-title = Stimme NICHT in der Urne
voter-cast-failed-right = Ihr Stimmrecht bleibt: Sie können noch einmal abstimmen.
voter-cast-failed-forgotten = Ihre Auswahl und der Code wurden von diesem Bildschirm gelöscht.
voter-cast-failed-call = Rufen Sie das Personal. Dann Eingabe.

# Slip
voter-slip-title = Die Stimme ist in der Urne
voter-slip-take = Fotografieren Sie den Code oder schreiben Sie ihn ab.
voter-slip-proves = Mit dem Code können Sie in einigen Tagen prüfen, ob Ihr versiegelter Stimmzettel im öffentlichen Aushang steht:
voter-slip-not = Der Code beweist nicht, was Sie gewählt haben: Niemand kann es daraus lesen.
voter-slip-done = Fertig
voter-finish-title = Haben Sie den Code fotografiert oder notiert?
voter-finish-text = Nach dieser Seite ist der Code nicht mehr zu sehen. Die Stimme bleibt in jedem Fall in der Urne.
voter-finish-no = Nein, zurück zum Code
voter-finish-yes = Ja, fertig

# Leaving
voter-leave-title = Möchten Sie ohne Stimmabgabe gehen?
voter-leave-text = Ihre Auswahl wird gelöscht. Ihr Stimmrecht ist weder genutzt noch verloren: Sie können später abstimmen.
voter-leave-no = Ich bleibe
voter-leave-yes = Ja, ich gehe ohne Stimmabgabe

# Nobody there
voter-idle-title = Sind Sie noch da?
voter-idle-text = Drücken Sie eine beliebige Taste: Alles ist so, wie Sie es verlassen haben.
voter-idle-else = Wenn niemand antwortet, schließt sich der Bildschirm und die Auswahl wird gelöscht. Das Stimmrecht bleibt.
voter-idle-else-cast = Ohne Antwort schließt sich der Bildschirm. Die Stimme ist schon in der Urne und bleibt dort.
voter-idle-key = irgendeine Taste
voter-idle-do = weiter

# Give the screen back
voter-over-thanks = Danke
voter-over-give-back = Geben Sie den Bildschirm dem Personal.
voter-over-voted = Die Stimme ist in der Urne.
voter-over-left = Keine Stimmabgabe. Ihr Stimmrecht ist weder genutzt noch verloren: Sie können später abstimmen.
voter-over-deserted-title = Bildschirm geschlossen
voter-over-deserted = Niemand hat geantwortet: Die Auswahl wurde gelöscht und die Stimme ist nicht in der Urne. Das Stimmrecht ist nicht verloren.
voter-over-call = Rufen Sie das Personal.
voter-over-failed = Die Stimme ist nicht in der Urne. Ihr Stimmrecht bleibt: Das Personal kann Sie noch einmal abstimmen lassen.
voter-over-staff = nur für das Personal

# Before the vote: the person reads what the desk wrote, and confirms it.

confirming-place = Zuerst lesen und bestätigen
confirming-place-brief = Vorher
confirming-declaration-title = Ihre Erklärung
confirming-city-user = Ich, { $who }, Geburtsdatum { $birth }, erkläre: Ich { $reason } ({ $area }). Ich bitte um Eintragung in das Verzeichnis der City User, um hier abzustimmen.
confirming-residence = Ich, { $who }, Geburtsdatum { $birth }, erkläre: Ich wohne in { $area }. Ich möchte als ansässige Person abstimmen; das Meldeamt wird meine Erklärung prüfen.
confirming-yes = Alles ist richtig: Ich bestätige
confirming-no = Etwas ist falsch: Ich bestätige nicht
confirming-not-recorded = Nichts wurde gespeichert. Sagen Sie dem Personal, was nicht richtig ist.
confirming-failed = Etwas ist nicht gelungen. Das Stimmrecht wurde nicht genutzt: Rufen Sie das Personal.
confirming-help-title = Hilfe beim Abstimmen
confirming-help-staff = Sie haben um die Hilfe einer Person vom Personal gebeten ({ $reason }).
confirming-help-companion = Sie haben um die Hilfe Ihrer Begleitperson gebeten ({ $reason }).
confirming-help-notice = Wer hilft, tut, was Sie sagen, und erzählt niemandem, was er gesehen hat. Gespeichert wird nur, dass es Hilfe gab, nicht Ihre Stimme und keine Namen.
confirming-help-yes = Ja, mit Hilfe abstimmen
confirming-help-no = Nein, ohne Hilfe abstimmen
confirming-alone = Ohne Hilfe abstimmen: Eingabe. Oder rufen Sie das Personal.
declared-work = arbeite hier
declared-study = studiere hier
declared-volunteering = ich bin hier ehrenamtlich tätig
declared-domicile = habe hier mein Domizil

# Size, colours, voice
voter-look-title = Wie möchten Sie lesen?
voter-look-how = Wählen Sie eine Zeile und drücken Sie die Leertaste: Es ändert sich sofort. Ihre Auswahl bleibt.
voter-look-size-normal = Schrift: normal
voter-look-size-large = Schrift: groß
voter-look-size-bold = Schrift: fett, mehr Abstand
voter-look-size-very-large = Schrift: sehr groß
voter-look-colours-dark = Farben: hell auf dunkel
voter-look-colours-light = Farben: schwarz auf weiß
voter-look-colours-yellow = Farben: gelb auf schwarz
voter-look-colours-blue = Farben: weiß auf blau
voter-look-voice-none = Vorlesen: kann dieser Computer nicht
voter-look-voice-off = Vorlesen: aus
voter-look-voice-slow = Vorlesen: an, langsam
voter-look-voice-normal = Vorlesen: an
voter-look-voice-fast = Vorlesen: an, schnell
voter-look-done = Fertig: zurück

# Headphones
voter-headphones-title = Hören Sie mich im Kopfhörer?
voter-headphones-text = Der Computer liest alles vor, auch Ihre Auswahl. Ohne Kopfhörer können andere mithören. Mit F4 hören Sie noch einmal.
voter-headphones-no = Nein: Vorlesen ausschalten
voter-headphones-yes = Ja, ich höre im Kopfhörer

# What is heard
voter-heard-chosen = Gewählt
voter-heard-not-chosen = Nicht gewählt
voter-heard-place = Zeile { $n } von { $of }
voter-heard-code = Das ist der Code Ihres Stimmzettels. Mit F4 hören Sie ihn noch einmal.
voter-heard-paper = Der Beleg mit dem Code ist gedruckt: Bitten Sie das Personal darum.
voter-heard-finish = Haben Sie den Code notiert, oder haben Sie den Beleg?

# Whose help, and why not
assistance-sight = sieht nicht gut
assistance-movement = kann die Tasten nicht bedienen
assistance-reading = kann nicht lesen
assistance-language = versteht die Sprache nicht
assistance-other = anderer Grund
refusal-companion-is-voter = Das ist der Code der Person, die wählt: Nötig ist der Code der Person, die hilft.
refusal-companion-code = Nötig ist der codice fiscale der Person, die hilft, mit ihrer Gesundheitskarte.
refusal-companion-limit = Diese Person hat schon so vielen geholfen, wie die Befragung erlaubt. Das Personal kann helfen.

# The slip on paper
voter-paper-going = Ihr Beleg wird gedruckt.
voter-paper-printed = Ihr Beleg ist gedruckt: Nehmen Sie ihn.
voter-paper-failed = Kein Beleg vom Drucker: Schreiben Sie den Code ab. Sonst ist alles gut.
