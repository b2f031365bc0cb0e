public import Association

/// A column of a list of counts: what it is called in a file and on a page.
public struct FollowUpColumn: Hashable, Sendable {
  /// A short name in letters that every address and form can hold.
  public let name: String
  /// The heading.
  public let title: String
  /// Whether it holds a count; an empty one is nought.
  public var isCount = false
  /// Whether something must stand there.
  public var isRequired = false
  /// What is to be written, where the heading does not say it.
  public var hint = ""

  /// The columns of a list, in the order of the template.
  public static func all(of list: FollowUpList) -> [FollowUpColumn] {
    let period = [
      FollowUpColumn(
        name: "fran", title: "Från", isRequired: true, hint: "Periodens första dag, till exempel 2025-01-01."),
      FollowUpColumn(
        name: "till", title: "Till", isRequired: true, hint: "Periodens sista dag, till exempel 2025-12-31."),
    ]
    let insats = FollowUpColumn(
      name: "insats", title: "Insats", isRequired: true, hint: "Insatsens namn eller korta namn.")
    let count = FollowUpColumn(name: "antal", title: "Antal", isCount: true, isRequired: true)
    switch list {
    case .progression:
      return [insats] + period + [
        FollowUpColumn(name: "verktyg", title: "Verktyg", hint: "Till exempel SKAPA. Kan lämnas tomt."),
        FollowUpColumn(name: "indikator", title: "Indikator", isRequired: true),
      ] + bySex("matta", "Mätta minst två gånger") + bySex("battre", "Bättre") + bySex("oforandrat", "Oförändrat")
        + bySex("samre", "Sämre")
    case .consultations:
      return period + [
        FollowUpColumn(
          name: "var", title: "Team", isRequired: true, hint: "Teamet eller den lokala samverkansgruppen."),
        FollowUpColumn(name: "grund", title: "Skäl", hint: "Kan lämnas tomt när ärendena inte delas upp."), count,
      ]
    case .referrals:
      return period + [
        FollowUpColumn(name: "var", title: "Kommun"),
        FollowUpColumn(name: "grund", title: "Avsändare", hint: "Kommunen, avsändaren eller båda."), count,
      ]
    case .screening:
      return [insats] + period + bySex("tillfragade", "Tillfrågade") + bySex("svarat", "Svarat")
    }
  }

  private static func bySex(_ name: String, _ title: String) -> [FollowUpColumn] {
    [("kvinnor", "kvinnor"), ("man", "män"), ("ej-angivet", "ej angivet")].map {
      FollowUpColumn(name: "\(name)-\($0.0)", title: "\(title), \($0.1)", isCount: true)
    }
  }
}
