/// How the lists of an office lie in files: the formats in turn, some files with the lists of two schools.
package struct OfficeFiles: Sendable {
  package private(set) var files: [StudentFile] = []
  /// For each file the places of its schools.
  package private(set) var parts: [Range<Int>] = []
  private var fileOfSchool: [Int] = []

  package init(_ schools: [SyntheticSchool], settings: SynthSettings) {
    var next = 0
    while next < schools.count {
      let format = FileFormat.all[files.count % FileFormat.all.count]
      let part = next..<min(next + (format.holdsTwoSchools ? 2 : 1), schools.count)
      fileOfSchool.append(contentsOf: part.map { _ in files.count })
      files.append(
        StudentFile(
          format, schools: Array(schools[part]), number: files.count, settings: settings))
      parts.append(part)
      next = part.upperBound
    }
  }

  /// For each school the format of its list.
  package var formats: [FileFormat] { fileOfSchool.map { files[$0].format } }

  /// For each school the time at which its list was exported; empty where the file does not say.
  package var stamps: [String] { fileOfSchool.map { files[$0].stamp } }
}
