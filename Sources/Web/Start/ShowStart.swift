import Store

/// The start page: what must be done now.
enum ShowStart {
  static func show(_ asked: Asked, _: Nothing) async throws -> Answer {
    if asked.user.role == .performer { return .page(try PerformerStart.page(asked)) }
    let states = try asked.store.yearStates()
    guard !states.isEmpty else { return .page(try FirstSteps.page(asked)) }
    return .page(StartPage(view: try await StartView.of(asked, states: states), asked: asked).page)
  }
}
