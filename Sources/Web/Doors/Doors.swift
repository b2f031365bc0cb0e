import Exchange

/// The one table that says which role reaches which address, and what answers there. A door that does not stand here
/// does not exist; `DoorTests` walks all of it with every role and with none.
extension Door {
  static let all: [Door] =
    signIn + people + everyday + bookkeeping + lists + grants + groups + requisitions + deliveries + budgets + goals
    + counts + members + bank + suppliers + vat + fees + surveys + obstacles + board + minutes + orders + diary
    + governing + internalControl + deviations + retention + publicDoors + years + exchange + reviews + report
    + statistics + insight

  // Signing in, and oneself.
  static let signIn: [Door] = [
    .get(Addresses.asset, .everybody, Asset.show),
    .get(Addresses.health, .everybody) { _, _ in .json(Array("{\"ok\":true}".utf8)) },
    .get(Addresses.signIn, .everybody, SignInWithPassword.show),
    .post(Addresses.signIn, .everybody, SignInWithPassword.save),
    .get(Addresses.secondFactor, .everybody, GiveCode.show),
    .post(Addresses.secondFactor, .everybody, GiveCode.save),
    .get(Addresses.openIDStart, .everybody, StartOpenID.show),
    .get(Addresses.openIDReturn, .everybody, FinishOpenID.show),
    .get(Addresses.invitation, .everybody, FollowInvitation.show),
    .post(Addresses.invitation, .everybody, FollowInvitation.save),
    .get(Addresses.forgotten, .everybody, ForgetPassword.show),
    .post(Addresses.forgotten, .everybody, ForgetPassword.save),
    .post(Addresses.signOut, .signedIn, SignOut.save),
    .get(Addresses.account, .signedIn, ShowAccount.show),
    .post(Addresses.password, .signedIn, ChangePassword.save),
    .get(Addresses.ownSecondFactor, .signedIn, SetUpSecondFactor.show),
    .post(Addresses.ownSecondFactor, .signedIn, SetUpSecondFactor.save),
    .post(Addresses.ownRecoveryCodes, .signedIn, EndSecondFactor.renewCodes),
    .post(Addresses.ownSecondFactorEnd, .signedIn, EndSecondFactor.save),
    .post(Addresses.ownWeeklyMail, .signedIn, ChooseWeeklyMail.save),
    .post(Addresses.ownSessions, .signedIn, EndOwnSession.saveAll),
    .post(Addresses.ownSession, .signedIn, EndOwnSession.save),
  ]

  // What follows a meeting of the board.
  static let minutes: [Door] = [
    .get(Addresses.boardPapers, .questioners, MeetingFiles.papers),
    .get(Addresses.minutes, .readers, ShowMinutes.show),
    .post(Addresses.minutes, .bookkeepers, ShowMinutes.save),
    .get(Addresses.minutesPDF, .readers, MeetingFiles.minutes),
    .post(Addresses.minutesClosing, .bookkeepers, ShowMinutes.close),
    .get(Addresses.minutesList, .readers, ListMinutes.show),
    .post(
      Addresses.minutesList, .bookkeepers, bodyBytesMax: UploadedDocuments.formBytesMax, ListMinutes.save),
    .get(Addresses.adjustment, .questioners, AdjustMinutes.show),
    .post(Addresses.adjustment, .questioners, AdjustMinutes.save),
    .get(Addresses.notices, .readers, ListNotices.show),
    .post(Addresses.notices, .bookkeepers, ListNotices.save),
    .get(Addresses.notice, .readers, ShowNotice.show),
    .post(Addresses.notice, .bookkeepers, ShowNotice.save),
    .post(Addresses.noticeLinks, .bookkeepers, ListNotices.makeLinks),
    .get(Addresses.noticeConfirmation, .respondents, ConfirmNotice.show),
    .post(Addresses.noticeConfirmation, .respondents, ConfirmNotice.save),
    .get(Addresses.calendar, .respondents, ShowCalendar.show),
    .post(Addresses.ownCalendar, .readers, ShowCalendar.make),
    .post(Addresses.ownCalendarEnd, .readers, ShowCalendar.end),
  ]

  // Users.
  static let people: [Door] = [
    .get(Addresses.users, .insiders, ListUsers.show),
    .get(Addresses.newUser, .director, InviteUser.show),
    .post(Addresses.newUser, .director, InviteUser.save),
    .get(Addresses.user, .insiders, ShowUser.show),
    .post(Addresses.user, .director, SaveUser.save),
    .post(Addresses.userInvitation, .director, InviteUser.again),
    .post(Addresses.userSecondFactor, .director, EndUserAccess.secondFactor),
    .post(Addresses.userSession, .director, EndUserAccess.session),
  ]

  // The start page, search, handbook.
  static let everyday: [Door] = [
    .get(Addresses.start, .signedIn, ShowStart.show),
    .get(Addresses.wheel, .readers, ShowWheel.show),
    .post(Addresses.wheel, .bookkeepers, AddDeadline.save),
    .get(Addresses.deadline, .readers, ShowDeadline.show),
    .post(Addresses.deadline, .bookkeepers, SaveDeadline.save),
    .get(Addresses.walk, .insiders, ShowWalk.show),
    .get(Addresses.search, .signedIn, SearchOffice.show),
    .get(Addresses.handbook, .everybody, Handbook.begin),
    .get(Addresses.handbookPage, .everybody, Handbook.show),
    .get(Addresses.handbookPicture, .everybody, Handbook.picture),
  ]

