extension Range<Int> {
  /// Calls a function for every number, several at a time, and gives the results in order.
  func mapInOrder<Result: Sendable>(
    atOnce limit: Int, _ transform: @escaping @Sendable (Int) -> Result
  ) async -> [Result] {
    guard limit > 1, count > 1 else { return map(transform) }
    return await withTaskGroup(of: (Int, Result).self) { group in
      var results = [Result?](repeating: nil, count: count)
      var next = lowerBound
      while next < Swift.min(lowerBound + limit, upperBound) {
        let number = next
        group.addTask { (number, transform(number)) }
        next += 1
      }
      for await (number, result) in group {
        results[number - lowerBound] = result
        if next < upperBound {
          let number = next
          group.addTask { (number, transform(number)) }
          next += 1
        }
      }
      return results.compactMap { $0 }
    }
  }
}
