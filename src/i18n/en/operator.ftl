# The screens of the station's staff.

operator-rows = Rows { $first }-{ $last } of { $all }
operator-clock-simulated = simulated clock  { $hour }

operator-kind-banchetto = Street table
operator-kind-assisted = Assisted voting
operator-kind-assembly = Assembly
operator-role-president = president
operator-role-clerk = clerk

# Keys of the footer: what each does.

operator-do-help = help
operator-do-lock = lock
operator-do-unlock = unlock
operator-do-quit = quit
operator-do-people = people to try
operator-do-clear = clear
operator-do-check = check
operator-do-sync = send to the server
operator-do-close = close the day
operator-do-open = open the day
operator-do-count = count the votes
operator-do-desk = back to the desk
operator-do-hand-over = hand the screen over
operator-do-leave-visit = not voting now
operator-do-next-person = next person
operator-do-register = register the person
operator-do-correct = correct the document
operator-do-scroll = scroll
operator-do-again = try again
operator-do-take = use this code

# State of sync, in the header of every screen.

operator-sync-nothing = nothing waiting
operator-sync-waiting = { $n } waiting
operator-sync-last = last sent { $hour }
operator-sync-never = never sent
operator-sync-failed = last sending failed

# Unlocking.

operator-unlock-title = Unlock the station
operator-unlock-who = Who are you?
operator-unlock-name = Name
operator-unlock-passphrase = Passphrase
operator-unlock-moment = One moment… The passphrase is being checked, which takes a few seconds.
operator-unlock-locking = One moment… The station is being locked.
operator-unlock-refused = The name or the passphrase is wrong. Check capitals and spaces, then try again.
operator-unlock-too-early = It is too early to try again: the passphrase was not checked.
operator-unlock-wait = You can try again in { $n ->
    [one] { $n } second
   *[other] { $n } seconds
}.

# Opening.

operator-opening-title = Open the day
operator-opening-check = Before opening, check that everything is right:
operator-opening-clock = Date and time
operator-opening-simulated = simulated for the demo
operator-opening-phase = Voting here
operator-opening-phase-days = from { $from } to { $to }
operator-opening-no-phase = no period is set
operator-opening-box = Ballot box
operator-opening-box-empty = empty: 0 votes
operator-opening-box-holds = { $n ->
    [one] { $n } vote of earlier days
   *[other] { $n } votes of earlier days
}
operator-opening-next = If everything is right, press Enter. If date or time are wrong, do not open: call the office.
operator-opening-finished = This station has closed for the last time
operator-opening-finished-next = Nobody votes here any more. If the header says that something is waiting, press F6 where there is a network. The laptop goes back to the office.
operator-opening-finished-count = This is a demo: press F9 to count the votes and see the result.

# The desk.

operator-desk-title = Check-in desk
operator-desk-today = Today
operator-count-check-ins = People checked in
operator-count-cast = Votes in the box
operator-count-paper = Votes on paper
operator-count-void = Voided admissions
operator-count-abandoned = Without a vote
operator-count-admitted = Admitted, not voted yet
operator-count-city-users = City users registered

# The document.

operator-document-title = Document of { $code }
operator-document-birth = Date of birth (dd/mm/yyyy)
operator-document-expiry-needed = Expiry (dd/mm/yyyy)
operator-document-expiry = Expiry (empty if none)
operator-document-no-kind = This consultation lists no documents. Nobody can be checked in: call the office.
operator-document-no-birth = This date of birth does not exist or is not whole: write day, month and year with four digits, for example 07/03/1958.
operator-document-no-expiry = This expiry does not exist or is not whole: write day, month and year with four digits, or leave it empty if the document does not expire.

# The verdict.

operator-verdict-admitted = MAY VOTE
operator-verdict-refused = MAY NOT VOTE NOW
operator-verdict-not-on-roll = NOT ON THE ROLL OF RESIDENTS
operator-verdict-resident = On the roll of residents: { $area }.
operator-verdict-turn = Press Enter and turn the screen to the person. To have it back you will need your PIN.
operator-verdict-may-register = City user: works, studies, volunteers or has a domicile here.
operator-verdict-may-attest = Resident missing from the roll: their declaration is recorded.
operator-verdict-offers = If the person is entitled to it, choose by number:
operator-verdict-residents-only = Only residents vote in this consultation. If the person believes to be one, send them to the registry. Press Enter for the next person.
operator-verdict-waiting = Who registers today can vote in { $n ->
    [one] { $n } day
   *[other] { $n } days
}.

