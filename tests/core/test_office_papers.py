"""Word and Excel files are papers where a form says so; what acts in them, or leads elsewhere, is refused in a sentence."""

from collections.abc import Iterator
from io import BytesIO

import pytest

from emulation.core.errors import Refusal
from emulation.core.intake import bounds, office_files, office_parts
from emulation.core.intake.inspect import kind_of_list
from emulation.core.intake.kinds import OLE, Kind
from emulation.core.intake.papers import kind_of_paper
from tests.clusters.attachments.make import office_file

LIMIT = 1024 * 1024
WORD, EXCEL = "word/document.xml", "xl/workbook.xml"
LINKS = "word/_rels/document.xml.rels"
SCRIPTS = [".ps1", ".hta", ".lnk"]
FAR = 'TargetMode="External"'
NAMES = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:other='urn:other'"
CELLS = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
MACROS, LINKED, INSIDE = "Tệp chứa macro", "từ tệp khác", "thư mục dùng chung"
BROKEN, TOO_MUCH = "bị đứt", "quá nhiều nội dung"


def linking(kind: str, target: str, mode="") -> dict[str, str]:
    return {LINKS: f'<r><Relationship Id="r" Type="http://schemas/{kind}" Target="{target}" {mode}/></r>'}


BEGIN, TELL, END = (f"<w:fldChar w:fldCharType='{place}'/>" for place in ("begin", "separate", "end"))


def told(*pieces: str) -> str:
    return "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)


def field(*pieces: str) -> str:
    return BEGIN + told(*pieces) + TELL + END


def wordy(content: str) -> str:
    return f"<w:x {NAMES}>{content}</w:x>"


def written(content: str) -> bytes:
    return office_file(**{WORD: wordy(content)})


def reckoned(formula: str) -> bytes:
    return office_file(EXCEL, **{"xl/sheet.xml": f"<x {CELLS}><c><f>{formula}</f></c></x>"})


def noted(where: str, element: str) -> bytes:
    return office_file(EXCEL, **{where: f"<x {CELLS}>{element}</x>"})


def kept(name: str, content: str | bytes) -> bytes:
    return office_file(WORD, **{name: content})


SAID = "<w:r><w:t>{}</w:t></w:r>"
FORMULAS = {
    "text-with-a-bar": "&quot;Tổng | &quot;&amp;B1",
    "texts-with-bars": "&quot;Xuất sắc | A,Tốt | B&quot;",
    "text-like-a-function": "&quot;Xem IMAGE(x)&quot;",
    "sheet-of-its-own": "'Tháng 1'!A1&amp;HYPERLINK(&quot;https://dia.chi&quot;,&quot;C: a&quot;)",
}
NOT_OFFICES = {
    "drawn-picture": ("word/media/a.svg", "<?xml version='1.0'?><!DOCTYPE svg PUBLIC 'a' 'b'><svg/>"),
    "document-type-of-others": ("customXml/item1.xml", "<!DOCTYPE a><a/>"),
    "letters-of-others": ("customXml/item1.xml", "<?xml version='1.0' encoding='gb2312'?><a/>"),
    "empty-part-of-others": ("customXml/item1.xml", b""),
}
RUN = {
    "bar-between-texts": '"a"&amp;cmd|\'/c calc\'!A1&amp;"b"',
    "dde-function": 'DDE("cmd","/c a","x")',
    "call": 'CALL("urlmon","a")',
    "register": 'REGISTER.ID("a.dll","b")',
}
FETCHED = {
    "workbook-of-a-machine": "'\\\\may\\chung\\[a.xlsx]S'!A1",
    "workbook-of-the-web": "'https://a/[a.xlsx]S'!A1",
    "function-by-its-name": "_xlfn.MAP(A1,_xleta.WEBSERVICE)",
}


def typed(kind: str) -> dict[str, str]:
    return {"types": f'<Types><Override PartName="/x" ContentType="application/{kind}"/></Types>'}


