/// What a performer's own exit reason is in the words common to all insatser.
public struct ExitReasonMapping: Hashable, Sendable {
  /// Of which insats; empty where every insats uses the code so.
  public var insatsID: String
  /// The performer's code: the id of the row.
  public var code: String
  /// What the performer calls it.
  public var title: String
  /// The common reason.
  public var reason: ExitReason

  /// A mapping.
  public init(insatsID: String = "", code: String, title: String, reason: ExitReason) {
    self.insatsID = insatsID
    self.code = code
    self.title = title
    self.reason = reason
  }
}

extension [ExitReasonMapping] {
  /// The common reason of a performer's code; nil where nobody has said. What is said of the insats goes before what is
  /// said of all, and a common reason's own name needs no mapping.
  public func reason(of code: String, in insatsID: String) -> ExitReason? {
    (first { $0.insatsID == insatsID && $0.code == code } ?? first { $0.insatsID.isEmpty && $0.code == code })?.reason
      ?? ExitReason(code: code)
  }
}

extension ExitReason {
  /// The reason in words, as a row of a table.
  public var title: String {
    switch self {
    case .work: "Arbete"
    case .subsidisedWork: "Subventionerat arbete"
    case .studies: "Studier"
    case .practice: "Praktik eller arbetsträning"
    case .jobSeeking: "Aktivt arbetssökande"
    case .jointSupport: "Förstärkt samarbete mellan Arbetsförmedlingen och Försäkringskassan"
    case .furtherRehabilitation: "Fortsatt rehabilitering"
    case .dailyActivity: "Daglig verksamhet"
    case .rightBenefit: "Rätt ersättning"
    case .backToReferrer: "Åter till remittenten"
    case .illness: "Sjukdom"
    case .moved: "Flyttat"
    case .interrupted: "Avbrott"
    case .other: "Övrigt"
    }
  }
}
