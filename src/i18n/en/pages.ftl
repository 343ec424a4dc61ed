# The public pages.

pages-skip = Skip to the content
pages-nav = Pages
pages-nav-more = Other pages
pages-nav-language = Language
pages-nav-home = Consultation
pages-nav-turnout = Turnout
pages-nav-ballot = Find a ballot
pages-nav-results = Results
pages-nav-board = Board
pages-nav-data = Open data
pages-nav-accessibility = Accessibility
pages-nav-privacy = Privacy
pages-nav-declaration = Accessibility statement
pages-nav-contact = Contact
pages-training = TRAINING.
pages-training-what = This consultation is a rehearsal: people and votes are made up, and no vote counts.
pages-fingerprint = Fingerprint of the consultation

pages-lost-title = There is no such page
pages-lost-what = The address is wrong, or the page is gone. You can start again from here:
pages-trouble-title = This page cannot be shown now
pages-trouble-what = The server has a problem. No vote is lost. Please try again in a few minutes.

pages-date = { $day ->
    [1] 1 { $month } { $year }
   *[other] { $day } { $month } { $year }
}
pages-month-1 = January
pages-month-2 = February
pages-month-3 = March
pages-month-4 = April
pages-month-5 = May
pages-month-6 = June
pages-month-7 = July
pages-month-8 = August
pages-month-9 = September
pages-month-10 = October
pages-month-11 = November
pages-month-12 = December
pages-hour = { $from }–{ $to } o'clock

# The consultation

pages-home-lead = A consultation of { $who }.
pages-now-title = Where we are
pages-now-open = You can vote { $where }. First day: { $from }. Last day: { $to }.
pages-now-next = Later, people vote { $where }. First day: { $from }. Last day: { $to }.
pages-now-over = Voting at the stations is over. The results will be on this site after the count.
pages-now-published = Voting is over and the results are published.
pages-at-banchetto = at the tables in the squares
pages-at-assisted = at the stations of assisted voting
pages-at-assembly = at the assembly
pages-kind-banchetto = Table in a square
pages-kind-assisted = Assisted voting
pages-kind-assembly = Assembly
pages-how-title = How to vote in person
pages-how-free = Voting is easy and free. You do not need to register on the internet, and you need neither a phone nor an e-mail address. At the station you can ask for help.
pages-who-title = Who may vote
pages-who-age = Who votes is at least { $n } years old (the age on this day counts: { $date }), and one of these:
pages-who-resident = Who is a resident of the territory.
pages-who-attested = Who lives here but is not on the list yet can declare it at the station.
pages-who-city-user = Who lives elsewhere, but has a tie to the territory:
pages-who-once = Everybody votes once.
pages-areas-title = The territory
pages-bring-title = What to bring
pages-bring-code = Your codice fiscale. The number is enough.
pages-bring-one-of = A document with your photograph:
pages-bring-expired-yes = An expired document is good too, if the photograph can be recognised.
pages-bring-expired-no = The document must not be expired.
pages-dates-title = When to vote
pages-dates-where = Where
pages-dates-from = First day
pages-dates-to = Last day
pages-dates-waiting = { $n ->
    [one] Who lives elsewhere and registers { $where } can vote from the next day.
   *[other] Who lives elsewhere and registers { $where } can vote after { $n } days.
}
pages-asked-budget = There are { $total } for the most voted projects.
pages-asked-blank = A blank ballot is possible too.
pages-asked-shuffled = On the screen the order changes from person to person, so that no proposal is always the first.
pages-asked-illustrative = Where it says “example”, text and cost are made up for the demonstration.
pages-asked-cost = Costs { $cost }
pages-illustrative = example
pages-method-approval = You choose from { $min } to { $max } proposals.
pages-method-exactly = { $max ->
    [one] You choose { $min } proposal.
   *[other] You choose { $min } proposals.
}
pages-method-cap = Together they may not cost more than { $cap }.
pages-method-single = You choose one proposal.
pages-method-points = You share out up to { $total } points, at most { $each } to a proposal.
pages-method-points-all = You share out { $total } points, all of them, at most { $each } to a proposal.
pages-method-score = You give every proposal a mark from 0 to { $max }.
pages-method-priority = { $n ->
    [one] You choose the most important proposal. Points: { $points }.
   *[other] You put { $n } proposals in order, the most important first. Points by place: { $points }.
}
pages-method-priority-partial = { $n ->
    [one] You may choose the most important proposal. Points: { $points }.
   *[other] You put up to { $n } proposals in order, the most important first. Points by place: { $points }.
}
pages-rules-title = The rules
pages-rules-when = These rules were signed before the vote. Nobody can change them without changing the fingerprint at the bottom of this page.
pages-rules-secret = The vote is secret. Cast ballots are encrypted and never opened one by one: only their sum is opened.
pages-rules-budget = The most voted projects get the money, as long as there is any: { $total } in all.
pages-rules-skip = If a project costs more than what is left, the next one is tried.
pages-rules-stop = If a project costs more than what is left, that is the end.
pages-rules-minimum-votes = { $n ->
    [one] A project gets money only with at least one vote.
   *[other] A project gets money only with at least { $shown } votes.
}
pages-rules-zero-fund = If money is left, a project without votes can get it too.
pages-rules-zero-skip = A project without votes gets no money.
pages-rules-ties-lot = Between equal votes a public draw decides:
pages-rules-ties-id = Between equal votes the alphabetical order of the projects' codes decides.
pages-rules-no-money = No money is given: the totals serve those who decide.
pages-rules-channel-in-person = If somebody votes both in person and on the web, the vote in person counts.
pages-rules-channel-web = If somebody votes both in person and on the web, the vote on the web counts.
pages-rules-within-first = If somebody votes in person more than once, the first vote counts.
pages-rules-within-none = If somebody votes in person more than once, none of these votes counts.
pages-rules-minimum = { $n ->
    [one] A total is only opened if there are ballots.
   *[other] A total is only opened over at least { $shown } ballots, because few votes could tell who voted what.
}
pages-rules-by-area = Totals are opened for parts of the territory too.
pages-places-title = The stations
pages-places-what = These stations have introduced themselves to the server. Places and hours are announced by the organisers.
pages-places-none = No station has introduced itself to the server yet. Places and hours are announced by the organisers.
pages-places-count = { $n ->
    [one] One station
   *[other] { $shown } stations
}
pages-places-name = Name
pages-places-kind = Kind
pages-places-state = State
pages-state-good = In service
pages-state-closed = Closed: it has finished and sent everything
pages-state-quarantined = Being checked: what it sends is put aside until the office decides
pages-state-revoked = Withdrawn by the office

