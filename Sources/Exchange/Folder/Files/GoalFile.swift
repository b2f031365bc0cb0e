import Association
import Ledger

/// `mal/2022.yaml`: the year's goals and how they went.
extension Goal {
  static let fileKeys = [
    "id", "slag", "rubrik", "mål", "definition", "regel", "insats", "utfall", "bedömning", "kommentar",
    "avbrott",
  ]

  private enum Judgement: String, CaseIterable {
    case met = "uppnått"
    case notMet = "ej-uppnått"
  }

  init(_ section: Section, year: Int) {
    let judgement: Judgement? = section.choice("bedömning", isRequired: false)
    self.init(
      id: section.id(), year: year, kind: section.choice("slag") ?? .individual, title: section.text("rubrik"),
      text: section.text("mål"), definition: section.textIfSaid("definition"), rule: section.rule("regel"),
      insatsID: section.insats(), outcomes: section.entries("utfall", keys: Outcome.fileKeys).map(Outcome.init),
      judgedMet: judgement.map { $0 == .met }, comment: section.textIfSaid("kommentar"),
      breakReason: section.textIfSaid("avbrott"))
  }

  var file: YAMLValue {
    .section([
      ("id", .text(id)), ("slag", .word(kind)), ("rubrik", .text(title)), ("mål", .text(text)),
      ("definition", .textIfSaid(definition)), ("regel", rule.file), ("insats", .textIfSaid(insatsID)),
      ("utfall", .listIfAny(outcomes.map(\.file))),
      ("bedömning", judgedMet.map { .word($0 ? Judgement.met : .notMet) }), ("kommentar", .textIfSaid(comment)),
      ("avbrott", .textIfSaid(breakReason)),
    ])
  }
}

extension Goal.Outcome {
  fileprivate static let fileKeys = ["rubrik", "uppnått", "av", "avslut", "enkät", "rad"]

  fileprivate init(_ section: Section) {
    let title = section.textIfSaid("rubrik")
    if let source = section.source() {
      self.init(title: title, source: source)
      if let typed = section.value("uppnått") ?? section.value("av") { section.log.reckonedAndTyped(typed) }
    } else {
      self.init(title: title, met: section.tallyIfSaid("uppnått"), base: section.tallyIfSaid("av"))
    }
  }

  fileprivate var file: YAMLValue {
    var pairs: [(String, YAMLValue?)] = [("rubrik", .textIfSaid(title))]
    switch source {
    case .exits(let reasons)?:
      pairs.append(("avslut", .list(ExitReason.allCases.filter(reasons.contains).map { .word($0) })))
    case .answers(let survey, let question)?:
      pairs.append(("enkät", .section([("id", .text(survey)), ("fråga", .text(question))])))
    case .row(let table, let row, let base)?:
      pairs.append(("rad", .section([("tabell", .text(table)), ("id", .text(row)), ("av", .textIfSaid(base))])))
    case nil: pairs += [("uppnått", met.map { .tally($0) }), ("av", base.map { .tally($0) })]
    }
    return .section(pairs)
  }
}

extension Section {
  /// From which counts an outcome is reckoned; nil where it is typed.
  fileprivate func source() -> Goal.Source? {
    if value("avslut") != nil {
      let reasons = list("avslut").compactMap { node -> ExitReason? in
        if let reason = node.text.flatMap(ExitReason.init(rawValue:)) { return reason }
        log.notAmong(node, node.text ?? "", ExitReason.allCases.map(\.rawValue))
        return nil
      }
      return .exits(Set(reasons))
    }
    if let answers = section("enkät", keys: ["id", "fråga"]) {
      return .answers(survey: answers.text("id"), question: answers.text("fråga"))
    }
    return section("rad", keys: ["tabell", "id", "av"]).map {
      .row(table: $0.text("tabell"), row: $0.text("id"), of: $0.textIfSaid("av"))
    }
  }
}

extension Goal.Rule {
  fileprivate static let judgedWord = "bedöms"

  fileprivate var file: YAMLValue {
    switch self {
    case .shareAtLeast(let permille): .section([("minst", .permille(permille))])
    case .countAtLeast(let count): .section([("minst", .count(count))])
    case .figureAtLeast(let figure, let limit): .section([("tal", .text(figure)), ("minst", .text(limit))])
    case .figureAtMost(let figure, let limit): .section([("tal", .text(figure)), ("högst", .text(limit))])
    case .judged: .plain(Goal.Rule.judgedWord)
    }
  }
}

extension Section {
  fileprivate func rule(_ key: String) -> Goal.Rule {
    guard let node = value(key) else {
      logMissing(key)
      return .judged
    }
    if let word = node.text {
      if word != Goal.Rule.judgedWord { log.notARule(node) }
      return .judged
    }
    let parts = Section(node, keys: ["tal", "minst", "högst"], log: log)
    switch (parts.value("tal"), parts.value("minst"), parts.value("högst")) {
    case (.some, .some, nil): return .figureAtLeast(figure: parts.text("tal"), limit: parts.text("minst"))
    case (.some, nil, .some): return .figureAtMost(figure: parts.text("tal"), limit: parts.text("högst"))
    case (nil, .some(let limit), nil):
      if limit.text?.utf8.contains(UInt8(ascii: "%")) == true {
        return .shareAtLeast(permille: parts.permilleIfSaid("minst") ?? 0)
      }
      return .countAtLeast(parts.count("minst"))
    default:
      log.notARule(node)
      return .judged
    }
  }
}

extension FileLog {
  fileprivate func reckonedAndTyped(_ node: YAMLNode) {
    add(
      "mapp-utfall", at: node,
      "Utfallet räknas ur årets antal, så det kan inte också skrivas. Ta bort antalen här, eller det som de räknas ur.")
  }

  fileprivate func notARule(_ node: YAMLNode) {
    add(
      "mapp-regel", at: node,
      "Det här är inte en regel. Skriv ”minst: 60 %”, ”minst: 12”, ”tal:” med ”minst:” eller ”högst:” och ett "
        + "namngivet tal, eller ordet bedöms.")
  }
}
