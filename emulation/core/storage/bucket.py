"""Files in a bucket of an S3-compatible store. An object is there whole or not at all: it is sent in one request, never
in parts. Every failure is an `OSError`, as with a folder, so that whoever asks need not know which of the two it is."""

import errno
import os
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile

from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import ContentFile, File
from s3transfer.exceptions import RetriesExceededError
from storages.backends.s3 import S3Storage

from emulation.core.storage import StoreSilent

IN_MEMORY = 8 * 1024 * 1024
MOST_AT_ONCE = 5 * 1024**3  # bytes: what the protocol takes in one request
NO_ROOM = {"QuotaExceeded", "XMinioStorageFull", "InsufficientCapacity", "InsufficientStorage"}
INSUFFICIENT_STORAGE = 507
PATIENCE = Config(
    connect_timeout=3,
    read_timeout=20,
    retries={"total_max_attempts": 2, "mode": "standard"},
    s3={"addressing_style": "path"},
    signature_version="s3v4",
    request_checksum_calculation="when_required",  # stores other than Amazon's do not all know the newer checksums
    response_checksum_validation="when_required",
)


class Bucket(S3Storage):
    def get_default_settings(self):
        return super().get_default_settings() | {
            "file_overwrite": False,
            "client_config": PATIENCE,
            "transfer_config": TransferConfig(
                multipart_threshold=MOST_AT_ONCE, use_threads=False, num_download_attempts=1
            ),
        }

    def _open(self, name, mode="rb"):
        """Fetched whole, so that it breaks off here and not in the middle of an answer."""
        if mode != "rb":
            raise ValueError(f"a filed object is read, never written: {mode}")
        held = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  (File closes it)
        try:
            with _asked_for(name):
                self.bucket.Object(self._normalize_name(name)).download_fileobj(held, Config=self.transfer_config)
        except OSError:
            held.close()
            raise
        held.seek(0)
        return File(held, name)

    def _save(self, name, content):
        with _asked_for(name):
            return super()._save(name, content)

    def replace(self, name, content) -> None:
        self._save(name, content)

    def delete(self, name):
        with _asked_for(name):
            super().delete(name)

    def exists(self, name):
        with _asked_for(name):
            return super().exists(name)

    def listdir(self, name):
        with _asked_for(name):
            return super().listdir(name)

    def size(self, name):
        with _asked_for(name):
            return super().size(name)

    def get_modified_time(self, name):
        with _asked_for(name):
            return super().get_modified_time(name)

    def keeps_versions(self) -> bool:
        """Whether it keeps what is removed, or ever did: then earlier objects are kept still."""
        with _asked_for(self.bucket_name):
            told = self.connection.meta.client.get_bucket_versioning(Bucket=self.bucket_name)
        return "Status" in told


class PartsBucket(Bucket):
    """Overwritten before they go. Whoever opens a ballot is refused while the store keeps versions."""

    def _save(self, name, content):
        if self.keeps_versions():
            raise PermissionError(errno.EPERM, "the bucket of the third parts keeps versions of what is removed")
        return super()._save(name, content)

    def delete(self, name):
        try:
            size = self.size(name)
        except FileNotFoundError:
            return
        self.replace(name, ContentFile(os.urandom(size)))
        super().delete(name)


@contextmanager
def _asked_for(name: str):
    try:
        yield
    except ClientError as problem:
        said = problem.response.get("Error", {}).get("Code", "")
        status = problem.response.get("ResponseMetadata", {}).get("HTTPStatusCode")
        if said in NO_ROOM or status == INSUFFICIENT_STORAGE:
            raise OSError(errno.ENOSPC, f"the store has no room: {said}", name) from problem
        if said in ("404", "NoSuchKey"):
            raise FileNotFoundError(errno.ENOENT, "the store has no such object", name) from problem
        raise StoreSilent(f"{name}: {said or status}") from problem
    except (BotoCoreError, Boto3Error, RetriesExceededError) as problem:
        raise StoreSilent(f"{name}: {problem}") from problem
