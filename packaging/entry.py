"""Where the bundled program begins: the same as `python -m focusplan`."""

import sys

from focusplan.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
