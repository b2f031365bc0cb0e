public import Association
import Ledger

extension Store.Writing {
  /// Records that the year's new participants of an insats have been typed into Uppföljning Finsam.
  public func handOver(_ counts: Tally, of insatsID: String, year: Int) throws {
    let known = try connection.first(
      "SELECT 1 FROM insats_follow_up WHERE insats_id = ?1 LIMIT 1", .text(insatsID)
    ) { $0.integer(0) }
    guard known != nil else { throw HandOver.Refusal.notRegistered }
    let before = try connection.first(
      """
      SELECT women, men, not_stated FROM hand_over WHERE insats_id = ?1 AND year = ?2 ORDER BY id DESC LIMIT 1
      """, .text(insatsID), .integer(year)
    ) { Tally(women: Int($0.integer(0)), men: Int($0.integer(1)), notStated: Int($0.integer(2))) }
    guard before != counts else { throw HandOver.Refusal.unchanged }
    let key = try posting.keys.next("hand_over")
    _ = try act(.handOver, subject: "\(insatsID) \(year)") { act in
      try act.record(
        "hand_over", .integer(key), .text(insatsID), .integer(year), .integer(counts.women), .integer(counts.men),
        .integer(counts.notStated), .integer(act.sequence))
    }
  }
}

extension Store {
  /// All that has been typed into Uppföljning Finsam of a year, the first first; the last of an insats is what stands
  /// there now.
  public func handOvers(year: Int) throws(Refusal) -> [HandOver] {
    try read { connection in
      var all: [HandOver] = []
      try connection.each(
        """
        SELECT insats_id, year, women, men, not_stated, actor, moment
        FROM hand_over JOIN history ON sequence = history_sequence WHERE year = ?1 ORDER BY id
        """, .integer(year)
      ) { row in
        all.append(
          HandOver(
            insatsID: row.text(0), year: Int(row.integer(1)),
            counts: Tally(women: Int(row.integer(2)), men: Int(row.integer(3)), notStated: Int(row.integer(4))),
            by: row.text(5), at: Moment(secondsSince1970: row.integer(6))))
      }
      return all
    }
  }
}
