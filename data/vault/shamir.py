"""Shamir's secret sharing over GF(256), byte by byte: any ``needed`` shares give the secret, fewer give nothing."""

import os
from collections.abc import Mapping


def _tables() -> tuple[list[int], list[int]]:
    """Powers of 3 and their logarithms, modulo x^8 + x^4 + x^3 + x + 1."""
    powers, logs, value = [0] * 510, [0] * 256, 1
    for exponent in range(255):
        powers[exponent] = powers[exponent + 255] = value
        logs[value] = exponent
        doubled = value << 1 ^ (0x11B if value & 0x80 else 0)
        value ^= doubled
    return powers, logs


_POWER, _LOG = _tables()


def multiply(a: int, b: int) -> int:
    return _POWER[_LOG[a] + _LOG[b]] if a and b else 0


def divide(a: int, b: int) -> int:
    """``b`` is not 0."""
    return _POWER[_LOG[a] + 255 - _LOG[b]] if a else 0


def split(secret: bytes, *, shares: int = 3, needed: int = 2) -> dict[int, bytes]:
    """Shares by number, from 1 on."""
    coefficients = [secret, *(os.urandom(len(secret)) for _power in range(needed - 1))]
    return {
        number: bytes(_at(number, [line[at] for line in coefficients]) for at in range(len(secret)))
        for number in range(1, shares + 1)
    }


def join(shares: Mapping[int, bytes]) -> bytes:
    """The secret, where enough shares of one splitting are given; other bytes otherwise."""
    length = min(len(share) for share in shares.values())
    secret = bytearray(length)
    for number, share in shares.items():
        weight = 1
        for other in shares:
            if other != number:
                weight = multiply(weight, divide(other, other ^ number))
        for at in range(length):
            secret[at] ^= multiply(weight, share[at])
    return bytes(secret)


def _at(x: int, coefficients: list[int]) -> int:
    value = 0
    for coefficient in reversed(coefficients):
        value = multiply(value, x) ^ coefficient
    return value
