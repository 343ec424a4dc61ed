# The voter's screens.
