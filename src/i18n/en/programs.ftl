# What the programs write.

minutes-title = Minutes of the day
minutes-station = Station
minutes-day = Day
minutes-opened-at = Opened
minutes-closed-at = Closed
minutes-check-ins = People checked in
minutes-city-users = of them city users
minutes-attested = of them residence attested at the desk
minutes-by-staff = of them helped to vote by staff
minutes-by-companion = by a companion
minutes-cast = votes in the box
minutes-on-paper = votes on paper
minutes-void = admissions voided
minutes-abandoned = without a vote
minutes-refused = People refused
minutes-box-opening = Box at opening
minutes-box-closing = Box at closing
minutes-sent = Ballots prepared for the server
minutes-journal = Journal
minutes-fingerprint = Fingerprint of the consultation
minutes-digest = Fingerprint of these minutes
minutes-qr = With this fingerprint anyone finds the signed minutes among the public data. The QR code holds the same fingerprint.
minutes-qr-name = QR code with the fingerprint of these minutes
minutes-only-counts = These minutes hold counts only: no name, no code, no choice.
minutes-signatures = Signatures
minutes-president = President
minutes-operator = Clerk
minutes-operators = Clerks
minutes-hour = { $date }, { $hour } h
minutes-opened = { $n ->
    [one] One ballot was opened as a test: it is public and not in the box.
   *[other] { $n } ballots were opened as a test: they are public and not in the box.
}
minutes-for-good = The station is closed for good: it takes no more votes.
minutes-paper = Paper ballots
minutes-paper-found = Found in the paper box
minutes-paper-void = of them void
minutes-paper-valid = of them valid
minutes-paper-handed-out = Handed out at the desk
minutes-paper-missing = Handed out, not found
minutes-paper-extra = More than handed out
minutes-paper-none = No valid paper ballot.
minutes-paper-sealed = The valid slips are sealed in the electronic box, because fewer than { $n }: they are counted with the others, and these minutes do not tell what they say.
minutes-paper-totals = Totals of the valid slips, counted twice by two operators who did not see each other's numbers:
minutes-paper-differed = { $n ->
    [one] The two counts differed in one place: the operators counted it again together.
   *[other] The two counts differed in { $n } places: the operators counted them again together.
}
minutes-paper-again = { $n ->
    [one] Before this result another count was given up, and the slips were counted again from the beginning.
   *[other] Before this result { $n } other counts were given up, and the slips were counted again from the beginning.
}
minutes-paper-blank = blank
minutes-paper-rank = rank { $n }

# Slips.

print-slip-signed = The QR code also holds the station's signature on this code.
print-slip-opened = This ballot is not in the box and does not count.

# The test paper.

print-test-title = Printing test
print-test-letters = Letters: àèéìòù ÀÈÉÌÒÙ « » €
print-test-qr = Point a phone at the code: it must say "{ $text }".
print-test-columns = The row below must fit on one row:

demo-preparing = Seggio prepares a complete demonstration: keys, server, station…
demo-operator = { $name } · passphrase: { $passphrase } · PIN: { $pin }
demo-document = { $kind } { $number }, until { $expiry }
demo-trustees = { $k } of { $n }
