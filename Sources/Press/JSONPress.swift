import Association
import Ledger
public import Report
import Statements

/// The annual report as data: all that is printed, the exact value behind each figure, and where it comes from.
/// The form is described by `docs/reference/report.schema.json`.
public enum JSONPress {
  /// The version of the form. A member added does not change it; one removed or changed does.
  static let version: Int64 = 1

  /// The report as JSON. The same report gives the same bytes.
  public static func json(of report: AnnualReport) -> [UInt8] { ReportJSON().json(of: report).text }
}

/// Writes a report and gathers the origins of its figures on the way.
private struct ReportJSON {
  let origins = Origins()

  func json(of report: AnnualReport) -> JSON {
    let chapters = report.chapters.map { chapter in
      JSON.members([
        "id": .string(chapter.id), "number": .words(chapter.number), "title": .string(chapter.title),
        "level": .number(Int64(chapter.level)), "blocks": .array(chapter.blocks.map(json)),
      ])
    }
    let figures = report.figures.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { name, named in
      JSON.Member(name: name, value: json(of: named.figure, title: named.title, printed: named.figure.printed))
    }
    return .members([
      "format": .string("finsam-report"), "version": .number(JSONPress.version),
      "association": .members([
        "name": .string(report.associationName), "organisationNumber": .string(report.organisationNumber),
      ]),
      "year": .members([
        "number": .number(Int64(report.year.number)), "first": .string(report.year.first.text),
        "last": .string(report.year.last.text),
      ]),
      "status": .string(report.status == .draft ? "draft" : "complete"), "decision": json(of: report.facts.decision),
      "signedOn": report.facts.signedOn.map { .string($0.text) }, "diaryNumber": .words(report.facts.diaryNumber),
      "chapters": .array(chapters), "figures": .object(figures),
      "findings": .array(report.findings.map(json)), "origins": .object(originMembers()),
    ])
  }

  private func json(of decision: Decision) -> JSON? {
    guard let date = decision.date else { return nil }
    return .members(["date": .string(date.text), "paragraph": .words(decision.paragraph)])
  }

  private func json(of finding: Finding) -> JSON {
    .members([
      "code": .string(finding.code), "severity": .string(finding.severity.rawValue), "place": .string(finding.place),
      "stated": .string(finding.stated), "expected": .string(finding.expected),
      "difference": .string(finding.difference), "message": .string(finding.message),
      "mend": .words(FindingsPart.mend(finding.code)),
      "answer": finding.answer.map {
        .members(["reason": .string($0.reason), "by": .string($0.by), "on": .string($0.on.text)])
      },
    ])
  }
}

// Blocks and inlines.
extension ReportJSON {
  private func json(of block: Block) -> JSON {
    switch block {
    case .paragraph(let inlines): .members(["kind": .string("paragraph"), "text": json(of: inlines)])
    case .heading(let level, let inlines):
      .members(["kind": .string("heading"), "level": .number(Int64(level)), "text": json(of: inlines)])
    case .list(let isOrdered, let items):
      .members([
        "kind": .string("list"), "isOrdered": .bool(isOrdered),
        "items": .array(items.map { .array($0.map(json)) }),
      ])
    case .quote(let blocks): .members(["kind": .string("quote"), "blocks": .array(blocks.map(json))])
    case .table(let table): json(of: table)
    case .diagram(let diagram): json(of: diagram)
    case .signatures(let signatories):
      .members([
        "kind": .string("signatures"),
        "signatories": .array(
          signatories.map {
            .members([
              "function": .string($0.function), "name": .words($0.name), "appointedBy": .words($0.appointedBy),
            ])
          }),
      ])
    }
  }

  private func json(of inlines: [Inline]) -> JSON { .array(inlines.map(json)) }

  private func json(of inline: Inline) -> JSON {
    switch inline {
    case .text(let words): .members(["kind": .string("text"), "text": .string(words)])
    case .strong(let inlines): .members(["kind": .string("strong"), "text": json(of: inlines)])
    case .emphasis(let inlines): .members(["kind": .string("emphasis"), "text": json(of: inlines)])
    case .link(let inlines, let target):
      .members(["kind": .string("link"), "text": json(of: inlines), "to": .string(target)])
    case .figure(let name, let figure, let printed):
      .members([
        "kind": .string("figure"), "name": .string(name), "printed": .string(printed), "value": json(of: figure.value),
        "origin": origin(of: figure, title: name),
      ])
    case .missingFigure(let name): .members(["kind": .string("missingFigure"), "name": .string(name)])
    case .lineBreak: .members(["kind": .string("lineBreak")])
    }
  }

  private func json(of table: Table) -> JSON {
    .members([
      "kind": .string("table"), "id": .string(table.id), "title": .string(table.title),
      "unit": .string(table.unit.rawValue), "rowHeading": .string(table.rowHeading),
      "columns": .array(
        table.columns.map { column in
          .members([
            "id": .string(column.id), "title": .string(column.title), "group": .words(column.group),
            "year": column.year.map { .number(Int64($0)) },
          ])
        }),
      "rows": .array(table.rows.map { json(of: $0, in: table) }), "remark": .words(table.remark),
    ])
  }

