# What several screens share: names of keys, words of the footer, the size of the terminal.

common-too-small = The window is too small
common-too-small-need = It needs at least { $columns } columns and { $rows } rows. Now it has { $now_columns } x { $now_rows }.
common-too-small-how = Make the window larger or the letters smaller: nothing is lost. While it is small, keys do nothing.

common-key-up-down = ↑ ↓
common-key-space = Space
common-key-enter = Enter
common-key-back = ←
common-key-escape = Esc

common-do-move = move
common-do-choose = choose
common-do-next = go on
common-do-back = go back
common-do-confirm = confirm
common-do-language = language
common-do-appearance = letters, voice
common-do-change = change
common-do-read-on = read on

common-page = Page { $page } of { $pages }
common-seconds = { $n ->
    [one] { $n } second
   *[other] { $n } seconds
}

# While something is done; in training
operator-moment = One moment…
operator-training = TRAINING: no vote counts

# Why a city user may vote
reason-work = Works here
reason-study = Studies here
reason-volunteering = Volunteers here
reason-domicile = Has a domicile here

# What is heard: keys by their names, and what stands for signs
heard-key-up = up arrow
heard-key-down = down arrow
heard-key-left = left arrow
heard-key-right = right arrow
heard-keys-move = Down arrow or up arrow
heard-keys-back = Left arrow or Esc
heard-key = { $key }: { $does }.
heard-do-again = repeat
heard-key-dead = This key does nothing here.
heard-no-row = No row is chosen: press the down arrow.
heard-dot = dot
heard-slash = slash
heard-hyphen = hyphen
