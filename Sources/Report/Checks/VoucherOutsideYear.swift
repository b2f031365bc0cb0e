import Ledger

extension Check {
  static let voucherOutsideYear = Check(
    code: "verifikation-utanfor-aret", .error,
    question: "Ligger varje verifikation inom räkenskapsåret?",
    reason: "LKBR 4:4: intäkter och kostnader hör till sitt år.",
    mend: "Rätta verifikationens datum eller bokför den på rätt år.",
    slips: { report in
      (report.source?.vouchers ?? []).filter { !report.year.contains($0.voucher.date) }.map { posted in
        Slip(
          at: "verifikation/\(posted.number.text)", stated: posted.voucher.date.text, expected: report.year.text,
          "Verifikation \(posted.number.text) är daterad \(posted.voucher.date.text), utanför räkenskapsåret "
            + "\(report.year.text). Bokför den på rätt år.")
      }
    },
    spoil: { report in
      guard let day = CalendarDate(year: report.year.last.year + 1, month: 5, day: 2) else { return }
      report.source?.vouchers.append(PostedVoucher.spoiled(number: 1, on: day))
    })
}

extension PostedVoucher {
  /// An empty imported voucher in a series of its own, by which checks are spoiled.
  static func spoiled(number: Int, on day: CalendarDate) -> PostedVoucher {
    let draft = Voucher.Draft(series: "ZZ", date: day, text: "", source: .imported(series: "ZZ", number: "\(number)"))
    guard let voucher = try? Voucher(draft) else { preconditionFailure("An imported voucher may be empty.") }
    return PostedVoucher(
      id: ID(rawValue: 0), number: Voucher.Number(series: "ZZ", number: number), voucher: voucher)
  }
}
