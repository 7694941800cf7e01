internal import Tables

/// `matches.csv`: one line for each pair of registrations that holds a cluster together, with its weights.
///
/// Weights are in bits, and add up to `points` exactly.
enum MatchesFile {
  static func bytes(_ linked: LinkedTables) -> [UInt8] {
    var csv = CSVText(
      header: "cluster,class,record,other,file,sheet,row,other_file,other_sheet,other_row,"
        + "points,against,weights")
    for links in linked.links {
      for cluster in links.clusters {
        let records = Dictionary(
          cluster.members.map { (RowReference(dataset: $0.dataset, row: $0.row), $0.record) },
          uniquingKeysWith: { first, _ in first })
        for link in cluster.links {
          csv.append(
            [
              String(cluster.number), cluster.certainty.rawValue, records[link.left] ?? "",
              records[link.right] ?? "",
            ] + linked.place(of: link.left) + linked.place(of: link.right) + [
              Bits.text(link.points), link.rival.rawValue, Bits.weights(link),
            ])
        }
      }
    }
    return csv.bytes
  }
}

/// `review.csv`: the pairs that a person should look at, those first where a decision changes most.
///
/// With `decision` filled in it is the file of decisions of the next run.
enum ReviewFile {
  static func bytes(_ linked: LinkedTables) -> [UInt8] {
    var csv = CSVText(
      header: "record,other,decision,who,when,note,joined,probability,impact,points,file,sheet,row,"
        + "other_file,other_sheet,other_row")
    for links in linked.links {
      for question in links.questions {
        csv.append(
          [
            question.record, question.other, question.isPutOff ? MatchVerdict.later.rawValue : "",
            "", "", "", question.isJoined ? "yes" : "no", Decimal.text(question.probability),
            Decimal.text(question.impact), Bits.text(question.evidence.points),
          ] + linked.place(of: question.evidence.left) + linked.place(of: question.evidence.right))
      }
    }
    return csv.bytes
  }
}

extension LinkedTables {
  /// File, sheet and row.
  fileprivate func place(of reference: RowReference) -> [String] {
    let origin = clean.tables[reference.dataset].raw.origins[reference.row]
    let input = clean.inputs[origin.input]
    return [input.path, input.sheet(origin.sheet), String(origin.row)]
  }
}

/// Writes hundredths of a bit as bits.
enum Bits {
  static func text(_ points: Int) -> String {
    let digits = String(abs(points) % 100)
    return (points < 0 ? "-" : "") + "\(abs(points) / 100)."
      + String(repeating: "0", count: 2 - digits.count) + digits
  }

  /// The prior and every comparison, as in `prior=-21.13 number:equal=26.45`.
  static func weights(_ evidence: MatchEvidence) -> String {
    let parts = evidence.items.map { item in
      "\(item.comparison):\(item.level)=\(text(item.points))"
        + (item.rarity == 0 ? "" : " \(item.comparison):rarity=\(text(item.rarity))")
    }
    return (["prior=" + text(evidence.prior)] + parts).joined(separator: " ")
  }
}

/// Six decimals, without a formatter; rounded down, for only what is sure is 1.
enum Decimal {
  static func text(_ value: Double) -> String {
    let millionths = Int(value * 1_000_000)
    let digits = String(millionths % 1_000_000)
    return "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
