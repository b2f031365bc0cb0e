import Association
import Ledger

/// `medlemmar.yaml`: the members and the keys by which they pay.
extension Association {
  static let memberFileKeys = ["medlemmar", "fördelningsnycklar", "fakturering", "egna-fakturor"]

  mutating func readMembers(_ section: Section) {
    members = section.entries("medlemmar", keys: Member.fileKeys, named: "id").map(Member.init)
  }

  /// Read after the members are known.
  mutating func readContributionKeys(_ section: Section) {
    contributionKeys = section.entries("fördelningsnycklar", keys: ContributionKey.fileKeys, named: "från")
      .compactMap(ContributionKey.init)
    memberBilling = section.entries("fakturering", keys: MemberBilling.fileKeys, named: "medlem").map(
      MemberBilling.init)
    ownBilling = section.section("egna-fakturor", keys: OwnBilling.fileKeys).map(OwnBilling.init)
  }

  var memberFile: YAMLValue? {
    guard !members.isEmpty || !contributionKeys.isEmpty || !memberBilling.isEmpty || ownBilling != nil else {
      return nil
    }
    return .section([
      ("medlemmar", .listIfAny(members.map(\.file))),
      ("fördelningsnycklar", .listIfAny(contributionKeys.map(\.file))),
      ("fakturering", .listIfAny(memberBilling.map(\.file))), ("egna-fakturor", ownBilling?.file),
    ])
  }
}

extension Member {
  fileprivate static let fileKeys = ["id", "namn", "slag", "från", "till"]

  fileprivate init(_ section: Section) {
    self.init(
      id: section.id(), name: section.text("namn"), kind: section.choice("slag") ?? .municipality,
      joined: section.dateIfSaid("från"), left: section.dateIfSaid("till"))
  }

  fileprivate var file: YAMLValue {
    .section([
      ("id", .text(id)), ("namn", .text(name)), ("slag", .word(kind)), ("från", joined.map { .date($0) }),
      ("till", left.map { .date($0) }),
    ])
  }
}

extension ContributionKey {
  fileprivate static let fileKeys = ["från", "andelar", "avrundning-bärs-av", "avrundas-till", "beslut", "invånare"]

  /// Nil where the day from which it holds cannot be read, which has been logged.
  fileprivate init?(_ section: Section) {
    let from = section.date("från")
    let parts = section.parts("andelar")
    let rounding = section.member("avrundning-bärs-av")
    let unit = section.unit("avrundas-till")
    let decision = section.decision("beslut")
    let population = section.section("invånare", keys: Population.fileKeys).map(Population.init)
    guard let from else { return nil }
    self.init(
      validFrom: from, parts: parts, roundingMemberID: rounding, unitOre: unit, decision: decision,
      population: population)
  }

  fileprivate var file: YAMLValue {
    .section([
      ("från", .date(validFrom)),
      ("andelar", .keys(parts.map { ($0.memberID, .plain("\($0.numerator)/\($0.denominator)")) })),
      ("avrundning-bärs-av", .textIfSaid(roundingMemberID)), ("avrundas-till", .amount(Money(ore: unitOre))),
      ("beslut", .decision(decision)), ("invånare", population?.file),
    ])
  }
}

extension ContributionKey.Population {
  fileprivate static let fileKeys = ["år", "källa", "antal"]

  fileprivate init(_ section: Section) {
    self.init(
      year: section.count("år"), source: section.textIfSaid("källa"), counts: section.inhabitants("antal"))
  }

  fileprivate var file: YAMLValue {
    .section([
      ("år", .plain("\(year)")), ("källa", .textIfSaid(source)),
      ("antal", .keysIfAny(counts.map { ($0.memberID, .plain("\($0.inhabitants)")) })),
    ])
  }
}

extension MemberBilling {
  fileprivate static let fileKeys = [
    "medlem", "orgnr", "gata", "postnummer", "ort", "e-adress", "e-adress-i", "referens", "sätt",
  ]

  fileprivate init(_ section: Section) {
    self.init(
      memberID: section.member("medlem", isRequired: true), organisationNumber: section.textIfSaid("orgnr"),
      street: section.textIfSaid("gata"), postalCode: section.textIfSaid("postnummer"), city: section.textIfSaid("ort"),
      endpoint: section.textIfSaid("e-adress"), endpointScheme: section.textIfSaid("e-adress-i"),
      buyerReference: section.textIfSaid("referens"), channel: section.choice("sätt", isRequired: false) ?? .peppol)
  }

