import Ledger
import Report

/// The text of a chapter as it came in a form.
struct ChapterForm: Sendable {
  let text: String
  /// The digest of the text that the form was opened with.
  let digest: String
  let faults: [FieldFault]

  init(_ form: Form) {
    var reading = FormReading(form)
    text = reading.text("text", "Texten", isLong: true, byteCountMax: Markdown.byteCountMax)
    digest = form.choice("avtryck")
    // Signs of Markdown can stand inside a number that is whole when it is printed.
    if reading.faults.isEmpty, !PersonalNumber.find(in: printedText(of: text)).isEmpty {
      reading.add(
        "Texten innehåller ett personnummer när den trycks. Inga personnummer får sparas; skriv funktionen i stället.",
        at: "text")
    }
    faults = reading.faults
  }
}
