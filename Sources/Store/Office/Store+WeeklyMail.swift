public import Ledger

// The weekly mail. None of it is a fact.
extension Store {
  /// The weekday on which the user wants the weekly mail, 1 for Monday to 7; nil where they want none.
  public func weeklyMailDay(of user: ID<User>) throws(Refusal) -> Int? {
    try read { connection in
      let day = try connection.first(
        "SELECT weekday FROM weekly_mail_wish WHERE user_id = ?", .integer(user.rawValue)
      ) { Int($0.integer(0)) }
      return day == 0 ? nil : day ?? WeeklyMailMark.usualWeekday
    }
  }

  /// Keeps on which weekday the user wants the weekly mail; nil for none.
  public func setWeeklyMailDay(_ weekday: Int?, of user: ID<User>) throws(Refusal) {
    try change { connection in
      try connection.require(user)
      try connection.run(
        """
        INSERT INTO weekly_mail_wish VALUES (?, ?) ON CONFLICT (user_id) DO UPDATE SET weekday = excluded.weekday
        """, .integer(user.rawValue), .integer(Int64(weekday ?? 0)))
    }
  }

  /// Takes it upon oneself to send the user the mail of that week: true for one caller alone, in whichever process, and
  /// again only where it has failed, a few times. What is a year old is forgotten.
  public func beginWeeklyMail(
    of user: ID<User>, week: String, thingCount: Int, at moment: Moment
  ) throws(Refusal) -> Bool {
    try change { connection in
      try connection.require(user)
      let now = moment.secondsSince1970
      try connection.run(
        "DELETE FROM weekly_mail WHERE changed_at < ?", .integer(now - WeeklyMailMark.keptSeconds))
      return try connection.change(
        """
        INSERT INTO weekly_mail VALUES (?1, ?2, 'begun', 1, ?3, ?4) ON CONFLICT (user_id, week) DO UPDATE
        SET state = 'begun', attempts = attempts + 1, thing_count = excluded.thing_count,
          changed_at = excluded.changed_at
        WHERE state = 'failed' AND attempts < ?5
        """, .integer(user.rawValue), .text(week), .integer(Int64(thingCount)), .integer(now),
        .integer(Int64(WeeklyMailMark.attemptsMax))) > 0
    }
  }

  /// Notes what became of a mail that was begun.
  public func endWeeklyMail(
    of user: ID<User>, week: String, as state: WeeklyMailMark.State, at moment: Moment
  ) throws(Refusal) {
    try change { connection in
      try connection.run(
        "UPDATE weekly_mail SET state = ?, changed_at = ? WHERE user_id = ? AND week = ? AND state = 'begun'",
        .text(state.rawValue), .integer(moment.secondsSince1970), .integer(user.rawValue), .text(week))
    }
  }

  /// How far the user's weekly mail has come, the latest week's first.
  public func weeklyMails(of user: ID<User>) throws(Refusal) -> [WeeklyMailMark] {
    try read { connection in
      var marks: [WeeklyMailMark] = []
      try connection.each(
        """
        SELECT week, state, attempts, thing_count, changed_at FROM weekly_mail WHERE user_id = ? ORDER BY week DESC
        """, .integer(user.rawValue)
      ) { row in
        guard let state = WeeklyMailMark.State(rawValue: row.text(1)) else {
          throw Store.Refusal.corrupt("weekly_mail \(row.text(0))")
        }
        marks.append(
          WeeklyMailMark(
            week: row.text(0), state: state, attempts: Int(row.integer(2)), thingCount: Int(row.integer(3)),
            at: Moment(secondsSince1970: row.integer(4))))
      }
      return marks
    }
  }
}
