internal import Tables

/// `duplicates.csv`: one line for each registration in a cluster of two or more.
enum DuplicatesFile {
  static func bytes(_ linked: LinkedTables) -> [UInt8] {
    var csv = CSVText(
      header: "cluster,file,sheet,row,school,kind,evidence,score,suggestion,decision")
    for links in linked.links {
      for cluster in links.clusters {
        for member in cluster.members {
          let table = linked.clean.tables[member.dataset]
          let origin = table.raw.origins[member.row]
          let input = linked.clean.inputs[origin.input]
          csv.append([
            String(cluster.number), input.path, input.sheet(origin.sheet), String(origin.row),
            linked.links[member.dataset].schools[member.row].map {
              linked.schools[Int($0)].code
            } ?? "",
            cluster.kind.rawValue, cluster.evidence, Decimal.text(member.score),
            member.suggestion.rawValue,
            member.presence?.result.rawValue ?? member.verdict?.rawValue ?? "",
          ])
        }
      }
    }
    return csv.bytes
  }
}
