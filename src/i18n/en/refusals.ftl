# Why something was refused, in plain words: what happened, and what to do next.

# The code.

refusal-code-length = A codice fiscale has 16 characters (or 11 digits, if provisional). Compare it with the card and type it again.
refusal-code-alphabet = The code holds a sign that is neither a letter nor a digit. Accented letters are not used. Type it again.
refusal-code-position = The code has a letter where a digit belongs, or a digit where a letter belongs. Look for O and zero, I and one.
refusal-code-month = The ninth letter of the code, the month, does not exist. Compare it with the card.
refusal-code-date = The day of birth written in the code does not exist. Compare characters seven to eleven with the card.
refusal-code-check-character = The last letter does not fit: one character of the code is wrong. Compare it with the card, one by one, and correct it.
refusal-code-numeric-check-digit = The last digit does not fit: one digit of the provisional code is wrong. Compare it with the document and correct it.

# The person and the document.

refusal-too-young = To vote one must be { $min_age } by { $reference_date }, and this person will not be. Today's date does not matter. They can take part in the next consultation.
refusal-birth-mismatch = The date of birth on the document is not the one in the codice fiscale. Check that you copied the date well and that card and document belong to the same person.
refusal-document-not-accepted = This document ({ $kind }) is not accepted here. Ask for another document with a photograph; the health card is not enough.
refusal-document-ended = The Italian paper identity card is not valid from 3 August 2026, whatever expiry is printed on it. Ask for another document: electronic card, passport or driving licence.
refusal-document-expired = The document expired on { $expiry }. Ask for another valid document; the person can come back when they have one.

# The right to vote.

refusal-already-voted-here = Somebody has already voted with this code at this station. One votes once. If the person says they have not, call the president: the journal records the hour, never the choice.
refusal-voted-elsewhere = By the server, this person has already voted at another station. One votes once: say so calmly. If they say they have not voted, call the president.
refusal-voted-on-web = By the server, this person has already voted on the web, and in this consultation that vote counts: say so calmly. If they say they have not voted, call the president.
refusal-claimed-elsewhere = At this moment this person appears to be at another station. Check the code. If it is right, try again in some minutes or call the president.
refusal-no-server = The server does not answer, and in this consultation the station admits nobody without a network. The person does not lose the right to vote. Check the network and try again in some minutes; if it goes on, call the office.
refusal-no-server-president = The server does not answer, and in this consultation the president decides without a network, person by person. Nobody loses the right to vote. Check the network and try again in some minutes; if it goes on, call the office.
refusal-voting-now = This person has already been admitted and is voting. Wait until they are done, or take the screen back with your PIN.
refusal-not-on-roll = This code is not on this station's roll of residents. Check that you read the code well.
refusal-waiting = The registration as a city user is done, and the vote is possible from { $date }. Tell the person to come back from that day with the same document.
refusal-reason-not-accepted = The chosen reason ({ $reason }) does not give the right to vote in this consultation. If the person has another one, press Esc and register again.
refusal-outside-phase = Voting here is from { $from } to { $to }. The station cannot admit anyone. If the date on the screen is wrong, call the office.
refusal-area-unknown = This comune is not part of the consultation. Choose one of those listed.

# Warnings: they never reject.

warning-unknown-place = The place of birth in the code is not in the list: look at the document well.
warning-place-not-valid-at-birth = The place of birth in the code did not exist in that year: look at the document well.
warning-century = The code does not say the century of birth: the document's date counts.
warning-numeric = This is a provisional code of 11 digits: the document's date counts.
warning-omocodia = The code has letters in place of digits: it belongs to one person, copy it as it is.

# Documents and reasons.

document-electronic-id-card = Electronic identity card
document-paper-id-card = Paper identity card
document-passport = Passport
document-driving-licence = Driving licence
document-residence-permit = Residence permit
document-equivalent = Other state document with photograph
document-foreign-id-card = Identity card of another state
document-foreign-passport = Passport of another state


# Opening.

opening-clock-wrong = The station's clock does not agree with the server's: here it is { $here }, there { $there }. Call the office; nothing is lost.
opening-already-closed-today = Today's day has been closed already. Today only the president may open it again; on another day it opens as always, if there is still voting here.
opening-finished = This station has closed for the last time and cannot open again.

# Sync.

sync-failed = Sending did not work.
sync-no-network = The server does not answer: there is probably no network here. Try again with F6 where there is one.
sync-server-error = The server answered with an error. Try again in a few minutes; if it goes on, call the office.
sync-wrong-server = The server at this address is not the one of the consultation. Nothing was sent: call the office.
sync-not-certified = The server does not know this station yet. Call the office and read out the name at the top left.
sync-later = The server is busy and asks to try again in { $n ->
    [one] a minute
   *[other] { $n } minutes
}. Nothing is lost.
sync-refused-quarantined = The server puts aside what this station sends, until the office decides. Call the office; the votes stay here too, and voting can go on.
sync-refused-revoked = The office has taken this station out of the consultation. Admit nobody else and call the office. The votes already given stay here.
sync-refused-clone = The server knows another station with this name: the bundle it started from was used twice. Call the office at once. The votes stay here.
sync-refused-fork = The server already has another batch with the same number. Call the office. The votes stay here, and voting can go on.
sync-refused-rolled-back = The server has received more from this station than is here: perhaps an old copy was put back. Call the office at once. The votes stay here.
sync-refused-gap = The server lacks earlier batches. Try again with F6; if it goes on, call the office. The votes stay here.
sync-batch-refused = Batch { $sequence } refused: { $reason }

