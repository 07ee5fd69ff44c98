"""Rows under check are asked for by their list alone: indexes that nothing reads are not kept while COPY writes."""

import django.db.models.deletion
from django.db import migrations, models




class Migration(migrations.Migration):
    dependencies = [("awards", "0020_conflicts"), ("clusters", "0022_province_conferences")]

    operations = [
        migrations.AlterField(
            model_name="importrow",
            name="award",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="awards.award",
                verbose_name="award",
            ),
        ),
        migrations.AlterField(
            model_name="importrow",
            name="batch",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="rows",
                to="awards.honourbatch",
                verbose_name="batch",
            ),
        ),
        migrations.AlterField(
            model_name="importrow",
            name="campaign",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="clusters.campaign",
                verbose_name="campaign",
            ),
        ),
    ]
