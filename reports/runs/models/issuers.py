"""Who issues a paper, read from the register of bodies: how all kinds of papers are headed and signed."""

from datetime import date

from clusters.membership.models.heads import head_on
from clusters.models import Cluster, ClusterLevel, ClusterYear, Organisation, OrganisationKind
from reports.document.rules.issuer import (
    Group,
    Issuer,
    Paper,
    council_paper_of,
    decision_of,
    of_group,
    own_paper_of,
    report_of,
)

OF_A_COUNCIL = (Paper.COUNCIL_EXTRACT, Paper.COUNCIL_MINUTES)
OF_A_BODY = (Paper.REPORT, Paper.SUBMISSION)
HOME_AFFAIRS = "sở nội vụ"


def issuer_of(
    paper: Paper,
    *,
    on: date,
    cluster_year: ClusterYear | None = None,
    organisation: Organisation | None = None,
    met_with: Organisation | None = None,
) -> Issuer:
    """What a Council keeps: of the one beside `organisation`. A cluster's report and a cluster's own papers: of
    `cluster_year`; `organisation` is its head, that of the day where none is named. A province's report on itself, and
    what a body submits: of `organisation` alone. `met_with`: the host of a conference, whose place dates its papers.
    The same few questions whatever the cluster holds; LookupError where neither a year nor a body is named, and where a
    report of a year has no head."""
    if paper in OF_A_COUNCIL and organisation is not None:
        is_central = organisation.kind == OrganisationKind.CENTRAL_BOARD
        return council_paper_of(paper, organisation.on_paper, body_id=organisation.pk, is_central=is_central)
    if paper is Paper.DECISION and organisation is not None:
        return decision_of(organisation.on_paper, body_id=organisation.pk)
    if cluster_year is None:
        if organisation is None or paper not in OF_A_BODY:
            raise LookupError("a paper is of a cluster year, or a report or submission of an organisation")
        return own_paper_of(paper, organisation.on_paper, body_id=organisation.pk)
    head = organisation or head_on(cluster_year, on)
    group = group_of(cluster_year, on=on)
    if paper is Paper.REPORT:
        if head is None:
            raise LookupError(f"nobody heads {cluster_year}")
        return report_of(head.on_paper, group, body_id=head.pk)
    place = met_with.on_paper.place if met_with else ""
    return of_group(paper, group, head=head.on_paper if head else None, place=place)


def group_of(cluster_year: ClusterYear, *, on: date) -> Group:
    cluster = cluster_year.cluster
    return Group(
        id=cluster.pk,
        name=cluster.name,
        is_block=cluster.is_block,
        owner=cluster.owner.on_paper,
        is_central=cluster.level == ClusterLevel.CENTRAL,
        supervisor=cluster_year.supervisor_office,
        home_affairs=_home_affairs(cluster, on),
    )


def _home_affairs(cluster: Cluster, on: date) -> str:
    """The province's office that keeps emulation and commendation, where its register knows it."""
    if cluster.level != ClusterLevel.PROVINCE:
        return ""
    units = Organisation.objects.on(on).filter(parent=cluster.owner_id, name__istartswith=HOME_AFFAIRS).sorted()
    return units.values_list("name", flat=True).first() or ""