# Steps of long work.

step-syncing = Batch { $n } of { $all }
step-settling = Removing duplicates
step-decrypting = The trustees open the totals
step-verifying = Verifying everything from the start

# What does not add up at the closing.

difference-equation = { $check_ins } people were checked in, but votes, voided and without a vote make { $sum }.
difference-box = { $cast } votes were put into the box today, but { $in_box } are in it.
difference-journal = The station's journal does not fit: an event is missing or was changed.

# What should not happen.

failure-store = The station's archive does not answer. Votes already in the box are safe; the last operation was not done. Try again; if it happens again, lock with F10 and call the office.
failure-disk-full = The disk is full. Votes already in the box are safe; the last operation was not done. Check nobody else in and call the office.
failure-state = This cannot be done now: the station is at another moment of the day. Nothing is lost. Go back to the desk and try again.
failure-in-use = Another program has this station open. Nothing is lost: close it there, then try again.
failure-unexpected = Something unexpected happened. Votes already in the box are safe; the last operation may not have been done. Go back to the desk and look at the counts; if they do not add up, call the office.

# Scans.

refusal-scanner-keyboard = The reader writes the signs of another keyboard: it must be set to the laptop's, ask the office. Meanwhile type the codice fiscale.
refusal-card-number = This is the number of the health card, not the codice fiscale. Read the other barcode, or type the codice fiscale that is printed on the card.
refusal-zone = The lines of the document were not read well: a sign is wrong. Read them again from the first, or type the codice fiscale.
refusal-zone-format = The lines of the document are not complete. Read them again from the first, one after the other.
refusal-zone-document = This document does not identify a person (a visa, for example). Ask for identity card, passport or residence permit.
refusal-zone-number = The number of the document was not read well. Read the lines again, from the first.
refusal-zone-birth = The date of birth on the document was not read well, or does not exist. Read the lines again, from the first.
refusal-zone-expiry = The expiry of the document was not read well, or does not exist. Read the lines again, from the first.

refusal-health-card = The health card has no photograph: it gives the code, it does not show who somebody is. Ask for identity card, passport, driving licence or residence permit.
refusal-computed-code = The code was worked out, and this consultation needs the real one. Ask for the health card, or for a document with the codice fiscale.
refusal-surname = The surname lacks a letter or has a sign that no name has: copy it from the document.
refusal-given-names = The given names have a sign that no name has: copy them from the document.

refusal-not-before = This cannot be done now: check the person in again.

# Code and document compared: warnings that never refuse.

warning-computed = The code was worked out, not read: look at the document carefully.
warning-shape = The document's number has an unusual form: compare it with the document.
warning-expiry-not-on-birthday = The card does not expire on a birthday: compare the date with the document.
warning-too-long = The expiry is too far away for such a document: compare it with the document.

difference-of-birth = The document's date of birth is not that of the code: check that card and document are of the same person.
difference-of-sex = The sex on the document is not that of the code: check that card and document are of the same person.
difference-of-surname = The surname does not agree with the code: check that card and document are of the same person.
difference-of-given-names = The given names do not agree with the code: check that card and document are of the same person.
difference-of-swapped = Surname and given names seem to have changed places: compare them with the document.
difference-of-married-surname = The code has only a part of the surname, perhaps the maiden name: fine if the photograph is theirs.
difference-of-second-names = The code has only some of the given names: fine if the photograph is theirs.
difference-of-transliteration = The name is written in another way (accents, foreign letters): fine if the photograph is theirs.

# Reasons on record.

void-admitted-by-mistake = Admitted by mistake
void-wrong-person = Code or document of somebody else
void-withdrawn = The person does not want to vote
void-not-entitled = The person has no right to vote
void-other = Another reason

override-known-in-person = I know the person
override-two-witnesses = Two witnesses recognise them
override-office-confirmed = The office has confirmed
override-other = Another reason


# Earlier refusals, in a few words.

refused-too-young = too young
refused-birth-mismatch = the date of birth was not that of the code
refused-document-not-accepted = document not accepted
refused-document-ended = paper identity card
refused-document-expired = document expired
refused-computed-code = code worked out
refused-health-card = had only the health card
refused-voted-elsewhere = had voted at another station
refused-voted-on-web = had voted on the web
refused-claimed-elsewhere = was at another station
refused-no-server = the server did not answer
refused-already-voted-here = had voted already
refused-not-on-roll = was not on the roll
refused-waiting = had to wait
refused-reason-not-accepted = reason not accepted
refused-area-unknown = comune outside the consultation

# A day that was left open.

day-left-open = The day of { $date } is still open: close it with F8, then open today's.
day-phase-over = The day of { $date } is still open, and nobody votes here today: nobody can be checked in. Close it with F8.
day-clock-back = The day was opened on { $date }, which is still to come: the clock is wrong. Check nobody in and call the office.
