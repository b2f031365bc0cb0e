import Desk
import HTTPTypes
import Ledger
import Store

/// Takes a file, keeps it beside the book, and shows what it holds. Nothing is recorded by it.
enum KeepUpload {
  /// The most bytes of all files that wait: they lie in the book until they are read, or for a day.
  static let waitingBytesMax = 1 << 30

  static func act(_ asked: Asked, _ nothing: Nothing) async throws -> Answer {
    var reading = FormReading(asked.form)
    let year = reading.text("ar", "Räkenskapsåret", byteCountMax: 10)
    if !year.isEmpty, Int(typed: year, in: TypedRange.year).flatMap({ FiscalYear(calendarYear: $0) }) == nil {
      reading.add("Räkenskapsåret är ”\(year)”. Skriv ett år med fyra siffror, till exempel 2025.", at: "ar")
    }
    let file = asked.form.files.first { $0.field == "fil" }
    if let file {
      check(file, &reading)
    } else {
      reading.add("Ingen fil är vald. Välj en SIE-fil eller en CSV-fil med saldon.", at: "fil")
    }
    let waiting = try asked.store.uploads().reduce(0) { $0 + $1.byteCount }
    if let file, waiting + file.bytes.count > KeepUpload.waitingBytesMax {
      reading.add(
        "Filerna som väntar på att läsas in är tillsammans \(FileSize.words(waiting)), och högst "
          + "\(FileSize.words(KeepUpload.waitingBytesMax)) får plats. Läs in eller kasta någon av dem först.", at: "fil"
      )
    }
    guard let file, !reading.hasFaults else {
      return .page(
        ImportsPage.page(try ListImports.model(asked, faults: reading.faults, year: year)),
        status: .unprocessableContent)
    }
    let (store, actor, moment) = (asked.store, asked.actor, asked.now)
    let upload = try await LongWork.run {
      try store.keep(upload: file.bytes, name: file.name, by: actor, at: moment)
    }
    return .see(Addresses.upload.path(upload.id.rawValue, query: [("ar", year)]))
  }

  private static func check(_ file: UploadedFile, _ reading: inout FormReading) {
    if file.bytes.isEmpty {
      reading.add("Filen \(file.name) är tom. Exportera bokföringen på nytt och välj den filen.", at: "fil")
    }
    // The name stands on the receipt and in the history for ever.
    if !PersonalNumber.find(in: file.name).isEmpty {
      reading.add(
        "Filens namn innehåller ett personnummer. Inga personnummer får sparas; byt namn på filen och välj den igen.",
        at: "fil")
    }
    for words in file.dangers(mayBePage: true) { reading.add(words, at: "fil") }
  }
}
