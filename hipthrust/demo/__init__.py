"""A made-up lifter with a real-looking log, for `make demo` and for looking at pages."""

from hipthrust.demo.account import make_demo

__all__ = ["make_demo"]
