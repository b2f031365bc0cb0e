public import Ledger

/// What an account is for. What the program books by itself – a contribution called, a requisition paid – names the role,
/// and the association says which account has it.
public enum AccountRole: String, CaseIterable, Sendable {
  /// The bank account that pays and is paid to.
  case bank = "bank"
  /// Skattekontot.
  case taxAccount = "skattekonto"
  /// What members owe.
  case receivables = "kundfordringar"
  /// What suppliers and parties are owed by invoice.
  case payables = "leverantörsskulder"
  /// Contributions invoiced for a year that has not begun.
  case prepaidContributions = "förutbetalda-medlemsbidrag"
  /// Skulder samverkansinsatser: what parties have used of their frames and not yet been paid.
  case insatsDebts = "skulder-samverkansinsatser"
  /// The state's contribution.
  case stateContributions = "bidrag-stat"
  /// The regions' contributions.
  case regionContributions = "bidrag-region"
  /// The municipalities' contributions.
  case municipalContributions = "bidrag-kommun"
  /// Grants to individinriktade insatser.
  case individualGrants = "insatser-individ"
  /// Grants to strukturövergripande insatser.
  case structuralGrants = "insatser-struktur"
  /// Grants to konsultationsteam.
  case consultationGrants = "insatser-konsultationsteam"
  /// Grants to förstudier.
  case preStudyGrants = "insatser-förstudie"
  /// Input VAT to be compensated (lag 2005:807).
  case vatReceivable = "momsfordran"
  /// Input VAT that has been applied for and not yet credited: the same account, unless the association keeps it apart.
  case claimedVAT = "sökt-momsersättning"
  /// VAT that a party has charged by mistake, to be claimed back from it.
  case wronglyChargedVAT = "felaktigt-debiterad-moms"
  /// Board fees.
  case boardFees = "arvoden"
  /// Compensation for loss of earnings.
  case lostEarnings = "förlorad-arbetsförtjänst"
  /// Travel compensation.
  case travel = "resor"
  /// Employer contributions on board fees.
  case boardContributions = "arbetsgivaravgifter-arvoden"
  /// Tax withheld from fees.
  case withheldTax = "personalskatt"
  /// Board fees not yet paid.
  case feesOwed = "arvoden-skuld"
  /// Employer contributions not yet paid.
  case contributionsOwed = "arbetsgivaravgifter-skuld"
  /// The öre that a rounded amount leaves.
  case rounding = "öresutjämning"

  /// What a director calls it.
  public var title: String {
    switch self {
    case .bank: "Bankkonto"
    case .taxAccount: "Skattekonto"
    case .receivables: "Kundfordringar (medlemmarnas)"
    case .payables: "Leverantörsskulder"
    case .prepaidContributions: "Förutbetalda medlemsbidrag"
    case .insatsDebts: "Skulder samverkansinsatser"
    case .stateContributions: "Bidrag från staten"
    case .regionContributions: "Bidrag från region"
    case .municipalContributions: "Bidrag från kommuner"
    case .individualGrants: "Bidrag till individinriktade insatser"
    case .structuralGrants: "Bidrag till strukturövergripande insatser"
    case .consultationGrants: "Bidrag till konsultationsteam"
    case .preStudyGrants: "Bidrag till förstudier"
    case .vatReceivable: "Momsfordran"
    case .claimedVAT: "Sökt ersättning för moms"
    case .wronglyChargedVAT: "Felaktigt debiterad moms"
    case .boardFees: "Styrelsearvoden"
    case .lostEarnings: "Förlorad arbetsförtjänst"
    case .travel: "Reseersättningar"
    case .boardContributions: "Arbetsgivaravgifter på arvoden"
    case .withheldTax: "Personalskatt"
    case .feesOwed: "Arvoden att betala"
    case .contributionsOwed: "Arbetsgivaravgifter att betala"
    case .rounding: "Öresutjämning"
    }
  }

  /// Whether its account stands in the balance sheet.
  public var isBalance: Bool {
    switch self {
    case .bank, .taxAccount, .receivables, .payables, .prepaidContributions, .insatsDebts, .vatReceivable,
      .claimedVAT, .wronglyChargedVAT, .withheldTax, .feesOwed, .contributionsOwed:
      true
    case .stateContributions, .regionContributions, .municipalContributions, .individualGrants, .structuralGrants,
      .consultationGrants, .preStudyGrants, .boardFees, .lostEarnings, .travel, .boardContributions, .rounding:
      false
    }
  }

  /// The account that the shipped chart has for it.
  public func usualNumber(in standard: Chart.Standard) -> AccountNumber {
    let (bas, kommunBas) = usualNumbers
    return AccountNumber(String(standard == .bas ? bas : kommunBas))
  }

  private var usualNumbers: (bas: Int, kommunBas: Int) {
    switch self {
    case .bank: (1930, 1930)
    case .taxAccount: (1630, 1630)
    case .receivables: (1510, 1510)
    case .payables: (2440, 2510)
    case .prepaidContributions: (2972, 2990)
    case .insatsDebts: (2995, 2995)
    case .stateContributions: (3981, 3511)
    case .regionContributions: (3982, 3512)
    case .municipalContributions: (3983, 3513)
    case .individualGrants: (4010, 4510)
    case .structuralGrants: (4020, 4520)
    case .consultationGrants: (4030, 4530)
    case .preStudyGrants: (4040, 4540)
    case .vatReceivable: (1650, 1681)
    case .claimedVAT: (1650, 1681)
    case .wronglyChargedVAT: (1684, 1684)
    case .boardFees: (7240, 5010)
    case .lostEarnings: (7241, 5020)
    case .travel: (7331, 5510)
    case .boardContributions: (7518, 5650)
    case .withheldTax: (2710, 2710)
    case .feesOwed: (2820, 2820)
    case .contributionsOwed: (2731, 2731)
    case .rounding: (3740, 3740)
    }
  }
}

/// Another account for a role than the shipped chart's.
public struct RoleAccount: Hashable, Sendable {
  /// The role.
  public var role: AccountRole
  /// The account that has it.
  public var number: AccountNumber

  /// A choice.
  public init(role: AccountRole, number: AccountNumber) {
    self.role = role
    self.number = number
  }
}

extension Association {
  /// The number of the account with a role: the association's choice, else the shipped chart's.
  public func accountNumber(for role: AccountRole) -> AccountNumber {
    roleAccounts.last { $0.role == role }?.number ?? role.usualNumber(in: chart)
  }

  /// The account with a role, named as the shipped chart names it: what a voucher names where the book has no account of
  /// that number yet. A number that no chart of ours has is named by the role.
  public func account(for role: AccountRole) -> Account {
    let number = accountNumber(for: role)
    return Chart.shipped(chart)[number] ?? Account(number: number, name: role.title)
  }
}

extension AccountRole {
  /// The role of the account that grants to an insats of that kind are booked on.
  public init(grantsTo kind: Insats.Kind) {
    self =
      switch kind {
      case .individual: .individualGrants
      case .structural: .structuralGrants
      case .consultation: .consultationGrants
      case .preStudy: .preStudyGrants
      }
  }

  /// The role of the account that contributions from a party of that kind are booked on.
  public init(contributionsFrom kind: Member.Kind) {
    self =
      switch kind {
      case .state: .stateContributions
      case .region: .regionContributions
      case .municipality: .municipalContributions
      }
  }
}
