"""A sheet's steps and remarks are only added to; its figures stay in it, and change only while it is with its officer."""

from django.db import migrations

STAND = """
CREATE TRIGGER clusters_sheetstep_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON clusters_sheetstep
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
CREATE TRIGGER clusters_figureremark_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON clusters_figureremark
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
CREATE FUNCTION clusters_refuse_figure() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER clusters_figure_stands BEFORE INSERT OR UPDATE OR DELETE ON clusters_figure
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_figure();
"""

FALL = """
DROP TRIGGER clusters_figure_stands ON clusters_figure;
DROP FUNCTION clusters_refuse_figure();
DROP TRIGGER clusters_figureremark_append_only ON clusters_figureremark;
DROP TRIGGER clusters_sheetstep_append_only ON clusters_sheetstep;
"""


class Migration(migrations.Migration):
    dependencies = [("clusters", "0004_half_year_figures"), ("core", "0002_append_only")]

    operations = [migrations.RunSQL(STAND, FALL)]
