"""Reference rows from clusters/reference/*.csv. What is already there is left as it is: an administrator may have
corrected it. Running it again adds only what is missing."""

import csv
import hashlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.db import transaction
from django.db.models import Case, Q, When

from clusters.campaigns.models.campaign import Campaign, CampaignAlias
from clusters.campaigns.rules.terms import CampaignLevel
from clusters.indicators.models.indicator import Indicator
from clusters.membership.models.cluster import Cluster, ClusterKind, ClusterLevel, ClusterYear, Membership, Post
from clusters.organisations.models.organisation import Organisation, OrganisationKind, Succession, SuccessionKind
from clusters.regulation.models.proposal_rule import ProposalRule
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.period import Period
from emulation.core.text import search_key, sort_key

FOLDER = Path(__file__).resolve().parent
COUNCIL = ("HDTW", "Hội đồng Thi đua - Khen thưởng Trung ương", OrganisationKind.CENTRAL_COUNCIL)
BOARD = ("BTW", "Ban Thi đua - Khen thưởng Trung ương", OrganisationKind.CENTRAL_BOARD)


@transaction.atomic
def load_reference(actor: Actor) -> dict[str, int]:
    """How many rows of each kind were added."""
    load = _Load()
    council = load.organisation(*COUNCIL, Period())
    load.organisation(*BOARD, Period())
    _provinces(load)
    _clusters(load, council)
    _memberships(load)
    _posts(load)
    _campaigns(load)
    _indicators(load)
    _proposal_rules(load)
    if load.added:
        record(
            actor,
            "clusters.load_reference",
            council,
            after={"added": dict(load.added), "files": checksums()},
        )
    return dict(load.added)


def checksums() -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(FOLDER.glob("*.csv"))}


@dataclass
class _Load:
    added: Counter = field(default_factory=Counter)
    organisations: dict[tuple[str, str, date | None], Organisation] = field(
        default_factory=lambda: {(one.code, one.name, one.during.start): one for one in Organisation.objects.all()}
    )

    def organisation(self, code, name, kind, during, *, legal_basis="", verified=True) -> Organisation:
        key = (code, name, during.start)
        if key not in self.organisations:
            self.organisations[key] = Organisation.objects.create(
                code=code,
                name=name,
                kind=kind,
                during=during,
                legal_basis=legal_basis,
                sort_key=sort_key(name),
                verified=verified,
            )
            self.added["organisations"] += 1
        return self.organisations[key]

    def named(self, name: str, during: Period) -> Organisation:
        """The body of that name that lives through the whole period."""
        found = [one for one in self.organisations.values() if one.name == name and one.during.covers(during)]
        if len(found) != 1:
            raise LookupError(f"{name}: {len(found)} organisations of that name in {during}")
        return found[0]

    def once(self, queryset, **values):
        """Added unless the queryset already has a row."""
        if not queryset.exists():
            queryset.model.objects.create(**values)
            self.added[queryset.model._meta.model_name] += 1


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _period(row) -> Period:
    return Period(_day(row["valid_from"]), _day(row["valid_to"]))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _provinces(load):
    table = rows("provinces.csv")
    for row in table:
        load.organisation(
            row["code"],
            row["name"],
            OrganisationKind(row["kind"]),
            _period(row),
            legal_basis=row["legal_basis"],
            verified=row["sure"] == "high",
        )
    for row in table:
        if row["succeeded_by"]:
            _succession(load, row)


def _succession(load, row):
    """`succeeded_by` reads "Tuyên Quang (08)": the body of that name and code that begins when this one ends."""
    name, code = row["succeeded_by"].removesuffix(")").rsplit(" (", 1)
    day = _day(row["valid_to"])
    predecessor = load.organisations[row["code"], row["name"], _day(row["valid_from"])]
    successor = load.organisations[code, name, day]
    merged = row["legal_basis"] == successor.legal_basis and day == date(2025, 7, 1)
    load.once(
        Succession.objects.filter(predecessor=predecessor, successor=successor),
        predecessor=predecessor,
        successor=successor,
        day=day,
        kind=SuccessionKind.MERGE if merged else SuccessionKind.RENAME,
        legal_basis=row["legal_basis"],
    )


def _clusters(load, council):
    for row in rows("clusters.csv"):
        load.once(
            Cluster.objects.filter(code=row["code"]),
            code=row["code"],
            name=row["name"],
            owner=council,
            level=ClusterLevel.CENTRAL,
            kind=ClusterKind.CUM,
            during=_period(row),
            source=row["source"],
            verified=row["verified"] == "yes",
            position=int(row["position"]),
        )


