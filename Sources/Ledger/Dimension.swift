/// What a row can be sorted by besides its account, numbered as in SIE (`#DIM`): 1 to 19 are reserved there, 20 and
/// above are free and hold our own.
public struct Dimension: Hashable, Comparable, Sendable {
  /// The number in SIE.
  public let number: Int

  /// The dimension with that number.
  public init(number: Int) { self.number = number }

  /// Kostnadsställe.
  public static let costCentre = Dimension(number: 1)
  /// Projekt.
  public static let project = Dimension(number: 6)
  /// Insats: which of the association's insatser the row belongs to.
  public static let insats = Dimension(number: 20)
  /// Part: the party that pays or receives.
  public static let party = Dimension(number: 21)
  /// Typ: individual, structure, administration.
  public static let kind = Dimension(number: 22)
  /// Budgetrad.
  public static let budgetLine = Dimension(number: 23)

  /// The name we declare the dimension by in a file of our own, or nil for one we know nothing of.
  public var usualName: String? {
    switch number {
    case 1: "Kostnadsställe"
    case 6: "Projekt"
    case 20: "Insats"
    case 21: "Part"
    case 22: "Typ"
    case 23: "Budgetrad"
    default: nil
    }
  }

  /// By number.
  public static func < (left: Dimension, right: Dimension) -> Bool { left.number < right.number }
}

/// One object in a dimension: insats `SIRI`, party `FK`.
public struct ObjectReference: Hashable, Comparable, Sendable {
  /// In which dimension.
  public let dimension: Dimension
  /// The object's number, which may be letters.
  public let object: String

  /// The object of that number in that dimension.
  public init(dimension: Dimension, object: String) {
    self.dimension = dimension
    self.object = object
  }

  /// By dimension, then by number.
  public static func < (left: ObjectReference, right: ObjectReference) -> Bool {
    left.dimension == right.dimension ? left.object < right.object : left.dimension < right.dimension
  }
}

/// The objects of one row, in order of dimension.
public struct ObjectSet: Hashable, Comparable, Sendable {
  /// The objects, sorted.
  public let objects: [ObjectReference]

  /// No objects.
  public static let none = ObjectSet([])

  /// The set of those objects.
  public init(_ objects: [ObjectReference]) { self.objects = objects.count > 1 ? objects.sorted() : objects }

  /// The object in that dimension, or nil.
  public subscript(dimension: Dimension) -> String? { objects.first { $0.dimension == dimension }?.object }

  /// Whether there are none.
  public var isEmpty: Bool { objects.isEmpty }

  /// By the objects, first to last.
  public static func < (left: ObjectSet, right: ObjectSet) -> Bool {
    left.objects.lexicographicallyPrecedes(right.objects)
  }
}

/// An object that is declared: its name in its dimension (SIE `#OBJEKT`).
public struct DeclaredObject: Hashable, Sendable {
  /// Which object.
  public var reference: ObjectReference
  /// Its name.
  public var name: String

  /// An object and its name.
  public init(reference: ObjectReference, name: String) {
    self.reference = reference
    self.name = name
  }
}
