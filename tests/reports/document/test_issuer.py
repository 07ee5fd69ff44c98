"""Whose paper it is: every kind of paper, of a cluster of cities and of a block of departments."""

from dataclasses import replace

import pytest

from clusters.organisations.rules.on_paper import body_on_paper
from reports.document.rules.issuer import CapacityCode, Group, Paper, of_group, own_paper_of, report_of, signs_for

CITY = body_on_paper("thành phố Cần Thơ", is_provincial=True)
COUNCIL = body_on_paper("Hội đồng Thi đua - Khen thưởng Trung ương", is_provincial=False)
HOME = body_on_paper("Sở Nội vụ thành phố Cần Thơ", is_provincial=False, parent=CITY)
FINANCE = body_on_paper("Sở Tài chính thành phố Cần Thơ", is_provincial=False, parent=CITY)
CLUSTER = Group(7, "Cụm thi đua thử", False, COUNCIL, True, "Phó Chủ tịch nước")
BLOCK = Group(8, "Khối thi đua các sở", True, CITY, False, "", HOME.full_name)
OWN = [paper for paper in Paper if paper is not Paper.REPORT]


def lines(issuer, code):
    return issuer.capacity(code).lines


def test_a_clusters_report_is_its_heads_committees():
    issuer = report_of(CITY, CLUSTER, body_id=92)
    assert (issuer.name, issuer.superior, issuer.place) == ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ", "", "Cần Thơ")
    assert (issuer.symbol, issuer.register) == ("BC-UBND", "organisation/92")
    assert lines(issuer, "chief") == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert lines(issuer, "deputy") == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert issuer.recipients == (
        "Hội đồng Thi đua - Khen thưởng Trung ương (để báo cáo)",
        "Ban Thi đua - Khen thưởng Trung ương (để báo cáo)",
        "Phó Chủ tịch nước (để báo cáo)",
        "UBND các tỉnh, thành phố thành viên Cụm",
        "Lưu: VT",
    )


def test_a_block_of_ministries_has_no_provinces_among_its_members():
    ministries = replace(CLUSTER, is_block=True, name="Khối thi đua các bộ")
    assert "Các đơn vị thành viên Khối" in of_group(Paper.RESULT, ministries, head=None).recipients


def test_a_blocks_report_is_its_heads_departments():
    issuer = report_of(FINANCE, BLOCK, body_id=3)
    assert (issuer.superior, issuer.name) == ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ", "SỞ TÀI CHÍNH")
    assert (issuer.symbol, issuer.place) == ("BC-STC", "Cần Thơ")
    assert lines(issuer, "chief") == ("GIÁM ĐỐC",)
    assert lines(issuer, "deputy") == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert issuer.recipients == (
        "UBND thành phố Cần Thơ (để báo cáo)",
        "Sở Nội vụ thành phố Cần Thơ (để báo cáo)",
        "Các đơn vị thành viên Khối",
        "Lưu: VT",
    )
    assert "Sở Nội vụ thành phố Cần Thơ (để báo cáo)" not in report_of(HOME, BLOCK, body_id=1).recipients


@pytest.mark.parametrize("paper", OWN)
def test_a_blocks_own_paper_never_speaks_of_a_cluster_a_committee_of_a_department_or_the_central_board(paper):
    issuer = of_group(paper, BLOCK, head=FINANCE)
    said = "\n".join((issuer.name, issuer.superior, issuer.symbol, *issuer.recipients))
    said += "\n".join(line for capacity in issuer.capacities for line in capacity.lines)
    assert not any(words in said for words in ("Trung ương", "TRUNG ƯƠNG", "CỤM", "Cụm", "CTĐ", "NHÂN DÂN SỞ"))
    assert (issuer.name, issuer.superior) == ("KHỐI THI ĐUA CÁC SỞ", CITY.line)
    assert issuer.register == "cluster/8"


def test_a_clusters_own_papers_are_signed_by_its_head_and_minutes_by_secretary_and_chair():
    result = of_group(Paper.RESULT, CLUSTER, head=CITY)
    assert result.symbol == "TB-CTĐ"
    office = ("CHỦ TỊCH ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ")
    assert lines(result, "chief") == ("TM. CỤM THI ĐUA", "CỤM TRƯỞNG", *office)
    assert lines(of_group(Paper.REGULATION, BLOCK, head=HOME), "chief")[1:] == ("KHỐI TRƯỞNG", "GIÁM ĐỐC SỞ NỘI VỤ")
    minutes = of_group(Paper.MINUTES, CLUSTER, head=CITY, place="Hà Nội")
    assert [one.code for one in minutes.capacities] == [CapacityCode.SECRETARY, CapacityCode.CHAIR]
    assert (minutes.place, minutes.symbol, minutes.recipients[-1]) == ("Hà Nội", "BB-CTĐ", "Lưu: VT, hồ sơ hội nghị")
    assert of_group(Paper.PACT, CLUSTER, head=None).place == "…………"
    with pytest.raises(LookupError):
        minutes.capacity("chief")


def test_who_signs_together_with_others_names_its_body():
    assert signs_for(CITY) == ("TM. ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ")
    assert signs_for(HOME) == ("SỞ NỘI VỤ",)
    assert own_paper_of(Paper.REPORT, CITY, body_id=92).symbol == "BC-UBND"
