import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// Where published annual reports are sent to be reviewed.
enum SendReports {
  static func show(_ asked: Asked, _: Nothing) -> Answer { .page(page(asked, faults: [])) }

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    var reading = FormReading(asked.form)
    let files = asked.form.files.filter { $0.field == "fil" && !($0.bytes.isEmpty && $0.name.isEmpty) }
    if files.isEmpty { reading.add("Ingen fil är vald. Välj årsredovisningens fil.", at: "fil") }
    if files.count > ReviewJobs.fileCountMax {
      reading.add(
        "\(files.count) filer är valda, och högst \(ReviewJobs.fileCountMax) granskas på en gång. Dela upp dem.",
        at: "fil")
    }
    for file in files { check(file, &reading) }
    let mayKeep = asked.form.has("spara") && Access.bookkeepers.admits(asked.user)
    if mayKeep, let large = files.first(where: { $0.bytes.count > asked.office.settings.documentBytesMax }) {
      reading.add(
        "Filen \(large.name) är \(FileSize.words(large.bytes.count)), och högst "
          + "\(FileSize.words(asked.office.settings.documentBytesMax)) sparas i boken. Granska den utan att spara den.",
        at: "fil")
    }
    // What the book keeps it keeps for ever. Other files than text are not read here.
    if mayKeep {
      for file in files where String(validating: file.bytes, as: UTF8.self).map(holdsPersonalNumber) ?? false {
        reading.add(
          "Filen \(PersonalNumber.masked(file.name)) innehåller ett personnummer och sparas inte i boken. Granska den "
            + "utan att spara den.", at: "fil")
      }
    }
    guard !reading.hasFaults else { return .page(page(asked, faults: reading.faults), status: .unprocessableContent) }
    if mayKeep {
      try asked.store.together(by: asked.actor, at: asked.now) { writing in
        for file in files {
          try writing.attach(file.bytes, name: file.name, mediaType: "application/octet-stream")
        }
      }
    }
    let job = asked.office.reviews.begin(files, of: asked.reviewOwner, at: asked.now)
    return .see(
      Addresses.review.path(job.id),
      notice: mayKeep ? (files.count == 1 ? "Filen är sparad i boken." : "Filerna är sparade i boken.") : "")
  }

  private static func holdsPersonalNumber(_ text: String) -> Bool { !PersonalNumber.find(in: text).isEmpty }

  /// The name stands on pages, and in the history where the report is taken into the book.
  private static func check(_ file: UploadedFile, _ reading: inout FormReading) {
    if !PersonalNumber.find(in: file.name).isEmpty {
      reading.add(
        "Filens namn innehåller ett personnummer. Inga personnummer får sparas; byt namn på filen och välj den igen.",
        at: "fil")
    }
    if file.name.isEmpty || file.name.utf8.count > 200 || file.name.hasUnseenScalars {
      reading.add("Filens namn saknas, är för långt eller innehåller ett styrtecken. Byt namn på filen.", at: "fil")
    } else {
      for words in file.dangers(mayBePage: true) { reading.add(words, at: "fil") }
    }
  }

  static func page(_ asked: Asked, faults: [FieldFault]) -> Page {
    Page(
      title: "Granska en årsredovisning", section: .reviews, scripts: ["imports.js"],
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            "En färdig årsredovisning, er egen eller någon annans, läses och räknas om. Du får texten med det som inte "
              + "stämmer i marginalen. Flera filer på en gång ger också en tabell med nyckeltal.")),
        form(asked, faults: faults), lately(asked),
      ]))
  }

  private static func form(_ asked: Asked, faults: [FieldFault]) -> HTML {
    FormPart.form(
      to: Addresses.reviews.path(), asked.visitor, id: "skicka", hasFiles: true,
      each: [
        tag(
          "div", [.class("import-drop"), .other("data-import-drop", "")],
          FormPart.field(
            FormPart.Field(
              name: "fil", label: "Årsredovisningens fil, eller flera",
              hint: "PDF, text, webbsida eller finsams egen JSON. Högst "
                + "\(FileSize.words(ReportText.Bounds.office.byteCountMax)) per fil och \(ReviewJobs.fileCountMax) filer. "
                + "Välj, eller dra hit.", type: "file", isRequired: true,
              others: [.other("accept", ".pdf,.txt,.html,.htm,.json,.md"), .other("multiple", "")]), faults: faults)),
        Access.bookkeepers.admits(asked.user)
          ? FormPart.box("spara", "Spara också filen i boken", isTicked: false) : .empty,
        tag(
          "p", [.class("hint")],
          .text(
            "Filen sparas inte om du inte ber om det, och skickas inte vidare. Det lästa glöms när programmet startas om."
          )),
        FormPart.button("Granska"),
      ])
  }

  private static func lately(_ asked: Asked) -> HTML {
    let jobs = asked.office.reviews.all(of: asked.reviewOwner)
    guard !jobs.isEmpty else { return .empty }
    return tag("h2", .text("Granskat nyss"))
      + tag(
        "ul",
        each: jobs.map { job in
          let first = job.files.first.map(ReviewedPage.words) ?? "Läses"
          let words = job.fileCount == 1 ? first : "\(job.fileCount) filer, den första: \(first)"
          return tag(
            "li", tag("a", [.href(.path(Addresses.review.path(job.id)))], .text(words)),
            .text(", \(SwedishTime.text(job.moment))"))
        })
  }
}
