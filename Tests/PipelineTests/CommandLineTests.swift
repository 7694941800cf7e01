import Foundation
import TestKit
import Testing

/// The program as a night script meets it: its exit codes, and what it leaves behind.
@Suite struct CommandLineTests {
  private func krong(_ arguments: [String]) throws -> Program.Ended {
    try Program.krong(arguments)
  }

  /// A folder of its own for a test, removed afterwards.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func run(_ out: String, _ more: [String] = []) throws -> Program.Ended {
    try krong(
      ["run", "pipelines/dmc-students.yaml", "--input", "fixtures/office/input", "--out", out]
        + more)
  }

  @Test func theExampleOfficeRunsAndWritesItsFiles() throws {
    try inFolder { out in
      let ended = try run(out)
      #expect(ended.status == 0, "\(ended.errors)")
      let files = try FileManager.default.contentsOfDirectory(atPath: out + "/dmc-students/2569-1")
      #expect(
        files.sorted() == [
          "book.html", "book.xlsx", "duplicates.csv", "duplicates.html", "duplicates.xlsx",
          "figures.csv", "findings.csv", "labels.csv", "manifest.json", "matches.csv",
          "progress.csv", "quarantine.csv", "reconciliation.html", "reconciliation.xlsx",
          "review.csv", "schools", "summary.html", "summary.xlsx", "timings.json",
        ])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: out + "/dmc-students") == ["2569-1"])
    }
  }

  @Test func aFailedGateEndsWithOneAndStillWrites() throws {
    try inFolder { out in
      let ended = try run(out, ["--set", "gates.errors=0", "--quiet"])
      #expect(ended.status == 1)
      #expect(ended.output.isEmpty && ended.errors.isEmpty)
      #expect(FileManager.default.fileExists(atPath: out + "/dmc-students/2569-1/summary.html"))
    }
  }

  @Test(arguments: [
    ["run"], ["run", "pipelines/none.yaml"], ["rum", "x"],
    ["run", "pipelines/dmc-students.yaml", "--jobs", "0"],
    ["run", "pipelines/dmc-students.yaml", "--today", "tomorrow"],
    ["check", "pipelines/dmc-students.yaml", "--round", "2569"],
    ["check", "pipelines/dmc-students.yaml", "--set", "gates.erors=1"],
    ["synth", "--out", "/tmp/x", "--students", "none"], ["rules", "no-such-rule"],
    ["synth", "--out", "/tmp/x", "--layout", "evolving"],
    ["synth", "--out", "/tmp/x", "--layout", "evolving", "--rounds", "2568/1,2569/9"],
    ["synth", "--out", "/tmp/x", "--rounds", "2568/1,2569/1"],
    ["rules", "--try", "--markdown"], ["rounds", "--today", "tomorrow"],
    ["rounds", "--year", "26"], ["rounds", "--system", "dcm"],
    ["history", "--round", "2569"], ["compare", "2568/2"], ["compare", "2568", "2569/1"],
    ["explain", "pipelines/dmc-students.yaml", "dmc/a.csv:2"],
    ["explain", "pipelines/dmc-students.yaml", "dmc/a.csv:2", "dmc/a.csv"],
  ])
  func aWrongCommandEndsWithTwo(arguments: [String]) throws {
    let ended = try krong(arguments)
    #expect(ended.status == 2)
    #expect(!ended.errors.isEmpty)
  }

  @Test func aPipelineIsCheckedWithoutData() throws {
    let ended = try krong(["check", "pipelines/dmc-students.yaml"])
    #expect(ended.status == 0)
    #expect(
      ended.output.hasPrefix(
        "pipelines/dmc-students.yaml: ok: dmc-students, round 2569/1, 21 datasets"))
    #expect(try krong(["check", "dmc-students.yaml"]).status == 0)
  }

  @Test(arguments: [
    (["20010001.xlsx:28", "20010005-20010006.csv:13"], 0, ""),
    (
      ["20010001.xlsx#Sheet1:28", "20010001.xlsx:1"], 2,
      "(a header, a blank or a total row, or past the end)\n"
    ),
    (["20010008.csv:88", "20010001.xlsx:28"], 3, ": Row that belongs to nobody\n"),
  ])
  func twoRowsAreExplainedOrRefused(_ rows: [String], _ status: Int32, _ message: String) throws {
    let input = "fixtures/office/input"
    let named = rows.map { input + "/dmc/2569-1-student-" + $0 }
    let ended = try krong(
      ["explain", "pipelines/dmc-students.yaml", "--input", input, "--language", "en"] + named)
    #expect(ended.status == status)
    #expect(ended.errors.hasSuffix(message))
    #expect(ended.output.hasSuffix(status == 0 ? "One cluster: counted as one child.\n" : ""))
  }

  @Test func whatHasBeenRunIsListedWithItsRoundAndNightByNight() throws {
    try inFolder { out in
      let nothing = try krong(["history", "--out", out])
      #expect(nothing.status == 3)
      #expect(
        nothing.errors == "error: \(out)/.krong: holds no history; the first krong run begins one\n"
      )
      for day in ["2026-05-20", "2026-05-21"] {
        let ended = try run(out, ["--today", day, "--quiet"])
        #expect(ended.status == 0)
      }
      let rounds = ["rounds", "--today", "2026-06-01", "--system", "dmc", "--out", out]
      let listed = try krong(rounds + ["--language", "en"])
      #expect(
        listed.output.contains(
          "\n  dmc-students: runs 2, last on 2026-05-21 · schools submitted 12 of 13 · "
            + "rows accepted 1,514 · errors 74 · further registrations 16\n"))
      let again = try krong(rounds + ["--language", "en"])
      #expect(again.output == listed.output)
      let machine = try krong(rounds + ["--json"])
      #expect(machine.output.contains("\"schools_submitted\": 12"))
      let name = "headline:persons"
      let figure = try krong([
        "history", "dmc-students.yaml", "--round", "2569/1", "--figure", name, "--out", out,
        "--language", "en",
      ])
      #expect(
        figure.output
          == "dmc-students, round 2569/1: \(name)\n  Day         Value\n  2026-05-20   1498\n")
      let other = try krong(["history", "--round", "2569/2", "--out", out, "--language", "en"])
      #expect(other.status == 0 && other.output == "Nothing has been run yet.\n")
    }
  }

  @Test func roundsAreComparedOrMissed() throws {
    try inFolder { out in
      let first = try run(out, ["--round", "2568/3"])
      #expect(
        first.errors.contains(
          "\nnot compared with round 2568/2 (previous): there is no "
            + "\(out)/dmc-students/2568-2/figures.csv; krong run with --round 2568/2 makes it\n"))
      let missing = try krong(["compare", "2568/3", "2569/1", "--out", out])
      #expect(missing.status == 3)
      #expect(
        missing.errors == "error: \(out)/dmc-students/2569-1/figures.csv: is not there; "
          + "krong run dmc-students.yaml --round 2569/1 makes it\n")
      let second = try run(out)
      #expect(
        second.errors.contains(
          "\ncompared with round 2568/3 (previous): \(out)/dmc-students/2568-3/figures.csv\n"))
      let (page, book) = (out + "/c.html", out + "/c.xlsx")
      let compared = ["compare", "2568/3", "2569/1", "--out", out]
      let told = try krong(compared + ["--table", "headline", "--language", "en"])
      #expect(told.status == 0)
      #expect(
        told.output == "dmc-students: Round 2568/3 and round 2569/1\n"
          + "Headline figures [headline]: all 19 figures equal\n")
      let written = try krong(compared + ["--html", page, "--xlsx", book])
      #expect(written.output == "\(page)\n\(book)\n")
      #expect(FileManager.default.fileExists(atPath: page))
      try FileManager.default.removeItem(atPath: out + "/dmc-students/2568-3")
      #expect(
        try run(out).errors.contains(
          "(previous): the history knows the round, but its files are gone: there is no "))
    }
  }

  @Test func theRulesOfAPipelineAreListedAndTried() throws {
    let listed = try krong(["rules", "--pipeline", "pipelines/emis-schools.yaml"])
    #expect(listed.status == 0)
    #expect(listed.output.contains("rules/values.yaml\n"))
    #expect(!listed.output.contains("rules/dmc/student.yaml\n"))
    let tried = try krong(["rules", "id-check-digit", "--try"])
    #expect(
      tried.status == 0 && tried.output.hasPrefix("ok: rules tried: 1, examples: "),
      "\(tried.errors)")
  }

  @Test func theRulesAreListedForMachines() throws {
    let ended = try krong(["rules", "room-gap", "--json"])
    let rules = try JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [[String: Any]]
    let rule = try #require(rules?.first)
    #expect(rule["rule"] as? String == "room-gap" && rule["on"] as? Bool == true)
    #expect(rule["settings"] as? [String: String] == ["column": "room", "grade": "grade"])
  }

  @Test func aGateWithinEachSchoolNamesTheSchoolsOnTheTerminal() throws {
    try inFolder { out in
      let ended = try run(out, ["--set", "gates.per-school.rules.id-check-digit=0"])
      #expect(ended.status == 1)
      let told = """
        gate per-school.rules.id-check-digit: FAILED, 4 schools above the limit of each school, 0
          school 20010002: 1 of 102 rows
          school 20010008: 1 of 127 rows
          school 20010009: 1 of 59 rows
          school 20010011: 1 of 305 rows

        """
      #expect(ended.output.contains(told), "\(ended.output)")
    }
  }

  @Test func anUnreadableInputEndsWithThreeAndLeavesTheLastRun() throws {
    try inFolder { out in
      let first = try run(out)
      #expect(first.status == 0)
      let page = out + "/dmc-students/2569-1/summary.html"
      let before = try Data(contentsOf: URL(fileURLWithPath: page))
      let ended = try krong([
        "run", "pipelines/dmc-students.yaml", "--input", out + "/nowhere", "--out", out,
      ])
      #expect(ended.status == 3)
      #expect(ended.errors.contains("is not a folder"))
      #expect(try Data(contentsOf: URL(fileURLWithPath: page)) == before)
    }
  }

  @Test func aQueryThatFailsEndsWithTwoAndLeavesTheLastRun() throws {
    try inFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/tables", withIntermediateDirectories: true)
      let pipeline = """
        pipeline: asked
        round: { system: dmc, year: 2569, term: 1 }
        ingest: { school: { schema: schemas/school.yaml, files: "register/*" } }
        aggregate: { tables: tables/asked.yaml }
        """
      try Data(pipeline.utf8).write(to: URL(fileURLWithPath: folder + "/asked.yaml"))
      let arguments = [
        "run", folder + "/asked.yaml", "--input", "fixtures/office/input", "--out", folder + "/out",
      ]
      func ask(_ number: String) throws -> Program.Ended {
        let table = """
          tables:
            asked:
              measure: sql
              title: Asked
              query: SELECT 'all' AS what, \(number) AS number, count(*) AS rows FROM school
              stubs: { what: What }
              columns: { number: { label: Number, unit: none } }
          """
        try Data(table.utf8).write(to: URL(fileURLWithPath: folder + "/tables/asked.yaml"))
        return try krong(arguments)
      }
      #expect(try ask("7").status == 0)
      let figures = URL(fileURLWithPath: folder + "/out/asked/2569-1/figures.csv")
      let before = try Data(contentsOf: figures)
      #expect(String(decoding: before, as: UTF8.self).contains("asked,all,number,7,"))

      let ended = try ask("abs(-9223372036854775807 - 1)")
      #expect(ended.status == 2)
      #expect(
        ended.errors.contains(
          "tables/asked.yaml:5:12: error: the query failed: integer overflow\n"),
        "\(ended.errors)")
      #expect(try Data(contentsOf: figures) == before)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder + "/out/asked") == ["2569-1"])
    }
  }

  @Test func tokensAreExportedAndMatchedAndNameNobody() throws {
    try inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let secret = "f3a1c05b7e92d846-0b6e"
      let (file, tokens) = (folder + "/secret", folder + "/ours.tokens")
      try Data(secret.utf8).write(to: URL(fileURLWithPath: file))
      let export = [
        "tokens", "export", "dmc-students.yaml", "--input", "fixtures/office/input", "--out",
        tokens,
      ]
      let lacking = try krong(export)
      #expect(lacking.status == 2)
      #expect(
        lacking.errors.contains("expected --secret-file, or the secret in KRONG_TOKENS_SECRET"))
      let exported = try krong(export + ["--secret-file", file])
      #expect(exported.status == 0)
      #expect(
        exported.errors
          == "warning: \(file): others may read the secret; chmod 600 keeps it to you\n")
      #expect(
        exported.output.hasPrefix("\(tokens): 1514 rows\n  number: 1506 rows; at most 2 share"))

      let matched = try krong(["tokens", "match", tokens, tokens, "--threshold", "1"])
      #expect(matched.status == 0)
      #expect(matched.output.hasPrefix("reference_a,reference_b,keys,similarity\n"))
      for path in [tokens, tokens + ".private.csv"] {
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        #expect(!text.contains(secret))
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect((attributes[.posixPermissions] as? Int) == 0o600)
      }

      try Data("krong-tokens 1\nrows x\n".utf8).write(to: URL(fileURLWithPath: file))
      let damaged = try krong(["tokens", "match", tokens, file])
      #expect(damaged.status == 3)
      #expect(
        damaged.errors == "error: \(file):2: expected the line of columns, 'reference,…,filter'\n")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
          == ["ours.tokens", "ours.tokens.private.csv", "secret"])
    }
  }

  @Test func anOutputThatCannotBeWrittenEndsWithThree() throws {
    try inFolder { out in
      _ = FileManager.default.createFile(atPath: out, contents: Data())
      let ended = try run(out)
      #expect(ended.status == 3)
    }
  }

  @Test func theSecondRunOfARoundEndsWithFour() throws {
    try inFolder { out in
      let lock = out + "/.krong/dmc-students-2569-1.lock"
      try FileManager.default.createDirectory(
        atPath: out + "/.krong", withIntermediateDirectories: true)
      let holder = Process()
      holder.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
      holder.arguments = [lock, "sleep", "60"]
      try holder.run()
      defer { holder.terminate() }
      var ended = try run(out)
      for _ in 0..<50 where ended.status != 4 { ended = try run(out) }
      #expect(ended.status == 4)
      #expect(ended.errors.contains("another run holds round 2569/1"))
    }
  }

  @Test func theManifestIsPrintedForMachines() throws {
    try inFolder { out in
      let ended = try run(out, ["--json"])
      let manifest = try JSONSerialization.jsonObject(with: Data(ended.output.utf8))
      let inputs = (manifest as? [String: Any])?["inputs"] as? [[String: Any]]
      #expect(inputs?.count == 12)
    }
  }
}