  // Vouchers, drafts, templates.
  static let bookkeeping: [Door] = [
    .get(Addresses.voucher, .readers, ShowVoucher.show),
    .post(
      Addresses.voucherDocuments, .bookkeepers, bodyBytesMax: UploadedDocuments.formBytesMax, AddVoucherDocuments.save),
    .get(Addresses.voucherReversal, .bookkeepers, ReverseVoucher.show),
    .post(Addresses.voucherReversal, .bookkeepers, ReverseVoucher.save),
    .post(Addresses.voucherComments, .questioners, CommentOnVoucher.save),
    .get(Addresses.document, .readers, ShowDocument.show),
    .get(Addresses.accountChoices, .bookkeepers, ListAccountChoices.show),
    .get(Addresses.newVoucher, .bookkeepers, ShowNewVoucher.show),
    .post(Addresses.newVoucher, .bookkeepers, bodyBytesMax: UploadedDocuments.formBytesMax, MakeDraft.save),
    .get(Addresses.drafts, .insiders, ListDrafts.show),
    .get(Addresses.draft, .insiders, ShowDraft.show),
    .post(Addresses.draft, .bookkeepers, bodyBytesMax: UploadedDocuments.formBytesMax, SaveDraft.save),
    .post(
      Addresses.draftDocuments, .bookkeepers, bodyBytesMax: UploadedDocuments.formBytesMax, AddDraftDocuments.save),
    .post(Addresses.draftRecording, .bookkeepers, bodyBytesMax: UploadedDocuments.formBytesMax, RecordDraft.save),
    .get(Addresses.draftRemoval, .bookkeepers, RemoveDraft.show),
    .post(Addresses.draftRemoval, .bookkeepers, RemoveDraft.remove),
    .get(Addresses.templates, .insiders, ListTemplates.show),
    .post(Addresses.templates, .bookkeepers, MakeTemplate.save),
    .get(Addresses.template, .bookkeepers, ShowTemplate.show),
    .post(Addresses.template, .bookkeepers, bodyBytesMax: UploadedDocuments.formBytesMax, ShowTemplate.save),
    .get(Addresses.templateRemoval, .bookkeepers, RemoveDraft.showTemplate),
    .post(Addresses.templateRemoval, .bookkeepers, RemoveDraft.removeTemplate),
    .post(Addresses.templateDraft, .bookkeepers, MakeDraftOfTemplate.save),
  ]

  // Lists.
  static let lists: [Door] = [
    .get(Addresses.vouchers, .readers, ListVouchers.show),
    .get(Addresses.ledger, .readers, ShowLedger.show),
    .get(Addresses.trialBalance, .readers, ShowTrialBalance.show),
    .get(Addresses.objects, .signedIn, ListObjects.show),
    .get(Addresses.forecast, .signedIn, ShowForecast.show),
    .post(Addresses.forecast, .forecasters, SaveForecast.save),
    .get(Addresses.object, .signedIn, ShowObject.show),
    .get(Addresses.chart, .readers, ShowChart.show),
    .get(Addresses.roleAccounts, .readers, ShowRoleAccounts.show),
    .post(Addresses.roleAccounts, .director, SaveRoleAccounts.save),
  ]

  // Counts of participants.
  static let deliveries: [Door] = [
    .get(Addresses.deliveries, .forecasters, ListDeliveries.show),
    .get(Addresses.newDelivery, .forecasters, NewDelivery.show),
    .post(Addresses.newDelivery, .forecasters, NewDelivery.save),
    .post(Addresses.deliveryFile, .forecasters, bodyBytesMax: UploadedDocuments.formBytesMax, NewDelivery.upload),
    .get(Addresses.deliveryTemplate, .forecasters, NewDelivery.template),
    .get(Addresses.delivery, .forecasters, ShowDelivery.show),
    .post(Addresses.deliveryAcceptance, .bookkeepers, ShowDelivery.accept),
    .post(Addresses.deliveryQuestion, .bookkeepers, ShowDelivery.sendBack),
    .get(Addresses.deliveryCopy, .forecasters, ShowDelivery.file),
    .get(Addresses.exitReasons, .bookkeepers, MapExitReasons.show),
    .post(Addresses.exitReasons, .bookkeepers, MapExitReasons.save),
    .get(Addresses.deliveryKeys, .bookkeepers, ListDeliveryKeys.show),
    .post(Addresses.deliveryKeys, .bookkeepers, ListDeliveryKeys.save),
    .post(Addresses.deliveryKeyEnd, .bookkeepers, ListDeliveryKeys.end),
  ]

