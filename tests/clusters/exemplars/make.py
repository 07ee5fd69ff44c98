"""Exemplars for tests: a card of a unit, recognised or not."""

from datetime import date

from clusters.exemplars.actions import set_exemplar
from clusters.models import Exemplar
from tests.clusters.campaigns.make import Office

SAID = {
    "kind": "model",
    "title": "Máy lấy số tự động",
    "problem": "Người dân chờ trung bình 30 phút",
    "steps": "Lắp máy\nPhân luồng hồ sơ",
    "cost": "20 triệu đồng",
    "result": "Thời gian chờ còn 10 phút, đo trong quý I",
    "contact": "Văn phòng sở",
}


def make_exemplar(office: Office, *, recognised=True, **changed) -> Exemplar:
    card = set_exemplar(office.organisation, None, actor=office.officer, **{**SAID, "campaign": None, **changed})
    if recognised:
        card.recognised_on, card.recognised_by, card.recognised_in = date(2023, 7, 5), "Ban thử", "Quyết định 1/QĐ"
        card.save()
    return card
