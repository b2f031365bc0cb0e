import Ledger
import TestKit
import Testing

@testable import Web

struct TypedDateTests {
  @Test(arguments: [
    ("2022-12-05", "2022-12-05"), ("2022-12-5", "2022-12-05"), ("20221205", "2022-12-05"), ("221205", "2022-12-05"),
    ("22-12-05", "2022-12-05"), ("30/12 2022", "2022-12-30"), ("30/12-2022", "2022-12-30"), ("5.12.2022", "2022-12-05"),
    ("5 dec 2022", "2022-12-05"), ("5 dec. 2022", "2022-12-05"), ("5 December 2022", "2022-12-05"),
    (" 2022/12/5 ", "2022-12-05"), ("29 feb 2024", "2024-02-29"),
  ])
  func `a day is read in the ways that people write one`(text: String, day: String) {
    #expect(CalendarDate(typed: text)?.text == day)
    #expect(CalendarDate(typed: text, year: 1999)?.text == day)
  }

  @Test(arguments: [("30/12", "2021-12-30"), ("1230", "2021-12-30"), ("30 dec", "2021-12-30"), ("5.1", "2021-01-05")])
  func `a day without its year is of the year that is given, and without one none`(text: String, day: String) {
    #expect(CalendarDate(typed: text, year: 2021)?.text == day)
    #expect(CalendarDate(typed: text) == nil)
    // A month and a day with a hyphen between them could be either way round.
    #expect(CalendarDate(typed: "5-12", year: 2021) == nil)
  }

  @Test(arguments: [
    "", "i går", "2022", "2022-02-30", "30/2 2022", "31 juni 2022", "5 de 2022", "1930", "2022-12", "202212",
    "2022-12-05-01", "12,5", "5 dec dec 2022", "٣/١٢ 2022", "99999999999999999999", "0/0 2022", "--", "2012-1-1-",
    "5-12",
  ])
  func `what is no day is none`(text: String) {
    #expect(CalendarDate(typed: text) == nil)
  }

  @Test func `every day that is printed reads back, in each form`() {
    var random = SeededGenerator(seed: 32)
    let months = ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "december"]
    for _ in 0..<2000 {
      let year = Int.random(in: 1900...2199, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      let day = Int.random(in: 1...CalendarDate.dayCount(ofMonth: month, year: year), using: &random)
      guard let date = CalendarDate(year: year, month: month, day: day) else {
        Issue.record("\(year) \(month) \(day)")
        continue
      }
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      let whole = [
        date.text, "\(date.yyyymmdd)", "\(year)-\(month)-\(day)", "\(day)/\(month) \(year)", "\(day).\(month).\(year)",
        "\(day) \(months[month - 1]) \(year)",
      ]
      let short = ["\(day)/\(month)", "\(two(month))\(two(day))", "\(day) \(months[month - 1])"]
      for text in whole { #expect(CalendarDate(typed: text) == date, "\(text)") }
      for text in short { #expect(CalendarDate(typed: text, year: year) == date, "\(text)") }
      if (2000...2099).contains(year) {
        #expect(CalendarDate(typed: "\(two(year % 100))\(two(month))\(two(day))") == date)
      }
    }
  }
}