# City user, attested residence.

operator-registration-city-user = Register a city user
operator-registration-residence = Record a declaration of residence
operator-registration-surname = Surname
operator-registration-given-names = Names
operator-registration-reason = Reason
operator-registration-area = Comune

# The screen comes back.

operator-return-title = Thank you
operator-return-how = Give the screen back to the staff. Only they can go on from here, with the PIN and Enter.
operator-return-pin = Operator's PIN
operator-return-short = The PIN has { $n } digits: complete it, then press Enter. No try was used.
operator-return-passphrase = Operator's passphrase
operator-return-wrong = The PIN is wrong. { $n ->
    [one] { $n } try is
   *[other] { $n } tries are
} left, then the passphrase is needed.
operator-return-passphrase-needed = Too many wrong PINs: now the passphrase of the operator who unlocked the station is needed.
operator-return-passphrase-wrong = The passphrase is wrong. Check capitals and spaces, then try again.
operator-return-failed = The check did not work. Nothing is lost: try again.

# Closing.

operator-closing-title = Close the day
operator-closing-adds-up = It adds up: { $sum }
operator-closing-differs = It does not add up: { $sum }. The minutes will say so; call the president before closing.
operator-closing-left-behind = { $n ->
    [one] { $n } admitted person has not voted: at closing they count as without a vote and may come back
   *[other] { $n } admitted people have not voted: at closing they count as without a vote and may come back
} another day.
operator-closing-left-behind-last = { $n ->
    [one] { $n } admitted person has not voted: at closing they count as without a vote
   *[other] { $n } admitted people have not voted: at closing they count as without a vote
}, and there is no other day to vote here.
operator-closing-phase = Voting here goes on until { $date }.
operator-closing-is-last = Today is the last day (voting here goes on until { $date }): when nobody comes any more, choose 3.
operator-closing-not-yet = Not yet: back to the desk
operator-closing-today = Close the day: the station opens again another day
operator-closing-last = Close for the last time: everything leaves, nobody votes here any more
operator-closing-last-means = After the last closing this station cannot open again. To confirm, type END and press Enter. Esc goes back.
operator-closing-word = Type END
operator-closing-word-wrong = That is not the word: type END, or press Esc.

# Minutes.

operator-minutes-title = The day is closed. The minutes are signed and saved.
operator-minutes-path = Minutes: { $path }

# Printing. A paper that fails never stops a vote, and every text says so where it may be feared.

operator-do-print = print
print-going = A moment… The printer is working.
print-minutes-done = The minutes are printed.
print-none = This station has no printer. The minutes are also a page to print: in the same folder, ending in .html.
print-missing = Not printed: the printer is not connected ({ $device }). Check its cable and that it is on, then try again. Votes and minutes are safe.
print-not-allowed = Not printed: this computer does not allow the use of the printer ({ $device }). Call the office. Votes and minutes are safe.
print-unreachable = Not printed: the printer does not answer ({ $device }). Check that it is on and in the network, then try again. Votes and minutes are safe.
print-not-ready = Not printed: the printer is open, out of paper or reports an error. Set it right, then try again. Votes and minutes are safe.
print-stuck = Not printed, or only in part: the printer takes no more ({ $device }). Check paper and cover, then try again. Votes and minutes are safe.
print-full = Not printed: there is no room left in { $device }. Votes and minutes are safe.
print-busy = Not printed: the printer still has other papers to print. Try again shortly.
print-forgotten = Not printed: the person left before.
print-failed = Not printed: the printer does not work ({ $device }). Votes and minutes are safe.
print-kept = Not printed: in place of the printer there is a file, which would keep the codes in the order of the votes. Call the office. The votes are safe.
print-settings = The printer is not used: the settings (settings.toml, line { $line }) are wrong: { $why }. Voting goes on; call the office.

# Sync.

