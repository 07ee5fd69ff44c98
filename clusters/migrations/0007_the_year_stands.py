"""What was adopted, signed or frozen stands; what was said is only added to. The database says so, whoever writes."""

from django.db import migrations

ADDED_TO = ("pactanswer", "pactsignature", "pactstep", "scoringstep", "sheetextension", "paper")
APPEND_ONLY = "\n".join(
    f"CREATE TRIGGER clusters_{name}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON clusters_{name}"
    " FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();"
    for name in ADDED_TO
)
NO_LONGER = "\n".join(f"DROP TRIGGER clusters_{name}_append_only ON clusters_{name};" for name in ADDED_TO)

SCHEME = """
ALTER TABLE clusters_criterion ADD CONSTRAINT criterion_scheme_is_the_groups
    FOREIGN KEY (group_id, scheme_id) REFERENCES clusters_criteriongroup (id, scheme_id) DEFERRABLE INITIALLY DEFERRED;
CREATE FUNCTION clusters_refuse_adopted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    its_scheme bigint;
BEGIN
    its_scheme := CASE TG_OP WHEN 'DELETE' THEN OLD.scheme_id ELSE NEW.scheme_id END;
    IF EXISTS (SELECT FROM clusters_scheme WHERE id = its_scheme AND state = 'adopted') THEN
        RAISE EXCEPTION 'an adopted regulation does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clusters_criteriongroup_stands BEFORE INSERT OR UPDATE OR DELETE ON clusters_criteriongroup
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_adopted();
CREATE TRIGGER clusters_criterion_stands BEFORE INSERT OR UPDATE OR DELETE ON clusters_criterion
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_adopted();
CREATE TRIGGER clusters_knockout_stands BEFORE INSERT OR UPDATE OR DELETE ON clusters_knockout
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_adopted();
CREATE FUNCTION clusters_refuse_scheme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state = 'adopted' AND (TG_OP = 'DELETE' OR NEW.state = 'adopted') THEN
        RAISE EXCEPTION 'an adopted regulation does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clusters_scheme_stands BEFORE UPDATE OR DELETE ON clusters_scheme
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_scheme();
"""
NO_SCHEME = """
DROP TRIGGER clusters_scheme_stands ON clusters_scheme;
DROP FUNCTION clusters_refuse_scheme();
DROP TRIGGER clusters_knockout_stands ON clusters_knockout;
DROP TRIGGER clusters_criterion_stands ON clusters_criterion;
DROP TRIGGER clusters_criteriongroup_stands ON clusters_criteriongroup;
DROP FUNCTION clusters_refuse_adopted();
ALTER TABLE clusters_criterion DROP CONSTRAINT criterion_scheme_is_the_groups;
"""

PACT = """
CREATE FUNCTION clusters_refuse_signed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    its_pact bigint;
BEGIN
    its_pact := CASE TG_OP WHEN 'DELETE' THEN OLD.pact_id ELSE NEW.pact_id END;
    IF NOT EXISTS (SELECT FROM clusters_pact WHERE id = its_pact AND state = 'draft') THEN
        RAISE EXCEPTION 'a pact changes only while it is drafted' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clusters_pactcommitment_stands BEFORE INSERT OR UPDATE OR DELETE ON clusters_pactcommitment
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_signed();
CREATE TRIGGER clusters_pactcampaign_stands BEFORE INSERT OR UPDATE OR DELETE ON clusters_pactcampaign
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_signed();
CREATE TRIGGER clusters_pacttarget_stands BEFORE INSERT OR UPDATE OR DELETE ON clusters_pacttarget
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_signed();
CREATE FUNCTION clusters_refuse_pact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state = 'in_force' THEN
        RAISE EXCEPTION 'a pact in force does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clusters_pact_stands BEFORE UPDATE OR DELETE ON clusters_pact
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_pact();
"""
NO_PACT = """
DROP TRIGGER clusters_pact_stands ON clusters_pact;
DROP FUNCTION clusters_refuse_pact();
DROP TRIGGER clusters_pacttarget_stands ON clusters_pacttarget;
DROP TRIGGER clusters_pactcampaign_stands ON clusters_pactcampaign;
DROP TRIGGER clusters_pactcommitment_stands ON clusters_pactcommitment;
DROP FUNCTION clusters_refuse_signed();
"""

RESULTS = """
CREATE FUNCTION clusters_refuse_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sheet_state text;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'evidence is never deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    SELECT state INTO sheet_state FROM clusters_figuresheet sheet
        JOIN clusters_figure figure ON figure.sheet_id = sheet.id WHERE figure.id = NEW.figure_id;
    IF sheet_state NOT IN ('draft', 'returned') THEN
        RAISE EXCEPTION 'evidence of figures that are % does not change', sheet_state
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clusters_figureevidence_stands BEFORE INSERT OR UPDATE OR DELETE ON clusters_figureevidence
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_evidence();
"""
NO_RESULTS = """
DROP TRIGGER clusters_figureevidence_stands ON clusters_figureevidence;
DROP FUNCTION clusters_refuse_evidence();
"""

SCORES = """
CREATE FUNCTION clusters_refuse_score() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    most numeric;
    now_at text;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'scores are never deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    SELECT state INTO now_at FROM clusters_scoringround WHERE id = NEW.scoring_id;
    IF now_at <> NEW.kind THEN
        RAISE EXCEPTION 'scores of kind % are not given while the scoring is %', NEW.kind, now_at
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (SELECT FROM clusters_scoringfinish done WHERE done.scoring_id = NEW.scoring_id
               AND done.kind = NEW.kind AND done.organisation_id = NEW.scorer_id) THEN
        RAISE EXCEPTION 'finished scores do not change' USING ERRCODE = 'restrict_violation';
    END IF;
    SELECT maximum INTO most FROM clusters_criterion WHERE id = NEW.criterion_id;
    IF NEW.points > most THEN
        RAISE EXCEPTION 'points above the maximum of the line' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.kind = 'cross' AND NOT EXISTS (SELECT FROM clusters_scoringtask task WHERE task.scoring_id = NEW.scoring_id
               AND task.scorer_id = NEW.scorer_id AND task.scored_id = NEW.scored_id) THEN
        RAISE EXCEPTION 'this member was not assigned to score that one' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clusters_score_stands BEFORE INSERT OR UPDATE OR DELETE ON clusters_score
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_score();
CREATE FUNCTION clusters_refuse_frozen_scoring() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state = 'frozen' OR TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a frozen scoring does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clusters_scoringround_stands BEFORE UPDATE OR DELETE ON clusters_scoringround
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_frozen_scoring();
"""
NO_SCORES = """
DROP TRIGGER clusters_scoringround_stands ON clusters_scoringround;
DROP FUNCTION clusters_refuse_frozen_scoring();
DROP TRIGGER clusters_score_stands ON clusters_score;
DROP FUNCTION clusters_refuse_score();
"""


class Migration(migrations.Migration):
    dependencies = [("clusters", "0006_regulation_pact_results_scores"), ("core", "0002_append_only")]

    operations = [
        migrations.RunSQL(APPEND_ONLY, NO_LONGER),
        migrations.RunSQL(SCHEME, NO_SCHEME),
        migrations.RunSQL(PACT, NO_PACT),
        migrations.RunSQL(RESULTS, NO_RESULTS),
        migrations.RunSQL(SCORES, NO_SCORES),
    ]
