import Association
public import Ledger

/// A calendar that other programs subscribe to, as iCalendar (RFC 5545). The same feed gives the same bytes.
public struct CalendarFeed: Hashable, Sendable {
  /// Something with a day, and perhaps a clock.
  public struct Event: Hashable, Sendable {
    /// When it is.
    public enum Time: Hashable, Sendable {
      /// A whole day.
      case day(CalendarDate)
      /// From a minute of the day's clock in Sweden, so many minutes long.
      case clock(CalendarDate, startMinute: Int, minutes: Int)
    }

    /// What names it for ever: a program that reads the feed again knows the event by it.
    public var uid: String
    /// When it is.
    public var time: Time
    /// What it is called.
    public var title: String
    /// What more is said of it; empty for nothing.
    public var text: String
    /// Where it is; empty for nowhere.
    public var place: String
    /// The page where it can be read; empty for none.
    public var address: String
    /// Whether it has been called off.
    public var isCancelled: Bool
    /// When what is said of it was last changed.
    public var changed: Moment

    /// An event.
    public init(
      uid: String, time: Time, title: String, text: String = "", place: String = "", address: String = "",
      isCancelled: Bool = false, changed: Moment
    ) {
      self.uid = uid
      self.time = time
      self.title = title
      self.text = text
      self.place = place
      self.address = address
      self.isCancelled = isCancelled
      self.changed = changed
    }
  }

  /// What the calendar is called.
  public var name: String
  /// What stands in it.
  public var events: [Event]

  /// A calendar.
  public init(name: String, events: [Event]) {
    self.name = name
    self.events = events
  }

  /// The calendar as a file: UTF-8, lines of at most 75 octets that end in CR LF.
  public var bytes: [UInt8] {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//finsam//finsam//SV", "CALSCALE:GREGORIAN",
      "X-WR-CALNAME:\(CalendarFeed.escaped(name))",
    ]
    if events.contains(where: { if case .clock = $0.time { true } else { false } }) {
      lines += CalendarFeed.stockholm
    }
    for event in events { lines += CalendarFeed.lines(of: event) }
    lines.append("END:VCALENDAR")
    return lines.flatMap { CalendarFeed.folded($0) }
  }

  private static func lines(of event: Event) -> [String] {
    var lines = [
      "BEGIN:VEVENT", "UID:\(escaped(event.uid))", "DTSTAMP:\(event.changed.universalText)",
      "LAST-MODIFIED:\(event.changed.universalText)",
    ]
    switch event.time {
    case .day(let day):
      // A whole day takes nobody's time, and ends where the next begins.
      lines += [
        "DTSTART;VALUE=DATE:\(day.yyyymmdd)", "DTEND;VALUE=DATE:\(day.next.yyyymmdd)", "TRANSP:TRANSPARENT",
      ]
    case .clock(let day, let startMinute, let minutes):
      lines += [
        "DTSTART;TZID=Europe/Stockholm:\(clock(day, startMinute))",
        "DTEND;TZID=Europe/Stockholm:\(clock(day, startMinute + max(minutes, 1)))",
      ]
    }
    lines.append("SUMMARY:\(escaped(event.title))")
    if !event.text.isEmpty { lines.append("DESCRIPTION:\(escaped(event.text))") }
    if !event.place.isEmpty { lines.append("LOCATION:\(escaped(event.place))") }
    if !event.address.isEmpty { lines.append("URL:\(plain(event.address))") }
    lines.append("STATUS:\(event.isCancelled ? "CANCELLED" : "CONFIRMED")")
    return lines + ["END:VEVENT"]
  }

  private static func clock(_ day: CalendarDate, _ minute: Int) -> String {
    let place = max(minute, 0)
    let day = day.adding(days: place / 1440)
    let (hours, minutes) = (place / 60 % 24, place % 60)
    return "\(day.yyyymmdd)T\(hours < 10 ? "0" : "")\(hours)\(minutes < 10 ? "0" : "")\(minutes)00"
  }

  /// The clock of Sweden since 1996: one hour more from the last Sunday of March to the last of October.
  private static let stockholm = [
    "BEGIN:VTIMEZONE", "TZID:Europe/Stockholm", "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200",
    "TZNAME:CEST", "DTSTART:19960331T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
    "BEGIN:STANDARD", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE",
  ]

  /// The words as a value of type TEXT (RFC 5545 3.3.11): a line break is `\n`, and control characters are left out.
  static func escaped(_ words: String) -> String {
    var escaped = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += ["\\", scalar]
      // A carriage return and the line feed after it are one line break.
      case "\n" where wasReturn: break
      case "\n", "\r": escaped += ["\\", "n"]
      case _ where scalar.value < 0x20 && scalar != "\t" || scalar.value == 0x7F: break
      default: escaped.append(scalar)
      }
      wasReturn = scalar == "\r"
    }
    return String(escaped)
  }

  /// An address, which is not escaped; what cannot stand in one is left out.
  private static func plain(_ address: String) -> String {
    String(String.UnicodeScalarView(address.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }))
  }

  /// The most octets of a line, without its line break (RFC 5545 3.1).
  static let lineBytesMax = 75

  /// The line with CR LF, broken so that no part is longer than 75 octets and no character is cut in two; each part
  /// after the first begins with a space.
  static func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var length = 0
    for scalar in line.unicodeScalars {
      let encoded = Array(String(scalar).utf8)
      if length + encoded.count > lineBytesMax {
        bytes += [13, 10, 32]
        length = 1
      }
      bytes += encoded
      length += encoded.count
    }
    return bytes + [13, 10]
  }
}