operator-exchange-title = Sending what waits to the server
operator-exchange-going = One moment… The station is talking to the server.
operator-exchange-sent = { $n ->
    [0] Received by the server: 0 batches, there was nothing to send
    [one] Received by the server: { $n } batch
   *[other] Received by the server: { $n } batches
}.
operator-exchange-none-wait = Nothing waiting.
operator-exchange-kept = { $n ->
    [one] { $n } ballot stays in the box: it leaves
   *[other] { $n } ballots stay in the box: they leave
} when there are more, or with the last closing, because a few ballots together could tell whose they are.
operator-exchange-wait = { $n ->
    [one] { $n } batch still waits
   *[other] { $n } batches still wait
}: the next sending takes care of it.
operator-exchange-refused = The server has refused { $n ->
    [one] { $n } batch
   *[other] { $n } batches
}. They are kept here: call the office and read out what follows.
operator-exchange-nothing-lost = Nothing is lost: the votes stay here, encrypted, until the server has them. Voting can go on without a network.

# The count of the demo.

operator-counting-title = The result
operator-counting-going = One moment… Duplicates are removed, the trustees open the totals together, everything is verified.
operator-counting-failed = The count did not work. The votes are safe: press Esc, then F9 to try again.
operator-counting-ballots = Ballots received { $received }, removed as duplicates { $removed }, counted { $counted }, of which blank { $blank }.
operator-counting-received = Ballots received { $received }, removed as duplicates { $removed }, counted { $counted }.
operator-counting-with-paper = Sealed ballots: received { $received }, removed as duplicates { $removed }, counted { $counted }. Paper ballots counted: { $paper }.
operator-counting-by-votes = Each choice is a vote.
operator-counting-by-points = The points given are added up.
operator-counting-by-scores = Scores from 0 to { $max }: mean and sum.
operator-counting-by-ranks = Each place has its points: { $weights }.
operator-counting-blank = Blank: { $n }.
operator-counting-points = points
operator-counting-mean = mean
operator-counting-rank = no.{ $n }
operator-counting-decimal = { $whole }.{ $tenth }
operator-counting-trustees = Totals opened together by trustees: { $n }.
operator-counting-funded = [x] = funded
operator-counting-cost = cost
operator-counting-votes = votes
operator-counting-budget = Of { $budget } available, { $spent } are given; { $left } are left.
operator-counting-tie = [?] = not decided yet: where votes are equal the public draw decides ({ $draw }), which has not happened yet.
operator-counting-verified = The verification succeeded: { $passed } checks of { $all }.
operator-counting-not-verified = The verification did NOT succeed: { $passed } checks of { $all }. Failed:
operator-counting-package = Package that anyone can verify: { $path }

# Trouble.

operator-trouble-title = Something went wrong
operator-trouble-detail = For support: { $detail }

# People to try, in the demo.

operator-people-title = Made-up people to try
operator-people-document = Document
operator-people-birth = Date of birth
operator-people-expected = What happens

# Help.

operator-help-title = Help
operator-help-unlock = Choose your name with the arrows or by its number, press Enter, type the passphrase and press Enter again. After a wrong passphrase there is a wait, longer each time: switching off does not help. If you forgot the passphrase, only the office can change it; votes already cast are safe.
operator-help-opening = Before people can be checked in, the day is opened. Check date and time, that the box holds only votes of earlier days (none on the first day) and that the roll is there; then press Enter. If the laptop runs on its battery, plug it in. Printer and speech are handy, but people vote without them too. If the station refuses to open, the reason is written below. Where two people are needed, the second types their passphrase.
operator-help-closing = The counts say that everyone checked in has voted, has voted on paper, was voided or has not voted. If the station opens again, choose to close the day. Only on the last day choose to close for the last time: then all votes leave. Where two people are needed, the second types their passphrase.
operator-help-minutes = These are the minutes of the day, already signed and saved in the file named. The arrows scroll, F6 sends them with the votes, F7 prints them; in the same folder there is also a page to print and sign.
operator-help-exchange = Sending takes the signed and encrypted batches that wait to the server: over the network, or on a stick that somebody carries to the office. It can be repeated at will: nothing arrives twice. If the stick is pulled out too early nothing is lost: try again. When it comes back from the office, plug it in here again: the server's receipts are read by themselves.
operator-help-counting = At the end of the demo votes are counted as in a real consultation: duplicates are removed, trustees open only the totals together, and anyone can verify the package.
operator-help-always = On every screen: F1 or ? shows this help, F10 locks the station at once; somebody else can unlock it under their own name. At the top right you see how much waits to be sent. If an F key does not work: Ctrl-T works out the code of who has no card, Ctrl-S sends, Ctrl-D closes the day, Ctrl-L locks.
operator-help-demo = In this demo F3 (or Ctrl-P) shows made-up people: Enter puts the code into the desk's field. F9 (or Ctrl-R) counts the votes at the end.

