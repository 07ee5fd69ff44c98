"""A block (khối thi đua) has its own words for what a cluster (cụm thi đua) is and does: khối trưởng, not cụm trưởng.

To Django they are a Vietnamese of their own, whose catalogue emulation/core/block_catalogue.py makes of the Vietnamese
one when that is compiled.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from django.utils import translation

VIETNAMESE, OF_BLOCKS = "vi", "vi-x-khoi"


class Kind(Protocol):
    """A cluster, as far as its words go."""

    @property
    def is_block(self) -> bool: ...


def speak_of(cluster: Kind) -> None:
    """From here on the request is answered in the words of a block, where the cluster is one."""
    if cluster.is_block and translation.get_language() == VIETNAMESE:
        translation.activate(OF_BLOCKS)


@contextmanager
def words_of(*, is_block: bool) -> Iterator[None]:
    """For one sentence among those of other clusters."""
    is_turned = is_block and translation.get_language() == VIETNAMESE
    with translation.override(OF_BLOCKS if is_turned else translation.get_language()):
        yield
