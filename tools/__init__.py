"""Development tools: checkers and lock files. Not part of the program."""
