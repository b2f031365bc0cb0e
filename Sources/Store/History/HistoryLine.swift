public import Ledger

/// One line of a book's history: who did what when, the digest of every fact recorded, and the hash that binds the
/// line to the one before.
public struct HistoryLine: Hashable, Sendable {
  /// What can be done to a book.
  public enum Act: String, CaseIterable, Sendable {
    /// The book was made.
    case create = "book"
    /// Facts about the association were recorded.
    case association = "association"
    /// A finding was answered.
    case answer = "answer"
    /// A fiscal year was opened.
    case openYear = "year-opened"
    /// A voucher was recorded.
    case voucher = "voucher"
    /// A voucher was reversed.
    case reversal = "reversal"
    /// A month was closed.
    case closeMonth = "month-closed"
    /// A month was opened again.
    case reopenMonth = "month-reopened"
    /// A year was closed.
    case closeYear = "year-closed"
    /// A year was opened again.
    case reopenYear = "year-reopened"
    /// A year was ended: result carried to equity, next year opened.
    case endYear = "year-ended"
    /// An attachment was kept.
    case attachment = "attachment"
    /// A file was imported.
    case importFile = "import"
    /// Something was said of a user of the office: who they are, what they may do.
    case user = "user"
    /// A link was made by which a user chooses a password.
    case makeLink = "user-link"
    /// A user's second factor was taken away by somebody else.
    case endSecondFactor = "user-factor-ended"
    /// A user chose a password by a link.
    case choosePassword = "user-password"
    /// A comment was made.
    case comment = "comment"
    /// A comment was ended.
    case endComment = "comment-ended"
    /// A chapter of a report was called ready, or not ready.
    case markChapter = "chapter-mark"
    /// A version of a report was kept as it was shown.
    case keepVersion = "report-version"
    /// A report left the book and told counts of people that had not been told before.
    case releaseCounts = "count-release"
    /// A performer delivered counts of participants.
    case deliverCounts = "count-delivery"
    /// A delivery was accepted.
    case acceptDelivery = "count-delivery-accepted"
    /// A delivery was sent back with a question.
    case returnDelivery = "count-delivery-returned"
    /// A performer's public key was registered.
    case deliveryKey = "delivery-key"
    /// A performer's public key was revoked.
    case endDeliveryKey = "delivery-key-ended"
    /// The book was said to be for practice.
    case practice = "practice"
    /// A document was put beside a voucher that stands.
    case document = "document"
    /// An import was undone.
    case undoImport = "import-undone"
    /// A budget that is not decided was begun, or saved.
    case saveBudget = "budget-saved"
    /// The members were consulted on a budget.
    case consultBudget = "budget-consulted"
    /// The public meeting that decides a budget was announced.
    case announceBudget = "budget-announced"
    /// The proposal for a budget was laid out on the website.
    case publishBudget = "budget-published"
    /// The board decided a budget.
    case decideBudget = "budget-decided"
    /// A proposal for a budget was thrown away.
    case discardBudget = "budget-discarded"
    /// Money was asked for, for the first time or again.
    case requisition = "requisition"
    /// A requisition was sent back with a question.
    case returnRequisition = "requisition-returned"
    /// A requisition was attested.
    case attestRequisition = "requisition-attested"
    /// A requisition was booked.
    case bookRequisition = "requisition-booked"
    /// A requisition was paid.
    case payRequisition = "requisition-paid"
    /// A requisition was taken back.
    case withdrawRequisition = "requisition-withdrawn"
    /// It was said why a frame is exceeded.
    case frameOverrun = "frame-overrun"
    /// A party paid money back.
    case repayment = "repayment"
    /// A performer said what a year cost.
    case finalCost = "final-cost"
    /// A year's debts to insatser were accrued.
    case accrual = "accrual"
    /// What was accrued and is not drawn was released.
    case releaseAccrual = "accrual-released"
    /// An application for money was made or changed.
    case applyForGrant = "grant-application"
    /// An application was prepared for the board.
    case prepareGrant = "grant-preparation"
    /// The board's decision to grant, or to change what it granted, was recorded.
    case decideGrant = "grant-decision"
    /// The board's decision to reject was recorded.
    case rejectGrant = "grant-rejection"
    /// An application was taken back.
    case withdrawGrant = "grant-withdrawal"
    /// An agreement was made.
    case agreeGrant = "grant-agreement"
    /// A report on an insats was written.
    case reportGrant = "grant-report"
    /// A report was accepted.
    case acceptReport = "grant-report-accepted"
    /// A report was returned with a question.
    case returnReport = "grant-report-returned"
    /// It was said how an insats stands in Uppföljning Finsam.
    case followUp = "insats-follow-up"
    /// The new participants of an insats were said to be typed into Uppföljning Finsam.
    case handOver = "hand-over"
    /// A meeting of a group was recorded.
    case holdGroupMeeting = "group-meeting"
    /// A meeting of a group was corrected.
    case correctGroupMeeting = "group-meeting-corrected"
    /// A meeting of a group that was recorded was withdrawn.
    case withdrawGroupMeeting = "group-meeting-withdrawn"
    /// A FINSAM plan was written, or a new version of it.
    case savePlan = "finsam-plan"
    /// A FINSAM plan was decided.
    case decidePlan = "finsam-plan-decided"
    /// A new version of a FINSAM plan was thrown away.
    case dropPlanChange = "finsam-plan-change-dropped"
    /// An insats in a FINSAM plan became one of the register.
    case linkPlan = "finsam-plan-linked"
    /// It was said what came of a FINSAM plan.
    case followUpPlan = "finsam-plan-followed-up"
    /// A bank's statement was kept.
    case bankStatement = "bank-statement"
    /// Lines of a statement and rows of the ledger were said to be the same.
    case bankMatch = "bank-match"
    /// A match was let go.
    case endBankMatch = "bank-match-ended"
    /// A month at the bank was gone through.
    case bankMonth = "bank-month"
    /// Compensation for VAT was applied for.
    case claimVAT = "vat-claim"
    /// It was credited.
    case creditVAT = "vat-credit"
    /// An invoice was received.
    case receiveInvoice = "invoice-received"
    /// A step was taken with a received invoice.
    case invoiceStep = "invoice-step"
    /// Another rate of employer contributions was given.
    case contributionRate = "contribution-rate"
    /// The board was paid.
    case payFees = "board-fees"
    /// An application for it was taken back.
    case withdrawVAT = "vat-withdrawal"
    /// A year's contributions were fixed.
    case fixCall = "contribution-call"
    /// An invoice to a member was issued.
    case memberInvoice = "member-invoice"
    /// A credit invoice to a member was issued.
    case creditInvoice = "credit-invoice"
    /// A document of an invoice was kept.
    case invoiceDocument = "invoice-document"
    /// A payment was matched with an invoice.
    case invoicePayment = "invoice-payment"
    /// Prepaid contributions became the income of their year.
    case accrueContributions = "contributions-accrued"
    /// A version of a survey's instrument was kept.
    case keepInstrument = "survey-instrument"
    /// A survey was opened.
    case openSurvey = "survey-opened"
    /// It was said how many a survey asks.
    case changeAsked = "survey-asked"
    /// One-time codes for a survey were made.
    case makeSurveyCodes = "survey-codes"
    /// A survey was closed, and what it came to recorded.
    case closeSurvey = "survey-closed"
    /// A free text of a survey was released or removed.
    case judgeText = "survey-text"
    /// A meeting of the board was planned, or planned anew.
    case planMeeting = "meeting-planned"
    /// The board was called to a meeting.
    case callMeeting = "meeting-called"
    /// A meeting of the board was opened.
    case openMeeting = "meeting-opened"
    /// It was said who is at a meeting.
    case attendMeeting = "meeting-attendance"
    /// The board's decision was recorded.
    case decideMeeting = "meeting-decision"
    /// A decision that was recorded wrong was struck out.
    case strikeDecision = "meeting-decision-struck"
    /// A reservation against a decision was recorded.
    case reserveMeeting = "meeting-reservation"
    /// A meeting of the board was closed.
    case closeMeeting = "meeting-closed"
    /// A meeting of the board was called off.
    case cancelMeeting = "meeting-cancelled"
    /// A decision taken on the board's behalf was recorded.
    case delegatedDecision = "delegated-decision"
    /// A version of the attest order, the delegation order or the plan for documents was recorded as decided.
    case decideOrder = "order-decided"
    /// A proposal for a year's internal control was saved.
    case proposeControls = "control-plan"
    /// The board's decision on a year's internal control was recorded.
    case decideControls = "control-plan-decided"
    /// What a control showed was recorded.
    case controlResult = "control-result"
    /// It was recorded that documents were destroyed.
    case destroyDocuments = "documents-destroyed"
    /// An obstacle was reported.
    case reportObstacle = "obstacle"
    /// Somebody was given an obstacle, or another day.
    case assignObstacle = "obstacle-assigned"
    /// A level solved an obstacle.
    case solveObstacle = "obstacle-solved"
    /// A level declined an obstacle.
    case declineObstacle = "obstacle-declined"
    /// A level passed an obstacle up.
    case passObstacle = "obstacle-passed"
    /// An answered obstacle was taken up again.
    case reopenObstacle = "obstacle-reopened"
    /// An obstacle was joined with another.
    case joinObstacle = "obstacle-joined"
    /// An obstacle was taken apart from another.
    case separateObstacle = "obstacle-separated"
    /// Something was laid to an obstacle, or taken from it.
    case referObstacle = "obstacle-reference"
    /// A link for reports of obstacles was made.
    case openObstacleChannel = "obstacle-link"
    /// A link for reports of obstacles was ended.
    case endObstacleChannel = "obstacle-link-ended"
    /// The secretary's words in the minutes of a meeting were written.
    case noteMinutes = "minutes-notes"
    /// Minutes were closed for adjustment.
    case closeMinutes = "minutes-closed"
    /// Somebody adjusted minutes.
    case adjustMinutes = "minutes-adjustment"
    /// The announcement of adjusted minutes was put up at a member.
    case postNotice = "notice-posting"
    /// A member confirmed that it is up.
    case confirmNotice = "notice-confirmation"
    /// It was taken down.
    case takeDownNotice = "notice-taking-down"
    /// The letters of the diary's numbers were chosen.
    case diarySeries = "diary-series"
    /// An entry was made in the diary.
    case registerEntry = "diary-entry"
    /// Something in an entry was changed.
    case changeEntry = "diary-change"
    /// A governing document was recorded, or a new version of one.
    case governingVersion = "governing-version"
    /// A governing document was looked through and stands.
    case governingReview = "governing-review"
    /// A governing document no longer holds.
    case endGoverning = "governing-end"
    /// A governing document was shown to everybody, or no longer.
    case showGoverning = "governing-showing"
    /// A file was laid out for everybody.
    case publish = "publication"
    /// A file is no longer laid out.
    case endPublication = "publication-end"
    /// The public page was turned on or off.
    case publicPage = "public-page"
  }

