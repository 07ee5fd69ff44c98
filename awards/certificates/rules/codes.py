"""The code on a certificate, by which a stranger asks whether it is genuine. Pure.

Twelve of 31 signs that nobody mistakes for one another are 59 bits: with the tries that an address has, guessing one of
a million certificates takes longer than any of them lasts."""

import re
from collections.abc import Callable

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH, GROUP = 12, 4
NOISE = re.compile(r"[\s.\-–—_]+")


def new_code(choose: Callable[[str], str]) -> str:
    """`choose`: one of the signs, so that nobody foretells the next."""
    return "".join(choose(SIGNS) for _ in range(LENGTH))


def printed(code: str) -> str:
    """In groups of four signs, as people compare it."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def read(written: str) -> str:
    """As it is kept; empty where it cannot be a code."""
    plain = NOISE.sub("", written).upper()
    return plain if len(plain) == LENGTH and set(plain) <= set(SIGNS) else ""
