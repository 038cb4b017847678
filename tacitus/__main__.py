"""``python -m tacitus`` is the command ``tacitus``."""

import sys

from tacitus.cli import main

if __name__ == "__main__":
    sys.exit(main())
