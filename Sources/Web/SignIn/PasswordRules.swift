/// What a password must be: long, and not what everybody else has. No rule about capitals and signs: they make
/// passwords harder to remember and no harder to guess.
enum PasswordRules {
  static let characterCountMin = 12
  /// Long enough for a whole sentence; a limit, so that nobody makes us hash a book.
  static let characterCountMax = 200

  static let hint =
    "Minst \(characterCountMin) tecken. Några ord efter varandra som bara du kommer på är lättast att minnas."

  /// What is wrong with that password for that user, in a sentence; nil where it will do.
  static func fault(in password: String, mail: String, name: String) -> String? {
    let count = password.unicodeScalars.count
    if count == 0 { return "Lösenordet saknas. Välj ett med minst \(characterCountMin) tecken." }
    if count < characterCountMin {
      return "Lösenordet har \(count) tecken. Det behöver minst \(characterCountMin); lägg till ett ord."
    }
    if count > characterCountMax {
      return "Lösenordet har \(count) tecken. Det får ha högst \(characterCountMax); korta det."
    }
    let small = password.lowercased()
    if isNamed(small, by: mail.lowercased()) || isNamed(small, by: name.lowercased()) {
      return "Lösenordet är din egen adress eller ditt namn. Välj något som ingen kan läsa sig till."
    }
    if isUsual(small) {
      return "Lösenordet hör till dem som gissas först: vanliga ord, siffror i följd eller något som upprepas. "
        + "Välj några ord som inte brukar stå bredvid varandra."
    }
    return nil
  }

  /// Whether the password is that name, or the part of an address before the at sign, with at most some digits and
  /// signs around it.
  private static func isNamed(_ password: String, by name: String) -> Bool {
    guard !name.isEmpty else { return false }
    let local = name.split(separator: "@").first.map { String($0) } ?? name
    return password == name || letters(of: password) == letters(of: name) || letters(of: password) == letters(of: local)
  }

  /// Whether the password is among the first that are tried: digits alone, a short piece again and again, or usual
  /// words with digits and signs about them.
  static func isUsual(_ password: String) -> Bool {
    let letters = letters(of: password)
    return letters.isEmpty || isRepeated(Array(password.utf8)) || isMade(Array(letters.utf8))
  }

  /// A piece of at most a third of the length that stands again and again.
  private static func isRepeated(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 3 else { return true }
    return (1...bytes.count / 3).contains { length in
      bytes.indices.allSatisfy { bytes[$0] == bytes[$0 % length] }
    }
  }

  /// Whether usual words after one another make the whole.
  private static func isMade(_ bytes: [UInt8]) -> Bool {
    var reached: Set<Int> = [0]
    for place in bytes.indices where reached.contains(place) {
      for word in UsualPasswords.words where bytes[place...].starts(with: word) { reached.insert(place + word.count) }
    }
    return reached.contains(bytes.count)
  }

  private static func letters(of text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.isAlphabetic }))
  }
}
