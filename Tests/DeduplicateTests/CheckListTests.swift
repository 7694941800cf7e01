import Deduplicate
import TestKit
import Testing

@Suite struct CheckListTests {
  @Test func theListNamesEveryFileOfItsFolder() throws {
    let files = try ProjectFiles.swiftFiles("Sources/Deduplicate/Checks").subtracting(["Check"])
    #expect(Set(allChecks.map { String(describing: $0) }) == files)
    #expect(Set(DeduplicatePlan.checkNames).count == allChecks.count)
  }
}