# Turnout

pages-turnout-title = Turnout
pages-turnout-until = People who voted at the stations. Last day included: { $date }.
pages-turnout-all = People who voted at the stations. They are all here: nobody is added any more.
pages-turnout-people = People who voted in person
pages-turnout-once = who appears at several stations is counted once
pages-turnout-web = People who voted on the web
pages-turnout-web-what = from the registry's signed list; some may have voted in person too
pages-turnout-repeated = People who appear at several stations
pages-turnout-stations = Stations
pages-turnout-closed = { $n ->
    [one] of which one has finished
   *[other] of which { $shown } have finished
}
pages-turnout-station-days = Days closed
pages-turnout-station-days-what = whose minutes have reached the server
pages-turnout-days = A station's day appears here from the next day on, when the minutes of the station have arrived. Who votes where there is no network may appear later.
pages-turnout-last = These numbers do not change any more: the links between people and ballots are destroyed. Where even one number is smaller than { $shown }, the whole table stays in steps of { $shown }, rounded down: so it is much harder to recognise somebody. In those tables, days and hours with fewer than { $shown } people are missing. The minutes of the stations, which are in the package of the count, tell how many people came to each station on each day.
pages-turnout-rounded = Until the links between people and ballots are destroyed, numbers go in steps of { $shown }, always rounded down: so it is much harder to recognise somebody, also by comparing yesterday's page with today's. Then the numbers will be exact, but not in tables in which one of them is small. Days and hours with fewer than { $shown } people are not in the tables.
pages-turnout-nobody = No day is over yet.
pages-turnout-too-few = There are still too few people for this table.
pages-turnout-data = The same numbers as open data
pages-fewer-than = fewer than { $shown }
pages-between = { $from } to { $to }
pages-picture-bars = Horizontal bars, one for each row of the table, with the same numbers.
pages-table-people = The same numbers in a table
pages-by-area = By area
pages-by-day = By day
pages-by-hour = By hour of the day
pages-by-station-kind = By kind of station
pages-by-admission = By right to vote
pages-by-ballot = On screen or on paper
pages-col-area = Area
pages-col-day = Day
pages-col-hour = Hour
pages-col-station-kind = Kind of station
pages-col-admission = Right to vote
pages-col-ballot = Ballot
pages-col-people = People
pages-admission-resident = Residents
pages-admission-attested = Residence declared at the desk
pages-admission-work = Work here
pages-admission-study = Study here
pages-admission-volunteering = Volunteer here
pages-admission-domicile = Have their domicile here
pages-ballot-screen = On screen
pages-ballot-paper = On paper

