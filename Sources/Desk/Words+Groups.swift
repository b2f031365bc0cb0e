package import Association
import Ledger
import Report

/// Why a group's meeting or a FINSAM plan is not recorded, and who was not there.
extension Words {
  /// Why a meeting was not recorded, and what to do.
  package static func sentence(_ refusal: GroupMeeting.Refusal, _ association: Association) -> String {
    switch refusal {
    case .unknownGroup(let id): "Det finns ingen grupp ”\(id)”. Välj en i listan."
    case .notStanding(let day, let from, let until):
      "Gruppen fanns inte \(day.text): den finns "
        + [from.map { "från \($0.text)" }, until.map { "till och med \($0.text)" }].compactMap { $0 }
        .joined(separator: " ") + ". Kontrollera dagen, eller ändra gruppen."
    case .notHeldYet(let day, let today):
      "Mötet är \(day.text), och i dag är det \(today.text). Ett möte förs in när det har hållits."
    case .nobodyThere: "Ingen var med på mötet. Kryssa för dem som var det."
    case .unknownParty(let id):
      id.isEmpty
        ? "En av dem som var med har ingen part. Välj en, eller säg att det är en gäst."
        : "\(id) är inte medlem i förbundet. Välj en part i listan."
    case .nobody(let place): "Den \(place):e som var med har varken namn eller funktion. Skriv något av dem."
    case .reasonMissing: "Skälet saknas. Det som har förts in ändras inte utan att det sägs varför."
    case .nothingChanged: "Ingenting är ändrat. Ändra det som ska rättas."
    case .unknownMeeting: "Mötet finns inte i boken, eller hör till en annan grupp."
    case .corrected: "Mötet är redan rättat. Öppna det som gäller, och rätta det."
    case .withdrawn: "Mötet är borttaget, så det går inte att ändra. För in det på nytt om det har hållits."
    }
  }

  /// Why a step with a plan was not taken, and what to do.
  package static func sentence(_ refusal: FinsamPlan.Refusal, _ association: Association) -> String {
    switch refusal {
    case .unknownGroup(let id): "Det finns ingen grupp ”\(id)”. Välj en i listan."
    case .notALocalGroup(let kind):
      "Gruppen är \(kind.title.lowercased()). En FINSAM-plan är en lokal samverkansgrupps; ändra vad gruppen är om det är fel."
    case .planStands(let year): "Gruppen har redan en plan för \(year). Öppna den och ändra den."
    case .unknownPlan: "Planen finns inte i boken."
    case .noFrame: "Planen har ingen ram. Skriv hur mycket gruppen får använda under året."
    case .itemNameless(let place):
      "Insatsen på rad \(place) har inget namn. Välj en insats, eller skriv vad den ska heta."
    case .itemBelowNought(let place): "Beloppet på rad \(place) är under noll. Skriv ett som inte är det."
    case .insatsTwice(let id): "\(insats(id, association)) står två gånger i planen. Slå ihop raderna till en."
    case .unknownInsats(let id):
      "\(id) finns inte i registret över insatser. Välj en som finns, eller skriv bara ett namn."
    case .overFrame(let planned, let frame):
      "Insatserna tar \(Numerals.kronor(planned)) och ramen är \(Numerals.kronor(frame)): \(Numerals.kronor(planned - frame)) för "
        + "mycket. Minska en insats, eller ramen måste höjas."
    case .decisionMissing:
      "Beslutet saknar dag eller paragraf. Förbundet bestämmer hur medlen ska användas (7 § lagen 2003:1210), så planen gäller "
        + "först när det finns ett beslut att peka på."
    case .decisionAhead(let day, let today):
      "Beslutet är från \(day.text), och i dag är det \(today.text). För in det när det är fattat."
    case .decisionOlder(let day, let than):
      "Beslutet är från \(day.text), men det som det ändrar är från \(than.text). Kontrollera dagen."
    case .reasonMissing: "Skälet saknas. En beslutad plan ändras inte utan att det sägs varför."
    case .nothingChanged: "Ingenting är ändrat. Ändra ramen, texten eller en insats."
    case .nothingToLink(let place):
      "Rad \(place) i planen har redan en insats, eller finns inte. Ändra planen om den är fel."
    case .outcomeMissing: "Uppföljningen är tom. Skriv vad som blev av planen."
    case .impossible(let step, let state):
      "Planen är \(name(of: state)), så den går inte att \(name(of: step)). "
        + (state == .decided
          ? "Skriv en ändring med sitt skäl." : "Det som skrivs måste beslutas eller kasseras först.")
    }
  }

