internal import Containers
internal import Ingest
internal import Pipeline

/// The files of a folder of inputs that a plan takes.
enum InputFiles {
  private static let folders = ["dmc", "affiliation", "register"]

  static func of(_ folder: String, _ plan: Plan) throws -> [InputFile] {
    let parts = try Folder.entries(folder).map { $0.name }
    let paths = try folders.filter(parts.contains).flatMap { part in
      try Folder.entries(folder + "/" + part).map { part + "/" + $0.name }.sorted()
    }
    return plan.datasets.flatMap { dataset in
      paths.filter { dataset.takes($0) }.map { path in
        InputFile(path: path, dataset: dataset.name) { try ByteSource(path: folder + "/" + path) }
      }
    }
  }
}
