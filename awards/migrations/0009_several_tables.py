"""A list may hold several tables on several sheets, and a row several honours."""


from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0008_honour_steps"),
        ("clusters", "0018_steps_of_everything"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="importproblem",
            options={
                "ordering": ["id"],
                "verbose_name": "problem in a list",
                "verbose_name_plural": "problems in lists",
            },
        ),
        migrations.RemoveConstraint(
            model_name="honour",
            name="honour_row_taken_once",
        ),
        migrations.RemoveConstraint(
            model_name="importrow",
            name="import_row_once",
        ),
        migrations.RemoveIndex(
            model_name="importproblem",
            name="import_problem_in_order",
        ),
        migrations.AddField(
            model_name="honour",
            name="batch_nth",
            field=models.PositiveSmallIntegerField(db_default=0, default=0, verbose_name="honour of the row"),
        ),
        migrations.AddField(
            model_name="honour",
            name="batch_sheet",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=120, verbose_name="sheet in the list"
            ),
        ),
        migrations.AddField(
            model_name="honourbatch",
            name="other_tables",
            field=models.JSONField(default=dict, verbose_name="what else is known of the tables"),
        ),
        migrations.AddField(
            model_name="importproblem",
            name="rows",
            field=models.TextField(blank=True, db_default="", default="", verbose_name="rows"),
        ),
        migrations.AddField(
            model_name="importproblem",
            name="sheet",
            field=models.CharField(blank=True, db_default="", default="", max_length=120, verbose_name="sheet"),
        ),
        migrations.AddField(
            model_name="importproblem",
            name="times",
            field=models.PositiveIntegerField(db_default=1, default=1, verbose_name="how many rows"),
        ),
        migrations.AddField(
            model_name="importrow",
            name="nth",
            field=models.PositiveSmallIntegerField(db_default=0, default=0, verbose_name="honour of the row"),
        ),
        migrations.AddField(
            model_name="importrow",
            name="sheet",
            field=models.CharField(blank=True, db_default="", default="", max_length=120, verbose_name="sheet"),
        ),
        migrations.AlterField(
            model_name="importproblem",
            name="column",
            field=models.CharField(blank=True, max_length=160, verbose_name="column"),
        ),
        migrations.AddIndex(
            model_name="importproblem",
            index=models.Index(fields=["batch", "id"], name="import_problem_in_order"),
        ),
        migrations.AddConstraint(
            model_name="honour",
            constraint=models.UniqueConstraint(
                fields=("batch", "batch_sheet", "batch_row", "batch_nth"), name="honour_row_taken_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.UniqueConstraint(fields=("batch", "sheet", "row", "nth"), name="import_row_once"),
        ),
    ]
