"""The acts: everything that may be done to a case, by name, in the order of the procedures.

`case.allowed(today, profile)` asks each of them whether it may be done now, and `case.doing(act, step)` does it.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.complaints.acts import alongside, corporate, ending, matters, ombudsman, pauses, stage_1, stage_2, stage_3
from bot.complaints.acts.act import Act

_IN_ORDER: tuple[type[Act], ...] = (
    stage_1.Acknowledge,
    stage_1.ExtendStage1,
    stage_1.OfferSettlement,
    stage_1.AgreeSettlement,
    stage_1.DeclineSettlement,
    stage_1.ResolveAtFirstContact,
    stage_1.AnswerStage1,
    stage_2.SkipStage1,
    stage_2.RequestStage2,
    stage_2.AppointInvestigators,
    stage_2.AgreeStatement,
    stage_2.ExtendStage2,
    stage_2.ReceiveReports,
    stage_2.Adjudicate,
    stage_3.RequestStage3,
    stage_3.AppointPanel,
    stage_3.HoldPanel,
    stage_3.ReceivePanelReport,
    stage_3.RespondToPanel,
    corporate.RequestCorporateStage2,
    corporate.AcceptCorporateStage2,
    corporate.DeclineCorporateStage2,
    corporate.ExtendCorporateStage2,
    corporate.AnswerCorporateStage2,
    matters.PassOnCompliment,
    matters.DecideServiceRequest,
    matters.AnswerInformationRequest,
    matters.AnswerMember,
    matters.OpenMemberEnquiry,
    matters.OpenDuty,
    matters.CloseDuty,
    ombudsman.OmbudsmanSendsBack,
    ombudsman.ReferEarly,
    ombudsman.OmbudsmanEnquires,
    ombudsman.ReplyToOmbudsman,
    ombudsman.OmbudsmanInvestigates,
    ombudsman.OmbudsmanDecides,
    ombudsman.ShowRemedies,
    alongside.OfferMediation,
    alongside.AnswerMediationOffer,
    alongside.HoldMediation,
    alongside.ProposeJointNhs,
    alongside.AnswerJointNhs,
    alongside.CloseJointNhs,
    alongside.AgreePayment,
    alongside.PayRemedy,
    alongside.Recommend,
    alongside.FinishAction,
    alongside.LinkCase,
    pauses.Suspend,
    pauses.LookAgain,
    pauses.Resume,
    pauses.LimitContact,
    pauses.ReviewContact,
    pauses.AppealContact,
    pauses.LiftContact,
    ending.AskWithdrawal,
    ending.ConfirmWithdrawal,
    ending.KeepGoing,
    ending.RefuseToConsider,
    ending.AddPoint,
    ending.CloseCase,
    ending.ReopenCase,
)
ACTS: Mapping[str, type[Act]] = {act.name(): act for act in _IN_ORDER}
