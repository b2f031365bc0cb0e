import Association
import Ledger

/// `forbund.yaml`: what the association is called and how its report is laid out.
extension Association {
  static let fileKeys = ["namn", "organisationsnummer", "säte", "kontoplan", "inställningar", "konteringar"]

  /// The association that the file names, with nothing else said yet.
  init(_ section: Section) {
    self.init(
      name: section.text("namn"), organisationNumber: section.text("organisationsnummer"),
      chart: section.choice("kontoplan", isRequired: false) ?? .bas)
    seat = section.textIfSaid("säte")
    settings = section.section("inställningar", keys: Settings.fileKeys).map(Settings.init) ?? Settings()
    roleAccounts = section.entries("konteringar", keys: RoleAccount.fileKeys).compactMap(RoleAccount.init)
    if let node = section.value("organisationsnummer"), !Association.isOrganisationNumber(organisationNumber) {
      section.log.notAnOrganisationNumber(node, organisationNumber)
    }
  }

  var file: YAMLValue {
    .section([
      ("namn", .text(name)), ("organisationsnummer", .text(organisationNumber)), ("säte", .textIfSaid(seat)),
      ("kontoplan", .word(chart)), ("inställningar", settings.file),
      ("konteringar", .listIfAny(roleAccounts.map(\.file))),
    ])
  }

  /// Six digits, a dash and four, where the last is the check digit of the others.
  private static func isOrganisationNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 11, bytes[6] == UInt8(ascii: "-") else { return false }
    let digits = bytes.enumerated().filter { $0.offset != 6 }.map { Int($0.element) - 48 }
    return digits.allSatisfy { (0...9).contains($0) } && CheckDigit.isRight(digits)
  }
}

extension Settings {
  fileprivate static let fileKeys = [
    "eget-kapital-tak", "driftredovisning", "driftredovisning-i-tusental", "små-antal-under", "antal-år-i-översikt",
  ]
  private static let capKeys = ["underlag", "andel-under-brytpunkt", "andel-över-brytpunkt", "brytpunkt"]

  fileprivate init(_ section: Section) {
    self.init()
    if let cap = section.section("eget-kapital-tak", keys: Settings.capKeys) {
      capBase = cap.choice("underlag", isRequired: false) ?? capBase
      capLowPermille = cap.permilleIfSaid("andel-under-brytpunkt") ?? capLowPermille
      capHighPermille = cap.permilleIfSaid("andel-över-brytpunkt") ?? capHighPermille
      capStep = cap.amountIfSaid("brytpunkt") ?? capStep
    }
    operatingLayout = section.choice("driftredovisning", isRequired: false) ?? operatingLayout
    operatingInThousands = section.yesOrNo("driftredovisning-i-tusental") ?? operatingInThousands
    smallCountBelow = section.countIfSaid("små-antal-under") ?? smallCountBelow
    overviewYearCount = section.countIfSaid("antal-år-i-översikt") ?? overviewYearCount
  }

  fileprivate var file: YAMLValue {
    .section([
      (
        "eget-kapital-tak",
        .section([
          ("underlag", .word(capBase)), ("andel-under-brytpunkt", .permille(capLowPermille)),
          ("andel-över-brytpunkt", .permille(capHighPermille)), ("brytpunkt", .amount(capStep)),
        ])
      ),
      ("driftredovisning", .word(operatingLayout)),
      ("driftredovisning-i-tusental", .yesOrNo(operatingInThousands)),
      ("små-antal-under", .count(smallCountBelow)), ("antal-år-i-översikt", .count(overviewYearCount)),
    ])
  }
}

extension RoleAccount {
  fileprivate static let fileKeys = ["för", "konto"]

  fileprivate init?(_ section: Section) {
    let role: AccountRole? = section.choice("för")
    let number = section.text("konto")
    guard let role, !number.isEmpty else { return nil }
    self.init(role: role, number: AccountNumber(number))
  }

  fileprivate var file: YAMLValue {
    .section([("för", .word(role)), ("konto", .account(number))])
  }
}

extension FileLog {
  fileprivate func notAnOrganisationNumber(_ node: YAMLNode, _ text: String) {
    add(
      "mapp-organisationsnummer", .warning, at: node,
      "”\(text)” är inte ett organisationsnummer: det skrivs med sex siffror, bindestreck och fyra siffror, "
        + "och den sista är en kontrollsiffra. Jämför med registreringsbeviset.")
  }
}
