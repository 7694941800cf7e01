package import Settings
package import Tables

/// Changes how one cell is written, and never what it says.
///
/// A cleaner sees every distinct value of a column once. It rewrites the value into its canonical
/// text and remarks on what an officer must know; a rule turns a remark into a finding. A value that
/// it cannot read stays as it is. Every change is noted by its kind, and nothing else is. Cleaning twice is
/// cleaning once, what was text stays well-formed UTF-8, and no value grows beyond `longest(of:)`.
package protocol Cleaner: Sendable {
  /// The word that stands in a schema's `clean:`.
  static var name: String { get }
  static var summary: String { get }
  /// The remarks that it can make, for rules to name.
  static var remarks: [String] { get }
  /// Those of them that it can make with its settings.
  var remarks: [String] { get }
  static var examples: [CleanerExample] { get }

  /// Reads the value beside the cleaner's name; `.nothing` when the name stands alone.
  init(_ settings: Settings, shelf: Shelf) throws

  /// Rewrites a cell that is not empty.
  func clean(_ cell: inout Cell)

  /// Whether every identifier of this shape is in its canonical form already.
  ///
  /// Asked once per shape, so that a plain identifier costs nothing per row.
  func accepts(_ form: PackedIdentifier.Form, length: Int) -> Bool
}

extension Cleaner {
  /// The most bytes that a value of so many bytes may have when it is clean, in whatever cleaner.
  package static func longest(of count: Int) -> Int { 4 * count + 64 }

  package static var remarks: [String] { [] }
  package var remarks: [String] { Self.remarks }
  package func accepts(_ form: PackedIdentifier.Form, length: Int) -> Bool { false }
}

/// All cleaners, in the order in which a column usually names them.
package let allCleaners: [any Cleaner.Type] = [
  Text.self,
  SchoolCode.self,
  Identifier.self,
  Digits.self,
  Number.self,
  Grade.self,
  Vocabulary.self,
  StripTitle.self,
  BuddhistDate.self,
  Flag.self,
  Address.self,
  BuildingModel.self,
]