  /// Its number, from 1, without gaps.
  public let sequence: Int64
  /// When.
  public let moment: Moment
  /// Who.
  public let actor: Actor
  /// What.
  public let act: Act
  /// To what: a voucher's number, a month, a file's name.
  public let subject: String
  /// Which frozen form it is hashed in; 1 is `finsam-history-1`.
  public let formVersion: Int64
  /// SHA-256 of all facts recorded in the act.
  public let digest: String
  /// The hash of the line before; 64 zeros in the first.
  public let previousHash: String
  /// SHA-256 of the line itself in canonical form.
  public let hash: String

  /// What stands before the first line.
  static let noHash = String(repeating: "0", count: 64)

  /// The hash of the canonical line `finsam-history-1`: the form's name and the columns, as a line of facts is written.
  static func hash(
    sequence: Int64, moment: Int64, actor: String, act: String, subject: String, digest: String, previousHash: String
  ) -> String {
    let line = LineDigest()
    line.put("finsam-history-1")
    line.put(sequence)
    line.put(moment)
    line.put(actor)
    line.put(act)
    line.put(subject)
    line.put(digest)
    line.put(previousHash)
    line.endLine()
    return line.hash
  }

  /// The digest of an act: one line per table with rows in it, by name in byte order: name, row count, SHA-256.
  static func digest(of tables: [(name: String, count: Int, hash: String)]) -> String {
    let lines = LineDigest()
    for table in tables.sorted(by: { $0.name < $1.name }) where table.count > 0 {
      lines.put(table.name)
      lines.put(Int64(table.count))
      lines.put(table.hash)
      lines.endLine()
    }
    return lines.hash
  }
}

