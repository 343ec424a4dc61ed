# The voter's screens. Plain words, one thought a sentence.

voter-step = Step { $n } of 5: { $what }
voter-step-brief = Step { $n } of 5
voter-step-rules = how to vote
voter-step-choice = your choice
voter-step-review = your check
voter-step-seal = the seal
voter-step-box = the ballot box

voter-key-choose = choose or remove
voter-key-amount = give points
voter-key-score = give a score
voter-key-order = put in order or remove
voter-key-read = read
voter-key-list = back to the list
voter-key-leave = leave without voting
voter-key-answer = answer
voter-key-stay = stay
voter-key-previous-next = { $what ->
    [project] other project
   *[option] other item
}

# Language
voter-language-ask = Choose your language

# Welcome
voter-welcome-title = Welcome to the vote
voter-welcome-range = { $what ->
    [project] { $min ->
        [1] You can choose up to { $max } of the { $options } projects.
       *[other] Choose at least { $min } and at most { $max } of the { $options } projects.
    }
   *[option] { $min ->
        [1] You can choose up to { $max } of the { $options } items.
       *[other] Choose at least { $min } and at most { $max } of the { $options } items.
    }
}
voter-welcome-exact = { $what ->
    [project] { $max ->
        [one] Choose one of the { $options } projects.
       *[other] Choose { $max } of the { $options } projects.
    }
   *[option] { $max ->
        [one] Choose one of the { $options } items.
       *[other] Choose { $max } of the { $options } items.
    }
}
voter-welcome-cap = Together they can cost { $cap } at most.
voter-welcome-points = { $what ->
    [project] You have { $total } points to share among { $options } projects: at most { $max } to each.
   *[option] You have { $total } points to share among { $options } items: at most { $max } to each.
}
voter-welcome-points-all = All points must be given.
voter-welcome-points-some = You need not give them all.
voter-welcome-score = { $what ->
    [project] Give a score to each of the { $options } projects, from 0 (not at all) to { $max } (fully).
   *[option] Give a score to each of the { $options } items, from 0 (not at all) to { $max } (fully).
}
voter-welcome-priority = { $what ->
    [project] { $ranks ->
        [one] Choose the most important of the { $options } projects.
       *[other] Put { $ranks } of the { $options } projects in order: the most important one first.
    }
   *[option] { $ranks ->
        [one] Choose the most important of the { $options } items.
       *[other] Put { $ranks } of the { $options } items in order: the most important one first.
    }
}
voter-welcome-priority-some = You may also put fewer in order.
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
voter-count-blank-question = Question left blank
voter-brief-of = { $n } of { $of }
voter-brief-left = { $n } left
voter-count-money = { $money } left.
voter-count-points = { $left ->
    [0] You have given all points: { $total }
    [one] You have 1 point left of { $total }
   *[other] You have { $left } points left of { $total }
}
voter-count-score = { $n ->
    [one] You have given 1 score of { $options }
   *[other] You have given { $n } scores of { $options }
}
voter-count-priority = You have put { $n } of { $ranks } in order
voter-legend-points = { $what ->
    [project] { $max ->
        [one] At most 1 point to each project.
       *[other] At most { $max } points to each project.
    }
   *[option] { $max ->
        [one] At most 1 point to each item.
       *[other] At most { $max } points to each item.
    }
}
voter-legend-score = 0 = not at all, { $max } = fully
voter-legend-rank = { $points ->
    [one] place { $rank }: 1 point
   *[other] place { $rank }: { $points } points
}
voter-rank = { $rank ->
    [1] 1st
    [2] 2nd
    [3] 3rd
    [21] 21st
    [22] 22nd
    [23] 23rd
   *[other] { $rank }th
}
voter-fit-too-dear = too much
voter-fit-dead-end = attention
voter-list-blank = { $what ->
    [project] Blank ballot: I choose no project
   *[option] Blank ballot: I choose nothing
}
voter-list-blank-question = I leave this question blank
voter-list-next = Go on: to the next question
voter-list-review = Go on: I check my ballot
voter-notice-full = { $what ->
    [project] { $max ->
        [one] You have chosen one already, the most allowed. Remove it first, then choose this one.
       *[other] You have chosen { $max } already, the most allowed. Remove one first.
    }
   *[option] { $max ->
        [one] You have chosen one already, the most allowed. Remove it first, then choose this one.
       *[other] You have chosen { $max } already, the most allowed. Remove one first.
    }
}
voter-notice-full-points = { $what ->
    [project] You have given all points already. Take some back from another project first.
   *[option] You have given all points already. Take some back from another item first.
}
voter-notice-full-priority = { $ranks ->
    [one] The place is taken already. Free it first: Space on the one that has it.
   *[other] All { $ranks } places are taken already. Free one first: Space on the one that has it.
}
voter-notice-too-dear = { $what ->
    [project] This project costs { $cost } and { $money } are left: it does not fit. To choose it, remove one first.
   *[option] This item costs { $cost } and { $money } are left: it does not fit. To choose it, remove one first.
}
voter-notice-dead-end = { $what ->
    [project] Attention: if you choose this project, what is left is not enough to come to { $min } projects.
   *[option] Attention: if you choose this item, what is left is not enough to come to { $min } items.
}
voter-notice-stuck = { $what ->
    [project] { $next ->
        [2] { $money } left: no second project is possible. Remove the one you have chosen.
        [3] { $money } left: no third project is possible. Remove one.
        [4] { $money } left: no fourth project is possible. Remove one.
        [5] { $money } left: no fifth project is possible. Remove one.
       *[other] { $money } left: no other project is possible. Remove one.
    }
   *[option] { $next ->
        [2] { $money } left: no second item is possible. Remove the one you have chosen.
        [3] { $money } left: no third item is possible. Remove one.
        [4] { $money } left: no fourth item is possible. Remove one.
        [5] { $money } left: no fifth item is possible. Remove one.
       *[other] { $money } left: no other item is possible. Remove one.
    }
}
voter-notice-stuck-far = { $what ->
    [project] { $money } left: not enough to come to { $min } projects. Remove one.
   *[option] { $money } left: not enough to come to { $min } items. Remove one.
}
voter-notice-not-blank = The ballot is no longer blank.
voter-notice-not-blank-question = The question is no longer blank.
voter-advice-choose = { $what ->
    [project] Go to a project with ↑ and ↓: Space chooses it, Enter lets you read it.
   *[option] Go to an item with ↑ and ↓: Space chooses it, Enter lets you read it.
}
voter-advice-points = { $what ->
    [project] Go to a project with ↑ and ↓: Space gives it points, Enter lets you read it.
   *[option] Go to an item with ↑ and ↓: Space gives it points, Enter lets you read it.
}
voter-advice-score = { $what ->
    [project] Go to a project with ↑ and ↓: Space gives it a score, Enter lets you read it.
   *[option] Go to an item with ↑ and ↓: Space gives it a score, Enter lets you read it.
}
voter-advice-priority = { $what ->
    [project] Space gives the project place { $rank }, Enter lets you read it.
   *[option] Space gives the item place { $rank }, Enter lets you read it.
}
voter-advice-priority-back = { $what ->
    [project] Space takes the project from its place, Enter lets you read it.
   *[option] Space takes the item from its place, Enter lets you read it.
}
voter-advice-no-money = { $what ->
    [project] { $next ->
        [2] { $money } left: no second project is possible.
        [3] { $money } left: no third project is possible.
        [4] { $money } left: no fourth project is possible.
        [5] { $money } left: no fifth project is possible.
       *[other] { $money } left: no other project is possible.
    }
   *[option] { $next ->
        [2] { $money } left: no second item is possible.
        [3] { $money } left: no third item is possible.
        [4] { $money } left: no fourth item is possible.
        [5] { $money } left: no fifth item is possible.
       *[other] { $money } left: no other item is possible.
    }
} If that is right, go down with ↓ as far as Go on.
voter-advice-done = When you are done, go down with ↓ as far as Go on and press Enter.

