"""The `spinemed` command: one file a subcommand, each loaded only when it is called."""

from spinemed.cli.main import main

__all__ = ["main"]
