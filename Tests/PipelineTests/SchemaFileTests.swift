import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

@Suite struct SchemaFileTests {
  static func paths() throws -> [String] {
    try ProjectFiles.files(below: "pipelines/schemas").filter { $0.hasSuffix(".yaml") }
  }

  /// Reads the schema and, as a run does, its cleaners with their code lists.
  @Test(arguments: try paths())
  func everySchemaIsUnderstood(path: String) throws {
    let pipeline = """
      pipeline: one
      round: { system: dmc, year: 2569, term: 1 }
      ingest: { table: { schema: "schemas/\(path)", files: "*" } }
      """
    _ = try Plan(text: pipeline, path: "one.yaml", shelf: CaseRun.shelf, options: RunOptions())
  }
}
