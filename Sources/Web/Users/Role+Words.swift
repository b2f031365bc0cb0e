import Store

extension Role {
  /// What the role is called.
  var words: String {
    switch self {
    case .director: "Förbundschef"
    case .bookkeeper: "Ekonom"
    case .performer: "Utförare"
    case .boardMember: "Styrelseledamot"
    case .auditor: "Revisor"
    case .viewer: "Läsare"
    }
  }

  /// What the role may do, in a sentence.
  var meaning: String {
    switch self {
    case .director: "Gör allt, också användare och inställningar."
    case .bookkeeper: "Bokför, läser in, stänger perioder och skriver rapporten."
    case .performer: "Ser bara sina egna insatser."
    case .boardMember: "Läser allt och kan kommentera."
    case .auditor: "Läser allt, också historiken, och kan ställa frågor. Ändrar ingenting."
    case .viewer: "Läser bokföringen och rapporten."
    }
  }
}
