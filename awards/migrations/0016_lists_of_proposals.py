"""Lists of proposals: a file, its rows, the dossiers that they became; steps are kept."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


STAND = """
CREATE TRIGGER awards_submissionstep_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awards_submissionstep
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""
FALL = "DROP TRIGGER awards_submissionstep_append_only ON awards_submissionstep;"


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0015_consultations"),
        ("clusters", "0022_province_conferences"),
        ("core", "0005_user_name_whatever_capitals"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file", models.FileField(max_length=300, upload_to="lists/%Y/%m", verbose_name="file")),
                ("file_name", models.CharField(max_length=255, verbose_name="file name")),
                ("file_size", models.PositiveIntegerField(verbose_name="size in bytes")),
                ("checksum", models.CharField(max_length=64, verbose_name="checksum")),
                ("account", models.JSONField(default=dict, verbose_name="what became of every row")),
                ("created_at", models.DateTimeField(verbose_name="sent in at")),
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "Received, not yet read"),
                            ("unreadable", "Could not be read as a list"),
                            ("judged", "Judged row by row, not sent yet"),
                            ("sent", "Its good rows are sent"),
                            ("withdrawn", "Withdrawn with all of its dossiers"),
                        ],
                        db_default="received",
                        default="received",
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
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="sent in by",
                    ),
                ),
                (
                    "job",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.job",
                        verbose_name="current job",
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
            ],
            options={
                "verbose_name": "list of proposals",
                "verbose_name_plural": "lists of proposals",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="SubmissionRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sheet", models.CharField(blank=True, max_length=120, verbose_name="sheet")),
                ("row", models.PositiveIntegerField(verbose_name="row")),
                ("nth", models.PositiveSmallIntegerField(default=0, verbose_name="honour of the row")),
                ("name", models.CharField(blank=True, max_length=300, verbose_name="name")),
                ("unit", models.CharField(blank=True, max_length=300, verbose_name="unit")),
                ("code", models.CharField(blank=True, max_length=40, verbose_name="kind of problem")),
                ("seen", models.CharField(blank=True, max_length=300, verbose_name="seen")),
                ("detail", models.CharField(blank=True, max_length=400, verbose_name="expected")),
                (
                    "nomination",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="awards.nomination",
                        verbose_name="dossier of commendation",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="awards.submission",
                        verbose_name="list of proposals",
                    ),
                ),
            ],
            options={
                "verbose_name": "row of a list of proposals",
                "verbose_name_plural": "rows of lists of proposals",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="SubmissionStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=20, verbose_name="step")),
                ("source", models.CharField(blank=True, max_length=10, verbose_name="from the state")),
                ("target", models.CharField(max_length=10, verbose_name="to the state")),
                ("taken_by_name", models.CharField(max_length=200, verbose_name="person")),
                ("taken_at", models.DateTimeField(verbose_name="time")),
                ("why", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="awards.submission",
                        verbose_name="list of proposals",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a list of proposals",
                "verbose_name_plural": "steps of lists of proposals",
                "ordering": ["-id"],
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="submission",
            index=models.Index(fields=["organisation", "-id"], name="submission_by_nominator"),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "received",
                            "unreadable",
                            "judged",
                            "sent",
                            "withdrawn",
                        ],
                    )
                ),
                name="submission_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
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
                name="submission_subject_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "unreadable",
                            "withdrawn",
                        ],
                    ),
                    _negated=True,
                ),
                fields=("organisation", "award", "subject_kind", "checksum"),
                name="submission_file_once",
                violation_error_message="This very file was sent in for the same award already. Open that list.",
            ),
        ),
        migrations.AddConstraint(
            model_name="submissionrow",
            constraint=models.UniqueConstraint(
                fields=("submission", "sheet", "row", "nth"), name="submission_row_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="submissionrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("code", ""), ("nomination__isnull", False)),
                    models.Q(("nomination__isnull", True), models.Q(("code", ""), _negated=True)),
                    _connector="OR",
                ),
                name="submission_row_dossier_or_reason",
            ),
        ),
        migrations.RunSQL(STAND, FALL),
    ]
