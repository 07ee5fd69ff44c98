"""A paper is what its bytes say, whatever it is called; what cannot be kept is refused in a sentence."""

import struct
import zlib

import pytest

from emulation.core.errors import Refusal
from emulation.core.intake.papers import JPEG as IS_JPEG
from emulation.core.intake.papers import PDF as IS_PDF
from emulation.core.intake.papers import PNG as IS_PNG
from emulation.core.intake.papers import kind_of_paper
from tests.clusters.attachments.make import JPEG, PDF, PNG, office_file, small_pdf

LIMIT = 1024 * 1024


def packed_pdf(action: bytes) -> bytes:
    """Catalogue and action packed together into a compressed stream, where no search through the bytes finds them."""
    catalogue = b"<</Type/Catalog/Pages 2 0 R/OpenAction 3 0 R>> "
    numbers = b"1 0 3 %d " % len(catalogue)
    packed = zlib.compress(numbers + catalogue + action)
    out, places = b"%PDF-1.5\n", {}
    for number, content in (
        (2, b"<</Type/Pages/Kids[]/Count 0>>"),
        (
            4,
            b"<</Type/ObjStm/N 2/First %d/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
            % (len(numbers), len(packed), packed),
        ),
    ):
        places[number] = len(out)
        out += b"%d 0 obj%s\nendobj\n" % (number, content)
    rows = [(0, 0, 255), (2, 4, 0), (1, places[2], 0), (2, 4, 1), (1, places[4], 0), (1, len(out), 0)]
    table = b"".join(struct.pack(">BHB", *row) for row in rows)
    about = b"<</Type/XRef/Size 6/W[1 2 1]/Root 1 0 R/Length %d>>" % len(table)
    return out + b"5 0 obj%sstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (about, table, len(out))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, IS_PDF),
        (packed_pdf(b"<</S/GoTo/D[2 0 R/Fit]>>"), IS_PDF),
        (PDF.replace(b"1.4", b"1.4 moi"), IS_PDF),
        (JPEG, IS_JPEG),
        (PNG, IS_PNG),
    ],
    ids=["pdf", "packed", "mended", "jpeg", "png"],
)
def test_papers_are_known_by_their_bytes(content, kind):
    assert kind_of_paper(content, limit=LIMIT) is kind


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Tệp rỗng"),
        (PDF + b" " * LIMIT, "lớn hơn 1 MB"),
        (b"MZ\x90\x00 chuong trinh", "không phải PDF"),
        (b"PK\x03\x04 van ban Word", "không phải PDF"),
        (b"<html>%PDF-1.4</html>", "không phải PDF"),
        (PDF[:60], "bị đứt"),
        (JPEG[:-2], "bị đứt"),
        (PNG[:-12], "bị đứt"),
        (small_pdf(trailer=b"/Encrypt 3 0 R"), "mật khẩu"),
        (small_pdf(catalog=b"/OpenAction<</S/JavaScript>>"), "chương trình"),
        (small_pdf(catalog=b"/OpenAction<</S/J#61vaScript/J#53(app.alert(1))>>"), "chương trình"),
        (small_pdf(catalog=b"/AcroForm<</XFA 5 0 R>>"), "chương trình"),
        (small_pdf(catalog=b"/AcroForm<</Fields[<</A<</S/SubmitForm>>>>]>>"), "chương trình"),
        (packed_pdf(b"<</S/JavaScript/JS(app.alert(1))>>"), "chương trình"),
        (b"%PDF-1.4\n" + b"rac " * 50 + b"\n%%EOF", "bị đứt"),
    ],
    ids=[
        *("empty", "large", "program", "word", "web-page", "pdf-cut", "jpeg-cut", "png-cut", "locked", "active"),
        *("name-in-disguise", "form-of-its-own", "form-that-sends", "object-stream", "no-pdf-inside"),
    ],
)
def test_what_is_no_paper_is_refused_in_a_sentence(content, said):
    with pytest.raises(Refusal) as refused:
        kind_of_paper(content, limit=LIMIT)
    assert said in str(refused.value)
    assert refused.value.field == "file"


@pytest.mark.parametrize("main_part", ["word/document.xml", "xl/workbook.xml"])
def test_word_and_excel_are_papers_where_the_form_says_so(main_part):
    found = kind_of_paper(office_file(main_part), limit=LIMIT, takes_office_files=True)
    assert found.name == {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}[main_part]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (office_file("word/document.xml", "word/vbaProject.bin"), "Tệp chứa macro"),
        (office_file("ppt/presentation.xml"), "không phải PDF, Word"),
        (office_file("word/document.xml")[:-30], "bị đứt"),
        (b"MZ\x90\x00 chuong trinh", "không phải PDF, Word"),
    ],
    ids=["macro", "slides", "cut", "program"],
)
def test_what_is_no_office_file_is_refused_in_a_sentence(content, said):
    with pytest.raises(Refusal, match=said):
        kind_of_paper(content, limit=LIMIT, takes_office_files=True)
