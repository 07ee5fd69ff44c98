"""Which days a report counts is chosen for each; those made before counted by the calendar."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0008_kinds_of_reports")]

    operations = [
        migrations.AddField(
            model_name="report",
            name="days",
            field=models.CharField(
                choices=[
                    ("calendar", "By the calendar: 01/01, 30/6, 31/12"),
                    ("cut_off", "By the cut-off days of periodic reports: 15/12 of the year before, 14/6, 14/12"),
                ],
                db_default="calendar",
                default="calendar",
                max_length=8,
                verbose_name="by which days",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(("days__in", ["calendar", "cut_off"])), name="report_days_known"
            ),
        ),
    ]
