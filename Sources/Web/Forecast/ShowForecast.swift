import Association
import Desk
import HTTPTypes
import Ledger
import Statements
import Store

/// What the year is going to end with: each insats against its frame, and equity against its cap month by month. A
/// performer sees their own insatser alone.
enum ShowForecast {
  static func show(_ asked: Asked, _ number: Int) async throws -> Answer {
    guard try !asked.store.fiscalYears().isEmpty else {
      return try ListRequest.noYear(asked, title: "Prognos", section: .forecast)
    }
    return try await page(asked, number)
  }

  /// The page, with what could not be kept where something is wrong.
  static func page(
    _ asked: Asked, _ number: Int, faults: [FieldFault] = [], draft: Form = Form()
  ) async throws -> Answer {
    let association = try asked.store.association()
    let isPerformer = asked.user.role == .performer
    let own = association.insatser.filter { !isPerformer || asked.user.insatser.contains($0.id) }
    guard let request = try ForecastRequest(asked, number, insatser: own) else { return .notFound }
    let store = asked.store
    let forecast = try await LongWork.run {
      try Forecasting.forecast(of: store, at: request.month, trials: request.trials)
    }
    guard let forecast else { return .notFound }
    let view = ForecastPage(
      asked: asked, association: association, own: own, request: request, forecast: forecast,
      faults: request.faults + faults, draft: draft)
    return .page(view.page(), status: view.faults.isEmpty ? .ok : .unprocessableContent)
  }
}
