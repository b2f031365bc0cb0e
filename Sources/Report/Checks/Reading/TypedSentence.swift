/// A sentence in which numbers are typed, in small letters. What is asked of it is found once, however many numbers
/// stand in it.
final class TypedSentence {
  /// The sentence in small letters.
  let text: String
  /// Its words.
  private(set) lazy var words = Set(text.words)
  private var answers: [[String]: Bool] = [:]

  init(_ text: String) { self.text = text.lowercased() }

  /// Whether any of the parts stands in it.
  func hasAny(_ parts: [String]) -> Bool {
    if let answer = answers[parts] { return answer }
    let answer = text.hasAny(parts)
    answers[parts] = answer
    return answer
  }
}
