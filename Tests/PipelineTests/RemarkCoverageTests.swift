import Pipeline
import TestKit
import Testing

/// Whatever a cleaner can remark on a value is told by a rule of its dataset.
@Suite struct RemarkCoverageTests {
  private static let pipelines = [
    "dmc-students", "dmc-students-long", "emis-schools", "b-obec-buildings",
  ]

  /// Remarks that no rule tells, by dataset and column, with why.
  private static let exempt: [String: String] = [:]

  @Test(arguments: pipelines) func everyRemarkIsToldByARule(pipeline: String) throws {
    let untold = try CaseRun.plan(pipeline + ".yaml").untoldRemarks
    #expect(untold.filter { Self.exempt[$0] == nil } == [])
  }
}
