"""The day on which the demonstration stands, stored beside its files, so that each command stands on the same day."""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent


def stored_day(folder: Path) -> Path:
    return folder / "demonstration-day"


def take_stored_day() -> None:
    """Where DEMONSTRATION_DAY is not given at all; an empty one means the real day."""
    path = stored_day(Path(os.environ.get("VAR_DIR", "").strip() or PROJECT / ".var"))
    if path.exists():
        os.environ.setdefault("DEMONSTRATION_DAY", path.read_text().strip())
