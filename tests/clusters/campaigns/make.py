"""Campaigns for tests: a province with a department, its people, and campaigns in every state."""

from dataclasses import dataclass
from datetime import date

from clusters.campaigns.actions.campaigns import set_campaign, take_step
from clusters.campaigns.actions.parts import set_goal
from clusters.campaigns.actions.taking_part import join_campaign
from clusters.campaigns.models.campaign import Campaign
from clusters.campaigns.models.participation import Participation
from clusters.campaigns.rules.terms import CampaignForm, CampaignLevel, Drive
from clusters.models import Organisation, OrganisationKind
from emulation.core.actor import Actor, Role
from emulation.core.text import search_key, sort_key
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.clusters.people.make import actor_for
from tests.periods import EVER, YEAR_2023

GOAL = {"text": "Xã đạt chuẩn", "amount": "5 xã", "unit": "xã", "source": "Báo cáo của sở"}


@dataclass(frozen=True)
class Office:
    organisation: Organisation
    officer: Actor
    approver: Actor


def make_office(name="Thành phố Thử", *, kind=OrganisationKind.CITY, parent=None, during=EVER, came_from=()) -> Office:
    """`came_from`: offices that merged into it on its first day."""
    body = make_organisation(name=name, kind=kind, parent=parent, during=during)
    for before in came_from:
        make_succession(predecessor=before.organisation, successor=body, day=during.start)
    return Office(body, *(actor_for(role=role, organisation=body) for role in (Role.OFFICER, Role.APPROVER)))


def facts(**changed):
    said = {
        "name": "Phong trào thử",
        "aliases": (),
        "during": YEAR_2023,
        "level": CampaignLevel.PROVINCE,
        "cluster": None,
        "form": CampaignForm.THEMATIC,
        "drive": Drive.ORDINARY,
        "addressed": ["everybody"],
        "criteria": "",
        "document": "",
        "plan": "",
        "parent": None,
        "directive": None,
        "launched_on": None,
    }
    return said | changed


def recorded(office: Office, **changed) -> Campaign:
    return set_campaign(office.organisation, None, actor=office.officer, **facts(**changed))


def prepared(office: Office, *, complete=True, **changed) -> Campaign:
    campaign = set_campaign(office.organisation, None, is_recorded=False, actor=office.officer, **facts(**changed))
    if complete:
        set_goal(campaign, None, checked_on=date(2023, 12, 15), actor=office.officer, **GOAL)
    return campaign


def launched(office: Office, **changed) -> Campaign:
    return take_step(prepared(office, **changed), "launch", actor=office.approver)


def joined(campaign: Campaign, office: Office, goals="") -> Participation:
    return join_campaign(campaign, office.organisation, goals=goals, actor=office.officer)


def make_campaign(*, name="Phong trào ghi thẳng", organisation=None, **changed) -> Campaign:
    """Without its deeds, as reference data writes it."""
    return Campaign.objects.create(
        **{
            "name": name,
            "name_key": search_key(name),
            "sort_key": sort_key(name),
            "initiator": str(organisation or "Thủ tướng Chính phủ"),
            "initiator_organisation": organisation,
            "level": CampaignLevel.PROVINCE if organisation else CampaignLevel.STATE,
            "during": YEAR_2023,
            **changed,
        }
    )
