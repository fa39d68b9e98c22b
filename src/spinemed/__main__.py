"""`python -m spinemed`."""

import sys

from spinemed.cli import main

if __name__ == "__main__":
    sys.exit(main())
