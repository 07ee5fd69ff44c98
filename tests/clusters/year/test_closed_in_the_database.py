"""Whoever writes, by whatever way: nothing that hangs on a closed year changes, and no year is opened again."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.db.models import ForeignKey

from awards.models import (
    Achievement,
    Appraisal,
    AppraisalMark,
    BulkLine,
    Certificate,
    Conflict,
    Consultation,
    ConsultationStep,
    DecisionLine,
    Feedback,
    FileNote,
    ModeratedMark,
    Namesake,
    Nomination,
    NominationComment,
    NominationHand,
    NominationPaper,
    NominationStep,
    PublicationLine,
    PublicComment,
    Recusal,
    Review,
    RuleOverride,
    Sitting,
    SittingBallot,
    SittingItem,
    SittingSeat,
    SittingStep,
    SubmissionRow,
)
from clusters.models import Assignment, AssignmentStep, ClusterYear, Conference, Pact, Scheme, Task
from reports.models import (
    BatchPart,
    ChangedFigure,
    DraftDecision,
    PaperSignatory,
    Report,
    ReportFile,
    ReportStep,
    SentenceWording,
    SignedFile,
    SignedOriginal,
    SignedPaper,
)
from tests.clusters.figures.make import make_city
from tests.clusters.year.whole_years import CLOSED_ON, close_year, make_whole_year

pytestmark = pytest.mark.django_db
ENDS_ON_ITS_WAY = {
    Report: "its worker finishes it, or gives it up",
    ReportFile: "written when its report is finished",
    ReportStep: "kept when its report is finished, or given up",
    SentenceWording: "words in the draft of a correction; never changed once that is signed",
    ChangedFigure: "changed in the draft of a correction; never once that is signed",
    DraftDecision: "taken of the draft of a correction; never changed once that is signed",
    SignedPaper: "a paper may be signed late; never changed, by a trigger of its own",
    PaperSignatory: "written when its paper is signed",
    SignedFile: "written when its paper is signed",
    SignedOriginal: "the scan comes in when the office has it",
    Nomination: "a dossier is begun from a frozen result, also of a closed year, and goes its own way",
    NominationStep: "kept of a dossier's way",
    NominationComment: "said of a dossier",
    NominationPaper: "filed in a dossier",
    Achievement: "written in a dossier",
    RuleOverride: "said of a dossier",
    Consultation: "asked about a dossier",
    ConsultationStep: "kept of what was asked about a dossier",
    NominationHand: "kept of a dossier's way",
    Recusal: "said of a dossier by who is to judge it",
    Namesake: "said of a dossier by who decides on it",
    Conflict: "a view, of who may not judge which dossier",
    Review: "kept of a dossier at a desk",
    Appraisal: "said of a dossier at a desk",
    AppraisalMark: "said of a dossier at a desk",
    ModeratedMark: "said of a dossier at a desk",
    FileNote: "said of a dossier at a desk",
    Feedback: "said of a dossier by who decided on it",
    BulkLine: "a dossier's part of one deed over many",
    SubmissionRow: "a row of a list, beside the dossier that it became",
    SittingItem: "a dossier before the Council, whenever that sits",
    SittingBallot: "votes of the Council on dossiers",
    Sitting: "stands at a dossier while it is on",
    SittingSeat: "a member at a sitting",
    SittingStep: "kept of a sitting",
    DecisionLine: "a dossier's line of a decision",
    Certificate: "of a line of a decision, handed over when somebody comes for it",
    PublicationLine: "a dossier's line in a list under consultation",
    PublicComment: "said by a citizen of a line under consultation",
    Task: "given at a conference for the time after it, also that of the next year",
    Assignment: "done when it is done, also after the year",
    AssignmentStep: "kept of what was done",
    BatchPart: "a copy to read is made of a closed year as of any other",
}


def hanging_on_a_year() -> list[type[models.Model]]:
    """Every model with a foreign key to a cluster year, or to a model that has one."""
    found = {ClusterYear}
    while True:
        more = {
            model
            for model in apps.get_models()
            for field in model._meta.concrete_fields
            if isinstance(field, ForeignKey) and field.related_model in found and model not in found
        }
        if not more:
            return sorted(found - {ClusterYear} - set(ENDS_ON_ITS_WAY), key=lambda model: model._meta.label)
        found |= more


HANGING = hanging_on_a_year()


def write(model, row, what: str) -> str:
    """What the database says to it; empty where it took it. `insert`: the same row once more, which at most breaks a
    unique key."""
    table, quote = model._meta.db_table, connection.ops.quote_name
    columns = [field.column for field in model._meta.concrete_fields if not field.primary_key]
    listed = ", ".join(map(quote, columns))
    key = quote(model._meta.pk.column)
    statements = {
        "insert": f"INSERT INTO {table} ({listed}) SELECT {listed} FROM {table} WHERE {key} = %s",
        "update": f"UPDATE {table} SET {quote(columns[0])} = {quote(columns[0])} WHERE {key} = %s",
        "delete": f"DELETE FROM {table} WHERE {key} = %s",
    }
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statements[what], [row.pk])
            assert cursor.rowcount == 1
            transaction.set_rollback(True)
    except DatabaseError as error:
        return str(error)
    return ""


def is_added_to_only(model) -> bool:
    """A trigger of its own refuses any change, whatever the year."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_trigger WHERE tgname = %s", [f"{model._meta.db_table}_append_only"])
        return cursor.fetchone() is not None


