internal import Tables

/// `duplicates.csv`: one line for each registration in a cluster of two or more.
enum DuplicatesFile {
  static func bytes(_ linked: LinkedTables) -> [UInt8] {
    var csv = CSVText(
      header: "cluster,file,sheet,row,school,kind,evidence,score,suggestion,decision")
    var number = 0
    for links in linked.links {
      for cluster in links.clusters {
        number += 1
        for member in cluster.members {
          let table = linked.clean.tables[member.dataset]
          let origin = table.raw.origins[member.row]
          let input = linked.clean.inputs[origin.input]
          csv.append([
            String(number), input.path, input.sheet(origin.sheet), String(origin.row),
            linked.links[member.dataset].schools[member.row].map {
              linked.schools[Int($0)].code
            } ?? "",
            cluster.kind.rawValue, cluster.evidence, score(member.score),
            member.suggestion.rawValue, "",
          ])
        }
      }
    }
    return csv.bytes
  }

  /// Six decimals, without a formatter; rounded down, for only what is sure is 1.
  private static func score(_ score: Double) -> String {
    let millionths = Int(score * 1_000_000)
    let digits = String(millionths % 1_000_000)
    return "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
