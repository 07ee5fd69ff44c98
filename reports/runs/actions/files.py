"""Files of papers: nothing offers one that is not whole."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings

from reports.runs.models.kinds import FileFormat


def file_away(folder: str, form: FileFormat, content: bytes) -> dict[str, Any]:
    """Written under a passing name and renamed when it is whole; gives the columns of the row that offers it."""
    digest = hashlib.sha256(content).hexdigest()
    name = f"{folder}/{form.value}-{digest[:12]}.{form.value}"
    path = Path(settings.MEDIA_ROOT) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    passing = path.with_suffix(".writing")
    try:
        passing.write_bytes(content)
        passing.replace(path)
    finally:
        passing.unlink(missing_ok=True)
    return {"file": name, "size": len(content), "checksum": digest}
