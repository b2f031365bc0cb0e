/// What a förbundsordning shall say (finsamlagen § 9): eighteen points, in the order of the law.
public enum CharterPoint: Int, CaseIterable, Hashable, Comparable, Sendable {
  case name = 1
  case organisation
  case seats
  case tasks
  case initiative
  case qualifiedMajority
  case announcements
  case shares
  case credit
  case insight
  case budget
  case auditorTerm
  case jointAuditors
  case leaving
  case liquidation
  case disputes
  case fees
  case economy

  /// What the point is, in short.
  public var title: String {
    switch self {
    case .name: "Namn, säte, medlemmar och ändamål"
    case .organisation: "Organisationen"
    case .seats: "Antal ledamöter och ersättare, hur medlemmarna är företrädda och mandattiden"
    case .tasks: "Uppgifter och beslutanderätt"
    case .initiative: "Medlemmarnas rätt att väcka ärenden"
    case .qualifiedMajority: "I vilka ärenden det krävs kvalificerad majoritet"
    case .announcements: "Var tillkännagivanden anslås"
    case .shares: "Medlemmarnas andelar i tillgångar, skulder och kostnader"
    case .credit: "Gränser för krediter"
    case .insight: "Medlemmarnas styrning och insyn"
    case .budget: "Hur budgeten beslutas"
    case .auditorTerm: "Revisorernas mandattid"
    case .jointAuditors: "Gemensamma revisorer"
    case .leaving: "Hur en medlem går ut"
    case .liquidation: "Likvidation och hur behållna tillgångar skiftas"
    case .disputes: "Hur tvister löses"
    case .fees: "Hur arvoden bestäms"
    case .economy: "Övriga ekonomiska frågor"
    }
  }

  /// In the order of the law.
  public static func < (left: CharterPoint, right: CharterPoint) -> Bool { left.rawValue < right.rawValue }
}
