import Foundation
import TestKit
import Testing

/// The annual book of an office that goes on from one round to the next, added up again in another language.
@Suite struct BookTests {
  @Test(.timeLimit(.minutes(10)))
  func everyFigureOfTwoRoundsIsCountedAgainFromTheLists() throws {
    let folder = try TestFolder()
    let made = try Program.krong([
      "synth", "--layout", "evolving", "--rounds", "2568/2,2569/1", "--schools", "60",
      "--students", "6000", "--seed", "5", "--out", folder.path,
    ])
    #expect(made.status == 0, "\(made.errors)")
    for (round, term, day) in [
      ("2568-2", "2568/2", "2025-11-10"), ("2569-1", "2569/1", "2026-06-10"),
    ] {
      let input = "\(folder.path)/\(round)/input"
      let ended = try Program.krong([
        "run", "pipelines/dmc-students.yaml", "--round", term, "--input", input, "--quiet",
        "--out", folder.path + "/out",
      ])
      #expect(ended.status == 0, "\(ended.errors)")
      let result = "\(folder.path)/out/dmc-students/\(round)"
      let counted = try Program.python(
        "book.py", [input, result + "/duplicates.csv", result + "/figures.csv", day])
      #expect(counted.status == 0, "\(counted.output.prefix(2000))\(counted.errors)")
      // So that no table can fall out of the comparison in silence.
      let tables = counted.output.split(separator: "\n").filter { $0.hasSuffix("figures agree") }
      #expect(tables.count == 14)
    }
  }
}
