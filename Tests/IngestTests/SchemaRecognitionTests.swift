import Ingest
import Tables
import Testing

@Suite struct SchemaRecognitionTests {
  private static func schema(
    _ name: String, _ headers: [String], required: Set<String> = [], expected: Set<String>? = nil
  ) -> Schema {
    Schema(
      name: name, title: LocalizedText(name),
      columns: headers.map {
        SchemaColumn(
          name: $0, label: LocalizedText($0), headers: [$0], isRequired: required.contains($0),
          isExpected: expected?.contains($0) ?? true)
      }, minimumHeaders: 2)
  }

  private let schemas = [
    schema("school", ["รหัสโรงเรียน", "ชื่อโรงเรียน", "อำเภอ"], required: ["รหัสโรงเรียน"]),
    schema("pupil", ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ชื่อ", "นามสกุล", "เพศ"], required: ["ชื่อ"]),
    schema(
      "long", ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ชื่อ", "นามสกุล", "เพศ", "ความพิการ", "GPA"],
      required: ["ชื่อ"], expected: ["รหัสโรงเรียน", "ชื่อ", "นามสกุล", "เพศ", "ความพิการ"]),
  ]

  private func names(_ head: [[[String]]]) -> [String] {
    SchemaRecognition.rank(head: head, schemas: schemas).map { schemas[$0.schema].name }
  }

  @Test func theSchemaThatKnowsMostOfTheHeaderComesFirst() {
    #expect(names([[["รหัสโรงเรียน", "ชื่อโรงเรียน", "อำเภอ"]]]) == ["school"])
    let pupils = ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ชื่อ", "นามสกุล", "เพศ"]
    #expect(names([[["รายชื่อ"], pupils]]) == ["pupil", "long", "school"])
    #expect(names([[pupils + ["ความพิการ"]]]) == ["long", "pupil", "school"])
  }

  @Test func aHeaderThatHoldsAllThatIsExpectedScoresOne() {
    let whole = [["รหัสโรงเรียน", "ชื่อ", "นามสกุล", "เพศ", "ความพิการ"]]
    let ranked = SchemaRecognition.rank(head: [whole], schemas: schemas)
    #expect(ranked.map { $0.schema } == [2, 1])
    #expect(ranked[0].score == 1)
    #expect(ranked[0].match.row == 1)
    #expect((ranked[1].score * 1000).rounded() == 800)
  }

  @Test func aSchemaWithoutARequiredColumnCountsHalf() {
    #expect(
      names([[["รหัสโรงเรียน", "ชื่อโรงเรียน", "นามสกุล", "เพศ"]]]) == ["school", "pupil", "long"])
    #expect(names([[["ชื่อโรงเรียน", "นามสกุล", "เพศ"]]]) == ["pupil"])
    let few = ["ชื่อโรงเรียน", "เพศ", "หมายเหตุ", "ผู้รายงาน", "วันที่", "ลายเซ็น"]
    #expect(names([[few]]) == [])
    #expect(names([]) == [])
  }

  @Test func theBestOfTheSheetsCounts() {
    let cover = [["ชื่อโรงเรียน", "รหัสโรงเรียน"]]
    let pupils = [["รหัสโรงเรียน", "ชื่อโรงเรียน", "ชื่อ", "นามสกุล", "เพศ"]]
    let ranked = SchemaRecognition.rank(head: [cover, pupils], schemas: schemas)
    #expect(ranked.map { $0.schema } == [1, 2, 0])
    #expect(ranked.map { $0.match.found } == [5, 5, 2])
  }

  @Test func ofEqualSchemasTheFirstComesFirst() {
    let twice = [schemas[1], schemas[1]]
    let pupils = [["รหัสโรงเรียน", "ชื่อโรงเรียน", "ชื่อ", "นามสกุล", "เพศ"]]
    #expect(SchemaRecognition.rank(head: [pupils], schemas: twice).map { $0.schema } == [0, 1])
  }
}
