"""The history of an honour is kept as the steps of everything else are; every row of it stays."""

import django.db.models.deletion
from django.db import migrations, models

FILL = """
UPDATE awards_honourcorrection SET
  name = CASE after ->> 'status' WHEN 'revoked' THEN 'revoke' WHEN 'in_force' THEN 'restore' ELSE 'correct' END,
  source = coalesce(before ->> 'status', 'in_force'),
  target = coalesce(after ->> 'status', 'in_force');
"""
STAND = """
CREATE TRIGGER awards_honourcorrection_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awards_honourcorrection
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""
FALL = """
DROP TRIGGER awards_honourcorrection_append_only ON awards_honourcorrection;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0007_steps_of_everything"),
        ("core", "0002_append_only"),
    ]

    operations = [
        migrations.RenameField(model_name="honourcorrection", old_name="at", new_name="taken_at"),
        migrations.RenameField(model_name="honourcorrection", old_name="by_name", new_name="taken_by_name"),
        migrations.AlterField(
            model_name="honourcorrection",
            name="honour",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="steps",
                to="awards.honour",
                verbose_name="honour",
            ),
        ),
        migrations.AlterField(
            model_name="honourcorrection",
            name="why",
            field=models.CharField(blank=True, max_length=500, verbose_name="reason"),
        ),
        migrations.AddField(
            model_name="honourcorrection",
            name="name",
            field=models.CharField(default="", max_length=20, verbose_name="step"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="honourcorrection",
            name="source",
            field=models.CharField(blank=True, max_length=10, verbose_name="from the state"),
        ),
        migrations.AddField(
            model_name="honourcorrection",
            name="target",
            field=models.CharField(default="", max_length=10, verbose_name="to the state"),
            preserve_default=False,
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunSQL(STAND, FALL),
    ]
