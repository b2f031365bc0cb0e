/// What a file of the folder is, as its path tells.
enum FolderPath: Hashable {
  /// The files of which there is one.
  enum Single: String, CaseIterable {
    case association = "forbund.yaml"
    case members = "medlemmar.yaml"
    case insatser = "insatser.yaml"
    case groups = "grupper.yaml"
    case board = "styrelse.yaml"
    case history = "historik.yaml"
    case quotedFigures = "citat.yaml"
    case mapping = "rader.yaml"
  }

  /// The folders with a file per year.
  enum Yearly: String, CaseIterable {
    case budgets = "budget"
    case goals = "mal"
    case countTables = "deltagare"
    case surveys = "enkater"
    case activities = "aktiviteter"
    case deviations = "avvikelser"
    case balanceRequirements = "balanskrav"
    case reports = "rapport"
    case answers = "svar"
    case deadlines = "arshjul"
    case progressions = "progression"
    case cases = "arenden"
    case screenings = "valdsscreening"
  }

  case single(Single)
  case yearly(Yearly, year: Int, version: Int)
  case text(year: Int, chapterID: String)
  case bookkeeping
  case attachment
  /// A file at the top that tells people what the folder is.
  case readMe
  case unknown

  private static let readMes = ["README.md", "README.txt", "LÄSMIG.md", "LÄSMIG.txt"]

  init(_ path: String) {
    let names = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { String($0) ?? "" }
    self = .unknown
    switch (names.first, names.count) {
    case (_, 1):
      if let single = Single(rawValue: path) {
        self = .single(single)
      } else if FolderPath.readMes.contains(path) {
        self = .readMe
      }
    case ("bilagor", _): self = .attachment
    case ("bokforing", 2): if FolderPath.isBookkeeping(names[1]) { self = .bookkeeping }
    case ("texter", 3):
      let name = FolderPath.composed(names[2])
      if let year = FolderPath.year(names[1]), let id = FolderPath.stem(name, ending: ".md"), FolderPath.isChapterID(id)
      {
        self = .text(year: year, chapterID: id)
      }
    case (let folder?, 2):
      guard let noun = Yearly(rawValue: folder), let stem = FolderPath.stem(names[1], ending: ".yaml") else { return }
      if let year = FolderPath.year(stem) {
        self = .yearly(noun, year: year, version: 1)
      } else if noun == .budgets, stem.utf8.count > 5, let year = FolderPath.year(String(stem.prefix(4))),
        stem.utf8.dropFirst(4).first == UInt8(ascii: "-"), let version = Int(stem.dropFirst(5)), version > 1,
        stem == "\(year)-\(version)"
      {
        self = .yearly(noun, year: year, version: version)
      }
    default: break
    }
  }

  /// The path that somebody may have meant by one that is not known.
  static func likely(for path: String) -> String? {
    let names = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let last = names.last ?? ""
    switch names.count {
    case 1:
      return nearestWord(
        to: stem(last, ending: ".yml").map { $0 + ".yaml" } ?? last, among: Single.allCases.map(\.rawValue))
    case 2:
      let folders = Yearly.allCases.map(\.rawValue) + ["bokforing", "bilagor"]
      guard let folder = nearestWord(to: names[0], among: folders) else { return nil }
      let file = stem(last, ending: ".yml").map { $0 + ".yaml" } ?? last
      let likely = "\(folder)/\(file)"
      return likely != path && FolderPath(likely) != .unknown ? likely : nil
    default: return nil
    }
  }

  private static func year(_ text: String) -> Int? {
    guard text.utf8.count == 4, let year = Int(text), (1900...2199).contains(year) else { return nil }
    return year
  }

  private static func stem(_ name: String, ending: String) -> String? {
    guard name.utf8.count > ending.utf8.count, name.hasSuffix(ending) else { return nil }
    return String(name.dropLast(ending.count))
  }

  private static func isChapterID(_ id: String) -> Bool {
    id.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "0"..."9", "-", "å", "ä", "ö": true
      default: false
      }
    }
  }

  private static func isBookkeeping(_ name: String) -> Bool {
    let small = name.lowercased()
    return [".se", ".si", ".sie", ".csv"].contains { small.hasSuffix($0) && small.utf8.count > $0.utf8.count }
  }

  /// Some systems write å, ä and ö in file names as a letter and a mark; a chapter's id has them in one piece.
  private static func composed(_ name: String) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in name.unicodeScalars {
      switch (scalars.last, scalar) {
      case ("a", "\u{30A}"): scalars[scalars.count - 1] = "å"
      case ("a", "\u{308}"): scalars[scalars.count - 1] = "ä"
      case ("o", "\u{308}"): scalars[scalars.count - 1] = "ö"
      default: scalars.append(scalar)
      }
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}
