"""Who may not judge a dossier: hands in it, declared kin, namesakes, recusals; one view of all conflicts of interest, found
anew each time; no step of a desk is taken by who has one. Hands of dossiers that are there come out of the journal."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KINDRED = """
CREATE FUNCTION awards_kindred() RETURNS TABLE (body_id bigint, kin_id bigint) LANGUAGE sql STABLE AS $$
    WITH RECURSIVE line (earlier, later) AS (
        SELECT predecessor_id, successor_id FROM clusters_succession
        UNION
        SELECT line.earlier, next.successor_id
        FROM line JOIN clusters_succession next ON next.predecessor_id = line.later
    )
    SELECT id, id FROM clusters_organisation
    UNION ALL SELECT earlier, later FROM line
    UNION ALL SELECT later, earlier FROM line
$$;
"""
CONFLICTING = """
CREATE VIEW awards_interest AS
    SELECT m.user_id, k.kin_id AS body_id
    FROM clusters_mandate m JOIN awards_kindred() k ON k.body_id = m.organisation_id;
CREATE FUNCTION awards_central() RETURNS bigint[] LANGUAGE sql STABLE AS $$
    SELECT array_agg(id) FROM clusters_organisation WHERE kind IN ('central_board', 'central_council')
$$;
CREATE FUNCTION awards_conflicting()
    RETURNS TABLE (matter_id bigint, user_id bigint, desk_id bigint, ground text, state text) LANGUAGE sql STABLE AS $$
    SELECT n.id, m.user_id, desk.id, 'body', n.state::text
    FROM awards_interest m JOIN awards_nomination n ON n.organisation_id = m.body_id
        CROSS JOIN unnest(n.province_id || (SELECT awards_central())) desk (id)
    WHERE desk.id <> n.organisation_id
    UNION ALL
    SELECT n.id, m.user_id, desk.id, 'body', n.state::text
    FROM awards_interest m JOIN awards_nomination n ON n.subject_id = m.body_id
        CROSS JOIN unnest(n.province_id || (SELECT awards_central())) desk (id)
    WHERE desk.id <> n.subject_id
    UNION ALL
    SELECT n.id, m.user_id, desk.id, 'body', n.state::text
    FROM awards_interest m JOIN clusters_organisation unit ON unit.parent_id = m.body_id
        JOIN awards_nomination n ON n.organisation_id = unit.id
        CROSS JOIN unnest((SELECT awards_central())) desk (id)
    UNION ALL
    SELECT n.id, h.user_id, desk.id, 'hand', n.state::text
    FROM awards_nominationhand h JOIN awards_nomination n ON n.id = h.nomination_id
        CROSS JOIN unnest(n.province_id || (SELECT awards_central())) desk (id)
    WHERE desk.id IS NOT NULL
        AND NOT EXISTS (SELECT FROM awards_kindred() k WHERE k.body_id = h.body_id AND k.kin_id = desk.id)
    UNION ALL
    SELECT n.id, u.id, desk.id, 'oneself', n.state::text
    FROM core_user u JOIN awards_nomination n ON n.name_key = u.name_key
        CROSS JOIN unnest(ARRAY[n.organisation_id, n.province_id] || (SELECT awards_central())) desk (id)
    WHERE desk.id IS NOT NULL AND u.name_key <> '' AND n.subject_kind <> 'collective'
        AND NOT EXISTS (SELECT FROM awards_namesake s WHERE s.nomination_id = n.id AND s.user_id = u.id)
    UNION ALL
    SELECT n.id, d.user_id, desk.id, 'kin', n.state::text
    FROM awards_declaredkin d JOIN awards_nomination n ON n.name_key = d.name_key
        CROSS JOIN unnest(ARRAY[n.organisation_id, n.province_id] || (SELECT awards_central())) desk (id)
    WHERE desk.id IS NOT NULL AND d.withdrawn_at IS NULL AND n.subject_kind <> 'collective'
        AND (d.birth_year IS NULL OR n.birth_year IS NULL OR d.birth_year = n.birth_year)
        AND NOT EXISTS (SELECT FROM awards_namesake s WHERE s.nomination_id = n.id AND s.user_id = d.user_id)
    UNION ALL
    SELECT n.id, r.user_id, desk.id, 'recused', n.state::text
    FROM awards_recusal r JOIN awards_nomination n ON n.id = r.nomination_id
        CROSS JOIN unnest(ARRAY[n.organisation_id, n.province_id] || (SELECT awards_central())) desk (id)
    WHERE desk.id IS NOT NULL AND r.lifted_at IS NULL
    UNION ALL
    SELECT n.id, r.user_id, desk.id, 'recused', n.state::text
    FROM awards_recusal r JOIN awards_nomination left_ ON left_.id = r.nomination_id
        JOIN awards_nomination n ON n.name_key = left_.name_key AND n.id <> left_.id
            AND (n.subject_id = left_.subject_id OR (n.recipient_key = left_.recipient_key AND n.recipient_key <> ''))
        CROSS JOIN unnest(ARRAY[n.organisation_id, n.province_id] || (SELECT awards_central())) desk (id)
    WHERE desk.id IS NOT NULL AND r.lifted_at IS NULL
