"""Why one format of a report could not be made while the others were."""

from enum import StrEnum


class Unmade(StrEnum):
    STORE = "store"
    STORAGE = "storage"
    MEMORY = "memory"
    SETTING = "setting"


def why_unmade(error: Exception) -> Unmade:
    if isinstance(error, ConnectionError):
        return Unmade.STORE
    if isinstance(error, OSError):
        return Unmade.STORAGE
    return Unmade.MEMORY if isinstance(error, MemoryError) else Unmade.SETTING
