"""A paper is what its bytes say, whatever it is called; what cannot be kept is refused in a sentence."""

import struct
import zlib

import pytest

from emulation.core.errors import Refusal
from emulation.core.intake.papers import JPEG as IS_JPEG
from emulation.core.intake.papers import PDF as IS_PDF
from emulation.core.intake.papers import PNG as IS_PNG
from emulation.core.intake.papers import kind_of_paper
from tests.clusters.attachments.make import JPEG, PDF, PNG, small_pdf

LIMIT = 1024 * 1024
TRIPPED_OVER = [b"/OpenAction[3 0 R/Fit]", b"/X @bad", b"/X nul", b"/X<zz>", b"/X tru", b"/X{}", b"/X )", b" null null"]
TRIPPED_OVER += [b"]", b"/X endobj", b"/X<zz>>", b"/X <48 ( < >"]


BEGUN_OTHERWISE = {
    "with-a-sign": b"9 +0 obj",
    "with-a-point": b"9 0.0 obj",
    "in-two-lines": b"9 0 %c\nobj",
    "far-from-its-number": b"9 0" + b" " * 45 + b"obj",
    "within-a-text": b"8 0 obj(9 0 obj",
}


def named(text: str, trailer: bytes) -> bytes:
    """With a text that is an object of its own."""
    return small_pdf(trailer=trailer + b">>\n9 0 obj(%s)endobj\n<<" % text.encode())


def with_what_ends_nowhere(begins: bytes) -> bytes:
    end = PDF.index(b"startxref")
    return PDF[:end] + begins + b"<</S/JavaScript/JS(a) endobj )endobj\n" + PDF[end:]


def with_another_object(content: bytes) -> bytes:
    """One that no table of places names and nothing leads to."""
    end = PDF.index(b"startxref")
    return PDF[:end] + b"9 0 obj" + content + b"endobj\n" + PDF[end:]


def packing(count: int, megabytes: int) -> bytes:
    """A PDF with `count` streams of packed objects, of so many megabytes of blanks each."""
    head = b"9 0 " + b" " * (megabytes * LIMIT)
    packed = zlib.compress(head + b"<</A 1>>", 9)
    about = b"<</Type/ObjStm/N 1/First %d/Filter/FlateDecode/Length %d>>" % (len(head), len(packed))
    streams = [b"%d 0 obj%sstream\n%s\nendstream endobj\n" % (10 + n, about, packed) for n in range(count)]
    end = PDF.index(b"startxref")
    return PDF[:end] + b"".join(streams) + PDF[end:]


def tagged(rows: int) -> bytes:
    """As a printed web page: a table of so many rows, each cell an element of structure of its own."""
    cell = b"%d 0 obj<</Type/StructElem/S/TD/P %d 0 R/K[<</Type/MCR/Pg 3 0 R/MCID %d>>]/ID(node%08d)>>\nendobj\n"
    end = PDF.index(b"startxref")
    return PDF[:end] + b"".join(cell % (n, n + 1, n, n) for n in range(10, 10 + 6 * rows)) + PDF[end:]


def with_a_stream(about: bytes) -> bytes:
    return with_another_object(b"<<%s>>stream\nBT (a) Tj ET\nendstream " % about)


def hexadecimal(letters: str) -> bytes:
    return letters.encode().hex().encode()


def naming(count: int) -> bytes:
    """So many names in one packed object, where only the digits of a string should stand."""
    packed = zlib.compress(b"9 0 <</A<" + b"/a" * count + b">>>", 9)
    about = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>" % len(packed)
    stream = with_another_object(about + b"stream\n" + packed + b"\nendstream ")
    return stream.replace(b"startxref", b"%" + b"x" * 350_000 + b"\nstartxref")


HARMLESS = [b"zalo://x", b"viber://x", b"skype:abc?chat", b"sip:a@b", b"callto:1", b"htpps://a.vn", b"localhost:8000"]
HARMLESS += [b"Email:a@b.vn", b"http:\\\\\\\\a.vn"]
PROGRAMS = [b"vbscript:a", b"data:a", b"ms-msdt:/id", b"search-ms:a", b"url:file:///c:/a"]
PLACE = b"[3 0 R /XYZ 6 786 0]"
FAR_BEHIND = {
    "new-lines": b"(" + b"\\\n" * 110 + b"file:///c:/a)",
    "blanks-in-digits": b"<6" + b" " * 220 + hexadecimal("file:///c:/a")[1:] + b">",
    "blanks-by-number": b"(" + b"\\040" * 55 + b"javascript:a)",
    "wide-blanks": b"(\xfe\xff" + b"\0 " * 110 + "javascript:a".encode("utf-16-be") + b")",
    "more-than-is-looked-at": b"(" + b"\\\n" * 9_000 + b"file:///c:/a)",
}
ANOTHER_FILE = {
    "thread": b"/OpenAction<</S/Thread/F(//may/a.pdf)/D 0>>",
    "page": b"/X<</Ref<</F(//may/a.pdf)/Page 0>>>>",
    "picture-for-print": b"/X<</OPI<</2.0<</Type/OPI/F(//may/a.tif)>>>>>>",
}


