import Association
import Ledger

extension Noun {
  static let contributionPopulation = Noun(
    table: "contribution_population",
    rows: {
      $0.contributionKeys.enumerated().compactMap { place in
        place.element.population.map { [.integer(place.offset), .integer($0.year), .text($0.source)] }
      }
    },
    read: { association, row in
      let key = try row.position(in: association.contributionKeys.count)
      association.contributionKeys[key].population = ContributionKey.Population(
        year: try row.integer(), source: try row.text(), counts: [])
    })

  static let contributionInhabitants = Noun(
    table: "contribution_inhabitants",
    depth: 2,
    rows: {
      $0.contributionKeys.numbered(parts: { $0.population?.counts ?? [] }) {
        [.text($0.memberID), .integer($0.inhabitants)]
      }
    },
    read: { association, row in
      let key = try row.position(in: association.contributionKeys.count)
      _ = try row.integer()
      association.contributionKeys[key].population?.counts.append(
        ContributionKey.Population.Count(memberID: try row.text(), inhabitants: try row.integer()))
    })

  static let memberBilling = Noun(
    table: "member_billing",
    rows: {
      $0.memberBilling.numbered {
        [
          .text($0.memberID), .text($0.organisationNumber), .text($0.street), .text($0.postalCode), .text($0.city),
          .text($0.endpoint), .text($0.endpointScheme), .text($0.buyerReference), .text($0.channel.rawValue),
        ]
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.memberBilling.append(
        MemberBilling(
          memberID: try row.text(), organisationNumber: try row.text(), street: try row.text(),
          postalCode: try row.text(), city: try row.text(), endpoint: try row.text(), endpointScheme: try row.text(),
          buyerReference: try row.text(), channel: try row.choice(MemberBilling.Channel.self)))
    })

  static let ownBilling = Noun(
    table: "own_billing",
    rows: {
      $0.ownBilling.map { [$0] }?.numbered {
        [
          .text($0.street), .text($0.postalCode), .text($0.city), .text($0.endpoint), .text($0.endpointScheme),
          .text($0.bankgiro), .text($0.plusgiro), .text($0.iban), .text($0.bic), .text($0.contact), .text($0.mail),
          .text($0.phone), .integer($0.dueDays), .integer($0.firstInvoiceNumber),
        ]
      } ?? []
    },
    read: { association, row in
      _ = try row.integer()
      var billing = OwnBilling()
      billing.street = try row.text()
      billing.postalCode = try row.text()
      billing.city = try row.text()
      billing.endpoint = try row.text()
      billing.endpointScheme = try row.text()
      billing.bankgiro = try row.text()
      billing.plusgiro = try row.text()
      billing.iban = try row.text()
      billing.bic = try row.text()
      billing.contact = try row.text()
      billing.mail = try row.text()
      billing.phone = try row.text()
      billing.dueDays = try row.integer()
      billing.firstInvoiceNumber = try row.integer()
      association.ownBilling = billing
    })
}
