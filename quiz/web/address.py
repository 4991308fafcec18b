"""Where the server listens, and by which names it is known there."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
"""What a machine calls itself; each stands for the others."""
WILDCARDS = frozenset({"", "0.0.0.0", "::"})
"""Hosts that mean every address of this machine."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen."""

    host: str
    """A name or an address of this machine, or a wildcard."""
    port: int
    """0 is any that is free."""

    @property
    def is_loopback(self) -> bool:
        """Whether nobody but this machine can reach it."""
        return self.host == "localhost" or (is_address(self.host) and ip_address(self.host).is_loopback)

    def link(self, token: str) -> str:
        """Return the link to open."""
        name = "127.0.0.1" if self.host in WILDCARDS else self.host
        return f"http://{f'[{name}]' if ':' in name else name}:{self.port}/?token={token}"

    def goes_by(self, header: str, machine: str) -> bool:
        """Tell whether a request's Host is a name of ours, `machine` being the machine's own.

        Where every address is listened to, any address will do: a name that a stranger makes point to this
        machine is a name.
        """
        name = _name(header)
        if name is None:
            return False
        if self.host in WILDCARDS:
            return name in LOOPBACK_NAMES or name == machine.lower() or is_address(name)
        return name == self.host.lower() or (self.is_loopback and name in LOOPBACK_NAMES)


def is_address(name: str) -> bool:
    """Tell whether a host is an address rather than a name."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def is_same_place(origin: str, host: str) -> bool:
    """Tell whether a request comes from a page of the very host and port that it goes to."""
    scheme, _, rest = origin.partition("://")
    return scheme in ("http", "https") and rest.lower() == host.lower()


def _name(header: str) -> str | None:
    """Return the name or address in a Host header, without its port; None where there is none."""
    try:
        return urlsplit(f"//{header}").hostname
    except ValueError:
        return None
