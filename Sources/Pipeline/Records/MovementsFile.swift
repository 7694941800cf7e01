internal import Tables

/// `movements.csv`: one line for every person of both rounds, with the rows of each; no names and no numbers.
///
/// A person of both rounds is told once, by the row of the later one.
enum MovementsFile {
  /// Nil where no round is followed.
  static func page(_ linked: LinkedTables) -> Pages.Page? {
    guard linked.links.contains(where: { $0.movements != nil }) else { return nil }
    return Pages.Page(path: "movements.csv") { bytes(linked) }
  }

  private static func bytes(_ linked: LinkedTables) -> [UInt8] {
    var csv = CSVText(
      header: "dataset,file,sheet,row,school,movement,step,identity,other_file,other_sheet,"
        + "other_row,other_school")
    for (dataset, links) in linked.links.enumerated() {
      guard let movements = links.movements else { continue }
      for row in 0..<movements.count {
        guard let movement = movements[row], movements.isLater || movement.row == nil else {
          continue
        }
        csv.append(
          [linked.clean.tables[dataset].name] + place(dataset, row, linked)
            + [
              movement.kind.name, movement.step?.name ?? "", movement.identity?.name ?? "",
            ] + (movement.row.map { place(movements.other, $0, linked) } ?? ["", "", "", ""]))
      }
    }
    return csv.bytes
  }

  /// File, sheet, row and school.
  private static func place(_ dataset: Int, _ row: Int, _ linked: LinkedTables) -> [String] {
    let origin = linked.clean.tables[dataset].raw.origins[row]
    let input = linked.clean.inputs[origin.input]
    let school = linked.links[dataset].schools[row]
    return [
      input.path, input.sheet(origin.sheet), String(origin.row),
      school.map { linked.schools[Int($0)].code } ?? "",
    ]
  }
}
