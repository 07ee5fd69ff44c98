"""Every source string has its Vietnamese; none is fuzzy, empty or short of a placeholder."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages import pofile
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "locale/vi/LC_MESSAGES/django.po"
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]")
CALLS = {"_": 1, "gettext": 1, "gettext_lazy": 1, "ngettext": 2, "ngettext_lazy": 2, "pgettext": 2, "pgettext_lazy": 2}
IN_TEMPLATE = re.compile(r"\b(n?gettext|npgettext|pgettext)\((.*?)\)\s*(?=$|[X\s])", re.MULTILINE)
STRING = re.compile(r"u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")")


def source_files(*patterns):
    for pattern in patterns:
        for top in ("emulation", "clusters", "awards", "reports", "templates"):
            yield from sorted((ROOT / top).rglob(pattern))


def in_python(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.Call) or getattr(node.func, "id", None) not in CALLS or not node.args:
            continue
        first = node.args[1] if node.func.id.startswith("pgettext") else node.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value


def in_template(path):
    for match in IN_TEMPLATE.finditer(templatize(path.read_text(), origin=str(path))):
        strings = [ast.literal_eval(text) for text in STRING.findall(match[2])]
        if strings:
            yield strings[1] if match[1].endswith("pgettext") else strings[0]


@pytest.fixture(scope="module")
def catalogue():
    with CATALOGUE.open("rb") as file:
        messages = pofile.read_po(file, locale="vi")
    return {(m.id[0] if isinstance(m.id, tuple | list) else m.id): m for m in messages if m.id}


def translation(message) -> str:
    return message.string[0] if isinstance(message.string, tuple | list) else message.string


def test_the_search_for_source_strings_finds_them():
    assert "Log out" in set(in_template(ROOT / "templates/components/account_menu.html"))
    assert "Your password was changed." in set(in_python(ROOT / "emulation/core/views/accounts.py"))
    assert any("%(day)s" in text for text in in_template(ROOT / "templates/base.html"))


def test_every_source_string_has_its_vietnamese(catalogue):
    missing = set()
    for path in source_files("*.py"):
        missing |= {(text, path.name) for text in in_python(path) if text not in catalogue}
    for path in source_files("*.html"):
        missing |= {(text, path.name) for text in in_template(path) if text not in catalogue}
    assert missing == set()


def test_no_source_string_stands_within_another_where_it_would_not_be_collected():
    nested = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in source_files("*.py")
        for text in ast.walk(ast.parse(path.read_text()))
        if isinstance(text, ast.JoinedStr)
        for node in ast.walk(text)
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) in CALLS
    ]
    assert nested == []


def test_no_translation_is_empty_or_fuzzy(catalogue):
    assert [key for key, message in catalogue.items() if not translation(message) or message.fuzzy] == []


def test_translations_keep_their_placeholders(catalogue):
    def names(text):
        return {match.group(1) or match.group(0) for match in PLACEHOLDER.finditer(text)}

    broken = [
        key
        for key, message in catalogue.items()
        if "python-format" in message.flags and not names(translation(message)) <= names(key)
    ]
    assert broken == []


def test_translations_are_vietnamese():
    """A translation equal to its source is an English word left standing, unless it is a name."""
    with CATALOGUE.open("rb") as file:
        same = [m.id for m in pofile.read_po(file, locale="vi") if m.id and m.id == m.string]
    worded = {text for text in same if re.search(r"[^\W\d_]", PLACEHOLDER.sub("", text))}
    assert worded <= {"DOCX", "PDF", "XLSX"}
