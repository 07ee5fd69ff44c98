"""An entry tells of other records than its subject; like the entry, that is added and read, nothing else."""

import django.db.models.deletion
from django.db import migrations, models

REFUSE = """
CREATE TRIGGER core_auditmention_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON core_auditmention
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""

ALLOW = "DROP TRIGGER core_auditmention_append_only ON core_auditmention;"


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0009_quota_of_stored_files"),
    ]

    operations = [
        migrations.CreateModel(
            name="AuditMention",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject_kind", models.CharField(max_length=60, verbose_name="kind of record")),
                ("subject_id", models.BigIntegerField(verbose_name="record number")),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="core.auditentry",
                        verbose_name="audit entry",
                    ),
                ),
            ],
            options={
                "verbose_name": "record mentioned in the audit",
                "verbose_name_plural": "records mentioned in the audit",
                "ordering": ["id"],
                "indexes": [
                    models.Index(fields=["subject_kind", "subject_id"], name="audit_mention_by_subject")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("entry", "subject_kind", "subject_id"), name="audit_mention_once"
                    )
                ],
            },
        ),
        migrations.RunSQL(REFUSE, ALLOW),
    ]
