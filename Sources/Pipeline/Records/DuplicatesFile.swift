internal import Tables

/// `duplicates.csv`: one line for each registration in a cluster of two or more.
enum DuplicatesFile {
  static func bytes(_ linked: LinkedTables) -> [UInt8] {
    var csv = CSVText(
      header: "cluster,file,sheet,row,school,kind,evidence,score,suggestion,decision")
    var number = 0
    for (table, links) in zip(linked.clean.tables, linked.links) {
      for cluster in links.clusters {
        number += 1
        for member in cluster.members {
          let origin = table.raw.origins[member.row]
          let input = linked.clean.inputs[origin.input]
          csv.append([
            String(number), input.path, input.sheet(origin.sheet), String(origin.row),
            links.schools[member.row].map { linked.schools[Int($0)].code } ?? "",
            cluster.kind.rawValue, cluster.evidence, score(cluster.score),
            member.suggestion.rawValue, "",
          ])
        }
      }
    }
    return csv.bytes
  }

  /// Three decimals, without a formatter.
  private static func score(_ score: Double) -> String {
    let thousandths = Int((score * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
