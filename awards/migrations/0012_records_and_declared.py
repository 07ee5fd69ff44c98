"""What years were like, honours from before the register, shares that provinces set; steps and moves stay."""

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.db import migrations, models

import emulation.core.models.fields

STAND = """
CREATE TRIGGER awards_declaredstep_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awards_declaredstep
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
CREATE TRIGGER awards_subjectmove_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awards_subjectmove
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""
FALL = """
DROP TRIGGER awards_declaredstep_append_only ON awards_declaredstep;
DROP TRIGGER awards_subjectmove_append_only ON awards_subjectmove;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0011_procedures"),
        ("clusters", "0019_averages"),
    ]

    operations = [
        migrations.CreateModel(
            name="DeclaredHonour",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "achievement_year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year of the achievement"),
                ),
                ("decision_number", models.CharField(max_length=60, verbose_name="decision number")),
                ("decision_date", models.DateField(verbose_name="decision date")),
                ("signer_office", models.CharField(blank=True, max_length=200, verbose_name="conferred by")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("declared", "Self-declared"),
                            ("at_centre", "Self-declared, for the central board"),
                            ("confirmed", "Confirmed"),
                            ("refused", "Not confirmed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="declared",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "award",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="awards.award",
                        verbose_name="award",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clusters.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clusters.paper",
                        verbose_name="scan of the decision",
                    ),
                ),
            ],
            options={
                "verbose_name": "declared honour",
                "verbose_name_plural": "declared honours",
                "ordering": ["-decision_date", "-id"],
            },
        ),
        migrations.CreateModel(
            name="DeclaredStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=20, verbose_name="step")),
                ("source", models.CharField(blank=True, max_length=10, verbose_name="from the state")),
                ("target", models.CharField(max_length=10, verbose_name="to the state")),
                ("taken_by_name", models.CharField(max_length=200, verbose_name="person")),
                ("taken_at", models.DateTimeField(verbose_name="time")),
                ("why", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                (
                    "declared",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="awards.declaredhonour",
                        verbose_name="declared honour",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a declared honour",
                "verbose_name_plural": "steps of declared honours",
                "ordering": ["-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Subject",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "subject_kind",
                    models.CharField(
                        choices=[
                            ("individual", "Individual"),
                            ("collective", "Collective"),
                            ("household", "Household"),
                        ],
                        max_length=12,
                        verbose_name="subject",
                    ),
                ),
                ("name", models.CharField(max_length=300, verbose_name="name")),
                ("name_key", models.CharField(db_collation="C", max_length=300, verbose_name="search key")),
                ("sort_key", models.CharField(db_collation="C", max_length=700, verbose_name="sort key")),
                ("birth_date", models.DateField(blank=True, null=True, verbose_name="date of birth")),
                ("birth_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year of birth")),
                ("position", models.CharField(blank=True, max_length=300, verbose_name="position")),
                ("unit", models.CharField(blank=True, max_length=300, verbose_name="unit")),
                (
                    "unit_key",
                    models.CharField(
                        blank=True, db_collation="C", max_length=300, verbose_name="search key of the unit"
                    ),
                ),
                (
                    "target_group",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("senior_executive", "Leaders of ministry or province level and above"),
                            ("department_executive", "Leaders of department level"),
                            ("entrepreneur", "Entrepreneurs"),
                            ("other_executive", "Other leaders from deputy head of division up"),
                            ("direct_worker", "Direct workers"),
                        ],
                        max_length=25,
                        verbose_name="target group",
                    ),
                ),
                (
                    "recipient_key",
                    models.CharField(blank=True, db_collation="C", max_length=400, verbose_name="key of the person"),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clusters.organisation",
                        verbose_name="is the organisation",
                    ),
                ),
                (
                    "collective",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="executives",
                        to="awards.subject",
                        verbose_name="leads the collective",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subjects",
                        to="clusters.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "subject of records",
                "verbose_name_plural": "subjects of records",
                "ordering": ["sort_key", "id"],
            },
        ),
        migrations.AddField(
            model_name="declaredhonour",
            name="subject",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="declared",
                to="awards.subject",
                verbose_name="subject",
            ),
        ),
        migrations.CreateModel(
            name="SubjectMove",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("why", models.CharField(max_length=500, verbose_name="how it is known")),
                ("noted_by_name", models.CharField(max_length=200, verbose_name="noted by")),
                ("noted_at", models.DateTimeField(verbose_name="noted at")),
                (
                    "honour",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="awards.honour",
                        verbose_name="honour",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="awards.subject",
                        verbose_name="subject",
                    ),
                ),
            ],
            options={
                "verbose_name": "move of a subject",
                "verbose_name_plural": "moves of subjects",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="TitleShare",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "share_percent",
                    models.DecimalField(decimal_places=2, max_digits=5, verbose_name="share in per cent"),
                ),
                (
                    "base",
                    models.CharField(
                        choices=[
                            ("council_members", "of all members of the Council"),
                            ("council_present", "of the members present"),
                            ("valid_votes", "of the valid votes"),
                            ("cluster_leaders", "of the leaders of the province's clusters and blocks"),
                            ("ldtt_holders", "of those given “Lao động tiên tiến”"),
                            ("headcount", "of the people of the unit"),
                        ],
                        max_length=20,
                        verbose_name="share of",
                    ),
                ),
                ("document", models.CharField(max_length=300, verbose_name="number and date of the document")),
                ("during", emulation.core.models.fields.PeriodField(verbose_name="in force")),
                (
                    "award",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="awards.award",
                        verbose_name="award",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="title_shares",
                        to="clusters.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "share set by a province",
                "verbose_name_plural": "shares set by provinces",
                "ordering": ["award__position", "-during"],
            },
        ),
        migrations.CreateModel(
            name="YearRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                (
                    "rating",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("excellent", "Excellent: tasks completed excellently"),
                            ("good", "Good: tasks completed well"),
                            ("completed", "Tasks completed"),
                            ("not_completed", "Tasks not completed"),
                        ],
                        max_length=15,
                        verbose_name="rating of the year",
                    ),
                ),
                ("initiative", models.CharField(blank=True, max_length=300, verbose_name="initiative or topic")),
                (
                    "initiative_scope",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("grassroots", "In the unit (grassroots)"),
                            ("province", "In the ministry or province"),
                            ("national", "In the whole country"),
                        ],
                        max_length=12,
                        verbose_name="scope of influence",
                    ),
                ),
                ("recognised_by", models.CharField(blank=True, max_length=200, verbose_name="recognised by")),
                ("headcount", models.PositiveIntegerField(blank=True, null=True, verbose_name="headcount")),
                ("completed", models.PositiveIntegerField(blank=True, null=True, verbose_name="completed their tasks")),
                (
                    "advanced",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="hold the title Advanced Worker"),
                ),
                (
                    "fighters",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="hold the title Grassroots Fighter"
                    ),
                ),
                (
                    "discipline",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "No discipline"),
                            ("reprimand", "Reprimand"),
                            ("warning", "Warning or graver"),
                        ],
                        max_length=10,
                        verbose_name="gravest discipline",
                    ),
                ),
                ("version", models.PositiveIntegerField(db_default=1, default=1, verbose_name="version")),
                ("entered_by_name", models.CharField(max_length=200, verbose_name="entered by")),
                ("entered_at", models.DateTimeField(verbose_name="entered at")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clusters.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "proof",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clusters.paper",
                        verbose_name="proof",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="years",
                        to="awards.subject",
                        verbose_name="subject",
                    ),
                ),
            ],
            options={
                "verbose_name": "record of a year",
                "verbose_name_plural": "records of years",
                "ordering": ["-year"],
            },
        ),
        migrations.AddIndex(
            model_name="subject",
            index=models.Index(fields=["organisation", "sort_key", "id"], name="subject_by_office"),
        ),
        migrations.AddConstraint(
            model_name="subject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "subject_kind__in",
                        [
                            "individual",
                            "collective",
                            "household",
                        ],
                    )
                ),
                name="subject_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="subject",
            constraint=models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="subject_has_name"),
        ),
        migrations.AddConstraint(
            model_name="subject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("target_group", ""),
                    (
                        "target_group__in",
                        [
                            "senior_executive",
                            "department_executive",
                            "entrepreneur",
                            "other_executive",
                            "direct_worker",
                        ],
                    ),
                    _connector="OR",
                ),
                name="subject_group_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="subject",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recipient_key", ""), _negated=True),
                fields=("organisation", "recipient_key"),
                name="subject_person_once",
                violation_error_message="This person is in the book of records already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="subject",
            constraint=models.UniqueConstraint(
                condition=models.Q(("subject_kind", "collective")),
                fields=("organisation", "sort_key", "unit_key"),
                name="subject_collective_once",
                violation_error_message="This collective is in the book of records already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="declaredhonour",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "declared",
                            "at_centre",
                            "confirmed",
                            "refused",
                            "withdrawn",
                        ],
                    )
                ),
                name="declared_honour_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="declaredhonour",
            constraint=models.CheckConstraint(
                condition=models.Q(("decision_number", ""), _negated=True), name="declared_honour_has_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="declaredhonour",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("achievement_year__isnull", True),
                    ("achievement_year__lte", models.F("decision_date__year")),
                    _connector="OR",
                ),
                name="declared_honour_year_not_after_decision",
                violation_error_message="The year of the achievement lies after the decision.",
            ),
        ),
        migrations.AddConstraint(
            model_name="declaredhonour",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        (
                            "declared",
                            "at_centre",
                            "confirmed",
                        ),
                    )
                ),
                fields=("subject", "award", "decision_number", "decision_date"),
                name="declared_honour_once",
                violation_error_message="This honour is declared already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectmove",
            constraint=models.UniqueConstraint(fields=("subject", "honour"), name="subject_move_once"),
        ),
        migrations.AddConstraint(
            model_name="subjectmove",
            constraint=models.CheckConstraint(
                condition=models.Q(("why", ""), _negated=True), name="subject_move_has_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="titleshare",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[("organisation", "="), ("award", "="), ("during", "&&")],
                name="title_share_once_a_day",
                violation_error_message="Another share of this award stands in that time; end that one first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="titleshare",
            constraint=models.CheckConstraint(
                condition=models.Q(("share_percent__gt", 0), ("share_percent__lte", 100)), name="title_share_in_range"
            ),
        ),
        migrations.AddConstraint(
            model_name="titleshare",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "base__in",
                        [
                            "cluster_leaders",
                            "ldtt_holders",
                            "headcount",
                        ],
                    )
                ),
                name="title_share_of_its_base",
            ),
        ),
        migrations.AddConstraint(
            model_name="titleshare",
            constraint=models.CheckConstraint(
                condition=models.Q(("document", ""), _negated=True), name="title_share_has_document"
            ),
        ),
        migrations.AddConstraint(
            model_name="yearrecord",
            constraint=models.UniqueConstraint(
                fields=("subject", "year"),
                name="year_record_once",
                violation_error_message="This year is recorded already. Open it and change it there.",
            ),
        ),
        migrations.AddConstraint(
            model_name="yearrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(("year__range", (1975, 2200))), name="year_record_in_range"
            ),
        ),
        migrations.AddConstraint(
            model_name="yearrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("rating", ""),
                    (
                        "rating__in",
                        [
                            "excellent",
                            "good",
                            "completed",
                            "not_completed",
                        ],
                    ),
                    _connector="OR",
                ),
                name="year_record_rating",
            ),
        ),
        migrations.AddConstraint(
            model_name="yearrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("discipline", ""),
                    (
                        "discipline__in",
                        [
                            "none",
                            "reprimand",
                            "warning",
                        ],
                    ),
                    _connector="OR",
                ),
                name="year_record_discipline",
            ),
        ),
        migrations.AddConstraint(
            model_name="yearrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("initiative", ""), ("initiative_scope", "")),
                    models.Q(
                        models.Q(("initiative", ""), _negated=True),
                        (
                            "initiative_scope__in",
                            [
                                "grassroots",
                                "province",
                                "national",
                            ],
                        ),
                    ),
                    _connector="OR",
                ),
                name="year_record_initiative_with_scope",
                violation_error_message="An initiative is recorded with its title and its scope of influence.",
            ),
        ),
        migrations.AddConstraint(
            model_name="yearrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("completed__isnull", True),
                    ("headcount__isnull", True),
                    ("completed__lte", models.F("headcount")),
                    _connector="OR",
                ),
                name="year_record_completed_within",
                violation_error_message="No part of the collective is larger than its headcount.",
            ),
        ),
        migrations.AddConstraint(
            model_name="yearrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("advanced__isnull", True),
                    ("headcount__isnull", True),
                    ("advanced__lte", models.F("headcount")),
                    _connector="OR",
                ),
                name="year_record_advanced_within",
                violation_error_message="No part of the collective is larger than its headcount.",
            ),
        ),
        migrations.AddConstraint(
            model_name="yearrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("fighters__isnull", True),
                    ("headcount__isnull", True),
                    ("fighters__lte", models.F("headcount")),
                    _connector="OR",
                ),
                name="year_record_fighters_within",
                violation_error_message="No part of the collective is larger than its headcount.",
            ),
        ),
        migrations.RunSQL(STAND, FALL),
    ]
