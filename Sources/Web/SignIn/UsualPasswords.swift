/// The words that the most usual passwords are made of, in Sweden and in the world: what a guesser tries first. As a
/// password has at least twelve characters, the lists of leaked ones are met by their words rather than word for word.
enum UsualPasswords {
  static let words: [[UInt8]] = text.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) }

  private static let text = """
    password passord passwort passw pass word lösenord losenord lösen losen hemligt hemlig hemlis secret hidden
    qwerty qwertyuiop qwertyuiopå qwert asdfgh asdfghjkl asdfghjklöä asdf zxcvbn zxcvbnm zxcv qazwsx qazwsxedc qaz wsx
    edc rfv tgb yhn abc abcd abcdef abcdefgh abcdefghij abcdefghijkl a aa b q w e r t y x z qw er ty
    admin administrator administratör root user användare anvandare guest gäst gast test testar demo default
    changeme change me ändra andra mig byt bytmig temp tillfälligt tillfalligt login logga in inloggning
    welcome välkommen valkommen letmein let iloveyou i love you jag älskar alskar dig love kärlek karlek älskling
    alskling princess prinsessa prinsess monkey dragon master superman batman sunshine shadow football fotboll hockey
    baseball soccer pokemon computer dator internet google facebook microsoft windows apple iphone samsung android
    sommar sommaren vinter vintern höst hösten host hosten vår våren var varen jul julen påsk pask midsommar spring
    summer autumn winter januari februari mars april maj juni juli augusti september oktober november december
    måndag mandag tisdag onsdag torsdag fredag lördag lordag söndag sondag
    sverige svensk svenska sweden stockholm göteborg goteborg malmö malmo uppsala blekinge karlskrona ronneby
    skåne skane småland smaland norrland dalarna gotland öland oland värmland varmland halland
    hej hejsan hejhej hello tjena tja god morgon kväll mamma pappa mor far barn bror syster morfar farfar mormor farmor
    hund katt häst hast hunden katten hästen hasten kanin gris solen sol sommarlov semester helg kaffe choklad glass
    godis pizza banan äpple apple blomma ros kärnan
    aik djurgården djurgarden hammarby ifk mff malmöff hif bajen gais
    anna maria eva lars erik karl johan anders per nils sven emma elsa alice maja julia oscar oskar william lucas hugo
    andersson johansson karlsson nilsson eriksson larsson olsson persson svensson gustafsson
    förbund forbund förbundet forbundet samordning samordningsförbund samordningsforbund samordningsförbundet
    samordningsforbundet finsam finsamförbund kontor kontoret kansli kansliet ekonom ekonomi bokföring bokforing
    förbundschef forbundschef chef styrelse styrelsen revisor revision kommun kommunen region regionen
    arbete arbetet jobb jobbet företag foretag office work company business money pengar bank banken
    starwars trustno trust no one freedom whatever michael jordan harley ninja mustang access flower hottie
    killer cheese pepper ginger hunter ranger tigger buster thomas robert daniel charlie andrew jessica
    och är ar min mitt mina det den ett en på pa till för for my is the and of
    """
}