# Details
voter-details-place = { $what ->
    [project] Project { $n } of { $options }
   *[option] Item { $n } of { $options }
}
voter-details-cost = Cost: { $cost }
voter-details-chosen = { $what ->
    [project] Chosen
   *[option] Chosen
}
voter-details-not-chosen = { $what ->
    [project] Not chosen
   *[option] Not chosen
}
voter-details-points = { $n ->
    [0] No points
    [one] 1 point
   *[other] { $n } points
}
voter-details-score = Score: { $n } of { $max }
voter-details-no-score = No score yet
voter-details-rank = At place { $rank }
voter-details-no-rank = Not in order

# How much
voter-amount-points = { $what ->
    [project] How many points do you give to this project?
   *[option] How many points do you give to this item?
}
voter-amount-score = { $what ->
    [project] What score do you give to this project?
   *[option] What score do you give to this item?
}
voter-amount-least = not at all
voter-amount-greatest = fully
voter-amount-unit = { $n ->
    [0] no points
    [one] point
   *[other] points
}
voter-amount-how = Choose with ↑ and ↓ or with the numbers, then press Enter:
voter-amount-how-key = Choose with ↑ and ↓ and press Enter, or press the number:
voter-amount-move-first = First press ↓, then Enter:
voter-details-illustrative = { $what ->
    [project] A made-up project, for the demonstration.
   *[option] A made-up item, for the demonstration.
}

