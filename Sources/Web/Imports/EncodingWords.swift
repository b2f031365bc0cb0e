import Desk
import Exchange
import Report

/// How a file's characters are written, and by what that was told.
enum EncodingWords {
  static func words(_ form: SIEForm, _ evidence: EncodingEvidence, stated: String) -> String {
    let name = form.encoding.usualName
    let why: String =
      if !evidence.hasHighBytes {
        "filen har inga å, ä eller ö, så alla teckenuppsättningar ger samma text"
      } else if evidence.hasByteOrderMark {
        "filen börjar med det märke som UTF-8 har"
      } else if form.encoding == .utf8 {
        "alla byte i filen är giltig UTF-8"
      } else {
        "\(letters(evidence.swedishInCodePage437)) är å, ä eller ö i CP437 och "
          + "\(Words.count(evidence.swedishInCodePage1252, "tecken", "tecken")) i Windows-1252"
      }
    let saying =
      stated.isEmpty || form.encoding == .codePage437 || !evidence.hasHighBytes
      ? "" : ". Filen själv säger \(stated), men det stämmer inte"
    return "\(name): \(why)\(saying)"
  }

  private static func letters(_ count: Int) -> String { Words.count(count, "tecken", "tecken") }
}
