extension PDFPress.Failure {
  /// What has happened and what to do about it, in Swedish.
  public var sentence: String {
    switch self {
    case .pythonMissing(let path):
      "PDF-filen kunde inte göras: det finns inget program att starta på \(path). Ange sökvägen till det Python som "
        + "har paketen typst, pikepdf och page-validation i inställningen python; finsam settings visar var den står."
    case .packageMissing(let name, let python):
      "PDF-filen kunde inte göras: paketet \(name) saknas i \(python). Installera det med: \(python) -m pip install \(name)"
    case .fontMissing(let folder):
      "PDF-filen kunde inte göras: typsnittet Lato finns inte i \(folder). Installera paketet fonts-lato eller ange "
        + "mappen där Lato ligger."
    case .characterMissing(let words):
      "PDF-filen kunde inte göras: typsnittet har inte tecknet \(words), och en arkivfil får inte ha tomma tecken. Ta "
        + "bort eller byt ut tecknet. Webbsidan kan göras ändå: --only html."
    case .engine(let words):
      "PDF-filen kunde inte göras: sättningsprogrammet avbröt. Det säger: \(words.joined(separator: " "))"
    case .notConforming(let words):
      "PDF-filen lämnas inte ut: den uppfyller inte PDF/UA-1 och PDF/A-3a. Kontrollen säger: "
        + words.prefix(10).joined(separator: "; ")
    case .disk(let words):
      "PDF-filen kunde inte göras: den tillfälliga mappen gick inte att skriva. Se till att det finns plats på "
        + "disken. Systemet säger: \(words)"
    case .crashed(let words):
      "PDF-filen kunde inte göras: Python slutade utan svar. Det sista det skrev var: \(words)"
    }
  }
}