# After a crash, on the bare terminal.

operator-stopped = Seggio has stopped. Votes already in the box are safe. Start it again; if it happens again, call the office. The reason is in { $log }

# The desk: one field for whatever the person brings.

operator-desk-field = Code or document
operator-desk-how = Hold the health card or the document under the reader, or type the codice fiscale and press Enter. No card: F4.
operator-desk-code-next = The document is read. Now the health card, or type the codice fiscale; if there is no card, press F4.
operator-desk-document-read = { $kind } { $number }: { $who }, { $birth }, valid until { $expiry }
operator-zone-line = Line { $have } of { $of } is read: now the next line. Esc starts again.

operator-do-no-card = no card
operator-do-compute = work out the code
operator-do-document = document seen
operator-do-scanned = take what was read
operator-do-help-voter = help to vote
operator-do-void = take the admission back
operator-do-exception = president decides
operator-do-show-person = the person reads and confirms

# How old the lists are that verdicts rest on.

operator-list-roll = Roll of residents
operator-list-elsewhere = Who voted elsewhere
operator-list-today = today's, updated at { $hour }
operator-list-before = updated on { $date } at { $hour }
operator-list-made = list of { $when }
operator-line-online = online now
operator-line-offline = offline now
operator-desk-offline-continue = The server does not answer. Go on: double votes are found at the end.
operator-desk-offline-stop = The server does not answer: for now nobody is admitted here. Check the network; if it goes on, call the office.
operator-desk-offline-president = The server does not answer: for now only the president may admit people, case by case. Check the network; if it goes on, call the office.
operator-desk-board-alarm = The server has shown a board that differs from the one this station knows. Call the office; the votes are safe and voting can go on.
operator-exchange-elsewhere = The list of who voted elsewhere is up to date.
operator-verdict-web-vote = Has already voted on the web. Tell them: if they vote here this vote counts, and the one on the web is removed at the end.
operator-verdict-not-claimed = The server does not answer now. They may vote: if they have already voted elsewhere, it is found at the end.
operator-list-none = missing
operator-list-never = never received

# The person whose code was read.

operator-person-field = Reading
operator-person-decoded = { $sex ->
    [F] Woman born on { $birth } ({ $age } years old), { $place }
   *[M] Man born on { $birth } ({ $age } years old), { $place }
}
operator-person-undecoded = This code does not tell the date of birth: the document does.
operator-person-ask = Photograph theirs, date of birth { $birth }, not expired? If all of it is so, press the document's number, or hold it under the reader.
operator-person-ask-any = Photograph theirs and date of birth { $birth }? If so, press the document's number, or hold it under the reader.
operator-person-ask-birth = Look at the photograph, then press the document's number: the date of birth must be copied. Or hold it under the reader.
operator-person-copy = Something differs, or it has expired: I copy the data
operator-person-card-only = Has only the health card

operator-found-admitted = This person was admitted today and has not voted yet: may go on.
operator-found-registered = Is registered at this station already and may vote.
operator-found-waiting = Is registered at this station already: may vote from { $date }.
operator-found-nowhere = Is not on the roll of residents.
operator-found-refused = Could not vote here ({ $hour }): { $why }

# Without the card: the code is computed.

operator-computing-title = Work out the codice fiscale
operator-computing-how = Copy the data from the document, or hold it under the reader. A code that was worked out may not be the real one: if there is a card, use the card.
operator-computing-sex = Sex (F or M)
operator-computing-place = Comune or state of birth
operator-computing-abroad = abroad
operator-computing-until = until { $date }
operator-computing-no-sex = Write F or M, as on the document.
operator-computing-no-place = No place has this name: write the comune or, for who was born abroad, the state in Italian.
operator-computing-no-letters = No code can be worked out from this name: use Latin letters, as on the document.

# The verdict, and what can be done about it.

