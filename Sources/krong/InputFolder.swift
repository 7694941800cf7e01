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

  /// All files, hidden ones and the locks of open workbooks (`~$…`) left out.
  func paths() throws -> [String] {
    guard Folder.isFolder(root) else {
      throw FileError(
        path: root, reason: "is not a folder; --input names the folder of the exports")
    }
    return try paths(below: "", depth: 0)
  }

  private func paths(below folder: String, depth: Int) throws -> [String] {
    // Links to folders may form a circle; no export lies this deep.
    guard depth < 32 else { return [] }
    return try Folder.entries(root + "/" + folder).flatMap { entry -> [String] in
      if entry.name.hasPrefix(".") || entry.name.hasPrefix("~$") { return [] }
      let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
      return entry.isFolder ? try paths(below: path, depth: depth + 1) : [path]
    }
  }
}
