extension Collection where Self: Sendable, Element: Sendable, Index == Int {
  /// Does work on every element, up to `jobs` at a time; the results come in the order of the elements.
  package func mapInOrder<Result: Sendable>(
    jobs: Int, _ work: @escaping @Sendable (Element) throws -> Result
  ) async throws -> [Result] {
    guard jobs > 1, count > 1 else { return try map(work) }
    var results: [Result?] = Array(repeating: nil, count: count)
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var next = startIndex
      while next < endIndex, next < startIndex + jobs {
        let (index, element) = (next, self[next])
        group.addTask { (index, try work(element)) }
        next += 1
      }
      while let (index, result) = try await group.next() {
        results[index - startIndex] = result
        if next < endIndex {
          let (index, element) = (next, self[next])
          group.addTask { (index, try work(element)) }
          next += 1
        }
      }
    }
    return results.compactMap { $0 }
  }
}