def test_the_walk_finds_what_hangs_on_a_year():
    labels = {model._meta.label for model in HANGING}
    assert {"clusters.Post", "clusters.FigureRemark", "clusters.ScoreEvidence", "reports.Passage"} <= labels
    assert len(labels) >= 35


def test_a_closed_year_keeps_every_row_and_takes_no_more(subtests):
    whole = make_whole_year()
    for model in HANGING:
        with subtests.test(model._meta.label):
            assert model in whole.rows, "tests/clusters/year/whole_years.py makes no row of it"
            row = whole.rows[model]
            assert "the year is closed" not in write(model, row, "insert")
            changed = write(model, row, "update")
            assert changed == "" or is_added_to_only(model), changed
    close_year(whole.year)
    for model, row in whole.rows.items():
        for what in ("insert", "update", "delete") if model in HANGING else ():
            with subtests.test(f"{model._meta.label}, {what}"):
                said = write(model, row, what)
                whose = "append-only" if what != "insert" and is_added_to_only(model) else "the year is closed"
                assert whose in said, f"{what} of {model._meta.label}: {said or 'taken'}"


def test_a_closed_year_is_not_opened_again_nor_deleted():
    year = close_year(make_whole_year().year)
    for change in ({"closed_on": None}, {"closed_on": CLOSED_ON.replace(day=11)}, {"supervisor_office": "Khác"}):
        with pytest.raises(DatabaseError, match="the year is closed"), transaction.atomic():
            ClusterYear.objects.filter(pk=year.pk).update(**change)
    with pytest.raises(DatabaseError, match="the year is closed"), transaction.atomic():
        ClusterYear.objects.filter(pk=year.pk)._raw_delete("default")


def test_nothing_is_moved_into_a_closed_year_nor_out_of_it():
    closed, other = make_whole_year(), make_whole_year()
    close_year(closed.year)
    for model in (Conference, Pact, Scheme):
        for row, to in ((other.rows[model], closed.year), (closed.rows[model], other.year)):
            with pytest.raises(DatabaseError, match="the year is closed"), transaction.atomic():
                model.objects.filter(pk=row.pk).update(cluster_year=to)


def test_other_years_of_the_cluster_go_on():
    whole = make_whole_year()
    coming = ClusterYear.objects.create(cluster=whole.year.cluster, year=2024)
    close_year(whole.year)
    make_city(cluster_year=coming, is_head=True)
    assert coming.posts.count() == 1