  // Requisitions.
  static let requisitions: [Door] = [
    .get(Addresses.requisitions, .signedIn, ListRequisitions.show),
    .get(Addresses.newRequisition, .forecasters, NewRequisition.show),
    .post(
      Addresses.newRequisition, .forecasters, bodyBytesMax: UploadedDocuments.formBytesMax, NewRequisition.save),
    .get(Addresses.requisition, .signedIn, ShowRequisition.show),
    .get(Addresses.requisitionVersion, .forecasters, NewRequisition.showAgain),
    .post(
      Addresses.requisitionVersion, .forecasters, bodyBytesMax: UploadedDocuments.formBytesMax, NewRequisition.saveAgain
    ),
    .post(Addresses.requisitionQuestion, .bookkeepers, StepRequisition.sendBack),
    .post(Addresses.requisitionAttest, .attesters, StepRequisition.attest),
    .post(Addresses.requisitionBooking, .bookkeepers, StepRequisition.book),
    .post(Addresses.requisitionPayment, .bookkeepers, StepRequisition.pay),
    .post(Addresses.requisitionWithdrawal, .forecasters, StepRequisition.withdraw),
    .get(Addresses.requisitionDocument, .signedIn, ShowRequisition.document),
    .get(Addresses.repayments, .readers, BookRepayment.show),
    .post(Addresses.repayments, .bookkeepers, BookRepayment.save),
    .get(Addresses.finalCosts, .forecasters, StateFinalCost.show),
    .post(Addresses.finalCosts, .forecasters, StateFinalCost.save),
    .get(Addresses.accrual, .readers, BookAccrual.show),
    .post(Addresses.accrual, .bookkeepers, BookAccrual.save),
    .post(Addresses.accrualRelease, .bookkeepers, BookAccrual.release),
    .get(Addresses.followUp, .signedIn, ShowFollowUp.show),
  ]

  // Insatser from need to final report.
  static let grants: [Door] = [
    .get(Addresses.newInsats, .bookkeepers, RegisterInsats.show),
    .post(Addresses.newInsats, .bookkeepers, RegisterInsats.save),
    .get(Addresses.insatsFacts, .bookkeepers, ShowInsatsFacts.show),
    .post(Addresses.insatsName, .bookkeepers, RenameInsats.save),
    .post(Addresses.insatsOrigin, .bookkeepers, ContinueInsats.save),
    .post(Addresses.insatsEnd, .bookkeepers, EndInsats.save),
    .post(Addresses.insatsFollowUp, .bookkeepers, SaveFollowUp.save),
    .get(Addresses.applications, .signedIn, ListGrants.show),
    .get(Addresses.newApplication, .forecasters, ApplyForGrant.show),
    .post(Addresses.newApplication, .forecasters, ApplyForGrant.save),
    .get(Addresses.application, .signedIn, ShowGrant.show),
    .get(Addresses.applicationChange, .forecasters, ApplyForGrant.showChange),
    .post(Addresses.applicationChange, .forecasters, ApplyForGrant.saveChange),
    .post(Addresses.grantPreparation, .bookkeepers, PrepareGrant.save),
    .get(Addresses.grantDecision, .bookkeepers, DecideGrant.show),
    .post(Addresses.grantDecision, .bookkeepers, DecideGrant.save),
    .post(Addresses.grantRejection, .bookkeepers, RejectGrant.save),
    .post(Addresses.grantWithdrawal, .forecasters, WithdrawGrant.save),
    .get(Addresses.grantAgreement, .bookkeepers, AgreeGrant.show),
    .post(Addresses.grantAgreement, .bookkeepers, AgreeGrant.save),
    .get(Addresses.grantReport, .signedIn, WriteReport.show),
    .post(Addresses.grantReport, .forecasters, WriteReport.save),
    .post(Addresses.grantReportAnswer, .bookkeepers, WriteReport.answer),
    .get(Addresses.reports, .signedIn, ListReports.show),
  ]

  // The groups in which the parties meet, their meetings, and the local groups' FINSAM plans.
  static let groups: [Door] = [
    .get(Addresses.groups, .readers, ListGroups.show),
    .get(Addresses.newGroup, .bookkeepers, SaveGroup.showNew),
    .post(Addresses.newGroup, .bookkeepers, SaveGroup.saveNew),
    .get(Addresses.group, .readers, ShowGroup.show),
    .get(Addresses.groupChange, .bookkeepers, SaveGroup.show),
    .post(Addresses.groupChange, .bookkeepers, SaveGroup.save),
    .get(Addresses.newGroupMeeting, .bookkeepers, HoldGroupMeeting.showNew),
    .post(Addresses.newGroupMeeting, .bookkeepers, HoldGroupMeeting.saveNew),
    .get(Addresses.groupMeeting, .readers, ShowGroupMeeting.show),
    .get(Addresses.groupMeetingCorrection, .bookkeepers, HoldGroupMeeting.showCorrection),
    .post(Addresses.groupMeetingCorrection, .bookkeepers, HoldGroupMeeting.saveCorrection),
    .post(Addresses.groupMeetingWithdrawal, .bookkeepers, HoldGroupMeeting.withdraw),
    .get(Addresses.groupMeetingWithdrawal, .readers) { _, place in .see(Addresses.groupMeeting.path(place)) },
    .get(Addresses.finsamPlans, .readers, ListFinsamPlans.show),
    .post(Addresses.finsamPlansAllocation, .bookkeepers, ListFinsamPlans.save),
    .get(Addresses.finsamPlansAllocation, .readers) { _, year in .see(Addresses.finsamPlans.path(year)) },
    .get(Addresses.finsamPlan, .readers, ShowFinsamPlan.show),
    .get(Addresses.finsamPlanChange, .bookkeepers, SaveFinsamPlan.show),
    .post(Addresses.finsamPlanChange, .bookkeepers, SaveFinsamPlan.save),
    .post(Addresses.finsamPlanDecision, .bookkeepers, StepFinsamPlan.decide),
    .get(Addresses.finsamPlanDecision, .readers) { _, place in .see(Addresses.finsamPlan.path(place)) },
    .post(Addresses.finsamPlanDrop, .bookkeepers, StepFinsamPlan.drop),
    .get(Addresses.finsamPlanDrop, .readers) { _, place in .see(Addresses.finsamPlan.path(place)) },
    .post(Addresses.finsamPlanLink, .bookkeepers, StepFinsamPlan.link),
    .get(Addresses.finsamPlanLink, .readers) { _, place in .see(Addresses.finsamPlan.path(place)) },
    .post(Addresses.finsamPlanOutcome, .bookkeepers, StepFinsamPlan.followUp),
    .get(Addresses.finsamPlanOutcome, .readers) { _, place in .see(Addresses.finsamPlan.path(place)) },
  ]

