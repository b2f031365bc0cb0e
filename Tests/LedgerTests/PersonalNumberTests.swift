import Testing

@testable import Ledger

/// Numbers made for tests by Skatteverket or with check digits reckoned here; none belongs to anybody.
struct PersonalNumberTests {
  @Test(
    arguments: [
      "121212-1212", "1212121212", "19121212-1212", "191212121212", "121212+1212", "121212–1212", "121212−1212",
      "701063-2391", "197010632391", "000229-0005",
    ])
  func `a personal identity number is found in every form it is written`(number: String) {
    #expect(PersonalNumber.find(in: "Ärende om \(number), se bilaga").count == 1)
    #expect(PersonalNumber.find(in: number) == [0..<number.utf8.count])
  }

  @Test(
    arguments: [
      "222000-2451", "212000-0829", "121212-1213", "121312-1212", "121232-1212", "2022-12-31", "5600000",
      "a1212121212f",
      "12121212121", "1212121212121", "211212121212", "121212 1212", "0455-30 30 30", "19121212", "",
      "811228 9874", "811228, 9874", "1912681002.00", "8112289874,5", "1981-12-28 9874-11-19", "19811228 - 9874.50",
      "81-12-28 9874", "19811228 98745", "1981-12-28 - 987", "198112289874a",
    ])
  func `what only looks like one is left alone`(text: String) {
    #expect(PersonalNumber.find(in: text) == [])
  }

  @Test(arguments: [
    "811228-9874", "8112289874", "19811228-9874", "811228 - 9874", "811228\u{A0}-\u{A0}9874", "811228\u{200B}-9874",
    "811228\u{AD}-9874", "811\u{200D}228-9874", "811228\u{2014}9874", "811228\u{FF0D}9874", "811228\u{FE63}9874",
    "811228_9874", "811228.9874", "811228/9874", "811228:9874", "1981-12-28-9874", "1981-12-28 9874",
    "19811228 9874", "19811228\u{A0}9874", "\u{FF18}\u{FF11}\u{FF11}\u{FF12}\u{FF12}\u{FF18}-9874",
    "\u{668}\u{661}\u{661}\u{662}\u{662}\u{668}\u{669}\u{668}\u{667}\u{664}",
  ])
  func `however a number is spelled, it is found and masked whole`(number: String) {
    #expect(PersonalNumber.find(in: number) == [0..<number.utf8.count])
    #expect(PersonalNumber.find(in: "åäö \(number).").count == 1)
    let masked = PersonalNumber.masked("Rad 7: \(number)")
    #expect(masked.utf8.count == "Rad 7: \(number)".utf8.count)
    #expect(PersonalNumber.find(in: masked).isEmpty)
    #expect(!masked.contains("8") && masked.hasPrefix("Rad 7: x"))
  }

  @Test func `a day and a time, an account or an amount of a year of books is no number`() {
    for year in stride(from: 2011, through: 2045, by: 17) {
      for last in 0...999 {
        let four = "\(last + 10_000)".dropFirst()
        let texts = ["\(year)-12-31 \(four)", "\(year)1231 \(four)", "\(year)1231_\(four).pdf", "\(year)1231:\(four)"]
        let found = texts.filter { !PersonalNumber.find(in: $0).isEmpty }
        #expect(found.isEmpty)
      }
    }
  }

  @Test func `a period is no number, however it is written`() {
    var found: [String] = []
    for year in 1950...2045 {
      for month in 1...12 {
        let (first, last) = ("\(year)-\(month < 10 ? "0" : "")\(month)-01", "\(year + 1)-12-31")
        for sign in ["–", "-", " – ", " ", " - "] {
          let text = first + sign + last
          if !PersonalNumber.find(in: text).isEmpty { found.append(text) }
        }
      }
    }
    #expect(found.isEmpty)
  }

  @Test func `ranges are bytes, and a text may have several`() {
    let text = "åäö 121212-1212 och 191212121212."

    #expect(PersonalNumber.find(in: text) == [7..<18, 23..<35])
  }

  @Test func `a masked text keeps its length and loses the numbers`() {
    #expect(PersonalNumber.masked("Rad 7: 121212-1212, 12 kr") == "Rad 7: xxxxxx-xxxx, 12 kr")
    #expect(PersonalNumber.masked("222000-2451") == "222000-2451")
  }
}