  private func json(of row: Table.Row, in table: Table) -> JSON {
    let roles: [Table.Role: String] = [
      .heading: "heading", .row: "row", .subtotal: "subtotal", .total: "total", .memo: "memo",
    ]
    return .members([
      "id": .string(row.id), "title": .string(row.title), "role": roles[row.role].map { .string($0) },
      "note": .words(row.note), "sumOf": .list(row.sumOf.map { .string($0) }),
      "cells": .array(
        row.role == .heading
          ? []
          : table.cells(of: row).enumerated().map { index, cell in
            let printed = table.printed(cell, column: index)
            return json(of: cell, printed: printed, title: "\(row.title), \(table.columns[index].title)")
          }),
    ])
  }

  private func json(of cell: Table.Cell, printed: String, title: String) -> JSON {
    switch cell {
    case .figure(let figure):
      .members([
        "kind": .string("figure"), "printed": .string(printed), "value": json(of: figure.value),
        "origin": origin(of: figure, title: title),
      ])
    case .text(let words): .members(["kind": .string("text"), "printed": .string(words)])
    case .empty: .members(["kind": .string("empty"), "printed": .string(printed)])
    }
  }

  private func json(of diagram: Diagram) -> JSON {
    .members([
      "kind": .string("diagram"), "id": .string(diagram.id), "title": .string(diagram.title),
      "form": .string("\(diagram.form)"), "unit": .string(diagram.unit.rawValue),
      "description": .string(DiagramPart(diagram).description),
      "categories": .array(diagram.categories.map { .string($0) }),
      "series": .array(
        diagram.series.map { series in
          .members([
            "title": .string(series.title),
            "values": .array(
              series.values.map { figure in
                figure.map { json(of: $0, title: series.title, printed: diagram.printed($0)) } ?? .null
              }),
          ])
        }),
    ])
  }
}

// Figures and their origins.
extension ReportJSON {
  private func json(of figure: Figure, title: String, printed: String) -> JSON {
    .members([
      "title": .string(title), "printed": .string(printed), "value": json(of: figure.value),
      "origin": origin(of: figure, title: title),
    ])
  }

  private func json(of value: Figure.Value) -> JSON {
    switch value {
    case .amount(let amount): .members(["kind": .string("amount"), "ore": .number(amount.ore)])
    case .count(let count): .members(["kind": .string("count"), "count": .number(count)])
    case .share(let share):
      .members([
        "kind": .string("share"), "numerator": .number(share.numerator), "denominator": .number(share.denominator),
      ])
    case .date(let day): .members(["kind": .string("date"), "date": .string(day.text)])
    case .quoted(let words): .members(["kind": .string("quoted"), "text": .string(words)])
    case .withheld(let withheld): json(of: withheld)
    }
  }

  /// What a withheld figure tells. A count can still be added: it is fewer than `k`, or at least so many.
  private func json(of withheld: Figure.Withheld) -> JSON {
    switch withheld {
    case .count(.fewer(let threshold)):
      .members(["kind": .string("fewerThan"), "k": .number(Int64(threshold))])
    case .count(.atLeast(let least)):
      .members(["kind": .string("atLeast"), "count": .number(Int64(least))])
    case .count, .share(atLeast: nil), .amount: .members(["kind": .string("withheld")])
    case .share(let least?):
      .members([
        "kind": .string("shareAtLeast"), "numerator": .number(least.numerator),
        "denominator": .number(least.denominator),
      ])
    }
  }

  private func origin(of figure: Figure, title: String) -> JSON {
    let number = origins.enter(figure, title: title, context: "")
    return .string(origins.entries[number].id)
  }

  /// Every origin once; those of operands are found on the way and come last.
  private func originMembers() -> [JSON.Member] {
    var members: [JSON.Member] = []
    while members.count < origins.entries.count {
      let entry = origins.entries[members.count]
      members.append(JSON.Member(name: entry.id, value: json(of: entry)))
    }
    return members
  }

  private func json(of entry: Origins.Entry) -> JSON {
    let value = json(of: entry.figure.value)
    switch entry.figure.origin {
    case .ledger(let year, let column, let isTurned, let parts):
      return .members([
        "kind": .string("ledger"), "title": .string(entry.title), "value": value, "year": .number(Int64(year)),
        "column": .string("\(column)"), "isTurned": .bool(isTurned), "parts": .array(parts.map(json)),
      ])
    case .formula(let operands):
      return .members([
        "kind": .string("formula"), "title": .string(entry.title), "value": value,
        "operands": .array(
          operands.map { operand in
            .members([
              "sign": .string(operand.sign), "title": .string(operand.title),
              "origin": origin(of: operand.figure, title: operand.title),
            ])
          }),
      ])
    case .fact(let title, let source):
      return .members([
        "kind": .string("fact"), "title": .string(entry.title), "value": value, "fact": .string(title),
        "source": .string(source),
      ])
    case .nothing(let why):
      return .members([
        "kind": .string("nothing"), "title": .string(entry.title), "value": value, "why": .string(why),
      ])
    }
  }

  private func json(of part: Origin.LedgerPart) -> JSON {
    .members([
      "account": .string(part.account.text), "name": .string(part.accountName), "ore": .number(part.amount.ore),
      "objects": .list(
        part.objects.objects.map {
          .members(["dimension": .number(Int64($0.dimension.number)), "object": .string($0.object)])
        }),
    ])
  }
}
