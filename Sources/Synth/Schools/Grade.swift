/// A grade, in the order of the ladder from อ.1 to ม.6.
package struct Grade: Sendable, Hashable, Comparable {
  /// 0 for อ.1, 14 for ม.6.
  package let place: Int

  package init(place: Int) { self.place = place }

  package static let first = Grade(place: 0)
  package static let primary6 = Grade(place: 8)
  package static let lower1 = Grade(place: 9)
  package static let lower3 = Grade(place: 11)
  package static let last = Grade(place: 14)

  /// The age expected on 10 June.
  package var age: Int { place + 3 }

  /// As DMC writes it.
  package var bytes: [UInt8] { Self.names[place] }
  package var text: String { Self.names.text(place) }
  package var next: Grade { Grade(place: place + 1) }

  package static func < (left: Grade, right: Grade) -> Bool { left.place < right.place }

  private static let names = WordList(
    "อ.1 อ.2 อ.3 ป.1 ป.2 ป.3 ป.4 ป.5 ป.6 ม.1 ม.2 ม.3 ม.4 ม.5 ม.6")
}

/// The levels that a school offers.
package enum Levels: Sendable, CaseIterable {
  case primary, extended, secondary

  /// As EMIS writes it.
  package var text: String {
    switch self {
    case .primary: "อนุบาล-ประถมศึกษา"
    case .extended: "อนุบาล-ม.ต้น"
    case .secondary: "ม.ต้น-ม.ปลาย"
    }
  }

  package func offers(_ grade: Grade) -> Bool {
    switch self {
    case .primary: grade <= .primary6
    case .extended: grade <= .lower3
    case .secondary: grade >= .lower1
    }
  }
}
