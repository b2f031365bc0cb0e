/// What the minutes of a meeting say beside what was recorded while it went on: where they are kept, and words of the
/// secretary's at a paragraph.
public struct MinutesNotes: Hashable, Sendable {
  /// Words at a paragraph.
  public struct Note: Hashable, Sendable {
    /// Proposals that were put and not withdrawn, where the decision does not tell them (KL 5:67).
    public var proposals: String
    /// In which order they were put, where the decision does not tell it (KL 5:67).
    public var propositions: String
    /// What else belongs in the minutes.
    public var remark: String

    /// Words at a paragraph.
    public init(proposals: String = "", propositions: String = "", remark: String = "") {
      self.proposals = proposals
      self.propositions = propositions
      self.remark = remark
    }

    /// Whether nothing is said.
    public var isEmpty: Bool { !proposals.hasWords && !propositions.hasWords && !remark.hasWords }
  }

  /// Where the minutes are kept, as the notice must say (KL 8:12).
  public var keptAt: String
  /// The words, by paragraph.
  public var paragraphs: [Int: Note]

  /// Notes.
  public init(keptAt: String = "", paragraphs: [Int: Note] = [:]) {
    self.keptAt = keptAt
    self.paragraphs = paragraphs
  }

  /// The proposals at a decision, wherever they are said.
  public func proposals(of decision: BoardDecision) -> String {
    MinutesNotes.joined(decision.said.proposals, paragraphs[decision.paragraph]?.proposals)
  }

  /// The order of propositions at a decision, wherever it is said.
  public func propositions(of decision: BoardDecision) -> String {
    MinutesNotes.joined(decision.said.propositions, paragraphs[decision.paragraph]?.propositions)
  }

  private static func joined(_ first: String, _ second: String?) -> String {
    [first, second ?? ""].filter(\.hasWords).joined(separator: "\n\n")
  }
}

extension BoardMeeting.Opened {
  /// Who is to adjust the minutes: who chaired, the meeting or some of its items, and those the meeting chose.
  public func minutesSigners(in association: Association) -> [MinutesSigner] {
    let chairs = decisions.map(\.chair).filter { $0 != attendance.chair && !attendance.adjusters.contains($0) }
    func signer(_ number: Int, _ function: String) -> MinutesSigner {
      MinutesSigner(
        name: seat(number).map { association.words(for: $0) } ?? "", function: function,
        isChair: number == attendance.chair, wasPresent: attendance.mode(of: number) != nil, seat: number)
    }
    return [signer(attendance.chair, "Ordförande")]
      + Set(chairs).sorted().map { number in
        let paragraphs = decisions.filter { $0.chair == number }.map { "\($0.paragraph)" }.joined(separator: ", ")
        return signer(number, "Ordförande § \(paragraphs)")
      }
      + attendance.adjusters.map { signer($0, "Justerare") }
  }
}

extension Association {
  /// Who sits in a seat, as minutes say it: the name, or where the association keeps none the function and the member.
  public func words(for seat: MeetingSeat) -> String {
    if seat.name.hasWords { return seat.name }
    let member = members.first { $0.id == seat.memberID }?.name ?? seat.memberID
    return "\(seat.function) (\(member))"
  }
}

extension MinutesGap {
  /// What the minutes of a meeting lack of what the law asks (KL 5:65–67 through 6:35), paragraph by paragraph.
  public static func gaps(in meeting: BoardMeeting.Opened, notes: MinutesNotes) -> [MinutesGap] {
    var gaps: [MinutesGap] = []
    if !notes.keptAt.hasWords {
      gaps.append(
        MinutesGap(
          place: "Förvaring", sentence: "Skriv var protokollet förvaras. Anslaget måste säga det.", law: "KL 8:12"))
    }
    if !meeting.plan.place.hasWords {
      gaps.append(
        MinutesGap(
          place: "Mötet", sentence: "Mötets plats är inte skriven. Sammanträdet går ändå att justera.",
          law: "KL 5:65, god sed", isRequired: false))
    }
    for (index, item) in meeting.plan.agenda.enumerated()
    where !meeting.decisions.contains(where: { $0.said.item == index + 1 }) {
      gaps.append(
        MinutesGap(
          place: "Punkt \(index + 1)",
          sentence: "”\(item.title)” har ingen paragraf. Behandlades ärendet ska protokollet redovisa det.",
          law: "KL 5:67", isRequired: false))
    }
    for decision in meeting.decisions where decision.said.ballot != nil {
      let place = "§ \(decision.paragraph)"
      if !notes.proposals(of: decision).hasWords {
        gaps.append(
          MinutesGap(
            place: place, sentence: "Det var omröstning, men yrkandena som inte togs tillbaka är inte skrivna.",
            law: "KL 5:67 p. 1"))
      }
      if !notes.propositions(of: decision).hasWords {
        gaps.append(
          MinutesGap(
            place: place, sentence: "Det var omröstning, men propositionsordningen är inte skriven.",
            law: "KL 5:67 p. 2"))
      }
    }
    return gaps
  }
}
