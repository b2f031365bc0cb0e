import Association
import Ledger
import Press
import Store

/// What a respondent sees: one page with large targets, no script, nothing fetched and nothing kept in the browser.
struct RespondentPage {
  private let association: String

  init(_ asked: Asked) { association = AssociationName.of(asked.office.store).name }

  /// A page of words.
  func words(_ title: String, _ words: String, isBeginningOffered: Bool = false) -> HTML {
    page(
      title,
      tag("p", [.class("lead")], .text(words))
        + (isBeginningOffered
          ? tag("p", tag("a", [.class("button"), .href(.path(Addresses.answering.path()))], .text("Skriv koden igen")))
          : .empty))
  }

  /// Where one who cannot read a QR code types the code.
  func codeForm(typed: String, fault: String) -> HTML {
    let field = tag(
      "div", [.class(fault.isEmpty ? "question" : "question faulty")],
      tag("label", [.other("for", AnswerSurvey.code), .class("text")], .text("Koden på ditt papper")),
      fault.isEmpty ? .empty : tag("p", [.class("fault"), .id("kod-fel")], .text(fault)),
      voidTag(
        "input",
        [
          .id(AnswerSurvey.code), .other("name", AnswerSurvey.code), .other("type", "text"), .other("value", typed),
          .other("autocomplete", "off"), .other("autocapitalize", "characters"), .other("spellcheck", "false"),
        ] + (fault.isEmpty ? [] : [.other("aria-invalid", "true"), .other("aria-describedby", "kod-fel")])))
    return page(
      "Svara på en enkät",
      tag(
        "form", [.other("method", "post"), .other("action", Addresses.answering.path()), .other("novalidate", "")],
        field,
        tag("button", [.other("type", "submit")], .text("Till frågorna"))))
  }

  /// The questions, with what has been answered so far where something is wrong.
  func questions(_ survey: SurveyCase, path: String, form: Form = Form(), faults: [FieldFault] = []) -> HTML {
    let instrument = survey.round.instrument
    let rows = instrument.questions.enumerated().map { index, question in
      question.scale.kind == .text
        ? area(index, question, form, faults) : choices(index, question, form, faults)
    }
    return page(
      instrument.title,
      .joined([
        summary(faults),
        instrument.introduction.isEmpty ? .empty : tag("p", [.class("lead")], .text(instrument.introduction)),
        tag(
          "form", [.other("method", "post"), .other("action", path), .other("novalidate", "")],
          each: rows + [instrument.respondents.areParticipants ? sex(form) : .empty]
            + [tag("button", [.other("type", "submit")], .text("Skicka svaren"))]),
        tag(
          "p", [.class("quiet")],
          .text(
            "Varje svar räknas in för sig. Ingen kan se vem som har svarat vad, och koden går inte att knyta till svaren. "
              + "När du har skickat går de inte att ändra.")),
      ]))
  }

  private func summary(_ faults: [FieldFault]) -> HTML {
    guard !faults.isEmpty else { return .empty }
    return tag(
      "div", [.class("faults"), .role("alert")],
      tag("h2", .text("Något behöver rättas. Resten av dina svar står kvar.")),
      tag(
        "ul",
        each: faults.map { fault in
          tag(
            "li",
            fault.field.isEmpty
              ? .text(fault.message) : tag("a", [.href(.fragment(fault.field))], .text(fault.message)))
        }))
  }

  private func choices(
    _ index: Int, _ question: SurveyInstrument.Question, _ form: Form, _ faults: [FieldFault]
  ) -> HTML {
    let name = "\(SurveyAnswerForm.Name.step)\(index + 1)"
    let fault = faults.first { $0.field == name }
    let steps = question.scale.steps.enumerated().map { step, words in
      choice(name, "\(step + 1)", words, isChosen: form.choice(name) == "\(step + 1)")
    }
    return tag(
      "fieldset", [.class(fault == nil ? "question" : "question faulty"), .id(name)],
      tag("legend", .text("\(index + 1). \(question.text)")),
      fault.map { tag("p", [.class("fault")], .text($0.message)) } ?? .empty, .joined(steps),
      choice(name, "", "Hoppa över frågan", isChosen: false))
  }

  private func choice(_ name: String, _ value: String, _ words: String, isChosen: Bool) -> HTML {
    tag(
      "label", [.class(value.isEmpty ? "choice skipped" : "choice")],
      voidTag(
        "input",
        [.other("type", "radio"), .other("name", name), .other("value", value)]
          + (isChosen ? [.other("checked", "")] : [])),
      tag("span", .text(words)))
  }

