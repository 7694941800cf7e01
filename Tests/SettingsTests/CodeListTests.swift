import Settings
import Testing

@Suite struct CodeListTests {
  @Test func readsColumnsByName() throws {
    let list = try CodeList(csv: "# source\ncode,label\nก,\"one, two\"\nข,\n", file: "a.csv")
    #expect(list.column("code") == ["ก", "ข"])
    #expect(list.column("label") == ["one, two", ""])
    #expect(list.column("order") == nil)
  }

  @Test func aRowOfAnotherWidthIsToldWithItsLine() {
    #expect(
      throws: SettingsError("expected 2 fields, found 3", at: Place(file: "a.csv", line: 3))
    ) {
      try CodeList(csv: "code,label\nก,x\nข,y,z\n", file: "a.csv")
    }
  }
}
