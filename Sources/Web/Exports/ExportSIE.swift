import Desk
import Exchange
import HTTPTypes
import Ledger
import Store

/// Gives a year as SIE, of the type that the query asks for. Where some character has no place in the standard's
/// character set, that is told first, and the visitor chooses.
enum ExportSIE {
  static func show(_ asked: Asked, _ number: Int) async throws -> Answer {
    guard let year = try asked.store.fiscalYears().first(where: { $0.number == number }) else { return .notFound }
    let text = asked.query.choice("typ")
    guard let type = text.isEmpty ? 4 : Int(typed: text, in: 1...4),
      let kind = SIEFile.Making.Kind(rawValue: type)
    else { return .notFound }
    let isUTF8 = asked.query.choice("tecken") == "utf-8"
    let (store, day) = (asked.store, asked.today)
    let written = try await LongWork.run {
      try Ledgers.sie(of: store, year: year, kind: kind, generatedOn: day, isUTF8: isUTF8)
    }
    guard written.diagnostics.isEmpty || isUTF8 || asked.query.choice("anda") == "ja" else {
      return .page(ExportPage.page(year, type: type, written.diagnostics))
    }
    return .file(
      FileAnswer(bytes: written.value, name: "bokforing-\(number).se", mediaType: "application/octet-stream"))
  }
}
