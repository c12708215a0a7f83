"""Where does the web view listen? On this machine only, at an address that holds its key."""

import gc
import secrets
import socket
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from starlette.types import ASGIApp

from sayso.errors import InputError
from sayso.web.gates import Gate

LOCAL = "127.0.0.1"
# How seldom the search for cyclic garbage runs: what a page selects is a tree of many objects without a cycle, and by
# default it would be walked several times while it is made.
_PAUSES = (20_000, 20, 20)
_NAMES = (LOCAL, "localhost", "[::1]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """A socket that listens on this machine, and who may come in."""

    socket: socket.socket
    gate: Gate

    @property
    def address(self) -> str:
        """The address to open, with its token."""
        return f"http://{LOCAL}:{self.socket.getsockname()[1]}/?token={self.gate.token}"

    def serve(self, app: ASGIApp) -> None:
        """Answer requests until the process is told to end."""
        gc.set_threshold(*_PAUSES)
        uvicorn = load_uvicorn()
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, server_header=False, ws="none", lifespan="off", loop="asyncio"
        )
        uvicorn.Server(config).run(sockets=[self.socket])


def listen(port: int = 0) -> Listening:
    """Return a socket that listens on 127.0.0.1, on any free port when `port` is 0, with a new token.

    Raises:
        InputError: when the port is taken.
    """
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((LOCAL, port))
    except OSError as error:
        made.close()
        raise InputError(
            f"port {port} cannot be used ({error.strerror}); leave --port away for any free one"
        ) from error
    made.listen()
    real = made.getsockname()[1]
    hosts = frozenset(f"{name}:{real}" for name in _NAMES)
    return Listening(socket=made, gate=Gate(token=secrets.token_urlsafe(24), hosts=hosts))


def load_uvicorn() -> Any:  # noqa: ANN401 - a library, imported at first use
    """Return the library that speaks HTTP, imported at first use."""
    return import_module("uvicorn")
