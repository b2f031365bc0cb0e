public import Association
import Foundation
import GRDB
import GRDBSQLite
public import Ledger

extension Store {
  /// Why an act was not done, as facts; the words stand where they are shown. Nothing has been stored.
  public enum Refusal: Error, Hashable, Sendable {
    /// What was to be recorded is no voucher.
    case notAVoucher(Voucher.Refusal)
    /// The book has no such year.
    case yearMissing(FiscalYear)
    /// The year shares days with one that the book has.
    case yearOverlaps(FiscalYear, existing: FiscalYear)
    /// The day falls in no year of the book.
    case dateOutsideYears(CalendarDate)
    /// The year is closed.
    case yearClosed(FiscalYear)
    /// The year is not closed, so it cannot be opened again.
    case yearNotClosed(FiscalYear)
    /// The year's result has been carried to equity and the next year opened: correct it there.
    case yearEnded(FiscalYear)
    /// The month is closed.
    case periodClosed(Month)
    /// The month is not closed, so it cannot be opened again.
    case periodNotClosed(Month)
    /// An act that must say why does not.
    case reasonMissing
    /// There is no voucher of that number in the year.
    case unknownVoucher(Voucher.Number, FiscalYear)
    /// The voucher has been reversed already.
    case alreadyReversed(Voucher.Number, by: Voucher.Number)
    /// No attachment with that SHA-256 is in the book.
    case unknownAttachment(String)
    /// These very bytes have been imported.
    case alreadyImported(ImportReceipt)
    /// Vouchers in the file are in the book already: from an earlier import, or from here where there is none.
    case overlaps(ImportReceipt?, first: Voucher.Number, last: Voucher.Number)
    /// The year has another opening balance on the account.
    case openingDiffers(FiscalYear, account: AccountNumber, have: Money, got: Money)
    /// The file is another association's, by its organisation number.
    case wrongBook(have: String, got: String)
    /// There is no import with that number.
    case unknownImport(Int64)
    /// The import has been undone already.
    case importUndone(ImportReceipt)
    /// The import cannot be undone, for this stands on it.
    case importHasDependencies([ImportDependency])
    /// Another active user has the mail address.
    case mailTaken(String)
    /// They are the last active director: without one, nobody could let anybody in.
    case lastDirector
    /// The book has no such user.
    case unknownUser
    /// The book has no such comment.
    case unknownComment
    /// The comment has ended already.
    case commentEnded
    /// A budget cannot take that step.
    case notABudgetStep(BudgetProposal.Refusal)
    /// The book has no such case of an insats.
    case unknownGrant
    /// Something about the bank.
    case bank(BankRefusal)
    /// Something about compensated VAT.
    case vat(VATRefusal)
    /// Something about a received invoice.
    case invoice(InvoiceRefusal)
    /// Something about a survey.
    case survey(SurveyRefusal)
    /// A file stands in the way of a new book.
    case bookExists(String)
    /// There is no file there.
    case bookMissing(String)
    /// The file is not a book of ours.
    case notABook(String)
    /// The file is a performer's own list, which no program of an association's may read.
    case counterList(String)
    /// The book was made by a newer program.
    case newerSchema(have: Int, known: Int)
    /// Another program is writing in the book.
    case bookInUse
    /// The disk is full.
    case diskFull
    /// The book or its folder may not be written in.
    case readOnly
    /// The file cannot be opened.
    case cannotOpen(String)
    /// The file is damaged, or holds what cannot have been written by us.
    case corrupt(String)
    /// The database itself refused, by a trigger or a constraint, what our own code should have refused.
    case refusedByDatabase(String)
    /// The machine failed in another way.
    case fault(code: Int, message: String)
  }
}

extension Store.Refusal {
  /// The refusal that any error from here is: itself, or what SQLite meant.
  init(_ error: any Error) {
    switch error {
    case let refusal as Store.Refusal: self = refusal
    case let refusal as Voucher.Refusal: self = .notAVoucher(refusal)
    case let refusal as BudgetProposal.Refusal: self = .notABudgetStep(refusal)
    case let refusal as SurveyRefusal: self = .survey(refusal)
    case let error as DatabaseError:
      self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "")
    case let error as CocoaError where error.code == .fileWriteNoPermission: self = .readOnly
    case let error as CocoaError where error.code == .fileWriteOutOfSpace: self = .diskFull
    default: self = .fault(code: 0, message: "\(error)")
    }
  }

  /// The same for what SQLite and the file system say; an error that a caller's own closure threw is left as it is.
  static func known(_ error: any Error) -> any Error {
    error is DatabaseError || error is CocoaError || error is Voucher.Refusal || error is BudgetProposal.Refusal
      || error is SurveyRefusal
      ? Store.Refusal(error) : error
  }

  /// What SQLite means by an extended result code.
  init(code: Int32, message: String) {
    switch code & 0xff {
    case SQLITE_FULL: self = .diskFull
    // SQLITE_IOERR_WRITE and SQLITE_IOERR_SHMSIZE: the system takes no more, for the disk or a quota is full.
    case SQLITE_IOERR where code == 778 || code == 4874: self = .diskFull
    case SQLITE_BUSY, SQLITE_LOCKED: self = .bookInUse
    case SQLITE_READONLY, SQLITE_PERM: self = .readOnly
    case SQLITE_CANTOPEN: self = .cannotOpen(message)
    case SQLITE_NOTADB: self = .notABook(message)
    case SQLITE_CORRUPT: self = .corrupt(message)
    case SQLITE_CONSTRAINT: self = .refusedByDatabase(message)
    default: self = .fault(code: Int(code), message: message)
    }
  }

  /// What the connection has just refused.
  init(of handle: OpaquePointer?) {
    self.init(code: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle)))
  }
}
