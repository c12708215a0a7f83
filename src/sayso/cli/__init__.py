"""What can be asked on the command line?"""

from sayso.cli.app import main

__all__ = ["main"]
