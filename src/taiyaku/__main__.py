"""`python -m taiyaku`: the program, where its own name is not on the path."""

from taiyaku.cli import main

main()