  // Budgets.
  static let budgets: [Door] = [
    .get(Addresses.budget, .readers, ShowBudget.show),
    .post(Addresses.budgetProposals, .bookkeepers, BeginBudget.save),
    .get(Addresses.budgetProposals, .readers) { _, year in .see(Addresses.budget.path(year)) },
    .get(Addresses.budgetProposal, .readers, ShowBudgetProposal.show),
    .post(Addresses.budgetProposal, .bookkeepers, SaveBudgetProposal.save),
    .post(
      Addresses.budgetReading, .bookkeepers, bodyBytesMax: { _ in BudgetFileFormat.byteCountMax + Door.formBytesMax },
      ReadBudgetFile.read),
    .get(Addresses.budgetReading, .bookkeepers) { _, place in .see(Addresses.budgetProposal.path(place)) },
    .post(Addresses.budgetSteps, .bookkeepers, TakeBudgetStep.save),
    .get(Addresses.budgetSteps, .readers) { _, place in .see(Addresses.budgetProposal.path(place)) },
    .get(Addresses.budgetFile, .readers, MakeBudgetFile.show),
  ]

  // Goals, and the association's own choices.
  static let goals: [Door] = [
    .get(Addresses.goals, .readers, ListGoals.show),
    .get(Addresses.newGoal, .bookkeepers, SaveGoal.showNew),
    .post(Addresses.newGoal, .bookkeepers, SaveGoal.saveNew),
    .get(Addresses.lastYearsGoals, .bookkeepers, CopyGoals.show),
    .post(Addresses.lastYearsGoals, .bookkeepers, CopyGoals.save),
    .get(Addresses.goal, .readers, SaveGoal.show),
    .post(Addresses.goal, .bookkeepers, SaveGoal.save),
    .post(Addresses.goalRemoval, .bookkeepers, RemoveGoal.save),
    .post(Addresses.quotedShares, .bookkeepers, QuoteShare.save),
    .get(Addresses.quotedShares, .readers) { _, place in .see(Addresses.goal.path(place)) },
    .post(Addresses.quotedShareRemoval, .bookkeepers, QuoteShare.remove),
    .get(Addresses.settings, .readers, EditSettings.show),
    .post(Addresses.settings, .director, EditSettings.save),
  ]

  // What is done for structures, and what is counted beside participants.
  static let counts: [Door] = [
    .get(Addresses.activities, .readers, ListActivities.show),
    .post(Addresses.activities, .bookkeepers, ListActivities.save),
    .get(Addresses.activity, .bookkeepers, SaveActivity.show),
    .post(Addresses.activity, .bookkeepers, SaveActivity.save),
    .post(Addresses.activityRemoval, .bookkeepers, SaveActivity.remove),
    .get(Addresses.counts, .readers, ShowCounts.show),
    .post(Addresses.counts, .bookkeepers, SaveCounts.save),
    .get(Addresses.countsTemplate, .readers, ShowCounts.template),
    .post(
      Addresses.countsFile, .bookkeepers, bodyBytesMax: FollowUpReader.byteCountMax + Door.formBytesMax,
      SaveCounts.saveFile),
    .get(Addresses.countsFile, .readers) { _, place in .see(Addresses.counts.path(place)) },
    .post(Addresses.countsRemoval, .bookkeepers, SaveCounts.remove),
  ]

  // The orders that the bookkeeping obeys.
  static let orders: [Door] = [
    .get(Addresses.attestOrder, .readers, ShowAttestOrder.show),
    .get(Addresses.newAttestOrder, .director, DecideAttestOrder.show),
    .post(Addresses.newAttestOrder, .director, DecideAttestOrder.save),
    .get(Addresses.delegationOrder, .readers, ShowDelegationOrder.show),
    .get(Addresses.newDelegationOrder, .director, DecideDelegationOrder.show),
    .post(Addresses.newDelegationOrder, .director, DecideDelegationOrder.save),
  ]

  // Internal control.
  static let internalControl: [Door] = [
    .get(Addresses.internalControl, .readers, ShowInternalControl.show),
    .post(Addresses.internalControl, .bookkeepers, SaveControl.saveNew),
    .post(Addresses.internalControlCopy, .bookkeepers, SaveControl.copy),
    .get(Addresses.internalControlCopy, .readers) { _, year in .see(Addresses.internalControl.path(year)) },
    .post(Addresses.internalControlDecision, .director, DecideInternalControl.save),
    .get(Addresses.internalControlDecision, .readers) { _, year in .see(Addresses.internalControl.path(year)) },
    .get(Addresses.control, .readers, SaveControl.show),
    .post(Addresses.control, .bookkeepers, SaveControl.save),
    .post(Addresses.controlRemoval, .bookkeepers, SaveControl.remove),
    .post(Addresses.controlResult, .bookkeepers, RecordControlResult.save),
    .get(Addresses.controlResult, .readers) { _, place in .see(Addresses.control.path(place)) },
  ]

