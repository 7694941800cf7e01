internal import Tables

/// Makes the sheets of many schools, of some 225 pupils each with findings, and says what they cost.
struct SchoolSheets {
  let options: Options

  /// Prints `name value` lines: schools, seconds of the processor, and bytes of the pages and of the workbooks.
  func print() async throws {
    let schools = max(1, options.students / 225)
    let run = SyntheticRun(
      schools: schools, students: options.students, isClean: false, jobs: options.jobs)
    let batches = try await run.pages(["render.reports=[reports/school.yaml]"]).batches
      .filter { $0.isOfSchool }
    for _ in 0..<options.rounds {
      var bytes: [String: Int] = [:]
      let before = Cost.now
      for batch in batches {
        for page in batch.pages {
          bytes[String(page.path.split(separator: ".").last ?? ""), default: 0] += page.bytes.count
        }
      }
      let after = Cost.now
      Swift.print("schools \(batches.count)")
      Swift.print("cpu \(after.processorSeconds - before.processorSeconds)")
      Swift.print("html \(bytes["html"] ?? 0)")
      Swift.print("xlsx \(bytes["xlsx"] ?? 0)")
    }
  }
}
