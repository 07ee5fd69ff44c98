"""Files in folders of this machine, of which none is left there that could not be written whole."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage


class WholeFiles(FileSystemStorage):
    """Of what people send and the house makes; in `MEDIA_ROOT`."""

    def _save(self, name, content):
        was_there = self.exists(name)
        try:
            return super()._save(name, content)
        except OSError:
            if not was_there:
                with suppress(OSError):
                    os.remove(self.path(name))
            raise

    def replace(self, name, content) -> None:
        """Written under a passing name and renamed when it is whole."""
        passing = self._save(f"{name}.writing", content)
        os.replace(self.path(passing), self.path(name))


class SealFolder(WholeFiles):
    """Beside the files, so that a backup of the one is not a backup of the other."""

    @property
    def base_location(self):
        return settings.VAR_DIR / "seal"

    @property
    def location(self):
        return os.path.abspath(self.base_location)

    def _open(self, name, mode="rb"):
        """Of a pipe or a device the end would be waited for."""
        place = Path(self.path(name))
        if not stat.S_ISREG(place.stat().st_mode):
            raise IsADirectoryError(errno.EISDIR, "no plain file", str(place))
        return super()._open(name, mode)


class PartsFolder(SealFolder):
    """Files of their owner's alone (0600) in a folder of its own (0700), on the disk once they are saved, overwritten
    before they go."""

    @property
    def base_location(self):
        return settings.BALLOT_PARTS_DIR

    def _save(self, name, content):
        folder = Path(self.location)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content.read())
            file.flush()
            os.fsync(file.fileno())
        _settle(folder)
        return name

    def delete(self, name):
        path = Path(self.path(name))
        try:
            with path.open("r+b") as file:
                file.write(os.urandom(path.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
        except FileNotFoundError:
            return
        path.unlink(missing_ok=True)
        _settle(path.parent)


def _settle(folder: Path) -> None:
    """A name that came or went is on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
