import Foundation
import Testing

/// What `Tests/recount/matching.py` says of a run that joined three pairs and a pair of twins.
@Suite(.enabled(if: Python.path != nil, "python3 is not installed"))
struct MatchingScriptTests {
  private static let script = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("recount/matching.py").path

  private static let files = [
    "truth/people.csv": """
    file,row,person
    a,2,1
    a,3,1
    a,4,2
    a,5,2
    a,6,2
    a,7,3
    a,8,4
    a,9,5
    a,10,6
    """,
    "truth/duplicates.csv": """
    cluster,kind,file,row
    1,first,a,2
    1,id-exact,a,3
    2,first,a,4
    2,id-digit+spelling-tone,a,5
    2,id-missing,a,6
    """,
    "truth/negatives.csv": """
    kind,file,row,file2,row2
    twins,a,7,a,8
    collision,a,9,a,10
    """,
    "round/duplicates.csv": """
    cluster,file,sheet,row,school,kind,evidence,score,suggestion,decision
    1,a,,2,20010001,same-office,id-exact,1.000,keep,
    1,a,,3,20010002,same-office,id-exact,1.000,check,
    2,a,,4,20010001,same-school,name,0.950,keep,
    2,a,,5,20010001,same-school,name,0.950,check,
    3,a,,7,20010001,same-school,name,0.999,keep,
    3,a,,8,20010001,same-school,name,0.999,check,
    4,a,,9,20010001,collision,id-exact,1.000,,
    4,a,,10,20010001,collision,id-exact,1.000,,
    """,
  ]

  @Test func countsPairsClustersKindsAndLookAlikes() throws {
    let result = try run([])
    #expect(result.code == 0)
    for line in [
      "| 4 | 3 | 2 | 0.6667 | 0.5000 | 0.5714 |",
      "| 2 | 3 | 1 | 0.5000 | 0.3333 |",
      "| 2 | 1 | 0.5000 | 0.2500 |",
      "| id-exact | 1 | 1 | 1.0000 |",
      "| combination | 1 | 1 | 1.0000 |",
      "| id-missing | 1 | 0 | 0.0000 |",
      "| two further entries | 1 | 0 | 0.0000 |",
      "| spelling-tone | 1 | 1 | 1.0000 |",
      "| twins | 1 | 1 | 100.000% |",
      "| collision | 1 | 0 | 0.000% |",
    ] {
      #expect(result.output.split(separator: "\n").contains { $0 == line }, "\(line)")
    }
  }

  @Test(
    arguments: [
      (["--minimum", "0.57", "--minimum-clusters", "0.33"], 0),
      (["--minimum", "0.58"], 1), (["--minimum-clusters", "0.34"], 1),
      (["--minimum-precision", "0.51"], 1), (["--minimum-recall", "0.26"], 1),
      (["--maximum-joined", "0.99"], 1),
      (["--certain", "1", "--minimum-precision", "1"], 0),
    ] as [([String], Int32)])
  func failsWhereAFigureIsNotReached(options: [String], code: Int32) throws {
    #expect(try run(options).code == code)
  }

  private func run(_ options: [String]) throws -> (output: String, code: Int32) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("krong-matching-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in Self.files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data((text + "\n").utf8).write(to: file)
    }
    let folders = ["round", "truth"].map { folder.appendingPathComponent($0).path }
    return try Python.result([Self.script] + folders + options)
  }
}
