internal import Tables

/// Numbers the clusters so that one keeps its number from run to run and from round to round.
///
/// A cluster is known by its registrations: by what each is called, and by its identifier, so that a child
/// who changed school is known by the number. It takes the number that most of them had; new ones go on
/// behind the highest that was ever given.
struct ClusterNumbers {
  /// The number of each registration in the last run on other inputs.
  let earlier: [Int64: Int]
  let highest: Int
  let digest: RowDigest

  /// A registration in a cluster as the next run will ask for it.
  struct Remembered: Sendable {
    let digest: Int64
    let number: Int
  }

  /// Numbers all clusters, and says what to remember of them.
  func number(_ linked: inout LinkedTables) -> (remembered: [Remembered], highest: Int) {
    var remembered: [Remembered] = []
    var next = highest
    var taken = Set<Int>()
    for dataset in linked.links.indices {
      let clusters = linked.links[dataset].clusters
      let known = clusters.map { cluster in
        // A collision shares rows with the clusters of its children; its number is not theirs.
        cluster.members.map {
          digests(of: $0, as: cluster.isOnePerson ? "person" : "collision", linked)
        }
      }
      for place in claims(known) {
        guard let number = favourite(known[place], besides: taken) else { continue }
        taken.insert(number)
        linked.links[dataset].clusters[place].number = number
      }
      for place in clusters.indices {
        if linked.links[dataset].clusters[place].number == 0 {
          next += 1
          linked.links[dataset].clusters[place].number = next
        }
        let number = linked.links[dataset].clusters[place].number
        for digest in known[place].joined() where digest != 0 {
          remembered.append(Remembered(digest: digest, number: number))
        }
      }
    }
    return (remembered, next)
  }

  /// The clusters, those first that share most registrations with one number.
  private func claims(_ digests: [[[Int64]]]) -> [Int] {
    let shares = digests.map { votes($0, besides: []).values.max() ?? 0 }
    return digests.indices.filter { shares[$0] > 0 }.sorted {
      (-shares[$0], $0) < (-shares[$1], $1)
    }
  }

  private func votes(_ members: [[Int64]], besides taken: Set<Int>) -> [Int: Int] {
    var votes: [Int: Int] = [:]
    for digests in members {
      for number in Set(digests.compactMap { earlier[$0] }) where !taken.contains(number) {
        votes[number, default: 0] += 1
      }
    }
    return votes
  }

  private func favourite(_ members: [[Int64]], besides taken: Set<Int>) -> Int? {
    votes(members, besides: taken).min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key
  }

  /// By what the registration is called, and by its identifier.
  private func digests(
    of member: Cluster.Member, as kind: String, _ linked: LinkedTables
  ) -> [Int64] {
    let table = linked.clean.tables[member.dataset]
    let identifier = table.columns.lazy.compactMap { $0.identifier }.map { $0[member.row] }
      .first { $0.isCertain }
    return [
      member.record.isEmpty
        ? 0 : digest.digest(of: "\(kind)\u{1F}\(table.name)\u{1F}\(member.record)"),
      identifier.map { digest.digest(of: "\(kind)\u{1F}\u{1F}\($0.word)") } ?? 0,
    ]
  }
}
