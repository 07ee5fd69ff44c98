"""A paper is what its bytes say, whatever it is called; what cannot be kept is refused in a sentence."""

import pytest

from emulation.core.errors import Refusal
from emulation.core.intake.papers import JPEG as IS_JPEG
from emulation.core.intake.papers import PDF as IS_PDF
from emulation.core.intake.papers import PNG as IS_PNG
from emulation.core.intake.papers import kind_of_paper
from tests.clusters.attachments.make import JPEG, PDF, PNG

LIMIT = 1024 * 1024


@pytest.mark.parametrize(("content", "kind"), [(PDF, IS_PDF), (JPEG, IS_JPEG), (PNG, IS_PNG)])
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
        (PDF.replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 3 0 R"), "mật khẩu"),
        (PDF.replace(b"/Type/Catalog", b"/Type/Catalog/OpenAction<</S/JavaScript>>"), "chương trình"),
    ],
    ids=["empty", "large", "program", "word", "web-page", "pdf-cut", "jpeg-cut", "png-cut", "locked", "active"],
)
def test_what_is_no_paper_is_refused_in_a_sentence(content, said):
    with pytest.raises(Refusal) as refused:
        kind_of_paper(content, limit=LIMIT)
    assert said in str(refused.value)
    assert refused.value.field == "file"
