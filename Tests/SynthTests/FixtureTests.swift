import Containers
import Foundation
import Synth
import Testing

@Suite struct FixtureTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let office = root.appendingPathComponent("fixtures/office")

  private static let office2569 = Result { OfficeLayout.make(try SynthSettings()) }

  private let made: [SyntheticFile]

  init() throws { made = try Self.office2569.get() }

  @Test func theCommittedOfficeIsWhatTheGeneratorMakes() throws {
    for file in made {
      let url = Self.office.appendingPathComponent(file.path)
      let committed = [UInt8](try Data(contentsOf: url))
      let isSame = try Self.parts(committed) == Self.parts(file.bytes)
      #expect(isSame, "\(file.path) has drifted; krong synth --out fixtures/office makes it anew")
    }
  }

  @Test func nothingElseLiesBesideIt() throws {
    let committed = try ["input", "truth"].flatMap { folder in
      try FileManager.default
        .subpathsOfDirectory(atPath: Self.office.appendingPathComponent(folder).path)
        .filter { $0.contains(".") }.map { "\(folder)/\($0)" }
    }
    #expect(Set(committed) == Set(made.map { $0.path }))
  }

  @Test func itIsSmall() {
    #expect(made.reduce(0) { $0 + $1.bytes.count } < 1_500_000)
  }

  @Test func theSameSettingsGiveTheSameBytes() throws {
    let again = OfficeLayout.make(try SynthSettings())
    #expect(made.map { $0.path } == again.map { $0.path })
    #expect(made.map { $0.bytes } == again.map { $0.bytes })
  }

  @Test func anotherSeedGivesOtherPeople() throws {
    let others = OfficeLayout.make(try SynthSettings(seed: 1))
    let register = made.first { $0.path == "input/dmc/2569-1-student-20010003.csv" }
    let other = others.first { $0.path == register?.path }
    #expect(register?.bytes != other?.bytes)
  }

  @Test func everyKindOfDamageAndOfPairIsPlanted() throws {
    let said = ["planted", "repaired"].flatMap { name in
      TextTable(bytes(of: "truth/\(name).csv")).rows.map { $0[0] }
    }
    let expected =
      Damages.all.map { $0.name }
      + Pair.Kind.allCases.flatMap { $0.rules }
      + RoomMistake.allCases.map { $0.rawValue } + FileMistake.allCases.map { $0.rule }
      + ["school-no-rows", "school-no-pupils"]
    #expect(Set(said) == Set(expected))
  }

  @Test func aCleanOfficeHasNothingToFind() throws {
    let clean = OfficeLayout.make(try SynthSettings(isClean: true))
    let planted = clean.first { $0.path == "truth/planted.csv" }
    #expect(TextTable(planted?.bytes ?? []).records.count == 1)
    let totals = TextTable(clean.first { $0.path == "truth/totals.csv" }?.bytes ?? [])
    #expect(totals.rows.compactMap { Int($0[4]) }.reduce(0, +) == 1500)
  }

  @Test(.enabled(if: Python.path != nil, "python3 is not installed"))
  func aSecondOpinionCountsTheSame() throws {
    let script = Self.root.appendingPathComponent("Tests/recount/recount.py").path
    let counted = try Python.run(
      [script]
        + ["input", "truth/duplicates.csv"].map { Self.office.appendingPathComponent($0).path })
    #expect(counted == String(decoding: bytes(of: "truth/totals.csv"), as: UTF8.self))
  }

  private func bytes(of path: String) -> [UInt8] {
    made.first { $0.path == path }?.bytes ?? []
  }

  /// The parts of a workbook, for how they are packed may differ; any other file as it is.
  private static func parts(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
    guard bytes.starts(with: [0x50, 0x4B]) else { return ["": bytes] }
    let archive = try ZipArchive(ByteSource(bytes))
    var parts: [String: [UInt8]] = [:]
    for entry in archive.entries { parts[entry.path] = try archive.read(entry) }
    return parts
  }
}