# Blank
voter-blank-title = Do you want to cast a blank ballot?
voter-blank-title-question = Do you leave this question blank?
voter-blank-what = { $what ->
    [project] A blank ballot is a valid vote that chooses no project. It goes into the box and is counted as blank.
   *[option] A blank ballot is a valid vote that chooses nothing. It goes into the box and is counted as blank.
}
voter-blank-what-question = The other answers stay.
voter-blank-loses = { $what ->
    [project] { $n ->
        [0] You have not chosen any project yet.
        [one] The project you have chosen is removed.
       *[other] The { $n } projects you have chosen are removed.
    }
   *[option] { $n ->
        [0] You have not chosen anything yet.
        [one] The item you have chosen is removed.
       *[other] The { $n } items you have chosen are removed.
    }
}
voter-blank-loses-points = { $n ->
    [0] You have not given any points yet.
   *[other] The points you have given are removed.
}
voter-blank-loses-scores = { $n ->
    [0] You have not given any score yet.
   *[other] The scores you have given are removed.
}
voter-blank-loses-order = { $n ->
    [0] You have not put anything in order yet.
   *[other] The order you have given is removed.
}
voter-blank-no = No, back to the list
voter-blank-yes = Yes, I cast a blank ballot
voter-blank-yes-question = Yes, I leave this question blank

# Review
voter-review-title = This is your ballot
voter-review-blank = Blank ballot
voter-review-blank-question = blank
voter-review-nothing = You have not chosen anything yet.
voter-review-count = { $what ->
    [project] { $n ->
        [one] One project chosen
       *[other] { $n } projects chosen
    }
   *[option] { $n ->
        [one] One item chosen
       *[other] { $n } items chosen
    }
}
voter-review-points = { $n ->
    [one] 1 point given
   *[other] { $n } points given
}
voter-review-scores = { $n ->
    [one] 1 score given
   *[other] { $n } scores given
}
voter-review-order = { $n ->
    [one] One item in order
   *[other] { $n } items in order
}
voter-review-item-points = { $n ->
    [one] { $title }: 1 point
   *[other] { $title }: { $n } points
}
voter-review-item-score = { $title }: { $n } of { $max }
voter-review-item-rank = { $points ->
    [one] { $title } (1 point)
   *[other] { $title } ({ $points } points)
}
voter-review-left = { $left ->
    [one] 1 point is not given.
   *[other] { $left } points are not given.
}
voter-review-missing = { $n ->
    [one] One more choice is needed: go back to the list and add it.
   *[other] { $n } more choices are needed: go back to the list and add them.
}
voter-review-missing-points = { $n ->
    [one] 1 more point is needed: go back to the list and give it.
   *[other] { $n } more points are needed: go back to the list and give them.
}
voter-review-missing-scores = { $n ->
    [one] One more score is needed: go back to the list and give it.
   *[other] { $n } more scores are needed: go back to the list and give them.
}
voter-review-missing-ranks = { $n ->
    [one] One more place is free: go back to the list and fill it.
   *[other] { $n } more places are free: go back to the list and fill them.
}
voter-review-look = Go to a question with ↑ to see your answer again.
voter-review-complete = Answers are still missing: choose a row "to complete" and press Enter.
voter-review-todo = to complete
voter-review-done = done
voter-review-or-blank = Or cast a blank ballot.
voter-review-or-blank-question = Or leave this question blank.
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
voter-offer-open = Test the machine: open the ballot

