import Desk
import Exchange
import Ledger

extension Words {
  /// Why a file that was sent in is not taken, and what to do. `name` is the file's, masked where it names a person.
  static func sentence(_ fault: FileSniff.Fault, of name: String) -> String {
    let file = "Filen ”\(shortened(name))”"
    switch fault {
    case .nameMissing: return "Filen har inget namn. Ge den ett namn och välj den igen."
    case .nameTooLong(let most):
      return "\(file) har ett för långt namn: högst \(most) byte får plats. Döp om filen och välj den igen."
    case .nameUnseen:
      return
        "Filnamnet ”\(seen(name))” har tecken som inte syns, och som kan dölja vad filen är. Döp om filen och välj den igen."
    case .nameCharacter(let character):
      return
        "\(file) har tecknet \(character) i namnet, som inte får finnas i ett filnamn. Döp om filen och välj den igen."
    case .nameReserved(let word):
      return "\(file) heter \(word), ett namn som Windows har för sig själv. Döp om filen och välj den igen."
    case .nameEdge:
      return
        "\(file) börjar med en punkt, eller slutar med en punkt eller ett blanktecken. Döp om filen och välj den igen."
    case .empty: return "\(file) är tom. Välj filen på nytt."
    case .tooLarge(let count, let most):
      return
        "\(file) är \(FileSize.words(count)), och högst \(FileSize.words(most)) får plats. Gör den mindre, eller dela den."
    case .programEnding(let ending):
      return
        "\(file) är ett program eller en genväg (.\(ending)) och tas inte emot. Skicka dokumentet som PDF i stället, och är du "
        + "osäker på varifrån filen kom: öppna den inte."
    case .doubleEnding(let ending):
      return
        "\(file) har ändelsen .\(ending) gömd före den sista, ett sätt att dölja ett program. Öppna den inte; be avsändaren om "
        + "dokumentet som PDF."
    case .program:
      return
        "\(file) är ett program, vad den än heter, och tas inte emot. Öppna den inte; be avsändaren om dokumentet som PDF."
    case .webPage:
      return
        "\(file) är en webbsida eller en bild som kan innehålla program, och tas inte emot. Skriv ut den som PDF och skicka den."
    case .macros:
      return "\(file) innehåller makron och tas inte emot. Spara den utan makron (DOCX, XLSX) eller som PDF."
    case .programInside(let inner):
      return
        "\(file) innehåller ”\(shortened(inner))”, som är ett program, och tas inte emot. Spara om den utan bilagan."
    case .archive:
      return
        "\(file) är ett arkiv, och det som ligger i det går inte att läsa här. Packa upp det och skicka filerna var för sig."
    case .oldOffice:
      return
        "\(file) är i ett äldre filformat som kan dölja program (DOC, XLS, MSG, RTF). Spara den som PDF, DOCX eller XLSX; ett "
        + "meddelande sparas som EML eller PDF."
    case .unknown:
      return
        "\(file) är av ett slag som inte går att känna igen. Skicka en PDF, en bild, DOCX, XLSX, ODT, CSV, XML eller EML."
    case .disagrees(let kind, let ending):
      return
        "\(file) slutar på .\(ending), men innehållet är \(words(kind)). Döp om den så att den slutar på .\(kind.endings[0]), "
        + "eller spara om den i rätt format."
    case .notTaken(let kind):
      return "\(file) är \(words(kind)), som inte tas emot här. Spara den som PDF och välj den igen."
    }
  }

  /// What a file is, in words.
  static func words(_ kind: FileSniff.Kind) -> String {
    switch kind {
    case .pdf: "en PDF"
    case .png, .jpeg, .gif, .webp, .tiff, .heic: "en bild (\(kind.rawValue.uppercased()))"
    case .docx, .odt: "ett textdokument (\(kind.rawValue.uppercased()))"
    case .xlsx, .ods: "ett kalkylblad (\(kind.rawValue.uppercased()))"
    case .pptx: "en presentation (PPTX)"
    case .xml: "en XML-fil"
    case .mail: "ett e-postmeddelande (EML)"
    case .text: "en textfil"
    }
  }

  private static func shortened(_ name: String) -> String {
    let name = seen(name)
    return name.unicodeScalars.count > 60
      ? String(String.UnicodeScalarView(name.unicodeScalars.prefix(40))) + "…" : name
  }

  /// The name with what is not seen as a sign that is.
  private static func seen(_ name: String) -> String {
    let unseen: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator, .paragraphSeparator, .privateUse]
    return String(
      String.UnicodeScalarView(
        PersonalNumber.masked(name).unicodeScalars.map {
          unseen.contains($0.properties.generalCategory) ? "\u{FFFD}" : $0
        }))
  }
}

extension UploadedFile {
  /// What is wrong with the file where it is to be kept, in whole sentences, a personnummer in its name among it, and one
  /// in a file of text, which can be read as a page's fields are.
  func faults(byteCountMax: Int, accepting: Set<FileSniff.Kind> = Set(FileSniff.Kind.allCases)) -> [String] {
    let named =
      PersonalNumber.find(in: name).isEmpty
      ? []
      : ["Filnamnet ”\(PersonalNumber.masked(name))” innehåller ett personnummer. Döp om filen och välj den igen."]
    let faults = FileSniff.faults(name: name, bytes: bytes, byteCountMax: byteCountMax, accepting: accepting).map {
      Words.sentence($0, of: name)
    }
    guard faults.isEmpty, FileSniff.kind(of: bytes) == .text, !PersonalNumber.find(in: bytes).isEmpty else {
      return named + faults
    }
    return named + [
      "Filen ”\(PersonalNumber.masked(name))” innehåller ett personnummer. Ta bort det ur filen och välj den igen."
    ]
  }

  /// The same for a door that reads the file itself and says what is wrong in it: that it is a program or a web page, or that
  /// its name hides something.
  func dangers(mayBePage: Bool = false) -> [String] {
    FileSniff.dangers(name: name, bytes: bytes, mayBePage: mayBePage).map { Words.sentence($0, of: name) }
  }
}
