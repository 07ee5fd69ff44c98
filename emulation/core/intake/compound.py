"""An OLE compound file, the wrapping of .xls: its streams by name, every chain of sectors walked with its end in sight.

Readers in other languages follow these chains without asking whether they turn in a circle. Pure.
"""

import struct

FREE, END, FAT, DIFAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFC
ENTRY = 128
SMALL_SECTOR = 64


class Broken(ValueError):
    pass


class CompoundFile:
    """`content` is the whole file. Raises `Broken` where the file contradicts itself."""

    def __init__(self, content: bytes):
        self._content = content
        if len(content) < 512:
            raise Broken("header")
        order, shift, small_shift = struct.unpack_from("<HHH", content, 28)
        _dirs, fats, root, _sign, cutoff, minifat, minifats, difat, difats = struct.unpack_from("<9I", content, 40)
        if order != 0xFFFE or shift not in (9, 12) or small_shift != 6:
            raise Broken("header")
        self._size = 1 << shift
        self._sectors = max(0, -(-len(content) // self._size) - 1)
        self._cutoff = cutoff
        self._next = self._table(fats, difat, difats)
        self._entries = self._directory(self._chain(root))
        small = self._numbers(self._chain(minifat)) if minifats else ()
        self._small_next = small
        start, size = next(((start, size) for kind, _name, start, size in self._entries if kind == 5), (END, 0))
        self._small = self._chain(start)[:size] if size else b""

    @property
    def names(self) -> set[str]:
        return {name for _kind, name, _start, _size in self._entries}

    def stream(self, name: str) -> bytes:
        """The stream's bytes; KeyError where there is none of that name."""
        for kind, other, start, size in self._entries:
            if kind == 2 and other.casefold() == name.casefold():
                content = self._chain(start) if size >= self._cutoff else self._small_chain(start)
                return content[:size]
        raise KeyError(name)

    def _table(self, fats: int, difat: int, difats: int) -> tuple[int, ...]:
        places = list(struct.unpack_from("<109I", self._content, 76))
        seen: set[int] = set()
        while difats and difat not in (END, FREE):
            if difat in seen:
                raise Broken("the list of tables turns in a circle")
            seen.add(difat)
            *more, difat = struct.unpack(f"<{self._size // 4}I", self._sector(difat))
            places += more
        used = [place for place in places if place < DIFAT]
        if len(used) > self._sectors or len(used) != len(set(used)):
            raise Broken("tables")
        return self._numbers(b"".join(self._sector(place) for place in used))

    def _sector(self, number: int) -> bytes:
        if number >= self._sectors:
            raise Broken("a sector beyond the end")
        at = (number + 1) * self._size
        return self._content[at : at + self._size].ljust(self._size, b"\0")

    def _chain(self, number: int) -> bytes:
        out, seen = [], set()
        while number not in (END, FREE):
            if number in seen or number >= len(self._next):
                raise Broken("a chain turns in a circle or leads nowhere")
            seen.add(number)
            out.append(self._sector(number))
            number = self._next[number]
        return b"".join(out)

    def _small_chain(self, number: int) -> bytes:
        out, seen = [], set()
        while number not in (END, FREE):
            if number in seen or number >= len(self._small_next):
                raise Broken("a small chain turns in a circle or leads nowhere")
            seen.add(number)
            out.append(self._small[number * SMALL_SECTOR : (number + 1) * SMALL_SECTOR])
            number = self._small_next[number]
        return b"".join(out)

    def _directory(self, content: bytes) -> list[tuple[int, str, int, int]]:
        out = []
        for at in range(0, len(content) - ENTRY + 1, ENTRY):
            entry = content[at : at + ENTRY]
            length = min(int.from_bytes(entry[64:66], "little"), 64)
            start, size = struct.unpack_from("<IQ", entry, 116)
            size = size & 0xFFFFFFFF if self._size == 512 else size
            if entry[66]:
                name = entry[: max(length - 2, 0)].decode("utf-16-le", "replace")
                out.append((entry[66], name, start, size))
        return out

    @staticmethod
    def _numbers(content: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(content) // 4}I", content)
