internal import Deduplicate
package import Ingest
internal import Settings
internal import Tables

/// The accepted rows of a dataset as keyed tokens, which another office can compare with its own.
///
/// A reference stands for a row. It is made with the secret and with what was read, so that the office that has the
/// same secret but not the same files cannot make it from a guess.
package struct TokenExport: Sendable {
  /// What of a key is given away.
  package struct KeyReport: Sendable {
    package let name: String
    /// How many rows have a token of it.
    package let rows: Int
    /// How many rows have none because too many rows share it.
    package let leftOut: Int
    /// How many rows share the token that occurs most often.
    package let largest: Int
  }

  package let keys: [KeyReport]
  package var rowCount: Int { lines.count }

  private let header: TokenHeader
  /// In the order of the references, which says nothing of the rows' own.
  private let lines: [Line]
  private let blocks: [TokenBlock]
  private let sheets: TokenSheets

  private struct Line: Sendable {
    let reference: Token
    let row: Int
    /// Where its tokens and its filter stand: the block, and the place there.
    let block: Int
    let place: Int
  }

  /// Runs the first three rooms on the files, as a run does, and makes the tokens.
  package init(
    _ plan: Plan, dataset: String, files: [InputFile], secret: TokenSecret
  ) async throws {
    guard let model = plan.deduplicate.tokens(of: dataset) else {
      throw SettingsError(
        "no model of dataset '\(dataset)' says with `tokens` what other offices may be given",
        at: Place(file: plan.name))
    }
    var walk = Walk()
    let run = Run(plan)
    let (linked, hashes) = try await run.linked(files, &walk)
    guard let index = linked.clean.index(of: dataset) else {
      throw SettingsError("the pipeline reads no dataset '\(dataset)'", at: Place(file: plan.name))
    }
    let table = linked.clean.tables[index]
    let material = TokenMaterial(model, table)
    let own = secret.hash(for: "reference " + run.inputsFingerprint(linked, hashes))
    sheets = TokenSheets(table: table, inputs: linked.clean.inputs)
    let frequencies = TokenFrequencies(material, model)
    keys = frequencies.reports
    blocks = try await TokenBlock.blocks(
      model, material, frequencies, secret, jobs: plan.jobs)
    let sheets = sheets
    lines = material.rows.enumerated().map { number, row in
      Line(
        reference: own.token(of: Array(sheets.name(of: row).utf8)), row: row,
        block: number / TokenBlock.size, place: number % TokenBlock.size)
    }.sorted { $0.reference < $1.reference }
    header = TokenHeader(model, secret: secret, rows: lines.count)
  }

  /// Writes the file for the other office, and the one that says what the references mean, which stays.
  package func write(
    tokens: ([UInt8]) throws -> Void, references: ([UInt8]) throws -> Void
  ) throws {
    try tokens(Array(header.text.utf8))
    var map = CSVText(header: "reference,file,sheet,row")
    for line in lines {
      var bytes = Hexadecimal.digits(of: [line.reference.high, line.reference.low])
      blocks[line.block].append(line.place, to: &bytes)
      bytes.append(10)
      try tokens(bytes)
      map.append([line.reference.text] + sheets.parts(of: line.row))
    }
    try references(map.bytes)
  }
}

/// Where a row was read, for the office that knows its files.
struct TokenSheets: Sendable {
  let table: CleanTable
  let inputs: [InputReport]

  func parts(of row: Int) -> [String] {
    let origin = table.raw.origins[row]
    let input = inputs[origin.input]
    return [input.path, input.sheet(origin.sheet), String(origin.row)]
  }

  func name(of row: Int) -> String { parts(of: row).joined(separator: "\n") }
}
