import Containers
import Ingest
import Pipeline
import Settings
import TestKit
import Testing

/// Tokens of small offices: what is equal in them, what they never hold, and how they are compared.
@Suite struct TokenTests {
  static let secret = Array("0123456789abcdef0123456789abcdef".utf8)

  private struct Exported {
    let tokens: String
    let references: String
    let report: [TokenExport.KeyReport]

    var source: ByteSource { ByteSource(Array(tokens.utf8)) }
    /// The lines of the rows.
    var rows: [Substring] {
      tokens.split(separator: "\n").drop { !$0.hasPrefix("reference,") }.dropFirst() + []
    }
    var header: [Substring] {
      tokens.split(separator: "\n").prefix { !$0.hasPrefix("reference,") } + []
    }

    /// For each physical row of the list its fields, the reference apart.
    var fields: [String: [String]] {
      var rows: [String: String] = [:]
      for record in CSVRecords.read(references) { rows[record["reference"] ?? ""] = record["row"] }
      var fields: [String: [String]] = [:]
      for line in self.rows {
        let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        fields[rows[parts[0]] ?? "?"] = Array(parts.dropFirst())
      }
      return fields
    }
  }

  private static func export(
    _ pupils: [[String: String]], secret: [UInt8] = secret, jobs: Int = 1,
    model: @escaping @Sendable (String) -> String = { $0 }
  ) async throws -> Exported {
    let shelf = CaseRun.shelf { path, text in
      path == "matching/student.yaml" ? model(text) : text
    }
    let plan = try Plan(
      text: ProjectFiles.text("pipelines/dmc-students.yaml"), path: "dmc-students.yaml",
      shelf: shelf, options: RunOptions(jobs: jobs))
    let files = [
      InputFile(
        path: "dmc/2569-1-student.csv", dataset: "student",
        bytes: Array(SmallOffice.list(pupils).utf8)),
      InputFile(
        path: "register/schools.csv", dataset: "school",
        bytes: Array(SmallOffice.register([("20010001", "ป.1-ป.6")]).utf8)),
    ]
    let export = try await TokenExport(
      plan, dataset: "student", files: files, secret: TokenSecret(secret))
    var (tokens, references): ([UInt8], [UInt8]) = ([], [])
    try export.write(tokens: { tokens += $0 }, references: { references += $0 })
    return Exported(
      tokens: String(decoding: tokens, as: UTF8.self),
      references: String(decoding: references, as: UTF8.self), report: export.keys)
  }

  private static func match(
    _ left: String, _ right: String, threshold: Double = 0
  ) throws -> TokenMatch {
    try TokenMatch(
      (ByteSource(Array(left.utf8)), "a.tokens"), (ByteSource(Array(right.utf8)), "b.tokens"),
      threshold: threshold)
  }

  private static let pupils: [[String: String]] = [
    ["citizen_id": "1100000000016", "first_name": "ณัฐพล", "last_name": "ศรีสุข"],
    [
      "citizen_id": "1100000000024", "first_name": "กมล", "last_name": "ใจดี",
      "birth_date": "06/11/2560",
    ],
    ["citizen_id": "1100000000032", "first_name": "วิภา", "last_name": "แก้วมณี", "sex": "ญ"],
  ]

  @Test func whatSoundsAlikeHasTheSameTokensAndFilter() async throws {
    let own = try await Self.export(Self.pupils)
    var spelt = Self.pupils
    spelt[0]["first_name"] = "นัฐพล"
    spelt[0]["last_name"] = "สรีสุข"
    let others = try await Self.export(spelt)
    #expect(own.fields.count == 3)
    #expect(own.fields == others.fields)
  }

  @Test func anotherSecretGivesOtherTokensAndIsRefused() async throws {
    let own = try await Self.export(Self.pupils)
    let others = try await Self.export(Self.pupils, secret: Self.secret.reversed())
    let left = Set(own.fields.values.joined()).subtracting([""])
    #expect(left.isDisjoint(with: others.fields.values.joined()))
    #expect(
      mistake { try Self.match(own.tokens, others.tokens) }
        == "a.tokens, b.tokens: the secrets of the two offices differ, so no token can be equal")
  }

  @Test func otherParametersAreRefusedByName() async throws {
    let own = try await Self.export(Self.pupils)
    let others = try await Self.export(Self.pupils) {
      $0.replacing("most_rows: 20", with: "most_rows: 30")
    }
    #expect(
      mistake { try Self.match(own.tokens, others.tokens) }
        == "a.tokens, b.tokens: the two offices made their tokens differently: 'most_rows' is not "
        + "the same; they need the same `tokens` in the model file and the same version of Krong")
  }

  @Test func noNameAndNoNumberIsInAnyOutput() async throws {
    let own = try await Self.export(Self.pupils)
    let match = try Self.match(own.tokens, own.tokens)
    let outputs = [own.tokens, own.references, String(decoding: match.csv, as: UTF8.self)]
    let secret = String(decoding: Self.secret, as: UTF8.self)
    for output in outputs {
      for pupil in Self.pupils {
        for value in pupil.values where value.count > 1 { #expect(!output.contains(value)) }
      }
      for value in ["2017-11-05", "2560", secret, "20010001"] { #expect(!output.contains(value)) }
    }
    #expect(own.tokens.unicodeScalars.allSatisfy { $0.isASCII })
  }

  @Test func aSecretIsNeverPrinted() throws {
    let secret = try TokenSecret(Self.secret)
    var dumped = ""
    dump(secret, to: &dumped)
    for text in ["\(secret)", String(reflecting: secret), dumped] {
      #expect(text.contains("secret") && !text.contains("0123") && text.count < 40, "\(text)")
    }
  }

  @Test func theSameChildIsFoundInTwoOffices() async throws {
    let own = try await Self.export(Self.pupils)
    var changed = Self.pupils
    changed[0]["first_name"] = "ณัฐพร"
    changed[1] = ["citizen_id": "1100000000041", "first_name": "ปิติ", "last_name": "ทองดี"]
    changed[2] = ["citizen_id": "1100000000059", "first_name": "ชูใจ", "last_name": "เลิศล้ำ"]
    let others = try await Self.export(changed)
    let pairs = CSVRecords.read(
      String(decoding: try Self.match(own.tokens, others.tokens, threshold: 0.8).csv, as: UTF8.self)
    )
    #expect(pairs.map { $0["keys"] } == ["number+number-end+surname-birth"])
    let line = try #require(
      CSVRecords.read(own.references).first { $0["reference"] == pairs.first?["reference_a"] })
    #expect(line["file"] == "dmc/2569-1-student.csv" && line["row"] == "2")
  }

  @Test func anEqualRowIsWhollyAlike() async throws {
    let own = try await Self.export(Self.pupils)
    let pairs = CSVRecords.read(
      String(decoding: try Self.match(own.tokens, own.tokens, threshold: 1).csv, as: UTF8.self))
    #expect(pairs.map { $0["similarity"] } == ["1.0000", "1.0000", "1.0000"])
    #expect(pairs.allSatisfy { $0["reference_a"] == $0["reference_b"] })
  }

  @Test func anotherSexLeavesNothingInCommonInTheFilter() async throws {
    let own = try await Self.export([Self.pupils[0]])
    let others = try await Self.export([Self.pupils[0].merging(["sex": "ญ"]) { $1 }])
    let pairs = CSVRecords.read(
      String(decoding: try Self.match(own.tokens, others.tokens).csv, as: UTF8.self))
    let similarity = try #require(pairs.first?["similarity"].flatMap { Double($0) })
    #expect(similarity < 0.6)
  }

  @Test func referencesAreOnlyTheOwnOfficesToMake() async throws {
    let own = try await Self.export(Self.pupils)
    var changed = Self.pupils
    changed[2]["weight"] = "26"
    let others = try await Self.export(changed)
    #expect(own.fields == others.fields)
    let references = Set(own.rows.map { $0.prefix(32) })
    #expect(references.isDisjoint(with: others.rows.map { $0.prefix(32) }))
  }

  @Test func theOrderOfTheLinesSaysNothingOfTheRows() async throws {
    let own = try await Self.export(Self.pupils)
    #expect(own.rows == own.rows.sorted())
  }

  @Test func aTokenOfTooManyRowsIsLeftOut() async throws {
    let pupils = (0..<4).map { ["citizen_id": "", "first_name": "ก", "student_number": "\($0)"] }
    let own = try await Self.export(pupils) {
      $0.replacing("most_rows: 20", with: "most_rows: 3")
    }
    let report = try #require(own.report.first { $0.name == "given-birth" })
    #expect(report.rows == 0 && report.leftOut == 4 && report.largest == 0)
    #expect(own.fields.values.allSatisfy { $0.dropLast().allSatisfy { $0.isEmpty } })
  }

  @Test(arguments: [1, 2])
  func sameRowsGiveTheSameBytes(jobs: Int) async throws {
    let own = try await Self.export(Self.pupils)
    let again = try await Self.export(Self.pupils, jobs: jobs)
    #expect(own.tokens == again.tokens && own.references == again.references)
  }

  @Test func theOrderOfRowsInAFileIsOfNoAccount() async throws {
    let own = try await Self.export(Self.pupils)
    let head = own.tokens.split(separator: "\n").prefix { !$0.hasPrefix("reference,") }.count + 1
    let lines = own.tokens.split(separator: "\n")
    let turned = (lines.prefix(head) + lines.dropFirst(head).reversed()).joined(separator: "\r\n")
    #expect(
      try Self.match(turned, own.tokens).csv == Self.match(own.tokens, own.tokens).csv)
  }

  // MARK: Damage

  /// A change of a file of three rows, and what is said of it.
  struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let message: String
    let change: @Sendable (inout [String]) -> Void

    init(_ name: String, _ message: String, _ change: @escaping @Sendable (inout [String]) -> Void)
    {
      testDescription = name
      self.message = message
      self.change = change
    }
  }

  private static let row =
    "expected a reference, 9 tokens or nothing for each, and a filter of 1024 bits, in hexadecimal digits"

  @Test(arguments: [
    Damage("empty", "a.tokens:1: expected the line of columns, 'reference,…,filter'") { $0 = [] },
    Damage("another file", "a.tokens:1: is no token file; expected 'krong-tokens 1'") {
      $0[0] = "<html>"
    },
    Damage(
      "another format", "a.tokens:1: holds tokens of another format; expected 'krong-tokens 1'"
    ) {
      $0[0] = "krong-tokens 2"
    },
    Damage("no rows", "a.tokens:8: expected a line 'rows' above the columns") { $0.remove(at: 7) },
    Damage("rows below zero", "a.tokens:8: expected a number from 0 to 100000000 after 'rows'") {
      $0[7] = "rows -1"
    },
    Damage(
      "more rows than bytes",
      "a.tokens:9: the file is too short for the 99999999 rows that it promises"
    ) { $0[7] = "rows 99999999" },
    Damage("a row too few", "a.tokens:11: ends after 2 rows; expected 3") { $0.removeLast() },
    Damage("a row too many", "a.tokens:13: expected the end of the file after 3 rows") {
      $0.append($0[$0.count - 1])
    },
    Damage("no columns", "a.tokens:11: expected the line of columns, 'reference,…,filter'") {
      $0.remove(at: 8)
    },
    Damage("columns of nothing", "a.tokens:9: expected the columns reference, keys and filter") {
      $0[8] = "reference,filter"
    },
    Damage("a letter that is no digit", "a.tokens:10: " + row) { $0[9] = "g" + $0[9].dropFirst() },
    Damage("a filter too short", "a.tokens:10: " + row) { $0[9].removeLast() },
    Damage("a line too long", "a.tokens:10: the line is longer than 586 bytes") {
      $0[9] += String(repeating: "0", count: 600)
    },
    Damage("an empty line", "a.tokens:10: " + row) { $0[9] = "" },
    Damage("a name of controls", "a.tokens:3: expected a name of letters, digits, - and _") {
      $0[2] = "\u{1B}[2J 20"
    },
  ])
  func aDamagedFileIsRefusedWithItsLine(damage: Damage) async throws {
    let own = try await Self.export(Self.pupils)
    var lines = own.tokens.split(separator: "\n").map(String.init)
    damage.change(&lines)
    let text = lines.map { $0 + "\n" }.joined()
    #expect(mistake { try Self.match(text, own.tokens) } == damage.message)
  }

  @Test func anyByteMayBeWrong() async throws {
    let own = try await Self.export(Self.pupils)
    var random = SeededGenerator(7)
    for _ in 0..<300 {
      var bytes = Array(own.tokens.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      if Bool.random(using: &random) {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      }
      _ = try? TokenMatch((ByteSource(bytes), "a"), (own.source, "b"), threshold: 0)
    }
  }

  @Test func aFileOfEqualTokensDoesNotRunAway() throws {
    let token = String(repeating: "1", count: 32)
    let filter = String(repeating: "f", count: 16)
    let count = 3000
    let rows = (0..<count).map { String(String($0 + 1_000_000)) }.map {
      String(repeating: "0", count: 25) + $0 + ",\(token),\(filter)\n"
    }
    let text = "krong-tokens 1\nbits 64\nrows \(count)\nreference,k,filter\n" + rows.joined()
    let match = try Self.match(text, text)
    #expect(match.candidates == 0 && match.keys.map { $0.leftOut } == [2 * count])
  }

  // MARK: Secrets and settings

  @Test(arguments: [
    ("short", "holds a secret of 5 bytes; expected 16 or more"),
    ("fifteen bytes !\n\n", "holds a secret of 15 bytes; expected 16 or more"),
    (
      "aaaaaaaaaaaaaaaaaaaaaaaa",
      "holds a secret of 1 different bytes, which can be guessed; expected random ones, as "
        + "`openssl rand -hex 32` makes them"
    ),
  ])
  func aSecretThatCanBeGuessedIsRefused(text: String, message: String) {
    #expect(mistake { try TokenSecret(Array(text.utf8)) } == message)
  }

  @Test func theLineEndOfASecretIsNoPartOfIt() async throws {
    let own = try await Self.export(Self.pupils)
    let others = try await Self.export(Self.pupils, secret: Self.secret + [13, 10])
    #expect(own.tokens == others.tokens)
  }

  @Test(arguments: [
    (
      "keys: [number, number-end,", "keys: [nummer, number-end,",
      "unknown key 'nummer'; did you mean 'number'?"
    ),
    (
      "  number: [citizen_id]\n", "  number: [{ one_off: citizen_id }]\n",
      "key 'number' would be 25 tokens"
    ),
    ("bits: 1024", "bits: 1000", "expected 256, 512, 1024, 2048 or 4096, found '1000'"),
    ("piece: 2", "piece: 9", "expected a whole number from 1 to 4, found '9'"),
    ("bits: 12 }", "bits: 65 }", "expected a whole number from 1 to 64, found '65'"),
    ("salt: [sex,", "salt: [sexx,", "unknown column 'sexx'; did you mean 'sex'?"),
    ("most_rows: 20", "most_rows: 0", "expected a whole number from 1 to 1000, found '0'"),
  ])
  func aMistakeInTheModelIsTold(old: String, new: String, message: String) async throws {
    var told = ""
    do {
      _ = try await Self.export(Self.pupils) { $0.replacing(old, with: new) }
    } catch {
      told = "\(error)"
    }
    #expect(told.hasSuffix("error: " + message), "\(told)")
  }

  @Test func aModelWithoutTokensExportsNothing() async throws {
    var told = ""
    do {
      _ = try await Self.export(Self.pupils) { String($0.split(separator: "\ntokens:")[0]) + "\n" }
    } catch {
      told = "\(error)"
    }
    #expect(
      told
        == "dmc-students:1:1: error: no model of dataset 'student' says with `tokens` what other "
        + "offices may be given")
  }

  private func mistake<Result>(_ work: () throws -> Result) -> String {
    do {
      _ = try work()
      return "no mistake"
    } catch {
      return "\(error)"
    }
  }
}
