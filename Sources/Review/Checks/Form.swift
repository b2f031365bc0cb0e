import Ledger

extension ReviewCheck {
  static let sameYearTwice = ReviewCheck(
    "samma-ar-tva-ganger", kind: "same-year-twice", question: "Har varje kolumn sitt eget år?",
    reason: "Sydnärke 2023: både resultaträkningen och kassaflödesanalysen hade 2023 över båda kolumnerna.",
    spoil: [
      ("Belopp i kr\tNot\t2023\t2022\nVerksamhetens intäkter", "Belopp i kr\tNot\t2023\t2023\nVerksamhetens intäkter")
    ],
    find: { report in
      report.tables.compactMap { table in
        let kinds: Set<TableKind> = [.incomeStatement, .balanceSheet, .cashFlow, .note, .overview]
        guard kinds.contains(table.kind),
          table.columns.allSatisfy({ $0.part == nil && $0.role != .budget && $0.role != .deviation })
        else { return nil }
        let years = table.columns.compactMap(\.year)
        guard years.count >= 2, years.count == table.columns.count, Set(years).count < years.count else { return nil }
        let place =
          table.headingPlaces.first { !Period.years(in: report.lines[$0.line - 1].fold.bytes).isEmpty } ?? table.place
        // Columns under one heading share its year; only headings of their own can be the same.
        guard Period.years(in: report.lines[place.line - 1].fold.bytes).count >= years.count else { return nil }
        let expected = years.indices.map { String(years[0] - $0) }.joined(separator: " / ")
        return Slip(
          severity: .formal, place: place, quote: TableBuilder.onOneLine(report.lines[place.line - 1].text),
          stated: years.map(String.init).joined(separator: " / "), expected: expected,
          difference: "1 år",
          message: "Två kolumner i \(table.name) har samma år: \(years.map(String.init).joined(separator: " och ")).",
          mend: "Skriv \(expected).", confidence: 90)
      }
    })

  static let unitAgainstSize = ReviewCheck(
    "enhet-mot-storlek", kind: "unit", question: "Är beloppen i den enhet som rubriken säger?",
    reason: "Sydnärke 2023: driftredovisningen sade tkr över belopp i kronor.",
    spoil: [("Belopp i kr\tNot\t2023-12-31", "Belopp i tkr\tNot\t2023-12-31")],
    find: { report in
      report.tables.compactMap { table in
        guard let stated = table.statedUnit, stated != table.unit else { return nil }
        let place =
          table.headingPlaces.first {
            report.lines[$0.line - 1].fold.hasAny(["tkr", "kkr", "tusen", "mnkr", "mkr", "kr"])
          } ?? table.place
        return Slip(
          severity: .material, place: place, quote: TableBuilder.onOneLine(report.lines[place.line - 1].text),
          stated: stated.rawValue, expected: table.unit.rawValue,
          difference: "faktor 1\u{00A0}000",
          message: "Rubriken säger \(stated.rawValue), men beloppen i \(table.name) är i \(table.unit.rawValue).",
          mend: "Byt enheten i rubriken till \(table.unit.rawValue).",
          confidence: 92)
      }
    })

  static let impossibleDate = ReviewCheck(
    "omojligt-datum", kind: "impossible-date",
    question: "Är rapporten beslutad och undertecknad efter räkenskapsårets slut, på dagar som finns?",
    reason: "Blekinge 2022: beslutad 2022-03-17, nio månader före årets slut.",
    spoil: [("Beslutad av styrelsen 2024-03-15", "Beslutad av styrelsen 2023-03-15")],
    find: { report in
      report.dates.compactMap { date in
        guard let day = date.date else {
          guard date.meaning != .other else { return nil }
          return Slip(
            severity: .formal, place: date.place, quote: date.quote, stated: date.printed, expected: "en dag som finns",
            message: "\(date.printed) finns inte i kalendern.", mend: "Rätta datumet.",
            confidence: 85)
        }
        guard date.meaning != .other, let year = report.year, let end = CalendarDate(year: year, month: 12, day: 31),
          day <= end, day.year >= year - 1
        else { return nil }
        // The year end itself beside a signature is the year's, not the day's.
        guard day != end else { return nil }
        let better = CalendarDate(year: year + 1, month: day.month, day: day.day)
        return Slip(
          severity: .formal, place: date.place, quote: date.quote, stated: date.printed,
          expected: better?.text ?? "efter \(end.text)",
          difference: day.year == year ? "1 år" : "\(year + 1 - day.year) år",
          message: "Datumet \(date.printed) ligger före räkenskapsårets slut \(end.text).",
          innocent: "Dagen kan gälla något annat än rapporten.", mend: "Rätta året.", confidence: 85)
      }
    })

