"""Words that officials found wanting stay away from every screen and paper. What replaced each stands beside it."""

import ast
import csv
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages import pofile
from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils import translation

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "locale/vi/LC_MESSAGES/django.po"
DROPPED = {
    r"trình duyệt": "trình lãnh đạo duyệt",
    r"^(?-i:Sau)$": "việc sắp tới",
    r"đọc theo (các )?đơn vị|đơn vị thời điểm đó": "số liệu theo đơn vị hành chính, tại thời điểm báo cáo",
    r"(cụm|khối) (%\((cluster|year)\)s|\{[\w.]*cluster\}|cụm|khối)": "của Cụm thi đua …, năm 2023",
    r"tổng các (phần|tổng số)": "cộng tử số trên cộng mẫu số",
    r"chiều đánh giá": "hướng đánh giá",
    r"phần (trên|và) tổng số": "số đạt/tổng số",
    r"mã kiểm\b": "mã xác thực",
    r"đo bằng": "tiêu chí đo",
    r"kiểm tra ngày": "thời điểm kiểm tra",
    r"mở ký(?! kết)": "mở ký kết",
    r"dừng (việc )?ký(?! kết)": "tạm dừng ký kết",
    r"ghi một khen thưởng": "thêm khen thưởng",
    r"gạch bỏ": "hủy",
    r"tác vụ": "dừng xử lý, việc xử lý",
    r"đã nhận, chưa đọc": "đã tiếp nhận, đang xử lý",
    r"xưng hô": "danh xưng",
    r"cán bộ (tỉnh|nhập)": "chuyên viên đơn vị",
    r"chưa làm được": "chưa thực hiện được",
    r"mắc phải": "trường hợp bị loại trừ",
    r"đủ số thành viên": "đủ điều kiện tiến hành hội nghị",
    r"mỗi đối tượng một lần": "trùng tên, đơn vị, danh hiệu, quyết định",
    r"ý nghĩa": "nội dung",
    r"trở lên (của )?kế hoạch": "đạt từ 50% kế hoạch năm trở lên",
}
AWAY = re.compile("|".join(rf"(?<!\w)(?:{each})" for each in DROPPED), re.IGNORECASE)
SHORTENED = re.compile(r"(?<![-/\w])(HCM|KT-XH|QP-AN|TTHC|TW|TĐKT|BTĐKT)(?![\w/-])")
CODE = re.compile(r"(?<!ví dụ )\b(?:[A-Z][A-Z0-9]*_[A-Z0-9_]+|[a-z]+(?:-[a-z]+){2,})\b")
AT_THE_SHELL = re.compile(r"management/commands|launcher")
WORD = re.compile(r"\S*\w\S*")
MOST_WORDS = 29


@cache
def messages():
    with CATALOGUE.open("rb") as file:
        return tuple(each for each in pofile.read_po(file, locale="vi") if each.id)


def told(message) -> list[str]:
    return list(message.string) if isinstance(message.string, tuple | list) else [message.string]


def in_python(path: Path):
    """What the code says itself, besides docstrings."""
    tree = ast.parse(path.read_text())
    documents = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and hasattr(node.body[0], "value")
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{cluster}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents:
            yield node.value


def names_in(path: Path):
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield from (
                row[column] for column in ("name", "title", "group_title", "guidance", "unit") if row.get(column)
            )


def everything_said():
    for message in messages():
        yield from told(message)
    for path in sorted((ROOT / "templates").rglob("*.html")):
        yield from re.findall(r"[^<>{}]+", path.read_text())
    for app in ("emulation", "clusters", "awards", "reports"):
        for path in sorted((ROOT / app).rglob("*.py")):
            if "migrations" not in path.parts:
                yield from in_python(path)
        for path in sorted((ROOT / app).rglob("*.csv")):
            yield from names_in(path)


@pytest.mark.parametrize(
    "text",
    [
        "Đã trình duyệt",
        "Sau",
        "Mã kiểm của biên bản",
        "Mở ký: %(pact)s",
        "Đã dừng ký; giao ước trở lại bước soạn.",
        "Báo cáo sơ kết 6 tháng của cụm %(cluster)s",
        "từ 50% trở lên kế hoạch năm",
        "Ghi cách xưng hô",
    ],
)
def test_a_dropped_word_is_seen_wherever_it_stands(text):
    assert AWAY.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sau hội nghị tổng kết",
        "Mở ký kết",
        "Đã kiểm tra",
        "Mã xác thực",
        "Kiểm tra",
        "theo Nghị định 98/NĐ-CP",
        "cụm và năm",
    ],
)
def test_words_that_only_look_like_it_are_let_be(text):
    assert not AWAY.search(text)
    assert not SHORTENED.search("Công văn 5007/BNV-TĐKT")


def test_no_dropped_word_comes_back():
    assert {text for text in everything_said() if AWAY.search(text)} == set()


def test_official_names_are_written_in_full():
    catalogue = {text for message in messages() for text in told(message)}
    papers = {text for path in (ROOT / "reports").rglob("*.py") for text in in_python(path)}
    reference = {
        text for app in ("clusters", "awards") for path in (ROOT / app).rglob("*.csv") for text in names_in(path)
    }
    assert {text for text in catalogue | papers | reference if SHORTENED.search(text)} == set()


def test_a_post_is_a_part_in_the_cluster_not_a_person_s_office():
    of_posts = [each for each in messages() if re.search(r"\bposts?\b", str(each.id), re.IGNORECASE)]
    assert len(of_posts) > 20
    assert {text for each in of_posts for text in told(each) if "chức vụ" in text.casefold()} == set()


def test_no_code_stands_in_a_sentence_of_a_screen():
    """A field that asks for a code gives an example of one; whoever stands at the shell reads names of options."""
    on_screens = [each for each in messages() if not any(AT_THE_SHELL.search(place) for place, _line in each.locations)]
    assert {text for each in on_screens for text in told(each) if CODE.search(text)} == set()


def test_sentences_stay_under_thirty_words():
    sentences = [each for message in messages() for text in told(message) for each in re.split(r"(?<=[.?!])\s+", text)]
    assert [each for each in sentences if len(WORD.findall(each)) > MOST_WORDS] == []


def test_what_a_constraint_says_can_be_said():
    """A bare % in it is taken for a place to fill, and the refusal becomes a fault of the server's."""
    broken = []
    for constraint in (one for model in apps.get_models() for one in model._meta.constraints):
        try:
            constraint.get_violation_error_message()
        except (TypeError, ValueError, KeyError):
            broken.append(constraint.name)
    assert broken == []


def test_the_framework_s_own_refusals_are_said_in_plain_words():
    asked = [
        (forms.IntegerField(max_value=2099), "2100"),
        (forms.IntegerField(min_value=2000), "1999"),
        (forms.IntegerField(), "mười"),
        (forms.CharField(max_length=3), "dài" * 2),
        (forms.CharField(min_length=3), "à"),
        (forms.ChoiceField(choices=[("a", "A")]), "XXX"),
    ]
    with translation.override("vi"):
        said = []
        for field, text in asked:
            with pytest.raises(ValidationError) as refused:
                field.clean(text)
            said += refused.value.messages
    assert said == [
        "Giá trị ở đây không được lớn hơn 2099.",
        "Giá trị ở đây không được nhỏ hơn 2000.",
        "Hãy ghi một số nguyên.",
        "Chỉ được ghi nhiều nhất 3 ký tự; hiện có 6.",
        "Cần ghi ít nhất 3 ký tự; hiện có 1.",
        "“XXX” không có trong danh sách để chọn. Hãy chọn lại.",
    ]
