import Tables
import TestKit
import Testing

@Suite struct ColumnTests {
  @Test(arguments: [10, 300, 70_000])
  func codesWidenWithoutChangingAnyRow(distinct: Int) {
    let values = (0..<distinct).map { UInt32($0) } + [0, UInt32(distinct - 1)]
    let codes = Codes(values)
    #expect(codes.count == values.count)
    #expect(values.indices.allSatisfy { codes[$0] == values[$0] })
    #expect(codes.expanded == values)
  }

  @Test(arguments: [
    "", "1100000000016", "0000000000001", "G644200000001", "g644200000001", "1-1000-00000-01-6",
    "1.10000E+12", "'1100000000016", "12345678901234567", "G", "๑๒๓", "-", " 5 ",
  ])
  func anIdentifierCanBeHadBackByteForByte(text: String) {
    let column = IdentifierColumn(["1100000000016", text, text])
    #expect(column.string(1) == text)
    #expect(column.string(2) == text)
  }

  @Test func identifiersKeepTheirLeadingZeros() {
    let column = IdentifierColumn(["007", "7", "0"])
    #expect((0..<3).map { column.string($0) } == ["007", "7", "0"])
  }

  @Test func joiningColumnsKeepsEveryCell() {
    var left = TextColumn(["ก", "ข"])
    left.append(TextColumn(["ค", "ก", "ข"]))
    #expect((0..<5).map { left.string($0) } == ["ก", "ข", "ค", "ก", "ข"])
    #expect(left.dictionary.count == 3)

    var numbers = IdentifierColumn(["1", "x"])
    numbers.append(IdentifierColumn(["y", "x", "G1"]))
    #expect((0..<5).map { numbers.string($0) } == ["1", "x", "y", "x", "G1"])
  }

  @Test func decodingIsDoneOnJoining() {
    var column = TextColumn()
    column.append(TextColumn(["a", "b", "a"])) { $0 + [UInt8(ascii: "!")] }
    #expect((0..<3).map { column.string($0) } == ["a!", "b!", "a!"])
  }

  @Test func bitsAreCountedAndListed() {
    var bits = Bitmap(count: 130)
    for index in [0, 63, 64, 129] { bits[index] = true }
    #expect(bits.population == 4)
    #expect(bits.indices == [0, 63, 64, 129])
    bits[64] = false
    #expect(bits.indices == [0, 63, 129])
    #expect(Bitmap(count: 130, repeating: true).population == 130)
  }
}
