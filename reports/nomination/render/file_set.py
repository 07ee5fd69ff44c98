"""The whole dossier as one ZIP for whoever keeps paper: letter, list, every paper, and the checksums of all of them."""

import hashlib
import os
import re
import tempfile
import zipfile
from typing import IO

from django.db.models.fields.files import FieldFile

from awards.models import Consultation, Nomination
from emulation.core.storage import StoreSilent
from reports.document.render import docx, pdf, xlsx
from reports.document.rules.document import Document

UNDATED = (1980, 1, 1, 0, 0, 0)
IN_MEMORY = 8 * 1024 * 1024
CHUNK = 1024 * 1024
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
LONGEST_STEM = 180


def file_set(nomination: Nomination, letter: Document, *, opinions: list[Consultation]) -> IO[bytes]:
    """Open at its beginning. The same contents give the same bytes: members in a fixed order, without times. A paper
    whose file is no longer on the server is named in the checksums as missing. `opinions`: answers on paper of
    consulted bodies, as far as the reader may read them."""
    out = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  (the response closes it)
    sums: list[str] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in (
            ("to-trinh.docx", docx.render(letter)),
            ("to-trinh.pdf", pdf.render(letter)),
            ("danh-sach.xlsx", xlsx.render(letter)),
        ):
            packed.writestr(_member(name), content)
            sums.append(f"{hashlib.sha256(content).hexdigest()}  {name}")
        for number, paper in enumerate(nomination.papers.standing().filter(on_paper_only=False), 1):
            sums.append(_packed(packed, f"van-ban/{number:02d}-{_unpackable(paper.name)}", paper.file))
        for number, one in enumerate(opinions, 1):
            sums.append(_packed(packed, f"hiep-y/{number:02d}-{_unpackable(one.file_name)}", one.file))
        listed = "\n".join(sums) + "\n"
        packed.writestr(_member("SHA256SUMS.txt"), listed.encode())
    out.seek(0)
    return out


def _unpackable(name: str) -> str:
    """A name that Windows and Linux can both write to a disk: no character that either forbids, of bounded length."""
    stem, ending = os.path.splitext(FORBIDDEN.sub("-", name))
    return stem.encode()[:LONGEST_STEM].decode(errors="ignore").strip(" .") + ending


def _packed(packed: zipfile.ZipFile, name: str, file: FieldFile) -> str:
    """The line of the checksums."""
    try:
        opened = file.open("rb")
    except StoreSilent:
        raise
    except OSError:
        return f"{'-' * 64}  {name} (không còn trên máy chủ)"
    digest = hashlib.sha256()
    with opened, packed.open(_member(name), "w") as member:
        while chunk := opened.read(CHUNK):
            digest.update(chunk)
            member.write(chunk)
    return f"{digest.hexdigest()}  {name}"


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, UNDATED)
    member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 3
    return member