  /// Whether all four parties were there, in a sentence: `Arbetsförmedlingen och Region Exempel saknades.`
  package static func sentence(_ parties: FourParties, _ association: Association, of group: Group?) -> String {
    guard !parties.isWhole else { return "Alla fyra parter var med." }
    let names = names(parties, association, of: group)
    return "\(listed(names)) saknades."
  }

  /// Those who were not there by their names: the member where there is but one of the kind, or it is the group's own.
  package static func names(_ parties: FourParties, _ association: Association, of group: Group?) -> [String] {
    parties.missing.map { party in
      let members = association.members.filter { $0.party == party }
      let own = party == .municipality ? members.first { $0.id == group?.memberID } : nil
      return own?.name ?? (members.count == 1 ? members[0].name : party.title)
    }
  }

  /// How the year's plans stand against what is set aside for them, with the figures.
  package static func sentence(_ year: PlanYear) -> String {
    let frames = Numerals.kronor(year.frames)
    guard let allocation = year.allocation else {
      return
        "Planernas ramar är tillsammans \(frames). Det är inte sagt hur mycket styrelsen har avsatt till lokala grupper."
    }
    let decided = [allocation.decision.date?.text ?? "", allocation.decision.paragraph].filter { !$0.isEmpty }
      .joined(separator: " ")
    let setAside =
      "\(Numerals.kronor(allocation.amount)) som styrelsen har avsatt"
      + (decided.isEmpty ? "" : " (\(decided))")
    if year.over > .zero {
      return
        "Planernas ramar är tillsammans \(frames), \(Numerals.kronor(year.over)) mer än de \(setAside). Minska en plan, "
        + "eller för in styrelsens beslut om mer pengar."
    }
    let left = year.undistributed ?? .zero
    return "Planernas ramar är tillsammans \(frames) av de \(setAside)"
      + (left == .zero ? ": allt är fördelat." : ". \(Numerals.kronor(left)) är inte fördelade.")
  }

  /// How a plan's insatser stand against its frame where they have been granted more; nil where they have not.
  package static func overdraw(_ plan: PlanYear.Standing) -> String? {
    guard plan.isOverdrawn else { return nil }
    return "Insatserna i planen för \(plan.title) är beviljade \(Numerals.kronor(plan.granted)), "
      + "\(Numerals.kronor(.zero - plan.remaining)) mer än ramen \(Numerals.kronor(plan.frame))."
  }

  /// What a plan's state is called, in a sentence.
  package static func name(of state: FinsamPlan.State.Kind) -> String {
    switch state {
    case .draft: "ett utkast"
    case .decided: "beslutad"
    case .changing: "beslutad med en ändring som inte är beslutad"
    }
  }

  private static func name(of step: FinsamPlan.Event.Kind) -> String {
    switch step {
    case .saved: "skriva"
    case .decided: "besluta"
    case .dropped: "kassera en ändring av"
    case .linked: "koppla till en insats"
    case .followedUp: "följa upp"
    }
  }

  private static func insats(_ id: String, _ association: Association) -> String {
    association.insatser.first { $0.id == id }?.name ?? id
  }

  /// `a, b och c`.
  private static func listed(_ words: [String]) -> String {
    words.count < 2 ? words.joined() : "\(words.dropLast().joined(separator: ", ")) och \(words[words.count - 1])"
  }
}
