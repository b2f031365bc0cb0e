/// The one table that says which role reaches which address, and what answers there. A door that does not stand here
/// does not exist; `DoorTests` walks all of it with every role and with none.
extension Door {
  static let all: [Door] = signIn + people + everyday + bookkeeping + lists + years + exchange + report + insight

  // Signing in, and oneself.
  static let signIn: [Door] = [
    .get(Addresses.asset, .everybody, Asset.show),
    .get(Addresses.health, .everybody) { _, _ in .json(Array("{\"ok\":true}".utf8)) },
  ]

  // Users.
  static let people: [Door] = []

  // The start page, search, handbook.
  static let everyday: [Door] = [
    .get(Addresses.search, .signedIn, SearchOffice.show),
    .get(Addresses.handbook, .everybody, Handbook.begin),
    .get(Addresses.handbookPage, .everybody, Handbook.show),
    .get(Addresses.handbookPicture, .everybody, Handbook.picture),
  ]

  // Vouchers, drafts, templates.
  static let bookkeeping: [Door] = []

  // Lists.
  static let lists: [Door] = [
    .get(Addresses.vouchers, .readers, ListVouchers.show),
    .get(Addresses.ledger, .readers, ShowLedger.show),
    .get(Addresses.trialBalance, .readers, ShowTrialBalance.show),
    .get(Addresses.objects, .signedIn, ListObjects.show),
    .get(Addresses.object, .signedIn, ShowObject.show),
    .get(Addresses.chart, .readers, ShowChart.show),
  ]

  // Years and periods.
  static let years: [Door] = [
    .get(Addresses.years, .readers, ListYears.show),
    .post(Addresses.years, .bookkeepers, OpenYear.save),
    .get(Addresses.year, .readers, ShowYear.show),
    .post(Addresses.monthLock, .bookkeepers, LockMonth.save),
    .post(Addresses.yearLock, .bookkeepers, LockYear.save),
    .get(Addresses.yearEnd, .bookkeepers, EndYear.show),
    .post(Addresses.yearEnd, .bookkeepers, EndYear.save),
  ]

  // Imports and exports.
  static let exchange: [Door] = []

  // The annual report.
  static let report: [Door] = []

  // History, practice.
  static let insight: [Door] = [
    .get(Addresses.practice, .signedIn, ShowPractice.show),
    .post(Addresses.practice, .signedIn, EnterPractice.save),
    .post(Addresses.practiceLeaving, .signedIn, LeavePractice.save),
    .post(Addresses.practiceRemoval, .bookkeepers, RemovePractice.save),
  ]
}
