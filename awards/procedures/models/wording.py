"""The words of the fixed lists, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from awards.procedures.rules.rule_codes import RuleCode
from awards.procedures.rules.stages import StageFault
from awards.procedures.rules.terms import (
    Base,
    Body,
    Consulted,
    CriterionKind,
    DayKind,
    DaysCounted,
    Effect,
    MeasureKind,
    PaperKind,
    Stage,
)
from awards.procedures.rules.working_days import DayOffKind

STAGES = {
    Stage.ACCLAIM: _("Vote for the leading unit"),
    Stage.CONSIDER: _("Meeting of the Council"),
    Stage.APPRAISE: _("Appraisal of the dossier"),
    Stage.PUBLISH: _("Publication for comments"),
    Stage.CONSULT: _("Opinions of consulted bodies"),
    Stage.SUBMIT: _("Submission"),
    Stage.DECIDE: _("Decision on the award"),
}
BODIES = {
    Body.CLUSTER: _("Cluster or block"),
    Body.UNIT: _("Proposing unit"),
    Body.UNIT_COUNCIL: _("Council of the unit"),
    Body.UNIT_HEAD: _("Head of the proposing unit"),
    Body.PROVINCE_OFFICE: _("Emulation and commendation office of the province"),
    Body.PROVINCE_COUNCIL: _("Emulation and commendation Council of the province"),
    Body.PROVINCE_CHAIR: _("Chair of the People's Committee of the province"),
    Body.CONSULTED_BODY: _("Consulted body"),
    Body.CENTRAL_BOARD: _("Central Board for Emulation and Commendation"),
    Body.CENTRAL_COUNCIL: _("Central Council for Emulation and Commendation"),
    Body.HOME_AFFAIRS: _("Ministry of Home Affairs"),
    Body.PRIME_MINISTER: _("The Prime Minister"),
    Body.PRESIDENT: _("The State President"),
}
DAY_KINDS = {
    DayKind.RECEIPT: _("Day the dossier is received"),
    DayKind.DECISION: _("Day of the award decision"),
    DayKind.ACHIEVEMENT_END: _("Last day of the achievement"),
}
DAYS_COUNTED = {DaysCounted.WORKING: _("working days"), DaysCounted.CALENDAR: _("calendar days")}
EFFECTS = {Effect.BLOCKS: _("Blocks"), Effect.WARNS: _("Warns")}
PAPERS = {
    PaperKind.SUBMISSION_LETTER: _("Submission letter"),
    PaperKind.SUMMARY_LIST: _("Summary list"),
    PaperKind.ACHIEVEMENT_REPORT: _("Achievement report, confirmed by the submitting level"),
    PaperKind.COUNCIL_MINUTES: _("Minutes of the Council"),
    PaperKind.CLUSTER_MINUTES: _("Minutes of the cluster or block"),
    PaperKind.VOTE_RESULT: _("Result of the secret vote"),
    PaperKind.INITIATIVE_CERTIFICATE: _("Confirmation of the effect and scope of the initiative"),
    PaperKind.EARLIER_DECISIONS: _("Copies of earlier award decisions"),
    PaperKind.CONSULTED_OPINION: _("Opinion of a consulted body"),
    PaperKind.PARTY_OPINION: _("Opinion of the Party committee"),
    PaperKind.TAX_CONFIRMATION: _("Tax confirmation of an enterprise"),
    PaperKind.PUBLICATION_PROOF: _("Proof of publication"),
    PaperKind.OTHER_DOCUMENTS: _("Other documents that the decree asks for"),
}
CONSULTED = {
    Consulted.SUPERIOR: _("Agency in charge of the field"),
    Consulted.TAX: _("Tax authority"),
    Consulted.POLICE: _("Police"),
    Consulted.INSPECTORATE: _("Inspectorate"),
    Consulted.ENVIRONMENT: _("Agency of natural resources and environment"),
    Consulted.INSURANCE: _("Social insurance"),
    Consulted.PARTY_COMMITTEE: _("Party committee"),
    Consulted.LOCALITY: _("Locality where the subject works"),
    Consulted.OTHER: _("Another body"),
}
MEASURES = {
    MeasureKind.VOTE_SHARE: _("Share of votes needed"),
    MeasureKind.QUOTA_SHARE: _("Quota"),
    MeasureKind.PUBLICATION_DAYS: _("Published before the Council meets"),
    MeasureKind.DOSSIER_SETS: _("Sets of the dossier"),
    MeasureKind.BONUS_INDIVIDUAL: _("Bonus factor of an individual"),
    MeasureKind.BONUS_COLLECTIVE: _("Bonus factor of a collective"),
}
BASES = {
    Base.COUNCIL_MEMBERS: _("of all members of the Council"),
    Base.COUNCIL_PRESENT: _("of the members present"),
    Base.VALID_VOTES: _("of the valid votes"),
    Base.CLUSTER_LEADERS: _("of the leaders of the province's clusters and blocks"),
    Base.LDTT_HOLDERS: _("of those given “Lao động tiên tiến”"),
    Base.HEADCOUNT: _("of the people of the unit"),
}
CRITERIA = {
    CriterionKind.STANDARD: _("Standards of the award"),
    CriterionKind.TASKS: _("How far the assigned tasks were fulfilled"),
    CriterionKind.MEASURED: _("Achievements with figures and sources that can be checked"),
    CriterionKind.INITIATIVE: _("Effect and scope of the initiative"),
    CriterionKind.CAMPAIGNS: _("Results of emulation campaigns"),
    CriterionKind.INFLUENCE: _("Influence and example set"),
    CriterionKind.OBSERVANCE: _("Observance of policies and laws"),
    CriterionKind.CONSISTENT: _("Papers agree with each other and with the register"),
}
DAYS_OFF = {DayOffKind.OFF: _("Day off"), DayOffKind.WORKED: _("Worked in exchange")}
STAGE_FAULTS = {
    StageFault.NONE_CHOSEN: _("The procedure has no stage."),
    StageFault.NOT_ITS_BODY: _("A stage stands with a body that does not take it."),
    StageFault.TWICE: _("One stage of one body stands twice."),
    StageFault.DECIDED_NOT_LAST: _("A procedure ends with its one award decision."),
    StageFault.NOTHING_BEFORE_DECISION: _("Something comes before the award decision."),
}
RULES = {
    RuleCode.CSTD_TINH_CHAIN: _("Given “Chiến sĩ thi đua cơ sở” three times in a row."),
    RuleCode.CSTD_TINH_INITIATIVE: _("Has an initiative or topic that took effect and can be spread in the province."),
    RuleCode.CSTDTQ_CHAIN: _("Given “Chiến sĩ thi đua” of a ministry or province twice in a row."),
    RuleCode.CSTDTQ_INITIATIVE: _("Has an initiative or topic with effect in the whole country."),
    RuleCode.CSTDTQ_TIMING: _("Proposed in the year right after the second decision on the title of a province."),
    RuleCode.CSTDCS_LDTT: _("Meets the standard of “Lao động tiên tiến”."),
    RuleCode.CSTDCS_RATING_OR_INITIATIVE: _("Rated as excellent, or has an initiative recognised at the grassroots."),
    RuleCode.CSTDCS_QUOTA: _("The list stays within the quota of “Chiến sĩ thi đua cơ sở”."),
    RuleCode.CO_CP_ROUTE: _("Led a cluster or block, or a campaign of the Prime Minister of five years or more."),
    RuleCode.CO_CP_MINUTES: _("The minutes of the Council name the cluster or block that the unit led."),
    RuleCode.CO_CP_QUOTA: _("The list stays within the quota of the leaders of the province's clusters and blocks."),
    RuleCode.CO_TINH_LEADS: _("Led a cluster or block, or a campaign of the province of three years or more."),
    RuleCode.TTLDXS_RATING: _("The collective is rated as excellent."),
    RuleCode.TTLDXS_ALL_COMPLETE: _("All members completed their tasks."),
    RuleCode.TTLDXS_LDTT_SHARE: _("At least 70 per cent of the members are given “Lao động tiên tiến”."),
    RuleCode.TTLDXS_CSTDCS: _("At least one member is given “Chiến sĩ thi đua cơ sở”."),
    RuleCode.TTLDXS_DISCIPLINE: _("No member is disciplined with a warning or more."),
    RuleCode.BK_TTG_WINDOW: _("Enough years of good work since the certificate of merit of the ministry or province."),
    RuleCode.HC_LD_3_WINDOW: _("Enough years of good work since the Prime Minister's certificate of merit."),
    RuleCode.IN_FORCE: _("The award is given on the day that decides the version of the law."),
    RuleCode.ONE_FORM: _("No two forms of commendation for one achievement."),
    RuleCode.DISSOLVED: _("The unit is not dissolved or merged on the day of the proposal."),
    RuleCode.DISCIPLINE: _("Not disciplined in the time of the achievement."),
    RuleCode.EXECUTIVE: _("The dossier of an executive comes with the result of the collective led."),
    RuleCode.PAPERS: _("Every paper of the checklist is there."),
    RuleCode.PUBLICATION: _("Published long enough before the Council meets."),
    RuleCode.VOTE: _("The vote of the Council reaches the share needed."),
}