# The look-up of a ballot

pages-ballot-title = Find a ballot
pages-ballot-lead = With the code of your receipt you can check that the ballot has reached the public board.
pages-ballot-label = Code of the ballot
pages-ballot-hint = 16 letters and digits in four groups, for example K7QM-2X9D-4HTW-P3VA. Capitals, spaces and hyphens do not matter.
pages-ballot-look = Find
pages-ballot-no-code = This is not the code of a ballot.
pages-ballot-no-code-what = A code has 16 signs: the digits from 0 to 9 and the letters of the English alphabet without U. The letter O is read as zero; I and L as one.
pages-ballot-there = The ballot is on the board
pages-ballot-there-what = The server has received it, and it is in the public list, which nobody can shorten or change without being seen.
pages-ballot-received = The ballot has arrived
pages-ballot-received-what = The server has received it and will put it on the board soon. Please look again in a few minutes.
pages-ballot-opened = This ballot was opened as a test
pages-ballot-opened-what = Somebody used it to test the station instead of voting. Its content is public and the ballot is not counted. Who made the test could still vote with another ballot, which has another code.
pages-ballot-removed = The ballot is on the board, but it was not counted
pages-ballot-removed-what = The person who cast it appears more than once, and only one vote counts. The rules were written before.
pages-ballot-unknown = This ballot is not here yet
pages-ballot-unknown-why = This does not mean that the vote is lost. Many stations work without a network and send their ballots later, many together, so that nobody can tell whose they are.
pages-ballot-unknown-after = The count is over and no ballot on the board has this code.
pages-ballot-unknown-compare = Compare the code with your receipt, sign by sign.
pages-ballot-unknown-later = Look again in a day or two, and once after the end of the vote.
pages-ballot-unknown-ask = If it is not there in the end, take the receipt to { $who } and ask for an explanation.
pages-ballot-place = It has place { $place } of { $size }.
pages-ballot-proof = Download the proof
pages-ballot-proof-what = It is a small text file in the format C2SP tlog-proof: an independent program can check it without trusting this site. Who keeps it can also show later that the ballot was there.
pages-ballot-whole = The whole code
pages-removed-later-vote = Reason: the person had voted before.
pages-removed-repeated-vote = Reason: the person voted more than once, and then no vote counts.
pages-removed-paper-vote = Reason: the person voted on paper too.
pages-removed-web-vote = Reason: the person voted on the web too, and that vote counts.
pages-removed-count = { $n ->
    [one] One ballot.
   *[other] { $shown } ballots.
}
pages-means-title = What this means
pages-means-proves = The code says that this encrypted ballot has arrived and is on the board.
pages-means-never = The code never says what is in the ballot. Even the server does not know.
pages-means-whose = The code does not say whose ballot it is, nor where it was cast.
pages-means-kept = This look-up is not recorded by these pages.

# Results

