"""Totals without names take the place of totals that were never split; those that are there are carried over."""

import django.db.models.deletion
from django.db import migrations, models

STAND = """
CREATE TRIGGER awards_totalstep_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awards_totalstep
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""
FALL = "DROP TRIGGER awards_totalstep_append_only ON awards_totalstep;"
LONGEST_NUMBER, DAYS_OF_A_HALF = 60, 200


def carry_over(apps, schema_editor):
    """No page ever wrote the old ones. Their source becomes the number of a document of the last day of their period."""
    old, source, total = (apps.get_model("awards", name) for name in ("HonourTotal", "TotalsSource", "DeclaredTotal"))
    for row in old.objects.order_by("pk"):
        first, last = row.during.start, row.during.last_day
        is_whole = (last - first).days > DAYS_OF_A_HALF
        by, _made = source.objects.get_or_create(
            organisation=row.organisation, number=row.source[:LONGEST_NUMBER] or "?", day=last
        )
        total.objects.create(
            organisation=row.organisation,
            year=last.year,
            half=0 if is_whole else 1 if last.month <= 6 else 2,
            days="calendar",
            measure="given",
            report_line=row.report_line,
            subject=row.subject_kind or "together",
            count=row.count,
            source=by,
        )


MEASURES = [
    ("given", "Honours given"),
    ("handed_over", "Awards handed over at the conference"),
    ("share", "Share of direct workers among individuals"),
    ("campaigns", "Thematic emulation campaigns"),
]
SUBJECTS = [
    ("collective", "Collectives"),
    ("individual", "Individuals"),
    ("household", "Households"),
    ("together", "Collectives and individuals together, not split"),
    ("times", "Times awarded, whoever it was"),
]
LEVELS = [
    ("state", "State level"),
    ("province", "Ministry and province level"),
    ("grassroots", "Grassroots level"),
    ("commune", "Commune level"),
]
DAYS = [
    ("calendar", "By the calendar: 01/01, 30/6, 31/12"),
    ("cut_off", "By the cut-off days of periodic reports: 15/12 of the year before, 14/6, 14/12"),
]
Q = models.Q
IN_FORCE = Q(("state", "in_force"))


def belonging(to, name, words, **more):
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=name, to=to, verbose_name=words, **more
    )


def key():
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0013_nominations"),
        ("clusters", "0019_averages"),
        ("core", "0002_append_only"),
    ]

    operations = [
        migrations.CreateModel(
            name="TotalsSource",
            fields=[
                ("id", key()),
                ("number", models.CharField(max_length=60, verbose_name="number of the document")),
                ("day", models.DateField(verbose_name="day of the document")),
                (
                    "file",
                    models.FileField(blank=True, max_length=300, upload_to="totals/%Y/%m", verbose_name="scan"),
                ),
                ("file_name", models.CharField(blank=True, max_length=255, verbose_name="file name")),
                ("size", models.PositiveIntegerField(default=0, verbose_name="size in bytes")),
                ("checksum", models.CharField(blank=True, max_length=64, verbose_name="checksum")),
                ("content_type", models.CharField(blank=True, max_length=100, verbose_name="kind of content")),
                ("organisation", belonging("clusters.organisation", "totals_sources", "organisation")),
            ],
            options={
                "verbose_name": "document that declares totals",
                "verbose_name_plural": "documents that declare totals",
                "constraints": [
                    models.UniqueConstraint(fields=("organisation", "number", "day"), name="totals_source_once"),
                    models.CheckConstraint(
                        condition=Q(("number", ""), _negated=True), name="totals_source_has_number"
                    ),
                    models.CheckConstraint(
                        condition=Q(
                            Q(("checksum", ""), ("file", ""), ("size", 0)),
                            Q(
                                Q(("file", ""), _negated=True),
                                Q(("checksum", ""), _negated=True),
                                ("size__gt", 0),
                            ),
                            _connector="OR",
                        ),
                        name="totals_source_scan_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeclaredTotal",
            fields=[
                ("id", key()),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("half", models.PositiveSmallIntegerField(verbose_name="half of the year")),
                (
                    "days",
                    models.CharField(choices=DAYS, default="calendar", max_length=8, verbose_name="by which days"),
                ),
                ("measure", models.CharField(choices=MEASURES, max_length=12, verbose_name="what is counted")),
                ("level", models.CharField(blank=True, choices=LEVELS, max_length=12, verbose_name="level")),
                ("subject", models.CharField(blank=True, choices=SUBJECTS, max_length=12, verbose_name="subject")),
                ("count", models.PositiveIntegerField(blank=True, null=True, verbose_name="count")),
                (
                    "share",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="share in per cent"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("in_force", "In force"), ("withdrawn", "Withdrawn")],
                        default="in_force",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
                ("organisation", belonging("clusters.organisation", "declared_totals", "organisation")),
                (
                    "report_line",
                    belonging("awards.reportline", "declared_totals", "report line", blank=True, null=True),
                ),
                ("source", belonging("awards.totalssource", "totals", "document")),
            ],
            options={
                "verbose_name": "total without names",
                "verbose_name_plural": "totals without names",
                "ordering": ["-year", "half", "id"],
                "indexes": [models.Index(fields=["-year", "-id"], name="declared_total_by_year")],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(
                            ("year__range", (1948, 2199)),
                            ("half__in", [1, 2, 0]),
                            ("days__in", ["calendar", "cut_off"]),
                        ),
                        name="declared_total_period_known",
                        violation_error_message="A total is of a half or of the whole of a year.",
                    ),
                    models.CheckConstraint(
                        condition=Q(("state__in", ["in_force", "withdrawn"])), name="declared_total_state_known"
                    ),
                    models.CheckConstraint(
                        condition=Q(
                            ("level", ""),
                            Q(
                                ("level__in", ["state", "province", "grassroots", "commune"]),
                                ("report_line__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="declared_total_by_award_or_level",
                        violation_error_message="A total is of an award or of a level, not of both.",
                    ),
                    models.CheckConstraint(
                        condition=Q(
                            Q(
                                ("count__isnull", False),
                                ("measure__in", ["given", "handed_over"]),
                                ("share__isnull", True),
                                ("subject__in", ["collective", "individual", "household", "together", "times"]),
                            ),
                            Q(
                                ("count__isnull", True),
                                ("measure", "share"),
                                ("report_line__isnull", True),
                                ("share__isnull", False),
                                ("subject", ""),
                            ),
                            Q(
                                ("count__isnull", False),
                                ("level", ""),
                                ("measure", "campaigns"),
                                ("report_line__isnull", True),
                                ("share__isnull", True),
                                ("subject", ""),
                            ),
                            _connector="OR",
                        ),
                        name="declared_total_says_its_measure",
                        violation_error_message="A count of awards says whom it counts; a share and a number of "
                        "campaigns count nobody apart.",
                    ),
                    models.CheckConstraint(
                        condition=Q(
                            Q(("count__isnull", True), ("count__lte", 9999999), _connector="OR"),
                            Q(("share__isnull", True), ("share__range", (0, 100)), _connector="OR"),
                        ),
                        name="declared_total_within_reason",
                        violation_error_message="A count has at most seven digits, a share lies between 0% and 100%.",
                    ),
                    models.UniqueConstraint(
                        condition=IN_FORCE,
                        fields=("organisation", "year", "half", "measure", "report_line", "level", "subject"),
                        name="declared_total_once",
                        nulls_distinct=False,
                        violation_error_message="Somebody declared the same total at this moment. Open the list of "
                        "totals, and correct that one.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TotalStep",
            fields=[
                ("id", key()),
                ("name", models.CharField(max_length=20, verbose_name="step")),
                ("source", models.CharField(blank=True, max_length=10, verbose_name="from the state")),
                ("target", models.CharField(max_length=10, verbose_name="to the state")),
                ("taken_by_name", models.CharField(max_length=200, verbose_name="person")),
                ("taken_at", models.DateTimeField(verbose_name="time")),
                ("why", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                ("before", models.JSONField(default=dict, verbose_name="before")),
                ("after", models.JSONField(default=dict, verbose_name="after")),
                ("total", belonging("awards.declaredtotal", "steps", "total without names")),
            ],
            options={
                "verbose_name": "step of a total without names",
                "verbose_name_plural": "steps of totals without names",
                "ordering": ["-id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(("name", "declare"), Q(("why", ""), _negated=True), _connector="OR"),
                        name="total_step_has_reason",
                    ),
                ],
            },
        ),
        migrations.RunSQL(STAND, FALL),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.DeleteModel(name="HonourTotal"),
    ]
