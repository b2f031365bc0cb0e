import Ledger

extension ExampleBooks {
  /// The vouchers of the example's year: enough to open every figure down to.
  static let vouchers: [PostedVoucher] = [
    posted(
      1, "2022-01-12", "Medlemsbidrag, stat", "Försäkringskassan", [row("3010", "-3000000.00", party: "FK")]),
    posted(2, "2022-01-14", "Medlemsbidrag, region", "Region Exempel", [row("3010", "-1500000.00", party: "REG")]),
    posted(
      3, "2022-01-17", "Medlemsbidrag, kommun", "Norrby kommun", [row("3010", "-900000.00", party: "NORRBY")]),
    posted(
      4, "2022-01-17", "Medlemsbidrag, kommun", "Söderby kommun", [row("3010", "-600000.00", party: "SODERBY")]),
    posted(
      5, "2022-01-31", "Leverantörsskulder från förra året betalas", "Leverantörer enligt reskontra",
      [row("2440", "440338.63")]),
    posted(
      6, "2022-02-15", "Slutreglering av insatser för förra året", "Norrby kommun och Region Exempel",
      [row("2991", "581400.00")]),
    posted(7, "2022-03-01", "Hyra för kansliet", "Fastighetsbolaget Torget", [row("5010", "121600.50")]),
    posted(
      8, "2022-03-31", "Bron, första halvåret", "Norrby kommun",
      [row("4010", "1120000.00", insats: "BRON", party: "NORRBY")]),
    posted(
      9, "2022-04-12", "Revision av årsredovisningen", "Revisionsbyrån Granskaren", [row("6420", "78500.00")]),
    posted(
      10, "2022-05-20", "Kompetensdag för medlemmarnas personal", "Konferensgården Lunden",
      [row("6990", "212480.39")]),
    posted(11, "2022-05-25", "Avgifter till kompetensdagen", "Deltagande organisationer", [row("3990", "-45000.60")]),
    posted(
      12, "2022-06-30", "Bron, statens del", "Försäkringskassan",
      [row("4010", "600000.00", insats: "BRON", party: "FK")]),
    posted(
      13, "2022-08-22", "Kontorsmaterial", "Bokhandeln Bläcket", [row("6100", "14823.00")], reversedBy: 14),
    posted(
      14, "2022-08-29", "Rättelse av A 13: Kontorsmaterial", "Bokhandeln Bläcket", [row("6100", "-14823.00")],
      reverses: 13, reason: "Fakturan hörde till en annan mottagare."),
    posted(
      15, "2022-09-30", "Administration och programvara", "Leverantörer enligt reskontra", [row("6100", "148233.33")]),
    posted(16, "2022-10-03", "Redovisningstjänster", "Ekonomibyrån Balansen", [row("6530", "64212.25")]),
    posted(17, "2022-10-10", "Årsavgift till nätverket", "Nationellt nätverk", [row("6980", "41000.00")]),
    posted(18, "2022-11-25", "Arvoden till styrelsen", "Styrelsens ledamöter", [row("7060", "88400.00")]),
    posted(
      19, "2022-12-20", "Löner, pensioner och avgifter för året", "Kansliets personal och Skatteverket",
      [row("7010", "1402118.40"), row("7410", "98230.15"), row("7510", "440545.60"), row("2710", "-2310.40")]),
    posted(
      20, "2022-12-30", "Bankens räntor för året", "Banken", [row("8310", "-9412.33"), row("8410", "1208.17")]),
    posted(
      21, "2022-12-31", "Insatser som inte har rekvirerats vid årets slut", "Norrby kommun och Region Exempel",
      [
        row("4010", "1131340.47", insats: "BRON", party: "NORRBY"),
        row("4010", "915220.55", insats: "KOMPASSEN", party: "REG"), row("2991", "-712840.22"),
      ]),
    posted(
      22, "2022-12-31", "Leverantörsskulder vid årets slut", "Leverantörer enligt reskontra",
      [row("2440", "-377912.85")]),
    posted(
      23, "2022-12-31", "Avskrivning av inventarier", "Förbundet",
      [row("7832", "12000.08"), row("1229", "-12000.08")]),
    posted(
      24, "2022-12-31", "Förutbetald hyra och moms att få tillbaka", "Fastighetsbolaget Torget och Skatteverket",
      [row("1710", "-845.25"), row("1650", "-6333.16"), row("1510", "15750.00")]),
  ]
}