pages-none-yet-title = There is no count yet
pages-none-yet-nobody = There is none for anybody: neither for the offices, nor for who runs this site. The ballots are encrypted.
pages-none-yet-how = Only the sum of all ballots is opened, and that takes at least { $k } of { $n } trustees, each with a key of their own.
pages-none-yet-when = Last day of voting at the stations: { $date }. Then double votes are left out, the votes are counted, and the results appear on this page.
pages-none-yet-turnout = How many people voted
pages-none-yet-rules = By which rules the votes are counted
pages-counted = Ballots counted
pages-counted-paper = { $n ->
    [one] of which one on paper
   *[other] of which { $shown } on paper
}
pages-left-out = Ballots not counted
pages-left-out-what = of people who appear more than once; the number is exact, because whoever counts again finds it in the package
pages-web-dropped = Web votes not counted
pages-web-dropped-what = of people who voted in person too
pages-votes = { $n ->
    [one] 1 vote
   *[other] { $shown } votes
}
pages-points = { $n ->
    [one] 1 point
   *[other] { $shown } points
}
pages-table-votes = The votes in a table
pages-table-points = The points in a table
pages-col-votes = Votes
pages-col-points = Points
pages-col-option = Proposal
pages-col-project = Project
pages-col-cost = Cost
pages-col-number = No.
pages-col-outcome = Outcome
pages-col-rank = No. { $n }
pages-blank = { $n ->
    [one] One blank ballot.
   *[other] { $shown } blank ballots.
}
pages-money-title = The funded projects
pages-money-what = Of { $total }, { $spent } go to projects and { $left } are left.
pages-money-so-far = Of { $total }, { $spent } are given already. The rest will be known after the draw.
pages-money-table = The funded projects, in the order in which they got the money
pages-money-left = Left
pages-projects-picture = Votes of every project
pages-projects-picture-what = Horizontal bars, one for each project. Full for funded projects, an outline for the others. The same numbers are in the table.
pages-funded = funded
pages-not-funded = not funded
pages-waits = waits for the draw
pages-why-next = The first project that is not funded:
pages-why-next-cost = It costs { $cost } and did not fit into what was left.
pages-why-tie = Equal votes:
pages-why-draw = The public draw decided:
pages-why-draw-value = It gave { $value }. The order is:
pages-why-undecided = A tie still waits for the public draw: the list of funded projects is not complete.
pages-parts-title = By parts of the territory
pages-parts-what = Parts with few ballots are counted together, so that nobody is recognised. What counts is where the station stands, not where its voters live.
pages-parts-ballots = { $n ->
    [one] { $where }: one ballot
   *[other] { $where }: { $shown } ballots
}
pages-package-title = Check the count
pages-package-what = All that is needed to count again is in one file: the encrypted ballots, the proofs, the minutes, the totals. Anybody can check it without trusting anybody. The minutes tell how many people came to each station on each day; nobody is named.
pages-package-download = Download the package
pages-package-sha = SHA-256 of the package
pages-package-how = With the free program scrutinio one command is enough. Take the fingerprint from a sheet published before the vote, not from here:
pages-package-programs = The program and its source:
pages-package-python = There is a second program too, written anew in Python without other libraries. Whoever does not trust this site takes it from elsewhere:

# The board

pages-board-lead = The board is the public list of all encrypted ballots and all stations. It can only grow: if anybody takes away or changes a line, it shows.
pages-board-size = Lines on the board
pages-board-size-what = ballots, certificates of stations, decisions of the office
pages-board-checkpoint = The last signature
pages-board-checkpoint-what = With these lines the server signs the whole board as it is now: its name, how many lines it has, the fingerprint of all of them, the signature. Who keeps them can check later that the board has only grown.
pages-board-compare = To compare
pages-board-compare-what = These codes are published before the vote on paper too. They must be equal, sign by sign.
pages-board-key = Key that signs the board
pages-board-check = Check it yourself
pages-board-check-what = Everything is in files that anybody can download:
pages-board-file-checkpoint = the last signature, as text
pages-board-file-tiles = the board itself, in pieces that do not change any more
pages-board-file-manifest = the signed consultation, with all public keys
pages-board-formats = The formats are public (RFC 6962, C2SP tlog-tiles, tlog-checkpoint, tlog-proof): programs written by others read them too.

# Open data

