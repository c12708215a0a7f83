"""Which addresses may a page be fetched from? Only public ones: a link must not reach into the reader's own network."""

import socket
from collections.abc import Callable, Collection, Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Resolve = Callable[[str, int], Collection[str]]
_Address = IPv4Address | IPv6Address
# Addresses of the old internet written in the new one (RFC 6052, and those that only a machine itself uses).
_WRAPPED = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"))
# Networks of one's own that the standard library takes for public: site-local (RFC 3879), local translation (RFC 8215).
_LOCAL = (IPv6Network("fec0::/10"), IPv6Network("64:ff9b:1::/48"))
_LOW = 0xFFFFFFFF


def resolve_host(host: str, port: int) -> tuple[str, ...]:
    """Return the addresses of a host, in the order in which they are to be tried.

    Raises:
        OSError: when the name has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def find_forbidden(addresses: Collection[str]) -> str | None:
    """Return the first address that is not public (of this machine, its network, or many machines at once), or None."""
    return next((address for address in addresses if not _is_public(address)), None)


def _is_public(written: str) -> bool:
    try:
        address = ip_address(written.partition("%")[0])
    except ValueError:
        return False
    is_local = any(address in network for network in _LOCAL)
    return not is_local and all(one.is_global and not one.is_multicast for one in _unwrap(address))


def _unwrap(address: _Address) -> Iterator[_Address]:
    """Yield an address and those of the old internet that it stands for."""
    yield address
    if not isinstance(address, IPv6Address):
        return
    inside = (address.ipv4_mapped, address.sixtofour, *(address.teredo or ()))
    yield from (found for found in inside if found is not None)
    if any(address in network for network in _WRAPPED):
        yield IPv4Address(int(address) & _LOW)
