import Render
import Testing

struct SheetNamesTests {
  private static func names(_ wishes: [String]) -> [String] {
    var names = SheetNames()
    return wishes.map { names.name(for: $0) }
  }

  @Test(arguments: [
    (["a/b", "[x]:*?\\"], ["a-b", "-x-----"]),
    (["'quoted'", "it's"], ["quoted", "it's"]),
    (["", " ", "'"], ["-", "- (2)", "- (3)"]),
    (["Pupils", "pupils", "PUPILS"], ["Pupils", "pupils (2)", "PUPILS (3)"]),
    (["History"], ["History-"]),
    (["a\u{1}\nb"], ["a  b"]),
  ])
  func areSuchAsExcelAccepts(wishes: [String], names: [String]) {
    #expect(Self.names(wishes) == names)
  }

  @Test func areAtMost31LongAndWholeLetters() {
    let long = String(repeating: "ที่", count: 20)
    let names = Self.names([long, long])
    #expect(names[0] == String(repeating: "ที่", count: 10))
    #expect(names[1] == String(repeating: "ที่", count: 9) + " (2)")
    #expect(names.allSatisfy { $0.utf16.count <= 31 })
  }
}
