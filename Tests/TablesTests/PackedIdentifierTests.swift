import Tables
import TestKit
import Testing

@Suite struct PackedIdentifierTests {
  @Test(arguments: ["1000000000009", "0000000000001", "1234567890121", "1100000000016"])
  func acceptsNumbersWhoseCheckDigitHolds(text: String) throws {
    #expect(try #require(PackedIdentifier(text)).hasValidCheckDigit)
  }

  @Test(arguments: ["1000000000008", "110000000001", "11000000000166", "G100000000009", ""])
  func refusesTheOthers(text: String) {
    #expect(PackedIdentifier(text)?.hasValidCheckDigit != true)
  }

  @Test(arguments: [7, 8] as [UInt64])
  func agreesWithTheFormulaDigitByDigit(seed: UInt64) {
    var random = SeededGenerator(seed)
    for _ in 0..<2_000 {
      let digits = (0..<13).map { _ in Int.random(in: 0...9, using: &random) }
      let sum = (0..<12).reduce(0) { $0 + digits[$1] * (13 - $1) }
      let holds = (11 - sum % 11) % 10 == digits[12]
      let text = digits.map { String($0) }.joined()
      #expect(PackedIdentifier(text)?.hasValidCheckDigit == holds, "\(text)")
    }
  }

  @Test func tellsGCodesFromNumbers() {
    #expect(PackedIdentifier("G644200000001")?.isWellFormedGCode == true)
    #expect(PackedIdentifier("G64420000001")?.isWellFormedGCode == false)
    #expect(PackedIdentifier("6442000000011")?.isWellFormedGCode == false)
  }
}