  // Departures from recommendations.
  static let deviations: [Door] = [
    .get(Addresses.deviations, .readers, ListDeviations.show),
    .post(Addresses.deviations, .bookkeepers, ListDeviations.save),
    .post(Addresses.deviationsCopy, .bookkeepers, ListDeviations.copy),
    .get(Addresses.deviationsCopy, .readers) { _, year in .see(Addresses.deviations.path(year)) },
    .get(Addresses.deviation, .bookkeepers, SaveDeviation.show),
    .post(Addresses.deviation, .bookkeepers, SaveDeviation.save),
    .post(Addresses.deviationRemoval, .bookkeepers, SaveDeviation.remove),
  ]

  // What documents there are, how long they are kept, and what has been destroyed.
  static let retention: [Door] = [
    .get(Addresses.retention, .readers, ShowRetention.show),
    .get(Addresses.newRetentionPlan, .director, DecideRetentionPlan.show),
    .post(Addresses.newRetentionPlan, .director, DecideRetentionPlan.save),
    .post(Addresses.destructions, .bookkeepers, RecordDestruction.save),
    .get(Addresses.destructions, .readers) { _, _ in .see(Addresses.retention.path()) },
  ]

  // The bank and skattekontot.
  static let bank: [Door] = [
    .get(Addresses.bank, .readers, ShowBank.show),
    .post(
      Addresses.bank, .bookkeepers, bodyBytesMax: BankFile.byteCountMax + Door.formBytesMax, KeepStatement.save),
    .get(Addresses.bankAccount, .readers, ShowBankAccount.show),
    .post(Addresses.bankMatches, .bookkeepers, MatchBank.save),
    .post(Addresses.bankMatchEnding, .bookkeepers, EndBankMatch.save),
    .get(Addresses.bankLine, .readers, ShowBankLine.show),
    .post(Addresses.bankLine, .bookkeepers, SaveBankLine.save),
    .post(Addresses.bankMonths, .bookkeepers, ReconcileMonth.save),
  ]

  // Received invoices.
  static let suppliers: [Door] = [
    .get(Addresses.supplierInvoices, .readers, ListSupplierInvoices.show),
    .post(
      Addresses.supplierInvoices, .bookkeepers, bodyBytesMax: EInvoiceFile.byteCountMax + Door.formBytesMax,
      ReceiveInvoice.save),
    .get(Addresses.supplierInvoice, .readers, ShowSupplierInvoice.show),
    .post(Addresses.supplierInvoiceAttest, .attesters, AttestInvoice.save),
    .post(Addresses.supplierInvoiceBooking, .bookkeepers, BookSupplierInvoice.save),
    .post(Addresses.supplierInvoicePayment, .bookkeepers, PaySupplierInvoice.save),
  ]

  // Compensated VAT.
  static let vat: [Door] = [
    .get(Addresses.vat, .readers, ShowVAT.show),
    .post(Addresses.vat, .bookkeepers, ClaimVAT.save),
    .get(Addresses.vatClaim, .readers, ShowVATClaim.show),
    .post(Addresses.vatCredit, .bookkeepers, CreditVAT.save),
    .post(Addresses.vatWithdrawal, .bookkeepers, WithdrawVAT.save),
    .get(Addresses.vatStatement, .readers, ShowVATStatement.show),
  ]

  // The board's fees, and what members consolidate.
  static let fees: [Door] = [
    .get(Addresses.fees, .readers, ShowFees.show),
    .post(Addresses.fees, .bookkeepers, PayFees.save),
    .post(Addresses.feeRates, .bookkeepers, SaveFeeRate.save),
    .get(Addresses.feeRates, .readers) { _, _ in .see(Addresses.fees.path()) },
    .get(Addresses.feeRun, .readers, ShowFeeRun.show),
    .get(Addresses.consolidation, .readers, ShowConsolidation.show),
  ]

