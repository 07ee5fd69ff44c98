"""A result of the year stands once it is frozen; what follows is a later act. Its parts are written only in a draft."""

from django.db import migrations

PARTS = ("yearplace", "yearproposal", "yearelection")

STEPS = """
CREATE TRIGGER clusters_resultstep_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON clusters_resultstep
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""
NO_STEPS = "DROP TRIGGER clusters_resultstep_append_only ON clusters_resultstep;"

RESULT = """
CREATE FUNCTION clusters_refuse_year_result() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a result of the year is never deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.state <> 'draft' THEN
        RAISE EXCEPTION 'a result that is % does not change', OLD.state USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clusters_yearresult_stands BEFORE UPDATE OR DELETE ON clusters_yearresult
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_year_result();
CREATE FUNCTION clusters_refuse_year_result_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    results bigint[];
BEGIN
    results := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.result_id] WHEN 'DELETE' THEN ARRAY[OLD.result_id]
        ELSE ARRAY[OLD.result_id, NEW.result_id] END;
    IF EXISTS (SELECT FROM clusters_yearresult WHERE id = ANY(results) AND state <> 'draft') THEN
        RAISE EXCEPTION 'a result is written only while it is drafted' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
""" + "\n".join(
    f"CREATE TRIGGER clusters_{name}_stands BEFORE INSERT OR UPDATE OR DELETE ON clusters_{name}"
    " FOR EACH ROW EXECUTE FUNCTION clusters_refuse_year_result_part();\n"
    f"CREATE TRIGGER clusters_{name}_kept BEFORE TRUNCATE ON clusters_{name}"
    " FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();"
    for name in PARTS
)
NO_RESULT = "\n".join(
    f"DROP TRIGGER clusters_{name}_kept ON clusters_{name};\nDROP TRIGGER clusters_{name}_stands ON clusters_{name};"
    for name in PARTS
) + """
DROP FUNCTION clusters_refuse_year_result_part();
DROP TRIGGER clusters_yearresult_stands ON clusters_yearresult;
DROP FUNCTION clusters_refuse_year_result();
"""


class Migration(migrations.Migration):
    dependencies = [("clusters", "0011_year_result")]

    operations = [
        migrations.RunSQL(STEPS, NO_STEPS),
        migrations.RunSQL(RESULT, NO_RESULT),
    ]
