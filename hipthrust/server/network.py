"""This machine's own addresses and the port to serve on, with the standard library alone."""

import errno
import fcntl
import os
import socket
import struct
import sys

from hipthrust.server.errors import StartError

DEFAULT_PORT = 8000
ALL_ADDRESSES = "0.0.0.0"
# Asks the kernel for the address of a network interface; the number is the system's.
SIOCGIFADDR = 0xC0206921 if sys.platform == "darwin" else 0x8915
# Interfaces of containers and virtual machines: no phone comes in there.
VIRTUAL = ("docker", "br-", "veth", "virbr", "vmnet", "bridge")


def chosen_port() -> int:
    """Read PORT."""
    value = os.environ.get("PORT", "").strip() or str(DEFAULT_PORT)
    if value.isascii() and value.isdigit() and 1 <= int(value) <= 65535:
        return int(value)
    raise StartError(f"PORT is {value!r}. Say a number from 1 to 65535, as in PORT=8123 make run.")


def chosen_address() -> str:
    """Read BIND, the address to listen on; all of them unless said."""
    return os.environ.get("BIND", "").strip() or ALL_ADDRESSES


def refuse_taken_port(address: str, port: int) -> None:
    """Try the port, also on the loopback address, which macOS lets two programs share."""
    for host in dict.fromkeys([address, "127.0.0.1"]):
        try:
            with socket.socket() as listener:
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                listener.bind((host, port))
        except OSError as error:
            raise StartError(_why_not(error, host, port)) from error


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        another = port + 1 if port < 65535 else DEFAULT_PORT
        return (
            f"Port {port} is in use, by another program or by this app in another window. "
            f"Stop that one, or take another port: PORT={another} make run."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} is for the administrator only. Take one from 1024 up: PORT=8000."
    return f"This machine cannot listen on {host} ({error.strerror or error}). Change BIND."


def addresses() -> list[str]:
    """List this machine's own IPv4 addresses, the one that leads to the network first."""
    found = [_address_of(name) for _, name in socket.if_nameindex()]
    known = [address for address in [_outward_address(), *found] if address]
    return [address for address in dict.fromkeys(known) if not address.startswith("127.")]


def phone_addresses() -> list[str]:
    """List the addresses that a phone in the same network can reach."""
    virtual = {_address_of(name) for _, name in socket.if_nameindex() if name.startswith(VIRTUAL)}
    return [
        address
        for address in addresses()
        if address not in virtual and not address.startswith("169.254.")
    ]


def own_hosts() -> list[str]:
    """List every name and address by which a browser may ask this machine."""
    name = socket.gethostname().lower()
    bare = name.removesuffix(".local")
    return [*addresses(), name, f"{bare}.local"]


def _address_of(interface: str) -> str | None:
    request = struct.pack("256s", interface.encode()[:15])
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            answer = fcntl.ioctl(probe.fileno(), SIOCGIFADDR, request)
        except OSError:
            return None
    return socket.inet_ntoa(answer[20:24])


def _outward_address() -> str | None:
    """Ask the routing table; connecting a datagram socket sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # An address from the block kept for documentation (RFC 5737).
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        return str(probe.getsockname()[0])
