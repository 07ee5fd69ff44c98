from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0005_register_at_a_million"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="honourbatch",
            name="honour_batch_state_known",
        ),
        migrations.AddField(
            model_name="honourbatch",
            name="columns_kept_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="columns as confirmed at"),
        ),
        migrations.AddField(
            model_name="honourbatch",
            name="refused_checksum",
            field=models.CharField(blank=True, max_length=64, verbose_name="checksum of the refused rows"),
        ),
        migrations.AddField(
            model_name="honourbatch",
            name="refused_file",
            field=models.FileField(blank=True, max_length=300, upload_to="lists/%Y/%m", verbose_name="refused rows"),
        ),
        migrations.AddField(
            model_name="honourbatch",
            name="undone_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="undone at"),
        ),
        migrations.AddField(
            model_name="honourbatch",
            name="undone_by",
            field=models.CharField(blank=True, max_length=200, verbose_name="undone by"),
        ),
        migrations.AddField(
            model_name="honourbatch",
            name="undone_why",
            field=models.TextField(blank=True, verbose_name="why it was undone"),
        ),
        migrations.AlterField(
            model_name="honourbatch",
            name="state",
            field=models.CharField(
                choices=[
                    ("received", "Received, not yet read"),
                    ("unreadable", "Could not be read as a list"),
                    ("uploaded", "Waiting for your confirmation of the columns"),
                    ("checked", "Checked, not yet in the register"),
                    ("accepted", "In the register"),
                    ("undone", "Undone"),
                    ("discarded", "Discarded"),
                ],
                default="received",
                max_length=10,
                verbose_name="state",
            ),
        ),
        migrations.AddConstraint(
            model_name="honourbatch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "received",
                            "unreadable",
                            "uploaded",
                            "checked",
                            "accepted",
                            "undone",
                            "discarded",
                        ],
                    )
                ),
                name="honour_batch_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="honourbatch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "undone"), _negated=True),
                    models.Q(("undone_at__isnull", False), models.Q(("undone_why", ""), _negated=True)),
                    _connector="OR",
                ),
                name="honour_batch_undone_has_reason",
            ),
        ),
    ]