operator-verdict-nothing-spent = No vote was used. If something was copied wrongly, or the person has another document, press Esc.
operator-verdict-president = Only a president can decide otherwise: call one, unlock the station under their name and check the person in again.
operator-verdict-exception = You are president: with P you can decide otherwise. The reason stays in the journal, without names.

operator-void-title = Take the admission back
operator-void-how = The person cannot vote, unless they are checked in again. The reason stays in the journal, without names.
operator-override-title = The president decides
operator-override-how = Why may this person vote all the same? The reason stays in the journal, without names.

# Help at the voter's screen.

operator-assisting-title = Who helps the person to vote?
operator-assisting-nobody = Nobody: votes without help
operator-assisting-staff = A member of the staff
operator-assisting-companion = A companion
operator-assisting-why = Why is help needed?
operator-assisting-code = Code of the companion
operator-help-staff = Votes with the help of the staff ({ $reason }).
operator-help-companion = Votes with the help of a companion ({ $reason }).

# City user, attested residence.

operator-registration-number = Document number
operator-registration-no-number = The document's number is missing or has signs that it cannot have: copy it from the document.
operator-registration-no-reason = Choose the reason by its number: the person says which.
operator-registration-no-area = Choose the comune by its number: the person says which.
operator-registration-then = Enter: then turn the screen. The person reads and confirms; only then is the registration sealed.
operator-registration-told = If it is right like this, press Enter again and turn the screen.

operator-help-computing = For who left the card at home. Copy surname, names, date of birth, sex and place of birth from the document: the first letters of the place are enough, then choose with the arrows. For who was born abroad write the state. A code worked out like this is marked so.
operator-help-person = At the top is what the code says. Look at the document: if photograph, date of birth and validity are right, its number in the list is enough. With a reader, read the lines at the bottom of the document. If something differs, press 9 and copy the data. The health card has no photograph: alone it is not enough.
operator-help-assisting = Help is only for who asks for it. What is recorded is not for whom they vote nor who they are: only that there was help, whose and why. The person confirms it on their screen. A companion may help few people: their code serves only to count them.
operator-help-reasons = Choose the reason with the arrows or by number, then press Enter. It stays in the station's journal with the hour, without names.
operator-help-desk = Hold the health card under the reader, or type the codice fiscale and press Enter. You can begin with the document too: read the lines at its bottom. Who has no card: F4. If a person went away without voting, check them in again: today they can go on. If somebody appears to have voted elsewhere, the screen says what to do.
operator-help-document = Choose the kind of document by number, then copy date of birth and expiry as they are written. Enter or Tab goes on, the arrows go back. After the last field Enter checks whether the person may vote.
operator-help-verdict = Read to the person what is written. If they may vote, press Enter and turn the screen: from then on it is theirs, and you take it back with your PIN. If they ask for help press A, if they want the paper ballot C, if the admission is a mistake V. If they may not vote, the reason and the next step are written: do not argue, it is not your decision.
operator-help-registration = Copy the data from the document, or hold it under the reader; the person says reason and comune. Then turn the screen: the person reads the declaration and confirms. From then on the data are sealed and not even this station can read them again: the registry checks them.
operator-verdict-city-user = Admitted as a city user. The registration is sealed for the registry.
operator-verdict-attested = Admitted with declared residence. The declaration is sealed for the registry.
operator-verdict-resumed = Was admitted today already, and the vote was not used: we go on from there.
operator-verdict-voted = HAS VOTED ALREADY
operator-verdict-first = A card does nothing here: first finish with this person, with the keys below.
operator-person-either = Born on { $one } or { $other }: the code does not tell the century
operator-assisting-exception = Why may they help all the same? The reason stays in the journal, without names.
operator-return-by-hand = The PIN is typed by hand, one digit after the other. No try was used.

# Paper ballots: handing one out.

operator-do-paper = paper
operator-issue-title = Hand out a paper ballot
operator-issue-means = The person will count as having voted: they can no longer vote on this screen, nor get another slip. It cannot be undone.
operator-issue-spoilt = If the person spoils the slip, exchange it for a new one: cross out the spoilt one and keep it apart, outside the box. There is nothing to record here.
operator-issue-alone = This station has a single operator, but paper is counted by two: ask the office to add one before the last closing.
operator-issue-no = No: back
operator-issue-yes = Yes: I record it, then hand out the slip
operator-issue-done = HAND OUT THE SLIP
operator-issue-done-how = It is on record: the person has voted. Now give them a slip, only one, and show them the box.
operator-help-issuing = The paper ballot is for who cannot or will not vote on the screen. It counts as a vote: first it is recorded, then handed out. Slips stay in the sealed box until the last closing, when two operators count them.

