import Association
import Ledger

/// `insatser.yaml`: the insatser, and per year what each may cost and what its performers expect.
extension Association {
  static let insatsFileKeys = ["insatser", "tidigare", "ramar", "prognoser", "avslutsorsaker"]

  mutating func readInsatser(_ section: Section) {
    insatser = section.entries("insatser", keys: Insats.fileKeys, named: "id").map(Insats.init)
  }

  /// Read after the insatser are known.
  mutating func readFrames(_ section: Section) {
    insatsOrigins = section.entries("tidigare", keys: InsatsOrigin.fileKeys).map(InsatsOrigin.init)
    frames = section.yearEntries("ramar", keys: Frame.fileKeys).map { Frame($0.entry, year: $0.year) }
    performerForecasts = section.yearEntries("prognoser", keys: PerformerForecast.fileKeys)
      .compactMap { PerformerForecast($0.entry, year: $0.year) }
    exitReasons = section.entries("avslutsorsaker", keys: ExitReasonMapping.fileKeys).map(ExitReasonMapping.init)
  }

  var insatsFile: YAMLValue? {
    guard
      !insatser.isEmpty || !insatsOrigins.isEmpty || !frames.isEmpty || !performerForecasts.isEmpty
        || !exitReasons.isEmpty
    else { return nil }
    return .section([
      ("insatser", .listIfAny(insatser.map(\.file))), ("tidigare", .listIfAny(insatsOrigins.map(\.file))),
      ("ramar", .byYear(frames, year: \.year, file: \.file)),
      ("prognoser", .byYear(performerForecasts, year: \.year, file: \.file)),
      ("avslutsorsaker", .listIfAny(exitReasons.map(\.file))),
    ])
  }
}

extension Insats {
  fileprivate static let fileKeys = ["id", "namn", "slag", "ägare", "syfte", "målgrupp", "start", "slut"]

  fileprivate init(_ section: Section) {
    self.init(
      id: section.id(), name: section.text("namn"), kind: section.choice("slag") ?? .individual,
      ownerID: section.member("ägare"), purpose: section.textIfSaid("syfte"),
      targetGroup: section.textIfSaid("målgrupp"), started: section.dateIfSaid("start"),
      ended: section.dateIfSaid("slut"))
  }

  fileprivate var file: YAMLValue {
    .section([
      ("id", .text(id)), ("namn", .text(name)), ("slag", .word(kind)), ("ägare", .textIfSaid(ownerID)),
      ("syfte", .textIfSaid(purpose)), ("målgrupp", .textIfSaid(targetGroup)), ("start", started.map { .date($0) }),
      ("slut", ended.map { .date($0) }),
    ])
  }
}

extension InsatsOrigin {
  fileprivate static let fileKeys = ["insats", "före", "hette", "från", "skäl"]

  fileprivate init(_ section: Section) {
    self.init(
      insatsID: section.insats(isRequired: true), formerID: section.insats("före", isRequired: true),
      formerName: section.text("hette"), since: section.dateIfSaid("från"), words: section.textIfSaid("skäl"))
  }

  fileprivate var file: YAMLValue {
    .section([
      ("insats", .text(insatsID)), ("före", .text(formerID)), ("hette", .text(formerName)),
      ("från", since.map { .date($0) }), ("skäl", .textIfSaid(words)),
    ])
  }
}

extension Frame {
  fileprivate static let fileKeys = ["insats", "mottagare", "belopp", "beslut"]

  fileprivate init(_ section: Section, year: Int) {
    self.init(
      insatsID: section.insats(isRequired: true), receiverID: section.member("mottagare"), year: year,
      granted: section.amount("belopp"), decision: section.decision("beslut"))
  }

  fileprivate var file: YAMLValue {
    .section([
      ("insats", .text(insatsID)), ("mottagare", .textIfSaid(receiverID)), ("belopp", .amount(granted)),
      ("beslut", .decision(decision)),
    ])
  }
}

extension PerformerForecast {
  fileprivate static let fileKeys = ["insats", "mottagare", "till", "belopp", "skäl"]

  fileprivate init?(_ section: Section, year: Int) {
    let insats = section.insats(isRequired: true)
    let amount = section.amount("belopp")
    guard let day = section.date("till") else { return nil }
    self.init(
      insatsID: insats, receiverID: section.member("mottagare"), year: year, month: Month(of: day), expected: amount,
      reason: section.textIfSaid("skäl"))
  }

  fileprivate var file: YAMLValue {
    .section([
      ("insats", .text(insatsID)), ("mottagare", .textIfSaid(receiverID)), ("till", .date(month.last)),
      ("belopp", .amount(expected)), ("skäl", .textIfSaid(reason)),
    ])
  }
}

extension ExitReasonMapping {
  fileprivate static let fileKeys = ["insats", "kod", "rubrik", "orsak"]

  fileprivate init(_ section: Section) {
    self.init(
      insatsID: section.insats(), code: section.text("kod"), title: section.textIfSaid("rubrik"),
      reason: section.choice("orsak") ?? .other)
  }

  fileprivate var file: YAMLValue {
    .section([
      ("insats", .textIfSaid(insatsID)), ("kod", .text(code)), ("rubrik", .textIfSaid(title)), ("orsak", .word(reason)),
    ])
  }
}

extension YAMLValue {
  /// Facts in a list under each year, by year; nothing where there are none.
  static func byYear<Fact>(_ facts: [Fact], year: (Fact) -> Int, file: (Fact) -> YAMLValue) -> YAMLValue? {
    let years = Set(facts.map(year)).sorted()
    return .keysIfAny(years.map { number in ("\(number)", .list(facts.filter { year($0) == number }.map(file))) })
  }
}
