import Association
public import Report

/// The little example association: Samordningsförbundet Exempelbygden, which does not exist. Two years of books with
/// öre that must be rounded, two insatser, every kind of fact, and a text in every chapter the law asks for.
extension AnnualReport {
  /// The example's report, assembled and not yet checked.
  public static let example: AnnualReport = .assembled(from: .example)
}

extension AnnualReport.Source {
  /// What the example's report for 2022 is made from.
  public static let example: AnnualReport.Source = {
    let previous = ExampleBooks.previousYear
    let vouchers = ExampleBooks.vouchers
    return AnnualReport.Source(
      association: .example,
      books: ExampleBooks.books(of: 2022, opening: ExampleBooks.opening(after: previous), vouchers: vouchers),
      previousBooks: previous,
      mapping: .example,
      vouchers: vouchers)
  }()

  /// A newcomer: a name, two years' balances from which nothing can be opened, and no fact at all.
  public static let newcomer: AnnualReport.Source = {
    var source = AnnualReport.Source.example
    source.association = Association(name: "Samordningsförbundet Nybygget", organisationNumber: "222000-0018")
    source.vouchers = []
    return source
  }()
}