# Closing, where there is paper.

operator-do-paper-found = I found paper ballots
operator-closing-paper = { $n ->
    [one] So far { $n } paper ballot: it stays in the sealed box
   *[other] So far { $n } paper ballots: they stay in the sealed box
} until the last closing.
operator-closing-paper-last = { $n ->
    [one] There is { $n } paper ballot: it is counted
   *[other] There are { $n } paper ballots: they are counted
} only at the last closing: without it they stay out of the count.
operator-closing-paper-first = First the box of paper is counted, by two: fetch the box and call another operator.

# The count of the box of paper.

operator-do-stop-count = leave the count
operator-do-before = answer before
operator-paper-title = Count the paper ballots
operator-paper-first = First count: { $name }
operator-paper-second = Second count: { $name }
operator-paper-second-title = Now another operator counts
operator-paper-second-how = Who counted first steps away from the screen. The second counts everything again, without knowing the numbers of the first, and begins with their own passphrase.
operator-paper-second-same = The second operator must be another one.
operator-paper-alone = This station has a single operator, and paper is counted by two. Nothing is lost: press Esc, keep the box sealed and ask the office to add an operator.
operator-paper-head-how = Open the box. A slip is void if it cannot be read or if even one answer is not allowed: put the void ones aside.
operator-paper-nothing-kept = Until the closing nothing is saved: if you stop, or the power fails, the count begins again. The slips remain.
operator-paper-found = Slips found in the box
operator-paper-void = of them void
operator-paper-valid = of them valid
operator-paper-handed-out = Slips handed out
operator-paper-blank = Blank slips
operator-paper-at-rank = Rank { $rank }: { $title }
operator-paper-question = { $title } ({ $n ->
    [one] { $n } valid slip
   *[other] { $n } valid slips
})
operator-paper-sum = Sum { $sum }: must be from { $least } to { $most }
operator-paper-sum-is = Sum { $sum }: must be { $least }
operator-paper-sum-rank = Rank { $rank }, sum { $sum }: from { $least } to { $most }
operator-paper-sum-rank-is = Rank { $rank }, sum { $sum }: must be { $least }
operator-paper-slip = Slip { $n } of { $all }: { $title }
operator-paper-slips-done = { $n ->
    [one] The slip is written
   *[other] All { $n } slips are written
}. Enter to go on, arrow up to correct the last one.
operator-paper-slips-differ = { $n ->
    [one] One slip is not the same
   *[other] { $n } slips are not the same
} in the two counts. Which is not said, so that nobody reads a vote here: write all of them again, first one and then the other.
operator-paper-type-options = The numbers of the marked boxes, with a space between them: 2 5
operator-paper-type-values = A number for every row, in order, with a space between them: 3 0 2
operator-paper-type-ranks = The number of the first rank, then of the second, and so on; 0 for an empty rank: 4 1
operator-paper-type-blank = B if it is blank.
operator-paper-answer = Answer
operator-paper-together = Count again together
operator-paper-heads-differ = The two counts are not the same. Count again together, then write the numbers on which you agree.
operator-paper-totals-differ = { $n ->
    [one] One number is not the same
   *[other] { $n } numbers are not the same
} in the two counts. Count again together and write the one on which you agree.
operator-paper-column-first = first
operator-paper-column-second = second
operator-paper-column-agreed = together
operator-paper-agreed = The two counts are the same
operator-paper-agreed-together = The agreed count
operator-paper-all-found = All slips that were handed out were found.
operator-paper-taken-away = { $n ->
    [one] { $n } slip that was handed out is missing: it was taken away
   *[other] { $n } slips that were handed out are missing: they were taken away
}. The minutes say so.
operator-paper-too-many = { $n ->
    [one] There is { $n } slip
   *[other] There are { $n } slips
} more than were handed out, among the void ones. The minutes say so.
operator-paper-none = No valid slip.
operator-paper-will-seal = They are fewer than { $n }: at the closing they are sealed in the electronic box, and the minutes do not tell what they say.
operator-paper-will-tell = { $n } or more are valid: at the closing the totals go into the signed minutes.
operator-paper-recount = No: we count again
operator-paper-close = It is right: I close for the last time
operator-paper-leaving = Leave the count?
operator-paper-leaving-how = The numbers written so far are lost and the station stays open. The slips stay in the box: you can begin again at any time.
operator-paper-stay = No: I go on counting
operator-paper-leave = Yes: back to the desk
operator-paper-missing = Write a number in every row: if there is none, write 0.
operator-paper-void-exceeds = There cannot be more void slips than were found.
operator-paper-too-many-valid = There would be { $valid } valid slips, but { $n ->
    [one] { $n } slip was handed out
   *[other] { $n } slips were handed out
}: count again. If there are really more, those too many are void.
operator-paper-blank-many = Blank { $blank }, valid { $valid }: there cannot be more blank ones.
operator-paper-option-many = "{ $title }" has { $amount }: it can have at most { $most }.
operator-paper-sum-wrong = This cannot be. { $sum }. Count this question again, or see whether a slip is void.
operator-paper-impossible = No allowed slips can give these totals: count this question again, or see whether a slip is void.
operator-paper-no-such-number = A number is not one of the slip's, or is there twice. If it is really written so, the slip is void: press Esc and begin again with one more void.
operator-paper-numbers = It takes { $n } numbers, no more and no fewer.
operator-paper-too-few = Too few choices: at least { $n }. If the slip is so, it is void: press Esc and begin again with one more void.
operator-paper-too-many-chosen = Too many choices: at most { $n }. If the slip is so, it is void: press Esc and begin again with one more void.
operator-paper-too-much = A number is too high: at most { $n }. If the slip is so, it is void: press Esc and begin again with one more void.
operator-paper-points = The points do not add up: there are { $n }. If the slip is so, it is void: press Esc and begin again with one more void.
operator-paper-no-blank = Blank is not possible here: the slip is void. Press Esc and begin again with one more void.
operator-paper-too-expensive = Together they cost too much: the slip is void. Press Esc and begin again with one more void.
operator-paper-empty-rank = A rank is missing. If the slip is so, it is void: press Esc and begin again with one more void.
operator-help-paper = Two operators count the box, one after the other, without seeing each other's numbers. Only digits are written; Enter goes to the next row, the arrows go back. Where the counts differ you count again together. If there are few slips they are written one by one and end sealed in the box, so that no minutes tell a single vote.

