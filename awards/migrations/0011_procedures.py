"""Procedures as dated data, days off of a year, and who decides on an award since when.

Who decides is loaded with the reference data: the column told ministers' awards and those of chairs of provinces as one.
"""

import django.contrib.postgres.constraints
import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.math
import emulation.core.models.fields
from django.db import migrations, models


STAND = """
CREATE TRIGGER awards_procedurechange_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awards_procedurechange
    FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
"""
FALL = """
DROP TRIGGER awards_procedurechange_append_only ON awards_procedurechange;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0010_folded_keys"),
        ("core", "0002_append_only"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="award",
            name="authority",
        ),
        migrations.CreateModel(
            name="CalendarYear",
            fields=[
                ("year", models.PositiveSmallIntegerField(primary_key=True, serialize=False, verbose_name="year")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="source")),
                ("entered", models.BooleanField(default=False, verbose_name="all days off are entered")),
            ],
            options={
                "verbose_name": "days off of a year",
                "verbose_name_plural": "days off of years",
                "ordering": ["-year"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("year__range", (2000, 2199))),
                        name="calendar_year_in_range",
                        violation_error_message="Write a year between 2000 and 2199.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("entered", False), models.Q(("source", ""), _negated=True), _connector="OR"
                        ),
                        name="calendar_year_entered_from_source",
                        violation_error_message="Name the notice that the days off of the year are taken from.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Procedure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("provision", models.CharField(blank=True, max_length=300, verbose_name="provision")),
                ("verified", models.BooleanField(default=False, verbose_name="verified")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("during", emulation.core.models.fields.PeriodField(verbose_name="in force")),
                (
                    "deciding_day",
                    models.CharField(
                        choices=[
                            ("receipt", "Day the dossier is received"),
                            ("decision", "Day of the award decision"),
                            ("achievement_end", "Last day of the achievement"),
                        ],
                        max_length=20,
                        verbose_name="day that decides the version of the law",
                    ),
                ),
                (
                    "award",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="procedures",
                        to="awards.award",
                        verbose_name="award",
                    ),
                ),
                (
                    "law",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="procedures",
                        to="awards.lawversion",
                        verbose_name="version of the law",
                    ),
                ),
            ],
            options={
                "verbose_name": "procedure",
                "verbose_name_plural": "procedures",
                "ordering": ["award__position", "during"],
            },
        ),
        migrations.CreateModel(
            name="ProcedureChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("part", models.CharField(max_length=30, verbose_name="what was changed")),
                ("part_id", models.PositiveBigIntegerField()),
                (
                    "before",
                    models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name="before"),
                ),
                (
                    "after",
                    models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name="after"),
                ),
                ("why", models.CharField(max_length=500, verbose_name="reason")),
                ("changed_by_name", models.CharField(max_length=200, verbose_name="person")),
                ("changed_at", models.DateTimeField(verbose_name="time")),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="awards.procedure",
                        verbose_name="procedure",
                    ),
                ),
            ],
            options={
                "verbose_name": "change of a procedure",
                "verbose_name_plural": "changes of procedures",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="ProcedureMeasure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("provision", models.CharField(blank=True, max_length=300, verbose_name="provision")),
                ("verified", models.BooleanField(default=False, verbose_name="verified")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("vote_share", "Share of votes needed"),
                            ("quota_share", "Quota"),
                            ("publication_days", "Published before the Council meets"),
                            ("dossier_sets", "Sets of the dossier"),
                            ("bonus_individual", "Bonus factor of an individual"),
                            ("bonus_collective", "Bonus factor of a collective"),
                        ],
                        max_length=20,
                        verbose_name="measure",
                    ),
                ),
                ("number", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="number set")),
                (
                    "base",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("council_members", "of all members of the Council"),
                            ("council_present", "of the members present"),
                            ("valid_votes", "of the valid votes"),
                            ("cluster_leaders", "of the leaders of the province's clusters and blocks"),
                            ("ldtt_holders", "of those given “Lao động tiên tiến”"),
                            ("headcount", "of the people of the unit"),
                        ],
                        max_length=20,
                        verbose_name="share of",
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="measures", to="awards.procedure"
                    ),
                ),
            ],
            options={
                "verbose_name": "measure of a procedure",
                "verbose_name_plural": "measures of procedures",
                "ordering": ["procedure", "kind"],
            },
        ),
        migrations.CreateModel(
            name="ProcedurePaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("provision", models.CharField(blank=True, max_length=300, verbose_name="provision")),
                ("verified", models.BooleanField(default=False, verbose_name="verified")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("position", models.PositiveSmallIntegerField(verbose_name="place in lists")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("submission_letter", "Submission letter"),
                            ("summary_list", "Summary list"),
                            ("achievement_report", "Achievement report, confirmed by the submitting level"),
                            ("council_minutes", "Minutes of the Council"),
                            ("cluster_minutes", "Minutes of the cluster or block"),
                            ("vote_result", "Result of the secret vote"),
                            ("initiative_certificate", "Confirmation of the effect and scope of the initiative"),
                            ("earlier_decisions", "Copies of earlier award decisions"),
                            ("consulted_opinion", "Opinion of a consulted body"),
                            ("party_opinion", "Opinion of the Party committee"),
                            ("tax_confirmation", "Tax confirmation of an enterprise"),
                            ("publication_proof", "Proof of publication"),
                            ("other_documents", "Other documents that the decree asks for"),
                        ],
                        max_length=30,
                        verbose_name="paper of the dossier",
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        choices=[("blocks", "Blocks"), ("warns", "Warns")], max_length=10, verbose_name="when missing"
                    ),
                ),
                ("form_number", models.CharField(blank=True, max_length=60, verbose_name="form")),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="awards.procedure"
                    ),
                ),
            ],
            options={
                "verbose_name": "paper of a procedure",
                "verbose_name_plural": "papers of procedures",
                "ordering": ["procedure", "position"],
            },
        ),
        migrations.CreateModel(
            name="ProcedureRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("provision", models.CharField(blank=True, max_length=300, verbose_name="provision")),
                ("verified", models.BooleanField(default=False, verbose_name="verified")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("position", models.PositiveSmallIntegerField(verbose_name="place in lists")),
                (
                    "code",
                    models.CharField(
                        choices=[
                            ("CSTD_TINH.chain", "Given “Chiến sĩ thi đua cơ sở” three times in a row."),
                            (
                                "CSTD_TINH.initiative",
                                "Has an initiative or topic that took effect and can be spread in the province.",
                            ),
                            ("CSTDTQ.chain", "Given “Chiến sĩ thi đua” of a ministry or province twice in a row."),
                            ("CSTDTQ.initiative", "Has an initiative or topic with effect in the whole country."),
                            (
                                "CSTDTQ.timing",
                                "Proposed in the year right after the second decision on the title of a province.",
                            ),
                            ("CSTDCS.ldtt", "Meets the standard of “Lao động tiên tiến”."),
                            (
                                "CSTDCS.rating_or_initiative",
                                "Rated as excellent, or has an initiative recognised at the grassroots.",
                            ),
                            ("CSTDCS.quota", "The list stays within the quota of “Chiến sĩ thi đua cơ sở”."),
                            (
                                "CO_CP.route",
                                "Led a cluster or block, or a campaign of the Prime Minister of five years or more.",
                            ),
                            (
                                "CO_CP.minutes",
                                "The minutes of the Council name the cluster or block that the unit led.",
                            ),
                            (
                                "CO_CP.quota",
                                "The list stays within the quota of the leaders of the province's clusters and blocks.",
                            ),
                            (
                                "CO_TINH.leads",
                                "Led a cluster or block, or a campaign of the province of three years or more.",
                            ),
                            ("TTLDXS.rating", "The collective is rated as excellent."),
                            ("TTLDXS.all_complete", "All members completed their tasks."),
                            ("TTLDXS.ldtt_share", "At least 70 per cent of the members are given “Lao động tiên tiến”."),
                            ("TTLDXS.cstdcs", "At least one member is given “Chiến sĩ thi đua cơ sở”."),
                            ("TTLDXS.discipline", "No member is disciplined with a warning or more."),
                            (
                                "BK_TTG.window",
                                "Enough years of good work since the certificate of merit of the ministry or province.",
                            ),
                            (
                                "HC_LD_3.window",
                                "Enough years of good work since the Prime Minister's certificate of merit.",
                            ),
                            ("common.in_force", "The award is given on the day that decides the version of the law."),
                            ("common.one_form", "No two forms of commendation for one achievement."),
                            ("common.dissolved", "The unit is not dissolved or merged on the day of the proposal."),
                            ("common.discipline", "Not disciplined in the time of the achievement."),
                            (
                                "common.executive",
                                "The dossier of an executive comes with the result of the collective led.",
                            ),
                            ("common.papers", "Every paper of the checklist is there."),
                            ("common.publication", "Published long enough before the Council meets."),
                            ("common.vote", "The vote of the Council reaches the share needed."),
                        ],
                        max_length=40,
                        verbose_name="rule",
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        choices=[("blocks", "Blocks"), ("warns", "Warns")], max_length=10, verbose_name="when not met"
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rules", to="awards.procedure"
                    ),
                ),
            ],
            options={
                "verbose_name": "rule of a procedure",
                "verbose_name_plural": "rules of procedures",
                "ordering": ["procedure", "position"],
            },
        ),
        migrations.CreateModel(
            name="ProcedureStage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("provision", models.CharField(blank=True, max_length=300, verbose_name="provision")),
                ("verified", models.BooleanField(default=False, verbose_name="verified")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("position", models.PositiveSmallIntegerField(verbose_name="place in lists")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("acclaim", "Vote for the leading unit"),
                            ("consider", "Meeting of the Council"),
                            ("appraise", "Appraisal of the dossier"),
                            ("publish", "Publication for comments"),
                            ("consult", "Opinions of consulted bodies"),
                            ("submit", "Submission"),
                            ("decide", "Decision on the award"),
                        ],
                        max_length=10,
                        verbose_name="stage",
                    ),
                ),
                (
                    "body",
                    models.CharField(
                        choices=[
                            ("cluster", "Cluster or block"),
                            ("unit", "Proposing unit"),
                            ("unit_council", "Council of the unit"),
                            ("unit_head", "Head of the proposing unit"),
                            ("province_office", "Emulation and commendation office of the province"),
                            ("province_council", "Emulation and commendation Council of the province"),
                            ("province_chair", "Chair of the People's Committee of the province"),
                            ("consulted_body", "Consulted body"),
                            ("central_board", "Central Board for Emulation and Commendation"),
                            ("central_council", "Central Council for Emulation and Commendation"),
                            ("home_affairs", "Ministry of Home Affairs"),
                            ("prime_minister", "The Prime Minister"),
                            ("president", "The State President"),
                        ],
                        max_length=20,
                        verbose_name="body",
                    ),
                ),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(366),
                        ],
                        verbose_name="days",
                    ),
                ),
                (
                    "days_counted",
                    models.CharField(
                        choices=[("working", "working days"), ("calendar", "calendar days")],
                        default="working",
                        max_length=10,
                        verbose_name="counted in",
                    ),
                ),
                (
                    "until_month",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="at the latest in the month"),
                ),
                (
                    "until_day",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="at the latest on the day"),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="stages", to="awards.procedure"
                    ),
                ),
            ],
            options={
                "verbose_name": "stage of a procedure",
                "verbose_name_plural": "stages of procedures",
                "ordering": ["procedure", "position"],
            },
        ),
        migrations.CreateModel(
            name="ProcedureTransition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("provision", models.CharField(blank=True, max_length=300, verbose_name="provision")),
                ("verified", models.BooleanField(default=False, verbose_name="verified")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "day_kind",
                    models.CharField(
                        choices=[
                            ("receipt", "Day the dossier is received"),
                            ("decision", "Day of the award decision"),
                            ("achievement_end", "Last day of the achievement"),
                        ],
                        max_length=20,
                        verbose_name="day",
                    ),
                ),
                ("before", models.DateField(verbose_name="before the day")),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="transitions", to="awards.procedure"
                    ),
                ),
            ],
            options={
                "verbose_name": "transition of a procedure",
                "verbose_name_plural": "transitions of procedures",
                "ordering": ["procedure", "day_kind"],
            },
        ),
        migrations.CreateModel(
            name="AwardAuthority",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "authority",
                    models.CharField(
                        choices=[
                            ("president", "President of the State"),
                            ("standing_committee", "Standing Committee of the National Assembly"),
                            ("prime_minister", "Prime Minister"),
                            ("minister", "Minister, head of a ministry-level body"),
                            ("province_chair", "Chair of the provincial People's Committee"),
                            ("district_chair", "Chair of the district People's Committee"),
                            ("unit_head", "Head of the unit"),
                            ("commune_chair", "Chair of the commune People's Committee"),
                        ],
                        max_length=20,
                        verbose_name="decided by",
                    ),
                ),
                ("during", emulation.core.models.fields.PeriodField(verbose_name="decides during")),
                ("legal_basis", models.CharField(blank=True, max_length=300, verbose_name="legal basis")),
                ("verified", models.BooleanField(default=True, verbose_name="verified")),
                (
                    "award",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="authorities",
                        to="awards.award",
                        verbose_name="award",
                    ),
                ),
            ],
            options={
                "verbose_name": "authority on an award",
                "verbose_name_plural": "authorities on awards",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "authority__in",
                                [
                                    "president",
                                    "standing_committee",
                                    "prime_minister",
                                    "minister",
                                    "province_chair",
                                    "district_chair",
                                    "unit_head",
                                    "commune_chair",
                                ],
                            )
                        ),
                        name="award_authority_known",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("award", "="), ("authority", "="), ("during", "&&")],
                        name="award_authority_once_at_a_time",
                        violation_error_message="This authority already decides on the award in that time.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CalendarDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(unique=True, verbose_name="day")),
                (
                    "kind",
                    models.CharField(
                        choices=[("off", "Day off"), ("worked", "Worked in exchange")],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="occasion")),
                (
                    "year",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="days",
                        to="awards.calendaryear",
                        verbose_name="year",
                    ),
                ),
            ],
            options={
                "verbose_name": "day off",
                "verbose_name_plural": "days off",
                "ordering": ["day"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("day__year", models.F("year"))),
                        name="calendar_day_of_its_year",
                        violation_error_message="A day stands in its own year.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "off"),
                            models.Q(
                                ("day__iso_week_day__gte", 6),
                                ("kind", "worked"),
                            ),
                            _connector="OR",
                        ),
                        name="calendar_day_worked_at_weekend",
                        violation_error_message="Only a Saturday or Sunday can be worked in exchange for a day off.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="procedure",
            constraint=models.CheckConstraint(
                condition=models.Q(("verified", False), models.Q(("provision", ""), _negated=True), _connector="OR"),
                name="procedure_verified_by_provision",
                violation_error_message="A value is verified against a provision; write which.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedure",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[("award", "="), ("during", "&&")],
                name="procedure_one_version_at_a_time",
                violation_error_message="The award already has a procedure in that time; two versions never overlap.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "deciding_day__in",
                        [
                            "receipt",
                            "decision",
                            "achievement_end",
                        ],
                    )
                ),
                name="procedure_deciding_day_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="proceduremeasure",
            constraint=models.CheckConstraint(
                condition=models.Q(("verified", False), models.Q(("provision", ""), _negated=True), _connector="OR"),
                name="proceduremeasure_verified_by_provision",
                violation_error_message="A value is verified against a provision; write which.",
            ),
        ),
        migrations.AddConstraint(
            model_name="proceduremeasure",
            constraint=models.UniqueConstraint(
                fields=("procedure", "kind"),
                name="procedure_measure_once",
                violation_error_message="The procedure has this number already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="proceduremeasure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "vote_share",
                            "quota_share",
                            "publication_days",
                            "dossier_sets",
                            "bonus_individual",
                            "bonus_collective",
                        ],
                    )
                ),
                name="procedure_measure_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="proceduremeasure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(
                            (
                                "kind__in",
                                [
                                    "vote_share",
                                    "quota_share",
                                ],
                            ),
                            _negated=True,
                        ),
                        ("base", ""),
                    ),
                    models.Q(
                        (
                            "base__in",
                            [
                                "council_members",
                                "council_present",
                                "valid_votes",
                            ],
                        ),
                        ("kind", "vote_share"),
                    ),
                    models.Q(
                        (
                            "base__in",
                            [
                                "cluster_leaders",
                                "ldtt_holders",
                                "headcount",
                            ],
                        ),
                        ("kind", "quota_share"),
                    ),
                    models.Q(
                        ("base", ""),
                        (
                            "kind__in",
                            [
                                "vote_share",
                                "quota_share",
                            ],
                        ),
                        ("verified", False),
                    ),
                    _connector="OR",
                ),
                name="procedure_measure_of_its_base",
                violation_error_message="A verified share says of what it is taken, and no other number does.",
            ),
        ),
        migrations.AddConstraint(
            model_name="proceduremeasure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("number__gt", 0),
                    models.Q(
                        models.Q(
                            (
                                "kind__in",
                                [
                                    "vote_share",
                                    "quota_share",
                                ],
                            ),
                            _negated=True,
                        ),
                        ("number__lte", 100),
                        _connector="OR",
                    ),
                ),
                name="procedure_measure_in_range",
                violation_error_message="A number is above zero, and a share at most 100%.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurepaper",
            constraint=models.CheckConstraint(
                condition=models.Q(("verified", False), models.Q(("provision", ""), _negated=True), _connector="OR"),
                name="procedurepaper_verified_by_provision",
                violation_error_message="A value is verified against a provision; write which.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurepaper",
            constraint=models.UniqueConstraint(
                fields=("procedure", "kind"),
                name="procedure_paper_once",
                violation_error_message="This paper is in the checklist already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurepaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "submission_letter",
                            "summary_list",
                            "achievement_report",
                            "council_minutes",
                            "cluster_minutes",
                            "vote_result",
                            "initiative_certificate",
                            "earlier_decisions",
                            "consulted_opinion",
                            "party_opinion",
                            "tax_confirmation",
                            "publication_proof",
                            "other_documents",
                        ],
                    )
                ),
                name="procedure_paper_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurepaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("effect", "warns"),
                    models.Q(("effect", "blocks"), ("verified", True)),
                    _connector="OR",
                ),
                name="procedure_paper_unverified_warns",
                violation_error_message="What is not verified can only warn; verify it first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurerule",
            constraint=models.CheckConstraint(
                condition=models.Q(("verified", False), models.Q(("provision", ""), _negated=True), _connector="OR"),
                name="procedurerule_verified_by_provision",
                violation_error_message="A value is verified against a provision; write which.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurerule",
            constraint=models.UniqueConstraint(
                fields=("procedure", "code"),
                name="procedure_rule_once",
                violation_error_message="The procedure names this rule already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurerule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "code__in",
                        [
                            "CSTD_TINH.chain",
                            "CSTD_TINH.initiative",
                            "CSTDTQ.chain",
                            "CSTDTQ.initiative",
                            "CSTDTQ.timing",
                            "CSTDCS.ldtt",
                            "CSTDCS.rating_or_initiative",
                            "CSTDCS.quota",
                            "CO_CP.route",
                            "CO_CP.minutes",
                            "CO_CP.quota",
                            "CO_TINH.leads",
                            "TTLDXS.rating",
                            "TTLDXS.all_complete",
                            "TTLDXS.ldtt_share",
                            "TTLDXS.cstdcs",
                            "TTLDXS.discipline",
                            "BK_TTG.window",
                            "HC_LD_3.window",
                            "common.in_force",
                            "common.one_form",
                            "common.dissolved",
                            "common.discipline",
                            "common.executive",
                            "common.papers",
                            "common.publication",
                            "common.vote",
                        ],
                    )
                ),
                name="procedure_rule_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurerule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("effect", "warns"),
                    models.Q(("effect", "blocks"), ("verified", True)),
                    _connector="OR",
                ),
                name="procedure_rule_unverified_warns",
                violation_error_message="What is not verified can only warn; verify it first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurestage",
            constraint=models.CheckConstraint(
                condition=models.Q(("verified", False), models.Q(("provision", ""), _negated=True), _connector="OR"),
                name="procedurestage_verified_by_provision",
                violation_error_message="A value is verified against a provision; write which.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurestage",
            constraint=models.UniqueConstraint(
                deferrable=models.Deferrable.DEFERRED,
                fields=("procedure", "position"),
                name="procedure_stage_one_place",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurestage",
            constraint=models.UniqueConstraint(
                fields=("procedure", "stage", "body"),
                name="procedure_stage_once",
                violation_error_message="One stage of one body stands twice.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurestage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("body__in", ["cluster"]),
                        ("stage", "acclaim"),
                    ),
                    models.Q(
                        (
                            "body__in",
                            [
                                "unit_council",
                                "province_council",
                                "central_council",
                            ],
                        ),
                        ("stage", "consider"),
                    ),
                    models.Q(
                        (
                            "body__in",
                            [
                                "province_office",
                                "central_board",
                            ],
                        ),
                        ("stage", "appraise"),
                    ),
                    models.Q(
                        (
                            "body__in",
                            [
                                "province_office",
                                "central_board",
                            ],
                        ),
                        ("stage", "publish"),
                    ),
                    models.Q(
                        ("body__in", ["consulted_body"]),
                        ("stage", "consult"),
                    ),
                    models.Q(
                        (
                            "body__in",
                            [
                                "unit",
                                "province_chair",
                                "home_affairs",
                                "prime_minister",
                            ],
                        ),
                        ("stage", "submit"),
                    ),
                    models.Q(
                        (
                            "body__in",
                            [
                                "unit_head",
                                "province_chair",
                                "prime_minister",
                                "president",
                            ],
                        ),
                        ("stage", "decide"),
                    ),
                    _connector="OR",
                ),
                name="procedure_stage_of_its_body",
                violation_error_message="A stage stands with a body that does not take it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurestage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("days__isnull", True),
                    models.Q(("days__range", (1, 366)), ("until_month__isnull", True)),
                    _connector="OR",
                ),
                name="procedure_stage_one_deadline",
                violation_error_message="A stage has a number of days or a last day of the year, not both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedurestage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("until_day__isnull", True), ("until_month__isnull", True)),
                    models.Q(("until_day__range", (1, 28)), ("until_month__range", (1, 12))),
                    models.Q(("until_day__range", (1, 31)), ("until_month__in", [1, 3, 5, 7, 8, 10, 12])),
                    models.Q(("until_day__range", (1, 30)), ("until_month__in", [4, 6, 9, 11])),
                    _connector="OR",
                ),
                name="procedure_stage_day_of_the_year",
                violation_error_message="Such a day is not in every year.",
            ),
        ),
        migrations.AddConstraint(
            model_name="proceduretransition",
            constraint=models.CheckConstraint(
                condition=models.Q(("verified", False), models.Q(("provision", ""), _negated=True), _connector="OR"),
                name="proceduretransition_verified_by_provision",
                violation_error_message="A value is verified against a provision; write which.",
            ),
        ),
        migrations.AddConstraint(
            model_name="proceduretransition",
            constraint=models.UniqueConstraint(
                fields=("procedure", "day_kind"),
                name="procedure_transition_once",
                violation_error_message="The procedure has a transition by this day already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="proceduretransition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "day_kind__in",
                        [
                            "receipt",
                            "decision",
                            "achievement_end",
                        ],
                    )
                ),
                name="procedure_transition_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="proceduremeasure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind__in", ["publication_days", "dossier_sets"]), _negated=True),
                    ("number", django.db.models.functions.math.Floor("number")),
                    _connector="OR",
                ),
                name="procedure_measure_whole",
                violation_error_message="Days and sets are whole numbers.",
            ),
        ),
        migrations.RunSQL(STAND, FALL),
    ]
