import Foundation
import Ledger
import TestKit
import Testing

@testable import Exchange

struct CalendarFeedTests {
  private static let changed = Moment(secondsSince1970: 1_781_258_400)

  private static func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("The test's day is a day.") }
    return day
  }

  /// What a reader does first (RFC 5545 3.1): a CR LF and a space or a tab are nothing.
  private static func unfolded(_ bytes: [UInt8]) -> [String] {
    var whole: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 13, index + 2 < bytes.count, bytes[index + 1] == 10, bytes[index + 2] == 32 {
        index += 3
      } else {
        whole.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: whole, as: UTF8.self).split(separator: "\r\n").map { String($0) }
  }

  /// The physical lines, which all end in CR LF.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: 10).map { $0.last == 13 ? $0.dropLast() : $0 }
  }

  private static func words(_ random: inout SeededGenerator) -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "å", "ö", " ", ",", ";", "\\", "\n", "\r", "\"", ":", "𝄞", "\u{301}", "é", "–",
    ]
    let count = Int.random(in: 0...220, using: &random)
    return String(String.UnicodeScalarView((0..<count).map { _ in scalars[Int.random(in: 0..<15, using: &random)] }))
  }

  @Test(arguments: 1...300)
  func `a line is at most 75 octets, no letter is cut in two, and what was folded unfolds`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let line = "SUMMARY:" + CalendarFeed.escaped(CalendarFeedTests.words(&random))

    let folded = CalendarFeed.folded(line)

    #expect(CalendarFeedTests.unfolded(folded) == [line], "seed \(seed)")
    for part in CalendarFeedTests.lines(folded) {
      #expect(part.count <= 75, "seed \(seed)")
      #expect(String(validating: part, as: UTF8.self) != nil, "seed \(seed)")
    }
  }

  @Test func `signs with a meaning of their own are escaped, and a line break is one`() {
    #expect(CalendarFeed.escaped("a,b;c\\d\r\ne\nf\rg\u{7}") == "a\\,b\\;c\\\\d\\ne\\nf\\ng")
  }

  private static let feed = CalendarFeed(
    name: "Samordningsförbundet Prövo",
    events: [
      CalendarFeed.Event(
        uid: "mote-7@222000-0000.finsam", time: .clock(day("2026-06-12"), startMinute: 540, minutes: 180),
        title: "Styrelsemöte, §§ 40–52", text: "Dagordning:\n1. Mötet öppnas; närvaro", place: "Karlskrona, rådhuset",
        address: "https://forbund.example/styrelse/moten/7", changed: changed),
      CalendarFeed.Event(
        uid: "budget-2026@222000-0000.finsam", time: .day(day("2026-11-30")), title: "Budgeten beslutas",
        isCancelled: true, changed: changed),
    ])

  @Test func `a feed is a calendar with the clock of Sweden, and whole days`() {
    let lines = CalendarFeedTests.unfolded(CalendarFeedTests.feed.bytes)

    #expect(lines.first == "BEGIN:VCALENDAR")
    #expect(lines.last == "END:VCALENDAR")
    #expect(lines.contains("DTSTART;TZID=Europe/Stockholm:20260612T090000"))
    #expect(lines.contains("DTEND;TZID=Europe/Stockholm:20260612T120000"))
    #expect(lines.contains("DTSTART;VALUE=DATE:20261130"))
    #expect(lines.contains("DTEND;VALUE=DATE:20261201"))
    #expect(lines.contains("DTSTAMP:20260612T100000Z"))
    #expect(lines.contains("STATUS:CANCELLED"))
    #expect(lines.contains("TZID:Europe/Stockholm"))
    #expect(CalendarFeedTests.feed.bytes == CalendarFeedTests.feed.bytes)
  }

  @Test(.enabled(if: CalendarFeedTests.python != nil, "Not run: no Python with icalendar. Set FINSAM_PYTHON."))
  func `a reader written by others finds the same events at the same moments`() throws {
    let program = """
      import sys, icalendar
      calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
      print(calendar["X-WR-CALNAME"])
      for event in calendar.walk("VEVENT"):
          start = event["DTSTART"].dt
          if hasattr(start, "astimezone"):
              import datetime
              start = start.astimezone(datetime.timezone.utc)
          print(event["UID"], start.isoformat(), event["SUMMARY"], repr(str(event.get("DESCRIPTION", ""))),
                event.get("LOCATION", ""))
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(CalendarFeedTests.python))
    process.arguments = ["-I", "-c", program]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(CalendarFeedTests.feed.bytes))
    try input.fileHandleForWriting.close()
    let said = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()

    #expect(
      said == """
        Samordningsförbundet Prövo
        mote-7@222000-0000.finsam 2026-06-12T07:00:00+00:00 Styrelsemöte, §§ 40–52 'Dagordning:\\n1. Mötet öppnas; närvaro' Karlskrona, rådhuset
        budget-2026@222000-0000.finsam 2026-11-30 Budgeten beslutas '' \n
        """)
  }

  /// The Python that the tests' packages are installed in.
  private static let python = ProcessInfo.processInfo.environment["FINSAM_PYTHON"]
}
