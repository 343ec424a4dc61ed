# The programs at the command line.