$$;
CREATE VIEW awards_conflict AS
    SELECT matter_id || '-' || user_id || '-' || desk_id || '-' || ground AS key, matter_id, user_id, desk_id, ground
    FROM awards_conflicting() WHERE state NOT IN ('awarded', 'declined', 'withdrawn');
"""
STAND = """
CREATE FUNCTION awards_refuse_conflicting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    one record;
BEGIN
    FOR one IN
        SELECT taken_by_id, desk_id, array_agg(nomination_id) AS matters FROM added
        WHERE taken_by_id IS NOT NULL AND desk_id IS NOT NULL GROUP BY 1, 2
    LOOP
        IF EXISTS (
            SELECT FROM awards_conflicting() c
            WHERE c.user_id = one.taken_by_id AND c.desk_id = one.desk_id AND c.matter_id = ANY (one.matters)
        ) THEN
            RAISE EXCEPTION 'account % has a conflict of interest with a dossier of its step', one.taken_by_id
                USING ERRCODE = 'restrict_violation';
        END IF;
    END LOOP;
    RETURN NULL;
END $$;
CREATE TRIGGER awards_nominationstep_no_conflict AFTER INSERT ON awards_nominationstep
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION awards_refuse_conflicting();
CREATE FUNCTION awards_refuse_conflicting_opinion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM awards_review r JOIN awards_conflicting() c ON c.matter_id = r.nomination_id AND c.desk_id = r.body_id
        WHERE r.id = NEW.review_id AND c.user_id = NEW.appraiser_id
    ) THEN
        RAISE EXCEPTION 'account % has a conflict of interest with the dossier of its opinion', NEW.appraiser_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER awards_appraisal_no_conflict BEFORE INSERT OR UPDATE OF state, conclusion, opinion ON awards_appraisal
    FOR EACH ROW EXECUTE FUNCTION awards_refuse_conflicting_opinion();