  private func area(
    _ index: Int, _ question: SurveyInstrument.Question, _ form: Form, _ faults: [FieldFault]
  ) -> HTML {
    let name = "\(SurveyAnswerForm.Name.text)\(index + 1)"
    let fault = faults.first { $0.field == name }
    return tag(
      "div", [.class(fault == nil ? "question" : "question faulty")],
      tag("label", [.other("for", name), .class("text")], .text("\(index + 1). \(question.text)")),
      fault.map { tag("p", [.class("fault"), .id(name + "-fel")], .text($0.message)) } ?? .empty,
      tag(
        "textarea",
        [.id(name), .other("name", name), .other("rows", "4"), .other("autocomplete", "off")]
          + (fault == nil ? [] : [.other("aria-invalid", "true"), .other("aria-describedby", name + "-fel")]),
        .text("\n" + form.choice(name))))
  }

  private func sex(_ form: Form) -> HTML {
    let name = SurveyAnswerForm.Name.sex
    return tag(
      "fieldset", [.class("question"), .id(name)],
      tag("legend", .text("Till sist, om du vill: är du kvinna eller man?")),
      choice(name, SurveySex.woman.rawValue, "Kvinna", isChosen: form.choice(name) == SurveySex.woman.rawValue),
      choice(name, SurveySex.man.rawValue, "Man", isChosen: form.choice(name) == SurveySex.man.rawValue),
      choice(name, "", "Annat, eller vill inte svara", isChosen: false))
  }

  /// A page that is whole in itself, for whoever has no account: of surveys, and of notices.
  func page(_ title: String, _ content: HTML) -> HTML {
    .joined([
      .raw("<!DOCTYPE html>\n"),
      tag(
        "html", [.lang("sv")],
        tag(
          "head", voidTag("meta", [.other("charset", "utf-8")]),
          voidTag("meta", [.other("name", "viewport"), .other("content", "width=device-width, initial-scale=1")]),
          voidTag("meta", [.other("name", "robots"), .other("content", "noindex")]),
          voidTag("link", [.other("rel", "icon"), .other("href", "data:,")]),
          tag("title", .text("\(title) – \(association)")), tag("style", .raw(RespondentPage.style))),
        tag(
          "body",
          tag(
            "main", tag("p", [.class("association")], .text(association)), tag("h1", .text(title)), content))),
      .raw("\n"),
    ])
  }

  /// Text has at least 4.5 to 1 against its ground and controls 3 to 1; each choice is at least 48 pixels high.
  private static let style: StaticString = """
    *{box-sizing:border-box}
    body{margin:0;background:#fff;color:#1b2225;font:1.125rem/1.5 "Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
    main{max-width:36rem;margin:0 auto;padding:1rem 1rem 3rem}
    .association{color:#545f63;margin:0 0 .5rem}
    h1{font-size:1.6rem;line-height:1.25;margin:0 0 1rem}
    h2{font-size:1.1rem;margin:0 0 .5rem}
    .lead{margin:0 0 1.5rem}
    .quiet{color:#545f63;font-size:1rem}
    .question{border:0;margin:0 0 2rem;padding:0;min-width:0}
    legend,label.text{display:block;font-weight:700;padding:0;margin:0 0 .5rem}
    .choice{display:flex;align-items:center;gap:.9rem;min-height:3rem;padding:.5rem .9rem;margin:0 0 .5rem;border:1px solid #7d888b;border-radius:8px;cursor:pointer}
    .choice:has(:checked){border-color:#14505c;background:#eaf1f1;box-shadow:inset 0 0 0 1px #14505c}
    .choice:focus-within{outline:3px solid #14505c;outline-offset:2px}
    .choice input{width:1.5rem;height:1.5rem;margin:0;flex:none;accent-color:#14505c}
    .skipped{border-style:dashed;color:#545f63}
    textarea,input[type=text]{font:inherit;color:inherit;width:100%;border:1px solid #7d888b;border-radius:8px;padding:.7rem .9rem;min-height:3rem;background:#fff}
    textarea:focus-visible,input[type=text]:focus-visible,a:focus-visible,button:focus-visible{outline:3px solid #14505c;outline-offset:2px}
    button,.button{display:flex;align-items:center;justify-content:center;width:100%;min-height:3.5rem;font:inherit;font-weight:700;color:#fff;background:#14505c;border:1px solid #14505c;border-radius:8px;padding:.7rem 1rem;text-decoration:none;cursor:pointer}
    .faults{background:#fbeee9;border-left:4px solid #8f2d14;padding:.8rem 1rem;margin:0 0 1.5rem}
    .faults a,.fault{color:#8f2d14}
    .fault{font-weight:700;margin:0 0 .5rem}
    .faulty{border-left:4px solid #8f2d14;padding-left:.8rem}
    """
}
