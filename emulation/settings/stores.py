"""Where files lie, for `STORAGES`: folders in `VAR_DIR`, or buckets that several machines share."""

from typing import Any

from emulation.settings.env import Environment

IN_FOLDERS = {
    "default": {"BACKEND": "emulation.core.storage.folder.WholeFiles"},
    "seal": {"BACKEND": "emulation.core.storage.folder.SealFolder"},
    "ballot_parts": {"BACKEND": "emulation.core.storage.folder.PartsFolder"},
}


def kept(env: Environment) -> dict[str, dict[str, Any]]:
    """With buckets the third parts of open ballots' keys have one of their own, which keeps no versions and which
    backups leave out."""
    files = env.bucket("FILES_URL", {})
    if not files:
        return IN_FOLDERS
    parts = env.bucket("BALLOT_PARTS_URL")
    if _place(parts) == _place(files):
        env.problems.append("BALLOT_PARTS_URL names the bucket of FILES_URL: it must be a bucket of its own.")
    return {
        "default": {
            "BACKEND": "emulation.core.storage.bucket.Bucket",
            "OPTIONS": files | {"location": "files"},
        },
        "seal": {
            "BACKEND": "emulation.core.storage.bucket.Bucket",
            "OPTIONS": files | {"location": "seal"},
        },
        "ballot_parts": {"BACKEND": "emulation.core.storage.bucket.PartsBucket", "OPTIONS": parts},
    }


def _place(bucket: dict[str, str]) -> tuple[str | None, str | None]:
    return bucket.get("endpoint_url"), bucket.get("bucket_name")
