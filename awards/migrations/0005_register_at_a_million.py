import django.db.models.deletion
from django.db import migrations, models

HALF = "make_date(extract(year FROM decision_date)::int, CASE WHEN extract(month FROM decision_date) < 7 THEN 1 ELSE 7 END, 1)"


def add_up(lines: str) -> str:
    """`lines` have the columns of the register and `change`, +1 or -1; each is added to its award's total and to that
    of all awards, in one order for all, so that two writers wait for each other instead of locking each other out."""
    return f"""
    INSERT INTO awards_honourtally AS kept (organisation_id, award_id, subject_kind, half, count)
    SELECT organisation_id, award_id, subject_kind, half, sum(change)
    FROM (SELECT organisation_id, award_id, subject_kind, {HALF} AS half, change FROM {lines}) AS line
    GROUP BY GROUPING SETS ((organisation_id, award_id, subject_kind, half), (organisation_id, subject_kind, half))
    HAVING sum(change) <> 0 ORDER BY 1, 2, 3, 4
    ON CONFLICT (organisation_id, award_id, subject_kind, half) DO UPDATE SET count = kept.count + excluded.count;
"""


ADDED = "(SELECT *, 1 AS change FROM added WHERE status = 'in_force') AS came"
REMOVED = "(SELECT *, -1 AS change FROM removed WHERE status = 'in_force') AS went"
CHANGED = """(SELECT *, 1 AS change FROM added WHERE status = 'in_force'
      UNION ALL SELECT *, -1 FROM removed WHERE status = 'in_force') AS changed"""
KEEP = f"""
CREATE FUNCTION awards_keep_tally() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    TRUNCATE awards_honourtally;
  ELSIF TG_OP = 'INSERT' THEN
    {add_up(ADDED)}
  ELSIF TG_OP = 'UPDATE' THEN
    {add_up(CHANGED)}
  ELSE
    {add_up(REMOVED)}
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER awards_honour_tally_added AFTER INSERT ON awards_honour
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION awards_keep_tally();
CREATE TRIGGER awards_honour_tally_changed AFTER UPDATE ON awards_honour
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION awards_keep_tally();
CREATE TRIGGER awards_honour_tally_removed AFTER DELETE ON awards_honour
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION awards_keep_tally();
CREATE TRIGGER awards_honour_tally_emptied AFTER TRUNCATE ON awards_honour
  FOR EACH STATEMENT EXECUTE FUNCTION awards_keep_tally();
{add_up("(SELECT *, 1 AS change FROM awards_honour WHERE status = 'in_force') AS stood")}
"""
FORGET = """
DROP TRIGGER awards_honour_tally_added ON awards_honour;
DROP TRIGGER awards_honour_tally_changed ON awards_honour;
DROP TRIGGER awards_honour_tally_removed ON awards_honour;
DROP TRIGGER awards_honour_tally_emptied ON awards_honour;
DROP FUNCTION awards_keep_tally();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0004_register_after_entry"),
        ("clusters", "0003_membership_owner_is_the_clusters"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="honour",
            index=models.Index(fields=["sort_key", "id"], name="honour_by_sort_key"),
        ),
        migrations.CreateModel(
            name="HonourTally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "subject_kind",
                    models.CharField(
                        choices=[
                            ("individual", "Individual"),
                            ("collective", "Collective"),
                            ("household", "Household"),
                        ],
                        max_length=12,
                        verbose_name="subject",
                    ),
                ),
                ("half", models.DateField(verbose_name="first day of the half-year")),
                ("count", models.IntegerField(verbose_name="count")),
                (
                    "award",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="awards.award",
                        verbose_name="award",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="clusters.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "running total of honours",
                "verbose_name_plural": "running totals of honours",
            },
        ),
        migrations.AddConstraint(
            model_name="honourtally",
            constraint=models.UniqueConstraint(
                fields=("organisation", "award", "subject_kind", "half"),
                name="honour_tally_once",
                nulls_distinct=False,
            ),
        ),
        migrations.RunSQL(KEEP, FORGET),
    ]
