# The screens of the station's staff.