  // The board: its seats, meetings and decisions.
  static let board: [Door] = [
    .get(Addresses.board, .readers, ShowBoard.show),
    .get(Addresses.newBoardSeat, .bookkeepers, EditBoardSeat.showNew),
    .post(Addresses.newBoardSeat, .bookkeepers, EditBoardSeat.saveNew),
    .get(Addresses.boardSeat, .bookkeepers, EditBoardSeat.show),
    .post(Addresses.boardSeat, .bookkeepers, EditBoardSeat.save),
    .get(Addresses.boardMeetings, .readers, ListBoardMeetings.show),
    .get(Addresses.newBoardMeeting, .bookkeepers, PlanBoardMeeting.showNew),
    .post(Addresses.newBoardMeeting, .bookkeepers, PlanBoardMeeting.saveNew),
    .get(Addresses.boardMeeting, .readers, ShowBoardMeeting.show),
    .get(Addresses.boardPlan, .bookkeepers, PlanBoardMeeting.show),
    .post(Addresses.boardPlan, .bookkeepers, PlanBoardMeeting.save),
    .post(Addresses.boardCancelling, .bookkeepers, PlanBoardMeeting.cancel),
    .get(Addresses.boardAgenda, .bookkeepers, EditBoardAgenda.show),
    .post(Addresses.boardAgenda, .bookkeepers, EditBoardAgenda.save),
    .get(Addresses.boardItem, .bookkeepers, EditBoardItem.show),
    .post(Addresses.boardItem, .bookkeepers, bodyBytesMax: UploadedDocuments.formBytesMax, EditBoardItem.save),
    .get(Addresses.boardCall, .readers, CallBoard.show),
    .post(Addresses.boardCall, .bookkeepers, CallBoard.save),
    .get(Addresses.boardOpening, .bookkeepers, OpenBoardMeeting.show),
    .post(Addresses.boardOpening, .bookkeepers, OpenBoardMeeting.save),
    .get(Addresses.boardRoom, .bookkeepers, BoardRoom.show),
    .get(Addresses.boardAttendance, .bookkeepers, AttendBoardMeeting.show),
    .post(Addresses.boardAttendance, .bookkeepers, AttendBoardMeeting.save),
    .get(Addresses.boardItemDecision, .bookkeepers, DecideBoardItem.show),
    .post(Addresses.boardItemDecision, .bookkeepers, DecideBoardItem.save),
    .post(Addresses.boardStrike, .bookkeepers, BoardRoom.strike),
    .post(Addresses.boardReservation, .bookkeepers, BoardRoom.reserve),
    .post(Addresses.boardClosing, .bookkeepers, BoardRoom.close),
    .get(Addresses.boardDecisions, .readers, ListBoardDecisions.show),
    .get(Addresses.boardDecision, .readers, ShowBoardDecision.show),
    .get(Addresses.delegatedDecisions, .readers, ListDelegatedDecisions.show),
    .post(Addresses.delegatedDecisions, .bookkeepers, ListDelegatedDecisions.save),
  ]

  // Surveys, and the door of those who answer them.
  static let surveys: [Door] = [
    .get(Addresses.surveys, .readers, ListSurveys.show),
    .get(Addresses.newSurvey, .bookkeepers, OpenSurvey.show),
    .post(Addresses.newSurvey, .bookkeepers, OpenSurvey.save),
    .get(Addresses.survey, .readers, ShowSurvey.show),
    .post(Addresses.surveyAsked, .bookkeepers, StepSurvey.changeAsked),
    .post(Addresses.surveyCodes, .bookkeepers, MakeSurveyCodes.save),
    .get(Addresses.surveyCodes, .bookkeepers) { _, id in .see(Addresses.survey.path(id)) },
    .get(Addresses.surveyPaper, .bookkeepers, TypePaperAnswer.show),
    .post(Addresses.surveyPaper, .bookkeepers, bodyBytesMax: AnswerSurvey.bodyBytesMax, TypePaperAnswer.save),
    .post(Addresses.surveyClosing, .bookkeepers, StepSurvey.close),
    .get(Addresses.surveyTexts, .bookkeepers, JudgeTexts.show),
    .post(Addresses.surveyTexts, .bookkeepers, JudgeTexts.save),
    .get(Addresses.surveySeries, .readers, ShowSurveySeries.show),
    .get(Addresses.instruments, .readers, ListInstruments.show),
    .get(Addresses.newInstrument, .bookkeepers, EditInstrument.show),
    .post(Addresses.newInstrument, .bookkeepers, EditInstrument.save),
    .post(
      Addresses.instrumentReading, .bookkeepers, bodyBytesMax: ReadInstrument.byteCountMax + Door.formBytesMax,
      ReadInstrument.read),
    .get(Addresses.instrumentReading, .bookkeepers) { _, _ in .see(Addresses.instruments.path()) },
    .get(Addresses.instrument, .readers, ShowInstrument.show),
    .get(Addresses.instrumentFile, .readers, ShowInstrument.file),
    .get(Addresses.answering, .respondents, AnswerSurvey.begin),
    .post(Addresses.answering, .respondents, AnswerSurvey.find),
    .get(Addresses.answer, .respondents, AnswerSurvey.show),
    .post(Addresses.answer, .respondents, bodyBytesMax: AnswerSurvey.bodyBytesMax, AnswerSurvey.save),
    .get(Addresses.answered, .respondents, AnswerSurvey.thank),
  ]

  // Obstacles in the lift, and the doors of those who report by a link.
  static let obstacles: [Door] = [
    .get(Addresses.obstacles, .signedIn, ListObstacles.show),
    .get(Addresses.newObstacle, .reporters, ReportObstacle.show),
    .post(Addresses.newObstacle, .reporters, ReportObstacle.save),
    .get(Addresses.lift, .readers, ShowLift.show),
    .get(Addresses.obstacleChannels, .bookkeepers, ListObstacleChannels.show),
    .post(Addresses.obstacleChannels, .bookkeepers, ListObstacleChannels.save),
    .post(Addresses.obstacleChannelEnd, .bookkeepers, ListObstacleChannels.end),
    .get(Addresses.obstacleChannelEnd, .bookkeepers) { _, _ in .see(Addresses.obstacleChannels.path()) },
    .get(Addresses.obstacle, .signedIn, ShowObstacle.show),
    .post(Addresses.obstacleAnswer, .answerers, AnswerObstacle.save),
    .get(Addresses.obstacleAnswer, .answerers) { _, id in .see(Addresses.obstacle.path(id)) },
    .post(Addresses.obstacleJoin, .bookkeepers, JoinObstacle.save),
    .get(Addresses.obstacleJoin, .bookkeepers) { _, id in .see(Addresses.obstacle.path(id)) },
    .post(
      Addresses.obstacleReference, .bookkeepers, bodyBytesMax: { _ in UploadedDocuments.formBytesMax },
      ReferObstacle.save),
    .get(Addresses.obstacleReference, .bookkeepers) { _, id in .see(Addresses.obstacle.path(id)) },
    .get(Addresses.obstacleReporting, .respondents, ReportByLink.show),
    .post(
      Addresses.obstacleReporting, .respondents, bodyBytesMax: ReportByLink.bodyBytesMax, ReportByLink.save),
    .get(Addresses.obstacleReceipt, .respondents, ObstacleReceipt.show),
  ]

