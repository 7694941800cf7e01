package import Settings

/// A small table and what a check finds in it: the check's manual and its test.
package struct CheckExample: Sendable {
  package let settings: Settings
  /// The first line names the columns as `name`, `name:kind` or `name:kind:cleaner`; then a row a line.
  package let table: String
  /// `row:column` or `row:column:fact:fact`, rows counted from 1; `sheet` for the rows of a file.
  package let finds: [String]
  /// The stamp of the export that the rows came from.
  package let stamp: String?
  package let shelf: Shelf

  package init(
    with settings: Settings, _ table: String, finds: [String], stamp: String? = nil,
    files: [String: String] = [:]
  ) {
    self.settings = settings
    self.table = table
    self.finds = finds
    self.stamp = stamp
    shelf = Shelf(texts: files)
  }
}
