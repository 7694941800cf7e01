internal import Deduplicate

/// How often the hashes of each key occur: what is too common to be a token, and what is given away.
struct TokenFrequencies: Sendable {
  /// For each key the hashes that too many rows share.
  private(set) var common: [Set<UInt64>] = []
  private(set) var reports: [TokenExport.KeyReport] = []

  init(_ material: TokenMaterial, _ model: TokenModel) {
    for (name, hashes) in zip(model.keyNames, material.keys) {
      var counts: [UInt64: Int] = [:]
      for row in material.rows where hashes[row] != 0 { counts[hashes[row], default: 0] += 1 }
      let cut = counts.filter { $0.value > model.mostRows }
      common.append(Set(cut.keys))
      let leftOut = cut.values.reduce(0, +)
      reports.append(
        TokenExport.KeyReport(
          name: name, rows: counts.values.reduce(0, +) - leftOut, leftOut: leftOut,
          largest: counts.values.filter { $0 <= model.mostRows }.max() ?? 0))
    }
  }
}
