package import Association
import Ledger

extension Words {
  /// Why a step of a board meeting is not taken, by which paragraph, and what to do. `seat` gives a seat's name.
  package static func sentence(_ refusal: MeetingRefusal, seat: (Int) -> String = { "Plats \($0)" }) -> String {
    planning(refusal) ?? attending(refusal, seat) ?? deciding(refusal, seat)
  }

  private static func planning(_ refusal: MeetingRefusal) -> String? {
    switch refusal {
    case .unknown: "Mötet finns inte i boken. Gå till styrelsens möten och välj ett som finns där."
    case .doesNotFollow(let place):
      "Mötet är \(words(place)), och då går det steget inte att ta. Ladda sidan igen och se hur långt mötet har kommit."
    case .numberMissing: "Mötets nummer saknas. Årets första möte har nummer 1."
    case .numberTaken(let number, let year):
      "Möte \(number) finns redan för \(year). Ge det här mötet ett annat nummer."
    case .timeMalformed(let text): "Tiden är ”\(text)”. Skriv den med timmar och minuter, till exempel 09.00."
    case .titleMissing(let item): "Punkt \(item) har ingen rubrik. Skriv en, eller ta bort punkten."
    case .agendaEmpty: "Dagordningen är tom. Skriv minst en punkt innan kallelsen skickas."
    case .calledLate(let called, let meeting):
      "Kallelsen skulle ha skickats \(called.text), efter mötet \(meeting.text). Rätta en av dagarna."
    case .notTheDay(let day): "Mötet är \(day.text). Det kan öppnas först den dagen."
    case .anotherIsOpen(let number, let day):
      "Möte \(number) den \(day.text) är fortfarande öppet. Avsluta det först: paragraferna löper vidare från det ena mötet "
        + "till det andra."
    case .noSeats(let day):
      "Ingen ledamot finns i styrelsen den \(day.text). Lägg till platserna på sidan Styrelsen, med mandattid (lag "
        + "2003:1210 § 10)."
    case .memberCountTooSmall(let said, let seats):
      "Styrelsen sägs ha \(said) ledamöter, men \(seats) ledamotsplatser är besatta. Skriv antalet enligt förbundsordningen."
    case .seatsUnnumbered: "Platserna är inte numrerade. Ladda sidan igen."
    case .remoteExtentMissing:
      "För att någon ska få delta på distans krävs styrelsens beslut, med dag, paragraf och i vilken utsträckning det får ske "
        + "(lag 2003:1210 § 19 a). Fyll i alla tre, eller lämna alla tomma."
    case .remoteDecidedLater(let decided, let meeting):
      "Beslutet om distans är från \(decided.text), efter mötet \(meeting.text). Det måste finnas före mötet (lag 2003:1210 "
        + "§ 19 a)."
    case .itemUnknown(let item): "Punkt \(item) finns inte på dagordningen. Välj en som finns där."
    case .openedMeetingMoved: "Mötet är öppnat, så dag, nummer och offentlighet ligger fast."
    case .itemTakenAway: "Mötet är öppnat, så ingen punkt kan tas bort. Lägg till nya sist, eller bordlägg punkten."
    case .itemDecided(let item): "Punkt \(item) är redan avgjord och behåller sitt slag."
    case .reasonMissing: "Skälet saknas. Skriv det i en mening."
    case .delegationIncomplete:
      "Ett delegationsbeslut ska säga vem som beslutade, enligt vilken punkt i delegationsordningen, och vad (lag 2003:1210 "
        + "§ 10). Fyll i alla tre."
    case .delegationLater(let day): "Beslutet är daterat \(day.text), som inte har varit än. Rätta dagen."
    default: nil
    }
  }

  private static func attending(_ refusal: MeetingRefusal, _ seat: (Int) -> String) -> String? {
    switch refusal {
    case .remoteUndecided(let number):
      "\(seat(number)) kan inte antecknas på distans: styrelsen har inte beslutat att det är tillåtet på det här mötet (lag "
        + "2003:1210 § 19 a). För in beslutet och dess omfattning i mötets uppgifter först."
    case .soundWithoutReasons(let number):
      "\(seat(number)) kan inte delta med enbart ljud: det kräver att styrelsen beslutat om det av särskilda skäl (lag "
        + "2003:1210 § 19 a). Anteckna ljud och bild, eller skriv de särskilda skälen i mötets uppgifter."
    case .seatUnknown(let number): "Plats \(number) finns inte i styrelsen på mötet. Ladda sidan igen."
    case .presentTwice(let number): "\(seat(number)) är antecknad två gånger. Behåll en."
    case .stretchBackwards(let number):
      "\(seat(number)) går innan hon eller han kommer, eller vid en punkt som inte finns. Rätta punkterna."
    case .disqualifiedTwice(let number, let item):
      "\(seat(number)) är antecknad som jävig två gånger vid punkt \(item)."
    case .notASubstitute(let substitute, let number):
      "\(seat(substitute)) kan inte tjänstgöra för \(seat(number)): bara en ersättare tjänstgör, och i en ledamots ställe."
    case .servesTwice(let number):
      "\(seat(number)) kan inte tjänstgöra för två på en gång, och två kan inte tjänstgöra för samma ledamot. Rätta vem som "
        + "tjänstgör för vem."
    case .replacedWhilePresent(let number, let substitute, let item):
      "\(seat(substitute)) kan inte tjänstgöra för \(seat(number)) vid punkt \(item): ledamoten är där och inte jävig."
    case .chairAbsent: "Den som leder mötet ska vara en ledamot som är där. Välj en annan mötesordförande."
    case .adjustersWrong: "Justerare är en eller två, och inte mötesordföranden. Rätta valet."
    case .adjusterNotServing(let number):
      "\(seat(number)) kan inte justera protokollet: bara den som tjänstgjort på mötet kan det (KL 5:69)."
    case .adjustersMissing:
      "Ingen är vald att justera protokollet (KL 5:69, 6:35). Välj en eller två av dem som tjänstgjort innan mötet avslutas."
    case .secretaryMissing: "Vem som för protokollet saknas. Skriv funktion eller namn innan mötet avslutas."
    case .decidedByOthers(let paragraph, let item):
      "§ \(paragraph) fattades av dem som tjänstgjorde vid punkt \(item), och då kan närvaron vid den punkten inte ändras. Om "
        + "den blev fel: stryk § \(paragraph), rätta närvaron och för in paragrafen igen."
    default: nil
    }
  }

