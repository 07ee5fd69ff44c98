"""Averages as a way to a cluster's figure. What the head enters is no longer asked of members, so the suggestion that
members report and schemes score, the share of people in towns, becomes theirs."""

import django.db.models.deletion
from django.db import migrations, models

WAYS = ["sum", "ratio", "common_bound", "average", "weighted", "by_head"]


def to_the_members(apps, schema_editor):
    suggested = apps.get_model("clusters", "Indicator").objects.filter(code="do-thi-hoa", verified=False)
    suggested.filter(derivation="by_head").update(derivation="common_bound")


def to_the_head(apps, schema_editor):
    suggested = apps.get_model("clusters", "Indicator").objects.filter(code="do-thi-hoa", verified=False)
    suggested.filter(derivation="common_bound").update(derivation="by_head")


class Migration(migrations.Migration):

    dependencies = [
        ("clusters", "0018_steps_of_everything"),
    ]

    operations = [
        migrations.AddField(
            model_name="indicator",
            name="weighted_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="clusters.indicator",
                verbose_name="weighted by",
            ),
        ),
        migrations.AlterField(
            model_name="indicator",
            name="derivation",
            field=models.CharField(
                choices=[
                    ("sum", "Sum of the members' figures"),
                    ("ratio", "Sum of the parts over sum of the wholes"),
                    ("common_bound", "Bound that holds for every member"),
                    ("average", "Average of the members' figures"),
                    ("weighted", "Average weighted by another indicator"),
                    ("by_head", "Entered by the head of the cluster"),
                ],
                max_length=15,
                verbose_name="figure of the cluster",
            ),
        ),
        migrations.RemoveConstraint(model_name="indicator", name="indicator_derivation_known"),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(("derivation__in", WAYS)), name="indicator_derivation_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("derivation__in", ["average", "weighted"]), _negated=True),
                    models.Q(("value_kind", "ratio"), _negated=True),
                    _connector="OR",
                ),
                name="indicator_average_of_numbers",
                violation_error_message="Parts of a whole are not averaged; add up the parts and the wholes.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("derivation", "weighted"), ("weighted_by__isnull", False)),
                    models.Q(models.Q(("derivation", "weighted"), _negated=True), ("weighted_by__isnull", True)),
                    _connector="OR",
                ),
                name="indicator_weighted_by_something",
                violation_error_message="Only a weighted average names an indicator that it is weighted by.",
            ),
        ),
        migrations.RunPython(to_the_members, to_the_head),
    ]
