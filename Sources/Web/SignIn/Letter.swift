/// A letter as bytes that a mail program takes: head and body in nothing but ASCII (RFC 5322, 2045, 2047). No line of
/// the head can be made by what stands in it: addresses are looked at byte by byte, and all else is encoded.
struct Letter {
  let bytes: [UInt8]

  /// The letter, or nil where an address is none.
  init?(_ mail: Office.Mail, from: String) {
    guard let to = MailAddress.read(mail.to), let from = MailAddress.read(from) else { return nil }
    let head = [
      "From: <\(from)>", "To: <\(to)>", "Subject: \(Letter.encoded(mail.subject))", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
      // A machine's letter, which no other machine is to answer.
      "Auto-Submitted: auto-generated",
    ]
    bytes = Array((head + ["", Letter.lines(of: mail.text)]).joined(separator: "\n").utf8)
  }

  /// Words of the head: as they are where they are short and plain, else as encoded words of at most 75 characters,
  /// broken between letters.
  static func encoded(_ words: String) -> String {
    let isPlain = words.utf8.allSatisfy { (32...126).contains($0) } && !words.utf8.contains(UInt8(ascii: "="))
    if isPlain, words.utf8.count <= 60 { return words }
    var pieces: [[UInt8]] = [[]]
    for scalar in words.unicodeScalars {
      let letter = Array(String(scalar).utf8)
      // 39 bytes are 52 letters of base64; with the marks about them 64, and with the field's name less than 76.
      if pieces[pieces.count - 1].count + letter.count > 39 { pieces.append([]) }
      pieces[pieces.count - 1] += letter
    }
    return pieces.map { "=?UTF-8?B?\(Headers.base64($0))?=" }.joined(separator: "\n ")
  }

  /// The text in base64, in lines of 76, with the line ends that a letter has.
  private static func lines(of text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 where byte != 13 { bytes += byte == 10 ? [13, 10] : [byte] }
    let letters = Array(Headers.base64(bytes).utf8)
    let lines = stride(from: 0, to: letters.count, by: 76).map {
      String(decoding: letters[$0..<min($0 + 76, letters.count)], as: UTF8.self) + "\n"
    }
    return lines.joined()
  }
}
