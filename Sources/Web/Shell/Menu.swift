import Ledger
import Store

/// The menu: what a role's work begins with. A link stands here only for those who may follow it.
enum Menu {
  struct Entry {
    let words: String
    let path: String
    let section: Page.Section
    let access: Access
  }

  static func entries(for user: User, year: Int) -> [Entry] {
    all(year: year).filter { $0.access.admits(user) }
  }

  private static func all(year: Int) -> [Entry] {
    [
      Entry(words: "Att göra", path: Addresses.start.path(), section: .start, access: .signedIn),
      Entry(
        words: "Ny verifikation", path: Addresses.newVoucher.path(), section: .none, access: .bookkeepers),
      Entry(words: "Verifikationer", path: Addresses.vouchers.path(year), section: .vouchers, access: .readers),
      Entry(words: "Saldobalans", path: Addresses.trialBalance.path(year), section: .lists, access: .readers),
      Entry(words: "Insatser", path: Addresses.objects.path(year), section: .none, access: .signedIn),
      Entry(words: "Årsredovisning", path: Addresses.report.path(year), section: .report, access: .readers),
      Entry(words: "Inläsningar", path: Addresses.imports.path(), section: .imports, access: .insiders),
      Entry(words: "Räkenskapsår", path: Addresses.years.path(), section: .years, access: .readers),
      Entry(words: "Historik", path: Addresses.history.path(), section: .history, access: .insiders),
      Entry(words: "Användare", path: Addresses.users.path(), section: .users, access: .director),
      Entry(words: "Handbok", path: Addresses.handbook.path(), section: .handbook, access: .signedIn),
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
}
