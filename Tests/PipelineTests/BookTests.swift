import Foundation
import TestKit
import Testing

/// The annual book of an office that goes on from one round to the next, added up again in another language.
@Suite struct BookTests {
  /// A round of the office, and what its run wrote.
  private struct Made {
    let input: String
    let result: String

    init(_ folder: String, _ round: String) {
      let name = round.replacing("/", with: "-")
      input = "\(folder)/\(name)/input"
      result = "\(folder)/out/dmc-students/\(name)"
    }

    func run(_ round: String, out: String) throws {
      let ended = try Program.krong([
        "run", "pipelines/dmc-students.yaml", "--round", round, "--input", input, "--quiet",
        "--set", "rates=rates/synthetic.csv", "--out", out,
      ])
      #expect(ended.status == 0, "\(ended.errors)")
    }

    /// The tables whose figures agree; `more` is what else there is to count from.
    func recounted(_ day: String, _ more: [String]) throws -> [Substring] {
      let counted = try Program.python(
        "book.py",
        [
          input, result + "/duplicates.csv", result + "/figures.csv", day, "--term", "1",
          "--rates", ProjectFiles.path("pipelines/rates/synthetic.csv"),
        ] + more)
      #expect(counted.status == 0, "\(counted.output.prefix(2000))\(counted.errors)")
      return counted.output.split(separator: "\n").filter { $0.hasSuffix("figures agree") }
    }
  }

  @Test(.timeLimit(.minutes(10)))
  func everyFigureOfTwoRoundsIsCountedAgainFromTheLists() throws {
    let folder = try TestFolder()
    let made = try Program.krong([
      "synth", "--layout", "evolving", "--rounds", "2568/1,2568/3,2569/1", "--schools", "60",
      "--students", "6000", "--seed", "5", "--out", folder.path,
    ])
    #expect(made.status == 0, "\(made.errors)")
    let (first, last) = (Made(folder.path, "2568/1"), Made(folder.path, "2568/3"))
    let now = Made(folder.path, "2569/1")
    let files = FileManager.default
    try files.copyItem(atPath: last.input + "/dmc", toPath: now.input + "/previous")
    try files.createDirectory(
      atPath: now.input + "/population", withIntermediateDirectories: true)
    let population = (3...17).map { "\($0),\(250 + $0),\(240 + $0),\(490 + 2 * $0)\n" }
    try Data("อายุ,ชาย,หญิง,รวม\n\(population.joined())รวม,0,0,1\n".utf8)
      .write(to: URL(fileURLWithPath: now.input + "/population/2569.csv"))
    try first.run("2568/1", out: folder.path + "/out")
    try last.run("2568/3", out: folder.path + "/out")
    try now.run("2569/1", out: folder.path + "/out")
    // So that no table can fall out of the comparison in silence.
    #expect(try first.recounted("2025-06-10", ["--year", "2568"]).count == 20)
    let tables = try now.recounted(
      "2026-06-10",
      [
        "--year", "2569", "--movements", now.result + "/movements.csv",
        "--earlier", "previous", "2568", last.input, last.result + "/duplicates.csv",
        "--earlier", "last-year", "2568", first.input, first.result + "/duplicates.csv",
      ])
    #expect(tables.count == 21)
  }
}
