import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// Makes a voucher of a draft: what the form says is saved first, then recorded, and the draft goes in the same
/// transaction.
enum RecordDraft {
  static func save(_ asked: Asked, _ id: Int64) async throws -> Answer {
    switch try await SaveDraft.attempt(asked, id) {
    case .answered(let answer): return answer
    case .saved(let kept, _): return try record(kept, asked)
    }
  }

  /// Thrown inside the transaction where the draft is gone already.
  private struct Gone: Error {}

  /// Records what the kept draft says, or shows it again with every fault.
  static func record(_ kept: KeptSketch, _ asked: Asked) throws -> Answer {
    let choices = try EntryChoices(asked.store)
    let days = try OpenDays(asked.store)
    let entry = VoucherEntry(kept.sketch, choices: choices, days: days, by: asked.user.name, on: asked.today)
    guard let draft = entry.draft, let year = days.year(of: draft.date) else {
      return try again(kept, entry.faults, asked)
    }
    let posted: PostedVoucher
    do {
      let voucher = try Voucher(draft)
      posted = try asked.store.together(by: asked.actor, at: asked.now) { writing in
        guard try writing.discard(kept.id) else { throw Gone() }
        return try writing.record(voucher, naming: entry.unnamed)
      }
    } catch is Gone {
      return try ShowDraft.gone(kept.id.rawValue, typed: kept.sketch, asked)
    } catch let refusal as Store.Refusal {
      return try again(kept, [fault(refusal)], asked)
    }
    let place = VoucherPlace(posted.number, in: year)
    asked.office.drafts.noteRecorded(kept.id.rawValue, as: place, in: asked.store)
    return .see(Addresses.voucher.path(place), notice: "Bokförd som \(place.words).")
  }

  private static func again(_ kept: KeptSketch, _ faults: [FieldFault], _ asked: Asked) throws -> Answer {
    let page = try DraftPage(asked, kept: kept, shown: kept.sketch, faults: faults)
    let saved = tag("p", [.class("notice")], .text("Det du skrev är sparat som utkast, men inget är bokfört."))
    return .page(page.page(above: saved), status: .unprocessableContent)
  }

  /// What the book itself refuses: for the most part a day that was closed a moment ago.
  private static func fault(_ refusal: Store.Refusal) throws -> FieldFault {
    switch refusal {
    case .periodClosed, .yearClosed, .dateOutsideYears, .yearMissing:
      FieldFault(field: "datum", message: Words.sentence(refusal))
    case .notAVoucher, .unknownAttachment, .refusedByDatabase:
      FieldFault(field: "", message: Words.sentence(refusal))
    default: throw refusal
    }
  }
}
