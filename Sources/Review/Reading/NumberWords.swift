/// Numbers written as words: `tre anställda`.
enum NumberWords {
  private static let words: [String: Int64] = [
    "noll": 0, "en": 1, "ett": 1, "tva": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "atta": 8, "nio": 9,
    "tio": 10, "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16, "sjutton": 17,
    "arton": 18, "nitton": 19, "tjugo": 20,
  ]

  /// The number that the folded word says; nil where it says none.
  static func value(_ word: String) -> Int64? { words[word] }
}
