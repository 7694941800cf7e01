/// What is known of one input after reading: what it was taken for, and what came of it.
package struct InputReport: Sendable {
  /// The path below the root of the inputs, with `/`.
  package let path: String
  package let dataset: String
  package var size = 0
  package var container: String?
  package var encoding: String?
  package var sheets: [String] = []
  /// The header's row, from 1, per sheet that was read.
  package var headerRows: [Int] = []
  /// The stamp of the export, `YYYY-MM-DD hh:mm:ss` of the Common Era.
  package var stamp: String?
  /// The schema's columns that none of the sheets has, by their places.
  package var lacking: Set<Int> = []
  /// The code of the rule that says why the input could not be used.
  package var refusal: String?
  /// It is only compared with, as a list of an earlier round is, and stands behind no figure.
  package var isReference = false

  package init(path: String, dataset: String) {
    self.path = path
    self.dataset = dataset
  }
}