  static let numbering = ReviewCheck(
    "numrering", kind: "numbering", question: "Har varje mål, not och tabell sitt eget nummer?",
    reason: "Blekinge 2022: två olika mål hette Deltagarmål 2.",
    spoil: [("Deltagarmål 2\t", "Deltagarmål 1\t")],
    find: { report in
      var slips: [Slip] = []
      var seen: [String: (Place, String)] = [:]
      for table in report.tables {
        for row in table.rows {
          guard row.cells.allSatisfy({ $0 == nil }), let name = numbered(Fold(row.label).bytes) else { continue }
          let text = row.words.joined(separator: " ")
          if let (place, before) = seen[name], before != text, !text.isEmpty {
            slips.append(twice(row.label, row.place, row.quote, place))
          } else if seen[name] == nil {
            seen[name] = (row.place, text)
          }
        }
      }
      for heading in report.headings {
        guard let name = numbered(HeadingReader.withoutNumbering(heading.folded[...])), heading.folded.count <= 24
        else { continue }
        if let (place, _) = seen[name], place.line != heading.place.line, seen[name]?.1 == "#" {
          slips.append(twice(heading.text, heading.place, heading.text, place))
        } else if seen[name] == nil {
          seen[name] = (heading.place, "#")
        }
      }
      var notes: [String: (Place, String)] = [:]
      for table in report.tables {
        guard let number = table.noteNumber,
          let title = report.lines.first(where: {
            TableBuilder.onOneLine($0.text) == TableBuilder.onOneLine(table.title)
          })
        else { continue }
        let words = HeadingReader.label(Fold(table.title).bytes).label
        let key = String(decoding: words, as: UTF8.self)
        if let (place, before) = notes[number] {
          if before != key, editDistance(Array(before.utf8), Array(key.utf8), limit: 4) > 4 {
            slips.append(twice("Not \(number)", title.place, table.title, place))
          }
        } else {
          notes[number] = (title.place, key)
        }
      }
      return slips
    })

  private static func twice(_ name: String, _ place: Place, _ quote: String, _ first: Place) -> Slip {
    Slip(
      severity: .formal, place: place, quote: quote, stated: name, expected: "ett eget nummer", difference: "1",
      message: "\(name) står två gånger, också på rad \(first.line), över olika innehåll.",
      mend: "Ge den andra nästa nummer.", confidence: 88, related: [first])
  }

  /// `deltagarmål 2`, `tabell 3`: a word of goals or tables and its number, and nothing else.
  private static func numbered(_ bytes: [UInt8]) -> String? {
    let label = bytes.trimmedBytes.filter { $0 != 58 && $0 != 46 }
    guard let blank = label.lastIndex(of: 32), label.count <= 40 else { return nil }
    let number = label[(blank + 1)...]
    let word = Array(label[..<blank])
    guard !number.isEmpty, number.count <= 2, number.allSatisfy(\.isDigit) else { return nil }
    guard
      ["mal", "tabell", "diagram", "figur", "bilaga"].contains(where: {
        word.count >= $0.utf8.count && word.suffix($0.utf8.count) == Array($0.utf8)[...]
      })
    else { return nil }
    return String(decoding: label, as: UTF8.self)
  }

  static let guidance = ReviewCheck(
    "malltext", kind: "guidance", question: "Har mallens anvisningar tagits bort?",
    reason: "En granskad rapport tryckte anvisningen om hur ledamöter ska skriva under.",
    spoil: [("Vi intygar att", "(Fyll i här vem som skriver under.) Vi intygar att")],
    find: { report in
      report.sentences.compactMap { sentence in
        guard let words = Vocabulary.guidance.first(where: { sentence.fold.has($0) }) else { return nil }
        let quote = sentence.text
        return Slip(
          severity: .formal, place: sentence.place, quote: quote, stated: words, expected: "ingen anvisning",
          message: "Meningen ser ut att vara en anvisning ur mallen.", innocent: "Den kan vara förbundets egen.",
          mend: "Ta bort den.", confidence: 62)
      }
    })

