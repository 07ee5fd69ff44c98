"""A closed conference stands with its agenda, attendance and documents; what it went through is only added to."""

from django.db import migrations

PARTS = ("conferenceitem", "attendance", "conferencepaper")

STEPS = """
CREATE TRIGGER clusters_conferencestep_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON clusters_conferencestep
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""
NO_STEPS = "DROP TRIGGER clusters_conferencestep_append_only ON clusters_conferencestep;"

CONFERENCE = """
CREATE FUNCTION clusters_refuse_conference() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a conference is never deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.state IN ('closed', 'cancelled') THEN
        RAISE EXCEPTION 'a conference that is over does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clusters_conference_stands BEFORE UPDATE OR DELETE ON clusters_conference
    FOR EACH ROW EXECUTE FUNCTION clusters_refuse_conference();
CREATE FUNCTION clusters_refuse_conference_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    its_conference bigint;
BEGIN
    its_conference := CASE TG_OP WHEN 'DELETE' THEN OLD.conference_id ELSE NEW.conference_id END;
    IF EXISTS (SELECT FROM clusters_conference WHERE id = its_conference AND state IN ('closed', 'cancelled')) THEN
        RAISE EXCEPTION 'a conference that is over does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
""" + "\n".join(
    f"CREATE TRIGGER clusters_{name}_stands BEFORE INSERT OR UPDATE OR DELETE ON clusters_{name}"
    " FOR EACH ROW EXECUTE FUNCTION clusters_refuse_conference_part();"
    for name in PARTS
)
NO_CONFERENCE = "\n".join(f"DROP TRIGGER clusters_{name}_stands ON clusters_{name};" for name in PARTS) + """
DROP FUNCTION clusters_refuse_conference_part();
DROP TRIGGER clusters_conference_stands ON clusters_conference;
DROP FUNCTION clusters_refuse_conference();
"""


class Migration(migrations.Migration):
    dependencies = [("clusters", "0009_conferences_and_activities")]

    operations = [
        migrations.RunSQL(STEPS, NO_STEPS),
        migrations.RunSQL(CONFERENCE, NO_CONFERENCE),
    ]
