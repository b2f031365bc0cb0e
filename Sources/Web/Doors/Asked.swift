import Ledger
import Store

/// What an action is given: the office, who asks, and what is asked.
struct Asked: Sendable {
  let office: Office
  /// The book that the visitor works in: the association's own, or the practice book.
  let store: Store
  /// Who asks.
  let visitor: Visitor
  /// Whether the answer may give a visitor whom we do not know a cookie.
  var takesCookie = false
  /// The path, as it came, without its query.
  let path: String
  /// The query's pairs.
  let query: Form
  /// The body, read and found to carry the visitor's token; empty for a page.
  var form: Form
  /// Whether the page's own script asks, and wants a piece of a page or JSON rather than a whole page.
  let isScript: Bool
  /// The address that the request came from.
  let remote: String
  /// What the browser calls itself.
  let agent: String
  /// What the act before had to say, shown once.
  let notice: String

  /// When.
  var now: Moment { office.now() }
  /// Today in the Swedish calendar. In the practice book it is the same day of the year after its books: it would else
  /// be years late with everything.
  var today: CalendarDate { day(in: store) }
  /// Today in the association's own book, for what is seen without signing in: it is that book also where the visitor
  /// practises.
  var publicToday: CalendarDate { day(in: office.store) }

  private func day(in store: Store) -> CalendarDate {
    PracticeMark.isPractice(store) ? PracticeMark.today(office.today()) : office.today()
  }

  /// Who is signed in. A door that admits roles is not opened without one.
  var user: User {
    guard let user = visitor.user else { preconditionFailure("A door for roles admits nobody who is not signed in.") }
    return user
  }

  /// Who stands in the history.
  var actor: Actor { Actor(name: user.name) }
}

/// Who is on the other side of the door: a token in a cookie, and the user whom it is known to be.
struct Visitor: Sendable {
  /// The secret in the cookie, made anew at sign-in.
  let token: String
  /// Whether it came without a cookie of ours: the token is one that we have just made.
  var isUnknown = false
  /// The session, if signed in.
  let session: Session?
  /// The user, if signed in.
  let user: User?
  /// The practice book, where the visitor practises and it lies there. Held here, so that a book which somebody else
  /// removes meanwhile is never taken for the association's own.
  let practice: Store?
  /// Whether the visitor practises in the practice book.
  var isPractising: Bool { practice != nil }
  /// What every form of this visitor carries, so that no other site can send one.
  let formToken: String

  /// One who answers a survey: nobody, whoever it is.
  static let respondent = Visitor(token: "", session: nil, user: nil, practice: nil, formToken: "")
}
