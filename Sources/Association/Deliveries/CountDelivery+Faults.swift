import Ledger

extension CountDelivery {
  /// Everything about the delivery that does not hold, in the order of its parts; none where it can be accepted as it is.
  public func faults(against ground: DeliveryGround) -> [DeliveryFault] {
    limitFaults + periodFaults(ground) + flowFaults + carriedFaults(ground) + groundFaults + otherFaults
      + exitReasonFaults(ground)
  }

  /// The delivery's own arithmetic and form, without regard to anything else.
  public var ownFaults: [DeliveryFault] { limitFaults + flowFaults + groundFaults + otherFaults }

  // Counts and words that no delivery has.

  private var limitFaults: [DeliveryFault] {
    var faults: [DeliveryFault] = []
    for (part, title, tally) in tallies {
      for sex in Sex.allCases where !(0...CountDelivery.countMax).contains(tally[sex]) {
        faults.append(
          DeliveryFault(
            part, sex,
            "\(title), \(sex.rawValue): \(tally[sex]) är inget antal. Skriv ett helt tal från 0 till "
              + "\(CountDelivery.countMax)."))
      }
    }
    if let adviceCalls, !(0...CountDelivery.countMax).contains(adviceCalls) {
      faults.append(
        DeliveryFault(
          .adviceCalls, nil,
          "Rådgivande samtal: \(adviceCalls) är inget antal. Skriv ett helt tal från 0 till \(CountDelivery.countMax).")
      )
    }
    for ground in CountGround.allCases {
      let rows = grounds[ground] ?? []
      if rows.count > CountDelivery.rowCountMax {
        faults.append(
          DeliveryFault(
            .ground(ground), nil,
            "\(ground.title) har \(rows.count) rader, och högst \(CountDelivery.rowCountMax) får plats. Slå ihop rader."
          ))
      }
      var seen: Set<String> = []
      for (index, row) in rows.enumerated() {
        let part = DeliveryFault.Part.row(ground, index)
        faults += textFaults(row.id, max: CountDelivery.idByteCountMax, "\(ground.title), rad \(index + 1)", part)
        faults += textFaults(row.title, max: CountDelivery.titleByteCountMax, "\(ground.title), rad \(index + 1)", part)
        if !seen.insert(row.id).inserted {
          faults.append(
            DeliveryFault(
              part, nil, "\(ground.title) har två rader med namnet \(row.id). Slå ihop dem, eller kalla en något annat."
            ))
        }
      }
    }
    if coverage.count > CountDelivery.coverageCountMax {
      faults.append(
        DeliveryFault(
          .coverage(0), nil,
          "Bortfallet har \(coverage.count) rader, och högst \(CountDelivery.coverageCountMax) får plats. Slå ihop rader."
        ))
    }
    for (index, coverage) in coverage.enumerated() {
      faults += textFaults(
        coverage.reason, max: CountDelivery.remarkByteCountMax, "Skälet till bortfallet", .coverage(index))
    }
    return faults
      + textFaults(remark, max: CountDelivery.remarkByteCountMax, "Anmärkningen", .remark, mayBeEmpty: true)
  }

