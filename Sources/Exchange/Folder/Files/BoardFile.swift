import Association
import Ledger

/// `styrelse.yaml`: the board's seats, and per year staff and meetings.
extension Association {
  static let boardFileKeys = ["platser", "personal", "möten"]

  mutating func readBoard(_ section: Section) {
    seats = section.entries("platser", keys: Seat.fileKeys).map(Seat.init)
    staff = section.yearEntries("personal", keys: StaffFact.fileKeys).map { StaffFact($0.entry, year: $0.year) }
    meetings = section.yearEntries("möten", keys: MeetingCount.fileKeys, named: "id")
      .map { MeetingCount($0.entry, year: $0.year) }
  }

  var boardFile: YAMLValue? {
    guard !seats.isEmpty || !staff.isEmpty || !meetings.isEmpty else { return nil }
    return .section([
      ("platser", .listIfAny(seats.map(\.file))), ("personal", .byYear(staff, year: \.year, file: \.file)),
      ("möten", .byYear(meetings, year: \.year, file: \.file)),
    ])
  }
}

extension Seat {
  fileprivate static let fileKeys = ["funktion", "namn", "utsedd-av", "från", "till", "ordning", "konto"]

  fileprivate init(_ section: Section) {
    self.init(
      function: section.text("funktion"), name: section.textIfSaid("namn"), memberID: section.member("utsedd-av"),
      from: section.dateIfSaid("från"), until: section.dateIfSaid("till"),
      substituteOrder: section.countIfSaid("ordning"), account: section.textIfSaid("konto"))
  }

  fileprivate var file: YAMLValue {
    .section([
      ("funktion", .text(function)), ("namn", .textIfSaid(name)), ("utsedd-av", .textIfSaid(memberID)),
      ("från", from.map { .date($0) }), ("till", until.map { .date($0) }),
      ("ordning", substituteOrder.map { .count($0) }), ("konto", .textIfSaid(account)),
    ])
  }
}

extension StaffFact {
  fileprivate static let fileKeys = ["funktion", "arbetsgivare", "antal", "omfattning"]

  fileprivate init(_ section: Section, year: Int) {
    self.init(
      year: year, function: section.text("funktion"), employer: section.employer("arbetsgivare"),
      headcount: section.tally("antal"), fullTimePercent: section.percent("omfattning"))
  }

  fileprivate var file: YAMLValue {
    .section([
      ("funktion", .text(function)), ("arbetsgivare", .text(employer)), ("antal", .tally(headcount)),
      ("omfattning", .plain("\(fullTimePercent) %")),
    ])
  }
}

extension Section {
  /// The association itself, or a member.
  fileprivate func employer(_ key: String) -> String {
    value(key)?.text == "förbundet" ? "förbundet" : member(key, isRequired: true)
  }
}

extension MeetingCount {
  fileprivate static let fileKeys = ["id", "rubrik", "antal"]

  fileprivate init(_ section: Section, year: Int) {
    self.init(id: section.id(), year: year, title: section.text("rubrik"), count: section.count("antal"))
  }

  fileprivate var file: YAMLValue {
    .section([("id", .text(id)), ("rubrik", .text(title)), ("antal", .count(count))])
  }
}
