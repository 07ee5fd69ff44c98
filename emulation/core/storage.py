"""Uploaded files in a folder, of which none is left there that could not be written whole."""

import os
from contextlib import suppress

from django.core.files.storage import FileSystemStorage


class WholeFiles(FileSystemStorage):
    def _save(self, name, content):
        was_there = self.exists(name)
        try:
            return super()._save(name, content)
        except OSError:
            if not was_there:
                with suppress(OSError):
                    os.remove(self.path(name))
            raise
