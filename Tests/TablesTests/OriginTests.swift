import Tables
import TestKit
import Testing

@Suite struct OriginTests {
  private let places = [
    Origin(input: 0, sheet: 0, row: 3), Origin(input: 0, sheet: 0, row: 4),
    Origin(input: 0, sheet: 0, row: 6), Origin(input: 0, sheet: 1, row: 2),
    Origin(input: 2, sheet: 0, row: 2), Origin(input: 2, sheet: 0, row: 3),
  ]

  private var origins: RowOrigins {
    var origins = RowOrigins()
    for place in places { origins.append(place) }
    return origins
  }

  @Test func everyRowKnowsItsPlace() {
    #expect(places.indices.allSatisfy { origins[$0] == places[$0] })
  }

  @Test func everyPlaceKnowsItsRow() {
    #expect(places.indices.allSatisfy { origins.row(at: places[$0]) == $0 })
  }

  @Test(arguments: [
    Origin(input: 0, sheet: 0, row: 2), Origin(input: 0, sheet: 0, row: 5),
    Origin(input: 0, sheet: 0, row: 7), Origin(input: 1, sheet: 0, row: 2),
    Origin(input: 2, sheet: 0, row: 4),
  ])
  func aRowThatWasSetAsideHasNoPlaceInTheTable(origin: Origin) {
    #expect(origins.row(at: origin) == nil)
  }

  @Test func partsAreShiftedDown() {
    var whole = RowOrigins()
    whole.append(Origin(input: 0, row: 2))
    var part = RowOrigins()
    part.append(Origin(input: 0, row: 1))
    part.append(Origin(input: 0, row: 3))
    whole.append(part, shiftedBy: 2)
    #expect((0..<3).map { whole[$0].row } == [2, 3, 5])
  }
}
