import Counter
import HTTPTypes
import Ledger
import Press

/// Every address of the counter.
enum CounterAddresses {
  static let list = Address<Nothing>("/")
  static let setUp = Address<Nothing>("/skapa")
  static let unlock = Address<Nothing>("/las-upp")
  static let lock = Address<Nothing>("/las")
  static let newEntry = Address<Nothing>("/ny")
  static let entry = Address<Int>("/nummer/{nummer}")
  static let exit = Address<Int>("/nummer/{nummer}/avslut")
  static let exitUndoing = Address<Int>("/nummer/{nummer}/avslut/angra")
  static let screening = Address<Int>("/nummer/{nummer}/fragor")
  static let screeningUndoing = Address<Int>("/nummer/{nummer}/fragor/angra")
  static let removal = Address<Int>("/nummer/{nummer}/borttagning")
  static let finished = Address<Nothing>("/avslutade")
  static let extras = Address<Nothing>("/antal")
  static let extraRemoval = Address<Int>("/antal/{nummer}/borttagning")
  static let delivery = Address<Nothing>("/leverans")
  static let made = Address<Int>("/leveranser/{nummer}")
  static let madeFile = Address<Int>("/leveranser/{nummer}/fil")
  static let choices = Address<Nothing>("/val")
  static let choice = Address<String>("/val/{grund}")
  static let settings = Address<Nothing>("/installningar")
  static let password = Address<Nothing>("/installningar/losenord")
  static let help = Address<Nothing>("/hjalp")
  /// The same files as the office's.
  static let asset = Addresses.asset
}

/// What an action of the counter is given.
struct CounterAsked: Sendable {
  let office: CounterOffice
  /// The token in the cookie, and the one in the forms.
  let visitor: Visitor
  /// The list, where it is open for this browser.
  let opened: OpenCounter?
  let path: String
  let query: Form
  var form = Form()
  let notice: String

  var now: Moment { office.now() }
  var today: CalendarDate { office.today() }
  /// The list. A door that needs it is not opened without.
  var list: CounterList {
    guard let opened else { preconditionFailure("A door that needs the list is not opened while it is locked.") }
    return opened.content.list
  }
  var setup: CounterSetup { list.setup }

  /// Changes the list and saves it.
  func change<Value: Sendable>(_ body: (inout CounterList) throws -> Value) throws -> Value {
    try office.desk.change(for: CounterAsked.digest(of: visitor.token)) { list, _ in try body(&list) }
  }

  static func digest(of token: String) -> String { Secret.digest(of: token) }
}

/// One way into the counter. `CounterDoor.all` is the whole of it.
struct CounterDoor: Sendable {
  /// Whether the list must be open.
  enum Need: Sendable {
    case nothing
    case list
  }

  let method: HTTPRequest.Method
  let pattern: String
  let need: Need
  let answer: @Sendable (CounterAsked) async throws -> Answer

  static func get<Value>(
    _ address: Address<Value>, needs need: Need = .list,
    _ action: @escaping @Sendable (CounterAsked, Value) async throws -> Answer
  ) -> CounterDoor { door(.get, address, need, action) }

  static func post<Value>(
    _ address: Address<Value>, needs need: Need = .list,
    _ action: @escaping @Sendable (CounterAsked, Value) async throws -> Answer
  ) -> CounterDoor { door(.post, address, need, action) }

  private static func door<Value>(
    _ method: HTTPRequest.Method, _ address: Address<Value>, _ need: Need,
    _ action: @escaping @Sendable (CounterAsked, Value) async throws -> Answer
  ) -> CounterDoor {
    CounterDoor(method: method, pattern: address.pattern, need: need) { asked in
      guard let value = address.read(asked.path) else { return .notFound }
      return try await action(asked, value)
    }
  }

  static let all: [CounterDoor] = [
    .get(CounterAddresses.asset, needs: .nothing) { asked, _ in Asset.answer(asked.path) },
    .get(CounterAddresses.setUp, needs: .nothing, SetUpCounter.show),
    .post(CounterAddresses.setUp, needs: .nothing, SetUpCounter.save),
    .get(CounterAddresses.unlock, needs: .nothing, UnlockCounter.show),
    .post(CounterAddresses.unlock, needs: .nothing, UnlockCounter.save),
    .post(CounterAddresses.lock, needs: .nothing, UnlockCounter.lock),
    .get(CounterAddresses.help, needs: .nothing, ShowCounterHelp.show),
    .get(CounterAddresses.list, ShowCounterList.show),
    .get(CounterAddresses.newEntry, EditCounterEntry.showNew),
    .post(CounterAddresses.newEntry, EditCounterEntry.saveNew),
    .get(CounterAddresses.entry, EditCounterEntry.show),
    .post(CounterAddresses.entry, EditCounterEntry.save),
    .post(CounterAddresses.exit, EndCounterEntry.save),
    .post(CounterAddresses.exitUndoing, EndCounterEntry.undo),
    .post(CounterAddresses.screening, EndCounterEntry.screen),
    .post(CounterAddresses.screeningUndoing, EndCounterEntry.undoScreening),
    .post(CounterAddresses.removal, EndCounterEntry.remove),
    .get(CounterAddresses.finished, ListFinishedEntries.show),
    .get(CounterAddresses.extras, ListCounterExtras.show),
    .post(CounterAddresses.extras, ListCounterExtras.save),
    .post(CounterAddresses.extraRemoval, ListCounterExtras.remove),
    .get(CounterAddresses.delivery, DeliverCounts.show),
    .post(CounterAddresses.delivery, DeliverCounts.save),
    .get(CounterAddresses.made, ShowMadeDelivery.show),
    .get(CounterAddresses.madeFile, ShowMadeDelivery.file),
    .get(CounterAddresses.choices, EditCounterChoices.list),
    .get(CounterAddresses.choice, EditCounterChoices.show),
    .post(CounterAddresses.choice, EditCounterChoices.save),
    .get(CounterAddresses.settings, EditCounterSettings.show),
    .post(CounterAddresses.settings, EditCounterSettings.save),
    .post(CounterAddresses.password, EditCounterSettings.savePassword),
  ]
}
