"""Mergers that were applied; what one did is only added to."""

import django.db.models.deletion
from django.db import migrations, models

STAND = "\n".join(
    f"CREATE TRIGGER clusters_{name}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON clusters_{name}"
    " FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();"
    for name in ("merger", "mergedorganisation")
)
FALL = "\n".join(
    f"DROP TRIGGER clusters_{name}_append_only ON clusters_{name};" for name in ("merger", "mergedorganisation")
)


class Migration(migrations.Migration):
    dependencies = [
        ("clusters", "0015_conference_ballots_stand"),
    ]

    operations = [
        migrations.CreateModel(
            name="Merger",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="day")),
                ("legal_basis", models.CharField(max_length=300, verbose_name="legal basis")),
                ("applied_at", models.DateTimeField(verbose_name="applied at")),
                ("applied_by_name", models.CharField(max_length=200, verbose_name="applied by")),
                ("counts", models.JSONField(verbose_name="what it did")),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mergers",
                        to="clusters.organisation",
                        verbose_name="successor",
                    ),
                ),
            ],
            options={
                "verbose_name": "merger",
                "verbose_name_plural": "mergers",
                "ordering": ["-day", "successor__sort_key", "id"],
            },
        ),
        migrations.CreateModel(
            name="MergedOrganisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "organisation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_by",
                        to="clusters.organisation",
                        verbose_name="predecessor",
                    ),
                ),
                (
                    "merger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="clusters.merger",
                        verbose_name="merger",
                    ),
                ),
            ],
            options={
                "verbose_name": "predecessor of a merger",
                "verbose_name_plural": "predecessors of mergers",
                "ordering": ["organisation__sort_key", "id"],
            },
        ),
        migrations.AddConstraint(
            model_name="merger",
            constraint=models.UniqueConstraint(
                fields=("successor", "day"),
                name="merger_once",
                violation_error_message="This merger was applied already; it is not run twice.",
            ),
        ),
        migrations.RunSQL(STAND, FALL),
    ]
