import Settings
import Testing

@Suite struct CodeListTests {
  @Test func readsColumnsByName() throws {
    let list = try CodeList(csv: "# source\ncode,label\nก,\"one, two\"\nข,\n", file: "a.csv")
    #expect(list.column("code") == ["ก", "ข"])
    #expect(list.column("label") == ["one, two", ""])
    #expect(list.column("order") == nil)
  }

  @Test func aFieldKnowsItsPlace() throws {
    let list = try CodeList(csv: "# source\ncode,label\nก,\"one, two\"\n\"ข,ค\",x\n", file: "a.csv")
    #expect(list.field(1).place == Place(file: "a.csv", line: 2, column: 6))
    #expect(list.field(1, ofRow: 0).place == Place(file: "a.csv", line: 3, column: 3))
    #expect(list.field(1, ofRow: 1).place == Place(file: "a.csv", line: 4, column: 7))
    #expect(try list.field(1, ofRow: 0).word == "one, two")
  }

  @Test func aRowOfAnotherWidthIsToldWithItsLine() {
    #expect(
      throws: SettingsError("expected 2 fields, found 3", at: Place(file: "a.csv", line: 3))
    ) {
      try CodeList(csv: "code,label\nก,x\nข,y,z\n", file: "a.csv")
    }
  }
}
