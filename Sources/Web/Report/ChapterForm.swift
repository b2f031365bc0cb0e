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
    faults = reading.faults
  }
}
