"""A figure is never moved to another sheet; remarks are only added to."""

from django.db import migrations

STAY = """
CREATE OR REPLACE FUNCTION clusters_refuse_figure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sheet_state text;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'figures are never deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.sheet_id <> OLD.sheet_id THEN
        RAISE EXCEPTION 'a figure stays in its sheet' USING ERRCODE = 'restrict_violation';
    END IF;
    SELECT state INTO sheet_state FROM clusters_figuresheet WHERE id = NEW.sheet_id;
    IF sheet_state NOT IN ('draft', 'returned') THEN
        RAISE EXCEPTION 'figures of a sheet that is % do not change', sheet_state
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clusters_figureremark_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON clusters_figureremark
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""

GO = """
DROP TRIGGER clusters_figureremark_append_only ON clusters_figureremark;
"""


class Migration(migrations.Migration):
    dependencies = [("clusters", "0005_figures_stand")]

    operations = [migrations.RunSQL(STAY, GO)]
