from clusters.forms.accounts import AccountForm, MandateForm
from clusters.forms.clusters import ClusterChangeForm, ClusterForm
from clusters.forms.memberships import MemberForm, MembershipCorrectionForm
from clusters.forms.parts import LastDayForm, ReasonForm
from clusters.forms.years import PostCorrectionForm, PostForm, SupervisorForm, YearClosingForm, YearForm

__all__ = [
    "AccountForm",
    "ClusterChangeForm",
    "ClusterForm",
    "LastDayForm",
    "MandateForm",
    "MemberForm",
    "MembershipCorrectionForm",
    "PostCorrectionForm",
    "PostForm",
    "ReasonForm",
    "SupervisorForm",
    "YearClosingForm",
    "YearForm",
]
