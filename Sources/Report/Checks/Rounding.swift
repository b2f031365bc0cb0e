import Ledger
import Statements

extension Check {
  static let rounding = Check(
    code: "avrundning", .note,
    question: "Vilka tal skiljer bara en enhet, som avrundning?",
    reason: "Tal som rundats var för sig kan skilja en krona eller ett tusental; det är inte fel, men läsaren undrar.",
    mend: "Inget behöver rättas om rapporten säger hur den rundar av.",
    slips: { report in
      SumCheck.all.flatMap { sum in
        sum.relations(report).filter(\.isRounding).map { (sum.check.code, $0) }
      }.map { code, relation in
        Slip(
          at: "\(relation.place)/\(code)", stated: relation.stated.text, expected: relation.expected.text,
          difference: relation.difference.text,
          "\(relation.sentence): \(relation.distance) skiljer, vilket är avrundning. Inget behöver rättas om "
            + "rapporten säger hur den rundar av.")
      }
    },
    spoil: { $0.alterTable("balansrakning") { $0.add(1, to: "summa-tillgangar") } })
}