  static let smallCells = ReviewCheck(
    "sma-tal", kind: "small-cells",
    question: "Visar någon tabell över deltagare så små grupper att någon kan kännas igen?",
    reason: "Röjandekontroll: grupper under fem döljs, tillsammans med så mycket att de inte kan räknas fram.",
    spoil: [("30 - 44 år\t30\t20\t50", "30 - 44 år\t47\t3\t50")],
    find: { report in
      report.tables(.participants).compactMap { table in
        let words = Fold(table.title + " " + table.headingQuote)
        guard !words.hasAny(["anstall", "personal", "funktion", "styrelse", "ledam", "sjuk"]),
          !table.rows.contains(where: { $0.hasAny(["forbundschef", "ordforande"]) })
        else { return nil }
        let columns = table.columns.indices.filter { [.women, .men, .total].contains(table.columns[$0].role) }
        let small = table.rows.filter { row in
          columns.contains { column in
            guard let value = row.value(column), row.cells[column]?.unit == nil, value.isWhole else { return false }
            return (1...4).contains(value.whole)
          }
        }
        guard let first = small.first else { return nil }
        // In a large table of the whole association that says no place, nobody is known by an age.
        let all = columns.compactMap { column in table.rows.last { $0.isSum }?.value(column)?.whole }.max() ?? 0
        let hasPlaces = table.rows.contains { $0.hasAny(["kommun", "team", "projekt"]) }
        guard all < 100 || hasPlaces else { return nil }
        let values = small.flatMap { row in columns.compactMap { row.value($0)?.whole }.filter { (1...4).contains($0) }
        }
        return Slip(
          severity: .formal, place: first.place, quote: first.quote,
          stated: values.map(String.init).joined(separator: ", "), expected: "minst 5, eller dolt",
          message: "Tabellen visar grupper om \(values.map(String.init).joined(separator: ", ")) personer.",
          innocent: "Förbundet kan ha bedömt att ingen kan kännas igen.", mend: "Slå ihop grupper eller dölj talen.",
          confidence: 60,
          related: small.map(\.place))
      }
    })

  static let organisationNumber = ReviewCheck(
    "organisationsnummer", kind: "organisation-number", question: "Har organisationsnumret rätt kontrollsiffra?",
    reason: "Lag (1974:174): den sista siffran räknas ur de andra.",
    spoil: [("222000-0117", "222000-0118")],
    find: { report in
      guard let number = report.organisationNumber, let place = report.organisationNumberPlace else { return [] }
      let digits = number.utf8.filter(\.isDigit).map { Int($0 - 48) }
      guard digits.count == 10 else { return [] }
      let sum = digits.enumerated().reduce(0) { sum, one in
        let value = one.offset % 2 == 0 ? one.element * 2 : one.element
        return sum + (value > 9 ? value - 9 : value)
      }
      guard sum % 10 != 0 else { return [] }
      return [
        Slip(
          severity: .formal, place: place, quote: TableBuilder.onOneLine(report.lines[place.line - 1].text),
          stated: number, expected: "ett nummer med rätt kontrollsiffra",
          message: "Organisationsnumret \(number) har fel kontrollsiffra.", innocent: "En siffra kan vara fel läst.",
          mend: "Rätta numret.", confidence: 75)
      ]
    })

  static let signatures = ReviewCheck(
    "underskrifter", kind: "signatures", question: "Skriver var och en under en gång, och för styrelsen?",
    reason: "En granskad rapport undertecknades med arbetsgivarens namn; en ledamot sitter på personligt mandat.",
    spoil: [("Bo Berg\n\nLedamot", "Bo Berg\n\nLedamot, Försäkringskassan")],
    find: { report in
      var slips: [Slip] = []
      var seen: [String: Place] = [:]
      for signature in report.signatures {
        let role = Fold(signature.role)
        if role.hasAny(["ledamot", "ersattare", "ordforande"]), !role.hasAny(["revisor", "utsedd"]),
          Vocabulary.employers.contains(where: { role.has($0) })
        {
          slips.append(
            Slip(
              severity: .formal, place: signature.place, quote: signature.role, stated: signature.role,
              expected: "funktionen i styrelsen",
              message: "Underskriften anger en arbetsgivare. En ledamot skriver under för styrelsen.",
              mend: "Skriv bara funktionen.", confidence: 60))
        }
        let name = Fold(signature.name).text
        if let first = seen[name], abs(first.line - signature.place.line) > 3 {
          slips.append(
            Slip(
              severity: .formal, place: signature.place, quote: signature.name, stated: signature.name,
              expected: "en gång", message: "\(signature.name) står två gånger bland underskrifterna.",
              mend: "Ta bort den ena.", confidence: 60, related: [first]))
        } else {
          seen[name] = signature.place
        }
      }
      return slips
    })
}
