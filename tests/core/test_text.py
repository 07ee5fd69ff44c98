import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulation.core.text import (
    WORD_BY_WORD,
    accent_key,
    name_keys,
    nfc,
    person_sort_key,
    search_key,
    sort_key,
    squash,
    whole_accent_key,
    whole_search_key,
)
from emulation.core.text.honorifics import IN_FULL, SHORTENED, _may_begin, strip_honorific

letters = st.sampled_from(
    "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂĐÔƠƯáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
)
words = st.text(letters, min_size=1, max_size=6)
names = st.lists(words, min_size=1, max_size=4).map(" ".join)


def test_squash_makes_one_form_of_what_looks_the_same():
    assert squash(" Nguyễn\u00a0 Văn\u200b\t Mẫu\ufeff\n") == "Nguyễn Văn Mẫu"
    assert squash(unicodedata.normalize("NFD", "Ủy ban")) == nfc("Ủy ban")
    assert squash("Ho\u200da\u0300") == "Hoà"
    assert squash("a\x00b") == "ab"
    assert squash("\u00a0\u200b") == ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("\u00d0inh", "Đinh"),
        ("Đinh Minh H\u043e\u0430", "Đinh Minh Hoa"),
        ("Q\u00d0-U\u0412ND", "QĐ-UBND"),
        ("\u0422rần \u0189ức", "Trần Đức"),
        ("Nguy\u0435\u0302\u0303n", "Nguyễn"),
        ("\uff2e\uff27\uff35\uff39Ễ\uff2e \uff10\uff11", "NGUYỄN 01"),
        ("\U0001d40d\U0001d420\U0001d42e\U0001d432ễ\U0001d427", "Nguyễn"),
        ("Huân chương hạng \u2162", "Huân chương hạng III"),
        ("Li\u2066ê\u2069n\u034f", "Liên"),
        ("Lê\u2800Mẫu", "Lê Mẫu"),
    ],
)
def test_what_looks_like_a_letter_is_the_letter(written, meant):
    assert squash(written) == meant
    assert search_key(written) == search_key(meant)


def test_words_of_another_alphabet_stay():
    assert squash("Ирина H\u043e\u0430") == "Ирина Hoa"
    assert squash("α-amylase, Ω") == "α-amylase, Ω"


@pytest.mark.parametrize("other", ["H\u2019Hen \u2013 Niê", "H\u2018Hen \u2014 Niê", "H`Hen \u2011 Niê"])
def test_dashes_and_apostrophes_of_every_kind_tell_no_names_apart(other):
    assert accent_key(other) == accent_key("H'Hen - Niê")


@given(st.text() | st.text(letters | st.sampled_from("\u0301\u0302 \u00a0\u2800\t-'’.,/_09yqhoa")) | names)
def test_word_by_word_is_as_the_whole_text_at_once(text):
    long = " " * WORD_BY_WORD
    assert search_key(text) == whole_search_key(text)
    assert accent_key(text) == whole_accent_key(text)
    assert sort_key(text) == sort_key(text + long)
    assert person_sort_key(text) == person_sort_key(text + long)
    assert name_keys(text, of_person=True) == (search_key(text), person_sort_key(text))
    assert name_keys(text, of_person=False) == (search_key(text), sort_key(text))


@given(st.from_regex(IN_FULL) | st.from_regex(SHORTENED))
def test_no_form_of_address_begins_otherwise_than_is_looked_for(text):
    rest = squash(text)
    if IN_FULL.match(rest) or SHORTENED.match(rest):
        assert _may_begin(rest.partition(" ")[0])


@given(st.text())
def test_squash_changes_nothing_the_second_time(text):
    assert squash(squash(text)) == squash(text)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Hoà Bình", "hoa binh"),
        ("Hòa Bình", "hoa binh"),
        ("ĐẶNG  Thị-Đào", "dang thi dao"),
        ("Đ/c Ủy viên (UBND)", "d c uy vien ubnd"),
        ("TP. Hồ Chí Minh", "tp ho chi minh"),
        (unicodedata.normalize("NFD", "Thừa Thiên - Huế"), "thua thien hue"),
        ("H'Hen Mẫu", "h hen mau"),
        ("Łukasz Søren", "lukasz soren"),
        ("…", ""),
    ],
)
def test_search_key(written, key):
    assert search_key(written) == key


