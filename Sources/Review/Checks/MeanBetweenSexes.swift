extension ReviewCheck {
  static let meanBetweenSexes = ReviewCheck(
    "andel-mellan-konen", kind: "mean-of-means", question: "Ligger andelen för alla mellan kvinnornas och männens?",
    reason: "Ett vägt medelvärde ligger alltid mellan delarna.",
    spoil: [
      ("67 procent (kvinnor 70 procent och män 60 procent)", "72 procent (kvinnor 70 procent och män 60 procent)")
    ],
    find: { report in
      report.sentences.flatMap { sentence -> [Slip] in
        let bytes = sentence.fold.bytes
        let tokens = sentence.numbers
        guard tokens.count >= 3 else { return [] }
        return (0..<(tokens.count - 2)).compactMap { index in
          let (all, one, two) = (tokens[index], tokens[index + 1], tokens[index + 2])
          guard all.unit == .percent, one.unit == .percent, two.unit == .percent else { return nil }
          let first = Array(bytes[all.end..<one.range.lowerBound]).trimmedBytes
          let second = Array(bytes[one.end..<two.range.lowerBound]).trimmedBytes
          let isPair = (first.has("kvinn") && second.has("man")) || (first.has("man") && second.has("kvinn"))
          guard isPair, first.has("("), first.count < 20, second.count < 20 else { return nil }
          let low = min(one.value, two.value).thousandths - 1000
          let high = max(one.value, two.value).thousandths + 1000
          guard all.value.thousandths < low || all.value.thousandths > high else { return nil }
          return Slip(
            severity: .material, place: sentence.place(at: all.range.lowerBound), quote: sentence.text,
            stated: "\(all.value.text)\u{00A0}%",
            expected: "mellan \(min(one.value, two.value).text) och \(max(one.value, two.value).text)\u{00A0}%",
            message:
              "Andelen för alla är \(all.value.text)\u{00A0}%, men kvinnornas och männens är \(one.value.text) och \(two.value.text)\u{00A0}%.",
            innocent: "De som inte uppgett kön kan dra talet utanför.", mend: "Räkna om andelen på alla.",
            confidence: 82)
        }
      }
    })
}
