"""What is added to a text at the last moment, so that it is set well: breaks, unbroken groups, readings.

Nothing of it enters a catalog or a Markdown edition. `passages` finds the running texts of a page's HTML and writes
additions into them; every other module says, for one passage, what to add.
"""
