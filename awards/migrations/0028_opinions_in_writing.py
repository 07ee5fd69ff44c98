"""A Council asked in writing, without a meeting: where a stage of the procedure lets it, until which day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0027_decision_numbers_searched"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="sittingseat",
            name="sitting_attendance_known",
        ),
        migrations.AddField(
            model_name="procedurestage",
            name="in_writing",
            field=models.BooleanField(default=False, verbose_name="may be asked in writing, without a meeting"),
        ),
        migrations.AddField(
            model_name="sitting",
            name="votes_until",
            field=models.DateField(blank=True, null=True, verbose_name="last day of votes in writing"),
        ),
        migrations.AddField(
            model_name="sittingitem",
            name="in_writing_by",
            field=models.CharField(blank=True, default="", max_length=300, verbose_name="asked in writing by"),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="sitting",
            name="place",
            field=models.CharField(blank=True, max_length=300, verbose_name="place"),
        ),
        migrations.AlterField(
            model_name="sittingseat",
            name="attendance",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "Not recorded yet"),
                    ("present", "Present"),
                    ("absent", "Absent"),
                    ("written", "Absent, votes in writing"),
                    ("on_screen", "Votes on the own screen"),
                    ("on_paper", "Votes on paper"),
                ],
                default="",
                max_length=10,
                verbose_name="attendance",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurestage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("in_writing", False), models.Q(("stage", "consider"), ("verified", True)), _connector="OR"
                ),
                name="procedure_stage_in_writing_by_provision",
                violation_error_message="A Council is asked in writing only where a provision says so; verify it first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sitting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("votes_until__isnull", True),
                    models.Q(("current__isnull", True), ("place", ""), ("votes_until__gte", models.F("held_on"))),
                    _connector="OR",
                ),
                name="sitting_in_writing_has_no_place",
            ),
        ),
        migrations.AddConstraint(
            model_name="sittingseat",
            constraint=models.CheckConstraint(
                condition=models.Q(("attendance__in", ["", "present", "absent", "written", "on_screen", "on_paper"])),
                name="sitting_attendance_known",
            ),
        ),
    ]
