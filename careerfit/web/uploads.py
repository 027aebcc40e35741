"""Takes files from those who edit the site, and from nobody else: the students' forms have none."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest
from django.core.files.uploadhandler import FileUploadHandler


class OnlyFromStaff(FileUploadHandler):
    """Stands before the handlers that store a file, and refuses it at its first byte.

    Without it, one request of anybody's could fill the temporary folder.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Look at who sends it."""
        if self.request is None or not self.request.user.is_staff:
            raise BadRequest("only staff may send files")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Leave the file to the next handler."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the next handler."""