  // Years and periods.
  static let years: [Door] = [
    .get(Addresses.years, .readers, ListYears.show),
    .post(Addresses.years, .bookkeepers, OpenYear.save),
    .get(Addresses.year, .readers, ShowYear.show),
    .post(Addresses.monthLock, .bookkeepers, LockMonth.save),
    .post(Addresses.yearLock, .bookkeepers, LockYear.save),
    .get(Addresses.yearEnd, .bookkeepers, EndYear.show),
    .post(Addresses.yearEnd, .bookkeepers, EndYear.save),
  ]

  // Members and contributions.
  static let members: [Door] = [
    .get(Addresses.members, .readers, ListMembers.show),
    .get(Addresses.newMember, .bookkeepers, EditMember.showNew),
    .post(Addresses.newMember, .bookkeepers, EditMember.saveNew),
    .get(Addresses.member, .readers, EditMember.show),
    .post(Addresses.member, .bookkeepers, EditMember.save),
    .get(Addresses.ownBilling, .readers, EditOwnBilling.show),
    .post(Addresses.ownBilling, .bookkeepers, EditOwnBilling.save),
    .get(Addresses.contributionKeys, .readers, ListContributionKeys.show),
    .get(Addresses.newContributionKey, .bookkeepers, EditContributionKey.showNew),
    .post(Addresses.newContributionKey, .bookkeepers, EditContributionKey.saveNew),
    .get(Addresses.contributionKey, .readers, EditContributionKey.show),
    .post(Addresses.contributionKey, .bookkeepers, EditContributionKey.save),
    .get(Addresses.contributionCall, .readers, ShowContributionCall.show),
    .post(Addresses.contributionCall, .bookkeepers, FixContributionCall.save),
    .post(Addresses.contributionInvoices, .bookkeepers, IssueMemberInvoices.save),
    .post(Addresses.contributionAccrual, .bookkeepers, AccrueContributions.save),
    .get(Addresses.memberInvoice, .readers, ShowMemberInvoice.show),
    .get(Addresses.memberInvoiceFile, .readers, ShowMemberInvoice.file),
    .post(Addresses.memberInvoicePDF, .bookkeepers, ShowMemberInvoice.makePDF),
    .post(Addresses.memberInvoicePayments, .bookkeepers, PayMemberInvoice.save),
    .post(Addresses.memberInvoiceCredit, .bookkeepers, CreditMemberInvoice.save),
  ]

  // Imports and exports.
  static let exchange: [Door] = [
    .get(Addresses.imports, .insiders, ListImports.show),
    // A file of the largest size, and the fields around it.
    .post(Addresses.uploads, .bookkeepers, bodyBytesMax: { $0.importBytesMax + Door.formBytesMax }, KeepUpload.act),
    .get(Addresses.uploads, .bookkeepers) { _, _ in .see(Addresses.imports.path()) },
    .get(Addresses.upload, .bookkeepers, ShowUpload.show),
    .post(Addresses.uploadRemoval, .bookkeepers, RemoveUpload.act),
    .post(Addresses.uploadImport, .bookkeepers, ImportUpload.act),
    .get(Addresses.uploadImport, .bookkeepers) { _, id in .see(Addresses.importProgress.path(id)) },
    .get(Addresses.importProgress, .bookkeepers, ShowImportProgress.show),
    .get(Addresses.importReceipt, .insiders, ShowImport.show),
    .get(Addresses.importFile, .insiders, ShowImportFile.show),
    .post(Addresses.importUndoing, .bookkeepers, UndoImport.act),
    .get(Addresses.importUndoing, .insiders) { _, number in .see(Addresses.importReceipt.path(number)) },
    .get(Addresses.sieExport, .readers, ExportSIE.show),
    .get(Addresses.folderExport, .insiders, ExportFolder.show),
  ]

  // Published reports, reviewed.
  static let reviews: [Door] = [
    .get(Addresses.reviews, .readers, SendReports.show),
    // Files of the largest size, and the fields around them.
    .post(Addresses.reviews, .readers, bodyBytesMax: { $0.importBytesMax + Door.formBytesMax }, SendReports.save),
    .get(Addresses.review, .readers, ShowReview.show),
    .post(Addresses.reviewRemoval, .readers, ShowReview.remove),
    .get(Addresses.reviewedReport, .readers, ShowReview.report),
    .get(Addresses.reviewedHistory, .bookkeepers, TakeHistory.show),
    .post(Addresses.reviewedHistory, .bookkeepers, TakeHistory.save),
  ]