  private func textFaults(
    _ text: String, max: Int, _ what: String, _ part: DeliveryFault.Part, mayBeEmpty: Bool = false
  ) -> [DeliveryFault] {
    if !PersonalNumber.find(in: text).isEmpty {
      return [
        DeliveryFault(
          part, nil,
          "\(what) innehåller ett personnummer eller samordningsnummer. En leverans har bara antal. Ta bort numret.")
      ]
    }
    let isPlain = text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control }
    guard text.utf8.count <= max, isPlain, mayBeEmpty || text.unicodeScalars.contains(where: { $0 != " " }) else {
      return [
        DeliveryFault(
          part, nil,
          "\(what) är en text på \(text.utf8.count) byte. Den ska ha mellan 1 och \(max) byte och inga styrtecken.")
      ]
    }
    return []
  }

  /// Every tally of the delivery, with its place and name.
  var tallies: [(part: DeliveryFault.Part, title: String, tally: Tally)] {
    var all: [(DeliveryFault.Part, String, Tally)] = []
    if let flow { for row in Flow.Row.allCases { all.append((.flow(row), row.title, flow[row])) } }
    for ground in CountGround.allCases {
      for (index, row) in (grounds[ground] ?? []).enumerated() {
        all.append((.row(ground, index), "\(ground.title), \(PersonalNumber.masked(row.title))", row.tally))
      }
    }
    if let volume { all.append((.volume, "Volym", volume)) }
    if let alsoElsewhere { all.append((.alsoElsewhere, "Räknade i en annan insats också", alsoElsewhere)) }
    if let screening {
      all.append((.asked, "Tillfrågade om våld", screening.asked))
      all.append((.answered, "Svarat om våld", screening.answered))
    }
    for (index, coverage) in coverage.enumerated() { all.append((.coverage(index), "Bortfall", coverage.tally)) }
    return all
  }

  // The period.

  private func periodFaults(_ ground: DeliveryGround) -> [DeliveryFault] {
    guard let insats = ground.insats else {
      return [
        DeliveryFault(
          .insats, nil,
          "Förbundet har ingen insats ”\(PersonalNumber.masked(insatsID))”. Välj en av förbundets insatser.")
      ]
    }
    var faults: [DeliveryFault] = []
    let (first, last) = (period.lowerBound, period.upperBound)
    if first.year != last.year {
      faults.append(
        DeliveryFault(
          .period, nil,
          "Perioden går från \(first.text) till \(last.text), alltså över ett årsskifte. Lämna en leverans för varje år."
        ))
    }
    if let started = insats.started, first < started {
      faults.append(
        DeliveryFault(
          .period, nil,
          "Perioden börjar \(first.text), men \(insats.name) började \(started.text). Börja perioden tidigast då."))
    }
    if let ended = insats.ended, last > ended {
      faults.append(
        DeliveryFault(
          .period, nil,
          "Perioden slutar \(last.text), men \(insats.name) slutade \(ended.text). Sluta perioden senast då."))
    }
    if last > ground.today {
      faults.append(
        DeliveryFault(
          .period, nil,
          "Perioden slutar \(last.text), som inte har varit än (i dag är det \(ground.today.text)). Lämna leveransen när "
            + "perioden är slut, eller sluta perioden tidigare."))
    }
    for other in ground.accepted where other.period.overlaps(period) {
      faults.append(
        DeliveryFault(
          .period, nil,
          "Perioden \(first.text)–\(last.text) har dagar som redan finns i den godkända leveransen för "
            + "\(other.period.lowerBound.text)–\(other.period.upperBound.text). Rätta den leveransen, eller välj en annan period."
        ))
    }
    return faults
  }

  // The flow.

  private var flowFaults: [DeliveryFault] {
    guard let flow else {
      return volume == nil && adviceCalls == nil
        ? [
          DeliveryFault(
            .flow(.new), nil,
            "Leveransen har varken deltagare, volyminsats eller rådgivande samtal. Fyll i minst ett av dem, också när det är 0."
          )
        ] : []
    }
    return Sex.allCases.compactMap { sex in
      let (carried, new) = (flow.carried[sex], flow.new[sex])
      let (finished, ongoing) = (flow.finished[sex], flow.ongoing[sex])
      // Outside the limits another fault is told, and nothing is added that might overflow.
      guard [carried, new, finished, ongoing].allSatisfy((0...CountDelivery.countMax).contains) else { return nil }
      let left = carried + new - finished
      guard left != ongoing else { return nil }
      return DeliveryFault(
        .flow(.ongoing), sex,
        "\(sex.rawValue.firstLetterRaised): \(carried) ingående + \(new) nya − \(finished) avslutade är \(left), men "
          + "pågående är \(ongoing). Rätta den siffra som är fel.")
    }
  }

  private func carriedFaults(_ ground: DeliveryGround) -> [DeliveryFault] {
    guard let flow else { return [] }
    var faults: [DeliveryFault] = []
    let earlier = ground.accepted.filter { $0.period.upperBound < period.lowerBound && $0.flow != nil }
      .max { $0.period.upperBound < $1.period.upperBound }
    if let earlier, let before = earlier.flow {
      let isNext = earlier.period.upperBound.next == period.lowerBound
      for sex in Sex.allCases where before.ongoing[sex] != flow.carried[sex] {
        // A change between periods is said with its reason, or it is a slip.
        faults.append(
          DeliveryFault(
            .flow(.carried), sex,
            "\(sex.rawValue.firstLetterRaised): ingående är \(flow.carried[sex]), men pågående \(earlier.period.upperBound.text) var "
              + "\(before.ongoing[sex]). Rätta siffran, eller skriv i anmärkningen varför det skiljer.",
            weight: isNext && remark.isEmpty ? .wrong : .question))
      }
      if !isNext {
        faults.append(
          DeliveryFault(
            .period, nil,
            "Dagarna mellan \(earlier.period.upperBound.text) och \(period.lowerBound.text) finns inte i någon godkänd leverans. "
              + "Kontrollera att ingen period saknas.", weight: .question))
      }
    }
    let later = ground.accepted.first { $0.period.lowerBound == period.upperBound.next }
    if let later, let after = later.flow {
      for sex in Sex.allCases where after.carried[sex] != flow.ongoing[sex] {
        faults.append(
          DeliveryFault(
            .flow(.ongoing), sex,
            "\(sex.rawValue.firstLetterRaised): pågående är \(flow.ongoing[sex]), men nästa period börjar med "
              + "\(after.carried[sex]) ingående. Rätta också leveransen för \(later.period.lowerBound.text)–\(later.period.upperBound.text).",
            weight: .question))
      }
    }
    return faults
  }

  // The grounds.

  /// How many a ground divides, and what they are called; nil where the delivery does not say.
  func whole(of ground: CountGround) -> (tally: Tally, title: String)? {
    if let flow { return (flow[ground.whole], ground.whole.title.lowercased()) }
    guard ground.whole == .new, let volume else { return nil }
    return (volume, "volym")
  }

  /// Those who are outside a ground.
  public func outside(_ ground: CountGround) -> Tally { coverage.filter { $0.ground == ground }.map(\.tally).sum() }

  private var groundFaults: [DeliveryFault] {
    CountGround.allCases.flatMap { ground -> [DeliveryFault] in
      guard let rows = grounds[ground], !rows.isEmpty else {
        return coverage.indices.filter { coverage[$0].ground == ground && coverage[$0].tally != .none }.map {
          DeliveryFault(
            .coverage($0), nil,
            "Bortfallet gäller \(ground.title.lowercased()), men den uppdelningen är inte ifylld. Fyll i den, eller låt bortfallet "
              + "gälla hela leveransen.")
        }
      }
      guard let whole = whole(of: ground) else {
        return [
          DeliveryFault(
            .ground(ground), nil,
            "\(ground.title) delar upp \(ground.whole.title.lowercased()), som leveransen inte har. Fyll i flödet, eller ta bort "
              + "uppdelningen.")
        ]
      }
      let outside = outside(ground)
      let parts = rows.map(\.tally) + [outside]
      let all = parts + [whole.tally]
      guard rows.count <= CountDelivery.rowCountMax,
        all.allSatisfy({ tally in Sex.allCases.allSatisfy { (0...CountDelivery.countMax).contains(tally[$0]) } })
      else { return [] }
      let sum = parts.sum()
      // A ground that is not counted by sex at all is held against the whole in all.
      let isBySex = rows.contains { $0.tally.women != 0 || $0.tally.men != 0 }
      func words(_ sum: Int, _ outside: Int) -> String {
        outside == 0 ? "är \(sum)" : "är \(sum - outside) och bortfallet \(outside), tillsammans \(sum)"
      }
      guard isBySex else {
        guard sum.total != whole.tally.total else { return [] }
        return [
          DeliveryFault(
            .ground(ground), nil,
            "\(ground.title): raderna \(words(sum.total, outside.total)), men \(whole.title) är \(whole.tally.total). Rätta "
              + "raderna, eller skriv hur många som saknas som bortfall.")
        ]
      }
      return Sex.allCases.compactMap { sex in
        guard sum[sex] != whole.tally[sex] else { return nil }
        return DeliveryFault(
          .ground(ground), sex,
          "\(ground.title), \(sex.rawValue): raderna \(words(sum[sex], outside[sex])), men \(whole.title) är "
            + "\(whole.tally[sex]). Rätta raderna, eller skriv hur många som saknas som bortfall.")
      }
    }
  }

  // What else is counted.

  private var otherFaults: [DeliveryFault] {
    var faults: [DeliveryFault] = []
    if let alsoElsewhere {
      let registered = flow.map { $0.carried + $0.new } ?? volume ?? .none
      for sex in Sex.allCases where alsoElsewhere[sex] > registered[sex] {
        faults.append(
          DeliveryFault(
            .alsoElsewhere, sex,
            "\(sex.rawValue.firstLetterRaised): \(alsoElsewhere[sex]) räknades i en annan insats också, men bara \(registered[sex]) "
              + "fanns i den här. Rätta siffran."))
      }
    }
    if let screening {
      for sex in Sex.allCases where screening.answered[sex] > screening.asked[sex] {
        faults.append(
          DeliveryFault(
            .answered, sex,
            "\(sex.rawValue.firstLetterRaised): \(screening.answered[sex]) svarade på frågorna om våld, men bara "
              + "\(screening.asked[sex]) tillfrågades. Rätta en av siffrorna."))
      }
    }
    return faults
  }

  private func exitReasonFaults(_ ground: DeliveryGround) -> [DeliveryFault] {
    (grounds[.exitReason] ?? []).enumerated().compactMap { index, row in
      guard row.tally != .none, ground.exitReasons.reason(of: row.id, in: insatsID) == nil else { return nil }
      return DeliveryFault(
        .row(.exitReason, index), nil,
        "Avslutsanledningen ”\(PersonalNumber.masked(row.title))” hör inte till någon av de gemensamma. Säg vilken den är innan "
          + "leveransen godkänns.", weight: .unmapped)
    }
  }
}

extension String {
  fileprivate var firstLetterRaised: String { prefix(1).uppercased() + dropFirst() }
}
