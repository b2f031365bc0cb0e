public import Association
public import Ledger

/// A file that holds one instrument: YAML, of which JSON is a part. By it an association reads in questions that it has
/// the right to and we have not, such as those of NNS.
extension SurveyInstrument {
  private static let fileKeys = ["enkät", "rubrik", "målgrupp", "inledning", "källa", "frågor"]

  /// The instrument that a file says, or nil where something is wrong with it; then every fault is told, with its place.
  public static func read(_ bytes: [UInt8], named name: String) -> Reading<SurveyInstrument?> {
    let log = FileLog(path: name)
    guard let text = FileText.read(bytes, log: log), let node = YAMLDocument.read(text, log: log) else {
      if log.diagnostics.isEmpty { log.noInstrument() }
      return Reading(value: nil, diagnostics: log.diagnostics)
    }
    let section = Section(node, keys: fileKeys, log: log)
    let key = section.text("enkät")
    let title = section.text("rubrik")
    let respondents: SurveyRespondents? = section.choice("målgrupp")
    let introduction = section.textIfSaid("inledning")
    let source = section.textIfSaid("källa")
    let questions = section.entries("frågor", isRequired: true, keys: Question.fileKeys, named: "id").compactMap {
      Question.read($0)
    }
    guard log.diagnostics.isEmpty, let respondents else { return Reading(value: nil, diagnostics: log.diagnostics) }
    do {
      let instrument = try SurveyInstrument(
        key: key, title: title, respondents: respondents, introduction: introduction, source: source,
        questions: questions)
      return Reading(value: instrument, diagnostics: [])
    } catch {
      log.notAnInstrument(node, error)
      return Reading(value: nil, diagnostics: log.diagnostics)
    }
  }

  /// The instrument as such a file.
  public var file: String {
    YAMLValue.section([
      ("enkät", .text(key)), ("rubrik", .text(title)), ("målgrupp", .plain(respondents.rawValue)),
      ("inledning", .textIfSaid(introduction)), ("källa", .textIfSaid(source)),
      ("frågor", .list(questions.map(\.file))),
    ]).document
  }
}

extension SurveyInstrument.Question {
  fileprivate static let fileKeys = ["id", "fråga", "skala", "steg", "positivt-från"]

  fileprivate static func read(_ section: Section) -> SurveyInstrument.Question? {
    let id = section.text("id")
    let text = section.text("fråga")
    let kind: SurveyScale.Kind? = section.choice("skala")
    let steps = section.value("steg") == nil ? [] : section.texts("steg")
    let cut = section.countIfSaid("positivt-från")
    guard let kind else { return nil }
    do {
      return try SurveyInstrument.Question(
        id: id, text: text, scale: SurveyScale(kind, steps: steps), positiveFrom: cut)
    } catch {
      section.log.notAnInstrument(section.node, error)
      return nil
    }
  }

  fileprivate var file: YAMLValue {
    let isUsual = (try? SurveyScale(scale.kind))?.steps == scale.steps
    return .section([
      ("id", .text(id)), ("fråga", .text(text)), ("skala", .text(scale.kind.rawValue)),
      ("steg", isUsual ? nil : .list(scale.steps.map { .text($0) })),
      ("positivt-från", positiveFrom.map { .plain("\($0)") }),
    ])
  }
}

extension FileLog {
  fileprivate func noInstrument() {
    add(
      "enkat-fil",
      wholeFile: "Filen är tom. Den ska innehålla en enkät med nycklarna enkät, rubrik, målgrupp och frågor.")
  }

  fileprivate func notAnInstrument(_ node: YAMLNode, _ refusal: SurveyRefusal) {
    add("enkat-fil", at: node, InstrumentWords.sentence(refusal))
  }
}

/// What is said of an instrument that is refused, in a file and on a page alike.
public enum InstrumentWords {
  /// What is, what was expected, and what to do.
  public static func sentence(_ refusal: SurveyRefusal) -> String {
    switch refusal {
    case .notAKey(let text):
      "”\(text)” kan inte vara ett kortnamn. Skriv högst 40 bokstäver, siffror och bindestreck, utan blanktecken."
    case .titleLength:
      "Rubriken saknas, eller så är en text för lång: rubrik, målgrupp och källa får vara 500 byte och inledningen 2 000."
    case .questionCount(let count):
      count == 0
        ? "Enkäten har inga frågor. Lägg till minst en med en skala."
        : "Enkäten har \(count) frågor. Den ska ha högst \(SurveyInstrument.questionCountMax), och minst en med en skala."
    case .questionTwice(let id): "Två frågor har kortnamnet ”\(id)”. Ge den ena ett annat."
    case .questionText(let id):
      "Frågan ”\(id)” saknar text, eller är längre än \(SurveyInstrument.textBytesMax) byte. Skriv den om."
    case .wrongSteps(let kind, let count, let expected):
      expected.lowerBound == expected.upperBound
        ? "Skalan ”\(kind.rawValue)” har \(expected.lowerBound) steg, men här står \(count). Rätta stegen."
        : "En egen skala har \(expected.lowerBound) till \(expected.upperBound) steg, men här står \(count). Rätta stegen."
    case .stepWords(let kind):
      "Ett steg i skalan ”\(kind.rawValue)” är tomt, för långt, står två gånger eller har andra ord än skalan har. Rätta stegen."
    case .cutOutside(let id, let steps):
      steps == 0
        ? "Frågan ”\(id)” är fritext, så inget svar räknas som positivt. Ta bort ”positivt från”."
        : "Frågan ”\(id)” ska säga från vilket steg ett svar är positivt, från 2 till \(steps). Rätta talet."
    default: "Enkäten går inte att spara. Kontrollera uppgifterna."
    }
  }
}
