import Aggregate
import TestKit
import Testing

@Suite struct KindListTests {
  @Test func theListOfMeasuresNamesEveryFileOfItsFolder() throws {
    let files = try ProjectFiles.swiftFiles("Sources/Aggregate/Measures")
      .subtracting(["Measure", "Words"])
    #expect(Set(allMeasures.map { String(describing: $0) }) == files)
    #expect(Set(allMeasures.map { $0.name }).count == allMeasures.count)
  }

  @Test func theListOfChecksNamesEveryFileOfItsFolder() throws {
    let files = try ProjectFiles.swiftFiles("Sources/Aggregate/Checks").subtracting(["Check"])
    #expect(Set(allChecks.map { String(describing: $0) }) == files)
  }
}
