"""Criteria of procedures; what bodies know of dossiers on their desks, independent appraisals, deeds over many, feedback.
Dossiers that are on a desk already get their review; what warns of them is judged when it is first looked at."""

import datetime
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

ON_A_DESK = """
INSERT INTO awards_review (
    nomination_id, body_id, standing, arrived_at, due, is_due_verified, handler_name, came_back,
    not_met, cannot_tell, missing, honours, is_compared, to_discuss
)
SELECT id, holder_id, CASE state WHEN 'submitted' THEN 'arrived' ELSE state END, held_since, DATE '9999-12-31', true, '',
    false, 0, 0, 0, 0, false, false
FROM awards_nomination WHERE state IN ('submitted', 'review', 'council')
UNION ALL
SELECT id, COALESCE(board_id, province_id, organisation_id), 'returned', held_since, DATE '9999-12-31', true, '',
    false, 0, 0, 0, 0, false, false
FROM awards_nomination WHERE state IN ('draft', 'presented') AND received_on IS NOT NULL;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0018_decisions_enter_the_register"),
        ("clusters", "0022_province_conferences"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Appraisal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seat", models.PositiveSmallIntegerField(verbose_name="place among the opinions")),
                ("appraiser_name", models.CharField(max_length=200, verbose_name="appraiser")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Opinion asked for"),
                            ("writing", "Opinion being written"),
                            ("done", "Opinion given"),
                        ],
                        default="asked",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "conclusion",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("propose", "Propose the award"),
                            ("decline", "Do not propose the award"),
                            ("discuss", "To be discussed"),
                        ],
                        max_length=10,
                        verbose_name="conclusion",
                    ),
                ),
                ("opinion", models.TextField(blank=True, max_length=4000, verbose_name="written opinion")),
                ("asked_by_name", models.CharField(max_length=200, verbose_name="asked by")),
                ("asked_at", models.DateTimeField(verbose_name="asked at")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="given at")),
                (
                    "appraiser",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="appraiser",
                    ),
                ),
            ],
            options={
                "verbose_name": "appraisal",
                "verbose_name_plural": "appraisals",
                "ordering": ["review", "seat"],
            },
        ),
        migrations.CreateModel(
            name="BulkDeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("forward", "Submit to the higher level"),
                            ("put_to_council", "Put to the Council"),
                            ("return", "Return to be completed"),
                        ],
                        max_length=20,
                        verbose_name="deed",
                    ),
                ),
                ("remark", models.CharField(blank=True, max_length=1000, verbose_name="what is to be completed")),
                ("made_by_name", models.CharField(max_length=200, verbose_name="person")),
                ("made_at", models.DateTimeField(verbose_name="time")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clusters.organisation",
                        verbose_name="body",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "deed over many dossiers",
                "verbose_name_plural": "deeds over many dossiers",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="BulkLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("held_since", models.DateTimeField(verbose_name="held since")),
                ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="opened at")),
                ("opened_by_name", models.CharField(blank=True, max_length=200, verbose_name="opened by")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="undone at")),
                (
                    "deed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="awards.bulkdeed",
                        verbose_name="deed",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="awards.nomination",
                        verbose_name="dossier of commendation",
                    ),
                ),
                (
                    "step",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="awards.nominationstep",
                        verbose_name="step",
                    ),
                ),
            ],
            options={
                "verbose_name": "dossier of a deed",
                "verbose_name_plural": "dossiers of deeds",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Feedback",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("strongest", models.CharField(blank=True, max_length=500, verbose_name="strongest side")),
                ("weakest", models.CharField(blank=True, max_length=500, verbose_name="weakest side")),
                ("missing", models.CharField(blank=True, max_length=500, verbose_name="what was missing")),
                ("approved_by_name", models.CharField(blank=True, max_length=200, verbose_name="approved by")),
                ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="approved at")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clusters.organisation",
                        verbose_name="body",
                    ),
                ),
                (
                    "nomination",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feedback",
                        to="awards.nomination",
                        verbose_name="dossier of commendation",
                    ),
                ),
            ],
            options={
                "verbose_name": "feedback on a dossier",
                "verbose_name_plural": "feedback on dossiers",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="ProcedureCriterion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("provision", models.CharField(blank=True, max_length=300, verbose_name="provision")),
                ("verified", models.BooleanField(default=False, verbose_name="verified")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("position", models.PositiveSmallIntegerField(verbose_name="place in lists")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("standard", "Standards of the award"),
                            ("tasks", "How far the assigned tasks were fulfilled"),
                            ("measured", "Achievements with figures and sources that can be checked"),
                            ("initiative", "Effect and scope of the initiative"),
                            ("campaigns", "Results of emulation campaigns"),
                            ("influence", "Influence and example set"),
                            ("observance", "Observance of policies and laws"),
                            ("consistent", "Papers agree with each other and with the register"),
                        ],
                        max_length=20,
                        verbose_name="criterion of appraisal",
                    ),
                ),
                (
                    "points",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="points at most",
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="criteria", to="awards.procedure"
                    ),
                ),
            ],
            options={
                "verbose_name": "criterion of a procedure",
                "verbose_name_plural": "criteria of procedures",
                "ordering": ["procedure", "position"],
            },
        ),
        migrations.CreateModel(
            name="AppraisalMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("met", models.BooleanField(blank=True, null=True, verbose_name="met")),
                (
                    "points",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="points"),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                (
                    "appraisal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="marks",
                        to="awards.appraisal",
                        verbose_name="appraisal",
                    ),
                ),
                (
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="awards.procedurecriterion",
                        verbose_name="criterion",
                    ),
                ),
            ],
            options={
                "verbose_name": "mark of an appraisal",
                "verbose_name_plural": "marks of appraisals",
                "ordering": ["criterion__position"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("arrived", "Not taken up yet"),
                            ("review", "Being appraised"),
                            ("council", "Before the Council"),
                            ("returned", "Back with the unit to be completed"),
                            ("left", "No longer here"),
                        ],
                        max_length=10,
                        verbose_name="where it is",
                    ),
                ),
                ("arrived_at", models.DateTimeField(verbose_name="came at")),
                ("due", models.DateField(default=datetime.date(9999, 12, 31), verbose_name="last day")),
                ("is_due_verified", models.BooleanField(default=True, verbose_name="last day verified")),
                ("handler_name", models.CharField(blank=True, max_length=200, verbose_name="in charge")),
                ("taken_at", models.DateTimeField(blank=True, null=True, verbose_name="taken at")),
                ("came_back", models.BooleanField(default=False, verbose_name="came back")),
                ("not_met", models.PositiveSmallIntegerField(default=0, verbose_name="conditions not met")),
                (
                    "cannot_tell",
                    models.PositiveSmallIntegerField(default=0, verbose_name="conditions that cannot be told"),
                ),
                ("missing", models.PositiveSmallIntegerField(default=0, verbose_name="papers missing")),
                ("honours", models.PositiveSmallIntegerField(default=0, verbose_name="earlier honours")),
                (
                    "last_honour",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year of the last honour"),
                ),
                ("judged_on", models.DateField(blank=True, null=True, verbose_name="judged on")),
                ("is_compared", models.BooleanField(default=False, verbose_name="opinions can be compared")),
                (
                    "differences",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="lines in which opinions differ"
                    ),
                ),
                (
                    "spread",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        verbose_name="points between the opinions",
                    ),
                ),
                ("to_discuss", models.BooleanField(default=False, verbose_name="to be discussed")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clusters.organisation",
                        verbose_name="body",
                    ),
                ),
                (
                    "handler",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="in charge",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="awards.nomination",
                        verbose_name="dossier of commendation",
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="awards.procedure",
                        verbose_name="procedure",
                    ),
                ),
                (
                    "returned_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="returned by",
                    ),
                ),
            ],
            options={
                "verbose_name": "review of a dossier",
                "verbose_name_plural": "reviews of dossiers",
                "ordering": ["due", "id"],
            },
        ),
        migrations.CreateModel(
            name="ModeratedMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("met", models.BooleanField(blank=True, null=True, verbose_name="met")),
                (
                    "points",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="points"),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                ("made_by_name", models.CharField(max_length=200, verbose_name="person")),
                ("made_at", models.DateTimeField(verbose_name="time")),
                (
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="awards.procedurecriterion",
                        verbose_name="criterion",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moderated",
                        to="awards.review",
                        verbose_name="review of a dossier",
                    ),
                ),
            ],
            options={
                "verbose_name": "moderated value",
                "verbose_name_plural": "moderated values",
                "ordering": ["criterion__position"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FileNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=2000, verbose_name="note")),
                ("made_by_name", models.CharField(max_length=200, verbose_name="person")),
                ("made_at", models.DateTimeField(verbose_name="time")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="taken back at")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="awards.review",
                        verbose_name="review of a dossier",
                    ),
                ),
            ],
            options={
                "verbose_name": "note to the file",
                "verbose_name_plural": "notes to the file",
                "ordering": ["-id"],
            },
        ),
        migrations.AddField(
            model_name="appraisal",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="appraisals",
                to="awards.review",
                verbose_name="review of a dossier",
            ),
        ),
        migrations.AddConstraint(
            model_name="bulkdeed",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["forward", "put_to_council", "return"])), name="bulk_deed_known"
            ),
        ),
        migrations.AddIndex(
            model_name="bulkline",
            index=models.Index(
                condition=models.Q(("opened_at__isnull", True), ("undone_at__isnull", True)),
                fields=["nomination"],
                name="bulk_line_can_be_undone",
            ),
        ),
        migrations.AddConstraint(
            model_name="bulkline",
            constraint=models.UniqueConstraint(fields=("deed", "nomination"), name="bulk_line_once"),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_at__isnull", True),
                    models.Q(("strongest", ""), ("weakest", ""), ("missing", ""), _connector="OR", _negated=True),
                    _connector="OR",
                ),
                name="feedback_approved_is_whole",
                violation_error_message="Feedback says all three: the strongest side, the weakest, what was missing.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurecriterion",
            constraint=models.CheckConstraint(
                condition=models.Q(("verified", False), models.Q(("provision", ""), _negated=True), _connector="OR"),
                name="procedurecriterion_verified_by_provision",
                violation_error_message="A value is verified against a provision; write which.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurecriterion",
            constraint=models.UniqueConstraint(
                fields=("procedure", "kind"),
                name="procedure_criterion_once",
                violation_error_message="The procedure names this criterion already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurecriterion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "standard",
                            "tasks",
                            "measured",
                            "initiative",
                            "campaigns",
                            "influence",
                            "observance",
                            "consistent",
                        ],
                    )
                ),
                name="procedure_criterion_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurecriterion",
            constraint=models.CheckConstraint(
                condition=models.Q(("points__isnull", True), ("points__range", (1, 100)), _connector="OR"),
                name="procedure_criterion_points",
                violation_error_message="A criterion has 1 to 100 points, or none where it is met or not met.",
            ),
        ),
        migrations.AddConstraint(
            model_name="appraisalmark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("points__isnull", True),
                    models.Q(("met__isnull", True), ("points__range", (0, 100))),
                    _connector="OR",
                ),
                name="appraisalmark_met_or_points",
                violation_error_message="A criterion is met or not met, or has points; not both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="appraisalmark",
            constraint=models.UniqueConstraint(fields=("appraisal", "criterion"), name="appraisal_mark_once"),
        ),
        migrations.AddIndex(
            model_name="review",
            index=models.Index(
                condition=models.Q(("standing__in", ["arrived", "review"])),
                fields=["body", "due", "id"],
                name="review_waiting_by_day",
            ),
        ),
        migrations.AddIndex(
            model_name="review",
            index=models.Index(fields=["body", "standing", "due", "id"], name="review_by_standing"),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.UniqueConstraint(fields=("nomination", "body"), name="review_once_in_a_body"),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(("standing__in", ["arrived", "review", "council", "returned", "left"])),
                name="review_standing_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("handler__isnull", True), ("handler_name", ""), ("taken_at__isnull", True)),
                    models.Q(
                        ("handler__isnull", False),
                        ("taken_at__isnull", False),
                        models.Q(("handler_name", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="review_handler_named",
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("differences__isnull", False), ("is_compared", True)),
                    models.Q(
                        ("differences__isnull", True),
                        ("is_compared", False),
                        ("spread__isnull", True),
                        ("to_discuss", False),
                    ),
                    _connector="OR",
                ),
                name="review_compared_or_silent",
                violation_error_message="Opinions are compared once all that were asked for are given.",
            ),
        ),
        migrations.AddConstraint(
            model_name="moderatedmark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("points__isnull", True),
                    models.Q(("met__isnull", True), ("points__range", (0, 100))),
                    _connector="OR",
                ),
                name="moderatedmark_met_or_points",
                violation_error_message="A criterion is met or not met, or has points; not both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="moderatedmark",
            constraint=models.UniqueConstraint(fields=("review", "criterion"), name="moderated_mark_once"),
        ),
        migrations.AddConstraint(
            model_name="moderatedmark",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="moderated_mark_has_reason",
                violation_error_message="Say why this value stands.",
            ),
        ),
        migrations.AddConstraint(
            model_name="moderatedmark",
            constraint=models.CheckConstraint(
                condition=models.Q(("met__isnull", False), ("points__isnull", False), _connector="OR"),
                name="moderated_mark_is_given",
            ),
        ),
        migrations.AddConstraint(
            model_name="filenote",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True),
                name="file_note_says_something",
                violation_error_message="Write the note.",
            ),
        ),
        migrations.AddIndex(
            model_name="appraisal",
            index=models.Index(
                condition=models.Q(("state__in", ["asked", "writing"])),
                fields=["appraiser"],
                name="appraisal_still_to_give",
            ),
        ),
        migrations.AddConstraint(
            model_name="appraisal",
            constraint=models.UniqueConstraint(
                fields=("review", "appraiser"),
                name="appraisal_once_by_a_person",
                violation_error_message="This person is asked for an opinion on this dossier already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="appraisal",
            constraint=models.UniqueConstraint(
                fields=("review", "seat"),
                name="appraisal_one_a_seat",
                violation_error_message="Somebody else was asked for this opinion at this moment. Look again.",
            ),
        ),
        migrations.AddConstraint(
            model_name="appraisal",
            constraint=models.CheckConstraint(condition=models.Q(("seat__range", (1, 3))), name="appraisal_seat_known"),
        ),
        migrations.AddConstraint(
            model_name="appraisal",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["asked", "writing", "done"])), name="appraisal_state_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="appraisal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "done"), _negated=True),
                    models.Q(
                        ("conclusion__in", ["propose", "decline", "discuss"]),
                        ("done_at__isnull", False),
                        models.Q(("opinion", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="appraisal_done_is_whole",
                violation_error_message="An opinion that is given says its conclusion and why.",
            ),
        ),
        migrations.RunSQL(ON_A_DESK, migrations.RunSQL.noop),
    ]