def _memberships(load):
    clusters = {cluster.code: cluster for cluster in Cluster.objects.all()}
    for row in rows("memberships.csv"):
        cluster, during = clusters[row["cluster"]], _period(row)
        organisation = load.named(row["organisation"], during)
        load.once(
            Membership.objects.filter(cluster=cluster, organisation=organisation),
            cluster=cluster,
            owner_id=cluster.owner_id,
            organisation=organisation,
            during=during,
            source=row["source"],
            verified=row["verified"] == "yes",
        )


def _posts(load):
    for row in rows("posts.csv"):
        cluster, year = Cluster.objects.get(code=row["cluster"]), int(row["year"])
        load.once(ClusterYear.objects.filter(cluster=cluster, year=year), cluster=cluster, year=year)
        cluster_year = ClusterYear.objects.get(cluster=cluster, year=year)
        during = Period.year(year)
        load.once(
            Post.objects.filter(cluster_year=cluster_year, kind=row["kind"]),
            cluster_year=cluster_year,
            kind=row["kind"],
            organisation=load.named(row["organisation"], during),
            during=during,
            source=row["source"],
        )


def _campaigns(load):
    """One that is there under another of its names gets the official one, and keeps the other as an alias: pacts keep
    the name that they were signed with. One that has the official name among its others was put right and stays, and
    one that was struck out does not come back."""
    for row in rows("campaigns.csv"):
        aliases = list(filter(None, row["aliases"].split("|")))
        keys = [search_key(name) for name in (row["name"], *aliases)]
        told = Q(name_key__in=keys) | Q(pk__in=CampaignAlias.objects.filter(name_key__in=keys).values("campaign"))
        known = Campaign.objects.filter(told, initiator=row["initiator"])
        if known.exists() and not known.standing().exists():
            continue
        place = row["initiator_organisation"]
        load.once(
            known,
            name=row["name"],
            name_key=keys[0],
            initiator=row["initiator"],
            initiator_organisation=load.named(place, Period.year(2023)) if place else None,
            level=CampaignLevel.PROVINCE if place else CampaignLevel.STATE,
            sort_key=sort_key(row["name"]),
            during=_period(row),
            document=row["document"],
            source=row["source"],
            recorded_on=_day(row["told_from"]),
        )
        bearing = known.standing().annotate(
            rank=Case(When(name_key=keys[0], then=0), When(name_key__in=keys, then=1), default=2)
        )
        campaign = bearing.order_by("rank", "pk")[0]
        if campaign.recorded_on is None and row["told_from"]:
            campaign.recorded_on = _day(row["told_from"])
            campaign.save(update_fields=["recorded_on"])
            load.added["campaign_first_told"] += 1
        is_put_right = campaign.name_key not in keys or campaign.aliases.filter(name_key=keys[0]).exists()
        if campaign.name_key != keys[0] and not is_put_right:
            aliases.append(campaign.name)
            campaign.name, campaign.name_key, campaign.sort_key = row["name"], keys[0], sort_key(row["name"])
            campaign.save(update_fields=["name", "name_key", "sort_key"])
        for alias in aliases:
            if search_key(alias) == campaign.name_key:
                continue
            load.once(
                CampaignAlias.objects.filter(campaign=campaign, name_key=search_key(alias)),
                campaign=campaign,
                name=alias,
                name_key=search_key(alias),
            )


def _indicators(load):
    for position, row in enumerate(rows("indicators.csv"), start=1):
        load.once(
            Indicator.objects.filter(code=row["code"]),
            code=row["code"],
            name=row["name"],
            unit=row["unit"],
            value_kind=row["value_kind"],
            direction=row["direction"],
            derivation=row["derivation"],
            declared=row["declared"] == "yes",
            during=_period(row),
            guidance=row["guidance"],
            source=row["source"],
            verified=row["verified"] == "yes",
            position=position * 10,
        )


def _proposal_rules(load):
    for row in rows("proposal_rules.csv"):
        during = _period(row)
        load.once(
            ProposalRule.objects.filter(award=row["award"], level=row["level"]).overlapping(during),
            award=row["award"],
            level=row["level"],
            for_acclaimed_only=row["for_acclaimed_only"] == "1",
            share_percent=int(row["share_percent"]) if row["share_percent"] else None,
            legal_basis=row["legal_basis"],
            is_suggestion=row["suggestion"] == "1",
            during=during,
        )
