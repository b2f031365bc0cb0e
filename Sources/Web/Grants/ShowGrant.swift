import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// A case on one page: how it stands, what to do next, what was applied for, decided, agreed and reported, and every step.
enum ShowGrant {
  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    switch try GrantView.find(asked, id) {
    case .answered(let answer): answer
    case .view(let view): page(view, faults: [])
    }
  }

  static func page(_ view: GrantView, faults: [FieldFault]) -> Answer {
    .page(
      Page(
        title: view.name, section: .applications, trail: [view.trail[0]],
        main: .joined([
          FormPart.summary(of: faults), GrantFacts(view).html, GrantNext(view, faults: faults).html,
          GrantParts(view).html, timeLine(view),
        ])), status: faults.isEmpty ? .ok : .unprocessableContent)
  }

  /// Every step with who and when, the first first.
  private static func timeLine(_ view: GrantView) -> HTML {
    let isInsider = Access.insiders.admits(view.asked.user)
    let items = view.grant.steps.enumerated().map { index, step in
      let words = sentence(step.event, isFirst: index == 0, view)
      return tag(
        "li",
        isInsider
          ? tag("a", [.href(.path(Addresses.historyLine.path(step.sequence)))], .text(words)) : .text(words),
        tag("span", [.class("quiet")], .text("\(SwedishTime.text(step.at)), \(step.by)")))
    }
    return tag("section", tag("h2", .text("Vad som har hänt")), tag("ol", [.class("happened")], each: items))
  }

  private static func sentence(_ event: Grant.Event, isFirst: Bool, _ view: GrantView) -> String {
    switch event {
    case .applied(let application):
      "\(isFirst ? "Ansökan inlämnad" : "Ansökan ändrad"): \(Numerals.kronor(application.amounts.sum))"
    case .prepared(let preparation):
      "Beredd \(preparation.day.text) av \(preparation.body): \(preparation.recommendation.words.lowercased())"
    case .granted(let decision):
      "Styrelsen \(decision.day.text) \(decision.paragraph): \(Numerals.kronor(decision.amounts.sum))"
    case .rejected(let rejection): "Styrelsen \(rejection.day.text) \(rejection.paragraph): avslag. \(rejection.words)"
    case .withdrawn(let words): "Återkallad: \(words)"
    case .agreed(let agreement):
      "Avtal \(agreement.signedOn.text), gäller \(agreement.first.text)–\(agreement.last.text)"
    case .reported(let report, _):
      report.isFinal ? "Slutrapport inlämnad" : "Lägesrapport inlämnad för \(report.first.text)–\(report.last.text)"
    case .answered(let last, let isFinal, let answer):
      "\(isFinal ? "Slutrapporten" : "Lägesrapporten till \(last.text)") "
        + (answer.isAccepted ? "godkänd" : "återsänd med en fråga: \(answer.words)")
    }
  }
}

/// The head of a case's page: its state and the facts that place it.
struct GrantFacts {
  let view: GrantView

  init(_ view: GrantView) { self.view = view }

  var html: HTML {
    let state = view.grant.state
    var pairs: [(String, HTML)] = [("Läge", state.kind.badge)]
    pairs.append(("Huvudman", .text(view.member(view.grant.ownerID(in: view.association)))))
    if let application = state.application {
      pairs.append(("Inriktning", .text(application.kind.words)))
      let parties = application.partyIDs.map(view.member).joined(separator: ", ")
      if !parties.isEmpty { pairs.append(("Söker tillsammans med", .text(parties))) }
      pairs.append(("Sökt", tag("a", [.href(.fragment("sokt"))], .text(Numerals.kronor(application.amounts.sum)))))
    }
    if let granted = state.granted {
      let year = WorkingYear.of(view.asked)
      pairs.append(
        (
          "Beviljat",
          tag("a", [.href(.fragment("beviljat"))], .text(Numerals.kronor(granted.standing.amounts.sum)))
        ))
      pairs.append(
        (
          "Insats",
          tag(
            "a",
            [
              .href(
                .path(ListLink.object(year, ObjectReference(dimension: .insats, object: granted.standing.insatsID))))
            ], .text("\(view.name) i registret"))
        ))
    }
    let warnings = warnings
    return tag(
      "dl", [.class("facts")], each: pairs.map { tag("div", tag("dt", .text($0.0)), tag("dd", $0.1)) })
      + (warnings.isEmpty
        ? .empty : tag("div", [.class("warning")], tag("ul", each: warnings.map { tag("li", .text($0)) })))
  }

  /// What may stand but should be looked at, while something can be done about it.
  private var warnings: [String] {
    var words: [String] = []
    let state = view.grant.state
    if state.kind == .applied || state.kind == .prepared {
      words += (state.application?.warnings ?? []).map { warning in
        switch warning {
        case .alone: "Huvudmannen söker ensam. En insats ska gälla minst två parters ansvar; fråga vilka som är med."
        case .years(let count): yearWords("Ansökan", count)
        case .receiverOutside(let id): "\(view.member(id)) ska ta emot medel men söker inte med de andra."
        }
      }
    }
    if let granted = state.granted {
      let decision = granted.standing
      if let count = decision.amounts.yearsTooMany { words.append(yearWords("Beslutet", count)) }
      words += differences(decision)
    }
    return words
  }

  private func yearWords(_ what: String, _ count: Int) -> String {
    "\(what) gäller \(count) år. Brukligt är högst \([GrantAmount].yearCountUsual) år i taget, och sedan ett nytt beslut."
  }

