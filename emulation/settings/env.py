"""The one reader of the environment: typed, and one error names everything that is missing or malformed."""

import os
from collections.abc import Mapping
from datetime import date
from urllib.parse import parse_qsl, unquote, urlsplit

REQUIRED = object()


class EnvironmentProblem(Exception):
    """`problems` holds one sentence for each variable that is missing or malformed."""

    def __init__(self, problems: list[str]):
        super().__init__("\n".join(["The settings in the environment cannot be used:", *problems]))
        self.problems = problems


class Environment:
    def __init__(self, variables: Mapping[str, str]):
        self._variables = variables
        self.problems: list[str] = []

    def text(self, name: str, default=REQUIRED) -> str:
        return self._read(name, default, str, "", "a text")

    def flag(self, name: str, default=REQUIRED) -> bool:
        return self._read(name, default, _flag, False, "1 or 0")

    def integer(self, name: str, default=REQUIRED) -> int:
        return self._read(name, default, int, 0, "a whole number")

    def count(self, name: str, default=REQUIRED) -> int:
        return self._read(name, default, _count, 0, "a whole number, 0 or more")

    def day(self, name: str, default=REQUIRED) -> date | None:
        return self._read(name, default, date.fromisoformat, None, "a day written YYYY-MM-DD")

    def words(self, name: str, default=REQUIRED) -> list[str]:
        return self._read(name, default, _words, [], "a list separated by commas")

    def one_of(self, name: str, known: tuple[str, ...], default=REQUIRED) -> str:
        def read(written: str) -> str:
            if written not in known:
                raise ValueError(written)
            return written

        return self._read(name, default, read, known[0], " or ".join(known))

    def database(self, name: str) -> dict:
        """postgresql://user:password@host:port/name as Django's DATABASES entry."""
        return self._read(name, REQUIRED, _database, {}, "postgresql://user:password@host:port/name")

    def bucket(self, name: str, default=REQUIRED) -> dict[str, str]:
        """http(s)://key:secret@host:port/bucket[?region=name] as options of `emulation.core.storage.bucket`."""
        return self._read(name, default, _bucket, {}, "https://key:secret@host:port/bucket")

    def check(self) -> None:
        if self.problems:
            raise EnvironmentProblem(self.problems)

    def _read(self, name, default, convert, stand_in, expected):
        written = self._variables.get(name, "").strip()
        if not written:
            if default is REQUIRED:
                self.problems.append(f"{name} is missing: set it to {expected}.")
                return stand_in
            return default
        try:
            return convert(written)
        except ValueError:
            shown = "" if "PASSWORD" in name or "URL" in name or "SECRET" in name else f" ({written!r})"
            self.problems.append(f"{name} is malformed{shown}: it must be {expected}.")
            return stand_in


def _flag(written: str) -> bool:
    known = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if written.lower() not in known:
        raise ValueError(written)
    return known[written.lower()]


def _count(written: str) -> int:
    if not written.isdecimal():
        raise ValueError(written)
    return int(written)


def _words(written: str) -> list[str]:
    return [word.strip() for word in written.split(",") if word.strip()]


def _database(written: str) -> dict:
    parts = urlsplit(written)
    name = parts.path.lstrip("/")
    if parts.scheme not in ("postgres", "postgresql") or not parts.hostname or not name:
        raise ValueError(written)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(name),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname,
        "PORT": str(parts.port or 5432),
    }


def _bucket(written: str) -> dict[str, str]:
    parts = urlsplit(written)
    bucket = parts.path.strip("/")
    if parts.scheme not in ("http", "https") or not parts.hostname or not bucket or "/" in bucket:
        raise ValueError(written)
    if not parts.username or not parts.password:
        raise ValueError(written)
    return {
        "endpoint_url": f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}",
        "bucket_name": bucket,
        "access_key": unquote(parts.username),
        "secret_key": unquote(parts.password),
        "region_name": dict(parse_qsl(parts.query)).get("region", "us-east-1"),
    }


env = Environment(os.environ)
