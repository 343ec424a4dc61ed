# What the programs write.

minutes = MINUTES OF THE DAY

    { $title }
    { $authority }

    Station                  { $station }
    Day                      { $day }
    Opened                   { $opened }
    Closed                   { $closed }

    People admitted          { $check_ins }
      of them city users     { $city_users }
      of them residence
      attested at the desk   { $attested }
      of them helped to vote
      by staff               { $by_staff }
      by a companion         { $by_companion }
    = ballots in the box     { $cast }
    + paper ballots          { $paper }
    + admissions voided      { $void }
    + left behind            { $abandoned }

    People refused           { $refused }

    Box at opening           { $box_opening }
    Box at closing           { $box_closing }
    Ballots already sent     { $sent }

    Journal
    { $journal }
    Fingerprint of the consultation
    { $fingerprint }

    These minutes hold counts only:
    no name, no code, no choice.
minutes-hour = { $date }, { $hour } h
minutes-opened = { $n ->
    [one] One ballot was opened as a test: it is public and not in the box.
   *[other] { $n } ballots were opened as a test: they are public and not in the box.
}
minutes-for-good = The station is closed for good: it takes no more votes.
minutes-paper = PAPER BALLOTS

    Found in the paper box   { $found }
      of them void           { $void }
      of them valid          { $valid }
minutes-paper-handed-out = Handed out at the desk   { $n }
minutes-paper-missing = Handed out, not found    { $n }
minutes-paper-extra = More than handed out     { $n }
minutes-paper-none = No valid paper ballot.
minutes-paper-sealed = The valid slips are sealed in the electronic box, because fewer than { $n }:
    they are counted with the others, and these minutes do not tell what they say.
minutes-paper-totals = Totals of the valid slips, counted twice by two operators
    who did not see each other's numbers:
minutes-paper-blank = blank
minutes-paper-rank = rank { $n }

demo-preparing = Seggio prepares a complete demonstration: keys, server, station…
demo-operator = { $name } · passphrase: { $passphrase } · PIN: { $pin }
demo-document = { $kind } { $number }, until { $expiry }
demo-trustees = { $k } of { $n }
