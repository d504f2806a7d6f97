"""The machine's own addresses, and the port."""

import ipaddress
import socket
from collections.abc import Iterator

import pytest

from hipthrust.server import network
from hipthrust.server.errors import StartError


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


@pytest.mark.parametrize(("said", "port"), [("", 8000), ("8123", 8123), (" 80 ", 80)])
def test_port_is_chosen(monkeypatch, said: str, port: int):
    monkeypatch.setenv("PORT", said)

    assert network.chosen_port() == port


@pytest.mark.parametrize("nonsense", ["0", "65536", "http", "80 81", "-1", "8000.0", "²"])
def test_port_refuses_nonsense(monkeypatch, nonsense: str):
    monkeypatch.setenv("PORT", nonsense)

    with pytest.raises(StartError, match=r"PORT is .* from 1 to 65535"):
        network.chosen_port()


def test_taken_port_is_refused_with_another_to_take(taken_port: int):
    with pytest.raises(StartError, match=f"Port {taken_port} is in use.* PORT={taken_port + 1}"):
        network.refuse_taken_port("0.0.0.0", taken_port)


def test_free_port_is_not_refused(taken_port: int):
    with socket.socket() as probe:
        probe.bind(("", 0))
        free = probe.getsockname()[1]

    network.refuse_taken_port("0.0.0.0", free)


def test_address_of_another_machine_is_refused():
    with pytest.raises(StartError, match=r"cannot listen on 203\.0\.113\.7.* Change BIND"):
        network.refuse_taken_port("203.0.113.7", 8000)


def test_addresses_can_be_reached_from_outside():
    found = [ipaddress.ip_address(address) for address in network.addresses()]

    assert len(found) == len(set(found))
    assert not any(address.is_loopback for address in found)


def test_loopback_has_an_address_that_the_kernel_tells():
    names = [name for _, name in socket.if_nameindex() if name.startswith("lo")]

    assert "127.0.0.1" in map(network._address_of, names)
    assert network._address_of("no-such-if") is None


def test_virtual_networks_are_answered_but_not_printed(monkeypatch):
    interfaces = {"eth0": "192.168.1.20", "docker0": "172.17.0.1", "eth1": "169.254.3.4"}
    monkeypatch.setattr(socket, "if_nameindex", lambda: list(enumerate(interfaces)))
    monkeypatch.setattr(network, "_address_of", interfaces.get)
    monkeypatch.setattr(network, "_outward_address", lambda: None)

    assert network.phone_addresses() == ["192.168.1.20"]
    assert set(interfaces.values()) < set(network.own_hosts())


@pytest.mark.parametrize("name", ["Anns-Mac", "Anns-Mac.local"])
def test_hosts_have_the_name_that_phones_look_up(monkeypatch, name: str):
    monkeypatch.setattr(socket, "gethostname", lambda: name)

    assert "anns-mac.local" in network.own_hosts()
