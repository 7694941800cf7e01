internal import Containers

/// A zip file whose parts point to each other (ECMA-376-2).
///
/// Targets are taken by the last word of their type, which is the same in the strict and the
/// transitional form. Targets outside of the file are never followed.
struct OfficePackage: Sendable {
  struct Relationship: Sendable {
    let id: String
    let type: String
    let target: String
  }

  let archive: ZipArchive

  /// The parts that a part points to; the file itself when the part is empty.
  func relationships(of part: String) throws -> [Relationship] {
    let (folder, name) = Self.split(part)
    guard let tree = try tree(of: "\(folder)_rels/\(name).rels") else { return [] }
    return try tree.all("Relationship").compactMap { element in
      guard element.attributes["TargetMode"] != "External",
        let target = element.attributes["Target"], let type = element.attributes["Type"]
      else { return nil }
      return Relationship(
        id: element.attributes["Id"] ?? "",
        type: type.split(separator: "/").last.map { String($0) } ?? "",
        target: try Self.resolve(target, from: folder))
    }
  }

  /// A small part, read whole; nil when the file does not have it.
  func tree(of part: String) throws -> XMLTree? {
    guard let entry = archive.entry(at: part) else { return nil }
    return try XMLTree(try archive.read(entry), part: part)
  }

  func window(of part: String) throws -> XMLWindow? {
    guard let entry = archive.entry(at: part) else { return nil }
    return try XMLWindow(archive.reader(of: entry), part: part)
  }

  /// What a part holds, as the file's own list says.
  func contentType(of part: String, in types: XMLTree) -> String {
    let path = "/\(part)".lowercased()
    let own = types.all("Override").first { $0.attributes["PartName"]?.lowercased() == path }
    if let type = own?.attributes["ContentType"] { return type }
    let ending = part.split(separator: ".").last?.lowercased()
    let byEnding = types.all("Default").first {
      $0.attributes["Extension"]?.lowercased() == ending
    }
    return byEnding?.attributes["ContentType"] ?? ""
  }

  private static func split(_ part: String) -> (folder: String, name: String) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part) }
    return (String(part[...slash]), String(part[part.index(after: slash)...]))
  }

  /// A target as a path from the root of the file.
  private static func resolve(_ target: String, from folder: String) throws -> String {
    let path = target.hasPrefix("/") ? target : folder + target
    var steps: [Substring] = []
    for step in path.split(separator: "/") where step != "." {
      if step != ".." {
        steps.append(step)
      } else if steps.popLast() == nil {
        throw ContainerError.damaged("A part of the workbook points outside of it (\(target)).")
      }
    }
    return steps.joined(separator: "/")
  }
}
