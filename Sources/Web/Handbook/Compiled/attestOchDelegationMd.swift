// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let attestOchDelegationMd: StaticString = ##"""
# Attestordning och delegationsordning

Under **Hissen och styrelsen** och **Attest och delegation** står vem som attesterar vilka kostnader, och vad styrelsen har låtit
andra besluta. Förbundschefen för in ordningarna så som styrelsen har beslutat dem, med dag, paragraf och första dag. En version
ändras aldrig: en ny ersätter den från sin första dag, och det som är gjort under den gamla prövas inte på nytt.

## Attestordningen

En rad är en rätt: vilken attest (mottagning, beslut eller utbetalning), av vilka kostnader (alla, en insats beteckning eller ett
kontointervall som 5000–5999), av vem (en roll, en användare eller ordföranden utanför kontoret) och upp till vilket belopp med moms.
Den som är ersättare får en egen rad där det står för vem. Ingen rad tar bort en rätt som en annan ger. Båda attesterna måste ha
någon; står ingen rad om utbetalning betalar den som bokför.

Bokföringen följer ordningen. Den som inte har rätt, eller har rätt till mindre, kan inte attestera leverantörsfakturor eller
rekvisitioner, och sidan säger vilken version det gäller, gränsen och beloppet. Vad en leverantörsfaktura är för syns först när den
bokförs: då prövas att de som attesterade hade rätt till just de kontona och insatserna. Samma person attesterar aldrig två gånger,
och ingen sina egna kostnader. Utan attestordning gäller det vanliga: kansliet först, sedan förbundschefen eller en
styrelseledamot.

## Delegationsordningen

En punkt har ett nummer, ett ärende, en delegat och om det behövs ett belopp och villkor. Ärenden om verksamhetens mål, inriktning,
omfattning eller kvalitet får inte delegeras, inte heller yttranden över överklagade beslut; en sådan punkt tas inte emot (10 §
lagen om finansiell samordning).

När ett beslut om en insats förs in kan en punkt väljas i stället för styrelsens paragraf. Summan av ramarna måste rymmas i punktens
belopp. Det som beviljats så listas på sidan, och väntar på att anmälas till styrelsen vid nästa sammanträde.
"""##
}
