package import Settings

/// A small table and what a check finds in it: the check's manual and its test.
package struct CheckExample: Sendable {
  package let settings: Settings
  /// The first line names the columns as `name` or `name:kind`; then a row a line.
  ///
  /// A column `file` says from which file a row came.
  package let table: String
  /// `row:column` or `row:column:fact:fact`, rows counted from 1; `row` alone when the whole row is meant.
  package let finds: [String]
  /// The other datasets of the run, written likewise.
  package let others: [String: String]

  package init(
    with settings: Settings, _ table: String, finds: [String], others: [String: String] = [:]
  ) {
    self.settings = settings
    self.table = table
    self.finds = finds
    self.others = others
  }
}