@given(st.text())
def test_a_search_key_is_its_own_key_and_plain(text):
    key = search_key(text)
    assert search_key(key) == key
    assert key.isascii()
    assert key == " ".join(key.split())


@given(names)
def test_search_finds_a_name_in_any_case_and_form(name):
    assert search_key(name) == search_key(name.upper()) == search_key(unicodedata.normalize("NFD", name))


@pytest.mark.parametrize(
    ("old", "new"),
    [("hoà", "hòa"), ("thuý", "thúy"), ("uỷ", "ủy"), ("khoẻ", "khỏe"), ("hoạ", "họa"), ("Xã Hoà, Huý", "xã hòa, húy")],
)
def test_tone_placement_is_folded_for_equality(old, new):
    assert accent_key(old) == accent_key(new) == new
    assert accent_key(unicodedata.normalize("NFD", old)) == new


@pytest.mark.parametrize("word", ["quý", "quỳ", "hoàng", "ngoài", "toán", "huyền", "khuỷu", "loét", "lý", "thuở"])
def test_tones_that_have_one_place_stay(word):
    assert accent_key(word) == word


@given(names)
def test_an_accent_key_is_its_own_key(name):
    assert accent_key(accent_key(name)) == accent_key(name)


def test_accents_tell_names_apart_and_search_does_not():
    assert accent_key("Nguyễn Thị Lan") != accent_key("Nguyễn Thị Lân")
    assert search_key("Nguyễn Thị Lan") == search_key("Nguyễn Thị Lân")


