import Containers
import Foundation
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// `krong compare`: what has become of every figure between two rounds.
@Suite struct ComparisonTests {
  /// Results of runs, written by hand.
  private struct Results {
    let folder: TestFolder

    init(_ rounds: [String: [String: String]]) throws {
      folder = try TestFolder()
      for (round, files) in rounds {
        let path = folder.path + "/" + round
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files {
          try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
        }
      }
    }

    func comparison(
      _ pipeline: String? = nil, table: String? = nil, from before: String = "2568/2",
      to now: String = "2569/1"
    ) throws -> RoundComparison {
      let settings = { (word: String, place: String) in
        Settings(.word(word), at: Place(file: place))
      }
      return try ComparedResults(out: folder.path).comparison(
        RoundName(settings(before, "A")), RoundName(settings(now, "B")),
        pipeline: pipeline.map { settings($0, "--pipeline") },
        table: table.map { settings($0, "--table") })
    }

    func text(_ language: Language = .thai, table: String? = nil) throws -> String {
      ComparisonText(try ComparisonWords(CaseRun.shelf, language: language))
        .text(try comparison(table: table))
    }
  }

  private static let header = "table,row,column,value,numerator,denominator,unit,rows\n"
  private static let labels = """
    table,part,key,th,en
    pupils,table,,นักเรียนรายโรงเรียน,Pupils by school
    pupils,row,1,20010001 บ้านน้ำใส,20010001 บ้านน้ำใส
    pupils,row,2,20010002 วัดกู่,20010002 วัดกู่
    pupils,column,m,ชาย,Male
    pupils,column,f,หญิง,Female
    same,table,,เท่าเดิม,The same

    """
  private static let manifest = """
    {
      "krong": "0.1.0",
      "pipeline": "p",
      "office": "สพป.ตัวอย่าง",
      "audience": "director",
      "settings": {
        "p.yaml": "aa",
        "tables/t.yaml": "bb"
      },
      "inputs": []
    }

    """

  private static let before = [
    "figures.csv": header + """
      pupils,1,m,1000,,,persons,1000
      pupils,1,f,900,,,persons,900
      pupils,2,m,,,,persons,0
      pupils,2,f,0.25,1,4,share,4
      pupils,3,m,5,,,persons,5
      same,1,n,7,,,,7
      gone,1,n,7,,,,7
      money,1,n,12.5,,,,7

      """,
    "labels.csv": labels + "pupils,row,3,20010003 บ้านเก่า,20010003 บ้านเก่า\n",
    "manifest.json": manifest,
  ]
  private static let now = [
    "figures.csv": header + """
      pupils,1,m,1012,,,persons,1012
      pupils,1,m/previous-change,12,1012,1000,persons,1012
      pupils,1,f,900,,,persons,900
      pupils,2,m,3,,,persons,3
      pupils,2,f,0.5,2,4,share,4
      pupils,4,m,suppressed,,,persons,5
      pupils,4,"x,y",1,,,persons,5
      same,1,n,7,,,,7
      same,1,previous,7,,,,0
      same,1,previous-change,2,7,5,,7
      new,1,n,7,,,,7
      money,1,n,10,,,,7

      """,
    "labels.csv": labels, "manifest.json": manifest,
  ]

  private static func results(
    _ change: (inout [String: [String: String]]) -> Void = { _ in }
  ) throws -> Results {
    var rounds = ["p/2568-2": before, "p/2569-1": now]
    change(&rounds)
    return try Results(rounds)
  }

