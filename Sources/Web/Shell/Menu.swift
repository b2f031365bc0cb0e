import Desk
import Ledger
import Store

/// The menu: what a role's work begins with. A link stands here only for those who may follow it.
enum Menu {
  struct Group {
    /// The heading; empty for the first group, which needs none.
    let title: String
    let entries: [Entry]
  }

  struct Entry {
    let words: String
    let path: String
    let section: Page.Section
    let access: Access
  }

  /// The groups that have something for that user.
  static func groups(for user: User, year: Int) -> [Group] {
    all(year: year).map { group in
      Group(title: group.title, entries: group.entries.filter { $0.access.admits(user) })
    }.filter { !$0.entries.isEmpty }
  }

  private static func all(year: Int) -> [Group] {
    [
      Group(
        title: "",
        entries: [
          Entry(words: "Att göra", path: Addresses.start.path(), section: .start, access: .signedIn),
          Entry(words: "Insatser", path: Addresses.objects.path(year), section: .insatser, access: .signedIn),
          Entry(
            words: "Ansökningar", path: Addresses.applications.path(), section: .applications, access: .signedIn),
          Entry(words: "Leveranser", path: Addresses.deliveries.path(), section: .deliveries, access: .forecasters),
          Entry(words: "Prognos", path: Addresses.forecast.path(year), section: .forecast, access: .signedIn),
          Entry(words: "Statistik", path: Addresses.statistics.path(year), section: .statistics, access: .readers),
          Entry(words: "Enkäter", path: Addresses.surveys.path(), section: .surveys, access: .readers),
          Entry(words: "Årsredovisning", path: Addresses.report.path(year), section: .report, access: .readers),
        ]),
      Group(
        title: "Pengar",
        entries: [
          Entry(
            words: "Medlemmar och bidrag", path: Addresses.members.path(year), section: .members, access: .readers),
          Entry(
            words: "Rekvisitioner", path: Addresses.requisitions.path(), section: .requisitions, access: .signedIn),
          Entry(
            words: "Projektuppföljning", path: Addresses.followUp.path(year), section: .followUp, access: .signedIn),
          Entry(words: "Budget", path: Addresses.budget.path(year), section: .budget, access: .readers),
          Entry(words: "Mål", path: Addresses.goals.path(year), section: .goals, access: .readers),
          Entry(words: "Bank och skattekonto", path: Addresses.bank.path(), section: .bank, access: .readers),
          Entry(
            words: "Leverantörsfakturor", path: Addresses.supplierInvoices.path(), section: .suppliers,
            access: .readers),
          Entry(words: "Moms", path: Addresses.vat.path(), section: .vat, access: .readers),
          Entry(words: "Arvoden", path: Addresses.fees.path(), section: .fees, access: .readers),
        ]),
      Group(
        title: "Hissen och styrelsen",
        entries: [
          Entry(words: "Styrelsen", path: Addresses.board.path(), section: .board, access: .readers),
          Entry(words: "Protokoll", path: Addresses.minutesList.path(), section: .minutes, access: .readers),
          Entry(words: "Hinder", path: Addresses.obstacles.path(), section: .obstacles, access: .signedIn),
          Entry(words: "Grupper", path: Addresses.groups.path(), section: .groups, access: .readers),
          Entry(words: "Diarium", path: Addresses.diary.path(), section: .diary, access: .readers),
          Entry(words: "Styrdokument", path: Addresses.governing.path(), section: .governing, access: .readers),
          Entry(words: "Attest och delegation", path: Addresses.attestOrder.path(), section: .orders, access: .readers),
          Entry(
            words: "Intern kontroll", path: Addresses.internalControl.path(year), section: .internalControl,
            access: .readers),
          Entry(words: "Avvikelser", path: Addresses.deviations.path(year), section: .deviations, access: .readers),
          Entry(words: "Dokumenthantering", path: Addresses.retention.path(), section: .retention, access: .readers),
          Entry(words: "Öppna sidan", path: Addresses.publicSettings.path(), section: .publicPage, access: .readers),
        ]),
      Group(
        title: "Uppföljning",
        entries: [
          Entry(
            words: "Aktiviteter", path: Addresses.activities.path(year), section: .activities, access: .readers),
          Entry(
            words: "Progression och ärenden", path: Addresses.counts.path(Pair(year, "progression")),
            section: .counts, access: .readers),
        ]),
      Group(
        title: "Bokföring",
        entries: [
          Entry(words: "Verifikationer", path: Addresses.vouchers.path(year), section: .vouchers, access: .readers),
          Entry(words: "Utkast och mallar", path: Addresses.drafts.path(), section: .drafts, access: .insiders),
          Entry(words: "Huvudbok", path: Addresses.ledger.path(year), section: .ledger, access: .readers),
          Entry(words: "Saldobalans", path: Addresses.trialBalance.path(year), section: .lists, access: .readers),
          Entry(words: "Inläsningar", path: Addresses.imports.path(), section: .imports, access: .insiders),
          Entry(
            words: "Granska en årsredovisning", path: Addresses.reviews.path(), section: .reviews, access: .readers),
          Entry(words: "Räkenskapsår", path: Addresses.years.path(), section: .years, access: .readers),
        ]),
      Group(
        title: "Kontoret",
        entries: [
          Entry(words: "Rundvandring", path: Addresses.walk.path(), section: .walk, access: .insiders),
          Entry(words: "Historik", path: Addresses.history.path(), section: .history, access: .insiders),
          Entry(words: "Användare", path: Addresses.users.path(), section: .users, access: .insiders),
          Entry(words: "Inställningar", path: Addresses.settings.path(), section: .settings, access: .readers),
          Entry(words: "Öva", path: Addresses.practice.path(), section: .practice, access: .signedIn),
          Entry(words: "Handbok", path: Addresses.handbook.path(), section: .handbook, access: .signedIn),
        ]),
    ]
  }
}

/// The year one works in: the latest that is not closed, else the latest, else this year.
enum WorkingYear {
  static func of(_ asked: Asked) -> Int {
    // A book that cannot be read says so on the page itself; the menu then leads to this year.
    guard let years = try? asked.store.fiscalYears() else { return asked.today.year }
    let open = years.last { year in
      (try? asked.store.isClosed(year)) == false && year.first <= asked.today
    }
    return (open ?? years.last)?.number ?? asked.today.year
  }
}

/// The association's name and number, for the top of each page.
enum AssociationName {
  static func of(_ store: Store) -> (name: String, number: String) {
    // The same: a book that cannot be read says so on the page itself.
    guard let title = try? store.title() else { return ("", "") }
    return (title.name, title.organisationNumber)
  }
}

/// Whether the book is for practice.
enum PracticeMark {
  static func isPractice(_ store: Store) -> Bool {
    // The same: a book that cannot be read says so on the page itself.
    (try? store.isPractice()) ?? false
  }

  /// The day that it is in practice when it is that day: of the year after the example's.
  static func today(_ today: CalendarDate) -> CalendarDate {
    let year = DemoFiles.year + 1
    return CalendarDate(year: year, month: today.month, day: today.day)
      // Of 29 February, which that year may not have.
      ?? CalendarDate(year: year, month: today.month, day: CalendarDate.dayCount(ofMonth: today.month, year: year))
      ?? today
  }
}