pages-data-lead = The turnout, the projects and the totals of these pages, free to use. After publication there is also the package of the count, with the other numbers.
pages-data-licence = Licence:
pages-data-files = The files
pages-data-what = What it holds
pages-data-download = Download
pages-data-fields = The fields
pages-data-fields-what = In CSV files columns are separated by commas and text is UTF-8. A number that is not shown is an empty field; in JSON files it is null.
pages-data-training = A CSV file holds neither its date nor whether the vote is for training. In training, the name of the downloaded file begins with PROVA-. JSON files say both.
pages-data-json = Every JSON file also has these fields, once:
pages-data-field = Field
pages-data-means = Meaning
pages-file-turnout = Turnout
pages-file-indicators = Indicators for evaluation
pages-file-projects = Projects and totals
pages-file-results = Totals of all questions, with blank ballots and ranks
pages-file-dictionary = Dictionary of fields
pages-file-package = The package of the count
pages-field-consultation = Short name of the consultation.
pages-field-dimension = How people are divided: total (all), web, area, day, hour (of the day), station_kind, admission (right to vote), ballot (on screen or on paper).
pages-field-code = The value: code of the town or neighbourhood, date, hour, fixed word. Empty for total and web.
pages-field-label-it = The value in Italian.
pages-field-label-en = The value in English.
pages-field-participants = People, each once, where they appeared first. Empty if the number is not shown.
pages-field-status = shown: the number is there; rounded_down: the multiple of { $shown } that is not above the number, for all numbers until the links between people and ballots are destroyed, and then for tables that have a small number; withheld: it is below { $shown } and not shown.
pages-field-indicator = Fixed name of the indicator, which does not change.
pages-field-definition-it = What the indicator counts, in Italian.
pages-field-definition-en = What the indicator counts, in English.
pages-field-value = The number. Money is in euro: with two decimals in CSV files, a number in JSON files.
pages-field-unit = What is counted: people, areas, stations, days, projects, ballots, EUR.
pages-field-indicator-status = shown: the number is there; rounded_down: until the links between people and ballots are destroyed, the multiple of { $shown } that is not above the number; withheld: it is below { $shown } and not shown; not_yet: there is none yet, because the publication, a draw or the list of web voters is missing.
pages-field-question = Short name of the question.
pages-field-project = Short name of the project or proposal.
pages-field-title-it = Title in Italian.
pages-field-title-en = Title in English. Empty if it was not translated.
pages-field-cost = Cost in euro: with two decimals in CSV files, a number in JSON files. Empty where no money is given.
pages-field-total = Votes or points, by the question: the file results says which. Empty before publication.
pages-field-funded = true if the project is funded, false if it is not. Empty where no money is given, before publication, and while a draw may still decide.
pages-field-option = Short name of what can be chosen. Empty for blank ballots.
pages-field-part = Codes of the towns or neighbourhoods that are counted together, joined by +. Empty for the whole territory.
pages-field-result-total = The published total. In rows with a rank, how many ballots give that rank.
pages-field-result-unit = What the total counts: votes, points, ballots (for blank ballots and for ranks).
pages-field-rank = The place in a voter's order: 1 is the first. Empty in the row of the total.
pages-field-licence = Address of the licence under which the data may be used.
pages-field-training = true if the vote is for training and the numbers are made up.
pages-field-fingerprint = Fingerprint of the signed consultation: SHA-256, 64 hexadecimal digits.
pages-field-days-before = Date, like 2022-09-20. Turnout only counts days before this date; after the links between people and ballots are destroyed it counts all of them.
pages-field-rows = The rows of the file: in each, the fields of that file.
pages-indicator-participants_in_person = People who voted at the stations, each counted once. A day is added when it is over and the minutes of the station have arrived.
pages-indicator-participants_at_several_stations = People, included in participants_in_person, who appear at more than one station.
pages-indicator-participants_web = People who voted on the web, from the registry's signed list. Some may have voted in person too.
pages-indicator-areas = Towns or neighbourhoods into which the consultation divides the territory.
pages-indicator-stations = Voting stations that the server knows, including those that have closed.
pages-indicator-stations_closed = Stations that have closed for good.
pages-indicator-station_days = Voting days whose minutes have reached the server, added up over all stations.
pages-indicator-projects = Projects, proposals or answers that can be chosen, added up over all questions.
pages-indicator-budget_total = Money that the consultation can assign in all.
pages-indicator-budget_assigned = Money assigned to the funded projects.
pages-indicator-budget_left = Money that was not assigned.
pages-indicator-projects_funded = Projects that receive the money.
pages-indicator-ballots_counted = Ballots counted in the result: sealed ones and those on paper.
pages-indicator-ballots_left_out = Sealed ballots that were not counted, of people who appear more than once.

# Accessibility and privacy

pages-access-goal = These pages are made to follow WCAG 2.2, level AA.
pages-access-how = They work without scripts, with the keyboard alone, with screen readers, on screens from 320 pixels up, with enlarged letters, light or dark as your device asks. Every picture has the same numbers in a table.
pages-access-checked = Every version is checked in a real browser with axe, by keyboard and at three widths.
pages-access-limits = Names and descriptions of projects are as the organisers wrote them. The package of the count is an archive for programs.
pages-access-ask = If anything keeps you from reading or using these pages, please tell { $who }.
pages-privacy-holds = What this server has
pages-privacy-codes = For everybody who voted: a code that the server cannot lead back to anybody, with hour, area and right to vote. It serves to find who votes twice.
pages-privacy-ballots = The ballots, encrypted, without knowing whose they are.
pages-privacy-records = The data of people who registered at stations, sealed: only the registry can open them.
pages-privacy-links = Until double votes are settled: the link between code and ballot, sealed. It is opened only for who appears twice, and then destroyed.
pages-privacy-not = What it does not have
pages-privacy-no-names = No name, codice fiscale or address that this server can read.
pages-privacy-no-choices = No choices of anybody who voted: cast ballots are never opened one by one. Only ballots opened as a check can be read, and they do not count.
pages-privacy-no-cookies = No cookies, no scripts, nothing from other sites.
pages-privacy-no-look-ups = No list of who looks for a ballot: these pages do not write it, and the code goes to no other site.
pages-privacy-stations = Who answers for the data
pages-privacy-who = { $who } does. This is the notice that people read at the station:
