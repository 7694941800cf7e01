import Containers
import Pipeline
import Tables
import TestKit
import Testing

/// What an audience may not see is in none of its files, packed or not.
@Suite struct AudienceTests {
  private struct Pupil: Hashable {
    let number: String
    let name: String
    let school: String
  }

  /// The pupils of the example office whose number or full name stands for nothing else.
  private static func pupils() async throws -> [Pupil] {
    let plan = try CaseRun.plan()
    let clean = try await Run(plan).clean(CaseRun.files("office", of: plan))
    let table = clean.tables[try #require(clean.index(of: "student"))]
    let column = { (name: String, row: Int) in table[name]?.string(row) ?? "" }
    return (0..<table.count).filter { table.accepted[$0] }.map { row in
      Pupil(
        number: column("citizen_id", row),
        name: column("first_name", row) + " " + column("last_name", row),
        school: column("school_code", row))
    }
  }

  /// The files of a run as text, workbooks unpacked.
  private static func texts(_ run: CaseRun) throws -> [(path: String, text: String)] {
    try run.pages.flatMap { path, bytes -> [(path: String, text: String)] in
      guard path.hasSuffix(".xlsx") else { return [(path, String(decoding: bytes, as: UTF8.self))] }
      let book = try ZipArchive(ByteSource(bytes))
      return try book.entries.map {
        (path + "/" + $0.path, String(decoding: try book.read($0), as: UTF8.self))
      }
    }
  }

  @Test(arguments: [Audience.public, .director, .school])
  func numbersAreNowhereWhole(audience: Audience) async throws {
    let numbers = Set(try await Self.pupils().map { $0.number }.filter { $0.utf8.count == 13 })
    try #require(numbers.count > 1000)
    let run = try await CaseRun(overrides: ["render.audience=\(audience.rawValue)"])
    for (path, text) in try Self.texts(run) {
      #expect(Self.runs(of: text).isDisjoint(with: numbers), "\(path)")
    }
  }

  /// Every run of thirteen digits, or of a G and twelve.
  private static func runs(of text: String) -> Set<String> {
    var found = Set<String>()
    var current: [UInt8] = []
    for byte in Array(text.utf8) + [0] {
      if UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "G") {
        current.append(byte)
      } else {
        if current.count == 13 { found.insert(String(decoding: current, as: UTF8.self)) }
        current = []
      }
    }
    return found
  }

  @Test(arguments: [Audience.public, .director])
  func namesStandOnTheSheetsOfTheirSchoolsAlone(audience: Audience) async throws {
    let all = Dictionary(
      grouping: try await Self.pupils().filter { $0.name.utf8.count > 12 }, by: { $0.name })
    try #require(all.count > 1000)
    // A file that holds names holds many.
    let names = all.keys.sorted().enumerated().filter { $0.offset % 40 == 0 }.map { $0.element }
    let run = try await CaseRun(overrides: ["render.audience=\(audience.rawValue)"])
    var (checked, ofSchools) = (0, 0)
    for (path, text) in try Self.texts(run) {
      checked += 1
      // A school may read the names of its own pupils; of the others it sees only who is registered twice.
      let own = path.wholeMatch(of: /schools\/(\d+)\..*/)?.1
      for name in names {
        // As in a sentence, in a list and in the cells of a table.
        let forms = [" ", " · ", "</td><td>"].map { name.replacing(" ", with: $0) }
        guard forms.contains(where: { text.utf8.firstRange(of: $0.utf8) != nil }) else { continue }
        let isOwn = all[name]?.contains { own == $0.school[...] } ?? false
        if isOwn { ofSchools += 1 } else { Issue.record("\(path) holds a pupil's name") }
      }
    }
    #expect(checked > 20 && (audience == .public || ofSchools > 10))
    if audience == .public { #expect(!run.pages.keys.contains { $0.hasPrefix("schools/") }) }
  }

  @Test func theOfficerSeesWhatTheOthersDoNot() async throws {
    let numbers = Set(try await Self.pupils().map { $0.number }.filter { $0.utf8.count == 13 })
    let run = try await CaseRun(overrides: ["render.audience=officer"])
    let texts = try Self.texts(run)
    let shown = texts.filter { !Self.runs(of: $0.text).isDisjoint(with: numbers) }
    #expect(shown.contains { $0.path.hasPrefix("duplicates.html") })
    // Nobody hands such a page on without reading for whom it is.
    for (path, text) in shown where path.hasSuffix(".html") {
      #expect(text.contains("ใช้ภายในราชการ"), "\(path)")
    }
  }
}