@pytest.mark.parametrize("main_part", [WORD, EXCEL])
def test_word_and_excel_are_papers_where_the_form_says_so(main_part):
    """With links, fields of other kinds, a drawing of Excel's that is no XML, and a workbook inside as charts have."""
    link = linking("hyperlink", "https://dia.chi", FAR)
    link["word/_rels/a.rels"] = linking("hyperlink", "Phu%20luc.docx", FAR)[LINKS]
    harmless = (
        field(' HYPERLINK "https://dia.chi/DDE" \\o "C:\\a"'),
        field("HYPER", "LINK mailto:a@b.vn"),
        field("PAGE"),
    )
    within = BEGIN + told(" = ") + field("PAGE") + told("-1") + TELL + field("REF LINK") + END
    choice = BEGIN + told("PAGE") + TELL + f"<other:Choice>{field('INCLUDEPICTURE')}</other:Choice>" + END
    link["word/footer1.xml"] = wordy("".join(harmless) + within + choice + "<w:t>DDE</w:t>")
    link["xl/sheet.xml"] = f"<x {CELLS}><f>IF('A|B'!A1=\"|\",Bang[a|b],1)</f></x>"
    link["xl/drawings/vmlDrawing1.vml"] = "<xml><br></xml>"
    content = office_file(main_part, **link, **{"word/embeddings/a.xlsx": office_file(EXCEL)})
    found = kind_of_paper(content, limit=LIMIT, takes_office_files=True)
    assert found.name == {WORD: "docx", EXCEL: "xlsx"}[main_part]


