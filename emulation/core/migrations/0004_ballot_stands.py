"""A ballot that is counted or annulled stands, with what it asked and who voted; sealed votes exist only while it is
open, and are never rewritten."""

from django.db import migrations

BALLOT = """
CREATE TRIGGER core_ballotstep_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON core_ballotstep
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
CREATE FUNCTION core_refuse_ballot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a ballot is never deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.state IN ('counted', 'annulled') THEN
        RAISE EXCEPTION 'a ballot that is % does not change', OLD.state USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER core_sealedballot_stands BEFORE UPDATE OR DELETE ON core_sealedballot
    FOR EACH ROW EXECUTE FUNCTION core_refuse_ballot();
CREATE FUNCTION core_refuse_ballot_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    its_ballot bigint;
BEGIN
    its_ballot := CASE TG_OP WHEN 'DELETE' THEN OLD.ballot_id ELSE NEW.ballot_id END;
    IF EXISTS (SELECT FROM core_sealedballot WHERE id = its_ballot AND state IN ('counted', 'annulled')) THEN
        RAISE EXCEPTION 'a ballot that is over does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION core_refuse_envelope() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        RAISE EXCEPTION 'a sealed vote does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NOT EXISTS (SELECT FROM core_sealedballot WHERE id = NEW.ballot_id AND state = 'open') THEN
        RAISE EXCEPTION 'votes are taken only while the ballot is open' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER core_ballotenvelope_stands BEFORE INSERT OR UPDATE ON core_ballotenvelope
    FOR EACH ROW EXECUTE FUNCTION core_refuse_envelope();
CREATE TRIGGER core_ballotoption_stands BEFORE INSERT OR UPDATE OR DELETE ON core_ballotoption
    FOR EACH ROW EXECUTE FUNCTION core_refuse_ballot_part();
CREATE TRIGGER core_ballotvoter_stands BEFORE INSERT OR UPDATE OR DELETE ON core_ballotvoter
    FOR EACH ROW EXECUTE FUNCTION core_refuse_ballot_part();
CREATE TRIGGER core_ballotteller_stands BEFORE INSERT OR UPDATE OR DELETE ON core_ballotteller
    FOR EACH ROW EXECUTE FUNCTION core_refuse_ballot_part();
"""
NO_BALLOT = """
DROP TRIGGER core_ballotteller_stands ON core_ballotteller;
DROP TRIGGER core_ballotvoter_stands ON core_ballotvoter;
DROP TRIGGER core_ballotoption_stands ON core_ballotoption;
DROP TRIGGER core_ballotenvelope_stands ON core_ballotenvelope;
DROP FUNCTION core_refuse_envelope();
DROP FUNCTION core_refuse_ballot_part();
DROP TRIGGER core_sealedballot_stands ON core_sealedballot;
DROP FUNCTION core_refuse_ballot();
DROP TRIGGER core_ballotstep_append_only ON core_ballotstep;
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0003_sealed_ballot")]

    operations = [migrations.RunSQL(BALLOT, NO_BALLOT)]
