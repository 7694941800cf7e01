internal import Growth
package import Settings
package import Tables

/// Finds weights and heights that no pupil of this sex and age, or height, is likely to have.
///
/// Needs the pipeline's table of growth and is silent without it, and where sex, birth or a number is
/// missing or stands in no line of the table. Facts: what nearly all (−3 to +3) measure.
package struct GrowthRange: Check {
  package static let name = "growth-range"
  package static let summary =
    "The z-score of a 'measure' by the table of growth lies from 'from' to 'to'; silent without a table."
  package static let keys = ["measure", "from", "to"] + GrowthColumns.keys

  private let measure: GrowthMeasure
  private let columns: GrowthColumns
  private let cuts: [GrowthCut]
  private let asOf: Day
  private let reference: GrowthReference?

  package init(_ settings: Settings, in scope: CheckScope) throws {
    measure = try settings.required("measure").choice(of: GrowthMeasure.self, called: "measure")
    columns = try GrowthColumns(settings, schema: scope.schema)
    cuts = try GrowthCut.bounds(from: settings.required("from"), to: settings.required("to"))
    asOf = scope.round.asOf
    reference = scope.growth
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    guard let reference, reference.covers(measure) else { return }
    let rows = GrowthRows(columns, of: table, on: asOf)
    let classes = rows.classes(measure, cuts: cuts, by: reference)
    for (row, place) in classes.enumerated() where place == 0 || place == 2 {
      guard let curve = rows.curve(measure, row: row, by: reference) else { continue }
      hits.add(row: row, column: columns.judged(by: measure), facts: .text(Self.usual(curve)))
    }
  }

  /// As in 108.5–138.5.
  private static func usual(_ curve: GrowthCurve) -> String {
    [-3, 3].map { score in
      let tenths = Int(exactly: (curve.value(at: score) * 10).rounded()) ?? 0
      return FixedPoint.text(max(0, tenths) * 10, scale: 100)
    }.joined(separator: "–")
  }
}

extension GrowthRange {
  // Invented lines: a boy of 103 months is 125 cm tall, ±5 cm; of 125 cm he weighs 25 kg, ±3 kg.
  private static let reference = """
    measure,sex,at,sd-3,sd0,sd+3
    height-for-age,male,103,110,125,140
    height-for-age,male,104,110.5,125.5,140.5
    height-for-age,female,103,108,123,138
    weight-for-height,male,125,16,25,34
    weight-for-height,male,126,17,26,35
    weight-for-height,female,125,16,25,34
    """
  private static let columns =
    "sex,birth:date:buddhist-date,weight:decimal:number,height:decimal:number"

  package static let examples = [
    CheckExample(
      with: .map([
        "measure": "height-for-age", "from": "-6", "to": "6", "sex": "sex", "male": "ช",
        "female": "ญ", "birth": "birth", "weight": "weight", "height": "height", "youngest": "24",
      ]),
      // 10 June 2569 is the day of the round: 103 months after 10 November 2560. ±6 of 125 is 95 to 155.
      """
      \(columns)
      ช,10/11/2560,,95
      ช,10/11/2560,,94.99
      ช,10/11/2560,,155
      ช,10/11/2560,,155.01
      ญ,10/11/2560,,94.99
      ช,10/10/2560,,95
      ช,11/11/2560,,1
      ช,10/09/2560,,1
      ,10/11/2560,,1
      ช,,,1
      ช,10/11/2560,,
      ช,10/11/2570,,1
      """,
      finds: ["2:height:110–140", "4:height:110–140", "6:height:110.5–140.5"], growth: reference),
    CheckExample(
      with: .map([
        "measure": "weight-for-height", "from": "-5", "to": "5", "sex": "sex", "male": "ช",
        "female": "ญ", "birth": "birth", "weight": "weight", "height": "height", "youngest": "24",
      ]),
      // Halfway between 125 and 126 cm the middle is 25.5 kg: −5 is 10.5, +5 is 40.5.
      """
      \(columns)
      ช,10/11/2560,10.5,125.5
      ช,10/11/2560,10.49,125.5
      ช,10/11/2560,40.51,125.5
      ช,11/06/2567,40.51,125.5
      ช,10/06/2567,40.51,125.5
      ช,10/11/2560,1,126.01
      ญ,10/11/2560,9.99,125
      """,
      finds: ["2:weight:16.5–34.5", "3:weight:16.5–34.5", "5:weight:16.5–34.5", "7:weight:16–34"],
      growth: reference),
    CheckExample(
      with: .map([
        "measure": "weight-for-age", "from": "-6", "to": "5", "sex": "sex", "male": "ช",
        "female": "ญ", "birth": "birth", "weight": "weight", "height": "height", "youngest": "24",
      ]),
      """
      \(columns)
      ช,10/11/2560,900,95
      """,
      finds: [], growth: reference),
  ]
}
