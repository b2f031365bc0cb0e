import Ledger

extension Check {
  static let voucherGap = Check(
    code: "lucka-i-nummerserie", .warning,
    question: "Är verifikationsnumren i varje serie obrutna?",
    reason: "LKBR 3:9 och god redovisningssed: en lucka kan vara en verifikation som fattas.",
    mend: "Sök den verifikation som fattas, eller svara med varför numret inte använts.",
    slips: { report in
      var series: [String: [Int]] = [:]
      for posted in report.source?.vouchers ?? [] {
        series[posted.number.series, default: []].append(posted.number.number)
      }
      return series.sorted { $0.key < $1.key }.flatMap { name, numbers -> [Slip] in
        let sorted = numbers.sorted()
        return zip(sorted, sorted.dropFirst()).filter { $1 - $0 > 1 }.map { before, after in
          let missing = after - before == 2 ? "\(before + 1)" : "\(before + 1)–\(after - 1)"
          return Slip(
            at: "verifikation/\(name) \(before + 1)", stated: "\(before), \(after)", expected: missing,
            "Serie \(name) saknar nummer \(missing). Sök verifikationen, eller svara med varför numret inte använts.")
        }
      }
    },
    spoil: { report in
      for number in [1, 2, 5] {
        report.source?.vouchers.append(PostedVoucher.spoiled(number: number, on: report.year.first))
      }
    })
}
