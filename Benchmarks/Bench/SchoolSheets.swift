internal import Tables

/// Makes the sheets of many schools, of some 225 pupils each with findings, and says what they cost.
struct SchoolSheets {
  let options: Options

  /// Prints `name value` lines: seconds of the processor and bytes of the pages and of the workbooks.
  func print() async throws {
    let schools = max(1, options.students / 225)
    let run = SyntheticRun(
      schools: schools, students: options.students, isClean: false, jobs: options.jobs)
    let pages = try await run.pages(["render.reports=[reports/school.yaml]"])
      .filter { $0.path.hasPrefix("schools/") }
    for _ in 0..<options.rounds {
      // In the order of a run, in which the second format of a school finds its document made.
      var spent: [String: (seconds: Double, bytes: Int)] = [:]
      for page in pages {
        let before = Cost.now
        let bytes = page.bytes.count
        let seconds = Cost.now.processorSeconds - before.processorSeconds
        let format = String(page.path.split(separator: ".").last ?? "")
        spent[format, default: (0, 0)].seconds += seconds
        spent[format, default: (0, 0)].bytes += bytes
      }
      for format in ["html", "xlsx"] {
        Swift.print("\(format) \(pages.count { $0.path.hasSuffix(format) })")
        Swift.print("cpu \(spent[format]?.seconds ?? 0)")
        Swift.print("bytes \(spent[format]?.bytes ?? 0)")
      }
    }
  }
}
