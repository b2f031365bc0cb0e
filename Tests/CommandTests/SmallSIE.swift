/// A small year in SIE 4E, in bytes, that tests cut, spoil and import.
enum SmallSIE {
  static let lines = [
    "#FLAGGA 0", "#PROGRAM \"Exempel\" \"1\"", "#FORMAT PC8", "#GEN 20260105", "#SIETYP 4", "#ORGNR 222000-0000",
    "#FNAMN \"Exempelbygden\"", "#RAR 0 20250101 20251231", "#KONTO 1930 \"Bank\"",
    "#KONTO 2068 \"Balanserat resultat\"",
    "#KONTO 3985 \"Medlemsbidrag\"", "#KONTO 5010 \"Lokalhyra\"", "#IB 0 1930 100000.00", "#IB 0 2068 -100000.00",
    "#UB 0 1930 145000.00", "#UB 0 2068 -100000.00", "#RES 0 3985 -50000.00", "#RES 0 5010 5000.00",
    "#VER A 1 20250115 \"Medlemsbidrag\" 20250115", "{", "#TRANS 1930 {} 50000.00", "#TRANS 3985 {} -50000.00", "}",
    "#VER A 2 20250301 \"Hyra\" 20250301", "{", "#TRANS 5010 {} 5000.00", "#TRANS 1930 {} -5000.00", "}",
  ]

  static let bytes = bytes(lines)

  static func bytes(_ lines: [String]) -> [UInt8] { Array((lines.joined(separator: "\r\n") + "\r\n").utf8) }

  /// The same with a line replaced.
  static func replacing(_ line: String, with new: String?) -> [UInt8] {
    bytes(lines.flatMap { $0 == line ? (new.map { [$0] } ?? []) : [$0] })
  }
}
