# SPDX-License-Identifier: Apache-2.0
"""`python -m core.cli`: the command line where no window is wanted."""

import signal

# Until there is something to tidy up, Ctrl-C ends the process as it ends any other.
signal.signal(signal.SIGINT, signal.SIG_DFL)

from core.media.launch import become_decoder_if_asked  # noqa: E402

# A packaged program starts itself again as the decoder; that one loads nothing else.
become_decoder_if_asked()

from core.cli.app import main  # noqa: E402

if __name__ == "__main__":
    main()
