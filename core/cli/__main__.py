# SPDX-License-Identifier: Apache-2.0
"""`python -m core.cli`: the command line where no window is wanted."""

from core.cli.app import main

if __name__ == "__main__":
    main()