  /// Where the association's frames are no longer those of the decision: somebody has changed them elsewhere.
  private func differences(_ decision: GrantDecision) -> [String] {
    let frames = view.association.frameAmounts(of: decision.insatsID)
    return decision.amounts.filter { amount in
      !frames.contains { $0 == amount }
    }.map {
      "Ramen \($0.year) för \(view.member($0.receiverID)) är inte längre \(Numerals.kronor($0.amount)) i förbundets uppgifter: "
        + "den har ändrats på annat håll. För in ett nytt beslut, eller rätta förbundsmappen."
    }
  }
}

/// What was applied for, prepared, decided, agreed and reported.
struct GrantParts {
  let view: GrantView

  init(_ view: GrantView) { self.view = view }

  var html: HTML {
    let state = view.grant.state
    return .joined([
      final, state.agreed.map(reports) ?? .empty, state.granted.map(decisions) ?? .empty,
      state.agreed.map(agreements) ?? .empty, state.preparation.map(preparation) ?? .empty,
      state.application.map(application) ?? .empty,
    ])
  }

  /// What was reached and what became permanent, once the case is finished.
  private var final: HTML {
    guard case .finished(let finished) = view.grant.state else { return .empty }
    return tag(
      "section", tag("h2", .text("Slutrapport")), GrantParts.text("Vad insatsen nådde", finished.report.happened),
      GrantParts.text("Vad som består", finished.report.permanent))
  }

  private func reports(_ agreed: Grant.Agreed) -> HTML {
    tag(
      "section", tag("h2", .text("Rapporter")),
      tag("ul", [.class("tasks")], each: agreed.dues.map { ReportPart.item($0, view) }))
  }

  private func decisions(_ granted: Grant.Granted) -> HTML {
    let link = DecisionLink(view.asked)
    let items = granted.decisions.reversed().enumerated().map { index, decision in
      tag(
        "section", [.id(index == 0 ? "beviljat" : "beslut-\(granted.decisions.count - index)")],
        tag(
          "h3",
          link.html(decision.decision, "Beslut \(decision.day.text) \(decision.paragraph)"),
          index == 0 ? .empty : .text(" (ersatt av ett senare beslut)")),
        decision.words.isEmpty ? .empty : GrantParts.paragraphs(decision.words),
        amounts(decision.amounts, "Ramar enligt beslutet", isFrame: index == 0, of: decision.insatsID))
    }
    return tag("section", tag("h2", .text("Beslut")), .joined(items))
  }

  private func agreements(_ agreed: Grant.Agreed) -> HTML {
    tag(
      "section", tag("h2", .text("Avtal")),
      .joined(
        agreed.agreements.reversed().enumerated().map { index, agreement in
          let pairs = [
            ("Undertecknat", agreement.signedOn.text), ("Gäller", "\(agreement.first.text)–\(agreement.last.text)"),
            ("Rapporter", "\(agreement.rhythm.words), inom \(agreement.graceDays) dagar"),
          ]
          return .joined([
            index == 0 ? .empty : tag("h3", .text("Tidigare avtal")),
            tag(
              "dl", [.class("facts")],
              each: pairs.map { tag("div", tag("dt", .text($0.0)), tag("dd", .text($0.1))) }),
            GrantParts.text("Syfte", agreement.purpose),
            GrantParts.text("Vad förbundet väntar sig", agreement.expectations),
          ])
        }))
  }

  private func preparation(_ preparation: GrantPreparation) -> HTML {
    tag(
      "section", tag("h2", .text("Beredning")),
      tag(
        "p", .text("\(preparation.body) \(preparation.day.text): \(preparation.recommendation.words.lowercased()).")),
      GrantParts.paragraphs(preparation.words))
  }

  private func application(_ application: GrantApplication) -> HTML {
    tag(
      "section", [.id("sokt")], tag("h2", .text("Ansökan")), GrantParts.text("Behov", application.need),
      GrantParts.text("Glapp i samverkan", application.gap), GrantParts.text("Syfte", application.purpose),
      GrantParts.text("Målgrupp", application.targetGroup),
      GrantParts.text("Väntade effekter", application.effects),
      amounts(application.amounts, "Sökta belopp", isFrame: false, of: ""))
  }

  /// Amounts by year and receiver. A frame that stands leads to what has been drawn of it.
  private func amounts(_ amounts: [GrantAmount], _ caption: String, isFrame: Bool, of insatsID: String) -> HTML {
    let years = Set((try? view.asked.store.fiscalYears().map(\.number)) ?? [])
    let rows = amounts.map { amount in
      let words = HTML.text(Numerals.kronor(amount.amount))
      let path = ListLink.object(amount.year, ObjectReference(dimension: .insats, object: insatsID))
      return tag(
        "tr", tag("th", [.scope(.row)], .text("\(amount.year)")), tag("td", .text(view.member(amount.receiverID))),
        tag(
          "td", [.class("number")],
          isFrame && years.contains(amount.year) ? tag("a", [.href(.path(path))], words) : words))
    }
    return tag(
      "table", [.class("list")], tag("caption", .text(caption)),
      tag(
        "thead",
        tag(
          "tr", tag("th", [.scope(.column)], .text("År")), tag("th", [.scope(.column)], .text("Mottagare")),
          tag("th", [.scope(.column), .class("number")], .text("Belopp")))),
      tag("tbody", each: rows),
      tag(
        "tfoot",
        tag(
          "tr", tag("th", [.scope(.row), .columns(2)], .text("Summa")),
          tag("td", [.class("number")], .text(Numerals.kronor(amounts.sum))))))
  }

  static func text(_ heading: String, _ words: String) -> HTML {
    words.isEmpty ? .empty : tag("h3", .text(heading)) + paragraphs(words)
  }

  static func paragraphs(_ words: String) -> HTML {
    .joined(
      words.split(separator: "\n", omittingEmptySubsequences: true).map { tag("p", .text(String($0))) })
  }
}