  @Test func whatHasChangedIsToldTableByTable() throws {
    #expect(
      try Self.results().text() == """
        p: เปรียบเทียบรอบ 2568/2 กับรอบ 2569/1

        นักเรียนรายโรงเรียน [pupils]: เปลี่ยน 3 ตัวเลข เท่ากัน 1 ตัวเลข
          รายการ            คอลัมน์  2568/2  2569/1  เปลี่ยนแปลง  ร้อยละ
          20010001 บ้านน้ำใส  ชาย     1,000   1,012        +12  +1.2%
          20010002 วัดกู่      ชาย         –       3          –
          20010002 วัดกู่      หญิง     25.0%   50.0%  +25.00 pp
          แถวที่มีเฉพาะในรอบ 2568/2 (1): 20010003 บ้านเก่า
          แถวที่มีเฉพาะในรอบ 2569/1 (1): 4
          คอลัมน์ที่มีเฉพาะในรอบ 2569/1 (1): x,y
        เท่าเดิม [same]: เท่ากันทั้ง 1 ตัวเลข
        new [new]: มีตารางนี้เฉพาะในรอบ 2569/1

        money [money]: เปลี่ยน 1 ตัวเลข เท่ากัน 0 ตัวเลข
          รายการ  คอลัมน์  2568/2  2569/1  เปลี่ยนแปลง   ร้อยละ
          1       n       12.50      10      −2.50  −20.0%
        gone [gone]: มีตารางนี้เฉพาะในรอบ 2568/2

        """)
  }

  @Test func aTableThatIsTheSameIsOneLine() throws {
    #expect(
      try Self.results().text(.english, table: "same")
        == "p: Round 2568/2 and round 2569/1\nThe same [same]: all 1 figures equal\n")
  }

  @Test func whoCountedOtherwiseIsWarnedOf() throws {
    let results = try Self.results { rounds in
      rounds["p/2569-1"]?["manifest.json"] = Self.manifest.replacing("0.1.0", with: "0.2.0")
        .replacing("\"bb\"", with: "\"cc\"").replacing("director", with: "public")
        .replacing("\"p.yaml\"", with: "\"q.yaml\"")
    }
    let lines = try results.text(.english, table: "same").split(separator: "\n")
    #expect(
      lines.dropFirst().dropLast() == [
        "Warning: The rounds were run with different versions of Krong (0.1.0 and 0.2.0); figures may differ by how they are counted.",
        "Warning: The rounds were run with different files of settings (p.yaml, q.yaml, tables/t.yaml); figures may differ by how they are counted.",
        "Warning: The rounds were run for different readers; other figures may be hidden.",
      ])
  }

  @Test(arguments: ["", "{", "{\"krong\": [", "[1]", "\"inputs\": x", "\u{0}"])
  func aManifestThatIsNoneIsWarnedOf(text: String) throws {
    let results = try Self.results { $0["p/2568-2"]?["manifest.json"] = text }
    #expect(
      try results.text(.english, table: "same").contains(
        "Warning: The manifest.json of round 2568/2 cannot be read, so that nobody knows whether both were counted alike.\n"
      ))
  }

  @Test func withoutLabelsKeysStandForThemselves() throws {
    let results = try Self.results { rounds in
      for round in rounds.keys { rounds[round]?["labels.csv"] = "no,labels" }
    }
    #expect(try results.text(.english, table: "pupils").contains("\n  1    m        1,000   1,012"))
  }

  @Test func machinesReadTheFiguresAsTheFileHasThem() throws {
    let document = ComparisonJSON.document(
      try Self.results().comparison(table: "pupils"),
      try ComparisonWords(CaseRun.shelf, language: .english)
    ).document
    let json = try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any]
    let table = try #require((json?["tables"] as? [[String: Any]])?.first)
    #expect(table["state"] as? String == "changed" && table["equal"] as? Int == 1)
    let changes = table["changes"] as? [[String: String]]
    #expect(
      changes?.first == [
        "row": "1", "row_label": "20010001 บ้านน้ำใส", "column": "m", "column_label": "Male",
        "a": "1000", "b": "1012", "change": "12",
      ])
    #expect(changes?.map { $0["change"] } == ["12", "", "25"])
    #expect(table["rows_only_in_a"] as? [String] == ["3"])
    #expect(table["rows_only_in_b"] as? [String] == ["4"])
    #expect(table["columns_only_in_b"] as? [String] == ["x,y"])
  }

  @Test func pageAndWorkbookShowTheSame() throws {
    let words = try ComparisonWords(CaseRun.shelf, language: .thai)
    let pages = try ComparisonPages(CaseRun.shelf, words)
    let comparison = try Self.results().comparison()
    let page = String(decoding: pages.html(comparison), as: UTF8.self)
    #expect(page.contains("<h1>เปรียบเทียบรอบ 2568/2 กับรอบ 2569/1</h1>"))
    #expect(
      page.contains("20010001 บ้านน้ำใส</th><th scope=\"row\">ชาย</th><td>1,000</td><td>1,012</td>"))
    #expect(page.contains("<td>+12 (+1.2%)</td>") && page.contains("<td>+25.00 pp</td>"))
    #expect(page.contains("แถวที่มีเฉพาะในรอบ 2568/2 (1): 20010003 บ้านเก่า"))
    #expect(page.contains("<li>เท่าเดิม: เท่ากันทั้ง 1 ตัวเลข</li>"))
    let book = try ZipArchive(ByteSource(pages.workbook(comparison)))
    let parts = try book.entries.map { String(decoding: try book.read($0), as: UTF8.self) }
    #expect(parts.contains { $0.contains("<v>1012</v>") && $0.contains("<v>12</v>") })
    #expect(parts.contains { $0.contains("formatCode=\"+#,##0;&quot;−&quot;#,##0;0\"") })
  }

  @Test func thePipelineIsTheOneThatHasBothRounds() throws {
    let results = try Self.results { $0["other/2568-2"] = Self.before }
    _ = try results.comparison()
    let both = try Self.results { rounds in
      rounds["q/2568-2"] = Self.before
      rounds["q/2569-1"] = Self.now
    }
    #expect(
      told { _ = try both.comparison() }
        == "--pipeline:1:1: error: these pipelines were run for the rounds: p, q; name one")
    _ = try both.comparison("pipelines/q.yaml")
    #expect(
      told { _ = try both.comparison("..") }
        == "--pipeline:1:1: error: expected the name of a pipeline, found '..'")
  }

  @Test func whatIsNotThereIsToldWithWhatToRun() throws {
    let results = try Self.results { $0["p/2569-1"]?["figures.csv"] = "x" }
    let out = results.folder.path
    #expect(
      told { _ = try results.comparison(from: "2567/1") }
        == "\(out)/p/2567-1/figures.csv: is not there; krong run p.yaml --round 2567/1 makes it")
    #expect(
      told { _ = try results.comparison() }
        == "\(out)/p/2569-1/figures.csv: line 1 is no line of figures.csv; "
        + "krong run p.yaml --round 2569/1 makes it anew")
    #expect(
      told { _ = try results.comparison(from: "2560/1", to: "2560/2") }
        == "\(out): holds neither round 2560/1 nor round 2560/2; "
        + "krong run PIPELINE --round 2560/1 makes the first of them")
    #expect(
      told { _ = try Self.results().comparison(table: "pupil") }
        == "--table:1:1: error: unknown table 'pupil'; did you mean 'pupils'?")
  }

  private func told(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no mistake"
    } catch {
      return "\(error)"
    }
  }
}