  private static func deciding(_ refusal: MeetingRefusal, _ seat: (Int) -> String) -> String {
    switch refusal {
    case .paragraphMissing: "Paragrafens nummer saknas. Årets första paragraf är § 1."
    case .paragraphBefore(let number, let first):
      "§ \(number) kommer före mötets första paragraf, § \(first). Skriv \(first) eller högre."
    case .paragraphTaken(let number, let year):
      "§ \(number) \(year) är redan tagen. Varje paragraf används en gång per år."
    case .paragraphBehind(let number, let last):
      "Mötet skulle börja på § \(number), men tidigare möten i år har kommit till § \(last). Skriv \(last + 1) eller högre."
    case .paragraphSkipped(let number):
      "§ \(number) saknas. För in den innan mötet avslutas: paragraferna löper utan lucka."
    case .paragraphUnknown(let number): "§ \(number) finns inte på mötet."
    case .wordingMissing(let number): "Vad styrelsen beslutade i § \(number) saknas. Skriv det."
    case .noQuorum(let item, let serving, let members):
      "Punkt \(item) kan inte avgöras: \(serving) av \(members) ledamöter tjänstgör, och det krävs fler än hälften, minst "
        + "\(members / 2 + 1) (KL 6:27, lag 2003:1210 § 19). Jäviga räknas inte som närvarande. Kalla in ersättare, eller ta "
        + "punkten på ett annat möte."
    case .chairNotServing(let item):
      "Den som leder mötet tjänstgör inte vid punkt \(item). Välj vem som leder den punkten bland dem som tjänstgör."
    case .votesUnserving(let number):
      "\(seat(number)) tjänstgör inte vid punkten och har därför ingen röst (KL 4:24). Ta bort rösten."
    case .nobodyTookPart(let item):
      "Alla avstår vid punkt \(item), och då är inget beslutat. Ordföranden är skyldig att rösta när det behövs (KL 4:25)."
    case .ballotUnexplained: "Skriv vad ja och nej betyder: ett förslag ska kunna besvaras med ja eller nej (KL 5:53)."
    case .abstainsInBallot: "Vid omröstning antecknas den som avstår i själva omröstningen. Flytta dem dit."
    case .electionIsClosed:
      "Val avgörs med sluten omröstning (KL 5:54). Fyll i antalet röster, inte vem som röstat hur."
    case .voteIsOpen:
      "Omröstningen är öppen: sluten är den bara vid val och anställning (KL 5:54). Fyll i vars och ens röst."
    case .voteMissing(let number): "\(seat(number)) tjänstgör och har varken röstat eller avstått. Fyll i rösten."
    case .votesDoNotAddUp(let votes, let serving):
      "Rösterna är \(votes) och de tjänstgörande \(serving). Rätta antalen, med dem som avstått."
    case .chairMustVote(let votes):
      "Det står \(votes) mot \(votes) och ordföranden har avstått. Ordföranden är skyldig att rösta när det behövs (KL 4:25) och "
        + "har utslagsröst (KL 5:56)."
    case .lotMissing: "Rösterna är lika. Vid val avgör lotten (KL 5:56). Ange vad den visade."
    case .lotNotNeeded: "Lotten avgör bara när rösterna är lika (KL 5:56). Ta bort den."
    case .budgetNotPublic(let year):
      "Budgeten för \(year) kan inte fastställas på ett stängt möte: det sammanträdet ska vara offentligt och tillkännagivet "
        + "(lag 2003:1210 § 19), med förslaget på webbplatsen (KL 8:14, § 21)."
    case .budgetNotConsulted(let year):
      "Budgeten för \(year) kan inte fastställas: inget samråd med medlemmarna är noterat (lag 2003:1210 § 23). Notera dagen på "
        + "budgetens sida."
    case .budgetConsultedLater(let year, let consulted, let decided):
      "Budgeten för \(year) kan inte fastställas \(decided.text): samrådet med medlemmarna hölls \(consulted.text), och det ska "
        + "hållas före beslutet (lag 2003:1210 § 23)."
    case .reservedWithoutPart(let number, let paragraph):
      "\(seat(number)) deltog inte i § \(paragraph). Bara den som deltagit i avgörandet får reservera sig (KL 4:27)."
    case .reservedAlready(let number, let paragraph): "\(seat(number)) har redan reserverat sig mot § \(paragraph)."
    default: "Steget går inte att ta. Ladda sidan igen."
    }
  }

  /// `öppnat`.
  package static func words(_ place: BoardMeeting.Place) -> String {
    switch place {
    case .planned: "planerat"
    case .called: "kallat"
    case .opened: "öppnat"
    case .closed: "avslutat"
    case .cancelled: "inställt"
    }
  }
}