  // The annual report.
  static let report: [Door] = [
    .get(Addresses.report, .readers, ShowReport.show),
    .get(Addresses.chapter, .readers, ShowChapter.show),
    .post(Addresses.chapter, .bookkeepers, SaveChapter.save),
    .post(Addresses.chapterPreview, .bookkeepers, PreviewChapter.show),
    .post(Addresses.chapterMark, .bookkeepers, MarkChapter.save),
    .post(Addresses.chapterComments, .questioners, CommentOnReport.onChapter),
    .get(Addresses.figures, .readers, ListFigures.show),
    .get(Addresses.figure, .readers, ShowFigure.show),
    .post(Addresses.figureComments, .questioners, CommentOnReport.onFigure),
    .get(Addresses.findings, .readers, ListFindings.show),
    .post(Addresses.findings, .bookkeepers, AnswerFinding.save),
    .get(Addresses.lastYearsTexts, .bookkeepers, CopyTexts.show),
    .post(Addresses.lastYearsTexts, .bookkeepers, CopyTexts.save),
    .get(Addresses.reportFacts, .readers, EditReportFacts.show),
    .post(Addresses.reportFacts, .bookkeepers, EditReportFacts.save),
    .get(Addresses.versions, .readers, ListVersions.show),
    .post(Addresses.versions, .bookkeepers, ListVersions.save),
    .get(Addresses.version, .readers, ShowVersion.show),
    .get(Addresses.printedReport, .readers, PrintReport.show),
    .get(Addresses.reportFile, .readers, MakeReportFile.show),
    .get(Addresses.comments, .readers, ListComments.show),
    .post(Addresses.commentEnding, .questioners, EndComment.save),
  ]

  // The statistics, and the hand-over to Uppföljning Finsam, which is exact and no publication.
  static let statistics: [Door] = [
    .get(Addresses.statistics, .readers, ShowStatistics.show),
    .get(Addresses.statisticsAppendix, .readers, ShowStatistics.appendix),
    .get(Addresses.statisticsFile, .readers, ShowStatistics.file),
    .get(Addresses.handOvers, .insiders, ListHandOvers.show),
    .get(Addresses.handOver, .insiders, HandOverInsats.show),
    .post(Addresses.handOver, .bookkeepers, HandOverInsats.save),
  ]

  // The diary.
  static let diary: [Door] = [
    .get(Addresses.diary, .readers, ListDiary.thisYear),
    .get(Addresses.newDiaryEntry, .bookkeepers, NewDiaryEntry.show),
    .post(
      Addresses.newDiaryEntry, .bookkeepers, bodyBytesMax: { _ in UploadedDocuments.formBytesMax }, NewDiaryEntry.save),
    .post(Addresses.diarySeries, .director, ListDiary.choosePrefix),
    .get(Addresses.diaryYear, .readers, ListDiary.show),
    .get(Addresses.diaryFile, .readers, ListDiary.file),
    .get(Addresses.diaryEntry, .readers, ShowDiaryEntry.show),
    .post(Addresses.diaryChange, .bookkeepers, ShowDiaryEntry.change),
    .post(
      Addresses.diaryAddition, .bookkeepers, bodyBytesMax: { _ in UploadedDocuments.formBytesMax }, ShowDiaryEntry.add),
  ]

  // Governing documents.
  static let governing: [Door] = [
    .get(Addresses.governing, .readers, ListGoverning.show),
    .get(Addresses.newGoverning, .bookkeepers, NewGoverning.show),
    .post(
      Addresses.newGoverning, .bookkeepers, bodyBytesMax: { _ in UploadedDocuments.formBytesMax }, NewGoverning.save),
    .get(Addresses.governingDocument, .readers, ShowGoverning.show),
    .get(Addresses.governingNewVersion, .bookkeepers, NewGoverning.showVersion),
    .post(
      Addresses.governingNewVersion, .bookkeepers, bodyBytesMax: { _ in UploadedDocuments.formBytesMax },
      NewGoverning.saveVersion),
    .get(Addresses.governingVersion, .readers, ShowGoverning.version),
    .post(Addresses.governingReview, .bookkeepers, ShowGoverning.review),
    .post(Addresses.governingEnd, .bookkeepers, ShowGoverning.end),
    .post(Addresses.governingShowing, .director, ShowGoverning.showing),
  ]

  // What everybody may see, and where the director says what that is.
  static let publicDoors: [Door] = [
    .get(Addresses.publicPage, .respondents, PublicPage.show),
    .get(Addresses.publicData, .respondents, PublicPage.data),
    .get(Addresses.publicFile, .respondents, PublicPage.file),
    .get(Addresses.publicDocument, .respondents, PublicPage.document),
    .get(Addresses.publicSettings, .readers, PublicSettings.show),
    .post(Addresses.publicSwitch, .director, PublicSettings.turn),
    .post(
      Addresses.publications, .director, bodyBytesMax: { _ in UploadedDocuments.formBytesMax }, PublicSettings.publish),
    .post(Addresses.publicationEnd, .director, PublicSettings.end),
  ]

  // History, practice.
  static let insight: [Door] = [
    .get(Addresses.history, .insiders, ListHistory.show),
    .get(Addresses.historyFile, .insiders, ExportHistory.save),
    .post(Addresses.historyCheck, .insiders, CheckBook.run),
    .get(Addresses.historyLine, .insiders, ShowHistoryLine.show),
    .get(Addresses.practice, .signedIn, ShowPractice.show),
    .post(Addresses.practice, .signedIn, EnterPractice.save),
    .post(Addresses.practiceLeaving, .signedIn, LeavePractice.save),
    .post(Addresses.practiceRemoval, .bookkeepers, RemovePractice.save),
  ]
}
