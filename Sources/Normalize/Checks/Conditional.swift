package import Settings
package import Tables

/// Finds rows in which some columns are as `when` says, and another is not as it then must be.
///
/// Fact: the value in the first column of `when`, quoted, so that it is masked like its column.
package struct Conditional: Check {
  package static let name = "conditional"
  package static let summary =
    "When the columns of 'when' are as it says, 'column' is present or missing ('is'), 'in' or 'not-in' a list, an identifier that opens with one of 'first' (G or a digit), or 'at-least' and 'at-most' a number (or round-year-25)."
  package static let keys = ["when", "column"] + Condition.keys

  private let conditions: [Condition]
  private let demand: Condition
  /// The column whose value a finding names.
  private let told: Int

  package init(_ settings: Settings, in scope: CheckScope) throws {
    let when = try settings.required("when")
    conditions = try when.items.map { item in
      try item.allow(only: ["column"] + Condition.keys)
      return try Condition(item, in: scope)
    }
    guard let first = conditions.first else { throw when.expected("a condition") }
    demand = try Condition(settings, in: scope)
    told = first.column
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    let demanded = demand.verdicts(on: table)
    guard demanded.contains(.breaks) else { return }
    let given = conditions.map { $0.verdicts(on: table) }
    for row in demanded.indices
    where demanded[row] == .breaks && given.allSatisfy({ $0[row] == .holds }) {
      let quoted = table.columns[told].string(row)
      hits.add(row: row, column: demand.column, facts: .quoted(quoted, column: told))
    }
  }
}

extension Conditional {
  private static let rooms = """
    pupils:integer:number,rooms:integer:number
    9,1
    9,0
    0,0
    9,
    ,0
    1,0
    9,หนึ่ง
    """

  package static let examples = [
    CheckExample(
      with: .map([
        "when": .map(["column": "pupils", "at-least": "1"]), "column": "rooms", "at-least": "1",
      ]), rooms, finds: ["2:rooms:9", "6:rooms:1"]),
    // What cannot be read is there.
    CheckExample(
      with: .map([
        "when": .map(["column": "pupils", "is": "present"]), "column": "rooms", "is": "present",
      ]), rooms, finds: ["4:rooms:9"]),
    CheckExample(
      with: .map([
        "when": [
          .map(["column": "kind", "in": ["class"]]), .map(["column": "id", "is": "present"]),
        ], "column": "state", "not-in": ["gone", "ruin"],
      ]),
      """
      kind,state,id:identifier
      class,gone,1
      class,gone,
      hall,gone,1
      class,good,1
      class,,1
      class,ruin,1
      """,
      finds: ["1:state:class", "6:state:class"]),
    CheckExample(
      with: .map([
        "when": .map(["column": "id", "first": ["G", "1"]]), "column": "nation",
        "not-in": ["ไทย"],
      ]),
      """
      id:identifier:identifier,nation
      G642000000001,ไทย
      G642000000001,ลาว
      1100000000016,ไทย
      6100000000015,ไทย
      0100000000026,ไทย
      1.2E+12,ไทย
      ,ไทย
      """,
      finds: ["1:nation:G642000000001", "3:nation:1100000000016"]),
    CheckExample(
      with: .map([
        "when": .map(["column": "name", "is": "missing"]), "column": "id", "is": "missing",
      ]),
      """
      name:text:text,id:identifier
      -,1
      ก,1
      ,
      """,
      finds: ["1:id:"]),
    CheckExample(
      with: .map([
        "when": .map(["column": "built", "at-most": "round-year-25"]), "column": "state",
        "not-in": ["worn"],
      ]),
      """
      built:integer:number,state
      2544,worn
      2545,worn
      2544,good
      """,
      finds: ["1:state:2544"]),
  ]
}
