extension Gates {
  /// What became of one gate.
  package struct Result: Sendable {
    /// A school that is above the limit of a gate within each school.
    package struct Breach: Sendable {
      /// The school's code.
      package let school: String
      package let found: Int
      package let outOf: Int
    }

    package let name: String
    package let limit: Limit
    /// What was counted; of a gate within each school, the schools above its limit.
    package let found: Int
    /// What the share is taken of; of a gate within each school, the schools with rows.
    package let outOf: Int
    package let passed: Bool
    /// Nil where the gate is one of the whole run.
    package var breaches: [Breach]?
  }
}
