"""Files of papers: nothing offers one that is not whole."""

import hashlib
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import storages

from reports.runs.models.kinds import FileFormat


def file_away(folder: str, form: FileFormat, content: bytes) -> dict[str, Any]:
    """There once it is whole, the same content under the same name; gives the columns of the row that offers it."""
    digest = hashlib.sha256(content).hexdigest()
    name = f"{folder}/{form.value}-{digest[:12]}.{form.value}"
    storages["default"].replace(name, ContentFile(content))
    return {"file": name, "size": len(content), "checksum": digest}
