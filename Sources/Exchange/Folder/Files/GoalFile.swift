import Association
import Ledger

/// `mal/2022.yaml`: the year's goals and how they went.
extension Goal {
  static let fileKeys = [
    "id", "slag", "rubrik", "mål", "definition", "regel", "insats", "utfall", "bedömning", "kommentar",
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
      judgedMet: judgement.map { $0 == .met }, comment: section.textIfSaid("kommentar"))
  }

  var file: YAMLValue {
    .section([
      ("id", .text(id)), ("slag", .word(kind)), ("rubrik", .text(title)), ("mål", .text(text)),
      ("definition", .textIfSaid(definition)), ("regel", rule.file), ("insats", .textIfSaid(insatsID)),
      ("utfall", .listIfAny(outcomes.map(\.file))),
      ("bedömning", judgedMet.map { .word($0 ? Judgement.met : .notMet) }), ("kommentar", .textIfSaid(comment)),
    ])
  }
}

extension Goal.Outcome {
  fileprivate static let fileKeys = ["rubrik", "uppnått", "av"]

  fileprivate init(_ section: Section) {
    self.init(
      title: section.textIfSaid("rubrik"), met: section.tallyIfSaid("uppnått"), base: section.tallyIfSaid("av"))
  }

  fileprivate var file: YAMLValue {
    .section([("rubrik", .textIfSaid(title)), ("uppnått", met.map { .tally($0) }), ("av", base.map { .tally($0) })])
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
  fileprivate func notARule(_ node: YAMLNode) {
    add(
      "mapp-regel", at: node,
      "Det här är inte en regel. Skriv ”minst: 60 %”, ”minst: 12”, ”tal:” med ”minst:” eller ”högst:” och ett "
        + "namngivet tal, eller ordet bedöms.")
  }
}
