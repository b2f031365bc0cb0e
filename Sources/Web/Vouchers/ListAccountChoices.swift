import HTTPTypes
import Ledger
import Press

/// The accounts that fit what has been typed, for the grid's list.
enum ListAccountChoices {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    var reading = FormReading(asked.query)
    let text = reading.text("ord", "Ordet", byteCountMax: 100)
    guard !reading.hasFaults else { return .json(JSON.array([]).line, status: .badRequest) }
    let choices = try EntryChoices(asked.store)
    let rows = choices.accounts(fitting: text).map { account in
      JSON.members([
        "nummer": .string(account.number.text), "namn": .string(account.name),
        "rader": .number(Int64(choices.use[account.number] ?? 0)),
      ])
    }
    return .json(JSON.array(rows).line)
  }
}
