"""What hangs on a cluster's year no longer changes once the year is closed, and no year is opened again. The database
says so, whoever writes. A table that comes later takes the function of its parent as its trigger. The triggers of a
table fire in the order of their names: this one speaks before those that guard a state (`…_stands`)."""

from django.db import migrations

YEAR = "clusters_clusteryear"
SHEET = "JOIN clusters_figuresheet sheet ON sheet.cluster_year_id = year.id"
SCORING = "JOIN clusters_scoringround scoring ON scoring.cluster_year_id = year.id"
WAYS = {
    "cluster_year": ("", "year.id"),
    "scheme": ("JOIN clusters_scheme scheme ON scheme.cluster_year_id = year.id", "scheme.id"),
    "pact": ("JOIN clusters_pact pact ON pact.cluster_year_id = year.id", "pact.id"),
    "sheet": (SHEET, "sheet.id"),
    "figure": (f"{SHEET} JOIN clusters_figure figure ON figure.sheet_id = sheet.id", "figure.id"),
    "scoring": (SCORING, "scoring.id"),
    "score": (f"{SCORING} JOIN clusters_score score ON score.scoring_id = scoring.id", "score.id"),
    "conference": ("JOIN clusters_conference conference ON conference.cluster_year_id = year.id", "conference.id"),
    "result": ("JOIN clusters_yearresult result ON result.cluster_year_id = year.id", "result.id"),
}
TABLES = {
    "cluster_year": (
        "post",
        "scheme",
        "pact",
        "figuresheet",
        "sheetterm",
        "sheetextension",
        "scoringround",
        "conference",
        "activity",
        "yearresult",
    ),
    "scheme": ("criteriongroup", "criterion", "knockout"),
    "pact": ("pactcommitment", "pactcampaign", "pacttarget", "pactanswer", "pactsignature", "pactstep"),
    "sheet": ("figure", "sheetstep"),
    "figure": ("figureremark", "figureevidence"),
    "scoring": ("scoringtask", "score", "scoringfinish", "knockoutfinding", "scoringstep"),
    "score": ("scoreevidence",),
    "conference": ("conferenceitem", "attendance", "conferencepaper", "conferencestep", "conferenceballot"),
    "result": ("yearplace", "yearproposal", "yearelection", "resultstep"),
}


def refusing(parent: str) -> str:
    """For rows that name their `parent`: where the row was and where it is to be, each a look-up by primary keys."""
    joins, key = WAYS[parent]
    closed = f"EXISTS (SELECT FROM {YEAR} year {joins} WHERE {key} = %s.{parent}_id AND year.closed_on IS NOT NULL)"
    return f"""
CREATE FUNCTION clusters_refuse_closed_by_{parent}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (TG_OP <> 'INSERT' AND {closed % "OLD"})
        OR (TG_OP <> 'DELETE' AND {closed % "NEW"}) THEN
        RAISE EXCEPTION 'the year is closed: % of % is refused', TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
"""


def attached(table: str, parent: str) -> str:
    return (
        f"CREATE TRIGGER clusters_{table}_closed_year BEFORE INSERT OR UPDATE OR DELETE ON clusters_{table}"
        f" FOR EACH ROW EXECUTE FUNCTION clusters_refuse_closed_by_{parent}();\n"
    )


PARTS = "".join(
    refusing(parent) + "".join(attached(table, parent) for table in tables) for parent, tables in TABLES.items()
)
NO_PARTS = "".join(
    "".join(f"DROP TRIGGER clusters_{table}_closed_year ON clusters_{table};\n" for table in tables)
    + f"DROP FUNCTION clusters_refuse_closed_by_{parent}();\n"
    for parent, tables in TABLES.items()
)
YEARS = f"""
CREATE FUNCTION clusters_refuse_closed_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.closed_on IS NOT NULL THEN
        RAISE EXCEPTION 'the year is closed: % of % is refused', TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clusters_clusteryear_closed_year BEFORE UPDATE OR DELETE ON {YEAR}
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_closed_year();
"""
NO_YEARS = f"""
DROP TRIGGER clusters_clusteryear_closed_year ON {YEAR};
DROP FUNCTION clusters_refuse_closed_year();
"""


class Migration(migrations.Migration):
    dependencies = [("clusters", "0016_mergers")]

    operations = [
        migrations.RunSQL(YEARS, NO_YEARS),
        migrations.RunSQL(PARTS, NO_PARTS),
    ]
