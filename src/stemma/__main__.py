"""``python -m stemma``: the same as the command."""

from stemma.cli import main

if __name__ == "__main__":
    main()