extension Connection {
  /// The history, or one line of it.
  func history(of sequence: Int64? = nil) throws -> [HistoryLine] {
    var lines: [HistoryLine] = []
    try each(
      """
      SELECT h.sequence, moment, actor, act, subject, form_version, digest, previous_hash, hash
      FROM history h JOIN history_seal s ON s.sequence = h.sequence
      WHERE h.sequence BETWEEN COALESCE(?1, 0) AND COALESCE(?1, 9223372036854775807) ORDER BY h.sequence
      """, sequence.map { .integer($0) } ?? .null
    ) { row in
      guard let act = HistoryLine.Act(rawValue: row.text(3)) else {
        throw Store.Refusal.corrupt("history \(row.integer(0)): \(row.text(3))")
      }
      lines.append(
        HistoryLine(
          sequence: row.integer(0), moment: Moment(secondsSince1970: row.integer(1)), actor: Actor(name: row.text(2)),
          act: act, subject: row.text(4), formVersion: row.integer(5), digest: row.text(6), previousHash: row.text(7),
          hash: row.text(8)))
    }
    return lines
  }
}

extension Store {
  /// The whole history, first line first.
  public func history() throws(Refusal) -> [HistoryLine] { try read { try $0.history() } }

  /// The last line's hash: whoever keeps it on paper can tell if the end of the history is ever cut off.
  public func lastHash() throws(Refusal) -> String {
    try read {
      try $0.first("SELECT hash FROM history_seal ORDER BY sequence DESC LIMIT 1") { $0.text(0) } ?? HistoryLine.noHash
    }
  }
}

extension HistoryLine.Act {
  /// What is done with money that parties ask for, pay back and are owed.
  public static let requisitions: Set<HistoryLine.Act> = [
    .requisition, .returnRequisition, .attestRequisition, .bookRequisition, .payRequisition, .withdrawRequisition,
    .frameOverrun, .repayment, .finalCost, .accrual, .releaseAccrual,
  ]
}