# Power, printer, speech.

operator-battery = battery { $n }%
operator-battery-plugged = plugged in, { $n }%
operator-power = Power
operator-power-no-battery = no battery: always plugged in
operator-power-plugged = plugged in, battery at { $n }%
operator-power-battery = on battery, { $n }%: better to plug it in
operator-power-low = on battery, only { $n }%: plug it in
operator-printer = Printer
operator-printer-none = none: the code is photographed
operator-speech = Speech for voters
operator-speech-yes = ready
operator-speech-none = not on this laptop
operator-desk-battery = Battery at { $n }%: plug the laptop in. No vote is lost.
operator-desk-waiting = { $n ->
    [one] { $n } packet leaves
   *[other] { $n } packets leave
} when there is a network: that is normal, also all day.
operator-sync-offline = no network here

# Opening again, and with two people.

operator-opening-again = Today's day has been closed already. The president can open it again with Enter: the reason will be in the minutes.
operator-opening-reason-needed = Today's day has been closed already: to open it again the president gives the reason. Press Enter.
operator-opening-second-needed = In this consultation two people open. Nothing is lost: press Enter and call another operator.
operator-opening-second-title = Now another operator confirms
operator-opening-second-how = In this consultation two people open. The other one looks at the box and the checks, then types their passphrase.
operator-closing-second-title = Now another operator confirms
operator-closing-second-how = In this consultation two people close. The other one looks at the counts, then types their passphrase.
operator-second-alone = This station has a single operator, and two are needed. Nothing is lost: press Esc and call the office, which can add one.
operator-reopening-title = Opening the day again
operator-reopening-how = Why does it open again today? The reason stays in the journal and in the minutes.
reopening-closed-by-mistake = It had been closed by mistake
reopening-people-waiting = People who had come in time were still waiting
reopening-hours-extended = The hours were extended
reopening-moved = The station moved to another place
reopening-other = Another reason
minutes-reopened =
    OPENED AGAIN ON THE DAY on which it had closed, by the president.
    Reason: { $reason }.

