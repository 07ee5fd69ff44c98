"""Lists of years: a file, its rows with what becomes of each; steps are kept."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


STAND = """
CREATE TRIGGER awards_yearliststep_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awards_yearliststep
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""
FALL = "DROP TRIGGER awards_yearliststep_append_only ON awards_yearliststep;"


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0016_lists_of_proposals"),
        ("clusters", "0022_province_conferences"),
        ("core", "0005_user_name_whatever_capitals"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="YearList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file", models.FileField(max_length=300, upload_to="lists/%Y/%m", verbose_name="file")),
                ("file_name", models.CharField(max_length=255, verbose_name="file name")),
                ("file_size", models.PositiveIntegerField(verbose_name="size in bytes")),
                ("checksum", models.CharField(max_length=64, verbose_name="checksum")),
                ("account", models.JSONField(default=dict, verbose_name="what became of every row")),
                ("created_at", models.DateTimeField(verbose_name="sent in at")),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year")),
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
                            ("checked", "Checked, not yet in the book of records"),
                            ("taken", "In the book of records"),
                            ("aside", "Put aside"),
                        ],
                        db_default="received",
                        default="received",
                        max_length=10,
                        verbose_name="state",
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
            ],
            options={
                "verbose_name": "list of years",
                "verbose_name_plural": "lists of years",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="YearListRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sheet", models.CharField(blank=True, max_length=120, verbose_name="sheet")),
                ("row", models.PositiveIntegerField(verbose_name="row")),
                ("nth", models.PositiveSmallIntegerField(default=0, verbose_name="honour of the row")),
                ("name", models.CharField(blank=True, max_length=300, verbose_name="name")),
                ("unit", models.CharField(blank=True, max_length=300, verbose_name="unit")),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year")),
                ("said", models.JSONField(default=dict, verbose_name="what it says")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "New year"),
                            ("adds", "Adds to what is recorded"),
                            ("known", "Recorded already"),
                            ("refused", "Not taken"),
                        ],
                        max_length=10,
                        verbose_name="result",
                    ),
                ),
                ("column", models.CharField(blank=True, max_length=40, verbose_name="column")),
                ("code", models.CharField(blank=True, max_length=40, verbose_name="kind of problem")),
                ("seen", models.CharField(blank=True, max_length=300, verbose_name="seen")),
                ("detail", models.CharField(blank=True, max_length=400, verbose_name="expected")),
                (
                    "record",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="awards.yearrecord",
                        verbose_name="record of a year",
                    ),
                ),
                (
                    "year_list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="awards.yearlist",
                        verbose_name="list of years",
                    ),
                ),
            ],
            options={
                "verbose_name": "row of a list of years",
                "verbose_name_plural": "rows of lists of years",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="YearListStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=20, verbose_name="step")),
                ("source", models.CharField(blank=True, max_length=10, verbose_name="from the state")),
                ("target", models.CharField(max_length=10, verbose_name="to the state")),
                ("taken_by_name", models.CharField(max_length=200, verbose_name="person")),
                ("taken_at", models.DateTimeField(verbose_name="time")),
                ("why", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                (
                    "year_list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="awards.yearlist",
                        verbose_name="list of years",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a list of years",
                "verbose_name_plural": "steps of lists of years",
                "ordering": ["-id"],
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="yearlist",
            index=models.Index(fields=["organisation", "-id"], name="year_list_by_office"),
        ),
        migrations.AddConstraint(
            model_name="yearlist",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["received", "unreadable", "checked", "taken", "aside"])),
                name="year_list_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="yearlist",
            constraint=models.CheckConstraint(
                condition=models.Q(("subject_kind__in", ["individual", "collective"])),
                name="year_list_subject_known",
                violation_error_message="Years are recorded of people and of collectives.",
            ),
        ),
        migrations.AddIndex(
            model_name="yearlistrow",
            index=models.Index(fields=["year_list", "state", "id"], name="year_list_row_by_state"),
        ),
        migrations.AddConstraint(
            model_name="yearlistrow",
            constraint=models.UniqueConstraint(fields=("year_list", "sheet", "row", "nth"), name="year_list_row_once"),
        ),
        migrations.AddConstraint(
            model_name="yearlistrow",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["new", "adds", "known", "refused"])), name="year_list_row_state_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="yearlistrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "refused"), models.Q(("code", ""), _negated=True)),
                    models.Q(models.Q(("state", "refused"), _negated=True), ("code", "")),
                    _connector="OR",
                ),
                name="year_list_row_refused_has_reason",
            ),
        ),
        migrations.RunSQL(STAND, FALL),
    ]