def acting(before: bytes) -> bytes:
    """A catalogue with a program, and `before` it what some readers trip over."""
    return small_pdf(catalog=before + b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>")


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
        (small_pdf(trailer=b"/Info<</Title(/JS)>>"), IS_PDF),
        (named("File: báo cáo", b"/Info<</Title 9 0 R>>"), IS_PDF),
        (small_pdf(catalog=b"/A<</S/URI/URI(Phu luc 1.docx)>>"), IS_PDF),
        *((small_pdf(catalog=b"/A<</S/URI/URI(%s)>>" % link), IS_PDF) for link in HARMLESS),
        (small_pdf(catalog=b"/Dest/JS/Dests<</Launch%s/JS %s>>" % (PLACE, PLACE)), IS_PDF),
        (small_pdf(catalog=b"/A<</S/Thread/D 0/F 4>>/K<</Ref[9 0 R]>>"), IS_PDF),
        (b"\xef\xbb\xbf\r\n" + PDF, IS_PDF),
        (b"\x1b%-12345X@PJL SET A=B\n" + PDF, IS_PDF),
        (PDF + b"\0" * 4096, IS_PDF),
        (packing(1, 1), IS_PDF),
        (tagged(rows=12_000), IS_PDF),
        *((with_a_stream(b"/Length %s" % length), IS_PDF) for length in (b"0", b"8", b"16", b"33", b"99 0 R")),
        (JPEG, IS_JPEG),
        (PNG, IS_PNG),
    ],
    ids=["pdf", "packed", "mended", "text-like-a-name", "text-like-a-link"]
    + ["link-to-what-lies-beside", *(one.decode() for one in HARMLESS), "places-called-like-programs"]
    + ["thread-of-its-own", "mark-before", "printers-words-before", "filled-up", "packed-within-bounds"]
    + ["tagged-300-pages", "length-0", "length-short", "length-long", "length-longer", "length-nowhere", "jpeg", "png"],
)
def test_papers_are_known_by_their_bytes(content, kind):
    assert kind_of_paper(content, limit=16 * LIMIT) is kind


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Tệp rỗng"),
        (PDF + b" " * LIMIT, "lớn hơn 1 MB"),
        (b"MZ\x90\x00 chuong trinh", "không phải PDF"),
        (b"PK\x03\x04 van ban Word", "không phải PDF"),
        (b"<html>%PDF-1.4</html>", "không phải PDF"),
        (b"<html>" + PDF, "không phải PDF"),
        (b"MZ\x90\x00" + PDF, "không phải PDF"),
        (b" " * 1024 + PDF, "không phải PDF"),
        (PDF[:60], "bị đứt"),
        (JPEG[:-2], "bị đứt"),
        (PNG[:-12], "bị đứt"),
        (small_pdf(trailer=b"/Encrypt 3 0 R"), "mật khẩu"),
        (small_pdf(catalog=b"/OpenAction<</S/JavaScript>>"), "chương trình"),
        (small_pdf(catalog=b"/OpenAction<</S/J#61vaScript/J#53(app.alert(1))>>"), "chương trình"),
        (small_pdf(catalog=b"/AcroForm<</XFA 5 0 R>>"), "chương trình"),
        (small_pdf(catalog=b"/AcroForm<</Fields[<</A<</S/SubmitForm>>>>]>>"), "chương trình"),
        (packed_pdf(b"<</S/JavaScript/JS(app.alert(1))>>"), "chương trình"),
        (small_pdf(catalog=b"/AF[<</Type/Filespec/F(a.exe)/EF<</F 9 0 R>>>>]"), "chương trình"),
        (small_pdf(catalog=b"/OnInstantiate 9 0 R"), "chương trình"),
        (small_pdf(catalog=b"/OpenAction<</S/GoToE/T<</R/C/N(a)>>>>"), "chương trình"),
        (small_pdf(catalog=b"/OpenAction<</S/GoToR/F(a.pdf)>>"), "chương trình"),
        (small_pdf(catalog=b"/OpenAction<</S/URI/URI(\\\\\\\\may\\\\a)>>"), "thư mục dùng chung"),
        (small_pdf(catalog=b"/A<</Subtype/Movie/T(a)>>"), "chương trình"),
        (small_pdf(catalog=b"/OpenAction<</S/URI/URI( \\152avascript:a)>>"), "thư mục dùng chung"),
        (named("file:///c:/a", b"/A<</S/URI/URI%c\n9 0 R>>"), "thư mục dùng chung"),
        (named("file:///c:/a", b"/A<</S/URI/URI +9 0 R>>"), "thư mục dùng chung"),
        (named("file:///c:/a", b"/A<</S/URI/URI 8 0 R>>>>\n8 0 obj 9 0 R endobj\n7 0 obj<<"), "thư mục dùng chung"),
        (small_pdf(catalog=b"/URI<</Base(file:///c:/)>>"), "thư mục dùng chung"),
        (small_pdf(catalog=b"/A<</S/URI/URI(java\\nscript:a)>>"), "thư mục dùng chung"),
        (small_pdf(catalog=b"/A<</S/URI/URI(/\\\\may/a)>>"), "thư mục dùng chung"),
        (small_pdf(catalog=b"/A<</S/JavaScript\x0b>>"), "chương trình"),
        *((small_pdf(catalog=b"/A<</S/URI/URI%s>>" % link), "thư mục dùng chung") for link in FAR_BEHIND.values()),
        *((small_pdf(catalog=b"/A<</S/URI/URI(%s)>>" % link), "thư mục dùng chung") for link in PROGRAMS),
        *((small_pdf(catalog=where), "chương trình") for where in ANOTHER_FILE.values()),
        (small_pdf(catalog=b"/A<</S/Launch%s/F(a)>>" % PLACE), "chương trình"),
        (naming(5_000_000), "quá nhiều nội dung"),
        *((with_what_ends_nowhere(begins), "chương trình") for begins in BEGUN_OTHERWISE.values()),
        *((acting(before), "chương trình") for before in TRIPPED_OVER),
        (with_another_object(b"<</S/JavaScript>>"), "chương trình"),
        (with_another_object(b"{<</S/JavaScript>>"), "chương trình"),
        (with_another_object(b"<</F(//may/a)/Length 1>>stream\na\nendstream "), "chương trình"),
        (packing(5, 4), "quá nhiều nội dung"),
        (packing(1, 1).replace(b"/First", b"/DecodeParms<</Predictor 2>>/First"), "quá nhiều nội dung"),
        (with_another_object(b"(%s)" % (b"obj<<" * 9_000)), "quá nhiều nội dung"),
        (packing(1, 1).replace(b"/First ", b"/First -"), "bị đứt"),
        (packing(1, 1).replace(b"/First", b"/DecodeParms 8 0 R/First"), "bị đứt"),
        (b"%PDF-1.4\n" + b"rac " * 50 + b"\n%%EOF", "bị đứt"),
    ],
    ids=[
        *("empty", "large", "program", "word", "web-page", "page-before-a-pdf"),
        *("program-before-a-pdf", "far-pdf", "pdf-cut", "jpeg-cut", "png-cut", "locked", "active"),
        *("name-in-disguise", "form-of-its-own", "form-that-sends", "object-stream"),
        *("attached", "model-with-a-program", "into-an-attached-file", "into-another-file", "into-another-machine"),
        *("film", "link-that-is-a-program", "link-by-reference", "link-by-a-bad-reference"),
        *("link-by-two-references", "base-of-links", "link-in-two-lines", "link-to-a-machine", "blank-in-a-name"),
        *(*FAR_BEHIND, *(one.decode() for one in PROGRAMS), *ANOTHER_FILE, "program-before-a-place", "names-in-digits"),
        *(*BEGUN_OTHERWISE, *(one.decode() for one in TRIPPED_OVER)),
        *(
            "beside-the-table",
            "behind-a-bracket",
            "content-elsewhere",
            "packed-too-much",
            "predicted",
            "too-many-steps",
            "begins-before-itself",
        ),
        *("predicted-elsewhere", "no-pdf-inside"),
    ],
)
def test_what_is_no_paper_is_refused_in_a_sentence(content, said):
    with pytest.raises(Refusal) as refused:
        kind_of_paper(content, limit=LIMIT)
    assert said in str(refused.value)
    assert refused.value.field == "file"
