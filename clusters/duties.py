"""What waits for a person in this app: each room says what is due in its matters. Years are asked for all at once, and
spoken of in the words of their kind."""

from collections.abc import Iterator
from datetime import date

from clusters.ballots.duties import ballot_duties
from clusters.campaigns.duties import campaign_duties
from clusters.conferences.duties import conference_duties
from clusters.figures.duties import figure_duties
from clusters.membership.duties import Said, Years, clusters_to_enter, heads_to_record, nothing_said, years_to_open
from clusters.membership.models.cluster import ClusterYear, Membership
from clusters.membership.models.heads import own_open_years, with_heads
from clusters.pacts.duties import pact_duties, signing_duties
from clusters.regulation.duties import regulation_duties
from clusters.results.duties import result_duties
from clusters.scores.duties import score_duties, step_duties
from clusters.tasks.duties import task_duties
from clusters.year.duties import with_reminders, years_to_close
from emulation.core.actor import Actor
from emulation.core.block_words import words_of
from emulation.core.duty import Duty


def duties(actor: Actor, on: date) -> list[Duty]:
    found = [
        *figure_duties(actor, on),
        *year_duties(actor, on),
        *ballot_duties(actor),
        *campaign_duties(actor, on),
        *task_duties(actor),
    ]
    if actor.is_administrator:
        found += [duty for duty in _of_an_administrator(actor, on) if duty]
    return with_reminders(found, actor)


def year_duties(actor: Actor, on: date) -> list[Duty]:
    """Of years that are open and not over on `on`, or whose scoring goes on. Who has a mandate at the centre alone
    appraises points there and nothing else: years without scoring are not read for it."""
    if not (actor.own or actor.is_central):
        return []
    lately = (on.year - 1, on.year)
    if actor.is_central:
        years_of_all = ClusterYear.objects.open().filter(year__in=lately)
        its_own = years_of_all if actor.own else years_of_all.filter(scoring__isnull=False)
        rows = list(with_heads(its_own.select_related("cluster"), on))
    else:
        rows = [one for one in own_open_years(actor, on) if one.year in lately]
    years = {one.pk: one for one in rows}
    if not years:
        return []
    rooms = [
        regulation_duties(actor, years, on),
        pact_duties(actor, years, on),
        score_duties(actor, years, on),
        head_duties(actor, years, on),
        conference_duties(actor, years, on),
        result_duties(actor, years),
    ]
    found: list[Duty] = []
    for is_block, of_one_kind in _by_kind(years):
        with words_of(is_block=is_block):
            found += [duty for said in rooms for duty in said(of_one_kind)]
    return found


def _by_kind(years: Years) -> Iterator[tuple[bool, Years]]:
    """Those of clusters, then those of blocks, which have words of their own."""
    for is_block in (False, True):
        if of_one_kind := {pk: one for pk, one in years.items() if one.cluster.is_block is is_block}:
            yield is_block, of_one_kind


def head_duties(actor: Actor, years: Years, on: date) -> Said:
    """The next step of pact and scores, once the members have done their part. `years` come with their heads."""
    headed = [year for pk, year in years.items() if pk in actor.headed]
    if not headed:
        return nothing_said
    seats = list(Membership.objects.filter(cluster__in={year.cluster_id for year in headed}))
    rooms = (signing_duties(actor, years, seats, on), step_duties(actor, years, seats))
    return lambda some: [duty for said in rooms for duty in said(some)]


def _of_an_administrator(actor: Actor, on: date) -> tuple[Duty | None, ...]:
    return (
        years_to_open(actor, on),
        heads_to_record(actor, on),
        clusters_to_enter(actor, on),
        *years_to_close(actor, on),
    )
