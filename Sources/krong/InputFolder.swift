internal import Containers
internal import Ingest
internal import Pipeline

/// The files below the root of the inputs, and which dataset takes which.
struct InputFolder {
  let root: String

  /// The files of every dataset of a plan, in the order of their paths.
  func files(of plan: Plan) throws -> [InputFile] {
    let paths = try paths()
    return plan.datasets.flatMap { dataset in
      paths.filter { dataset.takes($0) }.map { path in
        let place = root + "/" + path
        return InputFile(path: path, dataset: dataset.name) { try ByteSource(path: place) }
      }
    }
  }

  /// The same, of which there must be one at least.
  func someFiles(of plan: Plan) throws -> [InputFile] {
    let files = try files(of: plan)
    guard !files.isEmpty else {
      throw FileError(
        path: root,
        reason: "holds no file for \(plan.name); the patterns are "
          + plan.datasets.flatMap { $0.files }.joined(separator: ", "))
    }
    return files
  }

  /// All files but those that systems and programs leave beside them.
  func paths() throws -> [String] {
    guard Folder.isFolder(root) else {
      throw FileError(
        path: root, reason: "is not a folder; --input names the folder of the exports")
    }
    return try paths(below: "", within: [Folder.identity(of: root)])
  }

  /// `above` are the folders on the way; a link back to one of them is a circle, and is not followed.
  private func paths(below folder: String, within above: [Folder.Identity]) throws -> [String] {
    guard above.count <= 64 else {
      throw FileError(
        path: root + "/" + folder, reason: "lies too deep; no export lies 64 folders down")
    }
    return try Folder.entries(root + "/" + folder).flatMap { entry -> [String] in
      if InputFile.isNoExport(entry.name) { return [] }
      let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
      guard entry.isFolder else { return [path] }
      return above.contains(entry.identity)
        ? [] : try paths(below: path, within: above + [entry.identity])
    }
  }
}