@pytest.mark.parametrize(
    "content",
    [*map(reckoned, FORMULAS.values()), *(kept(*part) for part in NOT_OFFICES.values())],
    ids=[*FORMULAS, *NOT_OFFICES],
)
def test_what_only_looks_like_a_program_is_taken(content):
    assert kind_of_paper(content, limit=LIMIT, takes_office_files=True).name in ("docx", "xlsx")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (office_file(WORD, "word/vbaProject.bin"), MACROS),
        (office_file(WORD, **typed("vnd.ms-office.vbaProject")), MACROS),
        (office_file(WORD, **typed("vnd.ms-word.document.macroEnabled.main+xml")), MACROS),
        (office_file(WORD, **linking("vbaProject", "media.dat")), MACROS),
        (office_file(WORD, **linking("oleObject", "objects/o.bin")), MACROS),
        (office_file(EXCEL, "xl/macrosheets/sheet1.xml"), MACROS),
        (office_file(WORD, **{"word/media.dat": OLE + b"a"}), MACROS),
        (office_file(WORD, **{"word/run": b"MZ\x90\x00"}), MACROS),
        (office_file(WORD, **{"word/embeddings/a.xlsm": b"PK"}), MACROS),
        (office_file(WORD, **{"word/embeddings/a": b"%PDF-1.4"}), MACROS),
        (office_file(WORD, **{"word/a": b"{\\rtf1{\\object}}"}), MACROS),
        (office_file(WORD, **{"word/a": office_file(WORD, **linking("oleObject", "a"))}), MACROS),
        (office_file(WORD, **linking("attachedTemplate", "//may/a.dotx", FAR)), LINKED),
        (office_file(WORD, **linking("oleObject", "file:///d:/a.xlsx", FAR)), LINKED),
        (office_file(WORD, **linking("image", "https://dia.chi/a.png")), LINKED),
        (office_file(WORD, **{"word/a.xml": "<x><imagedata src='//may/a.png'/></x>"}), LINKED),
        (office_file(WORD, **linking("hyperlink", "file:///d:/a.xlsx", FAR)), INSIDE),
        (office_file(WORD, **linking("hyperlink", "\\\\may\\a.xlsx", FAR.replace("l", "l "))), INSIDE),
        (written(field(' HYPERLINK \\l "muc" "smb://may/a"')), INSIDE),
        (written(field("DDE", "AUTO c:\\a").replace("Text>", "Text other:a='>'>", 1)), MACROS),
        (written(field(" &#68;DE c:\\a")), MACROS),
        (written(field('"DDEAUTO" c:\\a')), MACROS),
        (written("<w:t><![CDATA[<!--]]></w:t>" + field("D<![CDATA[D]]>E<?a b?>AUTO<!-- --> c:\\a") + "--&gt;"), MACROS),
        (office_file(**{WORD: wordy(field("DDE c:\\a")).encode("utf-16")}), MACROS),
        (written("<w:fldSimple other:instr='PAGE' w:instr='DDEAUTO a'/>"), MACROS),
        (written(BEGIN + field('QUOTE "DDEAUTO"') + told(" c:\\a") + END), MACROS),
        (written(BEGIN + told("D") + field("QUOTE DE") + told(" c:\\a") + END), MACROS),
        (written(BEGIN + told("DD") + f"<other:Choice>{told('E a')}</other:Choice>" + END), MACROS),
        (written(BEGIN + f"<other:a>{told('PAGE ')}</other:a>" + told("DDE a") + END), MACROS),
        (written(BEGIN + told("<other:a>PAGE </other:a>DDE a") + END), MACROS),
        (written(BEGIN + "<w:delInstrText>PAGE </w:delInstrText>" + told("DDE a") + END), MACROS),
        (written(BEGIN + "<w:delInstrText>DDE a</w:delInstrText>" + told("PAGE ") + END), MACROS),
        (written(field("PAGE") + field("IncludeText a")), LINKED),
        (written(field('INCLUDEPICTURE \\d "https://a/a.png"')), LINKED),
        *((written(field(f" {name} a")), LINKED) for name in ("LINK", "DATABASE", "RD", "IMPORT")),
        (written("<w:mailMerge><w:connectString w:val='a'/></w:mailMerge>"), LINKED),
        (office_file(EXCEL, **{"xl/e.xml": "<x><?a <!-- ?><ddeLink ddeService='a'/></x>"}), MACROS),
        (reckoned("cmd|'/c a'!A1"), MACROS),
        (reckoned("_xlfn.WEBSERVICE(A1)"), LINKED),
        (office_file(EXCEL, **{"xl/connections.xml": "<x><webPr url='https://a'/></x>"}), LINKED),
        (office_file(EXCEL, **{"xl/connections.xml": "<x><dbPr command='a'/></x>"}), LINKED),
        (office_file(WORD, **linking("ui/extensibility", "a.xml")), MACROS),
        *((office_file(WORD, f"word/a{end}"), MACROS) for end in SCRIPTS),
        (written(BEGIN + SAID.format("DDEAUTO c:\\a") + TELL + END), MACROS),
        (written(f"<other:Choice>{BEGIN}{told('DD')}</other:Choice>" + told("EAUTO c:\\a") + TELL + END), MACROS),
        (written(f"<other:Choice>{BEGIN}{told('DD')}</other:Choice>"), MACROS),
        (written(told("EAUTO c:\\a")), MACROS),
        (written(BEGIN + told('INCLUDEPICTURE "') + field("QUOTE https://a") + told('"') + END), LINKED),
        (written(BEGIN + told('HYPERLINK "') + field("QUOTE file:///c:/a") + told('"') + END), INSIDE),
        (written("<other:shape href='file:///c:/a'/>"), INSIDE),
        (written("<other:imagedata other:href='https://a/a.png'/>"), LINKED),
        (written("<other:blip other:link='r5'/>"), LINKED),
        (written("<w:attachedTemplate other:id='r1'/>"), LINKED),
        (written("<other:webVideoPr embeddedHtml='a'/>"), LINKED),
        (office_file(WORD, **linking("webextensiontaskpanes", "a.xml")), MACROS),
        (office_file(WORD, **linking("officeDocument", "medi%61/a.xml")), MACROS),
        *((reckoned(formula), MACROS) for formula in RUN.values()),
        *((reckoned(formula), LINKED) for formula in FETCHED.values()),
        (reckoned('HYPERLINK("file:///c:/a","x")'), INSIDE),
        (reckoned('HYPERLINK( "\\\\may\\a")'), INSIDE),
        (noted("xl/a.xml", "<hyperlink ref='A1' location='file:///c:/a'/>"), INSIDE),
        (noted("xl/a.xml", "<calculatedColumnFormula>WEBSERVICE(A1)</calculatedColumnFormula>"), LINKED),
        (noted("xl/a.xml", "<definedName>EXEC(&quot;a&quot;)</definedName>"), MACROS),
        (noted("xl/a.xml", "<connection id='1' odcFile='https://a'/>"), LINKED),
        (office_file(WORD, **{LINKS: "<r"}), BROKEN),
        (office_file(WORD, **{"word/a": "<?xml version='1.0'?><r"}), BROKEN),
        (office_file(WORD, **{"word/a.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), BROKEN),
        (office_file(WORD, **{"word/a.xml": "<?xml version='1.0' encoding='khong-co'?><a/>"}), BROKEN),
        (office_file("ppt/presentation.xml"), "không phải PDF, Word"),
        (office_file(WORD)[:-30], BROKEN),
        (b"MZ\x90\x00 chuong trinh", "không phải PDF, Word"),
    ],
    ids=[
        *("macro", "type-of-macros", "type-of-the-whole", "link-to-macros", "link-to-an-object", "old-macros"),
        *("old-object", "program-inside", "workbook-with-macros-inside", "pdf-inside", "old-text-inside"),
        *("object-two-deep", "template-elsewhere", "object-elsewhere", "link-without-its-mode", "drawn-from-elsewhere"),
        *("link-to-a-file", "link-to-a-machine", "field-to-a-machine"),
        *("field", "field-in-codes", "field-in-quotes", "field-in-sections", "field-in-wide-letters", "simple-field"),
        *("field-named-by-a-field", "field-in-a-name", "field-of-two-choices", "field-of-others", "others-in-a-field"),
        *("field-behind-what-was-struck-out", "field-struck-out", "text-elsewhere", "picture-elsewhere"),
        *("link", "database", "other-texts", "import", "letters-to-many", "dde-link", "dde-formula", "web-formula"),
        *("web-table", "query", "ribbon", *SCRIPTS),
        *("field-in-a-text", "field-begun-in-a-choice", "field-left-open", "of-no-field"),
        *("picture-put-together", "link-put-together", "link-of-a-shape", "picture-of-old", "picture-by-a-link"),
        *("template-by-a-link", "film-of-the-web", "task-panes", "part-where-pictures-lie", *RUN, *FETCHED),
        *(
            "link-by-formula",
            "machine-by-formula",
            "link-of-a-cell",
            "column-formula",
            "run-by-name",
            "query-kept-away",
        ),
        *("list-of-links-cut", "part-cut", "entities", "unknown-letters", "slides", "cut", "program"),
    ],
)
def test_what_is_no_office_file_is_refused_in_a_sentence(content, said):
    with pytest.raises(Refusal, match=said):
        kind_of_paper(content, limit=LIMIT, takes_office_files=True)


def test_a_list_that_is_only_read_may_be_linked_elsewhere():
    linked = office_file(EXCEL, **linking("externalLinkPath", "file:///d:/a.xlsx", FAR))
    assert kind_of_list(BytesIO(linked), limit=LIMIT) is Kind.XLSX
    with pytest.raises(Refusal, match=LINKED):
        kind_of_paper(linked, limit=LIMIT, takes_office_files=True)


def looked_through() -> Iterator[tuple[str, bytes]]:
    """Each a little more than is looked through, once the bounds are small."""
    yield "elements", written("<w:t/>" * 300)
    yield "attributes", written("<w:t a='' b='' c=''/>" * 80)
    yield "fields", written(field("PAGE") * 30)
    yield "letters-of-fields", written(field(f"HYPERLINK {'a' * 1_200}"))
    yield "depth", written("<w:t>" * 40 + "</w:t>" * 40)
    yield "names", written("".join(f"<w:a{n}/>" for n in range(60)))
    yield "tag", written(f"<w:t a='{'a' * 600}'/><w:t/>")
    yield "text", written("a" * 5_000)
    yield "unpacked", office_file(WORD, **{"word/a": b"a" * 9_000})
    yield "in-many-parts", office_file(WORD, **{f"word/{n}.xml": "<x/>" for n in range(300)})
    yield "inside", office_file(WORD, **{f"word/{n}": office_file(WORD, **{"a": "a" * 900}) for n in range(9)})


@pytest.mark.parametrize(
    "content", [one for _name, one in looked_through()], ids=[name for name, _ in looked_through()]
)
def test_more_than_is_looked_through_is_refused_in_a_sentence(content, monkeypatch):
    for bound, value in {"MOST_STEPS": 280, "MOST_READ": 4_500, "MOST_UNPACKED": 8_500}.items():
        monkeypatch.setattr(bounds, bound, value)
    for bound, value in {"MOST_DEEP": 30, "MOST_NAMES": 50, "LONGEST_TAG": 500}.items():
        monkeypatch.setattr(office_parts, bound, value)
    monkeypatch.setattr(office_files, "PIECE", 200)
    with pytest.raises(Refusal, match=TOO_MUCH):
        kind_of_paper(content, limit=LIMIT, takes_office_files=True)
