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
      for format in ["html", "xlsx"] {
        let own = pages.filter { $0.path.hasSuffix(format) }
        let before = Cost.now
        let bytes = own.reduce(0) { $0 + $1.bytes.count }
        let after = Cost.now
        Swift.print("\(format) \(own.count)")
        Swift.print("cpu \(after.processorSeconds - before.processorSeconds)")
        Swift.print("bytes \(bytes)")
      }
    }
  }
}
