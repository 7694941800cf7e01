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
    let plan = try CaseRun.plan(pipeline + ".yaml")
    // What is wrong in the lists of an earlier round was told in that round.
    let references = plan.datasets.filter { $0.isReference }.map { $0.name + "." }
    let untold = plan.untoldRemarks.filter { remark in !references.contains { remark.hasPrefix($0) }
    }
    #expect(untold.filter { Self.exempt[$0] == nil } == [])
  }
}
