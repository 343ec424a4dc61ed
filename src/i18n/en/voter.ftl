# The voter's screens. Plain words, one thought a sentence.

voter-step = Step { $n } of 5: { $what }
voter-step-rules = how to vote
voter-step-choice = your choice
voter-step-review = your check
voter-step-seal = the seal
voter-step-box = the ballot box

voter-key-choose = choose or remove
voter-key-read = read
voter-key-list = back to the list
voter-key-leave = leave without voting
voter-key-answer = answer
voter-key-stay = stay
voter-key-previous-next = other project

# Language
voter-language-ask = Choose your language

# Welcome
voter-welcome-title = Welcome to the vote
voter-welcome-range = { $min ->
    [1] You can choose up to { $max } of the { $options } projects.
   *[other] Choose at least { $min } and at most { $max } of the { $options } projects.
}
voter-welcome-exact = { $max ->
    [one] Choose one of the { $options } projects.
   *[other] Choose { $max } of the { $options } projects.
}
voter-welcome-questions = There are { $n } questions, one after the other.
voter-welcome-blank = If you do not want to choose, you can cast a blank ballot.
voter-welcome-secret = Your vote is secret. The ballot is sealed here and only totals are counted. Make sure that nobody is looking at the screen.
voter-welcome-change = You can change your mind until you put the ballot into the box. Then it is final.
voter-welcome-calm = There is no hurry. If you leave without voting, you do not lose the right to vote.
voter-welcome-keys = Five keys are enough: ↑ and ↓ to move, Space to choose, Enter (or →) to go on, ← to go back.
voter-welcome-start = Press Enter to begin.

# List
voter-list-question = Question { $n } of { $questions }
voter-count-range = { $min ->
    [1] You have chosen { $n } of { $max }
   *[other] You have chosen { $n } of { $max } (at least { $min })
}
voter-count-exact = You have chosen { $n } of { $max }
voter-count-blank = You have chosen: blank ballot
voter-list-blank = Blank ballot: I choose no project
voter-list-next = Go on: to the next question
voter-list-review = Go on: I check my ballot
voter-notice-full = { $max ->
    [one] You have chosen one already, the most allowed. Remove it first, then choose this one.
   *[other] You have chosen { $max } already, the most allowed. Remove one first.
}
voter-notice-not-blank = The ballot is no longer blank: you have chosen a project.
voter-advice-choose = Go to a project with ↑ and ↓: Space chooses it, Enter lets you read it.
voter-advice-done = When you are done, go down with ↓ as far as Go on and press Enter.

# Details
voter-details-place = Project { $n } of { $options }
voter-details-cost = Cost: { $cost }
voter-details-chosen = Chosen
voter-details-not-chosen = Not chosen
voter-details-illustrative = A made-up project, for the demonstration.

# Blank
voter-blank-title = Do you want to cast a blank ballot?
voter-blank-what = A blank ballot is a valid vote that chooses no project. It goes into the box and is counted as blank.
voter-blank-loses = { $n ->
    [0] You have not chosen any project yet.
    [one] The project you have chosen is removed.
   *[other] The { $n } projects you have chosen are removed.
}
voter-blank-no = No, back to the list
voter-blank-yes = Yes, I cast a blank ballot

# Review
voter-review-title = This is your ballot
voter-review-blank = Blank ballot
voter-review-nothing = You have not chosen anything yet.
voter-review-count = { $n ->
    [one] One project chosen
   *[other] { $n } projects chosen
}
voter-review-missing = { $n ->
    [one] One more choice is needed: go back to the list and add it.
   *[other] { $n } more choices are needed: go back to the list and add them.
}
voter-review-or-blank = Or cast a blank ballot.
voter-review-change = I change my choices
voter-review-choose = Back to the list
voter-review-change-one = I change: { $question }
voter-review-confirm = It is right: seal my ballot
voter-review-not-yet = Your vote is not in the box yet: you can still change everything.

# Sealing
voter-sealing-title = Sealing your ballot
voter-sealing-wait = This takes a moment. You do not need to press anything.
voter-seal-failed-title = The ballot could not be sealed
voter-seal-failed-text = Your vote is not in the box and nothing is lost: your choices are still here. Press Enter to go back to your ballot and try again. If it happens again, call the staff.

