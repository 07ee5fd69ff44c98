"""The operating system's account that PostgreSQL runs under, and the folder that belongs to it.

`initdb` refuses root, so root lends the work to `nobody`, in a folder that account can reach. Everything in
that folder is written by the account itself: root never follows a name somebody else could have planted there.
"""

import hashlib
import os
import pwd
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

from emulation.launcher.problem import LaunchProblem

LENT_TO = "nobody"
MEMORY = Path("/dev/shm")
ROOM = 8 * 1024**3
LIBRARIES = ".pg0/installation/18.*/lib"  # the wheel brings its own libicu, which the linker must be told of


@dataclass(frozen=True)
class ServingAccount:
    home: Path
    uid: int | None = None
    gid: int | None = None

    @classmethod
    def of(cls, folder: Path) -> "ServingAccount":
        """`folder` itself for an ordinary user; for root a folder elsewhere, named by the hash of that path."""
        if os.geteuid() != 0:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            return cls(folder)
        try:
            lent = pwd.getpwnam(LENT_TO)
        except KeyError:
            raise LaunchProblem(
                f"PostgreSQL refuses to run as root and this machine has no account '{LENT_TO}' to lend it to."
                " Run this as an ordinary user, or set DATABASE_URL."
            ) from None
        home = Path("/var/tmp") / f"thi-dua-{short_hash(folder)}"
        _make_private(home, lent.pw_uid, lent.pw_gid)
        return cls(home, lent.pw_uid, lent.pw_gid)

    def folder_in_memory(self) -> Path:
        """A folder of the account's that the machine forgets when it stops, and that is written without a disk; its
        home where there is no such place with room, decided once for as long as the folder stands."""
        place = MEMORY / f"thi-dua-{short_hash(self.home)}"
        if not place.exists() and not _has_room(MEMORY):
            return self.home
        uid = os.geteuid() if self.uid is None else self.uid
        gid = os.getegid() if self.gid is None else self.gid
        _make_private(place, uid, gid)
        return place

    def run(self, command: list, *, given: bytes = b"", seconds: float = 120) -> subprocess.CompletedProcess[bytes]:
        """The finished process with all that it said."""
        return subprocess.run(
            [str(word) for word in command],
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=seconds,
            cwd=self.home,
            env={
                "HOME": str(self.home),
                "PATH": os.environ.get("PATH", os.defpath),
                "LANG": "C.UTF-8",
                "LD_LIBRARY_PATH": os.pathsep.join(str(found) for found in self.home.glob(LIBRARIES)),
            },
            umask=0o077,
            user=self.uid,
            group=self.gid,
            extra_groups=None if self.uid is None else [],
        )

    def write(self, path: Path, content: bytes, *, mode: str = "600") -> None:
        """Under a temporary name first: a broken copy never carries the right name."""
        script = 'cat > "$1.part" && chmod "$2" "$1.part" && mv -f "$1.part" "$1"'
        done = self.run(["sh", "-c", script, "sh", path, mode], given=content)
        if done.returncode:
            raise LaunchProblem(f"{path} cannot be written: {done.stdout.decode(errors='replace').strip()}")


def short_hash(path: Path) -> str:
    return hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:12]


def _has_room(place: Path) -> bool:
    try:
        return shutil.disk_usage(place).free >= ROOM and os.access(place, os.W_OK)
    except OSError:
        return False


def _make_private(home: Path, uid: int, gid: int) -> None:
    try:
        home.mkdir(mode=0o700)
        os.chown(home, uid, gid)
    except FileExistsError:
        found = home.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != uid or stat.S_IMODE(found.st_mode) != 0o700:
            owner = pwd.getpwuid(uid).pw_name
            raise LaunchProblem(
                f"{home} should be a folder that only the account '{owner}' can open, and it is not."
                " Look who made it, remove it and start again."
            ) from None
