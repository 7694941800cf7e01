internal import Ingest

/// Finds the files that were dropped twice, under two names or beside the archive they came in.
///
/// What counts pupils would find every one of them again; sums of a school's figures would double.
enum RepeatedFiles {
  /// The files, those marked that hold the same bytes as one with a shorter name.
  ///
  /// `hashes` are those of the files by dataset and path; nothing is marked that has none. Files for
  /// different datasets, and files whose names hold different codes of schools, are no repeats: the
  /// name may be all that tells two schools' empty pages apart.
  static func marked(_ files: [InputFile], hash: (InputFile) -> String?) -> [InputFile] {
    let datasets = Dictionary(grouping: files, by: { $0.path }).mapValues { claims in
      claims.map { $0.dataset }.sorted().joined(separator: " ")
    }
    let nothing = Fingerprint.sha256([])
    var first: [[String]: String] = [:]
    var twins: [String: String] = [:]
    for file in files.sorted(by: { ($0.path.utf8.count, $0.path) < ($1.path.utf8.count, $1.path) })
    {
      guard let hash = hash(file), !hash.isEmpty, hash != nothing else { continue }
      let key = [hash, datasets[file.path] ?? ""] + codes(in: file.path)
      let path = first[key] ?? file.path
      first[key] = path
      if path != file.path { twins[file.path] = path }
    }
    return files.map { file in twins[file.path].map { file.repeating($0) } ?? file }
  }

  /// The numbers in a file's name that may be codes of schools.
  private static func codes(in path: String) -> [String] {
    let name = path.split(separator: "/").last ?? ""
    return name.split { !("0"..."9" ~= $0) }.filter { $0.count >= 6 }.map { String($0) }
  }
}