CREATE TRIGGER awards_namesake_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awards_namesake
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
CREATE TRIGGER awards_nominationhand_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awards_nominationhand
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""
HANDS = """
INSERT INTO awards_nominationhand (nomination_id, user_id, body_id, first_at)
SELECT n.id, e.actor_id, body.id, min(e.at)
FROM core_auditentry e JOIN awards_nomination n ON e.subject_kind = 'awards.nomination' AND e.subject_id = n.id::text
    JOIN core_user u ON u.id = e.actor_id
    CROSS JOIN LATERAL (VALUES (n.organisation_id), (n.province_id), (n.board_id)) body (id)
WHERE EXISTS (
    SELECT FROM clusters_mandate m JOIN awards_kindred() k ON k.body_id = m.organisation_id
    WHERE m.user_id = e.actor_id AND k.kin_id = body.id
)
GROUP BY n.id, e.actor_id, body.id;
"""
FALL = """
DROP TRIGGER awards_nominationhand_append_only ON awards_nominationhand;
DROP TRIGGER awards_namesake_append_only ON awards_namesake;
DROP TRIGGER awards_appraisal_no_conflict ON awards_appraisal;
DROP FUNCTION awards_refuse_conflicting_opinion();
DROP TRIGGER awards_nominationstep_no_conflict ON awards_nominationstep;
DROP FUNCTION awards_refuse_conflicting();
DROP VIEW awards_conflict;
DROP FUNCTION awards_conflicting();
DROP FUNCTION awards_central();
DROP VIEW awards_interest;
DROP FUNCTION awards_kindred();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('awards', '0019_review'),
        ('clusters', '0022_province_conferences'),
        ('core', '0006_search_key_of_names'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Conflict',
            fields=[
                ('key', models.CharField(max_length=80, primary_key=True, serialize=False, verbose_name='key')),
                ('desk', models.BigIntegerField(verbose_name='number of the body whose desk it is')),
                ('ground', models.CharField(choices=[('body', 'works or worked in the nominating organisation, or in the one that passed the dossier on'), ('hand', 'had a hand in the dossier for another organisation'), ('oneself', 'bears the name of the nominated person'), ('kin', 'declared kin of this name'), ('recused', 'asked to be left out')], max_length=10, verbose_name='ground')),
            ],
            options={
                'verbose_name': 'conflict of interest',
                'verbose_name_plural': 'conflicts of interest',
                'db_table': 'awards_conflict',
                'ordering': ['key'],
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='Interest',
            fields=[
                ('body', models.BigIntegerField(db_column='body_id', primary_key=True, serialize=False, verbose_name='number of the body')),
            ],
            options={
                'verbose_name': 'interest in a body',
                'verbose_name_plural': 'interests in bodies',
                'db_table': 'awards_interest',
                'managed': False,
            },
        ),
        migrations.AddField(
            model_name='nominationstep',
            name='desk',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.organisation', verbose_name='desk'),
        ),
        migrations.AddField(
            model_name='nominationstep',
            name='taken_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account'),
        ),
        migrations.CreateModel(
            name='DeclaredKin',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300, verbose_name='full name')),
                ('name_key', models.CharField(db_collation='C', max_length=300, verbose_name='search key')),
                ('birth_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='year of birth')),
                ('kinship', models.CharField(choices=[('spouse', 'Wife or husband'), ('parent', 'Father or mother'), ('child', 'Child'), ('sibling', 'Brother or sister'), ('in_law', 'Kin of the wife or husband'), ('other', 'Other kin')], max_length=10, verbose_name='kinship')),
                ('declared_at', models.DateTimeField(verbose_name='declared at')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='withdrawn at')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='declared_kin', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'declared kin',
                'verbose_name_plural': 'declared kin',
                'ordering': ['id'],
                'indexes': [models.Index(fields=['name_key'], name='declared_kin_by_name')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kinship__in', ['spouse', 'parent', 'child', 'sibling', 'in_law', 'other'])), name='declared_kin_kinship_known'), models.CheckConstraint(condition=models.Q(('name_key', ''), _negated=True), name='declared_kin_has_name'), models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('user', 'name_key', 'birth_year'), name='declared_kin_once', nulls_distinct=False, violation_error_message='You have declared this person already.')],
            },
        ),
        migrations.CreateModel(
            name='Namesake',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('why', models.CharField(max_length=500, verbose_name='reason')),
                ('said_by_name', models.CharField(max_length=200, verbose_name='person')),
                ('said_at', models.DateTimeField(verbose_name='time')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.organisation', verbose_name='said for')),
                ('nomination', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='namesakes', to='awards.nomination', verbose_name='dossier of commendation')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'namesake of a nominee',
                'verbose_name_plural': 'namesakes of nominees',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('nomination', 'user'), name='namesake_once', violation_error_message='This is recorded already.'), models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='namesake_has_reason')],
            },
        ),
        migrations.CreateModel(
            name='NominationHand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first_at', models.DateTimeField(verbose_name='first at')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.organisation', verbose_name='done for')),
                ('nomination', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hands', to='awards.nomination', verbose_name='dossier of commendation')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'hand in a dossier',
                'verbose_name_plural': 'hands in dossiers',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('user', 'nomination', 'body'), name='nomination_hand_once')],
            },
        ),
        migrations.CreateModel(
            name='Recusal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_at', models.DateTimeField(verbose_name='time')),
                ('lifted_at', models.DateTimeField(blank=True, null=True, verbose_name='let in again at')),
                ('lifted_by_name', models.CharField(blank=True, max_length=200, verbose_name='let in again by')),
                ('lifted_why', models.CharField(blank=True, max_length=500, verbose_name='reason')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clusters.organisation', verbose_name='desk')),
                ('nomination', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recusals', to='awards.nomination', verbose_name='dossier of commendation')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'recusal',
                'verbose_name_plural': 'recusals',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('lifted_at__isnull', True)), fields=('nomination', 'user'), name='recusal_once', violation_error_message='You are out of this dossier already.'), models.CheckConstraint(condition=models.Q(('lifted_at__isnull', True), models.Q(models.Q(('lifted_by_name', ''), _negated=True), models.Q(('lifted_why', ''), _negated=True)), _connector='OR'), name='recusal_lifted_with_reason')],
            },
        ),
        migrations.RunSQL(KINDRED + HANDS + CONFLICTING + STAND, FALL),
    ]
