"""An upload that grows too large is dropped while it streams in; the rest of the form survives."""

from django.core.files.uploadhandler import FileUploadHandler, SkipFile


class LimitedUpload(FileUploadHandler):
    """Put before Django's own handlers; afterwards `dropped` names the files that were too large."""

    def __init__(self, request=None, *, limit: int):
        super().__init__(request)
        self.limit = limit
        self.dropped: list[str] = []
        self._received = 0

    @property
    def too_large(self) -> bool:
        return bool(self.dropped)

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self._received = 0

    def receive_data_chunk(self, raw_data, start):
        self._received += len(raw_data)
        if self._received > self.limit:
            self.dropped.append(self.file_name or "")
            raise SkipFile
        return raw_data

    def file_complete(self, file_size):
        return None
