"""Sockets with a name in the file system: two installations under one account would take each other's."""

import os
from pathlib import Path


def named_sockets(pids) -> set[str]:
    """Of the processes, those that they hold open."""
    held = set()
    for pid in pids:
        for number in os.listdir(f"/proc/{pid}/fd"):
            try:
                held.add(os.readlink(f"/proc/{pid}/fd/{number}"))
            except FileNotFoundError:  # closed meanwhile
                continue
    found = set()
    for line in Path("/proc/net/unix").read_text().splitlines()[1:]:
        _number, _references, _protocol, _flags, _type, _state, inode, *path = line.split(maxsplit=7)
        if path and f"socket:[{inode}]" in held:
            found |= set(path)
    return found
