"""What a sealed ballot is locked with: each vote a sealed box to the ballot's key, whose private half exists only in
three parts, two of them each locked under one teller's passphrase, the third kept apart from both. Pure: bytes in,
bytes out; chance comes from libsodium.

`docs/adr/0010-sealed-ballot.md` says against whom this protects, and against whom not.
"""

import base64
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from secrets import SystemRandom
from typing import TypeVar

from nacl import pwhash
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox
from nacl.utils import random

MARK_BYTES = 10
KEY_BYTES = 32
One = TypeVar("One")


@dataclass(frozen=True)
class Stretching:
    """What Argon2id costs whoever makes a key of a passphrase: passes over the memory, and its bytes."""

    rounds: int
    memory: int


FULL = Stretching(pwhash.argon2id.OPSLIMIT_INTERACTIVE, pwhash.argon2id.MEMLIMIT_INTERACTIVE)


class WrongPassphrase(Exception):
    """`position` of the teller whose passphrase does not fit."""

    def __init__(self, position: int):
        super().__init__(position)
        self.position = position


class BrokenEnvelope(Exception):
    """An envelope that this ballot's key does not open, or that was not sealed for it; or a part not sealed to its
    teller."""


@dataclass(frozen=True)
class TellerKey:
    """`locked`: the teller's private key under the passphrase, by Argon2id over `salt` and XSalsa20-Poly1305."""

    public: bytes
    salt: bytes
    locked: bytes
    stretching: Stretching = FULL


@dataclass(frozen=True)
class OpenedVote:
    """One opened vote. `mark`: known to its voter only; `choices`: positions of options, none for a blank vote."""

    mark: bytes
    choices: frozenset[int]


def new_teller_key(passphrase: str, stretching: Stretching = FULL) -> TellerKey:
    private, salt = PrivateKey.generate(), random(pwhash.argon2id.SALTBYTES)
    box = SecretBox(_stretched(passphrase, salt, stretching))
    return TellerKey(bytes(private.public_key), salt, bytes(box.encrypt(bytes(private))), stretching)


def fits(passphrase: str, key: TellerKey) -> bool:
    return _unlocked(passphrase, key) is not None


@dataclass(frozen=True)
class BallotKey:
    """`for_tellers`: a part of the private key for each, sealed to that teller; `third`: the part to be kept elsewhere.
    Any two parts are random bytes; the whole is never written."""

    public: bytes
    for_tellers: tuple[bytes, bytes]
    third: bytes


def new_ballot_key(publics: tuple[bytes, bytes]) -> BallotKey:
    private, first, third = PrivateKey.generate(), random(KEY_BYTES), random(KEY_BYTES)
    parts = (first, _mixed(_mixed(bytes(private), first), third))
    sealed = tuple(
        bytes(SealedBox(PublicKey(public)).encrypt(part)) for public, part in zip(publics, parts, strict=True)
    )
    return BallotKey(bytes(private.public_key), (sealed[0], sealed[1]), third)


def handed_over(part: bytes, key: TellerKey, passphrase: str, *, to: bytes, position: int) -> bytes:
    """The same part sealed to another teller's public key `to`. Raises WrongPassphrase."""
    return bytes(SealedBox(PublicKey(to)).encrypt(_part(part, key, passphrase, position)))


def sealed_vote(public: bytes, choices: Iterable[int], *, of: int) -> tuple[bytes, bytes]:
    """(envelope, mark). `choices` are positions below `of`; every envelope of a ballot is equally long."""
    mark = random(MARK_BYTES)
    ticked = sum(1 << choice for choice in choices)
    return bytes(SealedBox(PublicKey(public)).encrypt(mark + ticked.to_bytes(_width(of), "big"))), mark


def opened_votes(
    envelopes: Iterable[bytes],
    tellers: tuple[tuple[TellerKey, bytes, str], tuple[TellerKey, bytes, str]],
    *,
    third: bytes | None,
    of: int,
) -> list[OpenedVote]:
    """In an order of chance. `tellers`: key, part and passphrase of each, first and second. `third`: None for a ballot
    opened before keys had a third part. Raises WrongPassphrase or BrokenEnvelope."""
    parts = [_part(part, key, passphrase, at) for at, (key, part, passphrase) in enumerate(tellers, 1)]
    private = _mixed(*parts)
    box = SealedBox(PrivateKey(private if third is None else _mixed(private, third)))
    return shuffled(_opened(box, envelope, of) for envelope in envelopes)


def shuffled(things: Iterable[One]) -> list[One]:
    """In an order of chance that nobody can foretell."""
    found = list(things)
    SystemRandom().shuffle(found)
    return found


def mark_in_words(mark: bytes) -> str:
    """Four groups of four letters and digits, as a voter notes it down."""
    text = base64.b32encode(mark).decode()
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))


def _opened(box: SealedBox, envelope: bytes, of: int) -> OpenedVote:
    try:
        plain = box.decrypt(envelope)
    except CryptoError as error:
        raise BrokenEnvelope from error
    ticked = int.from_bytes(plain[MARK_BYTES:], "big")
    if len(plain) != MARK_BYTES + _width(of) or ticked >> of:
        raise BrokenEnvelope
    return OpenedVote(plain[:MARK_BYTES], frozenset(at for at in range(of) if ticked >> at & 1))


def _part(part: bytes, key: TellerKey, passphrase: str, position: int) -> bytes:
    private = _unlocked(passphrase, key)
    if private is None:
        raise WrongPassphrase(position)
    try:
        return SealedBox(private).decrypt(part)
    except CryptoError as error:
        raise BrokenEnvelope from error


def _unlocked(passphrase: str, key: TellerKey) -> PrivateKey | None:
    try:
        return PrivateKey(SecretBox(_stretched(passphrase, key.salt, key.stretching)).decrypt(key.locked))
    except CryptoError:
        return None


def _stretched(passphrase: str, salt: bytes, cost: Stretching) -> bytes:
    said = unicodedata.normalize("NFC", passphrase).encode()
    return pwhash.argon2id.kdf(SecretBox.KEY_SIZE, said, salt, opslimit=cost.rounds, memlimit=cost.memory)


def _mixed(one: bytes, other: bytes) -> bytes:
    return bytes(left ^ right for left, right in zip(one, other, strict=True))


def _width(of: int) -> int:
    return (of + 7) // 8
