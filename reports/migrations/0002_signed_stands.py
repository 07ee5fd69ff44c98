"""A signed report and its files stay as they were signed, whoever asks."""

from django.db import migrations

STAND = """
CREATE FUNCTION reports_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'report % is signed: % of % is refused', OLD.id, TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER reports_report_signed_stands BEFORE UPDATE OR DELETE ON reports_report
    FOR EACH ROW WHEN (OLD.state = 'signed') EXECUTE FUNCTION reports_refuse_change();

CREATE FUNCTION reports_refuse_file() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    signed bigint;
BEGIN
    SELECT id INTO signed FROM reports_report WHERE state = 'signed' AND id IN (OLD.report_id, NEW.report_id);
    IF signed IS NOT NULL THEN
        RAISE EXCEPTION 'report % is signed: % of % is refused', signed, TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER reports_reportfile_signed_stands BEFORE INSERT OR UPDATE OR DELETE ON reports_reportfile
    FOR EACH ROW EXECUTE FUNCTION reports_refuse_file();

CREATE FUNCTION reports_refuse_emptying() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM reports_report WHERE state = 'signed') THEN
        RAISE EXCEPTION 'there are signed reports: % of % is refused', TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER reports_report_signed_kept BEFORE TRUNCATE ON reports_report
    FOR EACH STATEMENT EXECUTE FUNCTION reports_refuse_emptying();
CREATE TRIGGER reports_reportfile_signed_kept BEFORE TRUNCATE ON reports_reportfile
    FOR EACH STATEMENT EXECUTE FUNCTION reports_refuse_emptying();
"""

FALL = """
DROP TRIGGER reports_reportfile_signed_kept ON reports_reportfile;
DROP TRIGGER reports_report_signed_kept ON reports_report;
DROP FUNCTION reports_refuse_emptying();
DROP TRIGGER reports_reportfile_signed_stands ON reports_reportfile;
DROP FUNCTION reports_refuse_file();
DROP TRIGGER reports_report_signed_stands ON reports_report;
DROP FUNCTION reports_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial")]

    operations = [migrations.RunSQL(STAND, FALL)]