@pytest.mark.parametrize(
    "ordered",
    [
        list("aăâbcdđeêghiklmnoôơpqrstuưvxy"),
        ["ma", "mà", "mả", "mã", "má", "mạ", "mai"],
        ["2 xã", "an", "ăn", "ân", "ba"],
        ["An", "An Bình", "Ấn", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bình Định", "Cà Mau", "Cao Bằng"]
        + ["Cần Thơ", "Dĩ An", "Đà Nẵng", "Đắk Lắk", "Gia Lai"],
    ],
)
def test_the_order_of_the_dictionary(ordered):
    assert sorted(sorted(ordered), key=sort_key) == ordered


@given(st.text())
def test_a_sort_key_is_plain_ascii_with_one_tab(text):
    key = sort_key(text)
    assert key.isascii()
    assert key.count("\t") == 1
    assert "\\" not in key


@given(names)
def test_sort_keys_ignore_case_form_and_tone_placement(name):
    assert sort_key(name) == sort_key(f"  {name.upper()} ") == sort_key(unicodedata.normalize("NFD", name))
    assert sort_key(name) == sort_key(accent_key(name))


@given(names, names)
def test_equal_sort_keys_mean_equal_names(one, other):
    assert (sort_key(one) == sort_key(other)) <= (search_key(one) == search_key(other))


@given(words, words)
def test_a_word_comes_before_what_begins_with_it(word, more):
    assert sort_key(word) < sort_key(f"{word} {more}")


def test_letters_of_other_languages_stand_at_their_base_letter():
    assert sorted(["Mz", "Müller", "Ma"], key=sort_key) == ["Ma", "Müller", "Mz"]


def test_people_sort_by_given_name_then_family_then_middle():
    ordered = ["Trần Văn An", "Đỗ Thị Hà", "Trần Hà", "Nguyễn Hạ", "Lê Thị Hai", "Lê Văn Hai", "Mẫu"]
    assert sorted(sorted(ordered), key=person_sort_key) == ordered


def test_the_same_person_has_the_same_key_in_either_tone_placement():
    assert person_sort_key("NGUYỄN THỊ HOÀ") == person_sort_key("Nguyễn  Thị Hòa")
    assert person_sort_key("Nguyễn Thị Hòa") != person_sort_key("Nguyễn Thị Hóa")


@pytest.mark.parametrize(
    ("written", "honorific", "name"),
    [
        ("Ông Nguyễn Văn Mẫu", "Ông", "Nguyễn Văn Mẫu"),
        ("bà  Trần Thị\u00a0Mẫu", "bà", "Trần Thị Mẫu"),
        ("Ông: Lê Mẫu", "Ông", "Lê Mẫu"),
        ("Ông/Bà Lê Mẫu", "Ông/Bà", "Lê Mẫu"),
        ("Đồng chí Lê Mẫu", "Đồng chí", "Lê Mẫu"),
        ("Đ/c Lê Mẫu", "Đ/c", "Lê Mẫu"),
        ("Thượng tá Lê Mẫu", "Thượng tá", "Lê Mẫu"),
        ("Đại tá Lê Mẫu", "Đại tá", "Lê Mẫu"),
        ("Thiếu tướng Lê Mẫu", "Thiếu tướng", "Lê Mẫu"),
        ("THIẾU UÝ LÊ MẪU", "THIẾU UÝ", "LÊ MẪU"),
        ("Trung úy Lê Mẫu", "Trung úy", "Lê Mẫu"),
        ("Ông Thượng tá Lê Mẫu", "Ông Thượng tá", "Lê Mẫu"),
        ("PGS.TS. Lê Mẫu", "PGS.TS.", "Lê Mẫu"),
        ("PGS.TS Lê Mẫu", "PGS.TS", "Lê Mẫu"),
        ("GS.TSKH. Lê Mẫu", "GS.TSKH.", "Lê Mẫu"),
        ("ThS. BS. Lê Mẫu", "ThS. BS.", "Lê Mẫu"),
        ("BSCKII. Lê Mẫu", "BSCKII.", "Lê Mẫu"),
        ("BS CKII Lê Mẫu", "BS CKII", "Lê Mẫu"),
        ("Ô. Lê Văn Mẫu", "Ô.", "Lê Văn Mẫu"),
        ("NGND. Lê Mẫu", "NGND.", "Lê Mẫu"),
        ("NSƯT Lê Mẫu", "NSƯT", "Lê Mẫu"),
        ("Bà Triệu Thị Mẫu", "Bà", "Triệu Thị Mẫu"),
        ("Ông Ông Văn Mẫu", "Ông", "Ông Văn Mẫu"),
        ("Ông Văn Tiến Mẫu", "Ông", "Văn Tiến Mẫu"),
        ("Ông: Mẫu", "Ông", "Mẫu"),
        ("Ông Ksor Mẫu", "Ông", "Ksor Mẫu"),
        (unicodedata.normalize("NFD", "Đại úy Lê Mẫu"), "Đại úy", "Lê Mẫu"),
    ],
)
def test_an_honorific_is_taken_off(written, honorific, name):
    assert strip_honorific(written) == (honorific, name)


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Văn Mẫu",
        "Bà Rịa - Vũng Tàu",
        "Cô Tô",
        "Anh Thư",
        "Anh hùng Lao động",
        "Ông Văn Mẫu",
        "Ông Minh Châu",
        "Ông Mẫu",
        "Ông Thị Mẫu",
        "Bàng Thị Mẫu",
        "Anhxtanh Mẫu",
        "Tsering Mẫu",
        "Ông",
        "Bà",
        "TS.",
        "",
    ],
)
def test_what_is_no_honorific_stays(name):
    assert strip_honorific(name) == ("", name)


@given(st.lists(st.sampled_from(["Ông", "bà", "TS.", "Đại tá", "PGS.", "Anh", "Mẫu", "Lê", ":", "."])).map(" ".join))
def test_no_name_is_ever_lost(name):
    honorific, rest = strip_honorific(name)
    assert bool(rest) == bool(squash(name))
    assert squash(name).startswith(honorific)
    assert squash(name).endswith(rest)