# Opening: the voter tests the machine
voter-open-title = Do you want to open this ballot?
voter-open-shows = Opening it shows everyone whether the machine sealed just what you have chosen.
voter-open-public = What is in it becomes public, without your name, and this ballot does not count as a vote.
voter-open-again = Afterwards you vote from the beginning, with a new ballot.
voter-open-no = No, back to the sealed ballot
voter-open-yes = Yes, open this ballot
voter-opening-title = Opening the ballot
voter-opening-wait = This takes a moment. You do not need to press anything.
voter-opened-title = The ballot is open
voter-opened-not-cast = It is not in the box and does not count. In it was:
voter-opened-more = Go on: the rest of the ballot
voter-opened-next = Go on: where to check
voter-opened-where = In a few days it will be on the public board, with what was in it and without your name. Check that it is the same:
voter-opened-take = Take a picture of the code or copy it on paper.
voter-opened-back = See again what was in it
voter-opened-vote = Now I vote, from the beginning
voter-opened-cleared = The earlier choices are erased.
voter-open-failed-title = The ballot was NOT opened
voter-open-failed-text = It was not opened and it is not in the box: it has been erased. Your choices are still here and you have not lost the right to vote. Press Enter to go back to your ballot. If it happens again, call the staff.

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
confirming-place-brief = Before voting
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

# Size, colours, voice
voter-look-title = How do you want to read?
voter-look-how = Go to a row and press Space: it changes at once. What you have chosen stays.
voter-look-size-normal = Letters: normal
voter-look-size-large = Letters: large
voter-look-size-bold = Letters: bold, rows apart
voter-look-size-very-large = Letters: very large
voter-look-colours-dark = Colours: light on dark
voter-look-colours-light = Colours: black on white
voter-look-colours-yellow = Colours: yellow on black
voter-look-colours-blue = Colours: white on blue
voter-look-voice-none = Voice: this computer has none
voter-look-voice-off = Voice: off
voter-look-voice-slow = Voice: on, slow
voter-look-voice-normal = Voice: on
voter-look-voice-fast = Voice: on, fast
voter-look-done = Done: back

# Headphones
voter-headphones-title = Can you hear me in the headphones?
voter-headphones-text = The voice reads everything, your choices too. Without headphones others may hear it. F4 reads the screen again.
voter-headphones-no = No: turn the voice off
voter-headphones-yes = Yes, I hear it in the headphones

# What is heard
voter-heard-chosen = Chosen
voter-heard-not-chosen = Not chosen
voter-heard-place = Row { $n } of { $of }
voter-heard-code = This is the code of your ballot. To hear it again press F4.
voter-heard-paper = The slip with the code is printed: ask the staff for it.
voter-heard-finish = Have you noted the code, or do you have the slip?

# Whose help, and why not
assistance-sight = does not see well
assistance-movement = cannot use the keys
assistance-reading = cannot read well
assistance-language = does not understand the language
assistance-other = another reason
refusal-companion-is-voter = This is the voter's own code: the code of who helps is needed.
refusal-companion-code = The codice fiscale of who helps is needed, from their health card.
refusal-companion-limit = This companion has helped as many people as the consultation allows. A member of the staff can help.

# The slip on paper
voter-paper-going = Your slip is being printed.
voter-paper-printed = Your slip is printed: take it.
voter-paper-failed = No slip from the printer: copy the code. All else is fine.