# Found after it had stopped, and locking by itself.

operator-do-read = I have read it
operator-stopped-title = The station had stopped without being locked
operator-stopped-voting = { $n ->
    [one] One person was voting: their vote is NOT in the box
   *[other] { $n } people were voting: their votes are NOT in the box
}
operator-stopped-voting-do = { $n ->
    [one] Nothing is lost to them: they can still vote, today. Call them back and check them in again.
   *[other] Nothing is lost to them: they can still vote, today. Call them back and check them in again.
}
operator-stopped-cast = The last person has voted: their vote IS in the box
operator-stopped-cast-do = If they were still at the screen, tell them that the vote is valid: there is nothing else to do.
operator-stopped-safe = All votes before are safe in the box. This stays in the journal, without names.
operator-locks-soon = { $n ->
    [one] In { $n } second
   *[other] In { $n } seconds
} the station locks. Press a key to stay.

# On a stick.

operator-do-look-again = look again
operator-exchange-how = Without a network you can use a stick. Press the number:
operator-exchange-by-network = Over the network
operator-exchange-by-stick = On the stick { $name }
operator-exchange-looking = Looking for sticks…
operator-exchange-no-stick = No stick. If you plug one in, wait some seconds and press F6.
operator-exchange-writing = One moment… Leave the stick where it is.
operator-exchange-written = { $n ->
    [0] On the stick: 0 batches, nothing was waiting
    [one] On the stick: { $n } batch
   *[other] On the stick: { $n } batches
}.
operator-exchange-received = { $n ->
    [one] The server already has { $n } of them: its receipt was on the stick.
   *[other] The server already has { $n } of them: their receipts were on the stick.
}
operator-exchange-wrong = { $n ->
    [one] One receipt on the stick is not the server's: call the office. That batch still waits.
   *[other] { $n } receipts on the stick are not the server's: call the office. Those batches still wait.
}
operator-exchange-pull = Now you can take the stick out and have it carried to the office. A copy of everything stays here until the server answers.
step-writing = Batch { $n } of { $all }
stick-gone = The stick is gone, or was pulled out too early. Plug it in again and try again with F6.
stick-full = The stick is full. Use another one, or empty it, and try again with F6.
stick-read-only = This stick cannot be written to. Use another one, or move its switch, and try again with F6.
stick-failed = Writing to the stick failed. Try another one, with F6.
operator-opening-box-today = { $n } of earlier days, { $today } of today
operator-opening-last-day = Today is the last day: at its end the station closes for the last time.
operator-opening-over = Voting here went on until { $date }: it cannot open again, and the last closing is missing. All votes are here, safe. Call the office.
operator-desk-again = { $n ->
    [one] Since it opened again (today, before: { $n } vote)
   *[other] Since it opened again (today, before: { $n } votes)
}
operator-desk-day = Day of { $date }
operator-desk-kept = { $n ->
    [one] { $n } vote stays in the box on purpose: it leaves with others, or at the last closing.
   *[other] { $n } votes stay in the box on purpose: they leave with others, or at the last closing.
}
operator-closing-over = Voting here went on until { $date }: only the last closing is left.
operator-closing-pause = Close for now: today only the president can open again
operator-stopped-voting-late = { $n ->
    [one] Their right to vote was not used, but they cannot vote here now: tell the office.
   *[other] Their right to vote was not used, but they cannot vote here now: tell the office.
}
operator-document-wrong-expiry = This expiry does not exist or is not whole: write day, month and year with four digits, for example 07/03/2027.
operator-document-must-expire = This kind of document always has an expiry: look on the back and in the stamps too, then write it. If it cannot be read, ask for another document.
operator-document-unlimited = Look again: is there no expiry on the document? If so press Enter once more, otherwise write it.
operator-paper-sure-title = The last confirmation
operator-paper-sure = After closing, these numbers cannot be changed and the station does not open again. If both of you agree, type END and press Enter.
operator-help-people = These people are made up, to try the desk without real documents. Choose one with the arrows: below is what they show and what should happen. At the desk Enter puts their code into the field; Esc goes back.
