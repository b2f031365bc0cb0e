/// The four kinds of parties that make a samordningsförbund (lag 2003:1210 § 3).
public enum Party: String, CaseIterable, Sendable {
  /// Försäkringskassan.
  case socialInsurance = "fk"
  /// Arbetsförmedlingen.
  case employmentService = "af"
  /// A region.
  case region
  /// A municipality.
  case municipality = "kommun"

  /// What it is called where no member of that kind is named.
  public var title: String {
    switch self {
    case .socialInsurance: "Försäkringskassan"
    case .employmentService: "Arbetsförmedlingen"
    case .region: "Regionen"
    case .municipality: "Kommunen"
    }
  }
}

extension Member {
  /// Which of the four it is. Of the state's two it is known by its name or short name; nil where neither says it.
  public var party: Party? {
    switch kind {
    case .region: return .region
    case .municipality: return .municipality
    case .state:
      let words = [name, id].map { $0.lowercased() }
      if words.contains(where: { $0 == "fk" || $0.hasPrefix("försäkringskassan") }) { return .socialInsurance }
      return words.contains { $0 == "af" || $0.hasPrefix("arbetsförmedlingen") } ? .employmentService : nil
    }
  }
}

/// Whether all four parties were there (*äkta fyrpart*), and which were not.
public struct FourParties: Hashable, Sendable {
  /// The parties of whom nobody was there, in the order of the law.
  public let missing: [Party]

  /// Of those members of whom somebody was there. For a group of one municipality it is that municipality which must be
  /// there. Where the association has no region the municipality stands for it (lag 2003:1210 § 5 a).
  public init(present ids: some Sequence<String>, members: [Member], municipalityID: String? = nil) {
    let there = members.filter(Set(ids).contains)
    var parties = Set(there.compactMap(\.party))
    if let municipalityID, !there.contains(where: { $0.id == municipalityID }) { parties.remove(.municipality) }
    if !members.contains(where: { $0.kind == .region }), parties.contains(.municipality) { parties.insert(.region) }
    missing = Party.allCases.filter { !parties.contains($0) }
  }

  /// Whether nobody is missing.
  public var isWhole: Bool { missing.isEmpty }
}

extension Set where Element == String {
  fileprivate func contains(_ member: Member) -> Bool { contains(member.id) }
}
