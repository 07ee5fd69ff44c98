"""Of a scoring: assignments and finishes are never taken back, evidence stands with its score, findings once frozen."""

from django.db import migrations

ADDED_TO = ("scoringtask", "scoringfinish")
APPEND_ONLY = "\n".join(
    f"CREATE TRIGGER clusters_{name}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON clusters_{name}"
    " FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();"
    for name in ADDED_TO
)
NO_LONGER = "\n".join(f"DROP TRIGGER clusters_{name}_append_only ON clusters_{name};" for name in ADDED_TO)

EVIDENCE = """
CREATE FUNCTION clusters_refuse_score_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    its_score clusters_score;
    now_at text;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'evidence is never deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    SELECT * INTO its_score FROM clusters_score WHERE id = NEW.score_id;
    SELECT state INTO now_at FROM clusters_scoringround WHERE id = its_score.scoring_id;
    IF its_score.kind <> 'self' OR now_at <> 'self' OR EXISTS (
        SELECT FROM clusters_scoringfinish done WHERE done.scoring_id = its_score.scoring_id
        AND done.kind = 'self' AND done.organisation_id = its_score.scorer_id) THEN
        RAISE EXCEPTION 'evidence is filed beside a self score that is not finished'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clusters_scoreevidence_stands BEFORE INSERT OR UPDATE OR DELETE ON clusters_scoreevidence
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_score_evidence();
"""
NO_EVIDENCE = """
DROP TRIGGER clusters_scoreevidence_stands ON clusters_scoreevidence;
DROP FUNCTION clusters_refuse_score_evidence();
"""

FINDINGS = """
CREATE FUNCTION clusters_refuse_finding() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    its_scoring bigint;
BEGIN
    its_scoring := CASE TG_OP WHEN 'DELETE' THEN OLD.scoring_id ELSE NEW.scoring_id END;
    IF EXISTS (SELECT FROM clusters_scoringround WHERE id = its_scoring AND state = 'frozen') THEN
        RAISE EXCEPTION 'findings of a frozen scoring do not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clusters_knockoutfinding_stands BEFORE INSERT OR UPDATE OR DELETE ON clusters_knockoutfinding
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_finding();
"""
NO_FINDINGS = """
DROP TRIGGER clusters_knockoutfinding_stands ON clusters_knockoutfinding;
DROP FUNCTION clusters_refuse_finding();
"""


class Migration(migrations.Migration):
    dependencies = [("clusters", "0007_the_year_stands")]

    operations = [
        migrations.RunSQL(APPEND_ONLY, NO_LONGER),
        migrations.RunSQL(EVIDENCE, NO_EVIDENCE),
        migrations.RunSQL(FINDINGS, NO_FINDINGS),
    ]
