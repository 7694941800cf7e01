/// Whose each row is, which rows are one child, and which pairs are easily taken for one.
///
/// Only clusters and pairs of which a row is still to come are kept.
struct RegisterTruth: Sendable {
  private static let folder = "truth/"

  private var people = Lines(header: "file,row,person")
  private var duplicates = Lines(header: "cluster,kind,file,row")
  private var negatives = Lines(header: "kind,file,row,file2,row2")
  private let file: String
  private let prefix: [UInt8]
  private var ends: [Int: Int] = [:]
  private var clusters: [Int: (missing: Int, rows: [(kind: String, row: Int)])] = [:]

  /// The file is given by its path below the folder of inputs.
  init(file: String) {
    self.file = file
    prefix = Array("\(file),".utf8)
  }

  /// Announces how many rows a cluster will have.
  mutating func open(cluster: Int, rows: Int) { clusters[cluster] = (rows, []) }

  mutating func add(_ entry: Entry, row: Int) {
    people.append(
      RowPlace(file: file, sheet: "", row: row, prefix: prefix), entry.child.number)
    for tie in entry.ties { join(tie, row) }
    guard entry.cluster > 0, var cluster = clusters[entry.cluster] else { return }
    cluster.rows.append((entry.kind, row))
    cluster.missing -= 1
    clusters[entry.cluster] = cluster.missing > 0 ? cluster : nil
    guard cluster.missing == 0 else { return }
    for (kind, row) in cluster.rows {
      duplicates.append("\(entry.cluster),\(kind),\(file),\(row)")
    }
  }

  private mutating func join(_ tie: Tie, _ row: Int) {
    guard let other = ends.removeValue(forKey: tie.number) else {
      ends[tie.number] = row
      return
    }
    negatives.append("\(tie.kind.rawValue),\(file),\(other),\(file),\(row)")
  }

  /// Takes away the lines that were made until now.
  mutating func takeFiles() -> [SyntheticFile] {
    [
      SyntheticFile(path: Self.folder + "people.csv", bytes: people.take()),
      SyntheticFile(path: Self.folder + "duplicates.csv", bytes: duplicates.take()),
      SyntheticFile(path: Self.folder + "negatives.csv", bytes: negatives.take()),
    ]
  }
}
