package import Settings
internal import Tables

/// A kind of block: what a report file says about one part of a page, made into nodes of a document.
///
/// A new kind is one file in `Blocks/` and one line in `allBlocks`.
package protocol Block: Sendable {
  /// The key by which a report file asks for it.
  static var name: String { get }
  static var summary: String { get }

  init(_ settings: Settings, known: KnownTables) throws

  /// The tables that the block takes single figures from.
  var mentionedTables: [String] { get }
  /// The tables that the block shows with their notes.
  var shownTables: [String] { get }

  func nodes(_ context: BlockContext) throws -> [Node]
}

extension Block {
  package var mentionedTables: [String] { [] }
  package var shownTables: [String] { [] }
}

/// The kinds of blocks a report can be made of.
package let allBlocks: [any Block.Type] = [
  HeadingBlock.self,
  NewPageBlock.self,
  ContentsBlock.self,
  LetterBlock.self,
  TextBlock.self,
  VerdictBlock.self,
  CardsBlock.self,
  TableBlock.self,
  ChartBlock.self,
  NotesBlock.self,
  SharedCausesBlock.self,
  SinceBlock.self,
  WorklistBlock.self,
  ExplainedBlock.self,
  MendedBlock.self,
  MatchesBlock.self,
  RowsBlock.self,
]

/// What a block may look at while it makes its nodes.
package struct BlockContext: Sendable {
  let figures: Figures
  let language: Language
  let words: Words
  let matching: MatchWords
  /// What a school can answer to a finding.
  let answers: ChoiceWords
  /// What a check of a registration can find.
  let results: ChoiceWords
  let audience: Audience
  /// The day of the figures, in words.
  let asOf: String
  let office: String
  /// The report's title with the round.
  var subject = ""
  let letter: Letter?
  /// The tables that lend figures to the report and are not shown in it.
  let unshownTables: [String]
  /// What the school must correct whose page this is; nil in a report of the whole office.
  var worklist: Worklist?
  /// Rows whose cells may stand under other headers than their own.
  var movedRows: Set<Origin> = []
  /// Where the rows of each school stand; nil where nobody may see any.
  var rows: RowsIndex?

  /// The code of the school whose page this is.
  var schoolCode: String { worklist.map { figures.linked.schools[$0.school].code } ?? "" }

  func table(_ id: String, at place: Place) throws -> FigureTable {
    guard let table = figures[id] else {
      throw SettingsError.unknownTable(id, among: figures.tables.map { $0.id }, at: place)
    }
    return table
  }
}
