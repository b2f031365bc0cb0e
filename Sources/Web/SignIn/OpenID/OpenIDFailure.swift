/// Why nobody was signed in by the provider. Facts; no secret, no token and no code stands in any of them.
enum OpenIDFailure: Error, Hashable {
  /// The provider did not answer, or with something else than was asked for.
  case noAnswer(String)
  /// What the provider says of itself does not fit the settings.
  case notTheProvider(said: String, expected: String)
  /// An address of the provider's is not encrypted.
  case notEncrypted(String)
  /// The answer belongs to no sign-in that this browser has begun in the last ten minutes.
  case unknownReturn
  /// The provider, or the user there, said no.
  case denied(String)
  /// The proof cannot be trusted.
  case untrusted(Doubt)
  /// The provider says no mail address, and the identity is not known.
  case mailMissing
  /// The provider does not vouch for the mail address.
  case mailNotVerified(String)
  /// Nobody active in the office has the address.
  case notInvited(String)
  /// The user is bound to another identity at the provider.
  case boundToAnother(String)

  /// What is wrong with the proof.
  enum Doubt: String {
    case unreadable = "det går inte att läsa"
    case algorithm = "det är undertecknat på ett sätt som kontoret inte godtar"
    case signature = "underskriften stämmer inte"
    case issuer = "det är utfärdat av en annan leverantör"
    case audience = "det är ställt till ett annat program"
    case time = "det gäller inte nu"
    case nonce = "det hör till en annan inloggning"
    case subject = "det säger inte vem det gäller"
  }
}

extension OpenIDFailure {
  /// What is said to the one who tried, of the provider by that name.
  func words(provider: String) -> String {
    switch self {
    case .noAnswer:
      "\(provider) svarade inte som väntat. Försök igen om en stund, eller logga in med lösenord."
    case .notTheProvider(let said, let expected):
      "\(provider) kallar sig \(said), men kontoret är inställt på \(expected). Be den som sköter kontoret rätta "
        + "inställningen openid-utfardare så att den är bokstav för bokstav den första."
    case .notEncrypted(let address):
      "\(provider) har adressen \(address), som inte är krypterad. Be den som sköter kontoret ange en som börjar med https."
    case .unknownReturn:
      "Svaret hör inte till någon inloggning som börjat i den här webbläsaren, eller så tog den mer än tio minuter. Börja om."
    case .denied(let said):
      "\(provider) loggade inte in dig" + (said.isEmpty ? "" : " (svaret var ”\(said)”)")
        + ". Försök igen, eller logga in med lösenord."
    case .untrusted(let doubt):
      "Beviset från \(provider) gick inte att lita på: \(doubt.rawValue). Ingen är inloggad. Börja om; händer det igen, "
        + "berätta det för den som sköter kontoret."
    case .mailMissing:
      "\(provider) sa inte vilken e-postadress du har, så kontoret vet inte vem du är. Be den som sköter kontoret låta "
        + "\(provider) lämna ut e-postadressen (email)."
    case .mailNotVerified(let mail):
      "\(provider) har inte bekräftat att \(mail) är din adress. Bekräfta den där och försök igen, eller logga in med lösenord."
    case .notInvited(let mail):
      "Ingen i kontoret har adressen \(mail). Be förbundschefen bjuda in dig med just den, eller logga in med lösenord."
    case .boundToAnother(let mail):
      "\(mail) är redan kopplad till ett annat konto hos \(provider). Logga in med det, eller be förbundschefen om hjälp."
    }
  }

  /// What stands in the log: the kind, and nobody's address.
  var kind: String {
    switch self {
    case .noAnswer(let what): "no answer: \(what)"
    case .notTheProvider: "not the provider"
    case .notEncrypted: "not encrypted"
    case .unknownReturn: "unknown return"
    case .denied(let said): "denied: \(said)"
    case .untrusted(let doubt): "untrusted: \(doubt)"
    case .mailMissing: "mail missing"
    case .mailNotVerified: "mail not verified"
    case .notInvited: "not invited"
    case .boundToAnother: "bound to another"
    }
  }
}
