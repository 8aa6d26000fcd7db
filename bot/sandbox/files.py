"""Pictures and documents: bytes kept once, shown in the sizes that Telegram makes."""

import hashlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, UnidentifiedImageError

from bot.sandbox.refusals import bad_request

JsonObject = dict[str, Any]

PHOTO_BYTES = 10 * 1024 * 1024
DOCUMENT_BYTES = 50 * 1024 * 1024
PHOTO_SIDES = 10_000
PHOTO_RATIO = 20
_BOXES = (("s", 90), ("m", 320), ("x", 800), ("y", 1280))
_MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp", "GIF": "image/gif"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request."""

    name: str
    content: bytes
    media_type: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file the hall keeps."""

    unique_id: str
    name: str
    content: bytes
    media_type: str
    width: int = 0
    height: int = 0

    @property
    def path(self) -> str:
        """Return the path that getFile tells."""
        folder = "photos" if self.width else "documents"
        return f"{folder}/{self.unique_id}/{self.name}"


class FileStore:
    """Every file by its unique id; file ids add what Telegram would vary."""

    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}

    def add_photo(self, upload: Upload) -> list[JsonObject]:
        """Keep a picture and return its sizes, or refuse it as Telegram does."""
        size = len(upload.content)
        if size > PHOTO_BYTES:
            raise bad_request(
                f"file of size {size} bytes is too big for a photo; "
                f"the maximum size is {PHOTO_BYTES} bytes"
            )
        width, height, media_type = _measure(upload.content)
        stored = self._keep(upload, media_type, width, height)
        return photo_sizes(stored)

    def add_document(self, upload: Upload) -> JsonObject:
        """Keep a document and return Telegram's `Document`."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        stored = self._keep(upload, upload.media_type, 0, 0)
        return {
            "file_id": f"doc-{stored.unique_id}",
            "file_unique_id": stored.unique_id,
            "file_name": upload.name,
            "mime_type": upload.media_type,
            "file_size": len(upload.content),
        }

    def find(self, file_id: str) -> StoredFile:
        """Return the file that a file id or unique id stands for."""
        unique_id = file_id.split("-", 1)[-1]
        stored = self._files.get(unique_id)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return stored

    def _keep(self, upload: Upload, media_type: str, width: int, height: int) -> StoredFile:
        unique_id = hashlib.sha256(upload.content + upload.name.encode()).hexdigest()[:20]
        stored = StoredFile(unique_id, upload.name, upload.content, media_type, width, height)
        self._files[unique_id] = stored
        return stored


def photo_sizes(stored: StoredFile) -> list[JsonObject]:
    """Return Telegram's `PhotoSize` list, smallest first; all serve the original bytes."""
    sizes = []
    longest = max(stored.width, stored.height)
    for letter, box in _BOXES:
        shown = min(box, longest)
        sizes.append(
            {
                "file_id": f"{letter}-{stored.unique_id}",
                "file_unique_id": f"{letter}-{stored.unique_id}",
                "width": max(1, stored.width * shown // longest),
                "height": max(1, stored.height * shown // longest),
                "file_size": len(stored.content),
            }
        )
        if box >= longest:
            break
    return sizes


def _measure(content: bytes) -> tuple[int, int, str]:
    try:
        with Image.open(BytesIO(content)) as picture:
            width, height = picture.size
            media_type = _MEDIA_TYPES.get(picture.format or "", "image/png")
    except (UnidentifiedImageError, OSError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    too_large = width + height > PHOTO_SIDES
    if too_large or max(width, height) > PHOTO_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height, media_type
