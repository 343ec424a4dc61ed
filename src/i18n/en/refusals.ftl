# Why something was refused, in plain words.
