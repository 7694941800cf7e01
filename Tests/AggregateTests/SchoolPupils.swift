import Tables
import TestKit

/// Six pupils and four schools, one of which has no pupils and one has handed in nothing.
enum SchoolPupils {
  static let columns: [(String, SchemaColumn.Kind)] = [
    ("name", .text), ("grade", .text), ("sex", .text), ("room", .integer), ("weight", .decimal),
    ("birth", .date), ("citizen", .identifier),
  ]

  static let rows = [
    "ก|ป.1|ช|1|18.5|2019-06-10|1100000000016",
    "ข|ป.1|ญ|1|20|2019-06-11|1100000000024",
    "ค|ป.2|ช|1|-|2018-01-01|G0123456789012",
    "ง|ม.1|ญ|2|40|2013-06-10|2100000000015",
    "จ|ม.9|-|-|35.5|1900-01-01|AB-12",
    "ฉ|ป.1|ช|2|21|2027-01-01|-",
  ]

  private static let lists = [
    "sex.csv": "code,label_th,label_en\nช,ชาย,Male\nญ,หญิง,Female\n",
    "grade.csv":
      "code,label_th,level\nอ.1,อ.1,kinder\nป.1,ป.1,primary\nป.2,ป.2,primary\nม.1,ม.1,lower\n",
    "level.csv": "code,label_th\nkinder,อนุบาล\nprimary,ประถม\nlower,มัธยมต้น\n",
    "weight.csv": "code,from,to\nlight,0,19\nmiddle,20,35\nheavy,36,99\nhuge,100,\n",
    "size.csv": "code,from,to\nsmall,0,2\nlarge,3,\n",
    "sign.csv": "code,label_th\n1,เกิดทัน\n2,เกิดช้า\n3,ย้าย\nG,รหัส G\n",
    "turned.csv": "code,from,to\na,0,4\nb,5,3\n",
  ]

  static var round: CountedRound {
    var round = CountedRound()
    round.register(["20010001|เมือง", "20010002|บ้านนา", "20010003|เมือง", "20010004|-"])
    round.small.add(
      "pupil", columns, rows, privacy: ["name": .name, "citizen": .identifier])
    round.small.place([0, 0, 0, 1, 1, nil], of: 1)
    // A list without a line: the school has no pupils.
    round.small.linked.clean.inputs.append(
      InputReport(path: "dmc/20010003.csv", dataset: "pupil"))
    round.lists = lists
    round.catalogue = """
      level: { column: grade, codes: grade.csv, groups: level.csv }
      sexes: { column: sex, codes: sex.csv }
      """
    return round
  }
}