# Offer
voter-offer-title = Your ballot is sealed
voter-offer-not-yet = It is not in the box yet.
voter-offer-code = The code of the ballot:
voter-offer-what = With this code anyone can check that the sealed ballot is on the public board. The code never tells what is in it.
voter-offer-how = Choose with ↑ and ↓, then press Enter:
voter-offer-move-first = First press ↓, then Enter:
voter-offer-cast = Put my ballot into the box
voter-offer-change = Go back and change
voter-offer-new-code = If you change it, it gets another code.

# Casting
voter-casting-title = Putting your ballot into the box
voter-casting-wait = This takes a moment. You do not need to press anything.
voter-cast-failed-title = Your vote is NOT in the box
voter-cast-failed-right = You have not lost the right to vote: you can vote again.
voter-cast-failed-forgotten = Your choices and the code have been erased from this screen.
voter-cast-failed-call = Call the staff. Then press Enter.

# Slip
voter-slip-title = Your vote is in the box
voter-slip-take = Take a picture of the code or copy it on paper.
voter-slip-proves = With the code you can check, in a few days, that your sealed ballot is on the public board:
voter-slip-not = The code does not prove what you voted: nobody can read that from it.
voter-slip-done = I am done
voter-finish-title = Have you copied the code, or taken a picture?
voter-finish-text = After this screen the code is not shown again. Your vote stays in the box in any case.
voter-finish-no = No, back to the code
voter-finish-yes = Yes, I am done

# Leaving
voter-leave-title = Do you want to leave without voting?
voter-leave-text = Your choices are erased. Your right to vote is neither used nor lost: you can vote later.
voter-leave-no = No, I stay
voter-leave-yes = Yes, I leave without voting

# Nobody there
voter-idle-title = Are you still here?
voter-idle-text = Press any key to go on: everything is as you left it.
voter-idle-else = If nobody answers, the screen closes and the choices are erased. The right to vote is not lost.
voter-idle-else-cast = If nobody answers, the screen closes. The vote is in the box already and stays there.
voter-idle-key = any key
voter-idle-do = go on

# Give the screen back
voter-over-thanks = Thank you
voter-over-give-back = Please give the screen back to the staff.
voter-over-voted = Your vote is in the box.
voter-over-left = You left without voting. Your right to vote is neither used nor lost: you can vote later.
voter-over-deserted-title = Screen closed
voter-over-deserted = Nobody answered: the choices have been erased and the vote is not in the box. The right to vote is not lost.
voter-over-call = Please call the staff.
voter-over-failed = Your vote is not in the box. The right to vote is not lost: the staff can let you vote again.
voter-over-staff = for the staff only

# Before the vote: the person reads what the desk wrote, and confirms it.

confirming-place = Before the vote: read and confirm
confirming-declaration-title = Your declaration
confirming-city-user = I, { $who }, born on { $birth }, declare: { $reason } ({ $area }). I ask to be enrolled as a city user, to vote in this consultation.
confirming-residence = I, { $who }, born on { $birth }, declare: I live in { $area }. I ask to vote as a resident; the registry will check my declaration.
confirming-yes = All of it is right: I confirm
confirming-no = Something is not right: I do not confirm
confirming-not-recorded = Nothing was recorded. Tell the staff what is not right.
confirming-failed = Something went wrong. The right to vote was not used: call the staff.
confirming-help-title = Help to vote
confirming-help-staff = You have asked for the help of a member of the staff ({ $reason }).
confirming-help-companion = You have asked for the help of the person who came with you ({ $reason }).
confirming-help-notice = Who helps does what you say and tells nobody what they saw. Only the fact that there was help is recorded, not your vote nor any name.
confirming-help-yes = Yes, I vote with this help
confirming-help-no = No, I vote without help
confirming-alone = Press Enter to vote without help, or call the staff.
declared-work = I work here
declared-study = I study here
declared-volunteering = I volunteer here
declared-domicile = I have my domicile here
