/// The answers to one question over the years. Where it was asked on another scale, with another cut or in other words,
/// the series is broken: what is on either side of a break is never compared.
public struct SurveySeries: Hashable, Sendable {
  /// A year's answers.
  public struct Point: Hashable, Sendable {
    /// The survey that they are from, without its questions.
    public let survey: Survey
    /// The question with its answers.
    public let question: Survey.Question
  }

  /// Why what comes after is another series.
  public enum Break: Hashable, Sendable {
    /// The question was asked in other words.
    case wording(before: String, after: String)
    /// The scale has other steps.
    case scale(before: [String], after: [String])
    /// The answers count as positive from another step.
    case cut(before: Int, after: Int)
  }

  /// Years that can be compared, and why they cannot be with those before; no reason for the first.
  public struct Segment: Hashable, Sendable {
    /// Why it is not one with the segment before.
    public let breaks: [Break]
    /// Its years, the first first.
    public fileprivate(set) var points: [Point]
  }

  /// The insats, or empty.
  public let insatsID: String
  /// The surveys' short name.
  public let surveyID: String
  /// The question's short name.
  public let questionID: String
  /// The stretches that can be compared, in order.
  public private(set) var segments: [Segment] = []

  /// All years.
  public var points: [Point] { segments.flatMap(\.points) }

  fileprivate init(insatsID: String, surveyID: String, questionID: String, points: [Point]) {
    self.insatsID = insatsID
    self.surveyID = surveyID
    self.questionID = questionID
    for point in points {
      guard let last = segments.last?.points.last else {
        segments.append(Segment(breaks: [], points: [point]))
        continue
      }
      let breaks = SurveySeries.breaks(from: last, to: point)
      if breaks.isEmpty {
        segments[segments.count - 1].points.append(point)
      } else {
        segments.append(Segment(breaks: breaks, points: [point]))
      }
    }
  }

  /// What keeps two years' answers from being compared.
  static func breaks(from before: Point, to after: Point) -> [Break] {
    var breaks: [Break] = []
    if before.question.text != after.question.text {
      breaks.append(.wording(before: before.question.text, after: after.question.text))
    }
    if before.survey.scale != after.survey.scale {
      breaks.append(.scale(before: before.survey.scale, after: after.survey.scale))
    }
    // Another cut on another scale is no news.
    if before.survey.positiveFrom != after.survey.positiveFrom, before.survey.scale == after.survey.scale {
      breaks.append(.cut(before: before.survey.positiveFrom, after: after.survey.positiveFrom))
    }
    return breaks
  }
}

extension Association {
  /// Every question that has been asked, over the years, in the order that they were first asked.
  public var surveySeries: [SurveySeries] {
    struct Key: Hashable {
      let insats: String
      let survey: String
      let question: String
    }
    var points: [Key: [SurveySeries.Point]] = [:]
    var order: [Key] = []
    let sorted = surveys.enumerated().sorted { ($0.element.year, $0.offset) < ($1.element.year, $1.offset) }
    for (_, survey) in sorted {
      var head = survey
      head.questions = []
      for question in survey.questions {
        let key = Key(insats: survey.insatsID, survey: survey.seriesID, question: question.id)
        if points[key] == nil { order.append(key) }
        points[key, default: []].append(SurveySeries.Point(survey: head, question: question))
      }
    }
    return order.map { key in
      SurveySeries(
        insatsID: key.insats, surveyID: key.survey, questionID: key.question, points: points[key] ?? [])
    }
  }
}

extension Survey {
  /// The round's short name, of all the surveys that one round makes.
  public var seriesID: String {
    let bytes = Array(id.utf8)
    let hyphen = UInt8(ascii: "-")
    for index in bytes.indices.dropFirst() where bytes[index] == hyphen && bytes[index - 1] == hyphen {
      return String(decoding: bytes[..<(index - 1)], as: UTF8.self)
    }
    return id
  }
}