  fileprivate var file: YAMLValue {
    .section([
      ("medlem", .text(memberID)), ("orgnr", .textIfSaid(organisationNumber)), ("gata", .textIfSaid(street)),
      ("postnummer", .textIfSaid(postalCode)), ("ort", .textIfSaid(city)), ("e-adress", .textIfSaid(endpoint)),
      ("e-adress-i", .textIfSaid(endpointScheme)), ("referens", .textIfSaid(buyerReference)), ("sätt", .word(channel)),
    ])
  }
}

extension OwnBilling {
  fileprivate static let fileKeys = [
    "gata", "postnummer", "ort", "e-adress", "e-adress-i", "bankgiro", "plusgiro", "iban", "bic", "kontakt", "e-post",
    "telefon", "betalas-inom", "första-fakturanummer",
  ]

  fileprivate init(_ section: Section) {
    self.init()
    street = section.textIfSaid("gata")
    postalCode = section.textIfSaid("postnummer")
    city = section.textIfSaid("ort")
    endpoint = section.textIfSaid("e-adress")
    endpointScheme = section.textIfSaid("e-adress-i")
    bankgiro = section.textIfSaid("bankgiro")
    plusgiro = section.textIfSaid("plusgiro")
    iban = section.textIfSaid("iban")
    bic = section.textIfSaid("bic")
    contact = section.textIfSaid("kontakt")
    mail = section.textIfSaid("e-post")
    phone = section.textIfSaid("telefon")
    dueDays = section.countIfSaid("betalas-inom") ?? dueDays
    firstInvoiceNumber = section.countIfSaid("första-fakturanummer") ?? firstInvoiceNumber
  }

  fileprivate var file: YAMLValue {
    .section([
      ("gata", .textIfSaid(street)), ("postnummer", .textIfSaid(postalCode)), ("ort", .textIfSaid(city)),
      ("e-adress", .textIfSaid(endpoint)), ("e-adress-i", .textIfSaid(endpointScheme)),
      ("bankgiro", .textIfSaid(bankgiro)), ("plusgiro", .textIfSaid(plusgiro)), ("iban", .textIfSaid(iban)),
      ("bic", .textIfSaid(bic)), ("kontakt", .textIfSaid(contact)), ("e-post", .textIfSaid(mail)),
      ("telefon", .textIfSaid(phone)), ("betalas-inom", .plain("\(dueDays)")),
      ("första-fakturanummer", .plain("\(firstInvoiceNumber)")),
    ])
  }
}

extension Section {
  /// Members' parts of the whole, as fractions.
  fileprivate func parts(_ key: String) -> [ContributionKey.Part] {
    guard value(key) != nil else {
      logMissing(key)
      return []
    }
    return (section(key, keys: nil)?.pairs ?? []).compactMap { key, name, value in
      if let ids = known.members, !ids.contains(name) {
        log.unknownID(key, name, among: ids.sorted(), what: "medlem", file: "medlemmar.yaml")
      }
      guard let (numerator, denominator) = value.text.flatMap(Written.fraction) else {
        log.notAFraction(value)
        return nil
      }
      return ContributionKey.Part(memberID: name, numerator: numerator, denominator: denominator)
    }
  }

  /// Numbers of inhabitants by member.
  fileprivate func inhabitants(_ key: String) -> [ContributionKey.Population.Count] {
    (section(key, keys: nil)?.pairs ?? []).map { key, name, value in
      if let ids = known.members, !ids.contains(name) {
        log.unknownID(key, name, among: ids.sorted(), what: "medlem", file: "medlemmar.yaml")
      }
      return ContributionKey.Population.Count(memberID: name, inhabitants: count(of: value))
    }
  }

  /// The unit of rounding, in öre; whole kronor where nothing is said.
  fileprivate func unit(_ key: String) -> Int64 {
    guard let amount = amountIfSaid(key) else { return 100 }
    if amount > .zero { return amount.ore }
    if let node = value(key) { log.unitNotPositive(node) }
    return 100
  }
}

extension FileLog {
  fileprivate func notAFraction(_ node: YAMLNode) {
    let said = node.text.map { "”\($0)”" } ?? "Det som står här"
    add("mapp-brak", at: node, "\(said) är inte ett bråk. Skriv delen som 1/2 eller 3/12.")
  }

  fileprivate func unitNotPositive(_ node: YAMLNode) {
    add("mapp-belopp", at: node, "Avrundningen ska vara större än noll. Skriv 1 för hela kronor.")
  }
}
