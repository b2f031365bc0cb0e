import Desk
import Foundation
import Ledger
import Press

/// The whole outside: the clock, the terminal and the folder of files. Made once per command; a room is never given
/// the world, only the few things it needs, by name.
struct World {
  /// What time it is.
  var now: () -> Moment
  /// Today in the Swedish calendar.
  var today: () -> CalendarDate
  /// Prints a line where results go.
  var say: (String) -> Void
  /// Prints a line where problems go.
  var complain: (String) -> Void
  /// Shows how far long work has come, on a terminal; nothing when output goes to a file.
  var progress: (String) -> Void
  /// The settings in force.
  var settings: Settings

  /// The clock, the calendar and the terminal for those who answer many at once.
  var clock: @Sendable () -> Moment { { Moment(secondsSince1970: Int64(Date().timeIntervalSince1970)) } }
  var calendar: @Sendable () -> CalendarDate { { World.todayInSweden() } }
  static let randomBytes: @Sendable (Int) -> [UInt8] = { count in
    (0..<count).map { _ in UInt8.random(in: 0...255) }
  }
  static let print: @Sendable (String) -> Void = { FileHandle.standardOutput.write(Data(($0 + "\n").utf8)) }

  /// The real world.
  static func real() -> World {
    let isTerminal = isatty(STDERR_FILENO) == 1
    return World(
      now: { Moment(secondsSince1970: Int64(Date().timeIntervalSince1970)) },
      today: World.todayInSweden,
      say: { FileHandle.standardOutput.write(Data(($0 + "\n").utf8)) },
      complain: { FileHandle.standardError.write(Data(($0 + "\n").utf8)) },
      progress: { text in
        guard isTerminal else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[2K\(text)".utf8))
      },
      settings: Settings.current())
  }

  private static func todayInSweden() -> CalendarDate {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Stockholm") ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    guard
      let today = CalendarDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
    else { preconditionFailure("The clock stands outside the years 1900 to 2199.") }
    return today
  }

  /// The PDF engine, as the settings place it.
  var press: PDFPress { PDFPress(python: settings.python, fontFolder: settings.fonts) }

  /// Who acts: the name given to the command, else the one in the settings. It stands in the history for ever.
  func actor(_ name: String?) throws -> Actor {
    let name = name ?? settings.actor
    try Words.checkName(name, called: "--by eller inställningen vem")
    return Actor(name: name)
  }
}
